/** Jobs of messaging: deliver one message, and every minute what is due. */
import { Type } from 'typebox'
import { defineJob, enqueue } from '../../kernel/jobs/job.ts'
import { deliverOne, findDue, giveUpAbandoned } from './delivery.ts'

/** One try; see `deliverOne`. */
export const deliver = defineJob({
  name: 'messaging.deliver',
  payload: Type.Object({ owner_id: Type.String(), id: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) => deliverOne(ctx, transact, payload.owner_id, payload.id),
})

export const sweep = defineJob({
  name: 'messaging.sweep',
  payload: Type.Object({}),
  cron: '* * * * *',
  async run({ ctx, tx }) {
    for (const due of await findDue(ctx, tx))
      await enqueue(ctx, tx, deliver, due, { key: `messaging.deliver:${due.id}` })
    await giveUpAbandoned(ctx, tx)
  },
})
