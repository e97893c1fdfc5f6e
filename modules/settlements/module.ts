/** Settlements: what each partner is owed for a period, sealed, approved and paid by two people. */
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { ledger } from '../ledger/module.ts'
import { merchants } from '../merchants/module.ts'
import { redemption } from '../redemption/module.ts'
import { events } from './events.ts'

export const settlements = defineModule({
  name: 'settlements',
  folder: import.meta.dirname,
  needs: [audit, ledger, merchants, redemption],
  events,
  placement: {},
})
