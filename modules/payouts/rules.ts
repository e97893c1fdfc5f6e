/** Pure decisions of payouts: what may follow what, when to look again, which ids the ledger is asked with. */
import { idType, uuidFrom, type Id } from '../../kernel/ids.ts'

export const payoutIds = idType('pyo')
export type PayoutId = Id<'pyo'>

export type PayoutState = 'requested' | 'processing' | 'succeeded' | 'failed' | 'reversed'

/** Forward only. Money that arrived can still be taken back by the provider; nothing leads out of `failed`. */
export const NEXT: Readonly<Record<PayoutState, readonly PayoutState[]>> = {
  requested: ['processing', 'succeeded', 'failed'],
  processing: ['succeeded', 'failed'],
  succeeded: ['reversed'],
  failed: [],
  reversed: [],
}

export type ProviderStatus = 'processing' | 'succeeded' | 'failed' | 'reversed'

/**
 * The states to pass through, in order, so that what the provider says holds. Empty when it says nothing new; a payout that
 * was reversed before we heard that it had arrived passes through both.
 */
export function pathTo(from: PayoutState, says: ProviderStatus): PayoutState[] {
  if (NEXT[from].includes(says)) return [says]
  if (says === 'reversed' && NEXT[from].includes('succeeded')) return ['succeeded', 'reversed']
  return []
}

/** Seconds until try or question number `attempts + 1`: 1, 2, 4 … minutes, at most half an hour. */
export function backoffSeconds(attempts: number): number {
  return Math.min(30 * 60, 60 * 2 ** Math.min(attempts, 10))
}

/** A payout can be reversed at the provider for three days: look again at these times after it arrived. */
const AFTER_SUCCESS_HOURS = [1, 24, 73]

export function nextCheckAfterSuccess(succeeded_at: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const times = AFTER_SUCCESS_HOURS.map((hours) => succeeded_at.add({ hours }))
  return times.find((time) => Temporal.Instant.compare(time, now) > 0) ?? null
}

export const transferOf = {
  settled: (payoutId: string) => uuidFrom('payouts.settled', payoutId),
  returned: (payoutId: string) => uuidFrom('payouts.returned', payoutId),
}
