/** What payments say to others. Amounts are integer strings of minor units, ids UUIDs, instants ISO 8601. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const charge = {
  payment_id: Type.String(),
  owner_id: Type.String(),
  /** What the payment is for, as the module that asked for it named it (`pots.gift`), and that module's own id. */
  purpose: Type.String(),
  reference: Type.String(),
  amount_minor: Type.String(),
  currency: Type.String(),
}

/** The money is there, in the payment's unapplied account. `late`: after the payment had been called expired or cancelled. */
export const chargeSucceeded = defineEvent(
  'payments.charge_succeeded',
  Type.Object({ ...charge, succeeded_at: Type.String(), late: Type.Boolean() }),
)

/**
 * One attempt was declined. `final: false`: the person may try again in the same checkout. `final: true`: a saved card was charged
 * and that is the end of this payment. `reason` is the provider's code, or `no-answer`, `card-removed`.
 */
export const chargeFailed = defineEvent(
  'payments.charge_failed',
  Type.Object({ ...charge, reason: Type.String(), failed_at: Type.String(), final: Type.Boolean() }),
)

/** Nobody paid in time, or the charge was called off. Money may still come late. `reason`: `expired` or `cancelled`. */
export const chargeExpired = defineEvent(
  'payments.charge_expired',
  Type.Object({ ...charge, reason: Type.String(), expired_at: Type.String() }),
)

/** The provider says another amount or currency than we asked for. What came lies unapplied until staff decide. */
export const chargeDisputed = defineEvent(
  'payments.charge_disputed',
  Type.Object({
    ...charge,
    received_minor: Type.Union([Type.String(), Type.Null()]),
    received_currency: Type.Union([Type.String(), Type.Null()]),
    disputed_at: Type.String(),
  }),
)

/**
 * The provider gave money of this payment back without our asking: a refund or void at its desk, a chargeback. It lies as a debt in
 * an account of its own until whoever holds what the payment brought says so by `coverReversal`.
 */
export const chargeReversed = defineEvent(
  'payments.charge_reversed',
  Type.Object({ ...charge, reversal_id: Type.String(), reversed_minor: Type.String(), noticed_at: Type.String() }),
)

/** The payer let the provider keep the card; `card_owner` is the payer. */
export const cardSaved = defineEvent(
  'payments.card_saved',
  Type.Object({
    card_id: Type.String(),
    card_owner: Type.String(),
    payment_id: Type.String(),
    purpose: Type.String(),
    reference: Type.String(),
    brand: Type.String(),
    last_four: Type.String(),
  }),
)

/**
 * A subscription that the provider charges by itself began or changed, as the provider itself says when asked. The money of each of
 * its charges comes as a payment of its own (`payments.charge_succeeded`, same purpose and reference as the first).
 */
export const providerSubscriptionChanged = defineEvent(
  'payments.provider_subscription_changed',
  Type.Object({
    provider_subscription_id: Type.String(),
    /** The payment that began it, and what that was for. */
    payment_id: Type.String(),
    owner_id: Type.String(),
    purpose: Type.String(),
    reference: Type.String(),
    /** The provider's word in lower case: `active`, `suspended`, `cancelled`, … */
    state: Type.String(),
    previous_state: Type.Union([Type.String(), Type.Null()]),
    amount_minor: Type.Union([Type.String(), Type.Null()]),
    next_billing: Type.Union([Type.String(), Type.Null()]),
    changed_at: Type.String(),
  }),
)

const refund = {
  refund_id: Type.String(),
  payment_id: Type.String(),
  owner_id: Type.String(),
  purpose: Type.String(),
  reference: Type.String(),
  amount_minor: Type.String(),
  currency: Type.String(),
}

/** The payer has the money back. */
export const refundSucceeded = defineEvent('payments.refund_succeeded', Type.Object(refund))

/** The provider refused; the money is back in the account the refund was taken from. */
export const refundFailed = defineEvent('payments.refund_failed', Type.Object({ ...refund, reason: Type.String() }))
