/** SQL of practice: the log of answers, what follows from it, and the rollups. Reading for people is in store/views.ts. */
import { statement } from '../../kernel/db/statement.ts'

// The path of an answer: four writes and one read, whatever their number.

export interface LearnerRow {
  streak_day: Temporal.PlainDate | null
  streak_days: number
  streak_longest: number
  freezes_used: number
}

/** Takes the learner's lock and gives the streak. `$3`: the latest answer's moment. */
export const lockLearner = statement<LearnerRow>(
  'learning.lock_learner',
  `insert into learning.learner as l (learner_id, time_zone, last_at, created_at, updated_at) values ($1, $2, $3, $4, $4)
   on conflict (learner_id) do update set time_zone = excluded.time_zone,
     last_at = greatest(l.last_at, excluded.last_at), updated_at = excluded.updated_at
   returning streak_day, streak_days, streak_longest, freezes_used`,
)

/** Appends what is not there yet, by its id and by its exercise, and says which. */
export const insertAnswers = statement<{ id: string; exercise_id: string }>(
  'learning.insert_answers',
  `insert into learning.answer (learner_id, received_at, time_zone, id, exercise_id, subject, course_version, concept, template,
     seed, choices, given, correct, hints, seconds, answered_at, day, clamped, late)
   select $1::uuid, $2::timestamptz, $3::text, a.id, a.exercise_id, a.subject, a.course_version, a.concept, a.template, a.seed, a.choices,
     a.given, a.correct, a.hints, a.seconds, a.answered_at, a.day, a.clamped, a.late
   from unnest($4::uuid[], $5::uuid[], $6::text[], $7::integer[], $8::text[], $9::text[], $10::bigint[], $11::smallint[],
     $12::text[], $13::boolean[], $14::smallint[], $15::integer[], $16::timestamptz[], $17::date[], $18::boolean[],
     $19::boolean[])
     as a (id, exercise_id, subject, course_version, concept, template, seed, choices, given, correct, hints, seconds,
       answered_at, day, clamped, late)
   on conflict do nothing returning id, exercise_id`,
)

export interface MasteryRow {
  subject: string
  concept: string
  model_version: string
  probability: number
  deviation: number
  /** Of the concepts asked for; null for the others. */
  trace: number[] | null
  answers: number
  right_answers: number
  lately: number
  last_at: Temporal.Instant
  last_answer_id: string
  mastered_at: Temporal.Instant | null
  due_at: Temporal.Instant | null
  /** Of the concepts asked for; null for the others. */
  reviewed_at: Temporal.Instant | null
  stability: number | null
  difficulty: number | null
  repetitions: number | null
  lapses: number | null
  /** `concept/template` of the last answers in `$4`, the newest first, a line each; the same in every row. */
  recent: string | null
}

/** All that is known of a learner in these subjects: choosing needs every concept. */
export const masteryOf = statement<MasteryRow>(
  'learning.mastery_of',
  `select m.subject, m.concept, m.model_version, m.probability, m.deviation,
     case when m.concept = any($3::text[]) then m.trace end as trace, m.answers, m.right_answers, m.lately, m.last_at,
     m.last_answer_id, m.mastered_at, m.due_at,
     case when m.concept = any($3::text[]) then m.reviewed_at end as reviewed_at, m.stability, m.difficulty, m.repetitions,
     m.lapses, (select string_agg(a.concept || '/' || a.template, chr(10) order by a.answered_at desc, a.id desc)
      from (select concept, template, answered_at, id from learning.answer
            where learner_id = $1 and subject = $4 order by answered_at desc, id desc limit $5) as a) as recent
   from learning.mastery m where m.learner_id = $1 and m.subject = any($2::text[])`,
)

