/** Wording of the consoles in French, the master: one file per console or area in fr/, put together here. */
import { acts } from './fr/acts.ts'
import { console } from './fr/console.ts'
import { dev } from './fr/dev.ts'
import { insights } from './fr/insights.ts'
import { lists } from './fr/lists.ts'
import { partner } from './fr/partner.ts'
import { staff } from './fr/staff.ts'
import { staffCatalogue } from './fr/staff-catalogue.ts'
import { staffInquiry } from './fr/staff-inquiry.ts'
import { staffMoney } from './fr/staff-money.ts'
import { staffPots } from './fr/staff-pots.ts'
import { statement } from './fr/statement.ts'
import { team } from './fr/team.ts'

export const fr = {
  ...acts,
  ...console,
  ...dev,
  ...insights,
  ...lists,
  ...partner,
  ...staff,
  ...staffCatalogue,
  ...staffInquiry,
  ...staffMoney,
  ...staffPots,
  ...statement,
  ...team,
} as const
