/**
 * What learners may use in a month: given by the month of the anchor, whatever the length of the period that is paid. What was
 * given for a month is remembered, so changing plans to and fro, leaving and joining again, pausing for a day, or ending and starting
 * anew gives nothing twice: days that an earlier allowance was for, in whatever subscription, are given for once.
 */
import { startOfDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { allowanceIdOf } from './ids.ts'
import { learnersOf, save, type Subscription } from './lives.ts'
import { planOf } from './plans.ts'
import { subscriptionsPolicy } from './policy.ts'
import { allowanceEnd, allowancePart, daysBetween } from './rules.ts'
import * as store from './store/subscriptions.ts'

/** The month that begins where the last one ended, for every learner there is. Safe to repeat. */
export async function allowNextMonth(ctx: Context, tx: Tx, it: Subscription): Promise<Subscription> {
  const from = it.allowed_until
  // A trial is one month, however long: what it holds is given once.
  const to = it.status === 'trial' ? it.period_end : allowanceEnd(it.anchor_on, from)
  for (const learner of await learnersOf(tx, it.id)) await allow(ctx, tx, it, learner, from, to)
  return save(ctx, tx, it, { allowed_until: to })
}

/** The rest of the running month for somebody who joins, or what a larger plan holds more. Safe to repeat. */
export async function allowRest(ctx: Context, tx: Tx, it: Subscription, learner: string, today: Temporal.PlainDate) {
  if (Temporal.PlainDate.compare(it.allowed_until, today) > 0)
    await allow(ctx, tx, it, learner, today, it.allowed_until)
}

async function allow(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  learner: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<void> {
  const give = subscriptionsPolicy(ctx).allow
  if (!give) return
  const zone = ctx.product.timeZone
  for (const { meter, amount } of planOf(ctx, it.plan).allowances) {
    const given = (await store.lockAllowance.one(tx, it.id, learner, meter, to)).amount
    const { until_on } = await store.lastAllowance.one(tx, learner, meter, it.id, to)
    const due = until_on === null ? amount : allowancePart(amount, daysBetween(until_on, to))
    if (due <= given) continue
    await store.setAllowance.run(tx, it.id, learner, meter, to, due)
    await give(ctx, tx, {
      id: allowanceIdOf(it.id, learner, meter, to.toString(), due.toString()),
      subject: learner,
      meter,
      amount: due - given,
      period_start: startOfDay(from, zone),
      period_end: startOfDay(to, zone),
    })
  }
}
