/** Wolo's wording in English. A key that French has and this lacks is a type error. */
import { account } from './en/account.ts'
import { covers } from './en/covers.ts'
import { home } from './en/home.ts'
import { making } from './en/making.ts'
import { mine } from './en/mine.ts'
import { owner } from './en/owner.ts'
import { packs } from './en/packs.ts'
import { pot } from './en/pot.ts'
import { poster } from './en/poster.ts'
import { preview } from './en/preview.ts'
import { shell } from './en/shell.ts'
import { trail } from './en/trail.ts'
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  ...shell,
  ...home,
  ...account,
  ...packs,
  ...covers,
  ...pot,
  ...poster,
  ...preview,
  ...trail,
  ...mine,
  ...making,
  ...owner,
}
