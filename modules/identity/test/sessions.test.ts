/** Device sessions: what a token opens, for how long, and what happens when somebody else holds a copy. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/context.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { authenticate, startSession, suspendUser } from '../api.ts'
import { listSessions, revokeOtherSessions, revokeSession, rotateSession } from '../sessions.ts'
import { makeUser, startIdentity, warm } from './make.ts'

let t: TestProduct
let start: Temporal.Instant

beforeAll(async () => {
  t = await startIdentity()
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => t.clock.set(start))

const whoIs = (token: string) => t.tx((tx) => authenticate(t.ctx(), tx, token))
const rotate = (token: string) => t.tx((tx) => rotateSession(t.ctx(), tx, token))
const endReasons = (userId: string) =>
  t.asOwner(async (client) =>
    (await client.query('select ended_reason from identity.session where user_id = $1 order by id', [userId])).rows.map(
      (row: { ended_reason: string | null }) => row.ended_reason,
    ),
  )

test('a token opens its session and nothing near it does', async () => {
  const { token, userId } = await makeUser(t)
  expect(await whoIs(token)).toMatchObject({ kind: 'user', userId, grants: [] })
  const other = token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA')
  for (const wrong of [other, '', 'x', token + 'A', token.slice(1), 'é'.repeat(86)])
    expect(await whoIs(wrong)).toBeUndefined()
})

test('nothing in the database is a token', async () => {
  const { token, userId } = await makeUser(t)
  const rows = await t.asOwner(async (client) =>
    JSON.stringify((await client.query('select * from identity.session_token where user_id = $1', [userId])).rows),
  )
  expect(rows).not.toContain(token)
  expect(rows).not.toContain(token.slice(-20))
})

test('reading a session with its roles is one statement, on a single-statement reading too', async () => {
  const { token, userId } = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId, role: 'support' }))
  await whoIs(token)
  let actor: Actor | undefined
  expect(await t.costs(async () => (actor = await authenticate(t.ctx(), t.db.reading(), token)))).toBe(1)
  expect(actor).toMatchObject({ grants: [{ permission: 'identity.view' }] })
})

test('the last use is noted no more than every five minutes', async () => {
  const { token, userId, actor } = await makeUser(t)
  const seen = async () => (await t.tx((tx) => listSessions(t.ctx(actor), tx, userId)))[0]!.last_seen_at
  t.clock.advance({ minutes: 4 })
  await whoIs(token)
  expect(String(await seen())).toBe(String(start))
  t.clock.advance({ minutes: 1 })
  await whoIs(token)
  expect(String(await seen())).toBe(String(start.add({ minutes: 5 })))
})

test('a session ends after 30 days without use, and after 90 days in any case', async () => {
  const idle = await makeUser(t)
  t.clock.set(start.add({ hours: 30 * 24 }).subtract({ seconds: 1 }))
  expect(await whoIs(idle.token)).toBeDefined()
  const unused = await makeUser(t)
  t.clock.advance({ days: 30 })
  expect(await whoIs(unused.token)).toBeUndefined()

  t.clock.set(start)
  const busy = await makeUser(t)
  for (let day = 20; day < 90; day += 20) {
    t.clock.set(start.add({ hours: day * 24 }))
    expect(await whoIs(busy.token)).toBeDefined()
  }
  t.clock.set(start.add({ hours: 90 * 24 }).subtract({ seconds: 1 }))
  expect(await whoIs(busy.token)).toBeDefined()
  t.clock.advance({ seconds: 1 })
  expect(await whoIs(busy.token)).toBeUndefined()
})

test('a token is replaced when it is a day old; the old one opens for a minute more', async () => {
  const { token } = await makeUser(t)
  t.clock.advance({ hours: 23 })
  expect(await rotate(token)).toBeUndefined()
  t.clock.advance({ hours: 1 })
  const next = (await rotate(token))!
  expect(await whoIs(next.token)).toBeDefined()
  t.clock.advance({ seconds: 59 })
  expect(await whoIs(token)).toBeDefined()
})

test('a superseded token used after its minute ends the session and is on record', async () => {
  const { token, userId } = await makeUser(t)
  t.clock.advance({ hours: 24 })
  const next = (await rotate(token))!
  expect(await whoIs(next.token)).toBeDefined()
  t.clock.advance({ minutes: 1 })
  expect(await whoIs(token)).toBeUndefined()
  expect(await whoIs(next.token)).toBeUndefined()
  expect(await endReasons(userId)).toEqual(['token_reused'])
  const records = await t.asOwner(
    async (client) => (await client.query('select action from audit.record where subject_id = $1', [userId])).rows,
  )
  expect(records).toContainEqual({ action: 'identity.session_token_reused' })
})

test('a new token that never arrived does not lock the person out', async () => {
  const { token, userId } = await makeUser(t)
  t.clock.advance({ hours: 24 })
  const lost = (await rotate(token))!
  t.clock.advance({ hours: 1 })
  expect(await whoIs(token)).toBeDefined()
  const again = (await rotate(token))!
  expect(await whoIs(again.token)).toBeDefined()
  t.clock.advance({ minutes: 1 })
  // Whoever shows the lost one now found it somewhere.
  expect(await whoIs(lost.token)).toBeUndefined()
  expect(await endReasons(userId)).toEqual(['token_reused'])
})

test('ten tabs ask for a new token at once: one gets it, none is signed out', async () => {
  await warm(t)
  const { token } = await makeUser(t)
  t.clock.advance({ hours: 24 })
  const answers = await Promise.all(Array.from({ length: 10 }, () => rotate(token)))
  expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1)
  expect(await whoIs(token)).toBeDefined()
})

test('ten requests with a stolen token end the session once', async () => {
  await warm(t)
  const { token, userId } = await makeUser(t)
  t.clock.advance({ hours: 24 })
  await whoIs((await rotate(token))!.token)
  t.clock.advance({ minutes: 2 })
  await Promise.all(Array.from({ length: 10 }, () => whoIs(token)))
  const records = await t.asOwner(
    async (client) =>
      (
        await client.query(
          "select 1 from audit.record where subject_id = $1 and action = 'identity.session_token_reused'",
          [userId],
        )
      ).rowCount,
  )
  expect(records).toBe(1)
})

test('one device is signed out, the others stay; then all others go', async () => {
  const { token, userId, actor } = await makeUser(t)
  const more = await Promise.all(
    ['Phone', 'Tablet'].map((label) => t.tx((tx) => startSession(t.ctx(), tx, userId, { label }))),
  )
  await t.tx((tx) => revokeSession(t.ctx(actor), tx, userId, more[0]!.sessionId))
  expect(await whoIs(more[0]!.token)).toBeUndefined()
  expect((await t.tx((tx) => listSessions(t.ctx(actor), tx, userId))).map((session) => session.device).sort()).toEqual([
    'Tablet',
    'Test',
  ])
  const mine = actor.kind === 'user' ? actor.sessionId : ''
  expect(await t.tx((tx) => revokeOtherSessions(t.ctx(actor), tx, userId, mine))).toBe(1)
  expect(await whoIs(more[1]!.token)).toBeUndefined()
  expect(await whoIs(token)).toBeDefined()
})

test('nobody ends the session of somebody else', async () => {
  const [mine, other] = [await makeUser(t), await makeUser(t)]
  const theirs = other.actor.kind === 'user' ? other.actor.sessionId : ''
  await expect(t.tx((tx) => revokeSession(t.ctx(mine.actor), tx, mine.userId, theirs))).rejects.toThrow(
    'kernel.not_found',
  )
  expect(await whoIs(other.token)).toBeDefined()
})

test('a suspended person is signed out everywhere and cannot sign in', async () => {
  const { token, userId } = await makeUser(t)
  await t.tx((tx) => suspendUser(t.ctx(), tx, userId, 'fraud'))
  expect(await whoIs(token)).toBeUndefined()
  await expect(t.tx((tx) => startSession(t.ctx(), tx, userId))).rejects.toThrow('identity.suspended')
})

test('a session opens nothing while its account is not active, whatever else was forgotten', async () => {
  const { token, userId } = await makeUser(t)
  const sql = "update identity.user_account set status = 'suspended', suspended_at = now() where user_id = $1"
  await t.asOwner((client) => client.query(sql, [userId]))
  expect(await whoIs(token)).toBeUndefined()
})

test('the database shows a person only their own sessions', async () => {
  const [mine, other] = [await makeUser(t), await makeUser(t)]
  const seen = await t.tx((tx) => listSessions(t.ctx(), tx, other.userId), { rows: 'own', userId: mine.userId })
  expect(seen).toEqual([])
})
