/** SQL of subscriptions, their seats, who is covered, and who has had a trial. */
import type { Tx } from '../../../kernel/db/tx.ts'
import { refusing, statement } from '../../../kernel/db/statement.ts'
import { errors } from '../errors.ts'
import type { Cycle, Status } from '../rules.ts'

export type EndReason = 'payer' | 'unpaid' | 'abandoned' | 'staff' | 'erased' | 'provider' | 'nobody_left'

export interface SubscriptionRow {
  id: string
  payer_id: string
  status: Status
  plan: string
  plan_version: number
  cycle: Cycle
  base_minor: bigint
  extra_minor: bigint
  seats_included: number
  seats_max: number
  price_minor: bigint
  currency: string
  anchor_on: Temporal.PlainDate
  period_start: Temporal.PlainDate
  period_end: Temporal.PlainDate
  period_days: number
  allowed_until: Temporal.PlainDate
  reminded_for: Temporal.PlainDate | null
  cancel_at_period_end: boolean
  paid_ahead: string | null
  charging: string | null
  card_id: string | null
  provider_subscription_id: string | null
  failed_on: Temporal.PlainDate | null
  retries: number
  paused_on: Temporal.PlainDate | null
  paused_until: Temporal.PlainDate | null
  next_plan: string | null
  next_cycle: Cycle | null
  noticed_version: number | null
  noticed_on: Temporal.PlainDate | null
  due_at: Temporal.Instant | null
  created_at: Temporal.Instant
  created_by: string
  started_at: Temporal.Instant | null
  suspended_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
  end_reason: EndReason | null
}

const SUBSCRIPTION = `id, payer_id, status, plan, plan_version, cycle, base_minor, extra_minor, seats_included, seats_max,
  price_minor, currency, anchor_on, period_start, period_end, period_days, allowed_until, reminded_for, cancel_at_period_end, paid_ahead,
  charging, card_id, provider_subscription_id, failed_on, retries, paused_on, paused_until, next_plan, next_cycle,
  noticed_version, noticed_on, due_at, created_at, created_by, started_at, suspended_at, ended_at, end_reason`

const insert = statement(
  'subscriptions.insert_subscription',
  `insert into subscriptions.subscription (${SUBSCRIPTION})
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
     $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38)`,
)

const update = statement(
  'subscriptions.update_subscription',
  `update subscriptions.subscription set payer_id = $2, status = $3, plan = $4, plan_version = $5, cycle = $6, base_minor = $7, extra_minor = $8,
     seats_included = $9, seats_max = $10, price_minor = $11, currency = $12, anchor_on = $13, period_start = $14,
     period_end = $15, period_days = $16, allowed_until = $17, reminded_for = $18, cancel_at_period_end = $19, paid_ahead
     = $20, charging = $21, card_id = $22, provider_subscription_id = $23, failed_on = $24, retries = $25, paused_on =
     $26, paused_until = $27, next_plan = $28, next_cycle = $29, noticed_version = $30, noticed_on = $31, due_at = $32,
     created_at = $33, created_by = $34, started_at = $35, suspended_at = $36, ended_at = $37, end_reason = $38
   where id = $1`,
)

const valuesOf = (it: SubscriptionRow) => [
  it.id, it.payer_id, it.status, it.plan, it.plan_version, it.cycle, it.base_minor, it.extra_minor, it.seats_included,
  it.seats_max, it.price_minor, it.currency, it.anchor_on, it.period_start, it.period_end, it.period_days, it.allowed_until, it.reminded_for,
  it.cancel_at_period_end, it.paid_ahead, it.charging, it.card_id, it.provider_subscription_id, it.failed_on, it.retries,
  it.paused_on, it.paused_until, it.next_plan, it.next_cycle, it.noticed_version, it.noticed_on, it.due_at, it.created_at,
  it.created_by, it.started_at, it.suspended_at, it.ended_at, it.end_reason,
] // prettier-ignore

export const insertSubscription = (tx: Tx, row: SubscriptionRow): Promise<number> => insert.run(tx, ...valuesOf(row))
/** Writes the whole row; the caller holds its lock. */
export const updateSubscription = (tx: Tx, row: SubscriptionRow): Promise<number> => update.run(tx, ...valuesOf(row))

