/** SQL behind what staff find and follow: payments by every name they and their provider have for them. Crosses owners. */
import { statement } from '../../../kernel/db/statement.ts'
import type { PaymentState, RefundState } from '../rules.ts'

export interface PaymentThing {
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
  session_ref: string | null
  failure_code: string | null
  created_at: Temporal.Instant
  expires_at: Temporal.Instant | null
  succeeded_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  poll_at: Temporal.Instant | null
}

const PAYMENT = `owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  session_ref, failure_code, created_at, expires_at, succeeded_at, ended_at, poll_at`

/**
 * By the names the provider has for them (our id, its sessions, its transactions, its refunds' ids), by payer. `$1` are
 * references, `$2` transactions, `$3` refunds, `$4` payers.
 */
export const findPayments = statement<PaymentThing>(
  'payments.inquire_payments',
  `select ${PAYMENT} from payments.payment where (owner_id, id) in (
     select r.owner_id, r.payment_id from payments.provider_reference r where r.reference = any($1::text[])
     union select i.owner_id, i.payment_id from payments.receipt i where i.transaction_ref = any($2::text[])
     union select f.owner_id, f.payment_id from payments.refund f where f.id = any($3::uuid[])
     union (select p.owner_id, p.id from payments.payment p where p.payer_id = any($4::uuid[])
       order by p.created_at desc limit $5))
   order by created_at desc limit $5`,
)

export interface TracedReceipt {
  payment_id: string
  session_ref: string
  status: 'applied' | 'duplicate' | 'disputed'
  amount_minor: bigint
  currency: string
  transaction_ref: string | null
  transfer_id: string
  received_at: Temporal.Instant
}

export const receiptsOf = statement<TracedReceipt>(
  'payments.inquire_receipts',
  `select payment_id, session_ref, status, amount_minor, currency, transaction_ref, transfer_id, received_at
   from payments.receipt where (owner_id, payment_id) in (
     select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) limit $3`,
)

export interface TracedRefund {
  id: string
  payment_id: string
  amount_minor: bigint
  currency: string
  reason: string
  state: RefundState
  attempts: number
  last_error: string | null
  failure_code: string | null
  settled_transfer_id: string
  requested_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

export const refundsOf = statement<TracedRefund>(
  'payments.inquire_refunds',
  `select id, payment_id, amount_minor, currency, reason, state, attempts, last_error, failure_code, settled_transfer_id,
     requested_at, ended_at
   from payments.refund where (owner_id, payment_id) in (
     select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) limit $3`,
)

export interface TracedStep {
  payment_id: string
  code: string
  details: Record<string, string> | null
  at: Temporal.Instant
}

export const stepsOf = statement<TracedStep>(
  'payments.inquire_steps',
  `select payment_id, code, details, at from payments.step where (owner_id, payment_id) in (
     select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) order by at, id limit $3`,
)

export interface EventThing {
  event_id: string
  provider: string
  type: string
  status: string
  outcome: string | null
  session_ref: string | null
  attempts: number
  received_at: Temporal.Instant
  processed_at: Temporal.Instant | null
}

/** By their own ids or the sessions they speak of. */
export const findEvents = statement<EventThing>(
  'payments.inquire_events',
  `select event_id, provider, type, status, outcome, session_ref, attempts, received_at, processed_at
   from payments.webhook_event where (event_id, provider) in (
     select i.event_id, i.provider from payments.webhook_event i where i.event_id = any($1::text[])
     union (select s.event_id, s.provider from payments.webhook_event s where s.session_ref = any($2::text[])
       order by s.received_at desc limit $3))
   order by received_at limit $3`,
)
