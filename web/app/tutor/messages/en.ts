/** Tutor's wording in English. A key that Arabic has and this lacks is a type error. */
import { account } from './en/account.ts'
import { billing } from './en/billing.ts'
import { consents } from './en/consents.ts'
import { guardian } from './en/guardian.ts'
import { home } from './en/home.ts'
import { learner } from './en/learner.ts'
import { privacy } from './en/privacy.ts'
import { shell } from './en/shell.ts'
import { staffActs } from './en/staff-acts.ts'
import { staffBilling } from './en/staff-billing.ts'
import { staffLedger } from './en/staff-ledger.ts'
import { staffLessons } from './en/staff-lessons.ts'
import { staffPrivacy } from './en/staff-privacy.ts'
import type { ar } from './ar.ts'

export const en: Record<keyof typeof ar, string> = {
  ...account,
  ...billing,
  ...consents,
  ...guardian,
  ...home,
  ...learner,
  ...privacy,
  ...shell,
  ...staffActs,
  ...staffBilling,
  ...staffLedger,
  ...staffLessons,
  ...staffPrivacy,
}
