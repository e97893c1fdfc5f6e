/** Wording of the consoles in French, the master: one file per console in fr/, put together here. */
import { dev } from './fr/dev.ts'

export const fr = { ...dev } as const
