/** People of the demonstration, signed in as a browser would be but without walking through the pages, and what they have. */
import { codeFor, eventually } from './house.ts'

/** Who opens a page; `guest` has no account. */
export type Who = keyof typeof PHONES | 'guest'

export const PHONES = {
  awa: '+221771000001',
  dieynaba: '+221771000002',
  elimane: '+221771000003',
  moussa: '+221771000004',
  fatou: '+221771000005',
  binta: '+221771000011',
  tidiane: '+221771000012',
  fallou: '+221771000013',
  cashier: '+221772000001',
  manager: '+221772000002',
  support: '+221773000001',
  finance: '+221773000002',
  controller: '+221773000003',
  operations: '+221773000004',
  admin: '+221773000005',
} as const

type Json = Record<string, unknown>

/** Calls the API as somebody; throws what it refuses. */
export interface Caller {
  readonly token: string | undefined
  get<T = Json>(path: string): Promise<T>
  post<T = Json>(path: string, body?: Json, key?: string): Promise<T>
  put<T = Json>(path: string, body: Json): Promise<T>
}

/** `language`: what refusals and texts are asked in; the product's own without it. */
export function callerOf(url: string, token?: string, language?: string): Caller {
  const call = async (method: string, path: string, body?: Json, key?: string) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(language ? { 'accept-language': language } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return (text ? JSON.parse(text) : {}) as never
  }
  return {
    token,
    get: (path) => call('GET', path),
    post: (path, body = {}, key) => call('POST', path, body, key),
    put: (path, body) => call('PUT', path, body),
  }
}

/** Signs in by SMS code, and by the authenticator where one is asked for. */
export async function signInAs(url: string, who: Exclude<Who, 'guest'>): Promise<Caller> {
  return enterWith(url, PHONES[who])
}

/** As above, by number: somebody new, whom the first code makes a person. */
export async function enterWith(url: string, phone: string): Promise<Caller> {
  const guest = callerOf(url)
  const { challenge_id } = await guest.post<{ challenge_id: string }>('/otp', { phone })
  const code = await codeFor(url, phone)
  const entered = await guest.post<{ token: string; second_factor_required: boolean }>(
    `/otp/${challenge_id}/verification`,
    { code },
  )
  const caller = callerOf(url, entered.token)
  if (entered.second_factor_required)
    await caller.post('/sessions/current/second-factor', { code: await authenticatorCode(url, phone) })
  return caller
}

/** What the person's authenticator shows, once it shows one that was not used yet. */
export function authenticatorCode(url: string, phone: string): Promise<string> {
  return eventually(
    `a code of ${phone}’s authenticator`,
    async () => {
      const { items } = await callerOf(url).get<{ items: { phone: string; code: string | null }[] }>(
        '/dev/authenticator',
      )
      return items.find((item) => item.phone === phone)?.code ?? undefined
    },
    { seconds: 40 },
  )
}
