/**
 * Pure decisions: which days a period has, what part of a price they are, what may follow what, and what is due on a day.
 * Days are civil days of the product's zone; a period is [from, to): the day `to` is the first of the next one.
 */
import { assert } from '../../kernel/assert.ts'
import { share } from '../../kernel/money.ts'

export const CYCLES = ['monthly', 'quarterly', 'yearly'] as const
export type Cycle = (typeof CYCLES)[number]
const MONTHS: Readonly<Record<Cycle, number>> = { monthly: 1, quarterly: 3, yearly: 12 }

export type Status = 'pending' | 'trial' | 'active' | 'grace' | 'suspended' | 'paused' | 'cancelled'

/**
 * What may follow. `pending` waits for the first payment, `grace` for a failed renewal with full access. `cancelled` is the end:
 * whoever comes back starts anew; only money that was under way may open it again, where the policy says so. An active one is
 * suspended only while its payer's account is closed (closures.ts).
 */
export const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  pending: ['active', 'cancelled'],
  trial: ['active', 'grace', 'suspended', 'cancelled'],
  active: ['grace', 'suspended', 'paused', 'cancelled'],
  grace: ['active', 'suspended', 'cancelled'],
  suspended: ['active', 'cancelled'],
  paused: ['active', 'cancelled'],
  cancelled: ['active'],
}

export function mayFollow(from: Status, to: Status): boolean {
  return NEXT[from].includes(to)
}

/** Whether lessons are open. A paused or suspended one waits, a pending one has not begun. */
export const OPEN: ReadonlySet<Status> = new Set(['trial', 'active', 'grace'])

const before = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0

/**
 * The day `months` after the anchor. Always counted from the anchor itself, so that a 31st that bills on 28 February bills on
 * 31 March again.
 */
export function monthsAfter(anchor: Temporal.PlainDate, months: number): Temporal.PlainDate {
  return anchor.add({ months }, { overflow: 'constrain' })
}

/** The end of the period that starts on `start`, one of the anchor's days. A change of cycle keeps the anchor. */
export function periodEnd(anchor: Temporal.PlainDate, cycle: Cycle, start: Temporal.PlainDate): Temporal.PlainDate {
  const passed = (start.year - anchor.year) * 12 + (start.month - anchor.month)
  assert(monthsAfter(anchor, passed).equals(start), `no period of ${anchor.toString()} starts on ${start.toString()}`)
  return monthsAfter(anchor, passed + MONTHS[cycle])
}

/** The end of the month of allowances that starts on `start`: the anchor's next day, however long the period is. */
export function allowanceEnd(anchor: Temporal.PlainDate, start: Temporal.PlainDate): Temporal.PlainDate {
  const passed = (start.year - anchor.year) * 12 + (start.month - anchor.month)
  const next = monthsAfter(anchor, passed)
  return before(start, next) ? next : monthsAfter(anchor, passed + 1)
}

export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}

/**
 * How many days of the running month of allowances were used up, whatever the calendar says: the meter that was used most decides, and
 * what cannot be divided is the customer's.
 */
export function usedDays(
  it: {
    readonly anchor_on: Temporal.PlainDate
    readonly period_start: Temporal.PlainDate
    readonly allowed_until: Temporal.PlainDate
  },
  sums: readonly { readonly granted: bigint; readonly used: bigint }[],
): { from: Temporal.PlainDate; days: number } {
  const { anchor_on, period_start, allowed_until: to } = it
  const passed = (to.year - anchor_on.year) * 12 + (to.month - anchor_on.month)
  const begun = monthsAfter(anchor_on, passed - 1)
  const from = before(begun, period_start) ? period_start : begun
  const all = Math.max(0, daysBetween(from, to))
  const days = sums.map(({ granted, used }) => {
    if (granted <= 0n) return 0
    return Number(((used < granted ? used : granted) * BigInt(all)) / granted)
  })
  return { from, days: Math.max(0, ...days) }
}

