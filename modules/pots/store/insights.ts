/** SQL of what staff ask of all pots together: sums by day and by pack, bounded by days and read from indexes. Crosses owners. */
import { statement } from '../../../kernel/db/statement.ts'

// $1 from and $2 before, as instants; $3 the zone whose days are counted.
export const paidByDay = statement<{ day: Temporal.PlainDate; gifts: number; amount_minor: bigint }>(
  'pots.paid_by_day',
  `select (paid_at at time zone $3)::date as day, count(*)::integer as gifts, sum(amount_minor)::bigint as amount_minor
   from pots.gift where paid_at >= $1 and paid_at < $2 group by 1 order by 1`,
)

/** Gifts by the day somebody began to give, and how many of these were paid, whenever. */
export const startedByDay = statement<{ day: Temporal.PlainDate; started: number; paid: number }>(
  'pots.started_by_day',
  `select (created_at at time zone $3)::date as day, count(*)::integer as started, count(paid_at)::integer as paid
   from pots.gift where created_at >= $1 and created_at < $2 group by 1 order by 1`,
)

export const viewsByDay = statement<{ day: Temporal.PlainDate; views: number; shares: number }>(
  'pots.views_by_day',
  `select day, sum(views)::integer as views, sum(shares)::integer as shares
   from pots.daily_count where day >= $1 and day < $2 group by day order by day`,
)

export const topPacks = statement<{
  pack_id: string
  name: Record<string, string>
  bought: number
  amount_minor: bigint
}>(
  'pots.top_packs',
  `select pack_id, (array_agg(pack -> 'name' order by ended_at desc))[1] as name, count(*)::integer as bought,
     sum((pack ->> 'price_minor')::bigint)::bigint as amount_minor
   from pots.pot where end_reason = 'bought' and ended_at >= $1 and ended_at < $2
   group by pack_id order by bought desc, amount_minor desc, pack_id limit $3`,
)
