/**
 * Another plan, another cycle, one learner more. More is paid for now, by the days that are left; less holds from the next period,
 * or at once with the rest as credit. In a trial everything is at once and free.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { allowRest } from './allowances.ts'
import { earnUpTo } from './earning.ts'
import { errors } from './errors.ts'
import { creditUnused, issue, openInvoice, voidOpen, type Invoice, type Terms } from './invoices.ts'
import { learnersOf, save, type Subscription } from './lives.ts'
import * as say from './messages.ts'
import { chargeCard } from './money.ts'
import { offerOf } from './plans.ts'
import { todayOf } from './policy.ts'
import { daysBetween, priceOf, unusedOf, type Cycle, type Prices, type Seats } from './rules.ts'
import { listRunning } from './store/invoices.ts'
import * as store from './store/subscriptions.ts'
import { tellPayer } from './telling.ts'

export interface Wish {
  readonly plan: string
  readonly cycle: Cycle
  /** Only for less: from the next period, or at once with the rest as credit. */
  readonly when: 'period_end' | 'now'
}

/** What a change comes to, before and after it is asked for. */
export interface Quote {
  /** `now` free, `now_paid` once `due_minor` is paid, `period_end` with the next period, `none` nothing changes. */
  readonly takes_effect: 'now' | 'now_paid' | 'period_end' | 'none'
  readonly on: Temporal.PlainDate
  /** To be paid now, for the days that are left. */
  readonly due_minor: bigint
  /** Credited now: the rest of what was paid, less what the new terms cost for it. */
  readonly credit_minor: bigint
  /** Of a whole period from then on. */
  readonly price_minor: bigint
}

interface Target {
  readonly plan: string
  readonly plan_version: number
  readonly rank: number
  readonly prices: Prices
  readonly seats: Seats
}

/** The days of the running period, and how many of them are left from today on. */
function daysLeft(it: Subscription, today: Temporal.PlainDate): { days: number; left: number } {
  const left = Math.max(0, daysBetween(today, it.period_end))
  return { days: Math.max(it.period_days, left), left }
}

function changeable(it: Subscription): void {
  if (it.status === 'cancelled') refuse(errors.over)
  if (it.status === 'grace' || it.status === 'suspended') refuse(errors.pay_first)
  if (it.provider_subscription_id !== null) refuse(errors.provider_run)
  if (it.status !== 'active' && it.status !== 'trial') refuse(errors.not_now)
  if (it.charging !== null) refuse(errors.payment_under_way)
  if (it.paid_ahead !== null) refuse(errors.paid_ahead)
}

/** What another plan or cycle would come to. Refuses as `changePlan` does; writes nothing. */
export async function quotePlan(ctx: Context, tx: Tx, it: Subscription, wish: Wish): Promise<Quote> {
  changeable(it)
  return (await weigh(ctx, tx, it, wish)).quote
}

async function weigh(ctx: Context, tx: Tx, it: Subscription, wish: Wish): Promise<{ quote: Quote; target: Target }> {
  const today = todayOf(ctx)
  const { plan, current } = await offerOf(ctx, tx, wish.plan, today)
  const learners = (await learnersOf(tx, it.id)).length
  if (learners > plan.seats.max) refuse(errors.too_many_learners, { max: plan.seats.max })
  const same = plan.code === it.plan
  const prices = same && wish.cycle === it.cycle ? it : current.prices[wish.cycle]
  const target: Target = {
    plan: plan.code,
    plan_version: same ? it.plan_version : current.version,
    rank: plan.rank,
    prices: { base_minor: prices.base_minor, extra_minor: prices.extra_minor },
    seats: same ? { included: it.seats_included, max: it.seats_max } : plan.seats,
  }
  const price_minor = priceOf(target.prices, target.seats, learners)
  const none = { due_minor: 0n, credit_minor: 0n, price_minor }
  const unchanged = same && wish.cycle === it.cycle
  if (unchanged) {
    const waiting = it.next_plan !== null || it.next_cycle !== null
    return { target, quote: { ...none, takes_effect: waiting ? 'period_end' : 'none', on: it.period_end } }
  }
  if (it.status === 'trial') return { target, quote: { ...none, takes_effect: 'now', on: today } }
  if (wish.cycle !== it.cycle) return { target, quote: { ...none, takes_effect: 'period_end', on: it.period_end } }
  const { days, left } = daysLeft(it, today)
  const rest = unusedOf(price_minor, days - left, days)
  const had = unusedOf(it.price_minor, days - left, days)
  if (rest > had) return { target, quote: { ...none, takes_effect: 'now_paid', on: today, due_minor: rest - had } }
  // A period that is over, while its bill is still to be made, has no days to give back.
  if (wish.when === 'period_end' || left === 0)
    return { target, quote: { ...none, takes_effect: 'period_end', on: it.period_end } }
  return { target, quote: { ...none, takes_effect: 'now', on: today, credit_minor: had - rest } }
}

/**
 * Changes plan or cycle. Asking for what it is already takes a waiting change back. Refuses `over`, `pay_first`, `not_now`, `paid_ahead`,
 * `provider_run`, `payment_under_way`, `plan_unknown`, `too_many_learners`, `same_terms`. With `now_paid` the saved card is charged
 * at once, or the payer goes to the page; the change takes effect when the money is there.
 */
