/** The verbs on accounts: making one, finding one, its contacts, its suspension and its end. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { contactVerified, userReinstated, userSignedUp, userSuspended } from './events.ts'
import { userId as userIds, type UserId } from './ids.ts'
import { canonicalEmail, canonicalPhone } from './rules.ts'
import * as store from './store.ts'
import { deleteFactor, findFactor, standings } from './store/factors.ts'
import { deleteUsername, findUsername } from './store/usernames.ts'

type Kind = 'phone' | 'email'

/** A canonical contact with its blind index. */
export interface Contact {
  readonly kind: Kind
  readonly value: string
  readonly index: string
  /** ISO 3166 code, for numbers. */
  readonly country?: string
}

/**
 * Reads a number as people write it here. Refuses `phone_invalid` and `phone_not_mobile`, at `field`: what the request calls the
 * number, so that a form can say it where it was typed.
 */
export function phoneContact(ctx: Context, text: string, field = 'phone'): Contact & { readonly country: string } {
  const phone = canonicalPhone(text, ctx.product.country)
  if (typeof phone === 'string') refuse(errors[phone], {}, { [field]: errors[phone] })
  return {
    kind: 'phone',
    value: phone.e164,
    index: ctx.vault.blindIndex('phone', phone.e164),
    country: phone.country,
  }
}

/** Reads an e-mail address. Refuses `email_invalid`. */
export function emailContact(ctx: Context, text: string): Contact {
  const value = canonicalEmail(text) ?? refuse(errors.email_invalid, {}, { email: errors.email_invalid })
  return { kind: 'email', value, index: ctx.vault.blindIndex('email', value) }
}

export interface NewUser {
  readonly phone?: string
  readonly email?: string
  /** True when the person proved that the contacts are theirs. */
  readonly verified?: boolean
  /** The id to use for a new account. */
  readonly id?: UserId
  /** Language of a new account; by default the request's. */
  readonly locale?: string
}

/**
 * The account of these contacts; made when there is none. Safe to repeat and to race: the same contact always gives the
 * same account. A given contact the account lacks is added; `verified` marks the given ones as proven. Refuses
 * `contact_taken` when the two belong to different accounts. Emits `identity.user_signed_up` for a new account.
 */
export async function createUser(ctx: Context, tx: Tx, input: NewUser): Promise<UserId> {
  return (await signUp(ctx, tx, input)).userId
}

/** As `createUser`, and says whether the account is new. */
export async function signUp(ctx: Context, tx: Tx, input: NewUser): Promise<{ userId: UserId; isNew: boolean }> {
  const contacts = [
    ...(input.phone === undefined ? [] : [phoneContact(ctx, input.phone)]),
    ...(input.email === undefined ? [] : [emailContact(ctx, input.email)]),
  ]
  if (contacts.length === 0) refuse(kernelErrors.invalid_input, {}, { phone: kernelErrors.required })
  let known: string | undefined
  for (const contact of contacts) known ??= (await store.findIdentifier.first(tx, contact.index))?.user_id
  const fresh = input.id ?? userIds.create(ctx.clock)
  let userId = userIds.of(known ?? fresh)
  // Claiming the identifier decides a race: whoever comes second waits here and then finds the first one's account.
  for (const [i, contact] of contacts.entries()) {
    const claimed = await store.claimIdentifier.run(tx, contact.index, contact.kind, userId, ctx.clock.now())
    if (claimed === 1) continue
    const holder = (await store.findIdentifier.one(tx, contact.index)).user_id
    if (holder === userId) continue
    // Nothing was written for our own id yet, so the other's account can take its place.
    if (i === 0 && known === undefined) userId = userIds.of(holder)
    else refuse(errors.contact_taken)
  }
  const made = await store.insertAccount.run(tx, userId, input.locale ?? ctx.locale, ctx.clock.now())
  const isNew = made === 1
  for (const contact of contacts) await putContact(ctx, tx, userId, contact, input.verified ?? false)
  if (isNew) await emit(ctx, tx, userSignedUp, { user_id: userId })
  return { userId, isNew }
}

/** Adds the claimed contact or marks it as proven; a proven one replaces another of its kind. */
async function putContact(ctx: Context, tx: Tx, userId: string, contact: Contact, verified: boolean): Promise<void> {
  const now = ctx.clock.now()
  const verifiedAt = verified ? now : null
  const sealed = await ctx.vault.seal(tx, userId, `identity.contact.${contact.kind}`, contact.value)
  const { kind, index } = contact
  if ((await store.insertContact.run(tx, userId, kind, sealed, index, verifiedAt, now)) === 1) return
  const current = (await store.contactsOf.all(tx, userId)).find((row) => row.kind === kind)
  if (current?.contact_index === index) {
    if (verified) await store.verifyContact.run(tx, userId, kind, index, now)
    return
  }
  if (!verified) refuse(errors.contact_taken)
  await store.replaceContact.run(tx, userId, kind, sealed, index, now, now)
  if (current) await store.releaseIdentifier.run(tx, current.contact_index, userId)
}

