/**
 * What time brings: each due thing done once and in order, also after days in which nobody looked. Everything is decided by the
 * agenda (rules.ts) over the civil day of the clock; the lock of the subscription makes ten sweeps one.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { record } from '../audit/api.ts'
import { allowNextMonth } from './allowances.ts'
import { end } from './endings.ts'
import { renewalFailed, suspended } from './events.ts'
import { voidOpen } from './invoices.ts'
import { lock, save, standingOf, tellOthers, type Subscription } from './lives.ts'
import * as say from './messages.ts'
import { chargeCard } from './money.ts'
import { closeWithPayer, payerClosed } from './closures.ts'
import { resumeNow } from './pauses.ts'
import { beginPaidAhead, nextPeriodInvoice } from './periods.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { agenda, retriesBy, type Act } from './rules.ts'
import { findOpen } from './store/invoices.ts'
import { findDue } from './store/subscriptions.ts'
import { tellPayer } from './telling.ts'

/** More steps than any stretch of time brings: years of monthly periods paid by credit. */
const STEPS_MAX = 120

/** Does everything that is due. The caller holds the lock. Safe to repeat. */
export async function advance(ctx: Context, tx: Tx, before: Subscription): Promise<Subscription> {
  let it = before
  for (let step = 0; step < STEPS_MAX; step++) {
    const [next] = agenda(standingOf(ctx, it), subscriptionsPolicy(ctx))
    if (!next || Temporal.PlainDate.compare(next.on, todayOf(ctx)) > 0) return it
    it = await DO[next.act](ctx, tx, it)
  }
  return it
}

/** One subscription whose time for something has come. Safe to repeat, by as many as want to. */
export async function advanceOne(ctx: Context, tx: Tx, id: string): Promise<void> {
  await advance(ctx, tx, await lock(tx, id))
}

const BATCH = 500

export async function dueNow(ctx: Context, tx: Tx): Promise<string[]> {
  return (await findDue.all(tx, ctx.clock.now(), BATCH)).map((row) => row.id)
}

type Step = (ctx: Context, tx: Tx, it: Subscription) => Promise<Subscription>

const DO: Readonly<Record<Act, Step>> = {
  abandon: (ctx, tx, it) => end(ctx, tx, it, 'abandoned'),
  remind: remindOfTrial,
  allow: allowNextMonth,
  end: (ctx, tx, it) => end(ctx, tx, it, 'payer'),
  begin: beginPaidAhead,
  charge: chargeNext,
  retry: retryCard,
  suspend,
  give_up: async (ctx, tx, it) =>
    (await payerClosed(tx, it)) ? closeWithPayer(ctx, tx, it) : end(ctx, tx, it, 'unpaid'),
  resume: resumeNow,
}

async function remindOfTrial(ctx: Context, tx: Tx, it: Subscription): Promise<Subscription> {
  await tellPayer(ctx, tx, it, say.trialEnding, it.period_end.toString(), (speak) => ({
    plan: speak.plan(it.plan),
    day: speak.day(it.period_end),
    amount: speak.amount(it.price_minor),
    link: speak.link,
  }))
  return save(ctx, tx, it, { reminded_for: it.period_end })
}

/** Asks for the next period: of the provider that renews, the credit, or the card. */
export async function chargeNext(ctx: Context, tx: Tx, before: Subscription): Promise<Subscription> {
  if (await payerClosed(tx, before)) return closeWithPayer(ctx, tx, before)
  if (before.provider_subscription_id !== null) return noteFailure(ctx, tx, before, 'provider_silent')
  const change = await findOpen.first(tx, before.id, 'change')
  if (change) await voidOpen(ctx, tx, before)
  const invoice = await nextPeriodInvoice(ctx, tx, before)
  const { it, outcome } = await chargeCard(ctx, tx, before, invoice)
  return outcome === 'no_card' ? noteFailure(ctx, tx, it, 'no_card') : it
}

async function retryCard(ctx: Context, tx: Tx, before: Subscription): Promise<Subscription> {
  const retries = retriesBy(subscriptionsPolicy(ctx), before.failed_on!, todayOf(ctx))
  const counted = await save(ctx, tx, before, { retries })
  if (await payerClosed(tx, counted)) return counted
  const { it, outcome } = await chargeCard(ctx, tx, counted, await nextPeriodInvoice(ctx, tx, counted))
  return outcome === 'no_card' ? noteFailure(ctx, tx, it, 'no_card') : it
}

/**
 * The next period could not be paid. Lessons go on for the days of grace, from the day of the first failure; a trial that nobody
 * paid for ends lessons at once. The payer is told what to do.
 */
export async function noteFailure(ctx: Context, tx: Tx, before: Subscription, reason: string): Promise<Subscription> {
  // Asked again once the payer's account was open again: from today there is a failure, and an end.
  if (before.status === 'suspended' && before.failed_on === null) return suspend(ctx, tx, before)
  if (before.status === 'trial' && reason === 'no_card')
    return suspend(ctx, tx, await save(ctx, tx, before, { failed_on: todayOf(ctx) }))
  if (before.status !== 'trial' && before.status !== 'active' && before.status !== 'grace') return before
  const failed_on = before.failed_on ?? todayOf(ctx)
  const it = await save(ctx, tx, before, { status: 'grace', failed_on })
  const { grace_days } = subscriptionsPolicy(ctx)
  const graceEnd = failed_on.add({ days: grace_days })
  await record(ctx, tx, {
    action: 'subscriptions.renewal_failed',
    subject: { type: 'subscription', id: it.id },
    before: { status: before.status },
    after: { status: it.status, retries: it.retries },
    reason,
  })
  if (before.status !== 'grace') await tellOthers(ctx, tx, renewalFailed, it, { grace_end: graceEnd.toString() })
  const invoice = await nextPeriodInvoice(ctx, tx, it)
  await tellPayer(ctx, tx, it, say.renewalFailed, `${invoice.id}:${it.retries}`, (speak) => ({
    plan: speak.plan(it.plan),
    amount: speak.amount(invoice.gross_minor),
    day: speak.day(graceEnd),
    link: speak.link,
  }))
  return it
}

async function suspend(ctx: Context, tx: Tx, before: Subscription): Promise<Subscription> {
  if (await payerClosed(tx, before)) return closeWithPayer(ctx, tx, before)
  const failed_on = before.failed_on ?? todayOf(ctx)
  const it = await save(ctx, tx, before, { status: 'suspended', failed_on, suspended_at: ctx.clock.now() })
  const reason = before.status === 'trial' ? 'trial_over' : 'unpaid'
  await record(ctx, tx, {
    action: 'subscriptions.suspended',
    subject: { type: 'subscription', id: it.id },
    before: { status: before.status },
    after: { status: it.status },
    reason,
  })
  await tellOthers(ctx, tx, suspended, it, { reason })
  const closes = failed_on.add({ days: subscriptionsPolicy(ctx).cancel_days })
  const message = before.status === 'trial' ? say.trialOver : say.suspended
  await tellPayer(ctx, tx, it, message, failed_on.toString(), (speak) => ({
    plan: speak.plan(it.plan),
    amount: speak.amount(it.price_minor),
    day: speak.day(closes),
    link: speak.link,
  }))
  return it
}
