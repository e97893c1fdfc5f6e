/** Vouchers: what a bought pack becomes, how its holder proves it, and the one scan that uses it up. */
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { catalog } from '../catalog/module.ts'
import { identity } from '../identity/module.ts'
import { ledger } from '../ledger/module.ts'
import { merchants } from '../merchants/module.ts'
import { events } from './events.ts'

export const redemption = defineModule({
  name: 'redemption',
  folder: import.meta.dirname,
  needs: [audit, identity, ledger, merchants, catalog],
  events,
  placement: {},
  usesPolicy: true,
})
