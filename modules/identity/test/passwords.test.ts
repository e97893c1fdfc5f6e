/** E-mail and password: nothing tells who has an account, guessing gets slower, links work once. */
import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import type { Refusal } from '../../../kernel/errors.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { codeOf } from '../../../kernel/testing/refusals.ts'
import { authenticate, contactOf, createUser, setPassword, startSession, suspendUser } from '../api.ts'
import {
  beginSignUp,
  confirmEmail,
  requestEmailVerification,
  requestPasswordReset,
  resetPassword,
  signInByPassword,
} from '../passwords.ts'
import { identity } from '../module.ts'
import { lastLink, lastMessage, makeUser, newEmail, startIdentity, warm } from './make.ts'

let t: TestProduct
let start: Temporal.Instant
const PASSWORD = 'un thiof au marché'

beforeAll(async () => {
  t = await startIdentity()
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => {
  start = start.add({ hours: 72 })
  t.clock.set(start)
})

const from = (ip: string): Context => ({ ...t.ctx({ kind: 'guest' }), origin: { ip, userAgent: 'test' } })
const signIn = (email: string, password: string, ctx = from('203.0.113.1')) =>
  signInByPassword(ctx, t.tx, { email, password })
const confirm = (token: string) => t.tx((tx) => confirmEmail(t.ctx(), tx, token))
const begin = (email: string, password = PASSWORD) => beginSignUp(t.ctx({ kind: 'guest' }), t.tx, { email, password })
const reset = (token: string, password: string) => resetPassword(t.ctx({ kind: 'guest' }), t.tx, { token, password })
const askReset = (email: string) => t.tx((tx) => requestPasswordReset(t.ctx({ kind: 'guest' }), tx, email))

/** An account with a confirmed address and a password. */
async function makeMember(email = newEmail()) {
  const userId = await t.tx((tx) => createUser(t.ctx(), tx, { email, verified: true }))
  await t.tx((tx) => setPassword(t.ctx(), tx, userId, PASSWORD))
  return { userId, email }
}

test('the account is made when the link is used, with the password given at sign-up', async () => {
  const email = newEmail()
  await begin(email)
  await expect(signIn(email, PASSWORD)).rejects.toThrow('identity.invalid_credentials')
  const { userId } = await confirm(await lastLink(t, email))
  expect(await t.tx((tx) => contactOf(t.ctx(), tx, userId))).toMatchObject({
    email,
    emailVerified: true,
    locale: 'fr-SN',
  })
  const session = await signIn(email.toUpperCase(), PASSWORD)
  expect(session.userId).toBe(userId)
  expect(await t.tx((tx) => authenticate(t.ctx(), tx, session.token))).toMatchObject({ userId })
})

test('a link works once and for 24 hours', async () => {
  const [used, late] = [newEmail(), newEmail()]
  await begin(used)
  const token = await lastLink(t, used)
  await confirm(token)
  await expect(confirm(token)).rejects.toThrow('identity.link_invalid')
  await begin(late)
  t.clock.advance({ hours: 24 })
  await expect(confirm(await lastLink(t, late))).rejects.toThrow('identity.link_invalid')
  await expect(confirm('x'.repeat(64))).rejects.toThrow('identity.link_invalid')
})

test('ten uses of one link at once make one account', async () => {
  await warm(t)
  const email = newEmail()
  await begin(email)
  const token = await lastLink(t, email)
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => confirm(token)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a stranger who signs up first with somebody’s address gets nothing', async () => {
  const email = newEmail()
  await begin(email, 'the password of a stranger')
  const strangers = await lastLink(t, email)
  t.clock.advance({ minutes: 1 })
  await begin(email)
  await confirm(await lastLink(t, email))
  await expect(signIn(email, 'the password of a stranger')).rejects.toThrow('identity.invalid_credentials')
  // Their link still points into the owner's mailbox; even used, it changes no password.
  await confirm(strangers)
  await expect(signIn(email, 'the password of a stranger')).rejects.toThrow('identity.invalid_credentials')
  await expect(signIn(email, PASSWORD)).resolves.toBeDefined()
})

test('signing up with a known address answers the same and tells only the owner', async () => {
  const { email } = await makeMember()
  const known = await t.call('POST', '/accounts', { body: { email, password: 'another good one' } })
  const unknown = await t.call('POST', '/accounts', { body: { email: newEmail(), password: 'another good one' } })
  expect([known.status, known.json]).toEqual([unknown.status, unknown.json])
  expect((await lastMessage(t, email))?.key).toBe('identity.already_registered')
  await expect(signIn(email, PASSWORD)).resolves.toBeDefined()
})

test.each([
  ['court', 'identity.password_too_short'],
  ['motdepasse2024', 'identity.password_common'],
])('the password %s is refused: %s', async (password, code) => {
  await expect(begin(newEmail(), password)).rejects.toThrow(code)
})

test('an address gets four of our mails an hour, whoever asks', async () => {
  const email = newEmail()
  for (let i = 0; i < 4; i++) await askReset(email)
  await expect(askReset(email)).rejects.toThrow('kernel.too_many_requests')
  await expect(begin(email)).rejects.toThrow('kernel.too_many_requests')
  t.clock.advance({ hours: 1 })
  await expect(askReset(email)).resolves.toBeUndefined()
})

test('wrong password, unknown address and no password at all are one refusal', async () => {
  const { email } = await makeMember()
  const { userId } = await makeUser(t)
  const bare = newEmail()
  await t.tx((tx) => createUser(t.ctx(), tx, { email: bare, verified: true }))
  expect(userId).toBeDefined()
  for (const [address, password] of [
    [email, 'not this one'],
    [newEmail(), PASSWORD],
    [bare, PASSWORD],
  ] as const) {
    const answer = await t.call('POST', '/sessions', { body: { email: address, password } })
    expect([answer.status, answer.json.code]).toEqual([401, 'identity.invalid_credentials'])
  }
})

test('an unknown address takes as long as a wrong password', async () => {
  const { email } = await makeMember()
  const time = async (address: string) => {
    const times: number[] = []
    for (let i = 0; i < 4; i++) {
      const began = performance.now()
      await signIn(address, 'not this one', from(`198.51.100.${i + 1}`)).catch(() => undefined)
      times.push(performance.now() - began)
    }
    return Math.min(...times)
  }
  const [unknown, known] = [await time(newEmail()), await time(email)]
  // Without the dummy hash the unknown one is about ten times as fast.
  expect(unknown).toBeGreaterThan(known / 3)
})

test('waiting begins with the fifth failure on an account and grows', async () => {
  const { email } = await makeMember()
  const wrong = (n: number) =>
    signIn(email, 'not this one', from(`192.0.2.${n}`)).then(
      () => 'in',
      (error: unknown) => error as Refusal,
    )
  for (let i = 0; i < 5; i++) expect(codeOf(await wrong(i))).toBe('identity.invalid_credentials')
  expect(await wrong(9)).toMatchObject({ kind: { code: 'identity.sign_in_blocked' }, values: { seconds: 30 } })
  await expect(signIn(email, PASSWORD, from('192.0.2.50'))).rejects.toThrow('identity.sign_in_blocked')
  t.clock.advance({ seconds: 30 })
  expect(codeOf(await wrong(10))).toBe('identity.invalid_credentials')
  expect(await wrong(11)).toMatchObject({ values: { seconds: 60 } })
  t.clock.advance({ seconds: 60 })
  await expect(signIn(email, PASSWORD)).resolves.toBeDefined()
  for (let i = 0; i < 4; i++) expect(codeOf(await wrong(20 + i))).toBe('identity.invalid_credentials')
  await expect(signIn(email, PASSWORD)).resolves.toBeDefined()
})

test('fifty guesses at once are five attempts', async () => {
  await warm(t)
  const { email } = await makeMember()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      signIn(email, `guess number ${i}`, from(`10.0.0.${i}`)).then(() => 'in', codeOf),
    ),
  )
  expect(answers.filter((answer) => answer === 'identity.invalid_credentials')).toHaveLength(5)
  expect(answers.filter((answer) => answer === 'identity.sign_in_blocked')).toHaveLength(45)
})

