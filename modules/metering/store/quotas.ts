/**
 * SQL of quotas: grants, and what is set aside of them and taken. Amounts are in units of the meter. Locks are `no key`: rows
 * that refer to a quota share its key, and two of them must not wait for each other.
 */
import { statement } from '../../../kernel/db/statement.ts'
import type { Meter } from '../rules.ts'

export interface GrantRow {
  subject_id: string
  id: string
  meter: Meter
  amount: bigint
  period_start: Temporal.Instant
  period_end: Temporal.Instant
  /** The end of the period, or earlier when it was taken back. */
  closes_at: Temporal.Instant
  granted_at: Temporal.Instant
  taken: bigint
  ended_at: Temporal.Instant | null
  left_over: bigint | null
}

const GRANT = `subject_id, id, meter, amount, period_start, period_end, closes_at, granted_at, taken, ended_at, left_over`

export const openQuota = statement(
  'metering.open_quota',
  'insert into metering.quota (subject_id, meter) values ($1, $2) on conflict on constraint quota_pkey do nothing',
)

export const insertGrant = statement(
  'metering.insert_grant',
  `insert into metering.quota_grant (subject_id, id, meter, amount, period_start, period_end, closes_at, granted_at,
     transfer_id)
   values ($1, $2, $3, $4, $5, $6, $6, $7, $8) on conflict on constraint quota_grant_pkey do nothing`,
)

export const findGrant = statement<GrantRow>(
  'metering.find_grant',
  `select ${GRANT} from metering.quota_grant where subject_id = $1 and id = $2`,
)

/** Grants that may be used at $3, in the order they are spent; the quota's row is locked. No row: never any grant. */
export const lockOpenGrants = statement<{ grant_id: string | null }>(
  'metering.lock_open_grants',
  `select g.id as grant_id
   from metering.quota q
   left join metering.quota_grant g on g.subject_id = q.subject_id and g.meter = q.meter and g.ended_at is null
     and g.period_start <= $3 and g.closes_at > $3
   where q.subject_id = $1 and q.meter = $2
   order by g.closes_at, g.id
   for no key update of q`,
)

export const lockQuota = statement(
  'metering.lock_quota',
  'select from metering.quota where subject_id = $1 and meter = $2 for no key update',
)

/** Of every meter, in the order they are spent. */
export const openGrantsOf = statement<GrantRow>(
  'metering.open_grants_of',
  `select ${GRANT} from metering.quota_grant
   where subject_id = $1 and ended_at is null and period_start <= $2 and closes_at > $2
   order by meter, closes_at, id limit $3`,
)

export const grantsOf = statement<GrantRow>(
  'metering.grants_of',
  `select ${GRANT} from metering.quota_grant where subject_id = $1 order by granted_at desc, id desc limit $2`,
)

/** Grants whose period is over and that were not ended yet. */
export const dueGrants = statement<{ subject_id: string; id: string; meter: Meter; closes_at: Temporal.Instant }>(
  'metering.due_grants',
  `select subject_id, id, meter, closes_at from metering.quota_grant
   where ended_at is null and closes_at <= $1 and (closes_at, id) > ($2::timestamptz, $3::uuid)
   order by closes_at, id limit $4`,
)

export const closeGrant = statement(
  'metering.close_grant',
  'update metering.quota_grant set closes_at = least(closes_at, $3) where subject_id = $1 and id = $2 and ended_at is null',
)

export const endGrant = statement(
  'metering.end_grant',
  `update metering.quota_grant set ended_at = $3, left_over = $4, end_transfer_id = $5
   where subject_id = $1 and id = $2 and ended_at is null`,
)

export interface ReservationRow {
  subject_id: string
  id: string
  meter: Meter
  estimate: bigint
  state: 'held' | 'settled' | 'released'
  reserved_at: Temporal.Instant
  expires_at: Temporal.Instant
  used: bigint | null
  taken: bigint | null
}

const RESERVATION = `r.subject_id, r.id, r.meter, r.estimate, r.state, r.reserved_at, r.expires_at, r.used, r.taken`

export const insertReservation = statement(
  'metering.insert_reservation',
  `insert into metering.reservation (subject_id, id, meter, estimate, state, reserved_at, expires_at)
   select $1::uuid, $2::uuid, $3, $4::bigint, 'held', $5::timestamptz, $6::timestamptz
   from metering.quota where subject_id = $1 and meter = $3
   on conflict on constraint reservation_pkey do nothing`,
)

export const insertHeldParts = statement(
  'metering.insert_held_parts',
  `insert into metering.reservation_part (subject_id, reservation_id, no, grant_id, hold_id, held, taken)
   select $1::uuid, $2::uuid, p.no, p.grant_id, p.hold_id, p.held, 0
   from unnest($3::uuid[], $4::uuid[], $5::bigint[]) with ordinality as p (grant_id, hold_id, held, no)`,
)

