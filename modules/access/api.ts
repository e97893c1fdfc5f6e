/** What other modules may ask of access. A person's rights also stand in `ctx.actor`; see `can` in kernel/context. */
export { assignRole, grantsFrom, grantsOf, listMembers, revokeRole, rolesOf, type RoleOf } from './access.ts'
export type { AccessPolicy, Membership } from './rules.ts'
export { membershipsColumn } from './store.ts'
