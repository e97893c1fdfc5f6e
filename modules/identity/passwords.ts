/**
 * The verbs on e-mail and password: sign-up by a confirmed address, sign-in, setting a new password. Hashing takes its
 * time and runs outside every transaction. No answer tells whether an address has an account; the mailbox does.
 */
import type { Context } from '../../kernel/context.ts'
import type { Message } from '../../kernel/messages.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { spendAttempt } from '../../kernel/http/limit.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { send } from '../messaging/api.ts'
import { attachContact, emailContact, signUp, type Contact } from './accounts.ts'
import { commonPasswords } from './common-passwords.ts'
import { errors } from './errors.ts'
import { isCurrent, matches, slowHash } from './hashing.ts'
import { userId as userIds, type UserId } from './ids.ts'
import * as say from './messages.ts'
import { MAIL, passwordProblem } from './rules.ts'
import { startSession, type Device, type StartedSession } from './sessions.ts'
import * as store from './store.ts'
import { forgetTries, forgiveTry, spendTry, tryOf } from './throttle.ts'
import { makeToken, readToken } from './tokens.ts'

const HOUR = 3600

const hashOf = (password: string): Promise<string> => slowHash(password.normalize('NFKC'))

/**
 * Begins a sign-up: mails a link, valid 24 hours, that makes the account with this password. An address that has an account
 * already gets a mail that says so. The same answer in both cases. Refuses `email_invalid`, `password_too_short`,
 * `password_too_long`, `password_common`, `kernel.too_many_requests`.
 */
export async function beginSignUp(
  ctx: Context,
  transact: Transact,
  input: { readonly email: string; readonly password: string },
): Promise<void> {
  const email = emailContact(ctx, input.email)
  refusePassword(input.password)
  await transact((tx) => spendMails(ctx, tx, email))
  const passwordHash = await hashOf(input.password)
  await transact(async (tx) => {
    const known = await store.findIdentifier.first(tx, email.index)
    if (known) {
      await mail(
        ctx,
        tx,
        userIds.of(known.user_id),
        say.alreadyRegistered,
        email.value,
        `${ctx.publicUrl}/reset-password`,
      )
      return
    }
    const userId = userIds.create(ctx.clock)
    await mailLink(ctx, tx, { userId, kind: 'sign_up', email: email.value, passwordHash, locale: ctx.locale })
  })
}

/** Mails a link that makes `email` the signed-in person's proven address. Refuses as `beginSignUp`. */
export async function requestEmailVerification(ctx: Context, tx: Tx, userId: string, emailText: string): Promise<void> {
  const email = emailContact(ctx, emailText)
  await spendMails(ctx, tx, email)
  const account = await store.findAccount.one(tx, userId)
  await store.voidMailTokens.run(tx, userId, 'verify_email', ctx.clock.now())
  await mailLink(ctx, tx, {
    userId: userIds.of(userId),
    kind: 'verify_email',
    email: email.value,
    locale: account.locale,
  })
}

/**
 * Uses a confirmation link: makes the account of a sign-up, or marks the address as the person's. Works once. Refuses
 * `link_invalid`, `contact_taken`.
 */
export async function confirmEmail(ctx: Context, tx: Tx, token: string): Promise<{ userId: UserId }> {
  const { userId, link } = await useLink(ctx, tx, token, ['sign_up', 'verify_email'])
  const email = await ctx.vault.open(tx, userId, 'identity.mail_token.email', link.sealed_email)
  if (email === undefined) refuse(errors.link_invalid)
  if (link.kind === 'verify_email') {
    await attachContact(ctx, tx, userId, emailContact(ctx, email))
    return { userId }
  }
  const made = await signUp(ctx, tx, { email, verified: true, id: userId, locale: link.locale })
  if (made.isNew) await store.putCredential.run(tx, made.userId, link.password_hash, ctx.clock.now())
  // Another link to this address has made the account meanwhile. Its password stays; this link's person never was.
  else await ctx.vault.destroy(tx, userId)
  return { userId: made.userId }
}

/**
 * Signs in with a password. Wrong address, wrong password and unconfirmed address are one refusal, `invalid_credentials`,
 * and take the same time. Attempts are counted before they are judged; waiting grows per account and per address
 * (`sign_in_blocked`). Refuses `suspended` to whoever knows the password.
 */
export async function signInByPassword(
  ctx: Context,
  transact: Transact,
  input: { readonly email: string; readonly password: string; readonly device?: Device },
): Promise<StartedSession & { readonly userId: UserId }> {
  const email = emailContact(ctx, input.email)
  const made = tryOf(ctx, email.index)
  await transact((tx) => spendTry(ctx, tx, made, errors.sign_in_blocked))
  const found = await transact(async (tx) => {
    const known = await store.findIdentifier.first(tx, email.index)
    const credential = known && (await store.findCredential.first(tx, known.user_id))
    return credential && { userId: userIds.of(known.user_id), passwordHash: credential.password_hash }
  })
  const password = input.password.normalize('NFKC')
  const right = await matches(found?.passwordHash, password)
  if (!found || !right) refuse(errors.invalid_credentials)
  const rehashed = isCurrent(found.passwordHash) ? undefined : await hashOf(password)
  return transact(async (tx) => {
    const { userId } = found
    await forgiveTry(ctx, tx, made)
    if (rehashed) await store.rehashCredential.run(tx, userId, found.passwordHash, rehashed)
    return { ...(await startSession(ctx, tx, userId, input.device)), userId }
  })
}

