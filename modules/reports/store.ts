/** SQL of saved views and exports. Everything is found by its owner; shared views are read by all of the team. */
import { refusing, statement } from '../../kernel/db/statement.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { errors } from './errors.ts'

export interface ViewRow {
  owner_id: string
  id: string
  list: string
  name: string
  query: string
  shared: boolean
  opens_first: boolean
}

const VIEW = 'owner_id, id, list, name, query, shared, opens_first'

export const listViews = statement<ViewRow>(
  'reports.list_views',
  `select ${VIEW} from reports.saved_view where owner_id = $1 or shared order by list, name, id limit $2`,
)
export const viewsOf = statement<ViewRow>(
  'reports.views_of',
  `select ${VIEW} from reports.saved_view where owner_id = $1 order by list, name limit $2`,
)
export const findView = statement<ViewRow>(
  'reports.find_view',
  `select ${VIEW} from reports.saved_view where owner_id = $1 and id = $2`,
)
/** In the first free slot; no row when there is none. */
const insertViewRow = statement<ViewRow>(
  'reports.insert_view',
  `insert into reports.saved_view (owner_id, id, slot, list, name, query, shared, opens_first, created_at)
   select $1::uuid, $2::uuid, s.slot, $3, $4, $5, $6, false, $7::timestamptz from generate_series(1, 50) as s (slot)
   where not exists (select from reports.saved_view v where v.owner_id = $1 and v.slot = s.slot)
   order by s.slot limit 1 returning ${VIEW}`,
)
const updateViewRow = statement<ViewRow>(
  'reports.update_view',
  `update reports.saved_view set name = $3, query = $4, shared = $5, opens_first = $6
   where owner_id = $1 and id = $2 returning ${VIEW}`,
)
export const closeFirst = statement(
  'reports.close_first',
  'update reports.saved_view set opens_first = false where owner_id = $1 and list = $2 and opens_first and id <> $3',
)
export const deleteView = statement(
  'reports.delete_view',
  'delete from reports.saved_view where owner_id = $1 and id = $2',
)
export const deleteViewsOf = statement('reports.delete_views_of', 'delete from reports.saved_view where owner_id = $1')

const VIEW_REFUSALS = {
  saved_view_name: errors.name_taken,
  saved_view_slot: errors.changed_meanwhile,
  saved_view_one_first: errors.changed_meanwhile,
}
export const insertView = (tx: Tx, ...values: unknown[]): Promise<ViewRow | undefined> =>
  refusing(insertViewRow.first(tx, ...values), VIEW_REFUSALS)
export const updateView = (tx: Tx, ...values: unknown[]): Promise<ViewRow | undefined> =>
  refusing(updateViewRow.first(tx, ...values), VIEW_REFUSALS)

// --- exports

export interface ExportRow {
  owner_id: string
  id: string
  session_id: string
  list: string
  query: Record<string, string>
  locale: string
  columns: string[]
  /** None when it was asked for before columns had words: then it holds the fields as they are. */
  heads: string[] | null
  state: 'running' | 'done' | 'cancelled' | 'stopped'
  reason: string | null
  cursor: string | null
  part_count: number
  row_count: number
  truncated: boolean
  requested_at: Temporal.Instant
  moved_at: Temporal.Instant
  finished_at: Temporal.Instant | null
}

const EXPORT = `owner_id, id, session_id, list, query, locale, columns, heads, state, reason, cursor, part_count, row_count,
  truncated, requested_at, moved_at, finished_at`

/** In the first free slot. No row when none is free, or when the same export runs already. */
/** How many one person may have running; the statement below counts its places. */
export const EXPORTS_AT_ONCE = 3

export const insertExport = statement<ExportRow>(
  'reports.insert_export',
  `insert into reports.export (owner_id, id, session_id, slot, list, query, fingerprint, locale, columns, heads, state,
     requested_at, moved_at)
   select $1::uuid, $2::uuid, $3::uuid, s.slot, $4, $5::jsonb, $6, $7, $8::text[], $9::text[], 'running', $10::timestamptz, $10
   from generate_series(1, 3) as s (slot)
   where not exists (select from reports.export e where e.owner_id = $1 and e.slot = s.slot)
   order by s.slot limit 1
   on conflict do nothing returning ${EXPORT}`,
)
export const findRunning = statement<ExportRow>(
  'reports.find_running',
  `select ${EXPORT} from reports.export where owner_id = $1 and fingerprint = $2 and state = 'running'`,
)
export const findExport = statement<ExportRow>(
  'reports.find_export',
  `select ${EXPORT} from reports.export where owner_id = $1 and id = $2`,
)
export const lockExport = statement<ExportRow>(
  'reports.lock_export',
  `select ${EXPORT} from reports.export where owner_id = $1 and id = $2 for update`,
)
export const listExports = statement<ExportRow>(
  'reports.list_exports',
  `select ${EXPORT} from reports.export
   where owner_id = $1 and (requested_at, id) < ($2::timestamptz, $3::uuid)
   order by requested_at desc, id desc limit $4`,
)
/** The rows of a part and where it ends are one fact: a part is never read twice. */
export const advance = statement(
  'reports.advance',
  `update reports.export set cursor = $3, part_count = part_count + 1, row_count = row_count + $4, moved_at = $5
   where owner_id = $1 and id = $2 and state = 'running'`,
)
export const finish = statement(
  'reports.finish',
  `update reports.export set state = $3, reason = $4, truncated = $5, slot = null, finished_at = $6
   where owner_id = $1 and id = $2 and state = 'running'`,
)
export const insertPart = statement(
  'reports.insert_part',
  'insert into reports.part (owner_id, export_id, no, body) values ($1, $2, $3, $4)',
)
export const findPart = statement<{ body: Buffer }>(
  'reports.find_part',
  'select body from reports.part where owner_id = $1 and export_id = $2 and no = $3',
)
export const deleteParts = statement(
  'reports.delete_parts',
  'delete from reports.part where owner_id = $1 and export_id = $2',
)
export const removeExportsBefore = statement(
  'reports.remove_exports_before',
  'delete from reports.export where requested_at < $1 and not (owner_id = any($2::uuid[]))',
)
export const deleteExportsOf = statement('reports.delete_exports_of', 'delete from reports.export where owner_id = $1')
