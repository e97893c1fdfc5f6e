/** What other modules may ask of metering. The contracts stand with the verbs. */
export { errors as meteringErrors } from './errors.ts'
export { endQuota, grantQuota, quotaOf, type Quota, type QuotaGrant } from './quotas.ts'
export { release, reserve, settle, type Reservation } from './reservations.ts'
export type { Meter } from './rules.ts'
