/**
 * What proves a voucher, for its holder: the QR code that a screen shows and that changes with time, the one on paper for who
 * asks, the code to read out. Nothing of it is stored but the typed code, sealed.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { shownCode } from './codes.ts'
import { errors } from './errors.ts'
import { voucherId } from './ids.ts'
import { keyring } from './keyring.ts'
import { redemptionPolicy } from './policy.ts'
import { qrSvg } from './qr.ts'
import { signToken, type TokenContent } from './tokens.ts'
import { CODE_FIELD, getVoucher, type Voucher } from './vouchers.ts'
import { countsStill, secondsLeft, windowOf } from './windows.ts'
import * as store from './store.ts'

export interface OwnVoucher {
  readonly voucher: Voucher
  /** What the QR on a screen says now, and what can be typed instead; null once it can no longer be used, or erased. */
  readonly token: string | null
  readonly code: string | null
}

/** One of the holder's own vouchers with what proves it now. Refuses `voucher_unknown`, also for somebody else's. */
export async function getOwnVoucher(ctx: Context, tx: Tx, holderId: string, id: string): Promise<OwnVoucher> {
  const voucher = await ownVoucher(tx, holderId, id)
  if (voucher.status !== 'issued') return { voucher, token: null, code: null }
  const code = voucher.code && (await ctx.vault.open(tx, holderId, CODE_FIELD, voucher.code))
  return { voucher, token: screenToken(ctx, voucher), code: code ? shownCode(code) : null }
}

async function ownVoucher(tx: Tx, holderId: string, id: string): Promise<store.VoucherRow> {
  return (await store.findVoucher.first(tx, holderId, id)) ?? refuse(errors.voucher_unknown)
}

/** The typed code of a voucher that can still be used, whoever holds it: for the demonstration and drills, never for a page. */
export async function codeOf(ctx: Context, tx: Tx, id: string): Promise<string> {
  const { holder_id } = await getVoucher(tx, id)
  return (await getOwnVoucher(ctx, tx, holder_id, id)).code ?? refuse(errors.already_ended)
}

/** The QR code as SVG of a voucher that can still be used. Refuses `already_ended`; on paper `no_paper` unless asked for. */
export async function qrOfVoucher(
  ctx: Context,
  tx: Tx,
  holderId: string,
  id: string,
  medium: 'screen' | 'paper',
): Promise<string> {
  const voucher = await ownVoucher(tx, holderId, id)
  if (voucher.status !== 'issued') refuse(errors.already_ended)
  if (medium === 'paper' && !voucher.paper_at) refuse(errors.no_paper)
  const token = medium === 'paper' ? paperToken(ctx, voucher) : screenToken(ctx, voucher)
  return qrSvg(token, `QR ${voucherId.wire(id)}`)
}

/**
 * The holder wants the voucher on paper: from now on a QR code that never changes counts as well, for whoever has it, until the
 * voucher ends. Safe to repeat: the first wish stands. Refuses `no_paper` where the product has none, `already_ended`. Audited.
 */
export async function askForPaper(ctx: Context, tx: Tx, holderId: string, id: string): Promise<Voucher> {
  if (!redemptionPolicy(ctx).paper) refuse(errors.no_paper)
  const asked = await store.askForPaper.run(tx, holderId, id, ctx.clock.now())
  const voucher = await ownVoucher(tx, holderId, id)
  if (voucher.status !== 'issued') refuse(errors.already_ended)
  if (asked === 1) await record(ctx, tx, { action: 'redemption.asked_for_paper', subject: { type: 'voucher', id } })
  return voucher
}

export interface Shown {
  /** Another number is another code. */
  readonly window: number
  /** Seconds until the code of now is replaced, and until it is refused. */
  readonly renew_seconds: number
  readonly refused_seconds: number
}

/** How long the code that a screen shows now will do. */
export function shownNow(ctx: Context): Shown {
  const { code_window_seconds } = redemptionPolicy(ctx)
  const now = ctx.clock.now()
  const { renew, refused } = secondsLeft(now, code_window_seconds)
  return { window: windowOf(now, code_window_seconds), renew_seconds: renew, refused_seconds: refused }
}

/** The state of an own voucher in one word and the code of now: small, for a page that looks often. Refuses `voucher_unknown`. */
export async function watchVoucher(ctx: Context, tx: Tx, holderId: string, id: string): Promise<VoucherState> {
  const { status, valid_from, requires_guardian, guardian_approved_at } = await ownVoucher(tx, holderId, id)
  if (status !== 'issued') return status
  if (Temporal.Instant.compare(ctx.clock.now(), valid_from) < 0) return 'too_early'
  return requires_guardian && !guardian_approved_at ? 'guardian' : 'ready'
}

export const VOUCHER_STATES = ['too_early', 'guardian', 'ready', 'redeemed', 'expired', 'cancelled'] as const
export type VoucherState = (typeof VOUCHER_STATES)[number]

/** Whether a genuine code that was shown at the counter counts now. */
export function counts(ctx: Context, { window }: TokenContent, { paper_at }: Voucher): boolean {
  const { code_window_seconds, paper } = redemptionPolicy(ctx)
  if (window === undefined) return paper && paper_at !== null
  return countsStill(window, ctx.clock.now(), code_window_seconds)
}

/** What the QR on a screen says now. */
export function screenToken(ctx: Context, { id, valid_from, valid_until }: Voucher): string {
  return signToken(keyring(ctx), { voucher_id: id, valid_from, valid_until, window: shownNow(ctx).window })
}

/** What the QR on paper says. */
export function paperToken(ctx: Context, { id, valid_from, valid_until }: Voucher): string {
  return signToken(keyring(ctx), { voucher_id: id, valid_from, valid_until, window: undefined })
}
