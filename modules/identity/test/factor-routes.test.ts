/** The routes around second factors: a sign-in half done, acts that ask for a fresh proof, what an administrator may reset. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { startSession, userId as userIds } from '../api.ts'
import { SIGN_IN } from '../rules.ts'
import { digitsOf, lastCode, makeUser, newPhone, proveFactor, roles, startIdentity } from './make.ts'

let t: TestProduct
let start: Temporal.Instant

beforeAll(async () => {
  t = await startIdentity({
    policy: { access: { roles }, identity: { secondFactor: { requiredFor: ['administrator', 'support'] } } },
  })
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => {
  start = start.add({ hours: 24 })
  t.clock.set(start)
})

const code = async (answer: ReturnType<TestProduct['call']>) => {
  const { status, json } = await answer
  return [status, json?.code]
}
const proof = (token: string, digits: string) =>
  t.call('POST', '/sessions/current/second-factor', { token, body: { code: digits } })

/** Somebody with a second factor; their session has proven it. */
async function protectedUser(role?: string) {
  const user = await makeUser(t)
  if (role) await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role }))
  return { ...user, secret: await proveFactor(t, user.token) }
}

const secondSession = async (userId: string) =>
  (await t.tx((tx) => startSession(t.ctx(), tx, userId, { label: 'Other' }))).token

test('a person sets a factor up, signs in again, and is asked for it', async () => {
  const phone = newPhone()
  const { token } = await makeUser(t, phone)
  expect((await t.call('GET', '/me/second-factor', { token })).json).toEqual({
    since: null,
    recovery_codes_left: 0,
    enrolling: false,
  })
  expect(await code(t.call('GET', '/me/second-factor/enrolment', { token }))).toEqual([404, 'kernel.not_found'])
  const begun = await t.call('POST', '/me/second-factor/enrolment', { token })
  expect((await t.call('GET', '/me/second-factor/enrolment', { token })).json).toEqual(begun.json)
  const { secret } = begun.json
  const confirm = (digits: string) =>
    t.call('POST', '/me/second-factor/enrolment/confirmation', { token, body: { code: digits } })
  expect((await confirm('000000')).json.fields).toHaveProperty('second_factor_code')
  expect((await confirm(digitsOf(t, secret))).json.recovery_codes).toHaveLength(10)

  t.clock.advance({ minutes: 1 })
  const sent = await t.call('POST', '/otp', { body: { phone } })
  const entered = await t.call('POST', `/otp/${sent.json.challenge_id}/verification`, {
    body: { code: await lastCode(t, phone) },
  })
  expect(entered.json.second_factor_required).toBe(true)
  const half: string = entered.json.token
  expect((await t.call('GET', '/sessions/current/second-factor', { token: half })).json).toEqual({ required: true })
  expect(await code(t.call('GET', '/me', { token: half }))).toEqual([401, 'identity.second_factor_required'])
  expect((await proof(half, digitsOf(t, secret))).status).toBe(204)
  expect((await t.call('GET', '/me', { token: half })).status).toBe(200)
  expect((await t.call('GET', '/sessions/current/second-factor', { token: half })).json).toEqual({ required: false })
})

test('whoever holds only the first proof can do nothing but prove the second, or leave', async () => {
  const { userId, token } = await protectedUser('administrator')
  const half = await secondSession(userId)
  const mine = (method: string, path: string, body?: object) =>
    t.call(method, path, { token: half, ...(body ? { body } : {}) })
  for (const [method, path, body] of [
    ['GET', '/me'],
    ['GET', '/sessions'],
    ['POST', '/sessions/others/revocation'],
    ['POST', '/sessions/current/rotation'],
    ['POST', '/me/second-factor/enrolment'],
    ['POST', '/me/second-factor/removal', { code: '123456' }],
    ['POST', '/me/second-factor/recovery-codes'],
    ['POST', '/email-verifications', { email: 'a@example.sn' }],
    ['GET', '/roles'],
    ['GET', `/users/${userIds.wire(userId)}`],
  ] as const)
    expect([path, ...(await code(mine(method, path, body)))]).toEqual([path, 401, 'identity.second_factor_required'])
  // Where everybody may come in they are nobody: a number cannot be added to the account this way.
  expect(await code(mine('POST', '/otp', { phone: newPhone(), purpose: 'add_phone' }))).toEqual([
    401,
    'kernel.sign_in_required',
  ])
  expect((await mine('DELETE', '/sessions/current')).status).toBe(204)
  expect((await mine('GET', '/sessions/current/second-factor')).status).toBe(401)
  expect((await t.call('GET', '/me', { token })).status).toBe(200)
})

