/** The whole course by the API of the product, as a learner's device would: every exercise arrives, is judged, and leads on. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidFrom } from '../../../kernel/ids.ts'
import { testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { createUser, startSession, userId } from '../../../modules/identity/api.ts'
import { randomFrom } from '../../../modules/learning/api.ts'
import { putProfile } from '../../../modules/profiles/api.ts'
import { learning } from '../practice.ts'
import * as policy from '../policy.ts'
import { mathematics } from '../mathematics/course.ts'
import { tutor } from '../product.ts'

let t: TestProduct
let token: string
let path: string

beforeAll(async () => {
  // Subscriptions and consent have journeys of their own; here the door stands open.
  const product = {
    ...tutor,
    gate: async () => true,
    policy: { ...policy, learning: { ...learning, admits: async () => undefined } },
  }
  t = await testProduct(product, { start: '2026-03-02T08:00:00Z' })
  const id = userId.of(uuidFrom('test', 'learner'))
  await t.tx(async (tx) => {
    await createUser(t.ctx(), tx, { id, phone: '+201001239901', verified: true, locale: 'ar-EG' })
    await putProfile(t.ctx(), tx, id, {
      firstName: 'Nour',
      dateOfBirth: Temporal.PlainDate.from('2000-05-01'),
      locale: 'ar-EG',
    })
  })
  token = (await t.tx((tx) => startSession(t.ctx(), tx, id, { label: 'Test', ip: '203.0.113.7' }))).token
  path = `/learners/${userId.wire(id)}`
})
afterAll(() => t.close())

/** What a device types for the check that came with an exercise. */
function typed(check: {
  kind: string
  value?: number
  places?: number
  correct?: number
  values?: number[]
  numerator?: number
  denominator?: number
}): string {
  switch (check.kind) {
    case 'choice':
      return String(check.correct)
    case 'set':
      return check.values!.join(' ; ')
    case 'fraction':
      return check.denominator === 1 ? String(check.numerator) : `${check.numerator}/${check.denominator}`
    default:
      return String(check.value)
  }
}

test('bundle after bundle leads through every concept of the course to mastery', async () => {
  const figures = new Set<string>()
  const open = async () =>
    (await t.call('GET', `${path}/mastery`, { token })).json.concepts.filter(
      (it: { mastered_at: string | null }) => it.mastered_at === null,
    )
  // Three right answers a concept where one types, more among choices.
  for (let round = 0; round < 6 && (await open()).length > 0; round++) {
    const pack = await t.call('GET', `${path}/practice/pack?count=60`, { token })
    expect(pack.status).toBe(200)
    for (const { figure } of pack.json.exercises) if (figure) figures.add(figure.kind)
    t.clock.advance({ minutes: 60 })
    const answers = pack.json.exercises.map(
      (exercise: { token: string; check: Parameters<typeof typed>[0] }, i: number) => ({
        id: randomUUID(),
        token: exercise.token,
        answer: typed(exercise.check),
        answered_at: String(t.clock.now().subtract({ seconds: 3000 - 40 * i })),
      }),
    )
    const { status, json } = await t.call('POST', `${path}/practice/answers`, { token, body: { answers } })
    expect(status).toBe(200)
    for (const result of json.results) expect(result).toMatchObject({ status: 'counted', correct: true })
    t.clock.advance({ hours: 1 })
  }
  expect(await open()).toEqual([])
  expect(figures).toContain('triangle')
})

test('each exercise arrives with every part of its figure', async () => {
  for (const concept of mathematics.concepts) {
    const { status, json } = await t.call('POST', `${path}/practice/next`, { token, body: { concept: concept.key } })
    expect(status).toBe(200)
    expect(json.prompt.length).toBeGreaterThan(3)
    expect(json.hints.length).toBeGreaterThanOrEqual(2)
    const figures = concept.exercises.flatMap((template) =>
      Array.from({ length: 40 }, (_, seed) => template.make(randomFrom(seed * 7919 + 1)).figure ?? null),
    )
    const partsOf = (figure: object | null) => (figure ? Object.keys(figure).sort().join(' ') : 'none')
    expect(figures.map(partsOf)).toContain(partsOf(json.figure))
  }
})
