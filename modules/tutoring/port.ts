/** The port of whoever answers a learner: the built-in tutor, or a model behind an OpenAI-compatible service. */
import type { ExerciseAtHand, Given } from './rules.ts'

/** All that a helper gets to know. No name, contact or id is in it. */
export interface Asking {
  /** BCP 47. */
  readonly locale: string
  /** What the learner wrote, scrubbed. */
  readonly question: string
  readonly exercise?: ExerciseAtHand
  /** Earlier in the conversation, oldest first, scrubbed. */
  readonly history: readonly { readonly question: string; readonly answer: string }[]
  /** What was given for this exercise before. */
  readonly given: readonly Given[]
}

/** Why an answer broke off or did not begin. */
export type Failure = 'busy' | 'unavailable' | 'refused' | 'malformed' | 'cut' | 'slow' | 'filtered'

/** Bits of an answer. A failure is the last one; counts come when the service tells them. */
export type Piece =
  | { readonly text: string }
  | { readonly given: readonly Given[] }
  | { readonly tokens_in: number; readonly tokens_out: number }
  | { readonly failed: Failure; readonly detail: string }

export interface Helper {
  readonly name: 'built_in' | 'model'
  /** Under which names usage is counted and priced. */
  readonly provider: string
  readonly model: string
  /** How many tokens the asking will be, about. */
  promptTokens(asking: Asking): number
  /** Never throws for what the service does; a failure is a piece. */
  answer(asking: Asking): AsyncIterable<Piece>
}
