/** The next exercise and bundles of them: chosen, made from a fresh seed, signed. Answers are answering.ts. */
import { randomBytes } from 'node:crypto'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { requireKeeping, requireLearner } from './admission.ts'
import { takeAnswers, type Answered } from './answering.ts'
import { chooseBundle, chooseNext, type Choice, type Known } from './choosing.ts'
import type { Concept, CoursePack, Exercise } from './course.ts'
import { firstCourse, getConcept, getCourse, makeExercise, say, type MadeExercise } from './courses.ts'
import type { GivenAnswer } from './incoming.ts'
import { randomFrom } from './random.ts'
import { exerciseIdOf } from './ids.ts'
import { knownFrom, knownIn, readStanding, type Standing } from './states.ts'
import * as store from './store.ts'
import { readExercise, seedFrom, signExercise } from './tokens.ts'

/** An exercise in somebody's hands. */
export interface Issued {
  readonly course: CoursePack
  readonly choice: Choice
  readonly exercise: Exercise
  readonly token: string
}

/** The course asked for, else the one enrolled in last, else the product's first. */
export async function courseFor(ctx: Context, tx: Tx, learnerId: string, subject?: string): Promise<CoursePack> {
  if (subject !== undefined) return getCourse(ctx, subject)
  const enrolled = await store.enrolmentsOf.all(tx, learnerId)
  const last = enrolled.at(-1)?.subject
  return last === undefined ? firstCourse(ctx) : getCourse(ctx, last)
}

/**
 * The next exercise of a course, or of a concept of it that the learner picked. Writes nothing but the enrolment. Refuses like
 * `requireLearner` and `requireKeeping`, `course_unknown`, `concept_unknown`.
 */
export async function nextExercise(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  asked: { readonly course?: string; readonly concept?: string },
): Promise<Issued> {
  await requireLearner(ctx, tx, learnerId)
  await requireKeeping(ctx, tx, learnerId)
  const course = await courseFor(ctx, tx, learnerId, asked.course)
  const wanted = asked.concept === undefined ? undefined : getConcept(course, asked.concept)
  await store.enrol.run(tx, learnerId, course.subject, ctx.clock.now())
  const standing = await readStanding(tx, learnerId, [course.subject], [], course.subject)
  return issue(ctx, learnerId, course, chooseFrom(ctx, course, standing, [], wanted))
}

/** Exercises to take along, with all that is needed to check them; each is answered once, later, by `answer`. Refuses alike. */
export async function bundleOf(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  asked: { readonly course?: string; readonly count: number },
): Promise<Issued[]> {
  await requireLearner(ctx, tx, learnerId)
  await requireKeeping(ctx, tx, learnerId)
  const course = await courseFor(ctx, tx, learnerId, asked.course)
  const { rows, recent } = await readStanding(tx, learnerId, [course.subject], [], course.subject)
  const known = knownIn(course.subject, rows.values())
  return chooseBundle(course, known, recent, ctx.clock.now(), asked.count).map((choice) =>
    issue(ctx, learnerId, course, choice),
  )
}

/**
 * Takes answers and gives the next exercise of the course in the same breath; of the course of the last answer where none is
 * named. Refuses like `requireLearner`, `consent_needed`, `course_unknown`.
 */
export async function answer(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  given: readonly GivenAnswer[],
  asked: { readonly course?: string; readonly next: boolean },
): Promise<Answered & { readonly next: Issued | undefined }> {
  await requireLearner(ctx, tx, learnerId)
  const subject = asked.course ?? given.map((it) => readExercise(ctx, learnerId, it.token)?.subject).findLast(Boolean)
  const course = subject === undefined ? firstCourse(ctx) : getCourse(ctx, subject)
  const answered = await takeAnswers(ctx, tx, learnerId, given, course.subject)
  if (!asked.next) return { ...answered, next: undefined }
  const fresh = answered.outcomes.flatMap((it) => (it.status === 'counted' ? [it] : []))
  const news = new Map(
    fresh.flatMap(({ made, after }) =>
      made.course.subject === course.subject ? [[made.concept.key, knownFrom(after)] as const] : [],
    ),
  )
  const choice = chooseFrom(ctx, course, answered.standing, news, undefined)
  return { ...answered, next: issue(ctx, learnerId, course, choice) }
}

function chooseFrom(
  ctx: Context,
  course: CoursePack,
  { rows, recent }: Standing,
  news: Iterable<readonly [string, Known]>,
  wanted: Concept | undefined,
): Choice {
  const known = new Map([...knownIn(course.subject, rows.values()), ...news])
  return chooseNext(course, known, recent, ctx.clock.now(), wanted)
}

function issue(ctx: Context, learnerId: string, course: CoursePack, choice: Choice): Issued {
  const seed = seedFrom(randomBytes(6))
  const token = signExercise(ctx, {
    learnerId,
    subject: course.subject,
    courseVersion: course.version,
    concept: choice.concept.key,
    template: choice.template.key,
    seed,
    issuedAt: ctx.clock.now(),
  })
  return { course, choice, exercise: choice.template.make(randomFrom(seed)), token }
}

/** An exercise that was issued before, and what was answered to it. */
export interface Held {
  readonly made: MadeExercise
  readonly level: number
  readonly answered: { readonly given: string | null; readonly correct: boolean } | undefined
}

/** The same exercise once more, for a page that is opened again. Writes nothing. Refuses like `requireLearner`, and `kernel.not_found` what is not theirs or no longer in use. */
export async function heldExercise(ctx: Context, tx: Tx, learnerId: string, token: string): Promise<Held> {
  await requireLearner(ctx, tx, learnerId)
  const issued = readExercise(ctx, learnerId, token) ?? refuse(kernelErrors.not_found)
  const made = makeExercise(ctx, issued) ?? refuse(kernelErrors.not_found)
  const level = made.concept.exercises.find(({ key }) => key === issued.template)?.level ?? 2
  const [answered] = await store.answeredBefore.all(tx, learnerId, [], [exerciseIdOf(token)])
  return { made, level, answered }
}

/** An exercise as a tutor needs it, in the learner's language. */
export interface ExerciseAtHand {
  readonly subject: string
  readonly concept: { readonly key: string; readonly name: string; readonly goal: string }
  readonly prompt: string
  readonly hints: readonly string[]
  readonly steps: readonly string[]
}

/** What stands behind an exercise that this learner holds; undefined when it is not theirs or no longer there. Asks nothing. */
export function exerciseOf(ctx: Context, learnerId: string, token: string): ExerciseAtHand | undefined {
  const issued = readExercise(ctx, learnerId, token)
  const made = issued && makeExercise(ctx, issued)
  if (!made) return undefined
  const { course, concept, exercise } = made
  return {
    subject: course.subject,
    concept: { key: concept.key, name: say(ctx, concept.name), goal: say(ctx, concept.goal) },
    prompt: say(ctx, exercise.prompt),
    hints: exercise.hints.map((hint) => say(ctx, hint)),
    steps: exercise.steps.map((line) => say(ctx, line)),
  }
}

/**
 * What this learner answered to an exercise they hold, in their own words; undefined before they did, when they only looked at the
 * solution, and where they chose among choices.
 */
export async function lastAnswerTo(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  token: string,
): Promise<{ given: string; correct: boolean } | undefined> {
  if (!readExercise(ctx, learnerId, token)) return undefined
  const [row] = await store.answeredBefore.all(tx, learnerId, [], [exerciseIdOf(token)])
  return row?.given && row.choices === null ? { given: row.given, correct: row.correct } : undefined
}
