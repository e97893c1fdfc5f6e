/**
 * The verbs on second factors: setting one up, proving it, recovery codes, removing it. A code is six digits of an
 * authenticator (RFC 6238) and works once; every try is counted, and committed, before it is judged. Who must have one is
 * policy; what a session may do without is said by `authenticate`.
 */
import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { assert } from '../../kernel/assert.ts'
import { userIdOf, type Actor, type Context } from '../../kernel/context.ts'
import { hmacSha256 } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { send } from '../messaging/api.ts'
import { contactOf } from './accounts.ts'
import { errors } from './errors.ts'
import { secondFactorAdded, secondFactorRemoved } from './events.ts'
import { factorAdded, factorRemoved, factorReset, recoveryCodeUsed } from './messages.ts'
import { policyOf } from './policy.ts'
import { canonicalRecoveryCode, FACTOR, isFresh, signInDelays } from './rules.ts'
import * as accounts from './store.ts'
import * as store from './store/factors.ts'

type User = Extract<Actor, { kind: 'user' }>
type Notice = typeof factorAdded | typeof recoveryCodeUsed

const SECRET_FIELD = 'identity.second_factor.secret'
/** When the next try may be, for whoever need not wait. */
const ANY_TIME = Temporal.Instant.fromEpochMilliseconds(0)
/** Crockford's digits: none is taken for another. */
const RECOVERY_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export interface Enrolment {
  /** Base32, for whoever cannot scan. */
  readonly secret: string
  /** `otpauth://…`, for a QR code. */
  readonly uri: string
  readonly expiresAt: Temporal.Instant
}

export interface FactorState {
  /** Since when; null without a factor. */
  readonly since: Temporal.Instant | null
  readonly recoveryCodesLeft: number
}

/** Whether the person has a second factor, and how many recovery codes are left. */
export async function factorState(tx: Tx, userId: string): Promise<FactorState> {
  const since = (await store.findFactor.first(tx, userId))?.confirmed_at ?? null
  const left = since === null ? 0 : (await store.countRecoveryCodes.one(tx, userId)).unused
  return { since, recoveryCodesLeft: left }
}

/**
 * Begins setting up a second factor. It asks for nothing before its first code is taken; until then, for 30 minutes, the
 * same secret is shown again. Safe to repeat. Refuses `second_factor_exists`, and `sign_in_again` to a session that signed in
 * longer ago than a step-up lasts: whoever finds a phone unlocked must not put their own authenticator on its account.
 */
export async function beginEnrolment(ctx: Context, tx: Tx, userId: string): Promise<Enrolment> {
  const now = ctx.clock.now()
  refuseOldSignIn(ctx, 0)
  const secret = new Secret({ size: 20 }).base32
  const sealed = await ctx.vault.seal(tx, userId, SECRET_FIELD, secret)
  await store.beginFactor.run(tx, userId, sealed, ANY_TIME, now, now.subtract(FACTOR.enrolment))
  return (await findEnrolment(ctx, tx, userId)) ?? refuse(errors.second_factor_exists)
}

/** The same secret, to read it again. Refuses `kernel.not_found` when none is being set up, and `sign_in_again`. */
export async function readEnrolment(ctx: Context, tx: Tx, userId: string): Promise<Enrolment> {
  const begun = (await findEnrolment(ctx, tx, userId)) ?? refuse(kernelErrors.not_found)
  refuseOldSignIn(ctx, FACTOR.enrolment.minutes)
  return begun
}

/** The second factor that is being set up; undefined when none is, or it took too long. */
export async function findEnrolment(ctx: Context, tx: Tx, userId: string): Promise<Enrolment | undefined> {
  const row = await store.findFactor.first(tx, userId)
  if (!row || row.confirmed_at !== null) return undefined
  const expiresAt = row.created_at.add(FACTOR.enrolment)
  if (Temporal.Instant.compare(ctx.clock.now(), expiresAt) >= 0) return undefined
  const secret = await openSecret(ctx, tx, userId, row.sealed_secret)
  const { phone, email } = await contactOf(ctx, tx, userId)
  const uri = totp(secret, ctx.product.brand.name, phone ?? email ?? '').toString()
  return { secret, uri, expiresAt }
}

