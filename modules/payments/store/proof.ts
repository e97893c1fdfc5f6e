/** SQL that looks at payments from outside: which transfers there must be, and what has been waiting. */
import { statement } from '../../../kernel/db/statement.ts'

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
  /** Events that say something else than the provider does when asked, of the last thirty days. */
  disputed_events: bigint
  /** Money the provider gave back without our asking, while nobody has said whose it was. */
  uncovered: bigint
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
      )) as disputed_payments,
     (select count(1) from payments.webhook_event
      where status = 'disputed' and received_at > $1 and outcome not in ('dispute', 'contradiction')) as disputed_events,
     (select count(1) from payments.reversal where covered_at is null) as uncovered`,
)
