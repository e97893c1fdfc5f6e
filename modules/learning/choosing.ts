/**
 * Which exercise comes next, and why: due reviews first, then the frontier of concepts whose prerequisites are mastered. Who
 * struggles goes back to a prerequisite. Pure: the same state gives the same choice; only the numbers of the exercise differ.
 */
import type { Concept, CoursePack, ExerciseTemplate } from './course.ts'
import { isMastered, MASTERED_AT_LEAST, type Mastery } from './rules.ts'

/** Why a concept is practised; the words are the page's and the messages'. */
export type Reason = 'review_due' | 'next_concept' | 'strengthen' | 'go_back'

export interface Choice {
  readonly concept: Concept
  readonly template: ExerciseTemplate
  readonly reason: Reason
  /** With `go_back`: the concept that was hard, which this one comes before. */
  readonly because: Concept | undefined
}

/** What choosing needs to know of a concept. */
export type Known = Pick<
  Mastery,
  'probability' | 'deviation' | 'answers' | 'lately' | 'lastAt' | 'lastId' | 'masteredAt'
> & {
  readonly dueAt: Temporal.Instant | undefined
}

/** Concept key → what is known; concepts that were never tried are absent. */
export type KnownConcepts = ReadonlyMap<string, Known>

/** `concept/template` of the last answers, the newest first: none of them comes again while there is another. */
export const RECENT_MAX = 8

export const exerciseKey = (concept: string, template: string): string => `${concept}/${template}`

/** `wanted` is a concept the learner asked for. Every course has a concept and every concept a template. */
export function chooseNext(
  course: CoursePack,
  known: KnownConcepts,
  recent: readonly string[],
  now: Temporal.Instant,
  wanted?: Concept,
): Choice {
  const { concept, reason, because } = wanted
    ? { concept: wanted, reason: reasonFor(known.get(wanted.key), now), because: undefined }
    : chooseConcept(course, known, now)
  return { concept, reason, because, template: chooseTemplate(concept, known.get(concept.key), recent) }
}

type ChosenConcept = Omit<Choice, 'template'>

function chooseConcept(course: CoursePack, known: KnownConcepts, now: Temporal.Instant): ChosenConcept {
  const last = lastPractised(course, known)
  // What was mastered and is suddenly wrong is asked again before anything else is.
  if (last && masters(known, last.key) && (known.get(last.key)!.lately & 1) === 0)
    return { concept: last, reason: 'strengthen', because: undefined }
  const review = mostOverdue(course, known, now)
  if (review) return { concept: review, reason: 'review_due', because: undefined }

  if (last && struggles(known.get(last.key)!)) {
    const before = leastSure(course, known, last)
    if (before) return { concept: before, reason: 'go_back', because: last }
  }
  const open = course.concepts.filter(
    ({ key, needs }) => !masters(known, key) && needs.every((it) => masters(known, it)),
  )
  if (last && open.includes(last)) return { concept: last, reason: 'strengthen', because: undefined }
  const started = open
    .filter(({ key }) => known.has(key))
    .sort((a, b) => lastFirst(known.get(a.key)!, known.get(b.key)!))
  if (started[0]) return { concept: started[0], reason: 'strengthen', because: undefined }
  if (open[0]) return { concept: open[0], reason: 'next_concept', because: undefined }
  // All is mastered and nothing is due: what will be due first is practised ahead.
  const ahead = [...course.concepts].sort((a, b) => dueFirst(known.get(a.key), known.get(b.key)))
  return { concept: ahead[0]!, reason: 'strengthen', because: undefined }
}

/** True when the concept counts as known, for what builds on it. */
export function masters(known: KnownConcepts, key: string): boolean {
  const state = known.get(key)
  return state !== undefined && isMastered(state)
}

/** A mastered concept is due by its memory; one whose mastery fell is practised anew, not reviewed. */
export function isDue(state: Known | undefined, now: Temporal.Instant): boolean {
  return state?.dueAt !== undefined && isMastered(state) && Temporal.Instant.compare(state.dueAt, now) <= 0
}

function reasonFor(state: Known | undefined, now: Temporal.Instant): Reason {
  if (isDue(state, now)) return 'review_due'
  return state && state.answers > 0 ? 'strengthen' : 'next_concept'
}

function mostOverdue(course: CoursePack, known: KnownConcepts, now: Temporal.Instant): Concept | undefined {
  const due = course.concepts.filter(({ key }) => isDue(known.get(key), now))
  return due.sort((a, b) => dueFirst(known.get(a.key), known.get(b.key)))[0]
}

