/** The shapes of learning's answers on the wire. */
import { Type } from 'typebox'
import { CivilDate, Instant, Nullable } from '../../kernel/http/schema.ts'

export const Named = Type.Object({ key: Type.String(), name: Type.String() })

const Numbers = Type.Array(Type.Number())
// Arrays of a fixed length, since the writer of answers knows no tuples of alternatives.
const three = { minItems: 3, maxItems: 3 }
const Point = Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })
const FigureShape = Type.Union([
  Type.Object({ kind: Type.Literal('number_line'), from: Type.Number(), to: Type.Number(), marks: Numbers }),
  Type.Object({ kind: Type.Literal('bar'), parts: Type.Integer(), filled: Type.Integer() }),
  Type.Object({
    kind: Type.Literal('rectangle'),
    width: Type.Number(),
    height: Type.Number(),
    unit: Type.String(),
  }),
  Type.Object({
    kind: Type.Literal('triangle'),
    sides: Type.Array(Type.Number(), three),
    angles: Type.Optional(Type.Array(Nullable(Type.Number()), three)),
    named: Type.Optional(Type.Array(Type.Boolean(), three)),
  }),
  Type.Object({
    kind: Type.Literal('plot'),
    points: Type.Array(Point),
    line: Type.Optional(Type.Object({ slope: Type.Number(), intercept: Type.Number() })),
  }),
])

export const ReasonCode = Type.Union(
  [Type.Literal('review_due'), Type.Literal('next_concept'), Type.Literal('strengthen'), Type.Literal('go_back')],
  { description: 'Why this concept now; `go_back` names in `because` the concept that was hard' },
)

const exercise = {
  token: Type.String({ description: 'Signed: whose it is, which template, which seed, since when' }),
  course: Type.String(),
  concept: Named,
  level: Type.Integer({ description: '1 easy, 2 usual, 3 hard' }),
  answer_kind: Type.Union([
    Type.Literal('whole'),
    Type.Literal('decimal'),
    Type.Literal('fraction'),
    Type.Literal('choice'),
    Type.Literal('set'),
  ]),
  /** Of a fraction: whether it must be reduced. */
  lowest_terms: Type.Boolean(),
  prompt: Type.String({ description: 'Mathematics between `$…$`' }),
  choices: Nullable(Type.Array(Type.String())),
  hints: Type.Array(Type.String(), { description: 'To be shown one at a time; say how many were' }),
  figure: Nullable(FigureShape),
}
export const ExerciseShape = Type.Object({ ...exercise, reason: ReasonCode, because: Nullable(Named) })

export const HeldExercise = Type.Object({
  ...exercise,
  steps: Type.Array(Type.String()),
  answered: Nullable(Type.Object({ given: Nullable(Type.String()), correct: Type.Boolean() })),
})

/** What a device needs to check an answer without a network. */
const Check = Type.Union([
  Type.Object({ kind: Type.Literal('whole'), value: Type.Number() }),
  Type.Object({ kind: Type.Literal('decimal'), value: Type.Number(), places: Type.Integer() }),
  Type.Object({
    kind: Type.Literal('fraction'),
    numerator: Type.Integer(),
    denominator: Type.Integer(),
    form: Type.Union([Type.Literal('lowest'), Type.Literal('any')]),
  }),
  Type.Object({ kind: Type.Literal('choice'), correct: Type.Integer() }),
  Type.Object({ kind: Type.Literal('set'), values: Numbers }),
])

export const BundledExercise = Type.Object({
  ...ExerciseShape.properties,
  check: Check,
  steps: Type.Array(Type.String(), { description: 'The worked solution' }),
})

const Probability = Type.Number({ minimum: 0, maximum: 1 })

export const MasteryShape = Type.Object({
  probability: Probability,
  uncertainty: Type.Number({ description: 'One standard deviation of the probability' }),
  mastered: Type.Boolean(),
})

export const OutcomeShape = Type.Object({
  id: Type.String(),
  status: Type.Union(
    [
      Type.Literal('counted'),
      Type.Literal('repeated'),
      Type.Literal('answered_before'),
      Type.Literal('unreadable'),
      Type.Literal('not_ours'),
      Type.Literal('outdated'),
    ],
    { description: 'All but `counted` change nothing; `unreadable` may be sent again, written otherwise' },
  ),
  sentence: Nullable(Type.String({ description: 'For the learner, where there is something to say' })),
  correct: Nullable(Type.Boolean()),
  concept: Nullable(Named),
  steps: Type.Array(Type.String(), { description: 'The worked solution, once an answer was counted' }),
  mastery: Nullable(Type.Object({ before: MasteryShape, after: MasteryShape, mastered_now: Type.Boolean() })),
  clamped: Type.Boolean({ description: 'The device’s clock was ahead, or behind the exercise' }),
  late: Type.Boolean(),
})

export const StreakShape = Type.Object({
  days: Type.Integer(),
  longest: Type.Integer(),
  studied_today: Type.Boolean(),
  freezes_left: Type.Integer({ description: 'Of two a calendar month' }),
  at_risk: Type.Boolean({ description: 'Without practice today it ends at midnight' }),
})

export const TodayShape = Type.Object({
  day: CivilDate,
  course: Type.Object({ subject: Type.String(), name: Type.String() }),
  next: Type.Object({ concept: Named, goal: Type.String(), reason: ReasonCode, because: Nullable(Named) }),
  reviews_due: Type.Integer(),
  streak: StreakShape,
  done: Type.Object({ answers: Type.Integer(), right_answers: Type.Integer(), seconds: Type.Integer() }),
  goal_answers: Type.Integer({ description: 'So many answers make a day count' }),
  barred: Nullable(Type.Object({ code: Type.String(), detail: Type.String() })),
})

export const ConceptShape = Type.Object({
  ...Named.properties,
  goal: Type.String(),
  needs: Type.Array(Type.String()),
  state: Type.Union([
    Type.Literal('mastered'),
    Type.Literal('review_due'),
    Type.Literal('learning'),
    Type.Literal('open'),
    Type.Literal('locked'),
  ]),
  probability: Probability,
  uncertainty: Type.Number(),
  answers: Type.Integer(),
  right_answers: Type.Integer(),
  last_at: Nullable(Instant),
  mastered_at: Nullable(Instant),
  review_due_at: Nullable(Instant),
  model_version: Nullable(Type.String()),
})

const totals = { answers: Type.Integer(), right_answers: Type.Integer(), seconds: Type.Integer() }
export const ProgressShape = Type.Object({
  from: CivilDate,
  to: CivilDate,
  by: Type.Union([Type.Literal('day'), Type.Literal('week')]),
  total: Type.Object(totals),
  series: Type.Array(Type.Object({ from: CivilDate, ...totals })),
})

export const AnswerItem = Type.Object({
  id: Type.String(),
  course: Type.String(),
  concept: Type.String(),
  given: Nullable(Type.String()),
  correct: Type.Boolean(),
  hints: Type.Integer(),
  seconds: Type.Integer(),
  day: CivilDate,
  answered_at: Instant,
  received_at: Instant,
  clamped: Type.Boolean(),
  late: Type.Boolean(),
})
