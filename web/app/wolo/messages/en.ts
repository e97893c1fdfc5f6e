/** Wolo's wording in English. A key that French has and this lacks is a type error. */
import { home } from './en/home.ts'
import { shell } from './en/shell.ts'
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = { ...shell, ...home }
