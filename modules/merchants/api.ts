/** What other modules may ask of merchants. The contracts stand with the verbs. */
export { errors as merchantsErrors } from './errors.ts'
export { partnerStatusChanged } from './events.ts'
export { partnerId, venueId, type PartnerId, type VenueId } from './ids.ts'
export {
  changePartner,
  createPartner,
  directory,
  getPartner,
  listPartners,
  payoutDestination,
  setPartnerStatus,
  setPayoutDestination,
  type DirectoryEntry,
  type NewPartner,
  type Partner,
  type PayoutDestination,
} from './partners.ts'
export type { PartnerKind, PartnerStatus, PaymentTerms } from './rules.ts'
export { addVenue, changeVenue, getVenue, listVenues, type Venue, type VenueInput } from './venues.ts'
