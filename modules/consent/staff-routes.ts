/** The register as staff look after it: one person's chain checked now, and questions that will run out unanswered. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Page, pageQuery } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { requestBody, RequestSchema } from './request-routes.ts'
import { listWaiting } from './requests.ts'
import { verifySubject } from './verify.ts'
import { LearnerParams, VIEW } from './wire.ts'

const Finding = Type.Object({
  seq: Type.Integer({ description: 'The record; the length of the chain where its end is wrong' }),
  problem: Type.Union(
    (
      [
        'record_changed',
        'not_signed_by_us',
        'record_missing',
        'does_not_follow',
        'text_changed',
        'end_is_wrong',
      ] as const
    ).map((problem) => Type.Literal(problem)),
  ),
})

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/learners/{id}/consents/verification',
    summary: 'Checks a person’s chain now: every record, signature and text',
    description: 'The same as `./teranga consent verify` for one person. Without findings all is as it was signed.',
    access: { permission: VIEW },
    rows: 'all',
    limits: [{ name: 'consent.verification', per: 'user', max: 60, windowSeconds: 60 }],
    params: LearnerParams,
    response: { 200: Type.Object({ records: Type.Integer(), findings: Type.Array(Finding) }) },
    async handle({ ctx, tx, params }) {
      const { records, findings } = await verifySubject(ctx, tx, userId.parse(params.id))
      return { records, findings: findings.map(({ seq, problem }) => ({ seq, problem })) }
    },
  }),
  route({
    method: 'GET',
    path: '/consent-requests',
    summary: 'Questions to guardians that wait for an answer, those that run out first',
    access: { permission: VIEW },
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(RequestSchema) },
    async handle({ ctx, tx, query }) {
      const page = pageRequest(query)
      return pageOf(
        await listWaiting(ctx, tx, page),
        page,
        (row) => [row.expires_at, row.id],
        (row) => requestBody(ctx, row),
      )
    },
  }),
]