/**
 * Takes the first code: the factor holds from now on, and this session has proven it; others must. Gives the recovery
 * codes, this once. Refuses `second_factor_wrong`, `second_factor_blocked`, `second_factor_exists`,
 * `sign_in_again`, `kernel.not_found` when none is being set up. Audited; the person is told; emits `identity.second_factor_added`.
 */
export async function confirmEnrolment(ctx: Context, transact: Transact, code: string): Promise<string[]> {
  const { userId, sessionId } = signedIn(ctx)
  const begun = await transact((tx) => findEnrolment(ctx, tx, userId))
  if (!begun) {
    const { since } = await transact((tx) => factorState(tx, userId))
    refuse(since === null ? kernelErrors.not_found : errors.second_factor_exists)
  }
  refuseOldSignIn(ctx, FACTOR.enrolment.minutes)
  const tried = await claimTry(ctx, transact, userId)
  const step = stepOf(ctx, tried.secret, code) ?? refuseCode()
  return transact(async (tx) => {
    await takeStep(ctx, tx, userId, step, tried.sealed)
    if ((await store.confirmFactor.run(tx, userId, ctx.clock.now())) === 0) refuse(errors.second_factor_exists)
    await store.noteSecondFactor.run(tx, userId, sessionId, ctx.clock.now())
    await note(ctx, tx, userId, 'identity.second_factor_added')
    await tell(ctx, tx, userId, factorAdded, {})
    await emit(ctx, tx, secondFactorAdded, { user_id: userId })
    return writeRecoveryCodes(ctx, tx, userId)
  })
}

/**
 * Proves the second factor for this session, with six digits or a recovery code: finishes its sign-in, and opens acts that
 * ask for a fresh proof. Refuses `second_factor_wrong` (also for a code that was used), `second_factor_blocked`,
 * `no_second_factor`.
 */
export async function proveSecondFactor(ctx: Context, transact: Transact, code: string): Promise<void> {
  const { userId, sessionId } = signedIn(ctx)
  await takeCode(ctx, transact, userId, code, async (tx) => {
    await store.noteSecondFactor.run(tx, userId, sessionId, ctx.clock.now())
  })
}

/**
 * Removes the own second factor, with a code of it or a recovery code. Refuses as `proveSecondFactor`. Audited; the person
 * is told; emits `identity.second_factor_removed`.
 */
export async function removeSecondFactor(ctx: Context, transact: Transact, code: string): Promise<void> {
  const { userId } = signedIn(ctx)
  await takeCode(ctx, transact, userId, code, async (tx) => {
    await forget(ctx, tx, userId)
    await note(ctx, tx, userId, 'identity.second_factor_removed')
    await tell(ctx, tx, userId, factorRemoved, {})
  })
}

/**
 * Removes another's second factor, who lost it, and ends their sessions, so that nobody half-way in comes in. Refuses
 * `own_second_factor`, `no_second_factor`. Audited with the reason; the person is told.
 */
export async function resetSecondFactor(ctx: Context, tx: Tx, userId: string, reason: string): Promise<void> {
  if (userIdOf(ctx.actor) === userId) refuse(errors.own_second_factor)
  if (!(await accounts.lockAccount.first(tx, userId))) refuse(kernelErrors.not_found)
  const { since } = await factorState(tx, userId)
  if (since === null) refuse(errors.no_second_factor)
  await forget(ctx, tx, userId)
  await accounts.endSessions.run(tx, userId, null, ctx.clock.now(), 'revoked')
  await note(ctx, tx, userId, 'identity.second_factor_reset', reason)
  await tell(ctx, tx, userId, factorReset, {})
}

/** New recovery codes; the ones before are void. Refuses `no_second_factor`. Audited. */
export async function renewRecoveryCodes(ctx: Context, tx: Tx, userId: string): Promise<string[]> {
  const { since } = await factorState(tx, userId)
  if (since === null) refuse(errors.no_second_factor)
  await store.deleteRecoveryCodes.run(tx, userId)
  await note(ctx, tx, userId, 'identity.recovery_codes_renewed')
  return writeRecoveryCodes(ctx, tx, userId)
}

