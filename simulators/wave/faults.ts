// The faults this stand-in can be told to commit, and the codes Wave refuses with.
import { callFaults, choice, deliveryFaults, integer, text, type FaultList } from '../faults.ts'
import { FORGERIES } from './signature.ts'

export const PAYMENT_ERRORS = [
  'insufficient-funds',
  'blocked-account',
  'cross-border-payment-not-allowed',
  'customer-age-restricted',
  'kyb-limits-exceeded',
  'payer-mobile-mismatch',
  'payment-failure',
] as const

export const PAYOUT_ERRORS = [
  'insufficient-funds',
  'recipient-minor',
  'recipient-account-blocked',
  'recipient-account-inactive',
  'recipient-limit-exceeded',
] as const

const REVERSAL_ERRORS = [
  'insufficient-funds',
  'payout-reversal-account-terminated',
  'payout-reversal-time-limit-exceeded',
] as const

const CALLS = [
  'checkout.create',
  'checkout.get',
  'checkout.search',
  'checkout.expire',
  'checkout.refund',
  'payout.create',
  'payout.get',
  'payout.search',
  'payout.reverse',
  'batch.create',
  'batch.get',
  'recipient.verify',
  'b2b.create',
  'b2b.get',
  'balance.get',
  'transactions.list',
  'transactions.refund',
] as const
export type Call = (typeof CALLS)[number]

export const FAULTS: FaultList = {
  ...deliveryFaults('event', FORGERIES),
  'wrong-amount': {
    says: 'the next event carries another amount than the session, correctly signed',
    parameters: { amount: text(null) },
  },
  'wrong-currency': {
    says: 'the next event carries another currency than the session, correctly signed',
    parameters: { currency: text('XAF') },
  },
  'fail-payment': {
    says: 'the next attempt to pay is declined with `code`',
    parameters: { code: choice('insufficient-funds', PAYMENT_ERRORS) },
  },
  ...callFaults(CALLS),
  'refund-refused': { says: 'the next refund is refused with checkout-refund-failed', parameters: {} },
  'payout-processing': {
    says: 'the next payout answers `processing` and ends as `becomes` after `after_ms` of simulated time (-1: only when told)',
    parameters: {
      becomes: choice('succeeded', ['succeeded', 'failed']),
      after_ms: integer(2_000, -1, 31_536_000_000),
      code: choice('recipient-limit-exceeded', PAYOUT_ERRORS),
    },
  },
  'payout-refused': {
    says: 'the next payout is refused with `code` and no money moves',
    parameters: { code: choice('recipient-account-blocked', PAYOUT_ERRORS) },
  },
  'reversal-refused': {
    says: 'the next payout reversal is refused with `code`',
    parameters: { code: choice('insufficient-funds', REVERSAL_ERRORS) },
  },
}
