/** Asking guardians, on the wire: by the child or a guardian; the link; the guardian's answers and the page to prove them on. */
import { Type } from 'typebox'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Body, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { requireOver } from '../profiles/api.ts'
import { requestId } from './ids.ts'
import { policyOf } from './policy.ts'
import { openProof } from './proof.ts'
import { proveByDocument } from './document.ts'
import {
  answerRequest,
  askConsent,
  isOver,
  readRequest,
  requestsAbout,
  requestsTo,
  requestTo,
  type ConsentRequest,
} from './requests.ts'
import { LearnerParams, me, Purpose, Sha256, textBody, TextSchema, VIEW } from './wire.ts'
import type { Context } from '../../kernel/context.ts'

const Method = Type.Union([Type.Literal('card_charge'), Type.Literal('id_review')])
const State = Type.Union(
  (['open', 'proving', 'decided', 'expired', 'cancelled'] as const).map((state) => Type.Literal(state)),
  { description: '`proving`: answered, and waiting for the charge' },
)
const Trouble = Type.Union(
  (['declined', 'not_paid', 'disputed', 'text_changed', 'not_entitled'] as const).map((why) => Type.Literal(why)),
  { description: 'Why the last proof came to nothing, or `text_changed`: read and answer again' },
)
export const RequestSchema = Type.Object({
  id: WireId('crq'),
  subject_id: WireId('usr'),
  guardian_id: WireId('usr'),
  asked_by: WireId('usr'),
  purposes: Type.Array(Purpose),
  state: State,
  trouble: Nullable(Trouble),
  method: Nullable(Method),
  asked_at: Instant,
  expires_at: Instant,
  answered_at: Nullable(Instant),
  ended_at: Nullable(Instant),
})
const TokenParams = Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }) })
const RequestParams = Type.Object({ id: WireId('crq') })
const perAddress = [{ name: 'consent.link', per: 'address', max: 120, windowSeconds: 3600 }] as const

export function requestBody(ctx: Context, row: ConsentRequest) {
  const { id, subject_id, guardian_id, asked_by, purposes, trouble, method } = row
  const { asked_at, expires_at, answered_at, ended_at } = row
  return {
    id: requestId.wire(id),
    subject_id: userId.wire(subject_id),
    guardian_id: userId.wire(guardian_id),
    asked_by: userId.wire(asked_by),
    purposes,
    state: row.state === 'open' && isOver(ctx, row) ? 'expired' : row.state,
    trouble,
    method,
    asked_at,
    expires_at,
    answered_at,
    ended_at,
  }
}

