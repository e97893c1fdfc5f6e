/** Signing up and in: one-time codes, e-mail and password. What a signed-in person does is in account-routes.ts. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { Body, Empty, Instant, WireId } from '../../kernel/http/schema.ts'
import { accountRoutes, setSessionCookie } from './account-routes.ts'
import { sendCode, takeCode } from './codes.ts'
import { factorRoutes } from './factor-routes.ts'
import { userId } from './ids.ts'
import { beginSignUp, confirmEmail, requestPasswordReset, resetPassword, signInByPassword } from './passwords.ts'
import { staffRoutes } from './staff-routes.ts'
import { signInByUsername } from './usernames.ts'

const Phone = Type.String({
  minLength: 1,
  maxLength: 30,
  description: 'As people write it: 77 123 45 67, or with the country code',
})
const Email = Type.String({ minLength: 1, maxLength: 254, description: 'E-mail address' })
const NewPassword = Type.String({ maxLength: 1000, description: 'At least 8 characters, any' })
const LinkToken = Type.String({ minLength: 20, maxLength: 200, description: 'The token of the mailed link' })
const Token = Type.String({ description: 'Session token, shown once. Browsers get it as an HttpOnly cookie too.' })
const SignedIn = Type.Object({
  token: Token,
  second_factor_required: Type.Boolean({
    description: 'The session opens nothing before POST /sessions/current/second-factor',
  }),
  user: Type.Object({ id: WireId('usr'), is_new: Type.Boolean({ description: 'The account was made just now' }) }),
})
const Accepted = Type.Object({ status: Type.Literal('accepted') })

const perAddress = (name: string, max: number) =>
  [{ name: `identity.${name}`, per: 'address', max, windowSeconds: 3600 }] as const

export const routes = [
  route({
    method: 'POST',
    path: '/otp',
    summary: 'Send a one-time code by SMS',
    description:
      'The answer is the same whether or not the number has an account. A new code voids the one before. Codes are valid ' +
      'for 10 minutes and 5 attempts. `add_phone` confirms a further or new number of the signed-in person. Refuses ' +
      '`identity.phone_invalid`, `identity.phone_not_mobile`, `identity.resend_too_soon` (30 s, then 60 s) and ' +
      '`kernel.too_many_requests` (limits per number, address, range of numbers and foreign country).',
    access: 'public',
    rows: 'all',
    limits: perAddress('otp', 600),
    body: Body({
      phone: Phone,
      purpose: Type.Optional(Type.Union([Type.Literal('sign_in'), Type.Literal('add_phone')], { default: 'sign_in' })),
    }),
    response: { 202: Type.Object({ challenge_id: WireId('otp'), resend_at: Instant, expires_at: Instant }) },
    async handle({ ctx, tx, body }) {
      const sent = await sendCode(ctx, tx, { phone: body.phone, purpose: body.purpose ?? 'sign_in' })
      return { challenge_id: sent.challengeId, resend_at: sent.resendAt, expires_at: sent.expiresAt }
    },
  }),
  route({
    method: 'POST',
    path: '/otp/{challenge_id}/verification',
    summary: 'Sign in with the code, or confirm the number',
    description:
      'Makes the account when the number is proven for the first time, and signs in: the session token is in the answer ' +
      'and in a cookie. Every attempt counts. Takes no Idempotency-Key, because the answer carries a secret; a code works ' +
      'once. Refuses `identity.code_wrong` (with `attempts_left`), `identity.code_exhausted`, `identity.code_expired`, ' +
      '`identity.suspended`.',
    access: 'public',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits: perAddress('otp_verification', 300),
    params: Type.Object({ challenge_id: WireId('otp') }),
    body: Body({ code: Type.String({ pattern: '^[0-9]{6}$', description: 'The six digits' }) }),
    response: { 200: Type.Object({ ...SignedIn.properties, token: Type.Optional(Token) }) },
    async handle({ ctx, transact, params, body, reply }) {
      const taken = await takeCode(ctx, transact, { challengeId: params.challenge_id, code: body.code })
      if (taken.token !== undefined) setSessionCookie(reply, taken.token)
      return {
        ...(taken.token === undefined ? {} : { token: taken.token }),
        second_factor_required: taken.halfOpen ?? false,
        user: { id: userId.wire(taken.userId), is_new: taken.isNew },
      }
    },
  }),
  route({
    method: 'POST',
    path: '/accounts',
    summary: 'Sign up with e-mail and password',
    description:
      'Mails a link, valid 24 hours; the account is made when it is used. The answer is the same for an address that has an ' +
      'account: its owner gets a mail that says so. Takes no Idempotency-Key, because the body carries a password.',
    access: 'public',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits: perAddress('sign_up', 60),
    body: Body({ email: Email, password: NewPassword }),
    response: { 202: Accepted },
    async handle({ ctx, transact, body }) {
      await beginSignUp(ctx, transact, body)
      return { status: 'accepted' }
    },
  }),
  route({
    method: 'POST',
    path: '/email-verifications/confirmation',
    summary: 'Confirm an address by the mailed link',
    description: 'Works once, for 24 hours. A sign-up becomes an account; sign in with the password afterwards.',
    access: 'public',
    rows: 'all',
    limits: perAddress('email_confirmation', 120),
    body: Body({ token: LinkToken }),
    response: { 200: Type.Object({ user_id: WireId('usr'), email_verified: Type.Literal(true) }) },
    async handle({ ctx, tx, body }) {
      const confirmed = await confirmEmail(ctx, tx, body.token)
      return { user_id: userId.wire(confirmed.userId), email_verified: true }
    },
  }),
  route({
    method: 'POST',
    path: '/sessions',
    summary: 'Sign in with e-mail and password',
    description:
      'Wrong address, wrong password and unconfirmed address give one refusal, `identity.invalid_credentials`. After 5 ' +
      'failures on an account (30 from one address) waiting begins at 30 seconds and doubles (`identity.sign_in_blocked`). ' +
      'Takes no Idempotency-Key, because the answer carries a secret.',
    access: 'public',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits: perAddress('password_sign_in', 600),
    body: Body({ email: Email, password: Type.String({ minLength: 1, maxLength: 1000 }) }),
    response: { 200: SignedIn },
    async handle({ ctx, transact, body, reply }) {
      const { token, userId: id, halfOpen } = await signInByPassword(ctx, transact, body)
      setSessionCookie(reply, token)
      return { token, second_factor_required: halfOpen, user: { id: userId.wire(id), is_new: false } }
    },
  }),
  route({
    method: 'POST',
    path: '/sessions/username',
    summary: 'Sign in with a name and a PIN',
    description:
      'For people without a number or an address: children whom a guardian added. The name is compared without regard to ' +
      'capitals, the digits of all scripts are one. An unknown name and a wrong PIN give one refusal, ' +
      '`identity.pin_sign_in_failed`. After 5 failures on a name (30 from one address) waiting begins at 30 seconds and ' +
      'doubles up to an hour (`identity.pin_sign_in_blocked`). Refuses `identity.suspended`. Takes no Idempotency-Key, ' +
      'because the answer carries a secret.',
    access: 'public',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits: perAddress('pin_sign_in', 600),
    body: Body({
      username: Type.String({ minLength: 1, maxLength: 100 }),
      pin: Type.String({ minLength: 1, maxLength: 20, description: '4 to 6 digits of any script' }),
    }),
    response: { 200: SignedIn },
    async handle({ ctx, transact, body, reply }) {
      const { token, userId: id, halfOpen } = await signInByUsername(ctx, transact, body)
      setSessionCookie(reply, token)
      return { token, second_factor_required: halfOpen, user: { id: userId.wire(id), is_new: false } }
    },
  }),
  route({
    method: 'POST',
    path: '/password-resets',
    summary: 'Ask for a link to set a new password',
    description: 'The answer is the same whether or not the address has an account. The link works once, for one hour.',
    access: 'public',
    rows: 'all',
    limits: perAddress('password_reset', 60),
    body: Body({ email: Email }),
    response: { 202: Accepted },
    async handle({ ctx, tx, body }) {
      await requestPasswordReset(ctx, tx, body.email)
      return { status: 'accepted' }
    },
  }),
  route({
    method: 'POST',
    path: '/password-resets/confirmation',
    summary: 'Set a new password by the mailed link',
    description:
      'Signs out every device. Takes no Idempotency-Key, because the body carries a password; the link works once. ' +
      'Refuses `identity.link_invalid` and what is wrong with the password.',
    access: 'public',
    rows: 'all',
    external: true,
    idempotency: 'none',
    limits: perAddress('password_reset_confirmation', 60),
    body: Body({ token: LinkToken, password: NewPassword }),
    response: { 204: Empty },
    async handle({ ctx, transact, body }) {
      await resetPassword(ctx, transact, body)
    },
  }),
  ...accountRoutes,
  ...factorRoutes,
  ...staffRoutes,
]