test('whoever finds a session open puts no authenticator of their own on the account', async () => {
  const { userId, token } = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId, role: 'support' }))
  const begin = (by: string) => t.call('POST', '/me/second-factor/enrolment', { token: by })
  t.clock.advance({ minutes: 10 })
  expect(await code(begin(token))).toEqual([403, 'identity.sign_in_again'])
  const { json } = await t.call('GET', '/me/second-factor', { token })
  expect(json).toMatchObject({ since: null, enrolling: false })

  // Its owner begins after signing in again, and may take their time; the old session neither reads nor finishes it.
  t.clock.advance({ hours: 1 })
  const fresh = await secondSession(userId)
  const begun = await begin(fresh)
  t.clock.advance({ minutes: 20 })
  const confirm = (by: string) =>
    t.call('POST', '/me/second-factor/enrolment/confirmation', {
      token: by,
      body: { code: digitsOf(t, begun.json.secret) },
    })
  expect(await code(t.call('GET', '/me/second-factor/enrolment', { token }))).toEqual([403, 'identity.sign_in_again'])
  expect(await code(confirm(token))).toEqual([403, 'identity.sign_in_again'])
  expect((await confirm(fresh)).json.recovery_codes).toHaveLength(10)
})

test('a role that needs a factor says so, and opens once there is one', async () => {
  const { userId, token } = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId, role: 'support' }))
  const me = await t.call('GET', '/me', { token })
  expect(me.json).toMatchObject({ roles: ['support'], permissions: [], second_factor_needed: true })
  const look = () => code(t.call('GET', `/users/${userIds.wire(userId)}`, { token }))
  expect(await look()).toEqual([403, 'identity.second_factor_needed'])
  await proveFactor(t, token)
  expect(await look()).toEqual([200, undefined])
  const { json } = await t.call('GET', '/me', { token })
  expect(json).toMatchObject({ permissions: ['identity.view'], second_factor_needed: false })
})

test('an act on rights asks for a fresh proof, is done with the same key, and repeats only after another', async () => {
  const { token, secret } = await protectedUser('administrator')
  const person = await makeUser(t)
  t.clock.advance({ minutes: 10 })
  const give = () =>
    t.call('PUT', `/memberships/${userIds.wire(person.userId)}/support`, {
      token,
      key: 'one act',
      body: { reason: 'joins the team' },
    })
  const refused = await give()
  expect([refused.status, refused.json.code, refused.json.retry]).toEqual([
    403,
    'identity.step_up_required',
    'same-key',
  ])
  expect((await t.call('GET', '/memberships?role=support', { token })).json.items).not.toContainEqual(
    expect.objectContaining({ user_id: userIds.wire(person.userId) }),
  )
  await proof(token, digitsOf(t, secret))
  expect((await give()).status).toBe(204)
  const again = await give()
  expect([again.status, again.headers['idempotency-replayed']]).toEqual([204, 'true'])
  t.clock.advance({ minutes: 10 })
  expect((await give()).json.code).toBe('identity.step_up_required')
})

test('reading asks for no fresh proof', async () => {
  const { token } = await protectedUser('administrator')
  t.clock.advance({ hours: 3 })
  expect((await t.call('GET', '/roles', { token })).status).toBe(200)
})

