/**
 * What Wolo's pages of pots and gifts do themselves, between a browser without JavaScript and the API: where they lead, what they keep, what
 * they never show. The API behind them answers as its documentation says; the journeys on the real one are tested there.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import { wordsOf } from '../app/i18n.ts'
import { browser, noteCalls, refusal, type Browser, type Call } from './visiting.ts'

const KEY = '0198f0aa-0000-7000-8000-000000000001'
const LAUNCH = 'https://pay.example/c/cos-1'
const SECRET = '0123456789abcdef0123456789abcdef'

let app: FastifyInstance
let origin: string
let get: Browser['get']
let post: Browser['post']
const calls: Call[] = []
let refuseGift = false
let looks: string[] = []
let pot: Record<string, unknown>
let gift: Record<string, unknown>

const rules = {
  opens_days_before: 30,
  shortfall_days: 14,
  late_money_days: 14,
  unverified_refund_days: 90,
  gift_min_minor: '200',
  gift_max_minor: '500000',
}
const openPot = {
  slug: 'awa-2erahn2fe6',
  status: 'open',
  end_reason: null,
  title: 'Les 32 ans d’Awa',
  story: '<script>alert(1)</script>',
  cover: 'pirogue',
  honoree_name: 'Awa',
  visibility: 'link',
  birthday: '2026-12-11',
  opens_at: '2026-11-11T00:00:00Z',
  takes_gifts: true,
  shortfall_until: '2026-12-25T00:00:00Z',
  short_since: null,
  target_minor: '25000',
  raised_minor: '7500',
  topped_up_minor: '2500',
  gift_count: 2,
  allow_anonymous: true,
  allow_messages: true,
  show_names: true,
  suggested_amounts_minor: ['2000', '5000', '10000'],
  pack: null,
  rules,
  gifts: [
    { name: 'Modou', anonymous: false, amount_minor: '5000', message: 'Bonne fête !', at: '2026-11-20T10:00:00Z' },
    { name: null, anonymous: true, amount_minor: null, message: null, at: '2026-11-19T10:00:00Z' },
  ],
  timeline: [
    { at: '2026-11-11T00:00:00Z', code: 'opened', detail: {} },
    { at: '2026-11-12T00:00:00Z', code: 'a_step_of_tomorrow', detail: {} },
  ],
}

/** A gift that somebody began and did not pay. */
const begun = {
  status: 'pending',
  reason: null,
  amount_minor: '7300',
  donor_name: 'Tante Khady',
  anonymous: false,
  show_amount: false,
  message: 'Dewenati !',
  created_at: '2026-11-20T10:00:00Z',
  paid_at: null,
  choice: null,
  choose_until: null,
  refund_reason: null,
  thanks: null,
  rules,
  timeline: [{ at: '2026-11-20T10:00:00Z', code: 'started', detail: {} }],
  // Far enough, whenever this runs.
  pot: {
    slug: 'awa-2erahn2fe6',
    title: 'Les 32 ans d’Awa',
    honoree_name: 'Awa',
    birthday: '2126-12-11',
    takes_gifts: true,
  },
}

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  noteCalls(app, calls)
  app.get('/api/p/:slug', async (request, reply) =>
    (request.params as { slug: string }).slug === 'impossible'
      ? reply.code(422).send({ code: 'kernel.invalid_input', status: 422, detail: 'Certaines informations manquent.' })
      : pot,
  )
  app.get('/api/pots/rules', async () => ({ ...rules, message_length_max: 280, donor_name_length_max: 60 }))
  for (const count of ['views', 'shares'])
    app.post(`/api/p/:slug/${count}`, async (_request, reply) => reply.code(204).send())
  app.get('/api/gifts/:id', async (request, reply) =>
    (request.query as { secret?: string }).secret === SECRET
      ? { ...begun, ...gift }
      : reply.code(404).send({ code: 'kernel.not_found', status: 404, detail: 'Introuvable.' }),
  )
  app.post('/api/p/:slug/gifts', async (_request, reply) => {
    if (refuseGift)
      return refusal(reply.code(422), 'pots.name_needed', 'Indiquez votre nom.', { donor_name: 'Indiquez votre nom.' })
    reply.code(201)
    return { gift_id: 'gif_1', secret: SECRET, launch_url: LAUNCH }
  })
  await attachWeb(app, {
    build,
    clientDirectory,
    product: 'wolo',
    formOrigins: ['https://pay.example'],
    looked: (path) => void looks.push(path),
  })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
  ;({ get, post } = browser(origin))
}, 240_000)

