/** Vouchers for their holders; scanning for a partner's staff. */
import { Type } from 'typebox'
import { assert } from '../../kernel/assert.ts'
import { can, userIdOf, type Actor, type Context } from '../../kernel/context.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { pageRequest } from '../../kernel/http/page.ts'
import { route, type Limit } from '../../kernel/http/route.ts'
import { AmountMinor, Body, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { packId, textIn } from '../catalog/api.ts'
import { getVenue, partnerId, venueId } from '../merchants/api.ts'
import { listAttempts, totalsTodayByCounter, totalToday } from './counter.ts'
import { redemptionId, voucherId } from './ids.ts'
import { SCAN_RESULTS, UNDO_RESULTS } from './rules.ts'
import { getRedemption, redeem, undoRedemption } from './scanning.ts'
import { askForPaper, getOwnVoucher, qrOfVoucher, shownNow, VOUCHER_STATES, watchVoucher } from './showing.ts'
import { redemptionPolicy } from './policy.ts'
import { listVouchers, type Voucher } from './vouchers.ts'

const VoucherItem = Type.Object({
  id: WireId('vch'),
  status: Type.Enum(['issued', 'redeemed', 'expired', 'cancelled']),
  pack: Type.Object({
    id: WireId('pck'),
    name: Type.String(),
    terms: Nullable(Type.String()),
    image_key: Nullable(Type.String()),
    partner: Type.Object({ id: WireId('prt'), name: Type.String() }),
    venue_ids: Type.Array(WireId('vnu'), { description: 'Empty: every venue of the partner' }),
  }),
  price_minor: AmountMinor,
  currency: Type.String(),
  valid_from: Instant,
  valid_until: Type.String({ format: 'date-time', description: 'The first instant at which it is no longer valid' }),
  requires_guardian: Type.Boolean(),
  guardian_approved_at: Nullable(Instant),
  issued_at: Instant,
  ended_at: Nullable(Instant),
})
const VoucherDetail = Type.Object({
  ...VoucherItem.properties,
  token: Nullable(Type.String({ description: 'What the QR code says; null once it cannot be used' })),
  code: Nullable(Type.String({ description: 'To be typed where the camera fails: ABCD-EFG-HJK' })),
  qr_path: Nullable(Type.String({ description: 'Path of the QR code of now, as SVG' })),
  renew_seconds: Type.Integer({ description: 'Until the QR code of now is replaced; it counts for a window more' }),
  paper: Type.Boolean({ description: 'Whether a QR code on paper can be asked for' }),
  paper_at: Nullable(
    Type.String({ format: 'date-time', description: 'When one was; its path ends in `?medium=paper`' }),
  ),
  used: Nullable(Type.Object({ at: Instant, venue: Type.String() })),
})
const Outcome = Type.Object({
  result: Type.Enum([...SCAN_RESULTS]),
  sentence: Type.String({ description: 'One short sentence for the cashier' }),
  pack_name: Nullable(Type.String()),
  redemption_id: Nullable(WireId('rdm')),
  redeemed_at: Nullable(Instant),
  undo_until: Nullable(Instant),
  used_at: Nullable(Instant),
  used_venue: Nullable(Type.String()),
})
const AttemptItem = Type.Object({
  attempted_at: Instant,
  act: Type.Enum(['scan', 'undo']),
  result: Type.Enum([...new Set([...SCAN_RESULTS, ...UNDO_RESULTS])]),
  method: Type.Enum(['token', 'code', 'id']),
  pack_name: Nullable(Type.String()),
  venue_name: Nullable(Type.String()),
  redemption_id: Nullable(WireId('rdm')),
  undo_until: Nullable(Type.String({ format: 'date-time', description: 'Set while it can still be taken back' })),
  undone_at: Nullable(Instant),
})
const CounterTotal = Type.Object({
  venue_name: Type.String(),
  own: Type.Boolean({ description: 'Scanned by the caller' }),
  cashier_ending: Nullable(Type.String({ description: 'The last two digits of the cashier’s number' })),
  redeemed: AmountMinor,
  share_minor: AmountMinor,
})

const say = (ctx: Context, text: Readonly<Record<string, string>>) => textIn(text, ctx.locale, ctx.product.locales[0])

const voucherItem = (ctx: Context, voucher: Voucher) => ({
  ...voucher,
  id: voucherId.wire(voucher.id),
  pack: {
    id: packId.wire(voucher.pack_id),
    name: say(ctx, voucher.terms.name),
    terms: voucher.terms.terms && say(ctx, voucher.terms.terms),
    image_key: voucher.terms.image_key,
    partner: { id: partnerId.wire(voucher.partner_id), name: voucher.terms.partner_name },
    venue_ids: voucher.terms.venue_ids.map((id) => venueId.wire(id)),
  },
  currency: voucher.asset,
  ended_at: voucher.claimed_at,
})

function holderOf(ctx: Context): string {
  const id = userIdOf(ctx.actor)
  assert(id, 'the route lets only people in')
  return id
}

/** The partners for which the actor holds the permission. */
function scopesOf(actor: Actor, permission: string): string[] {
  if (actor.kind !== 'user') return []
  return actor.grants.flatMap((grant) => (grant.permission === permission && grant.scope ? [grant.scope] : []))
}

// Enough for a queue at a cinema, too little to try codes.
const scanLimits: readonly Limit[] = [
  { name: 'redemption.scan', per: 'user', max: 30, windowSeconds: 60 },
  { name: 'redemption.scan_daily', per: 'user', max: 2000, windowSeconds: 86_400 },
]
const VoucherParams = Type.Object({ id: WireId('vch') })

export const routes = [
  route({
    method: 'GET',
    path: '/vouchers',
    summary: 'My vouchers, newest first',
    access: 'user',
    query: Type.Object(pageQuery),
    response: { 200: Page(VoucherItem) },
    async handle({ ctx, tx, query }) {
      const page = await listVouchers(tx, holderOf(ctx), pageRequest(query))
      return { ...page, items: page.items.map((voucher) => voucherItem(ctx, voucher)) }
    },
  }),
  route({
    method: 'GET',
    path: '/vouchers/{id}',
    summary: 'One of my vouchers, with what proves it',
    access: 'user',
    params: VoucherParams,
    response: { 200: VoucherDetail },
    async handle({ ctx, tx, params, reply }) {
      reply.header('cache-control', 'private, no-store')
      const { voucher, token, code } = await getOwnVoucher(ctx, tx, holderOf(ctx), voucherId.parse(params.id))
      const used =
        voucher.status === 'redeemed' && voucher.claim_venue_id
          ? { at: voucher.claimed_at, venue: (await getVenue(tx, voucher.claim_venue_id)).name }
          : null
      const qr_path = token && `/api/vouchers/${params.id}/qr.svg`
      const { renew_seconds } = shownNow(ctx)
      const { paper } = redemptionPolicy(ctx)
      return {
        ...voucherItem(ctx, voucher),
        token,
        code,
        qr_path,
        used,
        renew_seconds,
        paper,
        paper_at: voucher.paper_at,
      }
    },
  }),
  route({
    method: 'GET',
    path: '/vouchers/{id}/qr.svg',
    summary: 'The QR code of one of my vouchers, as SVG',
    description:
      'For a screen (default) it changes with time: see `GET /vouchers/{id}/state`. For paper it does not; refuses ' +
      '`redemption.no_paper` unless that was asked for. Refuses `redemption.already_ended` once the voucher cannot be used.',
    access: 'user',
    params: VoucherParams,
    query: Type.Object({ medium: Type.Optional(Type.Enum(['screen', 'paper'])) }),
    response: { 200: Type.String() },
    async handle({ ctx, tx, params, query, reply }) {
      const id = voucherId.parse(params.id)
      const svg = await qrOfVoucher(ctx, tx, holderOf(ctx), id, query.medium ?? 'screen')
      reply.header('content-type', 'image/svg+xml; charset=utf-8')
      reply.header('cache-control', 'private, no-store')
      return svg
    },
  }),
  route({
    method: 'GET',
    path: '/vouchers/{id}/state',
    summary: 'What a page that shows one of my vouchers looks at often',
    description:
      'Another `window` means another QR code: the one of now is replaced after `renew_seconds` and refused after ' +
      '`refused_seconds` (policy.redemption.code_window_seconds, twice at most).',
    access: 'user',
    params: VoucherParams,
    response: {
      200: Type.Object({
        state: Type.Enum([...VOUCHER_STATES]),
        window: Type.Integer(),
        renew_seconds: Type.Integer(),
        refused_seconds: Type.Integer(),
      }),
    },
    async handle({ ctx, tx, params, reply }) {
      reply.header('cache-control', 'private, no-store')
      return { state: await watchVoucher(ctx, tx, holderOf(ctx), voucherId.parse(params.id)), ...shownNow(ctx) }
    },
  }),
  route({
    method: 'POST',
    path: '/vouchers/{id}/paper',
    summary: 'Have one of my vouchers on paper',
    description:
      'From now on a QR code that never changes counts as well, for whoever has it. Safe to repeat: the first wish stands. ' +
      'Refuses `redemption.no_paper` (policy.redemption.paper), `redemption.already_ended`.',
    access: 'user',
    params: VoucherParams,
    response: { 200: Type.Object({ paper_at: Nullable(Instant) }) },
    async handle({ ctx, tx, params }) {
      const { paper_at } = await askForPaper(ctx, tx, holderOf(ctx), voucherId.parse(params.id))
      return { paper_at }
    },
  }),
  route({
    method: 'POST',
    path: '/redemptions',
    summary: 'Scan a voucher',
    description:
      'By `token` (what the QR says) or `code` (typed; case, spaces and o/0, i/l/1 do not matter). Always 200 with a `result`: ' +
      'a voucher that cannot be used is an answer, not an error, and every attempt is logged. Repeating with the same ' +
      'Idempotency-Key gives the first answer again; with another key a used voucher is `already_used`.',
    access: { permission: 'redemption.scan', scoped: true },
    rows: 'all',
    idempotency: 'required',
    limits: scanLimits,
    body: Body({
      token: Type.Optional(Type.String({ maxLength: 400 })),
      code: Type.Optional(Type.String({ maxLength: 40 })),
      venue_id: WireId('vnu'),
    }),
    response: { 200: Outcome },
    async handle({ ctx, tx, body }) {
      const { venue_id, ...shown } = body
      const venue = await getVenue(tx, venueId.parse(venue_id))
      if (!can(ctx.actor, 'redemption.scan', venue.partner_id)) refuse(kernelErrors.forbidden)
      const outcome = await redeem(ctx, tx, { ...shown, partner_id: venue.partner_id, venue_id: venue.id })
      return { ...outcome, redemption_id: outcome.redemption_id && redemptionId.wire(outcome.redemption_id) }
    },
  }),
  route({
    method: 'POST',
    path: '/redemptions/{id}/undo',
    summary: 'Take a scan back',
    description:
      'By the partner that scanned, within a few minutes. Always 200 with a `result`; every attempt is logged. The money goes ' +
      'back and the voucher can be used again.',
    access: { permission: 'redemption.undo', scoped: true },
    rows: 'all',
    idempotency: 'required',
    limits: scanLimits,
    params: Type.Object({ id: WireId('rdm') }),
    body: Body({ note: Type.Optional(Type.String({ maxLength: 200 })) }),
    response: { 200: Type.Object({ result: Type.Enum([...UNDO_RESULTS]), sentence: Type.String() }) },
    async handle({ ctx, tx, params, body }) {
      const redemption_id = redemptionId.parse(params.id)
      const { partner_id: owner } = await getRedemption(tx, redemption_id)
      // Somebody else's scan is refused and logged in the name of the partner who tried.
      const mayUndo = can(ctx.actor, 'redemption.undo', owner)
      const acting = mayUndo ? owner : scopesOf(ctx.actor, 'redemption.undo')[0]
      return undoRedemption(ctx, tx, { ...body, redemption_id, partner_id: acting ?? refuse(kernelErrors.forbidden) })
    },
  }),
  route({
    method: 'GET',
    path: '/redemptions',
    summary: 'The last scans of a partner and today’s total, for its staff',
    description: 'Without `partner_id`: of the only partner the caller works for.',
    access: { permission: 'redemption.scan', scoped: true },
    rows: 'all',
    query: Type.Object({ ...pageQuery, partner_id: Type.Optional(WireId('prt')) }),
    response: {
      200: Type.Object({
        ...Page(AttemptItem).properties,
        partner_id: WireId('prt'),
        today: Type.Object({ redeemed: AmountMinor, price_minor: AmountMinor, share_minor: AmountMinor }),
        by_counter: Type.Array(CounterTotal, { description: 'Today per venue and cashier; empty but for managers' }),
      }),
    },
    async handle({ ctx, tx, query }) {
      const asked = query.partner_id && partnerId.parse(query.partner_id)
      const partner = asked ?? scopesOf(ctx.actor, 'redemption.scan')[0] ?? refuse(kernelErrors.not_found)
      if (!can(ctx.actor, 'redemption.scan', partner)) refuse(kernelErrors.forbidden)
      const page = await listAttempts(ctx, tx, partner, pageRequest(query))
      return {
        partner_id: partnerId.wire(partner),
        today: await totalToday(ctx, tx, partner),
        by_counter: can(ctx.actor, 'settlements.statement', partner)
          ? await totalsTodayByCounter(ctx, tx, partner)
          : [],
        next_cursor: page.next_cursor,
        items: page.items.map((attempt) => ({
          ...attempt,
          pack_name: attempt.pack_name && say(ctx, attempt.pack_name),
          redemption_id: attempt.redemption_id && redemptionId.wire(attempt.redemption_id),
        })),
      }
    },
  }),
]
