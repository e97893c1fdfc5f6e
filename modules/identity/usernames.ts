/**
 * The verbs on names and PINs: how people without a number or an address sign in. Somebody else (profiles: a guardian) gives
 * the name and the PIN and may change them; who that may be is not decided here. Hashing runs outside every transaction.
 */
import type { Context } from '../../kernel/context.ts'
import { hmacSha256 } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse, type RefusalKind } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { userSignedUp } from './events.ts'
import { matches, slowHash } from './hashing.ts'
import { userId as userIds, type UserId } from './ids.ts'
import { canonicalPin, canonicalUsername, isWeakPin } from './rules.ts'
import { startSession, type Device, type StartedSession } from './sessions.ts'
import * as store from './store.ts'
import * as names from './store/usernames.ts'
import { forgetTries, forgiveTry, spendTry, tryOf } from './throttle.ts'

/** A PIN that was found good, hashed for one person. Made by `preparePin`, and only there. */
export interface PreparedPin {
  readonly userId: string
  readonly hash: string
}

/**
 * Hashes a PIN for the person, in 30 ms or so: call it outside a transaction. Refuses `pin_invalid` (four to six digits of any
 * script) and `pin_weak` (runs, repetitions, the birthday, part of the name).
 */
export async function preparePin(
  ctx: Context,
  input: {
    readonly userId: string
    readonly pin: string
    readonly username: string
    readonly bornOn: Temporal.PlainDate
  },
): Promise<PreparedPin> {
  const pin = canonicalPin(input.pin) ?? refuseField('pin', errors.pin_invalid)
  if (isWeakPin(pin, input)) refuseField('pin', errors.pin_weak)
  return { userId: input.userId, hash: await slowHash(peppered(ctx, input.userId, pin)) }
}

/**
 * Makes an account that signs in by name and PIN, without any contact. Refuses `username_invalid`, `username_taken`; of ten
 * who ask for one name at once, one gets it. Emits `identity.user_signed_up`.
 */
export async function createNamedUser(
  ctx: Context,
  tx: Tx,
  input: { readonly username: string; readonly pin: PreparedPin; readonly locale: string },
): Promise<UserId> {
  const userId = userIds.of(input.pin.userId)
  const now = ctx.clock.now()
  await store.insertAccount.run(tx, userId, input.locale, now)
  const index = await claimName(ctx, tx, userId, input.username)
  const sealed = await ctx.vault.seal(tx, userId, 'identity.username', input.username.normalize('NFC').trim())
  await names.insertUsername.run(tx, userId, sealed, index, input.pin.hash, now)
  await emit(ctx, tx, userSignedUp, { user_id: userId })
  return userId
}

/**
 * Signs in by name and PIN. An unknown name and a wrong PIN are one refusal, `pin_sign_in_failed`, and take the same time.
 * Tries are counted before they are judged; waiting grows per name and per address (`pin_sign_in_blocked`). Refuses `suspended`
 * to whoever knows the PIN.
 */
export async function signInByUsername(
  ctx: Context,
  transact: Transact,
  input: { readonly username: string; readonly pin: string; readonly device?: Device },
): Promise<StartedSession & { readonly userId: UserId }> {
  // What can be nobody's name or PIN is tried like any other, so that waiting does not tell them apart.
  const index = nameIndex(ctx, canonicalUsername(input.username) ?? input.username.slice(0, 100))
  const made = tryOf(ctx, index)
  await transact((tx) => spendTry(ctx, tx, made, errors.pin_sign_in_blocked))
  const found = await transact((tx) => names.findByName.first(tx, index))
  const pin = canonicalPin(input.pin) ?? ''
  const right = await matches(found?.pin_hash, peppered(ctx, found?.user_id ?? '', pin))
  if (!found || !right) refuse(errors.pin_sign_in_failed)
  return transact(async (tx) => {
    // A PIN that was changed while this one was compared no longer opens anything.
    const now = await names.lockUsername.first(tx, found.user_id)
    if (now?.pin_hash !== found.pin_hash) refuse(errors.pin_sign_in_failed)
    await forgiveTry(ctx, tx, made)
    const userId = userIds.of(found.user_id)
    return { ...(await startSession(ctx, tx, userId, input.device)), userId }
  })
}

