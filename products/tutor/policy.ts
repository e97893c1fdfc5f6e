/**
 * Tutor's numbers and choices, each shown to the person it concerns before they commit. What governs a subscription or a
 * consent is frozen onto it, so a change here never changes a promise already given.
 */
import type { AccessPolicy } from '../../modules/access/api.ts'
import type { IdentityChoices } from '../../modules/identity/api.ts'

const views = ['operations.search', 'identity.view', 'audit.view', 'notifications.view', 'reports.use']

export const access: AccessPolicy = {
  roles: {
    support: [...views],
    finance: [...views, 'ledger.view'],
    operations: [...views, 'operations.view', 'operations.manage', 'profiles.verify', 'ledger.view'],
    // People and their rights, never money: whoever gives roles can give themselves none of them.
    administrator: [...views, 'identity.suspend', 'access.manage', 'operations.view', 'profiles.verify'],
  },
  scopedRoles: [],
}

/** Whoever works on other people's money or data proves it with a second factor, and anew for acts on money and rights. */
export const identity: IdentityChoices = {
  secondFactor: { requiredFor: ['support', 'finance', 'operations', 'administrator'], stepUpMinutes: 10 },
}
