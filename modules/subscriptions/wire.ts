/** Subscriptions, invoices and plans as the outside world reads them. */
import { Type } from 'typebox'
import { AmountMinor, CivilDate, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { cardIds, paymentIds, refundIds } from '../payments/api.ts'
import { invoiceId, refundRequestId, subscriptionId } from './ids.ts'
import type { Invoice } from './invoices.ts'
import type { Subscription } from './lives.ts'
import type { Offer, Version } from './plans.ts'
import type { Explained, Whole } from './reading.ts'
import type { RefundRequest } from './refunding.ts'
import { CYCLES, type Cycle } from './rules.ts'

export const CycleName = Type.Union(CYCLES.map((cycle) => Type.Literal(cycle)))
export const StatusName = Type.Union(
  (['pending', 'trial', 'active', 'grace', 'suspended', 'paused', 'cancelled'] as const).map((it) => Type.Literal(it)),
)
const Texts = Type.Record(Type.String(), Type.String(), { description: 'Language → text' })
const PricePair = Type.Object({
  base_minor: AmountMinor,
  extra_minor: Type.String({ description: 'For each learner beyond those included' }),
})
export const PricesOf = Type.Object({ monthly: PricePair, quarterly: PricePair, yearly: PricePair })

export const PlanItem = Type.Object({
  code: Type.String(),
  name: Texts,
  holds: Type.Array(Texts),
  learners_included: Type.Integer(),
  learners_max: Type.Integer(),
  allowances: Type.Array(Type.Object({ meter: Type.String(), amount: Type.String() })),
  prices: PricesOf,
  coming: Nullable(Type.Object({ effective_on: CivilDate, prices: PricesOf })),
})

const pricesOnWire = (version: Version) => {
  const of = (cycle: Cycle) => {
    const { base_minor, extra_minor } = version.prices[cycle]
    return { base_minor: String(base_minor), extra_minor: String(extra_minor) }
  }
  return { monthly: of('monthly'), quarterly: of('quarterly'), yearly: of('yearly') }
}

export const planOnWire = ({ plan, current, coming }: Offer) => ({
  code: plan.code,
  name: plan.name,
  holds: [...plan.holds],
  learners_included: plan.seats.included,
  learners_max: plan.seats.max,
  allowances: plan.allowances.map(({ meter, amount }) => ({ meter, amount: String(amount) })),
  prices: pricesOnWire(current),
  coming: coming && { effective_on: coming.effective_on!.toString(), prices: pricesOnWire(coming) },
})

export const SubscriptionItem = Type.Object({
  id: WireId('sub'),
  payer_id: WireId('usr'),
  status: StatusName,
  plan: Type.String(),
  cycle: CycleName,
  price_minor: Type.String({ description: 'Of a period with the learners there are, tax included' }),
  currency: Type.String(),
  period_start: CivilDate,
  period_end: Type.String({ description: 'The first day of the next period: the billing day' }),
  cancel_at_period_end: Type.Boolean(),
  paid_ahead: Type.Boolean({ description: 'The period after this one is paid already' }),
  charging: Type.Boolean({ description: 'A charge of the card is under way' }),
  card_id: Nullable(WireId('crd')),
  renewed_by: Type.Union([Type.Literal('us'), Type.Literal('provider')]),
  failed_on: Nullable(CivilDate),
  paused_until: Nullable(CivilDate),
  next_plan: Nullable(Type.String()),
  next_cycle: Nullable(CycleName),
  created_at: Instant,
  started_at: Nullable(Instant),
  suspended_at: Nullable(Instant),
  ended_at: Nullable(Instant),
  end_reason: Nullable(Type.String()),
})

const dayOf = (date: Temporal.PlainDate | null) => date && date.toString()

export const subscriptionOnWire = (it: Subscription) => ({
  id: subscriptionId.wire(it.id),
  payer_id: userId.wire(it.payer_id),
  status: it.status,
  plan: it.plan,
  cycle: it.cycle,
  price_minor: String(it.price_minor),
  currency: it.currency,
  period_start: it.period_start.toString(),
  period_end: it.period_end.toString(),
  cancel_at_period_end: it.cancel_at_period_end,
  paid_ahead: it.paid_ahead !== null,
  charging: it.charging !== null,
  card_id: it.card_id && cardIds.wire(it.card_id),
  renewed_by: it.provider_subscription_id === null ? ('us' as const) : ('provider' as const),
  failed_on: dayOf(it.failed_on),
  paused_until: dayOf(it.paused_until),
  next_plan: it.next_plan,
  next_cycle: it.next_cycle,
  created_at: it.created_at.toString(),
  started_at: it.started_at?.toString() ?? null,
  suspended_at: it.suspended_at?.toString() ?? null,
  ended_at: it.ended_at?.toString() ?? null,
  end_reason: it.end_reason,
})

export const InvoiceItem = Type.Object({
  id: WireId('inv'),
  subscription_id: WireId('sub'),
  kind: Type.Union([Type.Literal('invoice'), Type.Literal('credit_note')]),
  reason: Type.Union((['period', 'change', 'unused', 'allowance'] as const).map((it) => Type.Literal(it))),
  status: Type.Union((['open', 'paid', 'void'] as const).map((it) => Type.Literal(it))),
  number: Nullable(Type.String({ description: 'Gap-free per year; open invoices have none' })),
  plan: Type.String(),
  cycle: CycleName,
  learners: Type.Integer(),
  currency: Type.String(),
  gross_minor: AmountMinor,
  net_minor: AmountMinor,
  tax_minor: AmountMinor,
  tax_basis_points: Type.Integer(),
  paid_minor: Type.String({ description: 'Of it in money' }),
  credit_minor: Type.String({ description: 'Of it from credit' }),
  refunded_minor: Type.String({ description: 'Credit notes on it' }),
  from_on: CivilDate,
  to_on: Type.String({ description: 'The first day no more' }),
  due_on: CivilDate,
  issued_on: Nullable(CivilDate),
})

export const invoiceOnWire = (it: Invoice) => ({
  id: invoiceId.wire(it.id),
  subscription_id: subscriptionId.wire(it.subscription_id),
  kind: it.kind,
  reason: it.reason,
  status: it.status,
  number: it.number,
  plan: it.plan,
  cycle: it.cycle,
  learners: it.learners,
  currency: it.currency,
  gross_minor: String(it.gross_minor),
  net_minor: String(it.net_minor),
  tax_minor: String(it.tax_minor),
  tax_basis_points: it.tax_basis_points,
  paid_minor: String(it.status === 'paid' && it.kind === 'invoice' ? it.gross_minor - it.credit_minor : 0n),
  credit_minor: String(it.credit_minor),
  refunded_minor: String(it.refunded_minor),
  from_on: it.from_on.toString(),
  to_on: it.to_on.toString(),
  due_on: it.due_on.toString(),
  issued_on: dayOf(it.issued_on),
})

export const SubscriptionWhole = Type.Object({
  ...SubscriptionItem.properties,
  learners: Type.Array(
    Type.Object({ learner_id: WireId('usr'), from_on: CivilDate, leaves_at_period_end: Type.Boolean() }),
  ),
  credit_minor: Type.String({ description: 'Left with us: the next invoice takes it first' }),
  open_invoices: Type.Array(InvoiceItem),
})

export const wholeOnWire = ({ it, seats, credit_minor, open }: Whole) => ({
  ...subscriptionOnWire(it),
  learners: seats.map(({ learner_id, from_on, leaves_at_period_end }) => ({
    learner_id: userId.wire(learner_id),
    from_on: from_on.toString(),
    leaves_at_period_end,
  })),
  credit_minor: String(credit_minor),
  open_invoices: open.map(invoiceOnWire),
})

export const InvoiceWhole = Type.Object({
  ...InvoiceItem.properties,
  billed_to: Nullable(Type.String()),
  corrects: Nullable(Type.String({ description: 'A credit note: the number of the invoice' })),
  lines: Type.Array(
    Type.Object({
      kind: Type.Union(
        (['plan', 'seats', 'new_terms', 'old_terms', 'unused', 'allowance'] as const).map((it) => Type.Literal(it)),
      ),
      plan: Type.String(),
      quantity: Type.Integer(),
      gross_minor: AmountMinor,
      from_on: CivilDate,
      to_on: CivilDate,
    }),
  ),
  days: Type.Integer(),
  days_done: Type.Integer(),
  earned_minor: Type.String({ description: 'Recognised so far, without tax' }),
  deferred_minor: Type.String({ description: 'Still owed as lessons, without tax' }),
  charges: Type.Array(
    Type.Object({
      payment_id: WireId('pay'),
      method: Type.Union([Type.Literal('page'), Type.Literal('card'), Type.Literal('provider')]),
      status: Type.String(),
      amount_minor: AmountMinor,
      returned_minor: AmountMinor,
      made_at: Instant,
    }),
  ),
  credit_notes: Type.Array(InvoiceItem),
  repayments: Type.Array(
    Type.Object({
      id: WireId('rfd'),
      payment_id: WireId('pay'),
      amount_minor: AmountMinor,
      reason: Type.String(),
      status: Type.String(),
      asked_at: Instant,
      ended_at: Nullable(Instant),
    }),
  ),
})

export const RefundRequestItem = Type.Object({
  id: WireId('srr'),
  subscription_id: WireId('sub'),
  invoice_id: WireId('inv'),
  amount_minor: AmountMinor,
  ends: Type.Boolean(),
  note: Type.String(),
  status: Type.Union((['pending', 'approved', 'rejected', 'alone'] as const).map((it) => Type.Literal(it))),
  requested_by: WireId('usr'),
  requested_at: Instant,
  decided_by: Nullable(WireId('usr')),
  decided_at: Nullable(Instant),
  decision_note: Nullable(Type.String()),
})

export const requestOnWire = (row: RefundRequest) => ({
  ...row,
  id: refundRequestId.wire(row.id),
  subscription_id: subscriptionId.wire(row.subscription_id),
  invoice_id: invoiceId.wire(row.invoice_id),
  requested_by: userId.wire(row.requested_by),
  decided_by: row.decided_by && userId.wire(row.decided_by),
})

export const explainedOnWire = ({
  invoice,
  lines,
  billed_to,
  corrects,
  earned_minor,
  charges,
  notes,
  repayments,
}: Explained) => {
  const unused = notes.filter((note) => note.reason === 'unused').reduce((sum, note) => sum + note.net_minor, 0n)
  const owed = invoice.kind === 'invoice' && invoice.status === 'paid' ? invoice.net_minor - earned_minor - unused : 0n
  return {
    ...invoiceOnWire(invoice),
    billed_to,
    corrects,
    lines: lines.map(({ kind, plan, quantity, gross_minor, from_on, to_on }) => ({
      kind,
      plan,
      quantity,
      gross_minor: String(gross_minor),
      from_on: from_on.toString(),
      to_on: to_on.toString(),
    })),
    days: invoice.days,
    days_done: invoice.days_done,
    earned_minor: String(earned_minor),
    deferred_minor: String(owed),
    charges: charges.map(({ id, method, status, amount_minor, returned_minor, made_at }) => ({
      payment_id: paymentIds.wire(id),
      method,
      status,
      amount_minor: String(amount_minor),
      returned_minor: String(returned_minor),
      made_at: made_at.toString(),
    })),
    credit_notes: notes.map(invoiceOnWire),
    repayments: repayments.map((row) => ({
      id: refundIds.wire(row.id),
      payment_id: paymentIds.wire(row.charge_id),
      amount_minor: String(row.amount_minor),
      reason: row.reason,
      status: row.status,
      asked_at: row.asked_at.toString(),
      ended_at: row.ended_at?.toString() ?? null,
    })),
  }
}
