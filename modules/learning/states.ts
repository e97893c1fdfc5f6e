/** Between the rows of mastery and the values of rules.ts: exact both ways, so that what is stored goes on as what was folded. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Known, KnownConcepts } from './choosing.ts'
import { RECENT_MAX } from './choosing.ts'
import { findConcept, findCourse } from './courses.ts'
import { masteryIdOf } from './ids.ts'
import { tracingOf, type Evidence, type Mastery } from './rules.ts'
import * as store from './store.ts'

/** A concept of a subject, as keys. */
export interface ConceptKey {
  readonly subject: string
  readonly concept: string
}

export const keyOf = ({ subject, concept }: ConceptKey): string => `${subject} ${concept}`

export interface Standing {
  /** By `keyOf`. Without their traces, but for the concepts asked for. */
  readonly rows: ReadonlyMap<string, store.MasteryRow>
  readonly recent: readonly string[]
}

/** Reads all that is known in `subjects`, with the traces of `concepts` and what was asked lately in `lately`. One statement. */
export async function readStanding(
  tx: Tx,
  learnerId: string,
  subjects: readonly string[],
  concepts: readonly string[],
  lately: string,
): Promise<Standing> {
  const rows = await store.masteryOf.all(tx, learnerId, subjects, concepts, lately, RECENT_MAX)
  return { rows: new Map(rows.map((row) => [keyOf(row), row])), recent: rows[0]?.recent?.split('\n') ?? [] }
}

/** The parameters of a concept; the module's own for one that the course no longer has. */
export function tracingFor(ctx: Context, { subject, concept }: ConceptKey) {
  const course = findCourse(ctx, subject)
  return tracingOf(course && findConcept(course, concept)?.tracing)
}

function knownOf(row: store.MasteryRow): Known {
  return {
    probability: row.probability,
    deviation: row.deviation,
    answers: row.answers,
    lately: row.lately,
    lastAt: row.last_at,
    lastId: row.last_answer_id,
    masteredAt: row.mastered_at ?? undefined,
    dueAt: row.due_at ?? undefined,
  }
}

/** What is known in one subject, by concept. */
export function knownIn(subject: string, rows: Iterable<store.MasteryRow>): KnownConcepts {
  const known = new Map<string, Known>()
  for (const row of rows) if (row.subject === subject) known.set(row.concept, knownOf(row))
  return known
}

export function knownFrom(state: Mastery): Known {
  return { ...state, dueAt: state.memory?.dueAt }
}

/** The state in full; `row.trace` must have been asked for. */
export function masteryFrom(row: store.MasteryRow): Mastery {
  const { due_at, reviewed_at, stability, difficulty, repetitions, lapses } = row
  return {
    modelVersion: row.model_version,
    trace: row.trace ?? [],
    probability: row.probability,
    deviation: row.deviation,
    answers: row.answers,
    right: row.right_answers,
    lately: row.lately,
    lastAt: row.last_at,
    lastId: row.last_answer_id,
    masteredAt: row.mastered_at ?? undefined,
    memory:
      due_at && reviewed_at
        ? {
            dueAt: due_at,
            reviewedAt: reviewed_at,
            stability: stability!,
            difficulty: difficulty!,
            repetitions: repetitions!,
            lapses: lapses!,
          }
        : undefined,
  }
}

export function evidenceOf(
  logged: Pick<store.LoggedAnswer, 'id' | 'answered_at' | 'correct' | 'choices' | 'hints'>,
): Evidence {
  const { id, answered_at, correct, choices, hints } = logged
  return { id, answeredAt: answered_at, correct, choices: choices ?? undefined, hints }
}

/** Writes states over what stands. One statement. */
export async function saveStates(
  tx: Tx,
  learnerId: string,
  states: readonly (readonly [ConceptKey, Mastery])[],
): Promise<void> {
  const column = <T>(value: (state: Mastery, key: ConceptKey) => T) => states.map(([key, state]) => value(state, key))
  await store.saveMastery.run(
    tx,
    learnerId,
    column((_, { subject }) => subject),
    column((_, { concept }) => concept),
    column((_, { subject, concept }) => masteryIdOf(learnerId, subject, concept)),
    column((it) => it.modelVersion),
    column((it) => it.probability),
    column((it) => it.deviation),
    column((it) => `{${it.trace.join(',')}}`),
    column((it) => it.answers),
    column((it) => it.right),
    column((it) => it.lately),
    column((it) => it.lastAt ?? null),
    column((it) => it.lastId ?? null),
    column((it) => it.masteredAt ?? null),
    column((it) => it.memory?.dueAt ?? null),
    column((it) => it.memory?.reviewedAt ?? null),
    column((it) => it.memory?.stability ?? null),
    column((it) => it.memory?.difficulty ?? null),
    column((it) => it.memory?.repetitions ?? null),
    column((it) => it.memory?.lapses ?? null),
  )
}
