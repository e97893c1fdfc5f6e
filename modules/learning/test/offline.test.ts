/** Answers from devices that were offline: late, out of order, with wrong clocks, at once. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tx } from '../../../kernel/db/tx.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { startSession } from '../../identity/api.ts'
import { warm } from '../../identity/test/make.ts'
import { putProfile } from '../../profiles/api.ts'
import { ADULT } from '../../profiles/test/make.ts'
import { replayLearner } from '../api.ts'
import { takeAnswers } from '../answering.ts'
import type { GivenAnswer } from '../incoming.ts'
import { eraseLearning } from '../personal.ts'
import { signExercise } from '../tokens.ts'
import {
  consent,
  course,
  derived,
  makeLearner,
  next,
  send,
  solve,
  startLearning,
  type Learner,
  type Sent,
} from './make.ts'

let t: TestProduct
let learner: Learner
const START = '2026-03-02T08:00:00Z'

beforeAll(async () => {
  t = await startLearning()
})
beforeEach(async () => {
  consent.given = true
  t.clock.set(START)
  learner = await makeLearner(t)
})
afterAll(() => t.close())

/** Exercises of these concepts, as a bundle would have them; seeds differ. */
function taken(who: Learner, concepts: readonly string[], issuedAt = START): string[] {
  return concepts.map((concept, i) =>
    signExercise(t.ctx(), {
      learnerId: who.userId,
      subject: 'sums',
      courseVersion: course.version,
      concept,
      template: ['easy', 'usual', 'hard'][i % 3]!,
      seed: 1000 + i,
      issuedAt: Temporal.Instant.from(issuedAt),
    }),
  )
}

const status = (json: { results: { status: string }[] }) => json.results.map((it) => it.status)
const streakAt = async (who: Learner) => (await t.call('GET', `${who.path}/streak`, { token: who.token })).json

test('a bundle is practised offline, checked there, and counts when it is sent', async () => {
  const { json } = await t.call('GET', `${learner.path}/practice/pack?count=6`, { token: learner.token })
  expect(json.exercises).toHaveLength(6)
  expect(json.exercises[0]).toMatchObject({ check: { kind: 'whole' }, concept: { key: 'a' } })
  t.clock.advance({ hours: 30 })
  const answers = json.exercises.map((exercise: { token: string; check: { value: number } }, i: number) => ({
    id: randomUUID(),
    token: exercise.token,
    answer: String(exercise.check.value),
    answered_at: String(Temporal.Instant.from(START).add({ minutes: 3 * i + 3 })),
  }))
  const sent = await send(t, learner, answers.reverse())
  expect(status(sent.json)).toEqual(Array.from({ length: 6 }, () => 'counted'))
  expect(sent.json.next.concept.key).toBe('c')
  const progress = await t.call('GET', `${learner.path}/progress?from=2026-03-02&to=2026-03-02`, {
    token: learner.token,
  })
  expect(progress.json.series).toEqual([{ from: '2026-03-02', answers: 6, right_answers: 6, seconds: 6 * 180 }])
})

