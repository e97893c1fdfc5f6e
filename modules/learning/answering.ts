/**
 * Answers come in: judged by value, written to the log once, and followed by mastery, rollups and streak in the same transaction.
 * One answer and two hundred from a device that was offline take the same path and the same few statements.
 */
import type { Context } from '../../kernel/context.ts'
import { civilDate } from '../../kernel/clock.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { emit } from '../../kernel/events/event.ts'
import { preferencesOf } from '../profiles/api.ts'
import { requireKeeping } from './admission.ts'
import type { MadeExercise } from './courses.ts'
import { keepDays } from './days.ts'
import { conceptMastered } from './events.ts'
import {
  choicesOf, firstOf, nameOf, newEvidence, readAnswer, secondsOf, type GivenAnswer, type Judged, type NotJudged,
} from './incoming.ts' // prettier-ignore
import { learningPolicy } from './policy.ts'
import { follows, inOrder, modelVersionOf, replay, step, untried, type Mastery } from './rules.ts'
import {
  evidenceOf, keyOf, masteryFrom, readStanding, saveStates, tracingFor, type ConceptKey, type Standing,
} from './states.ts' // prettier-ignore
import * as store from './store.ts'

export const ANSWERS_MAX = 200

/** What became of one answer. */
export type Outcome =
  | NotJudged
  | {
      readonly id: string
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
      readonly id: string
      readonly status: 'repeated' | 'answered_before'
      readonly made: MadeExercise
      /** Of the answer that counts. */
      readonly correct: boolean
    }

export interface Answered {
  readonly outcomes: readonly Outcome[]
  /** What is known after them, in the subjects they touch. */
  readonly standing: Standing
  readonly after: ReadonlyMap<string, Mastery>
}

/**
 * Takes up to 200 answers, in any order and as often as they are sent: each id and each exercise counts once, the first that
 * came. An answer of the future was given now; one from before its exercise, at its start; an old one counts and is marked. What
 * cannot be read is not recorded. `lately` is the course whose next exercise will be chosen. Emits `learning.practised` and
 * `learning.concept_mastered`. Refuses `consent_needed`. The caller has let the learner
 * pass by `requireLearner`.
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
    return { outcomes: read.filter((one): one is NotJudged => !('issued' in one)), standing, after: new Map() }
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
