/** The frame of every Wolo page. */
import type { shell as master } from '../fr/shell.ts'

export const shell: Record<keyof typeof master, string> = {
  'wolo.nav.packs': 'Packs',
  'wolo.nav.sign_in': 'Sign in',
  'wolo.nav.dashboard': 'My pots',
  'wolo.foot': 'Made in Dakar. Paid with Wave.',
}
