/** The verbs: give and take roles, and say what a person may do. */
import { userIdOf, type Context, type Grant } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { pageOf, type PageOf, type PageRequest } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { permissionsOf, roleProblem, type AccessPolicy, type Membership } from './rules.ts'
import * as store from './store.ts'

/** The product's roles; none in a product that declares none. */
export function policyOf(ctx: Context): AccessPolicy {
  return (ctx.product.policy['access'] as AccessPolicy | undefined) ?? { roles: {} }
}

export interface RoleOf {
  readonly userId: string
  readonly role: string
  /** The partner's id (UUID) for a partner's staff; absent for a role that holds everywhere. */
  readonly scope?: string | undefined
  /** Why it changes. */
  readonly reason?: string
}

/**
 * Gives the role. Safe to repeat. Refuses `unknown_role`, `scope_required`, `scope_not_allowed`, and `own_roles` when a
 * signed-in person does it to themselves. Audited.
 */
export async function assignRole(ctx: Context, tx: Tx, input: RoleOf): Promise<void> {
  refuseOwnRoles(ctx, input.userId)
  const problem = roleProblem(policyOf(ctx), membershipOf(input))
  if (problem) refuse(errors[problem])
  const scope = input.scope ?? ''
  await store.insertMembership.run(tx, input.userId, input.role, scope, userIdOf(ctx.actor), ctx.clock.now())
  await record(ctx, tx, {
    action: 'access.role_assigned',
    subject: { type: 'user', id: input.userId },
    after: { role: input.role, scope },
    ...why(input),
  })
}

/** Takes the role away; effective with the next request of the person. Safe to repeat. Audited. Refuses `own_roles`. */
export async function revokeRole(ctx: Context, tx: Tx, input: RoleOf): Promise<void> {
  refuseOwnRoles(ctx, input.userId)
  const scope = input.scope ?? ''
  const removed = await store.deleteMembership.run(tx, input.userId, input.role, scope)
  await record(ctx, tx, {
    action: 'access.role_revoked',
    subject: { type: 'user', id: input.userId },
    before: removed === 1 ? { role: input.role, scope } : {},
    ...why(input),
  })
}

/** The roles a person holds. */
export async function rolesOf(tx: Tx, userId: string): Promise<Membership[]> {
  return (await store.membershipsOf.all(tx, userId)).map(toMembership)
}

/** What a person may do, everywhere or within a scope. One statement. */
export async function grantsOf(ctx: Context, tx: Tx, userId: string): Promise<Grant[]> {
  return permissionsOf(policyOf(ctx), await rolesOf(tx, userId))
}

/** What memberships read through `membershipsColumn` allow. */
export function grantsFrom(ctx: Context, memberships: readonly { role: string; scope: string }[]): Grant[] {
  return permissionsOf(policyOf(ctx), memberships.map(toMembership))
}

/** Who holds a role, or any role within a scope, or which a person holds. In the order of role, scope and user. For staff. */
export async function listMembers(
  tx: Tx,
  filter: store.MemberFilter,
  page: PageRequest = { after: undefined, limit: 100 },
): Promise<PageOf<store.MembershipRow>> {
  const rows = await store.listMemberships(tx, filter, page)
  return pageOf(
    rows,
    page,
    (row) => [row.role, row.scope, row.user_id],
    (row) => row,
  )
}

/** Ends every role of a person whose account is erased. Safe to repeat. */
export async function removeAllRoles(tx: Tx, userId: string): Promise<void> {
  await store.deleteMemberships.run(tx, userId)
}

function refuseOwnRoles(ctx: Context, userId: string): void {
  if (userIdOf(ctx.actor) === userId) refuse(errors.own_roles)
}

const why = ({ reason }: RoleOf) => (reason === undefined ? {} : { reason })

function membershipOf({ role, scope }: RoleOf): Membership {
  return scope === undefined ? { role } : { role, scope }
}

function toMembership({ role, scope }: { role: string; scope: string }): Membership {
  return scope === '' ? { role } : { role, scope }
}
