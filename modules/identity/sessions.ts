/** The verbs on device sessions: signing in and out, reading who is behind a token, rotating and revoking. */
import type { Actor, Barred, Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { grantsFrom } from '../access/api.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { sessionId as sessionIds, type SessionId } from './ids.ts'
import { policyOf } from './policy.ts'
import { deviceLabel, isFresh, judgeSession, liveSince, rotationDue, seenDue, SESSION } from './rules.ts'
import * as store from './store.ts'
import { findFactor } from './store/factors.ts'
import { makeToken, readToken } from './tokens.ts'

/** Where a person signs in from; by default what the request says. */
export interface Device {
  readonly label?: string
  readonly ip?: string
}

export interface StartedSession {
  readonly token: string
  readonly sessionId: SessionId
  /** True when the person has a second factor: the session opens nothing before it was proven. */
  readonly halfOpen: boolean
}

/**
 * Signs the person in on one device. The token is shown this once; only its keyed hash is kept. Refuses
 * `identity.suspended`.
 */
export async function startSession(ctx: Context, tx: Tx, userId: string, device: Device = {}): Promise<StartedSession> {
  const account = await store.lockAccount.one(tx, userId)
  if (account.status !== 'active') refuse(errors.suspended)
  const now = ctx.clock.now()
  const id = sessionIds.create(ctx.clock)
  const label = (device.label ?? deviceLabel(ctx.origin?.userAgent ?? '')).slice(0, 80)
  await store.insertSession.run(tx, userId, id, label, device.ip ?? ctx.origin?.ip, now)
  const { token, hash } = makeToken(ctx, 'session', [userId, id])
  await store.insertToken.run(tx, userId, id, hash, now)
  await store.noteSignIn.run(tx, userId, now)
  const halfOpen = (await findFactor.first(tx, userId))?.confirmed_at != null
  return { token, sessionId: id, halfOpen }
}

/**
 * Who is behind the token, with what they may do; undefined when it opens nothing. One statement, plus one now and then
 * that notes the use; works on a transaction and on a single-statement reading. A superseded token whose successor is in
 * use ends the session: somebody else holds a copy. A session that must still prove the second factor, or whose person must
 * first have one, carries no rights and says what bars it.
 */
export async function authenticate(ctx: Context, tx: Tx, token: string): Promise<Actor | undefined> {
  const read = readToken(ctx, 'session', token, 2)
  if (!read) return undefined
  const [userId, sessionId] = read.ids as [string, string]
  const row = await store.findPresented.first(tx, userId, sessionId, read.hash)
  if (!row) return undefined
  const now = ctx.clock.now()
  const verdict = judgeSession(row, now)
  if (verdict === 'reused') await endReused(ctx, tx, userId, sessionId)
  if (verdict !== 'live') return undefined
  if (row.first_used_at === null) await store.touchToken.run(tx, userId, sessionId, read.hash, now)
  if (seenDue(row.last_seen_at, now))
    await store.touchSession.run(tx, userId, sessionId, now, now.subtract(SESSION.seenEvery))
  const barred = barredOf(ctx, row)
  const allowed = barred.everything === undefined && barred.permissions === undefined
  return {
    kind: 'user',
    userId,
    sessionId,
    grants: allowed ? grantsFrom(ctx, row.memberships) : [],
    authenticatedAt: row.authenticated_at,
    barred,
  }
}

function barredOf(ctx: Context, row: store.PresentedRow): Barred {
  const { requiredFor, stepUpMinutes } = policyOf(ctx).secondFactor
  if (!row.has_factor) {
    const needed = row.memberships.some(({ role }) => requiredFor.includes(role))
    return needed ? { permissions: errors.second_factor_needed } : { stepUp: errors.second_factor_needed }
  }
  if (row.second_factor_at === null) return { everything: errors.second_factor_required }
  return isFresh(row.second_factor_at, ctx.clock.now(), stepUpMinutes) ? {} : { stepUp: errors.step_up_required }
}

/** The session row itself says why it ended; whoever of several requests ends it also writes the record. */
async function endReused(ctx: Context, tx: Tx, userId: string, sessionId: string): Promise<void> {
  const ended = await store.endSession.run(tx, userId, sessionId, ctx.clock.now(), 'token_reused')
  if (ended === 0) return
  ctx.log.warn({ session_id: sessionId, request_id: ctx.requestId }, 'a superseded session token was used again')
  await record(ctx, tx, {
    action: 'identity.session_token_reused',
    subject: { type: 'user', id: userId },
    after: { session_id: sessionId, session: 'ended' },
  })
}

/**
 * A new token for the session of `token`, when its token is due for one; else undefined and nothing changes. The old one
 * opens the session for a minute more. Of several tabs asking at once, one gets the new token.
 */
export async function rotateSession(
  ctx: Context,
  tx: Tx,
  token: string,
): Promise<Omit<StartedSession, 'halfOpen'> | undefined> {
  const read = readToken(ctx, 'session', token, 2) ?? refuse(kernelErrors.sign_in_required)
  const [userId, sessionId] = read.ids as [string, string]
  if (!(await store.lockSession.first(tx, userId, sessionId))) refuse(kernelErrors.sign_in_required)
  const now = ctx.clock.now()
  const row = await store.findPresented.first(tx, userId, sessionId, read.hash)
  if (!row || judgeSession(row, now) !== 'live') refuse(kernelErrors.sign_in_required)
  // A superseded token gets a successor only when the first one never arrived, and not while it may still be under way.
  const lost =
    row.superseded_at !== null &&
    row.successor_used !== true &&
    Temporal.Instant.compare(now, row.superseded_at.add(SESSION.overlap)) >= 0
  if (!lost && (row.superseded_at !== null || !rotationDue(row.issued_at, now))) return undefined
  await store.supersedeTokens.run(tx, userId, sessionId, now)
  const made = makeToken(ctx, 'session', [userId, sessionId])
  await store.insertToken.run(tx, userId, sessionId, made.hash, now)
  return { token: made.token, sessionId: sessionIds.of(sessionId) }
}

/** True when the session should be given a new token. */
export async function isRotationDue(ctx: Context, tx: Tx, userId: string, sessionId: string): Promise<boolean> {
  const current = await store.currentTokenOf.first(tx, userId, sessionId)
  return current !== undefined && rotationDue(current.issued_at, ctx.clock.now())
}

export interface SessionInfo {
  readonly id: string
  readonly device: string
  readonly ip: string | null
  readonly created_at: Temporal.Instant
  readonly last_seen_at: Temporal.Instant
}

/** The devices the person is signed in on, the one used last first. At most 100. */
export async function listSessions(ctx: Context, tx: Tx, userId: string): Promise<SessionInfo[]> {
  const { seen, created } = liveSince(ctx.clock.now())
  return store.sessionsOf.all(tx, userId, seen, created, 100)
}

/** Signs the person out on one device. Safe to repeat. Refuses `kernel.not_found` for a session that is not theirs. */
export async function revokeSession(ctx: Context, tx: Tx, userId: string, sessionId: string): Promise<void> {
  const mine = await store.everySessionOf.all(tx, userId)
  if (!mine.some((session) => session.id === sessionId)) refuse(kernelErrors.not_found)
  const reason = ctx.actor.kind === 'user' && ctx.actor.sessionId === sessionId ? 'signed_out' : 'revoked'
  const ended = await store.endSession.run(tx, userId, sessionId, ctx.clock.now(), reason)
  if (ended === 1 && reason === 'revoked')
    await record(ctx, tx, {
      action: 'identity.session_revoked',
      subject: { type: 'user', id: userId },
      after: { session_id: sessionId },
    })
}

/** Signs the person out everywhere else; gives the number of sessions ended. Safe to repeat. Audited. */
export async function revokeOtherSessions(ctx: Context, tx: Tx, userId: string, keep: string): Promise<number> {
  const ended = await store.endSessions.run(tx, userId, keep, ctx.clock.now(), 'revoked')
  await record(ctx, tx, {
    action: 'identity.other_sessions_revoked',
    subject: { type: 'user', id: userId },
    after: { ended },
  })
  return ended
}

/** Staff sign a person out everywhere; gives the number of sessions ended. Safe to repeat. Audited with the reason. */
export async function endSessionsOf(ctx: Context, tx: Tx, userId: string, reason: string): Promise<number> {
  if (!(await store.lockAccount.first(tx, userId))) refuse(kernelErrors.not_found)
  const ended = await store.endSessions.run(tx, userId, null, ctx.clock.now(), 'revoked')
  await record(ctx, tx, {
    action: 'identity.sessions_ended',
    subject: { type: 'user', id: userId },
    after: { ended },
    reason,
  })
  return ended
}
