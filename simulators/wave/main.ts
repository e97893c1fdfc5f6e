// Starts the Wave simulator as its own process, configured by the environment; see README.md for the variables.
import { startWave, type WaveOptions } from './server.ts'

const env = process.env

function number(name: string): number | undefined {
  const text = env[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (Number.isFinite(value) && value >= 0) return value
  console.error(`${name} must be a number, got "${text}"`)
  process.exit(2)
}

/** Only what is set, so that the defaults stay in one place. */
function given(options: { [K in keyof WaveOptions]: WaveOptions[K] | undefined }): WaveOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined && value !== ''),
  ) as WaveOptions
}

const mode = env['WAVE_SIM_WEBHOOK_MODE']
if (mode && mode !== 'signature' && mode !== 'shared-secret') {
  console.error(`WAVE_SIM_WEBHOOK_MODE must be signature or shared-secret, got "${mode}"`)
  process.exit(2)
}
const retry = env['WAVE_SIM_RETRY_SECONDS']
const retryMs = retry ? retry.split(',').map((seconds) => Math.round(Number(seconds) * 1_000)) : undefined
if (retryMs?.some((ms) => !Number.isFinite(ms) || ms < 0)) {
  console.error(`WAVE_SIM_RETRY_SECONDS must be numbers separated by commas, got "${retry}"`)
  process.exit(2)
}

const options = given({
  port: number('WAVE_SIM_PORT'),
  host: env['WAVE_SIM_HOST'],
  publicUrl: env['WAVE_SIM_PUBLIC_URL'],
  statePath: env['WAVE_SIM_STATE'],
  apiKey: env['WAVE_SIM_API_KEY'],
  webhookUrl: env['WAVE_SIM_WEBHOOK_URL'],
  webhookSecret: env['WAVE_SIM_WEBHOOK_SECRET'],
  webhookMode: mode as WaveOptions['webhookMode'],
  sessionMinutes: number('WAVE_SIM_SESSION_MINUTES'),
  businessName: env['WAVE_SIM_BUSINESS_NAME'],
  openingBalance: env['WAVE_SIM_BALANCE'],
  retryMs,
})

try {
  const wave = await startWave(options)
  console.log(`wave simulator listening on ${wave.url}`)
  const stop = () => void wave.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  console.error(
    code === 'EADDRINUSE'
      ? `wave simulator: port ${options.port} is already in use; set WAVE_SIM_PORT to another one, or to 0 for any free port`
      : `wave simulator could not start: ${message}`,
  )
  process.exit(1)
}
