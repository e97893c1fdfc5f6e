/** The verbs on packs: make, change, show, withdraw; the frozen terms; taking the last unit once. */
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { pageOf, type PageOf, type PageRequest } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { directory, getPartner, listVenues, type DirectoryEntry } from '../merchants/api.ts'
import { errors } from './errors.ts'
import { packChanged, packSoldOut } from './events.ts'
import { packId } from './ids.ts'
import {
  packStatusesBefore,
  unavailableBecause,
  type Category,
  type PackStatus,
  type PackTerms,
  type Text,
} from './rules.ts'
import * as store from './store.ts'

export type Pack = Readonly<store.PackRow>

export interface PackInput {
  readonly category: Category
  readonly name: Text
  readonly description: Text
  readonly terms: Text | null
  readonly price_minor: bigint
  /** Days of use, the birthday being the first. */
  readonly validity_days: number
  /** Empty: every venue of the partner. */
  readonly venue_ids: readonly string[]
  readonly available_from: Temporal.PlainDate | null
  readonly available_until: Temporal.PlainDate | null
  readonly image_key: string | null
}

export type NewPack = Pick<PackInput, 'category' | 'name' | 'description' | 'price_minor' | 'validity_days'> &
  Partial<PackInput> & {
    /** Given by who wants to be able to repeat; else made here. */
    readonly id?: string
    readonly partner_id: string
    /** Null: as many as wanted. */
    readonly stock?: number | null
  }

/** Makes a pack, a draft until `setPackStatus`. Refuses `foreign_venue`, `window_reversed`. Repeatable by id. Audited. */
export async function createPack(ctx: Context, tx: Tx, input: NewPack): Promise<Pack> {
  const id = input.id ?? packId.create(ctx.clock)
  await checkPack(tx, input.partner_id, input)
  const made = await store.insertPack.run(
    tx,
    id,
    input.partner_id,
    input.category,
    input.name,
    input.description,
    input.terms,
    input.price_minor,
    input.validity_days,
    input.venue_ids ?? [],
    input.available_from,
    input.available_until,
    input.image_key,
    ctx.clock.now(),
  )
  if (made === 1) {
    await store.insertStock.run(tx, id, input.stock)
    await record(ctx, tx, {
      action: 'catalog.pack_created',
      subject: { type: 'pack', id },
      after: { partner_id: input.partner_id, name: input.name, price_minor: input.price_minor },
    })
  }
  return getPack(tx, id)
}

/** Changes what is given; pots keep the terms they froze. Refuses as `createPack`. Audited; tells `pack_changed`. */
export async function changePack(ctx: Context, tx: Tx, id: string, changes: Partial<PackInput>): Promise<Pack> {
  const before = (await store.lockPack.first(tx, id)) ?? refuse(errors.pack_unknown)
  const next = { ...before, ...changes }
  await checkPack(tx, before.partner_id, next)
  await store.updatePack.run(
    tx,
    id,
    next.category,
    next.name,
    next.description,
    next.terms,
    next.price_minor,
    next.validity_days,
    next.venue_ids,
    next.available_from,
    next.available_until,
    next.image_key,
  )
  const keys = Object.keys(changes) as (keyof PackInput)[]
  return changed(ctx, tx, before, 'catalog.pack_changed', keys)
}

/** draft → active ⇄ withdrawn. Safe to repeat. Refuses `not_from_here`. Audited; tells `pack_changed`. */
export async function setPackStatus(ctx: Context, tx: Tx, id: string, status: PackStatus): Promise<Pack> {
  const before = (await store.lockPack.first(tx, id)) ?? refuse(errors.pack_unknown)
  if (before.status === status) {
    await record(ctx, tx, { action: 'catalog.pack_status_confirmed', subject: { type: 'pack', id } })
    return before
  }
  const moved = await store.updateStatus.run(tx, id, status, packStatusesBefore(status))
  if (moved === 0) refuse(errors.not_from_here, { from: before.status, to: status })
  return changed(ctx, tx, before, 'catalog.pack_status_changed', ['status'])
}

