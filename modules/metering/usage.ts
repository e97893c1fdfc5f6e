/** The verbs on usage: take events in, read the sums, prove them, and remove events whose sums are proven. */
import { assert } from '../../kernel/assert.ts'
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { exponentOf } from '../../kernel/money.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import type { HealthCheck } from '../../kernel/module.ts'
import { LATE_DAYS, policy } from './policy.ts'
import { faultOf, type UsageFault } from './rules.ts'
import * as store from './store/usage.ts'

export interface UsageEvent {
  /** Made by whoever used something, from the fact: counted once per subject, however often and late it comes. */
  readonly id: string
  readonly subject: string
  /** What belongs together: a conversation, a lesson. */
  readonly session: string
  /** `tutor`, `speech`, … */
  readonly service: string
  readonly provider: string
  readonly model: string
  readonly tokens_in?: number
  readonly tokens_out?: number
  readonly speech_seconds?: number
  readonly occurred_at: Temporal.Instant
  /** No personal data. */
  readonly metadata?: Readonly<Record<string, string | number | boolean>>
}

export interface TakenIn {
  readonly counted: number
  /** Were counted before, or stand twice in the batch. */
  readonly repeated: number
  /** What cannot be counted, each with its reason; the others are. */
  readonly refused: readonly { readonly id: string; readonly reason: UsageFault }[]
}

/** In one statement; a longer list goes in several. */
const BATCH_MAX = 5000

/**
 * Counts a batch of events in one statement: each once, in the civil day it happened in, at the price of its time, with the sums
 * of its person, day and service. Events that come late are counted in their own day, up to `lateDays`. Safe to repeat.
 */
export async function recordUsage(ctx: Context, tx: Tx, events: readonly UsageEvent[]): Promise<TakenIn> {
  assert(events.length <= BATCH_MAX, `at most ${BATCH_MAX} events at once`)
  const now = ctx.clock.now()
  const oldest = now.subtract({ hours: 24 * (policy(ctx)?.lateDays ?? LATE_DAYS) })
  const refused: { id: string; reason: UsageFault }[] = []
  const batch = new Map<string, UsageEvent>()
  let repeated = 0
  for (const event of events) {
    const reason = faultOf(event, oldest, now)
    const key = `${event.subject} ${event.id}`
    if (reason) refused.push({ id: event.id, reason })
    else if (batch.has(key)) repeated += 1
    else batch.set(key, event)
  }
  const list = [...batch.values()]
  if (list.length === 0) return { counted: 0, repeated, refused }
  const { counted } = await store.takeIn.one(
    tx,
    list.map((it) => it.subject),
    list.map((it) => it.id),
    list.map((it) => it.session),
    list.map((it) => it.service),
    list.map((it) => it.provider),
    list.map((it) => it.model),
    list.map((it) => it.tokens_in ?? 0),
    list.map((it) => it.tokens_out ?? 0),
    list.map((it) => it.speech_seconds ?? 0),
    list.map((it) => it.occurred_at),
    list.map((it) => (it.metadata === undefined ? null : JSON.stringify(it.metadata))),
    now,
    ctx.product.timeZone,
  )
  return { counted: Number(counted), repeated: repeated + list.length - Number(counted), refused }
}

export interface UsageOfDay {
  readonly day: Temporal.PlainDate
  readonly service: string
  readonly events: bigint
  readonly tokens_in: bigint
  readonly tokens_out: bigint
  readonly speech_seconds: bigint
  readonly cost_usd_micros: bigint
  /** In the product's currency by the rate of the day; null while none is known. */
  readonly cost_minor: bigint | null
}

const DAYS_MAX = 400
const ROWS_MAX = 4000

