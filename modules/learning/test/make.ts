/** What the tests of learning share: a small course, the product, learners, and a device that practises. */
import { randomUUID } from 'node:crypto'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import type { Context } from '../../../kernel/context.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import type { Module, Product } from '../../../kernel/module.ts'
import { on } from '../../../kernel/events/event.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, userId } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { messaging } from '../../messaging/module.ts'
import { notifications } from '../../notifications/module.ts'
import { profiles } from '../../profiles/module.ts'
import { makeMinorWithGuardian, makePerson, type Person } from '../../profiles/test/make.ts'
import { conceptMastered, judge, type Concept, type CoursePack, type LearningPolicy } from '../api.ts'
import { tellConceptMastered } from '../jobs.ts'
import { learning } from '../module.ts'
import { randomFrom } from '../random.ts'
import { readExercise } from '../tokens.ts'

/** Sums: what is asked follows from the seed. */
const sum = (key: string, level: 1 | 2 | 3, most: number): Concept['exercises'][number] => ({
  key,
  level,
  make(random) {
    const [a, b] = [random.whole(1, most), random.whole(1, most)]
    return {
      prompt: { ar: `$${a} + ${b}$ = ؟`, en: `$${a} + ${b}$ = ?` },
      answer: { kind: 'whole', value: a + b },
      hints: [
        { ar: 'ابدأ بالعدد الأكبر.', en: 'Begin with the larger number.' },
        { ar: 'عُدّ إلى الأمام.', en: 'Count on.' },
      ],
      steps: [{ ar: `الناتج ${a + b}`, en: `It is ${a + b}` }],
    }
  },
})

const choice: Concept['exercises'][number] = {
  key: 'choose',
  level: 2,
  make(random) {
    const correct = random.whole(0, 3)
    const choices = Array.from({ length: 4 }, (_, i) => ({ en: i === correct ? 'this' : `not ${i}` }))
    return {
      prompt: { en: 'Which?' },
      answer: { kind: 'choice', choices, correct },
      hints: [],
      steps: [{ en: 'That.' }],
    }
  },
}

const concept = (key: string, needs: string[] = [], more: Concept['exercises'] = []): Concept => ({
  key,
  name: { ar: `درس ${key}`, en: `Lesson ${key}` },
  goal: { ar: `أستطيع ${key}`, en: `I can ${key}.` },
  needs,
  exercises: [sum('easy', 1, 5), sum('usual', 2, 20), sum('hard', 3, 100), ...more],
})

export const course: CoursePack = {
  subject: 'sums',
  version: 1,
  name: { ar: 'الجمع', en: 'Sums' },
  concepts: [concept('a'), concept('b', ['a']), concept('c', ['a'], [choice]), concept('d', ['b', 'c'])],
}

export const POLICY: LearningPolicy = {
  courses: [course],
  answers_a_day: 3,
  idle_seconds: 180,
  late_after_days: 7,
  exercise_days: 90,
  reminder_hour: 18,
  week_starts_on: 6,
}

/** What the consent of these tests says; changed by tests. */
export const consent = { given: true }

const modules: Module[] = [audit, messaging, access, identity, profiles, notifications, learning]
const roles = { support: ['learning.view', 'operations.search'], nobody: [] }

export function productWith(policy: Partial<LearningPolicy> = {}, spec: Partial<Product> = {}): Product {
  return productOf(modules, {
    timeZone: 'Africa/Cairo',
    locales: ['ar-EG', 'en'],
    country: 'EG',
    currency: 'EGP',
    policy: { access: { roles }, learning: { ...POLICY, ...policy } },
    on: [on(conceptMastered, tellConceptMastered)],
    gate: async (_ctx: Context, _tx: Tx, _subject: string, purpose: string) =>
      purpose !== 'learning_data' || consent.given,
    authenticate,
    ...spec,
  })
}

export const startLearning = (policy: Partial<LearningPolicy> = {}): Promise<TestProduct> =>
  testProduct(productWith(policy))

export interface Learner extends Person {
  readonly path: string
}

export async function makeLearner(t: TestProduct): Promise<Learner> {
  const person = await makePerson(t, { timeZone: 'Africa/Cairo' })
  return { ...person, path: `/learners/${userId.wire(person.userId)}` }
}

export async function makeFamily(t: TestProduct): Promise<{ child: Learner; guardian: Person }> {
  const { child, guardian } = await makeMinorWithGuardian(t)
  return { child: { ...child, path: `/learners/${userId.wire(child.userId)}` }, guardian }
}

/** What the device sends. */
export interface Sent {
  id: string
  token: string
  answer: string | null
  answered_at?: string
  seconds?: number
  hints?: number
}

/** The right answer to an exercise, by its token; the wrong one otherwise. */
export function solve(t: TestProduct, learnerId: string, token: string, right = true, pack = course): string {
  const issued = readExercise(t.ctx(), learnerId, token)!
  const template = pack.concepts
    .find(({ key }) => key === issued.concept)!
    .exercises.find(({ key }) => key === issued.template)!
  const { answer } = template.make(randomFrom(issued.seed))
  for (let i = 0; i < 300; i++) {
    const verdict = judge(answer, String(i))
    if (verdict.status === 'judged' && verdict.correct === right) return String(i)
  }
  throw new Error('no such answer')
}

export async function next(t: TestProduct, learner: Learner, body: object = {}) {
  const { status, json } = await t.call('POST', `${learner.path}/practice/next`, { token: learner.token, body })
  if (status !== 200) throw new Error(JSON.stringify(json))
  return json as {
    token: string
    concept: { key: string }
    reason: string
    level: number
    because: { key: string } | null
  }
}

export async function send(t: TestProduct, learner: Learner, answers: Sent[], more: object = {}) {
  return t.call('POST', `${learner.path}/practice/answers`, { token: learner.token, body: { answers, ...more } })
}

/** Answers one exercise of a concept, right or wrong, now; gives the result. */
export async function practise(t: TestProduct, learner: Learner, right: boolean, body: object = {}) {
  const { token } = await next(t, learner, body)
  t.clock.advance({ seconds: 20 })
  const answer = solve(t, learner.userId, token, right)
  const { status, json } = await send(t, learner, [{ id: randomUUID(), token, answer }])
  if (status !== 200) throw new Error(JSON.stringify(json))
  return json.results[0]
}

/** Everything that follows from the log, as it stands; without the moments of writing. */
export function derived(t: TestProduct, learnerId: string) {
  return t.asOwner(async (client) => {
    const rows = async (sql: string) => (await client.query(sql, [learnerId])).rows as unknown[]
    return {
      mastery: await rows('select * from learning.mastery where learner_id = $1 order by subject, concept'),
      days: await rows('select * from learning.study_day where learner_id = $1 order by day'),
      concepts: await rows('select * from learning.concept_day where learner_id = $1 order by day, subject, concept'),
      streak: await rows(
        'select streak_day, streak_days, streak_longest, freezes_used from learning.learner where learner_id = $1',
      ),
    }
  })
}
