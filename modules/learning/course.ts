/**
 * What a course is: data and pure functions that a product ships as code. Subjects hold concepts with prerequisites; a concept
 * holds exercise templates that make an exercise from a seed, so that the same seed always gives the same numbers, answer and
 * steps. Nothing of a course stands in the database but the keys and seeds of what was asked.
 */

/** Text per language of the product (`ar`, `en`); mathematics between `$…$` in the small notation below. */
export type Text = Readonly<Record<string, string>>

export interface CoursePack {
  /** Stable: stands in answers and published views. */
  readonly subject: string
  /** Raised when a template changes so that a seed gives another exercise; old answers keep theirs. */
  readonly version: number
  readonly name: Text
  readonly concepts: readonly Concept[]
}

export interface Concept {
  /** Stable key within the subject, such as `fractions.add_like`. */
  readonly key: string
  readonly name: Text
  /** One sentence for the learner: what one can do once it is mastered. */
  readonly goal: Text
  /** Keys of concepts of the same subject that come first; acyclic. */
  readonly needs: readonly string[]
  readonly exercises: readonly ExerciseTemplate[]
  /** Bayesian knowledge tracing: chance known before, learnt at each step, guessed, slipped. Defaults of the module where absent. */
  readonly tracing?: Partial<Tracing>
}

export interface Tracing {
  readonly known: number
  readonly learn: number
  readonly guess: number
  readonly slip: number
}

export interface ExerciseTemplate {
  /** Stable key within the concept. */
  readonly key: string
  /** 1 easy, 2 usual, 3 hard. */
  readonly level: 1 | 2 | 3
  /** Pure: only `random` may vary. */
  make(random: Random): Exercise
}

/** Numbers that follow from the seed alone. */
export interface Random {
  /** An integer from `from` to `to`, both included. */
  whole(from: number, to: number): number
  pick<T>(list: readonly T[]): T
}

export interface Exercise {
  readonly prompt: Text
  readonly answer: AnswerModel
  /** From a nudge to nearly the solution; two or three. */
  readonly hints: readonly Text[]
  /** The worked solution, step by step; the last one states the answer. */
  readonly steps: readonly Text[]
  /** A figure drawn from numbers, where one helps. */
  readonly figure?: Figure
}

/**
 * How an answer is read and judged, by values and not by spelling: `٣/٤`, `3/4` and `0.75` are one number. Digits may be Arabic
 * or Latin, the decimal sign `.`, `,` or `٫`.
 */
export type AnswerModel =
  | { readonly kind: 'whole'; readonly value: number }
  | { readonly kind: 'decimal'; readonly value: number; readonly places: number }
  /** `form: 'lowest'` asks for the reduced fraction; `any` takes every equal one, also as a decimal. */
  | {
      readonly kind: 'fraction'
      readonly numerator: number
      readonly denominator: number
      readonly form: 'lowest' | 'any'
    }
  | { readonly kind: 'choice'; readonly choices: readonly Text[]; readonly correct: number }
  /** In any order. */
  | { readonly kind: 'set'; readonly values: readonly number[] }

export type Figure =
  | { readonly kind: 'number_line'; readonly from: number; readonly to: number; readonly marks: readonly number[] }
  | { readonly kind: 'bar'; readonly parts: number; readonly filled: number }
  | { readonly kind: 'rectangle'; readonly width: number; readonly height: number; readonly unit: string }
  | {
      readonly kind: 'triangle'
      readonly sides: readonly [number, number, number]
      /** Each lies opposite the side of its place; null is not written. */
      readonly angles?: readonly [number | null, number | null, number | null]
      /** Which sides have their length written; all where absent. What is asked must not be. */
      readonly named?: readonly [boolean, boolean, boolean]
    }
  | {
      readonly kind: 'plot'
      readonly points: readonly (readonly [number, number])[]
      readonly line?: { readonly slope: number; readonly intercept: number }
    }

/*
 * Notation between `$…$`: ordinary characters with `a/b` in braces for a fraction (`{3/4}`), `^{2}` for a power, `_{1}` for an
 * index, `√{…}` for a root, `×`, `÷`, `−`, `≤`, `≠`, `π`, and single letters for variables. Read left to right, also in Arabic.
 */
