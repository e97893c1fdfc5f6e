// What the simulator's tests share: a running simulator, a receiver of its webhooks on a real port, and an API client as a merchant
// would write one.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startWave, type Wave, type WaveOptions } from '../server.ts'

export const SECRET = 'wave_sn_WHS_example_not_a_secret'
export const KEY = 'wave_sn_test_example'

export interface Received {
  headers: IncomingHttpHeaders
  raw: string
  event: { id: string; type: string; data: Record<string, unknown> }
}

export interface Receiver {
  url: string
  received: Received[]
  /** Status of the next answers, in order; then 200. `null` never answers. */
  answers: (number | null)[]
  close(): Promise<void>
}

export async function receiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers: (number | null)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8')
      received.push({ headers: request.headers, raw, event: JSON.parse(raw) as Received['event'] })
      const status = answers.length > 0 ? answers.shift()! : 200
      if (status !== null) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/wave`,
    received,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Reply {
  status: number
  body: any
  text: string
}

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

export async function send(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Reply> {
  const init: RequestInit = { method, headers, redirect: 'manual' }
  if (body !== undefined) {
    init.body = body instanceof URLSearchParams ? body : JSON.stringify(body)
    if (!(body instanceof URLSearchParams)) init.headers = { 'content-type': 'application/json', ...headers }
  }
  const response = await fetch(url, init)
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: json ? JSON.parse(text) : response.headers.get('location'), text }
}

export async function until(condition: () => boolean, within_ms = 3_000): Promise<void> {
  const end = Date.now() + within_ms
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${within_ms} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
