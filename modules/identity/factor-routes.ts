/** The second factor of the signed-in person: setting it up, proving it, recovery codes, removing it. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { Empty, Body, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { signedIn } from './account-routes.ts'
import {
  authenticatorCodes,
  beginEnrolment,
  confirmEnrolment,
  factorState,
  findEnrolment,
  proveSecondFactor,
  readEnrolment,
  removeSecondFactor,
  renewRecoveryCodes,
  type Enrolment,
} from './factors.ts'
import { userId } from './ids.ts'

const Code = Type.String({ minLength: 6, maxLength: 20, description: 'Six digits, or a recovery code' })
const EnrolmentBody = Type.Object({
  secret: Type.String({ description: 'Base32, to type in' }),
  uri: Type.String({ description: 'otpauth://…, as a QR code' }),
  expires_at: Instant,
})
const RecoveryCodes = Type.Object({
  recovery_codes: Type.Array(Type.String(), { description: 'Each works once; shown this once' }),
})

/** Above what typing needs; guessing is bounded by the waiting that grows with each failure. */
const limits = [{ name: 'identity.second_factor', per: 'user', max: 60, windowSeconds: 3600 }] as const

const onWire = ({ secret, uri, expiresAt }: Enrolment) => ({ secret, uri, expires_at: expiresAt })

export const factorRoutes = [
  route({
    method: 'GET',
    path: '/me/second-factor',
    summary: 'Whether the person has a second factor',
    access: 'user',
    response: {
      200: Type.Object({
        since: Nullable(Instant),
        recovery_codes_left: Type.Integer(),
        enrolling: Type.Boolean({ description: 'One was begun and waits for its first code' }),
      }),
    },
    async handle({ ctx, tx }) {
      const { userId: id } = signedIn(ctx)
      const { since, recoveryCodesLeft } = await factorState(tx, id)
      const enrolling = since === null && (await findEnrolment(ctx, tx, id)) !== undefined
      return { since, recovery_codes_left: recoveryCodesLeft, enrolling }
    },
  }),
  route({
    method: 'POST',
    path: '/me/second-factor/enrolment',
    summary: 'Begin to set up a second factor',
    description:
      'It asks for nothing before its first code was taken. Safe to repeat: for 30 minutes the secret is the same. Takes no ' +
      'Idempotency-Key, because the answer carries a secret. Only within ten minutes after signing in: refuses ' +
      '`identity.sign_in_again` else, and `identity.second_factor_exists`.',
    access: 'user',
    rows: 'all',
    idempotency: 'none',
    limits,
    response: { 201: EnrolmentBody },
    handle: async ({ ctx, tx }) => onWire(await beginEnrolment(ctx, tx, signedIn(ctx).userId)),
  }),
  route({
    method: 'GET',
    path: '/me/second-factor/enrolment',
    summary: 'The second factor that is being set up',
    access: 'user',
    response: { 200: EnrolmentBody },
    handle: async ({ ctx, tx }) => onWire(await readEnrolment(ctx, tx, signedIn(ctx).userId)),
  }),
  route({
    method: 'POST',
    path: '/me/second-factor/enrolment/confirmation',
    summary: 'Take the first code: the second factor holds from now on',
    description:
      'This session has proven it, every other one must. Takes no Idempotency-Key, because the answer carries secrets. ' +
      'Refuses `identity.second_factor_wrong`, `identity.second_factor_blocked`, `identity.second_factor_exists`, ' +
      '`identity.sign_in_again`.',
    access: 'user',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits,
    body: Body({ code: Code }),
    response: { 200: RecoveryCodes },
    handle: async ({ ctx, transact, body }) => ({ recovery_codes: await confirmEnrolment(ctx, transact, body.code) }),
  }),
  route({
    method: 'POST',
    path: '/me/second-factor/recovery-codes',
    summary: 'New recovery codes; the ones before are void',
    description: 'Takes no Idempotency-Key, because the answer carries secrets. Refuses `identity.no_second_factor`.',
    access: 'user',
    rows: 'all',
    stepUp: true,
    idempotency: 'none',
    limits,
    response: { 200: RecoveryCodes },
    handle: async ({ ctx, tx }) => ({ recovery_codes: await renewRecoveryCodes(ctx, tx, signedIn(ctx).userId) }),
  }),
  route({
    method: 'POST',
    path: '/me/second-factor/removal',
    summary: 'Remove the second factor',
    description:
      'With a code of it, or a recovery code. A role that needs one opens nothing until there is another. Takes no ' +
      'Idempotency-Key, because the body carries a code. Refuses `identity.second_factor_wrong`, ' +
      '`identity.second_factor_blocked`, `identity.no_second_factor`.',
    access: 'user',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits,
    body: Body({ code: Code }),
    response: { 204: Empty },
    async handle({ ctx, transact, body }) {
      await removeSecondFactor(ctx, transact, body.code)
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/current/second-factor',
    summary: 'Prove the second factor for this session',
    description:
      'Finishes a sign-in that said `second_factor_required`, and opens acts on money and rights for ten minutes ' +
      '(`identity.step_up_required`). A code works once; every try counts, and after five failures waiting begins at 30 ' +
      'seconds and doubles. Takes no Idempotency-Key, because the body carries a code. Refuses ' +
      '`identity.second_factor_wrong`, `identity.second_factor_blocked`, `identity.no_second_factor`.',
    access: 'user',
    rows: 'all',
    external: true,
    halfOpen: true,
    idempotency: 'none',
    limits,
    body: Body({ code: Code }),
    response: { 204: Empty },
    async handle({ ctx, transact, body }) {
      await proveSecondFactor(ctx, transact, body.code)
    },
  }),
  route({
    method: 'GET',
    path: '/sessions/current/second-factor',
    summary: 'Whether this session still has to prove its second factor',
    access: 'user',
    halfOpen: true,
    response: { 200: Type.Object({ required: Type.Boolean() }) },
    handle: async ({ ctx }) => ({ required: signedIn(ctx).barred?.everything !== undefined }),
  }),
  route({
    method: 'GET',
    path: '/dev/authenticator',
    summary: 'What people’s authenticators show; development only',
    access: 'public',
    rows: 'all',
    response: {
      200: Type.Object({
        items: Type.Array(
          Type.Object({
            user_id: WireId('usr'),
            phone: Nullable(Type.String()),
            secret: Type.String(),
            code: Nullable(Type.String({ description: 'Not used yet; null: wait for the next' })),
            next_at: Instant,
          }),
        ),
      }),
    },
    async handle({ ctx, tx }) {
      const entries = await authenticatorCodes(ctx, tx)
      return {
        items: entries.map(({ userId: id, nextAt, ...entry }) => ({
          ...entry,
          user_id: userId.wire(id),
          next_at: nextAt,
        })),
      }
    },
  }),
]
