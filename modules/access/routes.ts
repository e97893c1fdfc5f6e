/** Who holds which role: reading and changing it, for staff with `access.manage`. */
import { Type, type Static } from 'typebox'
import { idType } from '../../kernel/ids.ts'
import { pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Empty, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { assignRole, listMembers, policyOf, revokeRole, type RoleOf } from './access.ts'

const userId = idType('usr')
// What a role may be limited to: a partner, of which only the wire form is known here.
const partnerId = idType('prt')
const RoleName = Type.String({ pattern: '^[a-z][a-z_]{0,39}$', description: 'Name of a role' })
const Scope = WireId('prt')

const Role = Type.Object({
  name: RoleName,
  permissions: Type.Array(Type.String()),
  scoped: Type.Boolean({ description: 'True when the role is only given for one partner' }),
})
const Member = Type.Object({
  user_id: WireId('usr'),
  role: RoleName,
  scope: Nullable(Scope),
  granted_by: Nullable(WireId('usr')),
  granted_at: Instant,
})

const MemberParams = Type.Object({ user_id: WireId('usr'), role: RoleName })
const Reason = Type.String({ minLength: 3, maxLength: 500, description: 'Why; kept in the audit trail' })
const Change = Body({ scope: Type.Optional(Scope), reason: Reason })
const change = { access: { permission: 'access.manage' }, rows: 'all', audited: true, stepUp: true } as const

const roleOf = (params: Static<typeof MemberParams>, { scope, reason }: Static<typeof Change>): RoleOf => ({
  userId: userId.parse(params.user_id),
  role: params.role,
  reason,
  ...(scope === undefined ? {} : { scope: partnerId.parse(scope) }),
})

export const routes = [
  route({
    method: 'GET',
    path: '/roles',
    summary: 'The roles of this product and what each allows',
    description: 'Roles are part of the product’s policy; they change with a release, not here.',
    access: { permission: 'access.manage' },
    response: { 200: Type.Object({ items: Type.Array(Role) }) },
    async handle({ ctx }) {
      const { roles, scopedRoles = [] } = policyOf(ctx)
      return {
        items: Object.entries(roles).map(([name, permissions]) => ({
          name,
          permissions,
          scoped: scopedRoles.includes(name),
        })),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/memberships',
    summary: 'Who holds which role',
    access: { permission: 'access.manage' },
    rows: 'all',
    query: Type.Object({
      ...pageQuery,
      role: Type.Optional(RoleName),
      scope: Type.Optional(Scope),
      user_id: Type.Optional(WireId('usr')),
    }),
    response: { 200: Page(Member) },
    async handle({ tx, query }) {
      const { role, scope, user_id: user } = query
      const page = await listMembers(
        tx,
        {
          ...(role === undefined ? {} : { role }),
          ...(scope === undefined ? {} : { scope: partnerId.parse(scope) }),
          ...(user === undefined ? {} : { userId: userId.parse(user) }),
        },
        pageRequest(query),
      )
      return {
        ...page,
        items: page.items.map((row) => ({
          user_id: userId.wire(row.user_id),
          role: row.role,
          scope: row.scope === '' ? null : partnerId.wire(row.scope),
          granted_by: row.granted_by === null ? null : userId.wire(row.granted_by),
          granted_at: row.granted_at,
        })),
      }
    },
  }),
  route({
    method: 'PUT',
    path: '/memberships/{user_id}/{role}',
    summary: 'Give a person a role',
    description:
      'Safe to repeat. A role of a partner’s staff needs the partner as `scope`. Effective with the person’s next request. ' +
      'Refuses `access.own_roles`: nobody gives themselves rights.',
    ...change,
    params: MemberParams,
    body: Change,
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      await assignRole(ctx, tx, roleOf(params, body))
    },
  }),
  route({
    method: 'POST',
    path: '/memberships/{user_id}/{role}/removal',
    summary: 'Take a role away',
    description: 'Safe to repeat. Effective with the person’s next request. Refuses `access.own_roles`.',
    ...change,
    params: MemberParams,
    body: Change,
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      await revokeRole(ctx, tx, roleOf(params, body))
    },
  }),
]
