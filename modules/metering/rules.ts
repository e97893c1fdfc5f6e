/** Pure decisions of metering: what is measured, how an estimate is spread over grants, when a share is worth a word. */
import { assert } from '../../kernel/assert.ts'

/** What a quota limits. */
export type Meter = 'ai_tokens' | 'speech_seconds'

/** The ledger's asset of each meter. */
export const ASSETS: Readonly<Record<Meter, string>> = { ai_tokens: 'AI_TOKEN', speech_seconds: 'SPEECH_SECOND' }

export const METERS = Object.keys(ASSETS) as Meter[]

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
export const ALERTS = [80, 100] as const

/** The highest alert that `taken` of `granted` has reached; undefined below all of them. */
export function alertAt(taken: bigint, granted: bigint): (typeof ALERTS)[number] | undefined {
  if (granted <= 0n) return undefined
  return ALERTS.findLast((percent) => taken * 100n >= granted * BigInt(percent))
}
