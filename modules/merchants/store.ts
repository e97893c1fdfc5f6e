/** SQL of merchants. */
import { statement } from '../../kernel/db/statement.ts'
import type { PartnerKind, PartnerStatus, PaymentTerms } from './rules.ts'

export interface PartnerRow {
  id: string
  name: string
  kind: PartnerKind
  description: Record<string, string>
  business_registration: string | null
  tax_id: string | null
  revenue_split_basis_points: number
  payment_terms: PaymentTerms
  minimum_payout_minor: bigint
  status: PartnerStatus
  payout_hint: string | null
  payout_changed_at: Temporal.Instant | null
  verified_at: Temporal.Instant | null
  created_at: Temporal.Instant
}

const PARTNER = `id, name, kind, description, business_registration, tax_id, revenue_split_basis_points, payment_terms,
  minimum_payout_minor, status, payout_hint, payout_changed_at, verified_at, created_at`

export interface VenueRow {
  id: string
  partner_id: string
  name: string
  address: string
  city: string
  phone: string | null
  is_open: boolean
}

const VENUE = 'id, partner_id, name, address, city, phone, is_open'

export const insertPartner = statement(
  'merchants.insert_partner',
  `insert into merchants.partner (id, name, kind, description, business_registration, tax_id, revenue_split_basis_points,
     payment_terms, minimum_payout_minor, status, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending', $10)
   on conflict on constraint partner_pkey do nothing`,
)

export const updatePartner = statement<PartnerRow>(
  'merchants.update_partner',
  `update merchants.partner set name = $2, kind = $3, description = $4, business_registration = $5, tax_id = $6,
     revenue_split_basis_points = $7, payment_terms = $8, minimum_payout_minor = $9
   where id = $1 returning ${PARTNER}`,
)

export const updateStatus = statement<PartnerRow>(
  'merchants.update_status',
  `update merchants.partner set status = $2,
     verified_at = case when $2 = 'active' then coalesce(verified_at, $4) else verified_at end,
     verified_by = case when $2 = 'active' then coalesce(verified_by, $5::uuid) else verified_by end
   where id = $1 and status = any($3) returning ${PARTNER}`,
)

export const findPartner = statement<PartnerRow>(
  'merchants.find_partner',
  `select ${PARTNER} from merchants.partner where id = $1`,
)

export const lockPartner = statement<PartnerRow>(
  'merchants.lock_partner',
  `select ${PARTNER} from merchants.partner where id = $1 for update`,
)

export const listPartners = statement<PartnerRow>(
  'merchants.list_partners',
  `select ${PARTNER} from merchants.partner
   where ($1::text is null or status = $1) and ($2::text is null or (name, id) > ($2, $3::uuid))
   order by name, id limit $4`,
)

/** Everything about where a partner's staff and money are reached; sealed for the partner. */
export interface PrivateRow {
  contact: Buffer | null
  payout: Buffer | null
}

export const findPrivate = statement<PrivateRow>(
  'merchants.find_private',
  'select contact, payout from merchants.partner where id = $1',
)

export const updateContact = statement(
  'merchants.update_contact',
  'update merchants.partner set contact = $2 where id = $1',
)

export const updatePayout = statement(
  'merchants.update_payout',
  'update merchants.partner set payout = $2, payout_hint = $3, payout_changed_at = $4 where id = $1',
)

export const erasePrivate = statement(
  'merchants.erase_private',
  'update merchants.partner set contact = null, payout = null, payout_hint = null where id = $1',
)

export const insertVenue = statement(
  'merchants.insert_venue',
  `insert into merchants.venue (id, partner_id, name, address, city, phone, is_open, created_at)
   values ($1, $2, $3, $4, $5, $6, true, $7)
   on conflict on constraint venue_pkey do nothing`,
)

export const updateVenue = statement<VenueRow>(
  'merchants.update_venue',
  `update merchants.venue set name = $2, address = $3, city = $4, phone = $5, is_open = $6
   where id = $1 returning ${VENUE}`,
)

export const findVenue = statement<VenueRow>(
  'merchants.find_venue',
  `select ${VENUE} from merchants.venue where id = $1`,
)

export const listVenues = statement<VenueRow>(
  'merchants.list_venues',
  `select ${VENUE} from merchants.venue where partner_id = any($1) order by partner_id, name, id limit $2`,
)

export interface DirectoryRow {
  id: string
  name: string
  kind: PartnerKind
  status: PartnerStatus
  description: Record<string, string>
  venues: { id: string; name: string; address: string; city: string; phone: string | null }[]
}

// One statement for lists of packs: the partners that may sell, each with its open venues.
export const directory = statement<DirectoryRow>(
  'merchants.directory',
  `select p.id, p.name, p.kind, p.status, p.description,
     coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'address', v.address, 'city', v.city,
       'phone', v.phone) order by v.name, v.id) filter (where v.id is not null), '[]'::jsonb) as venues
   from merchants.partner p left join merchants.venue v on v.partner_id = p.id and v.is_open
   where ($1::uuid[] is null or p.id = any($1)) and ($2::text is null or p.status = $2)
     and ($3::text is null or exists (
       select from merchants.venue c where c.partner_id = p.id and c.is_open and lower(c.city) = lower($3)))
   group by p.id, p.name, p.kind, p.status, p.description
   order by p.name, p.id limit $4`,
)