/** Mails a link, valid one hour, to set a new password, if the address has an account. Says the same if not. */
export async function requestPasswordReset(ctx: Context, tx: Tx, emailText: string): Promise<void> {
  const email = emailContact(ctx, emailText)
  await spendMails(ctx, tx, email)
  const known = await store.findIdentifier.first(tx, email.index)
  const account = known && (await store.findAccount.first(tx, known.user_id))
  if (account?.status !== 'active') return
  const { user_id, locale } = account
  await store.voidMailTokens.run(tx, user_id, 'reset_password', ctx.clock.now())
  await mailLink(ctx, tx, { userId: userIds.of(user_id), kind: 'reset_password', email: email.value, locale })
}

/**
 * Sets the password by a reset link and ends every session. Works once. Refuses `link_invalid`, what is wrong with the
 * password (the link then still works), `suspended`. Audited.
 */
export async function resetPassword(
  ctx: Context,
  transact: Transact,
  input: { readonly token: string; readonly password: string },
): Promise<void> {
  refusePassword(input.password)
  const passwordHash = await hashOf(input.password)
  await transact(async (tx) => {
    const { userId, link } = await useLink(ctx, tx, input.token, ['reset_password'])
    const account = await store.lockAccount.one(tx, userId)
    if (account.status !== 'active') refuse(errors.suspended)
    const now = ctx.clock.now()
    await store.putCredential.run(tx, userId, passwordHash, now)
    await store.endSessions.run(tx, userId, null, now, 'password_reset')
    await record(ctx, tx, { action: 'identity.password_reset', subject: { type: 'user', id: userId } })
    const email = await ctx.vault.open(tx, userId, 'identity.mail_token.email', link.sealed_email)
    if (email === undefined) return
    // The link was in the mailbox, so the address is proven; and who can reset need not wait.
    const { index } = emailContact(ctx, email)
    await store.verifyContact.run(tx, userId, 'email', index, now)
    await forgetTries(ctx, tx, index)
    await mail(ctx, tx, userId, say.passwordChanged, email, `${ctx.publicUrl}/reset-password`)
  })
}

/** Gives the account a password, for set-up and seeding. Refuses what is wrong with it. */
export async function setPassword(ctx: Context, tx: Tx, userId: string, password: string): Promise<void> {
  refusePassword(password)
  await store.putCredential.run(tx, userId, await hashOf(password), ctx.clock.now())
}

/** Removes old links, and the keys of people whose sign-up never came to be. */
export async function removeUnusedSignUps(ctx: Context, tx: Tx, before: Temporal.Instant): Promise<number> {
  const removed = await store.removeMailTokens.all(tx, before)
  for (const row of removed)
    if (row.kind === 'sign_up' && row.used_at === null) await ctx.vault.destroy(tx, row.user_id)
  return removed.length
}

interface Link {
  readonly userId: UserId
  readonly kind: store.MailTokenRow['kind']
  readonly email: string
  readonly locale: string
  readonly passwordHash?: string
}

async function mailLink(ctx: Context, tx: Tx, { userId, kind, email, locale, passwordHash }: Link): Promise<void> {
  const { token, hash: tokenHash } = makeToken(ctx, 'mail', [userId])
  const now = ctx.clock.now()
  const sealed = await ctx.vault.seal(tx, userId, 'identity.mail_token.email', email)
  const expiresAt = now.add(kind === 'reset_password' ? MAIL.reset : MAIL.confirmation)
  await store.insertMailToken.run(tx, userId, tokenHash, kind, sealed, passwordHash, locale, expiresAt, now)
  const [page, message] =
    kind === 'reset_password' ? ['reset-password', say.resetPassword] : ['confirm-email', say.confirmEmail]
  const link = `${ctx.publicUrl}/${page}?token=${token}`
  await send(ctx, tx, message, { channel: 'email', address: email, locale, values: { link } })
}

async function mail(
  ctx: Context,
  tx: Tx,
  userId: string,
  message: Message<'link'>,
  address: string,
  link: string,
): Promise<void> {
  const { locale } = await store.findAccount.one(tx, userId)
  await send(ctx, tx, message, { channel: 'email', address, locale, values: { link }, subjectId: userId })
}

async function useLink(
  ctx: Context,
  tx: Tx,
  token: string,
  kinds: readonly store.MailTokenRow['kind'][],
): Promise<{ userId: UserId; link: store.MailTokenRow }> {
  const read = readToken(ctx, 'mail', token, 1) ?? refuse(errors.link_invalid)
  const userId = userIds.of(read.ids[0]!)
  const link = await store.useMailToken.first(tx, userId, read.hash, kinds, ctx.clock.now())
  return { userId, link: link ?? refuse(errors.link_invalid) }
}

function refusePassword(password: string): void {
  const problem = passwordProblem(password, commonPasswords)
  if (problem) refuse(errors[problem], {}, { password: errors[problem] })
}

/** A mailbox gets at most so many of our links, whoever asks. */
async function spendMails(ctx: Context, tx: Tx, email: Contact): Promise<void> {
  await spendAttempt(tx, `identity.mail/hour ${email.index}`, 4, HOUR, ctx.clock.now())
  await spendAttempt(tx, `identity.mail/day ${email.index}`, 10, 24 * HOUR, ctx.clock.now())
}
