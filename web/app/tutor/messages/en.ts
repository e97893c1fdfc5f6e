/** Tutor's wording in English. A key that Arabic has and this lacks is a type error. */
import { account } from './en/account.ts'
import { home } from './en/home.ts'
import { shell } from './en/shell.ts'
import { staffBilling } from './en/staff-billing.ts'
import type { ar } from './ar.ts'

export const en: Record<keyof typeof ar, string> = {
  ...account,
  ...home,
  ...shell,
  ...staffBilling,
}
