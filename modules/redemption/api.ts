/** What other modules may ask of redemption. The contracts stand with the verbs. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { PackTerms } from '../catalog/api.ts'
import type { AccountRef } from '../ledger/api.ts'

export { cancelled, expired, redeemed, undone } from './events.ts'
export { redemptionId, voucherId, type RedemptionId, type VoucherId } from './ids.ts'
export type { RedemptionPolicy } from './policy.ts'

export type VoucherStatus = 'issued' | 'redeemed' | 'expired' | 'cancelled'

export interface NewVoucher {
  /** Made by the caller, so that issuing again is the same act. */
  readonly id: string
  readonly holder_id: string
  /** What it was bought with: a pot's id, say. */
  readonly reference: string
  /** Frozen by `catalog.packTerms` when the pack was promised. */
  readonly terms: PackTerms
  /** Pays the price. */
  readonly funding: AccountRef
  readonly valid_from: Temporal.Instant
  readonly valid_until: Temporal.Instant
  /** A minor's voucher is honoured only after `approveRedemption`. */
  readonly requires_guardian: boolean
}

export interface Voucher {
  readonly id: string
  readonly holder_id: string
  readonly reference: string
  readonly terms: PackTerms
  readonly price_minor: bigint
  readonly asset: string
  readonly valid_from: Temporal.Instant
  readonly valid_until: Temporal.Instant
  readonly status: VoucherStatus
  readonly requires_guardian: boolean
  readonly guardian_approved_at: Temporal.Instant | null
  readonly issued_at: Temporal.Instant
}

export type ScanResult =
  | 'accepted'
  | 'invalid_signature'
  | 'unknown'
  | 'wrong_partner'
  | 'wrong_venue'
  | 'not_yet_valid'
  | 'expired'
  | 'cancelled'
  | 'already_used'
  | 'holder_suspended'
  | 'guardian_approval_missing'

export interface ScanOutcome {
  readonly result: ScanResult
  /** One short sentence for the cashier, in the language of the context. */
  readonly sentence: string
  /** Only when accepted. */
  readonly redemption_id: string | null
  readonly redeemed_at: Temporal.Instant | null
  readonly undo_until: Temporal.Instant | null
}

declare const soon: never

export const issueVoucher: (ctx: Context, tx: Tx, input: NewVoucher) => Promise<Voucher> = () => soon
/** From 00:00 of the birthday in the product's zone until 00:00 after the last of the pack's days. */
export const validityOf: (
  ctx: Context,
  birthday: Temporal.PlainDate,
  terms: PackTerms,
) => { valid_from: Temporal.Instant; valid_until: Temporal.Instant } = () => soon
/** The caller has made sure that `guardianId` is a guardian of the holder. */
export const approveRedemption: (ctx: Context, tx: Tx, voucherId: string, guardianId: string) => Promise<void> = () =>
  soon
/** Calls an unused voucher off; its value goes to `to` (default: the holder's credit). */
export const cancelVoucher: (
  ctx: Context,
  tx: Tx,
  input: { voucher_id: string; reason: string; to?: AccountRef },
) => Promise<void> = () => soon
export const getVoucher: (tx: Tx, voucherId: string) => Promise<Voucher> = () => soon
export const redeem: (
  ctx: Context,
  tx: Tx,
  input: { token?: string; code?: string; partner_id: string; venue_id: string },
) => Promise<ScanOutcome> = () => soon
