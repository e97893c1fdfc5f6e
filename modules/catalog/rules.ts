/** Pure decisions on packs: which status may follow which, when a pack can be had, and the terms a buyer keeps. */

export const CATEGORIES = ['cinema', 'restaurant', 'spa', 'experience'] as const
export type Category = (typeof CATEGORIES)[number]

export type PackStatus = 'draft' | 'active' | 'withdrawn'

const PACK_NEXT: Readonly<Record<PackStatus, readonly PackStatus[]>> = {
  draft: ['active', 'withdrawn'],
  active: ['withdrawn'],
  withdrawn: ['active'],
}

/** The statuses from which `to` may be reached, for a conditional update. */
export function packStatusesBefore(to: PackStatus): PackStatus[] {
  return (Object.keys(PACK_NEXT) as PackStatus[]).filter((from) => PACK_NEXT[from].includes(to))
}

/** A text in the languages it was written in; English or French, at least one of them. */
export type Text = Readonly<Record<string, string>>

/** The text in the language of `locale`, else in the product's first, else in any. */
export function textIn(text: Text, locale: string, fallback: string): string {
  const language = (tag: string) => tag.split('-')[0]!
  return text[language(locale)] ?? text[language(fallback)] ?? Object.values(text)[0] ?? ''
}

/**
 * What was promised when a pot opened, in JSON, to be kept with the pot and handed back when the voucher is issued. Later
 * changes of the pack do not touch it.
 */
export interface PackTerms {
  readonly pack_id: string
  readonly partner_id: string
  readonly partner_name: string
  readonly category: Category
  readonly name: Text
  readonly terms: Text | null
  /** Integer string of minor units. */
  readonly price_minor: string
  readonly validity_days: number
  /** Where it is honoured; empty: in every venue of the partner. */
  readonly venue_ids: readonly string[]
  readonly image_key: string | null
}

export interface Availability {
  readonly status: PackStatus
  readonly available_from: Temporal.PlainDate | null
  readonly available_until: Temporal.PlainDate | null
  /** Null: as many as wanted. */
  readonly stock_left: number | null
}

/** Why a pack cannot be had on `day`, or nothing. The window includes both its days. */
export function unavailableBecause(
  pack: Availability,
  partnerIsActive: boolean,
  day: Temporal.PlainDate,
): 'not_available' | 'sold_out' | undefined {
  const { available_from: from, available_until: until } = pack
  if (pack.status !== 'active' || !partnerIsActive) return 'not_available'
  if (from && Temporal.PlainDate.compare(day, from) < 0) return 'not_available'
  if (until && Temporal.PlainDate.compare(day, until) > 0) return 'not_available'
  return pack.stock_left !== null && pack.stock_left <= 0 ? 'sold_out' : undefined
}
