/**
 * When a pot opens and when its deadlines fall: civil days in the pot's zone, pure arithmetic. Which day a birthday is
 * celebrated in a given year (29 February) is the profiles module's rule and comes in as a function.
 */
import { assert } from '../../kernel/assert.ts'
import { startOfDay } from '../../kernel/clock.ts'

/** The day on which a person celebrates in `year`. */
export type Celebrate = (year: number) => Temporal.PlainDate

export interface Plan {
  readonly birthday: Temporal.PlainDate
  /** The civil day on which the pot opens: `opensDaysBefore` the birthday, or today when that day is past. */
  readonly opensOn: Temporal.PlainDate
  /** The person came inside the window: the pot opens at once. */
  readonly opensNow: boolean
}

/** Nobody can collect in less than this: who comes on the day before, or on the day itself, gets next year's pot. */
const DAYS_TO_COLLECT_MIN = 2

/** The pot for the next birthday that still leaves time to collect and is not among `taken`. */
export function planPot(given: {
  celebrate: Celebrate
  today: Temporal.PlainDate
  opensDaysBefore: number
  taken?: readonly Temporal.PlainDate[]
}): Plan {
  const { celebrate, today, opensDaysBefore, taken = [] } = given
  assert(opensDaysBefore >= DAYS_TO_COLLECT_MIN, 'a pot opens at least two days before the birthday')
  for (let year = today.year; ; year++) {
    const birthday = celebrate(year)
    if (daysBetween(today, birthday) < DAYS_TO_COLLECT_MIN) continue
    if (taken.some((day) => day.equals(birthday))) continue
    const due = birthday.subtract({ days: opensDaysBefore })
    const opensNow = Temporal.PlainDate.compare(due, today) <= 0
    return { birthday, opensOn: opensNow ? today : due, opensNow }
  }
}

export interface Deadlines {
  /** 00:00 of the birthday. */
  readonly birthday_at: Temporal.Instant
  /** Until then a pot that falls short may be saved; after it every donor is refunded. */
  readonly shortfall_until: Temporal.Instant
  /** What is still unspent then goes back to the donors, whatever the reason. */
  readonly refund_all_at: Temporal.Instant
}

/** The deadlines that follow from the birthday, each at 00:00 of its day in `zone`. */
export function deadlinesOf(
  birthday: Temporal.PlainDate,
  zone: string,
  policy: { readonly shortfall_days: number; readonly unverified_refund_days: number },
): Deadlines {
  const at = (days: number) => startOfDay(birthday.add({ days }), zone)
  return {
    birthday_at: at(0),
    shortfall_until: at(policy.shortfall_days),
    refund_all_at: at(policy.unverified_refund_days),
  }
}

/** When the voucher of a bought pack counts: from the birthday (or from the purchase, if later), whole civil days. */
export function voucherWindow(
  birthday: Temporal.PlainDate,
  boughtOn: Temporal.PlainDate,
  boughtAt: Temporal.Instant,
  zone: string,
  validityDays: number,
): { validFrom: Temporal.Instant; validUntil: Temporal.Instant } {
  assert(validityDays > 0, 'a pack is valid for at least a day')
  const before = Temporal.PlainDate.compare(boughtOn, birthday) < 0
  const first = before ? birthday : boughtOn
  return {
    validFrom: before ? startOfDay(birthday, zone) : boughtAt,
    validUntil: startOfDay(first.add({ days: validityDays }), zone),
  }
}

export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}