function dueFirst(a: Known | undefined, b: Known | undefined): number {
  if (!a?.dueAt || !b?.dueAt) return Number(!a?.dueAt) - Number(!b?.dueAt)
  return Temporal.Instant.compare(a.dueAt, b.dueAt)
}

function lastFirst(a: Known, b: Known): number {
  if (!a.lastAt || !b.lastAt) return 0
  return Temporal.Instant.compare(b.lastAt, a.lastAt) || (b.lastId! < a.lastId! ? -1 : 1)
}

function lastPractised(course: CoursePack, known: KnownConcepts): Concept | undefined {
  let last: { concept: Concept; state: Known } | undefined
  for (const concept of course.concepts) {
    const state = known.get(concept.key)
    if (state?.lastAt && (!last || lastFirst(state, last.state) < 0)) last = { concept, state }
  }
  return last?.concept
}

/** Three of the last four answers were wrong, and mastery is less likely than not. */
function struggles({ answers, lately, probability }: Known): boolean {
  if (answers < 3 || probability >= 0.5) return false
  const asked = Math.min(answers, 4)
  let wrong = 0
  for (let i = 0; i < asked; i++) if (((lately >> i) & 1) === 0) wrong += 1
  return wrong >= 3
}

/** The prerequisite that is least surely mastered; the last listed, nearest to the concept, where two are alike. */
function leastSure(course: CoursePack, known: KnownConcepts, concept: Concept): Concept | undefined {
  const sureness = (it: Concept) => {
    const state = known.get(it.key)
    return state ? state.probability - state.deviation : 0
  }
  const before = course.concepts.filter(({ key }) => concept.needs.includes(key))
  return before.reverse().sort((a, b) => sureness(a) - sureness(b))[0]
}

/** 1 to 3, by how likely the concept is known; a concept that is reviewed is asked at its usual level. */
export function levelFor(state: Known | undefined): 1 | 2 | 3 {
  if (!state || state.probability < 0.5) return 1
  return state.probability < MASTERED_AT_LEAST ? 2 : 3
}

function chooseTemplate(concept: Concept, state: Known | undefined, recent: readonly string[]): ExerciseTemplate {
  const level = levelFor(state)
  // Never asked lately is best; then what was asked longest ago.
  const age = ({ key }: ExerciseTemplate) => {
    const place = recent.indexOf(exerciseKey(concept.key, key))
    return place < 0 ? recent.length : place
  }
  const distance = (it: ExerciseTemplate) => Math.abs(it.level - level)
  const fresh = concept.exercises.filter((it) => age(it) === recent.length)
  const among = fresh.length > 0 ? fresh : concept.exercises
  return [...among].sort((a, b) => (fresh.length > 0 ? distance(a) - distance(b) : age(b) - age(a)))[0]!
}

/**
 * `count` choices in a row for practice without a network: as if all were answered right, so that the bundle goes on from
 * reviews to the next concepts instead of staying at one.
 */
export function chooseBundle(
  course: CoursePack,
  known: KnownConcepts,
  recent: readonly string[],
  now: Temporal.Instant,
  count: number,
): Choice[] {
  const supposed = new Map(known)
  const asked = [...recent]
  const times = new Map<string, number>()
  const choices: Choice[] = []
  while (choices.length < count) {
    const choice = chooseNext(course, supposed, asked.slice(0, RECENT_MAX), now)
    choices.push(choice)
    const { key } = choice.concept
    asked.unshift(exerciseKey(key, choice.template.key))
    const often = (times.get(key) ?? 0) + 1
    times.set(key, often)
    const before = supposed.get(key)
    const probability = Math.max(before?.probability ?? 0, [0.7, 0.9, 0.97][Math.min(often, 3) - 1]!)
    supposed.set(key, {
      probability,
      deviation: often >= 3 ? 0 : (before?.deviation ?? 0.1),
      answers: (before?.answers ?? 0) + 1,
      lately: ((before?.lately ?? 0) << 1) | 1,
      lastAt: now,
      lastId: String(choices.length).padStart(4, '0'),
      masteredAt: before?.masteredAt,
      // Asked once it is no longer due; practised ahead it moves behind all others.
      dueAt: before?.dueAt || often >= 3 ? now.add({ hours: 24 * 365 }).add({ seconds: choices.length }) : undefined,
    })
  }
  return choices
}
