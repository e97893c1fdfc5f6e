/** Pure decisions of redemption: whether a scan is good, how a price is split, how long a voucher holds. */
import { startOfDay } from '../../kernel/clock.ts'
import { share } from '../../kernel/money.ts'

/** A voucher leaves `issued` by its claim; a scan taken back gives it up again. */
export type VoucherStatus = 'issued' | 'redeemed' | 'expired' | 'cancelled'

/** How a voucher ended, by its claim. */
export type ClaimKind = Exclude<VoucherStatus, 'issued'>

/** Every answer a scanner can get, in the order in which the reasons are looked at. */
export const SCAN_RESULTS = [
  'accepted',
  'invalid_signature',
  'unknown',
  'wrong_partner',
  'wrong_venue',
  'not_yet_valid',
  'expired',
  'cancelled',
  'already_used',
  'holder_suspended',
  'guardian_approval_missing',
  'outdated',
] as const
export type ScanResult = (typeof SCAN_RESULTS)[number]

export const UNDO_RESULTS = ['undone', 'wrong_partner', 'already_undone', 'too_late'] as const
export type UndoResult = (typeof UNDO_RESULTS)[number]

export interface ScannedVoucher {
  readonly partner_id: string
  /** Empty: every venue of the partner. */
  readonly venue_ids: readonly string[]
  readonly valid_from: Temporal.Instant
  readonly valid_until: Temporal.Instant
  readonly claim_kind: ClaimKind | null
  readonly requires_guardian: boolean
  readonly guardian_approved_at: Temporal.Instant | null
}

export interface Scan {
  readonly partner_id: string
  readonly venue: { readonly id: string; readonly is_open: boolean }
  readonly now: Temporal.Instant
  readonly holder_active: boolean
  /** Whether what was shown counts now: a code on paper that was never asked for does not, nor does an old one of a screen. */
  readonly shown_now: boolean
}

/**
 * What a scan of this voucher must be answered. `accepted` is still to be won: the claim decides between two who ask at once.
 * The partner comes first, so that nobody learns anything about a voucher that is not theirs; an old picture last, since whoever
 * would be refused in any case need not open the page again.
 */
export function judgeScan(voucher: ScannedVoucher, scan: Scan): ScanResult {
  const { venue, now } = scan
  if (voucher.partner_id !== scan.partner_id) return 'wrong_partner'
  if (!venue.is_open || (voucher.venue_ids.length > 0 && !voucher.venue_ids.includes(venue.id))) return 'wrong_venue'
  if (Temporal.Instant.compare(now, voucher.valid_from) < 0) return 'not_yet_valid'
  if (voucher.claim_kind === 'expired' || Temporal.Instant.compare(now, voucher.valid_until) >= 0) return 'expired'
  if (voucher.claim_kind !== null) return afterClaim(voucher.claim_kind)
  if (!scan.holder_active) return 'holder_suspended'
  if (voucher.requires_guardian && voucher.guardian_approved_at === null) return 'guardian_approval_missing'
  if (!scan.shown_now) return 'outdated'
  return 'accepted'
}

/** What a scanner is told that came after the claim. */
export function afterClaim(kind: ClaimKind): ScanResult {
  return kind === 'redeemed' ? 'already_used' : kind
}

/** Why a scan may not be taken back at `now` by `partner_id`, or nothing. Ten minutes to the second still count. */
export function undoRefusedBecause(
  redemption: {
    readonly partner_id: string
    readonly redeemed_at: Temporal.Instant
    readonly undone_at: Temporal.Instant | null
  },
  partner_id: string,
  now: Temporal.Instant,
  undoMinutes: number,
): Exclude<UndoResult, 'undone'> | undefined {
  if (redemption.partner_id !== partner_id) return 'wrong_partner'
  if (redemption.undone_at !== null) return 'already_undone'
  return Temporal.Instant.compare(now, undoUntil(redemption.redeemed_at, undoMinutes)) > 0 ? 'too_late' : undefined
}

export function undoUntil(redeemedAt: Temporal.Instant, undoMinutes: number): Temporal.Instant {
  return redeemedAt.add({ minutes: undoMinutes })
}

/** The partner's part of a price, rounded down; the commission is the rest, so nothing is lost between them. */
export function splitOf(price_minor: bigint, basisPoints: number): { share_minor: bigint; commission_minor: bigint } {
  const { share: part, rest } = share(price_minor, BigInt(basisPoints), 10_000n, 'rest')
  return { share_minor: part, commission_minor: rest }
}

/** From 00:00 of the birthday in the product's zone, for so many days. */
export function validity(
  birthday: Temporal.PlainDate,
  days: number,
  timeZone: string,
): { valid_from: Temporal.Instant; valid_until: Temporal.Instant } {
  return { valid_from: startOfDay(birthday, timeZone), valid_until: startOfDay(birthday.add({ days }), timeZone) }
}
