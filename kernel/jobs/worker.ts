/**
 * The worker of one product: runs due jobs and cron entries through graphile-worker, each in a context of its own. Also
 * prepares the queue's schema, which belongs to the jobs role; the server may only add jobs, through one function.
 */
import {
  makeWorkerUtils,
  parseCronItems,
  run,
  runOnce,
  type CronItem,
  type Runner,
  type TaskList,
} from 'graphile-worker'
import pg from 'pg'
import { quoted } from '../db/migrate.ts'
import { ALL_ROWS, type Database } from '../db/database.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../errors.ts'
import { uuidV7 } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { Product } from '../module.ts'
import type { AnyJob } from './job.ts'
import { startPresence } from './presence.ts'

export interface WorkerParts {
  readonly product: Product
  readonly db: Database
  readonly jobsUrl: string
  readonly log: Log
  readonly metrics: Metrics
  context(given: Pick<Context, 'requestId' | 'actor' | 'locale'>): Context
}

/** Creates or updates the queue. Run while migrating, as the jobs role. Safe to repeat. */
export async function prepareQueue(jobsUrl: string, appRole: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: jobsUrl, logger: silentLogger })
  try {
    await utils.migrate()
  } finally {
    await utils.release()
  }
  const client = new pg.Client({ connectionString: jobsUrl })
  await client.connect()
  try {
    await client.query(queueSql.replaceAll(':app', quoted(appRole)))
  } finally {
    await client.end()
  }
}

// add_job's run_at is wall time: delays are for backoff only.
const queueSql = `
begin;
select pg_advisory_xact_lock(7236012);
create schema if not exists job_queue;
-- A job without a key is inserted as add_job would, but silently: NOTIFY lets the commits that send it pass one at a time,
-- which would put every transaction with an event into one queue. The kernel knocks after the commit instead.
create or replace function job_queue.enqueue(task text, payload json, key text, attempts integer, delay_ms integer)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due timestamptz := now() + make_interval(secs => delay_ms / 1000.0);
begin
  if key is not null then
    perform from graphile_worker.add_job(
      identifier => task, payload => payload, job_key => key, max_attempts => attempts, run_at => due);
    return;
  end if;
  insert into graphile_worker._private_tasks (identifier)
  select task where not exists (select from graphile_worker._private_tasks t where t.identifier = task)
  on conflict do nothing;
  insert into graphile_worker._private_jobs (task_id, payload, run_at, max_attempts)
  select t.id, payload, due, attempts::smallint from graphile_worker._private_tasks t where t.identifier = task;
end $$;
create or replace view job_queue.job as
  select j.id, t.identifier as task, j.payload, j.run_at, j.attempts, j.max_attempts, j.last_error, j.created_at,
    j.locked_at is not null as running, j.attempts >= j.max_attempts as given_up
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id;
create or replace function job_queue.retry(job_id bigint)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select from graphile_worker.reschedule_jobs(array[job_id], run_at => now(), attempts => 0);
$$;
revoke all on function job_queue.enqueue, job_queue.retry from public;
grant usage on schema job_queue to :app;
grant execute on function job_queue.enqueue, job_queue.retry to :app;
grant select on job_queue.job to :app;
commit;`

/** Starts working until `stop`, which waits for the jobs in hand. */
export async function startWorker(
  parts: WorkerParts,
  options: { concurrency: number },
): Promise<{ stop(): Promise<void> }> {
  const presence = startPresence(parts.jobsUrl, parts.log)
  const runner: Runner = await run({
    events: presence.events,
    connectionString: parts.jobsUrl,
    concurrency: options.concurrency,
    maxPoolSize: options.concurrency + 2,
    pollInterval: 1000,
    noHandleSignals: true,
    taskList: taskList(parts),
    parsedCronItems: parseCronItems(cronItems(parts.product)),
    logger: silentLogger,
  })
  return {
    async stop() {
      await runner.stop()
      await presence.end()
    },
  }
}

/** Runs what is due until nothing is; for tests and for catching up after the clock was moved. */
export async function drainJobs(parts: WorkerParts, pgPool?: pg.Pool): Promise<void> {
  const where = pgPool ? { pgPool } : { connectionString: parts.jobsUrl }
  await runOnce({ ...where, taskList: taskList(parts), noHandleSignals: true, concurrency: 1, logger: silentLogger })
}

/** Every cron job of the product, to run at once (after the clock was moved, or in a test). */
export function cronJobs(product: Product): AnyJob[] {
  return product.modules.flatMap((module) => module.jobs).filter((job) => job.cron !== undefined)
}

function cronItems(product: Product): CronItem[] {
  return cronJobs(product).map((job) => ({
    task: job.name,
    match: job.cron!,
    identifier: job.name,
    payload: { payload: {} },
    // Sweeps find all that is due, so missed minutes need no replay.
    options: { backfillPeriod: 0, maxAttempts: 1, jobKey: `cron:${job.name}`, jobKeyMode: 'preserve_run_at' },
  }))
}

function taskList(parts: WorkerParts): TaskList {
  const list: TaskList = {}
  for (const module of parts.product.modules)
    for (const job of module.jobs) {
      list[job.name] = async (wrapped) => {
        const { payload, request_id } = wrapped as { payload: unknown; request_id?: string }
        const ctx = parts.context({
          requestId: request_id ?? uuidV7({ now: () => Temporal.Now.instant() }),
          actor: { kind: 'system', name: job.name },
          locale: parts.product.locales[0],
        })
        const stop = parts.metrics.jobs.startTimer({ job: job.name })
        try {
          await runJob(parts.db, ctx, job, payload)
          stop({ outcome: 'done' })
        } catch (error) {
          stop({ outcome: error instanceof Refusal ? 'refused' : 'failed' })
          const fields = { job: job.name, request_id: ctx.requestId }
          if (error instanceof Refusal) ctx.log.warn({ ...fields, code: error.kind.code }, 'a job was refused')
          else ctx.log.error({ ...fields, err: error }, 'a job failed')
          throw error
        }
      }
    }
  return list
}

/** Runs one job once. */
export async function runJob(db: Database, ctx: Context, job: AnyJob, payload: unknown): Promise<void> {
  if (job.external)
    await job.run({ ctx, payload: payload as never, transact: (body) => db.transaction(ALL_ROWS, body) })
  else await db.transaction(ALL_ROWS, (tx) => job.run({ ctx, tx, payload: payload as never }))
}

// graphile-worker's own lines say what ours say already.
const silentLogger = new (await import('graphile-worker')).Logger(() => () => {})
