/**
 * The verbs at the counter: redeem, and take a scan back. Every attempt is written down, also a refused one, so a refusal is
 * an outcome here and not an exception: the transaction must commit.
 */
import { assert } from '../../kernel/assert.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { record } from '../audit/api.ts'
import { textIn } from '../catalog/api.ts'
import { isActive } from '../identity/api.ts'
import { PLATFORM, post, reverse, type AccountRef, type Leg } from '../ledger/api.ts'
import { getPartner, getVenue, merchantsErrors, type Partner, type Venue } from '../merchants/api.ts'
import { readCode } from './codes.ts'
import { errors } from './errors.ts'
import { redeemed, undone } from './events.ts'
import { redemptionId, undoTransferId } from './ids.ts'
import { keyring } from './keyring.ts'
import { redemptionPolicy } from './policy.ts'
import {
  afterClaim,
  judgeScan,
  splitOf,
  undoRefusedBecause,
  undoUntil,
  type ScanResult,
  type UndoResult,
} from './rules.ts'
import { counts } from './showing.ts'
import { dayOf, momentOf, scanSentence, undoSentence } from './sentences.ts'
import { readToken } from './tokens.ts'
import { byCode, byId, voucherAccount } from './vouchers.ts'
import * as store from './store.ts'

export interface Scanned {
  /** What the QR says, or what was typed instead: one of both. */
  readonly token?: string
  readonly code?: string
  /** Whose staff scans, and where. */
  readonly partner_id: string
  readonly venue_id: string
}

export interface ScanOutcome {
  readonly result: ScanResult
  /** One short sentence for the cashier, in the language of the context. */
  readonly sentence: string
  /** Only for the partner whose voucher it is. */
  readonly pack_name: string | null
  /** When accepted, else null. */
  readonly redemption_id: string | null
  readonly redeemed_at: Temporal.Instant | null
  readonly undo_until: Temporal.Instant | null
  /** When already used: when and where. */
  readonly used_at: Temporal.Instant | null
  readonly used_venue: string | null
}

/** What the partner is owed; negative when more was taken back than redeemed. */
export function partnerPayable(partnerId: string, asset: string): AccountRef {
  return { owner: partnerId, kind: 'partner_payable', asset, mode: 'deferred' }
}

function commissionAccount(asset: string): AccountRef {
  return { owner: PLATFORM, kind: 'commission', asset, mode: 'deferred' }
}

/**
 * Uses the voucher up, once: of any number who scan at the same moment one is `accepted` and the others hear `already_used`
 * with when and where. The price is split as the partner's terms stand now. Logged whatever the result; audited and told
 * (`redeemed`) when accepted. Refuses (nothing logged) `partner_not_active`, `merchants.venue_unknown` for a venue of somebody
 * else. Not idempotent: whoever repeats a scan is told that it is used; the route's key gives the first answer again.
 */
export async function redeem(ctx: Context, tx: Tx, scanned: Scanned): Promise<ScanOutcome> {
  const partner = await getPartner(tx, scanned.partner_id)
  if (partner.status !== 'active') refuse(errors.partner_not_active)
  const venue = await getVenue(tx, scanned.venue_id)
  if (venue.partner_id !== partner.id) refuse(merchantsErrors.venue_unknown)
  const shown = await find(ctx, tx, scanned)
  if (typeof shown === 'string') return answer(ctx, tx, scanned, shown, undefined, undefined)
  const found = shown.voucher
  const now = ctx.clock.now()
  const holder_active = await isActive(tx, found.holder_id)
  const result = judgeScan(
    { ...found, venue_ids: found.terms.venue_ids },
    { partner_id: partner.id, venue, now, holder_active, shown_now: shown.counts },
  )
  if (result !== 'accepted') return answer(ctx, tx, scanned, result, found, undefined)
  const redemption = redemptionId.create(ctx.clock)
  const won = await store.claim.run(
    tx,
    found.holder_id,
    found.id,
    'redeemed',
    redemption,
    partner.id,
    venue.id,
    redemption,
    found.price_minor,
    now,
  )
  if (won === 0) {
    // Somebody was faster by a moment: read who.
    const taken = await store.findVoucher.one(tx, found.holder_id, found.id)
    assert(taken.claim_kind, 'a claim that was lost is somebody’s')
    return answer(ctx, tx, scanned, afterClaim(taken.claim_kind), taken, undefined)
  }
  await accept(ctx, tx, found, partner, venue, redemption, now)
  return answer(ctx, tx, scanned, 'accepted', found, redemption)
}

