/**
 * Answers come in: judged by value, written to the log once, and followed by mastery, rollups and streak in the same transaction.
 * One answer and two hundred from a device that was offline take the same path and the same few statements.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import { civilDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { permits } from '../../kernel/gate.ts'
import { preferencesOf, requireOver } from '../profiles/api.ts'
import { countDay, streakOf, type Streak } from './calendar.ts'
import { makeExercise, type MadeExercise } from './courses.ts'
import { errors } from './errors.ts'
import { conceptMastered, practised } from './events.ts'
import { exerciseIdOf } from './ids.ts'
import { judge, type Unreadable, type Verdict } from './judging.ts'
import { learningPolicy } from './policy.ts'
import { follows, inOrder, modelVersionOf, replay, step, untried, type Evidence, type Mastery } from './rules.ts'
import type { NotCounted } from './sentences.ts'
import {
  evidenceOf, keyOf, masteryFrom, readStanding, saveStates, tracingFor, type ConceptKey, type Standing,
} from './states.ts' // prettier-ignore
import * as store from './store.ts'
import { readExercise, type IssuedExercise } from './tokens.ts'

export const ANSWERS_MAX = 200

export interface GivenAnswer {
  /** Made by the device; the same id is the same answer. */
  readonly id: string
  readonly token: string
  /** As typed, or the number of the choice; null asks to be shown and counts as not known. */
  readonly answer: string | null
  /** By the device's clock; now where absent. */
  readonly answeredAt?: Temporal.Instant
  /** How long the learner worked on it, by the device. */
  readonly seconds?: number
  readonly hints?: number
}

/** What became of one answer. */
export type Outcome = { readonly id: string } & (
  | {
      readonly status: 'counted'
      readonly made: MadeExercise
      readonly correct: boolean
      readonly notLowest: boolean
      readonly before: Mastery
      readonly after: Mastery
      readonly clamped: boolean
      readonly late: boolean
    }
  | {
      readonly status: 'repeated' | 'answered_before'
      readonly made: MadeExercise
      /** Of the answer that counts. */
      readonly correct: boolean
    }
  | { readonly status: 'unreadable'; readonly why: Unreadable }
  | { readonly status: Exclude<NotCounted, 'repeated' | 'answered_before'> }
)

export interface Answered {
  readonly outcomes: readonly Outcome[]
  /** What is known after them, in the subjects they touch. */
  readonly standing: Standing
  readonly after: ReadonlyMap<string, Mastery>
}

/**
 * Lets the learner pass and nobody else: guardians look on. Refuses `learner_only` to those, `kernel.not_found` to strangers, and
 * what the product's `admits` says (a subscription that ended).
 */
export async function requireLearner(ctx: Context, tx: Tx, learnerId: string): Promise<void> {
  if (userIdOf(ctx.actor) !== learnerId && ctx.actor.kind !== 'system') {
    await requireOver(ctx, tx, learnerId, 'view')
    refuse(errors.learner_only)
  }
  const barred = await learningPolicy(ctx).admits?.(ctx, tx, learnerId)
  if (barred) refuse(barred)
}

/** Refuses `consent_needed` while what is learnt may not be kept. */
export async function requireKeeping(ctx: Context, tx: Tx, learnerId: string): Promise<void> {
  if (!(await permits(ctx, tx, learnerId, 'learning_data'))) refuse(errors.consent_needed)
}

/** One readable answer to a genuine exercise, ready to be written. */
interface Judged {
  readonly given: GivenAnswer
  readonly issued: IssuedExercise
  readonly made: MadeExercise
  readonly verdict: Extract<Verdict, { status: 'judged' }> | undefined
  readonly exerciseId: string
  readonly answeredAt: Temporal.Instant
  readonly clamped: boolean
  readonly late: boolean
}

/**
 * Takes up to 200 answers, in any order and as often as they are sent: each id and each exercise counts once, the first that
 * came. An answer of the future was given now; one from before its exercise, at its start; an old one counts and is marked. What
 * cannot be read is not recorded. `lately` is the course whose next exercise will be chosen. Emits `learning.practised` and
 * `learning.concept_mastered`. Refuses `consent_needed`. The caller has let the learner pass by `requireLearner`. Refuses `consent_needed`.
 */
