/** The ledger: double entry for every asset, append-only, proven continuously. Everything else that moves value asks it. */
import { defineModule } from '../../kernel/module.ts'
import { local, owner } from '../../kernel/db/placement.ts'
import { audit } from '../audit/module.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { proven } from './health.ts'
import { search, trace } from './inquiry.ts'
import { jobs } from './jobs.ts'
import { removeProofs } from './proof.ts'
import { routes } from './routes.ts'

export const ledger = defineModule({
  name: 'ledger',
  folder: import.meta.dirname,
  needs: [audit],
  errors,
  fields,
  routes,
  jobs,
  search: [search],
  trace: [trace],
  health: [proven],
  retention: [{ table: 'ledger.proof', keep: { days: 90 }, remove: (_ctx, tx, before) => removeProofs(tx, before) }],
  placement: {
    account: owner('owner_id'),
    balance: owner('owner_id'),
    transfer: owner('owner_id'),
    entry: owner('owner_id'),
    hold: owner('owner_id'),
    hold_outcome: owner('owner_id'),
    reversed_leg: owner('owner_id'),
    account_fold: owner('owner_id'),
    proof: local,
  },
})
