/** The verbs on addresses. One default per kind, kept by the database; the first of a kind is the default. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { errors } from './errors.ts'
import { addressId } from './ids.ts'
import { refuseField } from './profiles.ts'
import { regionKnown } from './rules.ts'
import * as store from './store.ts'

export type AddressKind = 'primary' | 'billing' | 'delivery'

export interface AddressInput {
  readonly kind: AddressKind
  readonly recipient?: string | null | undefined
  readonly street: string
  readonly city: string
  /** ISO 3166-2 code, where the country has a list here. */
  readonly region?: string | null | undefined
  readonly postalCode?: string | null | undefined
  /** ISO 3166-1 alpha-2; by default the product's country. */
  readonly country?: string | undefined
  readonly isDefault?: boolean | undefined
}

export interface Address {
  readonly id: string
  readonly kind: AddressKind
  readonly recipient: string | null
  readonly street: string
  readonly city: string
  readonly region: string | null
  readonly postalCode: string | null
  readonly country: string
  readonly isDefault: boolean
}

export async function listAddresses(ctx: Context, tx: Tx, userId: string): Promise<Address[]> {
  const addresses: Address[] = []
  for (const row of await store.addressesOf.all(tx, userId)) {
    const opened = await ctx.vault.open(tx, userId, 'profiles.address', row.sealed_address)
    if (opened === undefined) continue
    const content = JSON.parse(opened) as Omit<Address, 'id' | 'kind' | 'isDefault'>
    addresses.push({ ...content, id: row.id, kind: row.kind, isDefault: row.is_default })
  }
  return addresses
}

/** Adds an address. Refuses `region_unknown`, `too_many_addresses` (20), `changed_meanwhile`. */
export async function addAddress(ctx: Context, tx: Tx, userId: string, input: AddressInput): Promise<Address> {
  const content = contentOf(ctx, input)
  const others = await store.lockAddresses.all(tx, userId)
  const isDefault = (input.isDefault ?? false) || !others.some((other) => other.kind === input.kind && other.is_default)
  const id = addressId.create(ctx.clock)
  if (isDefault) await store.clearDefault.run(tx, userId, input.kind, id)
  const sealed = await ctx.vault.seal(tx, userId, 'profiles.address', JSON.stringify(content))
  const inserted = await store.onlyDefault(
    store.insertAddress.run(tx, userId, id, input.kind, sealed, isDefault, ctx.clock.now()),
  )
  if (inserted === 0) refuse(errors.too_many_addresses)
  return { id, kind: input.kind, ...content, isDefault }
}

/** Replaces an address. A default stays the default of its kind until another takes its place. Refuses `address_missing`. */
export async function changeAddress(
  ctx: Context,
  tx: Tx,
  userId: string,
  id: string,
  input: AddressInput,
): Promise<Address> {
  const content = contentOf(ctx, input)
  const rows = await store.lockAddresses.all(tx, userId)
  const before = rows.find((row) => row.id === id) ?? refuse(errors.address_missing)
  const others = rows.filter((row) => row.id !== id)
  const stays = before.is_default && before.kind === input.kind
  const first = !others.some((row) => row.kind === input.kind && row.is_default)
  const isDefault = (input.isDefault ?? false) || stays || first
  if (isDefault) await store.clearDefault.run(tx, userId, input.kind, id)
  const sealed = await ctx.vault.seal(tx, userId, 'profiles.address', JSON.stringify(content))
  await store.onlyDefault(store.updateAddress.run(tx, userId, id, input.kind, sealed, isDefault, ctx.clock.now()))
  if (before.is_default && before.kind !== input.kind) await promote(tx, userId, before.kind, others)
  return { id, kind: input.kind, ...content, isDefault }
}

/** Removes an address; the newest other of its kind becomes the default in its place. Safe to repeat. */
export async function removeAddress(tx: Tx, userId: string, id: string): Promise<void> {
  const rows = await store.lockAddresses.all(tx, userId)
  const removed = rows.find((row) => row.id === id)
  if (!removed) return
  await store.deleteAddress.run(tx, userId, id)
  const others = rows.filter((row) => row.id !== id)
  if (removed.is_default) await promote(tx, userId, removed.kind, others)
}

async function promote(tx: Tx, userId: string, kind: AddressKind, others: store.AddressRow[]): Promise<void> {
  // Ids are ordered by time.
  const next = others
    .filter((row) => row.kind === kind)
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .at(0)
  if (next) await store.onlyDefault(store.makeDefault.run(tx, userId, next.id))
}

function contentOf(ctx: Context, input: AddressInput): Omit<Address, 'id' | 'kind' | 'isDefault'> {
  const country = input.country ?? ctx.product.country
  const region = input.region?.trim() || null
  if (region !== null && !regionKnown(country, region)) refuseField('region', errors.region_unknown)
  return {
    recipient: input.recipient?.trim() || null,
    street: input.street.trim(),
    city: input.city.trim(),
    region,
    postalCode: input.postalCode?.trim() || null,
    country,
  }
}
