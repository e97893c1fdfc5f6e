/** Identifiers of partners and venues. */
import { idType, type Id } from '../../kernel/ids.ts'

export const partnerId = idType('prt')
export const venueId = idType('vnu')

export type PartnerId = Id<'prt'>
export type VenueId = Id<'vnu'>
