// A stand-in as a process of its own: configured by the environment, one line when it listens, one sentence when it cannot, an orderly end
// when asked. A variable that is not set is undefined, so that the defaults have one place.

export const text = (name: string): string | undefined => process.env[name] || undefined

export function number(name: string): number | undefined {
  const given = text(name)
  if (given === undefined) return undefined
  const value = Number(given)
  if (Number.isFinite(value) && value >= 0) return value
  return refuse(`${name} must be a number, got "${given}"`)
}

export function oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
  const given = text(name)
  const chosen = choices.find((it) => it === given)
  if (given === undefined || chosen !== undefined) return chosen
  return refuse(`${name} must be ${choices.join(' or ')}, got "${given}"`)
}

/** Seconds with commas between them, as milliseconds. */
export function waits(name: string): number[] | undefined {
  const given = text(name)
  const ms = given?.split(',').map((seconds) => Math.round(Number(seconds) * 1_000))
  if (!ms?.some((it) => !Number.isFinite(it) || it < 0)) return ms
  return refuse(`${name} must be numbers separated by commas, got "${given}"`)
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

/** Starts it with what was set and stays until it is asked to end. */
export async function runProcess<Options extends { port?: number }>(
  name: string,
  start: (options?: Options) => Promise<{ url: string; close(): Promise<void> }>,
  options: NoInfer<{ [K in keyof Options]: Options[K] | undefined }>,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Options
  try {
    const running = await start(given)
    console.log(`${name} simulator listening on ${running.url}`)
    const stop = () => void running.close().then(() => process.exit(0))
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    console.error(
      code === 'EADDRINUSE'
        ? `${name} simulator: port ${given.port} is already in use; set ${name.toUpperCase()}_SIM_PORT to another one, or to 0 for any free port`
        : `${name} simulator could not start: ${message}`,
    )
    process.exit(1)
  }
}