export async function changePlan(ctx: Context, tx: Tx, before: Subscription, wish: Wish): Promise<Quote> {
  changeable(before)
  const { quote, target } = await weigh(ctx, tx, before, wish)
  if (quote.takes_effect === 'none') refuse(errors.same_terms)
  await voidOpen(ctx, tx, before)
  await record(ctx, tx, {
    action: 'subscriptions.change_asked',
    subject: { type: 'subscription', id: before.id },
    before: { plan: before.plan, cycle: before.cycle },
    after: { plan: wish.plan, cycle: wish.cycle, takes_effect: quote.takes_effect, due_minor: quote.due_minor },
  })
  const { plan, cycle } = wish
  if (quote.takes_effect === 'period_end') {
    const next = { next_plan: plan === before.plan ? null : plan, next_cycle: cycle === before.cycle ? null : cycle }
    await save(ctx, tx, before, next)
    return quote
  }
  if (quote.takes_effect === 'now_paid') {
    await askForRest(ctx, tx, before, target, (await learnersOf(tx, before.id)).length, undefined)
    return quote
  }
  if (before.status === 'active') await reprice(ctx, tx, before, target)
  await takeTerms(ctx, tx, before, target, cycle)
  return quote
}

/** Asks for the difference of the days that are left, and charges the card that is there. */
async function askForRest(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  target: Target,
  learners: number,
  adds_learner: string | undefined,
): Promise<void> {
  await chargeCard(ctx, tx, it, await openRest(ctx, tx, it, target, learners, adds_learner))
}

async function openRest(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  target: Target,
  learners: number,
  adds_learner: string | undefined,
): Promise<Invoice> {
  const today = todayOf(ctx)
  await earnUpTo(ctx, tx, it, today)
  const { days, left } = daysLeft(it, today)
  const to_on = it.period_end
  const rest = unusedOf(priceOf(target.prices, target.seats, learners), days - left, days)
  const had = unusedOf(it.price_minor, days - left, days)
  const line = { quantity: 1, from_on: today, to_on }
  return openInvoice(ctx, tx, it, {
    reason: 'change',
    terms: { ...target, cycle: it.cycle, learners },
    from_on: today,
    to_on,
    lines: [
      { ...line, kind: 'new_terms', plan: target.plan, gross_minor: rest },
      { ...line, kind: 'old_terms', plan: it.plan, gross_minor: -had },
    ],
    ...(adds_learner ? { adds_learner } : {}),
  })
}

/** A change that was asked for on an earlier day, asked for anew: it costs the days that are left now. Refuses `nothing_due`. */
export async function askAgain(ctx: Context, tx: Tx, it: Subscription, asked: Invoice): Promise<Invoice> {
  if (daysLeft(it, todayOf(ctx)).left === 0) refuse(errors.nothing_due)
  await voidOpen(ctx, tx, it)
  const target = await targetOf(ctx, tx, it, asked)
  return openRest(ctx, tx, it, target, asked.learners, asked.adds_learner ?? undefined)
}

async function targetOf(ctx: Context, tx: Tx, it: Subscription, invoice: Invoice): Promise<Target> {
  const offer = await offerOf(ctx, tx, invoice.plan, todayOf(ctx))
  return {
    plan: invoice.plan,
    plan_version: invoice.plan_version,
    rank: offer.plan.rank,
    prices: { base_minor: invoice.base_minor, extra_minor: invoice.extra_minor },
    seats: invoice.plan === it.plan ? { included: it.seats_included, max: it.seats_max } : offer.plan.seats,
  }
}

/** Less, at once: what is unused is credited, and the rest of the period is bought anew from that credit. */
async function reprice(ctx: Context, tx: Tx, it: Subscription, target: Target): Promise<void> {
  const today = todayOf(ctx)
  await earnUpTo(ctx, tx, it, today)
  for (const invoice of await listRunning.all(tx, it.id)) await creditUnused(ctx, tx, it, invoice)
  const learners = (await learnersOf(tx, it.id)).length
  const { days, left } = daysLeft(it, today)
  const gross_minor = unusedOf(priceOf(target.prices, target.seats, learners), days - left, days)
  const terms: Terms = { ...target, cycle: it.cycle, learners }
  const span = { from_on: today, to_on: it.period_end }
  const lines = [{ ...span, kind: 'new_terms' as const, plan: target.plan, quantity: 1, gross_minor }]
  const invoice = await openInvoice(ctx, tx, it, { ...span, reason: 'change', terms, lines })
  // What was given back besides has used the credit up: the smaller plan is not paid by it.
  if (!(await issue(ctx, tx, it, invoice, undefined, span))) refuse(errors.not_now)
}

