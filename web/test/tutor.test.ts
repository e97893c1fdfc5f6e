/** Tutor's built pages on a real server: Arabic from the right, its figures, what strangers share, and how a child signs in. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import { keepPages } from '../kept-pages.ts'

let app: FastifyInstance
let origin: string
const signIns: unknown[] = []
const plan = {
  code: 'family',
  name: { ar: 'العائلة', en: 'Family' },
  holds: [{ ar: 'حوالي 30 سؤالًا في الشهر', en: 'About 30 questions a month' }],
  learners_included: 2,
  learners_max: 4,
  allowances: [],
  prices: {
    monthly: { base_minor: '25000', extra_minor: '9950' },
    quarterly: { base_minor: '70000', extra_minor: '27000' },
    yearly: { base_minor: '250000', extra_minor: '99000' },
  },
  coming: null,
}

beforeAll(async () => {
  app = Fastify()
  app.get('/api/plans', async (_request, reply) => {
    reply.header('cache-tag', 'plans')
    return { trial_days: 14, tax_basis_points: 1400, currency: 'EGP', plans: [plan] }
  })
  app.post('/api/sessions/username', async (request, reply) => {
    signIns.push(request.body)
    if ((request.body as { pin: string }).pin === '2468')
      return { token: 't', second_factor_required: false, user: { id: 'usr_1', is_new: false } }
    reply.code(401).type('application/problem+json')
    if ((request.body as { pin: string }).pin === '1111')
      return { title: 'المحاولات الباقية: 4.', code: 'identity.code_wrong', retry: 'never', request_id: 'r' }
    return {
      title: 'الاسم أو الرقم السري غير صحيح.',
      code: 'identity.pin_sign_in_failed',
      retry: 'never',
      request_id: 'r',
    }
  })
  const keptPages = keepPages({ now: () => new Date(), timeZone: 'Africa/Cairo', concerns: (a, b) => a === b })
  keptPages.resume()
  await attachWeb(app, { ...(await buildWeb()), product: 'tutor', keptPages })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 120_000)

afterAll(() => app.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers, redirect: 'manual' })
const text = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text()
const post = (path: string, fields: Record<string, string>) =>
  fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

test('whoever says nothing reads Arabic, from the right, in its figures', async () => {
  const home = await text('/')
  expect(home).toMatch(/^<!DOCTYPE html><html lang="ar" dir="rtl" data-product="tutor" data-digits="arab">/)
  expect(home).toContain('طفلك يفهم كل خطوة')
  expect(home).toContain('٢٥٠')
  expect(home).toContain('٩٩٫٥٠')
  expect(home).toContain('أول ١٤ يومًا مجانًا.')
  expect(home).toContain('حوالي ٣٠ سؤالًا')
})

test('English runs from the left and has one kind of figures', async () => {
  const home = await text('/', { 'accept-language': 'en-GB' })
  expect(home).toMatch(/^<!DOCTYPE html><html lang="en" dir="ltr" data-product="tutor">/)
  expect(home).toContain('EGP\u00a0250')
  expect(home).not.toContain('?digits=')
})

test('the other figures are chosen beside the language, and remembered', async () => {
  expect(await text('/')).toContain('href="/?digits=latn"')
  const chosen = await get('/?digits=latn')
  expect(chosen.headers.getSetCookie()).toEqual([expect.stringMatching(/^digits=latn; Path=\/; Max-Age=/)])
  const html = await chosen.text()
  expect(html).toContain('أول 14 يومًا مجانًا.')
  expect(html).toContain('حوالي 30 سؤالًا')
})

test('what strangers share is kept for each language and kind of figures apart', async () => {
  for (let round = 0; round < 2; round++) {
    expect(await text('/', { cookie: 'lang=ar; digits=latn' })).toContain('أول 14 يومًا')
    expect(await text('/', { cookie: 'digits=arab' })).toContain('أول ١٤ يومًا')
    expect(await text('/', { cookie: 'digits=latn; lang=en' })).toContain('The first 14 days')
  }
  const kept = await get('/', { cookie: 'lang=ar; digits=latn' })
  const again = await get('/', { cookie: 'digits=latn;lang=ar', 'if-none-match': kept.headers.get('etag')! })
  expect(again.status).toBe(304)
  // Anything else in the cookie may be somebody.
  expect((await get('/', { cookie: 'lang=ar; session=abc' })).headers.get('etag')).toBeNull()
})

test('a child signs in with digits typed in any figures', async () => {
  signIns.length = 0
  const answer = await post('/sign-in/learner', { username: 'نور', pin: '٢٤٦٨' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/dashboard')
  expect(signIns).toEqual([{ username: 'نور', pin: '2468' }])
})

test('or with the large pad, without a script', async () => {
  signIns.length = 0
  const pad = { pin: '', pin_1: '2', pin_2: '4', pin_3: '6', pin_4: '8' }
  expect(
    (await post('/sign-in/learner?next=/learner/streak', { username: 'nour', ...pad })).headers.get('location'),
  ).toBe('/learner/streak')
  expect(signIns).toEqual([{ username: 'nour', pin: '2468' }])
})

test('a wrong PIN is refused in words, keeps the name and never sends the PIN back', async () => {
  const html = await (await post('/sign-in/learner', { username: 'nour', pin: '97531' })).text()
  expect(html).toContain('الاسم أو الرقم السري غير صحيح.')
  expect(html).toContain('value="nour"')
  expect(html).not.toContain('97531')
})

test('what is refused is said in the figures of the page', async () => {
  const refusedIn = async (digits: string) => {
    const body = new URLSearchParams({ username: 'nour', pin: '1111' })
    const headers = { cookie: `digits=${digits}` }
    return (await fetch(`${origin}/sign-in/learner`, { method: 'POST', body, headers })).text()
  }
  expect(await refusedIn('arab')).toContain('المحاولات الباقية: ٤.')
  expect(await refusedIn('latn')).toContain('المحاولات الباقية: 4.')
})

test('nobody is led away by where they came from', async () => {
  const answer = await post('/sign-in/learner?next=https://elsewhere.example/', { username: 'n', pin: '2468' })
  expect(answer.headers.get('location')).toBe('/dashboard')
})

test('each product has pages, files and icons of its own', async () => {
  expect(await text('/robots.txt')).toContain('Disallow: /learner')
  expect(await text('/sitemap.xml')).toContain('hreflang="ar"')
  expect((await get('/packs')).status).toBe(404)
  const manifest = (await (await get('/manifest.webmanifest?lang=ar')).json()) as {
    dir: string
    icons: { src: string }[]
  }
  expect(manifest.dir).toBe('rtl')
  for (const { src } of manifest.icons) expect((await get(src)).status).toBe(200)
  const icon = await get('/favicon.ico')
  expect((await get(icon.headers.get('location')!)).status).toBe(200)
  const preview = /og:image" content="http:\/\/[^/]+(\/[^"]+)"/.exec(await text('/'))?.[1]
  expect((await get(preview!)).headers.get('content-type')).toBe('image/jpeg')
})

test('an account page wears the product’s frame and words', async () => {
  const html = await text('/sign-in/phone')
  expect(html).toContain('صُنع في مصر')
  expect(html).toContain('placeholder="010 1234 5678"')
  expect(html).not.toContain('Wolo')
})