export const saveMastery = statement(
  'learning.save_mastery',
  `insert into learning.mastery (learner_id, subject, concept, id, model_version, probability, deviation, trace, answers,
     right_answers, lately, last_at, last_answer_id, mastered_at, due_at, reviewed_at, stability, difficulty, repetitions, lapses)
   select $1::uuid, m.subject, m.concept, m.id, m.model_version, m.probability, m.deviation, m.trace::double precision[], m.answers,
     m.right_answers, m.lately, m.last_at, m.last_answer_id, m.mastered_at, m.due_at, m.reviewed_at, m.stability,
     m.difficulty, m.repetitions, m.lapses
   from unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::double precision[], $7::double precision[], $8::text[],
     $9::integer[], $10::integer[], $11::smallint[], $12::timestamptz[], $13::uuid[], $14::timestamptz[], $15::timestamptz[],
     $16::timestamptz[], $17::double precision[], $18::double precision[], $19::integer[], $20::integer[])
     as m (subject, concept, id, model_version, probability, deviation, trace, answers, right_answers, lately, last_at,
       last_answer_id, mastered_at, due_at, reviewed_at, stability, difficulty, repetitions, lapses)
   on conflict (learner_id, subject, concept) do update set model_version = excluded.model_version,
     probability = excluded.probability, deviation = excluded.deviation, trace = excluded.trace, answers = excluded.answers,
     right_answers = excluded.right_answers, lately = excluded.lately, last_at = excluded.last_at,
     last_answer_id = excluded.last_answer_id, mastered_at = excluded.mastered_at, due_at = excluded.due_at,
     reviewed_at = excluded.reviewed_at, stability = excluded.stability, difficulty = excluded.difficulty,
     repetitions = excluded.repetitions, lapses = excluded.lapses`,
)

export interface CountedDay {
  day: Temporal.PlainDate
  answers: number
  counts: boolean
}

/** Adds to both rollups. `$2`: how many answers make a day count. Gives the days as they stand now. */
export const countDays = statement<CountedDay>(
  'learning.count_days',
  `with by_concept as (
     insert into learning.concept_day as c (learner_id, day, subject, concept, answers, right_answers, seconds)
     select $1::uuid, n.day, n.subject, n.concept, n.answers, n.right_answers, n.seconds
     from unnest($3::date[], $4::text[], $5::text[], $6::integer[], $7::integer[], $8::integer[])
       as n (day, subject, concept, answers, right_answers, seconds)
     on conflict (learner_id, day, subject, concept) do update set answers = c.answers + excluded.answers,
       right_answers = c.right_answers + excluded.right_answers, seconds = c.seconds + excluded.seconds)
   insert into learning.study_day as d (learner_id, day, answers, right_answers, seconds, counts)
   select $1::uuid, n.day, sum(n.answers), sum(n.right_answers), sum(n.seconds), sum(n.answers) >= $2::integer
   from unnest($3::date[], $6::integer[], $7::integer[], $8::integer[]) as n (day, answers, right_answers, seconds)
   group by n.day
   on conflict (learner_id, day) do update set answers = d.answers + excluded.answers,
     right_answers = d.right_answers + excluded.right_answers, seconds = d.seconds + excluded.seconds,
     counts = d.counts or d.answers + excluded.answers >= $2::integer
   returning day, answers, counts`,
)

/** Once a day at most, when it begins to count; and when a late answer repairs the past. */
export const saveStreak = statement(
  'learning.save_streak',
  `update learning.learner set streak_day = $2, streak_days = $3, streak_longest = $4, freezes_used = $5, updated_at = $6
   where learner_id = $1`,
)
export const countedDays = statement<{ day: Temporal.PlainDate }>(
  'learning.counted_days',
  'select day from learning.study_day where learner_id = $1 and counts order by day',
)

// The log

export interface LoggedAnswer {
  id: string
  exercise_id: string
  subject: string
  concept: string
  choices: number | null
  given: string | null
  correct: boolean
  hints: number
  seconds: number
  answered_at: Temporal.Instant
  day: Temporal.PlainDate
}

const LOGGED = 'id, exercise_id, subject, concept, choices, given, correct, hints, seconds, answered_at, day'