/** Gives the person a second factor with a known secret (base32), for set-up and seeding. Does nothing where there is one. */
export async function installSecondFactor(ctx: Context, tx: Tx, userId: string, secret: string): Promise<void> {
  const now = ctx.clock.now()
  const sealed = await ctx.vault.seal(tx, userId, SECRET_FIELD, secret)
  await store.beginFactor.run(tx, userId, sealed, ANY_TIME, now, now)
  await store.confirmFactor.run(tx, userId, now)
}

/** One account's authenticator as development shows it. */
export interface AuthenticatorEntry {
  readonly userId: string
  readonly phone: string | null
  readonly secret: string
  /** A code that was not used yet; null where the next one is due first. */
  readonly code: string | null
  /** When the next one comes. */
  readonly nextAt: Temporal.Instant
}

/** The codes that people's authenticators show now. Development only: refuses `no_authenticator` in production. */
export async function authenticatorCodes(ctx: Context, tx: Tx): Promise<AuthenticatorEntry[]> {
  if (ctx.config.mode === 'production') refuse(errors.no_authenticator)
  const current = currentStep(ctx)
  const entries: AuthenticatorEntry[] = []
  for (const row of await store.confirmedFactors.all(tx, 100)) {
    const secret = await openSecret(ctx, tx, row.user_id, row.sealed_secret)
    const { phone } = await contactOf(ctx, tx, row.user_id)
    const last = Number(row.last_step)
    // The next step's code is taken already, so whoever was quick need not wait.
    const step = last > current + FACTOR.window || last < current ? current : last + 1
    entries.push({
      userId: row.user_id,
      phone: phone ?? null,
      secret,
      code:
        step > current + FACTOR.window ? null : totp(secret).generate({ timestamp: step * FACTOR.stepSeconds * 1000 }),
      nextAt: Temporal.Instant.fromEpochMilliseconds((current + 1) * FACTOR.stepSeconds * 1000),
    })
  }
  return entries
}

function signedIn(ctx: Context): User {
  assert(ctx.actor.kind === 'user', 'only a signed-in person has a second factor')
  return ctx.actor
}

/** `more` minutes beyond a step-up: what was begun in time may be finished. */
function refuseOldSignIn(ctx: Context, more: number): void {
  if (ctx.actor.kind !== 'user') return
  const minutes = policyOf(ctx).secondFactor.stepUpMinutes + more
  if (!isFresh(ctx.actor.authenticatedAt, ctx.clock.now(), minutes)) refuse(errors.sign_in_again)
}

interface Tried {
  readonly secret: string
  readonly sealed: Buffer
  readonly confirmed: boolean
}

/** Counts the try in a transaction of its own and gives what is needed to judge it. */
async function claimTry(ctx: Context, transact: Transact, userId: string): Promise<Tried> {
  const now = ctx.clock.now()
  const waits = signInDelays(FACTOR.freeTries).map((seconds) => (seconds === 0 ? ANY_TIME : now.add({ seconds })))
  return transact(async (tx) => {
    const row = await store.claimFactorTry.first(tx, userId, now, waits)
    if (row) {
      const secret = await openSecret(ctx, tx, userId, row.sealed_secret)
      return { secret, sealed: row.sealed_secret, confirmed: row.confirmed_at !== null }
    }
    const { blocked_until: until } = (await store.findFactor.first(tx, userId)) ?? refuse(errors.no_second_factor)
    const seconds = Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000))
    return refuse(errors.second_factor_blocked, { seconds }, { second_factor_code: errors.second_factor_blocked })
  })
}

