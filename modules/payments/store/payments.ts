/** SQL of payments, their receipts, steps and names at the provider. Found by their owner first. */
import type { Tx } from '../../../kernel/db/tx.ts'
import { statement, writer } from '../../../kernel/db/statement.ts'
import type { PageRequest } from '../../../kernel/http/page.ts'
import type { PaymentState } from '../rules.ts'

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
  /** The payer lets the provider keep the card for later. */
  save_card: boolean
  /** Charged on this saved card of the payer, without a page. */
  card_id: string | null
  charge_asked_at: Temporal.Instant | null
  plan_ref: string | null
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

export interface StepRow {
  id: string
  code: string
  details: Record<string, string> | null
  at: Temporal.Instant
}

interface Place {
  owner_id: string
  payment_id: string
}

export const PAYMENT = `owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, save_card, card_id, charge_asked_at, plan_ref, open_attempts, opening_until, session_ref, launch_url,
  expires_at, cancel_requested_at, failure_code, polls, poll_at, created_at, opened_at, succeeded_at, ended_at`
const RECEIPT = 'session_ref, status, amount_minor, currency, transaction_ref, transfer_id, received_at'

export const insertPayment = statement(
  'payments.insert_payment',
  `insert into payments.payment (owner_id, id, provider, purpose, reference, amount_minor, currency, state, payer_id,
     payer_mobile, success_url, error_url, poll_at, created_at, save_card, card_id, plan_ref)
   values ($1, $2, $3, $4, $5, $6, $7, 'created', $8, $9, $10, $11, $12, $13, $14, $15, $16)
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
  `update payments.payment set payer_mobile = null
   where created_at < $1 and payer_mobile is not null and not (payer_id = any($2::uuid[]))`,
)

export const listByPayer = statement<PaymentRow>(
  'payments.list_by_payer',
  `select ${PAYMENT} from payments.payment where payer_id = $1 order by created_at desc limit $2`,
)

export const listByOwner = statement<PaymentRow>(
  'payments.list_by_owner',
  `select ${PAYMENT} from payments.payment where owner_id = $1 order by created_at desc limit $2`,
)

// --- names the provider knows

export const insertReference = statement(
  'payments.insert_reference',
  `insert into payments.provider_reference (reference, owner_id, payment_id, created_at) values ($1, $2, $3, $4)
   on conflict (reference) do nothing`,
)

export const findByReference = statement<Place & { reference: string }>(
  'payments.find_by_reference',
  'select reference, owner_id, payment_id from payments.provider_reference where reference = any($1)',
)

// --- receipts and steps

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

// --- lists for staff

interface Tables {
  'payments.payment': PaymentRow
}

export interface PaymentFilter {
  readonly owner_id?: string
  readonly state?: PaymentState
  readonly purpose?: string
  readonly reference?: string
  readonly from?: Temporal.Instant
  readonly to?: Temporal.Instant
}

export const PAYMENT_ORDERS = ['newest', 'oldest', 'largest', 'smallest'] as const
export type PaymentOrder = (typeof PAYMENT_ORDERS)[number]

/** The columns of each order; every one has its index. */
const ORDERS = {
  newest: ['created_at', 'desc'],
  oldest: ['created_at', 'asc'],
  largest: ['amount_minor', 'desc'],
  smallest: ['amount_minor', 'asc'],
} as const

/** Where the order stands at a row. */
export function paymentKey(order: PaymentOrder, row: PaymentRow): unknown[] {
  return [row[ORDERS[order][0]], row.id]
}

/** In the order given, one row more than the page. */
export async function listPayments(
  tx: Tx,
  filter: PaymentFilter,
  order: PaymentOrder,
  page: PageRequest,
): Promise<PaymentRow[]> {
  const [column, direction] = ORDERS[order]
  let query = writer<Tables>(tx)
    .selectFrom('payments.payment')
    .select([
      'owner_id', 'id', 'provider', 'purpose', 'reference', 'amount_minor', 'currency', 'state', 'late', 'payer_id',
      'payer_mobile', 'success_url', 'error_url', 'save_card', 'card_id', 'charge_asked_at', 'plan_ref', 'open_attempts',
      'opening_until', 'session_ref', 'launch_url', 'expires_at',
      'cancel_requested_at', 'failure_code', 'polls', 'poll_at', 'created_at', 'opened_at', 'succeeded_at', 'ended_at',
    ]) // prettier-ignore
  if (filter.owner_id) query = query.where('owner_id', '=', filter.owner_id)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.purpose) query = query.where('purpose', '=', filter.purpose)
  if (filter.reference) query = query.where('reference', '=', filter.reference)
  if (filter.from) query = query.where('created_at', '>=', filter.from)
  if (filter.to) query = query.where('created_at', '<', filter.to)
  if (page.after) {
    const [key, id] = page.after as [string, string]
    const beyond = direction === 'desc' ? '<' : '>'
    query =
      column === 'created_at'
        ? query.where((eb) => eb(eb.refTuple(column, 'id'), beyond, eb.tuple(Temporal.Instant.from(key), id)))
        : query.where((eb) => eb(eb.refTuple(column, 'id'), beyond, eb.tuple(BigInt(key), id)))
  }
  return query.orderBy(column, direction).orderBy('id', direction).limit(page.limit + 1).execute() // prettier-ignore
}
