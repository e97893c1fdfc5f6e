/** Giving and taking roles: by whom, with what effect, on record; in verbs, on the wire, in races. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../../kernel/ids.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, userId as userIds } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser, proveFactor, warm } from '../../identity/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import { assignRole, grantsOf, listMembers, revokeRole, rolesOf } from '../api.ts'
import { access } from '../module.ts'

let t: TestProduct
const partner = '01980000-0000-7000-8000-00000000cafe'

beforeAll(async () => {
  const roles = { administrator: ['access.manage'], support: ['identity.view'], cashier: ['redemption.scan'] }
  const policy = { access: { roles, scopedRoles: ['cashier'] } }
  t = await testProduct(productOf([audit, access, messaging, identity], { policy, authenticate }))
})
afterAll(() => t.close())

const give = (userId: string, role: string, scope?: string) =>
  t.tx((tx) => assignRole(t.ctx(), tx, { userId, role, scope }))
const grants = (userId: string) => t.tx((tx) => grantsOf(t.ctx(), tx, userId))
const actionsOn = (userId: string) =>
  t.asOwner(async (client) =>
    (
      await client.query('select action from audit.record where subject_id = $1 order by recorded_at, id', [userId])
    ).rows.map((row: { action: string }) => row.action),
  )

test('a role gives its permissions until it is taken away; both are on record', async () => {
  const userId = uuidV7(t.clock)
  await give(userId, 'support')
  await give(userId, 'support')
  await give(userId, 'cashier', partner)
  expect(await grants(userId)).toEqual([
    { permission: 'redemption.scan', scope: partner },
    { permission: 'identity.view' },
  ])
  expect(await t.tx((tx) => rolesOf(tx, userId))).toEqual([{ role: 'cashier', scope: partner }, { role: 'support' }])
  t.clock.advance({ seconds: 1 })
  await t.tx((tx) => revokeRole(t.ctx(), tx, { userId, role: 'support' }))
  await t.tx((tx) => revokeRole(t.ctx(), tx, { userId, role: 'cashier' }))
  expect(await grants(userId)).toEqual([{ permission: 'redemption.scan', scope: partner }])
  expect(await actionsOn(userId)).toEqual([
    ...Array(3).fill('access.role_assigned'),
    ...Array(2).fill('access.role_revoked'),
  ])
})

test.each([
  ['nobody', undefined, 'access.unknown_role'],
  ['cashier', undefined, 'access.scope_required'],
  ['support', partner, 'access.scope_not_allowed'],
])('the role %s for %s is refused: %s', async (role, scope, code) => {
  await expect(give(uuidV7(t.clock), role, scope)).rejects.toThrow(code)
})

test('members are listed by role and by scope', async () => {
  const [a, b] = [uuidV7(t.clock), uuidV7(t.clock)]
  const other = '01980000-0000-7000-8000-00000000beef'
  await give(a, 'cashier', other)
  await give(b, 'cashier', other)
  const members = await t.tx((tx) => listMembers(tx, { scope: other }))
  expect(members.items.map((row) => row.user_id).sort()).toEqual([a, b].sort())
  const first = await t.tx((tx) => listMembers(tx, { role: 'cashier', scope: other }, { after: undefined, limit: 1 }))
  expect(first.items).toHaveLength(1)
  expect(first.next_cursor).not.toBeNull()
})

test('a product without roles has nobody with rights', async () => {
  const bare = await testProduct(productOf([audit, access]))
  const userId = uuidV7(bare.clock)
  await expect(bare.tx((tx) => assignRole(bare.ctx(), tx, { userId, role: 'support' }))).rejects.toThrow(
    'access.unknown_role',
  )
  expect(await bare.tx((tx) => grantsOf(bare.ctx(), tx, userId))).toEqual([])
  await bare.close()
})

test('an administrator gives and takes roles; the effect is there with the next request', async () => {
  const [admin, person] = [await makeUser(t), await makeUser(t)]
  await give(admin.userId, 'administrator')
  const body = { reason: 'new in the team' }
  const path = `/memberships/${userIds.wire(person.userId)}/support`
  const look = async () =>
    (await t.call('GET', `/users/${userIds.wire(person.userId)}`, { token: person.token })).status
  expect(await look()).toBe(403)
  expect((await t.call('PUT', path, { token: person.token, body })).status).toBe(403)
  expect((await t.call('PUT', path, { body })).status).toBe(401)
  const early = await t.call('PUT', path, { token: admin.token, body })
  expect([early.status, early.json.code]).toEqual([403, 'identity.second_factor_needed'])
  await proveFactor(t, admin.token)
  expect((await t.call('PUT', path, { token: admin.token, body })).status).toBe(204)
  expect(await look()).toBe(200)
  const listed = await t.call('GET', '/memberships?role=support', { token: admin.token })
  expect(listed.json.items).toContainEqual({
    user_id: userIds.wire(person.userId),
    role: 'support',
    scope: null,
    granted_by: userIds.wire(admin.userId),
    granted_at: String(t.clock.now()),
  })
  expect((await t.call('POST', `${path}/removal`, { token: admin.token, body })).status).toBe(204)
  expect(await look()).toBe(403)
})

test('nobody changes their own roles', async () => {
  const admin = await makeUser(t)
  await give(admin.userId, 'administrator')
  await proveFactor(t, admin.token)
  for (const [method, role] of [
    ['PUT', 'support'],
    ['POST', 'administrator/removal'],
  ] as const) {
    const options = { token: admin.token, body: { reason: 'because I can' } }
    const answer = await t.call(method, `/memberships/${userIds.wire(admin.userId)}/${role}`, options)
    expect([answer.status, answer.json.code]).toEqual([403, 'access.own_roles'])
  }
  expect(await grants(admin.userId)).toEqual([{ permission: 'access.manage' }])
})

test('the roles are listed with what they allow', async () => {
  const admin = await makeUser(t)
  await give(admin.userId, 'administrator')
  const { json } = await t.call('GET', '/roles', { token: admin.token })
  expect(json.items).toContainEqual({ name: 'cashier', permissions: ['redemption.scan'], scoped: true })
})

test('the same role given ten times at once is one', async () => {
  await warm(t)
  const userId = uuidV7(t.clock)
  await Promise.all(Array.from({ length: 10 }, () => give(userId, 'support')))
  expect(await t.tx((tx) => rolesOf(tx, userId))).toEqual([{ role: 'support' }])
})

test('the database shows a person only their own roles, and changes none', async () => {
  const [mine, other] = [uuidV7(t.clock), uuidV7(t.clock)]
  await give(other, 'support')
  expect(await t.tx((tx) => rolesOf(tx, other), { rows: 'own', userId: mine })).toEqual([])
  await expect(
    t.asApp((client) => client.query("update access.membership set role = 'administrator'")),
  ).rejects.toThrow('permission denied')
})

test('the roles of an erased person are gone', async () => {
  const userId = uuidV7(t.clock)
  await give(userId, 'support')
  await t.tx((tx) => access.personalData!.erase(t.ctx(), tx, userId))
  expect(await t.tx((tx) => access.personalData!.export(t.ctx(), tx, userId))).toEqual({ roles: [] })
})
