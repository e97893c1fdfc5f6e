/** SQL behind what staff find and follow: pots and gifts by every name they have. Crosses owners. */
import { statement } from '../../../kernel/db/statement.ts'
import type { GiftStatus, PotStatus } from '../rules.ts'

export interface PotThing {
  owner_id: string
  id: string
  slug: string
  status: PotStatus
  end_reason: string | null
  title: string
  honoree_name: string
  currency: string
  raised_minor: bigint
  target_minor: bigint
  gift_count: number
  birthday: Temporal.PlainDate
  short_since: Temporal.Instant | null
  shortfall_until: Temporal.Instant
  topped_up_minor: bigint
  refund_all_at: Temporal.Instant
  voucher_id: string | null
  ended_at: Temporal.Instant | null
  created_at: Temporal.Instant
}

const POT = `p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.honoree_name, p.currency, t.raised_minor, p.target_minor,
  t.gift_count, t.topped_up_minor, p.birthday, p.short_since, p.shortfall_until, p.refund_all_at, p.voucher_id, p.ended_at, p.created_at`
const WITH_TOTAL = 'pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id'

/** By id, by the name in the link, by owner. */
export const findPots = statement<PotThing>(
  'pots.inquire_pots',
  `select ${POT} from ${WITH_TOTAL} where (p.owner_id, p.id) in (
     select i.owner_id, i.id from pots.pot i where i.id = any($1::uuid[])
     union select l.owner_id, l.pot_id from pots.share_link l where l.slug = $2
     union (select o.owner_id, o.id from pots.pot o where o.owner_id = $3::uuid order by o.created_at desc limit $4))
   order by p.created_at desc limit $4`,
)

export interface GiftThing {
  owner_id: string
  id: string
  pot_id: string
  payment_id: string
  transfer_id: string
  status: GiftStatus
  reason: string | null
  amount_minor: bigint
  currency: string
  donor_id: string | null
  donor_name: string | null
  is_anonymous: boolean
  created_at: Temporal.Instant
  paid_at: Temporal.Instant | null
  applied_at: Temporal.Instant | null
  choose_until: Temporal.Instant | null
  refund_id: string | null
  refund_reason: string | null
  refund_error: string | null
  refund_retry_at: Temporal.Instant | null
  refunding_at: Temporal.Instant | null
  refunded_at: Temporal.Instant | null
  credited_at: Temporal.Instant | null
  honoree_name: string
  pot_status: PotStatus
  pot_end_reason: string | null
  refund_asked_at: Temporal.Instant | null
}

const GIFT = `g.owner_id, g.id, g.pot_id, g.payment_id, g.transfer_id, g.status, g.reason, g.amount_minor, g.currency, g.donor_id,
  g.donor_name, g.is_anonymous, g.created_at, g.paid_at, g.applied_at, g.choose_until, g.refund_id, g.refund_reason,
  g.refund_error, g.refund_retry_at, g.refunding_at, g.refunded_at, g.credited_at, p.honoree_name, p.status as pot_status,
  p.end_reason as pot_end_reason,
  (select r.requested_at from pots.refund_request r
   where r.owner_id = g.owner_id and r.gift_id = g.id and r.status = 'pending' limit 1) as refund_asked_at`
const WITH_POT = 'pots.gift g join pots.pot p on p.owner_id = g.owner_id and p.id = g.pot_id'

/** By id, by the donor's account, by the number a guest left (through the id that follows from it). */
export const findGifts = statement<GiftThing>(
  'pots.inquire_gifts',
  `select ${GIFT} from ${WITH_POT} where (g.owner_id, g.id) in (
     select i.owner_id, i.id from pots.gift i where i.id = any($1::uuid[])
     union (select d.owner_id, d.id from pots.gift d where d.donor_id = $2::uuid order by d.created_at desc limit $4)
     union (select s.owner_id, s.id from pots.gift s where s.donor_subject = $3::uuid order by s.created_at desc limit $4))
   order by g.created_at desc limit $4`,
)

export const listGifts = statement<{ id: string }>(
  'pots.inquire_gifts_of_pot',
  'select id from pots.gift where owner_id = $1 and pot_id = $2 order by created_at desc limit $3',
)

export interface TracedStep {
  pot_id: string
  gift_id: string | null
  at: Temporal.Instant
  code: string
  detail: Record<string, string>
}

/** The steps of these pots, or of these gifts. Newest kept when there are too many. */
export const stepsOfPots = statement<TracedStep>(
  'pots.inquire_steps_of_pots',
  `select pot_id, gift_id, at, code, detail from pots.timeline
   where (owner_id, pot_id) in (select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) and gift_id is null
   order by at desc, rank desc limit $3`,
)
export const stepsOfGifts = statement<TracedStep>(
  'pots.inquire_steps_of_gifts',
  `select pot_id, gift_id, at, code, detail from pots.timeline
   where (owner_id, gift_id) in (select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) order by at desc, rank desc limit $3`,
)

export interface TracedRequest {
  id: string
  pot_id: string
  gift_id: string | null
  reason: string
  status: 'pending' | 'approved' | 'rejected'
  requested_at: Temporal.Instant
  decided_at: Temporal.Instant | null
}

/** Requests about these pots and gifts, and those with these ids. */
export const findRequests = statement<TracedRequest>(
  'pots.inquire_refund_requests',
  `select id, pot_id, gift_id, reason, status, requested_at, decided_at from pots.refund_request
   where (owner_id, id) in (
     select r.owner_id, r.id from pots.refund_request r where r.id = any($1::uuid[])
     union select r.owner_id, r.id from pots.refund_request r
       where (r.owner_id, r.pot_id) in (select u.owner_id, u.id from unnest($2::uuid[], $3::uuid[]) as u (owner_id, id)) and r.gift_id is null
     union select r.owner_id, r.id from pots.refund_request r
       where (r.owner_id, r.gift_id) in (select u.owner_id, u.id from unnest($4::uuid[], $5::uuid[]) as u (owner_id, id)))
   order by requested_at limit $6`,
)

export const movementsOfPots = statement<{
  transfer_id: string
  pot_id: string
  kind: string
  amount_minor: bigint
  created_at: Temporal.Instant
}>(
  'pots.inquire_movements',
  `select transfer_id, pot_id, kind, amount_minor, created_at from pots.movement
   where (owner_id, pot_id) in (select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) order by created_at limit $3`,
)
