/** The verbs: look at the queue, try a job again, remove what has been kept long enough. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { sweep } from '../../kernel/jobs/housekeeping.ts'
import type { HealthCheck } from '../../kernel/module.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import * as store from './store.ts'

/** One page of the queue, newest first; with `failed` only jobs that went wrong at least once. */
export async function listJobs(tx: Tx, failed: boolean, page: PageRequest): Promise<store.JobRow[]> {
  return store.listJobs.all(tx, failed, page.after?.[0], page.limit + 1)
}

/** Puts a job back at the front with all its tries. Safe to repeat: jobs are. Refuses `operations.job_not_found`. */
export async function retryJob(ctx: Context, tx: Tx, id: bigint, reason: string): Promise<void> {
  const job = await store.findJob.first(tx, id)
  if (!job) refuse(errors.job_not_found)
  await store.retryJob.run(tx, id)
  await record(ctx, tx, {
    action: 'operations.job_retried',
    subject: { type: 'job', id: uuidFrom('operations.job', String(id)) },
    before: { job: id, task: job.task, attempts: job.attempts, last_error: job.last_error },
    reason,
  })
}

const RETRIED_MAX = 1000

/** Puts all failed jobs of one kind back at the front, a thousand at most. Safe to repeat: jobs are. Says how many. */
export async function retryTask(ctx: Context, tx: Tx, task: string, reason: string): Promise<number> {
  const { retried } = await store.retryTask.one(tx, task, RETRIED_MAX)
  await record(ctx, tx, {
    action: 'operations.jobs_retried',
    subject: { type: 'job', id: uuidFrom('operations.task', task) },
    after: { task, retried },
    reason,
  })
  return retried
}

/** Runs every module's retention rule, sparing whose data is held; returns what was removed, by table. */
export async function applyRetention(ctx: Context, tx: Tx): Promise<Record<string, number>> {
  const removed: Record<string, number> = {}
  const held = (await ctx.product.held?.(ctx, tx)) ?? []
  for (const module of ctx.product.modules)
    for (const { table, keep, remove } of module.retention) {
      const before = ctx.clock.now().toZonedDateTimeISO('UTC').subtract(keep).toInstant()
      removed[table] = await remove(ctx, tx, before, held)
    }
  ctx.log.info({ removed }, 'retention applied')
  return removed
}

/** Removes old idempotency keys and limit windows. */
export async function sweepRuntime(ctx: Context, tx: Tx): Promise<void> {
  await sweep(tx, ctx.clock.now())
}

const LATE_SECONDS = 300

/** Degraded when jobs were given up, failed when due work has waited five minutes: nobody is working. */
export const queueHealth: HealthCheck = {
  name: 'job queue',
  async check(_ctx, tx) {
    const { waiting, given_up, oldest_due } = await store.measureQueue.one(tx)
    // The queue runs on wall time, whatever the business clock says.
    const lateSeconds = oldest_due
      ? (performance.timeOrigin + performance.now()) / 1000 - oldest_due.epochMilliseconds / 1000
      : 0
    const status = lateSeconds > LATE_SECONDS ? 'failed' : given_up > 0 ? 'degraded' : 'ok'
    return {
      status,
      detail: `${waiting} waiting, ${given_up} given up, oldest due ${Math.max(0, Math.round(lateSeconds))} s ago`,
    }
  },
}
