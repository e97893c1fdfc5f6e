/** SQL of refund requests and of the checks that prove the totals. */
import { statement } from '../../../kernel/db/statement.ts'

export type RefundReason = 'user_request' | 'fraud' | 'failed_pot' | 'admin_action'

export interface RefundRequestRow {
  owner_id: string
  id: string
  pot_id: string
  gift_id: string | null
  reason: RefundReason
  note: string
  status: 'pending' | 'approved' | 'rejected'
  requested_by: string
  requested_at: Temporal.Instant
  decided_by: string | null
  decided_at: Temporal.Instant | null
  decision_note: string | null
}

const REQUEST = `owner_id, id, pot_id, gift_id, reason, note, status, requested_by, requested_at, decided_by, decided_at,
  decision_note`

/** Nothing happens when a request for the same gift or pot waits already. */
export const insertRequest = statement(
  'pots.insert_refund_request',
  `insert into pots.refund_request (owner_id, id, pot_id, gift_id, reason, note, status, requested_by, requested_at)
   values ($1, $2, $3, $4, $5, $6, 'pending', $7, $8) on conflict do nothing`,
)
export const findPendingForGift = statement<RefundRequestRow>(
  'pots.find_pending_for_gift',
  `select ${REQUEST} from pots.refund_request where owner_id = $1 and gift_id = $2 and status = 'pending'`,
)
export const findPendingForPot = statement<RefundRequestRow>(
  'pots.find_pending_for_pot',
  `select ${REQUEST} from pots.refund_request where owner_id = $1 and pot_id = $2 and gift_id is null and status = 'pending'`,
)
/** Wherever the owner lives: for staff. */
export const findRequest = statement<RefundRequestRow>(
  'pots.find_refund_request',
  `select ${REQUEST} from pots.refund_request where id = $1 limit 1`,
)
export const decide = statement(
  'pots.decide_refund_request',
  `update pots.refund_request set status = $3, decided_by = $4, decided_at = $5, decision_note = $6
   where owner_id = $1 and id = $2 and status = 'pending'`,
)
export interface ListedRequest extends RefundRequestRow {
  amount_minor: bigint | null
  pot_title: string
  /** Of a gift that was paid as another amount. */
  differing_payment_id: string | null
}

/** `$5`: why a gift failed whose money came as another amount. */
export const listRequests = statement<ListedRequest>(
  'pots.list_refund_requests',
  `select r.owner_id, r.id, r.pot_id, r.gift_id, r.reason, r.note, r.status, r.requested_by, r.requested_at, r.decided_by,
     r.decided_at, r.decision_note, coalesce(g.amount_minor, t.raised_minor) as amount_minor, p.title as pot_title,
     case when g.reason = $5 then g.payment_id end as differing_payment_id
   from pots.refund_request r
   join pots.pot p on p.owner_id = r.owner_id and p.id = r.pot_id
   join pots.pot_total t on t.owner_id = r.owner_id and t.pot_id = r.pot_id
   left join pots.gift g on g.owner_id = r.owner_id and g.id = r.gift_id
   where ($1::text is null or r.status = $1)
     and ($2::timestamptz is null or (r.requested_at, r.id) < ($2::timestamptz, $3::uuid))
   order by r.requested_at desc, r.id desc limit $4`,
)

/** Gifts that went into their pot, for the verifier of the ledger. */
export const giftTransfers = statement<{ transfer_id: string; amount_minor: bigint }>(
  'pots.gift_transfers',
  `select transfer_id, amount_minor from pots.gift
   where applied_at is not null and ($1::uuid is null or transfer_id > $1) order by transfer_id limit $2`,
)
export const movementTransfers = statement<{ transfer_id: string; amount_minor: bigint }>(
  'pots.movement_transfers',
  `select transfer_id, amount_minor from pots.movement
   where kind = $1 and ($2::uuid is null or transfer_id > $2) order by transfer_id limit $3`,
)

/** Pots whose totals differ from their gifts and movements; must be none. */
export const wrongTotals = statement<{ pots: bigint }>(
  'pots.wrong_totals',
  `select count(*) as pots
   from pots.pot_total t
   left join (select owner_id, pot_id, sum(amount_minor) filter (where status = 'received') as raised,
       count(*) filter (where status = 'received') as gifts, sum(amount_minor) filter (where status = 'refund_failed') as aside
     from pots.gift where applied_at is not null group by owner_id, pot_id) g
     on g.owner_id = t.owner_id and g.pot_id = t.pot_id
   left join (select owner_id, pot_id, sum(amount_minor) filter (where kind = 'top_up') as added,
       sum(amount_minor) filter (where kind in ('surplus', 'top_up_returned')) as gone
     from pots.movement group by owner_id, pot_id) m
     on m.owner_id = t.owner_id and m.pot_id = t.pot_id
   where t.raised_minor <> coalesce(g.raised, 0) or t.gift_count <> coalesce(g.gifts, 0)
     or t.set_aside_minor <> coalesce(g.aside, 0) or t.topped_up_minor <> coalesce(m.added, 0)
     or t.to_credit_minor <> coalesce(m.gone, 0)`,
)
/** A sample for comparison with the ledger's balances: the pots that changed last. */
export const lastChanged = statement<{ owner_id: string; pot_id: string; currency: string; expected_minor: bigint }>(
  'pots.last_changed',
  `select p.owner_id, p.id as pot_id, p.currency,
     t.raised_minor + t.topped_up_minor + t.set_aside_minor - t.spent_minor - t.to_credit_minor as expected_minor
   from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   order by p.updated_at desc limit $1`,
)
/** Refunds that failed, those nobody tries any more, and gifts that should have left an expired pot. */
export const countTrouble = statement<{ refund_failed: bigint; given_up: bigint; stranded: bigint }>(
  'pots.count_trouble',
  `select count(*) filter (where g.status = 'refund_failed') as refund_failed,
     count(*) filter (where g.status = 'refund_failed' and g.refund_retry_at is null) as given_up,
     count(*) filter (where g.status = 'received') as stranded
   from pots.gift g join pots.pot p on p.owner_id = g.owner_id and p.id = g.pot_id
   where g.status = 'refund_failed' or (g.status = 'received' and p.status = 'expired' and p.ended_at < $1)`,
)
