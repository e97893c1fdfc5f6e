/** `npm start` and `npm run dev`: from nothing to a running demonstration, saying what happens while it happens. */
import { createServer } from 'node:net'
import { join } from 'node:path'
import { loadConfig, type Config } from '../kernel/config.ts'
import type { PaymentsPolicy } from '../modules/payments/api.ts'
import { configScope, demonstrations, hasPages, products, seedProduct, serveProduct } from '../serve.ts'
import { buildWeb } from '../web/build.ts'
import { bringUpToDate, Complaint, openDatabases } from './databases.ts'
import { reloading } from './reload.ts'
import { startPaymob, startWave } from './simulators.ts'
import { serveStartPage } from './start-page.ts'

type Env = Record<string, string | undefined>
type Stop = () => Promise<void>

/** Starts everything and returns when it runs; `until` resolves when it has stopped again. */
export async function start(env: Env, names = Object.keys(products)): Promise<{ until: Promise<void> }> {
  const say = narrator()
  const { stops, until, config, urls } = await prepare(env, names, say, { buildPages: true })
  try {
    const running: { name: string; url: string }[] = []
    for (const name of names) {
      const served = await serveProduct(name, { config, urls: urls(name) })
      stops.push(() => served.close())
      running.push({ name, url: served.url })
    }
    farewell(running, await present(config, running, stops, say), say)
    return { until }
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

/** The same from the sources: pages change as they are edited, the server starts again when its code changes. */
export async function develop(env: Env, names = Object.keys(products)): Promise<{ until: Promise<void> }> {
  const say = narrator()
  const { stops, until, config } = await prepare(env, names, say, { buildPages: false })
  const follow = join(import.meta.dirname, 'follow-parent.ts')
  for (const name of names) {
    const args = [
      '--import',
      follow,
      join(config.root, 'teranga.ts'),
      'serve',
      '--product',
      name,
      '--from-sources',
      '--migrate',
    ]
    const server = await reloading(config.root, args, env as NodeJS.ProcessEnv, config.publicUrl(name))
    stops.push(() => server.stop())
  }
  const running = names.map((name) => ({ name, url: config.publicUrl(name) }))
  farewell(running, await present(config, running, stops, say), say)
  return { until }
}

async function prepare(
  env: Env,
  names: readonly string[],
  say: (line: string) => void,
  options: { buildPages: boolean },
) {
  if (env['NODE_ENV'] === 'production')
    throw new Complaint(
      'This is for development and demonstrations; in production run `./teranga migrate`, then `./teranga serve --product <name>`.',
    )
  env['NODE_ENV'] = 'development'
  env['TERANGA_LOG_LEVEL'] ||= 'warn'
  await settlePorts(env, names)
  const config = loadConfig(env, configScope)
  for (const warning of config.warnings) say(`note: ${warning}`)

  const stops: Stop[] = []
  const until = stopOnSignal(stops)
  try {
    // The slowest part of a first start; it needs nothing of the rest.
    const building =
      options.buildPages && names.some(hasPages)
        ? buildWeb().then(({ fresh }) => say(fresh ? 'pages built' : 'pages are up to date'))
        : Promise.resolve()
    building.catch(() => {})
    const databases = await openDatabases(config, names, { prepare: true, onProgress: say })
    stops.push(() => databases.stop())
    say(databases.embedded ? `database running on port ${databases.embedded.port}` : 'database reached')
    for (const name of names) {
      const applied = await bringUpToDate(products[name]!, databases.urls(name))
      say(applied.length > 0 ? `${name}: ${applied.length} migrations applied` : `${name}: database is up to date`)
    }
    const paidBy = (provider: PaymentsPolicy['provider']) => names.find((name) => providerOf(name) === provider)
    const byWave = paidBy('wave')
    const wave = byWave && (await startWave(config, `${config.publicUrl(byWave)}/webhooks/wave`))
    if (wave) {
      stops.push(() => wave.stop())
      say(`Wave stand-in running at ${wave.url}`)
    }
    const paymob = paidBy('paymob') && (await startPaymob(config))
    if (paymob) {
      stops.push(() => paymob.stop())
      say(`Paymob stand-in running at ${paymob.url}`)
    }
    for (const name of names)
      await seedProduct(name, { config, urls: databases.urls(name) }, (line) => say(`${name}: ${line}`))
    await building
    return { stops, until, config, urls: databases.urls }
  } catch (error) {
    await stopAll(stops)
    throw error
  }
}

/** Who takes the payments of a product; a stand-in has the provider's name. */
function providerOf(name: string): PaymentsPolicy['provider'] | undefined {
  return (products[name]!.policy['payments'] as PaymentsPolicy | undefined)?.provider
}

/** Ports asked for as 0 become real ones here, so that every address is known before anything starts; taken ones are named. */
export async function settlePorts(env: Env, names: readonly string[] = Object.keys(products)): Promise<void> {
  const host = env['TERANGA_HOST'] || '127.0.0.1'
  const paidBy = new Set(names.map(providerOf))
  for (const [name, standard] of Object.entries({ ...configScope.products, ...configScope.simulators })) {
    // Another of our starts may serve what is not served here.
    if (!names.includes(name) && !paidBy.has(name as PaymentsPolicy['provider'])) continue
    const variable = `TERANGA_${name.toUpperCase()}_PORT`
    const wanted = Number(env[variable] || standard)
    if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) continue // loadConfig says what is wrong.
    const port = await probe(wanted, host).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        throw new Complaint(
          `Port ${wanted} for ${name} is in use (is it running already?); stop what uses it, or set ${variable} to another port (0 takes a free one).`,
        )
      if (error.code === 'EACCES')
        throw new Complaint(
          `Port ${wanted} for ${name} is not allowed to this user; set ${variable} to one above 1023.`,
        )
      if (error.code === 'EADDRNOTAVAIL')
        throw new Complaint(`TERANGA_HOST is ${host}, which is no address of this machine.`)
      throw error
    })
    if (await refusedByClients(port))
      throw new Complaint(
        `Port ${port} for ${name} is one that browsers refuse to open; set ${variable} to another port.`,
      )
    env[variable] = String(port)
    if (name === 'wave') env['WAVE_API_URL'] ||= `http://127.0.0.1:${port}`
    if (name === 'paymob') env['PAYMOB_API_URL'] ||= `http://127.0.0.1:${port}`
  }
}

