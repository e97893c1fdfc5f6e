/** Wording of the consoles in English. A key that French has and this lacks is a type error. */
import { acts } from './en/acts.ts'
import { console } from './en/console.ts'
import { dev } from './en/dev.ts'
import { insights } from './en/insights.ts'
import { lists } from './en/lists.ts'
import { partner } from './en/partner.ts'
import { staff } from './en/staff.ts'
import { staffCatalogue } from './en/staff-catalogue.ts'
import { staffInquiry } from './en/staff-inquiry.ts'
import { staffMoney } from './en/staff-money.ts'
import { staffPots } from './en/staff-pots.ts'
import { statement } from './en/statement.ts'
import { team } from './en/team.ts'
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
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
