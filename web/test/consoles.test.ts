/**
 * What the consoles' pages do themselves: whom they let in, what a scan leads to, what is kept on the phone, how messages of
 * the outbox are read. The API behind them answers as its documentation says; the journeys on the real one are tested there.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeOf, groupByAddress, matchesAddress, partsOf } from '../app/consoles/dev/reading.ts'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

const PARTNER = 'prt_1'
const venues = [
  { id: 'vnu_1', name: 'Plateau', address: '12 rue Carnot', city: 'Dakar', phone: null },
  { id: 'vnu_2', name: 'Almadies', address: 'Route des Almadies', city: 'Dakar', phone: null },
]
const nothing = {
  pack_name: null,
  redemption_id: null,
  redeemed_at: null,
  undo_until: null,
  used_at: null,
  used_venue: null,
}

let app: FastifyInstance
let origin: string
let development = true
let me: Record<string, unknown> | null
let outcome: Record<string, unknown>
let scans: { body: Record<string, unknown>; key: unknown }[] = []

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  app.get('/api/me', async (_request, reply) => me ?? reply.code(401).send({ code: 'kernel.unauthenticated' }))
  app.get(`/api/partners/${PARTNER}`, async () => ({
    id: PARTNER,
    name: 'Ciné',
    kind: 'cinema',
    description: {},
    venues,
  }))
  app.post('/api/redemptions', async (request) => {
    scans.push({ body: request.body as Record<string, unknown>, key: request.headers['idempotency-key'] })
    return outcome
  })
  app.get('/api/dev/outbox', async () => ({ items: [] }))
  app.get('/api/redemptions', async () => ({
    items: [
      {
        attempted_at: '2026-11-22T09:30:00Z',
        act: 'scan',
        result: 'accepted',
        redemption_id: 'rdm_1',
        undo_until: '2026-11-22T09:40:00Z',
        undone_at: null,
        pack_name: 'Soirée ciné à deux',
        venue_name: 'Plateau',
      },
    ],
    next_cursor: null,
    partner_id: PARTNER,
    today: { redeemed: '0', price_minor: '0', share_minor: '0' },
    by_counter: [],
  }))
  await attachWeb(app, {
    build,
    clientDirectory,
    product: 'wolo',
    get development() {
      return development
    },
  })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 240_000)
afterAll(() => app.close())
beforeEach(() => {
  development = true
  scans = []
  me = {
    id: 'usr_1',
    permissions: [],
    partner_permissions: ['redemption.scan', 'redemption.undo'],
    partner_ids: [PARTNER],
  }
})

const get = (path: string, cookie = '') => fetch(origin + path, { redirect: 'manual', headers: { cookie } })
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual', headers: { cookie } })
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((it) => it.split(';')[0])
    .join('; ')

/** The cookie of a phone on which a venue was chosen. */
const atTheCounter = async () => cookieOf(await post('/partner', { venue: 'vnu_1' }))

test.each(['/dev', '/dev/outbox', '/dev/clock'])('%s exists only in development', async (path) => {
  development = false
  expect((await get(path)).status).toBe(404)
})

test('the clock of a product in production cannot be asked to move', async () => {
  development = false
  expect((await post('/dev/clock', { by: 'P1D' })).status).toBe(404)
})

test.each(['/staff', '/partner', '/partner/scan'])('%s leads a stranger to sign-in and back', async (path) => {
  me = null
  const response = await get(path)
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
})

test.each([
  ['/staff/nothing-here', '/staff'],
  ['/partner/nothing-here', '/partner'],
  ['/staffing', '/'],
])('from %s, which is not there, the way back is %s', async (path, home) => {
  const response = await get(path)
  expect(response.status).toBe(404)
  expect(await response.text()).toMatch(new RegExp(`<a[^>]*href="${home}"[^>]*>Retour à l’accueil`))
})

test('who takes a scan back reads which one it is', async () => {
  const html = await (await get('/partner/scans/rdm_1/undo')).text()
  expect(html).toMatch(/<strong>Soirée ciné à deux<\/strong>.*09:30.*Plateau/s)
})

test('a partner’s people see nothing of the staff console, nor the other way round', async () => {
  expect((await get('/staff')).status).toBe(403)
  me = { id: 'usr_2', roles: ['support'], permissions: ['audit.view'], partner_permissions: [], partner_ids: [] }
  expect((await get('/partner')).status).toBe(403)
})