/** A month of allowances has at least so many days. */
const ALLOWANCE_DAYS = 28

/** What `days` days of a month's allowance are. */
export function allowancePart(amount: bigint, days: number): bigint {
  return days >= ALLOWANCE_DAYS ? amount : (amount * BigInt(Math.max(0, days))) / BigInt(ALLOWANCE_DAYS)
}

/** A price that holds its tax → what is ours and the tax; the indivisible unit goes to the tax. */
export function taxOf(gross: bigint, basisPoints: number): { net: bigint; tax: bigint } {
  const { share: net, rest: tax } = share(gross, 10_000n, 10_000n + BigInt(basisPoints), 'rest')
  return { net, tax }
}

/** The part of a price that `used` of `days` days are; what cannot be divided is the customer's until the last day. */
export function usedOf(price: bigint, used: number, days: number): bigint {
  return share(price, BigInt(used), BigInt(days), 'rest').share
}

/** What is left of a price after `used` of `days` days. Used and unused always sum to the price. */
export function unusedOf(price: bigint, used: number, days: number): bigint {
  return price - usedOf(price, used, days)
}

/** What one paid sum is worth over its days, and how many of them are over. */
export interface Service {
  readonly gross_minor: bigint
  readonly tax_basis_points: number
  readonly days: number
  readonly days_done: number
}

/** What is ours of the first `done` days. */
function earnedNet(service: Service, done: number): bigint {
  return taxOf(usedOf(service.gross_minor, done, service.days), service.tax_basis_points).net
}

/** What becomes ours on the day after `days_done`. Over all days it is the net price, to the last unit. */
export function earnedOnNextDay(service: Service): bigint {
  return earnedNet(service, service.days_done + 1) - earnedNet(service, service.days_done)
}

/** What of it is not used up: what a credit note is of. */
export function unusedPart(service: Service): { gross: bigint; net: bigint; tax: bigint } {
  const gross = unusedOf(service.gross_minor, service.days_done, service.days)
  const net = taxOf(service.gross_minor, service.tax_basis_points).net - earnedNet(service, service.days_done)
  return { gross, net, tax: gross - net }
}

/** `amount` in equal parts; the first ones take what cannot be divided. */
export function evenly(amount: bigint, parts: number): bigint[] {
  const [many, each] = [BigInt(parts), amount / BigInt(parts)]
  return Array.from({ length: parts }, (_, i) => each + (BigInt(i) < amount - each * many ? 1n : 0n))
}

export interface Prices {
  readonly base_minor: bigint
  /** For each learner beyond those the plan includes. */
  readonly extra_minor: bigint
}

export interface Seats {
  readonly included: number
  readonly max: number
}

/** The price of a period for so many learners, tax included. */
export function priceOf(prices: Prices, seats: Seats, learners: number): bigint {
  return prices.base_minor + prices.extra_minor * BigInt(Math.max(0, learners - seats.included))
}

export interface DunningTerms {
  /** Days after the first failure on which the card is tried again. */
  readonly retry_days: readonly number[]
  /** Full access for this long after it. */
  readonly grace_days: number
  /** The end, this long after it. */
  readonly cancel_days: number
}

export type Act =
  | 'abandon' // nobody paid the first period
  | 'remind' // the trial ends soon
  | 'allow' // a month of allowances begins
  | 'end' // cancelled for the end of the period
  | 'begin' // a period that is paid already begins
  | 'charge' // the next period is due
  | 'retry' // the card is tried again
  | 'suspend'
  | 'give_up' // cancelled for want of payment
  | 'resume' // the pause is over

/** What the agenda of a subscription follows from. */
export interface Standing {
  readonly status: Status
  readonly created_on: Temporal.PlainDate
  readonly period_end: Temporal.PlainDate
  readonly allowed_until: Temporal.PlainDate
  readonly reminded: boolean
  readonly cancel_at_period_end: boolean
  /** The next period is paid already. */
  readonly paid_ahead: boolean
  /** A charge of the card is under way: its answer decides. */
  readonly charging: boolean
  readonly has_card: boolean
  /** The provider renews, not we: we wait for its word. */
  readonly provider_renews: boolean
  readonly failed_on: Temporal.PlainDate | null
  readonly retries: number
  readonly paused_until: Temporal.PlainDate | null
}