export async function takeAnswers(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  given: readonly GivenAnswer[],
  lately: string,
): Promise<Answered> {
  const now = ctx.clock.now()
  const read = given.map((one) => readAnswer(ctx, learnerId, one, now))
  const judged = read.filter((one): one is Judged => 'issued' in one)
  if (judged.length === 0) {
    await requireKeeping(ctx, tx, learnerId)
    const standing = await readStanding(tx, learnerId, [lately], [], lately)
    return { outcomes: read as Outcome[], standing, after: new Map() }
  }

  const { timeZone } = await preferencesOf(ctx, tx, learnerId)
  const latest = judged.map((it) => it.answeredAt).reduce((a, b) => (Temporal.Instant.compare(a, b) < 0 ? b : a))
  const learner = await store.lockLearner.one(tx, learnerId, timeZone, latest, now)
  // Asked under the lock that erasing takes too: what is withdrawn meanwhile leaves nothing behind.
  await requireKeeping(ctx, tx, learnerId)
  const seconds = secondsOf(judged, learningPolicy(ctx).idle_seconds)
  const written = await writeLog(tx, learnerId, judged, seconds, timeZone, now)
  const fresh = firstOf(judged).filter((one) => written.has(nameOf(one)))

  const concepts = [...new Map(fresh.map(({ issued }) => [keyOf(issued), issued])).values()]
  const subjects = [...new Set([lately, ...concepts.map(({ subject }) => subject)])]
  const standing = await readStanding(tx, learnerId, subjects, concepts.map(({ concept }) => concept), lately) // prettier-ignore
  const { before, after } = await fold(ctx, tx, learnerId, standing, concepts, fresh)
  if (fresh.length > 0) {
    await saveStates(tx, learnerId, concepts.map((key) => [key, after.get(keyOf(key))!])) // prettier-ignore
    await keepDays(ctx, tx, learnerId, learner, fresh, seconds, timeZone)
    await tellMastered(ctx, tx, learnerId, concepts, before, after)
  }
  const earlier = fresh.length < judged.length ? await findEarlier(tx, learnerId, judged) : undefined
  const firsts = new Set(fresh)
  const outcomes = read.map((one): Outcome => {
    if (!('issued' in one)) return one
    const { given: { id }, issued, made, verdict, clamped, late } = one // prettier-ignore
    if (firsts.has(one))
      return {
        id,
        status: 'counted',
        made,
        correct: verdict?.correct ?? false,
        notLowest: verdict?.note === 'not_lowest',
        before: before.get(keyOf(issued))!,
        after: after.get(keyOf(issued))!,
        clamped,
        late,
      }
    const was = earlier!.find((it) => it.exercise_id === one.exerciseId)
    const status = was?.id === id ? 'repeated' : 'answered_before'
    // An id that was used for another exercise stands for that one's answer; this one stays unanswered.
    return was ? { id, status, made, correct: was.correct } : { id, status: 'not_ours' }
  })
  return { outcomes, standing, after }
}

function readAnswer(ctx: Context, learnerId: string, given: GivenAnswer, now: Temporal.Instant): Judged | Outcome {
  const { id, token, answer } = given
  const { exercise_days, late_after_days } = learningPolicy(ctx)
  const issued = readExercise(ctx, learnerId, token)
  if (!issued) return { id, status: 'not_ours' }
  const made = makeExercise(ctx, issued)
  if (!made || Temporal.Instant.compare(issued.issuedAt.add({ hours: 24 * exercise_days }), now) < 0)
    return { id, status: 'outdated' }
  const verdict = answer === null ? undefined : judge(made.exercise.answer, answer)
  if (verdict?.status === 'unreadable') return { id, status: 'unreadable', why: verdict.why }
  const said = (given.answeredAt ?? now).round({ smallestUnit: 'millisecond', roundingMode: 'trunc' })
  const answeredAt = within(said, issued.issuedAt, now)
  const clamped = !answeredAt.equals(said)
  const late = Temporal.Instant.compare(answeredAt.add({ hours: 24 * late_after_days }), now) < 0
  return { given, issued, made, verdict, exerciseId: exerciseIdOf(token), answeredAt, clamped, late }
}

/** Milliseconds, as devices keep them; never after `last`. */
function within(said: Temporal.Instant, first: Temporal.Instant, last: Temporal.Instant): Temporal.Instant {
  if (Temporal.Instant.compare(said, last) > 0)
    return last.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' })
  const early = Temporal.Instant.compare(said, first) < 0 && Temporal.Instant.compare(first, last) <= 0
  return early ? first : said
}

