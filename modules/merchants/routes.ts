/** Partners and venues: what anybody may see, and their management by staff with `merchants.manage`. */
import { Type, type Static } from 'typebox'
import { pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Body, Empty, Instant, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { partnerId, venueId } from './ids.ts'
import {
  changePartner,
  createPartner,
  getPartner,
  getPublicPartner,
  listPartners,
  privateOf,
  setContact,
  setPartnerStatus,
  setPayoutDestination,
  type Partner,
} from './partners.ts'
import { PARTNER_KINDS, PAYMENT_TERMS } from './rules.ts'
import { addVenue, changeVenue, listVenues, type Venue } from './venues.ts'

const Kind = Type.Enum([...PARTNER_KINDS])
const Status = Type.Enum(['pending', 'active', 'suspended', 'terminated'])
const Terms = Type.Enum([...PAYMENT_TERMS])
const Text = Type.Record(Type.String({ pattern: '^[a-z]{2}$' }), Type.String({ maxLength: 4000 }), {
  description: 'Language → text',
})
const Mobile = Type.String({ pattern: '^\\+[1-9][0-9]{7,14}$', description: 'Mobile money number, E.164' })
/** Not a union: of one, the validator would make null the empty text. */
const NullableText = (maxLength: number) => Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength })
const Name = Type.String({ minLength: 1, maxLength: 200 })

const PublicVenue = Type.Object({
  id: WireId('vnu'),
  name: Type.String(),
  address: Type.String(),
  city: Type.String(),
  phone: Nullable(Type.String()),
})
const PublicPartner = Type.Object({
  id: WireId('prt'),
  name: Type.String(),
  kind: Kind,
  description: Text,
  venues: Type.Array(PublicVenue),
})
const PartnerItem = Type.Object({
  id: WireId('prt'),
  uuid: Type.String({ format: 'uuid', description: 'The scope of the roles of this partner’s staff' }),
  name: Type.String(),
  kind: Kind,
  status: Status,
  description: Text,
  business_registration: Nullable(Type.String()),
  tax_id: Nullable(Type.String()),
  revenue_split_basis_points: Type.Integer(),
  payment_terms: Terms,
  minimum_payout_minor: AmountMinor,
  payout_hint: Nullable(Type.String({ description: 'Masked number the partner is paid at' })),
  payout_changed_at: Nullable(Instant),
  verified_at: Nullable(Instant),
  created_at: Instant,
})
const VenueItem = Type.Object({
  id: WireId('vnu'),
  name: Type.String(),
  address: Type.String(),
  city: Type.String(),
  phone: Nullable(Type.String()),
  is_open: Type.Boolean(),
})
const ContactBody = Body({
  name: Type.Optional(Type.String({ maxLength: 200 })),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
  phone: Type.Optional(Type.String({ maxLength: 20 })),
})
const PayoutBody = Body({ mobile: Mobile, name: Name })
const PartnerFields = {
  name: Name,
  kind: Kind,
  description: Type.Optional(Text),
  business_registration: Type.Optional(NullableText(100)),
  tax_id: Type.Optional(NullableText(50)),
  revenue_split_basis_points: Type.Integer({ minimum: 0, maximum: 10_000 }),
  payment_terms: Type.Optional(Terms),
  minimum_payout_minor: Type.Optional(Type.String({ pattern: '^[0-9]{1,12}$' })),
}
const PartnerBody = Body(PartnerFields)
const PartnerChanges = Type.Partial(Body(PartnerFields))
const VenueFields = {
  name: Name,
  address: Type.String({ minLength: 1, maxLength: 300 }),
  city: Type.String({ minLength: 1, maxLength: 100 }),
  phone: Type.Optional(NullableText(20)),
}

const partnerItem = ({ id, ...partner }: Partner) => ({ ...partner, id: partnerId.wire(id), uuid: id })
const venueItem = ({ id, name, address, city, phone, is_open }: Venue) => ({
  id: venueId.wire(id),
  name,
  address,
  city,
  phone,
  is_open,
})

type Changes = Static<typeof PartnerChanges>

/** Only what was sent, amounts as bigint. */
function partnerChanges({ minimum_payout_minor: minimum, ...rest }: Changes) {
  return { ...rest, ...(minimum === undefined ? {} : { minimum_payout_minor: BigInt(minimum) }) }
}

const managed = { access: { permission: 'merchants.manage' }, rows: 'all' } as const
const PartnerParams = Type.Object({ id: WireId('prt') })