/** How many units there are in all; null: no limit. Refuses `below_taken`. Audited; tells `pack_changed`. */
export async function setStock(ctx: Context, tx: Tx, id: string, total: number | null): Promise<Pack> {
  const before = (await store.lockPack.first(tx, id)) ?? refuse(errors.pack_unknown)
  if ((await store.updateStock.run(tx, id, total)) === 0) refuse(errors.below_taken)
  return changed(ctx, tx, before, 'catalog.stock_changed', ['stock_total'])
}

async function changed(
  ctx: Context,
  tx: Tx,
  before: Pack,
  action: string,
  keys: readonly (keyof Pack)[],
): Promise<Pack> {
  const after = await getPack(tx, before.id)
  await record(ctx, tx, {
    action,
    subject: { type: 'pack', id: after.id },
    before: Object.fromEntries(keys.map((key) => [key, before[key]])),
    after: Object.fromEntries(keys.map((key) => [key, after[key]])),
  })
  const partner = await getPartner(tx, after.partner_id)
  await emit(ctx, tx, packChanged, {
    pack_id: after.id,
    available: unavailableBecause(after, partner.status === 'active', today(ctx)) === undefined,
    price_minor: after.price_minor.toString(),
  })
  return after
}

async function checkPack(tx: Tx, partner: string, input: Partial<PackInput>): Promise<void> {
  const { available_from: from, available_until: until, venue_ids = [] } = input
  if (from && until && Temporal.PlainDate.compare(until, from) < 0)
    refuse(errors.window_reversed, {}, { available_until: errors.window_reversed })
  await getPartner(tx, partner)
  if (venue_ids.length === 0) return
  const own = new Set((await listVenues(tx, partner)).map((venue) => venue.id))
  if (venue_ids.some((id) => !own.has(id))) refuse(errors.foreign_venue, {}, { venue_ids: errors.foreign_venue })
}

/** The pack, in whatever status. Refuses `pack_unknown`. */
export async function getPack(tx: Tx, id: string): Promise<Pack> {
  return (await store.findPack.first(tx, id)) ?? refuse(errors.pack_unknown)
}

/**
 * The terms to freeze when somebody settles on the pack. Refuses `pack_unknown`, `not_available` (status, window, partner)
 * and `sold_out`. Takes no unit: `takeStock` does, when the pack is bought.
 */
export async function packTerms(ctx: Context, tx: Tx, id: string): Promise<PackTerms> {
  const pack = await getPack(tx, id)
  const partner = await getPartner(tx, pack.partner_id)
  const reason = unavailableBecause(pack, partner.status === 'active', today(ctx))
  if (reason) refuse(errors[reason])
  return {
    pack_id: pack.id,
    partner_id: partner.id,
    partner_name: partner.name,
    category: pack.category,
    name: pack.name,
    terms: pack.terms,
    price_minor: pack.price_minor.toString(),
    validity_days: pack.validity_days,
    venue_ids: pack.venue_ids,
    image_key: pack.image_key,
  }
}

/** Whether somebody could settle on the pack now, and if not, why. Refuses `pack_unknown`. */
export async function availabilityOf(
  ctx: Context,
  tx: Tx,
  id: string,
): Promise<'available' | 'not_available' | 'sold_out'> {
  const pack = await getPack(tx, id)
  const partner = await getPartner(tx, pack.partner_id)
  return unavailableBecause(pack, partner.status === 'active', today(ctx)) ?? 'available'
}

/**
 * Takes one unit for `reference` (a pot, say), once however often it is asked. Of ten who want the last one, one gets it; the
 * others are refused `sold_out`. A pot that froze its terms may take a unit of a pack withdrawn since, but not of a partner
 * that no longer honours (`not_available`). Tells `pack_sold_out` with the last unit.
 */
