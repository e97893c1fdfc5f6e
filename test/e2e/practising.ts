/** A child at practice, as its device does it: exercises in a bundle, answers in one batch, some of them wrong. */
import type { Caller } from './people.ts'

type Check =
  | { readonly kind: 'whole' | 'decimal'; readonly value: number }
  | { readonly kind: 'fraction'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'choice'; readonly correct: number }
  | { readonly kind: 'set'; readonly values: readonly number[] }

export interface Exercise {
  readonly token: string
  readonly check: Check
}

export interface Outcome {
  readonly status: string
  readonly correct: boolean | null
}

/** Exercises as a device takes them along, with what checks their answers. */
export async function exercisesFor(child: Caller, id: string, count: number): Promise<readonly Exercise[]> {
  const { exercises } = await child.get<{ exercises: Exercise[] }>(`/learners/${id}/practice/pack?count=${count}`)
  return exercises
}

/** Answers so many exercises, every one in `wrongEach` wrong (0: none). */
export async function practise(
  child: Caller,
  id: string,
  { count, wrongEach = 0 }: { count: number; wrongEach?: number },
): Promise<Outcome[]> {
  const { now } = await child.get<{ now: string }>('/dev/clock')
  const answers = (await exercisesFor(child, id, count)).map(({ token, check }, place) => ({
    id: crypto.randomUUID(),
    token,
    answer: wrongEach > 0 && place % wrongEach === wrongEach - 1 ? wrongAnswer(check) : rightAnswer(check),
    answered_at: now,
    seconds: 30,
    hints: 0,
  }))
  const { results } = await child.post<{ results: Outcome[] }>(`/learners/${id}/practice/answers`, {
    answers,
    next: false,
  })
  return results
}

/** As a child types it. */
export function rightAnswer(check: Check): string {
  switch (check.kind) {
    case 'choice':
      return String(check.correct)
    case 'fraction':
      return check.denominator === 1 ? String(check.numerator) : `${check.numerator}/${check.denominator}`
    case 'set':
      return check.values.join(', ')
    default:
      return String(check.value)
  }
}

export function wrongAnswer(check: Check): string {
  switch (check.kind) {
    case 'choice':
      return String((check.correct + 1) % 2)
    case 'fraction':
      return `${check.numerator + 1}/${check.denominator}`
    case 'set':
      return check.values.map((value) => value + 1).join(', ')
    default:
      return String(check.value + 1)
  }
}
