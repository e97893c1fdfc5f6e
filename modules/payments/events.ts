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

/** One attempt was declined; the person may try again in the same checkout. `reason` is the provider's code. */
export const chargeFailed = defineEvent(
  'payments.charge_failed',
  Type.Object({ ...charge, reason: Type.String(), failed_at: Type.String() }),
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