test('one address trying many accounts waits too, while right passwords from it do not add up', async () => {
  const { email } = await makeMember()
  const ctx = from('198.51.100.77')
  for (let i = 0; i < 40; i++) await signIn(email, PASSWORD, ctx)
  const outcomes: string[] = []
  for (let i = 0; i < 35; i++) outcomes.push(await signIn(newEmail(), 'a common guess', ctx).then(() => 'in', codeOf))
  expect(outcomes.filter((outcome) => outcome === 'identity.invalid_credentials')).toHaveLength(30)
  expect(outcomes.at(-1)).toBe('identity.sign_in_blocked')
  await expect(signIn(email, PASSWORD, from('198.51.100.78'))).resolves.toBeDefined()
})

test('a reset link sets the password once, signs every device out and is told by mail', async () => {
  const { userId, email } = await makeMember()
  const { token: session } = await t.tx((tx) => startSession(t.ctx(), tx, userId))
  await askReset(email)
  const token = await lastLink(t, email)
  await expect(reset(token, 'court')).rejects.toThrow('identity.password_too_short')
  t.clock.advance({ minutes: 59 })
  await reset(token, 'le mil est haut')
  expect((await lastMessage(t, email))?.key).toBe('identity.password_changed')
  expect(await t.tx((tx) => authenticate(t.ctx(), tx, session))).toBeUndefined()
  await expect(signIn(email, PASSWORD)).rejects.toThrow('identity.invalid_credentials')
  await expect(signIn(email, 'le mil est haut')).resolves.toBeDefined()
  await expect(reset(token, 'encore un autre mot')).rejects.toThrow('identity.link_invalid')
})

