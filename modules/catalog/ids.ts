/** Identifiers of packs. */
import { idType, type Id } from '../../kernel/ids.ts'

export const packId = idType('pck')

export type PackId = Id<'pck'>
