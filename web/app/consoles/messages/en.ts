/** Wording of the consoles in English. A key that French has and this lacks is a type error. */
import { dev } from './en/dev.ts'
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = { ...dev }
