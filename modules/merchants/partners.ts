/** The verbs on partners: take on, change, suspend, take back, let go; where their money goes. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { pageOf, type PageOf, type PageRequest } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { partnerStatusChanged } from './events.ts'
import { partnerId } from './ids.ts'
import { maskNumber, partnerStatusesBefore, type PartnerKind, type PartnerStatus, type PaymentTerms } from './rules.ts'
import * as store from './store.ts'

/** A partner as others see it; what is sealed is read apart. */
export type Partner = Readonly<store.PartnerRow>

export interface PartnerTerms {
  readonly name: string
  readonly kind: PartnerKind
  /** Language → text. */
  readonly description: Readonly<Record<string, string>>
  readonly business_registration: string | null
  readonly tax_id: string | null
  /** The partner's part of each redeemed price; the rest is the platform's commission. */
  readonly revenue_split_basis_points: number
  readonly payment_terms: PaymentTerms
  /** Less than this is carried forward to the next period. */
  readonly minimum_payout_minor: bigint
}

export interface Contact {
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** A mobile money account; the number in E.164. */
export interface PayoutDestination {
  readonly mobile: string
  readonly name: string
}

export type NewPartner = Pick<PartnerTerms, 'name' | 'kind' | 'revenue_split_basis_points'> &
  Partial<PartnerTerms> & {
    /** Given by who wants to be able to repeat; else made here. */
    readonly id?: string
    readonly contact?: Contact
    readonly payout?: PayoutDestination
  }

/** Takes a partner on, `pending` until `setPartnerStatus` says active. Safe to repeat with the same id. Audited. */
export async function createPartner(ctx: Context, tx: Tx, input: NewPartner): Promise<Partner> {
  const id = input.id ?? partnerId.create(ctx.clock)
  const made = await store.insertPartner.run(
    tx,
    id,
    input.name,
    input.kind,
    input.description ?? {},
    input.business_registration,
    input.tax_id,
    input.revenue_split_basis_points,
    input.payment_terms ?? 'monthly',
    input.minimum_payout_minor ?? 10_000n,
    ctx.clock.now(),
  )
  if (made === 1) {
    await record(ctx, tx, {
      action: 'merchants.partner_created',
      subject: { type: 'partner', id },
      after: { name: input.name, kind: input.kind, revenue_split_basis_points: input.revenue_split_basis_points },
    })
    if (input.contact) await setContact(ctx, tx, id, input.contact)
    if (input.payout) await setPayoutDestination(ctx, tx, id, input.payout)
  }
  return getPartner(tx, id)
}

/** Changes what is given and leaves the rest. A new split holds for redemptions from now on. Audited. */
export async function changePartner(
  ctx: Context,
  tx: Tx,
  id: string,
  changes: Partial<PartnerTerms>,
): Promise<Partner> {
  const before = (await store.lockPartner.first(tx, id)) ?? refuse(errors.partner_unknown)
  const next = { ...before, ...changes }
  const after = await store.updatePartner.one(
    tx,
    id,
    next.name,
    next.kind,
    next.description,
    next.business_registration,
    next.tax_id,
    next.revenue_split_basis_points,
    next.payment_terms,
    next.minimum_payout_minor,
  )
  const keys = Object.keys(changes) as (keyof PartnerTerms)[]
  await record(ctx, tx, {
    action: 'merchants.partner_changed',
    subject: { type: 'partner', id },
    before: Object.fromEntries(keys.map((key) => [key, before[key]])),
    after: Object.fromEntries(keys.map((key) => [key, after[key]])),
  })
  return after
}

/**
 * Moves the partner on: pending → active → suspended ⇄ active → terminated. Active needs an open venue and somewhere to pay
 * (`incomplete`); leaving active needs a reason. Refuses `not_from_here`. Audited; tells `partner_status_changed`.
 */
export async function setPartnerStatus(
  ctx: Context,
  tx: Tx,
  id: string,
  status: PartnerStatus,
  reason?: string,
): Promise<Partner> {
  const before = (await store.lockPartner.first(tx, id)) ?? refuse(errors.partner_unknown)
  if (before.status === status) {
    await record(ctx, tx, { action: 'merchants.partner_status_confirmed', subject: { type: 'partner', id } })
    return before
  }
  if (status === 'active') {
    const open = (await store.listVenues.all(tx, [id], VENUES_MAX)).some((venue) => venue.is_open)
    if (!open || before.payout_hint === null) refuse(errors.incomplete)
  } else if (!reason?.trim()) refuse(errors.reason_needed)
  const after =
    (await store.updateStatus.first(
      tx,
      id,
      status,
      partnerStatusesBefore(status),
      ctx.clock.now(),
      userIdOf(ctx.actor),
    )) ?? refuse(errors.not_from_here, { from: before.status, to: status })
  await record(ctx, tx, {
    action: 'merchants.partner_status_changed',
    subject: { type: 'partner', id },
    before: { status: before.status },
    after: { status },
    ...(reason ? { reason } : {}),
  })
  await emit(ctx, tx, partnerStatusChanged, { partner_id: id, status, reason: reason ?? null })
  return after
}

/** Whom we talk to. Audited without the person's data. */
export async function setContact(ctx: Context, tx: Tx, id: string, contact: Contact): Promise<void> {
  const sealed = await ctx.vault.seal(tx, id, 'merchants.partner.contact', JSON.stringify(contact))
  if ((await store.updateContact.run(tx, id, sealed)) === 0) refuse(errors.partner_unknown)
  await record(ctx, tx, { action: 'merchants.contact_changed', subject: { type: 'partner', id } })
}

/** Where the partner is paid from now on. Audited with the masked number: this is where fraud would strike. */
export async function setPayoutDestination(ctx: Context, tx: Tx, id: string, to: PayoutDestination): Promise<void> {
  const before = (await store.lockPartner.first(tx, id)) ?? refuse(errors.partner_unknown)
  const sealed = await ctx.vault.seal(tx, id, 'merchants.partner.payout', JSON.stringify(to))
  const hint = maskNumber(to.mobile)
  await store.updatePayout.run(tx, id, sealed, hint, ctx.clock.now())
  await record(ctx, tx, {
    action: 'merchants.payout_destination_changed',
    subject: { type: 'partner', id },
    before: { mobile: before.payout_hint },
    after: { mobile: hint },
  })
}

/** Where to pay the partner. Refuses `nowhere_to_pay`. */
export async function payoutDestination(ctx: Context, tx: Tx, id: string): Promise<PayoutDestination> {
  return (await privateOf(ctx, tx, id)).payout ?? refuse(errors.nowhere_to_pay)
}

export interface PrivateDetails {
  readonly contact: Contact | undefined
  readonly payout: PayoutDestination | undefined
}

/** What is sealed for the partner, for staff who manage it. Refuses `partner_unknown`. */
export async function privateOf(ctx: Context, tx: Tx, id: string): Promise<PrivateDetails> {
  return (await findPrivate(ctx, tx, id)) ?? refuse(errors.partner_unknown)
}

export async function findPrivate(ctx: Context, tx: Tx, id: string): Promise<PrivateDetails | undefined> {
  const row = await store.findPrivate.first(tx, id)
  if (!row) return undefined
  const open = async <T>(field: string, sealed: Buffer | null): Promise<T | undefined> => {
    const text = sealed === null ? undefined : await ctx.vault.open(tx, id, `merchants.partner.${field}`, sealed)
    return text === undefined ? undefined : (JSON.parse(text) as T)
  }
  return { contact: await open('contact', row.contact), payout: await open('payout', row.payout) }
}

/** Forgets whom we talked to and where we paid; the business and its statements stay. Safe to repeat. */
export async function erasePrivate(tx: Tx, id: string): Promise<void> {
  await store.erasePrivate.run(tx, id)
}

/** The partner. Refuses `partner_unknown`. */
export async function getPartner(tx: Tx, id: string): Promise<Partner> {
  return (await store.findPartner.first(tx, id)) ?? refuse(errors.partner_unknown)
}

/** One page of partners by name. */
export async function listPartners(
  tx: Tx,
  filter: { readonly status?: PartnerStatus },
  page: PageRequest,
): Promise<PageOf<Partner>> {
  const [name, id] = page.after ?? []
  const rows = await store.listPartners.all(tx, filter.status, name, id, page.limit + 1)
  return pageOf(
    rows,
    page,
    (row) => [row.name, row.id],
    (row) => row,
  )
}

export type DirectoryEntry = Readonly<store.DirectoryRow>

const PARTNERS_MAX = 1000
export const VENUES_MAX = 200

/** Partners with their open venues, in one statement: those of the given ids, status, or with an open venue in the city. */
export async function directory(
  tx: Tx,
  filter: { readonly ids?: readonly string[]; readonly status?: PartnerStatus; readonly city?: string },
): Promise<DirectoryEntry[]> {
  return store.directory.all(tx, filter.ids, filter.status, filter.city, PARTNERS_MAX)
}

/** The partner with its open venues, for anybody. Only partners that are or were honouring packs are shown. */
export async function getPublicPartner(tx: Tx, id: string): Promise<DirectoryEntry> {
  const found = await directory(tx, { ids: [id] })
  return found.find((entry) => entry.status !== 'pending') ?? refuse(errors.partner_unknown)
}