const nameOf = ({ given: { id }, exerciseId }: Judged): string => `${id} ${exerciseId}`

/** Of the same answer sent twice at once, the first. */
function firstOf(judged: readonly Judged[]): Judged[] {
  return [...new Map([...judged].reverse().map((one) => [nameOf(one), one])).values()].reverse()
}

/** Appends to the log and says what is new there. */
async function writeLog(
  tx: Tx,
  learnerId: string,
  judged: readonly Judged[],
  seconds: ReadonlyMap<Judged, number>,
  timeZone: string,
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const column = <T>(value: (one: Judged) => T) => judged.map(value)
  const inserted = await store.insertAnswers.all(
    tx,
    learnerId,
    now,
    timeZone,
    column((it) => it.given.id),
    column((it) => it.exerciseId),
    column((it) => it.issued.subject),
    column((it) => it.issued.courseVersion),
    column((it) => it.issued.concept),
    column((it) => it.issued.template),
    column((it) => it.issued.seed),
    column(choicesOf),
    column((it) => it.verdict?.plain ?? null),
    column((it) => it.verdict?.correct ?? false),
    column((it) => it.given.hints ?? 0),
    column((it) => seconds.get(it)!),
    column((it) => it.answeredAt),
    column((it) => civilDate(it.answeredAt, timeZone)),
    column((it) => it.clamped),
    column((it) => it.late),
  )
  return new Set(inserted.map((it) => `${it.id} ${it.exercise_id}`))
}

function choicesOf({ made }: Judged): number | null {
  const { answer } = made.exercise
  return answer.kind === 'choice' ? answer.choices.length : null
}

/** What each counts for: as the device says, never longer than since the one before or since it was issued, or than the cap. */
function secondsOf(judged: readonly Judged[], cap: number): ReadonlyMap<Judged, number> {
  const seconds = new Map<Judged, number>()
  let before: Temporal.Instant | undefined
  const sorted = [...judged].sort((a, b) => inOrder(idAndTime(a), idAndTime(b)))
  for (const one of sorted) {
    const { issuedAt } = one.issued
    const since = before && Temporal.Instant.compare(before, issuedAt) > 0 ? before : issuedAt
    const passed = Math.floor(one.answeredAt.since(since).total('seconds'))
    seconds.set(one, Math.max(0, Math.min(one.given.seconds ?? cap, passed, cap)))
    before = one.answeredAt
  }
  return seconds
}

const idAndTime = ({ given: { id }, answeredAt }: Judged) => ({ id, answeredAt })

/** Goes on from what stands where all new answers are later; replays the concept from the log where one is not. */
async function fold(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  standing: Standing,
  concepts: readonly ConceptKey[],
  fresh: readonly Judged[],
): Promise<{ before: Map<string, Mastery>; after: Map<string, Mastery> }> {
  const before = new Map<string, Mastery>()
  const after = new Map<string, Mastery>()
  const outOfOrder: ConceptKey[] = []
  for (const key of concepts) {
    const tracing = tracingFor(ctx, key)
    const row = standing.rows.get(keyOf(key))
    const was = row ? masteryFrom(row) : untried(tracing)
    before.set(keyOf(key), was)
    const news = fresh.filter(({ issued }) => keyOf(issued) === keyOf(key)).map(newEvidence)
    news.sort(inOrder)
    if (was.modelVersion !== modelVersionOf(tracing) || !follows(was, news[0]!)) outOfOrder.push(key)
    else
      after.set(
        keyOf(key),
        news.reduce((state, evidence) => step(state, tracing, evidence), was),
      )
  }
  for (const [key, state] of await replayConcepts(ctx, tx, learnerId, outOfOrder)) after.set(keyOf(key), state)
  return { before, after }
}

function newEvidence(one: Judged): Evidence {
  const { given, verdict, answeredAt } = one
  return {
    id: given.id,
    answeredAt,
    correct: verdict?.correct ?? false,
    choices: choicesOf(one) ?? undefined,
    hints: given.hints ?? 0,
  }
}

