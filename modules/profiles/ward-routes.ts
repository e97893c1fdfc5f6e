/** Children on the wire, for the guardians who added them: the account, its name and PIN, and who else looks after it. */
import { Type } from 'typebox'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Empty, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { invitationBody, InvitationSchema } from './guardian-routes.ts'
import { inviteFurtherGuardian, withdrawInvitation } from './guardians.ts'
import { guardianLinkId } from './ids.ts'
import { removeGuardian, setCapabilities } from './links.ts'
import { addWard, changeWard, changeWardPin, changeWardUsername, endWardSessions, readWard } from './wards.ts'
import { CapabilitySchema, dateOf, Locale, Name, RelationSchema } from './wire.ts'

const WardParams = Type.Object({ id: WireId('usr') })
const GuardianParams = Type.Object({ id: WireId('usr'), guardian_id: WireId('usr') })
const Username = Type.String({ minLength: 1, maxLength: 100, description: '3 to 20 letters and digits of any script' })
const Pin = Type.String({ minLength: 1, maxLength: 20, description: '4 to 6 digits of any script' })
const Capabilities = Type.Array(CapabilitySchema, { minItems: 1, maxItems: 4, uniqueItems: true })
const LastName = Type.Optional(Nullable(Type.String({ maxLength: 100 })))
const WardSchema = Type.Object({
  user_id: WireId('usr'),
  first_name: Type.String(),
  last_name: Nullable(Type.String()),
  display_name: Type.String(),
  date_of_birth: CivilDate,
  locale: Type.String(),
  username: Nullable(Type.String({ description: 'The name the child signs in by; for who manages the account' })),
  guardians: Type.Array(
    Type.Object({
      user_id: WireId('usr'),
      name: Nullable(Type.String()),
      relation: RelationSchema,
      capabilities: Type.Array(CapabilitySchema),
      linked_at: Instant,
    }),
  ),
  invitations: Type.Array(InvitationSchema, { description: 'Open ones; only for guardians who manage the account' }),
})
const secretLimits = [{ name: 'profiles.ward_secrets', per: 'user', max: 30, windowSeconds: 3600 }] as const

