/** From learning's values to the shapes on the wire, in the language of who asks. */
import type { Context } from '../../kernel/context.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { Outcome } from './answering.ts'
import type { StreakOn } from './calendar.ts'
import type { AnswerModel, Concept } from './course.ts'
import { say, type MadeExercise } from './courses.ts'
import { answerId } from './ids.ts'
import type { Held, Issued } from './practice.ts'
import { isMastered, type Mastery } from './rules.ts'
import { notCountedSentence, notLowestSentence, unreadableSentence } from './sentences.ts'
import type { ListedAnswer, Total } from './store/views.ts'
import type { ConceptView, Progress, Today } from './views.ts'

export const named = (ctx: Context, { key, name }: Concept) => ({ key, name: say(ctx, name) })

export function exerciseWire(ctx: Context, { course, choice, exercise, token }: Issued) {
  return {
    ...askedWire(ctx, token, choice.template.level, { course, concept: choice.concept, exercise }),
    reason: choice.reason,
    because: choice.because ? named(ctx, choice.because) : null,
  }
}

export function heldWire(ctx: Context, token: string, { made, level, answered }: Held) {
  return {
    ...askedWire(ctx, token, level, made),
    steps: answered ? made.exercise.steps.map((line) => say(ctx, line)) : [],
    answered: answered ? { given: answered.given, correct: answered.correct } : null,
  }
}

function askedWire(ctx: Context, token: string, level: number, { course, concept, exercise }: MadeExercise) {
  const { answer, figure } = exercise
  return {
    token,
    course: course.subject,
    concept: named(ctx, concept),
    level,
    answer_kind: answer.kind,
    lowest_terms: answer.kind === 'fraction' && answer.form === 'lowest',
    prompt: say(ctx, exercise.prompt),
    choices: answer.kind === 'choice' ? answer.choices.map((one) => say(ctx, one)) : null,
    hints: exercise.hints.map((hint) => say(ctx, hint)),
    figure: figure ?? null,
  }
}

export function bundledWire(ctx: Context, issued: Issued) {
  const { answer, steps } = issued.exercise
  return { ...exerciseWire(ctx, issued), check: checkOf(answer), steps: steps.map((line) => say(ctx, line)) }
}

function checkOf(answer: AnswerModel) {
  return answer.kind === 'choice' ? { kind: answer.kind, correct: answer.correct } : answer
}

export function outcomeWire(ctx: Context, outcome: Outcome) {
  const nothing = { correct: null, concept: null, steps: [], mastery: null, clamped: false, late: false }
  const { id, status } = outcome
  switch (status) {
    case 'unreadable':
      return { id, status, sentence: unreadableSentence(ctx, outcome.why), ...nothing }
    case 'not_ours':
    case 'outdated':
      return { id, status, sentence: notCountedSentence(ctx, status), ...nothing }
    default: {
      const { made, correct } = outcome
      const answered = {
        correct,
        concept: named(ctx, made.concept),
        steps: made.exercise.steps.map((line) => say(ctx, line)),
      }
      if (outcome.status !== 'counted')
        return { id, status, ...nothing, ...answered, sentence: notCountedSentence(ctx, outcome.status) }
      const { before, after, clamped, late, notLowest } = outcome
      return {
        id,
        status,
        sentence: notLowest ? notLowestSentence(ctx) : null,
        ...answered,
        mastery: {
          before: masteryWire(before),
          after: masteryWire(after),
          mastered_now: before.masteredAt === undefined && after.masteredAt !== undefined,
        },
        clamped,
        late,
      }
    }
  }
}

/** Three places: more would pretend to know more. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000

function masteryWire(state: Mastery) {
  return {
    probability: rounded(state.probability),
    uncertainty: rounded(state.deviation),
    mastered: isMastered(state),
  }
}

export function streakWire({ days, longest, studiedToday, freezesLeft, atRisk }: StreakOn) {
  return { days, longest, studied_today: studiedToday, freezes_left: freezesLeft, at_risk: atRisk }
}

export function todayWire(ctx: Context, today: Today, goalAnswers: number) {
  const { day, course, choice, reviewsDue, streak, answers, right, seconds, barred } = today
  return {
    day: day.toString(),
    course: { subject: course.subject, name: say(ctx, course.name) },
    next: {
      concept: named(ctx, choice.concept),
      goal: say(ctx, choice.concept.goal),
      reason: choice.reason,
      because: choice.because ? named(ctx, choice.because) : null,
    },
    reviews_due: reviewsDue,
    streak: streakWire(streak),
    done: { answers, right_answers: right, seconds },
    goal_answers: goalAnswers,
    barred: barred ? { code: barred.code, detail: say(ctx, barred.say) } : null,
  }
}

export function conceptWire(ctx: Context, { concept, state, probability, deviation, row }: ConceptView) {
  return {
    ...named(ctx, concept),
    goal: say(ctx, concept.goal),
    needs: [...concept.needs],
    state,
    probability: rounded(probability),
    uncertainty: rounded(deviation),
    answers: row?.answers ?? 0,
    right_answers: row?.right_answers ?? 0,
    last_at: row?.last_at ?? null,
    mastered_at: row?.mastered_at ?? null,
    review_due_at: row?.due_at ?? null,
    model_version: row?.model_version ?? null,
  }
}

export function progressWire({ from, to, series }: Progress, by: 'day' | 'week') {
  const sum = (value: (it: Total) => number) => series.reduce((total, it) => total + value(it), 0)
  return {
    from: from.toString(),
    to: to.toString(),
    by,
    total: {
      answers: sum((it) => it.answers),
      right_answers: sum((it) => it.right_answers),
      seconds: sum((it) => it.seconds),
    },
    series: series.map(({ day, answers, right_answers, seconds }) => ({
      from: day.toString(),
      answers,
      right_answers,
      seconds,
    })),
  }
}

export function answerWire(row: ListedAnswer) {
  const { id, subject, concept, given, correct, hints, seconds, day, answered_at, received_at, clamped, late } = row
  return {
    id: answerId.wire(id),
    course: subject,
    concept,
    given,
    correct,
    hints,
    seconds,
    day: day.toString(),
    answered_at,
    received_at,
    clamped,
    late,
  }
}

/** Civil dates of a query. Refuses what is on no calendar with `kernel.invalid_input`. */
export function datesOf({ from, to }: { from?: string; to?: string }): {
  from?: Temporal.PlainDate
  to?: Temporal.PlainDate
} {
  return {
    ...(from === undefined ? {} : { from: readDate(from, 'from') }),
    ...(to === undefined ? {} : { to: readDate(to, 'to') }),
  }
}

function readDate(text: string, field: string): Temporal.PlainDate {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const known = month >= 1 && month <= 12 && day >= 1 && year >= 1900
  if (!known || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
    refuse(kernelErrors.invalid_input, {}, { [field]: kernelErrors.malformed })
  return Temporal.PlainDate.from({ year, month, day })
}
