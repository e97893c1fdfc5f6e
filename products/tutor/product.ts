/** Tutor: learning with a guardian's consent in Egypt. The composition: which modules, which policy, which job follows which event. */
import { defineProduct } from '../../kernel/module.ts'
import { access } from '../../modules/access/module.ts'
import { audit } from '../../modules/audit/module.ts'
import { permits } from '../../modules/consent/api.ts'
import { consent } from '../../modules/consent/module.ts'
import { authenticate } from '../../modules/identity/api.ts'
import { identity } from '../../modules/identity/module.ts'
import { ledger } from '../../modules/ledger/module.ts'
import { messaging } from '../../modules/messaging/module.ts'
import { metering } from '../../modules/metering/module.ts'
import { notifications } from '../../modules/notifications/module.ts'
import { operations } from '../../modules/operations/module.ts'
import { profiles } from '../../modules/profiles/module.ts'
import { reports } from '../../modules/reports/module.ts'
import * as policy from './policy.ts'

export const tutor = defineProduct({
  name: 'tutor',
  currency: 'EGP',
  locales: ['ar-EG', 'en'],
  timeZone: 'Africa/Cairo',
  country: 'EG',
  modules: [
    audit,
    messaging,
    access,
    identity,
    profiles,
    notifications,
    ledger,
    metering,
    operations,
    reports,
    consent,
  ],
  on: [],
  policy,
  authenticate,
  gate: permits,
  brand: {
    name: 'Tutor',
    tagline: { ar: 'نتعلّم خطوة خطوة، والأهل مطمئنّون.', en: 'Learn step by step, with your family at ease.' },
  },
})
