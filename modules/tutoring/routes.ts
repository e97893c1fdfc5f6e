/** What learners ask and read, and what guardians and staff read. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Instant, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { ask } from './asking.ts'
import { conversationId } from './ids.ts'
import { listConcerns, listConversations, openForStaff, readConversation, type Exchange } from './reading.ts'
import { QUESTION_LENGTH_MAX } from './rules.ts'

const ExchangeShown = Type.Object({
  id: Type.String({ format: 'uuid' }),
  conversation: WireId('cnv'),
  asked_at: Instant,
  state: Type.Union([Type.Literal('answering'), Type.Literal('answered'), Type.Literal('cut')]),
  helper: Type.Union([Type.Literal('built_in'), Type.Literal('model'), Type.Literal('care')]),
  model: Type.String(),
  question: Type.String(),
  answer: Type.String(),
})

const exchange = ({ conversation_id, ...rest }: Exchange) => ({
  ...rest,
  conversation: conversationId.wire(conversation_id),
})

const question = route({
  method: 'POST',
  path: '/learners/{id}/questions',
  summary: 'Asks the tutor; the answer streams',
  description:
    'Only the learner asks. `id` is a UUID the page makes; the same question sent again gets the answer that stands. `conversation` is made by the page too: a UUID, or the id of an earlier one, to go on with it. `exercise` is the token of the exercise at hand. With `Accept: text/event-stream` the answer comes as events: `text` (`{"text"}`), then `done` with the whole, or `problem`; without it the whole comes at the end. `helper` says who answered: `model`, `built_in` (the rule-based tutor, also where the model does not answer) or `care`; `state: cut` is an answer that broke off. Refuses `kernel.not_found`, `tutoring.consent_needed` (also in the middle), `metering.quota_exhausted`, `tutoring.being_answered`, `tutoring.other_question`, and what the subscription says. Repeatable by `id`, so no key is kept.',
  access: 'user',
  rows: 'all',
  streams: true,
  idempotency: 'none',
  limits: [{ name: 'tutoring.questions', per: 'user', max: 20, windowSeconds: 60 }],
  params: Type.Object({ id: WireId('usr') }),
  body: Body({
    id: Type.String({ format: 'uuid' }),
    conversation: Type.Union([WireId('cnv'), Type.String({ format: 'uuid' })]),
    text: Type.String({ minLength: 1, maxLength: QUESTION_LENGTH_MAX, pattern: '\\S' }),
    exercise: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  response: { 200: ExchangeShown },
  async *handle({ ctx, transact, params, body }) {
    const whole = yield* ask(ctx, transact, {
      learner: userId.parse(params.id),
      id: body.id.toLowerCase(),
      conversation: body.conversation.startsWith('cnv_')
        ? conversationId.parse(body.conversation)
        : body.conversation.toLowerCase(),
      text: body.text,
      exercise: body.exercise,
    })
    return exchange(whole)
  },
})

const conversations = route({
  method: 'GET',
  path: '/learners/{id}/conversations',
  summary: 'A learner’s conversations with the tutor, the latest first',
  description: 'For the learner and guardians with `view`. Refuses `kernel.not_found`.',
  access: 'user',
  rows: 'all',
  params: Type.Object({ id: WireId('usr') }),
  query: Type.Object(pageQuery),
  response: {
    200: Page(Type.Object({ id: WireId('cnv'), started_at: Instant, last_at: Instant, exchanges: Type.String() })),
  },
  async handle({ ctx, tx, params, query }) {
    const page = pageRequest(query)
    const rows = await listConversations(ctx, tx, userId.parse(params.id), page)
    return pageOf(
      rows,
      page,
      (row) => [row.last_at, row.id],
      ({ id, ...row }) => ({ id: conversationId.wire(id), ...row }),
    )
  },
})

const conversation = route({
  method: 'GET',
  path: '/learners/{id}/conversations/{conversation_id}',
  summary: 'One conversation, in its order',
  description:
    'For the learner and guardians with `view`. What a child wrote of somebody who hurts them is not shown to guardians. Refuses `kernel.not_found`, `tutoring.not_found`.',
  access: 'user',
  rows: 'all',
  params: Type.Object({ id: WireId('usr'), conversation_id: WireId('cnv') }),
  query: Type.Object(pageQuery),
  response: { 200: Page(ExchangeShown) },
  async handle({ ctx, tx, params, query }) {
    const page = pageRequest(query)
    const id = conversationId.parse(params.conversation_id)
    const rows = await readConversation(ctx, tx, userId.parse(params.id), id, page)
    return pageOf(rows, page, (row) => [row.asked_at, row.id], exchange)
  },
})

const concerns = route({
  method: 'GET',
  path: '/tutoring/concerns',
  summary: 'Where a child may not be well, the latest first; without what was said',
  access: { permission: 'tutoring.care' },
  rows: 'all',
  query: Type.Object(pageQuery),
  response: {
    200: Page(
      Type.Object({
        learner: WireId('usr'),
        conversation: WireId('cnv'),
        concern: Type.Union([Type.Literal('distress'), Type.Literal('danger')]),
        asked_at: Instant,
      }),
    ),
  },
  async handle({ tx, query }) {
    const page = pageRequest(query)
    return pageOf(
      await listConcerns(tx, page),
      page,
      (row) => [row.asked_at, row.id],
      ({ learner_id, conversation_id, concern, asked_at }) => ({
        learner: userId.wire(learner_id),
        conversation: conversationId.wire(conversation_id),
        concern,
        asked_at,
      }),
    )
  },
})

const opening = route({
  method: 'POST',
  path: '/tutoring/conversations/{learner_id}/{conversation_id}/opening',
  summary: 'Opens a conversation to staff, for a reason that is kept',
  description:
    'At most 200 exchanges. Audited on the learner, with the reason. Refuses `tutoring.not_found`. No key is kept: what children wrote is not stored a second time.',
  access: { permission: 'tutoring.care' },
  rows: 'all',
  idempotency: 'none',
  stepUp: true,
  audited: true,
  params: Type.Object({ learner_id: WireId('usr'), conversation_id: WireId('cnv') }),
  body: Body({ reason: Type.String({ minLength: 10, maxLength: 500, pattern: '\\S' }) }),
  response: { 200: Type.Array(ExchangeShown) },
  async handle({ ctx, tx, params, body }) {
    const id = conversationId.parse(params.conversation_id)
    return (await openForStaff(ctx, tx, userId.parse(params.learner_id), id, body.reason)).map(exchange)
  },
})

export const routes = [question, conversations, conversation, concerns, opening]
