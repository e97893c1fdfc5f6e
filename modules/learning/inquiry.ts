/** What learning answers staff: that somebody practises, since when and how lately; and the story of their answers. */
import type { Context } from '../../kernel/context.ts'
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { userId } from '../identity/api.ts'
import { streakFrom } from './days.ts'
import { civilDate } from '../../kernel/clock.ts'
import { streakOn } from './calendar.ts'
import { answerId } from './ids.ts'
import * as views from './store/views.ts'

const permission = 'learning.view'
const ANSWERS_MAX = 60
const MASTERED_MAX = 60

export const search: Search = {
  permission,
  async find(ctx, tx, { id, person }, limit) {
    const asked = [person, id && ['', 'usr'].includes(id.prefix) ? id.uuid : undefined]
    const learners = asked.filter((it): it is string => it !== undefined)
    if (learners.length === 0) return []
    return (await views.findLearners.all(tx, learners, limit)).map((learner) => thingOf(ctx, learner))
  },
}

function thingOf(ctx: Context, learner: views.LearnerThing): Thing {
  const today = civilDate(ctx.clock.now(), learner.time_zone)
  const streak = streakOn(streakFrom(learner), today)
  return {
    kind: 'learner',
    id: userId.wire(learner.learner_id),
    title: '',
    state: null,
    at: learner.last_at,
    facts: factsOf({ since: learner.created_at, streak_days: streak.days, time_zone: learner.time_zone }),
  }
}

export const trace: Trace = {
  permission,
  prefixes: [],
  rootPrefixes: ['usr'],
  async trace(ctx, tx, refs, root) {
    const [learnerId] = root ? uuidsOf(refs, 'usr') : []
    if (learnerId === undefined) return { things: [], steps: [], refs: [] }
    const learners = await views.findLearners.all(tx, [learnerId], 1)
    const answers = await views.listAnswers.all(tx, learnerId, null, null, ANSWERS_MAX)
    const mastered = await views.masteredOf.all(tx, learnerId, MASTERED_MAX)
    const ref = userId.wire(learnerId)
    return {
      things: learners.map((learner) => thingOf(ctx, learner)),
      steps: [
        ...answers.reverse().map(stepOf),
        ...mastered.map(({ subject, concept, mastered_at }): TraceStep => ({
          at: mastered_at,
          kind: 'concept',
          ref,
          code: 'mastered',
          facts: { subject, concept },
          rank: 1,
        })),
      ],
      refs: [],
    }
  },
}

function stepOf(answer: views.ListedAnswer): TraceStep {
  const { id, answered_at, correct, subject, concept, template, seconds, late, clamped, received_at } = answer
  return {
    at: answered_at,
    kind: 'answer',
    ref: answerId.wire(id),
    code: correct ? 'right' : 'wrong',
    facts: factsOf({
      subject,
      concept,
      template,
      seconds,
      received_at: late ? received_at : null,
      clamped: clamped ? 'yes' : null,
    }),
  }
}
