/** What redemption answers staff: vouchers by id, by the code a holder reads out, by holder; their scans and their end. */
import { refTo } from '../../kernel/ids.ts'
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import type { Context } from '../../kernel/context.ts'
import { textIn } from '../catalog/api.ts'
import { userId } from '../identity/api.ts'
import { transferIds } from '../ledger/api.ts'
import { partnerId } from '../merchants/api.ts'
import { readCode } from './codes.ts'
import { redemptionId, voucherId } from './ids.ts'
import * as store from './store/inquiry.ts'
import { byCode } from './vouchers.ts'

const VOUCHERS_MAX = 40
const ATTEMPTS_MAX = 100
const permission = 'redemption.view'

export const search: Search = {
  permission,
  async find(ctx, tx, { id, text, person }, limit) {
    const vouchers = id && ['', 'vch'].includes(id.prefix) ? [id.uuid] : []
    const redemptions = id && ['', 'rdm'].includes(id.prefix) ? [id.uuid] : []
    const code = id ? undefined : readCode(text)
    const finder = code && byCode(ctx, code)
    const found = await store.findVouchers.all(tx, vouchers, finder, redemptions, person, limit)
    return found.map((it) => thingOf(ctx, it))
  },
}

function thingOf(ctx: Context, voucher: store.VoucherThing): Thing {
  const { id, status, issued_at, price_minor, asset, valid_from, valid_until, claimed_at, partner_name } = voucher
  return {
    kind: 'voucher',
    id: voucherId.wire(id),
    title: textIn(voucher.pack_name, ctx.locale, ctx.product.locales[0]),
    state: status,
    at: issued_at,
    amount_minor: price_minor,
    currency: asset,
    facts: factsOf({
      partner_name,
      partner: partnerId.wire(voucher.partner_id),
      holder: userId.wire(voucher.holder_id),
      bought_with: refTo(voucher.reference),
      valid_from,
      valid_until,
      claimed_at,
      waits_for_guardian: voucher.requires_guardian && !voucher.guardian_approved_at ? 'yes' : null,
    }),
  }
}

export const trace: Trace = {
  permission,
  prefixes: ['vch', 'rdm', 'ref'],
  rootPrefixes: ['usr'],
  async trace(ctx, tx, refs, root) {
    const holder = root ? uuidsOf(refs, 'usr')[0] : undefined
    const asked = uuidsOf(refs, 'rdm')
    const vouchers = await store.findVouchers.all(
      tx, uuidsOf(refs, 'vch', 'ref'), null, asked, holder, VOUCHERS_MAX,
    ) // prettier-ignore
    const things = vouchers.map((it) => thingOf(ctx, it))
    if (holder || vouchers.length === 0) return { things, steps: [], refs: [] }
    const used = [...asked, ...vouchers.flatMap((it) => it.claim_redemption_id ?? [])]
    const redemptions = await store.findRedemptions.all(tx, used, VOUCHERS_MAX)
    const ids = vouchers.map(({ id }) => id)
    const attempts = await store.attemptsOn.all(tx, ids, ATTEMPTS_MAX)
    return {
      things,
      steps: [...vouchers.flatMap(stepsOf), ...attempts.reverse().map(stepOfAttempt), ...redemptions.flatMap(undoneOf)],
      refs: [...vouchers.flatMap(refsOf), ...redemptions.flatMap(refsOfRedemption)],
    }
  },
}

function stepsOf(voucher: store.VoucherThing): TraceStep[] {
  const { id, issued_at, guardian_approved_at, claim_kind, claimed_at, price_minor, asset } = voucher
  const step = (at: Temporal.Instant, code: string, facts = {}) => ({
    at,
    kind: 'voucher',
    ref: voucherId.wire(id),
    code,
    facts,
  })
  return [
    step(issued_at, 'issued', factsOf({ amount_minor: price_minor, currency: asset })),
    ...(guardian_approved_at ? [step(guardian_approved_at, 'guardian_approved')] : []),
    ...(claimed_at && claim_kind ? [step(claimed_at, claim_kind)] : []),
  ]
}

function stepOfAttempt({ voucher_id, attempted_at, act, result, method }: store.TracedAttempt): TraceStep {
  return { at: attempted_at, kind: act, ref: voucherId.wire(voucher_id), code: result, facts: { method } }
}

function undoneOf({ voucher_id, undone_at, venue_name }: store.TracedRedemption): TraceStep[] {
  const ref = voucherId.wire(voucher_id)
  return undone_at ? [{ at: undone_at, kind: 'voucher', ref, code: 'undone', facts: { venue_name } }] : []
}

function refsOf(voucher: store.VoucherThing): string[] {
  const { id, reference, holder_id, partner_id, claim_transfer_id, claim_redemption_id } = voucher
  return [
    refTo(reference),
    userId.wire(holder_id),
    partnerId.wire(partner_id),
    transferIds.wire(id),
    ...(claim_transfer_id ? [transferIds.wire(claim_transfer_id)] : []),
    ...(claim_redemption_id ? [redemptionId.wire(claim_redemption_id)] : []),
  ]
}

function refsOfRedemption({ settlement_id, undo_transfer_id }: store.TracedRedemption): string[] {
  return [
    ...(settlement_id ? [`stl_${refTo(settlement_id).slice(4)}`] : []),
    ...(undo_transfer_id ? [transferIds.wire(undo_transfer_id)] : []),
  ]
}
