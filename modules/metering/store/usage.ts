/** SQL of usage: events in, sums per person, day and service kept in the same statement, costs by the price of their time. */
import { statement } from '../../../kernel/db/statement.ts'

/**
 * Takes a batch in: columns as parallel arrays, each event once in it. Events already counted are passed over. An event without
 * a known price is kept without a cost. Those of erased people are counted for nobody and not kept.
 */
export const takeIn = statement<{ counted: bigint }>(
  'metering.take_in_usage',
  `with given as materialized (
     select g.subject_id, g.id, g.session_id, g.service, g.provider, g.model, g.tokens_in, g.tokens_out, g.speech_seconds,
       g.occurred_at, (g.occurred_at at time zone $13)::date as day, g.metadata::jsonb as metadata
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
       $9::bigint[], $10::timestamptz[], $11::text[])
       as g (subject_id, id, session_id, service, provider, model, tokens_in, tokens_out, speech_seconds, occurred_at,
         metadata)),
   fresh as materialized (
     insert into metering.usage_key (subject_id, id, day)
     select g.subject_id, g.id, g.day from given g order by g.subject_id, g.id
     on conflict on constraint usage_key_pkey do nothing
     returning subject_id, id),
   offer as materialized (
     select p.provider, p.model, p.id, p.valid_from,
       lead(p.valid_from, 1, 'infinity') over (partition by p.provider, p.model order by p.valid_from) as valid_to,
       p.input_micro_usd_per_million, p.output_micro_usd_per_million, p.second_micro_usd_per_million
     from metering.price p
     where (p.provider, p.model) in (select g.provider, g.model from given g)),
   costed as materialized (
     select g.subject_id, g.id, g.session_id, g.service, g.provider, g.model, g.tokens_in, g.tokens_out, g.speech_seconds,
       g.occurred_at, g.day, g.metadata, p.id as price_id,
       round((g.tokens_in::numeric * p.input_micro_usd_per_million + g.tokens_out::numeric * p.output_micro_usd_per_million
         + g.speech_seconds::numeric * p.second_micro_usd_per_million) / 1000000)::bigint as cost_usd_micros,
       e.subject_id is not null as erased
     from given g
     join fresh f on f.subject_id = g.subject_id and f.id = g.id
     left join offer p on p.provider = g.provider and p.model = g.model
       and g.occurred_at >= p.valid_from and g.occurred_at < p.valid_to
     left join metering.usage_erased e on e.subject_id = g.subject_id),
   kept as (
     insert into metering.usage_event (subject_id, day, id, session_id, service, provider, model, tokens_in, tokens_out,
       speech_seconds, occurred_at, received_at, price_id, cost_usd_micros, metadata)
     select c.subject_id, c.day, c.id, c.session_id, c.service, c.provider, c.model, c.tokens_in, c.tokens_out,
       c.speech_seconds, c.occurred_at, $12::timestamptz, c.price_id, c.cost_usd_micros, c.metadata
     from costed c where not c.erased),
   summed as (
     insert into metering.usage_total as t (subject_id, day, service, events, unpriced, tokens_in, tokens_out,
       speech_seconds, cost_usd_micros)
     select case when c.erased then metering.erased_subject() else c.subject_id end, c.day, c.service, count(*),
       count(*) filter (where c.price_id is null and not c.erased), sum(c.tokens_in), sum(c.tokens_out),
       sum(c.speech_seconds), coalesce(sum(c.cost_usd_micros), 0)
     from costed c group by 1, 2, 3 order by 1, 2, 3
     on conflict on constraint usage_total_pkey do update set events = t.events + excluded.events,
       unpriced = t.unpriced + excluded.unpriced, tokens_in = t.tokens_in + excluded.tokens_in,
       tokens_out = t.tokens_out + excluded.tokens_out, speech_seconds = t.speech_seconds + excluded.speech_seconds,
       cost_usd_micros = t.cost_usd_micros + excluded.cost_usd_micros)
   select count(*) as counted from fresh`,
)

