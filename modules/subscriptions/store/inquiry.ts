/** SQL of what staff search for and of the stories they read. */
import { statement } from '../../../kernel/db/statement.ts'
import { INVOICE, type InvoiceRow } from './invoices.ts'
import type { EndReason } from './subscriptions.ts'
import type { Status } from '../rules.ts'

export interface SubscriptionThing {
  id: string
  payer_id: string
  status: Status
  plan: string
  price_minor: bigint
  currency: string
  created_at: Temporal.Instant
  started_at: Temporal.Instant | null
  suspended_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  end_reason: EndReason | null
}

export const findThings = statement<SubscriptionThing>(
  'subscriptions.find_things',
  `select id, payer_id, status, plan, price_minor, currency, created_at, started_at, suspended_at, ended_at, end_reason
   from subscriptions.subscription
   where id = any($1::uuid[]) or payer_id = $2
     or id in (select seat.subscription_id from subscriptions.seat where seat.learner_id = $2)
   order by created_at desc, id limit $3`,
)

export const findInvoices = statement<InvoiceRow>(
  'subscriptions.find_invoices',
  `select ${INVOICE} from subscriptions.invoice
   where (id = any($1::uuid[]) or subscription_id = any($2::uuid[])) and status <> 'void' order by created_at desc, id limit $3`,
)

export const findByNumber = statement<InvoiceRow>(
  'subscriptions.find_by_number',
  `select ${INVOICE} from subscriptions.invoice where number = $1 limit 5`,
)

export const findPayments = statement<{ id: string; invoice_id: string; subscription_id: string }>(
  'subscriptions.find_payments',
  `select id, invoice_id, subscription_id from subscriptions.charge
   where subscription_id = any($1::uuid[]) order by made_at desc, id limit $2`,
)
