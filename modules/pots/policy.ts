/** The numbers and choices of pots. A product fills them in; a pot keeps those it opened with, in the same words. */
import { definePolicy } from '../../kernel/module.ts'
import type { FrozenPolicy } from './rules.ts'

/** Days are civil days in the product's zone; amounts are minor units of the product's currency. */
export interface PotsPolicy {
  /** The pot opens at 00:00 so many days before the birthday. */
  readonly opens_days_before: number
  /** From the birthday on: how long a pot that falls short may still be saved before every donor is refunded. */
  readonly shortfall_days: number
  /** How long the donor of a late gift may choose before it is refunded. */
  readonly late_money_days: number
  /** From the birthday on: money still unspent then (an owner who never proved who they are, say) is refunded. */
  readonly unverified_refund_days: number
  readonly gift_min_minor: bigint
  readonly gift_max_minor: bigint
  /** Four amounts the gift form offers while too few people gave to go by. */
  readonly suggested_amounts_minor: readonly bigint[]
  readonly target_min_minor: bigint
  readonly target_max_minor: bigint
  readonly title_length_max: number
  readonly story_length_max: number
  readonly message_length_max: number
  readonly donor_name_length_max: number
  /** Of the owner's thank-you to everybody. */
  readonly thanks_length_max: number
  /** Gifts shown on the public page, newest first. */
  readonly gifts_shown: number
  /** A refund the provider turned down is tried again so often, after so many hours; then staff must look. */
  readonly refund_attempts_max: number
  readonly refund_retry_hours: number
}

export const potsPolicy = definePolicy<PotsPolicy>('pots')

/** The part that governs one pot and its donors, as it stands today. */
export function freeze(policy: PotsPolicy): FrozenPolicy {
  return {
    over_target: 'accepted',
    surplus: 'owner_credit',
    shortfall: 'refund_donors',
    late_money: 'donor_chooses',
    pack_price: 'frozen_at_opening',
    expired_voucher: 'owner_credit',
    opens_days_before: policy.opens_days_before,
    shortfall_days: policy.shortfall_days,
    late_money_days: policy.late_money_days,
    unverified_refund_days: policy.unverified_refund_days,
    gift_min_minor: policy.gift_min_minor.toString(),
    gift_max_minor: policy.gift_max_minor.toString(),
  }
}
