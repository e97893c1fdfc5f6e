/** SQL of prices and rates: rows that are only ever added. */
import { statement } from '../../../kernel/db/statement.ts'

export interface PriceRow {
  id: string
  provider: string
  model: string
  valid_from: Temporal.Instant
  input_micro_usd_per_million: bigint
  output_micro_usd_per_million: bigint
  second_micro_usd_per_million: bigint
  recorded_at: Temporal.Instant
}

const PRICE = `id, provider, model, valid_from, input_micro_usd_per_million, output_micro_usd_per_million,
  second_micro_usd_per_million, recorded_at`

export const insertPrice = statement(
  'metering.insert_price',
  `insert into metering.price (id, provider, model, valid_from, input_micro_usd_per_million, output_micro_usd_per_million,
     second_micro_usd_per_million, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint price_once do nothing`,
)

export const findPrice = statement<PriceRow>(
  'metering.find_price',
  `select ${PRICE} from metering.price where provider = $1 and model = $2 and valid_from = $3`,
)

export const listPrices = statement<PriceRow>(
  'metering.list_prices',
  `select ${PRICE} from metering.price
   where $1::timestamptz is null or (valid_from, id) < ($1::timestamptz, $2::uuid)
   order by valid_from desc, id desc limit $3`,
)

export interface RateRow {
  id: string
  currency: string
  day: Temporal.PlainDate
  micros_per_usd: bigint
  source: string
  recorded_at: Temporal.Instant
}

export const insertRate = statement(
  'metering.insert_rate',
  `insert into metering.exchange_rate (id, currency, day, micros_per_usd, source, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7)`,
)

/** What holds on a day: the latest word on the latest day up to it. */
export const rateOn = statement<RateRow>(
  'metering.rate_on',
  `select id, currency, day, micros_per_usd, source, recorded_at from metering.exchange_rate
   where currency = $1 and day <= $2 order by day desc, recorded_at desc, id desc limit 1`,
)

export const listRates = statement<RateRow>(
  'metering.list_rates',
  `select id, currency, day, micros_per_usd, source, recorded_at from metering.exchange_rate
   where currency = $1 and ($2::date is null or (day, recorded_at, id) < ($2::date, $3::timestamptz, $4::uuid))
   order by day desc, recorded_at desc, id desc limit $5`,
)
