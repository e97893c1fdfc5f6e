import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { forged, genuine, sign, signatureHeader } from '../signature.ts'

const secret = 'wave_sn_WHS_example_not_a_secret'
const t = 1760000000
const body =
  '{"id":"EV_test0001","type":"checkout.session.completed","data":{"id":"cos-test0001","amount":"1500","currency":"XOF"}}'
const v1 = '4ec44ee5893835c5664bd91f7693f09729369a35af872a0ec3166df542831a60'

test('the timestamp is followed by the body with nothing between', () => {
  expect(sign(secret, t, body)).toBe(v1)
  expect(signatureHeader([secret], t, body)).toBe(`t=1760000000,v1=${v1}`)
})

test('the dot variant many clones use is another signature', () => {
  const dot = 'fb2a5936801f41c98e3d83b005c92dfd7f35600fa58386b6acb351f9694cb633'
  expect(forged('dot', 'signature', [secret], t, body).headers['wave-signature']).toBe(`t=${t},v1=${dot}`)
})

test('a rotation signs with both secrets', () => {
  const second = createHmac('sha256', 'second').update(`${t}${body}`).digest('hex')
  expect(signatureHeader([secret, 'second'], t, body)).toBe(`t=${t},v1=${v1},v1=${second}`)
})

test('a shared secret travels as a bearer token and signs nothing', () => {
  expect(genuine('shared-secret', [secret], t, body).headers).toEqual({ authorization: `Bearer ${secret}` })
})

test.each(['signature', 'dot', 'tampered-body', 'other-secret'] as const)(
  'the forgery %s does not verify',
  (forgery) => {
    const { raw, headers } = forged(forgery, 'signature', [secret], t, body)
    expect(headers['wave-signature']).toContain(`t=${t},v1=`)
    expect(headers['wave-signature']).not.toContain(sign(secret, t, raw))
  },
)

test('an old timestamp verifies but is an hour late', () => {
  const { headers } = forged('old-timestamp', 'signature', [secret], t, body)
  expect(headers['wave-signature']).toBe(`t=${t - 3600},v1=${sign(secret, t - 3600, body)}`)
})

test('an unsigned forgery carries no proof in either mode', () => {
  expect(forged('unsigned', 'signature', [secret], t, body).headers).toEqual({})
  expect(forged('unsigned', 'shared-secret', [secret], t, body).headers).toEqual({})
  expect(forged('dot', 'shared-secret', [secret], t, body).headers['authorization']).not.toContain(secret)
})