/**
 * Makes a proven number or address the signed-in person's own; it takes the place of the one before, which becomes free.
 * Refuses `contact_taken`. Audited.
 */
export async function attachContact(ctx: Context, tx: Tx, userId: string, contact: Contact): Promise<void> {
  const account = await store.lockAccount.one(tx, userId)
  if (account.status !== 'active') refuse(errors.suspended)
  const claimed = await store.claimIdentifier.run(tx, contact.index, contact.kind, userId, ctx.clock.now())
  if (claimed === 0 && (await store.findIdentifier.one(tx, contact.index)).user_id !== userId)
    refuse(errors.contact_taken)
  await putContact(ctx, tx, userId, contact, true)
  await record(ctx, tx, {
    action: 'identity.contact_verified',
    subject: { type: 'user', id: userId },
    after: { kind: contact.kind },
  })
  await emit(ctx, tx, contactVerified, { user_id: userId, kind: contact.kind })
}

export interface ContactDetails {
  readonly phone?: string
  readonly email?: string
  readonly phoneVerified: boolean
  readonly emailVerified: boolean
  /** BCP 47: the language to write to the person in. */
  readonly locale: string
  readonly active: boolean
}

/** How to reach the person; nothing but the language when the account was erased. Refuses `kernel.not_found`. */
export async function contactOf(ctx: Context, tx: Tx, userId: string): Promise<ContactDetails> {
  const rows = await store.findAccountContacts.all(tx, userId)
  const { status, locale } = rows[0] ?? refuse(kernelErrors.not_found)
  const open = async (kind: Kind): Promise<string | undefined> => {
    const row = rows.find((candidate) => candidate.kind === kind)
    return row?.sealed ? ctx.vault.open(tx, userId, `identity.contact.${kind}`, row.sealed) : undefined
  }
  const [phone, email] = [await open('phone'), await open('email')]
  const verified = (kind: Kind) => rows.some((row) => row.kind === kind && row.verified_at !== null)
  return {
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    phoneVerified: verified('phone'),
    emailVerified: verified('email'),
    locale,
    active: status === 'active',
  }
}

/** The account a number or address belongs to. Refuses only what cannot be a number or an address. */
export async function findUserByContact(
  ctx: Context,
  tx: Tx,
  by: { readonly phone: string } | { readonly email: string },
): Promise<UserId | undefined> {
  const contact = 'phone' in by ? phoneContact(ctx, by.phone) : emailContact(ctx, by.email)
  const row = await store.findIdentifier.first(tx, contact.index)
  return row && userIds.of(row.user_id)
}

/** How an active account is reached: by a proven number or address, by one that is not proven yet, or not at all. */
export type Reach = 'verified' | 'unverified' | 'without_contact'

/** Of these people, those whose account is active, and how each is reached. One statement. */
export async function activeAccounts(tx: Tx, userIdsGiven: readonly string[]): Promise<ReadonlyMap<string, Reach>> {
  if (userIdsGiven.length === 0) return new Map()
  const rows = await store.activeAccounts.all(tx, userIdsGiven)
  const reach = (verified: boolean | null): Reach =>
    verified === null ? 'without_contact' : verified ? 'verified' : 'unverified'
  return new Map(rows.map((row) => [row.user_id, reach(row.verified)]))
}

/** True when the account is active and at least one contact is proven. */
export async function hasVerifiedContact(tx: Tx, userId: string): Promise<boolean> {
  return (await activeAccounts(tx, [userId])).get(userId) === 'verified'
}

/** True when there is such an account and it is neither suspended nor erased. */
export async function isActive(tx: Tx, userId: string): Promise<boolean> {
  return (await store.findAccount.first(tx, userId))?.status === 'active'
}

/** Sets the language the person is written to in. */
export async function setLocale(_ctx: Context, tx: Tx, userId: string, locale: string): Promise<void> {
  await store.setLocale.run(tx, userId, locale)
}

/** The account's state. Refuses `kernel.not_found`. */
export async function getAccount(tx: Tx, userId: string): Promise<store.AccountRow> {
  return (await store.findAccount.first(tx, userId)) ?? refuse(kernelErrors.not_found)
}

/**
 * Suspends the account and ends its sessions: the person can neither sign in nor act; what belongs to them stays theirs.
 * Safe to repeat. Refuses `own_account`, `not_suspendable` for an erased account. Audited; emits `identity.user_suspended`.
 */
