/** The verbs of delivery: one try of one message, no transaction open while a provider is called; and the sweep of the due. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { isWanted } from './policy.ts'
import { portFor, Rejection } from './ports.ts'
import { ATTEMPTS_MAX, backoffSeconds } from './rules.ts'
import * as store from './store.ts'

const BATCH_MAX = 500

/**
 * Sends one message. The row is claimed before the call and settled after it; a crash in between leaves it `sending`, which
 * the sweep turns into `unknown`: a text message is never sent a second time on a guess. What the person no longer wants or
 * allows by now is `suppressed`.
 */
export async function deliverOne(ctx: Context, transact: Transact, owner: string, id: string): Promise<void> {
  const claimed = await transact(async (tx) => {
    const row = await store.claimOutgoing.first(tx, owner, id)
    if (!row) return undefined
    const open = async (field: 'address' | 'subject' | 'body') =>
      row[field] ? await ctx.vault.open(tx, owner, `messaging.outgoing.${field}`, row[field]) : undefined
    const address = await open('address')
    const { category, channel } = row
    const asked = category !== null && address !== undefined
    if (asked && !(await isWanted(ctx, tx, { userId: owner, category, channel, address }))) {
      await store.markFailed.run(tx, owner, id, 'suppressed', ctx.clock.now(), 'no longer wanted or allowed')
      return undefined
    }
    return { row, address, subject: await open('subject'), body: await open('body') }
  })
  if (!claimed) return
  const { row, address, subject, body } = claimed
  if (address === undefined || body === undefined) {
    // The person was erased while the message waited.
    await transact((tx) => store.markFailed.run(tx, owner, id, 'dropped', ctx.clock.now(), 'recipient erased'))
    return
  }
  try {
    const providerId = await portFor(ctx, row.channel)({ id, address, subject, body })
    await transact((tx) => store.markSent.run(tx, owner, id, ctx.clock.now(), providerId))
  } catch (error) {
    const now = ctx.clock.now()
    const why = error instanceof Error ? error.message : String(error)
    if (error instanceof Fault && !error.outcomeUnknown && row.attempts < ATTEMPTS_MAX) {
      await transact((tx) =>
        store.markForRetry.run(tx, owner, id, now.add({ seconds: backoffSeconds(row.attempts) }), why),
      )
      return
    }
    if (!(error instanceof Fault || error instanceof Rejection)) throw error
    const status = error instanceof Fault && error.outcomeUnknown ? 'unknown' : 'failed'
    await transact((tx) => store.markFailed.run(tx, owner, id, status, now, why))
    ctx.log.warn({ message_id: id, channel: row.channel, status, why }, 'a message was not delivered')
  }
}

/** Queued messages whose time has come: their job was lost, or they waited for the morning. */
export async function findDue(ctx: Context, tx: Tx): Promise<{ owner_id: string; id: string }[]> {
  return store.findDue.all(tx, ctx.clock.now(), BATCH_MAX)
}

/** Tries that were begun ten minutes ago and never ended: nobody knows whether they went out, so a person decides. */
export async function giveUpAbandoned(ctx: Context, tx: Tx): Promise<void> {
  const now = ctx.clock.now()
  for (const lost of await store.findAbandoned.all(tx, now.subtract({ minutes: 10 }), BATCH_MAX))
    await store.markFailed.run(tx, lost.owner_id, lost.id, 'unknown', now, 'the process ended while sending')
}
