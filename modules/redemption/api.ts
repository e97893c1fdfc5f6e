/** What other modules may ask of redemption. The contracts stand with the verbs. */
export { listSettleable, settle, type Settleable } from './counter.ts'
export { errors as redemptionErrors } from './errors.ts'
export { cancelled, expired, redeemed, undone } from './events.ts'
export { redemptionId, voucherId, type RedemptionId, type VoucherId } from './ids.ts'
export type { RedemptionPolicy } from './policy.ts'
export type { ScanResult, UndoResult, VoucherStatus } from './rules.ts'
export {
  partnerPayable,
  redeem,
  reverseRedemption,
  undoRedemption,
  type Scanned,
  type ScanOutcome,
  type Undo,
  type UndoOutcome,
} from './scanning.ts'
export { askForPaper, codeOf, getOwnVoucher, paperToken, screenToken, type OwnVoucher } from './showing.ts'
export {
  approveRedemption,
  cancelVoucher,
  getVoucher,
  issueVoucher,
  validityOf,
  voucherAccount,
  type Cancellation,
  type NewVoucher,
  type Voucher,
} from './vouchers.ts'
