/**
 * Who may come in: what stands between a request and its route. Limits, the session and whose it is, the check that a cookie was
 * sent from here, permissions. What the request does then is the work of server.ts.
 */
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { can, type Actor, type Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import { kernelErrors, refuse } from '../errors.ts'
import type { Product } from '../module.ts'
import type { Callers } from './callers.ts'
import { spendAttempt } from './limit.ts'
import type { AnyRoute } from './route.ts'

export const SESSION_COOKIE = 'teranga_session'
export const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** What admission needs of the server. */
export interface AdmissionParts {
  readonly product: Product
  readonly db: Database
  readonly callers: Callers
  /** A context for a request; the actor is filled in after the session was read. */
  context(given: Pick<Context, 'requestId' | 'actor' | 'locale' | 'origin'>): Context
}

/** Limits, session, cross-site check, permission. */
export async function admit(
  parts: AdmissionParts,
  route: AnyRoute,
  request: FastifyRequest,
): Promise<{ actor: Actor; ctx: Context }> {
  const guest = parts.context(guestOf(request, parts.product))
  const now = guest.clock.now()
  const limited = (name: string, value: string) => createHash('sha256').update(`${name}|${value}`).digest('base64url')
  for (const limit of route.limits ?? []) {
    if (limit.per === 'user') continue
    const value =
      limit.per === 'address'
        ? request.ip
        : String((request.body as Record<string, unknown> | null)?.[limit.per.field] ?? '')
    await spendAttempt(parts.db.reading(), limited(limit.name, value), limit.max, limit.windowSeconds, now)
  }
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const cookieToken = request.cookies[SESSION_COOKIE]
  const token = bearer ?? cookieToken
  let actor: Actor = { kind: 'guest' }
  if (
    token &&
    parts.product.authenticate &&
    (route.access !== 'public' || UNSAFE.has(route.method) || route.rows === 'own')
  ) {
    const { authenticate } = parts.product
    const look = () => authenticate(guest, parts.db.reading(), token)
    const acts = UNSAFE.has(route.method) || route.stepUp
    actor = (await (acts ? look() : parts.callers.of(guest, token, look))) ?? actor
  }
  if (UNSAFE.has(request.method) && !bearer && cookieToken && isCrossSite(request)) refuse(kernelErrors.cross_site)
  const barred = actor.kind === 'user' ? actor.barred : undefined
  if (barred?.everything && !route.halfOpen) {
    if (route.access !== 'public') refuse(barred.everything)
    actor = { kind: 'guest' }
  }
  if (route.access !== 'public') {
    if (actor.kind === 'guest') refuse(kernelErrors.sign_in_required)
    if (typeof route.access === 'object') {
      if (barred?.permissions) refuse(barred.permissions)
      const { permission, scoped } = route.access
      const held = scoped
        ? actor.kind === 'user' && actor.grants.some((grant) => grant.permission === permission)
        : can(actor, permission)
      if (!held) refuse(kernelErrors.forbidden)
    }
    if (route.stepUp && barred?.stepUp) refuse(barred.stepUp)
  }
  if (actor.kind === 'user')
    for (const limit of route.limits ?? [])
      if (limit.per === 'user')
        await spendAttempt(parts.db.reading(), limited(limit.name, actor.userId), limit.max, limit.windowSeconds, now)
  return { actor, ctx: actor.kind === 'guest' ? guest : parts.context({ ...guestOf(request, parts.product), actor }) }
}

/** As much of a request as is known of a stranger. */
export type Guest = Pick<FastifyRequest, 'id' | 'ip'> & {
  readonly headers: Pick<FastifyRequest['headers'], 'accept-language' | 'user-agent'>
}

/** The request as of somebody unknown. */
export function guestOf(request: Guest, product: Product): Pick<Context, 'requestId' | 'actor' | 'locale' | 'origin'> {
  return {
    requestId: request.id,
    actor: { kind: 'guest' },
    locale: localeOf(request.headers['accept-language'], product),
    origin: { ip: request.ip, userAgent: request.headers['user-agent'] ?? '' },
  }
}

/** The first accepted language the product speaks, else its own first. */
function localeOf(acceptLanguage: string | undefined, product: Product): string {
  for (const range of (acceptLanguage ?? '').split(',')) {
    const wanted = range.split(';')[0]!.trim().toLowerCase()
    if (wanted === '') continue
    const exact = product.locales.find((locale) => locale.toLowerCase() === wanted)
    const same = product.locales.find((locale) => locale.split('-')[0] === wanted.split('-')[0])
    if (exact ?? same) return (exact ?? same)!
  }
  return product.locales[0]
}

/** A browser says where a request comes from; a session cookie is worth nothing from elsewhere. */
function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.origin
  // `Origin: null` comes from a sandboxed frame or a file: nowhere we are.
  return origin !== undefined && URL.parse(origin)?.host !== request.host
}
