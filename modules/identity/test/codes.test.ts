/** One-time codes: what bounds sending them, what bounds guessing them, and what a right one makes. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import type { Refusal } from '../../../kernel/errors.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { codeOf } from '../../../kernel/testing/refusals.ts'
import { contactOf, createUser, findUserByContact, suspendUser } from '../api.ts'
import { eraseUser } from '../accounts.ts'
import { sendCode, takeCode, type SentCode } from '../codes.ts'
import { lastCode, makeUser, newPhone, startIdentity, warm } from './make.ts'

let t: TestProduct
let start: Temporal.Instant

beforeAll(async () => {
  t = await startIdentity()
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => {
  // Each test in days of its own: limits of others are over.
  start = start.add({ hours: 72 })
  t.clock.set(start)
})

const from = (ip: string): Context => ({ ...t.ctx({ kind: 'guest' }), origin: { ip, userAgent: 'test' } })
const ask = (phone: string, ctx = t.ctx({ kind: 'guest' })): Promise<SentCode> =>
  t.tx((tx) => sendCode(ctx, tx, { phone, purpose: 'sign_in' }))
const take = (challengeId: string, code: string, ctx = t.ctx({ kind: 'guest' })) =>
  takeCode(ctx, t.tx, { challengeId, code })
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('the first right code makes the account and signs in; the next one signs in', async () => {
  const phone = newPhone()
  const first = await take((await ask(phone)).challengeId, await lastCode(t, phone))
  expect(first).toMatchObject({ isNew: true, token: expect.any(String) })
  t.clock.advance({ seconds: 1 })
  const second = await take((await ask(phone)).challengeId, await lastCode(t, phone))
  expect(second).toMatchObject({ isNew: false, userId: first.userId })
  expect(await t.tx((tx) => contactOf(t.ctx(), tx, first.userId))).toMatchObject({ phone, phoneVerified: true })
})

test('however a number is written, it is one account', async () => {
  const written = ['77 642 31 18', '+221 77 642 31 18', '00221776423118', '776423118']
  const ids = []
  for (const text of written) {
    t.clock.advance({ seconds: 1 })
    const { challengeId } = await ask(text)
    ids.push((await take(challengeId, await lastCode(t, '+221776423118'))).userId)
  }
  expect(new Set(ids).size).toBe(1)
})

test.each([
  ['77 12', 'identity.phone_invalid'],
  ['+221 77 123 45 678', 'identity.phone_invalid'],
  ['hello', 'identity.phone_invalid'],
  ['33 821 23 45', 'identity.phone_not_mobile'],
])('a code is not sent to %s', async (phone, code) => {
  await expect(ask(phone)).rejects.toThrow(code)
})

test('a code is taken once', async () => {
  const phone = newPhone()
  const { challengeId } = await ask(phone)
  const code = await lastCode(t, phone)
  await take(challengeId, code)
  await expect(take(challengeId, code)).rejects.toThrow('identity.code_expired')
})

test('a code is good for ten minutes and not a second more', async () => {
  const [early, late] = [newPhone(), newPhone()]
  const [a, b] = [await ask(early), await ask(late)]
  t.clock.set(start.add({ minutes: 10 }).subtract({ seconds: 1 }))
  await expect(take(a.challengeId, await lastCode(t, early))).resolves.toMatchObject({ isNew: true })
  t.clock.advance({ seconds: 1 })
  await expect(take(b.challengeId, await lastCode(t, late))).rejects.toThrow('identity.code_expired')
})

test('five attempts a code: after the fifth wrong one the right one is refused too', async () => {
  const phone = newPhone()
  const { challengeId } = await ask(phone)
  const code = await lastCode(t, phone)
  for (const left of [4, 3, 2, 1]) {
    const refusal = await take(challengeId, wrong(code)).catch((error: unknown) => error as Refusal)
    expect(refusal).toMatchObject({ kind: { code: 'identity.code_wrong' }, values: { attempts_left: left } })
  }
  await expect(take(challengeId, wrong(code))).rejects.toThrow('identity.code_exhausted')
  await expect(take(challengeId, code)).rejects.toThrow('identity.code_exhausted')
})

test('a new code voids the one before', async () => {
  const phone = newPhone()
  const older = await ask(phone)
  const olderCode = await lastCode(t, phone)
  t.clock.advance({ seconds: 30 })
  const newer = await ask(phone)
  await expect(take(older.challengeId, olderCode)).rejects.toThrow('identity.code_expired')
  await expect(take(newer.challengeId, await lastCode(t, phone))).resolves.toMatchObject({ isNew: true })
})

test('a code opens only its own challenge', async () => {
  const [mine, other] = [newPhone(), newPhone()]
  const challenge = await ask(mine)
  await ask(other)
  const otherCode = await lastCode(t, other)
  if (otherCode === (await lastCode(t, mine))) return
  await expect(take(challenge.challengeId, otherCode)).rejects.toThrow('identity.code_wrong')
  await expect(take('otp_00000000000000000000000000', '123456')).rejects.toThrow('identity.code_expired')
})

test('the next code waits 30 seconds, the ones after that 60', async () => {
  const phone = newPhone()
  expect(String((await ask(phone)).resendAt)).toBe(String(start.add({ seconds: 30 })))
  t.clock.advance({ seconds: 29 })
  const refusal = await ask(phone).catch((error: unknown) => error as Refusal)
  expect(refusal).toMatchObject({ kind: { code: 'identity.resend_too_soon' }, values: { seconds: 1 } })
  t.clock.advance({ seconds: 1 })
  await ask(phone)
  t.clock.advance({ seconds: 59 })
  await expect(ask(phone)).rejects.toThrow('identity.resend_too_soon')
  t.clock.advance({ seconds: 1 })
  await ask(phone)
})

test('a number gets five codes an hour and ten a day', async () => {
  const phone = newPhone()
  const sent: string[] = []
  for (let minute = 0; minute < 5 * 60; minute += 2) {
    t.clock.set(start.add({ minutes: minute }))
    sent.push(await ask(phone).then(() => 'sent', codeOf))
  }
  expect(sent.slice(0, 30).filter((outcome) => outcome === 'sent')).toHaveLength(5)
  expect(sent[10]).toBe('kernel.too_many_requests')
  expect(sent.filter((outcome) => outcome === 'sent')).toHaveLength(10)
})

test('one address asking for many numbers is stopped', async () => {
  const outcomes = new Map<string, number>()
  for (let i = 0; i < 65; i++) {
    const outcome = await ask(`+22176${String(2_000_000 + i * 1009)}`, from('198.51.100.4')).then(() => 'sent', codeOf)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  expect(Object.fromEntries(outcomes)).toEqual({ sent: 60, 'kernel.too_many_requests': 5 })
  await expect(ask(newPhone(), from('198.51.100.5'))).resolves.toBeDefined()
})

test('a flood over one range of numbers is stopped, whatever addresses it comes from', async () => {
  let sent = 0
  for (let i = 0; i < 30; i++) {
    const ctx = from(`2001:db8:0:${i.toString(16)}::1`)
    await ask(`+22178555${String(1000 + i).padStart(4, '0')}`, ctx).then(
      () => sent++,
      () => undefined,
    )
  }
  expect(sent).toBe(20)
  await expect(ask('+221785562000')).resolves.toBeDefined()
})

test('a foreign country has a budget of its own; the own country goes on', async () => {
  await t.close()
  t = await startIdentity({ policy: { identity: { codes: { perForeignCountryHourly: 2 }, countries: ['SN', 'FR'] } } })
  t.clock.set(start)
  await ask('+33612345678')
  await ask('+33698765432')
  await expect(ask('+33611223344')).rejects.toThrow('kernel.too_many_requests')
  await expect(ask('77 123 45 67')).resolves.toBeDefined()
  await expect(ask('+447400123456')).rejects.toThrow('identity.phone_country')
})

test('ten requests for one number at once send one code', async () => {
  await warm(t)
  const phone = newPhone()
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => ask(phone)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const { json } = await t.call('GET', `/dev/outbox?address=${encodeURIComponent(phone)}`)
  expect(json.items).toHaveLength(1)
})

test('ten verifications of one right code: one session, one account', async () => {
  await warm(t)
  const phone = newPhone()
  const { challengeId } = await ask(phone)
  const code = await lastCode(t, phone)
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => take(challengeId, code)))
  const won = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  expect(won).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(codeOf(answer.reason)).toMatch(/identity\.code_(expired|exhausted)/)
  const [{ accounts, sessions }] = await t.asOwner(
    async (client) =>
      (
        await client.query(
          `select (select count(*)::int from identity.identifier where user_id = $1) as accounts,
             (select count(*)::int from identity.session where user_id = $1) as sessions`,
          [won[0]!.userId],
        )
      ).rows,
  )
  expect({ accounts, sessions }).toEqual({ accounts: 1, sessions: 1 })
})

test('twenty guesses at once are five attempts', async () => {
  await warm(t)
  const phone = newPhone()
  const { challengeId } = await ask(phone)
  const code = await lastCode(t, phone)
  const guesses = Array.from({ length: 20 }, (_, i) => String((Number(code) + 1 + i) % 1_000_000).padStart(6, '0'))
  const answers = await Promise.all(guesses.map((guess) => take(challengeId, guess).then(() => 'taken', codeOf)))
  expect(answers.filter((answer) => answer === 'identity.code_wrong')).toHaveLength(4)
  expect(answers.filter((answer) => answer === 'identity.code_exhausted')).toHaveLength(16)
})

test('neither code nor number stands anywhere in the database or the job queue', async () => {
  const phone = newPhone()
  const { challengeId } = await ask(phone)
  const dump = await t.asOwner(async (client) => {
    const rows = []
    for (const table of [
      'identity.otp_challenge',
      'identity.otp_destination',
      'kernel.rate_limit',
      'messaging.outgoing',
    ])
      rows.push((await client.query(`select to_jsonb(r)::text as row from ${table} r`)).rows)
    return JSON.stringify(rows)
  })
  const jobs = await t.asApp(async (client) =>
    JSON.stringify((await client.query('select payload from job_queue.job')).rows),
  )
  const code = await lastCode(t, phone)
  const row = dump.slice(dump.indexOf(challengeId))
  for (const secret of [phone, phone.slice(4)]) {
    expect(dump).not.toContain(secret)
    expect(jobs).not.toContain(secret)
  }
  expect(new RegExp(`"${code}"|\\D${code}\\D`).test(row)).toBe(false)
  expect(jobs).not.toContain(code)
})

test('a suspended person gets the same code and is refused only after proving the number', async () => {
  const { phone, userId } = await makeUser(t)
  await t.tx((tx) => suspendUser(t.ctx(), tx, userId, 'fraud'))
  const { challengeId } = await ask(phone)
  const code = await lastCode(t, phone)
  await expect(take(challengeId, wrong(code))).rejects.toThrow('identity.code_wrong')
  await expect(take(challengeId, code)).rejects.toThrow('identity.suspended')
})

test('the number of an erased account makes a new account', async () => {
  const { phone, userId } = await makeUser(t)
  await t.tx((tx) => eraseUser(t.ctx(), tx, userId))
  const again = await take((await ask(phone)).challengeId, await lastCode(t, phone))
  expect(again.isNew).toBe(true)
  expect(again.userId).not.toBe(userId)
})

test('ten sign-ups of one number at once are one account', async () => {
  await warm(t)
  const phone = newPhone()
  const ids = await Promise.all(Array.from({ length: 10 }, () => t.tx((tx) => createUser(t.ctx(), tx, { phone }))))
  expect(new Set(ids).size).toBe(1)
  expect(await t.tx((tx) => findUserByContact(t.ctx(), tx, { phone }))).toBe(ids[0])
})

test('a signed-in person adds a number; nobody else can use that code, and a taken number is refused', async () => {
  const { userId, actor } = await makeUser(t)
  const other = await makeUser(t)
  const phone = newPhone()
  const sent = await t.tx((tx) => sendCode(t.ctx(actor), tx, { phone, purpose: 'add_phone' }))
  await expect(take(sent.challengeId, await lastCode(t, phone), t.ctx(other.actor))).rejects.toThrow(
    'identity.code_expired',
  )
  const done = await take(sent.challengeId, await lastCode(t, phone), t.ctx(actor))
  expect(done.token).toBeUndefined()
  expect(await t.tx((tx) => contactOf(t.ctx(), tx, userId))).toMatchObject({ phone, phoneVerified: true })

  const taken = await t.tx((tx) => sendCode(t.ctx(actor), tx, { phone: other.phone, purpose: 'add_phone' }))
  await expect(take(taken.challengeId, await lastCode(t, other.phone), t.ctx(actor))).rejects.toThrow(
    'identity.contact_taken',
  )
  await expect(t.tx((tx) => sendCode(t.ctx({ kind: 'guest' }), tx, { phone, purpose: 'add_phone' }))).rejects.toThrow(
    'kernel.sign_in_required',
  )
})
