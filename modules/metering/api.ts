/** What other modules may ask of metering. The contracts stand with the verbs. */
export { errors as meteringErrors } from './errors.ts'
export type { MeteringPolicy } from './policy.ts'
export { addPrice, addRate, marginOf, rateOn, type Margin, type NewPrice } from './prices.ts'
export { endQuota, grantQuota, quotaOf, type Quota, type QuotaGrant } from './quotas.ts'
export { release, reserve, settle, type Reservation } from './reservations.ts'
export type { Meter } from './rules.ts'
export { recordUsage, usageOf, type TakenIn, type UsageEvent, type UsageOfDay } from './usage.ts'
