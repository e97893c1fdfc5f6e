/** The verbs on vouchers but for the scan: issue, show to the holder, approve, cancel, let run out. */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { pageOf, type PageOf, type PageRequest } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { returnStock, type PackTerms } from '../catalog/api.ts'
import { post, type AccountRef } from '../ledger/api.ts'
import { newCode } from './codes.ts'
import { errors } from './errors.ts'
import { cancelled, expired } from './events.ts'
import { endTransferId, voucherId } from './ids.ts'
import { validity, type VoucherStatus } from './rules.ts'
import * as store from './store.ts'

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
  /** The first instant at which it no longer is. */
  readonly valid_until: Temporal.Instant
  /** A minor's voucher is honoured only after `approveRedemption`. */
  readonly requires_guardian: boolean
}

export interface Voucher {
  readonly id: string
  readonly holder_id: string
  readonly reference: string
  readonly pack_id: string
  readonly partner_id: string
  readonly terms: PackTerms
  readonly price_minor: bigint
  readonly asset: string
  readonly valid_from: Temporal.Instant
  readonly valid_until: Temporal.Instant
  readonly status: VoucherStatus
  readonly requires_guardian: boolean
  readonly guardian_approved_at: Temporal.Instant | null
  /** When a code on paper was asked for. */
  readonly paper_at: Temporal.Instant | null
  readonly issued_at: Temporal.Instant
  /** When it was used, ran out or was cancelled, and where it was used. */
  readonly claimed_at: Temporal.Instant | null
  readonly claim_venue_id: string | null
}

export const CODE_FIELD = 'redemption.voucher.code'
const DUE_MAX = 500
const EXPORTED_MAX = 10_000

/** Holds the voucher's value until it is used, runs out or is cancelled. */
export function voucherAccount(voucher: { holder_id: string; id: string; asset: string }): AccountRef {
  return { owner: voucher.holder_id, kind: 'voucher', ref: voucher.id, asset: voucher.asset, mode: 'guarded' }
}

/** What a person may spend on the next pot. */
function creditAccount(owner: string, asset: string): AccountRef {
  return { owner, kind: 'credit', asset, mode: 'guarded' }
}

export const byId = (id: string) => `id:${id}`
export const byCode = (ctx: Context, plain: string) => `code:${ctx.vault.blindIndex('redemption.code', plain)}`

/**
 * Issues the voucher and moves its price from `funding` into it. The unit of stock is taken by the caller (`takeStock` with
 * the same reference), before. Same id and content → the same voucher; other content → `voucher_conflict`. Refuses
 * `ledger.insufficient_funds`. Audited. Safe to repeat.
 */
export async function issueVoucher(ctx: Context, tx: Tx, input: NewVoucher): Promise<Voucher> {
  const { id, holder_id, reference, terms, funding, valid_from, valid_until, requires_guardian } = input
  const price = BigInt(terms.price_minor)
  assert(Temporal.Instant.compare(valid_until, valid_from) > 0, 'a voucher is valid for some time')
  const earlier = await store.findVoucher.first(tx, holder_id, id)
  if (earlier) return sameOrConflict(earlier, input)
  const code = newCode()
  const sealed = await ctx.vault.seal(tx, holder_id, CODE_FIELD, code)
  const made = await store.insertVoucher.run(
    tx,
    holder_id,
    id,
    reference,
    terms.pack_id,
    terms.partner_id,
    terms,
    price,
    funding.asset,
    valid_from,
    valid_until,
    sealed,
    requires_guardian,
    ctx.clock.now(),
  )
  const voucher = await store.findVoucher.one(tx, holder_id, id)
  if (made === 0) return sameOrConflict(voucher, input)
  await store.insertFinder.run(tx, byId(id), holder_id, id)
  // Two equal codes in 2⁴⁵: the second voucher is refused by the key and this act fails as a bug, to be tried again.
  const coded = await store.insertFinder.run(tx, byCode(ctx, code), holder_id, id)
  assert(coded === 1, 'a new code was taken already')
  await post(ctx, tx, {
    id,
    owner: holder_id,
    kind: 'redemption.issued',
    legs: [
      { account: funding, amount_minor: -price },
      { account: voucherAccount(voucher), amount_minor: price },
    ],
    metadata: { voucher_id: id, reference, pack_id: terms.pack_id },
  })
  await record(ctx, tx, {
    action: 'redemption.issued',
    subject: { type: 'voucher', id },
    after: { reference, pack_id: terms.pack_id, price_minor: price, valid_from, valid_until, requires_guardian },
  })
  return voucher
}

function sameOrConflict(voucher: store.VoucherRow, input: NewVoucher): Voucher {
  const same =
    voucher.reference === input.reference &&
    voucher.pack_id === input.terms.pack_id &&
    voucher.price_minor === BigInt(input.terms.price_minor) &&
    voucher.valid_from.equals(input.valid_from) &&
    voucher.valid_until.equals(input.valid_until)
  return same ? voucher : refuse(errors.voucher_conflict)
}

/** From 00:00 of the birthday in the product's zone, for the days the pack promises. */
export function validityOf(
  ctx: Context,
  birthday: Temporal.PlainDate,
  terms: Pick<PackTerms, 'validity_days'>,
): { valid_from: Temporal.Instant; valid_until: Temporal.Instant } {
  return validity(birthday, terms.validity_days, ctx.product.timeZone)
}

