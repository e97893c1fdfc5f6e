/** Learning as a whole, for staff: how much is practised and which concepts are hard. Sums only; no learner can be told from them. */
import { Type } from 'typebox'
import { civilDate } from '../../kernel/clock.ts'
import { route } from '../../kernel/http/route.ts'
import { CivilDate } from '../../kernel/http/schema.ts'
import { findConcept, findCourse, say } from './courses.ts'
import * as views from './store/views.ts'

/** Fewer people than this would be people. */
const LEARNERS_MIN = 3
const CONCEPTS_MAX = 20
const DAYS_MAX = 90

const Count = Type.Integer({ minimum: 0 })

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/learning/overview',
    summary: 'How much is practised per day, and which concepts are hard',
    description: `Sums of everybody for the last days, at most ${DAYS_MAX}; a day nobody practised is not listed. A concept is listed once ${LEARNERS_MIN} people tried it.`,
    access: { permission: 'learning.view' },
    rows: 'all',
    query: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 7, maximum: DAYS_MAX, default: 30 })) }),
    response: {
      200: Type.Object({
        from: CivilDate,
        to: CivilDate,
        learners: Count,
        days: Type.Array(
          Type.Object({ day: CivilDate, learners: Count, answers: Count, right: Count, seconds: Count }),
        ),
        hard: Type.Array(
          Type.Object({
            course: Type.String(),
            concept: Type.String(),
            name: Type.String(),
            learners: Count,
            answers: Count,
            right: Count,
          }),
        ),
      }),
    },
    async handle({ ctx, tx, query: { days = 30 } }) {
      const to = civilDate(ctx.clock.now(), ctx.product.timeZone)
      const from = to.subtract({ days: days - 1 })
      const { learners } = await views.learnersBetween.one(tx, from, to)
      const per = await views.everybodyBetween.all(tx, from, to)
      const hard = await views.hardBetween.all(tx, from, to, LEARNERS_MIN, CONCEPTS_MAX)
      return {
        from: from.toString(),
        to: to.toString(),
        learners,
        days: per.map((row) => ({
          day: row.day.toString(),
          learners: row.learners,
          answers: row.answers,
          right: row.right_answers,
          seconds: row.seconds,
        })),
        hard: hard.map(({ subject, concept, learners, answers, right_answers }) => {
          // A concept that a later course no longer has keeps its key.
          const course = findCourse(ctx, subject)
          const found = course && findConcept(course, concept)
          return {
            course: subject,
            concept,
            name: found ? say(ctx, found.name) : concept,
            learners,
            answers,
            right: right_answers,
          }
        }),
      }
    },
  }),
]
