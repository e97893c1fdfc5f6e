/** Wolo: birthday pots in Senegal. The composition: which modules, which policy, which job follows which event. */
import { defineProduct } from '../../kernel/module.ts'
import { access } from '../../modules/access/module.ts'
import { audit } from '../../modules/audit/module.ts'
import { catalog } from '../../modules/catalog/module.ts'
import { authenticate } from '../../modules/identity/api.ts'
import { identity } from '../../modules/identity/module.ts'
import { ledger } from '../../modules/ledger/module.ts'
import { merchants } from '../../modules/merchants/module.ts'
import { messaging } from '../../modules/messaging/module.ts'
import { notifications } from '../../modules/notifications/module.ts'
import { operations } from '../../modules/operations/module.ts'
import { payments } from '../../modules/payments/module.ts'
import { payouts } from '../../modules/payouts/module.ts'
import { profiles } from '../../modules/profiles/module.ts'
import * as policy from './policy.ts'

export const wolo = defineProduct({
  name: 'wolo',
  currency: 'XOF',
  locales: ['fr-SN', 'en'],
  timeZone: 'Africa/Dakar',
  country: 'SN',
  modules: [
    audit,
    messaging,
    access,
    identity,
    profiles,
    notifications,
    ledger,
    payments,
    payouts,
    merchants,
    catalog,
    operations,
  ],
  on: [],
  policy,
  authenticate,
  brand: {
    name: 'Wolo',
    tagline: { fr: 'Offrons-lui ensemble un bel anniversaire.', en: 'Give them a beautiful birthday, together.' },
  },
})
