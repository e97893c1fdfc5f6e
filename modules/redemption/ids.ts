/** Identifiers of vouchers and redemptions, and the transfer ids that follow from them. */
import { idType, uuidFrom, type Id } from '../../kernel/ids.ts'

export const voucherId = idType('vch')
export const redemptionId = idType('rdm')

export type VoucherId = Id<'vch'>
export type RedemptionId = Id<'rdm'>

/** A voucher is issued once and ends unused at most once; each of these acts has one transfer, however often it is tried. */
export const issueTransferId = (voucher: string) => uuidFrom('redemption.issued', voucher)
export const endTransferId = (voucher: string) => uuidFrom('redemption.ended', voucher)
/** A redemption is undone at most once. */
export const undoTransferId = (redemption: string) => uuidFrom('redemption.undone', redemption)
