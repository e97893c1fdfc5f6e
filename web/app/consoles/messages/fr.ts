/** Wording of the consoles in French, the master: one file per console or area in fr/, put together here. */
import { console } from './fr/console.ts'
import { dev } from './fr/dev.ts'
import { partner } from './fr/partner.ts'
import { staff } from './fr/staff.ts'
import { staffCatalogue } from './fr/staff-catalogue.ts'
import { staffMoney } from './fr/staff-money.ts'
import { staffPots } from './fr/staff-pots.ts'
import { statement } from './fr/statement.ts'

export const fr = {
  ...console,
  ...dev,
  ...partner,
  ...staff,
  ...staffCatalogue,
  ...staffMoney,
  ...staffPots,
  ...statement,
} as const
