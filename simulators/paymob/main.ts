// Starts the Paymob simulator as its own process, configured by the environment; see README.md for the variables.
import { startPaymob, type PaymobOptions } from './server.ts'

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
function given(options: { [K in keyof PaymobOptions]: PaymobOptions[K] | undefined }): PaymobOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined && value !== ''),
  ) as PaymobOptions
}

const retry = env['PAYMOB_SIM_RETRY_SECONDS']
const retryMs = retry ? retry.split(',').map((seconds) => Math.round(Number(seconds) * 1_000)) : undefined
if (retryMs?.some((ms) => !Number.isFinite(ms) || ms < 0)) {
  console.error(`PAYMOB_SIM_RETRY_SECONDS must be numbers separated by commas, got "${retry}"`)
  process.exit(2)
}

const options = given({
  port: number('PAYMOB_SIM_PORT'),
  host: env['PAYMOB_SIM_HOST'],
  statePath: env['PAYMOB_SIM_STATE'],
  secretKey: env['PAYMOB_SIM_SECRET_KEY'],
  publicKey: env['PAYMOB_SIM_PUBLIC_KEY'],
  apiKey: env['PAYMOB_SIM_API_KEY'],
  hmacSecret: env['PAYMOB_SIM_HMAC_SECRET'],
  callbackUrl: env['PAYMOB_SIM_CALLBACK_URL'],
  businessName: env['PAYMOB_SIM_BUSINESS_NAME'],
  retryMs,
})

try {
  const paymob = await startPaymob(options)
  console.log(`paymob simulator listening on ${paymob.url}`)
  const stop = () => void paymob.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  console.error(
    code === 'EADDRINUSE'
      ? `paymob simulator: port ${options.port} is already in use; set PAYMOB_SIM_PORT to another one, or to 0 for any free port`
      : `paymob simulator could not start: ${message}`,
  )
  process.exit(1)
}
