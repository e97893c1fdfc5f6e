/** The ids this module makes, and those that always follow from another so that an act tried again is the same act. */
import { idType, uuidFrom, type Id } from '../../kernel/ids.ts'

export const subscriptionId = idType('sub')
export const invoiceId = idType('inv')
export const refundRequestId = idType('srr')

export type SubscriptionId = Id<'sub'>
export type InvoiceId = Id<'inv'>
export type RefundRequestId = Id<'srr'>

/** Each try to be paid has an id of its own: the invoice's, and which try it is. */
export const paymentIdOf = (invoice: string, attempt: number) =>
  uuidFrom('subscriptions.payment', invoice, `${attempt}`)
/** One credit note of a kind per invoice and occasion. */
export const creditNoteIdOf = (invoice: string, occasion: string) =>
  uuidFrom('subscriptions.credit_note', invoice, occasion)
/** One refund per payment and occasion. */
export const repaymentIdOf = (payment: string, occasion: string) =>
  uuidFrom('subscriptions.repayment', payment, occasion)
/** One transfer per invoice and day. */
export const recognitionIdOf = (invoice: string, day: number) => uuidFrom('subscriptions.recognised', invoice, `${day}`)
/** One allowance per learner, meter, plan and month. */
export const allowanceIdOf = (...parts: string[]) => uuidFrom('subscriptions.allowance', ...parts)
