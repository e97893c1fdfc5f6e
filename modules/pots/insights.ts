/** Answers about all pots together: gifts per day, how many who look give, which packs are bought. Civil days of the product. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import * as store from './store/insights.ts'

export interface GiftDay {
  readonly day: Temporal.PlainDate
  /** Gifts whose money arrived on this day, also those given back later. */
  readonly gifts: number
  readonly amount_minor: bigint
  /** Times a pot was looked at. */
  readonly views: number
  /** Gifts begun on this day. */
  readonly started: number
  /** Of those begun on this day, how many were paid, whenever. */
  readonly paid: number
}

interface Range {
  /** The first civil day, included. */
  readonly first: Temporal.PlainDate
  /** Today, included. */
  readonly last: Temporal.PlainDate
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

/** The last `days` civil days, today included. */
function rangeOf({ clock, product }: Context, days: number): Range {
  const last = clock.now().toZonedDateTimeISO(product.timeZone).toPlainDate()
  const first = last.subtract({ days: days - 1 })
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(product.timeZone).toInstant()
  return { first, last, from: startOf(first), until: startOf(last.add({ days: 1 })) }
}

/** One entry per day, days without anything included, oldest first. Three statements. */
export async function giftsByDay(ctx: Context, tx: Tx, days: number): Promise<GiftDay[]> {
  const { first, last, from, until } = rangeOf(ctx, days)
  const zone = ctx.product.timeZone
  const paid = byDay(await store.paidByDay.all(tx, from, until, zone))
  const started = byDay(await store.startedByDay.all(tx, from, until, zone))
  const views = byDay(await store.viewsByDay.all(tx, first, last.add({ days: 1 })))
  return Array.from({ length: days }, (_, n) => {
    const day = first.add({ days: n })
    const key = day.toString()
    return {
      day,
      gifts: paid.get(key)?.gifts ?? 0,
      amount_minor: paid.get(key)?.amount_minor ?? 0n,
      views: views.get(key)?.views ?? 0,
      started: started.get(key)?.started ?? 0,
      paid: started.get(key)?.paid ?? 0,
    }
  })
}

function byDay<R extends { readonly day: Temporal.PlainDate }>(rows: readonly R[]): Map<string, R> {
  return new Map(rows.map((row) => [row.day.toString(), row]))
}

const PACKS_SHOWN = 8

/** The packs bought most within the last `days` days, with what was paid for them. */
export async function topPacks(ctx: Context, tx: Tx, days: number) {
  const { from, until } = rangeOf(ctx, days)
  return store.topPacks.all(tx, from, until, PACKS_SHOWN)
}
