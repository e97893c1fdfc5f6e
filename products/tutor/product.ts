/** Tutor: learning with a guardian's consent in Egypt. The composition: which modules, which policy, which job follows which event. */
import { on } from '../../kernel/events/event.ts'
import { defineProduct } from '../../kernel/module.ts'
import { access } from '../../modules/access/module.ts'
import { audit } from '../../modules/audit/module.ts'
import { consentWithdrawn, permits } from '../../modules/consent/api.ts'
import * as followConsent from '../../modules/consent/jobs.ts'
import { consent } from '../../modules/consent/module.ts'
import { authenticate, contactVerified, userReinstated, userSuspended } from '../../modules/identity/api.ts'
import { identity } from '../../modules/identity/module.ts'
import { conceptMastered } from '../../modules/learning/api.ts'
import * as followLearning from '../../modules/learning/jobs.ts'
import { learning } from '../../modules/learning/module.ts'
import { ledger } from '../../modules/ledger/module.ts'
import { messaging } from '../../modules/messaging/module.ts'
import { metering } from '../../modules/metering/module.ts'
import { tellOfAge } from '../../modules/notifications/jobs.ts'
import { notifications } from '../../modules/notifications/module.ts'
import { operations } from '../../modules/operations/module.ts'
import {
  cardSaved,
  chargeDisputed,
  chargeExpired,
  chargeFailed,
  chargeReversed,
  chargeSucceeded,
  providerSubscriptionChanged,
  refundFailed,
  refundSucceeded,
} from '../../modules/payments/api.ts'
import { payments } from '../../modules/payments/module.ts'
import { heldPersons } from '../../modules/privacy/api.ts'
import * as followPrivacy from '../../modules/privacy/jobs.ts'
import { privacy } from '../../modules/privacy/module.ts'
import { cameOfAge, consentRightTaken, guardianUnlinked } from '../../modules/profiles/api.ts'
import * as followProfiles from '../../modules/profiles/jobs.ts'
import { profiles } from '../../modules/profiles/module.ts'
import { reports } from '../../modules/reports/module.ts'
import * as followMoney from '../../modules/subscriptions/jobs.ts'
import { subscriptions } from '../../modules/subscriptions/module.ts'
import { tutoring } from '../../modules/tutoring/module.ts'
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
    subscriptions,
    learning,
    tutoring,
    operations,
    reports,
    consent,
    privacy,
  ],
  on: [
    on(contactVerified, followProfiles.endUsername),
    on(cameOfAge, followProfiles.tellGuardians, tellOfAge, followConsent.followComingOfAge),
    on(guardianUnlinked, followConsent.followEndOfRight),
    on(consentRightTaken, followConsent.followEndOfRight),
    on(chargeSucceeded, followConsent.recordProof, followMoney.noteCharge),
    on(chargeFailed, followConsent.noteDeclinedProof, followMoney.noteChargeFailed),
    on(chargeExpired, followConsent.noteExpiredProof, followMoney.noteChargeExpired),
    on(chargeDisputed, followConsent.noteDisputedProof, followMoney.noteChargeDisputed),
    on(refundSucceeded, followConsent.noteProofRefunded, followMoney.noteRefundDone),
    on(refundFailed, followConsent.noteProofRefundFailed, followMoney.noteRefundTrouble),
    on(cardSaved, followMoney.noteCard),
    on(userSuspended, followMoney.notePayerClosed),
    on(userReinstated, followMoney.notePayerReopened),
    on(chargeReversed, followMoney.noteChargeReversed),
    on(providerSubscriptionChanged, followMoney.noteProviderSubscription),
    on(consentWithdrawn, followPrivacy.queueWithdrawn),
    on(conceptMastered, followLearning.tellConceptMastered),
  ],
  policy,
  authenticate,
  gate: permits,
  held: heldPersons,
  published: `${import.meta.dirname}/published`,
  brand: {
    name: 'Tutor',
    tagline: { ar: 'نتعلّم خطوة خطوة، والأهل مطمئنّون.', en: 'Learn step by step, with your family at ease.' },
  },
})
