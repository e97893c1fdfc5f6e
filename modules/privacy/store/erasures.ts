/** SQL of erasures, of purposes that ended, of holds, and of the log. */
import { statement } from '../../../kernel/db/statement.ts'

export interface Certificate {
  readonly format: 'teranga-erasure-certificate/1'
  readonly id: string
  readonly product: string
  /** SHA-256 of the erased person's id, for whoever still knows it. */
  readonly subject_sha256: string
  readonly requested_at: string
  readonly erased_at: string
  /** The parts of the platform that erased theirs. */
  readonly modules: readonly string[]
  /** The key of the person's sealed fields is gone, from the copies in backups too. */
  readonly key_destroyed: true
}

export interface SignedCertificate {
  readonly certificate: Certificate
  readonly key_id: string
  readonly signature: string
}

export interface ErasureRow {
  subject_id: string
  id: string
  requested_by: string
  state: 'waiting' | 'running' | 'undone' | 'done'
  blocked_by: string | null
  modules_done: string[]
  requested_at: Temporal.Instant
  due_at: Temporal.Instant
  started_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  certificate: SignedCertificate | null
}

const ERASURE = `subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate`

export const insertErasure = statement<ErasureRow>(
  'privacy.insert_erasure',
  `insert into privacy.erasure (subject_id, id, requested_by, state, requested_at, due_at)
   values ($1, $2, $3, 'waiting', $4, $5)
   on conflict (subject_id) where state in ('waiting', 'running') do nothing returning ${ERASURE}`,
)
export const findOpen = statement<ErasureRow>(
  'privacy.find_open',
  `select ${ERASURE} from privacy.erasure where subject_id = $1 and state in ('waiting', 'running')`,
)
export const lockOpen = statement<ErasureRow>(
  'privacy.lock_open',
  `select ${ERASURE} from privacy.erasure where subject_id = $1 and state in ('waiting', 'running') for update`,
)
export const findErasure = statement<ErasureRow>(
  'privacy.find_erasure',
  `select ${ERASURE} from privacy.erasure where id = $1`,
)
export const lockErasure = statement<ErasureRow>(
  'privacy.lock_erasure',
  `select ${ERASURE} from privacy.erasure where subject_id = $1 and id = $2 for update`,
)
export const erasuresOf = statement<ErasureRow>(
  'privacy.erasures_of',
  `select ${ERASURE} from privacy.erasure where subject_id = $1 order by requested_at desc limit $2`,
)
/** Those that wait or run, the next one first; `$1`, `$2`: after this one. */
export const listOpen = statement<ErasureRow>(
  'privacy.list_open',
  `select ${ERASURE} from privacy.erasure
   where state in ('waiting', 'running') and ($1::timestamptz is null or (due_at, id) > ($1::timestamptz, $2::uuid))
   order by due_at, id limit $3`,
)
export const undo = statement(
  'privacy.undo',
  `update privacy.erasure set state = 'undone', ended_at = $3 where subject_id = $1 and id = $2 and state = 'waiting'`,
)
export const block = statement(
  'privacy.block',
  `update privacy.erasure set blocked_by = $3 where subject_id = $1 and id = $2 and state = 'waiting'`,
)
export const begin = statement(
  'privacy.begin',
  `update privacy.erasure set state = 'running', started_at = $3, blocked_by = null
   where subject_id = $1 and id = $2 and state = 'waiting'`,
)
export const noteModule = statement(
  'privacy.note_module',
  `update privacy.erasure set modules_done = modules_done || $3::text
   where subject_id = $1 and id = $2 and state = 'running' and not ($3::text = any(modules_done))`,
)
export const complete = statement(
  'privacy.complete',
  `update privacy.erasure set state = 'done', ended_at = $3, certificate = $4
   where subject_id = $1 and id = $2 and state = 'running'`,
)
export const due = statement<{ subject_id: string; id: string }>(
  'privacy.due',
  `select subject_id, id from privacy.erasure where state in ('waiting', 'running') and due_at <= $1 order by due_at limit $2`,
)

// Purposes

