/** What staff ask of metering: prices, rates, costs, margins. Counts and sums only; what people said is not here. */
import { Type } from 'typebox'
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Body, CivilDate, Empty, Instant, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { addPrice, addRate, listMargins, listPrices, listRates, marginOf, type Margin } from './prices.ts'
import { decimalOf, microsOf } from './rules.ts'
import { usageByService } from './usage.ts'
import { userId } from '../identity/api.ts'

const Count = Type.String({ pattern: '^[0-9]{1,18}$', description: 'Integer string' })
const Dollars = Type.String({ pattern: '^[0-9]{1,6}(\\.[0-9]{1,6})?$', description: 'Dollars, decimal' })
const Name = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,99}$' })
const monthQuery = { month: Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })) }

/** The first day of the month asked for; of this month without one. */
function monthOf(ctx: Context, month: string | undefined): Temporal.PlainDate {
  if (month !== undefined) return Temporal.PlainDate.from(`${month}-01`)
  return civilDate(ctx.clock.now(), ctx.product.timeZone).with({ day: 1 })
}

const Price = Type.Object({
  provider: Type.String(),
  model: Type.String(),
  valid_from: Instant,
  input_usd_per_million: Dollars,
  output_usd_per_million: Dollars,
  second_usd_per_million: Dollars,
  recorded_at: Instant,
})

const prices = route({
  method: 'GET',
  path: '/metering/prices',
  summary: 'Prices of providers, those from the latest instant first',
  access: { permission: 'metering.view' },
  rows: 'all',
  query: Type.Object(pageQuery),
  response: { 200: Page(Price) },
  async handle({ tx, query }) {
    const page = pageRequest(query)
    return pageOf(
      await listPrices(tx, page),
      page,
      (row) => [row.valid_from, row.id],
      ({ provider, model, valid_from, recorded_at, ...row }) => ({
        provider,
        model,
        valid_from,
        input_usd_per_million: decimalOf(row.input_micro_usd_per_million),
        output_usd_per_million: decimalOf(row.output_micro_usd_per_million),
        second_usd_per_million: decimalOf(row.second_micro_usd_per_million),
        recorded_at,
      }),
    )
  },
})

const newPrice = route({
  method: 'POST',
  path: '/metering/prices',
  summary: 'Adds a price of a provider’s model',
  description:
    'Dollars per million tokens sent and received, and per million seconds of speech, from an instant on. A price is never changed: events keep the one they were counted at. Events that waited for a price get it within minutes. Refuses `metering.price_conflict`. Safe to repeat.',
  access: { permission: 'metering.manage' },
  rows: 'all',
  audited: true,
  body: Body({
    provider: Name,
    model: Name,
    valid_from: Instant,
    input_usd_per_million: Dollars,
    output_usd_per_million: Dollars,
    second_usd_per_million: Type.Optional(Dollars),
  }),
  response: { 204: Empty },
  async handle({ ctx, tx, body }) {
    await addPrice(ctx, tx, {
      provider: body.provider,
      model: body.model,
      valid_from: Temporal.Instant.from(body.valid_from),
      input: microsOf(body.input_usd_per_million),
      output: microsOf(body.output_usd_per_million),
      second: microsOf(body.second_usd_per_million ?? '0'),
    })
  },
})

const rates = route({
  method: 'GET',
  path: '/metering/rates',
  summary: 'What a dollar costs, the latest day first',
  access: { permission: 'metering.view' },
  rows: 'all',
  query: Type.Object(pageQuery),
  response: {
    200: Page(
      Type.Object({
        currency: Type.String(),
        day: CivilDate,
        per_usd: Type.String(),
        source: Type.String(),
        recorded_at: Instant,
      }),
    ),
  },
  async handle({ ctx, tx, query }) {
    const page = pageRequest(query)
    return pageOf(
      await listRates(ctx, tx, page),
      page,
      (row) => [row.day, row.recorded_at, row.id],
      ({ currency, day, micros_per_usd, source, recorded_at }) => ({
        currency,
        day,
        per_usd: decimalOf(micros_per_usd),
        source,
        recorded_at,
      }),
    )
  },
})

const newRate = route({
  method: 'POST',
  path: '/metering/rates',
  summary: 'Says what a dollar costs from a day on',
  description:
    'In the product’s currency, until the next day that has a rate. For a day that has one this is its correction; both are kept. `source` is where it was read. Refuses a rate of zero and a day that is none with `kernel.invalid_input`.',
  access: { permission: 'metering.manage' },
  rows: 'all',
  audited: true,
  body: Body({ day: CivilDate, per_usd: Dollars, source: Type.String({ minLength: 2, maxLength: 200 }) }),
  response: { 204: Empty },
  async handle({ ctx, tx, body }) {
    const wrong = (field: string) => refuse(kernelErrors.invalid_input, {}, { [field]: kernelErrors.malformed })
    let day: Temporal.PlainDate
    try {
      day = Temporal.PlainDate.from(body.day)
    } catch {
      return wrong('day')
    }
    const micros_per_usd = microsOf(body.per_usd)
    if (micros_per_usd === 0n) return wrong('per_usd')
    await addRate(ctx, tx, { day, micros_per_usd, source: body.source })
  },
})

const byService = route({
  method: 'GET',
  path: '/metering/services',
  summary: 'What all learners used in a month, per service',
  access: { permission: 'metering.view' },
  rows: 'all',
  query: Type.Object(monthQuery),
  response: {
    200: Type.Array(
      Type.Object({
        service: Type.String(),
        subjects: Count,
        events: Count,
        unpriced: Count,
        tokens_in: Count,
        tokens_out: Count,
        speech_seconds: Count,
        cost_usd_micros: Count,
      }),
    ),
  },
  handle({ ctx, tx, query }) {
    const from = monthOf(ctx, query.month)
    return usageByService(tx, from, from.add({ months: 1 }))
  },
})

const MarginOf = Type.Object({
  learner: WireId('usr'),
  events: Count,
  revenue_minor: AmountMinor,
  cost_usd_micros: Count,
  cost_minor: AmountMinor,
  margin_minor: AmountMinor,
  complete: Type.Boolean({ description: 'False while some day of the month has no rate' }),
})
const shown = ({ subject_id, ...margin }: Margin) => ({ learner: userId.wire(subject_id), ...margin })

const margins = route({
  method: 'GET',
  path: '/metering/margins',
  summary: 'Margin per learner in a month, the most expensive first',
  description:
    'Revenue of the month less the cost of its usage by the rates of its days. Everybody who was erased stands in one line.',
  access: { permission: 'metering.view' },
  rows: 'all',
  query: Type.Object({ ...pageQuery, ...monthQuery }),
  response: { 200: Page(MarginOf) },
  async handle({ ctx, tx, query }) {
    const page = pageRequest(query)
    const rows = await listMargins(ctx, tx, monthOf(ctx, query.month), page)
    return pageOf(rows, page, (row) => [row.cost_usd_micros, row.subject_id], shown)
  },
})

const margin = route({
  method: 'GET',
  path: '/metering/margins/{id}',
  summary: 'Margin of one learner in a month',
  access: { permission: 'metering.view' },
  rows: 'all',
  params: Type.Object({ id: WireId('usr') }),
  query: Type.Object(monthQuery),
  response: { 200: MarginOf },
  async handle({ ctx, tx, params, query }) {
    return shown(await marginOf(ctx, tx, userId.parse(params.id), monthOf(ctx, query.month)))
  },
})

export const staffRoutes = [prices, newPrice, rates, newRate, byService, margins, margin]