export const requestRoutes = [
  route({
    method: 'POST',
    path: '/learners/{id}/consent-requests',
    summary: 'Send the question about a child to its guardians',
    description:
      'By the child: to every guardian with `consent`, or to the one whose `phone` or `email` is given; by such a guardian: to themselves. A link goes to the guardian’s own proven e-mail address, else number, and takes the place of one that is open. Refuses `consent.learner_decides`, `consent.age_unknown`, `consent.no_guardian`, `consent.own_address`, `consent.not_a_guardian`, `kernel.not_found`, `kernel.too_many_requests`.',
    access: 'user',
    rows: 'all',
    params: LearnerParams,
    body: Body({
      purposes: Type.Array(Purpose, { minItems: 1, maxItems: 10, uniqueItems: true }),
      phone: Type.Optional(Type.String({ minLength: 1, maxLength: 30 })),
      email: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
    }),
    response: { 201: Type.Object({ items: Type.Array(RequestSchema) }) },
    async handle({ ctx, tx, params, body }) {
      const { purposes, phone, email } = body
      if (phone !== undefined && email !== undefined)
        refuse(kernelErrors.invalid_input, {}, { email: kernelErrors.malformed })
      const to = phone === undefined ? (email === undefined ? undefined : { email }) : { phone }
      const made = await askConsent(ctx, tx, userId.parse(params.id), purposes, to)
      return { items: made.map((row) => requestBody(ctx, row)) }
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/consent-requests',
    summary: 'The questions put to guardians about this learner, newest first',
    description: 'For the learner, guardians with `view`, and staff with `consent.view`. At most 50.',
    access: 'user',
    rows: 'all',
    params: LearnerParams,
    response: { 200: Type.Object({ items: Type.Array(RequestSchema) }) },
    async handle({ ctx, tx, params }) {
      const subjectId = userId.parse(params.id)
      await requireOver(ctx, tx, subjectId, 'view', VIEW)
      return { items: (await requestsAbout(tx, subjectId)).map((row) => requestBody(ctx, row)) }
    },
  }),
  route({
    method: 'GET',
    path: '/consent-requests/{token}',
    summary: 'What is asked, for whoever holds the link',
    description:
      'Shows the child’s first name and nothing else of them. Opening it answers nothing. Refuses `consent.request_invalid`.',
    access: 'public',
    rows: 'all',
    limits: perAddress,
    params: TokenParams,
    response: {
      200: Type.Object({
        id: WireId('crq'),
        child_first_name: Type.String(),
        state: State,
        trouble: Nullable(Trouble),
        expires_at: Instant,
        proof_charge_minor: AmountMinor,
        currency: Type.String(),
        questions: Type.Array(Type.Object({ text: TextSchema, proofs: Type.Array(Method) })),
      }),
    },
    async handle({ ctx, tx, params }) {
      const { request, childFirstName, questions } = await readRequest(ctx, tx, params.token)
      const { id, state, trouble, expires_at } = requestBody(ctx, request)
      return {
        id,
        child_first_name: childFirstName,
        state,
        trouble,
        expires_at,
        proof_charge_minor: policyOf(ctx).proofChargeMinor,
        currency: ctx.product.currency,
        questions: questions.map(({ text, proofs }) => ({ text: textBody(text), proofs })),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/consent-requests/{token}/answers',
    summary: 'The guardian’s answers, point by point',
    description:
      'For the guardian the link was sent to, signed in. A no holds at once. With `id_review` (the guardian’s identity check was passed, and its document’s number is typed again: five wrong numbers close this way for a day, and the guardian is told) a yes holds at once too; with `card_charge` once the small charge is paid (`POST /me/consent-requests/{id}/checkout`), which is given back at once. One proof covers every yes. Refuses `consent.not_for_you`, `consent.request_invalid`, `consent.request_expired`, `consent.request_answered`, `consent.text_changed` (nothing is recorded; show the new text), `consent.not_asked`, `consent.proof_not_offered`, `consent.identity_check_needed`, `consent.document_number_needed`, `consent.document_number_wrong`, `consent.document_closed`, `consent.learner_decides`.',
    access: 'user',
    rows: 'all',
    // A try of the number is counted also when the answer is refused.
    external: true,
    limits: perAddress,
    params: TokenParams,
    body: Body({
      answers: Type.Array(Body({ purpose: Purpose, allowed: Type.Boolean(), text_sha256: Sha256 }), {
        minItems: 1,
        maxItems: 10,
      }),
      method: Method,
      document_number: Type.Optional(
        Type.String({ minLength: 1, maxLength: 40, description: 'With `id_review`: of the document that was checked' }),
      ),
    }),
    response: { 200: RequestSchema },
    async handle({ ctx, transact, params, body }) {
      const answers = body.answers.map(({ purpose, allowed, text_sha256 }) => ({
        purpose,
        allowed,
        textSha256: text_sha256,
      }))
      const { method, document_number: number } = body
      const typed = method === 'id_review' && number !== undefined && answers.some(({ allowed }) => allowed)
      const document = typed ? await proveByDocument(ctx, transact, me(ctx), number) : undefined
      const by = method === 'id_review' ? { method, document } : { method }
      return requestBody(ctx, await transact((tx) => answerRequest(ctx, tx, params.token, answers, by)))
    },
  }),
  route({
    method: 'GET',
    path: '/me/consent-requests',
    summary: 'The questions put to oneself as a guardian, newest first',
    description: 'Answering needs the link that was sent. At most 50.',
    access: 'user',
    response: { 200: Type.Object({ items: Type.Array(RequestSchema) }) },
    handle: async ({ ctx, tx }) => ({ items: (await requestsTo(tx, me(ctx))).map((row) => requestBody(ctx, row)) }),
  }),
  route({
    method: 'GET',
    path: '/me/consent-requests/{id}',
    summary: 'One of them: whether the proof has arrived',
    access: 'user',
    params: RequestParams,
    response: { 200: RequestSchema },
    handle: async ({ ctx, tx, params }) => requestBody(ctx, await requestTo(tx, me(ctx), requestId.parse(params.id))),
  }),
  route({
    method: 'POST',
    path: '/me/consent-requests/{id}/checkout',
    summary: 'The page on which the proof is paid',
    description:
      'After answering with `card_charge`. Safe to repeat: the same page while it is open. Refuses `consent.request_invalid`, `consent.nothing_to_prove`, and what payments refuse.',
    access: 'user',
    external: true,
    params: RequestParams,
    response: { 200: Type.Object({ launch_url: Type.String(), expires_at: Nullable(Instant) }) },
    async handle({ ctx, transact, params }) {
      const { launch_url, expires_at } = await openProof(ctx, transact, me(ctx), requestId.parse(params.id))
      return { launch_url, expires_at }
    },
  }),
]
