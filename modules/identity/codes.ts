/**
 * The verbs on one-time codes by SMS: sending one and taking one. A code is kept as a keyed hash bound to its purpose,
 * number and challenge; the number as a sealed text and a blind index. Every attempt is counted, and committed, before it
 * is judged: no refusal, crash or race gives one back.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import { hmacSha256, newCode, sameSecret, seal, unseal } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { spendAttempt } from '../../kernel/http/limit.ts'
import { idType } from '../../kernel/ids.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { send } from '../messaging/api.ts'
import { attachContact, phoneContact, signUp, type Contact } from './accounts.ts'
import { errors } from './errors.ts'
import type { UserId } from './ids.ts'
import { addPhoneCode, signInCode } from './messages.ts'
import { policyOf } from './policy.ts'
import { addressKey, CODE, rangeOf } from './rules.ts'
import { startSession, type Device } from './sessions.ts'
import * as store from './store.ts'

export type CodePurpose = 'sign_in' | 'add_phone'

const challengeIds = idType('otp')
const HOUR = 3600
const DAY = 24 * HOUR

export interface SentCode {
  readonly challengeId: string
  /** The earliest instant at which another code may be asked for. */
  readonly resendAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
}

/**
 * Sends a code to the number; the one before it is void from then on. Says the same for numbers with and without an
 * account. Refuses `phone_invalid`, `phone_not_mobile`, `phone_country`, `resend_too_soon`, `kernel.too_many_requests`;
 * `kernel.sign_in_required` for `add_phone` by a guest. Not idempotent: each success is one SMS.
 */
export async function sendCode(
  ctx: Context,
  tx: Tx,
  input: { readonly phone: string; readonly purpose: CodePurpose },
): Promise<SentCode> {
  const { purpose } = input
  const userId = purpose === 'add_phone' ? (userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)) : undefined
  const phone = phoneContact(ctx, input.phone)
  const { countries } = policyOf(ctx)
  if (countries && !countries.includes(phone.country)) refuse(errors.phone_country, {}, { phone: errors.phone_country })

  const now = ctx.clock.now()
  const destination = ctx.vault.blindIndex(`code ${purpose}`, phone.value)
  const current = await store.lockDestination.first(tx, destination)
  if (current && Temporal.Instant.compare(current.resend_at, now) > 0) refuseResend(current.resend_at, now)
  await spendSends(ctx, tx, phone)

  const id = challengeIds.wire(challengeIds.create(ctx.clock))
  const claimed = await store.claimDestination.first(
    tx,
    destination,
    id,
    now,
    now.add(CODE.resendFirst),
    now.add(CODE.resendNext),
    now.subtract(CODE.resendsForgottenAfter),
  )
  // Another request for this number came first, in the same moment.
  if (!claimed) refuseResend(now.add(CODE.resendFirst), now)
  if (current) await store.supersedeChallenge.run(tx, current.challenge_id, now)
  const code = newCode(CODE.digits)
  const expiresAt = now.add(CODE.lifetime)
  await store.insertChallenge.run(
    tx,
    id,
    purpose,
    destination,
    seal(sealingKey(ctx), phone.value, id),
    userId,
    codeHash(ctx, { id, purpose, destination }, code),
    expiresAt,
    now,
  )
  await send(ctx, tx, purpose === 'sign_in' ? signInCode : addPhoneCode, {
    channel: 'sms',
    address: phone.value,
    locale: ctx.locale,
    values: { code },
    dedupe: id,
  })
  return { challengeId: id, resendAt: claimed.resend_at, expiresAt }
}

export interface Verified {
  readonly userId: UserId
  readonly isNew: boolean
  /** Absent when the code only confirmed a number. */
  readonly token?: string
  /** True when the session opens nothing before the second factor was proven. */
  readonly halfOpen?: boolean
}

/**
 * Takes the code. For `sign_in`: makes the account on the first proof of the number and starts a session. For `add_phone`:
 * the number becomes the signed-in person's. A code is taken once: of many requests with the right one, one gets the
 * session. Refuses `code_wrong`, `code_exhausted` (five attempts), `code_expired` (too old, used, replaced or unknown),
 * `suspended`, `contact_taken`.
 */
