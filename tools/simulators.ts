/** Starts the stand-ins of outside services beside a development server, each as a process of its own that ends with ours. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Config } from '../kernel/config.ts'

export interface Simulator {
  readonly name: string
  readonly url: string
  stop(): Promise<void>
}

const START_MS_MAX = 15_000
const STOP_MS_MAX = 5_000

/** The Wave stand-in, unless WAVE_API_URL points somewhere else; its webhooks go to `webhookUrl`. */
export async function startWave(config: Config, webhookUrl: string): Promise<Simulator | undefined> {
  const payments = config.modules['payments']
  const port = config.ports['wave']
  const apiUrl = payments?.['waveApiUrl'] as string | undefined
  if (apiUrl === undefined || port === undefined || !isOurs(apiUrl, port)) return undefined
  const url = `http://127.0.0.1:${port}`
  return startSimulator('wave', url, {
    WAVE_SIM_PORT: String(port),
    WAVE_SIM_PUBLIC_URL: url,
    WAVE_SIM_STATE: join(config.dataDir, 'wave.jsonl'),
    WAVE_SIM_API_KEY: payments!['waveApiKey'] as string,
    WAVE_SIM_WEBHOOK_SECRET: (payments!['waveWebhookSecrets'] as string).split(',')[0]!.trim(),
    WAVE_SIM_WEBHOOK_MODE: payments!['waveWebhookMode'] === 'bearer' ? 'shared-secret' : 'signature',
    WAVE_SIM_WEBHOOK_URL: webhookUrl,
  })
}

/** The Paymob stand-in, unless PAYMOB_API_URL points somewhere else; payments say themselves where their callbacks go. */
export async function startPaymob(config: Config): Promise<Simulator | undefined> {
  const payments = config.modules['payments']
  const port = config.ports['paymob']
  const apiUrl = payments?.['paymobApiUrl'] as string | undefined
  if (apiUrl === undefined || port === undefined || !isOurs(apiUrl, port)) return undefined
  return startSimulator('paymob', `http://127.0.0.1:${port}`, {
    PAYMOB_SIM_PORT: String(port),
    PAYMOB_SIM_STATE: join(config.dataDir, 'paymob.jsonl'),
    PAYMOB_SIM_SECRET_KEY: payments!['paymobSecretKey'] as string,
    PAYMOB_SIM_PUBLIC_KEY: payments!['paymobPublicKey'] as string,
    PAYMOB_SIM_API_KEY: payments!['paymobApiKey'] as string,
    PAYMOB_SIM_HMAC_SECRET: (payments!['paymobHmacSecrets'] as string).split(',')[0]!.trim(),
  })
}

function isOurs(apiUrl: string, port: number): boolean {
  const url = new URL(apiUrl)
  return ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname) && url.port === String(port)
}

async function startSimulator(name: string, url: string, env: Record<string, string>): Promise<Simulator> {
  const root = join(import.meta.dirname, '..')
  // In a session of its own: Ctrl-C is for us, who stop it after the last request was answered.
  const child = spawn(
    process.execPath,
    ['--import', join(import.meta.dirname, 'follow-parent.ts'), join(root, 'simulators', name, 'main.ts')],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true },
  )
  let said = ''
  child.stdout!.on('data', (chunk) => (said += chunk))
  child.stderr!.on('data', (chunk) => (said += chunk))
  let stopping = false
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await new Promise<void>((up, down) => {
    const timer = setTimeout(() => down(new Error(`the ${name} stand-in did not start in time`)), START_MS_MAX)
    child.stdout!.on('data', () => said.includes('listening') && (clearTimeout(timer), up()))
    child.once('error', down)
    child.once('exit', () => down(new Error(said.trim() || `the ${name} stand-in ended at once`)))
  })
  child.once('exit', (code) => {
    if (!stopping)
      console.error(`The ${name} stand-in ended (${code ?? 'by a signal'}): ${said.trim().split('\n').at(-1)}`)
  })
  // Its chatter must not fill our memory, nor hold us open.
  child.stdout!.removeAllListeners('data').resume()
  return {
    name,
    url,
    async stop() {
      stopping = true
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX)
      await ended
      clearTimeout(timer)
    },
  }
}
