/** SQL of access. */
import type { Tx } from '../../kernel/db/tx.ts'
import { statement, writer } from '../../kernel/db/statement.ts'
import type { PageRequest } from '../../kernel/http/page.ts'

export interface MembershipRow {
  user_id: string
  role: string
  scope: string
  granted_by: string | null
  granted_at: Temporal.Instant
}

export const insertMembership = statement(
  'access.insert_membership',
  `insert into access.membership (user_id, role, scope, granted_by, granted_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
)
export const deleteMembership = statement(
  'access.delete_membership',
  'delete from access.membership where user_id = $1 and role = $2 and scope = $3',
)
export const deleteMemberships = statement(
  'access.delete_memberships',
  'delete from access.membership where user_id = $1',
)
export const membershipsOf = statement<MembershipRow>(
  'access.memberships_of',
  `select user_id, role, scope, granted_by, granted_at from access.membership where user_id = $1 order by role, scope`,
)

/**
 * A column with the person's memberships as `[{role, scope}, …]`, to stand in another module's statement on a table of
 * people: reading a session and its rights is then one round trip. `userColumn` is a literal of the caller's statement.
 */
export const membershipsColumn = (userColumn: `${string}.${string}`): string =>
  `(select coalesce(json_agg(json_build_object('role', m.role, 'scope', m.scope)), '[]'::json)
    from access.membership m where m.user_id = ${userColumn})`

interface Tables {
  'access.membership': MembershipRow
}

export interface MemberFilter {
  readonly role?: string
  readonly scope?: string
  readonly userId?: string
}

/** Across people: for staff only. */
export async function listMemberships(tx: Tx, filter: MemberFilter, page: PageRequest): Promise<MembershipRow[]> {
  let query = writer<Tables>(tx)
    .selectFrom('access.membership')
    .select(['user_id', 'role', 'scope', 'granted_by', 'granted_at'])
  if (filter.role !== undefined) query = query.where('role', '=', filter.role)
  if (filter.scope !== undefined) query = query.where('scope', '=', filter.scope)
  if (filter.userId !== undefined) query = query.where('user_id', '=', filter.userId)
  if (page.after) {
    const [role, scope, userId] = page.after as [string, string, string]
    query = query.where((eb) => eb(eb.refTuple('role', 'scope', 'user_id'), '>', eb.tuple(role, scope, userId)))
  }
  return query
    .orderBy('role')
    .orderBy('scope')
    .orderBy('user_id')
    .limit(page.limit + 1)
    .execute()
}
