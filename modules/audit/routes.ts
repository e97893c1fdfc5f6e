/** Reading the trail; for staff with `audit.view`. */
import { Type } from 'typebox'
import { pageOf, pageRequest, timeRange, uuidFilter } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Instant, Nullable, Page, timedQuery } from '../../kernel/http/schema.ts'
import { listRecords } from './audit.ts'

const Record = Type.Object({
  id: Type.String({ format: 'uuid' }),
  action: Type.String(),
  subject_type: Type.String(),
  subject_id: Type.String({ format: 'uuid' }),
  actor_kind: Type.String(),
  actor_id: Nullable(Type.String({ format: 'uuid' })),
  actor_name: Nullable(Type.String()),
  request_id: Type.String(),
  before: Type.Unknown(),
  after: Type.Unknown(),
  reason: Nullable(Type.String()),
  recorded_at: Instant,
})

export const routes = [
  route({
    method: 'GET',
    path: '/audit',
    summary: 'Who did what, newest first unless `sort=oldest`',
    access: { permission: 'audit.view' },
    rows: 'all',
    query: Type.Object({
      ...timedQuery,
      subject_id: Type.Optional(Type.String()),
      actor_id: Type.Optional(Type.String()),
      action: Type.Optional(Type.String({ maxLength: 100 })),
      request_id: Type.Optional(Type.String({ maxLength: 100 })),
    }),
    response: { 200: Page(Record) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      const subjectId = uuidFilter(query.subject_id, 'subject_id')
      const actorId = uuidFilter(query.actor_id, 'actor_id')
      const rows = await listRecords(
        tx,
        {
          ...(subjectId ? { subjectId } : {}),
          ...(actorId ? { actorId } : {}),
          ...(query.action ? { action: query.action } : {}),
          ...(query.request_id ? { requestId: query.request_id } : {}),
          ...timeRange(query),
          oldestFirst: query.sort === 'oldest',
        },
        page,
      )
      return pageOf(
        rows,
        page,
        (row) => [row.recorded_at, row.id],
        (row) => row,
      )
    },
  }),
]
