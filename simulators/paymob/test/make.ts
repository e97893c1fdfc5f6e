// What the simulator's tests share: a running simulator, a receiver of its callbacks on a real port, and an API client as a merchant
// would write one.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPaymob, type Paymob, type PaymobOptions } from '../server.ts'

export const SECRET = 'EXAMPLEHMACSECRET'
export const KEY = 'egy_sk_test_example'
export const PUBLIC = 'egy_pk_test_example'
export const API_KEY = 'example_api_key'

export interface Received {
  hmac: string | null
  raw: string
  body: any
}

export interface Receiver {
  url: string
  received: Received[]
  /** Status of the next answers, in order; then 200. */
  answers: number[]
  close(): Promise<void>
}

export async function receiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8')
      const { searchParams } = new URL(request.url!, 'http://x')
      received.push({ hmac: searchParams.get('hmac'), raw, body: JSON.parse(raw) })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callbacks`,
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
  paymob: Paymob
  hook: Receiver
  /** With the secret key. */
  act(method: string, path: string, body?: unknown): Promise<Reply>
  /** With a token. */
  ask(method: string, path: string, body?: unknown): Promise<Reply>
  intention(fields?: Record<string, unknown>): Promise<any>
  page(intention: { client_secret: string }): string
  close(): Promise<void>
}

export const billing = { first_name: 'Mona', last_name: 'NA', email: 'a@b.example', phone_number: 'NA' }

export async function merchant(options: PaymobOptions = {}): Promise<Merchant> {
  const hook = await receiver()
  const paymob = await startPaymob({
    secretKey: KEY,
    publicKey: PUBLIC,
    apiKey: API_KEY,
    hmacSecret: SECRET,
    callbackUrl: hook.url,
    retryMs: [20, 20, 20],
    ...options,
  })
  const act: Merchant['act'] = (method, path, body) =>
    send(`${paymob.url}${path}`, method, body, { authorization: `Token ${KEY}` })
  return {
    paymob,
    hook,
    act,
    async ask(method, path, body) {
      const { token } = (await send(`${paymob.url}/api/auth/tokens`, 'POST', { api_key: API_KEY }, {})).body
      return send(`${paymob.url}${path}`, method, body, { authorization: `Bearer ${token}` })
    },
    async intention(fields = {}) {
      const reply = await act('POST', '/v1/intention/', {
        amount: 30_000,
        currency: 'EGP',
        payment_methods: [1001, 1003],
        items: [{ name: 'Monthly', amount: 30_000, quantity: 1 }],
        billing_data: billing,
        redirection_url: 'https://shop.example/return',
        ...fields,
      })
      if (reply.status !== 201) throw new Error(reply.text)
      return reply.body
    },
    page: ({ client_secret }) =>
      `${paymob.url}/unifiedcheckout/?${new URLSearchParams({ publicKey: PUBLIC, clientSecret: client_secret }).toString()}`,
    async close() {
      await paymob.close()
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
