/**
 * Tutor's numbers and choices, each shown to the person it concerns before they commit. What governs a subscription or a
 * consent is frozen onto it, so a change here never changes a promise already given.
 */
import type { AccessPolicy } from '../../modules/access/api.ts'
import { withdrawAgain, type ConsentPolicy, type PurposeRule } from '../../modules/consent/api.ts'
import type { IdentityChoices } from '../../modules/identity/api.ts'
import type { MessagingPolicy } from '../../modules/messaging/api.ts'
import type { MeteringPolicy } from '../../modules/metering/api.ts'
import { stillWanted } from '../../modules/notifications/api.ts'
import type { PaymentsPolicy } from '../../modules/payments/api.ts'
import type { PrivacyPolicy } from '../../modules/privacy/api.ts'
import type { ProfilesChoices } from '../../modules/profiles/api.ts'
import { moneyUnderWay, revenueOf } from '../../modules/subscriptions/api.ts'
import { texts } from './legal/texts.ts'

export { subscriptions } from './billing.ts'
export { tutoring } from './conversation.ts'
export { learning } from './practice.ts'

const views = [
  'consent.view',
  'operations.search',
  'identity.view',
  'audit.view',
  'notifications.view',
  'reports.use',
  'payments.view',
  'subscriptions.view',
]

export const access: AccessPolicy = {
  roles: {
    support: [...views, 'learning.view', 'tutoring.care', 'subscriptions.refund'],
    finance: [
      ...views,
      'metering.view',
      'metering.manage',
      'subscriptions.refund',
      'subscriptions.refund.approve',
      'payments.payer',
      'payments.cover',
      'ledger.view',
    ],
    operations: [
      ...views,
      'metering.view',
      'metering.manage',
      'subscriptions.manage',
      'operations.view',
      'operations.manage',
      'profiles.verify',
      'payments.replay',
      'ledger.view',
    ],
    // People and their rights, never money: whoever gives roles can give themselves none of them.
    administrator: [
      ...views,
      'identity.suspend',
      'access.manage',
      'operations.view',
      'profiles.verify',
      'privacy.manage',
    ],
  },
  scopedRoles: [],
}

/** Whoever works on other people's money or data proves it with a second factor, and anew for acts on money and rights. */
export const identity: IdentityChoices = {
  secondFactor: { requiredFor: ['support', 'finance', 'operations', 'administrator'], stepUpMinutes: 10 },
}

/** Messages that waited for the morning go only to whom they would be sent then. */
export const messaging: MessagingPolicy = { wanted: stillWanted }

/** Children have no number and no address here: a guardian adds them, and guardians say who else looks after them. */
export const profiles: ProfilesChoices = { wardsMax: 8, guardiansMax: 4, guardiansChosenBy: 'guardian' }

/** Egypt's law counts children's data as sensitive and asks the guardian; the age is 18 until a text of law says otherwise. */
const GUARDIAN_FIRST: PurposeRule = { ownDecisionFrom: 18, proofs: ['card_charge', 'id_review'] }

export const consent: ConsentPolicy = {
  texts,
  rules: {
    EG: {
      account: { ...GUARDIAN_FIRST, graceDays: 30 },
      learning_data: GUARDIAN_FIRST,
      ai_conversation: GUARDIAN_FIRST,
      voice_recording: GUARDIAN_FIRST,
      marketing: GUARDIAN_FIRST,
    },
  },
  proofChargeMinor: 500n,
  requestDays: 7,
  requestsDaily: 10,
}

export const metering: MeteringPolicy = { lateDays: 60, revenueOf }

export const payments: PaymentsPolicy = { provider: 'paymob' }

export const privacy: PrivacyPolicy = {
  erasureDays: 14,
  purposeErasureDays: 7,
  blocks: moneyUnderWay,
  withdrawAgain,
}
