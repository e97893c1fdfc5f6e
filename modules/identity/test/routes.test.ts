/** The wire: signing in by cookie and by bearer, what is refused, what guests and staff may do. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { SESSION_COOKIE } from '../../../kernel/http/admission.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { userId as userIds } from '../api.ts'
import { lastCode, makeUser, newPhone, proveFactor, startIdentity } from './make.ts'

let t: TestProduct
let start: Temporal.Instant

beforeAll(async () => {
  t = await startIdentity()
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => {
  start = start.add({ hours: 72 })
  t.clock.set(start)
})

async function signIn(phone = newPhone()) {
  const sent = await t.call('POST', '/otp', { body: { phone } })
  const answer = await t.call('POST', `/otp/${sent.json.challenge_id}/verification`, {
    body: { code: await lastCode(t, phone) },
  })
  const cookie = String(answer.headers['set-cookie'])
  return { sent, answer, token: answer.json.token as string, cookie, cookieValue: cookie.split(';')[0]! }
}

const staff = async (role: string) => {
  const made = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: made.userId, role }))
  return made
}

test('a person signs in by phone and is known by bearer and by cookie', async () => {
  const phone = newPhone()
  const { sent, answer, token, cookie, cookieValue } = await signIn(phone)
  expect(sent.status).toBe(202)
  expect(sent.json).toEqual({
    challenge_id: expect.stringMatching(/^otp_/),
    resend_at: String(start.add({ seconds: 30 })),
    expires_at: String(start.add({ minutes: 10 })),
  })
  expect(answer.status).toBe(200)
  expect(answer.json.user).toEqual({ id: expect.stringMatching(/^usr_/), is_new: true })
  expect(cookie).toContain(`${SESSION_COOKIE}=`)
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  for (const options of [{ token }, { headers: { cookie: cookieValue } }]) {
    const me = await t.call('GET', '/me', options)
    expect(me.status).toBe(200)
    expect(me.json).toMatchObject({
      id: answer.json.user.id,
      phone,
      phone_verified: true,
      email: null,
      roles: [],
      permissions: [],
      partner_ids: [],
      session: { rotation_due: false },
    })
  }
})

test('a guest, a wrong token and an ended session are not signed in', async () => {
  expect((await t.call('GET', '/me')).json.code).toBe('kernel.sign_in_required')
  expect((await t.call('GET', '/me', { token: 'nonsense' })).status).toBe(401)
  const { token, cookieValue } = await signIn()
  const out = await t.call('DELETE', '/sessions/current', { headers: { cookie: cookieValue } })
  expect(out.status).toBe(204)
  expect(String(out.headers['set-cookie'])).toContain(`${SESSION_COOKIE}=;`)
  expect((await t.call('GET', '/me', { token })).status).toBe(401)
  expect((await t.call('DELETE', '/sessions/current')).status).toBe(204)
})

test('a cookie sent from another site does nothing; a bearer is not a cookie', async () => {
  const { cookieValue, token } = await signIn()
  const crossSite = { 'sec-fetch-site': 'cross-site' }
  const forged = await t.call('POST', '/sessions/others/revocation', { headers: { cookie: cookieValue, ...crossSite } })
  expect(forged.status).toBe(403)
  expect(forged.json.code).toBe('kernel.cross_site')
  const origin = { cookie: cookieValue, origin: 'https://evil.example' }
  expect((await t.call('DELETE', '/sessions/current', { headers: origin })).status).toBe(403)
  expect((await t.call('GET', '/me', { token })).status).toBe(200)
  const own = { cookie: cookieValue, 'sec-fetch-site': 'same-origin' }
  expect((await t.call('POST', '/sessions/others/revocation', { headers: own })).status).toBe(200)
  expect((await t.call('POST', '/sessions/others/revocation', { token, headers: crossSite })).status).toBe(200)
})

test('the answer is the same for a number with and without an account', async () => {
  const { phone } = await makeUser(t)
  const known = await t.call('POST', '/otp', { body: { phone } })
  const unknown = await t.call('POST', '/otp', { body: { phone: newPhone() } })
  expect(Object.keys(known.json)).toEqual(Object.keys(unknown.json))
  expect([known.status, known.json.resend_at, known.json.expires_at]).toEqual([
    unknown.status,
    unknown.json.resend_at,
    unknown.json.expires_at,
  ])
})

test('refusals carry a sentence in the person’s language and the field', async () => {
  const french = await t.call('POST', '/otp', { body: { phone: '77 12' }, headers: { 'accept-language': 'fr' } })
  expect(french.status).toBe(422)
  expect(french.json).toMatchObject({
    code: 'identity.phone_invalid',
    fields: { phone: { code: 'identity.phone_invalid' } },
  })
  expect(french.json.detail).toContain('77 123 45 67')
  const phone = newPhone()
  const sent = await t.call('POST', '/otp', { body: { phone } })
  const code = await lastCode(t, phone)
  const wrong = await t.call('POST', `/otp/${sent.json.challenge_id}/verification`, {
    body: { code: code === '000000' ? '000001' : '000000' },
    headers: { 'accept-language': 'en' },
  })
  expect(wrong.json).toMatchObject({ code: 'identity.code_wrong', detail: expect.stringContaining('4') })
  // The refusal was counted: four more and it is over, although every one of them was refused.
  for (let i = 0; i < 4; i++)
    await t.call('POST', `/otp/${sent.json.challenge_id}/verification`, {
      body: { code: code === '000000' ? '000001' : '000000' },
    })
  const late = await t.call('POST', `/otp/${sent.json.challenge_id}/verification`, { body: { code } })
  expect(late.json.code).toBe('identity.code_exhausted')
})

test('too early a resend says how long to wait', async () => {
  const phone = newPhone()
  await t.call('POST', '/otp', { body: { phone } })
  const again = await t.call('POST', '/otp', { body: { phone } })
  expect(again.status).toBe(429)
  expect(again.json).toMatchObject({ code: 'identity.resend_too_soon', values: { seconds: '30' } })
})

test('the same request with the same key sends one code', async () => {
  const phone = newPhone()
  const first = await t.call('POST', '/otp', { body: { phone }, key: 'once' })
  const second = await t.call('POST', '/otp', { body: { phone }, key: 'once' })
  expect(second.status).toBe(202)
  expect(second.json).toEqual(first.json)
})

test('devices are listed and signed out one by one', async () => {
  const phone = newPhone()
  const here = await signIn(phone)
  t.clock.advance({ seconds: 1 })
  const there = await signIn(phone)
  const list = await t.call('GET', '/sessions', { token: here.token })
  expect(list.json.items).toHaveLength(2)
  expect(list.json.items.filter((item: { current: boolean }) => item.current)).toHaveLength(1)
  const other = list.json.items.find((item: { current: boolean }) => !item.current)
  expect((await t.call('DELETE', `/sessions/${other.id}`, { token: here.token })).status).toBe(204)
  expect((await t.call('GET', '/me', { token: there.token })).status).toBe(401)
  const stranger = await signIn()
  const mine = (await t.call('GET', '/sessions', { token: here.token })).json.items[0]
  expect((await t.call('DELETE', `/sessions/${mine.id}`, { token: stranger.token })).status).toBe(404)
  expect((await t.call('GET', '/me', { token: here.token })).status).toBe(200)
})

test('a browser gets a new token when it is due, and the old one fades', async () => {
  const { token, cookieValue } = await signIn()
  expect((await t.call('POST', '/sessions/current/rotation', { token })).json).toEqual({ rotated: false })
  t.clock.advance({ hours: 24 })
  expect((await t.call('GET', '/me', { headers: { cookie: cookieValue } })).json.session.rotation_due).toBe(true)
  const rotated = await t.call('POST', '/sessions/current/rotation', { headers: { cookie: cookieValue } })
  expect(rotated.json).toEqual({ rotated: true, token: expect.any(String) })
  expect(String(rotated.headers['set-cookie'])).toContain(rotated.json.token)
  const me = await t.call('GET', '/me', { token: rotated.json.token })
  expect(me.json.session.rotation_due).toBe(false)
  t.clock.advance({ minutes: 2 })
  expect((await t.call('GET', '/me', { token })).status).toBe(401)
  expect((await t.call('GET', '/me', { token: rotated.json.token })).status).toBe(401)
})

test('staff find an account, masked; others may not look', async () => {
  const { phone, userId, token } = await makeUser(t)
  const support = await staff('support')
  expect((await t.call('GET', `/users?phone=${encodeURIComponent(phone)}`, { token })).status).toBe(403)
  const found = await t.call('GET', `/users?phone=${encodeURIComponent(phone)}`, { token: support.token })
  expect(found.json.items).toMatchObject([{ id: userIds.wire(userId), status: 'active', phone_verified: true }])
  expect(found.text).not.toContain(phone)
  expect((await t.call('GET', `/users/${userIds.wire(userId)}`, { token: support.token })).status).toBe(200)
  expect(
    (await t.call('GET', `/users?phone=${encodeURIComponent(newPhone())}`, { token: support.token })).json.items,
  ).toEqual([])
  expect((await t.call('GET', '/users', { token: support.token })).status).toBe(422)
})

test('staff suspend and reinstate, on record; never themselves, and not without the permission', async () => {
  const { phone, userId, token } = await makeUser(t)
  const path = `/users/${userIds.wire(userId)}/suspension`
  const [support, admin] = [await staff('support'), await staff('administrator')]
  const body = { reason: 'chargebacks' }
  expect((await t.call('POST', path, { token: support.token, body })).status).toBe(403)
  expect((await t.call('POST', path, { token: admin.token, body })).status).toBe(204)
  expect((await t.call('GET', '/me', { token })).status).toBe(401)
  t.clock.advance({ seconds: 1 })
  const reinstate = () =>
    t.call('POST', `/users/${userIds.wire(userId)}/reinstatement`, {
      token: admin.token,
      body: { reason: 'paid back' },
    })
  // Ending sessions is quick; letting somebody in again is a right given.
  expect((await reinstate()).json.code).toBe('identity.second_factor_needed')
  await proveFactor(t, admin.token)
  expect((await reinstate()).status).toBe(204)
  expect((await signIn(phone)).answer.status).toBe(200)
  const self = `/users/${userIds.wire(admin.userId)}/suspension`
  expect((await t.call('POST', self, { token: admin.token, body })).json.code).toBe('identity.own_account')
  const records = await t.asOwner(
    async (client) =>
      (
        await client.query(
          "select action, reason, actor_id from audit.record where subject_id = $1 and action like '%suspended' or subject_id = $1 and action like '%reinstated' order by id",
          [userId],
        )
      ).rows,
  )
  expect(records).toEqual([
    { action: 'identity.user_suspended', reason: 'chargebacks', actor_id: admin.userId },
    { action: 'identity.user_reinstated', reason: 'paid back', actor_id: admin.userId },
  ])
})

test('roles show in /me, those for a partner apart', async () => {
  await t.close()
  t = await startIdentity({
    policy: {
      access: { roles: { support: ['identity.view'], cashier: ['redemption.scan'] }, scopedRoles: ['cashier'] },
    },
  })
  t.clock.set(start)
  const { userId, token } = await makeUser(t)
  const partner = '01980000-0000-7000-8000-00000000cafe'
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId, role: 'support' }))
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId, role: 'cashier', scope: partner }))
  expect((await t.call('GET', '/me', { token })).json).toMatchObject({
    roles: ['cashier', 'support'],
    permissions: ['identity.view'],
    partner_ids: [expect.stringMatching(/^prt_/)],
    partner_permissions: ['redemption.scan'],
  })
})