/** Judges six digits or a recovery code; `then` runs in the transaction that uses it up. */
async function takeCode(
  ctx: Context,
  transact: Transact,
  userId: string,
  code: string,
  then: (tx: Tx) => Promise<void>,
): Promise<void> {
  const tried = await claimTry(ctx, transact, userId)
  if (!tried.confirmed) refuse(errors.no_second_factor)
  const digits = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) {
    const step = stepOf(ctx, tried.secret, digits) ?? refuseCode()
    await transact(async (tx) => {
      await takeStep(ctx, tx, userId, step, tried.sealed)
      await then(tx)
    })
    return
  }
  await transact(async (tx) => {
    const now = ctx.clock.now()
    const used = await store.useRecoveryCode.run(tx, userId, recoveryHash(ctx, userId, code), now)
    if (used === 0) refuseCode()
    await store.forgiveFailures.run(tx, userId, ANY_TIME)
    const { unused } = await store.countRecoveryCodes.one(tx, userId)
    await note(ctx, tx, userId, 'identity.recovery_code_used')
    await tell(ctx, tx, userId, recoveryCodeUsed, { left: String(unused) })
    await then(tx)
  })
}

async function takeStep(ctx: Context, tx: Tx, userId: string, step: number, sealed: Buffer): Promise<void> {
  const newest = BigInt(currentStep(ctx) + FACTOR.window)
  if ((await store.takeStep.run(tx, userId, BigInt(step), newest, ANY_TIME, sealed)) === 0) refuseCode()
}

async function forget(ctx: Context, tx: Tx, userId: string): Promise<void> {
  if ((await store.deleteFactor.run(tx, userId)) === 0) refuse(errors.no_second_factor)
  await store.forgetSecondFactor.run(tx, userId)
  await emit(ctx, tx, secondFactorRemoved, { user_id: userId })
}

async function writeRecoveryCodes(ctx: Context, tx: Tx, userId: string): Promise<string[]> {
  const digit = () => RECOVERY_DIGITS[randomInt(RECOVERY_DIGITS.length)]!
  const half = () => Array.from({ length: 5 }, digit).join('')
  const codes = Array.from({ length: FACTOR.recoveryCodes }, () => `${half()}-${half()}`)
  const hashes = codes.map((code) => recoveryHash(ctx, userId, code))
  await store.insertRecoveryCodes.run(tx, userId, hashes, ctx.clock.now())
  return codes
}

function recoveryHash(ctx: Context, userId: string, code: string): string {
  return hmacSha256(ctx.config.secrets.sessionPepper, `recovery code|${userId}|${canonicalRecoveryCode(code)}`)
}

function refuseCode(): never {
  return refuse(errors.second_factor_wrong, {}, { second_factor_code: errors.second_factor_wrong })
}

async function openSecret(ctx: Context, tx: Tx, userId: string, sealed: Buffer): Promise<string> {
  const secret = await ctx.vault.open(tx, userId, SECRET_FIELD, sealed)
  assert(secret !== undefined, 'an account that can sign in has its key')
  return secret
}

function totp(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: FACTOR.digits,
    period: FACTOR.stepSeconds,
  })
}

function currentStep(ctx: Context): number {
  return Math.floor(ctx.clock.now().epochMilliseconds / 1000 / FACTOR.stepSeconds)
}

/** The time step the code belongs to, of those that are taken now. */
function stepOf(ctx: Context, secret: string, code: string): number | undefined {
  const timestamp = ctx.clock.now().epochMilliseconds
  const delta = totp(secret).validate({ token: code, timestamp, window: FACTOR.window })
  return delta === null ? undefined : currentStep(ctx) + delta
}

async function note(ctx: Context, tx: Tx, userId: string, action: string, reason?: string): Promise<void> {
  await record(ctx, tx, { action, subject: { type: 'user', id: userId }, ...(reason === undefined ? {} : { reason }) })
}

/** By every way we know, because somebody else may hold one of them. */
async function tell<M extends Notice>(
  ctx: Context,
  tx: Tx,
  userId: string,
  message: M,
  values: Parameters<typeof send<M>>[3]['values'],
): Promise<void> {
  const { phone, phoneVerified, email, emailVerified, locale } = await contactOf(ctx, tx, userId)
  const common = { locale, values, subjectId: userId }
  if (phone !== undefined && phoneVerified) await send(ctx, tx, message, { ...common, channel: 'sms', address: phone })
  if (email !== undefined && emailVerified)
    await send(ctx, tx, message, { ...common, channel: 'email', address: email })
}
