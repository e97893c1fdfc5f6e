/** Wording of the consoles in Arabic. What is not here yet is shown in English (i18n.ts). */
import type { fr } from './fr.ts'

export const ar: Partial<Record<keyof typeof fr, string>> = {}