test('answers late and out of order, in any batches and repeated, give the same as in order, and replay equals live', async () => {
  const answer = fc.record({
    concept: fc.constantFrom('a', 'b', 'c'),
    right: fc.boolean(),
    hour: fc.integer({ min: 0, max: 200 }),
    hints: fc.integer({ min: 0, max: 2 }),
    batch: fc.integer({ min: 0, max: 3 }),
  })
  const scenario = fc.array(answer, { minLength: 2, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(scenario, async (list) => {
      t.clock.set(START)
      const [live, ordered] = [await makeLearner(t), await makeLearner(t)]
      // Device ids decide between answers of one moment, so both learners get the same.
      const ids = list.map(() => randomUUID())
      const sentBy = (who: Learner): GivenAnswer[] => {
        const tokens = taken(
          who,
          list.map(({ concept }) => concept),
        )
        return list.map(({ right, hour, hints }, i) => ({
          id: ids[i]!,
          token: tokens[i]!,
          answer: solve(t, who.userId, tokens[i]!, right),
          answeredAt: Temporal.Instant.from(START).add({ hours: hour }),
          seconds: 10 + i,
          hints,
        }))
      }
      t.clock.set('2026-03-20T08:00:00Z')
      const take = (who: Learner, answers: GivenAnswer[]) =>
        t.tx((tx) => takeAnswers(t.ctx(who.actor), tx, who.userId, answers, 'sums'))
      const [mixed, sorted] = [sentBy(live), sentBy(ordered)]
      for (const batch of [2, 0, 3, 1, 2]) {
        const part = mixed.filter((_, i) => list[i]!.batch === batch)
        if (part.length > 0) await take(live, part)
      }
      await take(
        ordered,
        [...sorted].sort((a, b) => Temporal.Instant.compare(a.answeredAt!, b.answeredAt!)),
      )
      const anonymous = async (who: Learner) =>
        JSON.parse(
          JSON.stringify(await derived(t, who.userId)).replaceAll(who.userId, 'somebody'),
          (key, value: unknown) =>
            // Time on task depends on what came in one batch; ids of states on the person.
            key === 'seconds' || key === 'id' ? undefined : value,
        ) as unknown
      expect(await anonymous(live)).toEqual(await anonymous(ordered))
      const before = await derived(t, live.userId)
      await t.tx((tx) => replayLearner(t.ctx(), tx, live.userId))
      expect(await derived(t, live.userId)).toEqual(before)
    }),
    { numRuns: 15 },
  )
})

test('an answer of the future was given now, one from before its exercise at its start, an old one is marked', async () => {
  const tokens = taken(learner, ['a', 'a', 'a'], '2026-03-02T07:00:00Z')
  t.clock.set('2026-03-12T08:00:00Z')
  const at = (token: string, answered_at: string): Sent => ({
    id: randomUUID(),
    token,
    answer: solve(t, learner.userId, token),
    answered_at,
  })
  const { json } = await send(t, learner, [
    at(tokens[0]!, '2031-01-01T00:00:00Z'),
    at(tokens[1]!, '1999-01-01T00:00:00Z'),
    at(tokens[2]!, '2026-03-03T08:00:00Z'),
  ])
  expect(json.results).toMatchObject([
    { status: 'counted', clamped: true, late: false },
    { status: 'counted', clamped: true, late: true },
    { status: 'counted', clamped: false, late: true },
  ])
  const log = await t.call('GET', `${learner.path}/answers`, { token: learner.token })
  expect(log.json.items.map((it: { answered_at: string }) => it.answered_at)).toEqual([
    '2026-03-12T08:00:00Z',
    '2026-03-03T08:00:00Z',
    '2026-03-02T07:00:00Z',
  ])
})

test.each([
  ['an hour ahead', 3_600],
  ['a day behind', -86_400],
  ['of 1970', -56 * 31_557_600],
  ['half a minute ahead, which is none', 30],
])('a clock %s: order, time on task and day are right all the same', async (_, off) => {
  const tokens = taken(learner, ['a', 'a', 'a', 'a', 'a', 'a'])
  t.clock.set('2026-03-03T08:00:00Z')
  const moment = (i: number) => Temporal.Instant.from(START).add({ minutes: 3 * i + 3 })
  const here = (at: Temporal.Instant) => String(at.add({ seconds: off }))
  // Ids that stand against the order of time.
  const ids = tokens.map((_token, i) => `00000000-0000-4000-8000-00000000000${9 - i}`)
  const answers = tokens.map((token, i) => ({
    id: ids[i]!,
    token,
    answer: solve(t, learner.userId, token, i > 2),
    answered_at: here(moment(i)),
  }))
  const body = { answers, sent_at: here(t.clock.now()) }
  const sent = await t.call('POST', `${learner.path}/practice/answers`, { token: learner.token, body })
  expect(sent.json.results.every((it: { clamped: boolean }) => !it.clamped)).toBe(true)
  const log = await t.call('GET', `${learner.path}/answers`, { token: learner.token })
  const told = (log.json.items as Record<string, unknown>[]).map(({ correct, day }) => [correct, day])
  expect(told).toEqual([true, true, true, false, false, false].map((right) => [right, '2026-03-02']))
  const seconds = (log.json.items as { seconds: number }[]).map((it) => it.seconds)
  expect(seconds.slice(0, -1)).toEqual([180, 180, 180, 180, 180])
})

test('two hundred answers are taken at once, one more is refused whole', async () => {
  const many = (count: number) =>
    Array.from({ length: count }, () => ({ id: randomUUID(), token: 'x'.repeat(80), answer: '1' }))
  expect((await send(t, learner, many(200))).json.results).toHaveLength(200)
  expect((await send(t, learner, many(201))).status).toBe(422)
  expect((await send(t, learner, [])).status).toBe(422)
})

test('the id of another learner’s answer is an id like any other: nothing is told of theirs, nothing of it changes', async () => {
  const other = await makeLearner(t)
  const [theirs, mine] = [taken(other, ['a'])[0]!, taken(learner, ['a'])[0]!]
  const id = randomUUID()
  await send(t, other, [{ id, token: theirs, answer: solve(t, other.userId, theirs) }])
  const before = await derived(t, other.userId)
  const sent = await send(t, learner, [{ id, token: mine, answer: solve(t, learner.userId, mine, false) }])
  expect(sent.json.results).toMatchObject([{ status: 'counted', correct: false }])
  expect((await send(t, learner, [{ id, token: theirs, answer: '1' }])).json.results).toMatchObject([
    { status: 'not_ours' },
  ])
  expect(await derived(t, other.userId)).toEqual(before)
})

test('ten equal answers at once are one', async () => {
  const { token } = await next(t, learner)
  const answer = solve(t, learner.userId, token)
  const sent = { id: randomUUID(), token, answer }
  await warm(t)
  const answers = await Promise.all(Array.from({ length: 10 }, () => send(t, learner, [sent])))
  const statuses = answers.flatMap(({ json }) => status(json)).sort()
  expect(statuses).toEqual(['counted', ...Array.from({ length: 9 }, () => 'repeated')])
  expect((await derived(t, learner.userId)).days).toMatchObject([{ answers: 1, right_answers: 1 }])
})

test('ten different answers at once, of two devices, lose nothing: replay finds the same', async () => {
  const tokens = taken(learner, ['a', 'b', 'a', 'b', 'a', 'c', 'a', 'c', 'a', 'a'])
  t.clock.set('2026-03-04T08:00:00Z')
  await warm(t)
  await Promise.all(
    tokens.map((token, i) =>
      send(t, learner, [
        {
          id: randomUUID(),
          token,
          answer: solve(t, learner.userId, token, i % 3 > 0),
          answered_at: String(Temporal.Instant.from(START).add({ hours: (i * 7) % 40 })),
        },
      ]),
    ),
  )
  const live = await derived(t, learner.userId)
  expect(live.mastery).toHaveLength(3)
  await t.tx((tx) => replayLearner(t.ctx(), tx, learner.userId))
  expect(await derived(t, learner.userId)).toEqual(live)
})

test('a late answer repairs the streak, and the freeze day comes back', async () => {
  const practiseOn = async (day: string, sentAt: string) => {
    const tokens = taken(learner, ['a', 'a', 'a'], `${day}T07:00:00Z`)
    t.clock.set(sentAt)
    await send(t, learner, tokens.map((token, i) => ({
      id: randomUUID(),
      token,
      answer: solve(t, learner.userId, token),
      answered_at: `${day}T0${8 + i > 9 ? 9 : 8 + i}:00:0${i}Z`,
    }))) // prettier-ignore
  }
  await practiseOn('2026-03-03', '2026-03-03T10:00:00Z')
  await practiseOn('2026-03-05', '2026-03-05T10:00:00Z')
  expect(await streakAt(learner)).toMatchObject({ days: 2, freezes_left: 1, longest: 2 })
  await practiseOn('2026-03-04', '2026-03-05T11:00:00Z')
  expect(await streakAt(learner)).toMatchObject({ days: 3, freezes_left: 2, longest: 3, studied_today: true })
  t.clock.set('2026-03-08T20:00:00Z')
  expect(await streakAt(learner)).toMatchObject({
    days: 3,
    freezes_left: 0,
    at_risk: true,
    frozen: ['2026-03-06', '2026-03-07'],
  })
  t.clock.set('2026-03-09T20:00:00Z')
  expect(await streakAt(learner)).toMatchObject({ days: 0, longest: 3, at_risk: false })
})

test.each([
  ['into summer time', ['2026-04-22', '2026-04-23', '2026-04-24', '2026-04-25'], ['21:59', '21:59', '20:59', '20:59']],
  [
    'out of summer time',
    ['2026-10-28', '2026-10-29', '2026-10-30', '2026-10-31'],
    ['20:59', '21:59', '21:59', '21:59'],
  ],
])('the streak counts practice at 23:59 in Cairo across the change %s', async (_, days, times) => {
  for (const [i, day] of days.entries()) {
    const minute = `${day}T${times[i]!}`
    t.clock.set(`${minute}:00Z`)
    const tokens = taken(learner, ['a', 'b', 'c'], `${minute}:00Z`)
    t.clock.set(`${minute}:40Z`)
    const { status: code } = await send(t, { ...learner, token: await freshToken() }, tokens.map((token) => ({ id: randomUUID(), token, answer: null }))) // prettier-ignore
    expect(code).toBe(200)
    const { streak } = await derived(t, learner.userId)
    expect(streak).toMatchObject([{ streak_days: i + 1, freezes_used: 0 }])
  }
})

test('who travels: the day is that of the profile’s zone, and former days stay as they were', async () => {
  t.clock.set('2026-03-02T21:30:00Z')
  await send(t, learner, taken(learner, ['a', 'b', 'c']).map((token) => ({ id: randomUUID(), token, answer: null }))) // prettier-ignore
  await t.tx((tx) =>
    putProfile(t.ctx(learner.actor), tx, learner.userId, {
      firstName: 'Awa',
      dateOfBirth: ADULT,
      timeZone: 'Asia/Tokyo',
    }),
  )
  const later = taken(learner, ['a', 'b', 'c'], '2026-03-02T21:00:00Z')
  await send(t, learner, later.map((token) => ({ id: randomUUID(), token, answer: null }))) // prettier-ignore
  const { days } = (await derived(t, learner.userId)) as { days: { day: Date; answers: number }[] }
  expect(days.map(({ answers }) => answers)).toEqual([3, 3])
  expect(await streakAt(learner)).toMatchObject({ days: 2, today: '2026-03-03', counted: ['2026-03-02', '2026-03-03'] })
})

/** Runs `body` in a transaction that stays open until `release` is called. */
function held(body: (tx: Tx) => Promise<unknown>) {
  let release = () => {}
  let reached = () => {}
  const until = new Promise<void>((resolve) => (release = resolve))
  const there = new Promise<void>((resolve) => (reached = resolve))
  const done = t.tx(async (tx) => {
    await body(tx)
    reached()
    await until
  })
  return { there, release, done }
}
/** Until somebody waits for a lock, so that what comes next happens while they wait. */
async function somebodyWaits(): Promise<void> {
  const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  // As the server's own role, which may see what its other connections wait for.
  await t.asApp(async (client) => {
    for (let i = 0; i < 500 && (await client.query(waiting)).rowCount === 0; i++) await sleep(10)
    expect((await client.query(waiting)).rowCount).toBeGreaterThan(0)
  })
}
const NOTHING = { mastery: [], days: [], concepts: [], streak: [] }

test('who withdraws while an answer is being written leaves nothing behind, also with the first answer of all', async () => {
  const [token] = taken(learner, ['a'])
  const given = { id: randomUUID(), token: token!, answer: '1' }
  const writing = held((tx) => takeAnswers(t.ctx(learner.actor), tx, learner.userId, [given], 'sums'))
  await writing.there
  consent.given = false
  const erasing = t.tx((tx) => eraseLearning(t.ctx(), tx, learner.userId))
  await somebodyWaits()
  writing.release()
  await Promise.all([writing.done, erasing])
  expect(await derived(t, learner.userId)).toEqual(NOTHING)
})

test('an answer that waits for the erasing is refused after it', async () => {
  const [token] = taken(learner, ['a'])
  await send(t, learner, [{ id: randomUUID(), token: (await next(t, learner)).token, answer: null }])
  const erasing = held((tx) => eraseLearning(t.ctx(), tx, learner.userId))
  await erasing.there
  const sending = send(t, learner, [{ id: randomUUID(), token: token!, answer: '1' }])
  await somebodyWaits()
  // Whoever asked before waiting would have been allowed to write after the erasing.
  consent.given = false
  erasing.release()
  await erasing.done
  expect(await sending).toMatchObject({ status: 403, json: { code: 'learning.consent_needed' } })
  expect(await derived(t, learner.userId)).toEqual(NOTHING)
})

test('one answer costs two reads and four writes; a hundred cost the same', async () => {
  const cost = async (count: number, from: number) => {
    const tokens = taken(
      learner,
      Array.from({ length: count + from }, () => 'a'),
    ).slice(from)
    t.clock.advance({ seconds: 1 })
    const given = tokens.map((token) => ({ id: randomUUID(), token, answer: '1' }))
    return t.costs(() => t.tx((tx) => takeAnswers(t.ctx(learner.actor), tx, learner.userId, given, 'sums')))
  }
  expect(await cost(1, 0)).toBe(6)
  // The answer with which the day counts moves the streak besides.
  expect(await cost(100, 1)).toBe(7)
  expect(await cost(100, 101)).toBe(6)
})

async function freshToken(): Promise<string> {
  const device = { label: 'Test', ip: '203.0.113.7' }
  return (await t.tx((tx) => startSession(t.ctx(), tx, learner.userId, device))).token
}
