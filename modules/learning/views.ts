/** What a learner, a guardian or staff see: today, the map of concepts, progress, the streak. Reads rollups, never the log. */
import type { Context } from '../../kernel/context.ts'
import { civilDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse, type RefusalKind } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { permits } from '../../kernel/gate.ts'
import { record } from '../audit/api.ts'
import { preferencesOf, requireOver } from '../profiles/api.ts'
import { streakFrom } from './days.ts'
import { frozenAmong, NO_STREAK, streakOn, type StreakOn } from './calendar.ts'
import { chooseNext, isDue, masters, type Choice, type Known } from './choosing.ts'
import type { Concept, CoursePack } from './course.ts'
import { errors } from './errors.ts'
import { courseFor } from './practice.ts'
import { learningPolicy } from './policy.ts'
import { isMastered, tracingOf, untried } from './rules.ts'
import { knownIn, readStanding } from './states.ts'
import * as store from './store.ts'
import * as views from './store/views.ts'

export const RANGE_DAYS_MAX = 400

/**
 * Lets the learner look, a guardian who may `view`, and staff who hold `learning.view`, whose look is audited. Refuses
 * `kernel.not_found` to others.
 */
async function requireLook(ctx: Context, tx: Tx, learnerId: string, what: string): Promise<void> {
  const acting = await requireOver(ctx, tx, learnerId, 'view', 'learning.view')
  if (acting === 'staff')
    await record(ctx, tx, { action: 'learning.viewed', subject: { type: 'user', id: learnerId }, after: { what } })
}

/** The learner's civil day, by the zone of their profile. */
async function todayOf(ctx: Context, tx: Tx, learnerId: string): Promise<Temporal.PlainDate> {
  const { timeZone } = await preferencesOf(ctx, tx, learnerId)
  return civilDate(ctx.clock.now(), timeZone)
}

async function streakToday(
  ctx: Context,
  tx: Tx,
  learnerId: string,
): Promise<{ today: Temporal.PlainDate; streak: StreakOn }> {
  const today = await todayOf(ctx, tx, learnerId)
  const learner = await store.findLearner.first(tx, learnerId)
  return { today, streak: streakOn(learner ? streakFrom(learner) : NO_STREAK, today) }
}

export interface Today {
  readonly day: Temporal.PlainDate
  readonly course: CoursePack
  readonly choice: Choice
  readonly reviewsDue: number
  readonly streak: StreakOn
  readonly answers: number
  readonly right: number
  readonly seconds: number
  /** Why practice is refused at the moment. */
  readonly barred: RefusalKind | undefined
}

/** What there is to do today and what was done. Refuses like `requireLook`, `course_unknown`. */
export async function lookAtToday(ctx: Context, tx: Tx, learnerId: string, subject?: string): Promise<Today> {
  await requireLook(ctx, tx, learnerId, 'today')
  const course = await courseFor(ctx, tx, learnerId, subject)
  const { today, streak } = await streakToday(ctx, tx, learnerId)
  const { rows, recent } = await readStanding(tx, learnerId, [course.subject], [], course.subject)
  const known = knownIn(course.subject, rows.values())
  const now = ctx.clock.now()
  const [done] = await views.daysBetween.all(tx, learnerId, today, today)
  const admitted = await learningPolicy(ctx).admits?.(ctx, tx, learnerId)
  const kept = admitted === undefined && (await permits(ctx, tx, learnerId, 'learning_data'))
  return {
    day: today,
    course,
    choice: chooseNext(course, known, recent, now),
    reviewsDue: course.concepts.filter(({ key }) => isDue(known.get(key), now)).length,
    streak,
    answers: done?.answers ?? 0,
    right: done?.right_answers ?? 0,
    seconds: done?.seconds ?? 0,
    barred: admitted ?? (kept ? undefined : errors.consent_needed),
  }
}

/** How a concept stands for whoever looks: `locked` waits for its prerequisites. */
export type ConceptState = 'mastered' | 'review_due' | 'learning' | 'open' | 'locked'

export interface ConceptView {
  readonly concept: Concept
  readonly state: ConceptState
  readonly probability: number
  readonly deviation: number
  readonly row: store.MasteryRow | undefined
}

