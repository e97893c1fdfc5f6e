/** SQL of the tries to be paid, of money on its way back, and of what staff want to give back. */
import type { Tx } from '../../../kernel/db/tx.ts'
import { refusing, statement } from '../../../kernel/db/statement.ts'
import { errors } from '../errors.ts'

export interface ChargeRow {
  subscription_id: string
  id: string
  invoice_id: string
  method: 'page' | 'card' | 'provider'
  status: 'open' | 'applied' | 'returned' | 'failed' | 'expired' | 'disputed'
  amount_minor: bigint
  returned_minor: bigint
  failure: string | null
  made_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

const CHARGE =
  'subscription_id, id, invoice_id, method, status, amount_minor, returned_minor, failure, made_at, ended_at'

export const insertCharge = statement(
  'subscriptions.insert_charge',
  `insert into subscriptions.charge (subscription_id, id, invoice_id, method, status, amount_minor, made_at)
   values ($1, $2, $3, $4, 'open', $5, $6)`,
)

export const findCharge = statement<ChargeRow>(
  'subscriptions.find_charge',
  `select ${CHARGE} from subscriptions.charge where subscription_id = $1 and id = $2`,
)

export const listCharges = statement<ChargeRow>(
  'subscriptions.list_charges',
  `select ${CHARGE} from subscriptions.charge where subscription_id = $1 and invoice_id = $2 order by made_at, id limit 100`,
)

export const listOpenCharges = statement<ChargeRow>(
  'subscriptions.list_open_charges',
  `select ${CHARGE} from subscriptions.charge where subscription_id = $1 and status = 'open' order by made_at, id limit 100`,
)

/** What was paid and not given back yet, newest first. */
export const listPaid = statement<ChargeRow>(
  'subscriptions.list_paid_charges',
  `select ${CHARGE} from subscriptions.charge
   where subscription_id = $1 and status = 'applied' and returned_minor < amount_minor
   order by ended_at desc, id desc limit 100`,
)

/** From one of the given states to another; once. */
export const endCharge = statement(
  'subscriptions.end_charge',
  `update subscriptions.charge set status = $4, failure = $5, ended_at = $6
   where subscription_id = $1 and id = $2 and status = any($3)`,
)

/** Its money pays another invoice than the one it was asked for. */
export const moveCharge = statement(
  'subscriptions.move_charge',
  'update subscriptions.charge set invoice_id = $3 where subscription_id = $1 and id = $2',
)

export const returnPart = statement(
  'subscriptions.return_part',
  `update subscriptions.charge set returned_minor = returned_minor + $3
   where subscription_id = $1 and id = $2 and returned_minor + $3 between 0 and amount_minor`,
)

export interface RepaymentRow {
  subscription_id: string
  id: string
  charge_id: string
  amount_minor: bigint
  reason: 'paid_twice' | 'too_late' | 'unused' | 'allowance'
  status: 'sent' | 'succeeded' | 'failed'
  failure: string | null
  asked_at: Temporal.Instant
  ended_at: Temporal.Instant | null
}

const REPAYMENT = 'subscription_id, id, charge_id, amount_minor, reason, status, failure, asked_at, ended_at'

export const insertRepayment = statement(
  'subscriptions.insert_repayment',
  `insert into subscriptions.repayment (subscription_id, id, charge_id, amount_minor, reason, asked_at)
   values ($1, $2, $3, $4, $5, $6) on conflict on constraint repayment_pkey do nothing`,
)

export const findRepayment = statement<RepaymentRow>(
  'subscriptions.find_repayment',
  `select ${REPAYMENT} from subscriptions.repayment where subscription_id = $1 and id = $2`,
)

export const listRepayments = statement<RepaymentRow>(
  'subscriptions.list_repayments',
  `select ${REPAYMENT} from subscriptions.repayment where subscription_id = $1 order by asked_at desc, id limit 100`,
)

export const endRepayment = statement(
  'subscriptions.end_repayment',
  `update subscriptions.repayment set status = $3, failure = $4, ended_at = $5
   where subscription_id = $1 and id = $2 and status = 'sent'`,
)

/** Whether a payer's card is being charged, or money goes back to them that has not arrived. */
export const findUnderWay = statement<{ under_way: boolean }>(
  'subscriptions.find_under_way',
  `select exists (select from subscriptions.subscription where payer_id = $1 and charging is not null)
     or exists (select from subscriptions.invoice i
       join subscriptions.charge c on c.subscription_id = i.subscription_id and c.invoice_id = i.id
       join subscriptions.repayment r on r.subscription_id = c.subscription_id and r.charge_id = c.id
       where i.payer_id = $1 and (r.status = 'sent' or (r.status = 'failed' and not exists (
         select from subscriptions.repayment a where a.subscription_id = r.subscription_id and a.charge_id = r.charge_id
           and a.reason = r.reason and a.asked_at > r.asked_at)))) as under_way`,
)

export interface RequestRow {
  subscription_id: string
  id: string
  invoice_id: string
  amount_minor: bigint
  ends: boolean
  note: string
  status: 'pending' | 'approved' | 'rejected' | 'alone'
  requested_by: string
  requested_at: Temporal.Instant
  decided_by: string | null
  decided_at: Temporal.Instant | null
  decision_note: string | null
}

const REQUEST = `subscription_id, id, invoice_id, amount_minor, ends, note, status, requested_by, requested_at, decided_by,
  decided_at, decision_note`

const insertRequest = statement(
  'subscriptions.insert_request',
  `insert into subscriptions.refund_request (subscription_id, id, invoice_id, amount_minor, ends, note, status, requested_by,
     requested_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

/** Refuses `already_asked` while another one of the invoice waits. */
export function insertRequestOnce(tx: Tx, ...values: unknown[]): Promise<number> {
  return refusing(insertRequest.run(tx, ...values), { refund_request_one_waiting: errors.already_asked })
}

export const findRequest = statement<RequestRow>(
  'subscriptions.find_request',
  `select ${REQUEST} from subscriptions.refund_request where id = $1`,
)

/** What one person alone gave back of a subscription, ever: many small sums are a large one. */
export const givenAlone = statement<{ amount_minor: bigint }>(
  'subscriptions.given_alone',
  `select coalesce(sum(amount_minor), 0)::bigint as amount_minor from subscriptions.refund_request
   where subscription_id = $1 and status = 'alone'`,
)

export const decideRequest = statement(
  'subscriptions.decide_request',
  `update subscriptions.refund_request set status = $3, decided_by = $4, decided_at = $5, decision_note = $6
   where subscription_id = $1 and id = $2 and status = 'pending'`,
)

export const listRequests = statement<RequestRow>(
  'subscriptions.list_requests',
  `select ${REQUEST} from subscriptions.refund_request
   where ($1::text is null or status = $1) and ($2::timestamptz is null or (requested_at, id) < ($2, $3::uuid))
   order by requested_at desc, id desc limit $4`,
)
