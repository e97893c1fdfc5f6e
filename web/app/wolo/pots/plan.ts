/**
 * For the preview of a new pot: which birthday it will be for and when it opens. The API decides when the pot is made; this
 * follows the same rule, with plain dates.
 */
import { daysBetween } from './countdown.tsx'

const DAY_MS = 24 * 60 * 60 * 1000
/** Who comes on the day before, or on the day itself, gets next year's pot. */
const DAYS_TO_COLLECT_MIN = 2

export interface PotPlan {
  readonly birthday: string
  readonly opensOn: string
  readonly opensNow: boolean
}

export interface Birthday {
  readonly date_of_birth: string
  readonly celebrates: '28_february' | '1_march'
}

export function planPot({ date_of_birth, celebrates }: Birthday, today: string, opensDaysBefore: number): PotPlan {
  for (let year = Number(today.slice(0, 4)); ; year++) {
    const birthday = celebration(date_of_birth.slice(5), celebrates, year)
    if (daysBetween(today, birthday) < DAYS_TO_COLLECT_MIN) continue
    const opensOn = new Date(Date.parse(`${birthday}T00:00Z`) - opensDaysBefore * DAY_MS).toISOString().slice(0, 10)
    return opensOn <= today ? { birthday, opensOn: today, opensNow: true } : { birthday, opensOn, opensNow: false }
  }
}

function celebration(monthDay: string, celebrates: Birthday['celebrates'], year: number): string {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
  if (monthDay !== '02-29' || leap) return `${year}-${monthDay}`
  return celebrates === '1_march' ? `${year}-03-01` : `${year}-02-28`
}