test('guesses are refused with the time to wait, in words', async () => {
  const { token, secret } = await protectedUser()
  t.clock.advance({ minutes: 1 })
  const wrong = String((Number(digitsOf(t, secret)) + 1) % 1_000_000).padStart(6, '0')
  for (let i = 0; i < SIGN_IN.freePerAccount; i++) expect((await proof(token, wrong)).status).toBe(422)
  const answer = await t.call('POST', '/sessions/current/second-factor', {
    token,
    body: { code: wrong },
    headers: { 'accept-language': 'fr' },
  })
  expect([answer.status, answer.json.code, answer.json.retry]).toEqual([
    429,
    'identity.second_factor_blocked',
    'same-key',
  ])
  expect(answer.json.detail).toMatch(/réessayer dans 30.secondes/)
})

test('an administrator resets another’s factor, with a fresh proof; support may not', async () => {
  const [admin, support, lost] = [
    await protectedUser('administrator'),
    await protectedUser('support'),
    await protectedUser(),
  ]
  const reset = (token: string, of = lost.userId) =>
    t.call('POST', `/users/${userIds.wire(of)}/second-factor/reset`, { token, body: { reason: 'phone lost' } })
  expect(await code(reset(support.token))).toEqual([403, 'kernel.forbidden'])
  expect(await code(reset(admin.token, admin.userId))).toEqual([403, 'identity.own_second_factor'])
  t.clock.advance({ minutes: 11 })
  expect(await code(reset(admin.token))).toEqual([403, 'identity.step_up_required'])
  await proof(admin.token, digitsOf(t, admin.secret))
  expect((await reset(admin.token)).status).toBe(204)
  expect((await t.call('GET', '/me', { token: lost.token })).status).toBe(401)
  expect(await code(reset(admin.token))).toEqual([409, 'identity.no_second_factor'])
})

test('staff sign a person out everywhere, on record', async () => {
  const [admin, person] = [await protectedUser('administrator'), await makeUser(t)]
  await secondSession(person.userId)
  const path = `/users/${userIds.wire(person.userId)}/sessions/revocation`
  const body = { reason: 'phone stolen' }
  expect((await t.call('POST', path, { token: person.token, body })).status).toBe(403)
  expect((await t.call('POST', path, { token: admin.token, body })).json).toEqual({ ended: 2 })
  expect((await t.call('GET', '/me', { token: person.token })).status).toBe(401)
  expect((await t.call('POST', path, { token: admin.token, body })).json).toEqual({ ended: 0 })
  const records = await t.asOwner((client) =>
    client.query("select reason from audit.record where action = 'identity.sessions_ended' and subject_id = $1", [
      person.userId,
    ]),
  )
  expect(records.rows).toEqual([{ reason: 'phone stolen' }, { reason: 'phone stolen' }])
})

test('the team’s accounts show who is protected and who must be', async () => {
  const admin = await protectedUser('administrator')
  const bare = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: bare.userId, role: 'support' }))
  const { json, text } = await t.call('GET', '/staff-accounts?limit=100', { token: admin.token })
  const of = (userId: string) =>
    (json.items as { user_id: string }[]).find((item) => item.user_id === userIds.wire(userId))
  expect(of(admin.userId)).toMatchObject({ second_factor_since: String(start), second_factor_required: true })
  expect(of(bare.userId)).toMatchObject({ second_factor_since: null, second_factor_required: true, status: 'active' })
  expect(text).not.toContain(bare.phone)
})

test('a search that finds nobody is on record, without what was typed', async () => {
  const support = await protectedUser('support')
  const phone = newPhone()
  await t.call('GET', `/users?phone=${encodeURIComponent(phone)}`, { token: support.token })
  const { rows } = await t.asOwner((client) =>
    client.query("select actor_id, after from audit.record where action = 'identity.user_searched' and actor_id = $1", [
      support.userId,
    ]),
  )
  expect(rows).toEqual([{ actor_id: support.userId, after: { by: 'phone', found: 0 } }])
})

test('the authenticator of development is open here, as the outbox is', async () => {
  const { userId, secret } = await protectedUser()
  const { json } = await t.call('GET', '/dev/authenticator')
  const shown = (json.items as { user_id: string }[]).find((item) => item.user_id === userIds.wire(userId))
  expect(shown).toMatchObject({ secret, code: digitsOf(t, secret) })
})