/** These concepts from the log alone. One statement, none for none. */
export async function replayConcepts(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  keys: readonly ConceptKey[],
): Promise<(readonly [ConceptKey, Mastery])[]> {
  if (keys.length === 0) return []
  const [subjects, concepts] = [keys.map(({ subject }) => subject), keys.map(({ concept }) => concept)]
  const logged = await store.answersOn.all(tx, learnerId, subjects, concepts)
  return keys.map((key) => {
    const answers = logged.filter((it) => keyOf(it) === keyOf(key)).map(evidenceOf)
    return [key, replay(tracingFor(ctx, key), answers)] as const
  })
}

/** Adds to the rollups; the day that begins to count, and only that, moves the streak. */
async function keepDays(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  learner: store.LearnerRow,
  fresh: readonly Judged[],
  seconds: ReadonlyMap<Judged, number>,
  timeZone: string,
): Promise<void> {
  const policy = learningPolicy(ctx)
  const groups = new Map<string, { day: Temporal.PlainDate; key: ConceptKey; answers: number; right: number; seconds: number }>() // prettier-ignore
  const added = new Map<string, number>()
  for (const one of fresh) {
    const day = civilDate(one.answeredAt, timeZone)
    const name = `${day} ${keyOf(one.issued)}`
    const group = groups.get(name) ?? { day, key: one.issued, answers: 0, right: 0, seconds: 0 }
    group.answers += 1
    group.right += one.verdict?.correct ? 1 : 0
    group.seconds += seconds.get(one)!
    groups.set(name, group)
    added.set(String(day), (added.get(String(day)) ?? 0) + 1)
  }
  const rows = [...groups.values()]
  const days = await store.countDays.all(
    tx,
    learnerId,
    policy.answers_a_day,
    rows.map(({ day }) => day),
    rows.map(({ key }) => key.subject),
    rows.map(({ key }) => key.concept),
    rows.map(({ answers }) => answers),
    rows.map(({ right }) => right),
    rows.map((it) => it.seconds),
  )
  const news = (day: store.CountedDay) => added.get(String(day.day))!
  const begun = days.filter((day) => day.answers === news(day))
  const counting = days.filter((day) => day.counts && day.answers - news(day) < policy.answers_a_day)
  if (counting.length > 0) await saveStreak(ctx, tx, learnerId, learner, counting.map(({ day }) => day)) // prettier-ignore
  for (const { day } of begun) await emit(ctx, tx, practised, { learner_id: learnerId, day: String(day) })
}

export function streakFrom(row: store.LearnerRow): Streak {
  return {
    day: row.streak_day ?? undefined,
    days: row.streak_days,
    longest: row.streak_longest,
    freezesUsed: row.freezes_used,
  }
}

async function saveStreak(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  learner: store.LearnerRow,
  days: readonly Temporal.PlainDate[],
): Promise<void> {
  const was = streakFrom(learner)
  const sorted = [...days].sort((a, b) => Temporal.PlainDate.compare(a, b))
  const later = was.day === undefined || Temporal.PlainDate.compare(was.day, sorted[0]!) < 0
  // A day before the last repairs the past: then all days are looked at anew.
  const streak = later
    ? sorted.reduce(countDay, was)
    : streakOf((await store.countedDays.all(tx, learnerId)).map(({ day }) => day))
  await writeStreak(ctx, tx, learnerId, streak)
}

export async function writeStreak(ctx: Context, tx: Tx, learnerId: string, streak: Streak): Promise<void> {
  const { day, days, longest, freezesUsed } = streak
  await store.saveStreak.run(tx, learnerId, day ?? null, days, longest, freezesUsed, ctx.clock.now())
}

async function tellMastered(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  concepts: readonly ConceptKey[],
  before: ReadonlyMap<string, Mastery>,
  after: ReadonlyMap<string, Mastery>,
): Promise<void> {
  for (const key of concepts) {
    const [was, is] = [before.get(keyOf(key)), after.get(keyOf(key))]
    if (was?.masteredAt || !is?.masteredAt) continue
    await emit(ctx, tx, conceptMastered, { learner_id: learnerId, subject: key.subject, concept: key.concept })
  }
}

function findEarlier(tx: Tx, learnerId: string, judged: readonly Judged[]): Promise<store.LoggedAnswer[]> {
  const [ids, exercises] = [judged.map(({ given }) => given.id), judged.map(({ exerciseId }) => exerciseId)]
  return store.answeredBefore.all(tx, learnerId, ids, exercises)
}
