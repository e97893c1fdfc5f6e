/** SQL behind the story of a thing: what was done to it. */
import { statement } from '../../../kernel/db/statement.ts'

export interface ActStep {
  subject_id: string
  recorded_at: Temporal.Instant
  action: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  reason: string | null
}

/** Newest kept when there are too many. Looking alone is no part of a story. */
export const actsOn = statement<ActStep>(
  'audit.inquire_acts',
  `select subject_id, recorded_at, action, actor_kind, actor_id, actor_name, reason from audit.record
   where subject_id = any($1::uuid[]) and action <> all($2::text[]) order by recorded_at desc limit $3`,
)
