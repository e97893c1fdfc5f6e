/** Guardians on the wire: a minor's invitations, the answer of the invited, a guardian's wards. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Empty, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { userId } from '../identity/api.ts'
import {
  acceptInvitation,
  declineInvitation,
  endInvitation,
  inviteGuardian,
  listInvitations,
  readInvitation,
  type Invitation,
} from './guardians.ts'
import { guardianLinkId } from './ids.ts'
import { leaveWard, listWards } from './links.ts'
import { CapabilitySchema, me, RelationSchema } from './wire.ts'

const Status = Type.Union([
  Type.Literal('invited'),
  Type.Literal('accepted'),
  Type.Literal('declined'),
  Type.Literal('expired'),
  Type.Literal('withdrawn'),
  Type.Literal('unlinked'),
  Type.Literal('came_of_age'),
])
export const InvitationSchema = Type.Object({
  id: WireId('gdl'),
  status: Status,
  relation: RelationSchema,
  contact: Type.String({ description: 'Masked' }),
  guardian_id: Nullable(WireId('usr')),
  guardian_name: Nullable(Type.String()),
  capabilities: Type.Array(CapabilitySchema),
  invited_at: Instant,
  expires_at: Instant,
  decided_at: Nullable(Instant),
})
const Ward = Type.Object({
  user_id: WireId('usr'),
  first_name: Type.String(),
  display_name: Type.String(),
  date_of_birth: CivilDate,
  username: Nullable(Type.String({ description: 'The name the child signs in by; for who manages the account' })),
  capabilities: Type.Array(CapabilitySchema, { description: 'What the person may do for this child' }),
  linked_at: Instant,
})
const TokenParams = Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }) })
const perAddress = [{ name: 'profiles.invitation', per: 'address', max: 120, windowSeconds: 3600 }] as const

export function invitationBody(invitation: Invitation) {
  const { id, status, relation, contact, guardianId, guardianName, capabilities, invitedAt, expiresAt, decidedAt } =
    invitation
  return {
    id: guardianLinkId.wire(id),
    status,
    relation,
    contact,
    guardian_id: guardianId === null ? null : userId.wire(guardianId),
    guardian_name: guardianName,
    capabilities: [...capabilities],
    invited_at: invitedAt,
    expires_at: expiresAt,
    decided_at: decidedAt,
  }
}

export const guardianRoutes = [
  route({
    method: 'POST',
    path: '/me/guardian-invitations',
    summary: 'Ask an adult to be the own guardian',
    description:
      'For minors. Sends a link, good for seven days, by SMS or e-mail. Refuses `profiles.not_a_minor`, ' +
      '`profiles.guardian_self`, `profiles.already_invited`, `kernel.too_many_requests` (5 a day).',
    access: 'user',
    rows: 'all',
    body: Body({
      relation: RelationSchema,
      phone: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
      email: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
    }),
    response: { 201: InvitationSchema },
    async handle({ ctx, tx, body }) {
      const { relation, phone, email } = body
      if ((phone === undefined) === (email === undefined))
        refuse(kernelErrors.invalid_input, {}, { phone: kernelErrors.required })
      const to = phone === undefined ? { email: email! } : { phone }
      return invitationBody(await inviteGuardian(ctx, tx, me(ctx), { relation, to }))
    },
  }),
  route({
    method: 'GET',
    path: '/me/guardian-invitations',
    summary: 'The own invitations and guardians, newest first',
    access: 'user',
    rows: 'all',
    response: { 200: Type.Object({ items: Type.Array(InvitationSchema) }) },
    handle: async ({ ctx, tx }) => ({ items: (await listInvitations(ctx, tx, me(ctx))).map(invitationBody) }),
  }),
  route({
    method: 'DELETE',
    path: '/me/guardian-invitations/{id}',
    summary: 'Take an invitation back, or end the link with a guardian',
    description:
      'Safe to repeat. Without a guardian a minor can open and receive nothing new. Refuses `profiles.guardian_decides` where ' +
      'the product leaves links to the guardians.',
    access: 'user',
    rows: 'all',
    params: Type.Object({ id: WireId('gdl') }),
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await endInvitation(ctx, tx, me(ctx), guardianLinkId.parse(params.id))
    },
  }),
  route({
    method: 'GET',
    path: '/guardian-invitations/{token}',
    summary: 'Who asks, for whoever holds the link',
    description: 'Shows the child’s first name and nothing else of them; of a guardian who asks, the same.',
    access: 'public',
    rows: 'all',
    limits: perAddress,
    params: TokenParams,
    response: {
      200: Type.Object({
        child_first_name: Type.String(),
        guardian_first_name: Nullable(
          Type.String({ description: 'Of the guardian who asks; null when the child does' }),
        ),
        relation: RelationSchema,
        capabilities: Type.Array(CapabilitySchema, { description: 'What who accepts may do for the child' }),
        status: Status,
        expires_at: Instant,
      }),
    },
    async handle({ ctx, tx, params }) {
      const offer = await readInvitation(ctx, tx, params.token)
      return {
        child_first_name: offer.childFirstName,
        guardian_first_name: offer.guardianFirstName,
        relation: offer.relation,
        capabilities: [...offer.capabilities],
        status: offer.status,
        expires_at: offer.expiresAt,
      }
    },
  }),
  route({
    method: 'POST',
    path: '/guardian-invitations/{token}/acceptance',
    summary: 'Become the child’s guardian',
    description:
      'For a signed-in adult with a profile and a verified account. Refuses `profiles.guardian_self`, ' +
      '`profiles.guardian_minor`, `profiles.no_profile`, `profiles.guardian_unverified`, `profiles.child_of_age`, ' +
      '`profiles.already_guardian`, `profiles.invitation_answered`, `profiles.invitation_expired`, ' +
      '`profiles.invitation_invalid`.',
    access: 'user',
    rows: 'all',
    limits: perAddress,
    params: TokenParams,
    response: { 200: Type.Object({ child_id: WireId('usr') }) },
    async handle({ ctx, tx, params }) {
      const { childId } = await acceptInvitation(ctx, tx, params.token)
      return { child_id: userId.wire(childId) }
    },
  }),
  route({
    method: 'POST',
    path: '/guardian-invitations/{token}/refusal',
    summary: 'Decline the invitation',
    description: 'For whoever holds the link, with or without an account. The child is told.',
    access: 'public',
    rows: 'all',
    limits: perAddress,
    params: TokenParams,
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await declineInvitation(ctx, tx, params.token)
    },
  }),
  route({
    method: 'GET',
    path: '/me/wards',
    summary: 'The minors the person is the guardian of',
    access: 'user',
    rows: 'all',
    response: { 200: Type.Object({ items: Type.Array(Ward) }) },
    async handle({ ctx, tx }) {
      const wards = await listWards(ctx, tx, me(ctx))
      return {
        items: wards.map(({ childId, firstName, displayName, dateOfBirth, username, capabilities, linkedAt }) => ({
          user_id: userId.wire(childId),
          first_name: firstName,
          display_name: displayName,
          date_of_birth: dateOfBirth,
          username,
          capabilities: [...capabilities],
          linked_at: linkedAt,
        })),
      }
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/wards/{user_id}',
    summary: 'Stop being a child’s guardian',
    description:
      'Refuses `profiles.last_manager` for the last guardian who manages the account of a child without a number or address.',
    access: 'user',
    rows: 'all',
    params: Type.Object({ user_id: WireId('usr') }),
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await leaveWard(ctx, tx, me(ctx), userId.parse(params.user_id))
    },
  }),
]