/** The voucher that was shown and whether what was shown of it counts now; or why there is none to look at. */
async function find(
  ctx: Context,
  tx: Tx,
  { token, code }: Scanned,
): Promise<{ voucher: store.VoucherRow; counts: boolean } | 'invalid_signature' | 'unknown'> {
  if ((token === undefined) === (code === undefined)) refuse(errors.one_of_both)
  if (token !== undefined) {
    const content = readToken(keyring(ctx), token)
    if (!content) return 'invalid_signature'
    const voucher = await store.findByValue.first(tx, byId(content.voucher_id))
    return voucher ? { voucher, counts: counts(ctx, content, voucher) } : 'unknown'
  }
  const plain = readCode(code!)
  const voucher = plain && (await store.findByValue.first(tx, byCode(ctx, plain)))
  return voucher ? { voucher, counts: true } : 'unknown'
}

async function accept(
  ctx: Context,
  tx: Tx,
  voucher: store.VoucherRow,
  partner: Partner,
  venue: Venue,
  id: string,
  now: Temporal.Instant,
): Promise<void> {
  const { holder_id, price_minor, asset } = voucher
  const { share_minor, commission_minor } = splitOf(price_minor, partner.revenue_split_basis_points)
  await store.setStatus.run(tx, holder_id, voucher.id, 'redeemed', 'issued')
  await store.insertRedemption.run(
    tx,
    partner.id,
    id,
    holder_id,
    voucher.id,
    venue.id,
    venue.name,
    voucher.terms.name,
    price_minor,
    share_minor,
    commission_minor,
    asset,
    userIdOf(ctx.actor),
    now,
  )
  const legs: Leg[] = [
    { account: voucherAccount(voucher), amount_minor: -price_minor },
    { account: partnerPayable(partner.id, asset), amount_minor: share_minor },
    { account: commissionAccount(asset), amount_minor: commission_minor },
  ]
  await post(ctx, tx, {
    id,
    owner: holder_id,
    kind: 'redemption.redeemed',
    legs: legs.filter((leg) => leg.amount_minor !== 0n),
    effective_at: now,
    metadata: { voucher_id: voucher.id, partner_id: partner.id, venue_id: venue.id },
  })
  await record(ctx, tx, {
    action: 'redemption.redeemed',
    subject: { type: 'voucher', id: voucher.id },
    after: { redemption_id: id, partner_id: partner.id, venue_id: venue.id, price_minor, share_minor },
  })
  await emit(ctx, tx, redeemed, {
    voucher_id: voucher.id,
    reference: voucher.reference,
    holder_id,
    price_minor: price_minor.toString(),
    redemption_id: id,
    partner_id: partner.id,
    venue_id: venue.id,
    share_minor: share_minor.toString(),
    redeemed_at: now.toString(),
  })
}

/** Logs the attempt and words the answer. A voucher of another partner is treated as one nobody knows anything about. */
async function answer(
  ctx: Context,
  tx: Tx,
  scanned: Scanned,
  result: ScanResult,
  voucher: store.VoucherRow | undefined,
  redemption: string | undefined,
): Promise<ScanOutcome> {
  const now = ctx.clock.now()
  const own = voucher !== undefined && result !== 'wrong_partner'
  const used = own && result === 'already_used' ? voucher : undefined
  const usedVenue = used?.claim_venue_id ? (await getVenue(tx, used.claim_venue_id)).name : null
  const pack_name = own ? textIn(voucher.terms.name, ctx.locale, ctx.product.locales[0]) : null
  await store.insertAttempt.run(
    tx,
    scanned.partner_id,
    now,
    uuidV7(ctx.clock),
    'scan',
    result,
    scanned.token === undefined ? 'code' : 'token',
    scanned.venue_id,
    userIdOf(ctx.actor),
    voucher?.id,
    redemption,
    ...originOf(ctx),
  )
  const sentence = scanSentence(ctx, result, {
    pack: pack_name ?? '',
    from: voucher ? dayOf(ctx, voucher.valid_from) : '',
    until: voucher ? dayOf(ctx, voucher.valid_until.subtract({ nanoseconds: 1 })) : '',
    used_at: used?.claimed_at ? momentOf(ctx, used.claimed_at) : '',
    used_where: usedVenue ?? '',
  })
  return {
    result,
    sentence,
    pack_name,
    redemption_id: redemption ?? null,
    redeemed_at: redemption ? now : null,
    undo_until: redemption ? undoUntil(now, redemptionPolicy(ctx).undo_minutes) : null,
    used_at: used?.claimed_at ?? null,
    used_venue: usedVenue,
  }
}

