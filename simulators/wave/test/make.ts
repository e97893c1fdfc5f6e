// What this simulator's tests share: a running simulator, a receiver of its webhooks, and an API client as a merchant would write one.
import type { IncomingHttpHeaders } from 'node:http'
import { receiver as receive, send, type Receiver as ReceiverOf, type Reply } from '../../test/make.ts'
import { startWave, type Wave, type WaveOptions } from '../server.ts'

export const SECRET = 'wave_sn_WHS_example_not_a_secret'
export const KEY = 'wave_sn_test_example'

export interface Received {
  headers: IncomingHttpHeaders
  raw: string
  event: { id: string; type: string; data: Record<string, unknown> }
}

export type Receiver = ReceiverOf<Received>

export const receiver = (): Promise<Receiver> =>
  receive('/webhooks/wave', ({ headers }, raw) => ({ headers, raw, event: JSON.parse(raw) as Received['event'] }))

export interface Merchant {
  wave: Wave
  hook: Receiver
  call(method: 'GET' | 'POST', path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>
  session(fields?: Record<string, unknown>): Promise<any>
  payout(fields?: Record<string, unknown>, key?: string): Promise<Reply>
  /** Calls the control API over HTTP. */
  control(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Reply>
  close(): Promise<void>
}

let keys = 0

export async function merchant(options: WaveOptions = {}): Promise<Merchant> {
  const hook = await receiver()
  const wave = await startWave({
    apiKey: KEY,
    webhookUrl: hook.url,
    webhookSecret: SECRET,
    retryMs: [20, 20, 20],
    ...options,
  })
  const call: Merchant['call'] = (method, path, body, headers = {}) =>
    send(`${wave.url}${path}`, method, body, { authorization: `Bearer ${KEY}`, ...headers })
  return {
    wave,
    hook,
    call,
    async session(fields = {}) {
      const reply = await call('POST', '/v1/checkout/sessions', {
        amount: '25000',
        currency: 'XOF',
        success_url: 'https://shop.example/thanks',
        error_url: 'https://shop.example/sorry',
        ...fields,
      })
      if (reply.status !== 200) throw new Error(reply.text)
      return reply.body
    },
    payout: (fields = {}, key = `key-${(keys += 1)}`) =>
      call(
        'POST',
        '/v1/payout',
        { currency: 'XOF', receive_amount: '1000', mobile: '+221771234567', ...fields },
        { 'idempotency-key': key },
      ),
    control: (method, path, body) => send(`${wave.url}/_control${path}`, method, body, {}),
    async close() {
      await wave.close()
      await hook.close()
    },
  }
}