/** The name the person signs in by, as it was given; undefined for whoever has none. */
export async function usernameOf(ctx: Context, tx: Tx, userId: string): Promise<string | undefined> {
  const row = await names.findUsername.first(tx, userId)
  return row && ctx.vault.open(tx, userId, 'identity.username', row.sealed)
}

/** The account that signs in by this name; undefined also for what can be nobody's. */
export async function findUserByUsername(ctx: Context, tx: Tx, username: string): Promise<UserId | undefined> {
  const name = canonicalUsername(username)
  const row = name === undefined ? undefined : await names.findByName.first(tx, nameIndex(ctx, name))
  return row && userIds.of(row.user_id)
}

/** Gives the person another PIN, ends their sessions and lets them try again at once. Refuses `username_missing`. Audited. */
export async function changePin(ctx: Context, tx: Tx, pin: PreparedPin): Promise<void> {
  const { userId } = pin
  const row = (await names.lockUsername.first(tx, userId)) ?? refuse(errors.username_missing)
  const now = ctx.clock.now()
  await names.changePin.run(tx, userId, pin.hash, now)
  await forgetTries(ctx, tx, row.name_index)
  await store.endSessions.run(tx, userId, null, now, 'pin_changed')
  await record(ctx, tx, { action: 'identity.pin_changed', subject: { type: 'user', id: userId } })
}

/**
 * Gives the person another name and ends their sessions; the name before is free again. Safe to repeat. Refuses
 * `username_invalid`, `username_taken`, `username_missing`. Audited.
 */
export async function changeUsername(ctx: Context, tx: Tx, userId: string, username: string): Promise<void> {
  const row = (await names.lockUsername.first(tx, userId)) ?? refuse(errors.username_missing)
  const index = await claimName(ctx, tx, userId, username)
  const now = ctx.clock.now()
  const sealed = await ctx.vault.seal(tx, userId, 'identity.username', username.normalize('NFC').trim())
  await names.renameUsername.run(tx, userId, sealed, index, now)
  if (index !== row.name_index) await store.releaseIdentifier.run(tx, row.name_index, userId)
  await store.endSessions.run(tx, userId, null, now, 'pin_changed')
  await record(ctx, tx, { action: 'identity.username_changed', subject: { type: 'user', id: userId } })
}

/** The person signs in by a contact from now on; name and PIN are gone, sessions stay. Safe to repeat. Audited. */
export async function removeUsername(ctx: Context, tx: Tx, userId: string): Promise<void> {
  const removed = await names.deleteUsername.first(tx, userId)
  if (!removed) return
  await store.releaseIdentifier.run(tx, removed.name_index, userId)
  await record(ctx, tx, { action: 'identity.username_removed', subject: { type: 'user', id: userId } })
}

/** Claims the name; whoever comes second waits here and is refused. Claiming one's own again is no claim. */
async function claimName(ctx: Context, tx: Tx, userId: string, username: string): Promise<string> {
  const name = canonicalUsername(username) ?? refuseField('username', errors.username_invalid)
  const index = nameIndex(ctx, name)
  const claimed = await store.claimIdentifier.run(tx, index, 'username', userId, ctx.clock.now())
  if (claimed === 0 && (await store.findIdentifier.one(tx, index)).user_id !== userId)
    refuseField('username', errors.username_taken)
  return index
}

const nameIndex = (ctx: Context, name: string): string => ctx.vault.blindIndex('username', name)

/** A PIN alone has few values: without the pepper, which is not in the database, its hash tells nothing. */
function peppered(ctx: Context, userId: string, pin: string): string {
  return hmacSha256(ctx.config.secrets.sessionPepper, `pin|${userId}|${pin}`)
}

function refuseField(field: string, kind: RefusalKind): never {
  return refuse(kind, {}, { [field]: kind })
}