/** Every concept of a course, also those never tried. Refuses like `requireLook`, `course_unknown`. */
export async function lookAtMastery(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  subject?: string,
): Promise<{ course: CoursePack; concepts: ConceptView[] }> {
  await requireLook(ctx, tx, learnerId, 'mastery')
  const course = await courseFor(ctx, tx, learnerId, subject)
  const { rows } = await readStanding(tx, learnerId, [course.subject], [], course.subject)
  const known = knownIn(course.subject, rows.values())
  const now = ctx.clock.now()
  const concepts = course.concepts.map((concept) => {
    const row = rows.get(`${course.subject} ${concept.key}`)
    const { probability, deviation } = row ?? untried(tracingOf(concept.tracing))
    const open = concept.needs.every((it) => masters(known, it))
    return { concept, row, probability, deviation, state: stateOf(known.get(concept.key), open, now) }
  })
  return { course, concepts }
}

function stateOf(known: Known | undefined, open: boolean, now: Temporal.Instant): ConceptState {
  if (isDue(known, now)) return 'review_due'
  if (known && isMastered(known)) return 'mastered'
  if (known && known.answers > 0) return 'learning'
  return open ? 'open' : 'locked'
}

export interface ProgressAsked {
  readonly from?: Temporal.PlainDate
  readonly to?: Temporal.PlainDate
  readonly by: 'day' | 'week'
}

export interface Progress {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  /** Every day or week of the range, also the empty ones. */
  readonly series: readonly views.Total[]
}

/**
 * Minutes, answers and right answers per day or week, of at most 400 days; the last fourteen where nothing is
 * said, for weeks the last twelve. Weeks are whole: the first begins on or before `from`. Refuses `range_invalid`.
 */
export async function lookAtProgress(ctx: Context, tx: Tx, learnerId: string, asked: ProgressAsked): Promise<Progress> {
  await requireLook(ctx, tx, learnerId, 'progress')
  const to = asked.to ?? (await todayOf(ctx, tx, learnerId))
  const { week_starts_on } = learningPolicy(ctx)
  const wanted = asked.from ?? to.subtract({ days: asked.by === 'day' ? 13 : 77 })
  const from = asked.by === 'day' ? wanted : wanted.subtract({ days: (wanted.dayOfWeek - week_starts_on + 7) % 7 })
  const days = from.until(to).days
  if (days < 0 || days >= RANGE_DAYS_MAX + 7) refuse(errors.range_invalid, { days: RANGE_DAYS_MAX })
  const found: views.Total[] =
    asked.by === 'day'
      ? await views.daysBetween.all(tx, learnerId, from, to)
      : await views.weeksBetween.all(tx, learnerId, from, to, week_starts_on)
  return { from, to, series: filled(from, to, asked.by === 'day' ? 1 : 7, found) }
}

function filled(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  days: number,
  found: readonly views.Total[],
): views.Total[] {
  const known = new Map(found.map((it) => [String(it.day), it]))
  const series: views.Total[] = []
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days }))
    series.push(known.get(String(day)) ?? { day, answers: 0, right_answers: 0, seconds: 0 })
  return series
}

const SHOWN_DAYS = 42

/** The streak, and which of the last 42 days counted or were frozen. Refuses like `requireLook`. */
export async function lookAtStreak(ctx: Context, tx: Tx, learnerId: string) {
  await requireLook(ctx, tx, learnerId, 'streak')
  const { today, streak } = await streakToday(ctx, tx, learnerId)
  const from = today.subtract({ days: SHOWN_DAYS - 1 })
  // What froze a day of the first month shown is known from the two before it: no gap that is kept is longer.
  const since = from.with({ day: 1 }).subtract({ months: 2 })
  const { days: counted } = await views.countedBetween.one(tx, learnerId, since, today)
  const shown = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, from) >= 0
  return { today, streak, counted: counted.filter(shown), frozen: frozenAmong(counted, today).filter(shown) }
}

/** The log, newest first, one row more than the limit when there is a next page. Refuses like `requireLook`. */
export async function lookAtAnswers(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  page: PageRequest,
): Promise<views.ListedAnswer[]> {
  await requireLook(ctx, tx, learnerId, 'answers')
  return views.listAnswers.all(tx, learnerId, page.after?.[0], page.after?.[1], page.limit + 1)
}
