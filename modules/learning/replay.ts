/**
 * Everything derived, made anew from the log: mastery with memory, rollups, streak. What live answering left is the same to the
 * last bit; where the fold or a concept's parameters changed, this is how the stored states follow.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { replayConcepts } from './answering.ts'
import { streakOf } from './calendar.ts'
import { writeStreak } from './days.ts'
import { learningPolicy } from './policy.ts'
import { modelVersionOf, tracingOf } from './rules.ts'
import { keyOf, saveStates, type ConceptKey } from './states.ts'
import * as store from './store.ts'

/** Replays the whole log of a learner and writes all that follows from it. False when they never practised. Safe to repeat. */
export async function replayLearner(ctx: Context, tx: Tx, learnerId: string): Promise<boolean> {
  if (!(await store.lockKnownLearner.first(tx, learnerId))) return false
  const log = await store.answersOf.all(tx, learnerId)
  const keys = [
    ...new Map(log.map(({ subject, concept }) => [keyOf({ subject, concept }), { subject, concept }])).values(),
  ]
  await store.eraseMastery.run(tx, [learnerId])
  if (keys.length > 0) await saveStates(tx, learnerId, await replayConcepts(ctx, tx, learnerId, keys))

  await store.dropDays.run(tx, learnerId)
  await store.dropConceptDays.run(tx, learnerId)
  const groups = new Map<string, store.LoggedAnswer[]>()
  for (const one of log) {
    const name = `${one.day} ${keyOf(one)}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  const rows = [...groups.values()]
  const sum = (group: store.LoggedAnswer[], value: (one: store.LoggedAnswer) => number) =>
    group.reduce((total, one) => total + value(one), 0)
  const days = await store.countDays.all(
    tx,
    learnerId,
    learningPolicy(ctx).answers_a_day,
    rows.map((group) => group[0]!.day),
    rows.map((group) => group[0]!.subject),
    rows.map((group) => group[0]!.concept),
    rows.map((group) => group.length),
    rows.map((group) => sum(group, ({ correct }) => (correct ? 1 : 0))),
    rows.map((group) => sum(group, ({ seconds }) => seconds)),
  )
  await writeStreak(ctx, tx, learnerId, streakOf(days.filter(({ counts }) => counts).map(({ day }) => day)))
  return true
}

/** Replays a batch of states that another fold or other parameters made; says how many. Answers meanwhile wait or do it first. */
export async function renewOutdated(ctx: Context, tx: Tx, limit: number): Promise<number> {
  const current = learningPolicy(ctx).courses.flatMap(({ subject, concepts }) =>
    concepts.map(({ key, tracing }) => ({ subject, key, version: modelVersionOf(tracingOf(tracing)) })),
  )
  const outdated = await store.outdatedMastery.all(
    tx,
    current.map(({ subject }) => subject),
    current.map(({ key }) => key),
    current.map(({ version }) => version),
    limit,
  )
  const byLearner = new Map<string, ConceptKey[]>()
  for (const { learner_id, subject, concept } of outdated)
    byLearner.set(learner_id, [...(byLearner.get(learner_id) ?? []), { subject, concept }])
  for (const [learnerId, keys] of byLearner) {
    if (!(await store.lockKnownLearner.first(tx, learnerId))) continue
    await saveStates(tx, learnerId, await replayConcepts(ctx, tx, learnerId, keys))
  }
  return outdated.length
}