/** The voucher, whoever holds it. Refuses `voucher_unknown`. */
export async function getVoucher(tx: Tx, id: string): Promise<Voucher> {
  return (await store.findByValue.first(tx, byId(id))) ?? refuse(errors.voucher_unknown)
}

/**
 * A guardian agrees to the use of a minor's voucher. The caller has made sure that `guardianId` is a guardian of the holder;
 * holders never approve their own (`not_own_guardian`). Safe to repeat: the first approval stands. Audited.
 */
export async function approveRedemption(ctx: Context, tx: Tx, id: string, guardianId: string): Promise<Voucher> {
  const voucher = await getVoucher(tx, id)
  if (voucher.holder_id === guardianId) refuse(errors.not_own_guardian)
  const now = ctx.clock.now()
  if ((await store.approve.run(tx, voucher.holder_id, id, now, guardianId)) === 1)
    await record(ctx, tx, {
      action: 'redemption.approved_by_guardian',
      subject: { type: 'voucher', id },
      after: { guardian_id: guardianId },
    })
  return getVoucher(tx, id)
}

export interface Cancellation {
  readonly voucher_id: string
  readonly reason: string
  /** Where the value goes. Default: the holder's credit. */
  readonly to?: AccountRef
}

/**
 * Calls an unused voucher off; its value goes to `to` and its unit back to the stock. Refuses `already_ended` when a scan or
 * its last day came first. Audited; tells `cancelled`.
 */
export async function cancelVoucher(ctx: Context, tx: Tx, { voucher_id, reason, to }: Cancellation): Promise<void> {
  const voucher = await getVoucher(tx, voucher_id)
  const now = ctx.clock.now()
  if (!(await end(ctx, tx, voucher, 'cancelled', now, to))) refuse(errors.already_ended)
  await returnStock(ctx, tx, voucher.pack_id, voucher.reference)
  await record(ctx, tx, { action: 'redemption.cancelled', subject: { type: 'voucher', id: voucher_id }, reason })
  await emit(ctx, tx, cancelled, { ...eventOf(voucher), cancelled_at: now.toString(), reason })
}

/**
 * Turns every voucher that ran out by now into its holder's credit, oldest first, as of the moment it ran out. Says how many
 * it looked at; a full batch means that there may be more.
 */
export async function expireDue(ctx: Context, tx: Tx): Promise<number> {
  const due = await store.listDue.all(tx, ctx.clock.now(), DUE_MAX)
  for (const voucher of due) {
    const at = voucher.valid_until
    if (!(await end(ctx, tx, voucher, 'expired', at))) continue
    await record(ctx, tx, {
      action: 'redemption.expired',
      subject: { type: 'voucher', id: voucher.id },
      after: { credited_minor: voucher.price_minor, expired_at: at },
    })
    await emit(ctx, tx, expired, { ...eventOf(voucher), expired_at: at.toString() })
  }
  return due.length
}

/** Ends a voucher unused: wins the claim and moves its value. False when somebody else had ended it first. */
async function end(
  ctx: Context,
  tx: Tx,
  voucher: Voucher,
  kind: 'expired' | 'cancelled',
  at: Temporal.Instant,
  to: AccountRef = creditAccount(voucher.holder_id, voucher.asset),
): Promise<boolean> {
  const { id, holder_id, price_minor } = voucher
  const transfer = endTransferId(id)
  const won = await store.claim.run(tx, holder_id, id, kind, null, null, null, transfer, price_minor, at)
  if (won === 0) return false
  await store.setStatus.run(tx, holder_id, id, kind, 'issued')
  await post(ctx, tx, {
    id: transfer,
    owner: holder_id,
    kind: `redemption.${kind}`,
    legs: [
      { account: voucherAccount(voucher), amount_minor: -price_minor },
      { account: to, amount_minor: price_minor },
    ],
    effective_at: at,
    metadata: { voucher_id: id },
  })
  return true
}

function eventOf(voucher: Voucher) {
  return {
    voucher_id: voucher.id,
    reference: voucher.reference,
    holder_id: voucher.holder_id,
    price_minor: voucher.price_minor.toString(),
  }
}

/** The holder's own vouchers, newest first. */
export async function listVouchers(tx: Tx, holderId: string, page: PageRequest): Promise<PageOf<Voucher>> {
  const [issuedAt, id] = page.after ?? []
  const rows = await store.listOfHolder.all(tx, holderId, issuedAt, id, page.limit + 1)
  return pageOf(
    rows,
    page,
    (row) => [row.issued_at, row.id],
    (row) => row,
  )
}

/** What a person holds and held, readable. */
export async function exportVouchers(tx: Tx, holderId: string): Promise<unknown> {
  const rows = await store.listOfHolder.all(tx, holderId, null, null, EXPORTED_MAX)
  return {
    vouchers: rows.map((row) => ({
      id: voucherId.wire(row.id),
      pack: row.terms.name,
      partner: row.terms.partner_name,
      price_minor: row.price_minor,
      status: row.status,
      valid_from: row.valid_from,
      valid_until: row.valid_until,
      issued_at: row.issued_at,
      ended_at: row.claimed_at,
    })),
  }
}

/** The codes of a person who is erased; what was bought and used stays for the accounts, without them. Safe to repeat. */
export async function eraseCodes(tx: Tx, holderId: string): Promise<void> {
  await store.eraseCodes.run(tx, holderId)
}
