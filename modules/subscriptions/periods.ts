/** The next period: on which terms it is sold, its invoice, and how it begins once it is paid. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { allowNextMonth, allowRest } from './allowances.ts'
import { renewed, resumed, started } from './events.ts'
import { openInvoice, periodLines, type Invoice, type Terms } from './invoices.ts'
import { learnersOf, save, tellOthers, type Subscription } from './lives.ts'
import { offerOf, planOf, versionNumbered } from './plans.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { daysBetween, periodEnd, priceHolds, priceOf } from './rules.ts'
import * as store from './store/subscriptions.ts'
import { findInvoice, findOpen } from './store/invoices.ts'
import { tellPayer } from './telling.ts'
import * as say from './messages.ts'

/**
 * What the period that starts on a day is sold as: the plan and cycle the payer chose for it, at the price that was promised, or
 * at a later one once its notice is kept.
 */
async function termsFor(ctx: Context, tx: Tx, it: Subscription, start: Temporal.PlainDate): Promise<Terms> {
  const staying = (await store.listSeats.all(tx, it.id)).filter((seat) => !seat.leaves_at_period_end).length
  const learners = Math.max(1, staying)
  const cycle = it.next_cycle ?? it.cycle
  if (it.next_plan !== null && it.next_plan !== it.plan) {
    const { plan, current } = await offerOf(ctx, tx, it.next_plan, todayOf(ctx))
    return {
      plan: plan.code,
      plan_version: current.version,
      cycle,
      prices: current.prices[cycle],
      seats: plan.seats,
      learners,
    }
  }
  const seats = { included: it.seats_included, max: it.seats_max }
  const common = { plan: it.plan, cycle, seats, learners }
  if (it.noticed_version !== null && it.noticed_on !== null && it.noticed_version > it.plan_version) {
    const { version, effective_on, prices } = await versionNumbered(ctx, tx, it.plan, it.noticed_version)
    const from = priceHolds(effective_on ?? it.noticed_on, it.noticed_on, subscriptionsPolicy(ctx).price_notice_days)
    if (Temporal.PlainDate.compare(from, start) <= 0) return { ...common, plan_version: version, prices: prices[cycle] }
  }
  if (cycle === it.cycle)
    return {
      ...common,
      plan_version: it.plan_version,
      prices: { base_minor: it.base_minor, extra_minor: it.extra_minor },
    }
  const { prices } = await versionNumbered(ctx, tx, it.plan, it.plan_version)
  return { ...common, plan_version: it.plan_version, prices: prices[cycle] }
}

/** The invoice of the next period: the one that waits already, else a new one. */
export async function nextPeriodInvoice(ctx: Context, tx: Tx, it: Subscription): Promise<Invoice> {
  const open = await findOpen.first(tx, it.id, 'period')
  if (open) return open
  const from_on = it.status === 'pending' ? it.period_start : it.period_end
  const terms = await termsFor(ctx, tx, it, from_on)
  const to_on = periodEnd(it.anchor_on, terms.cycle, from_on)
  return openInvoice(ctx, tx, it, {
    reason: 'period',
    terms,
    from_on,
    to_on,
    lines: periodLines(terms, from_on, to_on),
  })
}

/**
 * The days a period has when it is paid today. Paid in time or within the grace: the billing day stays. Paid after lessons were
 * closed, or for the first time: it begins today, nobody pays for days without lessons, and today is the new anchor.
 */
export function daysWhenPaid(ctx: Context, it: Subscription, invoice: Invoice) {
  const { from_on, to_on, cycle } = invoice
  if (!['suspended', 'pending', 'cancelled'].includes(it.status)) return { from_on, to_on, anchor_on: it.anchor_on }
  const today = todayOf(ctx)
  return { from_on: today, to_on: periodEnd(today, cycle, today), anchor_on: today }
}

/** A paid period begins: its terms are those of the subscription now. */
export async function beginPeriod(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
  anchor_on: Temporal.PlainDate,
): Promise<Subscription> {
  for (const seat of await store.listSeats.all(tx, it.id))
    if (seat.leaves_at_period_end) await store.uncoverLearner(tx, it.id, seat.learner_id, invoice.from_on)
  const { plan, plan_version, cycle, base_minor, extra_minor } = invoice
  const { included, max } =
    plan === it.plan ? { included: it.seats_included, max: it.seats_max } : planOf(ctx, plan).seats
  const learners = await learnersOf(tx, it.id)
  const wasClosed = it.status === 'suspended' || it.status === 'cancelled'
  const first = it.status === 'pending'
  const moved = await save(ctx, tx, it, {
    status: 'active',
    plan,
    plan_version,
    cycle,
    base_minor,
    extra_minor,
    seats_included: included,
    seats_max: max,
    price_minor: priceOf({ base_minor, extra_minor }, { included, max }, learners.length),
    anchor_on,
    period_start: invoice.from_on,
    period_end: invoice.to_on,
    period_days: daysBetween(invoice.from_on, invoice.to_on),
    allowed_until: later(it.allowed_until, invoice.from_on),
    paid_ahead: null,
    charging: null,
    failed_on: null,
    retries: 0,
    next_plan: null,
    next_cycle: null,
    started_at: it.started_at ?? ctx.clock.now(),
    suspended_at: null,
    cancel_at_period_end: false,
    ended_at: null,
    end_reason: null,
  })
  const news = { period_end: moved.period_end.toString() }
  if (first) await tellOthers(ctx, tx, started, moved, { ...news, trial: false })
  else await tellOthers(ctx, tx, wasClosed ? resumed : renewed, moved, news)
  await tellPayer(ctx, tx, moved, wasClosed ? say.resumed : say.renewed, invoice.id, (speak) => ({
    plan: speak.plan(plan),
    amount: speak.amount(invoice.gross_minor),
    until: speak.day(moved.period_end),
    link: speak.link,
  }))
  let now = moved
  if (Temporal.PlainDate.compare(now.allowed_until, todayOf(ctx)) <= 0) now = await allowNextMonth(ctx, tx, now)
  // A larger plan holds more of the month that runs already.
  else for (const learner of learners) await allowRest(ctx, tx, now, learner, todayOf(ctx))
  return now
}

/** The period paid ahead begins by itself when the one before it ends. */
export async function beginPaidAhead(ctx: Context, tx: Tx, it: Subscription): Promise<Subscription> {
  const invoice = await findInvoice.one(tx, it.id, it.paid_ahead)
  return beginPeriod(ctx, tx, it, invoice, it.anchor_on)
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)
