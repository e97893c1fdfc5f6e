/**
 * What is known of a learner's mastery of one concept, as a pure fold over their answers in order: the same answers give the
 * same state, live or replayed. Bayesian knowledge tracing under several parameter sets at once says how probable mastery is and
 * how sure that is; FSRS says when a mastered concept should be looked at again. README.md has the sources.
 */
import { createEmptyCard, fsrs, Rating, State, type Card, type Grade } from 'ts-fsrs'
import { dateOf } from '../../kernel/clock.ts'
import type { Tracing } from './course.ts'

/** Mean of the ranges from which pyBKT starts its fits, the first guess lower: numbers that are typed are seldom guessed. */
export const TRACING: Tracing = { known: 0.25, learn: 0.15, guess: 0.15, slip: 0.1 }

/** Mastered: this probable (Corbett and Anderson 1994), … */
const MASTERED_PROBABILITY = 0.95
/** … and still this probable one standard deviation lower. */
export const MASTERED_AT_LEAST = 0.9

/** Nothing is more certain than this, or a learner who forgot after a hundred right answers would never be believed again. */
const CERTAIN = 0.995

/** Raised when the fold changes; states of another version are replayed from the log. */
const FOLD = 1

/** One answer as evidence. */
export interface Evidence {
  readonly id: string
  readonly answeredAt: Temporal.Instant
  readonly correct: boolean
  /** How many choices there were; undefined where something was typed. */
  readonly choices: number | undefined
  /** Hints looked at before answering. */
  readonly hints: number
}

/** Memory of a mastered concept, as FSRS keeps it. */
export interface Memory {
  readonly dueAt: Temporal.Instant
  readonly reviewedAt: Temporal.Instant
  readonly stability: number
  readonly difficulty: number
  readonly repetitions: number
  readonly lapses: number
}

export interface Mastery {
  readonly modelVersion: string
  /** For each parameter set the probability that the concept is known, then for each the logarithm of its weight. */
  readonly trace: readonly number[]
  readonly probability: number
  /** Standard deviation of the probability over the parameter sets. */
  readonly deviation: number
  readonly answers: number
  readonly right: number
  /** The last eight answers, the newest in the lowest bit; 1 is right. */
  readonly lately: number
  readonly lastAt: Temporal.Instant | undefined
  readonly lastId: string | undefined
  /** The first time it was mastered. */
  readonly masteredAt: Temporal.Instant | undefined
  readonly memory: Memory | undefined
}

interface ParameterSet extends Tracing {
  readonly weight: number
}

/** Around the given parameters: half, as given and more of what was known before, of what is learnt a step, and of noise. */
export function parameterSets(tracing: Tracing): ParameterSet[] {
  const sets: ParameterSet[] = []
  for (const [known, knownWeight] of [
    [0.5, 1],
    [1, 2],
    [1.5, 1],
  ] as const)
    for (const [learn, learnWeight] of [
      [0.5, 1],
      [1, 2],
      [2, 1],
    ] as const)
      for (const [noise, noiseWeight] of [
        [0.5, 1],
        [1, 2],
        [1.5, 1],
      ] as const)
        sets.push({
          known: Math.min(0.9, tracing.known * known),
          learn: Math.min(0.6, tracing.learn * learn),
          guess: Math.min(0.4, tracing.guess * noise),
          slip: Math.min(0.3, tracing.slip * noise),
          weight: (knownWeight * learnWeight * noiseWeight) / 64,
        })
  return sets
}

export function tracingOf(given: Partial<Tracing> | undefined): Tracing {
  return { ...TRACING, ...given }
}

/** Which fold with which parameters: stored with every state. */
export function modelVersionOf({ known, learn, guess, slip }: Tracing): string {
  return `bkt${FOLD}-${known}-${learn}-${guess}-${slip}`
}

/** Before the first answer. */
export function untried(tracing: Tracing): Mastery {
  const sets = parameterSets(tracing)
  const trace = [...sets.map(({ known }) => known), ...sets.map(({ weight }) => Math.log(weight))]
  return {
    modelVersion: modelVersionOf(tracing),
    trace,
    ...momentsOf(trace),
    answers: 0,
    right: 0,
    lately: 0,
    lastAt: undefined,
    lastId: undefined,
    masteredAt: undefined,
    memory: undefined,
  }
}

/** Mean and standard deviation of the probability over the sets, each with the weight it has earned. */
function momentsOf(trace: readonly number[]): { probability: number; deviation: number } {
  const count = trace.length / 2
  let highest = Number.NEGATIVE_INFINITY
  for (let i = count; i < trace.length; i++) highest = Math.max(highest, trace[i]!)
  let [total, sum, squares] = [0, 0, 0]
  for (let i = 0; i < count; i++) {
    const [weight, known] = [Math.exp(trace[count + i]! - highest), trace[i]!]
    total += weight
    sum += weight * known
    squares += weight * known * known
  }
  const probability = sum / total
  return { probability, deviation: Math.sqrt(Math.max(0, squares / total - probability * probability)) }
}

