/** One answer as a device sends it, read and judged: nothing is asked of the database and nothing written here. */
import type { Context } from '../../kernel/context.ts'
import { makeExercise, type MadeExercise } from './courses.ts'
import { exerciseIdOf } from './ids.ts'
import { judge, type Unreadable, type Verdict } from './judging.ts'
import { learningPolicy } from './policy.ts'
import { inOrder, type Evidence } from './rules.ts'
import { readExercise, type IssuedExercise } from './tokens.ts'

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

/** One readable answer to a genuine exercise, ready to be written. */
export interface Judged {
  readonly given: GivenAnswer
  readonly issued: IssuedExercise
  readonly made: MadeExercise
  readonly verdict: Extract<Verdict, { status: 'judged' }> | undefined
  readonly exerciseId: string
  readonly answeredAt: Temporal.Instant
  readonly clamped: boolean
  readonly late: boolean
}

/** What can be told without asking the database; it changes nothing. */
export type NotJudged = { readonly id: string } & (
  { readonly status: 'unreadable'; readonly why: Unreadable } | { readonly status: 'not_ours' | 'outdated' }
)

/** What a device's clock may be off, with the way to us, without being called wrong. */
const OFF_SECONDS = 60

/**
 * How far ours is from the clock of a device that says it is `sentAt` now. Many phones here are an hour off in summer, set by hand
 * since the country changes its clocks again: order, time on task and the day would be lost in clamping.
 */
export function clockOff(now: Temporal.Instant, sentAt: string | undefined): Temporal.Duration {
  const off = sentAt === undefined ? new Temporal.Duration() : now.since(Temporal.Instant.from(sentAt))
  return off.abs().total('seconds') <= OFF_SECONDS ? new Temporal.Duration() : off
}

/** Who sends and when decide what an answer may be: judged, or why it cannot be. */
export function readAnswer(
  ctx: Context,
  learnerId: string,
  given: GivenAnswer,
  now: Temporal.Instant,
): Judged | NotJudged {
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

export const nameOf = ({ given: { id }, exerciseId }: Judged): string => `${id} ${exerciseId}`

/** Of the same answer sent twice at once, the first. */
export function firstOf(judged: readonly Judged[]): Judged[] {
  return [...new Map([...judged].reverse().map((one) => [nameOf(one), one])).values()].reverse()
}

export function choicesOf({ made }: Judged): number | null {
  const { answer } = made.exercise
  return answer.kind === 'choice' ? answer.choices.length : null
}

/** What each counts for: as the device says, never longer than since the one before or since it was issued, or than the cap. */
export function secondsOf(judged: readonly Judged[], cap: number): ReadonlyMap<Judged, number> {
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

export function newEvidence(one: Judged): Evidence {
  const { given, verdict, answeredAt } = one
  return {
    id: given.id,
    answeredAt,
    correct: verdict?.correct ?? false,
    choices: choicesOf(one) ?? undefined,
    hints: given.hints ?? 0,
  }
}
