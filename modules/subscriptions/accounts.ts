/** Where the money of a subscription lies. What was paid is owed as lessons (`deferred_revenue`) until their days are over. */
import { PLATFORM, type AccountRef } from '../ledger/api.ts'

interface Place {
  readonly id: string
  readonly currency: string
}

/** Paid and not yet earned, without tax. */
export const deferredAccount = ({ id, currency }: Place): AccountRef => ({
  owner: id,
  kind: 'deferred_revenue',
  asset: currency,
  mode: 'guarded',
})

/** What the payer has left with us, tax included: taken first by the next invoice, or given back. */
export const creditAccount = ({ id, currency }: Place): AccountRef => ({
  owner: id,
  kind: 'subscription_credit',
  asset: currency,
  mode: 'guarded',
})

export const revenueAccount = (currency: string): AccountRef => ({
  owner: PLATFORM,
  kind: 'subscription_revenue',
  asset: currency,
  mode: 'deferred',
})

export const taxAccount = (currency: string): AccountRef => ({
  owner: PLATFORM,
  kind: 'tax_payable',
  asset: currency,
  mode: 'deferred',
})
