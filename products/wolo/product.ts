/** Wolo: birthday pots in Senegal. The composition: which modules, which policy, which job follows which event. */
import { defineProduct } from '../../kernel/module.ts'
import { audit } from '../../modules/audit/module.ts'
import { messaging } from '../../modules/messaging/module.ts'

export const wolo = defineProduct({
  name: 'wolo',
  currency: 'XOF',
  locales: ['fr-SN', 'en'],
  timeZone: 'Africa/Dakar',
  country: 'SN',
  modules: [audit, messaging],
  on: [],
  policy: {},
  brand: {
    name: 'Wolo',
    tagline: { fr: 'Offrons-lui ensemble un bel anniversaire.', en: 'Give them a beautiful birthday, together.' },
  },
})