/** Browsers, and Node’s own `fetch`, open none of the ports of old protocols (the Fetch standard, "bad port"). */
async function refusedByClients(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/`).catch((error: Error) => error)
  return answer instanceof Error && answer.cause instanceof Error && answer.cause.message === 'bad port'
}

function probe(port: number, host: string): Promise<number> {
  const server = createServer()
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => {
      const taken = (server.address() as { port: number }).port
      server.close(() => done(taken))
    })
  })
}

/** The first signal stops everything in order, the last started first; a later one ends the process where it stands. */
export function stopOnSignal(stops: Stop[]): Promise<void> {
  return new Promise((done, failed) => {
    let first: number | undefined
    const onSignal = () => {
      // Terminals and npm may both pass on the same key press.
      if (first !== undefined && Date.now() - first < 1000) return
      if (first !== undefined) process.exit(1)
      first = Date.now()
      console.log('\nStopping …')
      stopAll(stops).then(done, failed)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
}

async function stopAll(stops: Stop[]): Promise<void> {
  let trouble: unknown
  for (const stop of stops.splice(0).reverse()) await stop().catch((error: unknown) => (trouble ??= error))
  if (trouble !== undefined) throw trouble
}

function narrator(): (line: string) => void {
  const started = performance.now()
  return (line) => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`)
}

/** Serves the page that presents what runs; undefined where its port is taken, as everything else works without it. */
async function present(
  config: Config,
  running: readonly { name: string; url: string }[],
  stops: Stop[],
  say: (line: string) => void,
): Promise<string | undefined> {
  const presented = running.map(({ name, url }) => {
    const { brand, locales } = products[name]!
    return { name, url, brand, locales, pages: hasPages(name), accounts: demonstrations[name] ?? [] }
  })
  try {
    const page = await serveStartPage({ host: config.host, port: config.startPort }, presented)
    stops.push(() => page.close())
    return page.url
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    say(`note: no start page, as port ${config.startPort} cannot be had; set TERANGA_START_PORT to another`)
    return undefined
  }
}

const WAYS = {
  pages: [
    ['/dev/outbox', 'messages, with the one-time codes'],
    ['/dev/authenticator', 'the second factor of whoever has one'],
  ],
  // It has no pages yet.
  api: [
    ['/docs', 'its API, to be tried'],
    ['/api/dev/outbox', 'messages, with the one-time codes'],
  ],
} as const

function farewell(
  running: readonly { name: string; url: string }[],
  startPage: string | undefined,
  say: (line: string) => void,
): void {
  say('ready')
  console.log('')
  if (startPage) console.log(`  ${'Start'.padEnd(10)} ${startPage}   what runs here, and who to sign in as\n`)
  for (const { name, url } of running) {
    console.log(`  ${products[name]!.brand.name.padEnd(10)} ${url}`)
    for (const [path, what] of WAYS[hasPages(name) ? 'pages' : 'api'])
      console.log(`  ${''.padEnd(10)} ${url}${path}   ${what}`)
    for (const { who, signIn, pin } of demonstrations[name] ?? [])
      console.log(`  ${''.padEnd(10)} ${who}: ${signIn}${pin === undefined ? '' : `, PIN ${pin}`}`)
  }
  console.log('\n  Ctrl-C stops everything. ./teranga help shows the other commands.\n')
}
