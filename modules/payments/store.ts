/** SQL of payments. Rows of `payment`, `receipt`, `refund` and `step` are found by their owner first. */
import type { Tx } from '../../kernel/db/tx.ts'
import { statement, writer } from '../../kernel/db/statement.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { AccountRef } from '../ledger/api.ts'
import type { PaymentState, RefundState } from './rules.ts'

export interface PaymentRow {
  owner_id: string
  id: string
  provider: string
  purpose: string
  reference: string
  amount_minor: bigint
  currency: string
  state: PaymentState
  late: boolean
  payer_id: string | null
  payer_mobile: Buffer | null
  success_url: string
  error_url: string
  open_attempts: number
  opening_until: Temporal.Instant | null
  session_ref: string | null
  launch_url: string | null
  expires_at: Temporal.Instant | null
  cancel_requested_at: Temporal.Instant | null
  failure_code: string | null
  polls: number
  poll_at: Temporal.Instant | null
  created_at: Temporal.Instant
  opened_at: Temporal.Instant | null
  succeeded_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

export interface ReceiptRow {
  session_ref: string
  status: 'applied' | 'duplicate' | 'disputed'
  amount_minor: bigint
  currency: string
  transaction_ref: string | null
  transfer_id: string
  received_at: Temporal.Instant
}

export interface RefundRow {
  owner_id: string
  id: string
  payment_id: string
  session_ref: string
  amount_minor: bigint
  currency: string
  from_account: AccountRef
  reason: string
  state: RefundState
  attempts: number
  next_attempt_at: Temporal.Instant | null
  last_error: string | null
  failure_code: string | null
  settled_transfer_id: string
  requested_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export interface StepRow {
  id: string
  code: string
  details: Record<string, string> | null
  at: Temporal.Instant
}

export interface WebhookEventRow {
  event_id: string
  provider: string
  type: string
  status: 'received' | 'processed' | 'ignored' | 'unmatched' | 'disputed'
  outcome: string | null
  session_ref: string | null
  attempts: number
  next_attempt_at: Temporal.Instant | null
  received_at: Temporal.Instant
  processed_at: Temporal.Instant | null
}

interface Place {
  owner_id: string
  payment_id: string
}

const PAYMENT = `owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, open_attempts, opening_until, session_ref, launch_url, expires_at, cancel_requested_at, failure_code,
  polls, poll_at, created_at, opened_at, succeeded_at, ended_at`
const RECEIPT = 'session_ref, status, amount_minor, currency, transaction_ref, transfer_id, received_at'
const REFUND = `owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at`
const EVENT = `event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at`

// --- payments ---------------------------------------------------------------------------------------------------------

export const insertPayment = statement(
  'payments.insert_payment',
  `insert into payments.payment (owner_id, id, provider, purpose, reference, amount_minor, currency, state, payer_id,
     payer_mobile, success_url, error_url, poll_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, 'created', $8, $9, $10, $11, $12, $13)
   on conflict on constraint payment_pkey do nothing`,
)

export const findPayment = statement<PaymentRow>(
  'payments.find_payment',
  `select ${PAYMENT} from payments.payment where owner_id = $1 and id = $2`,
)

export const lockPayment = statement<PaymentRow>(
  'payments.lock_payment',
  `select ${PAYMENT} from payments.payment where owner_id = $1 and id = $2 for update`,
)

/** One at a time asks the provider for a session; whoever died doing so is overtaken when its time is up. */
export const claimOpening = statement<PaymentRow>(
  'payments.claim_opening',
  `update payments.payment set opening_until = $3, open_attempts = open_attempts + 1
   where owner_id = $1 and id = $2 and state = 'created' and (opening_until is null or opening_until <= $4)
   returning ${PAYMENT}`,
)

export const releaseOpening = statement(
  'payments.release_opening',
  'update payments.payment set opening_until = null where owner_id = $1 and id = $2',
)

/** The state moves only from the one it was judged in. */
export const movePayment = statement(
  'payments.move_payment',
  `update payments.payment set state = $4, session_ref = coalesce($5, session_ref), launch_url = coalesce($6, launch_url),
     expires_at = coalesce($7, expires_at), poll_at = $8, opened_at = coalesce(opened_at, $9), succeeded_at = $10,
     ended_at = coalesce($11, ended_at), late = $12, opening_until = null
   where owner_id = $1 and id = $2 and state = $3`,
)

export const setFailure = statement(
  'payments.set_failure',
  'update payments.payment set failure_code = $3 where owner_id = $1 and id = $2',
)

export const setPoll = statement(
  'payments.set_poll',
  'update payments.payment set poll_at = $3, polls = polls + 1 where owner_id = $1 and id = $2',
)

export const requestCancel = statement(
  'payments.request_cancel',
  `update payments.payment set cancel_requested_at = $3, poll_at = $3
   where owner_id = $1 and id = $2 and state in ('created', 'opened') and cancel_requested_at is null`,
)

/** Everywhere: which payments the provider should be asked about now. */
export const findToPoll = statement<Place>(
  'payments.find_to_poll',
  'select owner_id, id as payment_id from payments.payment where poll_at <= $1 order by poll_at limit $2',
)

export const eraseMobileOf = statement(
  'payments.erase_mobile_of',
  'update payments.payment set payer_mobile = null where payer_id = $1',
)

export const eraseMobileBefore = statement(
  'payments.erase_mobile_before',
  'update payments.payment set payer_mobile = null where created_at < $1 and payer_mobile is not null',
)

export const listByPayer = statement<PaymentRow>(
  'payments.list_by_payer',
  `select ${PAYMENT} from payments.payment where payer_id = $1 order by created_at desc limit $2`,
)

export const listByOwner = statement<PaymentRow>(
  'payments.list_by_owner',
  `select ${PAYMENT} from payments.payment where owner_id = $1 order by created_at desc limit $2`,
)

// --- names the provider knows -------------------------------------------------------------------------------------------

export const insertReference = statement(
  'payments.insert_reference',
  `insert into payments.provider_reference (reference, owner_id, payment_id, created_at) values ($1, $2, $3, $4)
   on conflict (reference) do nothing`,
)

export const findByReference = statement<Place & { reference: string }>(
  'payments.find_by_reference',
  'select reference, owner_id, payment_id from payments.provider_reference where reference = any($1)',
)

// --- receipts and steps -------------------------------------------------------------------------------------------------

export const insertReceipt = statement(
  'payments.insert_receipt',
  `insert into payments.receipt (owner_id, payment_id, session_ref, status, amount_minor, currency, transaction_ref,
     transfer_id, received_at, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

export const listReceipts = statement<ReceiptRow>(
  'payments.list_receipts',
  `select ${RECEIPT} from payments.receipt where owner_id = $1 and payment_id = $2 order by recorded_at, session_ref`,
)

export const insertStep = statement(
  'payments.insert_step',
  'insert into payments.step (owner_id, payment_id, id, code, details, at) values ($1, $2, $3, $4, $5, $6)',
)

export const listSteps = statement<StepRow>(
  'payments.list_steps',
  'select id, code, details, at from payments.step where owner_id = $1 and payment_id = $2 order by at, id limit $3',
)

// --- refunds ------------------------------------------------------------------------------------------------------------

export const insertRefund = statement(
  'payments.insert_refund',
  `insert into payments.refund (owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state,
     next_attempt_at, settled_transfer_id, requested_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', $9, $10, $11)
   on conflict on constraint refund_pkey do nothing`,
)

export const findRefund = statement<RefundRow>(
  'payments.find_refund',
  `select ${REFUND} from payments.refund where owner_id = $1 and id = $2`,
)

export const listRefunds = statement<RefundRow>(
  'payments.list_refunds',
  `select ${REFUND} from payments.refund where owner_id = $1 and payment_id = $2 order by requested_at, id`,
)

/** Notes that a try begins; the next one is due if this one is never heard of again. */
export const claimRefund = statement<RefundRow>(
  'payments.claim_refund',
  `update payments.refund set attempts = attempts + 1, next_attempt_at = $3
   where owner_id = $1 and id = $2 and state = 'requested' returning ${REFUND}`,
)

export const noteRefundError = statement(
  'payments.note_refund_error',
  `update payments.refund set last_error = $3 where owner_id = $1 and id = $2 and state = 'requested'`,
)

export const endRefund = statement(
  'payments.end_refund',
  `update payments.refund set state = $3, ended_at = $4, failure_code = $5, next_attempt_at = null
   where owner_id = $1 and id = $2 and state = 'requested'`,
)

export const findDueRefunds = statement<{ owner_id: string; id: string }>(
  'payments.find_due_refunds',
  `select owner_id, id from payments.refund where state = 'requested' and next_attempt_at <= $1
   order by next_attempt_at limit $2`,
)

// --- webhook events -----------------------------------------------------------------------------------------------------

export const insertEvent = statement(
  'payments.insert_event',
  `insert into payments.webhook_event (event_id, provider, type, status, session_ref, body, next_attempt_at, received_at)
   values ($1, $2, $3, 'received', $4, $5, $6, $7)
   on conflict on constraint webhook_event_pkey do nothing`,
)

export const lockEvent = statement<WebhookEventRow & { body: Buffer | null }>(
  'payments.lock_event',
  `select ${EVENT}, body from payments.webhook_event where event_id = $1 and provider = $2 for update`,
)

export const findEvent = statement<WebhookEventRow & { has_body: boolean }>(
  'payments.find_event',
  `select ${EVENT}, body is not null as has_body from payments.webhook_event where event_id = $1 and provider = $2`,
)

export const markEvent = statement(
  'payments.mark_event',
  `update payments.webhook_event set status = $3, outcome = $4, processed_at = $5, next_attempt_at = $6
   where event_id = $1 and provider = $2`,
)

/** Another look is due; `$3` says when the one after it is. */
export const retryEvent = statement(
  'payments.retry_event',
  'update payments.webhook_event set attempts = attempts + 1, next_attempt_at = $3 where event_id = $1 and provider = $2',
)

export const findDueEvents = statement<WebhookEventRow>(
  'payments.find_due_events',
  `select ${EVENT} from payments.webhook_event where next_attempt_at <= $1 order by next_attempt_at limit $2`,
)

export const listEventsOfSessions = statement<WebhookEventRow>(
  'payments.list_events_of_sessions',
  `select ${EVENT} from payments.webhook_event where session_ref = any($1) order by received_at, event_id limit $2`,
)

export const forgetBodiesBefore = statement(
  'payments.forget_bodies_before',
  'update payments.webhook_event set body = null where received_at < $1 and body is not null',
)

export const removeEventsBefore = statement(
  'payments.remove_events_before',
  'delete from payments.webhook_event where received_at < $1',
)

// --- proof and health ---------------------------------------------------------------------------------------------------

/** Transfers of our own rows in the order of their ids. A refund causes the one that sends it and the one that ends it. */
export const expectedReceipts = statement<{ transfer_id: string; amount_minor: bigint }>(
  'payments.expected_receipts',
  `select transfer_id, amount_minor from payments.receipt where $1::uuid is null or transfer_id > $1
   order by transfer_id limit $2`,
)

export const expectedSent = statement<{ transfer_id: string; amount_minor: bigint }>(
  'payments.expected_sent',
  `select id as transfer_id, amount_minor from payments.refund where $1::uuid is null or id > $1 order by id limit $2`,
)

export const expectedSettled = statement<{ transfer_id: string; amount_minor: bigint }>(
  'payments.expected_settled',
  `select settled_transfer_id as transfer_id, amount_minor from payments.refund
   where state = $3 and ($1::uuid is null or settled_transfer_id > $1) order by settled_transfer_id limit $2`,
)

export interface Backlog {
  oldest_event_at: Temporal.Instant | null
  unmatched_events: bigint
  oldest_poll_at: Temporal.Instant | null
  oldest_refund_at: Temporal.Instant | null
  disputed_payments: bigint
}

export const backlog = statement<Backlog>(
  'payments.backlog',
  `select
     (select min(received_at) from payments.webhook_event where status = 'received') as oldest_event_at,
     (select count(1) from payments.webhook_event where status = 'unmatched') as unmatched_events,
     (select min(poll_at) from payments.payment where poll_at is not null) as oldest_poll_at,
     (select min(requested_at) from payments.refund where state = 'requested') as oldest_refund_at,
     (select count(1) from payments.payment p where p.state = 'disputed' and not exists (
        select from payments.refund r where r.owner_id = p.owner_id and r.payment_id = p.id and r.state = 'succeeded'
      )) as disputed_payments`,
)

// --- lists for staff ----------------------------------------------------------------------------------------------------

interface Tables {
  'payments.payment': PaymentRow
  'payments.webhook_event': WebhookEventRow
}

export interface PaymentFilter {
  readonly owner_id?: string
  readonly state?: PaymentState
  readonly purpose?: string
  readonly reference?: string
  readonly from?: Temporal.Instant
  readonly to?: Temporal.Instant
}

/** Newest first, one row more than the page. */
export async function listPayments(tx: Tx, filter: PaymentFilter, page: PageRequest): Promise<PaymentRow[]> {
  let query = writer<Tables>(tx)
    .selectFrom('payments.payment')
    .select([
      'owner_id', 'id', 'provider', 'purpose', 'reference', 'amount_minor', 'currency', 'state', 'late', 'payer_id',
      'payer_mobile', 'success_url', 'error_url', 'open_attempts', 'opening_until', 'session_ref', 'launch_url', 'expires_at',
      'cancel_requested_at', 'failure_code', 'polls', 'poll_at', 'created_at', 'opened_at', 'succeeded_at', 'ended_at',
    ]) // prettier-ignore
  if (filter.owner_id) query = query.where('owner_id', '=', filter.owner_id)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.purpose) query = query.where('purpose', '=', filter.purpose)
  if (filter.reference) query = query.where('reference', '=', filter.reference)
  if (filter.from) query = query.where('created_at', '>=', filter.from)
  if (filter.to) query = query.where('created_at', '<', filter.to)
  if (page.after) {
    const [at, id] = page.after as [string, string]
    query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(Temporal.Instant.from(at), id)))
  }
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(page.limit + 1).execute() // prettier-ignore
}

export async function listEvents(
  tx: Tx,
  filter: { readonly status?: WebhookEventRow['status']; readonly type?: string },
  page: PageRequest,
): Promise<WebhookEventRow[]> {
  let query = writer<Tables>(tx)
    .selectFrom('payments.webhook_event')
    .select([
      'event_id', 'provider', 'type', 'status', 'outcome', 'session_ref', 'attempts', 'next_attempt_at', 'received_at',
      'processed_at',
    ]) // prettier-ignore
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.type) query = query.where('type', '=', filter.type)
  if (page.after) {
    const [at, id] = page.after as [string, string]
    query = query.where((eb) =>
      eb(eb.refTuple('received_at', 'event_id'), '<', eb.tuple(Temporal.Instant.from(at), id)),
    )
  }
  return query.orderBy('received_at', 'desc').orderBy('event_id', 'desc').limit(page.limit + 1).execute() // prettier-ignore
}