export async function suspendUser(ctx: Context, tx: Tx, userId: string, reason: string): Promise<void> {
  if (userIdOf(ctx.actor) === userId) refuse(errors.own_account)
  const account = (await store.lockAccount.first(tx, userId)) ?? refuse(kernelErrors.not_found)
  if (account.status === 'erased') refuse(errors.not_suspendable)
  const now = ctx.clock.now()
  const changed = await store.suspendAccount.run(tx, userId, now, reason)
  await store.endSessions.run(tx, userId, null, now, 'suspended')
  await record(ctx, tx, {
    action: 'identity.user_suspended',
    subject: { type: 'user', id: userId },
    before: { status: account.status },
    after: { status: 'suspended' },
    reason,
  })
  if (changed === 1) await emit(ctx, tx, userSuspended, { user_id: userId })
}

/** Lifts a suspension; the person signs in anew. Safe to repeat. Refuses `own_account`, `not_suspendable`. Audited. */
export async function reinstateUser(ctx: Context, tx: Tx, userId: string, reason: string): Promise<void> {
  if (userIdOf(ctx.actor) === userId) refuse(errors.own_account)
  const account = (await store.lockAccount.first(tx, userId)) ?? refuse(kernelErrors.not_found)
  if (account.status === 'erased') refuse(errors.not_suspendable)
  const changed = await store.reinstateAccount.run(tx, userId)
  await record(ctx, tx, {
    action: 'identity.user_reinstated',
    subject: { type: 'user', id: userId },
    before: { status: account.status },
    after: { status: 'active' },
    reason,
  })
  if (changed === 1) await emit(ctx, tx, userReinstated, { user_id: userId })
}

/** All identity knows of the person. */
export async function exportUser(ctx: Context, tx: Tx, userId: string): Promise<unknown> {
  const account = await store.findAccount.first(tx, userId)
  if (!account) return undefined
  const { phone, email, phoneVerified, emailVerified } = await contactOf(ctx, tx, userId)
  const sessions = await store.everySessionOf.all(tx, userId)
  const factor = await findFactor.first(tx, userId)
  const named = await findUsername.first(tx, userId)
  const username = named && (await ctx.vault.open(tx, userId, 'identity.username', named.sealed))
  return {
    status: account.status,
    locale: account.locale,
    created_at: account.created_at.toString(),
    last_sign_in_at: account.last_sign_in_at?.toString() ?? null,
    phone: phone ?? null,
    phone_verified: phoneVerified,
    email: email ?? null,
    email_verified: emailVerified,
    username: username ?? null,
    second_factor_since: factor?.confirmed_at?.toString() ?? null,
    sessions: sessions.map((session) => ({
      device: session.device,
      ip: session.ip,
      created_at: session.created_at.toString(),
      last_seen_at: session.last_seen_at.toString(),
      ended_at: session.ended_at?.toString() ?? null,
      ended_reason: session.ended_reason,
    })),
  }
}

/** Frees the number, the address and the name for a new account, removes everything that identifies or lets in. Safe to repeat. */
export async function eraseUser(ctx: Context, tx: Tx, userId: string): Promise<void> {
  const account = await store.lockAccount.first(tx, userId)
  if (!account) return
  for (const contact of await store.contactsOf.all(tx, userId))
    await store.releaseIdentifier.run(tx, contact.contact_index, userId)
  await store.deleteContacts.run(tx, userId)
  await store.deleteCredential.run(tx, userId)
  const named = await deleteUsername.first(tx, userId)
  if (named) await store.releaseIdentifier.run(tx, named.name_index, userId)
  await deleteFactor.run(tx, userId)
  await store.deleteMailTokens.run(tx, userId)
  await store.deleteSessionsOf.run(tx, userId)
  await store.markErased.run(tx, userId, ctx.clock.now())
}

export interface AccountStanding {
  readonly userId: UserId
  readonly status: store.AccountRow['status']
  readonly phone: string | undefined
  readonly lastSignInAt: Temporal.Instant | null
  readonly secondFactorSince: Temporal.Instant | null
}

/** How these people's accounts stand, each once, in the order given. At most a page of them. */
export async function standingsOf(ctx: Context, tx: Tx, ids: readonly string[]): Promise<AccountStanding[]> {
  const distinct = [...new Set(ids)]
  const rows = new Map((await standings.all(tx, distinct)).map((row) => [row.user_id, row]))
  const found: AccountStanding[] = []
  for (const id of distinct) {
    const row = rows.get(id)
    if (!row) continue
    const { phone } = await contactOf(ctx, tx, id)
    found.push({
      userId: userIds.of(id),
      status: row.status,
      phone,
      lastSignInAt: row.last_sign_in_at,
      secondFactorSince: row.second_factor_at,
    })
  }
  return found
}
