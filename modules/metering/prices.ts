/** The verbs on prices of providers and rates of the dollar: dated, only ever added. And the margin that follows from them. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { uuidFrom, uuidV7 } from '../../kernel/ids.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { policy } from './policy.ts'
import { decimalOf } from './rules.ts'
import * as store from './store/prices.ts'
import { costsBySubject, type CostRow } from './store/usage.ts'
import { minorOf } from './usage.ts'

export type Price = store.PriceRow
export type Rate = store.RateRow

export interface NewPrice {
  readonly provider: string
  readonly model: string
  /** May lie in the past: events that waited for a price get it; those that have one keep theirs. */
  readonly valid_from: Temporal.Instant
  /** Millionths of a dollar per million tokens sent. */
  readonly input: bigint
  /** Millionths of a dollar per million tokens received. */
  readonly output: bigint
  /** Millionths of a dollar per million seconds of speech. */
  readonly second: bigint
}

/**
 * Adds a price from an instant on, until the next one of the same model. Audited. Refuses `metering.price_conflict` (another
 * price from that very instant). Safe to repeat.
 */
export async function addPrice(ctx: Context, tx: Tx, price: NewPrice): Promise<void> {
  const { provider, model, valid_from, input, output, second } = price
  const id = uuidFrom('metering.price', provider, model, valid_from.toString())
  const by = userIdOf(ctx.actor)
  const now = ctx.clock.now()
  const made = await store.insertPrice.run(tx, id, provider, model, valid_from, input, output, second, by, now)
  if (made === 0) {
    const there = await store.findPrice.one(tx, provider, model, valid_from)
    const same =
      there.input_micro_usd_per_million === input &&
      there.output_micro_usd_per_million === output &&
      there.second_micro_usd_per_million === second
    if (!same) refuse(errors.price_conflict)
  }
  await record(ctx, tx, {
    action: 'metering.price_added',
    subject: { type: 'price', id },
    after: {
      provider,
      model,
      valid_from: valid_from.toString(),
      input: `${input}`,
      output: `${output}`,
      second: `${second}`,
    },
  })
}

/** Newest first; one more than the page. */
export function listPrices(tx: Tx, page: PageRequest): Promise<Price[]> {
  return store.listPrices.all(tx, page.after?.[0], page.after?.[1], page.limit + 1)
}

/** Says what a dollar costs from a day on; for a day that has a rate this is its correction. Audited. Not idempotent. */
export async function addRate(
  ctx: Context,
  tx: Tx,
  rate: { readonly day: Temporal.PlainDate; readonly micros_per_usd: bigint; readonly source: string },
): Promise<void> {
  const { day, micros_per_usd, source } = rate
  const { currency } = ctx.product
  const id = uuidV7(ctx.clock)
  await store.insertRate.run(tx, id, currency, day, micros_per_usd, source, userIdOf(ctx.actor), ctx.clock.now())
  await record(ctx, tx, {
    action: 'metering.rate_added',
    subject: { type: 'exchange_rate', id },
    after: { currency, day: day.toString(), per_usd: decimalOf(micros_per_usd), source },
  })
}

/** What a dollar costs on a day; undefined before the first one known. */
export function rateOn(ctx: Context, tx: Tx, day: Temporal.PlainDate): Promise<Rate | undefined> {
  return store.rateOn.first(tx, ctx.product.currency, day)
}

/** Newest day first, corrections before what they correct; one more than the page. */
export function listRates(ctx: Context, tx: Tx, page: PageRequest): Promise<Rate[]> {
  return store.listRates.all(
    tx,
    ctx.product.currency,
    page.after?.[0],
    page.after?.[1],
    page.after?.[2],
    page.limit + 1,
  )
}

export interface Margin {
  readonly subject_id: string
  readonly events: bigint
  readonly revenue_minor: bigint
  readonly cost_usd_micros: bigint
  readonly cost_minor: bigint
  readonly margin_minor: bigint
  /** False while some day's cost has no rate: then the cost is more than it says. */
  readonly complete: boolean
}

const monthFrom = (month: Temporal.PlainDate) => {
  const from = month.with({ day: 1 })
  return [from, from.add({ months: 1 })] as const
}

/** What a learner brought in in a month, less what their usage cost by the rates of its days. */
export async function marginOf(ctx: Context, tx: Tx, subject: string, month: Temporal.PlainDate): Promise<Margin> {
  const [from, to] = monthFrom(month)
  const row = await costsBySubject.first(tx, from, to, ctx.product.currency, subject, null, null, 1)
  const nothing = { subject_id: subject, events: 0n, cost_usd_micros: 0n, cost_micros: 0n, unrated_days: 0n }
  return marginFrom(ctx, tx, row ?? nothing, from)
}

/** The margins of everybody who used something in a month, the most expensive first; one more than the page. */
export async function listMargins(
  ctx: Context,
  tx: Tx,
  month: Temporal.PlainDate,
  page: PageRequest,
): Promise<Margin[]> {
  const [from, to] = monthFrom(month)
  const { currency } = ctx.product
  const rows = await costsBySubject.all(tx, from, to, currency, null, page.after?.[0], page.after?.[1], page.limit + 1)
  const margins: Margin[] = []
  for (const row of rows) margins.push(await marginFrom(ctx, tx, row, from))
  return margins
}

async function marginFrom(ctx: Context, tx: Tx, row: CostRow, month: Temporal.PlainDate): Promise<Margin> {
  const { cost_micros, unrated_days, ...cost } = row
  const revenue_minor = (await policy(ctx)?.revenueOf?.(ctx, tx, row.subject_id, month)) ?? 0n
  const cost_minor = minorOf(ctx, cost_micros)
  const margin_minor = revenue_minor - cost_minor
  return { ...cost, revenue_minor, cost_minor, margin_minor, complete: unrated_days === 0n }
}
