/** Signing in on Wolo's pages, between a browser without JavaScript and the API: what travels where, and where it leads. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import { browser, noteCalls, refusal, type Browser, type Call } from './visiting.ts'

const PHONE = '77 123 45 67'

let app: FastifyInstance
let get: Browser['get']
let post: Browser['post']
const calls: Call[] = []

beforeAll(async () => {
  app = Fastify()
  noteCalls(app, calls)
  app.post('/api/otp', async (_request, reply) => {
    reply.code(202)
    return {
      challenge_id: 'otp_1',
      resend_at: new Date(Date.now() + 30_000).toISOString(),
      expires_at: new Date(Date.now() + 600_000).toISOString(),
    }
  })
  app.post('/api/otp/:id/verification', async (request, reply) => {
    if ((request.body as { code: string }).code !== '123456') {
      return refusal(reply.code(422), 'identity.code_wrong', 'Ce code n’est pas le bon. Essais restants : 4.')
    }
    return { user: { id: 'usr_1', is_new: (request.params as { id: string }).id === 'otp_1' } }
  })
  app.get('/api/pots', async (_request, reply) =>
    refusal(reply.code(401), 'kernel.sign_in_required', 'Connectez-vous d’abord.'),
  )
  await attachWeb(app, { ...(await buildWeb()), product: 'wolo' })
  ;({ get, post } = browser(await app.listen({ port: 0, host: '127.0.0.1' })))
}, 240_000)

afterAll(() => app.close())

beforeEach(() => void (calls.length = 0))

async function askCode(next = '') {
  const response = await post(`/sign-in${next && `?next=${encodeURIComponent(next)}`}`, { phone: PHONE })
  return { response, cookie: response.headers.getSetCookie()[0]!.split(';')[0]! }
}

test.each([
  '/sign-in',
  '/sign-in/email',
  '/sign-up',
  '/reset-password',
  '/reset-password?token=t',
  '/confirm-email?token=t',
])('%s is one plain page in both languages', async (path) => {
  const lang = path.includes('?') ? '&lang=en' : '?lang=en'
  const [french, english] = await Promise.all([get(path), get(path + lang)].map(async (page) => (await page).text()))
  for (const html of [french!, english!]) {
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).not.toMatch(/<script(?! type="module" src=")/)
  }
  expect(french).toContain('lang="fr"')
  expect(english).toContain('lang="en"')
  expect(english).not.toMatch(/Mot de passe|Numéro de téléphone|Créer/)
})

test('between number and code the number travels in a cookie scripts cannot read, never in the address', async () => {
  const { response, cookie } = await askCode('/pots/new')
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/sign-in/code?next=%2Fpots%2Fnew')
  expect(response.headers.getSetCookie()[0]).toMatch(/Path=\/sign-in; HttpOnly; SameSite=Lax/)
  const html = await (await get('/sign-in/code', { cookie })).text()
  expect(html).toContain('77\u00a0123\u00a045\u00a067')
  expect(html).toMatch(/data-wait-seconds="(?:29|30)"/)
})

test('without a number there is no code to type', async () => {
  expect((await get('/sign-in/code?next=%2Fdashboard')).headers.get('location')).toBe('/sign-in?next=%2Fdashboard')
})

test('a wrong code is refused at its field and not sent back', async () => {
  const { cookie } = await askCode()
  const response = await post('/sign-in/code', { code: '654 321' }, { cookie })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(calls.at(-1)?.body).toEqual({ code: '654321' })
  expect(html.match(/Essais restants/g)).toHaveLength(1)
  expect(html).not.toContain('654321')
})

test('who is new introduces themselves first and is then taken where they were going', async () => {
  const { cookie } = await askCode('/pots/new')
  const response = await post('/sign-in/code?next=%2Fpots%2Fnew', { code: '123456' }, { cookie })
  expect(response.headers.get('location')).toBe('/welcome?next=%2Fpots%2Fnew')
  expect(response.headers.getSetCookie()[0]).toContain('Max-Age=0')
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example'])(
  'sign-in never leads on to %s',
  async (next) => {
    const { response } = await askCode(next)
    expect(response.headers.get('location')).toBe('/sign-in/code')
  },
)

test('a page for signed-in people leads through sign-in and back', async () => {
  const response = await get('/dashboard?cursor=c')
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/sign-in?next=%2Fdashboard%3Fcursor%3Dc')
})