export interface Entry {
  readonly act: Act
  readonly on: Temporal.PlainDate
}

export interface Terms extends DunningTerms {
  readonly remind_days: number
  readonly pending_days: number
}

/**
 * What has to happen and from which day on, earliest first; of one day, in the order in which it is done. Whoever comes late
 * does the first, looks again, and so catches up once and in order: retries that were slept over are one.
 */
export function agenda(it: Standing, terms: Terms): Entry[] {
  const entries: Entry[] = []
  const add = (act: Act, on: Temporal.PlainDate) => void entries.push({ act, on })
  if (it.status === 'pending') add('abandon', it.created_on.add({ days: terms.pending_days }))
  if (it.status === 'trial' && !it.reminded && !it.paid_ahead && !it.cancel_at_period_end)
    add('remind', it.period_end.subtract({ days: terms.remind_days }))
  if (it.status === 'trial' || it.status === 'active') {
    if (before(it.allowed_until, it.period_end)) add('allow', it.allowed_until)
    if (it.cancel_at_period_end) add('end', it.period_end)
    else if (it.paid_ahead) add('begin', it.period_end)
    // A provider that renews has a day to tell; after that its silence is a failure.
    else if (!it.charging) add('charge', it.provider_renews ? it.period_end.add({ days: 1 }) : it.period_end)
  }
  if (it.failed_on !== null && (it.status === 'grace' || it.status === 'suspended')) {
    const day = (days: number) => it.failed_on!.add({ days })
    const graceEnd = day(terms.grace_days)
    if (it.status === 'grace') {
      const retry = terms.retry_days[it.retries]
      if (retry !== undefined && it.has_card && !it.charging && !it.provider_renews) add('retry', day(retry))
      if (before(it.allowed_until, graceEnd)) add('allow', it.allowed_until)
      if (!it.charging) add('suspend', graceEnd)
    }
    if (it.cancel_at_period_end) add('end', it.period_end)
    if (!it.charging) add('give_up', day(terms.cancel_days))
  }
  if (it.status === 'paused' && it.paused_until !== null) add('resume', it.paused_until)
  return entries.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on))
}

/** How many retries the days since the failure have brought, so that several slept over are one. */
export function retriesBy(terms: DunningTerms, failedOn: Temporal.PlainDate, today: Temporal.PlainDate): number {
  const days = daysBetween(failedOn, today)
  return terms.retry_days.filter((day) => day <= days).length
}

/** From when a price that was announced on `announced` may be asked: with the notice kept, and not before its own day. */
export function priceHolds(effective: Temporal.PlainDate, announced: Temporal.PlainDate, noticeDays: number) {
  const noticed = announced.add({ days: noticeDays })
  return before(effective, noticed) ? noticed : effective
}

export interface Paid {
  readonly payment_id: string
  readonly left_minor: bigint
}

/** From which payments a sum goes back: the newest first, none more than it brought. `short` is what none can carry. */
export function refundParts(
  amount: bigint,
  payments: readonly Paid[],
): { parts: { payment_id: string; amount: bigint }[]; short: bigint } {
  const parts: { payment_id: string; amount: bigint }[] = []
  let open = amount
  for (const { payment_id, left_minor } of payments) {
    const part = open < left_minor ? open : left_minor
    if (part <= 0n) continue
    parts.push({ payment_id, amount: part })
    open -= part
  }
  return { parts, short: open }
}

/** How long a pause may still be: bounded by one pause and by all of twelve months. */
export function pauseLeft(terms: { readonly pause_days_max: number }, usedInYear: number, asked: number): number {
  return Math.max(0, Math.min(asked, terms.pause_days_max - usedInYear))
}
