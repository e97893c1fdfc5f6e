/**
 * Wolo's numbers and choices, each shown to the person it concerns before they commit. What governs a pot is frozen onto it
 * when it is made, so a change here never changes a promise already given.
 */
import type { AccessPolicy } from '../../modules/access/api.ts'
import type { IdentityChoices } from '../../modules/identity/api.ts'
import type { MessagingPolicy } from '../../modules/messaging/api.ts'
import { stillWanted } from '../../modules/notifications/api.ts'
import type { PaymentsPolicy } from '../../modules/payments/api.ts'
import type { PotsPolicy } from '../../modules/pots/api.ts'
import type { RedemptionPolicy } from '../../modules/redemption/api.ts'

const views = [
  'operations.search',
  'pots.view',
  'payments.view',
  'redemption.view',
  'identity.view',
  'audit.view',
  'notifications.view',
  'reports.use',
]

export const access: AccessPolicy = {
  roles: {
    support: [...views, 'pots.refund.request'],
    finance: [
      ...views,
      'payments.payer',
      'pots.refund.request',
      'pots.refund.approve',
      'settlements.view',
      'settlements.approve',
      'settlements.pay',
      'ledger.view',
    ],
    operations: [
      ...views,
      'pots.manage',
      'merchants.view',
      'merchants.manage',
      'catalog.manage',
      'settlements.view',
      'settlements.manage',
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
      'merchants.view',
      'operations.view',
      'profiles.verify',
    ],
    partner_manager: ['redemption.scan', 'redemption.undo', 'settlements.statement'],
    partner_cashier: ['redemption.scan', 'redemption.undo'],
  },
  scopedRoles: ['partner_manager', 'partner_cashier'],
}

/** Messages that waited for the morning go only to whom they would be sent then. */
export const messaging: MessagingPolicy = { wanted: stillWanted }

/** Whoever works on other people's money or data proves it with a second factor, and anew for acts on money and rights. */
export const identity: IdentityChoices = {
  secondFactor: { requiredFor: ['support', 'finance', 'operations', 'administrator'], stepUpMinutes: 10 },
}

export const payments: PaymentsPolicy = { provider: 'wave' }

export const pots: PotsPolicy = {
  opens_days_before: 30,
  shortfall_days: 14,
  late_money_days: 14,
  unverified_refund_days: 90,
  gift_min_minor: 200n,
  gift_max_minor: 500_000n,
  suggested_amounts_minor: [2_000n, 5_000n, 10_000n, 25_000n],
  target_min_minor: 5_000n,
  target_max_minor: 2_000_000n,
  title_length_max: 80,
  story_length_max: 1_500,
  message_length_max: 280,
  donor_name_length_max: 60,
  thanks_length_max: 500,
  gifts_shown: 20,
  refund_attempts_max: 6,
  refund_retry_hours: 12,
}

export const redemption: RedemptionPolicy = { undo_minutes: 10, code_window_seconds: 30, paper: true }
