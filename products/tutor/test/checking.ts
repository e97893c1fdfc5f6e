/** Ways to check an answer of mathematics from what the learner reads: working out, putting in, trying, counting. */
import type { Exercise } from '../../../modules/learning/api.ts'
import { holds, isRelation, near, same, value, type Letters } from './formula.ts'

export interface Asked {
  /** Numbers and formulas of the English prompt, in its order. */
  readonly n: readonly number[]
  readonly f: readonly string[]
  /** The values of the formulas; NaN where one has letters. */
  readonly v: readonly number[]
  readonly prompt: string
  readonly figure: Exercise['figure']
}

/** The answer is a number: whether it is right. Of a choice: whether this choice is right. Of a set: its values. */
export type Check =
  | { readonly number: (answer: number, asked: Asked) => boolean }
  | { readonly choice: (formula: string, asked: Asked, text: string) => boolean }
  | { readonly values: (asked: Asked) => readonly number[] }

export const number = (right: (answer: number, asked: Asked) => boolean): Check => ({ number: right })
export const choice = (right: (formula: string, asked: Asked, text: string) => boolean): Check => ({ choice: right })
export const values = (all: (asked: Asked) => readonly number[]): Check => ({ values: all })

export const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1)
export const claim = ({ f }: Asked) => f.find(isRelation)!
export const dividing = (a: number, b: number) => upTo(Math.min(a, b)).findLast((d) => a % d === 0 && b % d === 0)!
export const common = (a: number, b: number) => upTo(a * b).find((m) => m % a === 0 && m % b === 0)!

/** The answer is what the first formula comes to. */
export const computes = number((answer, { v }) => near(answer, v[0]!))
/** Put in place of its letter, the answer makes the formula true. */
export const solves = number((answer, asked) => {
  const letter = /x|n|k/.exec(claim(asked))![0]
  return holds(claim(asked), { [letter]: answer }) && !holds(claim(asked), { [letter]: answer + 1 })
})
export const bothSolve = values((asked) => {
  const found = Array.from({ length: 61 }, (_, at) => at - 30).filter((x) => holds(claim(asked), { x }))
  return found
})
export const sameAs = choice((formula, { f }) => same(formula, f[0]!))
export const greatest = choice((formula, { v }) => near(value(formula), Math.max(...v)))
/** True for the same x. */
export const sameSolutions = choice((formula, asked) =>
  Array.from({ length: 63 }, (_, at) => at - 12).every((x) => holds(formula, { x }) === holds(claim(asked), { x })),
)
export const point = (text: string) =>
  text
    .replaceAll(/[()]/g, '')
    .split(',')
    .map((part) => value(part)) as [number, number]
const sides = (equation: string, letters: Letters) => {
  const [left, right] = equation.split('=') as [string, string]
  return value(left, letters) - value(right, letters)
}
/** The slope of the line `equation`, from how it changes with x and with y. */
export const slopeOf = (equation: string) => {
  const at = sides(equation, { x: 0, y: 0 })
  return -(sides(equation, { x: 1, y: 0 }) - at) / (sides(equation, { x: 0, y: 1 }) - at)
}
export const ratio = (text: string) => text.split(':').map((part) => value(part)) as [number, number]
export const dice = upTo(6).flatMap((one) => upTo(6).map((two) => one + two))
export const middle = (list: readonly number[], answer: number) =>
  list.filter((one) => one < answer).length <= list.length / 2 &&
  list.filter((one) => one > answer).length <= list.length / 2