export const wardRoutes = [
  route({
    method: 'POST',
    path: '/wards',
    summary: 'Add a child',
    description:
      'For an adult with a profile and a verified account, who becomes the guardian and may do everything for the child. The ' +
      'child signs in by name and PIN (POST /sessions/username). Takes no Idempotency-Key, because the body carries a PIN; safe ' +
      'to repeat: the same name, first name and birthday give the same child. Refuses `profiles.too_many_wards`, ' +
      '`profiles.ward_must_be_minor`, `profiles.guardian_minor`, `profiles.guardian_unverified`, `identity.username_invalid`, ' +
      '`identity.username_taken`, `identity.pin_invalid`, `identity.pin_weak`; `kernel.not_found` where the product has no ' +
      'such children.',
    access: 'user',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits: secretLimits,
    body: Body({
      first_name: Name,
      last_name: LastName,
      date_of_birth: CivilDate,
      username: Username,
      pin: Pin,
      relation: RelationSchema,
      locale: Type.Optional(Locale),
    }),
    response: { 201: Type.Object({ user_id: WireId('usr') }) },
    async handle({ ctx, transact, body }) {
      const { first_name: firstName, last_name: lastName, date_of_birth: dateOfBirth, ...rest } = body
      const { childId } = await addWard(ctx, transact, {
        ...rest,
        firstName,
        lastName,
        dateOfBirth: dateOf(dateOfBirth),
      })
      return { user_id: userId.wire(childId) }
    },
  }),
  route({
    method: 'GET',
    path: '/wards/{id}',
    summary: 'A child, for a guardian who may see it',
    access: 'user',
    rows: 'all',
    params: WardParams,
    response: { 200: WardSchema },
    async handle({ ctx, tx, params }) {
      const { profile, username, guardians, invitations } = await readWard(ctx, tx, userId.parse(params.id))
      return {
        user_id: userId.wire(profile.userId),
        first_name: profile.firstName,
        last_name: profile.lastName,
        display_name: profile.displayName,
        date_of_birth: profile.dateOfBirth,
        locale: profile.locale,
        username,
        guardians: guardians.map(({ guardianId, name, relation, capabilities, linkedAt }) => ({
          user_id: userId.wire(guardianId),
          name,
          relation,
          capabilities: [...capabilities],
          linked_at: linkedAt,
        })),
        invitations: invitations.map(invitationBody),
      }
    },
  }),
  route({
    method: 'PUT',
    path: '/wards/{id}',
    summary: 'Change a child’s name, birthday or language',
    description:
      'For a guardian who manages the account. The birthday can be changed twice, and the child stays a minor ' +
      '(`profiles.ward_must_be_minor`, `profiles.date_of_birth_locked`).',
    access: 'user',
    rows: 'all',
    params: WardParams,
    body: Body({ first_name: Name, last_name: LastName, date_of_birth: CivilDate, locale: Type.Optional(Locale) }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      const { first_name: firstName, last_name: lastName, date_of_birth: dateOfBirth, locale } = body
      const input = { firstName, lastName, dateOfBirth: dateOf(dateOfBirth), locale }
      await changeWard(ctx, tx, userId.parse(params.id), input)
    },
  }),
  route({
    method: 'PUT',
    path: '/wards/{id}/pin',
    summary: 'Give a child another PIN',
    description:
      'For a guardian who manages the account. Signs the child out everywhere and ends any waiting. Takes no Idempotency-Key, ' +
      'because the body carries a PIN; safe to repeat.',
    access: 'user',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits: secretLimits,
    params: WardParams,
    body: Body({ pin: Pin }),
    response: { 204: Empty },
    async handle({ ctx, transact, params, body }) {
      await changeWardPin(ctx, transact, userId.parse(params.id), body.pin)
    },
  }),
  route({
    method: 'PUT',
    path: '/wards/{id}/username',
    summary: 'Give a child another name to sign in by',
    description: 'For a guardian who manages the account. Signs the child out everywhere. Safe to repeat.',
    access: 'user',
    rows: 'all',
    limits: secretLimits,
    params: WardParams,
    body: Body({ username: Username }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      await changeWardUsername(ctx, tx, userId.parse(params.id), body.username)
    },
  }),
  route({
    method: 'POST',
    path: '/wards/{id}/sessions/revocation',
    summary: 'Sign a child out everywhere',
    description: 'For a guardian who manages the account. Safe to repeat.',
    access: 'user',
    rows: 'all',
    params: WardParams,
    response: { 200: Type.Object({ ended: Type.Integer({ description: 'How many sessions ended' }) }) },
    async handle({ ctx, tx, params }) {
      return { ended: await endWardSessions(ctx, tx, userId.parse(params.id)) }
    },
  }),
  route({
    method: 'POST',
    path: '/wards/{id}/guardians',
    summary: 'Ask another adult to look after a child too',
    description:
      'For a guardian who manages the account. Sends a link, good for seven days, by SMS or e-mail; who accepts holds the given ' +
      'capabilities. Refuses `profiles.guardian_self` for the child’s own number or address, `profiles.already_guardian`, ' +
      '`profiles.already_invited`, `kernel.too_many_requests`.',
    access: 'user',
    rows: 'all',
    params: WardParams,
    body: Body({
      relation: RelationSchema,
      phone: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
      email: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
      capabilities: Capabilities,
    }),
    response: { 201: InvitationSchema },
    async handle({ ctx, tx, params, body }) {
      const { relation, phone, email, capabilities } = body
      if ((phone === undefined) === (email === undefined))
        refuse(kernelErrors.invalid_input, {}, { phone: kernelErrors.required })
      const to = phone === undefined ? { email: email! } : { phone }
      const input = { relation, to, capabilities }
      return invitationBody(await inviteFurtherGuardian(ctx, tx, userId.parse(params.id), input))
    },
  }),
  route({
    method: 'DELETE',
    path: '/wards/{id}/guardian-invitations/{invitation_id}',
    summary: 'Take back an invitation to look after a child',
    description: 'For a guardian who manages the account. Safe to repeat. Refuses `profiles.invitation_answered`.',
    access: 'user',
    rows: 'all',
    params: Type.Object({ id: WireId('usr'), invitation_id: WireId('gdl') }),
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await withdrawInvitation(ctx, tx, userId.parse(params.id), guardianLinkId.parse(params.invitation_id))
    },
  }),
  route({
    method: 'PUT',
    path: '/wards/{id}/guardians/{guardian_id}/capabilities',
    summary: 'Say what a guardian may do for a child',
    description:
      'For a guardian who manages the account, also about themselves. Somebody goes on managing it ' +
      '(`profiles.last_manager`). Safe to repeat. The guardian is told.',
    access: 'user',
    rows: 'all',
    params: GuardianParams,
    body: Body({ capabilities: Capabilities }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, body }) {
      const [childId, guardianId] = [userId.parse(params.id), userId.parse(params.guardian_id)]
      await setCapabilities(ctx, tx, childId, guardianId, body.capabilities)
    },
  }),
  route({
    method: 'DELETE',
    path: '/wards/{id}/guardians/{guardian_id}',
    summary: 'End a guardian’s part in a child’s account',
    description:
      'For a guardian who manages the account; for oneself: DELETE /me/wards/{user_id}. Refuses `profiles.link_missing`, ' +
      '`profiles.last_manager`. The guardian is told.',
    access: 'user',
    rows: 'all',
    params: GuardianParams,
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await removeGuardian(ctx, tx, userId.parse(params.id), userId.parse(params.guardian_id))
    },
  }),
]
