/** Practice from the first exercise to mastery: told once, explained, repeatable. */
import { createHmac, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { startSession } from '../../identity/api.ts'
import { replayLearner } from '../api.ts'
import { consent, derived, makeLearner, next, practise, send, solve, startLearning, type Learner } from './make.ts'

let t: TestProduct
let learner: Learner

beforeAll(async () => {
  t = await startLearning()
})
beforeEach(async () => {
  consent.given = true
  t.clock.set('2026-03-02T08:00:00Z')
  learner = await makeLearner(t)
})
afterAll(() => t.close())

test('a new learner begins with the first concept, is told why, and masters it by right answers', async () => {
  const first = await next(t, learner)
  expect(first).toMatchObject({ concept: { key: 'a' }, reason: 'next_concept', level: 1, answer_kind: 'whole' })
  const one = await practise(t, learner, true)
  expect(one).toMatchObject({ status: 'counted', correct: true, mastery: { mastered_now: false }, sentence: null })
  expect(one.mastery.after.probability).toBeGreaterThan(one.mastery.before.probability)
  await practise(t, learner, true)
  const third = await practise(t, learner, true)
  expect(third.mastery).toMatchObject({ mastered_now: true, after: { mastered: true } })
  expect(third.mastery.after.probability - third.mastery.after.uncertainty).toBeGreaterThanOrEqual(0.9)
  expect(await next(t, learner)).toMatchObject({ concept: { key: 'b' }, reason: 'next_concept' })
  const map = await t.call('GET', `${learner.path}/mastery`, { token: learner.token })
  expect(map.json.concepts.map((it: { state: string }) => it.state)).toEqual(['mastered', 'open', 'open', 'locked'])
  expect(map.json.concepts[0]).toMatchObject({ answers: 3, right_answers: 3, review_due_at: '2026-03-05T08:01:00Z' })
})

test('the answer brings the next exercise with it, and never the same template at once', async () => {
  let { token } = await next(t, learner)
  const seen: string[] = []
  for (let i = 0; i < 4; i++) {
    t.clock.advance({ seconds: 30 })
    const { json } = await send(t, learner, [
      { id: randomUUID(), token, answer: solve(t, learner.userId, token, i % 2 === 1) },
    ])
    expect(json.results[0].steps.length).toBeGreaterThan(0)
    seen.push(`${json.next.concept.key} ${json.next.level}`)
    token = json.next.token
  }
  expect(new Set(seen.slice(0, 3)).size).toBe(3)
})

test('a page opened again finds its exercise, and its steps once it is answered; nobody else does', async () => {
  const { reason, because, ...given } = await next(t, learner)
  const again = (token: string, who = learner) =>
    t.call('GET', `${who.path}/practice/exercise?token=${token}`, { token: who.token })
  expect(reason).toBe('next_concept')
  expect(because).toBeNull()
  const found = (await again(given.token)).json
  expect(found).toEqual({ ...given, steps: [], answered: null })
  await send(t, learner, [{ id: randomUUID(), token: given.token, answer: null }])
  const after = (await again(given.token)).json
  expect(after).toMatchObject({ prompt: found.prompt, answered: { given: null, correct: false } })
  expect(after.steps.length).toBeGreaterThan(0)
  expect((await again(given.token, await makeLearner(t))).status).toBe(404)
  expect((await again(`${given.token.slice(0, -2)}AA`)).status).toBe(404)
})

test('a concept is reviewed when its memory is due, and practised anew when it is forgotten', async () => {
  for (let i = 0; i < 3; i++) await practise(t, learner, true)
  t.clock.advance({ days: 4 })
  expect(await next(t, learner)).toMatchObject({ concept: { key: 'a' }, reason: 'review_due' })
  const today = await t.call('GET', `${learner.path}/today`, { token: learner.token })
  expect(today.json).toMatchObject({ reviews_due: 1, next: { reason: 'review_due' }, barred: null })
  await practise(t, learner, true)
  expect((await next(t, learner)).concept.key).toBe('b')
  t.clock.advance({ days: 20 })
  await practise(t, learner, false)
  expect(await next(t, learner)).toMatchObject({ concept: { key: 'a' }, reason: 'strengthen' })
})

test('who struggles goes back to a prerequisite, and hears which concept was hard', async () => {
  for (let i = 0; i < 3; i++) await practise(t, learner, true)
  for (let i = 0; i < 3; i++) await practise(t, learner, false, { concept: 'b' })
  expect(await next(t, learner)).toMatchObject({ concept: { key: 'a' }, reason: 'go_back', because: { key: 'b' } })
  await practise(t, learner, true)
  expect(await next(t, learner)).toMatchObject({ concept: { key: 'b' }, reason: 'strengthen' })
})

test('a typing slip is a sentence and not a wrong answer', async () => {
  const { token } = await next(t, learner)
  const id = randomUUID()
  const { json } = await t.call('POST', `${learner.path}/practice/answers`, {
    token: learner.token,
    headers: { 'accept-language': 'ar-EG' },
    body: { answers: [{ id, token, answer: '١٢ تفاحة' }] },
  })
  expect(json.results[0]).toMatchObject({ status: 'unreadable', correct: null, mastery: null, steps: [] })
  expect(json.results[0].sentence).toContain('اكتب العدد وحده')
  const after = await send(t, learner, [{ id, token, answer: solve(t, learner.userId, token) }])
  expect(after.json.results[0]).toMatchObject({ status: 'counted', correct: true })
})

test('to be shown the solution counts as not known', async () => {
  const { token } = await next(t, learner)
  const { json } = await send(t, learner, [{ id: randomUUID(), token, answer: null }])
  expect(json.results[0]).toMatchObject({ status: 'counted', correct: false })
  expect(json.results[0].steps).toHaveLength(1)
})

test('an answer sent again is the same answer; another answer to the same exercise does not count', async () => {
  const { token } = await next(t, learner)
  const sent = { id: randomUUID(), token, answer: solve(t, learner.userId, token, false) }
  expect((await send(t, learner, [sent])).json.results[0]).toMatchObject({ status: 'counted', correct: false })
  const state = await derived(t, learner.userId)
  expect((await send(t, learner, [sent])).json.results[0]).toMatchObject({ status: 'repeated', correct: false })
  const right = { id: randomUUID(), token, answer: solve(t, learner.userId, token) }
  expect((await send(t, learner, [right, right])).json.results).toMatchObject([
    { status: 'answered_before', correct: false },
    { status: 'answered_before', correct: false },
  ])
  expect(await derived(t, learner.userId)).toEqual(state)
})

test('the same answer twice in one batch is one, and so are two answers to one exercise', async () => {
  const [first, second] = [await next(t, learner), await next(t, learner)]
  const id = randomUUID()
  const answer = solve(t, learner.userId, first.token)
  const { json } = await send(t, learner, [
    { id, token: first.token, answer },
    { id, token: first.token, answer },
    { id: randomUUID(), token: first.token, answer },
    { id, token: second.token, answer: '1' },
  ])
  expect(json.results.map((it: { status: string }) => it.status)).toEqual([
    'counted',
    'repeated',
    'answered_before',
    'not_ours',
  ])
  const state = await derived(t, learner.userId)
  expect(state.days).toMatchObject([{ answers: 1 }])
})

test('nobody chooses the numbers: a changed, invented or foreign exercise is not ours', async () => {
  const { token } = await next(t, learner)
  const other = await makeLearner(t)
  const foreign = await next(t, other)
  const changed = `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`
  for (const bad of [changed, foreign.token, 'x'.repeat(80), `${token}=`]) {
    const { status, json } = await send(t, learner, [{ id: randomUUID(), token: bad, answer: '1' }])
    expect(status).toBe(200)
    expect(json.results[0].status).toBe('not_ours')
  }
})

test('numbers of one’s own under a signature of another exercise, or of another key, are not ours', async () => {
  const { token } = await next(t, learner)
  const bytes = Buffer.from(token, 'base64url')
  const said = JSON.parse(bytes.subarray(32).toString()) as unknown[]
  for (const [field, forged] of [
    [4, 'hard'],
    [5, 7],
    [6, 0],
  ] as const) {
    const body = Buffer.from(JSON.stringify(said.map((value, i) => (i === field ? forged : value))))
    const own = createHmac('sha256', 'a key of one’s own').update('learning exercise|').update(body).digest()
    for (const signature of [bytes.subarray(0, 32), own, Buffer.alloc(32)]) {
      const made = Buffer.concat([signature, body]).toString('base64url')
      const { json } = await send(t, learner, [{ id: randomUUID(), token: made, answer: '1' }])
      expect(json.results[0].status).toBe('not_ours')
    }
  }
})

test('an exercise of a former course version, or from long ago, is outdated and counts as nothing', async () => {
  const { token } = await next(t, learner)
  t.clock.advance({ days: 91 })
  const answer = solve(t, learner.userId, token)
  const again = await t.tx((tx) => startSession(t.ctx(), tx, learner.userId, { label: 'Test', ip: '203.0.113.7' }))
  const sent = await send(t, { ...learner, token: again.token }, [{ id: randomUUID(), token, answer }])
  expect(sent.json.results[0].status).toBe('outdated')
})

test('hints looked at make a right answer weigh less', async () => {
  const other = await makeLearner(t)
  const weight = async (who: Learner, hints: number) => {
    const { token } = await next(t, who)
    const { json } = await send(t, who, [{ id: randomUUID(), token, answer: solve(t, who.userId, token), hints }])
    return json.results[0].mastery.after.probability as number
  }
  expect(await weight(learner, 2)).toBeLessThan(await weight(other, 0))
})

test('without consent to keep what is learnt nothing is asked and nothing is kept', async () => {
  const { token } = await next(t, learner)
  consent.given = false
  const refused = await t.call('POST', `${learner.path}/practice/next`, { token: learner.token, body: {} })
  expect(refused).toMatchObject({ status: 403, json: { code: 'learning.consent_needed' } })
  const answered = await send(t, learner, [{ id: randomUUID(), token, answer: solve(t, learner.userId, token) }])
  expect(answered).toMatchObject({ status: 403, json: { code: 'learning.consent_needed' } })
  expect((await derived(t, learner.userId)).streak).toEqual([])
  const today = await t.call('GET', `${learner.path}/today`, { token: learner.token })
  expect(today.json.barred.code).toBe('learning.consent_needed')
})

test('replay of the log gives what live answering left, to the last bit', async () => {
  const bits = '110111010111101111100111'
  for (const [i, bit] of [...bits].entries()) {
    if (i % 5 === 4) t.clock.advance({ hours: 30 })
    await practise(t, learner, bit === '1')
  }
  const live = await derived(t, learner.userId)
  await t.tx((tx) => replayLearner(t.ctx(), tx, learner.userId))
  expect(await derived(t, learner.userId)).toEqual(live)
})
