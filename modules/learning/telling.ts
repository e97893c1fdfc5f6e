/** Tells people: that a concept was mastered, and that a streak ends tonight unless a few exercises are done. */
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { permits } from '../../kernel/gate.ts'
import { notify } from '../notifications/api.ts'
import { findProfile, guardiansWith, preferencesOf } from '../profiles/api.ts'
import { streakFrom } from './days.ts'
import { streakOn } from './calendar.ts'
import { findConcept, findCourse, sayIn } from './courses.ts'
import * as say from './messages.ts'
import { learningPolicy } from './policy.ts'
import * as store from './store.ts'

const BATCH = 500
/** Freeze days cover at most four missed days, at the turn of a month; zones are at most a day apart. */
const LOOK_BACK_DAYS = 6

/** Tells the learner, and the guardians who may look. Once per concept, however often it is mastered anew. */
export async function tellMastered(
  ctx: Context,
  tx: Tx,
  fact: { readonly learner_id: string; readonly subject: string; readonly concept: string },
): Promise<void> {
  const { learner_id: learnerId, subject, concept: key } = fact
  const course = findCourse(ctx, subject)
  const concept = course && findConcept(course, key)
  const profile = await findProfile(ctx, tx, learnerId)
  if (!concept || !profile) return
  const about = { type: 'user', id: learnerId }
  const words = (locale: string) => ({
    concept: sayIn(ctx, locale, concept.name),
    goal: sayIn(ctx, locale, concept.goal),
  })
  await notify(ctx, tx, say.mastered, {
    to: { userId: learnerId },
    values: words,
    dedupe: `learning.mastered ${subject} ${key}`,
    about,
  })
  for (const guardianId of await guardiansWith(ctx, tx, learnerId, 'view'))
    await notify(ctx, tx, say.masteredByChild, {
      to: { userId: guardianId },
      values: (locale) => ({ ...words(locale), child: profile.firstName }),
      dedupe: `learning.mastered ${learnerId} ${subject} ${key}`,
      about,
    })
}

/**
 * Tells a batch of learners, each once a day from `policy.reminder_hour` of their own evening, that without practice their streak
 * ends at midnight: only where no freeze day is left to save it. Gives the last learner looked at while there may be more.
 */
export async function tellStreaksAtRisk(ctx: Context, tx: Tx, after: string | undefined): Promise<string | undefined> {
  const now = ctx.clock.now()
  const since = civilDate(now, ctx.product.timeZone).subtract({ days: LOOK_BACK_DAYS })
  const near = await store.streaksNear.all(tx, since, after ?? '00000000-0000-0000-0000-000000000000', BATCH)
  for (const row of near) {
    // The zone of their last answer says whether it is worth asking for the one of today.
    if (!atRiskIn(ctx, row, row.time_zone)) continue
    const { timeZone } = await preferencesOf(ctx, tx, row.learner_id)
    const risk = atRiskIn(ctx, row, timeZone)
    if (risk) await tellRisk(ctx, tx, row, risk)
  }
  return near.length === BATCH ? near.at(-1)!.learner_id : undefined
}

function atRiskIn(
  ctx: Context,
  row: store.LearnerRow,
  timeZone: string,
): { today: Temporal.PlainDate; days: number } | undefined {
  const local = ctx.clock.now().toZonedDateTimeISO(timeZone)
  if (local.hour < learningPolicy(ctx).reminder_hour) return undefined
  const today = local.toPlainDate()
  const streak = streakOn(streakFrom(row), today)
  return streak.atRisk ? { today, days: streak.days } : undefined
}

async function tellRisk(
  ctx: Context,
  tx: Tx,
  row: store.LearnerRow & { readonly learner_id: string },
  { today, days }: { today: Temporal.PlainDate; days: number },
): Promise<void> {
  const { learner_id: learnerId } = row
  const { admits, answers_a_day } = learningPolicy(ctx)
  if (await admits?.(ctx, tx, learnerId)) return
  if (!(await permits(ctx, tx, learnerId, 'learning_data'))) return
  if (!(await store.tellRisk.first(tx, learnerId, today))) return
  await notify(ctx, tx, say.streakAtRisk, {
    to: { userId: learnerId },
    values: { days: String(days), answers: String(answers_a_day) },
    dedupe: `learning.streak_at_risk ${today}`,
  })
}