afterAll(() => app.close())

beforeEach(() => {
  calls.length = 0
  looks = []
  refuseGift = false
  pot = openPot
  gift = {}
})

test('the public page shows gifts as the API lets them be seen, and leaves out steps it has no words for', async () => {
  const html = await (await get('/p/awa-2erahn2fe6')).text()
  expect(html).toContain('Modou')
  // What the owner added counts like gifts.
  expect(html).toContain('<data value="10000"')
  expect(html).toContain('En secret')
  expect(html).toContain('L’anniversaire d’Awa')
  expect(html).toContain('La cagnotte est ouverte')
  expect(html).not.toContain('a_step_of_tomorrow')
  expect(html).not.toContain('<script>alert')
  expect(html).toMatch(/<meta property="og:image" content="http:\/\/[^"]+\/p\/awa-2erahn2fe6\/preview\.jpg\?[^"]+"/)
  expect(html).toContain('<meta name="robots" content="noindex"')
})

test('only a person who opens the page counts as a visit', async () => {
  // Node's own fetch always says `cors`, as the page's refreshing does.
  const browser = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' }
  const open = (headers: Record<string, string> = {}) =>
    app.inject({ url: '/p/awa-2erahn2fe6', headers: { ...browser, ...headers } })
  await open()
  await open({ 'sec-fetch-mode': 'cors' })
  await open({ 'sec-fetch-mode': 'navigate', 'user-agent': 'WhatsApp/2.23' })
  expect(looks).toEqual([])
  await open({ 'sec-fetch-mode': 'navigate' })
  expect(looks).toEqual(['/p/awa-2erahn2fe6'])
})

test('an address that cannot be is one that is not there', async () => {
  const response = await get('/p/impossible')
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('Cette page n’existe pas')
})

test('the rules stand on the form, before the button that pays', async () => {
  const html = await (await get('/p/awa-2erahn2fe6/give')).text()
  const [rule, button] = [html.indexOf('Sinon, vous êtes remboursé(e) en entier'), html.indexOf('Offrir avec Wave')]
  expect(rule).toBeGreaterThan(0)
  expect(button).toBeGreaterThan(rule)
})

test('giving leads to the page to pay on, with the form’s own key', async () => {
  const fields = { amount: '5000', amount_minor: '', donor_name: 'Modou', message: '', donor_phone: '' }
  const response = await post('/p/awa-2erahn2fe6/give', { ...fields, idempotency_key: KEY })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(LAUNCH)
  const call = calls.find(({ method, url }) => method === 'POST' && url.endsWith('/gifts'))
  expect(call?.key).toBe(KEY)
  expect(call?.body).toEqual({ amount_minor: '5000', donor_name: 'Modou', is_anonymous: false, show_amount: true })
})

test('a free amount wins over the chips, as people write it', async () => {
  await post('/p/awa-2erahn2fe6/give', {
    amount: '5000',
    amount_minor: '7 500 F',
    is_anonymous: 'on',
    hide_amount: 'on',
  })
  expect(calls.at(-1)?.body).toEqual({ amount_minor: '7500', is_anonymous: true, show_amount: false })
})

test('what is no whole amount is asked for again in plain words, and nothing is sent', async () => {
  const response = await post('/p/awa-2erahn2fe6/give', { amount: '5000', amount_minor: '5000,50' })
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('Écrivez une somme en francs entiers, comme 5\u202f000.')
  expect(calls.some(({ method }) => method === 'POST')).toBe(false)
})