/** Gives up to $2 events their cost whose price became known after they came in, and adds it to the sums. */
export const priceWaiting = statement<{ priced: bigint }>(
  'metering.price_waiting',
  `with offer as materialized (
     select p.provider, p.model, p.id, p.valid_from,
       lead(p.valid_from, 1, 'infinity') over (partition by p.provider, p.model order by p.valid_from) as valid_to,
       p.input_micro_usd_per_million, p.output_micro_usd_per_million, p.second_micro_usd_per_million
     from metering.price p),
   due as materialized (
     select e.subject_id, e.day, e.id, p.id as price_id,
       round((e.tokens_in::numeric * p.input_micro_usd_per_million + e.tokens_out::numeric * p.output_micro_usd_per_million
         + e.speech_seconds::numeric * p.second_micro_usd_per_million) / 1000000)::bigint as cost_usd_micros
     from metering.usage_event e
     join offer p on p.provider = e.provider and p.model = e.model
       and e.occurred_at >= p.valid_from and e.occurred_at < p.valid_to
     where e.price_id is null and e.day >= $1 limit $2),
   priced as (
     update metering.usage_event e set price_id = d.price_id, cost_usd_micros = d.cost_usd_micros
     from due d
     where e.subject_id = d.subject_id and e.day = d.day and e.id = d.id and e.day >= $1 and e.price_id is null
     returning e.subject_id, e.day, e.service, e.cost_usd_micros),
   summed as (
     select p.subject_id, p.day, p.service, count(*) as events, sum(p.cost_usd_micros)::bigint as cost_usd_micros
     from priced p group by p.subject_id, p.day, p.service),
   added as (
     update metering.usage_total t set unpriced = t.unpriced - s.events,
       cost_usd_micros = t.cost_usd_micros + s.cost_usd_micros
     from summed s where t.subject_id = s.subject_id and t.day = s.day and t.service = s.service)
   select count(*) as priced from priced`,
)

export interface TotalRow {
  day: Temporal.PlainDate
  service: string
  events: bigint
  tokens_in: bigint
  tokens_out: bigint
  speech_seconds: bigint
  cost_usd_micros: bigint
  /** In millionths of the product's currency, by the rate of the day; null without a rate. */
  cost_micros: bigint | null
}

// The rate of each day is the latest one known for it or before it.
const COSTED = `select t.day, t.service, t.events, t.tokens_in, t.tokens_out, t.speech_seconds, t.cost_usd_micros,
     case when t.cost_usd_micros = 0 then 0
       else round(t.cost_usd_micros::numeric * r.micros_per_usd / 1000000)::bigint end as cost_micros
   from metering.usage_total t
   left join lateral (
     select x.micros_per_usd from metering.exchange_rate x where x.currency = $4 and x.day <= t.day
     order by x.day desc, x.recorded_at desc, x.id desc limit 1) r on true`

export const totalsOf = statement<TotalRow>(
  'metering.totals_of',
  `${COSTED} where t.subject_id = $1 and t.day >= $2 and t.day < $3 order by t.day, t.service limit $5`,
)

export const totalsByService = statement<{
  service: string
  subjects: bigint
  events: bigint
  unpriced: bigint
  tokens_in: bigint
  tokens_out: bigint
  speech_seconds: bigint
  cost_usd_micros: bigint
}>(
  'metering.totals_by_service',
  `select t.service, count(distinct t.subject_id) as subjects, sum(t.events)::bigint as events,
     sum(t.unpriced)::bigint as unpriced, sum(t.tokens_in)::bigint as tokens_in, sum(t.tokens_out)::bigint as tokens_out,
     sum(t.speech_seconds)::bigint as speech_seconds, sum(t.cost_usd_micros)::bigint as cost_usd_micros
   from metering.usage_total t where t.day >= $1 and t.day < $2 group by t.service order by t.service limit 100`,
)

