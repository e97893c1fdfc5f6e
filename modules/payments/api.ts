/** What other modules may ask of payments. The contracts stand with the verbs. */
export {
  cancelCharge,
  findPaymentById,
  getPayment,
  openCheckout,
  paymentTimeline,
  requestCharge,
  unappliedAccount,
  type ChargeRequest,
  type Checkout,
  type Payment,
  type PaymentStep,
} from './charges.ts'
export { chargeSavedCard, removeSavedCard, savedCardsOf, type CardChargeRequest, type SavedCard } from './cards.ts'
export { errors as paymentErrors } from './errors.ts'
export {
  cardSaved,
  chargeDisputed,
  chargeExpired,
  chargeFailed,
  chargeReversed,
  chargeSucceeded,
  providerSubscriptionChanged,
  refundFailed,
  refundSucceeded,
} from './events.ts'
export { ProviderRejection } from './provider.ts'
export { changeProviderSubscription, providerSubscriptionOf, type KnownSubscription } from './provider-subscriptions.ts'
export { type PaymentsPolicy } from './providers.ts'
export { leftToRefund, requestRefund, takenFor, type Refund, type RefundRequest } from './refunds.ts'
export { coverReversal } from './reversals.ts'
export { cardIds, paymentIds, refundIds, type CardId, type PaymentId, type RefundId } from './rules.ts'
export { clearingAccount } from './settling.ts'
/** The provider's wire, for the module that pays out through the same wallet. */
export { callWave, errorOf, type WaveCall } from './wave/http.ts'
