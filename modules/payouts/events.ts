/** What payouts say to others. Amounts are integer strings of minor units, ids UUIDs. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const payout = {
  payout_id: Type.String(),
  owner_id: Type.String(),
  /** What it pays, as the module that asked named it, and that module's own id. */
  purpose: Type.String(),
  reference: Type.String(),
  amount_minor: Type.String(),
  currency: Type.String(),
}

/** The recipient has the money. */
export const payoutSucceeded = defineEvent(
  'payouts.payout_succeeded',
  Type.Object({ ...payout, succeeded_at: Type.String() }),
)

/** The provider refused; the money is back in the account it was taken from. `reason` is the provider's code. */
export const payoutFailed = defineEvent('payouts.payout_failed', Type.Object({ ...payout, reason: Type.String() }))

/** Taken back at the provider after it had succeeded; the money is back in the account it was taken from. */
export const payoutReversed = defineEvent(
  'payouts.payout_reversed',
  Type.Object({ ...payout, reversed_at: Type.String() }),
)
