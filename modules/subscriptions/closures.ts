/**
 * A payer whose account is closed is charged nothing. Days that are paid go on for the learners; then lessons wait, without a
 * failure and without an end, and are asked for anew on the day the account is open again: the period begins then, so nobody pays
 * for the time between. Whoever learns alone at own cost cannot get in at all: their days stop with the account.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { record } from '../audit/api.ts'
import { isActive } from '../identity/api.ts'
import { advance, chargeNext } from './advancing.ts'
import { earnUpTo } from './earning.ts'
import { stopProvider } from './endings.ts'
import { suspended } from './events.ts'
import { voidOpen } from './invoices.ts'
import { learnersOf, lock, save, tellOthers, type Subscription } from './lives.ts'
import { resumeNow } from './pauses.ts'
import { todayOf } from './policy.ts'
import * as store from './store/subscriptions.ts'

/** The last day of a pause that ends with the closure of the account, whenever that is; it counts for no bound on pauses. */
const WHENEVER = Temporal.PlainDate.from('9999-12-31')

/** Asked before each charge, not remembered: the account may have been closed a moment ago. */
export async function payerClosed(tx: Tx, it: Subscription): Promise<boolean> {
  return !(await isActive(tx, it.payer_id))
}

/** What is due cannot be asked for: lessons wait. Nothing runs out meanwhile. */
export async function closeWithPayer(ctx: Context, tx: Tx, before: Subscription): Promise<Subscription> {
  await voidOpen(ctx, tx, before)
  const it = await save(ctx, tx, before, {
    status: 'suspended',
    suspended_at: before.suspended_at ?? ctx.clock.now(),
    failed_on: null,
    retries: 0,
  })
  await record(ctx, tx, {
    action: 'subscriptions.suspended',
    subject: { type: 'subscription', id: it.id },
    before: { status: before.status },
    after: { status: it.status },
    reason: 'payer_closed',
  })
  if (before.status !== 'suspended') await tellOthers(ctx, tx, suspended, it, { reason: 'payer_closed' })
  return it
}

/** The account of a payer was closed. A provider that renews is told to stop: from then on we ask. Safe to repeat. */
export async function followClosure(ctx: Context, tx: Tx, payerId: string): Promise<void> {
  if (await isActive(tx, payerId)) return
  for (const { id } of await store.livingOf.all(tx, payerId)) {
    let it = await lock(tx, id)
    if (it.payer_id !== payerId || it.status === 'cancelled') continue
    if (it.provider_subscription_id !== null) {
      await stopProvider(ctx, tx, it)
      it = await save(ctx, tx, it, { provider_subscription_id: null })
    }
    const alone = (await learnersOf(tx, id)).every((learner) => learner === payerId)
    if (alone && it.status === 'active' && it.charging === null && it.paid_ahead === null) await stopDays(ctx, tx, it)
  }
}

async function stopDays(ctx: Context, tx: Tx, it: Subscription): Promise<void> {
  const today = todayOf(ctx)
  if (Temporal.PlainDate.compare(it.period_end, today) <= 0) return
  await earnUpTo(ctx, tx, it, today)
  await voidOpen(ctx, tx, it)
  await store.insertPause.run(tx, it.id, today, WHENEVER)
  const paused = await save(ctx, tx, it, { status: 'paused', paused_on: today, paused_until: WHENEVER })
  await record(ctx, tx, {
    action: 'subscriptions.paused',
    subject: { type: 'subscription', id: it.id },
    after: { until: null },
    reason: 'payer_closed',
  })
  await tellOthers(ctx, tx, suspended, paused, { reason: 'payer_closed' })
}

/** The account is open again: days that stopped count again, lessons that waited are asked for from today. Safe to repeat. */
export async function followReopening(ctx: Context, tx: Tx, payerId: string): Promise<void> {
  if (!(await isActive(tx, payerId))) return
  for (const { id } of await store.livingOf.all(tx, payerId)) {
    const it = await lock(tx, id)
    if (it.payer_id !== payerId) continue
    if (it.status === 'paused' && it.paused_until?.equals(WHENEVER))
      await advance(ctx, tx, await resumeNow(ctx, tx, it))
    else if (waitsForPayer(it) && it.charging === null) await chargeNext(ctx, tx, it)
  }
}

/** Closed with the payer's account, not for want of payment. */
export function waitsForPayer(it: Subscription): boolean {
  return it.status === 'suspended' && it.failed_on === null
}
