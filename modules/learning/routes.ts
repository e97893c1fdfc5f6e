/** Practice for learners; today, mastery, progress and streak for them, their guardians and staff. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Instant, Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { ANSWERS_MAX } from './answering.ts'
import { say } from './courses.ts'
import { clockOff } from './incoming.ts'
import { TYPED_MAX } from './judging.ts'
import { learningPolicy } from './policy.ts'
import { answer, bundleOf, heldExercise, nextExercise } from './practice.ts'
import * as schemas from './schemas.ts'
import { TOKEN_MAX } from './tokens.ts'
import { lookAtAnswers, lookAtMastery, lookAtProgress, lookAtStreak, lookAtToday, RANGE_DAYS_MAX } from './views.ts'
import * as wire from './wire.ts'

const params = Type.Object({ id: WireId('usr') })
const Key = Type.String({ minLength: 1, maxLength: 80 })
const courseQuery = Type.Object({ course: Type.Optional(Key) })
const READS =
  'For the learner, guardians who may `view`, and staff with `learning.view`, whose look is audited; `kernel.not_found` to others.'
const PRACTISES =
  'The learner only: `learning.learner_only` to guardians, `kernel.not_found` to strangers; `learning.consent_needed` while what is learnt may not be kept; the product may refuse besides (a subscription that ended).'

const GivenAnswer = Body({
  id: Type.String({ format: 'uuid', description: 'Made by the device; sent again it is the same answer' }),
  token: Type.String({ minLength: 40, maxLength: TOKEN_MAX }),
  answer: Type.Union([Type.String({ maxLength: TYPED_MAX * 2 }), Type.Null()], {
    description: 'As typed, or the number of the choice from 0; null: “show me”, which counts as not known',
  }),
  answered_at: Type.Optional(Instant),
  seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 86_400 })),
  hints: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
})

export const routes = [
  route({
    method: 'GET',
    path: '/learners/{id}/today',
    summary: 'What there is to do today, what was done, the streak',
    description: `${READS} Without \`course\`: the one enrolled in last. \`barred\` says why practice is refused at the moment.`,
    access: 'user',
    rows: 'all',
    params,
    query: courseQuery,
    response: { 200: schemas.TodayShape },
    async handle({ ctx, tx, params: { id }, query }) {
      const today = await lookAtToday(ctx, tx, userId.parse(id), query.course)
      return wire.todayWire(ctx, today, learningPolicy(ctx).answers_a_day)
    },
  }),
  route({
    method: 'POST',
    path: '/learners/{id}/practice/next',
    summary: 'The next exercise',
    description: `${PRACTISES} Due reviews come first, then the concepts whose prerequisites are mastered; three wrong of the last four go back to a prerequisite. Each call makes another exercise; nothing is kept of those that are not answered.`,
    access: 'user',
    rows: 'all',
    idempotency: 'none',
    limits: [{ name: 'learning.next', per: 'user', max: 120, windowSeconds: 60 }],
    params,
    body: Body({ course: Type.Optional(Key), concept: Type.Optional(Key) }),
    response: { 200: schemas.ExerciseShape },
    async handle({ ctx, tx, params: { id }, body }) {
      return wire.exerciseWire(ctx, await nextExercise(ctx, tx, userId.parse(id), body))
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/practice/exercise',
    summary: 'An exercise that was given before, once more',
    description: `${PRACTISES} For a page that is opened again. \`steps\` once it is answered, with what was given then. \`kernel.not_found\` for an exercise of somebody else, or one that is no longer in use.`,
    access: 'user',
    rows: 'all',
    params,
    query: Type.Object({ token: Type.String({ minLength: 40, maxLength: TOKEN_MAX }) }),
    response: { 200: schemas.HeldExercise },
    async handle({ ctx, tx, params: { id }, query: { token } }) {
      return wire.heldWire(ctx, token, await heldExercise(ctx, tx, userId.parse(id), token))
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/practice/pack',
    summary: 'Exercises to take along for practice without a network',
    description: `${PRACTISES} Each comes with what the device needs to check it (\`check\`, \`steps\`): whoever opens the bundle can read the answers, so what is practised offline rests on the learner's honesty, as a book with solutions at its end does. The server judges again when the answers come, at most ${ANSWERS_MAX} in one \`POST …/practice/answers\`.`,
    access: 'user',
    rows: 'all',
    limits: [{ name: 'learning.pack', per: 'user', max: 20, windowSeconds: 3600 }],
    params,
    query: Type.Object({
      course: Type.Optional(Key),
      count: Type.Optional(Type.Integer({ minimum: 1, maximum: 60, default: 20 })),
    }),
    response: { 200: Type.Object({ exercises: Type.Array(schemas.BundledExercise) }) },
    async handle({ ctx, tx, params: { id }, query }) {
      const { course, count = 20 } = query
      const issued = await bundleOf(ctx, tx, userId.parse(id), { ...(course ? { course } : {}), count })
      return { exercises: issued.map((one) => wire.bundledWire(ctx, one)) }
    },
  }),
  route({
    method: 'POST',
    path: '/learners/{id}/practice/answers',
    summary: 'Answers, and the next exercise',
    description: `${PRACTISES} One answer, or up to ${ANSWERS_MAX} from a device that was offline, in any order. Judged here by value, never by the device. Repeatable: each \`id\` and each exercise counts once, the first that came. A moment of the future is now, one before the exercise is its start (\`clamped\`); with \`sent_at\`, now by the device's clock, moments are first moved by what that is off; old answers count and are marked (\`late\`). What cannot be read as a number is \`unreadable\`, with a sentence, and not a wrong answer.`,
    access: 'user',
    rows: 'all',
    // Each answer carries its own id; a stored answer would hold an exercise that is out of date.
    idempotency: 'none',
    limits: [{ name: 'learning.answers', per: 'user', max: 120, windowSeconds: 60 }],
    params,
    body: Body({
      answers: Type.Array(GivenAnswer, { minItems: 1, maxItems: ANSWERS_MAX }),
      sent_at: Type.Optional(Instant),
      course: Type.Optional(Key),
      next: Type.Optional(Type.Boolean({ default: true })),
    }),
    response: {
      200: Type.Object({
        results: Type.Array(schemas.OutcomeShape),
        next: Type.Union([schemas.ExerciseShape, Type.Null()]),
      }),
    },
    async handle({ ctx, tx, params: { id }, body }) {
      const off = clockOff(ctx.clock.now(), body.sent_at)
      const given = body.answers.map(({ answered_at, ...one }) => ({
        ...one,
        ...(answered_at === undefined ? {} : { answeredAt: Temporal.Instant.from(answered_at).add(off) }),
      }))
      const { course, next: wanted = true } = body
      const asked = { ...(course === undefined ? {} : { course }), next: wanted }
      const { outcomes, next } = await answer(ctx, tx, userId.parse(id), given, asked)
      return {
        results: outcomes.map((outcome) => wire.outcomeWire(ctx, outcome)),
        next: next ? wire.exerciseWire(ctx, next) : null,
      }
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/mastery',
    summary: 'The map of concepts, each with how probably it is mastered and how sure that is',
    description: `${READS} Mastered: probability at least 0.95, and still 0.90 one standard deviation lower.`,
    access: 'user',
    rows: 'all',
    params,
    query: courseQuery,
    response: {
      200: Type.Object({
        course: Type.Object({ subject: Type.String(), name: Type.String() }),
        concepts: Type.Array(schemas.ConceptShape),
      }),
    },
    async handle({ ctx, tx, params: { id }, query }) {
      const { course, concepts } = await lookAtMastery(ctx, tx, userId.parse(id), query.course)
      return {
        course: { subject: course.subject, name: say(ctx, course.name) },
        concepts: concepts.map((concept) => wire.conceptWire(ctx, concept)),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/progress',
    summary: 'Time, answers and right answers per day or week',
    description: `${READS} From rollups: a year costs what a week does. Both days are in the range, at most ${RANGE_DAYS_MAX} days; without them the last 14 days, or 12 weeks. Refuses \`learning.range_invalid\`.`,
    access: 'user',
    rows: 'all',
    params,
    query: Type.Object({
      from: Type.Optional(CivilDate),
      to: Type.Optional(CivilDate),
      by: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('week')])),
    }),
    response: { 200: schemas.ProgressShape },
    async handle({ ctx, tx, params: { id }, query }) {
      const { by = 'day' } = query
      const asked = { by, ...wire.datesOf(query) }
      return wire.progressWire(await lookAtProgress(ctx, tx, userId.parse(id), asked), by)
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/streak',
    summary: 'Days in a row, freeze days, and which of the last 42 days counted',
    description: `${READS} In the learner's civil day. Two missed days a calendar month are frozen by themselves; a late answer from an offline device repairs the past.`,
    access: 'user',
    rows: 'all',
    params,
    response: {
      200: Type.Object({
        ...schemas.StreakShape.properties,
        today: CivilDate,
        counted: Type.Array(CivilDate),
        frozen: Type.Array(CivilDate, { description: 'Missed among them, and covered by a freeze day' }),
      }),
    },
    async handle({ ctx, tx, params: { id } }) {
      const { today, streak, counted, frozen } = await lookAtStreak(ctx, tx, userId.parse(id))
      return {
        ...wire.streakWire(streak),
        today: today.toString(),
        counted: counted.map(String),
        frozen: frozen.map(String),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/learners/{id}/answers',
    summary: 'Every answer, newest first',
    description: READS,
    access: 'user',
    rows: 'all',
    params,
    query: Type.Object(pageQuery),
    response: { 200: Page(schemas.AnswerItem) },
    async handle({ ctx, tx, params: { id }, query }) {
      const page = pageRequest(query)
      const rows = await lookAtAnswers(ctx, tx, userId.parse(id), page)
      return pageOf(rows, page, (row) => [row.answered_at, row.id], wire.answerWire)
    },
  }),
]
