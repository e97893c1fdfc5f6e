/** The page of all words for somebody: reached from the pot, leafed through by links, and honest where there is nothing to read. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import { browser, noteCalls, type Browser, type Call } from './visiting.ts'

let app: FastifyInstance
let get: Browser['get']
const calls: Call[] = []
let pot: Record<string, unknown>
let list: { items: unknown[]; next_cursor: string | null }

const words = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    name: `Ami ${from + i}`,
    anonymous: false,
    amount_minor: '5000',
    message: `Voeu numéro ${from + i}.`,
    at: '2026-03-01T10:00:00Z',
  }))
const silent = { name: null, anonymous: true, amount_minor: null, message: null, at: '2026-03-01T09:00:00Z' }
const openPot = {
  slug: 'awa-2erahn2fe6',
  status: 'open',
  end_reason: null,
  title: 'Les 32 ans d’Awa',
  story: '',
  cover: null,
  honoree_name: 'Awa',
  visibility: 'public',
  birthday: '2126-12-11',
  opens_at: '2026-11-11T00:00:00Z',
  takes_gifts: true,
  shortfall_until: '2126-12-25T00:00:00Z',
  short_since: null,
  target_minor: '250000',
  raised_minor: '115000',
  topped_up_minor: '0',
  gift_count: 23,
  allow_anonymous: true,
  allow_messages: true,
  show_names: true,
  suggested_amounts_minor: ['2000'],
  pack: null,
  thanks: null,
  rules: { shortfall_days: 14, late_money_days: 14, unverified_refund_days: 90 },
  gifts: words(20),
  timeline: [],
}
const PATH = '/p/awa-2erahn2fe6'

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  noteCalls(app, calls)
  for (const [path, answer] of [
    ['/api/p/:slug', () => pot],
    ['/api/p/:slug/gifts', () => list],
  ] as const)
    app.get(path, async (request, reply) =>
      (request.params as { slug: string }).slug === pot['slug']
        ? answer()
        : reply.code(404).send({ code: 'kernel.not_found', status: 404, detail: 'Introuvable.' }),
    )
  await attachWeb(app, { build, clientDirectory, product: 'wolo' })
  ;({ get } = browser(await app.listen({ port: 0, host: '127.0.0.1' })))
}, 240_000)
afterAll(() => app.close())

beforeEach(() => {
  calls.length = 0
  pot = openPot
  list = { items: [...words(22), silent], next_cursor: null }
})

const read = async (path: string, headers = {}) => (await get(path, headers)).text()

test('the pot leads there when it has more than it shows, and only then', async () => {
  const link = `href="${PATH}/gifts"`
  const more = await read(PATH)
  expect(more).toContain(link)
  expect(more).toContain('Voir tous les mots (encore 3 cadeaux)')
  expect(await read(PATH, { 'accept-language': 'en' })).toContain('See all the words (3 more gifts)')
  pot = { ...openPot, gift_count: 21 }
  expect(await read(PATH)).toContain('(encore 1 cadeau)')
  pot = { ...openPot, gift_count: 20 }
  expect(await read(PATH)).not.toContain(link)
  // A private pot counts its gifts and has none to show, here or there.
  pot = { ...openPot, visibility: 'private', gifts: [] }
  expect(await read(PATH)).not.toContain(link)
})

test('every word is there to be read without a script, nothing folded, out of search engines even of a public pot', async () => {
  const html = await read(`${PATH}/gifts`)
  for (const { message, name } of words(22)) {
    expect(html).toContain(message)
    expect(html).toContain(name)
  }
  expect(html).toMatch(/<h1[^>]*>Tous les mots pour Awa<\/h1>/)
  expect(html).toContain('Ils ont participé aussi')
  expect(html).toContain('En secret')
  expect(html).toContain('name="robots" content="noindex"')
  expect(html).not.toContain('<details')
  expect(html).toContain(`href="${PATH}"`)
  expect(html).toContain(`href="${PATH}/give"`)
  expect(await read(`${PATH}/gifts`, { 'accept-language': 'en' })).toMatch(/<h1[^>]*>All the words for Awa<\/h1>/)
})

test('a link carries on where the page ends, and another leads back to the start', async () => {
  list = { ...list, next_cursor: 'after-the_first' }
  const first = await read(`${PATH}/gifts`)
  expect(first).toContain('href="/p/awa-2erahn2fe6/gifts?cursor=after-the_first"')
  expect(calls.map(({ url }) => url)).toContain('/api/p/awa-2erahn2fe6/gifts?limit=50')
  list = { items: words(3, 50), next_cursor: null }
  const last = await read(`${PATH}/gifts?cursor=after-the_first`)
  expect(calls.map(({ url }) => url)).toContain('/api/p/awa-2erahn2fe6/gifts?limit=50&cursor=after-the_first')
  expect(last).toContain('Voeu numéro 52.')
  expect(last).not.toContain('rel="next"')
  expect(last).toContain('Retour au début')
})

test.each([
  ['nobody has given to', { gift_count: 0 }, 'Le premier cadeau donne l’élan', true],
  ['keeps its gifts to itself', { visibility: 'private', gift_count: 4 }, 'La liste des cadeaux est privée', true],
  ['has not opened', { status: 'scheduled', takes_gifts: false, gift_count: 0 }, 'Gardez le lien', false],
  ['ended without gifts', { status: 'expired', takes_gifts: false, gift_count: 0 }, 'ne reçoit plus de cadeaux', false],
])('a pot that %s says so', async (_state, facts, sentence, takes) => {
  pot = { ...openPot, gifts: [], ...facts }
  list = { items: [], next_cursor: null }
  const html = await read(`${PATH}/gifts`)
  expect(html).toContain(sentence)
  expect(html.includes(`href="${PATH}/give"`)).toBe(takes)
  expect(html).toContain(`href="${PATH}"`)
})

test('a pot that is over keeps its words and asks for nothing more', async () => {
  pot = { ...openPot, status: 'closed', end_reason: 'bought', takes_gifts: false }
  const html = await read(`${PATH}/gifts`)
  expect(html).toContain('Voeu numéro 21.')
  expect(html).not.toContain('/give')
})

test('a pot that nobody has is not there, and says so in words', async () => {
  const answer = await get('/p/nobody-23456789ab/gifts')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Cette page n’existe pas')
})
