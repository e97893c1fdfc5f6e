/** Identifiers of vouchers and redemptions, and the transfer ids that follow from them. */
import { idType, uuidFrom, type Id } from '../../kernel/ids.ts'

export const voucherId = idType('vch')
export const redemptionId = idType('rdm')

export type VoucherId = Id<'vch'>
export type RedemptionId = Id<'rdm'>

/** What is scanned ends at most once unused, and a redemption is undone at most once: one transfer each. */
export const endTransferId = (voucher: string) => uuidFrom('redemption.ended', voucher)
export const undoTransferId = (redemption: string) => uuidFrom('redemption.undone', redemption)
