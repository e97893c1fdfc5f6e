/** The ways from a person's account to everything else about it: those that every product has, and each product's own. */
import type { MessageKey } from '../i18n.ts'
import type { Product } from '../products.ts'

interface AccountPage {
  readonly to: string
  readonly key: MessageKey
  /** Shown to people under age only. */
  readonly minors?: boolean
}

export const sharedPages: readonly AccountPage[] = [
  { to: '/account/preferences', key: 'preferences.title' },
  { to: '/account/addresses', key: 'addresses.title' },
  { to: '/account/security', key: 'security.title' },
  { to: '/account/sessions', key: 'sessions.title' },
]

export const ownPages: Record<Product, readonly AccountPage[]> = {
  wolo: [
    { to: '/guardians', key: 'guardians.title', minors: true },
    { to: '/wards', key: 'wards.title' },
  ],
  tutor: [{ to: '/guardian', key: 'tutor.nav.guardian' }],
}

/** Where a child is at home whose account a guardian keeps: there is nothing on the pages of an account for them to change. */
export const keptByGuardian: Partial<Record<Product, string>> = { tutor: '/learner' }

/** Where somebody under age without a guardian goes on from the first page. */
export const afterWelcome: Partial<Record<Product, string>> = { wolo: '/guardians' }
