/** Events: facts a module tells others, in the past tense. Emitting writes one job per subscriber in the same transaction. */
import type { Static, TSchema } from 'typebox'
import { assert } from '../assert.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/tx.ts'
import { enqueue, type AnyJob, type Job, type Transact } from '../jobs/job.ts'
import type { Subscription } from '../module.ts'

export interface EventType<P> {
  /** `module.what_happened`. */
  readonly name: string
  readonly payload: TSchema
  readonly __payload?: P
}

/** Payloads are JSON: ids as UUID strings, amounts as integer strings, instants as ISO strings. */
export function defineEvent<const S extends TSchema>(name: string, payload: S): EventType<Static<S>> {
  assert(/^[a-z]+\.[a-z_]+$/.test(name), `bad event name ${name}`)
  return Object.freeze({ name, payload })
}

/** A job that can take the event's payload. */
interface Follower<P> {
  readonly name: string
  readonly run: (input: { ctx: Context; tx: Tx; transact: Transact; payload: P }) => Promise<void>
}

/** "When this happens, these jobs run": the compiler checks that each accepts the event's payload. */
export function on<P>(event: EventType<P>, ...jobs: Follower<P>[]): Subscription {
  return { event: event as EventType<unknown>, jobs: jobs as unknown as AnyJob[] }
}

/** Tells the product's subscribers, by one job row each, in the caller's transaction. */
export async function emit<P>(ctx: Context, tx: Tx, event: EventType<P>, payload: P): Promise<void> {
  for (const subscription of ctx.product.on) {
    if (subscription.event.name !== event.name) continue
    for (const job of subscription.jobs) await enqueue(ctx, tx, job as Job, payload)
  }
}