test('a reset link dies after an hour, and with the next one', async () => {
  const { email } = await makeMember()
  await askReset(email)
  const first = await lastLink(t, email)
  t.clock.advance({ seconds: 1 })
  await askReset(email)
  const second = await lastLink(t, email)
  await expect(reset(first, 'le mil est haut')).rejects.toThrow('identity.link_invalid')
  t.clock.advance({ hours: 1 })
  await expect(reset(second, 'le mil est haut')).rejects.toThrow('identity.link_invalid')
})

test('ten uses of one reset link at once set one password', async () => {
  await warm(t)
  const { email } = await makeMember()
  await askReset(email)
  const token = await lastLink(t, email)
  const answers = await Promise.allSettled(
    Array.from({ length: 5 }, (_, i) => reset(token, `une phrase assez longue ${i}`)),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('whoever waits may reset and come in at once', async () => {
  const { email } = await makeMember()
  for (let i = 0; i < 5; i++) await signIn(email, 'not this one', from(`192.0.2.${100 + i}`)).catch(() => undefined)
  await expect(signIn(email, PASSWORD)).rejects.toThrow('identity.sign_in_blocked')
  await askReset(email)
  await reset(await lastLink(t, email), 'le mil est haut')
  await expect(signIn(email, 'le mil est haut')).resolves.toBeDefined()
})

test('asking for a reset answers the same for an unknown address and sends nothing', async () => {
  const [{ email }, unknown] = [await makeMember(), newEmail()]
  const answers = [
    await t.call('POST', '/password-resets', { body: { email } }),
    await t.call('POST', '/password-resets', { body: { email: unknown } }),
  ]
  expect(answers.map(({ status, json }) => [status, json])).toEqual(Array(2).fill([202, { status: 'accepted' }]))
  expect(await lastMessage(t, unknown)).toBeUndefined()
})

test('a suspended account can neither sign in nor reset', async () => {
  const { userId, email } = await makeMember()
  await askReset(email)
  const token = await lastLink(t, email)
  await t.tx((tx) => suspendUser(t.ctx(), tx, userId, 'fraud'))
  await expect(signIn(email, PASSWORD)).rejects.toThrow('identity.suspended')
  await expect(signIn(email, 'not this one')).rejects.toThrow('identity.invalid_credentials')
  await expect(reset(token, 'le mil est haut')).rejects.toThrow('identity.suspended')
})

test('a hash of other costs is renewed at the next sign-in', async () => {
  const { userId, email } = await makeMember()
  const weak = await hash(PASSWORD.normalize('NFKC'), { memoryCost: 8192, timeCost: 1, parallelism: 1 })
  const stored = () =>
    t.asOwner(
      async (client) =>
        (await client.query('select password_hash from identity.credential where user_id = $1', [userId])).rows[0]
          .password_hash as string,
    )
  await t.asOwner((client) =>
    client.query('update identity.credential set password_hash = $2 where user_id = $1', [userId, weak]),
  )
  await signIn(email, PASSWORD)
  const renewed = await stored()
  expect(renewed).toContain('m=19456,t=2,p=1')
  await signIn(email, PASSWORD)
  expect(await stored()).toBe(renewed)
})

test('a signed-in person adds an address by link; a taken one is refused, a replaced one is free again', async () => {
  const { userId, actor } = await makeUser(t)
  const ask = (email: string) => t.tx((tx) => requestEmailVerification(t.ctx(actor), tx, userId, email))
  const [first, second] = [newEmail(), newEmail()]
  await ask(first)
  await confirm(await lastLink(t, first))
  await ask(second)
  await confirm(await lastLink(t, second))
  expect(await t.tx((tx) => contactOf(t.ctx(), tx, userId))).toMatchObject({ email: second, emailVerified: true })
  await makeMember(first)
  t.clock.advance({ seconds: 1 })
  await ask(first)
  await expect(lastLink(t, first).then(confirm)).rejects.toThrow('identity.contact_taken')
})

test('on the wire: sign up, confirm, sign in by cookie, reset', async () => {
  const email = newEmail()
  expect((await t.call('POST', '/accounts', { body: { email, password: PASSWORD } })).status).toBe(202)
  const confirmed = await t.call('POST', '/email-verifications/confirmation', {
    body: { token: await lastLink(t, email) },
  })
  expect(confirmed.json).toMatchObject({ email_verified: true })
  const session = await t.call('POST', '/sessions', { body: { email, password: PASSWORD } })
  expect(session.json.user).toEqual({ id: confirmed.json.user_id, is_new: false })
  const cookie = String(session.headers['set-cookie']).split(';')[0]!
  expect((await t.call('GET', '/me', { headers: { cookie } })).json).toMatchObject({ email, phone: null })
  t.clock.advance({ seconds: 1 })
  expect((await t.call('POST', '/password-resets', { body: { email } })).status).toBe(202)
  const body = { token: await lastLink(t, email), password: 'le mil est haut' }
  expect((await t.call('POST', '/password-resets/confirmation', { body })).status).toBe(204)
  expect((await t.call('GET', '/me', { headers: { cookie } })).status).toBe(401)
  expect((await t.call('POST', '/email-verifications', { body: { email } })).status).toBe(401)
})

test('what served its time is removed: codes after a day, sign-ups never confirmed, sessions after 90 days', async () => {
  const email = newEmail()
  await begin(email)
  const { userId } = await makeUser(t)
  const retain = async () => {
    for (const { keep, remove } of identity.retention) {
      const before = t.clock
        .now()
        .subtract(Temporal.Duration.from(keep).round({ largestUnit: 'hours', relativeTo: '2026-01-01' }))
      await t.tx((tx) => remove(t.ctx(), tx, before, []))
    }
  }
  const count = (sql: string) => t.asOwner(async (client) => (await client.query(sql, [userId])).rowCount)
  await retain()
  expect(await count('select from identity.session where user_id = $1')).toBe(1)
  const unconfirmed = "select from identity.mail_token where kind = 'sign_up' and used_at is null and user_id <> $1"
  expect(await count(unconfirmed)).toBeGreaterThan(0)
  t.clock.advance({ days: 3 })
  await retain()
  expect(await count(unconfirmed)).toBe(0)
  expect(
    await count('select from kernel.subject_key where destroyed_at is not null and subject_id <> $1'),
  ).toBeGreaterThan(0)
  t.clock.advance({ days: 88 })
  await retain()
  expect(await count('select from identity.session where user_id = $1')).toBe(0)
})
