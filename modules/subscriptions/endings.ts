/**
 * How a subscription ends: at the end of its period (which can be undone), at once, for want of payment. What is unused is
 * credited and given back by policy; the learners are free for another. And how late money may open it again.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { changeProviderSubscription } from '../payments/api.ts'
import { earnUpTo } from './earning.ts'
import { errors } from './errors.ts'
import { cancelled } from './events.ts'
import { creditUnused, openInvoice, voidOpen, type Invoice } from './invoices.ts'
import { learnersOf, lock, save, tellOthers, type Subscription } from './lives.ts'
import * as say from './messages.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { repayCredit } from './repaying.ts'
import { periodEnd } from './rules.ts'
import { listLines, listRunning } from './store/invoices.ts'
import * as store from './store/subscriptions.ts'
import { tellPayer } from './telling.ts'
import { givenBackFrom } from './using.ts'

/** Whether what is unused goes back: never when the days were used up or the payer chose to keep them. */
const GIVES_BACK: Readonly<Record<store.EndReason, 'policy' | 'always' | 'never'>> = {
  payer: 'policy',
  unpaid: 'always',
  abandoned: 'always',
  staff: 'always',
  erased: 'always',
  provider: 'always',
  nobody_left: 'policy',
}

/** Ends it now. Safe to repeat: what is over stays over. */
export async function end(ctx: Context, tx: Tx, before: Subscription, reason: store.EndReason): Promise<Subscription> {
  if (before.status === 'cancelled') return before
  const today = todayOf(ctx)
  // Nobody learns for nothing by ending each day what began on it, nor uses a month on its first day and has the rest back.
  await earnUpTo(ctx, tx, before, reason === 'payer' ? await givenBackFrom(ctx, tx, before) : today)
  await voidOpen(ctx, tx, before)
  await stopProvider(ctx, tx, before)
  const rule = GIVES_BACK[reason]
  const back = rule === 'always' || (rule === 'policy' && subscriptionsPolicy(ctx).ending_now === 'refund_unused')
  for (const invoice of await listRunning.all(tx, before.id)) {
    // What was paid ahead and never began goes back in any case.
    const begun = invoice.id !== before.paid_ahead
    if (back || !begun) await creditUnused(ctx, tx, before, invoice)
  }
  const learners = await learnersOf(tx, before.id)
  if (before.paused_on !== null) await store.endPause.run(tx, before.id, before.paused_on, today)
  const it = await save(ctx, tx, before, {
    status: 'cancelled',
    charging: null,
    paid_ahead: null,
    paused_on: null,
    paused_until: null,
    provider_subscription_id: null,
    ended_at: ctx.clock.now(),
    end_reason: reason,
  })
  const sent = await repayCredit(ctx, tx, it, 'unused')
  await record(ctx, tx, {
    action: 'subscriptions.cancelled',
    subject: { type: 'subscription', id: it.id },
    before: { status: before.status },
    after: { status: it.status, given_back_minor: sent },
    reason,
  })
  await tellOthers(ctx, tx, cancelled, it, { reason })
  for (const learner of learners) await store.uncoverLearner(tx, it.id, learner, today)
  if (reason !== 'abandoned' && reason !== 'erased')
    await tellPayer(
      ctx,
      tx,
      it,
      reason === 'unpaid' ? say.endedUnpaid : say.ended,
      it.ended_at!.toString(),
      (speak) => ({
        plan: speak.plan(it.plan),
        amount: speak.amount(sent),
        link: speak.link,
      }),
    )
  return it
}

/** Staff end it now. Refuses `over`. Audited. */
export async function endByStaff(ctx: Context, tx: Tx, id: string): Promise<Subscription> {
  const it = await lock(tx, id)
  return it.status === 'cancelled' ? refuse(errors.over) : end(ctx, tx, it, 'staff')
}

/**
 * The payer ends it: at the end of what is paid, or at once (then what is unused goes back, by policy). What is not paid ends at
 * once. Repeating changes nothing. Refuses `payment_under_way`.
 */
export async function cancel(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  when: 'period_end' | 'now',
): Promise<Subscription> {
  if (it.status === 'cancelled') return it
  if (when === 'now' || it.status === 'pending' || it.status === 'suspended' || it.status === 'grace')
    return end(ctx, tx, it, 'payer')
  if (it.status === 'paused') refuse(errors.not_now)
  if (it.charging !== null) refuse(errors.payment_under_way)
  if (it.cancel_at_period_end) return it
  await voidOpen(ctx, tx, it)
  await stopProvider(ctx, tx, it)
  const marked = await save(ctx, tx, it, { cancel_at_period_end: true, provider_subscription_id: null })
  await record(ctx, tx, {
    action: 'subscriptions.cancel_asked',
    subject: { type: 'subscription', id: it.id },
    after: { on: it.period_end.toString() },
  })
  await tellPayer(
    ctx,
    tx,
    marked,
    say.cancelAsked,
    `${marked.period_end.toString()}:${ctx.clock.now().toString()}`,
    (speak) => ({
      plan: speak.plan(it.plan),
      day: speak.day(it.period_end),
      link: speak.link,
    }),
  )
  return marked
}

/** Nobody is charged for what they ended: the provider stops as well. */
export async function stopProvider(ctx: Context, tx: Tx, it: Subscription): Promise<void> {
  if (it.provider_subscription_id !== null)
    await changeProviderSubscription(ctx, tx, { owner: it.id, id: it.provider_subscription_id, act: 'cancel' })
}

/** Goes on after all, while the period lasts. Repeating changes nothing. Refuses `over`. */
export async function undoCancel(ctx: Context, tx: Tx, it: Subscription): Promise<Subscription> {
  if (it.status === 'cancelled') refuse(errors.over)
  if (!it.cancel_at_period_end) return it
  await record(ctx, tx, { action: 'subscriptions.cancel_undone', subject: { type: 'subscription', id: it.id } })
  return save(ctx, tx, it, { cancel_at_period_end: false })
}

/**
 * Prepares to go on after the end for want of payment: the learners are covered again and the invoice that was called off is asked
 * for anew, from today. Undefined when one of the learners has another subscription by now.
 */
export async function reopen(ctx: Context, tx: Tx, it: Subscription, called: Invoice): Promise<Invoice | undefined> {
  const today = todayOf(ctx)
  const ended = it.ended_at!.toZonedDateTimeISO(ctx.product.timeZone).toPlainDate()
  const seats = await store.listSeatsBetween.all(tx, it.id, ended.subtract({ days: 1 }), today.add({ days: 1 }))
  const learners = [...new Set(seats.filter((seat) => seat.to_on?.equals(ended)).map((seat) => seat.learner_id))]
  if (learners.length === 0) return undefined
  for (const learner of learners) if (await store.findCoverOf.first(tx, learner)) return undefined
  for (const learner of learners) await store.coverLearner(tx, it.id, learner, today)
  const terms = {
    plan: called.plan,
    plan_version: called.plan_version,
    cycle: called.cycle,
    prices: { base_minor: called.base_minor, extra_minor: called.extra_minor },
    seats: { included: it.seats_included, max: it.seats_max },
    learners: called.learners,
  }
  const to_on = periodEnd(today, called.cycle, today)
  const lines = (await listLines.all(tx, it.id, called.id)).map(({ kind, plan, quantity, gross_minor }) => ({
    kind,
    plan,
    quantity,
    gross_minor,
    from_on: today,
    to_on,
  }))
  return openInvoice(ctx, tx, it, { reason: 'period', terms, from_on: today, to_on, lines })
}
