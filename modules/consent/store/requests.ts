/** SQL of requests to guardians, their proofs, and of asking anew. */
import { statement } from '../../../kernel/db/statement.ts'

export interface RequestRow {
  guardian_id: string
  id: string
  subject_id: string
  asked_by: string
  purposes: string[]
  state: 'open' | 'proving' | 'decided' | 'expired' | 'cancelled'
  trouble: 'declined' | 'not_paid' | 'disputed' | 'text_changed' | 'not_entitled' | null
  method: 'card_charge' | 'id_review' | null
  answers: Record<string, string> | null
  sealed_origin: Buffer | null
  payment_id: string | null
  attempt: number
  asked_at: Temporal.Instant
  expires_at: Temporal.Instant
  answered_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

const REQUEST = `guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at`

export const insertRequest = statement<RequestRow>(
  'consent.insert_request',
  `insert into consent.request (guardian_id, id, subject_id, asked_by, purposes, token_hash, state, attempt, asked_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, 'open', 0, $7, $8) returning ${REQUEST}`,
)
/** Open questions, those that run out first; `$2`, `$3`: after this one. */
export const listWaiting = statement<RequestRow>(
  'consent.list_waiting',
  `select ${REQUEST} from consent.request
   where state = 'open' and expires_at > $1
     and ($2::timestamptz is null or (expires_at, id) > ($2::timestamptz, $3::uuid))
   order by expires_at, id limit $4`,
)
/** A new request takes the place of those nobody answered. */
export const cancelOpen = statement(
  'consent.cancel_open',
  `update consent.request set state = 'cancelled', ended_at = $3, sealed_origin = null
   where guardian_id = $1 and subject_id = $2 and state = 'open'`,
)
export const cancelAbout = statement(
  'consent.cancel_about',
  `update consent.request set state = 'cancelled', ended_at = $2, sealed_origin = null
   where subject_id = $1 and state = 'open'`,
)
export const cancelOf = statement(
  'consent.cancel_of',
  `update consent.request set state = 'cancelled', ended_at = $2, sealed_origin = null
   where guardian_id = $1 and state in ('open', 'proving')`,
)
export const findByToken = statement<RequestRow>(
  'consent.find_by_token',
  `select ${REQUEST} from consent.request where guardian_id = $1 and token_hash = $2`,
)
export const lockByToken = statement<RequestRow>(
  'consent.lock_by_token',
  `select ${REQUEST} from consent.request where guardian_id = $1 and token_hash = $2 for update`,
)
export const findRequest = statement<RequestRow>(
  'consent.find_request',
  `select ${REQUEST} from consent.request where guardian_id = $1 and id = $2`,
)
export const lockRequest = statement<RequestRow>(
  'consent.lock_request',
  `select ${REQUEST} from consent.request where guardian_id = $1 and id = $2 for update`,
)
export const requestsTo = statement<RequestRow>(
  'consent.requests_to',
  `select ${REQUEST} from consent.request where guardian_id = $1 order by asked_at desc, id desc limit $2`,
)
export const requestsAbout = statement<RequestRow>(
  'consent.requests_about',
  `select ${REQUEST} from consent.request where subject_id = $1 order by asked_at desc, id desc limit $2`,
)
/** The answers wait for their proof. */
export const answer = statement(
  'consent.answer',
  `update consent.request set state = 'proving', method = 'card_charge', answers = $3, sealed_origin = $4, payment_id = $5,
     attempt = $6, answered_at = $7, trouble = null
   where guardian_id = $1 and id = $2 and state in ('open', 'proving')`,
)
export const decide = statement(
  'consent.decide',
  `update consent.request set state = 'decided', method = $3, answered_at = coalesce(answered_at, $4), ended_at = $4,
     trouble = null, sealed_origin = null
   where guardian_id = $1 and id = $2 and state in ('open', 'proving')`,
)
/** Back to the page: the answers stay, so that money that comes late still proves them. */
export const reopen = statement(
  'consent.reopen',
  `update consent.request set state = 'open', trouble = $3
   where guardian_id = $1 and id = $2 and state in ('open', 'proving')`,
)
/** The guardian lost the right to decide: money for what was answered until then proves nothing any more. */
export const forgetProofs = statement(
  'consent.forget_proofs',
  `update consent.request set state = 'open', trouble = 'not_entitled', payment_id = null
   where guardian_id = $1 and subject_id = $2 and state in ('open', 'proving') and payment_id is not null
     and answered_at <= $3`,
)
export const noteTrouble = statement(
  'consent.note_trouble',
  `update consent.request set trouble = $3 where guardian_id = $1 and id = $2 and state = 'proving'`,
)
export const expireRequests = statement(
  'consent.expire_requests',
  `update consent.request set state = 'expired', ended_at = $1, sealed_origin = null
   where state = 'open' and (guardian_id, id) in (
     select guardian_id, id from consent.request where state = 'open' and expires_at <= $1
     order by expires_at limit $2 for update skip locked)`,
)

// Proofs

export interface ProofRow {
  guardian_id: string
  payment_id: string
  request_id: string
  paid_at: Temporal.Instant | null
  refund_state: 'asked' | 'done' | 'failed' | null
  refund_attempts: number
}

const PROOF = 'guardian_id, payment_id, request_id, paid_at, refund_state, refund_attempts'

export const insertProof = statement(
  'consent.insert_proof',
  `insert into consent.proof (guardian_id, payment_id, request_id, asked_at) values ($1, $2, $3, $4) on conflict do nothing`,
)
export const lockProof = statement<ProofRow>(
  'consent.lock_proof',
  `select ${PROOF} from consent.proof where guardian_id = $1 and payment_id = $2 for update`,
)
export const notePaid = statement(
  'consent.note_paid',
  `update consent.proof set paid_at = $3, refund_state = 'asked', refund_attempts = 1
   where guardian_id = $1 and payment_id = $2 and paid_at is null`,
)
export const noteRefunded = statement(
  'consent.note_refunded',
  `update consent.proof set refund_state = 'done', refund_due_at = null
   where guardian_id = $1 and payment_id = $2 and refund_state in ('asked', 'failed')`,
)
export const noteRefundFailed = statement(
  'consent.note_refund_failed',
  `update consent.proof set refund_state = 'failed', refund_due_at = $3
   where guardian_id = $1 and payment_id = $2 and refund_state = 'asked'`,
)
export const claimRefunds = statement<ProofRow>(
  'consent.claim_refunds',
  `update consent.proof set refund_state = 'asked', refund_due_at = null, refund_attempts = refund_attempts + 1
   where refund_state = 'failed' and refund_attempts < $2 and (guardian_id, payment_id) in (
     select guardian_id, payment_id from consent.proof
     where refund_state = 'failed' and refund_attempts < $2 and refund_due_at <= $1
     order by refund_due_at limit $3 for update skip locked)
   returning ${PROOF}`,
)
export const stuckRefunds = statement<{ stuck: number }>(
  'consent.stuck_refunds',
  `select count(*)::integer as stuck from consent.proof where refund_state = 'failed' and refund_attempts >= $1`,
)

// Asking anew

/** Whose newest word is a yes to an older major version, and who was not told so yet. */
export const outdated = statement<{ subject_id: string; decided_by: string }>(
  'consent.outdated',
  `select r.subject_id, r.decided_by from consent.record r
   where r.purpose = $1 and r.decision = 'given' and r.major < $2
     and not exists (
       select from consent.record l where l.subject_id = r.subject_id and l.purpose = r.purpose
         and l.decided_by = r.decided_by and l.seq > r.seq)
     and not exists (
       select from consent.asked_again a where a.subject_id = r.subject_id and a.decided_by = r.decided_by
         and a.purpose = r.purpose and a.major >= $2)
   limit $3`,
)
export const insertAskedAgain = statement(
  'consent.insert_asked_again',
  `insert into consent.asked_again (subject_id, decided_by, purpose, major, asked_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing`,
)
