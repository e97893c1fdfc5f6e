/** SQL of invoices and credit notes, their lines and numbers, and of what each day earns. */
import { statement } from '../../../kernel/db/statement.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import type { Sellers } from '../config.ts'
import type { Cycle } from '../rules.ts'

export interface InvoiceRow {
  subscription_id: string
  id: string
  kind: 'invoice' | 'credit_note'
  reason: 'period' | 'change' | 'unused' | 'allowance'
  status: 'open' | 'paid' | 'void'
  number: string | null
  payer_id: string
  billed_to: Buffer | null
  plan: string
  plan_version: number
  cycle: Cycle
  base_minor: bigint
  extra_minor: bigint
  learners: number
  adds_learner: string | null
  currency: string
  gross_minor: bigint
  net_minor: bigint
  tax_minor: bigint
  tax_basis_points: number
  credit_minor: bigint
  refunded_minor: bigint
  moved_minor: bigint
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate
  days: number
  days_done: number
  next_on: Temporal.PlainDate | null
  corrects: string | null
  pages: number
  due_on: Temporal.PlainDate
  issued_on: Temporal.PlainDate | null
  created_at: Temporal.Instant
  settled_at: Temporal.Instant | null
  /** Who sold, as issued. */
  seller: Sellers | null
}

export const INVOICE = `subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller`

const insert = statement(
  'subscriptions.insert_invoice',
  `insert into subscriptions.invoice (${INVOICE})
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
     $26, $27, $28, $29, $30, $31, $32, $33, $34, $35)`,
)

export function insertInvoice(tx: Tx, it: InvoiceRow): Promise<number> {
  return insert.run(
    tx, it.subscription_id, it.id, it.kind, it.reason, it.status, it.number, it.payer_id, it.billed_to, it.plan,
    it.plan_version, it.cycle, it.base_minor, it.extra_minor, it.learners, it.adds_learner, it.currency, it.gross_minor,
    it.net_minor, it.tax_minor, it.tax_basis_points, it.credit_minor, it.refunded_minor, it.moved_minor, it.from_on, it.to_on, it.days,
    it.days_done, it.next_on, it.corrects, it.pages, it.due_on, it.issued_on, it.created_at, it.settled_at,
    it.seller,
  ) // prettier-ignore
}

export const findInvoice = statement<InvoiceRow>(
  'subscriptions.find_invoice',
  `select ${INVOICE} from subscriptions.invoice where subscription_id = $1 and id = $2`,
)

export const findInvoiceById = statement<InvoiceRow>(
  'subscriptions.find_invoice_by_id',
  `select ${INVOICE} from subscriptions.invoice where id = $1`,
)

export const findOpen = statement<InvoiceRow>(
  'subscriptions.find_open_invoice',
  `select ${INVOICE} from subscriptions.invoice where subscription_id = $1 and reason = $2 and status = 'open'`,
)

export const listOpen = statement<InvoiceRow>(
  'subscriptions.list_open_invoices',
  `select ${INVOICE} from subscriptions.invoice where subscription_id = $1 and status = 'open' order by created_at limit 10`,
)

/** Paid invoices some of whose days are still to come or to be earned. */
export const listRunning = statement<InvoiceRow>(
  'subscriptions.list_running_invoices',
  `select ${INVOICE} from subscriptions.invoice
   where subscription_id = $1 and next_on is not null order by from_on, created_at, id limit 100`,
)

export const listOfSubscription = statement<InvoiceRow>(
  'subscriptions.list_invoices',
  `select ${INVOICE} from subscriptions.invoice where subscription_id = $1 and status <> 'void'
   order by created_at desc, id desc limit $2`,
)

export const listOfPayer = statement<InvoiceRow>(
  'subscriptions.list_invoices_of_payer',
  `select ${INVOICE} from subscriptions.invoice
   where payer_id = $1 and status <> 'void' and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
   order by created_at desc, id desc limit $4`,
)

export const listNotesOn = statement<InvoiceRow>(
  'subscriptions.list_credit_notes',
  `select ${INVOICE} from subscriptions.invoice where subscription_id = $1 and corrects = $2 order by created_at, id limit 100`,
)

/** An open one is issued; the days it is for may have moved meanwhile. */
export const issueInvoice = statement<InvoiceRow>(
  'subscriptions.issue_invoice',
  `update subscriptions.invoice set status = 'paid', number = $3, billed_to = $4, credit_minor = $5, moved_minor = gross_minor, from_on = $6, to_on = $7,
     days = $8, next_on = $6, issued_on = $9, settled_at = $10, seller = $11
   where subscription_id = $1 and id = $2 and status = 'open' returning ${INVOICE}`,
)

