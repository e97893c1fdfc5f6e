/** Money coming in through a provider, and going back the same way. What it is for is decided by whoever asked for it. */
import { lookup, owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { ledger } from '../ledger/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import * as events from './events.ts'
import { fields } from './fields.ts'
import { searches, trace } from './inquiry.ts'
import {
  applyEvent,
  askAfterReturn,
  cancelSession,
  changeSubscription,
  chargeCard,
  followEvent,
  poll,
  sendRefund,
  sweep,
} from './jobs.ts'
import { exportOf } from './privacy.ts'
import { backlogCheck, expectedTransfers } from './reading.ts'
import { routes } from './routes.ts'
import { removeCardsOf } from './store/cards.ts'
import { eraseMobileBefore, eraseMobileOf } from './store/payments.ts'
import { forgetBodiesBefore, removeEventsBefore } from './store/webhooks.ts'

export const payments = defineModule({
  name: 'payments',
  folder: import.meta.dirname,
  needs: [audit, ledger],
  routes,
  jobs: [
    applyEvent,
    followEvent,
    askAfterReturn,
    chargeCard,
    changeSubscription,
    sendRefund,
    cancelSession,
    poll,
    sweep,
  ],
  events: Object.values(events),
  errors,
  fields,
  config,
  usesPolicy: true,
  placement: {
    payment: owner('owner_id'),
    receipt: owner('owner_id'),
    refund: owner('owner_id'),
    step: owner('owner_id'),
    saved_card: owner('owner_id'),
    reversal: owner('owner_id'),
    provider_subscription: owner('owner_id'),
    provider_reference: lookup('reference'),
    webhook_event: lookup('event_id'),
  },
  personalData: {
    export: exportOf,
    erase: async (_ctx, tx, subjectId) => {
      await eraseMobileOf.run(tx, subjectId)
      await removeCardsOf.run(tx, subjectId)
    },
  },
  retention: [
    {
      table: 'payments.webhook_event',
      keep: { days: 90 },
      remove: (_ctx, tx, before, held) => forgetBodiesBefore.run(tx, before, held),
    },
    {
      table: 'payments.webhook_event',
      keep: { days: 400 },
      remove: (_ctx, tx, before, held) => removeEventsBefore.run(tx, before, held),
    },
    {
      table: 'payments.payment',
      keep: { days: 400 },
      remove: (_ctx, tx, before, held) => eraseMobileBefore.run(tx, before, held),
    },
  ],
  search: searches,
  trace: [trace],
  health: [backlogCheck],
  expectedTransfers,
})