test('the menu shows what the person may see and nothing else', async () => {
  me = { id: 'usr_2', roles: ['support'], permissions: ['audit.view'], partner_permissions: [], partner_ids: [] }
  const html = await (await get('/staff')).text()
  expect(html).toContain('href="/staff/audit"')
  expect(html).not.toContain('href="/staff/payments"')
  expect(html).not.toContain('href="/staff/settlements"')
})

test('a phone asks for its venue once and takes none of another partner', async () => {
  expect((await get('/partner/scan')).headers.get('location')).toBe('/partner')
  expect((await post('/partner', { venue: 'vnu_9' })).status).toBe(422)
  const cookie = await atTheCounter()
  const html = await (await get('/partner/scan', cookie)).text()
  expect(html).toContain('Plateau')
})

test('the scan page may run the reader and its policy allows nothing else inline', async () => {
  const response = await get('/partner/scan', await atTheCounter())
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';")
  const wasm = /data-wasm="([^"]+)"/.exec(await response.text())?.[1] as string
  const file = await get(wasm)
  expect(file.headers.get('content-type')).toBe('application/wasm')
})

test('a typed code leads to its outcome, which can be looked at again without scanning again', async () => {
  outcome = { ...nothing, result: 'accepted', sentence: 'Valable.', pack_name: 'Deux places', redemption_id: 'rdm_1' }
  const counter = await atTheCounter()
  const scanned = await post('/partner/scan', { code: 'ABCD-EFG-HJK' }, counter)
  expect(scanned.status).toBe(303)
  const to = scanned.headers.get('location') as string
  const cookie = `${counter}; ${cookieOf(scanned)}`
  for (let look = 0; look < 2; look += 1) {
    const html = await (await get(to, cookie)).text()
    expect(html).toContain('data-verdict="yes"')
    expect(html).toContain('Deux places')
  }
  expect(scans).toEqual([{ body: { code: 'ABCD-EFG-HJK', venue_id: 'vnu_1' }, key: expect.any(String) }])
})

test('a refusal is red, says why and what to do', async () => {
  outcome = { ...nothing, result: 'already_used', sentence: 'Déjà utilisé le 5 décembre à 12:00, Plateau.' }
  const counter = await atTheCounter()
  const scanned = await post('/partner/scan', { token: 'a-token' }, counter)
  expect(scans[0]?.body).toEqual({ token: 'a-token', venue_id: 'vnu_1' })
  const html = await (await get(scanned.headers.get('location') as string, `${counter}; ${cookieOf(scanned)}`)).text()
  expect(html).toContain('data-verdict="no"')
  expect(html).toContain('Déjà utilisé le 5 décembre')
  expect(html).toContain('Ne servez pas deux fois')
  expect(html).not.toContain('data-verdict="yes"')
})

test('an address alone shows no outcome: nobody can send a cashier a green page', async () => {
  const html = await (await get('/partner/scan/8c0f1f0a-0000-4000-8000-000000000000', await atTheCounter())).text()
  expect(html).not.toContain('data-verdict')
})

test('nothing typed is no attempt', async () => {
  const response = await post('/partner/scan', { code: ' ' }, await atTheCounter())
  expect(response.status).toBe(422)
  expect(scans).toEqual([])
})

test.each([
  ['Wolo : 482913 est votre code.', '482913'],
  ['Your code is 004821', '004821'],
  ['https://wolo.sn/confirm?t=123456', undefined],
  ['Envoyé au 221771234567', undefined],
])('the code in “%s”', (body, code) => {
  expect(codeOf(body)).toBe(code)
})

test.each([
  ['+221771234567', '77 123 45 67', true],
  ['+221771234567', '00221 77 123 45 67', true],
  ['+221771234567', '78 123', false],
  ['awa@wolo.sn', 'AWA@', true],
  ['awa@wolo.sn', '', true],
])('%s asked for as “%s”', (address, asked, found) => {
  expect(matchesAddress(address, asked)).toBe(found)
})

test('messages stand with whom they are for, in the order they came', () => {
  const messages = [
    { id: 3, address: 'a' },
    { id: 2, address: 'b' },
    { id: 1, address: 'a' },
  ]
  expect(groupByAddress(messages).map(({ address, messages: of }) => [address, of.map(({ id }) => id)])).toEqual([
    ['a', [3, 1]],
    ['b', [2]],
  ])
})

test('a link ends before the full stop', () => {
  expect(partsOf('Ici : http://wolo.sn/p/awa. Merci')).toEqual([
    { text: 'Ici : ' },
    { text: 'http://wolo.sn/p/awa', href: 'http://wolo.sn/p/awa' },
    { text: '. Merci' },
  ])
})
