/** Wording of the account pages of every product in French, the master; what a product says in its own way is in its folder. */
import { account } from './fr/account.ts'
import { security } from './fr/security.ts'
import { signIn } from './fr/sign-in.ts'

export const fr = { ...account, ...security, ...signIn } as const
