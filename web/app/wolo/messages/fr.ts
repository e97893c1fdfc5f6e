/** Wolo's wording in French, the master: one file per area of pages in fr/, put together here. */
import { home } from './fr/home.ts'
import { shell } from './fr/shell.ts'

export const fr = { ...shell, ...home } as const