export interface PurposeErasureRow {
  subject_id: string
  id: string
  purpose: string
  state: 'waiting' | 'done' | 'cancelled'
  queued_at: Temporal.Instant
  due_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

const PURPOSE = 'subject_id, id, purpose, state, queued_at, due_at, ended_at'

/** Withdrawn again while it waits: counted from the later withdrawal. */
export const queuePurpose = statement<PurposeErasureRow>(
  'privacy.queue_purpose',
  `insert into privacy.purpose_erasure (subject_id, id, purpose, state, queued_at, due_at)
   values ($1, $2, $3, 'waiting', $4, $5)
   on conflict (subject_id, purpose) where state = 'waiting' do update
     set queued_at = excluded.queued_at, due_at = excluded.due_at
   returning ${PURPOSE}`,
)
export const duePurposes = statement<{ subject_id: string; id: string }>(
  'privacy.due_purposes',
  `select subject_id, id from privacy.purpose_erasure where state = 'waiting' and due_at <= $1 order by due_at limit $2`,
)
export const lockPurpose = statement<PurposeErasureRow>(
  'privacy.lock_purpose',
  `select ${PURPOSE} from privacy.purpose_erasure where subject_id = $1 and id = $2 and state = 'waiting' for update`,
)
export const lockPurposesOf = statement<{ id: string }>(
  'privacy.lock_purposes_of',
  `select id from privacy.purpose_erasure where subject_id = $1 and state = 'waiting' order by id for update`,
)
export const endPurpose = statement(
  'privacy.end_purpose',
  `update privacy.purpose_erasure set state = $3, ended_at = $4 where subject_id = $1 and id = $2 and state = 'waiting'`,
)
export const purposesOf = statement<PurposeErasureRow>(
  'privacy.purposes_of',
  `select ${PURPOSE} from privacy.purpose_erasure where subject_id = $1 order by queued_at desc limit $2`,
)

// Holds

export interface HoldRow {
  subject_id: string
  id: string
  basis: string
  placed_by: string
  placed_at: Temporal.Instant
  until: Temporal.PlainDate | null
  released_by: string | null
  released_at: Temporal.Instant | null
  released_reason: string | null
}

const HOLD = 'subject_id, id, basis, placed_by, placed_at, until, released_by, released_at, released_reason'

export const insertHold = statement<HoldRow>(
  'privacy.insert_hold',
  `insert into privacy.legal_hold (subject_id, id, basis, placed_by, placed_at, until) values ($1, $2, $3, $4, $5, $6)
   returning ${HOLD}`,
)
export const releaseHold = statement<HoldRow>(
  'privacy.release_hold',
  `update privacy.legal_hold set released_by = $3, released_at = $4, released_reason = $5
   where subject_id = $1 and id = $2 and released_at is null returning ${HOLD}`,
)
/** Holds are placed, and old rows removed, one after the other. */
export const oneAtATime = statement('privacy.one_at_a_time', 'select pg_advisory_xact_lock(7236031)')
/** Everybody held on a day. */
export const heldSubjects = statement<{ subject_id: string }>(
  'privacy.held_subjects',
  `select distinct subject_id from privacy.legal_hold where released_at is null and (until is null or until >= $1::date)`,
)
/** A hold in force on `$2`. Locked, so that it is not placed while an erasure begins unseen. */
export const activeHold = statement<{ id: string }>(
  'privacy.active_hold',
  `select id from privacy.legal_hold
   where subject_id = $1 and released_at is null and (until is null or until >= $2::date) limit 1`,
)
export const listHolds = statement<HoldRow>(
  'privacy.list_holds',
  `select ${HOLD} from privacy.legal_hold
   where (placed_at, id) < ($1::timestamptz, $2::uuid) order by placed_at desc, id desc limit $3`,
)

// The log

export interface LogRow {
  subject_id: string
  id: string
  kind: 'person' | 'withdrawal'
  purpose: string | null
  at: Temporal.Instant
}

export const insertLog = statement(
  'privacy.insert_log',
  `insert into privacy.erasure_log (subject_id, id, kind, purpose, at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
)
export const findLog = statement<LogRow>(
  'privacy.find_log',
  'select subject_id, id, kind, purpose, at from privacy.erasure_log where subject_id = $1 and id = $2',
)
