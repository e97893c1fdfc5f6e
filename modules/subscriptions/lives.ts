/** One subscription as it lives: locked, written with what is due next, and told to others. Every change of it passes here. */
import { assert } from '../../kernel/assert.ts'
import { startOfDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit, type EventType } from '../../kernel/events/event.ts'
import { subscriptionsPolicy } from './policy.ts'
import { agenda, mayFollow, type Standing } from './rules.ts'
import * as store from './store/subscriptions.ts'

export type Subscription = store.SubscriptionRow

/** Locks it until the end of the transaction: whatever else wants to change it waits. Refuses `kernel.not_found`. */
export async function lock(tx: Tx, id: string): Promise<Subscription> {
  return (await store.lockSubscription.first(tx, id)) ?? refuse(kernelErrors.not_found)
}

export function standingOf(ctx: Context, it: Subscription): Standing {
  return {
    status: it.status,
    created_on: it.created_at.toZonedDateTimeISO(ctx.product.timeZone).toPlainDate(),
    period_end: it.period_end,
    allowed_until: it.allowed_until,
    reminded: it.reminded_for?.equals(it.period_end) ?? false,
    cancel_at_period_end: it.cancel_at_period_end,
    paid_ahead: it.paid_ahead !== null,
    charging: it.charging !== null,
    has_card: it.card_id !== null,
    provider_renews: it.provider_subscription_id !== null,
    failed_on: it.failed_on,
    retries: it.retries,
    paused_until: it.paused_until,
  }
}

/** Writes a change of a locked subscription, and when it is to be looked at next. A step the table does not know is a bug. */
export async function save(
  ctx: Context,
  tx: Tx,
  before: Subscription,
  change: Partial<Subscription>,
): Promise<Subscription> {
  const after = { ...before, ...change }
  assert(
    after.status === before.status || mayFollow(before.status, after.status),
    `${before.status} is not followed by ${after.status}`,
  )
  const [next] = agenda(standingOf(ctx, after), subscriptionsPolicy(ctx))
  const due_at = next ? startOfDay(next.on, ctx.product.timeZone) : null
  const row = { ...after, due_at }
  await store.updateSubscription(tx, row)
  return row
}

/** The learners it covers now. */
export async function learnersOf(tx: Tx, id: string): Promise<string[]> {
  return (await store.listSeats.all(tx, id)).map((seat) => seat.learner_id)
}

interface Told {
  readonly subscription_id: string
  readonly payer_id: string
  readonly learner_ids: string[]
  readonly plan: string
}

/** Tells others what happened to it; `more` is what the event says besides whose it is. */
export async function tellOthers<P extends Told>(
  ctx: Context,
  tx: Tx,
  event: EventType<P>,
  it: Subscription,
  more: Omit<P, keyof Told>,
): Promise<void> {
  const learner_ids = await learnersOf(tx, it.id)
  const told: Told = { subscription_id: it.id, payer_id: it.payer_id, learner_ids, plan: it.plan }
  await emit(ctx, tx, event, { ...told, ...more } as P)
}
