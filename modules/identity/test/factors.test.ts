/** Second factors: setting one up, what a code is worth, how often it may be guessed, and losing it. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/context.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { outcomeOf } from '../../../kernel/testing/refusals.ts'
import { assignRole } from '../../access/api.ts'
import { authenticate, startSession } from '../api.ts'
import { eraseUser, exportUser } from '../accounts.ts'
import {
  authenticatorCodes,
  beginEnrolment,
  confirmEnrolment,
  factorState,
  proveSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from '../factors.ts'
import { digitsOf, lastMessage, makeUser, newPhone, startIdentity, warm } from './make.ts'

let t: TestProduct
let start: Temporal.Instant

beforeAll(async () => {
  t = await startIdentity({
    policy: {
      access: { roles: { support: ['identity.view'] } },
      identity: { secondFactor: { requiredFor: ['support'] } },
    },
  })
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => {
  start = start.add({ hours: 24 })
  t.clock.set(start)
})

type User = Extract<Actor, { kind: 'user' }>
const see = (token: string) => t.tx((tx) => authenticate(t.ctx(), tx, token)) as Promise<User>
const signInAgain = (userId: string) => t.tx((tx) => startSession(t.ctx(), tx, userId, { label: 'Other' }))
const prove = (actor: User, code: string) => proveSecondFactor(t.ctx(actor), t.tx, code)
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
/** The next code of an authenticator: the one before has been used. */
const nextDigits = (secret: string) => {
  t.clock.advance({ seconds: 30 })
  return digitsOf(t, secret)
}

/** A signed-in person with a confirmed factor. */
async function enrolled(phone = newPhone()) {
  const user = await makeUser(t, phone)
  const { secret } = await t.tx((tx) => beginEnrolment(t.ctx(), tx, user.userId))
  const recovery = await confirmEnrolment(t.ctx(user.actor), t.tx, digitsOf(t, secret))
  return { ...user, secret, recovery, actor: await see(user.token) }
}

test('a factor asks for nothing before its first code, and from then on in every other session', async () => {
  const phone = newPhone()
  const user = await makeUser(t, phone)
  const other = await signInAgain(user.userId)
  const begun = await t.tx((tx) => beginEnrolment(t.ctx(), tx, user.userId))
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Test:%2B22177\d+\?issuer=Test&secret=[A-Z2-7]{32}&/)
  expect((await see(other.token)).barred).toEqual({
    stepUp: expect.objectContaining({ code: 'identity.second_factor_needed' }),
  })
  const recovery = await confirmEnrolment(t.ctx(user.actor), t.tx, digitsOf(t, begun.secret))
  expect(recovery).toHaveLength(10)
  expect(new Set(recovery).size).toBe(10)
  expect((await see(user.token)).barred).toEqual({})
  expect((await see(other.token)).barred?.everything?.code).toBe('identity.second_factor_required')
  expect((await lastMessage(t, phone))!.key).toBe('identity.factor_added')
})

test('while it is being set up the same secret is shown again; after half an hour another', async () => {
  const { userId, actor } = await makeUser(t)
  const begin = () => t.tx((tx) => beginEnrolment(t.ctx(), tx, userId))
  const first = await begin()
  t.clock.advance({ minutes: 29 })
  expect((await begin()).secret).toBe(first.secret)
  t.clock.advance({ minutes: 2 })
  const second = await begin()
  expect(second.secret).not.toBe(first.secret)
  expect(await outcomeOf(confirmEnrolment(t.ctx(actor), t.tx, digitsOf(t, first.secret)))).toBe(
    'identity.second_factor_wrong',
  )
  await confirmEnrolment(t.ctx(actor), t.tx, digitsOf(t, second.secret))
  expect(await outcomeOf(begin())).toBe('identity.second_factor_exists')
  expect(await outcomeOf(confirmEnrolment(t.ctx(actor), t.tx, digitsOf(t, second.secret)))).toBe(
    'identity.second_factor_exists',
  )
})

test('the secret does not stand in the database, nor the recovery codes', async () => {
  const { userId, secret, recovery } = await enrolled()
  const stored = await t.asOwner(async (client) => {
    const factor = await client.query(
      'select encode(sealed_secret, $2) as s from identity.second_factor where user_id = $1',
      [userId, 'escape'],
    )
    const codes = await client.query('select code_hash from identity.recovery_code where user_id = $1', [userId])
    return JSON.stringify([factor.rows, codes.rows])
  })
  for (const hidden of [secret, ...recovery]) expect(stored).not.toContain(hidden)
})

test.each([
  [-2, 'identity.second_factor_wrong'],
  [-1, 'accepted'],
  [0, 'accepted'],
  [1, 'accepted'],
  [2, 'identity.second_factor_wrong'],
])('a code %i steps away is %s', async (steps, outcome) => {
  const { userId, secret } = await enrolled()
  t.clock.advance({ minutes: 5 })
  const actor = await see((await signInAgain(userId)).token)
  expect(await outcomeOf(prove(actor, digitsOf(t, secret, steps)))).toBe(outcome)
})

