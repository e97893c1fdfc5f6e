/**
 * Jobs: work that follows a fact. The row is written in the transaction of the fact, so neither exists without the other.
 * A job may run more than once (a crash between its work and its completion); what it does must be safe to repeat.
 */
import type { Static, TSchema } from 'typebox'
import { assert } from '../assert.ts'
import type { Context } from '../context.ts'
import { statement } from '../db/statement.ts'
import { mark, type Tx } from '../db/tx.ts'

/** Opens a short transaction for work done between calls to the outside. */
export type Transact = <T>(body: (tx: Tx) => Promise<T>) => Promise<T>

interface JobBase {
  /** `module.what_it_does`. */
  readonly name: string
  readonly payload: TSchema
  /** Runs every so often besides (cron syntax, UTC, wall time). Its payload must accept `{}`. */
  readonly cron?: string
  /** Tries before it is left for a person to look at. Backoff is exponential. */
  readonly attemptsMax?: number
}

export interface Job<S extends TSchema = TSchema> extends JobBase {
  readonly payload: S
  readonly external?: false
  /** Runs in one transaction that sees all rows. */
  run(input: { ctx: Context; tx: Tx; payload: Static<S> }): Promise<void>
}

export interface ExternalJob<S extends TSchema = TSchema> extends JobBase {
  readonly payload: S
  /** Talks to the outside: gets no open transaction, writes intent before and result after with `transact`. */
  readonly external: true
  run(input: { ctx: Context; transact: Transact; payload: Static<S> }): Promise<void>
}

// A job of any payload. Method parameters are compared bivariantly, which is what a list of jobs needs.
export type AnyJob = Job | ExternalJob

export function defineJob<const S extends TSchema>(job: Job<S>): Job<S>
export function defineJob<const S extends TSchema>(job: ExternalJob<S>): ExternalJob<S>
export function defineJob(job: AnyJob): AnyJob {
  assert(/^[a-z]+\.[a-z_]+$/.test(job.name), `bad job name ${job.name}`)
  return Object.freeze(job)
}

/** The mark on a transaction that wrote a job; after its commit the worker is told. */
export const ENQUEUED = 'enqueued'

const addJob = statement(
  'kernel.enqueue_job',
  'select job_queue.enqueue($1::text, $2::json, $3::text, $4::integer, $5::integer)',
)

export interface EnqueueOptions {
  /** Jobs with the same key are one job while it waits: a later one replaces the payload. */
  key?: string
  /** Not before this many milliseconds of wall time. For backoff, never for business deadlines: those are swept by cron. */
  delayMs?: number
}

/** Writes the job in the caller's transaction. */
export async function enqueue<S extends TSchema>(
  ctx: Context,
  tx: Tx,
  job: Job<S> | ExternalJob<S>,
  payload: Static<S>,
  options: EnqueueOptions = {},
): Promise<void> {
  const wrapped = { payload, request_id: ctx.requestId }
  mark(tx, ENQUEUED)
  await addJob.run(tx, job.name, wrapped, options.key ?? null, job.attemptsMax ?? 12, options.delayMs ?? 0)
}
