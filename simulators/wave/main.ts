// Starts the Wave simulator as its own process, configured by the environment; see README.md for the variables.
import { number, oneOf, runProcess, text, waits } from '../process.ts'
import { startWave } from './server.ts'

await runProcess('wave', startWave, {
  port: number('WAVE_SIM_PORT'),
  host: text('WAVE_SIM_HOST'),
  publicUrl: text('WAVE_SIM_PUBLIC_URL'),
  statePath: text('WAVE_SIM_STATE'),
  apiKey: text('WAVE_SIM_API_KEY'),
  webhookUrl: text('WAVE_SIM_WEBHOOK_URL'),
  webhookSecret: text('WAVE_SIM_WEBHOOK_SECRET'),
  webhookMode: oneOf('WAVE_SIM_WEBHOOK_MODE', ['signature', 'shared-secret']),
  sessionMinutes: number('WAVE_SIM_SESSION_MINUTES'),
  businessName: text('WAVE_SIM_BUSINESS_NAME'),
  openingBalance: text('WAVE_SIM_BALANCE'),
  retryMs: waits('WAVE_SIM_RETRY_SECONDS'),
})
