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
export { judge, type Verdict } from './judging.ts'
export { randomFrom } from './random.ts'
