/** Legal holds on the wire, for staff. */
import { Type } from 'typebox'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { listOpen } from './erasures.ts'
import { MANAGE } from './exports.ts'
import { listHolds, placeHold, releaseHold, type Hold } from './holds.ts'
import { holdId } from './ids.ts'
import { erasureBody, ErasureSchema } from './routes.ts'

const Reason = Type.String({ minLength: 3, maxLength: 500 })
const HoldSchema = Type.Object({
  id: WireId('hld'),
  user_id: WireId('usr'),
  basis: Type.String(),
  placed_by: WireId('usr'),
  placed_at: Instant,
  until: Nullable(CivilDate),
  released_at: Nullable(Instant),
  released_reason: Nullable(Type.String()),
})

function holdBody(row: Hold) {
  const { id, subject_id, basis, placed_by, placed_at, until, released_at, released_reason } = row
  return {
    id: holdId.wire(id),
    user_id: userId.wire(subject_id),
    basis,
    placed_by: userId.wire(placed_by),
    placed_at,
    until,
    released_at,
    released_reason,
  }
}

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/erasures',
    summary: 'Erasures that wait or run, the next one first',
    access: { permission: MANAGE },
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(Type.Object({ ...ErasureSchema.properties, user_id: WireId('usr') })) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      return pageOf(
        await listOpen(tx, page),
        page,
        (row) => [row.due_at, row.id],
        (row) => ({ ...erasureBody(row), user_id: userId.wire(row.subject_id) }),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/legal-holds',
    summary: 'Legal holds, newest first',
    access: { permission: MANAGE },
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(HoldSchema) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      return pageOf(await listHolds(tx, page), page, ({ placed_at, id }) => [placed_at, id], holdBody)
    },
  }),
  route({
    method: 'POST',
    path: '/people/{id}/legal-holds',
    summary: 'Hold a person’s data back from erasure',
    description:
      '`basis` says which claim or order, and `until` its last day where there is one. Erasures wait while it lasts. Refuses `privacy.erasure_begun`.',
    access: { permission: MANAGE },
    rows: 'all',
    stepUp: true,
    audited: true,
    params: Type.Object({ id: WireId('usr') }),
    body: Body({ basis: Reason, until: Type.Optional(CivilDate) }),
    response: { 201: HoldSchema },
    async handle({ ctx, tx, params, body }) {
      const until = body.until === undefined ? undefined : dayOf(body.until)
      return holdBody(await placeHold(ctx, tx, userId.parse(params.id), body.basis, until))
    },
  }),
  route({
    method: 'POST',
    path: '/people/{id}/legal-holds/{hold_id}/release',
    summary: 'End a legal hold',
    description: 'What waited is erased at the next sweep. Refuses `privacy.hold_unknown`.',
    access: { permission: MANAGE },
    rows: 'all',
    stepUp: true,
    audited: true,
    params: Type.Object({ id: WireId('usr'), hold_id: WireId('hld') }),
    body: Body({ reason: Reason }),
    response: { 200: HoldSchema },
    handle: async ({ ctx, tx, params, body }) =>
      holdBody(await releaseHold(ctx, tx, userId.parse(params.id), holdId.parse(params.hold_id), body.reason)),
  }),
]

function dayOf(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return refuse(kernelErrors.invalid_input, {}, { until: kernelErrors.malformed })
  }
}
