/** Birthday pots: collected in the open, kept by the ledger, spent on one pack or given back. */
import { lookup, owner, reference } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { catalog } from '../catalog/module.ts'
import { identity } from '../identity/module.ts'
import { ledger } from '../ledger/module.ts'
import { media } from '../media/module.ts'
import { notifications } from '../notifications/module.ts'
import { payments } from '../payments/module.ts'
import { profiles } from '../profiles/module.ts'
import { redemption } from '../redemption/module.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { fields } from './fields.ts'
import { expectedTransfers, health } from './health.ts'
import { searches, trace } from './inquiry.ts'
import { jobs } from './jobs.ts'
import { messages } from './messages.ts'
import { personalData } from './personal.ts'
import { routes } from './routes.ts'
import { removeDraftsBefore } from './store/owner.ts'

export const pots = defineModule({
  name: 'pots',
  folder: import.meta.dirname,
  needs: [audit, catalog, identity, ledger, media, notifications, payments, profiles, redemption],
  routes,
  jobs,
  events,
  errors,
  fields,
  messages,
  personalData,
  retention: [
    {
      table: 'pots.draft',
      keep: { days: 60 },
      remove: (_ctx, tx, before, held) => removeDraftsBefore.run(tx, before, held),
    },
  ],
  search: searches,
  trace: [trace],
  health,
  expectedTransfers,
  usesPolicy: true,
  shown: ['pot', 'pot_total', 'gift', 'timeline', 'thanks', 'typical_amount'],
  placement: {
    pot: owner('owner_id'),
    pot_total: owner('owner_id'),
    gift: owner('owner_id'),
    movement: owner('owner_id'),
    timeline: owner('owner_id'),
    refund_request: owner('owner_id'),
    daily_count: owner('owner_id'),
    typical_amount: reference,
    draft: owner('owner_id'),
    change: owner('owner_id'),
    thanks: owner('owner_id'),
    share_link: lookup('slug'),
    gift_link: lookup('secret_hash'),
  },
})
