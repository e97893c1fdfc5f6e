/**
 * What was paid becomes ours day by day: a day is earned once it is over, each by a transfer of its own with the day's date.
 * Whatever is changed, credited or paused is first earned up to yesterday, so that what is left is exactly what is unused.
 */
import { startOfDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { post } from '../ledger/api.ts'
import { deferredAccount, revenueAccount } from './accounts.ts'
import { recognitionIdOf } from './ids.ts'
import { lock, type Subscription } from './lives.ts'
import { todayOf } from './policy.ts'
import { earnedOnNextDay } from './rules.ts'
import * as store from './store/invoices.ts'

const DAYS_MAX = 800

/** Earns every day that is over, oldest first, of every invoice that still has some. Holds the lock. Safe to repeat. */
export async function earnUpTo(ctx: Context, tx: Tx, it: Subscription, day: Temporal.PlainDate): Promise<void> {
  if (it.status === 'paused') return
  for (const invoice of await store.listRunning.all(tx, it.id)) {
    // Paid ahead, it earns from when it begins: until then it may still go back whole.
    if (invoice.id === it.paid_ahead) continue
    let { days_done, next_on } = invoice
    for (let i = 0; i < DAYS_MAX && next_on !== null && Temporal.PlainDate.compare(next_on, day) < 0; i++) {
      const amount = earnedOnNextDay({ ...invoice, days_done })
      const stepped = await store.stepDay.run(tx, it.id, invoice.id, days_done, days_done + 1)
      if (stepped === 0) break
      days_done += 1
      if (amount > 0n) await recognise(ctx, tx, it, invoice.id, next_on, days_done, amount)
      next_on = days_done < invoice.days ? next_on.add({ days: 1 }) : null
    }
  }
}

async function recognise(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: string,
  on: Temporal.PlainDate,
  dayNo: number,
  amount: bigint,
): Promise<void> {
  const id = recognitionIdOf(invoice, dayNo)
  await store.insertRecognition.run(tx, it.id, invoice, on, dayNo, amount, id)
  await post(ctx, tx, {
    id,
    owner: it.id,
    kind: 'subscriptions.recognised',
    legs: [
      { account: deferredAccount(it), amount_minor: -amount },
      { account: revenueAccount(it.currency), amount_minor: amount },
    ],
    // A day that was used up before it came is earned on the day that is so.
    effective_at: startOfDay(
      Temporal.PlainDate.compare(on, todayOf(ctx)) < 0 ? on : todayOf(ctx),
      ctx.product.timeZone,
    ),
    metadata: { invoice_id: invoice, day: on.toString() },
  })
}

/** One subscription up to yesterday. Safe to repeat. */
export async function earnOf(ctx: Context, tx: Tx, id: string): Promise<void> {
  await earnUpTo(ctx, tx, await lock(tx, id), todayOf(ctx))
}

const BATCH = 500

/** The next subscriptions that have days to be earned, after `after` in the order of their ids. */
export async function earningDue(ctx: Context, tx: Tx, after: string): Promise<string[]> {
  return (await store.findEarning.all(tx, todayOf(ctx), after, BATCH)).map((row) => row.subscription_id)
}
