/** What people and workers ask of metering: a learner's quota and usage; batches of events coming in. */
import { Type } from 'typebox'
import { civilDate } from '../../kernel/clock.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Body, CivilDate, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { requireOver } from '../profiles/api.ts'
import { quotaOf } from './quotas.ts'
import { staffRoutes } from './staff-routes.ts'
import { recordUsage, usageOf } from './usage.ts'

const Count = Type.String({ pattern: '^[0-9]{1,18}$', description: 'Integer string' })
const Meter = Type.Union([Type.Literal('ai_tokens'), Type.Literal('speech_seconds')])

const dayOf = (text: string, field: string): Temporal.PlainDate => {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return refuse(kernelErrors.invalid_input, {}, { [field]: kernelErrors.malformed })
  }
}

const learnerUsage = route({
  method: 'GET',
  path: '/learners/{id}/usage',
  summary: 'What a learner may use and used',
  description:
    'For the learner, guardians with `view`, and staff with `metering.view`. Quotas usable now per meter (`used` + `held` + `left` = `granted`), and usage per civil day and service in [from, to): the last 30 days without them, at most 400. `cost_minor` is what it cost us, by the rate of the day; null without a rate. Refuses `kernel.not_found`.',
  access: 'user',
  rows: 'all',
  params: Type.Object({ id: WireId('usr') }),
  query: Type.Object({ from: Type.Optional(CivilDate), to: Type.Optional(CivilDate) }),
  response: {
    200: Type.Object({
      quotas: Type.Array(
        Type.Object({ meter: Meter, granted: Count, used: Count, held: Count, left: Count, until: Instant }),
      ),
      usage: Type.Array(
        Type.Object({
          day: CivilDate,
          service: Type.String(),
          events: Count,
          tokens_in: Count,
          tokens_out: Count,
          speech_seconds: Count,
          cost_minor: Nullable(AmountMinor),
        }),
      ),
    }),
  },
  async handle({ ctx, tx, params, query }) {
    const subject = userId.parse(params.id)
    await requireOver(ctx, tx, subject, 'view', 'metering.view')
    const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
    const to = query.to === undefined ? today.add({ days: 1 }) : dayOf(query.to, 'to')
    const from = query.from === undefined ? to.subtract({ days: 31 }) : dayOf(query.from, 'from')
    const quotas = await quotaOf(ctx, tx, subject)
    const usage = await usageOf(ctx, tx, subject, from, to)
    // What it cost in dollars is for staff: the schema leaves it out.
    return { quotas, usage }
  },
})

const Units = Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 }))

const intake = route({
  method: 'POST',
  path: '/metering/usage',
  summary: 'Takes usage events of a worker in',
  description:
    'Each event is counted once per subject, by its `id`, in the civil day it happened in and at the price of its time; repeats and events that come late are expected. What cannot be counted is listed with its reason (`negative`, `too_large`, `too_late`, `in_the_future`, `malformed`), the rest is counted all the same. Safe to repeat by the ids, so no key is kept.',
  access: { permission: 'metering.intake' },
  rows: 'all',
  idempotency: 'none',
  body: Body({
    events: Type.Array(
      Body({
        id: Type.String({ format: 'uuid' }),
        subject: WireId('usr'),
        session: Type.String({ format: 'uuid' }),
        service: Type.String({ maxLength: 100 }),
        provider: Type.String({ maxLength: 100 }),
        model: Type.String({ maxLength: 100 }),
        tokens_in: Units,
        tokens_out: Units,
        speech_seconds: Units,
        occurred_at: Instant,
        metadata: Type.Optional(
          Type.Record(
            Type.String({ maxLength: 50 }),
            Type.Union([Type.String({ maxLength: 200 }), Type.Number(), Type.Boolean()]),
            { maxProperties: 20 },
          ),
        ),
      }),
      { minItems: 1, maxItems: 1000 },
    ),
  }),
  response: {
    200: Type.Object({
      counted: Type.Integer(),
      repeated: Type.Integer(),
      refused: Type.Array(Type.Object({ id: Type.String(), reason: Type.String() })),
    }),
  },
  handle: ({ ctx, tx, body }) =>
    recordUsage(
      ctx,
      tx,
      body.events.map(({ occurred_at, subject, ...event }) => ({
        ...event,
        id: event.id.toLowerCase(),
        session: event.session.toLowerCase(),
        subject: userId.parse(subject),
        occurred_at: Temporal.Instant.from(occurred_at),
      })),
    ),
})

export const routes = [learnerUsage, intake, ...staffRoutes]
