/** Months in addresses and pictures, and dollars as they are reckoned: millionths. */
import type { Digits } from '../../../products.ts'
import { withDigits } from '../../../format.ts'

/** The month asked for (`2026-11`), else the one of now. */
export function monthAsked(url: URL, now: string, timeZone: string): string {
  const asked = url.searchParams.get('month') ?? ''
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(now, timeZone)
}

export function monthOf(now: string, timeZone: string): string {
  return Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString()
}

export function monthBefore(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).subtract({ months }).toString()
}

/** Millionths of a dollar as people compare them: `$12.30`, and four places below one dollar. */
export function dollars(micros: string | bigint, digits: Digits): string {
  const value = BigInt(micros)
  if (value === 0n) return withDigits('$0', digits)
  const places = value < 1_000_000n ? 4 : 2
  const unit = 10n ** BigInt(6 - places)
  const rounded = (value + unit / 2n) / unit
  const scale = 10n ** BigInt(places)
  return withDigits(`$${rounded / scale}.${String(rounded % scale).padStart(places, '0')}`, digits)
}
