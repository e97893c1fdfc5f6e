/** What a signed-in person does with their account. */
import { Type } from 'typebox'
import { assert } from '../../kernel/assert.ts'
import type { Actor, Context } from '../../kernel/context.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { idType } from '../../kernel/ids.ts'
import { route, type Reply } from '../../kernel/http/route.ts'
import { SESSION_COOKIE } from '../../kernel/http/admission.ts'
import { Body, Empty, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { rolesOf } from '../access/api.ts'
import { contactOf } from './accounts.ts'
import { sessionId, userId } from './ids.ts'
import { requestEmailVerification } from './passwords.ts'
import { SESSION } from './rules.ts'
import { isRotationDue, listSessions, revokeOtherSessions, revokeSession, rotateSession } from './sessions.ts'
import { usernameOf } from './usernames.ts'

// The partners a person works for are the scopes of their roles; only their wire form is known here.
const partnerId = idType('prt')

const Me = Type.Object({
  id: WireId('usr'),
  phone: Nullable(Type.String({ description: 'E.164' })),
  phone_verified: Type.Boolean(),
  email: Nullable(Type.String()),
  email_verified: Type.Boolean(),
  username: Nullable(Type.String({ description: 'The name they sign in by with a PIN' })),
  locale: Type.String({ description: 'BCP 47' }),
  roles: Type.Array(Type.String()),
  permissions: Type.Array(Type.String(), { description: 'Held everywhere' }),
  partner_ids: Type.Array(WireId('prt'), { description: 'Partners the person works for' }),
  partner_permissions: Type.Array(Type.String(), { description: 'Held for at least one of these partners' }),
  second_factor_needed: Type.Boolean({ description: 'A role of theirs opens nothing before they have one' }),
  session: Type.Object({
    id: WireId('ses'),
    authenticated_at: Instant,
    rotation_due: Type.Boolean({ description: 'Ask for a new token: POST /sessions/current/rotation' }),
  }),
})
const Session = Type.Object({
  id: WireId('ses'),
  device: Type.String({ description: 'What the browser says it is; may be empty' }),
  ip: Nullable(Type.String()),
  current: Type.Boolean({ description: 'The session of this request' }),
  created_at: Instant,
  last_seen_at: Instant,
})
type User = Extract<Actor, { kind: 'user' }>

export function signedIn(ctx: Context): User {
  assert(ctx.actor.kind === 'user', 'the route lets only signed-in people in')
  return ctx.actor
}

/** HttpOnly; lives as long as the session can. */
export function setSessionCookie(reply: Reply, token: string): void {
  reply.cookie(SESSION_COOKIE, token, { maxAgeSeconds: SESSION.absolute.days * 24 * 3600 })
}

/** The session token as it was presented: bearer first, then cookie, as the server reads it. */
function presentedToken(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const bearer = /^Bearer (.+)$/.exec(String(headers['authorization'] ?? ''))?.[1]
  const cookie = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([^;]+)`).exec(String(headers['cookie'] ?? ''))?.[1]
  return bearer ?? cookie ?? ''
}

export const accountRoutes = [
  route({
    method: 'GET',
    path: '/me',
    summary: 'The signed-in person: contacts, roles, session',
    access: 'user',
    response: { 200: Me },
    async handle({ ctx, tx }) {
      const actor = signedIn(ctx)
      const contact = await contactOf(ctx, tx, actor.userId)
      const memberships = await rolesOf(tx, actor.userId)
      const permissions = (scoped: boolean) =>
        [
          ...new Set(actor.grants.filter((grant) => (grant.scope !== undefined) === scoped).map((g) => g.permission)),
        ].sort()
      const partners = new Set(memberships.flatMap(({ scope }) => (scope === undefined ? [] : [scope])))
      return {
        id: userId.wire(actor.userId),
        phone: contact.phone ?? null,
        phone_verified: contact.phoneVerified,
        email: contact.email ?? null,
        email_verified: contact.emailVerified,
        username: (await usernameOf(ctx, tx, actor.userId)) ?? null,
        locale: contact.locale,
        roles: [...new Set(memberships.map(({ role }) => role))],
        permissions: permissions(false),
        partner_ids: [...partners].map((scope) => partnerId.wire(scope)),
        partner_permissions: permissions(true),
        second_factor_needed: actor.barred?.permissions !== undefined,
        session: {
          id: sessionId.wire(actor.sessionId),
          authenticated_at: actor.authenticatedAt,
          rotation_due: await isRotationDue(ctx, tx, actor.userId, actor.sessionId),
        },
      }
    },
  }),
  route({
    method: 'POST',
    path: '/email-verifications',
    summary: 'Confirm or change the own e-mail address',
    description:
      'Mails a link, valid 24 hours, to the given address (without one: to the address on file). It becomes the person’s ' +
      'address when the link is used.',
    access: 'user',
    rows: 'all',
    limits: [{ name: 'identity.email_verification', per: 'user', max: 10, windowSeconds: 3600 }],
    body: Body({ email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })) }),
    response: { 202: Type.Object({ status: Type.Literal('accepted') }) },
    async handle({ ctx, tx, body }) {
      const actor = signedIn(ctx)
      const email = body.email ?? (await contactOf(ctx, tx, actor.userId)).email
      if (email === undefined) refuse(kernelErrors.invalid_input, {}, { email: kernelErrors.required })
      await requestEmailVerification(ctx, tx, actor.userId, email)
      return { status: 'accepted' }
    },
  }),
  route({
    method: 'GET',
    path: '/sessions',
    summary: 'The devices the person is signed in on',
    access: 'user',
    response: { 200: Type.Object({ items: Type.Array(Session) }) },
    async handle({ ctx, tx }) {
      const actor = signedIn(ctx)
      const sessions = await listSessions(ctx, tx, actor.userId)
      return {
        items: sessions.map((session) => ({
          id: sessionId.wire(session.id),
          device: session.device,
          ip: session.ip,
          current: session.id === actor.sessionId,
          created_at: session.created_at,
          last_seen_at: session.last_seen_at,
        })),
      }
    },
  }),
  route({
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Sign out here',
    description: 'Also for a session that has ended already: the cookie goes in any case.',
    access: 'public',
    rows: 'all',
    halfOpen: true,
    idempotency: 'none',
    response: { 204: Empty },
    async handle({ ctx, tx, reply }) {
      if (ctx.actor.kind === 'user') await revokeSession(ctx, tx, ctx.actor.userId, ctx.actor.sessionId)
      reply.clearCookie(SESSION_COOKIE)
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/current/rotation',
    summary: 'A new token for this session, when it is due',
    description:
      'A token is due for a new one after 24 hours (`rotation_due` of GET /me). The old one works for a minute more; used ' +
      'later, while the new one is in use, it ends the session. Takes no Idempotency-Key, because the answer carries a ' +
      'secret. Safe to repeat: a token that never arrived is replaced.',
    access: 'user',
    rows: 'all',
    idempotency: 'none',
    response: { 200: Type.Object({ rotated: Type.Boolean(), token: Type.Optional(Type.String()) }) },
    async handle({ ctx, tx, headers, reply }) {
      const rotated = await rotateSession(ctx, tx, presentedToken(headers))
      if (!rotated) return { rotated: false }
      setSessionCookie(reply, rotated.token)
      return { rotated: true, token: rotated.token }
    },
  }),
  route({
    method: 'DELETE',
    path: '/sessions/{id}',
    summary: 'Sign out one device',
    description: 'Safe to repeat. Refuses `kernel.not_found` for a session that is not the person’s.',
    access: 'user',
    rows: 'all',
    params: Type.Object({ id: WireId('ses') }),
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await revokeSession(ctx, tx, signedIn(ctx).userId, sessionId.parse(params.id))
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/others/revocation',
    summary: 'Sign out every other device',
    access: 'user',
    rows: 'all',
    response: { 200: Type.Object({ ended: Type.Integer({ description: 'How many sessions ended' }) }) },
    async handle({ ctx, tx }) {
      const actor = signedIn(ctx)
      return { ended: await revokeOtherSessions(ctx, tx, actor.userId, actor.sessionId) }
    },
  }),
]
