/**
 * Wolo's numbers and choices, each shown to the person it concerns before they commit. What governs a pot is frozen onto it
 * when it is made, so a change here never changes a promise already given.
 */
import type { AccessPolicy } from '../../modules/access/api.ts'

const views = ['pots.view', 'payments.view', 'identity.view', 'audit.view', 'notifications.view']

export const access: AccessPolicy = {
  roles: {
    support: [...views, 'pots.refund.request'],
    finance: [
      ...views,
      'pots.refund.approve',
      'settlements.view',
      'settlements.approve',
      'settlements.pay',
      'ledger.view',
    ],
    operations: [
      ...views,
      'pots.manage',
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
    administrator: [
      ...views,
      'pots.manage',
      'pots.refund.request',
      'pots.refund.approve',
      'merchants.manage',
      'catalog.manage',
      'settlements.view',
      'settlements.manage',
      'settlements.approve',
      'settlements.pay',
      'operations.view',
      'operations.manage',
      'profiles.verify',
      'payments.replay',
      'ledger.view',
      'identity.suspend',
      'access.manage',
    ],
    partner_manager: ['redemption.scan', 'redemption.undo', 'settlements.statement'],
    partner_cashier: ['redemption.scan', 'redemption.undo'],
  },
  scopedRoles: ['partner_manager', 'partner_cashier'],
}