/** What a person used in [from, to), per civil day and service; at most 400 days. */
export async function usageOf(
  ctx: Context,
  tx: Tx,
  subject: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Promise<UsageOfDay[]> {
  const end = Temporal.PlainDate.compare(to, from.add({ days: DAYS_MAX })) > 0 ? from.add({ days: DAYS_MAX }) : to
  const rows = await store.totalsOf.all(tx, subject, from, end, ctx.product.currency, ROWS_MAX)
  return rows.map(({ cost_micros, ...row }) => ({
    ...row,
    cost_minor: cost_micros === null ? null : minorOf(ctx, cost_micros),
  }))
}

/** Millionths of the product's currency in its minor unit, to the nearest. */
export function minorOf(ctx: Context, micros: bigint): bigint {
  const unit = 10n ** BigInt(6 - exponentOf(ctx.product.currency))
  return (micros + unit / 2n) / unit
}

/** What all people used in [from, to), per service; for staff. */
export function usageByService(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  return store.totalsByService.all(tx, from, to)
}

const PRICED_AT_ONCE = 1000

/** Costs events that came in before their price was known. True while there may be more. Safe to repeat and to run at once. */
export async function priceWaiting(ctx: Context, tx: Tx): Promise<boolean> {
  const since = civilDate(ctx.clock.now(), ctx.product.timeZone).subtract({ days: DAYS_MAX })
  return (await store.priceWaiting.one(tx, since, PRICED_AT_ONCE)).priced === BigInt(PRICED_AT_ONCE)
}

/** The person's days and services whose events and sums differ, at most 100: none, ever. For proofs. */
export function differences(tx: Tx, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<store.Difference[]> {
  return store.differences.all(tx, from, to, 100)
}

/**
 * Removes the events of months that ended before `before`, the oldest first, each only once its events are proven equal to its
 * sums; a month that is not is left and logged. Says how many events went. Safe to repeat.
 */
export async function removeUsageBefore(
  ctx: Context,
  tx: Tx,
  before: Temporal.Instant,
  held: readonly string[],
): Promise<number> {
  const limit = civilDate(before, ctx.product.timeZone).with({ day: 1 })
  let removed = 0
  for (;;) {
    const oldest = await store.oldestMonth.first(tx, limit, held)
    if (oldest === undefined) return removed
    const { removed: gone } = await store.removeMonth.one(tx, oldest.month, ctx.clock.now(), held)
    if (gone === null) {
      ctx.log.error({ month: oldest.month.toString() }, 'usage events and their sums differ; the month stays')
      return removed
    }
    removed += Number(gone)
  }
}

const MONTHS_AHEAD = 6

/** Makes the partitions of this month and the next ones, and erases what came in at the moment of an erasure. Safe to repeat. */
export async function keepUsage(ctx: Context, tx: Tx): Promise<void> {
  const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
  await store.createPartitions.run(tx, today, today.add({ months: MONTHS_AHEAD }))
  for (const { subject_id } of await store.erasedWithUsage.all(tx))
    await store.eraseUsage.run(tx, subject_id, ctx.clock.now())
}

/** Proves that the sums of this month and the one before are those of their events; throws where they are not. */
export async function proveUsage(ctx: Context, transact: Transact): Promise<void> {
  const month = civilDate(ctx.clock.now(), ctx.product.timeZone).with({ day: 1 })
  for (const from of [month.subtract({ months: 1 }), month]) {
    const [wrong] = await transact((tx) => differences(tx, from, from.add({ months: 1 })))
    assert(!wrong, `usage events and sums of ${wrong?.day.toString()}, ${wrong?.service}, differ`)
  }
}

const RATE_DAYS = 7
const COSTS_DAYS = 31

/** Every event has a price, and the rate is of these days. */
export const usageCheck: HealthCheck = {
  name: 'usage',
  async check(ctx, tx) {
    const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
    const [events, totals] = [today.subtract({ days: DAYS_MAX }), today.subtract({ days: COSTS_DAYS })]
    const { unpriced, newest_rate, costs } = await store.usageHealth.one(tx, events, ctx.product.currency, totals)
    const old = newest_rate === null || Temporal.PlainDate.compare(newest_rate, today.subtract({ days: RATE_DAYS })) < 0
    const detail = `${unpriced} events without a price, newest rate ${newest_rate?.toString() ?? 'none'}`
    return { status: unpriced > 0n || (costs && old) ? 'degraded' : 'ok', detail }
  },
}
