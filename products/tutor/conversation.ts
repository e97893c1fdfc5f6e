/** How Tutor's learners talk with the tutor: about the exercise in their hands, while their lessons are open. */
import { sha256 } from '../../kernel/crypto.ts'
import { exerciseOf, lastAnswerTo } from '../../modules/learning/api.ts'
import { refusalFor } from '../../modules/subscriptions/api.ts'
import type { TutoringPolicy } from '../../modules/tutoring/api.ts'

export const tutoring: TutoringPolicy = {
  async exerciseOf(ctx, tx, learnerId, token) {
    const exercise = exerciseOf(ctx, learnerId, token)
    if (!exercise) return undefined
    // Learning tells it in the learner's language.
    const text = (line: string) => ({ [ctx.locale.split('-')[0]!]: line })
    const lastAnswer = await lastAnswerTo(ctx, tx, learnerId, token)
    return {
      key: `${exercise.subject}/${exercise.concept.key}#${sha256(token).slice(0, 16)}`,
      prompt: text(exercise.prompt),
      hints: exercise.hints.map(text),
      steps: exercise.steps.map(text),
      ...(lastAnswer ? { lastAnswer } : {}),
    }
  },
  admits: refusalFor,
  // The plans promise a number of questions, whoever answers them.
  countsBuiltIn: true,
  keepDays: 180,
  // The line of the National Council for Childhood and Motherhood, since June 2005: toll-free, at any hour, in all governorates.
  // https://www.masress.com/veto/2559543 (its supervisor, on the council's lines), https://dailynewsegypt.com/2010/09/20/family-and-population-ministry-improve-hotlines-as-demand-for-their-services-rise
  helpline: {
    ar: 'خط نجدة الطفل في مصر: 16000، مجانًا وفي أي وقت.',
    en: 'Child helpline in Egypt: 16000, free and at any time.',
  },
}