export const findSubscription = statement<SubscriptionRow>(
  'subscriptions.find_subscription',
  `select ${SUBSCRIPTION} from subscriptions.subscription where id = $1`,
)

export const lockSubscription = statement<SubscriptionRow>(
  'subscriptions.lock_subscription',
  `select ${SUBSCRIPTION} from subscriptions.subscription where id = $1 for update`,
)

export const listOfPayer = statement<SubscriptionRow>(
  'subscriptions.list_of_payer',
  `select ${SUBSCRIPTION} from subscriptions.subscription
   where payer_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
   order by created_at desc, id desc limit $4`,
)

/** What a payer has that is not over; more than a hundred nobody has. */
export const livingOf = statement<{ id: string; card_id: string | null }>(
  'subscriptions.living_of',
  `select id, card_id from subscriptions.subscription where payer_id = $1 and status <> 'cancelled' order by id limit 100`,
)

export const listForStaff = statement<SubscriptionRow>(
  'subscriptions.list_for_staff',
  `select ${SUBSCRIPTION} from subscriptions.subscription
   where ($1::text is null or status = $1) and ($2::uuid is null or payer_id = $2)
     and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
   order by created_at desc, id desc limit $5`,
)

export const findDue = statement<{ id: string }>(
  'subscriptions.find_due',
  'select id from subscriptions.subscription where due_at <= $1 order by due_at limit $2',
)

/** Whose payer was not told yet of a version that has been announced. */
export const findUntold = statement<{ id: string }>(
  'subscriptions.find_untold',
  `select id from subscriptions.subscription
   where plan = $1 and status <> 'cancelled' and id > $3 and plan_version < $2
     and (noticed_version is null or noticed_version < $2)
   order by id limit $4`,
)

export interface SeatRow {
  subscription_id: string
  learner_id: string
  from_on: Temporal.PlainDate
  to_on: Temporal.PlainDate | null
  leaves_at_period_end: boolean
}

const SEAT = 'subscription_id, learner_id, from_on, to_on, leaves_at_period_end'

export const listSeats = statement<SeatRow>(
  'subscriptions.list_seats',
  `select ${SEAT} from subscriptions.seat where subscription_id = $1 and to_on is null order by from_on, learner_id`,
)

/** Every seat there was between two days. */
export const listSeatsBetween = statement<SeatRow>(
  'subscriptions.list_seats_between',
  `select ${SEAT} from subscriptions.seat
   where subscription_id = $1 and from_on < $3 and (to_on is null or to_on > $2) order by learner_id, from_on limit 200`,
)

/** Seats somebody had between two days, whoever paid. */
export const listSeatsOf = statement<SeatRow>(
  'subscriptions.list_seats_of',
  `select ${SEAT} from subscriptions.seat
   where learner_id = $1 and from_on < $3 and (to_on is null or to_on > $2) order by from_on limit 200`,
)

const insertSeat = statement(
  'subscriptions.insert_seat',
  `insert into subscriptions.seat (subscription_id, learner_id, from_on) values ($1, $2, $3)
   on conflict on constraint seat_pkey do update set to_on = null, leaves_at_period_end = false`,
)

const insertCover = statement(
  'subscriptions.insert_cover',
  'insert into subscriptions.cover (learner_id, subscription_id) values ($1, $2)',
)

/** Covers a learner from a day on. Refuses `already_covered`, by the key, whoever comes at the same moment. */
export async function coverLearner(tx: Tx, id: string, learner: string, from: Temporal.PlainDate): Promise<void> {
  await refusing(insertCover.run(tx, learner, id), { cover_pkey: errors.already_covered })
  await insertSeat.run(tx, id, learner, from)
}

const closeSeat = statement(
  'subscriptions.close_seat',
  `update subscriptions.seat set to_on = greatest($3::date, from_on)
   where subscription_id = $1 and learner_id = $2 and to_on is null`,
)

const deleteCover = statement(
  'subscriptions.delete_cover',
  'delete from subscriptions.cover where learner_id = $1 and subscription_id = $2',
)

export async function uncoverLearner(tx: Tx, id: string, learner: string, to: Temporal.PlainDate): Promise<void> {
  await closeSeat.run(tx, id, learner, to)
  await deleteCover.run(tx, learner, id)
}

