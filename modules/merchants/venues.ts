/** The verbs on venues: the places where a partner honours packs. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { venueId } from './ids.ts'
import { getPartner, VENUES_MAX } from './partners.ts'
import * as store from './store.ts'

export type Venue = Readonly<store.VenueRow>

export interface VenueInput {
  readonly name: string
  readonly address: string
  readonly city: string
  readonly phone?: string | null
}

/** Adds an open venue. Safe to repeat with the same id. Audited. */
export async function addVenue(
  ctx: Context,
  tx: Tx,
  partnerId: string,
  input: VenueInput & { readonly id?: string },
): Promise<Venue> {
  await getPartner(tx, partnerId)
  const id = input.id ?? venueId.create(ctx.clock)
  const { name, address, city, phone } = input
  const made = await store.insertVenue.run(tx, id, partnerId, name, address, city, phone, ctx.clock.now())
  if (made === 1)
    await record(ctx, tx, {
      action: 'merchants.venue_added',
      subject: { type: 'partner', id: partnerId },
      after: { venue_id: id, name, city },
    })
  return getVenue(tx, id)
}

/** Changes what is given; `is_open: false` closes the place to scans from now on. Audited. */
export async function changeVenue(
  ctx: Context,
  tx: Tx,
  id: string,
  changes: Partial<VenueInput> & { readonly is_open?: boolean },
): Promise<Venue> {
  const before = await getVenue(tx, id)
  const next = { ...before, ...changes }
  const after = await store.updateVenue.one(tx, id, next.name, next.address, next.city, next.phone, next.is_open)
  await record(ctx, tx, {
    action: 'merchants.venue_changed',
    subject: { type: 'partner', id: before.partner_id },
    before: { ...before },
    after: { ...after },
  })
  return after
}

/** The venue. Refuses `venue_unknown`. */
export async function getVenue(tx: Tx, id: string): Promise<Venue> {
  return (await store.findVenue.first(tx, id)) ?? refuse(errors.venue_unknown)
}

/** The venues of the partners, open or not. */
export async function listVenues(tx: Tx, ...partnerIds: string[]): Promise<Venue[]> {
  return store.listVenues.all(tx, partnerIds, VENUES_MAX * partnerIds.length)
}
