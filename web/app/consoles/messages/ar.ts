/** Wording of the consoles in Arabic. A key that French has and this lacks is a type error. */
import { acts } from './ar/acts.ts'
import { console } from './ar/console.ts'
import { dev } from './ar/dev.ts'
import { insights } from './ar/insights.ts'
import { lists } from './ar/lists.ts'
import { partner } from './ar/partner.ts'
import { staff } from './ar/staff.ts'
import { staffCatalogue } from './ar/staff-catalogue.ts'
import { staffInquiry } from './ar/staff-inquiry.ts'
import { staffMoney } from './ar/staff-money.ts'
import { staffPots } from './ar/staff-pots.ts'
import { statement } from './ar/statement.ts'
import { team } from './ar/team.ts'
import type { fr } from './fr.ts'

export const ar: Record<keyof typeof fr, string> = {
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
}
