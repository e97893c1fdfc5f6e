/** Tutor's wording in Arabic, the master: one file per area of pages in ar/, put together here. */
import { account } from './ar/account.ts'
import { billing } from './ar/billing.ts'
import { consents } from './ar/consents.ts'
import { guardian } from './ar/guardian.ts'
import { home } from './ar/home.ts'
import { learner } from './ar/learner.ts'
import { privacy } from './ar/privacy.ts'
import { shell } from './ar/shell.ts'
import { staffActs } from './ar/staff-acts.ts'
import { staffBilling } from './ar/staff-billing.ts'
import { staffLedger } from './ar/staff-ledger.ts'
import { staffLessons } from './ar/staff-lessons.ts'
import { staffPrivacy } from './ar/staff-privacy.ts'

export const ar = {
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
} as const
