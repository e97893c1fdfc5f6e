/** Consent on the wire: the texts, how it stands with a learner, a yes of one's own, a no. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Nullable, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { requireOver } from '../profiles/api.ts'
import { give, sayNo } from './decisions.ts'
import { recordsOf, statusOf, type PurposeStatus } from './status.ts'
import { purposesOf, showText } from './texts.ts'
import { LearnerParams, Purpose, recordBody, RecordSchema, Sha256, textBody, TextSchema, VIEW } from './wire.ts'

const Standing = Type.Union(
  (['given', 'refused', 'outdated', 'open'] as const).map((standing) => Type.Literal(standing)),
  { description: '`outdated`: a yes to a text that no longer counts; `open`: no answer yet' },
)
const Status = Type.Object({
  purpose: Purpose,
  permitted: Type.Boolean(),
  decides: Type.Union([Type.Literal('self'), Type.Literal('guardians'), Type.Literal('unknown')], {
    description: '`unknown` while no date of birth is known',
  }),
  standing: Standing,
  grace: Type.Boolean({ description: 'Still permitted, so that a learner who came of age has time to answer' }),
  deciders: Type.Array(Type.Object({ user_id: WireId('usr'), standing: Standing })),
  proofs: Type.Array(Type.Union([Type.Literal('card_charge'), Type.Literal('id_review')])),
  text: TextSchema,
  coming_text: Nullable(TextSchema),
  latest: Type.Array(RecordSchema),
})

function statusBody(status: PurposeStatus) {
  const { purpose, permitted, decides, standing, grace, deciders, proofs, text, coming, latest } = status
  return {
    purpose,
    permitted,
    decides,
    standing,
    grace,
    deciders: deciders.map((decider) => ({ user_id: userId.wire(decider.userId), standing: decider.standing })),
    proofs,
    text: textBody(text),
    coming_text: coming ? textBody(coming) : null,
    latest: latest.map(recordBody),
  }
}

export const routes = [
  route({
    method: 'GET',
    path: '/legal-texts',
    summary: 'The texts in force, in the reader’s language',
    access: 'public',
    response: { 200: Type.Object({ items: Type.Array(TextSchema) }) },
    handle: async ({ ctx }) => ({ items: purposesOf(ctx).map((purpose) => textBody(showText(ctx, purpose))) }),
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/consents',
    summary: 'How it stands with each purpose, who decided what, and the texts to answer',
    description:
      'For the learner, their guardians with `view`, and staff with `consent.view`. Refuses `kernel.not_found`.',
    access: 'user',
    rows: 'all',
    params: LearnerParams,
    response: { 200: Type.Object({ items: Type.Array(Status) }) },
    async handle({ ctx, tx, params }) {
      const subjectId = userId.parse(params.id)
      await requireOver(ctx, tx, subjectId, 'view', VIEW)
      return { items: (await statusOf(ctx, tx, subjectId)).map(statusBody) }
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/consents/records',
    summary: 'Every decision, newest first',
    description:
      'For the learner, their guardians with `view`, and staff with `consent.view`. Refuses `kernel.not_found`.',
    access: 'user',
    rows: 'all',
    params: LearnerParams,
    query: Type.Object(pageQuery),
    response: { 200: Page(RecordSchema) },
    async handle({ ctx, tx, params, query }) {
      const subjectId = userId.parse(params.id)
      await requireOver(ctx, tx, subjectId, 'view', VIEW)
      const page = pageRequest(query)
      return pageOf(await recordsOf(tx, subjectId, page), page, ({ seq }) => [seq], recordBody)
    },
  }),
  route({
    method: 'POST',
    path: '/learners/{id}/consents',
    summary: 'Say yes for oneself',
    description:
      'Each answer carries the hash of the text that was shown: `consent.text_changed` when another one counts by now, and nothing is recorded. For whoever is old enough to decide alone: `consent.guardian_decides`, `consent.age_unknown` else. The same yes again adds nothing.',
    access: 'user',
    rows: 'all',
    params: LearnerParams,
    body: Body({
      answers: Type.Array(Body({ purpose: Purpose, text_sha256: Sha256 }), { minItems: 1, maxItems: 10 }),
    }),
    response: { 200: Type.Object({ items: Type.Array(Status) }) },
    async handle({ ctx, tx, params, body }) {
      const subjectId = userId.parse(params.id)
      const answers = body.answers.map(({ purpose, text_sha256 }) => ({ purpose, textSha256: text_sha256 }))
      await give(ctx, tx, subjectId, answers)
      return { items: (await statusOf(ctx, tx, subjectId)).map(statusBody) }
    },
  }),
  route({
    method: 'POST',
    path: '/learners/{id}/consents/withdrawals',
    summary: 'Say no, or take a yes back',
    description:
      'For whoever decides alone, else for guardians with `consent`; needs no proof and holds at once. One guardian’s no is enough. What was kept for the purpose alone goes to the erasure queue. Safe to repeat. Refuses `kernel.not_found`, `consent.guardian_decides`, `consent.learner_decides`.',
    access: 'user',
    rows: 'all',
    params: LearnerParams,
    body: Body({ purposes: Type.Array(Purpose, { minItems: 1, maxItems: 10, uniqueItems: true }) }),
    response: { 200: Type.Object({ items: Type.Array(Status) }) },
    async handle({ ctx, tx, params, body }) {
      const subjectId = userId.parse(params.id)
      await sayNo(ctx, tx, subjectId, body.purposes)
      return { items: (await statusOf(ctx, tx, subjectId)).map(statusBody) }
    },
  }),
]