export async function takeCode(
  ctx: Context,
  transact: Transact,
  input: { readonly challengeId: string; readonly code: string; readonly device?: Device },
): Promise<Verified> {
  const { challengeId: id, code } = input
  const challenge = await transact((tx) => store.takeAttempt.first(tx, id, CODE.attemptsMax, ctx.clock.now()))
  if (!challenge) {
    const spent = await transact((tx) => store.findChallenge.first(tx, id, ctx.clock.now()))
    refuse(spent?.live ? errors.code_exhausted : errors.code_expired)
  }
  if (challenge.user_id !== null && challenge.user_id !== userIdOf(ctx.actor)) refuse(errors.code_expired)
  if (!sameSecret(codeHash(ctx, { id, ...challenge }, code), challenge.code_hash)) {
    const left = CODE.attemptsMax - challenge.attempts
    if (left === 0) refuse(errors.code_exhausted)
    refuse(errors.code_wrong, { attempts_left: left }, { code: errors.code_wrong })
  }
  const phone = unseal(sealingKey(ctx), challenge.sealed_phone, id)
  return transact(async (tx) => {
    if ((await store.useChallenge.run(tx, id, ctx.clock.now())) === 0) refuse(errors.code_expired)
    // A number just proven may be proven again soon, say after signing out.
    await store.freeDestination.run(tx, challenge.destination, id)
    if (challenge.user_id !== null) {
      await attachContact(ctx, tx, challenge.user_id, phoneContact(ctx, phone))
      return { userId: challenge.user_id as UserId, isNew: false }
    }
    const { userId, isNew } = await signUp(ctx, tx, { phone, verified: true })
    const { token, halfOpen } = await startSession(ctx, tx, userId, input.device)
    return { userId, isNew, token, halfOpen }
  })
}

/** What an SMS costs is bounded four ways: by number, by sender's address, by range of numbers, by foreign country. */
async function spendSends(ctx: Context, tx: Tx, phone: Contact & { readonly country: string }): Promise<void> {
  const { codes } = policyOf(ctx)
  const now = ctx.clock.now()
  const spend = (what: string, value: string, max: number, seconds: number) =>
    spendAttempt(tx, `identity.code ${what} ${ctx.vault.blindIndex(`limit ${what}`, value)}`, max, seconds, now)
  await spend('number/hour', phone.value, codes.perNumberHourly, HOUR)
  await spend('number/day', phone.value, codes.perNumberDaily, DAY)
  if (ctx.origin) {
    const address = addressKey(ctx.origin.ip)
    await spend('address/hour', address, codes.perAddressHourly, HOUR)
    await spend('address/day', address, codes.perAddressDaily, DAY)
  }
  await spend('range/hour', rangeOf(phone.value), codes.perRangeHourly, HOUR)
  await spend('range/day', rangeOf(phone.value), codes.perRangeDaily, DAY)
  if (phone.country !== ctx.product.country)
    await spend('country/hour', phone.country, codes.perForeignCountryHourly, HOUR)
}

function refuseResend(at: Temporal.Instant, now: Temporal.Instant): never {
  const seconds = Math.max(1, Math.ceil((at.epochMilliseconds - now.epochMilliseconds) / 1000))
  return refuse(errors.resend_too_soon, { seconds })
}

function codeHash(ctx: Context, bound: { id: string; purpose: string; destination: string }, code: string): string {
  return hmacSha256(ctx.config.secrets.sessionPepper, `code|${bound.purpose}|${bound.destination}|${bound.id}|${code}`)
}

/** Challenges live for a day at most and mostly belong to nobody yet, so they are sealed with the server's key. */
function sealingKey(ctx: Context): Buffer {
  return Buffer.from(hmacSha256(ctx.config.secrets.masterKey, 'identity.otp_challenge.sealed_phone'), 'hex')
}
