/** SQL of the audit trail. */
import type { Tx } from '../../kernel/db/tx.ts'
import { statement, writer } from '../../kernel/db/statement.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { AuditFilter } from './audit.ts'

export interface AuditRow {
  id: string
  subject_type: string
  subject_id: string
  action: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  request_id: string
  before: unknown
  after: unknown
  reason: string | null
  recorded_at: Temporal.Instant
}

export const insertRecord = statement(
  'audit.insert_record',
  `insert into audit.record (subject_id, recorded_at, id, subject_type, action, actor_kind, actor_id, actor_name, session_id,
     request_id, before, after, reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)

export interface Act {
  id: string
  action: string
  after: unknown
  recorded_at: Temporal.Instant
}

/** The oldest first; on after `$3`, `$4`. */
export const actsOfKinds = statement<Act>(
  'audit.acts_of_kinds',
  `select id, action, after, recorded_at from audit.record
   where subject_id = $1 and action = any($2::text[]) and (recorded_at, id) > ($3::timestamptz, $4::uuid)
   order by recorded_at, id limit $5`,
)
export const subjectsOfKinds = statement<{ subject_id: string }>(
  'audit.subjects_of_kinds',
  `select distinct subject_id from audit.record where action = any($1::text[]) and subject_id > $2
   order by subject_id limit $3`,
)

interface Tables {
  'audit.record': AuditRow
}

export async function listRecords(tx: Tx, filter: AuditFilter, page: PageRequest): Promise<AuditRow[]> {
  let query = writer<Tables>(tx)
    .selectFrom('audit.record')
    .select([
      'id', 'subject_type', 'subject_id', 'action', 'actor_kind', 'actor_id', 'actor_name', 'request_id', 'before', 'after',
      'reason', 'recorded_at',
    ]) // prettier-ignore
  if (filter.subjectId) query = query.where('subject_id', '=', filter.subjectId)
  if (filter.actorId) query = query.where('actor_id', '=', filter.actorId)
  if (filter.action) query = query.where('action', '=', filter.action)
  if (filter.requestId) query = query.where('request_id', '=', filter.requestId)
  if (filter.from) query = query.where('recorded_at', '>=', filter.from)
  if (filter.to) query = query.where('recorded_at', '<', filter.to)
  const [direction, beyond] = filter.oldestFirst ? (['asc', '>'] as const) : (['desc', '<'] as const)
  if (page.after) {
    const [recordedAt, id] = page.after as [string, string]
    query = query.where((eb) =>
      eb(eb.refTuple('recorded_at', 'id'), beyond, eb.tuple(Temporal.Instant.from(recordedAt), id)),
    )
  }
  return query
    .orderBy('recorded_at', direction)
    .orderBy('id', direction)
    .limit(page.limit + 1)
    .execute()
}
