/** Tutor's wording in Arabic, the master: one file per area of pages in ar/, put together here. */
import { account } from './ar/account.ts'
import { home } from './ar/home.ts'
import { shell } from './ar/shell.ts'
import { staffBilling } from './ar/staff-billing.ts'

export const ar = {
  ...account,
  ...home,
  ...shell,
  ...staffBilling,
} as const
