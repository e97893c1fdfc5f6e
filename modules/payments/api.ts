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
export { errors as paymentErrors } from './errors.ts'
export {
  chargeDisputed,
  chargeExpired,
  chargeFailed,
  chargeSucceeded,
  refundFailed,
  refundSucceeded,
} from './events.ts'
export { ProviderRejection } from './provider.ts'
export { type PaymentsPolicy } from './providers.ts'
export { requestRefund, type Refund, type RefundRequest } from './refunds.ts'
export { paymentIds, refundIds, type PaymentId, type RefundId } from './rules.ts'
export { clearingAccount } from './settling.ts'
/** The provider's wire, for the module that pays out through the same wallet. */
export { callWave, errorOf, type WaveCall } from './wave/http.ts'
