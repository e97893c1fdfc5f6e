/** What other modules and products may ask of pots. The contracts stand with the verbs. */
export { errors as potsErrors } from './errors.ts'
export { GIFT_PURPOSE, giftIdFor, recordGift, startGift, type Gift, type NewGift } from './gifts.ts'
/** The statements that staff’s list of gifts is made of, for measuring them bare. */
export { GIFT_ORDERS, listOf as staffGiftsStatement, type GiftFilter, type GiftOrder } from './gift-lists.ts'
export { giftId, potId, refundRequestId, type GiftId, type PotId, type RefundRequestId } from './ids.ts'
export { approvePot } from './opening.ts'
export { type PotsPolicy } from './policy.ts'
export { countLooks, createPot, type NewPot, type Pot } from './pots.ts'
export { buyPack, type Purchase } from './purchase.ts'
export { decideRefund, requestGiftRefund, requestPotRefund, type RefundRequest } from './refunds.ts'
export type { EndReason, FrozenPolicy, GiftStatus, PotStatus, Visibility } from './rules.ts'
export { advancePot, chooseForShortfall, topUp } from './shortfall.ts'
/** The one statement of the public page, for measuring it bare. */
export { publicPage as publicPageStatement } from './store/public.ts'