export async function takeStock(ctx: Context, tx: Tx, id: string, reference: string): Promise<void> {
  const pack = await getPack(tx, id)
  if ((await getPartner(tx, pack.partner_id)).status !== 'active') refuse(errors.not_available)
  if ((await store.claimUnit.run(tx, id, reference, ctx.clock.now())) === 0) return
  const unit = (await store.takeUnit.first(tx, id)) ?? refuse(errors.sold_out)
  if (unit.sold_out) await emit(ctx, tx, packSoldOut, { pack_id: id })
}

/** Gives the unit back that `reference` had taken; nothing when it has none. Safe to repeat. */
export async function returnStock(ctx: Context, tx: Tx, id: string, reference: string): Promise<void> {
  if ((await store.returnClaim.run(tx, id, reference, ctx.clock.now())) === 1) await store.putBack.run(tx, id)
}

/** A pack as the shop window shows it. */
export interface ShownPack {
  readonly pack: Pack
  readonly partner: DirectoryEntry
  /** Where it is honoured: the partner's open venues, or those the pack is limited to. */
  readonly venues: DirectoryEntry['venues']
  readonly available: boolean
}

/** What can be chosen today, cheapest first; by category, by a city where it is honoured, by partner. Two statements. */
export async function listShownPacks(
  ctx: Context,
  tx: Tx,
  filter: { readonly category?: Category; readonly city?: string; readonly partner_id?: string },
  page: PageRequest,
): Promise<PageOf<ShownPack>> {
  const { category, city, partner_id } = filter
  const partners = await directory(tx, {
    status: 'active',
    ...(city === undefined ? {} : { city }),
    ...(partner_id === undefined ? {} : { ids: [partner_id] }),
  })
  const byId = new Map(partners.map((partner) => [partner.id, partner]))
  const [price, id] = page.after ?? []
  const rows = await store.listShown.all(tx, [...byId.keys()], today(ctx), category, price, id, page.limit + 1)
  const shown = pageOf(
    rows,
    page,
    (row) => [row.price_minor, row.id],
    (row) => showPack(ctx, row, byId.get(row.partner_id)!),
  )
  // A pack limited to venues elsewhere is not to be had in this city, though its partner is there.
  const here = (item: ShownPack) => item.venues.some((venue) => venue.city.toLowerCase() === city?.toLowerCase())
  return city === undefined ? shown : { ...shown, items: shown.items.filter(here) }
}

/** One pack for anybody, also when it can no longer be chosen; drafts do not exist for the public. */
export async function getShownPack(ctx: Context, tx: Tx, id: string): Promise<ShownPack> {
  const pack = await getPack(tx, id)
  if (pack.status === 'draft') refuse(errors.pack_unknown)
  const [partner] = await directory(tx, { ids: [pack.partner_id] })
  return showPack(ctx, pack, partner ?? refuse(errors.pack_unknown))
}

function showPack(ctx: Context, pack: Pack, partner: DirectoryEntry): ShownPack {
  const venues = partner.venues.filter((venue) => pack.venue_ids.length === 0 || pack.venue_ids.includes(venue.id))
  const available = unavailableBecause(pack, partner.status === 'active', today(ctx)) === undefined
  return { pack, partner, venues, available }
}

/** Every pack, newest first, for staff. */
export async function listPacks(
  tx: Tx,
  filter: { readonly status?: PackStatus; readonly partner_id?: string },
  page: PageRequest,
): Promise<PageOf<Pack>> {
  const [createdAt, id] = page.after ?? []
  const rows = await store.listAll.all(tx, filter.status, filter.partner_id, createdAt, id, page.limit + 1)
  return pageOf(
    rows,
    page,
    (row) => [row.created_at, row.id],
    (row) => row,
  )
}

function today(ctx: Context): Temporal.PlainDate {
  return civilDate(ctx.clock.now(), ctx.product.timeZone)
}