test('a code works once, for one session, and one older than the last never', async () => {
  const { userId, secret } = await enrolled()
  const [one, two] = [await signInAgain(userId), await signInAgain(userId)]
  const code = nextDigits(secret)
  const older = digitsOf(t, secret, -1)
  await prove(await see(one.token), code)
  expect(await outcomeOf(prove(await see(two.token), code))).toBe('identity.second_factor_wrong')
  expect(await outcomeOf(prove(await see(two.token), older))).toBe('identity.second_factor_wrong')
  expect((await see(two.token)).barred?.everything).toBeDefined()
  await prove(await see(two.token), nextDigits(secret))
  expect((await see(two.token)).barred).toEqual({})
})

test('of ten uses of one code at once, one proves', async () => {
  await warm(t)
  const { userId, secret } = await enrolled()
  const sessions = []
  for (let i = 0; i < 10; i++) sessions.push(await see((await signInAgain(userId)).token))
  const code = nextDigits(secret)
  const outcomes = await Promise.all(sessions.map((actor) => outcomeOf(prove(actor, code))))
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
  const proven = await t.asOwner((client) =>
    client.query('select 1 from identity.session where user_id = $1 and second_factor_at = $2', [
      userId,
      String(t.clock.now()),
    ]),
  )
  expect(proven.rowCount).toBe(1)
})

test('of ten uses of one recovery code at once, one proves', async () => {
  await warm(t)
  const { userId, recovery } = await enrolled()
  const sessions = []
  for (let i = 0; i < 5; i++) sessions.push(await see((await signInAgain(userId)).token))
  const outcomes = await Promise.all(sessions.map((actor) => outcomeOf(prove(actor, recovery[0]!))))
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
})

test('after five wrong codes one waits, half a minute and then longer; a right one ends the counting', async () => {
  const { actor, secret } = await enrolled()
  t.clock.advance({ minutes: 1 })
  const guess = () => outcomeOf(prove(actor, wrong(digitsOf(t, secret))))
  for (let i = 0; i < 5; i++) expect(await guess()).toBe('identity.second_factor_wrong')
  expect(await outcomeOf(prove(actor, digitsOf(t, secret)))).toBe('identity.second_factor_blocked')
  t.clock.advance({ seconds: 31 })
  expect(await guess()).toBe('identity.second_factor_wrong')
  t.clock.advance({ seconds: 31 })
  expect(await outcomeOf(prove(actor, digitsOf(t, secret)))).toBe('identity.second_factor_blocked')
  t.clock.advance({ seconds: 30 })
  expect(await outcomeOf(prove(actor, digitsOf(t, secret)))).toBe('accepted')
  for (let i = 0; i < 4; i++) expect(await guess()).toBe('identity.second_factor_wrong')
  expect(await outcomeOf(prove(actor, nextDigits(secret)))).toBe('accepted')
})

test('fifty guesses at once are five', async () => {
  await warm(t)
  const { actor, secret } = await enrolled()
  t.clock.advance({ minutes: 1 })
  const bad = wrong(wrong(wrong(digitsOf(t, secret))))
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcomeOf(prove(actor, bad))))
  expect(outcomes.filter((outcome) => outcome === 'identity.second_factor_wrong')).toHaveLength(5)
  expect(outcomes.filter((outcome) => outcome === 'identity.second_factor_blocked')).toHaveLength(45)
})

test('a recovery code stands in for the authenticator once, however it is written, and the person hears of it', async () => {
  const phone = newPhone()
  const { userId, recovery } = await enrolled(phone)
  const [one, two] = [await signInAgain(userId), await signInAgain(userId)]
  const [code] = recovery
  await prove(await see(one.token), ` ${code!.toLowerCase().replace('-', ' ').replaceAll('0', 'o')} `)
  expect((await see(one.token)).barred).toEqual({})
  expect(await outcomeOf(prove(await see(two.token), code!))).toBe('identity.second_factor_wrong')
  const message = await lastMessage(t, phone)
  expect([message!.key, message!.body]).toEqual(['identity.recovery_code_used', expect.stringContaining('9')])
  expect((await t.tx((tx) => factorState(tx, userId))).recoveryCodesLeft).toBe(9)
})

test('new recovery codes void the ones before', async () => {
  const { userId, actor, recovery } = await enrolled()
  const renewed = await t.tx((tx) => renewRecoveryCodes(t.ctx(actor), tx, userId))
  expect(await outcomeOf(prove(actor, recovery[1]!))).toBe('identity.second_factor_wrong')
  expect(await outcomeOf(prove(actor, renewed[1]!))).toBe('accepted')
})

test('nobody else’s code is worth anything', async () => {
  const [mine, theirs] = [await enrolled(), await enrolled()]
  t.clock.advance({ minutes: 1 })
  expect(await outcomeOf(prove(mine.actor, digitsOf(t, theirs.secret)))).toBe('identity.second_factor_wrong')
  expect(await outcomeOf(prove(mine.actor, theirs.recovery[0]!))).toBe('identity.second_factor_wrong')
})

