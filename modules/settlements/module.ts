/** Settlements: what each partner is owed for a period, sealed, approved and paid by two people. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { catalog } from '../catalog/module.ts'
import { merchants } from '../merchants/module.ts'
import { payouts } from '../payouts/module.ts'
import { redemption } from '../redemption/module.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { fields } from './fields.ts'
import { search, trace } from './inquiry.ts'
import { closeDue, closePartner, notePayoutRefused, notePayoutReversed, notePayoutSucceeded } from './jobs.ts'
import { checkSeals } from './reading.ts'
import { routes } from './routes.ts'

export const settlements = defineModule({
  name: 'settlements',
  folder: import.meta.dirname,
  needs: [audit, merchants, catalog, redemption, payouts],
  routes,
  jobs: [closeDue, closePartner, notePayoutSucceeded, notePayoutRefused, notePayoutReversed],
  events,
  errors,
  fields,
  placement: { settlement: owner('partner_id'), line: owner('partner_id'), dispute: owner('partner_id') },
  search: [search],
  trace: [trace],
  health: [{ name: 'settlements.seals', check: (_ctx, tx) => checkSeals(tx) }],
})
