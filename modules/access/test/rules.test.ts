/** From roles to permissions. */
import { expect, test } from 'vitest'
import { can } from '../../../kernel/context.ts'
import { permissionsOf, roleProblem, type AccessPolicy } from '../rules.ts'

const policy: AccessPolicy = {
  roles: { support: ['payments.view', 'pots.view'], finance: ['payments.view'], cashier: ['redemption.scan'] },
  scopedRoles: ['cashier'],
}

test('roles add up, each permission once per scope', () => {
  expect(permissionsOf(policy, [{ role: 'support' }, { role: 'finance' }])).toEqual([
    { permission: 'payments.view' },
    { permission: 'pots.view' },
  ])
  expect(
    permissionsOf(policy, [
      { role: 'cashier', scope: 'a' },
      { role: 'cashier', scope: 'b' },
    ]),
  ).toEqual([
    { permission: 'redemption.scan', scope: 'a' },
    { permission: 'redemption.scan', scope: 'b' },
  ])
})

test('a role the policy does not know allows nothing, not even one every object has', () => {
  expect(permissionsOf(policy, [{ role: 'retired' }, { role: 'constructor' }, { role: 'toString' }])).toEqual([])
})

test('a scoped permission holds in its scope and nowhere else', () => {
  const grants = permissionsOf(policy, [{ role: 'cashier', scope: 'a' }])
  const actor = {
    kind: 'user',
    userId: 'u',
    sessionId: 's',
    grants,
    authenticatedAt: Temporal.Instant.fromEpochMilliseconds(0),
  } as const
  expect(can(actor, 'redemption.scan', 'a')).toBe(true)
  expect(can(actor, 'redemption.scan', 'b')).toBe(false)
  expect(can(actor, 'redemption.scan')).toBe(false)
})

test.each([
  [{ role: 'support' }, undefined],
  [{ role: 'cashier', scope: 'a' }, undefined],
  [{ role: 'nobody' }, 'unknown_role'],
  [{ role: 'hasOwnProperty' }, 'unknown_role'],
  [{ role: 'cashier' }, 'scope_required'],
  [{ role: 'support', scope: 'a' }, 'scope_not_allowed'],
])('giving %j: %s', (membership, problem) => {
  expect(roleProblem(policy, membership)).toBe(problem)
})
