/** Confirming an act in its form: the code goes first and once, and what it answers stands for the act. */
import { expect, test } from 'vitest'
import { proving, sentCode } from '../app/step-up.ts'
import type { ApiRequest } from '../contract.ts'

const ORIGIN = 'https://wolo.example.sn'
const formOf = (fields: Record<string, string>, method = 'POST') =>
  new Request(`${ORIGIN}/staff/team/usr_1`, { method, body: new URLSearchParams(fields) })
const act = () =>
  new Request(`${ORIGIN}/api/memberships/usr_1/support`, {
    method: 'PUT',
    headers: { 'accept-language': 'fr', 'idempotency-key': 'k' },
    body: '{}',
  })

/** An API that keeps what it was asked; the proof is answered with `proof`. */
function api(proof: number) {
  const asked: { path: string; key: string | null; body: string }[] = []
  const fetch = async (request: ApiRequest) => {
    const path = new URL(request.url).pathname
    asked.push({
      path,
      key: request.headers.get('idempotency-key'),
      body: Buffer.from(await request.arrayBuffer()).toString(),
    })
    const isProof = path.endsWith('/second-factor')
    const refused = isProof && proof !== 204
    const body = refused ? { code: 'identity.second_factor_wrong' } : undefined
    return {
      ok: !refused,
      status: refused ? proof : 204,
      headers: new Headers(),
      text: async () => JSON.stringify(body) ?? '',
      json: async () => body,
      arrayBuffer: async () => new ArrayBuffer(0),
    }
  }
  return { asked, fetch }
}

test('a form without the field has no code, and its body is still there to be read', async () => {
  expect(await sentCode(formOf({ reason: 'x' }))).toBeUndefined()
  expect(await sentCode(formOf({ second_factor_code: '  ' }))).toBeUndefined()
  const form = formOf({ second_factor_code: ' 123456 ', reason: 'joins' })
  expect(await sentCode(form)).toBe('123456')
  expect((await form.formData()).get('reason')).toBe('joins')
  expect(await sentCode(new Request(ORIGIN))).toBeUndefined()
})

test('the code is proven before the first act, once, under no key of the act', async () => {
  const { asked, fetch } = api(204)
  const proven = proving(fetch, '123456')
  await proven(new Request(`${ORIGIN}/api/me`))
  await proven(act())
  await proven(act())
  const proof = { path: '/api/sessions/current/second-factor', key: null, body: '{"code":"123456"}' }
  const done = { path: '/api/memberships/usr_1/support', key: 'k', body: '{}' }
  expect(asked).toEqual([{ path: '/api/me', key: null, body: '' }, proof, done, done])
})

test('a wrong code is the answer to every act, and none of them is sent', async () => {
  const { asked, fetch } = api(422)
  const proven = proving(fetch, '000000')
  for (let i = 0; i < 2; i++) {
    const answer = await proven(act())
    expect([answer.status, await answer.json()]).toEqual([422, { code: 'identity.second_factor_wrong' }])
  }
  expect(asked).toHaveLength(1)
})
