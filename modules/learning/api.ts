/** What other modules and products may ask of learning. */
export type {
  AnswerModel,
  Concept,
  CoursePack,
  Exercise,
  ExerciseTemplate,
  Figure,
  Random,
  Text,
  Tracing,
} from './course.ts'
export { conceptMastered, practised } from './events.ts'
export { judge, type Verdict } from './judging.ts'
export type { LearningPolicy } from './policy.ts'
export { answer, exerciseOf, lastAnswerTo, nextExercise, type ExerciseAtHand, type Issued } from './practice.ts'
export type { Outcome } from './answering.ts'
export type { GivenAnswer } from './incoming.ts'
export { randomFrom } from './random.ts'
export { replayLearner } from './replay.ts'
