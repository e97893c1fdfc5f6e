/**
 * Support answers “I paid, where is my money?” from a phone number: the box of the frame, the answer, its page. The API behind
 * the pages answers as its documentation says; that it finds what there is, is tested there.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Thing } from '../app/consoles/staff/inquiry/things.ts'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

const GIFT = 'gif_01kc000000000000000000000a'
const PAYMENT = 'pay_01kc000000000000000000000b'
const gift: Thing = {
  kind: 'gift',
  id: GIFT,
  title: 'Modou',
  state: 'received',
  at: '2026-11-20T10:00:00Z',
  amount_minor: '25000',
  currency: 'XOF',
  facts: { payment: PAYMENT, pot: 'pot_01kc000000000000000000000c', honoree: 'Awa', paid_at: '2026-11-20T10:01:00Z' },
}
const payment: Thing = { ...gift, kind: 'payment', id: PAYMENT, title: '', state: 'succeeded', facts: {} }

let app: FastifyInstance
let origin: string
let asked: string[] = []
let permissions: string[]
let found: unknown
let busy = false

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  app.get('/api/me', async () => ({
    id: 'usr_1',
    permissions,
    partner_permissions: [],
    partner_ids: [],
    roles: ['support'],
  }))
  app.get('/api/views', async () => ({ items: [] }))
  app.get('/api/operations/search', async (request, reply) => {
    asked.push((request.query as { q: string }).q)
    return busy ? reply.code(429).send({ code: 'kernel.too_many_requests' }) : found
  })
  app.get('/api/operations/trace/:id', async () => ({
    about: gift,
    things: [payment],
    steps: [
      { at: '2026-11-20T10:00:00Z', kind: 'gift', ref: GIFT, code: 'started', facts: {} },
      {
        at: '2026-11-20T10:01:00Z',
        kind: 'transfer',
        ref: 'trf_01kc000000000000000000000d',
        code: 'payments.received',
        facts: {},
      },
      { at: '2026-11-20T10:01:00Z', kind: 'gift', ref: GIFT, code: 'received', facts: {} },
    ],
    hidden: ['ledger.view'],
    cut_off: false,
  }))
  await attachWeb(app, { build, clientDirectory, product: 'wolo', development: false })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 300_000)
afterAll(() => app.close())
beforeEach(() => {
  asked = []
  busy = false
  found = { read_as: 'phone', items: [payment, gift] }
  permissions = ['operations.search', 'pots.view', 'payments.view']
})

const get = (path: string) => fetch(origin + path, { redirect: 'manual', headers: { 'accept-language': 'fr' } })

test('from a phone number to the sentence: the frame’s box, the answer, its page', async () => {
  // Whatever page support is on: one box leads to the search.
  const anywhere = await (await get('/staff/search')).text()
  expect(anywhere).toMatch(/<form[^>]*action="\/staff\/search"/)
  // The first click sends the number, the answer already says where the money is.
  const answer = await (await get('/staff/search?q=77+123+45+67')).text()
  expect(asked).toEqual(['77 123 45 67'])
  expect(answer).toContain('sont bien arrivés le vendredi 20\u00a0novembre')
  expect(answer).toContain(`href="/staff/gifts/${GIFT}"`)
  // The gift answers for its payment.
  expect(answer).not.toContain(`href="/staff/payments/${PAYMENT}"`)
  // The second click opens it.
  const page = await (await get(`/staff/gifts/${GIFT}`)).text()
  expect(page).toContain('sont gardés dans la cagnotte d’Awa')
  expect(page).toContain('Le don est dans la cagnotte')
})

test('a page tells the story without entries of the ledger, unless asked for them, and says what is hidden', async () => {
  const page = await (await get(`/staff/gifts/${GIFT}`)).text()
  expect(page).not.toContain('paiement reçu')
  expect(page).toContain('le grand livre')
  expect(await (await get(`/staff/gifts/${GIFT}?all`)).text()).toContain('paiement reçu')
})

test('money that came as another amount is never called “nothing was taken”', async () => {
  const facts = { ...gift.facts, reason: 'amount_differs' }
  found = { read_as: 'phone', items: [{ ...gift, state: 'failed', facts }] }
  const html = await (await get('/staff/search?q=771234567')).text()
  expect(html).toContain('mis de côté')
  expect(html).not.toContain('rien n’a été prélevé')
  found = { read_as: 'phone', items: [{ ...gift, state: 'failed', facts: { ...facts, reason: 'insufficient-funds' } }] }
  expect(await (await get('/staff/search?q=771234567')).text()).toContain('rien n’a été prélevé')
})

test('nothing found says what to ask the caller next, and that the look-up is on record', async () => {
  found = { read_as: 'phone', items: [] }
  const html = await (await get('/staff/search?q=771234567')).text()
  expect(html).toContain('numéro de transaction Wave')
  expect(html).toContain('journal d’audit')
})

test('too many searches are said kindly, on the page', async () => {
  busy = true
  const response = await get('/staff/search?q=771234567')
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Attendez une minute')
})
