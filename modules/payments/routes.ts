/** The provider's door, and what staff may see and do. */
import { Type } from 'typebox'
import { can, type Context } from '../../kernel/context.ts'
import { refuse } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { pageOf, pageRequest, timeRange, uuidFilter } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Body, Instant, Nullable, Page, pageQuery, timedQuery, WireId } from '../../kernel/http/schema.ts'
import type { Payment } from './charges.ts'
import { errors } from './errors.ts'
import { providerOf } from './providers.ts'
import {
  describePayment,
  listEvents,
  listPayments,
  PAYMENT_ORDERS,
  paymentKey,
  type WebhookEventRow,
} from './reading.ts'
import { leadOn } from './returning.ts'
import { hideNumber, paymentIds, refundIds, reversalIds, type PaymentState } from './rules.ts'
import { askProvider, coverByStaff, describeEvent, replayUnmatched } from './staff-acts.ts'
import { receiveWebhook, replayEvent } from './webhooks.ts'

const State = Type.Union(
  (['created', 'opened', 'succeeded', 'expired', 'cancelled', 'disputed'] as const).map((it) => Type.Literal(it)),
)
const EventStatus = Type.Union(
  (['received', 'processed', 'ignored', 'unmatched', 'disputed'] as const).map((it) => Type.Literal(it)),
)

const PaymentSummary = Type.Object({
  id: WireId('pay'),
  owner_id: Type.String({ format: 'uuid' }),
  provider: Type.String(),
  purpose: Type.String({ description: 'module.what_for' }),
  reference: Type.String({ format: 'uuid', description: 'The id of what it is for, in that module' }),
  amount_minor: AmountMinor,
  currency: Type.String(),
  state: State,
  late: Type.Boolean({ description: 'Paid after it had been called expired or cancelled' }),
  session_ref: Nullable(Type.String({ description: 'The session at the provider' })),
  failure_code: Nullable(Type.String({ description: 'Why the last attempt was declined' })),
  created_at: Instant,
  expires_at: Nullable(Instant),
  succeeded_at: Nullable(Instant),
  ended_at: Nullable(Instant),
})

const WebhookEvent = Type.Object({
  event_id: Type.String(),
  provider: Type.String(),
  type: Type.String(),
  status: EventStatus,
  outcome: Nullable(Type.String({ description: 'What it did, or why it did nothing' })),
  session_ref: Nullable(Type.String()),
  attempts: Type.Integer(),
  next_attempt_at: Nullable(Instant),
  received_at: Instant,
  processed_at: Nullable(Instant),
})

const PaymentDetail = Type.Object({
  ...PaymentSummary.properties,
  payer_mobile: Nullable(
    Type.String({ description: 'As far as given and not erased; whole only with `payments.payer`, else masked' }),
  ),
  receipts: Type.Array(
    Type.Object({
      session_ref: Type.String(),
      status: Type.Union([Type.Literal('applied'), Type.Literal('duplicate'), Type.Literal('disputed')]),
      amount_minor: AmountMinor,
      currency: Type.String(),
      transaction_ref: Nullable(Type.String()),
      transfer_id: Type.String({ format: 'uuid' }),
      received_at: Instant,
    }),
  ),
  refunds: Type.Array(
    Type.Object({
      id: WireId('rfd'),
      session_ref: Type.String(),
      amount_minor: AmountMinor,
      currency: Type.String(),
      reason: Type.String(),
      state: Type.Union([Type.Literal('requested'), Type.Literal('succeeded'), Type.Literal('failed')]),
      attempts: Type.Integer(),
      last_error: Nullable(Type.String()),
      failure_code: Nullable(Type.String()),
      requested_at: Instant,
      ended_at: Nullable(Instant),
    }),
  ),
  reversals: Type.Array(
    Type.Object({
      id: WireId('rev'),
      session_ref: Type.String(),
      amount_minor: AmountMinor,
      currency: Type.String(),
      noticed_at: Instant,
      covered_at: Nullable(Instant),
    }),
    { description: 'What the provider gave back without our asking' },
  ),
  timeline: Type.Array(
    Type.Object({ code: Type.String(), details: Type.Record(Type.String(), Type.String()), at: Instant }),
  ),
  events: Type.Array(WebhookEvent),
})

const reason = Type.String({ minLength: 3, maxLength: 500 })

