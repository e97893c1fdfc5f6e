/** SQL of what an owner does around a pot: drafts, the history of changes, the thank-you. */
import { statement } from '../../../kernel/db/statement.ts'

export interface DraftRow {
  content: Buffer
  step: number
  created_at: Temporal.Instant
  updated_at: Temporal.Instant
}
/** An empty draft, unless there is one. */
export const beginDraft = statement(
  'pots.begin_draft',
  `insert into pots.draft (owner_id, content, step, created_at, updated_at) values ($1, $2, 1, $3, $3)
   on conflict (owner_id) do nothing`,
)
export const findDraft = statement<DraftRow>(
  'pots.find_draft',
  'select content, step, created_at, updated_at from pots.draft where owner_id = $1 ',
)
export const lockDraft = statement<DraftRow>(
  'pots.lock_draft',
  'select content, step, created_at, updated_at from pots.draft where owner_id = $1 for update',
)
export const saveDraft = statement(
  'pots.save_draft',
  'update pots.draft set content = $2, step = $3, updated_at = $4 where owner_id = $1 ',
)
export const removeDraft = statement('pots.remove_draft', 'delete from pots.draft where owner_id = $1 ')
export const removeDraftsBefore = statement(
  'pots.remove_drafts_before',
  'delete from pots.draft where updated_at < $1 and not (owner_id = any($2::uuid[]))',
)

/** The fields of a pot that its owner may change, as they stood; amounts as text. */
export type ChangedFields = Readonly<Record<string, string | boolean | null>>

export interface ChangeRow {
  revision: number
  changed_by: string
  role: 'owner' | 'guardian'
  before: ChangedFields
  after: ChangedFields
  undoes: number | null
  at: Temporal.Instant
}
export const insertChange = statement(
  'pots.insert_change',
  `insert into pots.change (owner_id, pot_id, revision, changed_by, role, before, after, undoes, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
export const findChange = statement<ChangeRow>(
  'pots.find_change',
  `select revision, changed_by, role, before, after, undoes, at
   from pots.change where owner_id = $1 and pot_id = $2 and revision = $3`,
)
/** Newest first; `$3` is the revision the page before ended with. */
export const listChanges = statement<ChangeRow>(
  'pots.list_changes',
  `select revision, changed_by, role, before, after, undoes, at from pots.change
   where owner_id = $1 and pot_id = $2 and ($3::integer is null or revision < $3::integer)
   order by revision desc limit $4`,
)
/** That something was changed stays, its words go. */
export const eraseChanges = statement(
  'pots.erase_changes',
  `update pots.change set before = '{}', after = '{}' where owner_id = $1 `,
)

export interface ThanksRow {
  message: string
  is_public: boolean
  written_at: Temporal.Instant
  corrected_at: Temporal.Instant | null
  reached: number
  unreached: number
  told_at: Temporal.Instant | null
}
/** The claim of the one thank-you a pot has: of ten callers one gets it. */
export const insertThanks = statement(
  'pots.insert_thanks',
  `insert into pots.thanks (owner_id, pot_id, message, is_public, written_at) values ($1, $2, $3, $4, $5)
   on conflict (owner_id, pot_id) do nothing`,
)
export const findThanks = statement<ThanksRow>(
  'pots.find_thanks',
  `select message, is_public, written_at, corrected_at, reached, unreached, told_at
   from pots.thanks where owner_id = $1 and pot_id = $2`,
)
/** The one correction. */
export const correctThanks = statement(
  'pots.correct_thanks',
  `update pots.thanks set message = $3, corrected_at = $4 where owner_id = $1 and pot_id = $2 and corrected_at is null`,
)
export const showThanks = statement(
  'pots.show_thanks',
  'update pots.thanks set is_public = $3 where owner_id = $1 and pot_id = $2',
)
export const countThanked = statement(
  'pots.count_thanked',
  `update pots.thanks set reached = reached + $3, unreached = unreached + $4, told_at = coalesce($5, told_at)
   where owner_id = $1 and pot_id = $2`,
)
export const exportThanks = statement<Record<string, unknown>>(
  'pots.export_thanks',
  `select pot_id, message, is_public, written_at, corrected_at from pots.thanks
   where owner_id = $1 order by written_at limit $2`,
)
export const eraseThanks = statement(
  'pots.erase_thanks',
  `update pots.thanks set message = '', is_public = false where owner_id = $1 `,
)
export const exportChanges = statement<Record<string, unknown>>(
  'pots.export_changes',
  `select pot_id, revision, role, before, after, undoes, at from pots.change
   where owner_id = $1 order by pot_id, revision limit $2`,
)
