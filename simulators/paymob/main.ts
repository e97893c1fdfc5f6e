// Starts the Paymob simulator as its own process, configured by the environment; see README.md for the variables.
import { number, runProcess, text, waits } from '../process.ts'
import { startPaymob } from './server.ts'

await runProcess('paymob', startPaymob, {
  port: number('PAYMOB_SIM_PORT'),
  host: text('PAYMOB_SIM_HOST'),
  statePath: text('PAYMOB_SIM_STATE'),
  secretKey: text('PAYMOB_SIM_SECRET_KEY'),
  publicKey: text('PAYMOB_SIM_PUBLIC_KEY'),
  apiKey: text('PAYMOB_SIM_API_KEY'),
  hmacSecret: text('PAYMOB_SIM_HMAC_SECRET'),
  callbackUrl: text('PAYMOB_SIM_CALLBACK_URL'),
  businessName: text('PAYMOB_SIM_BUSINESS_NAME'),
  retryMs: waits('PAYMOB_SIM_RETRY_SECONDS'),
})
