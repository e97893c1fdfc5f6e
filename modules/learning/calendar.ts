/**
 * Streaks: days in a row with enough answers, in the learner's civil days. Two missed days a calendar month are frozen by
 * themselves: they neither count nor break. Pure; a day is a calendar date, whatever the clocks did on it.
 */

const FREEZES_A_MONTH = 2

export interface Streak {
  /** The last day that counted; undefined before the first. */
  readonly day: Temporal.PlainDate | undefined
  /** Days that counted in a row, up to it. */
  readonly days: number
  readonly longest: number
  /** In the calendar month of `day`. */
  readonly freezesUsed: number
}

export const NO_STREAK: Streak = { day: undefined, days: 0, longest: 0, freezesUsed: 0 }

/** What a streak is worth on a day, which may not be over yet. */
export interface StreakOn {
  readonly days: number
  readonly longest: number
  readonly studiedToday: boolean
  /** Of the calendar month of that day. */
  readonly freezesLeft: number
  /** Missed days since the last that counted, each covered by a freeze day. */
  readonly frozen: readonly Temporal.PlainDate[]
  /** Without practice today it ends tonight. */
  readonly atRisk: boolean
}

/** One more day that counts, later than all before it. */
export function countDay(streak: Streak, day: Temporal.PlainDate): Streak {
  return counting(streak, day).streak
}

/** The same, with the missed days before it that a freeze day covered. */
function counting(streak: Streak, day: Temporal.PlainDate): { streak: Streak; frozen: readonly Temporal.PlainDate[] } {
  if (streak.day === undefined)
    return { streak: { day, days: 1, longest: Math.max(1, streak.longest), freezesUsed: 0 }, frozen: [] }
  const { kept, freezesUsed, frozen } = missedBetween(streak, day)
  const days = kept ? streak.days + 1 : 1
  return { streak: { day, days, longest: Math.max(streak.longest, days), freezesUsed }, frozen }
}

/** The same from all days that count. */
export function streakOf(days: readonly Temporal.PlainDate[]): Streak {
  const sorted = [...days].sort((a, b) => Temporal.PlainDate.compare(a, b))
  let streak = NO_STREAK
  for (const day of sorted)
    if (streak.day === undefined || Temporal.PlainDate.compare(streak.day, day) < 0) streak = countDay(streak, day)
  return streak
}

export function streakOn(streak: Streak, today: Temporal.PlainDate): StreakOn {
  const { day, longest } = streak
  const none = { days: 0, longest, studiedToday: false, freezesLeft: FREEZES_A_MONTH, frozen: [], atRisk: false }
  if (day === undefined) return none
  // Whoever travels west may have counted the day that is tomorrow here.
  if (Temporal.PlainDate.compare(day, today) >= 0) {
    const freezesLeft = FREEZES_A_MONTH - streak.freezesUsed
    return { days: streak.days, longest, studiedToday: true, freezesLeft, frozen: [], atRisk: false }
  }
  const gap = missedBetween(streak, today)
  const freezesLeft = FREEZES_A_MONTH - gap.freezesUsed
  if (!gap.kept) return { ...none, freezesLeft }
  return {
    days: streak.days,
    longest,
    studiedToday: false,
    freezesLeft,
    frozen: gap.frozen,
    atRisk: freezesLeft === 0,
  }
}

/** Every missed day that a freeze day covered, up to today; `days` are those that counted, in their order. */
export function frozenAmong(days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Temporal.PlainDate[] {
  const frozen: Temporal.PlainDate[] = []
  let streak = NO_STREAK
  for (const day of days) {
    const counted = counting(streak, day)
    frozen.push(...counted.frozen)
    streak = counted.streak
  }
  return [...frozen, ...streakOn(streak, today).frozen]
}

/** What the days between the last that counted and `day` do: each takes a freeze day of its month, until one finds none. */
function missedBetween(
  streak: Streak,
  day: Temporal.PlainDate,
): { kept: boolean; freezesUsed: number; frozen: Temporal.PlainDate[] } {
  let used = streak.freezesUsed
  let month = streak.day!
  const sameMonth = (a: Temporal.PlainDate, b: Temporal.PlainDate) => a.year === b.year && a.month === b.month
  // Nearly every day follows the one before, and counting with dates is slow.
  if (day.day === month.day + 1 && sameMonth(month, day)) return { kept: true, freezesUsed: used, frozen: [] }
  const frozen: Temporal.PlainDate[] = []
  for (let missed = streak.day!.add({ days: 1 }); Temporal.PlainDate.compare(missed, day) < 0;) {
    if (!sameMonth(missed, month)) [month, used] = [missed, 0]
    if (used >= FREEZES_A_MONTH) return { kept: false, freezesUsed: sameMonth(month, day) ? used : 0, frozen: [] }
    used += 1
    frozen.push(missed)
    missed = missed.add({ days: 1 })
  }
  return { kept: true, freezesUsed: sameMonth(month, day) ? used : 0, frozen }
}
