/**
 * Where a pot stands for whoever looks after it, in one word: the owner's page says one thing and offers one act for each.
 * Pure, from what the API answers.
 */
import { takesGifts, wasBought, type PotState } from './status.tsx'

export interface StageFacts extends PotState {
  readonly minor: boolean
  readonly guardian_approved_at: string | null
  readonly guardian_declined_at: string | null
  readonly opens_at: string
  readonly short_since: string | null
  readonly pack_gone: boolean
  readonly wanted_pack_id: string | null
  readonly missing_minor: string
  readonly gift_count: number
  readonly timeline: readonly { readonly code: string }[]
}

export type Stage =
  | 'asked'
  | 'declined'
  | 'scheduled'
  | 'ready'
  | 'empty'
  | 'collecting'
  | 'enough'
  | 'asked_to_buy'
  | 'pack_gone'
  | 'short'
  | 'bought'
  | 'used'
  | 'voucher_expired'
  | 'voucher_cancelled'
  | 'cancelled'
  | 'given_back'
  | 'unspent'
  | 'stopped'

/** `now` as an ISO instant. */
export function stageOf(pot: StageFacts, now: string): Stage {
  if (pot.status === 'scheduled') {
    if (pot.minor && !pot.guardian_approved_at) return pot.guardian_declined_at ? 'declined' : 'asked'
    return Date.parse(pot.opens_at) <= Date.parse(now) ? 'ready' : 'scheduled'
  }
  if (takesGifts(pot)) {
    if (pot.short_since) return 'short'
    if (pot.pack_gone) return 'pack_gone'
    if (pot.missing_minor === '0') return pot.minor && pot.wanted_pack_id ? 'asked_to_buy' : 'enough'
    return pot.gift_count === 0 ? 'empty' : 'collecting'
  }
  if (pot.status === 'closed') return wasBought(pot) ? stageOfVoucher(pot.timeline) : 'cancelled'
  if (pot.end_reason === 'fraud' || pot.end_reason === 'admin_action') return 'stopped'
  return pot.end_reason === 'unspent' ? 'unspent' : 'given_back'
}

/** What became of the pack last. */
function stageOfVoucher(timeline: StageFacts['timeline']): Stage {
  switch (timeline.findLast(({ code }) => VOUCHER_STEPS.has(code))?.code) {
    case 'redeemed':
      return 'used'
    case 'voucher_expired':
      return 'voucher_expired'
    case 'voucher_cancelled':
      return 'voucher_cancelled'
    default:
      return 'bought'
  }
}
const VOUCHER_STEPS = new Set(['redeemed', 'redemption_undone', 'voucher_expired', 'voucher_cancelled'])
