/** Tutor's wording in Arabic, the master: one file per area of pages in ar/, put together here. */
import { shell } from './ar/shell.ts'

export const ar = {
  ...shell,
} as const