test('a refused gift keeps what was typed and says why once', async () => {
  refuseGift = true
  const response = await post('/p/awa-2erahn2fe6/give', { amount: '10000', message: 'Joyeux anniversaire' })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('Joyeux anniversaire')
  expect(html).toMatch(/value="10000"[^>]*checked|checked[^>]*value="10000"/)
  expect(html.match(/Indiquez votre nom\./g)).toHaveLength(1)
})

test.each([
  ['scheduled', 'Cette cagnotte s’ouvre'],
  ['closed', 'ne reçoit plus de cadeaux'],
  ['expired', 'ne reçoit plus de cadeaux'],
])('a pot that is %s has no form to give', async (status, sentence) => {
  pot = { ...openPot, status, takes_gifts: false }
  const html = await (await get('/p/awa-2erahn2fe6/give')).text()
  expect(html).toContain(sentence)
  expect(html).not.toContain('<form')
})

test('who turned back at Wave finds the form as they left it, and nobody else does', async () => {
  const form = async (secret: string) =>
    (await get(`/p/awa-2erahn2fe6/give?${new URLSearchParams({ gift: 'gif_1', secret })}`)).text()
  const mine = await form(SECRET)
  expect(mine).toMatch(/<input[^>]*name="amount_minor"[^>]*value="7300"|value="7300"[^>]*name="amount_minor"/)
  expect(mine).toContain('value="Tante Khady"')
  expect(mine).toContain('Dewenati !</textarea>')
  const chips = mine.match(/<input type="radio"[^>]*>/g)!
  expect(chips.filter((chip) => chip.includes('checked'))).toEqual([])
  expect(mine).toMatch(/name="hide_amount"[^>]*checked|checked[^>]*name="hide_amount"/)
  const theirs = await form('f'.repeat(32))
  expect(theirs).not.toContain('Khady')
  expect(theirs).toContain('checked')
})

test.each([
  ['pending', 'En attente de Wave'],
  ['failed', 'Le paiement n’a pas abouti'],
])('a gift that is %s is paid no more once its pot is over', async (status, title) => {
  const page = async () => (await get(`/g/gif_1?secret=${SECRET}`)).text()
  gift = { status }
  const open = await page()
  expect(open).toContain(title)
  expect(open).toContain('value="pay"')
  expect(open).toContain('Changer le montant')
  gift = { status, pot: { ...begun.pot, takes_gifts: false } }
  const over = await page()
  expect(over).toContain(title)
  expect(over).toContain('plus rien à payer')
  expect(over).not.toContain('value="pay"')
  expect(over).not.toContain('Changer le montant')
  expect(over).not.toContain('la cagnotte devient le cadeau')
})

test('a gift that arrived is news once, and later a page to follow the money on', async () => {
  gift = { status: 'received', paid_at: new Date().toISOString() }
  expect(await (await get(`/g/gif_1?secret=${SECRET}`)).text()).toContain('Awa vient de l’apprendre')
  gift = { status: 'received', paid_at: '2026-02-01T10:00:00Z' }
  const later = await (await get(`/g/gif_1?secret=${SECRET}`)).text()
  expect(later).toContain('Awa le sait')
  expect(later).not.toContain('vient de l’apprendre')
})

test('a gift link that lost its end says that the money does not depend on it', async () => {
  const response = await get(`/g/gif_1?secret=${SECRET.slice(1)}`)
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('Ce lien de cadeau est incomplet')
})

test('a name that begins with a drawing is shown by its first letter', async () => {
  pot = { ...openPot, gifts: [{ ...openPot.gifts[0], name: '👩🏾‍🦱 Aïssatou' }] }
  const html = await (await get('/p/awa-2erahn2fe6')).text()
  expect(html).not.toContain('\ufffd')
  expect(html).toMatch(/aria-hidden="true"[^>]*>A</)
})

test('WhatsApp gets a sentence with the link, and the share is counted', async () => {
  const response = await get('/p/awa-2erahn2fe6/share')
  const address = response.headers.get('location')!
  expect(address).toMatch(/^https:\/\/wa\.me\/\?text=/)
  expect(address).not.toContain('+')
  expect(decodeURIComponent(address)).toContain(`${origin}/p/awa-2erahn2fe6`)
  expect(calls.some((call) => call.url.endsWith('/shares'))).toBe(true)
})

