/** The jobs of payments: each parses its payload and calls one verb. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { sweepCharges, tryCharge } from './cards.ts'
import { followEvent as follow } from './following.ts'
import { askOnReturn, closeSession, pollPayments } from './polling.ts'
import { askSubscriptions, tellProvider } from './provider-subscriptions.ts'
import { sweepRefunds, tryRefund } from './refunds.ts'
import { processEvent, sweepEvents } from './webhooks.ts'

export const applyEvent = defineJob({
  name: 'payments.apply_event',
  payload: Type.Object({ event_id: Type.String(), provider: Type.String() }),
  run: ({ ctx, tx, payload }) => processEvent(ctx, tx, payload.event_id, payload.provider),
})

/** For providers whose events are hearsay: asks the provider itself, then applies. */
export const followEvent = defineJob({
  name: 'payments.follow_event',
  payload: Type.Object({ event_id: Type.String(), provider: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) => follow(ctx, transact, payload.event_id, payload.provider),
})

/** The browser came back from the provider's page: its words are a hint to ask. */
export const askAfterReturn = defineJob({
  name: 'payments.ask_after_return',
  payload: Type.Object({ owner_id: Type.String(), payment_id: Type.String(), transaction_ref: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) =>
    askOnReturn(ctx, transact, payload.owner_id, payload.payment_id, payload.transaction_ref),
})

export const chargeCard = defineJob({
  name: 'payments.charge_card',
  payload: Type.Object({ owner_id: Type.String(), payment_id: Type.String() }),
  external: true,
  run: ({ ctx, transact, payload }) => tryCharge(ctx, transact, payload.owner_id, payload.payment_id),
})

export const changeSubscription = defineJob({
  name: 'payments.change_subscription',
  payload: Type.Object({
    owner_id: Type.String(),
    subscription_id: Type.String(),
    act: Type.Union([Type.Literal('suspend'), Type.Literal('resume'), Type.Literal('cancel')]),
  }),
  external: true,
  run: ({ ctx, transact, payload }) =>
    tellProvider(ctx, transact, payload.owner_id, payload.subscription_id, payload.act),
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
  async run({ ctx, transact }) {
    await pollPayments(ctx, transact)
    await askSubscriptions(ctx, transact)
  },
})

/** Every minute: events, refunds and charges whose job died or must be tried again. */
export const sweep = defineJob({
  name: 'payments.sweep',
  payload: Type.Object({}),
  cron: '* * * * *',
  async run({ ctx, tx }) {
    await sweepEvents(ctx, tx)
    await sweepRefunds(ctx, tx)
    await sweepCharges(ctx, tx)
  },
})
