// What this simulator's tests share: a running simulator, a receiver of its callbacks, and an API client as a merchant would write one.
import { receiver as receive, send, type Receiver as ReceiverOf, type Reply } from '../../test/make.ts'
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

export type Receiver = ReceiverOf<Received>

export const receiver = (): Promise<Receiver> =>
  receive('/callbacks', ({ url }, raw) => {
    const { searchParams } = new URL(url!, 'http://x')
    return { hmac: searchParams.get('hmac'), raw, body: JSON.parse(raw) }
  })

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
