/** The ids this module makes, and those that always follow from another so that an act tried again is the same act. */
import { idType, uuidFrom, type Id } from '../../kernel/ids.ts'

export const potId = idType('pot')
export const giftId = idType('gif')
export const refundRequestId = idType('rrq')

export type PotId = Id<'pot'>
export type GiftId = Id<'gif'>
export type RefundRequestId = Id<'rrq'>

/** One payment per gift. */
export const paymentIdOf = (gift: string) => uuidFrom('pots.payment', gift)
/** One transfer per gift into its pot. */
export const giftTransferId = (gift: string) => uuidFrom('pots.gift', gift)
/** A late gift becomes credit once. */
export const creditTransferId = (gift: string) => uuidFrom('pots.gift_credited', gift)
/** A refund is tried again under a new number, once the one before has failed for good. */
export const refundIdOf = (gift: string, attempt: number) => uuidFrom('pots.refund', gift, String(attempt))
/** One voucher per pot. */
export const voucherIdOf = (pot: string) => uuidFrom('pots.voucher', pot)
export const surplusTransferId = (pot: string) => uuidFrom('pots.surplus', pot)
export const topUpReturnId = (pot: string) => uuidFrom('pots.top_up_returned', pot)