export interface UndoOutcome {
  readonly result: UndoResult
  readonly sentence: string
}

export interface Undo {
  readonly redemption_id: string
  /** Whose staff asks. */
  readonly partner_id: string
  readonly note?: string
}

/**
 * Takes a scan back: the same partner, within the product's minutes. The money goes back, the voucher can be used again, the
 * row stays as undone and both attempts are in the log. Logged whatever the result; audited and told (`undone`) when done.
 * Refuses (nothing logged) `redemption_unknown`.
 */
export async function undoRedemption(ctx: Context, tx: Tx, input: Undo): Promise<UndoOutcome> {
  const { undo_minutes } = redemptionPolicy(ctx)
  const redemption = await getRedemption(tx, input.redemption_id)
  const now = ctx.clock.now()
  let result: UndoResult = undoRefusedBecause(redemption, input.partner_id, now, undo_minutes) ?? 'undone'
  if (result === 'undone' && !(await takeBack(ctx, tx, redemption, input.note?.trim() || 'undone_at_counter')))
    result = 'already_undone'
  await store.insertAttempt.run(
    tx,
    input.partner_id,
    now,
    uuidV7(ctx.clock),
    'undo',
    result,
    'id',
    redemption.partner_id === input.partner_id ? redemption.venue_id : null,
    userIdOf(ctx.actor),
    redemption.voucher_id,
    redemption.id,
    ...originOf(ctx),
  )
  return { result, sentence: undoSentence(ctx, result, { minutes: undo_minutes }) }
}

/**
 * Takes a redemption back at any time, by staff, for a stated reason (a dispute lost by the partner, say). If it was settled,
 * the next statement takes it off. Refuses `redemption_unknown`, `already_undone`. Audited; tells `undone`.
 */
export async function reverseRedemption(ctx: Context, tx: Tx, id: string, reason: string): Promise<void> {
  if (!(await takeBack(ctx, tx, await getRedemption(tx, id), reason))) refuse(errors.already_undone)
}

/** False when it was taken back before. */
async function takeBack(ctx: Context, tx: Tx, redemption: store.RedemptionRow, reason: string): Promise<boolean> {
  const { id, partner_id, holder_id, voucher_id, price_minor } = redemption
  const now = ctx.clock.now()
  const transfer = undoTransferId(id)
  const done = await store.undo.run(tx, partner_id, id, now, userIdOf(ctx.actor), reason, transfer)
  if (done === 0) return false
  const released = await store.giveUpClaim.run(tx, holder_id, voucher_id, id)
  assert(released === 1, 'a redemption that stands has its claim')
  await store.setStatus.run(tx, holder_id, voucher_id, 'issued', 'redeemed')
  await reverse(ctx, tx, {
    id: transfer,
    owner: holder_id,
    kind: 'redemption.undone',
    original_id: id,
    original_owner: holder_id,
    reason,
    effective_at: now,
  })
  await record(ctx, tx, {
    action: 'redemption.undone',
    subject: { type: 'voucher', id: voucher_id },
    before: { redemption_id: id, redeemed_at: redemption.redeemed_at },
    reason,
  })
  const voucher = await store.findVoucher.one(tx, holder_id, voucher_id)
  await emit(ctx, tx, undone, {
    voucher_id,
    reference: voucher.reference,
    holder_id,
    price_minor: price_minor.toString(),
    redemption_id: id,
    partner_id,
    venue_id: redemption.venue_id,
    share_minor: redemption.share_minor.toString(),
    undone_at: now.toString(),
  })
  return true
}

/** A scan that was accepted, by its id. Refuses `redemption_unknown`. */
export async function getRedemption(tx: Tx, id: string): Promise<store.RedemptionRow> {
  return (await store.findRedemption.first(tx, id)) ?? refuse(errors.redemption_unknown)
}

function originOf(ctx: Context): unknown[] {
  return [ctx.origin?.ip, ctx.origin?.userAgent.slice(0, 200), ctx.requestId]
}
