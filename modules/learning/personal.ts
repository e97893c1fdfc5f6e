/** What is kept on a learner, handed out and erased; and the log of people who stopped long ago. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { streakFrom } from './days.ts'
import * as store from './store.ts'
import * as views from './store/views.ts'

const IDLE_BATCH = 100
const IDLE_ROUNDS_MAX = 50
const FOREVER = { from: Temporal.PlainDate.from('1900-01-01'), to: Temporal.PlainDate.from('9999-12-31') }

export async function exportLearning(tx: Tx, learnerId: string): Promise<unknown> {
  const learner = await store.findLearner.first(tx, learnerId)
  const enrolments = await store.enrolmentsOf.all(tx, learnerId)
  if (!learner) return { courses: enrolments, answers: [] }
  const { days, longest, day } = streakFrom(learner)
  const answers = await store.answersOf.all(tx, learnerId)
  const subjects = [...new Set(answers.map(({ subject }) => subject))]
  const mastery = await store.masteryOf.all(tx, learnerId, subjects, [], '', 0)
  return {
    courses: enrolments,
    time_zone: learner.time_zone,
    streak: { days, longest, last_day: day ?? null },
    mastery: mastery.map((row) => ({
      subject: row.subject,
      concept: row.concept,
      probability: row.probability,
      uncertainty: row.deviation,
      model_version: row.model_version,
      answers: row.answers,
      right_answers: row.right_answers,
      last_at: row.last_at,
      mastered_at: row.mastered_at,
      review_due_at: row.due_at,
    })),
    days: await views.daysBetween.all(tx, learnerId, FOREVER.from, FOREVER.to),
    answers,
  }
}

/** Takes the learner's lock first, also where nothing is kept yet, so that an answer on its way leaves nothing behind. */
export async function eraseLearning(ctx: Context, tx: Tx, learnerId: string): Promise<void> {
  const now = ctx.clock.now()
  await store.lockLearner.one(tx, learnerId, ctx.product.timeZone, now, now)
  await eraseAll(tx, [learnerId])
}

/** Removes people who have not practised since `before`, with all that is kept on them; at most 5,000 a day. */
export async function removeIdle(tx: Tx, before: Temporal.Instant, held: readonly string[]): Promise<number> {
  let removed = 0
  for (let round = 0; round < IDLE_ROUNDS_MAX; round++) {
    const idle = (await store.idleLearners.all(tx, before, IDLE_BATCH, held)).map(({ learner_id }) => learner_id)
    if (idle.length > 0) await eraseAll(tx, idle)
    removed += idle.length
    if (idle.length < IDLE_BATCH) break
  }
  return removed
}

async function eraseAll(tx: Tx, learnerIds: readonly string[]): Promise<void> {
  await store.eraseAnswers.run(tx, learnerIds)
  await store.eraseMastery.run(tx, learnerIds)
  await store.eraseDays.run(tx, learnerIds)
  await store.eraseConceptDays.run(tx, learnerIds)
  await store.eraseEnrolments.run(tx, learnerIds)
  await store.eraseLearners.run(tx, learnerIds)
}
