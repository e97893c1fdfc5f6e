/** SQL of copies of a person's data. */
import { statement } from '../../../kernel/db/statement.ts'

export interface ExportRow {
  subject_id: string
  id: string
  requested_by: string
  state: 'running' | 'ready'
  done: number
  total: number
  requested_at: Temporal.Instant
  finished_at: Temporal.Instant | null
  expires_at: Temporal.Instant
  /** The person, or who looks after them, asked for it: it is theirs to take away. */
  for_person: boolean
  reason: string | null
  untold_because: string | null
}

const EXPORT =
  'subject_id, id, requested_by, state, done, total, requested_at, finished_at, expires_at, for_person, reason, untold_because'

/** No row while one is being made. */
export const insertExport = statement<ExportRow>(
  'privacy.insert_export',
  `insert into privacy.export (subject_id, id, requested_by, state, total, requested_at, expires_at, for_person, reason,
     untold_because)
   values ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9)
   on conflict (subject_id) where state = 'running' do nothing returning ${EXPORT}`,
)
export const findRunning = statement<ExportRow>(
  'privacy.find_running',
  `select ${EXPORT} from privacy.export where subject_id = $1 and state = 'running'`,
)
/** The running one of staff becomes the person's as well, who is then told that it is ready. */
export const giveToPerson = statement<ExportRow>(
  'privacy.give_to_person',
  `update privacy.export set for_person = true, requested_by = $2
   where subject_id = $1 and state = 'running' and not for_person returning ${EXPORT}`,
)
export const findExport = statement<ExportRow>(
  'privacy.find_export',
  `select ${EXPORT} from privacy.export where subject_id = $1 and id = $2`,
)
export const lockExport = statement<ExportRow>(
  'privacy.lock_export',
  `select ${EXPORT} from privacy.export where subject_id = $1 and id = $2 for update`,
)
export const listExports = statement<ExportRow>(
  'privacy.list_exports',
  `select ${EXPORT} from privacy.export where subject_id = $1 and expires_at > $2 and (for_person or $4::boolean)
   order by requested_at desc, id desc limit $3`,
)
export const insertPart = statement(
  'privacy.insert_part',
  'insert into privacy.export_part (subject_id, export_id, no, module, body) values ($1, $2, $3, $4, $5)',
)
export const advance = statement(
  'privacy.advance',
  `update privacy.export set done = done + 1 where subject_id = $1 and id = $2 and state = 'running'`,
)
export const finish = statement(
  'privacy.finish',
  `update privacy.export set state = 'ready', finished_at = $3 where subject_id = $1 and id = $2 and state = 'running'`,
)
export const findPart = statement<{ module: string; body: Buffer }>(
  'privacy.find_part',
  'select module, body from privacy.export_part where subject_id = $1 and export_id = $2 and no = $3',
)
export const unfinished = statement<{ subject_id: string; id: string }>(
  'privacy.unfinished',
  `select subject_id, id from privacy.export where state = 'running' and requested_at < $1 order by requested_at limit $2`,
)
export const deleteExportsOf = statement(
  'privacy.delete_exports_of',
  'delete from privacy.export where subject_id = $1',
)
export const removeExpired = statement('privacy.remove_expired', 'delete from privacy.export where expires_at < $1')