export interface CostRow {
  subject_id: string
  events: bigint
  cost_usd_micros: bigint
  cost_micros: bigint
  /** Days whose cost has no rate; their cost is not in `cost_micros`. */
  unrated_days: bigint
}

/** What each person cost in [$1, $2), in currency $3, the most expensive first. */
export const costsBySubject = statement<CostRow>(
  'metering.costs_by_subject',
  `with cost as (
     select t.subject_id, sum(t.events)::bigint as events, sum(t.cost_usd_micros)::bigint as cost_usd_micros,
       coalesce(sum(round(t.cost_usd_micros::numeric * r.micros_per_usd / 1000000)), 0)::bigint as cost_micros,
       count(*) filter (where r.micros_per_usd is null and t.cost_usd_micros > 0) as unrated_days
     from metering.usage_total t
     left join lateral (
       select x.micros_per_usd from metering.exchange_rate x where x.currency = $3 and x.day <= t.day
       order by x.day desc, x.recorded_at desc, x.id desc limit 1) r on true
     where t.day >= $1 and t.day < $2 and ($4::uuid is null or t.subject_id = $4)
     group by t.subject_id)
   select c.subject_id, c.events, c.cost_usd_micros, c.cost_micros, c.unrated_days from cost c
   where $5::bigint is null or (c.cost_usd_micros, c.subject_id) < ($5::bigint, $6::uuid)
   order by c.cost_usd_micros desc, c.subject_id desc limit $7`,
)

export interface EventRow {
  id: string
  session_id: string
  service: string
  provider: string
  model: string
  tokens_in: bigint
  tokens_out: bigint
  speech_seconds: bigint
  occurred_at: Temporal.Instant
  cost_usd_micros: bigint | null
}

export const eventsOf = statement<EventRow>(
  'metering.events_of',
  `select id, session_id, service, provider, model, tokens_in, tokens_out, speech_seconds, occurred_at, cost_usd_micros
   from metering.usage_event where subject_id = $1 order by day desc, id limit $2`,
)

export const eraseUsage = statement('metering.erase_usage', 'select metering.erase_usage($1, $2)')

/** Erased people for whom something came in at the moment of their erasure. */
export const erasedWithUsage = statement<{ subject_id: string }>(
  'metering.erased_with_usage',
  `select e.subject_id from metering.usage_erased e
   where exists (select from metering.usage_total t where t.subject_id = e.subject_id) limit 100`,
)

export const createPartitions = statement<{ made: number }>(
  'metering.create_partitions',
  'select metering.create_partitions($1, $2) as made',
)

export interface Difference {
  subject_id: string
  day: Temporal.PlainDate
  service: string
  events_counted: bigint
  events_summed: bigint
}

export const differences = statement<Difference>(
  'metering.usage_differences',
  `select subject_id, day, service, events_counted, events_summed from metering.differences($1, $2, $3)`,
)

/** The oldest month that still has events before $1. */
export const oldestMonth = statement<{ month: Temporal.PlainDate }>(
  'metering.oldest_usage_month',
  `select date_trunc('month', day)::date as month from metering.usage_event
   where day < $1 and not (subject_id = any($2::uuid[])) order by day limit 1`,
)

/** Null when events and sums differ: nothing was removed. */
export const removeMonth = statement<{ removed: bigint | null }>(
  'metering.remove_month',
  'select metering.remove_month($1, $2, $3::uuid[]) as removed',
)

/** Looks no further than it must: asked by monitors all day. */
export const usageHealth = statement<{ unpriced: bigint; newest_rate: Temporal.PlainDate | null; costs: boolean }>(
  'metering.usage_health',
  `select (select count(*) from (
       select from metering.usage_event e where e.price_id is null and e.day >= $1 limit 1000) w) as unpriced,
     (select max(x.day) from metering.exchange_rate x where x.currency = $2) as newest_rate,
     exists (select from metering.usage_total t where t.day >= $3 and t.cost_usd_micros > 0) as costs`,
)
