/** Who holds which role: reading and changing it, for staff with `access.manage`. */
import { Type } from 'typebox'
import { idType } from '../../kernel/ids.ts'
import { pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Empty, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { assignRole, listMembers, policyOf, revokeRole } from './access.ts'

const userId = idType('usr')
const RoleName = Type.String({ pattern: '^[a-z][a-z_]{0,39}$', description: 'Name of a role' })
const Scope = Type.String({ format: 'uuid', description: 'What the role is limited to: the id of a partner' })

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
    query: Type.Object({ ...pageQuery, role: Type.Optional(RoleName), scope: Type.Optional(Scope) }),
    response: { 200: Page(Member) },
    async handle({ tx, query }) {
      const { role, scope } = query
      const page = await listMembers(
        tx,
        { ...(role === undefined ? {} : { role }), ...(scope === undefined ? {} : { scope }) },
        pageRequest(query),
      )
      return {
        ...page,
        items: page.items.map((row) => ({
          user_id: userId.wire(row.user_id),
          role: row.role,
          scope: row.scope === '' ? null : row.scope,
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
    access: { permission: 'access.manage' },
    rows: 'all',
    audited: true,
    params: Type.Object({ user_id: WireId('usr'), role: RoleName }),
    body: Body({ scope: Type.Optional(Scope) }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      await assignRole(ctx, tx, { userId: userId.parse(params.user_id), role: params.role, scope: body.scope })
    },
  }),
  route({
    method: 'DELETE',
    path: '/memberships/{user_id}/{role}',
    summary: 'Take a role away',
    description: 'Safe to repeat. Effective with the person’s next request. Refuses `access.own_roles`.',
    access: { permission: 'access.manage' },
    rows: 'all',
    audited: true,
    params: Type.Object({ user_id: WireId('usr'), role: RoleName }),
    query: Type.Object({ scope: Type.Optional(Scope) }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, query }) {
      await revokeRole(ctx, tx, { userId: userId.parse(params.user_id), role: params.role, scope: query.scope })
    },
  }),
]