/** Everything answered on these concepts, in order. */
export const answersOn = statement<LoggedAnswer>(
  'learning.answers_on',
  `select ${LOGGED} from learning.answer
   where learner_id = $1 and subject = any($2::text[]) and concept = any($3::text[])
   order by answered_at, id`,
)
/** What was answered before under one of these ids or to one of these exercises. */
export const answeredBefore = statement<LoggedAnswer>(
  'learning.answered_before',
  `select ${LOGGED} from learning.answer
   where learner_id = $1 and (id = any($2::uuid[]) or exercise_id = any($3::uuid[]))`,
)
/** The whole log of a learner, in order. */
export const answersOf = statement<LoggedAnswer>(
  'learning.answers_of',
  `select ${LOGGED} from learning.answer where learner_id = $1 order by answered_at, id`,
)

// Replay

export const findLearner = statement<LearnerRow & { time_zone: string }>(
  'learning.find_learner',
  `select time_zone, streak_day, streak_days, streak_longest, freezes_used from learning.learner where learner_id = $1`,
)
export const lockKnownLearner = statement<{ learner_id: string }>(
  'learning.lock_known_learner',
  'select learner_id from learning.learner where learner_id = $1 for update',
)
/** Mastery that another fold or other parameters made; `$1`, `$2`, `$3`: the concepts and their versions of today. */
export const outdatedMastery = statement<{ learner_id: string; subject: string; concept: string }>(
  'learning.outdated_mastery',
  `select m.learner_id, m.subject, m.concept from learning.mastery m
   join unnest($1::text[], $2::text[], $3::text[]) as c (subject, concept, model_version)
     on c.subject = m.subject and c.concept = m.concept
   where m.model_version <> c.model_version order by m.learner_id limit $4`,
)
export const dropDays = statement('learning.drop_days', 'delete from learning.study_day where learner_id = $1')
export const dropConceptDays = statement(
  'learning.drop_concept_days',
  'delete from learning.concept_day where learner_id = $1',
)

// Enrolment

export const enrol = statement(
  'learning.enrol',
  `insert into learning.enrolment (learner_id, subject, enrolled_at) values ($1, $2, $3) on conflict do nothing`,
)
export const enrolmentsOf = statement<{ subject: string; enrolled_at: Temporal.Instant }>(
  'learning.enrolments_of',
  'select subject, enrolled_at from learning.enrolment where learner_id = $1 order by enrolled_at, subject limit 100',
)

// Telling

/** Streaks that may end soon, of people not told since `$2`; the next batch after `$3`. */
export const streaksNear = statement<
  LearnerRow & { learner_id: string; time_zone: string; risk_told_on: Temporal.PlainDate | null }
>(
  'learning.streaks_near',
  `select learner_id, time_zone, risk_told_on, streak_day, streak_days, streak_longest, freezes_used from learning.learner
   where streak_days > 0 and streak_day >= $1 and learner_id > $2 order by learner_id limit $3`,
)
/** The one who tells writes it down; no row for the second. */
export const tellRisk = statement<{ learner_id: string }>(
  'learning.tell_risk',
  `update learning.learner set risk_told_on = $2 where learner_id = $1 and risk_told_on is distinct from $2
   returning learner_id`,
)

// Erasing

export const eraseAnswers = statement(
  'learning.erase_answers',
  'delete from learning.answer where learner_id = any($1::uuid[])',
)
export const eraseMastery = statement(
  'learning.erase_mastery',
  'delete from learning.mastery where learner_id = any($1::uuid[])',
)
export const eraseDays = statement(
  'learning.erase_days',
  'delete from learning.study_day where learner_id = any($1::uuid[])',
)
export const eraseConceptDays = statement(
  'learning.erase_concept_days',
  'delete from learning.concept_day where learner_id = any($1::uuid[])',
)
export const eraseEnrolments = statement(
  'learning.erase_enrolments',
  'delete from learning.enrolment where learner_id = any($1::uuid[])',
)
export const eraseLearners = statement(
  'learning.erase_learners',
  'delete from learning.learner where learner_id = any($1::uuid[])',
)
/** Who has not practised since, locked against practising meanwhile. */
export const idleLearners = statement<{ learner_id: string }>(
  'learning.idle_learners',
  `select learner_id from learning.learner where last_at < $1 and not (learner_id = any($3::uuid[]))
   order by last_at, learner_id limit $2 for update skip locked`,
)