export const routes = [
  route({
    method: 'GET',
    path: '/partners/{id}',
    summary: 'A partner and where it honours packs',
    access: 'public',
    params: PartnerParams,
    response: { 200: PublicPartner },
    reads: 'statement',
    async handle({ tx, params }) {
      const { venues, ...partner } = await getPublicPartner(tx, partnerId.parse(params.id))
      return {
        ...partner,
        id: partnerId.wire(partner.id),
        venues: venues.map((venue) => ({ ...venue, id: venueId.wire(venue.id) })),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/partners',
    summary: 'All partners, for staff',
    access: { permission: 'merchants.view' },
    rows: 'all',
    query: Type.Object({ ...pageQuery, status: Type.Optional(Status) }),
    response: { 200: Page(PartnerItem) },
    async handle({ tx, query }) {
      const page = await listPartners(tx, query.status ? { status: query.status } : {}, pageRequest(query))
      return { ...page, items: page.items.map(partnerItem) }
    },
  }),
  route({
    method: 'GET',
    path: '/partners/{id}/file',
    summary: 'A partner with its terms, contact and every venue, for staff',
    ...managed,
    params: PartnerParams,
    response: {
      200: Type.Object({
        partner: PartnerItem,
        contact: Nullable(Type.Object({}, { additionalProperties: Type.String() })),
        payout: Nullable(Type.Object({ mobile: Type.String(), name: Type.String() })),
        venues: Type.Array(VenueItem),
      }),
    },
    async handle({ ctx, tx, params }) {
      const id = partnerId.parse(params.id)
      const partner = partnerItem(await getPartner(tx, id))
      const { contact, payout } = await privateOf(ctx, tx, id)
      const venues = (await listVenues(tx, id)).map(venueItem)
      return { partner, contact: contact ?? null, payout: payout ?? null, venues }
    },
  }),
  route({
    method: 'POST',
    path: '/partners',
    summary: 'Take a partner on',
    description: 'It is `pending`: nothing of it is shown or honoured until it is set active.',
    ...managed,
    audited: true,
    body: PartnerBody,
    response: { 201: PartnerItem },
    async handle({ ctx, tx, body }) {
      const { kind, name, revenue_split_basis_points } = body
      return partnerItem(
        await createPartner(ctx, tx, { ...partnerChanges(body), kind, name, revenue_split_basis_points }),
      )
    },
  }),
  route({
    method: 'PATCH',
    path: '/partners/{id}',
    summary: 'Change a partner’s name, texts or terms',
    description: 'A new split holds for redemptions from now on; what was redeemed keeps its own.',
    ...managed,
    audited: true,
    params: PartnerParams,
    body: PartnerChanges,
    response: { 200: PartnerItem },
    handle: async ({ ctx, tx, params, body }) =>
      partnerItem(await changePartner(ctx, tx, partnerId.parse(params.id), partnerChanges(body))),
  }),
  route({
    method: 'PUT',
    path: '/partners/{id}/status',
    summary: 'Activate, suspend, take back or let a partner go',
    description: 'Safe to repeat. Active needs an open venue and a payout destination (`merchants.incomplete`).',
    ...managed,
    audited: true,
    params: PartnerParams,
    body: Body({ status: Status, reason: Type.Optional(Type.String({ maxLength: 500 })) }),
    response: { 200: PartnerItem },
    handle: async ({ ctx, tx, params, body }) =>
      partnerItem(await setPartnerStatus(ctx, tx, partnerId.parse(params.id), body.status, body.reason)),
  }),
  route({
    method: 'PUT',
    path: '/partners/{id}/contact',
    summary: 'Whom we talk to',
    ...managed,
    audited: true,
    params: PartnerParams,
    body: ContactBody,
    response: { 204: Empty },
    handle: ({ ctx, tx, params, body }) => setContact(ctx, tx, partnerId.parse(params.id), body),
  }),
  route({
    method: 'PUT',
    path: '/partners/{id}/payout-destination',
    summary: 'Where the partner is paid',
    ...managed,
    audited: true,
    stepUp: true,
    params: PartnerParams,
    body: PayoutBody,
    response: { 204: Empty },
    handle: ({ ctx, tx, params, body }) => setPayoutDestination(ctx, tx, partnerId.parse(params.id), body),
  }),
  route({
    method: 'POST',
    path: '/partners/{id}/venues',
    summary: 'Add a venue',
    ...managed,
    audited: true,
    params: PartnerParams,
    body: Body(VenueFields),
    response: { 201: VenueItem },
    handle: async ({ ctx, tx, params, body }) => venueItem(await addVenue(ctx, tx, partnerId.parse(params.id), body)),
  }),
  route({
    method: 'PATCH',
    path: '/venues/{id}',
    summary: 'Change a venue, close or reopen it',
    description: 'A closed venue honours nothing; vouchers stay valid in the others.',
    ...managed,
    audited: true,
    params: Type.Object({ id: WireId('vnu') }),
    body: Type.Partial(Body({ ...VenueFields, is_open: Type.Boolean() })),
    response: { 200: VenueItem },
    handle: async ({ ctx, tx, params, body }) => venueItem(await changeVenue(ctx, tx, venueId.parse(params.id), body)),
  }),
]
