/** What staff see and do: look, end, give money back by one or two people, send a failed repayment again, announce prices. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Page, pageQuery, PositiveAmountMinor, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { refundIds } from '../payments/api.ts'
import { endByStaff } from './endings.ts'
import { invoiceId, refundRequestId, subscriptionId } from './ids.ts'
import { announcePrices } from './plans.ts'
import { listForStaff, listRefundRequests, wholeOf } from './reading.ts'
import { decideRefund, requestRefundOf } from './refunding.ts'
import { sendAgain } from './repaying.ts'
import type { Status } from './rules.ts'
import {
  PricesOf,
  RefundRequestItem,
  requestOnWire,
  StatusName,
  SubscriptionItem,
  subscriptionOnWire,
  SubscriptionWhole,
  wholeOnWire,
} from './wire.ts'

const params = Type.Object({ id: WireId('sub') })
const view = { access: { permission: 'subscriptions.view' }, rows: 'all' } as const
const act = (permission: string) =>
  ({ access: { permission }, rows: 'all', audited: true, stepUp: true, idempotency: 'required' }) as const

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/subscriptions/directory',
    summary: 'Subscriptions by state or payer, newest first, for staff',
    ...view,
    query: Type.Object({ ...pageQuery, status: Type.Optional(StatusName), payer_id: Type.Optional(WireId('usr')) }),
    response: { 200: Page(SubscriptionItem) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const payer = query.payer_id === undefined ? undefined : userId.parse(query.payer_id)
      const rows = await listForStaff(tx, { status: query.status as Status | undefined, payer }, page)
      return pageOf(rows, page, (row) => [row.created_at, row.id], subscriptionOnWire)
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/end',
    summary: 'Staff end a subscription now; what is unused goes back',
    ...act('subscriptions.manage'),
    params,
    response: { 200: SubscriptionWhole },
    async handle({ ctx, tx, params: { id } }) {
      const it = await endByStaff(ctx, tx, subscriptionId.parse(id))
      return wholeOnWire(await wholeOf(tx, it))
    },
  }),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/refunds',
    summary: 'Give money of an invoice back; above a limit somebody else decides',
    description:
      '`ends`: the subscription ends with it, and what is unused goes back at least. Refuses `subscriptions.amount_too_high`, `.already_asked`.',
    ...act('subscriptions.refund'),
    params,
    body: Body({
      invoice_id: WireId('inv'),
      amount_minor: PositiveAmountMinor,
      ends: Type.Boolean(),
      note: Type.String({ minLength: 3, maxLength: 1000 }),
    }),
    response: { 201: RefundRequestItem },
    async handle({ ctx, tx, params: { id }, body: { ends, note, ...body } }) {
      const wish = { invoice_id: invoiceId.parse(body.invoice_id), amount_minor: BigInt(body.amount_minor), ends, note }
      return requestOnWire(await requestRefundOf(ctx, tx, subscriptionId.parse(id), wish))
    },
  }),
  route({
    method: 'GET',
    path: '/subscription-refunds',
    summary: 'Refunds asked for, newest first',
    ...view,
    query: Type.Object({ ...pageQuery, status: Type.Optional(RefundRequestItem.properties.status) }),
    response: { 200: Page(RefundRequestItem) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const rows = await listRefundRequests(tx, query.status, page)
      return pageOf(rows, page, (row) => [row.requested_at, row.id], requestOnWire)
    },
  }),
  ...(['approval', 'rejection'] as const).map((what) =>
    route({
      method: 'POST',
      path: `/subscription-refunds/{id}/${what}`,
      summary: what === 'approval' ? 'Give back what another asked for' : 'Turn down what another asked for',
      ...act('subscriptions.refund.approve'),
      params: Type.Object({ id: WireId('srr') }),
      body: Body({ note: Type.Optional(Type.String({ maxLength: 1000 })) }),
      response: { 200: RefundRequestItem },
      async handle({ ctx, tx, params: { id }, body }) {
        const decision = { approved: what === 'approval', note: body.note ?? '' }
        return requestOnWire(await decideRefund(ctx, tx, refundRequestId.parse(id), decision))
      },
    }),
  ),
  route({
    method: 'POST',
    path: '/subscriptions/{id}/repayments/{refund_id}/again',
    summary: 'Send a repayment that the provider refused once more',
    ...act('subscriptions.refund'),
    params: Type.Object({ id: WireId('sub'), refund_id: WireId('rfd') }),
    response: { 204: Type.Null() },
    async handle({ ctx, tx, params: { id, refund_id } }) {
      await sendAgain(ctx, tx, subscriptionId.parse(id), refundIds.parse(refund_id))
    },
  }),
  route({
    method: 'POST',
    path: '/plans/{code}/prices',
    summary: 'Announce new prices of a plan',
    description:
      'For whoever starts from that day on, and for each subscription from the first period that begins thirty days after its payer was told. Refuses `subscriptions.plan_unknown`, `.price_too_soon`.',
    ...act('subscriptions.manage'),
    params: Type.Object({ code: Type.String({ maxLength: 40 }) }),
    body: Body({ effective_on: CivilDate, prices: PricesOf }),
    response: { 201: Type.Object({ version: Type.Integer(), effective_on: CivilDate }) },
    async handle({ ctx, tx, params: { code }, body }) {
      const effective_on = Temporal.PlainDate.from(body.effective_on)
      const { monthly, quarterly, yearly } = body.prices
      const of = (it: { base_minor: string; extra_minor: string }) => ({
        base_minor: BigInt(it.base_minor),
        extra_minor: BigInt(it.extra_minor),
      })
      const prices = { monthly: of(monthly), quarterly: of(quarterly), yearly: of(yearly) }
      const { version } = await announcePrices(ctx, tx, code, { prices, effective_on })
      return { version, effective_on: effective_on.toString() }
    },
  }),
]
