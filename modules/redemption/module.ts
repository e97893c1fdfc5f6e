/** Vouchers: what a bought pack becomes, how its holder proves it, and the one scan that uses it up. */
import { lookup, owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { catalog } from '../catalog/module.ts'
import { identity } from '../identity/module.ts'
import { ledger } from '../ledger/module.ts'
import { merchants } from '../merchants/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { search, trace } from './inquiry.ts'
import { expireVouchers } from './jobs.ts'
import { eraseCodes, exportVouchers } from './vouchers.ts'
import { routes } from './routes.ts'
import { expectEnded, expectIssued, expectRedeemed, expectUndone, removeAttempts } from './store.ts'

export const redemption = defineModule({
  name: 'redemption',
  folder: import.meta.dirname,
  needs: [audit, identity, ledger, merchants, catalog],
  routes,
  search: [search],
  trace: [trace],
  jobs: [expireVouchers],
  events,
  errors,
  config,
  placement: {
    voucher: owner('holder_id'),
    claim: owner('holder_id'),
    finder: lookup('value'),
    redemption: owner('partner_id'),
    attempt: owner('partner_id'),
  },
  personalData: {
    export: (_ctx, tx, subjectId) => exportVouchers(tx, subjectId),
    erase: (_ctx, tx, subjectId) => eraseCodes(tx, subjectId),
  },
  retention: [
    {
      table: 'redemption.attempt',
      keep: { days: 730 },
      remove: (_ctx, tx, before, held) => removeAttempts.run(tx, before, held),
    },
  ],
  expectedTransfers: [
    { kinds: ['redemption.issued'], page: (tx, after, limit) => expectIssued.all(tx, after, limit) },
    { kinds: ['redemption.redeemed'], page: (tx, after, limit) => expectRedeemed.all(tx, after, limit) },
    { kinds: ['redemption.undone'], page: (tx, after, limit) => expectUndone.all(tx, after, limit) },
    {
      kinds: ['redemption.expired', 'redemption.cancelled'],
      page: (tx, after, limit) => expectEnded.all(tx, after, limit),
    },
  ],
  usesPolicy: true,
})
