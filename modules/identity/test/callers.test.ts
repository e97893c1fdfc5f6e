/** Who is behind a token is remembered for a moment by each server, and forgotten the moment anything about it changes. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bootProduct, type Runtime } from '../../../kernel/boot.ts'
import type { Actor } from '../../../kernel/context.ts'
import { rememberCallers } from '../../../kernel/http/callers.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { createLog } from '../../../kernel/log.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole, revokeRole } from '../../access/api.ts'
import { endSessionsOf, sessionId, suspendUser } from '../api.ts'
import { makeUser, startIdentity } from './make.ts'

let t: TestProduct
let other: Runtime

beforeAll(async () => {
  t = await startIdentity()
  const { config, urls, clock } = t
  other = await bootProduct(t.product, { config, urls, clock, log: createLog('silent', 'other') })
  await Promise.all([t, other].map(({ changes, callers }) => changes.follow(callers)))
})
afterAll(async () => {
  await other?.close()
  await t?.close()
})

let user: Awaited<ReturnType<typeof makeUser>>
beforeEach(async () => {
  user = await makeUser(t)
})

const ask = async (server: Pick<Runtime, 'app'>, path = '/sessions', token = user.token) =>
  (await server.app.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${token}` } })).statusCode
const both = (path?: string, token?: string) => Promise.all([t, other].map((server) => ask(server, path, token)))
/** Until the other server heard of it. */
const soon = (answers: () => Promise<unknown>) => expect.poll(answers, { interval: 5 })

test('a second question looks nobody up; after five seconds of the product’s time the next one does', async () => {
  await ask(t)
  const remembered = await t.costs(() => ask(t))
  t.clock.advance({ seconds: 4 })
  expect(await t.costs(() => ask(t))).toBe(remembered)
  t.clock.advance({ seconds: 1 })
  expect(await t.costs(() => ask(t))).toBe(remembered + 1)
  t.clock.advance({ hours: -1 })
  expect(await t.costs(() => ask(t))).toBe(remembered + 1)
  t.clock.advance({ hours: 1 })
})

test('what acts looks anew each time', async () => {
  const other = `/sessions/${sessionId.wire(uuidV7(t.clock))}`
  const signOut = async () => expect((await t.call('DELETE', other, { token: user.token })).status).toBe(404)
  await ask(t)
  const remembered = await t.costs(signOut)
  t.callers.pause()
  expect(await t.costs(signOut)).toBe(remembered)
  t.callers.resume()
})

test('who signs out is unknown at once, and on the other server as soon as it hears', async () => {
  expect(await both()).toEqual([200, 200])
  expect((await t.call('DELETE', '/sessions/current', { token: user.token })).status).toBe(204)
  expect(await ask(t)).toBe(401)
  await soon(() => ask(other)).toBe(401)
})

test('who is suspended, or whose sessions are ended, likewise', async () => {
  const second = await makeUser(t)
  expect([...(await both()), ...(await both('/sessions', second.token))]).toEqual([200, 200, 200, 200])
  await t.tx((tx) => suspendUser(t.ctx(), tx, user.userId, 'A stolen phone'))
  await t.tx((tx) => endSessionsOf(t.ctx(), tx, second.userId, 'ended by staff'))
  expect([await ask(t), await ask(t, '/sessions', second.token)]).toEqual([401, 401])
  await soon(() => ask(other)).toBe(401)
  await soon(() => ask(other, '/sessions', second.token)).toBe(401)
})

test('a role counts from when it is given to when it is taken', async () => {
  const staffPage = `/users/${(await t.call('GET', '/me', { token: user.token })).json.id}`
  const role = { userId: user.userId, role: 'support' }
  expect(await both(staffPage)).toEqual([403, 403])
  await t.tx((tx) => assignRole(t.ctx(), tx, role))
  const given = await ask(t, staffPage)
  expect(given).not.toBe(401)
  await soon(() => ask(other, staffPage)).toBe(given)
  await t.tx((tx) => revokeRole(t.ctx(), tx, role))
  expect(await ask(t, staffPage)).toBe(403)
  await soon(() => ask(other, staffPage)).toBe(403)
})

test('a token shown again after its minute ends the session for whoever is remembered with the new one', async () => {
  t.clock.advance({ hours: 24 })
  const next = await t.call('POST', '/sessions/current/rotation', { token: user.token })
  const fresh = /teranga_session=([^;]+)/.exec(String(next.headers['set-cookie']))?.[1] ?? next.json.token
  t.clock.advance({ minutes: 1 })
  expect(await both('/sessions', fresh)).toEqual([200, 200])
  expect(await ask(t)).toBe(401)
  expect(await ask(t, '/sessions', fresh)).toBe(401)
  await soon(() => ask(other, '/sessions', fresh)).toBe(401)
})

test('who was being looked up while changes could not be heard is not remembered', async () => {
  let found = (_actor: Actor) => {}
  const looked = new Promise<Actor>((resolve) => (found = resolve))
  const callers = rememberCallers(t.product)
  callers.resume()
  const first = callers.of(t.ctx(), user.token, () => looked)
  callers.pause()
  callers.resume()
  found(user.actor)
  expect(await first).toBe(user.actor)
  expect(await callers.of(t.ctx(), user.token, async () => undefined)).toBeUndefined()
})

test('nobody is remembered while changes cannot be heard', async () => {
  await ask(t)
  const remembered = await t.costs(() => ask(t))
  t.callers.pause()
  expect(await t.costs(() => ask(t))).toBe(remembered + 1)
  expect(await t.costs(() => ask(t))).toBe(remembered + 1)
  t.callers.resume()
})
