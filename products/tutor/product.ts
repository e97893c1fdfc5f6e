/** Tutor: learning with a guardian's consent in Egypt. The composition: which modules, which policy, which job follows which event. */
import { on } from '../../kernel/events/event.ts'
import { defineProduct } from '../../kernel/module.ts'
import { access } from '../../modules/access/module.ts'
import { audit } from '../../modules/audit/module.ts'
import { permits } from '../../modules/consent/api.ts'
import * as followConsent from '../../modules/consent/jobs.ts'
import { consent } from '../../modules/consent/module.ts'
import { authenticate, contactVerified } from '../../modules/identity/api.ts'
import { identity } from '../../modules/identity/module.ts'
import { ledger } from '../../modules/ledger/module.ts'
import { messaging } from '../../modules/messaging/module.ts'
import { metering } from '../../modules/metering/module.ts'
import { tellOfAge } from '../../modules/notifications/jobs.ts'
import { notifications } from '../../modules/notifications/module.ts'
import { operations } from '../../modules/operations/module.ts'
import {
  chargeDisputed,
  chargeExpired,
  chargeFailed,
  chargeSucceeded,
  refundFailed,
  refundSucceeded,
} from '../../modules/payments/api.ts'
import { payments } from '../../modules/payments/module.ts'
import { cameOfAge, guardianUnlinked } from '../../modules/profiles/api.ts'
import * as followProfiles from '../../modules/profiles/jobs.ts'
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
    payments,
    metering,
    operations,
    reports,
    consent,
  ],
  on: [
    on(contactVerified, followProfiles.endUsername),
    on(cameOfAge, followProfiles.tellGuardians, tellOfAge, followConsent.followComingOfAge),
    on(guardianUnlinked, followConsent.followEndOfLink),
    on(chargeSucceeded, followConsent.recordProof),
    on(chargeFailed, followConsent.noteDeclinedProof),
    on(chargeExpired, followConsent.noteExpiredProof),
    on(chargeDisputed, followConsent.noteDisputedProof),
    on(refundSucceeded, followConsent.noteProofRefunded),
    on(refundFailed, followConsent.noteProofRefundFailed),
  ],
  policy,
  authenticate,
  gate: permits,
  brand: {
    name: 'Tutor',
    tagline: { ar: 'نتعلّم خطوة خطوة، والأهل مطمئنّون.', en: 'Learn step by step, with your family at ease.' },
  },
})
