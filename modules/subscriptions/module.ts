/** Subscriptions: plans, trials, periods, renewals and their failures, invoices, and revenue earned by the day. */
import { lookup, owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { ledger } from '../ledger/module.ts'
import { notifications } from '../notifications/module.ts'
import { payments } from '../payments/module.ts'
import { profiles } from '../profiles/module.ts'
import { cardRoutes } from './card-routes.ts'
import { config } from './config.ts'
import { endingRoutes } from './ending-routes.ts'
import { errors } from './errors.ts'
import * as events from './events.ts'
import { fields } from './fields.ts'
import { search, trace } from './inquiry.ts'
import * as jobs from './jobs.ts'
import * as messages from './messages.ts'
import { eraseOf, exportOf } from './personal-data.ts'
import { backlogCheck, expectedTransfers } from './reading.ts'
import { routes } from './routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { forgetAllowances } from './store/subscriptions.ts'

export const subscriptions = defineModule({
  name: 'subscriptions',
  folder: import.meta.dirname,
  needs: [audit, identity, profiles, notifications, ledger, payments],
  routes: [...routes, ...cardRoutes, ...endingRoutes, ...staffRoutes],
  jobs: Object.values(jobs),
  events: Object.values(events),
  errors,
  fields,
  config,
  messages: Object.values(messages),
  usesPolicy: true,
  shown: ['plan_version'],
  placement: {
    subscription: owner('id'),
    seat: owner('subscription_id'),
    cover: owner('learner_id'),
    trial_claim: lookup('claimant'),
    plan_version: lookup('plan'),
    pause: owner('subscription_id'),
    allowance: owner('subscription_id'),
    invoice: owner('subscription_id'),
    line: owner('subscription_id'),
    numbering: lookup('series'),
    charge: owner('subscription_id'),
    repayment: owner('subscription_id'),
    refund_request: owner('subscription_id'),
    recognition: owner('subscription_id'),
  },
  personalData: { export: exportOf, erase: eraseOf },
  retention: [
    {
      table: 'subscriptions.allowance',
      keep: { days: 400 },
      remove: (_ctx, tx, before, held) =>
        forgetAllowances.run(tx, before.toZonedDateTimeISO('UTC').toPlainDate(), held),
    },
  ],
  search: [search],
  trace: [trace],
  health: [backlogCheck],
  expectedTransfers,
})