export const findReservation = statement<ReservationRow>(
  'metering.find_reservation',
  `select ${RESERVATION} from metering.reservation r where r.subject_id = $1 and r.id = $2`,
)

export interface LockedReservation extends ReservationRow {
  grant_ids: string[]
  hold_ids: string[]
  held: bigint[]
}

/** With what is held for it, in the order in which it is spent. Parts of a held reservation do not change. */
export const lockReservation = statement<LockedReservation>(
  'metering.lock_reservation',
  `select ${RESERVATION},
     array(select p.grant_id from metering.reservation_part p
       where p.subject_id = r.subject_id and p.reservation_id = r.id and p.held > 0 order by p.no) as grant_ids,
     array(select p.hold_id from metering.reservation_part p
       where p.subject_id = r.subject_id and p.reservation_id = r.id and p.held > 0 order by p.no) as hold_ids,
     array(select p.held from metering.reservation_part p
       where p.subject_id = r.subject_id and p.reservation_id = r.id and p.held > 0 order by p.no) as held
   from metering.reservation r
   join metering.quota q on q.subject_id = r.subject_id and q.meter = r.meter
   where r.subject_id = $1 and r.id = $2
   for no key update of r, q`,
)

export interface Standing {
  granted: bigint
  taken: bigint
  period_end: Temporal.Instant | null
  alerted_until: Temporal.Instant | null
  alerted_percent: number | null
}

/**
 * Ends the reservation with what was taken: of the held parts (by their number) and beyond them. Answers how the quota stands
 * with it.
 */
export const settleReservation = statement<Standing>(
  'metering.settle_reservation',
  `with part as materialized (
     select p.no::smallint as no, p.grant_id, p.taken, p.transfer_id
     from unnest($6::integer[], $7::uuid[], $8::bigint[], $9::uuid[]) as p (no, grant_id, taken, transfer_id)),
   resolved as (
     update metering.reservation set state = 'settled', used = $3, taken = $4, resolved_at = $5
     where subject_id = $1 and id = $2),
   of_held as (
     update metering.reservation_part x set taken = p.taken, transfer_id = p.transfer_id
     from part p where x.subject_id = $1 and x.reservation_id = $2 and x.no = p.no and p.no <= $10),
   beyond as (
     insert into metering.reservation_part (subject_id, reservation_id, no, grant_id, held, taken, transfer_id)
     select $1::uuid, $2::uuid, p.no, p.grant_id, 0, p.taken, p.transfer_id from part p where p.no > $10),
   added as materialized (
     select p.grant_id, sum(p.taken)::bigint as taken from part p group by p.grant_id),
   counted as (
     update metering.quota_grant g set taken = g.taken + a.taken
     from added a where g.subject_id = $1 and g.id = a.grant_id)
   select coalesce(sum(g.amount), 0)::bigint as granted,
     coalesce(sum(g.taken + coalesce(a.taken, 0)), 0)::bigint as taken,
     max(g.closes_at) as period_end, q.alerted_until, q.alerted_percent
   from metering.quota q
   left join metering.quota_grant g on g.subject_id = q.subject_id and g.meter = q.meter and g.ended_at is null
     and g.period_start <= $5 and g.closes_at > $5
   left join added a on a.grant_id = g.id
   where q.subject_id = $1 and q.meter = $11
   group by q.alerted_until, q.alerted_percent`,
)

export const releaseReservation = statement(
  'metering.release_reservation',
  `update metering.reservation set state = 'released', resolved_at = $3
   where subject_id = $1 and id = $2 and state = 'held'`,
)

export const noteAlert = statement(
  'metering.note_alert',
  'update metering.quota set alerted_until = $3, alerted_percent = $4 where subject_id = $1 and meter = $2',
)

export const expectedGranted = statement<{ transfer_id: string; amount_minor: bigint }>(
  'metering.expected_granted',
  `select transfer_id, amount as amount_minor from metering.quota_grant where $1::uuid is null or transfer_id > $1
   order by transfer_id limit $2`,
)

export const expectedUsed = statement<{ transfer_id: string; amount_minor: bigint }>(
  'metering.expected_used',
  `select transfer_id, taken as amount_minor from metering.reservation_part
   where transfer_id is not null and ($1::uuid is null or transfer_id > $1) order by transfer_id limit $2`,
)

export const expectedEnded = statement<{ transfer_id: string; amount_minor: bigint }>(
  'metering.expected_ended',
  `select end_transfer_id as transfer_id, left_over as amount_minor from metering.quota_grant
   where end_transfer_id is not null and ($1::uuid is null or end_transfer_id > $1) order by end_transfer_id limit $2`,
)
