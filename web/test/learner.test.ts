/** A learner's own pages between a browser and the API: the way out, what a child is told of consents, who pays once of age. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

let app: FastifyInstance
let origin: string
let minor: boolean
let ownNumber: boolean
let permitted: boolean
let lessons: string
let ends: boolean
let cost: string | null
let quotas: { meter: string; granted: string; left: string; until: string }[]

const ME = 'usr_1'
const text = {
  id: 't1',
  purpose: 'ai_conversation',
  language: 'ar',
  version: '1',
  title: 'المحادثة',
  body: 'نص',
  sha256: 'a',
  in_force_from: '2026-01-01',
}

beforeAll(async () => {
  app = Fastify()
  const child = () => ({
    id: ME,
    username: ownNumber ? null : 'salma10',
    phone: ownNumber ? '+201122223334' : null,
    email: null,
    phone_verified: false,
    email_verified: false,
  })
  app.get('/api/me', async () => child())
  app.get('/api/me/profile', async () => ({
    user_id: ME,
    first_name: 'سلمى',
    last_name: null,
    is_minor: minor,
    has_guardian: minor && !ownNumber,
  }))
  const concept = { key: 'fractions', name: 'الكسور' }
  app.get(`/api/learners/${ME}/today`, async () => ({
    day: '2026-12-12',
    done: { answers: 0, right_answers: 0, seconds: 0 },
    goal_answers: 5,
    reviews_due: 0,
    barred: null,
    next: { concept, goal: 'أجمع', reason: 'strengthen', because: null },
    course: { name: 'الرياضيات' },
    streak: { days: 0, longest: 0 },
  }))
  app.get(`/api/learners/${ME}/streak`, async () => ({
    days: 0,
    longest: 0,
    studied_today: false,
    freezes_left: 2,
    at_risk: false,
    today: '2026-12-12',
    counted: [],
    frozen: [],
  }))
  const decision = { id: 'con_1', decision: 'given', method: 'id_review', version: '1', at: '2026-12-01T08:00:00Z' }
  app.get(`/api/learners/${ME}/consents`, async () => ({
    items: ['account', 'ai_conversation'].map((purpose) => ({
      purpose,
      permitted,
      decides: minor ? 'guardians' : 'self',
      standing: 'given',
      grace: !minor,
      text,
      coming_text: null,
      latest: [{ ...decision, decided_by: 'usr_2' }],
    })),
  }))
  app.get(`/api/learners/${ME}/consent-requests`, async () => ({ items: [] }))
  app.get(`/api/learners/${ME}/conversations`, async () => ({ items: [], next_cursor: null }))
  app.get(`/api/learners/${ME}/usage`, async () => ({
    quotas,
    usage: [{ service: 'tutor', events: '3', cost_minor: cost }],
  }))
  app.get(`/api/learners/${ME}/subscription`, async () => ({
    status: lessons,
    open: false,
    pays: false,
    subscription_id: null,
  }))
  app.get('/api/subscriptions/sub_1', async () => ({
    id: 'sub_1',
    status: 'trial',
    plan: 'basic',
    cycle: 'monthly',
    price_minor: '19900',
    period_end: '2026-12-26',
    cancel_at_period_end: ends,
    paid_ahead: true,
    charging: false,
    card_id: null,
    renewed_by: 'us',
    next_plan: null,
    next_cycle: null,
    credit_minor: '0',
    open_invoices: [],
    learners: [{ learner_id: ME, leaves_at_period_end: false }],
  }))
  app.get('/api/subscriptions/sub_1/invoices', async () => ({ items: [] }))
  app.get('/api/subscriptions/sub_1/ending', async () => ({ back_minor: '19900', from: '2026-12-26', by_use: false }))
  app.get('/api/plans', async () => ({ plans: [] }))
  app.get('/api/me/cards', async () => ({ items: [] }))
  app.post(`/api/learners/${ME}/subscription/payer`, async (_request, reply) =>
    reply
      .code(404)
      .type('application/problem+json')
      .send({ code: 'kernel.not_found', title: 'لم نجد ذلك.', retry: 'never' }),
  )
  app.get('/api/me/wards', async () => ({
    items: ownNumber ? [] : [{ user_id: ME, first_name: 'سلمى', username: 'salma10', capabilities: ['view', 'pay'] }],
  }))
  app.get(`/api/learners/${ME}/progress`, async () => ({
    by: 'day',
    total: { answers: 0, right_answers: 0, seconds: 0 },
    series: [],
  }))
  app.get(`/api/learners/${ME}/mastery`, async () => ({
    course: { name: 'الرياضيات' },
    concepts: [
      { ...concept, state: 'mastered', probability: 0.999, uncertainty: 0.01, answers: 9, right_answers: 9, needs: [] },
    ],
  }))
  const session = { accountId: ME, roles: [] }
  await attachWeb(app, { ...(await buildWeb()), product: 'tutor', visitorOf: () => ({ session }) })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 240_000)
afterAll(() => app.close())
beforeEach(() => {
  minor = true
  ownNumber = false
  permitted = true
  lessons = 'suspended'
  ends = false
  cost = '250'
  quotas = [{ meter: 'ai_tokens', granted: '10', left: '0', until: '2026-12-31T00:00:00Z' }]
})

const get = (path: string) => fetch(origin + path, { redirect: 'manual' })
const html = async (path: string) => (await get(path)).text()

test('a child finds the way out of a shared tablet on the first page, and no account to keep', async () => {
  const today = await html('/learner')
  expect(today).toContain('action="/sign-out"')
  expect(today).toContain(`href="/learners/${ME}/consents"`)
  expect(today).not.toContain('href="/account"')
  expect((await get('/account')).headers.get('location')).toBe('/learner')
  minor = false
  expect(await html('/learner')).toContain('href="/account"')
})

test('somebody under age who came by a number of their own is told the way, and can correct a mistyped birthday', async () => {
  ownNumber = true
  const today = await html('/learner')
  expect(today).toContain('نحتاج إلى وليّ أمر')
  expect(today).toContain('href="/account"')
  expect(today).not.toContain('href="/learner/practice"')
  ownNumber = false
  expect(await html('/learner')).not.toContain('نحتاج إلى وليّ أمر')
})

test('an adult who learns alone is led from their consent to the plans, and from then on home to their exercises', async () => {
  minor = false
  ownNumber = true
  lessons = 'none'
  expect((await get('/dashboard')).headers.get('location')).toBe('/guardian')
  expect(await html(`/learners/${ME}/consents`)).toContain('href="/guardian/plan"')
  lessons = 'trial'
  expect((await get('/dashboard')).headers.get('location')).toBe('/learner')
  expect(await html(`/learners/${ME}/consents`)).not.toContain('href="/guardian/plan"')
})

test('whoever paid during the trial reads before ending it, and after, that the money comes back', async () => {
  minor = false
  ownNumber = true
  const asked = await html('/billing/sub_1')
  expect(asked).toContain('ثم نرد ما دفعته للمدة التالية')
  expect(asked).toMatch(/ونرد ما دفعته للمدة التالية: .*١٩٩/)
  // What cannot be changed before it begins is not offered.
  expect(asked).not.toContain('/billing/sub_1/change')
  ends = true
  expect(await html('/billing/sub_1')).toMatch(/ينتهي .* ولا يتجدد، ثم نرد ما دفعته للمدة التالية/)
})

test('answers kept on the device are sent from the first page too', async () => {
  expect(await html('/learner')).toContain(`data-away="${ME}"`)
})

test('without a network a child reads of exercises, not only of money', async () => {
  expect(await html('/offline')).toContain('ما أُجيب عنه من تمارين يبقى على هذا الجهاز')
})

test('nothing done yet is not told as less than a minute', async () => {
  expect(await html('/learner')).not.toContain('أقل من دقيقة')
})

test('a child reads that their guardian decided, not somebody of former times', async () => {
  const page = await html(`/learners/${ME}/consents`)
  expect(page).toContain('وافق: وليّ أمرك')
  expect(page).not.toContain('سابق')
})

test('whoever came of age is spoken to about what still holds', async () => {
  minor = false
  const page = await html(`/learners/${ME}/consents`)
  expect(page).toContain('بلغت سن الرشد')
  expect(page).not.toContain('بلغ المتعلّم')
})

test('why the helper does not answer is said once: questions used up, no lessons, no consent', async () => {
  expect(await html('/learner/tutor')).toContain('انتهت أسئلة هذه المدة')
  quotas = []
  expect(await html('/learner/tutor')).toContain('المساعد يجيب حين تُفتح الدروس')
  permitted = false
  const closed = await html('/learner/tutor')
  expect(closed).toContain('يحتاج إلى موافقة أسرتك')
  expect(closed.match(/كلّها هنا كما هي/g)).toHaveLength(1)
})

test('a subscription shared with siblings is not taken over alone, and the page says what can be done', async () => {
  minor = false
  const grown = await html('/learner/grown-up')
  expect(grown).toContain('الدروس متوقفة لأن الاشتراك لم يُدفع')
  const answer = await fetch(`${origin}/learner/grown-up`, { method: 'POST', body: new URLSearchParams() })
  const refused = await answer.text()
  expect(answer.status).toBe(404)
  expect(refused).toContain('هذا الاشتراك لأكثر من متعلّم')
  expect(refused).not.toContain('لم نجد ذلك')
})

test('a guardian reads an estimate as one, and a cost only where it is known', async () => {
  const page = await html(`/guardian/children/${ME}`)
  expect(page).toContain('٩٩٪')
  expect(page).not.toContain('١٠٠٪')
  expect(page).toContain('كلّفتنا')
  cost = null
  const unknown = await html(`/guardian/children/${ME}`)
  expect(unknown).toContain('٣ استعمالات')
  expect(unknown).not.toContain('كلّفتنا')
})
