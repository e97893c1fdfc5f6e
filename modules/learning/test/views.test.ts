/** Who may look and who may practise; what they see; what is handed out, erased, told and found. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { startSession, userId } from '../../identity/api.ts'
import { makeUser } from '../../identity/test/make.ts'
import { makePerson } from '../../profiles/test/make.ts'
import { renewOutdated } from '../replay.ts'
import { exerciseOf } from '../api.ts'
import { eraseLearning, exportLearning, removeIdle } from '../personal.ts'
import { search, trace } from '../inquiry.ts'
import { tellStreaksAtRisk } from '../telling.ts'
import {
  consent, derived, makeFamily, makeLearner, next, POLICY, practise, productWith, send, startLearning, type Learner,
} from './make.ts' // prettier-ignore
import { testProduct } from '../../../kernel/testing/product.ts'

let t: TestProduct
const LOOKS = ['today', 'mastery', 'progress', 'streak', 'answers']

beforeAll(async () => {
  t = await startLearning()
})
beforeEach(() => {
  consent.given = true
  t.clock.set('2026-03-02T08:00:00Z')
})
afterAll(() => t.close())

const get = (learner: Learner, what: string, token: string) => t.call('GET', `${learner.path}/${what}`, { token })

describe('who may', () => {
  test('a guardian looks at everything and practises nothing', async () => {
    const { child, guardian } = await makeFamily(t)
    await practise(t, child, true)
    for (const what of LOOKS) expect((await get(child, what, guardian.token)).status).toBe(200)
    const { token } = await next(t, child)
    const acts = [
      t.call('POST', `${child.path}/practice/next`, { token: guardian.token, body: {} }),
      t.call('GET', `${child.path}/practice/pack`, { token: guardian.token }),
      send(t, { ...child, token: guardian.token }, [{ id: randomUUID(), token, answer: '1' }]),
    ]
    for (const act of acts) expect(await act).toMatchObject({ status: 403, json: { code: 'learning.learner_only' } })
  })

  test('a stranger, another learner and a child of others learn not even that there is a learner', async () => {
    const { child } = await makeFamily(t)
    const other = await makeLearner(t)
    for (const what of [...LOOKS, 'practice/pack']) expect((await get(child, what, other.token)).status).toBe(404)
    expect((await t.call('POST', `${child.path}/practice/next`, { token: other.token, body: {} })).status).toBe(404)
    expect((await t.call('GET', `${child.path}/today`)).status).toBe(401)
    const nobody = `/learners/${userId.wire(randomUUID())}`
    expect((await t.call('GET', `${nobody}/today`, { token: other.token })).status).toBe(404)
  })

  test('staff look with their permission alone, and each look is written down', async () => {
    const learner = await makeLearner(t)
    await practise(t, learner, true)
    const plain = await makeUser(t)
    expect((await get(learner, 'mastery', plain.token)).status).toBe(404)
    const staff = await makeUser(t)
    await t.tx((tx) => assignRole(t.ctx(), tx, { userId: staff.userId, role: 'support' }))
    expect((await get(learner, 'answers', staff.token)).json.items).toHaveLength(1)
    expect((await t.call('POST', `${learner.path}/practice/next`, { token: staff.token, body: {} })).status).toBe(404)
    const seen = await t.asOwner((client) =>
      client.query(`select actor_id from audit.record where action = 'learning.viewed'`),
    )
    expect(seen.rows).toHaveLength(1)
  })

  test('staff see sums of everybody, and a concept only once three people tried it', async () => {
    const fresh = await startLearning()
    try {
      const staff = await makeUser(fresh)
      await fresh.tx((tx) => assignRole(fresh.ctx(), tx, { userId: staff.userId, role: 'support' }))
      const overview = async (token: string) => fresh.call('GET', '/learning/overview?days=7', { token })
      const learners = [await makeLearner(fresh), await makeLearner(fresh), await makeLearner(fresh)]
      await practise(fresh, learners[0]!, true)
      await practise(fresh, learners[1]!, false)
      const { json: two } = await overview(staff.token)
      expect(two).toMatchObject({ learners: 2, hard: [], days: [{ learners: 2, answers: 2, right: 1 }] })
      await practise(fresh, learners[2]!, false)
      const { json: three } = await overview(staff.token)
      expect(three.hard).toMatchObject([{ learners: 3, answers: 3, right: 1 }])
      expect((await overview(learners[0]!.token)).status).toBe(403)
      expect(JSON.stringify(three)).not.toContain('usr_')
    } finally {
      await fresh.close()
    }
  })

  test('when the subscription ends practice is refused in its words, and looking goes on', async () => {
    const refusal = { code: 'test.ended', status: 402, retry: 'never' as const, say: { en: 'Ended.' } }
    const ended = await testProduct(productWith({ admits: async () => refusal }))
    try {
      const learner = await makeLearner(ended)
      const asked = await ended.call('POST', `${learner.path}/practice/next`, { token: learner.token, body: {} })
      expect(asked).toMatchObject({ status: 402, json: { code: 'test.ended' } })
      const today = await ended.call('GET', `${learner.path}/today`, { token: learner.token })
      expect(today.json.barred).toEqual({ code: 'test.ended', detail: 'Ended.' })
    } finally {
      await ended.close()
    }
  })

  test('the database shows a person’s rows to them alone, and lets nobody change an answer', async () => {
    const [learner, other] = [await makeLearner(t), await makeLearner(t)]
    await practise(t, learner, true)
    const tables = ['learner', 'enrolment', 'answer', 'mastery', 'study_day', 'concept_day']
    await t.asApp(async (client) => {
      for (const [who, rows] of [
        [learner, 1],
        [other, 0],
      ] as const)
        for (const table of tables) {
          await client.query(`begin; set local app.user_id = '${who.userId}'`)
          const seen = await client.query(`select 1 from learning.${table} where learner_id = $1`, [learner.userId])
          await client.query('commit')
          expect(seen.rowCount).toBe(rows)
        }
      await expect(client.query('update learning.answer set correct = true')).rejects.toThrow(/permission denied/)
    })
    await expect(t.asOwner((client) => client.query('update learning.answer set correct = true'))).rejects.toThrow(
      /append-only/,
    )
  })
})

describe('progress', () => {
  test('days and weeks with their gaps, from rollups; the same totals', async () => {
    const learner = await makeLearner(t)
    for (const hours of [0, 24, 24 * 6]) {
      t.clock.set('2026-03-02T08:00:00Z')
      t.clock.advance({ hours })
      await practise(t, learner, true)
      await practise(t, learner, false)
    }
    const days = (await get(learner, 'progress', learner.token)).json
    expect(days).toMatchObject({
      from: '2026-02-23',
      to: '2026-03-08',
      total: { answers: 6, right_answers: 3, seconds: 120 },
    })
    expect(days.series).toHaveLength(14)
    expect(days.series.filter((it: { answers: number }) => it.answers > 0)).toHaveLength(3)
    const weeks = (await get(learner, 'progress?by=week', learner.token)).json
    expect(weeks.total).toEqual(days.total)
    expect(weeks.series).toHaveLength(12)
    // Weeks begin on Saturday here.
    expect(weeks.series.slice(-2)).toMatchObject([
      { from: '2026-02-28', answers: 4 },
      { from: '2026-03-07', answers: 2 },
    ])
  })

  test.each(['from=2026-03-05&to=2026-03-01', 'from=2024-01-01&to=2026-03-01'])('refuses %s', async (query) => {
    const learner = await makeLearner(t)
    expect(await get(learner, `progress?${query}`, learner.token)).toMatchObject({
      status: 422,
      json: { code: 'learning.range_invalid' },
    })
  })

  test('refuses a day that is on no calendar', async () => {
    const learner = await makeLearner(t)
    expect((await get(learner, 'progress?from=2026-02-30', learner.token)).json.fields.from.code).toBe(
      'kernel.malformed',
    )
  })

  test('a course and a lesson that do not exist', async () => {
    const learner = await makeLearner(t)
    const ask = (body: object) => t.call('POST', `${learner.path}/practice/next`, { token: learner.token, body })
    expect(await ask({ course: 'x' })).toMatchObject({ status: 404, json: { code: 'learning.course_unknown' } })
    expect(await ask({ concept: 'x' })).toMatchObject({ status: 404, json: { code: 'learning.concept_unknown' } })
  })
})

describe('telling', () => {
  const inbox = async (token: string) =>
    (await t.call('GET', '/me/notifications', { token })).json.items as {
      message_key: string
      title: string
      body: string
    }[]

  test('the learner and the guardian hear once of a concept mastered, in their language', async () => {
    const { child, guardian } = await makeFamily(t)
    for (let i = 0; i < 3; i++) await practise(t, child, true)
    await t.drain()
    const mine = (await inbox(child.token)).filter((it) => it.message_key === 'learning.mastered')
    expect(mine).toHaveLength(1)
    expect(mine[0]!.title).toContain('درس a')
    const theirs = (await inbox(guardian.token)).filter((it) => it.message_key === 'learning.mastered_by_child')
    expect(theirs).toMatchObject([{ body: 'معنى ذلك: أستطيع a' }])
  })

  test('a streak that ends tonight is told in the evening, once, and only when no freeze day saves it', async () => {
    const learner = await makeLearner(t)
    for (let i = 0; i < 3; i++) await practise(t, learner, false)
    const told = async (at: string) => {
      t.clock.set(at)
      await t.tx((tx) => tellStreaksAtRisk(t.ctx(), tx, undefined))
      const { token } = await t.tx((tx) =>
        startSession(t.ctx(), tx, learner.userId, { label: 'Test', ip: '203.0.113.7' }),
      )
      return (await inbox(token)).filter((it) => it.message_key === 'learning.streak_at_risk')
    }
    expect(await told('2026-03-03T17:00:00Z')).toHaveLength(0)
    expect(await told('2026-03-04T17:00:00Z')).toHaveLength(0)
    // 17:59 in Cairo, then 18:00.
    expect(await told('2026-03-05T15:59:00Z')).toHaveLength(0)
    const [message] = await told('2026-03-05T16:00:00Z')
    expect(message!.body).toContain('يوم واحد')
    expect(message!.body).toContain('٣ تمارين')
    expect(await told('2026-03-05T19:30:00Z')).toHaveLength(1)
    expect(await told('2026-03-06T17:00:00Z')).toHaveLength(1)
  })
})

describe('personal data', () => {
  test('is handed out whole, and erased whole, also by withdrawing consent to keep it', async () => {
    const learner = await makeLearner(t)
    for (let i = 0; i < 3; i++) await practise(t, learner, true)
    const given = (await t.tx((tx) => exportLearning(tx, learner.userId))) as Record<string, unknown[]>
    expect(given).toMatchObject({
      courses: [{ subject: 'sums' }],
      streak: { days: 1 },
      mastery: [{ concept: 'a', answers: 3 }],
    })
    expect(given['answers']).toHaveLength(3)
    await t.tx((tx) => eraseLearning(t.ctx(), tx, learner.userId))
    expect(await t.tx((tx) => exportLearning(tx, learner.userId))).toEqual({ courses: [], answers: [] })
    await t.tx((tx) => eraseLearning(t.ctx(), tx, learner.userId))
    expect((await derived(t, learner.userId)).streak).toEqual([])
  })

  test('goes after three years without practice, and not before, nor while it is held', async () => {
    const [idle, active] = [await makeLearner(t), await makeLearner(t)]
    await practise(t, idle, true)
    t.clock.advance({ hours: 48 })
    await practise(t, active, true)
    const before = Temporal.Instant.from('2026-03-03T00:00:00Z')
    await t.tx((tx) => removeIdle(tx, before, [idle.userId]))
    expect((await derived(t, idle.userId)).mastery).toHaveLength(1)
    expect(await t.tx((tx) => removeIdle(tx, before, []))).toBeGreaterThanOrEqual(1)
    expect((await derived(t, idle.userId)).mastery).toEqual([])
    expect((await derived(t, active.userId)).mastery).toHaveLength(1)
  })
})

test('staff find who practises, and read the story of their answers', async () => {
  const learner = await makeLearner(t)
  for (let i = 0; i < 3; i++) await practise(t, learner, true)
  const id = userId.wire(learner.userId)
  const found = await t.tx((tx) => search.find(t.ctx(), tx, { text: id, person: learner.userId }, 5))
  expect(found).toMatchObject([{ kind: 'learner', id, facts: { streak_days: '1' } }])
  const told = await t.tx((tx) => trace.trace(t.ctx(), tx, [{ text: id, prefix: 'usr', uuid: learner.userId }], true))
  expect(told.steps.map(({ code }) => code)).toEqual(['right', 'right', 'right', 'mastered'])
})

test('a tutor gets the exercise at hand from its own learner’s token, and nothing from another’s', async () => {
  const [learner, other] = [await makeLearner(t), await makeLearner(t)]
  const { token } = await next(t, learner)
  expect(exerciseOf(t.ctx(), learner.userId, token)).toMatchObject({ subject: 'sums', concept: { key: 'a' }, hints: [{}, {}].map(() => expect.any(String) as string) }) // prettier-ignore
  expect(exerciseOf(t.ctx(), other.userId, token)).toBeUndefined()
})

test('when the parameters of a concept change, states are replayed under the new ones and say so', async () => {
  const learner = await makeLearner(t)
  for (let i = 0; i < 3; i++) await practise(t, learner, true)
  const [course] = POLICY.courses
  const [first, ...rest] = course!.concepts
  const changed = { ...course!, concepts: [{ ...first!, tracing: { known: 0.1 } }, ...rest] }
  const ctx = { ...t.ctx(), product: productWith({ courses: [changed] }) }
  const before = await derived(t, learner.userId)
  while ((await t.tx((tx) => renewOutdated(ctx, tx, 1))) > 0);
  const [row] = (await derived(t, learner.userId)).mastery as { model_version: string; probability: number }[]
  expect(row!.model_version).toContain('-0.1-')
  expect(row!.probability).toBeLessThan((before.mastery[0] as { probability: number }).probability)
  expect(await t.tx((tx) => renewOutdated(ctx, tx, 1))).toBe(0)
})

test('people who are no learners have nothing to see, and no row', async () => {
  const person = await makePerson(t)
  const path = `/learners/${userId.wire(person.userId)}`
  for (const what of LOOKS) expect((await t.call('GET', `${path}/${what}`, { token: person.token })).status).toBe(200)
  expect((await derived(t, person.userId)).streak).toEqual([])
})