export const routes = [
  route({
    method: 'POST',
    path: '/webhooks/wave',
    summary: 'Events of the payment provider',
    description:
      'Verified over the raw body (401 otherwise), stored once per event id and answered; what it means is worked out by a job. A repeated delivery is answered 200 and changes nothing.',
    access: 'public',
    rows: 'all',
    rawBody: true,
    external: true,
    response: { 200: Type.Object({ received: Type.Boolean() }) },
    handle: ({ ctx, raw, headers, transact }) => takeIn(ctx, transact, 'wave', headers, raw, {}),
  }),
  route({
    method: 'POST',
    path: '/webhooks/paymob',
    summary: 'Callbacks of Paymob: transactions, card tokens, subscriptions',
    description:
      'The `hmac` stands in the query (subscriptions: in the body) and covers a part of what is said; 401 otherwise. Stored once and ' +
      'answered; a job then asks Paymob itself and applies what that says. A repeated delivery changes nothing.',
    access: 'public',
    rows: 'all',
    rawBody: true,
    external: true,
    query: Type.Object({ hmac: Type.Optional(Type.String({ maxLength: 256 })) }),
    response: { 200: Type.Object({ received: Type.Boolean() }) },
    handle: ({ ctx, raw, headers, query, transact }) => takeIn(ctx, transact, 'paymob', headers, raw, query),
  }),
  route({
    method: 'GET',
    path: '/payments/{id}/return',
    summary: 'Where the payment page sends the browser back',
    description:
      'Leads on to the page for a payment that may have come or to the one for a payment that did not. What stands in the query is a ' +
      'hint, however well signed: it makes us ask the provider, and changes nothing by itself.',
    access: 'public',
    rows: 'all',
    // Many payers share the address of their mobile network.
    limits: [{ name: 'payments.return', per: 'address', max: 600, windowSeconds: 300 }],
    params: Type.Object({ id: Type.String({ maxLength: 40 }) }),
    query: Type.Object({}, { additionalProperties: Type.String({ maxLength: 2000 }) }),
    response: { 303: Type.Null({ description: 'Location is where to go' }) },
    async handle({ ctx, tx, params, query, reply }) {
      const where = await leadOn(ctx, tx, paymentIds.parse(params.id), query as Record<string, string | undefined>)
      reply.status(303)
      reply.header('location', where)
      reply.header('cache-control', 'no-store')
      return null
    },
  }),
  route({
    method: 'GET',
    path: '/payments',
    summary: 'Payments, newest first unless `sort` says otherwise',
    access: { permission: 'payments.view' },
    rows: 'all',
    query: Type.Object({
      ...pageQuery,
      sort: Type.Optional(Type.Union(PAYMENT_ORDERS.map((order) => Type.Literal(order)))),
      state: Type.Optional(State),
      owner_id: Type.Optional(Type.String({ maxLength: 36 })),
      purpose: Type.Optional(Type.String({ maxLength: 100 })),
      reference: Type.Optional(Type.String({ maxLength: 36 })),
      from: Type.Optional(Instant),
      to: Type.Optional(Instant),
    }),
    response: { 200: Page(PaymentSummary) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const { sort = 'newest' } = query
      const owner_id = uuidFilter(query.owner_id, 'owner_id')
      const reference = uuidFilter(query.reference, 'reference')
      const rows = await listPayments(
        tx,
        {
          ...(query.state ? { state: query.state as PaymentState } : {}),
          ...(owner_id ? { owner_id } : {}),
          ...(query.purpose ? { purpose: query.purpose } : {}),
          ...(reference ? { reference } : {}),
          ...timeRange(query),
        },
        sort,
        page,
      )
      return pageOf(rows, page, (row) => paymentKey(sort, row), summaryOf)
    },
  }),
  route({
    method: 'GET',
    path: '/payments/{id}',
    summary: 'One payment with its receipts, refunds, events and timeline',
    access: { permission: 'payments.view' },
    rows: 'all',
    params: Type.Object({ id: Type.String() }),
    response: { 200: PaymentDetail },
    async handle({ ctx, tx, params }) {
      const detail = await describePayment(ctx, tx, paymentIds.parse(params.id))
      return {
        ...summaryOf(detail.payment),
        payer_mobile: payerFor(ctx, detail.payer_mobile),
        receipts: detail.receipts,
        refunds: detail.refunds.map((refund) => ({ ...refund, id: refundIds.wire(refund.id) })),
        reversals: detail.reversals.map((reversal) => ({ ...reversal, id: reversalIds.wire(reversal.id) })),
        timeline: detail.timeline,
        events: detail.events,
      }
    },
  }),
  route({
    method: 'POST',
    path: '/payments/{id}/check',
    summary: 'Ask the provider about a payment now',
    description:
      'Holds true what the provider answers: a payment whose event was lost is found this way. Safe to repeat; what was ' +
      'applied is not applied again. Refuses `payments.not_found`.',
    access: { permission: 'payments.view' },
    rows: 'all',
    external: true,
    audited: true,
    limits: [{ name: 'payments.check', per: 'user', max: 30, windowSeconds: 300 }],
    params: Type.Object({ id: WireId('pay') }),
    body: Body({ reason }),
    response: {
      200: Type.Object({
        ...PaymentSummary.properties,
        provider_says: Type.Union(['paid', 'open', 'expired', 'unknown'].map((it) => Type.Literal(it))),
      }),
    },
    async handle({ ctx, transact, params, body }) {
      const { payment, says } = await askProvider(ctx, transact, paymentIds.parse(params.id), body.reason)
      return { ...summaryOf(payment), provider_says: says }
    },
  }),
  route({
    method: 'POST',
    path: '/payments/{id}/reversals/{reversal_id}/cover',
    summary: 'Say whose money it was that the provider gave back',
    description:
      '`unapplied`: what the payment brought and nobody has taken yet. `platform`: a loss of ours. Closes the finding of the health ' +
      'check; whoever asked for the payment may have covered it already, which is not done again. Refuses ' +
      '`payments.reversal_not_found`, `ledger.insufficient_funds`.',
    access: { permission: 'payments.cover' },
    rows: 'all',
    audited: true,
    stepUp: true,
    idempotency: 'required',
    params: Type.Object({ id: WireId('pay'), reversal_id: WireId('rev') }),
    body: Body({ from: Type.Union([Type.Literal('unapplied'), Type.Literal('platform')]), reason }),
    response: { 200: Type.Object({ covered: Type.Boolean() }) },
    async handle({ ctx, tx, params, body }) {
      const [payment, reversal] = [paymentIds.parse(params.id), reversalIds.parse(params.reversal_id)]
      await coverByStaff(ctx, tx, payment, reversal, body.from, body.reason)
      return { covered: true }
    },
  }),
  route({
    method: 'POST',
    path: '/webhook-events/replay',
    summary: 'Apply anew every event that belongs to no known payment',
    description: 'At most 50, newest first. Safe at any time. Refuses `payments.nothing_to_replay`.',
    access: { permission: 'payments.replay' },
    rows: 'all',
    audited: true,
    stepUp: true,
    body: Body({ reason }),
    response: { 200: Type.Object({ replayed: Type.Integer() }) },
    handle: async ({ ctx, tx, body }) => ({ replayed: await replayUnmatched(ctx, tx, body.reason) }),
  }),
  route({
    method: 'GET',
    path: '/webhook-events/{id}',
    summary: 'One event of the provider with what it said',
    description:
      'Its signature was found right when it came, else it would not be kept. Numbers of people are hidden. Each look is on ' +
      'record. Refuses `payments.event_not_found`.',
    access: { permission: 'payments.view' },
    rows: 'all',
    audited: true,
    params: Type.Object({ id: Type.String({ maxLength: 200 }) }),
    response: {
      200: Type.Object({
        ...WebhookEvent.properties,
        body: Nullable(Type.String({ description: 'Laid out to be read; null when its retention is over' })),
      }),
    },
    async handle({ ctx, tx, params }) {
      const { event, body } = await describeEvent(ctx, tx, params.id)
      return { ...event, body }
    },
  }),
  route({
    method: 'GET',
    path: '/webhook-events',
    summary: 'Events of the provider, newest first unless `sort=oldest`',
    access: { permission: 'payments.view' },
    rows: 'all',
    query: Type.Object({
      ...timedQuery,
      status: Type.Optional(EventStatus),
      type: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    response: { 200: Page(WebhookEvent) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const filter = {
        ...(query.status ? { status: query.status as WebhookEventRow['status'] } : {}),
        ...(query.type ? { type: query.type } : {}),
        ...timeRange(query),
        oldestFirst: query.sort === 'oldest',
      }
      const rows = await listEvents(tx, filter, page)
      return pageOf(
        rows,
        page,
        (row) => [row.received_at, row.event_id],
        (row) => row,
      )
    },
  }),
  route({
    method: 'POST',
    path: '/webhook-events/{id}/replay',
    summary: 'Apply a stored event anew',
    description: 'Safe at any time: what the event already did is not done again.',
    access: { permission: 'payments.replay' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: Type.Object({ id: Type.String({ maxLength: 200 }) }),
    body: Body({ reason: Type.String({ minLength: 3, maxLength: 500 }) }),
    response: { 200: WebhookEvent },
    handle: ({ ctx, tx, params, body }) => replayEvent(ctx, tx, params.id, body.reason),
  }),
]

/** One door for every provider: only the product's own is open. */
async function takeIn(
  ctx: Context,
  transact: Transact,
  name: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  raw: Buffer,
  query: Readonly<Record<string, string | undefined>>,
) {
  const provider = providerOf(ctx)
  if (provider.name !== name || !provider.verify(headers, raw, query)) refuse(errors.bad_signature)
  const event = provider.readEvent(raw) ?? refuse(errors.malformed_event)
  await transact((tx) => receiveWebhook(ctx, tx, event, raw))
  return { received: true }
}

function summaryOf(payment: Payment) {
  const { launch_url: _, payer_id: __, payer_mobile: ___, ...rest } = payment
  return { ...rest, id: paymentIds.wire(payment.id) }
}

function payerFor(ctx: Context, mobile: string | undefined) {
  if (mobile === undefined) return null
  return can(ctx.actor, 'payments.payer') ? mobile : hideNumber(mobile)
}
