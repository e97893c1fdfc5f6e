/** A pause: no lessons, nothing earned, and the days left begin to count again after it. Bounded over any twelve months. */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { earnUpTo } from './earning.ts'
import { errors } from './errors.ts'
import { resumed, suspended } from './events.ts'
import { voidOpen } from './invoices.ts'
import { save, tellOthers, type Subscription } from './lives.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { daysBetween, pauseLeft } from './rules.ts'
import { listRunning, shiftDays } from './store/invoices.ts'
import * as store from './store/subscriptions.ts'

/**
 * Pauses from today on. Refuses `over`, `not_now` (only what is paid and goes on can be paused), `paid_ahead`, `payment_under_way`,
 * `provider_run`, `pause_too_long`.
 */
export async function pause(ctx: Context, tx: Tx, it: Subscription, days: number): Promise<Subscription> {
  if (it.status === 'cancelled') refuse(errors.over)
  if (it.provider_subscription_id !== null) refuse(errors.provider_run)
  if (it.status !== 'active' || it.cancel_at_period_end) refuse(errors.not_now)
  if (it.paid_ahead !== null) refuse(errors.paid_ahead)
  if (it.charging !== null) refuse(errors.payment_under_way)
  const today = todayOf(ctx)
  const used = (await store.pausedSince.one(tx, it.id, today.subtract({ years: 1 }))).days
  const left = pauseLeft(subscriptionsPolicy(ctx), used, Number.MAX_SAFE_INTEGER)
  if (days > left) refuse(errors.pause_too_long, { days: left })
  await earnUpTo(ctx, tx, it, today)
  await voidOpen(ctx, tx, it)
  const until = today.add({ days })
  await store.insertPause.run(tx, it.id, today, until)
  const paused = await save(ctx, tx, it, { status: 'paused', paused_on: today, paused_until: until })
  await record(ctx, tx, {
    action: 'subscriptions.paused',
    subject: { type: 'subscription', id: it.id },
    after: { until: until.toString() },
  })
  await tellOthers(ctx, tx, suspended, paused, { reason: 'paused' })
  return paused
}

/** Goes on, today: the end of the period moves by the days of the pause, and is the anchor of what follows. */
export async function resumeNow(ctx: Context, tx: Tx, it: Subscription): Promise<Subscription> {
  assert(it.status === 'paused' && it.paused_on !== null && it.paused_until !== null, 'it is paused')
  const today = todayOf(ctx)
  // Woken late, it was resumed in time: nobody loses days because we slept.
  const on = Temporal.PlainDate.compare(today, it.paused_until) < 0 ? today : it.paused_until
  const days = daysBetween(it.paused_on, on)
  for (const invoice of await listRunning.all(tx, it.id)) await shiftDays.run(tx, it.id, invoice.id, on)
  await store.endPause.run(tx, it.id, it.paused_on, on)
  const period_end = it.period_end.add({ days })
  const active = await save(ctx, tx, it, {
    status: 'active',
    paused_on: null,
    paused_until: null,
    period_end,
    ...(days > 0 ? { anchor_on: period_end } : {}),
    allowed_until: Temporal.PlainDate.compare(it.allowed_until, on) < 0 ? on : it.allowed_until,
  })
  await record(ctx, tx, {
    action: 'subscriptions.resumed',
    subject: { type: 'subscription', id: it.id },
    after: { days, period_end: period_end.toString() },
  })
  await tellOthers(ctx, tx, resumed, active, { period_end: period_end.toString() })
  return active
}

/** The payer goes on before the pause is over. Refuses `not_now`. */
export async function resumeEarly(ctx: Context, tx: Tx, it: Subscription): Promise<Subscription> {
  if (it.status !== 'paused') refuse(errors.not_now)
  return resumeNow(ctx, tx, it)
}