export const markLeaving = statement(
  'subscriptions.mark_leaving',
  `update subscriptions.seat set leaves_at_period_end = $3
   where subscription_id = $1 and learner_id = $2 and to_on is null and leaves_at_period_end <> $3`,
)

/** What covers a learner now, in one statement. */
export const findCoverOf = statement<SubscriptionRow>(
  'subscriptions.find_cover_of',
  `select ${SUBSCRIPTION.replaceAll(/(\w+)/g, 's.$1')} from subscriptions.cover c
   join subscriptions.subscription s on s.id = c.subscription_id where c.learner_id = $1`,
)

export const seatsEver = statement<SeatRow>(
  'subscriptions.seats_ever',
  `select ${SEAT} from subscriptions.seat where learner_id = $1 order by from_on desc limit 200`,
)

const claimTrialOnce = statement(
  'subscriptions.claim_trial',
  'insert into subscriptions.trial_claim (claimant, subscription_id, claimed_at) values ($1, $2, $3)',
)

/** Takes the one trial of a claimant. Refuses `trial_used`. */
export function claimTrial(tx: Tx, claimant: string, id: string, now: Temporal.Instant): Promise<number> {
  return refusing(claimTrialOnce.run(tx, claimant, id, now), { trial_claim_pkey: errors.trial_used })
}

export const findTrialClaims = statement<{ claimant: string }>(
  'subscriptions.find_trial_claims',
  'select claimant from subscriptions.trial_claim where claimant = any($1)',
)

export interface PlanVersionRow {
  plan: string
  version: number
  prices: Record<Cycle, { base_minor: string; extra_minor: string }>
  effective_on: Temporal.PlainDate
}

export const listVersions = statement<PlanVersionRow>(
  'subscriptions.list_versions',
  'select plan, version, prices, effective_on from subscriptions.plan_version order by plan, version',
)

const insertVersionOnce = statement(
  'subscriptions.insert_version',
  `insert into subscriptions.plan_version (plan, version, prices, effective_on, announced_by, announced_at)
   values ($1, $2, $3, $4, $5, $6)`,
)

/** Refuses `not_now` when somebody else has just announced one. */
export function insertVersion(tx: Tx, ...values: unknown[]): Promise<number> {
  return refusing(insertVersionOnce.run(tx, ...values), { plan_version_pkey: errors.not_now })
}

/** What was given of a meter for the month that ends on a day; the row is held until the end of the transaction. */
export const lockAllowance = statement<{ amount: bigint }>(
  'subscriptions.lock_allowance',
  `insert into subscriptions.allowance as a (subscription_id, learner_id, meter, until_on, amount) values ($1, $2, $3, $4, 0)
   on conflict on constraint allowance_pkey do update set amount = a.amount returning amount`,
)

/** Until when a learner was given a meter before, in any subscription. */
export const lastAllowance = statement<{ until_on: Temporal.PlainDate | null }>(
  'subscriptions.last_allowance',
  `select max(until_on) as until_on from subscriptions.allowance
   where learner_id = $1 and meter = $2 and amount > 0 and not (subscription_id = $3 and until_on = $4)`,
)

export const setAllowance = statement(
  'subscriptions.set_allowance',
  `update subscriptions.allowance set amount = $5
   where subscription_id = $1 and learner_id = $2 and meter = $3 and until_on = $4`,
)

export const forgetAllowances = statement(
  'subscriptions.forget_allowances',
  'delete from subscriptions.allowance where until_on < $1 and not (learner_id = any($2::uuid[]))',
)

export const insertPause = statement(
  'subscriptions.insert_pause',
  `insert into subscriptions.pause (subscription_id, from_on, until_on) values ($1, $2, $3)
   on conflict on constraint pause_pkey do update set until_on = excluded.until_on, ended_on = null`,
)

export const endPause = statement(
  'subscriptions.end_pause',
  'update subscriptions.pause set ended_on = $3 where subscription_id = $1 and from_on = $2 and ended_on is null',
)

/** Days paused by the payer's choice since a day: a pause without a last day came with the closure of the account. */
export const pausedSince = statement<{ days: number }>(
  'subscriptions.paused_since',
  `select coalesce(sum(ended_on - greatest(from_on, $2::date)), 0)::integer as days
   from subscriptions.pause where subscription_id = $1 and ended_on > $2 and until_on < '9999-12-31'`,
)
