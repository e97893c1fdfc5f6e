/** What staff do with gifts and pots: look, ask for refunds, decide on those others asked for. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import {
  AmountMinor,
  Body,
  CivilDate,
  Instant,
  Nullable,
  Page,
  pageQuery,
  PositiveAmountMinor,
  WireId,
} from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { paymentIds } from '../payments/api.ts'
import { GIFT_ORDERS, giftForStaff, giftKey, giftsForStaff, giftsOfPot, type StaffGiftRow } from './gift-lists.ts'
import { giftId, potId, refundRequestId } from './ids.ts'
import { decideRefund, listRefundRequests, requestGiftRefund, requestPotRefund, type RefundRequest } from './refunds.ts'
import { potsForStaff } from './pots.ts'
import { GiftStatus, PotStatus, RefundReason } from './schemas.ts'

const StaffPot = Type.Object({
  id: WireId('pot'),
  owner_id: WireId('usr'),
  slug: Type.String(),
  status: PotStatus,
  title: Type.String(),
  honoree_name: Type.String(),
  birthday: CivilDate,
  currency: Type.String(),
  target_minor: AmountMinor,
  raised_minor: AmountMinor,
  gift_count: Type.Integer(),
  created_at: Instant,
})

const StaffGift = Type.Object({
  id: WireId('gif'),
  pot_id: WireId('pot'),
  pot_title: Type.String(),
  payment_id: WireId('pay'),
  status: GiftStatus,
  reason: Nullable(Type.String()),
  amount_minor: AmountMinor,
  currency: Type.String(),
  name: Nullable(Type.String()),
  anonymous: Type.Boolean(),
  created_at: Instant,
  paid_at: Nullable(Instant),
  choose_until: Nullable(Instant),
  refund_reason: Nullable(Type.String()),
  refund_attempts: Type.Integer(),
  refund_retry_at: Nullable(Instant),
  refund_error: Nullable(Type.String()),
  refund_requested: Type.Boolean({ description: 'A request for its refund, or its pot’s, waits for a decision' }),
})

const Request = Type.Object({
  id: WireId('rrq'),
  pot_id: WireId('pot'),
  gift_id: Nullable(WireId('gif')),
  reason: RefundReason,
  note: Type.String(),
  status: Type.Union([Type.Literal('pending'), Type.Literal('approved'), Type.Literal('rejected')]),
  requested_by: WireId('usr'),
  requested_at: Instant,
  decided_by: Nullable(WireId('usr')),
  decided_at: Nullable(Instant),
  decision_note: Nullable(Type.String()),
})

const onWire = <R extends RefundRequest>(row: R) => ({
  ...row,
  id: refundRequestId.wire(row.id),
  pot_id: potId.wire(row.pot_id),
  gift_id: row.gift_id && giftId.wire(row.gift_id),
  requested_by: userId.wire(row.requested_by),
  decided_by: row.decided_by && userId.wire(row.decided_by),
})

const giftOnWire = ({ donor_name, is_anonymous, ...row }: StaffGiftRow) => ({
  ...row,
  id: giftId.wire(row.id),
  pot_id: potId.wire(row.pot_id),
  payment_id: paymentIds.wire(row.payment_id),
  name: donor_name,
  anonymous: is_anonymous,
})

const asking = Body({ reason: RefundReason, note: Type.String({ minLength: 1, maxLength: 1000 }) })
const deciding = Body({ note: Type.Optional(Type.String({ maxLength: 1000 })) })
const requestParams = Type.Object({ id: WireId('rrq') })

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/pots/directory',
    summary: 'Find pots by the name in their link or by their owner, for staff',
    description: 'Give `slug` or `owner_id`; without either the answer is empty. Nobody leafs through all pots.',
    access: { permission: 'pots.view' },
    rows: 'all',
    query: Type.Object({
      ...pageQuery,
      slug: Type.Optional(Type.String({ maxLength: 100 })),
      owner_id: Type.Optional(WireId('usr')),
    }),
    response: { 200: Page(StaffPot) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const owner = query.owner_id && userId.parse(query.owner_id)
      return pageOf(
        await potsForStaff(tx, { slug: query.slug, owner }, page),
        page,
        (row) => [row.created_at, row.id],
        (row) => ({ ...row, id: potId.wire(row.id), owner_id: userId.wire(row.owner_id) }),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/gifts',
    summary: 'Gifts, newest first; `status=refund_failed` and `status=held` are those in trouble',
    description:
      '`sort` takes `newest`, `oldest`, `largest` or `smallest`; a cursor goes on in the order it came from. `from` and `to` bound the instant of creation, `min_minor` and `max_minor` the amount. With `pot_id` the gifts of that pot, newest first, and with `id` that one gift: the other bounds then say nothing. One statement, read from an index.',
    access: { permission: 'pots.view' },
    rows: 'all',
    reads: 'statement',
    query: Type.Object({
      ...pageQuery,
      sort: Type.Optional(Type.Union(GIFT_ORDERS.map((order) => Type.Literal(order)))),
      status: Type.Optional(GiftStatus),
      from: Type.Optional(Instant),
      to: Type.Optional(Instant),
      min_minor: Type.Optional(PositiveAmountMinor),
      max_minor: Type.Optional(PositiveAmountMinor),
      pot_id: Type.Optional(WireId('pot')),
      id: Type.Optional(WireId('gif')),
    }),
    response: { 200: Page(StaffGift) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const { sort = 'newest', id, pot_id } = query
      if (id !== undefined) {
        const gift = await giftForStaff(tx, giftId.parse(id))
        return { items: gift ? [giftOnWire(gift)] : [], next_cursor: null }
      }
      if (pot_id !== undefined) {
        const rows = await giftsOfPot(tx, potId.parse(pot_id), query.status, page)
        return pageOf(rows, page, (row) => giftKey('newest', row), giftOnWire)
      }
      return pageOf(await giftsForStaff(tx, query, sort, page), page, (row) => giftKey(sort, row), giftOnWire)
    },
  }),
  route({
    method: 'POST',
    path: '/gifts/:id/refund-request',
    summary: 'Ask for the refund of one gift; somebody else decides',
    access: { permission: 'pots.refund.request' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: Type.Object({ id: WireId('gif') }),
    body: asking,
    response: { 201: Request },
    async handle({ ctx, tx, params: { id }, body }) {
      return onWire(await requestGiftRefund(ctx, tx, giftId.parse(id), body))
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/refund-request',
    summary: 'Ask for the refund of a whole pot, which ends it; somebody else decides',
    access: { permission: 'pots.refund.request' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: Type.Object({ id: WireId('pot') }),
    body: asking,
    response: { 201: Request },
    async handle({ ctx, tx, params: { id }, body }) {
      return onWire(await requestPotRefund(ctx, tx, potId.parse(id), body))
    },
  }),
  route({
    method: 'GET',
    path: '/refund-requests',
    summary: 'Refund requests, newest first',
    access: { permission: 'pots.view' },
    rows: 'all',
    query: Type.Object({ ...pageQuery, status: Type.Optional(Request.properties.status) }),
    response: {
      200: Page(Type.Object({ ...Request.properties, amount_minor: Nullable(AmountMinor), pot_title: Type.String() })),
    },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      return pageOf(
        await listRefundRequests(tx, query.status, page),
        page,
        (row) => [row.requested_at, row.id],
        (row) => onWire(row),
      )
    },
  }),
  ...(['approval', 'rejection'] as const).map((what) =>
    route({
      method: 'POST',
      path: `/refund-requests/:id/${what}`,
      summary: what === 'approval' ? 'Refund what another asked for' : 'Turn down what another asked for',
      access: { permission: 'pots.refund.approve' },
      rows: 'all',
      idempotency: 'required',
      audited: true,
      stepUp: true,
      params: requestParams,
      body: deciding,
      response: { 200: Request },
      async handle({ ctx, tx, params: { id }, body }) {
        const decision = { approved: what === 'approval', note: body.note ?? '' }
        return onWire(await decideRefund(ctx, tx, refundRequestId.parse(id), decision))
      },
    }),
  ),
]
