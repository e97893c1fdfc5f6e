/**
 * What practice costs: an answer with its mastery, rollups and next exercise against the same statements by the bare driver; and a
 * guardian's dashboard of two children with a year of answers against one with a week's.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Runtime } from '../kernel/boot.ts'
import type { Context } from '../kernel/context.ts'
import { ALL_ROWS } from '../kernel/db/database.ts'
import { defineProduct } from '../kernel/module.ts'
import { access } from '../modules/access/module.ts'
import { audit } from '../modules/audit/module.ts'
import { identity } from '../modules/identity/module.ts'
import { answer, nextExercise, type CoursePack, type LearningPolicy } from '../modules/learning/api.ts'
import { learning } from '../modules/learning/module.ts'
import { modelVersionOf, replay, TRACING, untried } from '../modules/learning/rules.ts'
import * as store from '../modules/learning/store.ts'
import { lookAtMastery, lookAtProgress, lookAtStreak } from '../modules/learning/views.ts'
import { messaging } from '../modules/messaging/module.ts'
import { notifications } from '../modules/notifications/module.ts'
import { profiles } from '../modules/profiles/module.ts'
import { preferencesOf } from '../modules/profiles/store.ts'
import { linesOf, race, type Line, type Load } from './measure.ts'
import { IN_FLIGHT, type Stage } from './stage.ts'

const LEARNERS = 200
const CONCEPTS = 33
const LAP_SECONDS = 2

const course: CoursePack = {
  subject: 'sums',
  version: 1,
  name: { en: 'Sums' },
  concepts: Array.from({ length: CONCEPTS }, (_, i) => ({
    key: `concept_${String(i).padStart(2, '0')}`,
    name: { en: `Concept ${i}` },
    goal: { en: 'I can add.' },
    needs: i === 0 ? [] : [`concept_${String(i - 1).padStart(2, '0')}`],
    exercises: ([1, 2, 3, 1, 2] as const).map((level, n) => ({
      key: `template_${n}`,
      level,
      make: (random) => {
        const [a, b] = [random.whole(1, 20), random.whole(1, 20)]
        return {
          prompt: { en: `$${a} + ${b}$` },
          answer: { kind: 'whole' as const, value: a + b },
          hints: [{ en: 'Count on.' }],
          steps: [{ en: `${a + b}` }],
        }
      },
    })),
  })),
}

const policy: LearningPolicy = {
  courses: [course],
  answers_a_day: 5,
  idle_seconds: 180,
  late_after_days: 7,
  exercise_days: 90,
  reminder_hour: 18,
  week_starts_on: 6,
}

const product = defineProduct({
  name: 'learning',
  currency: 'EGP',
  locales: ['en'],
  timeZone: 'Africa/Cairo',
  country: 'EG',
  modules: [audit, messaging, access, identity, profiles, notifications, learning],
  on: [],
  policy: { access: { roles: {} }, learning: policy },
  brand: { name: 'Bench', tagline: { en: 'A product to measure' } },
})

interface History {
  readonly learnerId: string
  readonly days: number
  readonly concepts: number
}

/** Learners with so many days behind them, up to yesterday, of thirty answers on three or four of so many concepts. */
async function makeHistory(url: string, histories: readonly History[]): Promise<void> {
  const tried = replay(TRACING, []).trace
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('create temp table h as select * from unnest($1::uuid[], $2::integer[], $3::integer[]) as h (id, days, concepts)', [
      histories.map(({ learnerId }) => learnerId),
      histories.map(({ days }) => days),
      histories.map(({ concepts }) => concepts),
    ]) // prettier-ignore
    await client.query(`insert into profiles.profile (user_id, sealed_names, date_of_birth, locale, time_zone, created_at, updated_at)
      select id, '\\x00', '2000-01-01', 'en', 'Africa/Cairo', now(), now() from h`)
    await client.query(`insert into learning.learner (learner_id, time_zone, last_at, streak_day, streak_days, streak_longest, created_at, updated_at)
      select id, 'Africa/Cairo', now() - interval '1 day', current_date - 1, days, days, now(), now() from h`)
    await client.query(`insert into learning.enrolment select id, 'sums', now() from h`)
    await client.query(`insert into learning.answer (learner_id, id, exercise_id, subject, course_version, concept, template, seed, given,
        correct, hints, seconds, answered_at, received_at, day, time_zone, clamped, late)
      select h.id, gen_random_uuid(), gen_random_uuid(), 'sums', 1, 'concept_' || lpad(((d * 3 + n / 11) % h.concepts)::text, 2, '0'),
        'template_' || n % 5, n, '12', n % 4 > 0, 0, 30, now() - d * interval '1 day' + n * interval '1 minute',
        now() - d * interval '1 day' + n * interval '1 minute', current_date - d, 'Africa/Cairo', false, false
      from h, generate_series(1, h.days) d, generate_series(1, 30) n`)
    await client.query(`insert into learning.study_day select learner_id, day, count(*), count(*) filter (where correct), sum(seconds), true
      from learning.answer group by learner_id, day`)
    await client.query(`insert into learning.concept_day select learner_id, day, subject, concept, count(*), count(*) filter (where correct),
      sum(seconds) from learning.answer group by learner_id, day, subject, concept`)
    await client.query(
      `insert into learning.mastery (learner_id, subject, concept, id, model_version, probability, deviation, trace, answers, right_answers,
        lately, last_at, last_answer_id)
      select learner_id, subject, concept, gen_random_uuid(), $1, 0.5, 0.1, $2::double precision[], count(*), count(*) filter (where correct), 85,
        max(answered_at), gen_random_uuid()
      from learning.answer group by learner_id, subject, concept`,
      [modelVersionOf(TRACING), `{${tried.join(',')}}`],
    )
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

const as = (runtime: Runtime, learnerId: string): Context =>
  runtime.context({
    actor: {
      kind: 'user',
      userId: learnerId,
      sessionId: randomUUID(),
      grants: [],
      authenticatedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    },
  })

/** Each learner answers the exercise in hand and takes the next out of the same answer, as their device does. */
async function practising(runtime: Runtime, learners: readonly string[]): Promise<Load> {
  const tokens = new Map<string, string>()
  for (const learnerId of learners) {
    const ctx = as(runtime, learnerId)
    const issued = await runtime.db.transaction(ALL_ROWS, (tx) => nextExercise(ctx, tx, learnerId, {}))
    tokens.set(learnerId, issued.token)
  }
  let turn = 0
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    async run() {
      const learnerId = learners[turn++ % learners.length]!
      const ctx = as(runtime, learnerId)
      const given = [{ id: randomUUID(), token: tokens.get(learnerId)!, answer: String(turn % 40) }]
      const { next, outcomes } = await runtime.db.transaction(ALL_ROWS, (tx) =>
        answer(ctx, tx, learnerId, given, { next: true }),
      )
      if (outcomes[0]?.status !== 'counted' || !next) throw new Error(`an answer was ${outcomes[0]?.status}`)
      tokens.set(learnerId, next.token)
    },
  }
}

