/** What staff see: lists, one payment with everything about it, the backlog. And what the verifier may expect of the ledger. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { ExpectedTransfers, HealthCheck } from '../../kernel/module.ts'
import { findPaymentById, payerMobile, paymentTimeline, type Payment, type PaymentStep } from './charges.ts'
import { errors } from './errors.ts'
import * as store from './store/payments.ts'
import * as proof from './store/proof.ts'
import { listRefunds, type RefundRow } from './store/refunds.ts'
import { expectedCovers, expectedReversals, listReversals, type ReversalRow } from './store/reversals.ts'
import * as webhooks from './store/webhooks.ts'

export { PAYMENT_ORDERS, paymentKey } from './store/payments.ts'
export type { WebhookEventRow } from './store/webhooks.ts'

export interface PaymentDetail {
  readonly payment: Payment
  readonly payer_mobile: string | undefined
  readonly receipts: store.ReceiptRow[]
  readonly refunds: RefundRow[]
  readonly reversals: ReversalRow[]
  readonly timeline: PaymentStep[]
  readonly events: webhooks.WebhookEventRow[]
}

export function listPayments(
  tx: Tx,
  filter: store.PaymentFilter,
  order: store.PaymentOrder,
  page: PageRequest,
): Promise<Payment[]> {
  return store.listPayments(tx, filter, order, page)
}

export function listEvents(
  tx: Tx,
  filter: webhooks.EventFilter,
  page: PageRequest,
): Promise<webhooks.WebhookEventRow[]> {
  return webhooks.listEvents(tx, filter, page)
}

const EVENTS_MAX = 100

/** A payment with everything known about it; refuses `payments.not_found`. */
export async function describePayment(ctx: Context, tx: Tx, id: string): Promise<PaymentDetail> {
  const payment = (await findPaymentById(tx, id)) ?? refuse(errors.not_found)
  const receipts = await store.listReceipts.all(tx, payment.owner_id, id)
  const sessions = new Set(receipts.map((it) => it.session_ref))
  if (payment.session_ref !== null) sessions.add(payment.session_ref)
  return {
    payment,
    payer_mobile: await payerMobile(ctx, tx, payment),
    receipts,
    refunds: await listRefunds.all(tx, payment.owner_id, id),
    reversals: await listReversals.all(tx, payment.owner_id, id),
    timeline: await paymentTimeline(tx, payment.owner_id, id),
    events: sessions.size > 0 ? await webhooks.listEventsOfSessions.all(tx, [...sessions], EVENTS_MAX) : [],
  }
}

export const expectedTransfers: ExpectedTransfers[] = [
  { kinds: ['payments.received'], page: (tx, after, limit) => proof.expectedReceipts.all(tx, after, limit) },
  { kinds: ['payments.refund_sent'], page: (tx, after, limit) => proof.expectedSent.all(tx, after, limit) },
  {
    kinds: ['payments.refunded'],
    page: (tx, after, limit) => proof.expectedSettled.all(tx, after, limit, 'succeeded'),
  },
  {
    kinds: ['payments.refund_sent_reversed'],
    page: (tx, after, limit) => proof.expectedSettled.all(tx, after, limit, 'failed'),
  },
  { kinds: ['payments.reversed'], page: (tx, after, limit) => expectedReversals.all(tx, after, limit) },
  { kinds: ['payments.reversal_covered'], page: (tx, after, limit) => expectedCovers.all(tx, after, limit) },
]

const DEGRADED_AFTER_MINUTES = 10
const FAILED_AFTER_MINUTES = 60

/** Old work that nobody has done, and money nobody has decided on. */
export const backlogCheck: HealthCheck = {
  name: 'backlog',
  async check(ctx, tx) {
    const now = ctx.clock.now()
    const {
      oldest_event_at,
      oldest_poll_at,
      oldest_refund_at,
      unmatched_events,
      disputed_events,
      disputed_payments,
      uncovered,
    } = await proof.backlog.one(tx, now.subtract({ hours: 24 * 30 }))
    const minutes = (since: Temporal.Instant | null) =>
      since ? Math.max(0, Math.floor(now.since(since).total('minutes'))) : 0
    const event = minutes(oldest_event_at)
    const poll = minutes(oldest_poll_at)
    const refund = minutes(oldest_refund_at)
    const detail = [
      `oldest unprocessed event ${event} min`,
      `oldest overdue question to the provider ${poll} min`,
      `oldest refund under way ${refund} min`,
      `${unmatched_events} unmatched events`,
      `${disputed_payments} disputed payments`,
      ...(disputed_events > 0n ? [`${disputed_events} events that contradict what is known`] : []),
      ...(uncovered > 0n ? [`${uncovered} returns of money by the provider that nobody covered`] : []),
    ].join(', ')
    if (Math.max(event, poll) >= FAILED_AFTER_MINUTES) return { status: 'failed', detail }
    const degraded =
      Math.max(event, poll, refund) >= DEGRADED_AFTER_MINUTES ||
      unmatched_events > 0n ||
      disputed_events > 0n ||
      disputed_payments > 0n ||
      uncovered > 0n
    return { status: degraded ? 'degraded' : 'ok', detail }
  },
}
