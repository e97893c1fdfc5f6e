/** Wolo's wording in French, the master: one file per area of pages in fr/, put together here. */
import { account } from './fr/account.ts'
import { covers } from './fr/covers.ts'
import { home } from './fr/home.ts'
import { making } from './fr/making.ts'
import { mine } from './fr/mine.ts'
import { owner } from './fr/owner.ts'
import { packs } from './fr/packs.ts'
import { pot } from './fr/pot.ts'
import { poster } from './fr/poster.ts'
import { preview } from './fr/preview.ts'
import { shell } from './fr/shell.ts'
import { trail } from './fr/trail.ts'

export const fr = {
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
} as const