/** The same six statements with arguments that lie ready, by the driver alone. */
async function bareStatements(url: string, learners: readonly string[]): Promise<Load & { close(): Promise<void> }> {
  const clients = Array.from({ length: IN_FLIGHT }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const trace = `{${untried(TRACING).trace.join(',')}}`
  let turn = 0
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    async run(slot) {
      const learner = learners[turn++ % learners.length]!
      const client = clients[slot]!
      const [now, id, concept] = [new Date().toISOString(), randomUUID(), 'concept_00']
      const day = now.slice(0, 10)
      const say = (name: string, text: string, values: unknown[]) => client.query({ name, text, values })
      await client.query("begin; set local app.scope = 'all'; set local app.user_id = ''")
      await say('zone', preferencesOf.text, [learner])
      await say('lock', store.lockLearner.text, [learner, 'Africa/Cairo', now, now])
      await say('answers', store.insertAnswers.text, [
        learner, now, 'Africa/Cairo', [id], [randomUUID()], ['sums'], [1], [concept], ['template_0'], [1], [null], ['12'], [true], [0],
        [30], [now], [day], [false], [false],
      ]) // prettier-ignore
      await say('mastery', store.masteryOf.text, [learner, ['sums'], [concept], 'sums', 8])
      await say('save', store.saveMastery.text, [
        learner, ['sums'], [concept], [id], ['v'], [0.5], [0.1], [trace], [2], [1], [1], [now], [id], [null], [null], [null], [null],
        [null], [null], [null],
      ]) // prettier-ignore
      await say('days', store.countDays.text, [learner, 1000, [day], ['sums'], [concept], [1], [1], [30]])
      await client.query('commit')
    },
    async close() {
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}

/** What a guardian's page asks of learning, for both children. */
function dashboard(runtime: Runtime, children: readonly string[]): Load {
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    async run() {
      for (const child of children)
        await runtime.db.transaction(ALL_ROWS, async (tx) => {
          const ctx = as(runtime, child)
          await lookAtMastery(ctx, tx, child, 'sums')
          await lookAtProgress(ctx, tx, child, { by: 'day' })
          await lookAtProgress(ctx, tx, child, { by: 'week' })
          await lookAtStreak(ctx, tx, child)
        })
    },
  }
}

export async function benchLearning(stage: Stage, say: (line: string) => void): Promise<Line[]> {
  const { runtime, urls } = await stage.boot(product, 'bench_learning')
  const people = (count: number) => Array.from({ length: count }, () => randomUUID())
  const [ours, theirs, year, week] = [people(LEARNERS), people(LEARNERS), people(2), people(2)]
  const each = (ids: readonly string[], days: number, concepts: number) =>
    ids.map((learnerId) => ({ learnerId, days, concepts }))
  say('making learners with ten days, a year and a week behind them …')
  await makeHistory(urls.ownerUrl, [
    ...each([...ours, ...theirs], 11, CONCEPTS),
    ...each(year, 365, CONCEPTS),
    ...each(week, 7, CONCEPTS),
  ])

  say('answer → mastery → next against the same statements by the bare driver …')
  const practice = await practising(runtime, ours)
  const bare = await bareStatements(urls.appUrl, theirs)
  const statements = await statementsOf(runtime, practice)
  const answered = await race(
    { name: 'answer → mastery → rollups → next exercise', load: practice },
    { name: '  the same six statements, bare driver, in a transaction', load: bare },
  )
  await bare.close()

  say('a guardian’s dashboard of two children: a year of answers against a week’s …')
  const looks = await statementsOf(runtime, dashboard(runtime, year))
  const seen = await race(
    { name: 'dashboard of two children, a year of answers', load: dashboard(runtime, year) },
    { name: '  a week of answers', load: dashboard(runtime, week) },
  )
  return [
    ...linesOf(answered, { limit: 0.6, statements: [statements, 6] }),
    ...linesOf(seen, { limit: 1 / 1.3, statements: [looks, looks] }),
  ]
}

async function statementsOf(runtime: Runtime, load: Load): Promise<number> {
  for (let i = 0; i < 5; i++) await load.run(0)
  const before = runtime.db.counters.statements
  for (let i = 0; i < 20; i++) await load.run(0)
  return (runtime.db.counters.statements - before) / 20
}
