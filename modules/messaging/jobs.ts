/** Delivery: one try per run, no transaction open while a provider is called. */
import { Type } from 'typebox'
import type { Context } from '../../kernel/context.ts'
import { Fault } from '../../kernel/errors.ts'
import { defineJob, enqueue, type Transact } from '../../kernel/jobs/job.ts'
import { portFor, Rejection } from './ports.ts'
import { ATTEMPTS_MAX, backoffSeconds } from './rules.ts'
import * as store from './store.ts'

/**
 * Sends one message. The row is claimed before the call and settled after it; a crash in between leaves it `sending`, which
 * the sweep turns into `unknown`: a text message is never sent a second time on a guess.
 */
export const deliver = defineJob({
  name: 'messaging.deliver',
  payload: Type.Object({ owner_id: Type.String(), id: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) => deliverOne(ctx, transact, payload.owner_id, payload.id),
})

async function deliverOne(ctx: Context, transact: Transact, owner: string, id: string): Promise<void> {
  const claimed = await transact(async (tx) => {
    const row = await store.claimOutgoing.first(tx, owner, id)
    if (!row) return undefined
    const open = async (field: 'address' | 'subject' | 'body') =>
      row[field] ? await ctx.vault.open(tx, owner, `messaging.outgoing.${field}`, row[field]) : undefined
    return { row, address: await open('address'), subject: await open('subject'), body: await open('body') }
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

/** Every minute: queued messages whose time has come, and tries that died half-way. */
export const sweep = defineJob({
  name: 'messaging.sweep',
  payload: Type.Object({}),
  cron: '* * * * *',
  async run({ ctx, tx }) {
    const now = ctx.clock.now()
    for (const due of await store.findDue.all(tx, now, 500))
      await enqueue(ctx, tx, deliver, { owner_id: due.owner_id, id: due.id }, { key: `messaging.deliver:${due.id}` })
    for (const lost of await store.findAbandoned.all(tx, now.subtract({ minutes: 10 }), 500))
      await store.markFailed.run(tx, lost.owner_id, lost.id, 'unknown', now, 'the process ended while sending')
  },
})
