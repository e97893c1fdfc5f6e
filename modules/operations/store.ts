/** SQL of operations: the queue, through the view and the one function the server's role may use. */
import { statement } from '../../kernel/db/statement.ts'

export interface JobRow {
  id: bigint
  task: string
  payload: unknown
  run_at: Temporal.Instant
  attempts: number
  max_attempts: number
  last_error: string | null
  created_at: Temporal.Instant
  running: boolean
  given_up: boolean
}

export const listJobs = statement<JobRow>(
  'operations.list_jobs',
  `select id, task, payload, run_at, attempts, max_attempts, last_error, created_at, running, given_up
   from job_queue.job
   where (not $1::boolean or last_error is not null) and ($2::bigint is null or id < $2)
   order by id desc limit $3`,
)

export const findJob = statement<JobRow>(
  'operations.find_job',
  `select id, task, payload, run_at, attempts, max_attempts, last_error, created_at, running, given_up
   from job_queue.job where id = $1`,
)

export const retryJob = statement('operations.retry_job', 'select job_queue.retry($1)')

/** Failed jobs of one kind, all of them up to a bound. */
export const retryTask = statement<{ retried: number }>(
  'operations.retry_task',
  `select count(*)::integer as retried from (
     select id from job_queue.job where task = $1 and last_error is not null and not running order by id limit $2) j
   cross join lateral job_queue.retry(j.id)`,
)

export const measureQueue = statement<{ waiting: number; given_up: number; oldest_due: Temporal.Instant | null }>(
  'operations.measure_queue',
  `select count(*) filter (where not given_up)::integer as waiting, count(*) filter (where given_up)::integer as given_up,
     min(run_at) filter (where not given_up and not running) as oldest_due
   from job_queue.job`,
)
