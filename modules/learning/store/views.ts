/** SQL of what learners, guardians and staff look at: rollups and states, never the log but for its own list. */
import { statement } from '../../../kernel/db/statement.ts'

export interface Total {
  /** First day of the day, week or month. */
  day: Temporal.PlainDate
  answers: number
  right_answers: number
  seconds: number
}

/** Per day, without the days on which nothing was done. */
export const daysBetween = statement<Total & { counts: boolean }>(
  'learning.days_between',
  `select day, answers, right_answers, seconds, counts from learning.study_day
   where learner_id = $1 and day between $2 and $3 order by day`,
)
/** Those of them that count for the streak, in their order: a season of them in one row. */
export const countedBetween = statement<{ days: Temporal.PlainDate[] }>(
  'learning.counted_between',
  `select coalesce(array_agg(day order by day), '{}') as days from learning.study_day
   where learner_id = $1 and day between $2 and $3 and counts`,
)
/** Per week; `$4`: its first day, 1 Monday to 7 Sunday. */
export const weeksBetween = statement<Total & { days: number }>(
  'learning.weeks_between',
  `select w.day, sum(w.answers)::integer as answers, sum(w.right_answers)::integer as right_answers,
     sum(w.seconds)::integer as seconds, count(*)::integer as days
   from (select day - (extract(isodow from day)::integer - $4::integer + 7) % 7 as day, answers, right_answers, seconds
         from learning.study_day where learner_id = $1 and day between $2 and $3) as w
   group by w.day order by w.day`,
)

export interface ListedAnswer {
  id: string
  subject: string
  course_version: number
  concept: string
  template: string
  seed: bigint
  given: string | null
  correct: boolean
  hints: number
  seconds: number
  answered_at: Temporal.Instant
  received_at: Temporal.Instant
  day: Temporal.PlainDate
  clamped: boolean
  late: boolean
}

const LISTED = `id, subject, course_version, concept, template, seed, given, correct, hints, seconds, answered_at, received_at,
   day, clamped, late`

/** Newest first; `$2`, `$3`: after this one. */
export const listAnswers = statement<ListedAnswer>(
  'learning.list_answers',
  `select ${LISTED} from learning.answer
   where learner_id = $1 and ($2::timestamptz is null or (answered_at, id) < ($2::timestamptz, $3::uuid))
   order by answered_at desc, id desc limit $4`,
)

/** All learners together, per day; days without practice are left out. */
export const everybodyBetween = statement<Total & { learners: number }>(
  'learning.everybody_between',
  `select day, count(*)::integer as learners, sum(answers)::integer as answers,
     sum(right_answers)::integer as right_answers, sum(seconds)::integer as seconds
   from learning.study_day where day between $1 and $2 group by day order by day`,
)
/** How many different people practised between two days. */
export const learnersBetween = statement<{ learners: number }>(
  'learning.learners_between',
  'select count(distinct learner_id)::integer as learners from learning.study_day where day between $1 and $2',
)
/** What was got wrong most, of what at least `$3` people tried: a small number would be a person. */
export const hardBetween = statement<{
  subject: string
  concept: string
  learners: number
  answers: number
  right_answers: number
}>(
  'learning.hard_between',
  `select subject, concept, count(distinct learner_id)::integer as learners, sum(answers)::integer as answers,
     sum(right_answers)::integer as right_answers
   from learning.concept_day where day between $1 and $2
   group by subject, concept having count(distinct learner_id) >= $3
   order by sum(right_answers)::numeric / sum(answers), sum(answers) desc, subject, concept limit $4`,
)

export interface LearnerThing {
  learner_id: string
  created_at: Temporal.Instant
  last_at: Temporal.Instant
  time_zone: string
  streak_days: number
  streak_day: Temporal.PlainDate | null
  streak_longest: number
  freezes_used: number
}

export const findLearners = statement<LearnerThing>(
  'learning.find_learners',
  `select learner_id, created_at, last_at, time_zone, streak_days, streak_day, streak_longest, freezes_used
   from learning.learner
   where learner_id = any($1::uuid[]) limit $2`,
)

export const masteredOf = statement<{ subject: string; concept: string; mastered_at: Temporal.Instant }>(
  'learning.mastered_of',
  `select subject, concept, mastered_at from learning.mastery
   where learner_id = $1 and mastered_at is not null order by mastered_at desc limit $2`,
)