/** How likely somebody who does not know answers right: by chance among choices, more so after hints. */
function guessOf(set: Tracing, { choices, hints }: Evidence): number {
  const blind = choices === undefined ? set.guess : Math.max(set.guess, 1 / choices)
  return Math.min(0.6, blind + 0.15 * hints)
}

/** One more answer, which must be later than all before it. */
export function step(state: Mastery, tracing: Tracing, evidence: Evidence): Mastery {
  const sets = parameterSets(tracing)
  const trace = Array.from<number>({ length: sets.length * 2 })
  for (const [i, set] of sets.entries()) {
    const known = state.trace[i]!
    const guess = guessOf(set, evidence)
    const ifKnown = evidence.correct ? 1 - set.slip : set.slip
    const ifNot = evidence.correct ? guess : 1 - guess
    const likelihood = known * ifKnown + (1 - known) * ifNot
    const posterior = (known * ifKnown) / likelihood
    trace[i] = Math.min(CERTAIN, posterior + (1 - posterior) * set.learn)
    trace[sets.length + i] = state.trace[sets.length + i]! + Math.log(likelihood)
  }
  const moments = momentsOf(trace)
  const mastered = isMastered(moments)
  const memory = state.memory
    ? remember(state.memory, evidence)
    : mastered
      ? firstMemory(evidence.answeredAt)
      : undefined
  return {
    modelVersion: state.modelVersion,
    trace,
    ...moments,
    answers: state.answers + 1,
    right: state.right + (evidence.correct ? 1 : 0),
    lately: ((state.lately << 1) | (evidence.correct ? 1 : 0)) & 0xff,
    lastAt: evidence.answeredAt,
    lastId: evidence.id,
    masteredAt: state.masteredAt ?? (mastered ? evidence.answeredAt : undefined),
    memory,
  }
}

export function isMastered({ probability, deviation }: Pick<Mastery, 'probability' | 'deviation'>): boolean {
  return probability >= MASTERED_PROBABILITY && probability - deviation >= MASTERED_AT_LEAST
}

/** Earlier answers first; of two at the same moment the one with the lower id. */
export function inOrder(a: Pick<Evidence, 'id' | 'answeredAt'>, b: Pick<Evidence, 'id' | 'answeredAt'>): number {
  return Temporal.Instant.compare(a.answeredAt, b.answeredAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** True when `evidence` comes after all that the state knows, so that one step is enough. */
export function follows(state: Mastery, evidence: Evidence): boolean {
  if (state.lastAt === undefined || state.lastId === undefined) return true
  return inOrder({ id: state.lastId, answeredAt: state.lastAt }, evidence) < 0
}

/** The state after all these answers, in whatever order they are given. */
export function replay(tracing: Tracing, answers: readonly Evidence[]): Mastery {
  let state = untried(tracing)
  for (const evidence of [...answers].sort(inOrder)) state = step(state, tracing, evidence)
  return state
}

// Nothing is left to chance, and a day is the shortest interval: what is practised within a session is knowledge tracing's.
const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 365 })

function firstMemory(at: Temporal.Instant): Memory {
  return memoryOf(scheduler.next(createEmptyCard(dateOf(at)), dateOf(at), Rating.Good).card)
}

/** Wrong is forgotten, right with hints was hard, right alone was good. */
function remember(memory: Memory, { answeredAt, correct, hints }: Evidence): Memory {
  const grade: Grade = !correct ? Rating.Again : hints > 0 ? Rating.Hard : Rating.Good
  const card: Card = {
    due: dateOf(memory.dueAt),
    last_review: dateOf(memory.reviewedAt),
    stability: memory.stability,
    difficulty: memory.difficulty,
    reps: memory.repetitions,
    lapses: memory.lapses,
    state: State.Review,
    learning_steps: 0,
    elapsed_days: 0,
    scheduled_days: 0,
  }
  return memoryOf(scheduler.next(card, dateOf(answeredAt), grade).card)
}

function memoryOf(card: Card): Memory {
  return {
    dueAt: Temporal.Instant.fromEpochMilliseconds(card.due.getTime()),
    reviewedAt: Temporal.Instant.fromEpochMilliseconds((card.last_review ?? card.due).getTime()),
    stability: card.stability,
    difficulty: card.difficulty,
    repetitions: card.reps,
    lapses: card.lapses,
  }
}
