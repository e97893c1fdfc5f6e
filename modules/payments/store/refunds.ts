/** SQL of refunds. Found by their owner first. */
import { statement } from '../../../kernel/db/statement.ts'
import type { AccountRef } from '../../ledger/api.ts'
import type { RefundState } from '../rules.ts'

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

const REFUND = `owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at`

/** What of a receipt has not gone back and is not on its way back. */
const LEFT = `(select r.amount_minor from payments.receipt r where r.owner_id = $1 and r.payment_id = $2 and r.session_ref = $3)
   - (select coalesce(sum(f.amount_minor), 0)::bigint from payments.refund f
      where f.owner_id = $1 and f.payment_id = $2 and f.session_ref = $3 and f.state <> 'failed')
   - (select coalesce(sum(v.amount_minor), 0)::bigint from payments.reversal v
      where v.owner_id = $1 and v.payment_id = $2 and v.session_ref = $3)`

export const leftOfReceipt = statement<{ left_minor: bigint }>(
  'payments.left_of_receipt',
  `select ${LEFT} as left_minor`,
)

/** Inserts it unless its id is there already or it is more than is left of the receipt. Under the payment's lock. */
export const insertRefund = statement(
  'payments.insert_refund',
  `insert into payments.refund (owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state,
     next_attempt_at, settled_transfer_id, requested_at)
   select $1::uuid, $4::uuid, $2::uuid, $3::text, $5::bigint, $6::text, $7::jsonb, $8::text, 'requested', $9::timestamptz,
     $10::uuid, $11::timestamptz
   where $5::bigint <= ${LEFT}
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

/**
 * Notes that a try begins; the next one is due if this one is never heard of again. Of one receipt one refund is tried at a time.
 * Under the payment's lock.
 */
export const claimRefund = statement<RefundRow>(
  'payments.claim_refund',
  `update payments.refund f set attempts = attempts + 1, next_attempt_at = $3
   where owner_id = $1 and id = $2 and state = 'requested' and not exists (
     select from payments.refund o where o.owner_id = f.owner_id and o.payment_id = f.payment_id
       and o.session_ref = f.session_ref and o.id <> f.id and o.state = 'requested' and o.attempts > 0)
   returning ${REFUND}`,
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