test('removing it takes a code; then signing in asks for none, and what was proven is forgotten', async () => {
  const phone = newPhone()
  const { userId, token, actor, secret } = await enrolled(phone)
  const ctx = t.ctx(actor)
  expect(await outcomeOf(removeSecondFactor(ctx, t.tx, wrong(digitsOf(t, secret))))).toBe(
    'identity.second_factor_wrong',
  )
  await removeSecondFactor(ctx, t.tx, nextDigits(secret))
  expect((await signInAgain(userId)).halfOpen).toBe(false)
  expect((await see(token)).barred?.stepUp?.code).toBe('identity.second_factor_needed')
  expect((await lastMessage(t, phone))!.key).toBe('identity.factor_removed')
  expect(await outcomeOf(removeSecondFactor(ctx, t.tx, nextDigits(secret)))).toBe('identity.no_second_factor')
})

test('a reset by an administrator ends every session, is on record with its reason, and is told', async () => {
  const phone = newPhone()
  const { userId, token } = await enrolled(phone)
  const waiting = await signInAgain(userId)
  const admin = await makeUser(t)
  t.clock.advance({ seconds: 1 })
  const reset = () => t.tx((tx) => resetSecondFactor(t.ctx(admin.actor), tx, userId, 'phone stolen, called back'))
  await reset()
  for (const it of [token, waiting.token]) expect(await see(it)).toBeUndefined()
  expect((await signInAgain(userId)).halfOpen).toBe(false)
  expect((await lastMessage(t, phone))!.key).toBe('identity.factor_reset')
  const records = await t.asOwner(
    async (client) =>
      (
        await client.query(
          "select reason, actor_id from audit.record where subject_id = $1 and action = 'identity.second_factor_reset'",
          [userId],
        )
      ).rows,
  )
  expect(records).toEqual([{ reason: 'phone stolen, called back', actor_id: admin.userId }])
  expect(await outcomeOf(reset())).toBe('identity.no_second_factor')
})

test('nobody resets their own', async () => {
  const { userId, actor } = await enrolled()
  expect(await outcomeOf(t.tx((tx) => resetSecondFactor(t.ctx(actor), tx, userId, 'because')))).toBe(
    'identity.own_second_factor',
  )
})

test('a role that needs a factor opens nothing before there is one; another role does', async () => {
  const { userId, token } = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId, role: 'support' }))
  const bare = await see(token)
  expect([bare.grants, bare.barred?.permissions?.code]).toEqual([[], 'identity.second_factor_needed'])
  const { secret } = await t.tx((tx) => beginEnrolment(t.ctx(), tx, userId))
  await confirmEnrolment(t.ctx(bare), t.tx, digitsOf(t, secret))
  expect((await see(token)).grants).toEqual([{ permission: 'identity.view' }])
  expect((await see((await signInAgain(userId)).token)).grants).toEqual([])
})

test('a proof is fresh for ten minutes, and not when the clock was set back since', async () => {
  const { token, secret } = await enrolled()
  const proven = t.clock.now()
  t.clock.advance({ minutes: 9, seconds: 59 })
  expect((await see(token)).barred).toEqual({})
  t.clock.advance({ seconds: 1 })
  expect((await see(token)).barred?.stepUp?.code).toBe('identity.step_up_required')
  t.clock.set(proven.subtract({ minutes: 5 }))
  expect((await see(token)).barred?.stepUp?.code).toBe('identity.step_up_required')
  // Nor does a code from that later time keep today's codes out.
  expect(await outcomeOf(prove(await see(token), digitsOf(t, secret)))).toBe('accepted')
})

test('the authenticator of development shows a code that works now, also to whoever was quick', async () => {
  const { userId, actor } = await enrolled()
  const shown = async () =>
    (await t.tx((tx) => authenticatorCodes(t.ctx(), tx))).find((entry) => entry.userId === userId)!
  await prove(actor, (await shown()).code!)
  expect((await shown()).code).toBeNull()
  t.clock.advance({ seconds: 30 })
  expect(await outcomeOf(prove(actor, (await shown()).code!))).toBe('accepted')
})

test('a person takes along that there is a factor, never the secret; erasing removes it', async () => {
  const { userId, secret } = await enrolled()
  const exported = JSON.stringify(await t.tx((tx) => exportUser(t.ctx(), tx, userId)))
  expect(exported).toContain('"second_factor_since":"2')
  expect(exported).not.toContain(secret)
  await t.tx((tx) => eraseUser(t.ctx(), tx, userId))
  const left = await t.asOwner((client) =>
    client.query(
      'select 1 from identity.second_factor where user_id = $1 union all select 1 from identity.recovery_code where user_id = $1',
      [userId],
    ),
  )
  expect(left.rowCount).toBe(0)
})

test('the database shows a person only their own factor', async () => {
  const [mine, theirs] = [await enrolled(), await enrolled()]
  const scope = { rows: 'own', userId: mine.userId } as const
  expect((await t.tx((tx) => factorState(tx, theirs.userId), scope)).since).toBeNull()
  expect((await t.tx((tx) => factorState(tx, mine.userId), scope)).since).not.toBeNull()
})
