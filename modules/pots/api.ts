/** What other modules and products may ask of pots. */
export { errors as potsErrors } from './errors.ts'
export { giftId, potId, refundRequestId, type GiftId, type PotId, type RefundRequestId } from './ids.ts'
export { freeze, type PotsPolicy } from './policy.ts'
export type { EndReason, FrozenPolicy, GiftStatus, PotStatus, Visibility } from './rules.ts'
