/** Merci: a product of five modules of the house and one small one of its own. */
import { defineProduct } from '../../kernel/module.ts'
import { access } from '../../modules/access/module.ts'
import { audit } from '../../modules/audit/module.ts'
import { authenticate } from '../../modules/identity/api.ts'
import { identity } from '../../modules/identity/module.ts'
import { ledger } from '../../modules/ledger/module.ts'
import { messaging } from '../../modules/messaging/module.ts'
import { thanks } from './thanks.ts'

export const merci = defineProduct({
  name: 'merci',
  currency: 'XOF',
  locales: ['fr-SN', 'en'],
  timeZone: 'Africa/Dakar',
  country: 'SN',
  modules: [audit, messaging, access, identity, ledger, thanks],
  on: [],
  policy: {
    access: { roles: { support: ['identity.view', 'ledger.view'] }, scopedRoles: [] },
    thanks: { points_each: 10n },
  },
  authenticate,
  published: `${import.meta.dirname}/published`,
  brand: { name: 'Merci', tagline: { fr: 'Dites-le.', en: 'Say it.' } },
})
