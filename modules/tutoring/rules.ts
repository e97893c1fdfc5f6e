/** Pure parts of tutoring: what an exercise gives, how long a text is in tokens, how a text is told in a language. */

/** Text per language. */
export type Text = Readonly<Record<string, string>>

/** The exercise a learner has before them, as far as tutoring needs it. */
export interface ExerciseAtHand {
  /** The same for the same exercise with the same numbers; no personal data. */
  readonly key: string
  readonly prompt: Text
  /** From a nudge to nearly the solution. */
  readonly hints: readonly Text[]
  /** The worked solution; the last one states the answer. */
  readonly steps: readonly Text[]
  /** What the learner answered last, if they did. */
  readonly lastAnswer?: { readonly given: string; readonly correct: boolean }
}

/** What the built-in tutor gave in an answer; counted per exercise. */
export type Given = 'hint' | 'step' | 'answer' | 'asked_answer'

/** The text in a language; in English, or whatever there is, without one. */
export function textIn(text: Text, locale: string): string {
  return text[locale.split('-')[0]!] ?? text['en'] ?? Object.values(text)[0] ?? ''
}

/** About how many tokens a text is, rather more than fewer: Arabic takes more of them per letter than English. */
export function tokensOf(text: string): number {
  return Math.ceil(text.length / 2.5)
}

/** The longest answer a model may give, in tokens. */
export const ANSWER_TOKENS_MAX = 700

/** What a learner may write at once. */
export const QUESTION_LENGTH_MAX = 1000