test('every cover has its drawing and its name', () => {
  const source = readFileSync(new URL('../app/wolo/covers/covers.tsx', import.meta.url), 'utf8')
  const names = [...source.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1]!)
  expect(names.length).toBeGreaterThanOrEqual(6)
  for (const name of names) {
    expect(wordsOf('wolo', 'fr')[`cover.${name}`], name).toBeTruthy()
    const svg = readFileSync(new URL(`../app/wolo/covers/${name}.svg`, import.meta.url), 'utf8')
    expect(svg).not.toMatch(/<script|href="http|<text/)
    expect(svg).toContain('viewBox="0 0 1200 630"')
  }
})

test('the pot page tells who gave, in words and in one line each, and how to give stays under the thumb', async () => {
  const html = await (await get('/p/awa-2erahn2fe6')).text()
  // A gift with words is a note; one without is a line.
  expect(html.indexOf('Bonne fête')).toBeGreaterThan(0)
  expect(html).toContain('Ils ont participé aussi')
  expect(html).toMatch(/data-gifts="2"[^>]*data-cheer="Modou vient d’offrir 5.000.F/)
  expect(html).toContain('act-bar')
  // The rules are folded, their gist is not.
  const folded = html.slice(html.indexOf('<details'))
  expect(folded).toContain('Si votre paiement arrive après la fin')
  expect(html.slice(0, html.indexOf('<details'))).toContain('Personne ne retire l’argent')
})

test.each([
  ['fraud', 'Cette cagnotte est arrêtée'],
  ['failed_pot', 'Cette cagnotte n’a pas abouti'],
])('a pot that ended by %s says so, and what becomes of the money', async (reason, sentence) => {
  pot = { ...openPot, status: 'expired', end_reason: reason, takes_gifts: false }
  const html = await (await get('/p/awa-2erahn2fe6')).text()
  expect(html).toContain(sentence)
  expect(html).toContain('remboursés, en entier')
  expect(html).not.toContain('act-bar')
})

test('a private pot shows neither names nor faces', async () => {
  pot = { ...openPot, visibility: 'private', gifts: [] }
  const html = await (await get('/p/awa-2erahn2fe6')).text()
  expect(html).toContain('La liste des cadeaux est privée')
  expect(html).not.toContain('data-cheer')
})

test('the amounts to tap are those the pot suggests, an ordinary one chosen, and what is missing among them', async () => {
  const html = await (await get('/p/awa-2erahn2fe6/give')).text()
  const tiles = [...html.matchAll(/<input type="radio"[^>]*>/g)].map(([tag]) => ({
    amount: /value="(\d+)"/.exec(tag)?.[1],
    chosen: tag.includes('checked=""'),
  }))
  expect(tiles).toEqual([
    { amount: '2000', chosen: false },
    { amount: '5000', chosen: true },
    { amount: '10000', chosen: false },
    { amount: '15000', chosen: false },
  ])
  expect(html).toContain('complète la cagnotte')
})

test('the field that was refused has the focus, and only that one', async () => {
  refuseGift = true
  const html = await (await post('/p/awa-2erahn2fe6/give', { amount: '10000' })).text()
  expect(html.match(/<input[^>]*autofocus[^>]*>/gi)).toEqual([expect.stringContaining('name="donor_name"')])
})

test('the first view of a pot weighs at most 35 KB compressed, pictures aside', async () => {
  const asked = { 'accept-encoding': 'br' }
  const page = await app.inject({ url: '/p/awa-2erahn2fe6', headers: asked })
  const html = brotliDecompressSync(page.rawPayload).toString()
  const files = new Set([...html.matchAll(/"(\/assets\/[^"]+\.(?:js|css|woff2))"/g)].map(([, file = '']) => file))
  expect(files.size).toBeGreaterThanOrEqual(5)
  let bytes = page.rawPayload.length
  for (const url of files) bytes += (await app.inject({ url, headers: asked })).rawPayload.length
  expect(bytes).toBeLessThanOrEqual(35_000)
})
