/** Telling payers of a new price, each once, and from which period on it holds for them. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { record } from '../audit/api.ts'
import { learnersOf, lock, save } from './lives.ts'
import * as say from './messages.ts'
import { offersOn, versionNumbered } from './plans.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { periodEnd, priceHolds, priceOf } from './rules.ts'
import { findUntold } from './store/subscriptions.ts'
import { tellPayer } from './telling.ts'

const BATCH = 500

/** Those whose payer was not told yet of the newest price of their plan, with its version. */
export async function untold(ctx: Context, tx: Tx, after: string): Promise<{ id: string; version: number }[]> {
  const found: { id: string; version: number }[] = []
  for (const { plan, current, coming } of await offersOn(ctx, tx, todayOf(ctx))) {
    const version = Math.max(current.version, coming?.version ?? 0)
    if (version < 2) continue
    for (const { id } of await findUntold.all(tx, plan.code, version, after, BATCH)) found.push({ id, version })
  }
  return found
}

/** Tells one payer and writes down when, so that the price holds thirty days later at the earliest. Safe to repeat. */
export async function tellPrice(ctx: Context, tx: Tx, id: string, version: number): Promise<void> {
  const it = await lock(tx, id)
  if (it.status === 'cancelled' || it.plan_version >= version || (it.noticed_version ?? 0) >= version) return
  const today = todayOf(ctx)
  const { effective_on, prices } = await versionNumbered(ctx, tx, it.plan, version)
  const holds = priceHolds(effective_on ?? today, today, subscriptionsPolicy(ctx).price_notice_days)
  const cycle = it.next_cycle ?? it.cycle
  let start = it.period_end
  while (Temporal.PlainDate.compare(start, holds) < 0) start = periodEnd(it.anchor_on, cycle, start)
  const learners = (await learnersOf(tx, id)).length
  const amount = priceOf(prices[cycle], { included: it.seats_included, max: it.seats_max }, learners)
  await save(ctx, tx, it, { noticed_version: version, noticed_on: today })
  await record(ctx, tx, {
    action: 'subscriptions.price_noticed',
    subject: { type: 'subscription', id },
    after: { version, from: start.toString(), price_minor: amount },
  })
  await tellPayer(ctx, tx, it, say.priceChange, String(version), (speak) => ({
    plan: speak.plan(it.plan),
    old: speak.amount(it.price_minor),
    amount: speak.amount(amount),
    day: speak.day(start),
    link: speak.link,
  }))
}
