/** The jobs of payments: each parses its payload and calls one verb. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { closeSession, pollPayments } from './polling.ts'
import { sweepRefunds, tryRefund } from './refunds.ts'
import { processEvent, sweepEvents } from './webhooks.ts'

export const applyEvent = defineJob({
  name: 'payments.apply_event',
  payload: Type.Object({ event_id: Type.String(), provider: Type.String() }),
  run: ({ ctx, tx, payload }) => processEvent(ctx, tx, payload.event_id, payload.provider),
})

export const sendRefund = defineJob({
  name: 'payments.send_refund',
  payload: Type.Object({ owner_id: Type.String(), refund_id: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) => tryRefund(ctx, transact, payload.owner_id, payload.refund_id),
})

export const cancelSession = defineJob({
  name: 'payments.cancel_session',
  payload: Type.Object({ owner_id: Type.String(), payment_id: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) => closeSession(ctx, transact, payload.owner_id, payload.payment_id),
})

/** Every minute: the provider is asked about payments it has told us nothing final of. */
export const poll = defineJob({
  name: 'payments.poll',
  payload: Type.Object({}),
  cron: '* * * * *',
  external: true,
  run: ({ ctx, transact }) => pollPayments(ctx, transact),
})

/** Every minute: events and refunds whose job died or must be tried again. */
export const sweep = defineJob({
  name: 'payments.sweep',
  payload: Type.Object({}),
  cron: '* * * * *',
  async run({ ctx, tx }) {
    await sweepEvents(ctx, tx)
    await sweepRefunds(ctx, tx)
  },
})
