/** The job queue, for staff. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Instant, Nullable, Page, pageQuery } from '../../kernel/http/schema.ts'
import { inquiryRoutes } from './inquiry-routes.ts'
import { listJobs, retryJob, retryTask } from './operations.ts'

const Job = Type.Object({
  id: Type.String(),
  task: Type.String(),
  payload: Type.Unknown({ description: 'Ids only; no job carries a secret' }),
  run_at: Instant,
  attempts: Type.Integer(),
  max_attempts: Type.Integer(),
  last_error: Nullable(Type.String()),
  created_at: Instant,
  running: Type.Boolean(),
  given_up: Type.Boolean(),
})

export const routes = [
  ...inquiryRoutes,
  route({
    method: 'GET',
    path: '/operations/jobs',
    summary: 'Jobs in the queue, newest first',
    access: { permission: 'operations.view' },
    rows: 'all',
    query: Type.Object({ ...pageQuery, failed: Type.Optional(Type.Boolean()) }),
    response: { 200: Page(Job) },
    async handle({ tx, query }) {
      const page = pageRequest(query)
      return pageOf(
        await listJobs(tx, query.failed ?? false, page),
        page,
        (row) => [row.id],
        (row) => row,
      )
    },
  }),
  route({
    method: 'POST',
    path: '/operations/jobs/retry',
    summary: 'Try all failed jobs of one kind again now',
    description: 'A thousand at most, oldest first. Safe to repeat: what jobs do is safe to repeat.',
    access: { permission: 'operations.manage' },
    rows: 'all',
    audited: true,
    stepUp: true,
    body: Body({
      task: Type.String({ pattern: '^[a-z]+\\.[a-z_]+$', maxLength: 100 }),
      reason: Type.String({ minLength: 3, maxLength: 500 }),
    }),
    response: { 200: Type.Object({ retried: Type.Integer() }) },
    async handle({ ctx, tx, body }) {
      return { retried: await retryTask(ctx, tx, body.task, body.reason) }
    },
  }),
  route({
    method: 'POST',
    path: '/operations/jobs/{id}/retry',
    summary: 'Try a job again now',
    description: 'Safe to repeat: what jobs do is safe to repeat. Refuses `operations.job_not_found`.',
    access: { permission: 'operations.manage' },
    rows: 'all',
    audited: true,
    stepUp: true,
    params: Type.Object({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) }),
    body: Body({ reason: Type.String({ minLength: 3, maxLength: 500 }) }),
    response: { 204: Type.Null() },
    async handle({ ctx, tx, params, body }) {
      await retryJob(ctx, tx, BigInt(params.id), body.reason)
    },
  }),
]
