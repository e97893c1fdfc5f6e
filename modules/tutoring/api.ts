/** What products may ask of tutoring. */
export { concernNoted } from './events.ts'
export type { TutoringPolicy } from './policy.ts'
export type { ExerciseAtHand } from './rules.ts'
