/** SQL of refunds. Found by their owner first. */
import type { Tx } from '../../../kernel/db/tx.ts'
import { refusing, statement } from '../../../kernel/db/statement.ts'
import type { AccountRef } from '../../ledger/api.ts'
import { errors } from '../errors.ts'
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

const insertRefund = statement(
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

/** Inserts it unless its id is there already; refuses when another refund of the receipt is under way or done. */
export function insertRefundOnce(tx: Tx, ...params: unknown[]): Promise<number> {
  return refusing(insertRefund.run(tx, ...params), { refund_once: errors.already_refunded })
}