export const voidInvoice = statement(
  'subscriptions.void_invoice',
  `update subscriptions.invoice set status = 'void' where subscription_id = $1 and id = $2 and status = 'open'`,
)

export const countTry = statement<{ pages: number }>(
  'subscriptions.count_try',
  `update subscriptions.invoice set pages = pages + 1 where subscription_id = $1 and id = $2 and status = 'open'
   returning pages`,
)

/** One day more is earned. */
export const stepDay = statement(
  'subscriptions.step_day',
  `update subscriptions.invoice set days_done = $4, next_on = case when $4 < days then next_on + 1 end
   where subscription_id = $1 and id = $2 and days_done = $3 and next_on is not null`,
)

/** Nothing more is earned of it: the rest was credited. */
export const stopEarning = statement(
  'subscriptions.stop_earning',
  `update subscriptions.invoice set next_on = null, refunded_minor = refunded_minor + $3
   where subscription_id = $1 and id = $2`,
)

/** Its days wait out a pause. */
export const shiftDays = statement(
  'subscriptions.shift_days',
  `update subscriptions.invoice set next_on = $3::date
   where subscription_id = $1 and id = $2 and next_on is not null`,
)

const creditOnIt = statement(
  'subscriptions.note_credit',
  `update subscriptions.invoice set refunded_minor = refunded_minor + $3
   where subscription_id = $1 and id = $2 and refunded_minor + $3 <= gross_minor`,
)
/** True when the invoice still bore it. */
export const creditOn = async (tx: Tx, subscription: string, id: string, amount: bigint) =>
  (await creditOnIt.run(tx, subscription, id, amount)) === 1

export const findEarning = statement<{ subscription_id: string }>(
  'subscriptions.find_earning',
  `select distinct i.subscription_id from subscriptions.invoice i
   join subscriptions.subscription s on s.id = i.subscription_id
   where i.next_on < $1 and s.status <> 'paused' and i.subscription_id > $2 order by i.subscription_id limit $3`,
)

export const insertRecognition = statement(
  'subscriptions.insert_recognition',
  `insert into subscriptions.recognition (subscription_id, invoice_id, on_day, day_no, amount_minor, transfer_id)
   values ($1, $2, $3, $4, $5, $6)`,
)

export interface EarnedDay {
  on_day: Temporal.PlainDate
  amount_minor: bigint
}

export const earnedBetween = statement<EarnedDay>(
  'subscriptions.earned_between',
  `select on_day, sum(amount_minor)::bigint as amount_minor from subscriptions.recognition
   where subscription_id = $1 and on_day >= $2 and on_day < $3 group by on_day order by on_day`,
)

export const earnedOf = statement<{ amount_minor: bigint }>(
  'subscriptions.earned_of',
  `select coalesce(sum(amount_minor), 0)::bigint as amount_minor from subscriptions.recognition
   where subscription_id = $1 and invoice_id = $2`,
)

/** Allowances given: they lessen what was earned on their day. */
export const allowancesBetween = statement<EarnedDay>(
  'subscriptions.allowances_between',
  `select issued_on as on_day, sum(net_minor)::bigint as amount_minor from subscriptions.invoice
   where subscription_id = $1 and reason = 'allowance' and issued_on >= $2 and issued_on < $3
   group by issued_on order by issued_on`,
)

export interface LineRow {
  line_no: number
  kind: 'plan' | 'seats' | 'new_terms' | 'old_terms' | 'unused' | 'allowance'
  plan: string
  quantity: number
  gross_minor: bigint
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate
}

export const insertLine = statement(
  'subscriptions.insert_line',
  `insert into subscriptions.line (subscription_id, invoice_id, line_no, kind, plan, quantity, gross_minor, from_on, to_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

export const listLines = statement<LineRow>(
  'subscriptions.list_lines',
  `select line_no, kind, plan, quantity, gross_minor, from_on, to_on from subscriptions.line
   where subscription_id = $1 and invoice_id = $2 order by line_no`,
)

/** The next number of a series. Whoever issues at the same time waits, so none is lost and none is given twice. */
export const nextNumber = statement<{ last: number }>(
  'subscriptions.next_number',
  `insert into subscriptions.numbering as n (series, last) values ($1, 1)
   on conflict on constraint numbering_pkey do update set last = n.last + 1 returning last`,
)

export const eraseNames = statement(
  'subscriptions.erase_names',
  'update subscriptions.invoice set billed_to = null where payer_id = $1 and billed_to is not null',
)
