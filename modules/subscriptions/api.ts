/** What other modules and products may ask of subscriptions. The contracts stand with the verbs. */
export { errors as subscriptionsErrors } from './errors.ts'
export { cancelled, renewalFailed, renewed, resumed, started, suspended } from './events.ts'
export { invoiceId, subscriptionId, type InvoiceId, type SubscriptionId } from './ids.ts'
export type { Subscription } from './lives.ts'
export type { Allowance, PlanSpec, SubscriptionsPolicy } from './policy.ts'
export { moneyUnderWay } from './personal-data.ts'
export { accessOf, refusalFor, revenueOf, type Access } from './reading.ts'
export { start as startSubscription, type NewSubscription } from './starting.ts'
