/** Pure decisions of metering: what is measured, how an estimate is spread over grants, when a share is worth a word. */
import { assert } from '../../kernel/assert.ts'

/** What a quota limits. */
export type Meter = 'ai_tokens' | 'speech_seconds'

/** The ledger's asset of each meter. */
export const ASSETS: Readonly<Record<Meter, string>> = { ai_tokens: 'AI_TOKEN', speech_seconds: 'SPEECH_SECOND' }

/** What a grant still has. */
export interface Lot {
  readonly grant_id: string
  readonly available: bigint
}

export interface Share {
  readonly grant_id: string
  readonly amount: bigint
}

/** Takes up to `wanted` from the lots in their order, each to its end before the next. */
export function spread(lots: readonly Lot[], wanted: bigint): { shares: Share[]; missing: bigint } {
  assert(wanted >= 0n, 'nobody takes less than nothing')
  const shares: Share[] = []
  let missing = wanted
  for (const { grant_id, available } of lots) {
    if (missing === 0n) break
    const amount = available < missing ? available : missing
    if (amount <= 0n) continue
    shares.push({ grant_id, amount })
    missing -= amount
  }
  return { shares, missing }
}

/** Shares of a quota at which people are told, in percent. */
const ALERTS = [80, 100] as const

/** The highest alert that `taken` of `granted` has reached; undefined below all of them. */
export function alertAt(taken: bigint, granted: bigint): (typeof ALERTS)[number] | undefined {
  if (granted <= 0n) return undefined
  return ALERTS.findLast((percent) => taken * 100n >= granted * BigInt(percent))
}

/** Why an event cannot be counted. */
export type UsageFault = 'negative' | 'too_large' | 'too_late' | 'in_the_future' | 'malformed'

const UNITS_MAX = { tokens_in: 1_000_000_000, tokens_out: 1_000_000_000, speech_seconds: 1_000_000 }
const NAME = /^[a-z0-9][a-z0-9_.:/-]{0,99}$/i
/** Clocks of workers differ from ours. */
const AHEAD = { minutes: 5 }

/** What keeps an event from being counted, if anything. Events from before `oldest` are too late. */
export function faultOf(
  event: {
    readonly service: string
    readonly provider: string
    readonly model: string
    readonly tokens_in?: number
    readonly tokens_out?: number
    readonly speech_seconds?: number
    readonly occurred_at: Temporal.Instant
  },
  oldest: Temporal.Instant,
  now: Temporal.Instant,
): UsageFault | undefined {
  for (const [unit, max] of Object.entries(UNITS_MAX) as [keyof typeof UNITS_MAX, number][]) {
    const value = event[unit] ?? 0
    if (!Number.isInteger(value)) return 'malformed'
    if (value < 0) return 'negative'
    if (value > max) return 'too_large'
  }
  if (![event.service, event.provider, event.model].every((name) => NAME.test(name))) return 'malformed'
  if (Temporal.Instant.compare(event.occurred_at, oldest) < 0) return 'too_late'
  if (Temporal.Instant.compare(event.occurred_at, now.add(AHEAD)) > 0) return 'in_the_future'
  return undefined
}

/** A decimal text (`48.35`, `0.15`) in millionths; at most six places. */
export function microsOf(decimal: string): bigint {
  const [whole = '0', places = ''] = decimal.split('.')
  return BigInt(whole) * 1_000_000n + BigInt(places.padEnd(6, '0'))
}

/** Millionths as a decimal text without needless zeros. */
export function decimalOf(micros: bigint): string {
  const places = (micros % 1_000_000n).toString().padStart(6, '0').replace(/0+$/, '')
  return places ? `${micros / 1_000_000n}.${places}` : `${micros / 1_000_000n}`
}
