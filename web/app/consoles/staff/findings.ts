/** What charts say in words: pure sums over the numbers the API gives. */

export interface DayOfGifts {
  readonly day: string
  readonly gifts: number
  readonly amount_minor: string
  readonly views: number
  readonly started: number
  readonly paid: number
}

export interface Sums {
  readonly gifts: number
  readonly amount: bigint
  readonly views: number
  readonly started: number
  readonly paid: number
}

export function sumOf(days: readonly DayOfGifts[]): Sums {
  return days.reduce<Sums>(
    (sum, day) => ({
      gifts: sum.gifts + day.gifts,
      amount: sum.amount + BigInt(day.amount_minor),
      views: sum.views + day.views,
      started: sum.started + day.started,
      paid: sum.paid + day.paid,
    }),
    { gifts: 0, amount: 0n, views: 0, started: 0, paid: 0 },
  )
}

const WEEK = 7

/** The weekday that brings most on average, once there are two of each to compare; any day of that name stands for it. */
export function bestWeekday(days: readonly DayOfGifts[]): { day: string; average: bigint } | undefined {
  if (days.length < 2 * WEEK) return undefined
  const sums = new Map<number, { day: string; amount: bigint; days: bigint }>()
  for (const { day, amount_minor } of days) {
    const weekday = Temporal.PlainDate.from(day).dayOfWeek
    const sum = sums.get(weekday) ?? { day, amount: 0n, days: 0n }
    sums.set(weekday, { day, amount: sum.amount + BigInt(amount_minor), days: sum.days + 1n })
  }
  const averages = [...sums.values()].map(({ day, amount, days: count }) => ({ day, average: amount / count }))
  const best = averages.reduce((most, it) => (it.average > most.average ? it : most))
  return best.average > 0n ? best : undefined
}

/** The day that brought most. */
export function bestDay(days: readonly DayOfGifts[]): DayOfGifts | undefined {
  return days.reduce<DayOfGifts | undefined>(
    (most, day) => (BigInt(day.amount_minor) > BigInt(most?.amount_minor ?? 0) ? day : most),
    undefined,
  )
}

/** How many of a hundred; nothing of none is nothing. */
export function ofHundred(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part * 100) / whole)
}

export interface MoneyLine {
  readonly kind: string
  readonly asset: string
  readonly accounts: string
  readonly balance_minor: string
}

/** Where the money is, largest first, and how much of it lies with the provider: the two sides of one sum. */
export function moneyPlaces(lines: readonly MoneyLine[], asset: string) {
  const own = lines.filter((line) => line.asset === asset)
  const outside = own.filter((line) => BigInt(line.balance_minor) < 0n)
  const places = own
    .filter((line) => BigInt(line.balance_minor) > 0n)
    .toSorted((a, b) => (BigInt(b.balance_minor) > BigInt(a.balance_minor) ? 1 : -1))
  const total = outside.reduce((sum, line) => sum - BigInt(line.balance_minor), 0n)
  return { places, outside, total }
}
