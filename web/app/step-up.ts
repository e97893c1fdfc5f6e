/**
 * Confirming an act in the form that asks for it. When the API wants a fresh proof (`identity.step_up_required`), `<Form>`
 * shows itself again with a field for the code; what is typed there is proven just before the act goes out, so one button
 * does both. Pages and their actions know nothing of it.
 */

import type { ApiAnswer, ApiRequest, WebRequest } from '../contract.ts'

/** The field that `<Form>` adds, and the API's name for what is wrong with it. */
export const SECOND_FACTOR_FIELD = 'second_factor_code'

type Fetch = WebRequest['fetch']

/** The code in a form that was sent; undefined when there is none. Leaves the body to be read again. */
export async function sentCode(request: Request): Promise<string | undefined> {
  const isForm = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  if (request.method !== 'POST' || !isForm) return undefined
  const code = (await request.clone().formData()).get(SECOND_FACTOR_FIELD)
  return typeof code === 'string' && code.trim() !== '' ? code.trim() : undefined
}

/** Proves `code` before the first act goes out; a wrong code is then the answer to each of them. */
export function proving(fetch: Fetch, code: string): Fetch {
  let refusal: Promise<ApiAnswer | undefined> | undefined
  const prove = async (act: ApiRequest): Promise<ApiAnswer | undefined> => {
    const headers = new Headers(act.headers)
    headers.delete('idempotency-key')
    headers.set('content-type', 'application/json')
    const url = new URL('/api/sessions/current/second-factor', act.url)
    const answer = await fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify({ code }) }))
    return answer.ok ? undefined : answer
  }
  return async (request) => {
    if (request.method === 'GET') return fetch(request)
    refusal ??= prove(request)
    return (await refusal) ?? fetch(request)
  }
}
