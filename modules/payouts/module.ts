/** Money going out to people and partners, each payout once, whatever the network does. Who is owed what is decided elsewhere. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { ledger } from '../ledger/module.ts'
import { payments } from '../payments/module.ts'
import { errors } from './errors.ts'
import * as events from './events.ts'
import { fields } from './fields.ts'
import { search, trace } from './inquiry.ts'
import { sendPayout, sweep } from './jobs.ts'
import { backlogCheck, expectedTransfers, exportOf } from './reading.ts'
import { routes } from './routes.ts'
import { eraseRecipientBefore, eraseRecipientOf } from './store.ts'

export const payouts = defineModule({
  name: 'payouts',
  folder: import.meta.dirname,
  needs: [audit, ledger, payments],
  routes,
  jobs: [sendPayout, sweep],
  events: Object.values(events),
  errors,
  fields,
  placement: { payout: owner('owner_id') },
  personalData: {
    export: exportOf,
    erase: async (_ctx, tx, subjectId) => void (await eraseRecipientOf.run(tx, subjectId)),
  },
  retention: [
    {
      table: 'payouts.payout',
      keep: { days: 400 },
      remove: (_ctx, tx, before, held) => eraseRecipientBefore.run(tx, before, held),
    },
  ],
  search: [search],
  trace: [trace],
  health: [backlogCheck],
  expectedTransfers,
})