async function takeTerms(ctx: Context, tx: Tx, it: Subscription, target: Target, cycle: Cycle): Promise<Subscription> {
  const { plan, plan_version, prices, seats } = target
  const learners = await learnersOf(tx, it.id)
  const changed = await save(ctx, tx, it, {
    plan,
    plan_version,
    cycle,
    ...prices,
    seats_included: seats.included,
    seats_max: seats.max,
    price_minor: priceOf(prices, seats, learners.length),
    next_plan: null,
    next_cycle: null,
  })
  for (const learner of learners) await allowRest(ctx, tx, changed, learner, todayOf(ctx))
  return changed
}

/** The difference is paid: the new terms hold, the new learner is covered. */
export async function applyChange(ctx: Context, tx: Tx, it: Subscription, invoice: Invoice): Promise<Subscription> {
  if (invoice.adds_learner !== null) await store.coverLearner(tx, it.id, invoice.adds_learner, todayOf(ctx))
  const target = await targetOf(ctx, tx, it, invoice)
  const changed = await takeTerms(ctx, tx, it, target, it.cycle)
  await record(ctx, tx, {
    action: 'subscriptions.changed',
    subject: { type: 'subscription', id: it.id },
    before: { plan: it.plan, price_minor: it.price_minor },
    after: { plan: changed.plan, price_minor: changed.price_minor, invoice: invoice.number },
  })
  await tellPayer(ctx, tx, changed, say.changed, invoice.id, (speak) => ({
    plan: speak.plan(changed.plan),
    amount: speak.amount(invoice.gross_minor),
    link: speak.link,
  }))
  return changed
}

/**
 * One learner more. Free while the plan includes the seat, or in a trial (which is then theirs: once per child, ever); else paid for
 * the days that are left, and covered once paid. The caller has seen that the payer may act for the learner. Refuses as
 * `changePlan`, `already_covered`, `trial_used`.
 */
export async function addLearner(ctx: Context, tx: Tx, it: Subscription, learner: string): Promise<Quote> {
  const seat = (await store.listSeats.all(tx, it.id)).find((row) => row.learner_id === learner)
  const today = todayOf(ctx)
  if (seat) {
    if (!seat.leaves_at_period_end) refuse(errors.same_terms)
    // The next bill may be made already, without this seat: whoever stays is billed.
    changeable(it)
    await voidOpen(ctx, tx, it)
    await store.markLeaving.run(tx, it.id, learner, false)
    return { takes_effect: 'now', on: today, due_minor: 0n, credit_minor: 0n, price_minor: it.price_minor }
  }
  changeable(it)
  if (await store.findCoverOf.first(tx, learner)) refuse(errors.already_covered)
  const learners = (await learnersOf(tx, it.id)).length + 1
  if (learners > it.seats_max) refuse(errors.too_many_learners, { max: it.seats_max })
  const target: Target = {
    plan: it.plan,
    plan_version: it.plan_version,
    rank: 0,
    prices: it,
    seats: { included: it.seats_included, max: it.seats_max },
  }
  const price_minor = priceOf(it, target.seats, learners)
  await voidOpen(ctx, tx, it)
  const { days, left } = daysLeft(it, today)
  const due = unusedOf(price_minor, days - left, days) - unusedOf(it.price_minor, days - left, days)
  await record(ctx, tx, {
    action: 'subscriptions.learner_added',
    subject: { type: 'subscription', id: it.id },
    after: { learner_id: learner, due_minor: it.status === 'trial' ? 0n : due },
  })
  if (it.status === 'active' && due > 0n) {
    await askForRest(ctx, tx, it, target, learners, learner)
    return { takes_effect: 'now_paid', on: today, due_minor: due, credit_minor: 0n, price_minor }
  }
  if (it.status === 'trial') await store.claimTrial(tx, `user:${learner}`, it.id, ctx.clock.now())
  await store.coverLearner(tx, it.id, learner, today)
  const joined = await save(ctx, tx, it, { price_minor })
  await allowRest(ctx, tx, joined, learner, today)
  return { takes_effect: 'now', on: today, due_minor: 0n, credit_minor: 0n, price_minor }
}

/**
 * One learner less: at once in a trial or when they leave by themselves, else at the end of what is paid. Refuses `not_covered`,
 * `last_learner`, `over`, `pay_first`, `payment_under_way`.
 */
export async function removeLearner(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  learner: string,
  when: 'period_end' | 'now',
): Promise<void> {
  const seats = await store.listSeats.all(tx, it.id)
  if (!seats.some((seat) => seat.learner_id === learner)) refuse(errors.not_covered)
  const staying = seats.filter((seat) => !seat.leaves_at_period_end && seat.learner_id !== learner)
  if (staying.length === 0) refuse(errors.last_learner)
  if (when === 'period_end') changeable(it)
  await voidOpen(ctx, tx, it)
  await record(ctx, tx, {
    action: 'subscriptions.learner_removed',
    subject: { type: 'subscription', id: it.id },
    after: { learner_id: learner, when },
  })
  if (when === 'period_end' && it.status === 'active')
    return void (await store.markLeaving.run(tx, it.id, learner, true))
  await store.uncoverLearner(tx, it.id, learner, todayOf(ctx))
  const seatTerms = { included: it.seats_included, max: it.seats_max }
  if (it.status === 'trial') await save(ctx, tx, it, { price_minor: priceOf(it, seatTerms, seats.length - 1) })
}
