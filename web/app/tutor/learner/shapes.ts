/** What the API gives of exercises, by its generated types. */
import type { paths } from '../../api.gen.ts'

type Got<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } }
}
  ? T
  : never

export type HeldExercise = Got<'/api/learners/{id}/practice/exercise'>
export type PackedExercise = Got<'/api/learners/{id}/practice/pack'>['exercises'][number]
export type Today = Got<'/api/learners/{id}/today'>
export type Concept = Got<'/api/learners/{id}/mastery'>['concepts'][number]
export type Streak = Got<'/api/learners/{id}/streak'>
export type Exchange = Got<'/api/learners/{id}/conversations/{conversation_id}'>['items'][number]

/** As much of an exercise as is needed to ask it. */
export type Asked = Pick<HeldExercise, 'token' | 'concept' | 'prompt' | 'choices' | 'hints' | 'figure' | 'answer_kind' | 'lowest_terms'> // prettier-ignore
export type ExerciseFigure = NonNullable<HeldExercise['figure']>
export type FigureOf<K extends ExerciseFigure['kind']> = Extract<ExerciseFigure, { kind: K }>

type AnswersTaken =
  paths['/api/learners/{id}/practice/answers']['post']['responses'][200]['content']['application/json']

/** What became of the answer to one exercise. */
export interface Answered {
  readonly kind: 'answered'
  readonly outcome: AnswersTaken['results'][number]
  /** As it was typed, or null for “show me”. */
  readonly given: string | null
  readonly next: { readonly token: string; readonly reason: string } | null
}
