/** SQL for the verifier and for health. */
import { statement } from '../../../kernel/db/statement.ts'

interface Expected {
  transfer_id: string
  amount_minor: bigint
}

export const expectedInvoices = statement<Expected>(
  'subscriptions.expected_invoices',
  `select id as transfer_id, moved_minor as amount_minor from subscriptions.invoice
   where status = 'paid' and kind = $3 and ($1::uuid is null or id > $1) order by id limit $2`,
)

export const expectedDays = statement<Expected>(
  'subscriptions.expected_days',
  `select transfer_id, amount_minor from subscriptions.recognition
   where $1::uuid is null or transfer_id > $1 order by transfer_id limit $2`,
)

export const backlog = statement<{ overdue: bigint; failed: bigint; disputed: bigint }>(
  'subscriptions.backlog',
  `select (select count(1) from subscriptions.subscription where due_at < $1) as overdue,
     (select count(1) from subscriptions.repayment r where r.status = 'failed' and not exists (
        select from subscriptions.repayment a where a.subscription_id = r.subscription_id and a.charge_id = r.charge_id
          and a.reason = r.reason and a.asked_at > r.asked_at)) as failed,
     (select count(1) from subscriptions.charge where status = 'disputed') as disputed`,
)
