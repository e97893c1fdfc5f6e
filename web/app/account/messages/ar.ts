/** Wording of the account pages of every product in Arabic. */
import { account } from './ar/account.ts'
import { security } from './ar/security.ts'
import { signIn } from './ar/sign-in.ts'
import type { fr } from './fr.ts'

export const ar: Record<keyof typeof fr, string> = { ...account, ...security, ...signIn }
