/** Wording of the account pages of every product in English. */
import { account } from './en/account.ts'
import { security } from './en/security.ts'
import { signIn } from './en/sign-in.ts'
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = { ...account, ...security, ...signIn }
