/** The staff console as Tutor's people see it: their own sections, words, drawings and names, nothing of another product. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

let app: FastifyInstance
let origin: string
let profile: Record<string, unknown> | null

const BOWL = 'M6 20h52a26 26 0 0 1-52 0Z'
const BOAT = 'm2 22 16 6 10-4 10 4 16-6-10 16H12Z'

beforeAll(async () => {
  app = Fastify()
  app.get('/api/me', async () => ({
    id: 'usr_1',
    phone: '+201001234513',
    email: null,
    roles: ['finance'],
    permissions: ['payments.view', 'ledger.view', 'subscriptions.view'],
    partner_permissions: [],
    partner_ids: [],
    second_factor_needed: false,
  }))
  app.get('/api/me/profile', async (_request, reply) => profile ?? reply.code(404).send({ code: 'kernel.not_found' }))
  app.get('/api/payments', async () => ({ items: [], next_cursor: null }))
  const line = { accounts: '2', asset: 'AI_TOKEN', kind: 'quota', balance_minor: '60000' }
  app.get('/api/ledger/trial-balance', async () => ({
    at: '2026-12-12T18:05:09Z',
    balanced: true,
    lines: [
      line,
      { ...line, asset: 'SPEECH_SECOND', balance_minor: '1' },
      { ...line, asset: 'EGP', kind: 'tax_payable' },
    ],
  }))
  app.get('/api/ledger/accounts', async () => ({ items: [], next_cursor: null }))
  await attachWeb(app, { ...(await buildWeb()), product: 'tutor', development: true })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 240_000)
afterAll(() => app.close())

const get = (path: string) => fetch(origin + path, { redirect: 'manual', headers: { 'accept-language': 'en' } })
const text = async (path: string) => (await get(path)).text()

test('whoever works here is named as colleagues call them, by number only where there is no name', async () => {
  profile = { user_id: 'usr_1', first_name: 'دينا', last_name: 'سمير' }
  const named = await text('/staff/payments')
  expect(named).toContain('دينا سمير')
  expect(named).not.toContain('0100 123 4513'.replaceAll(' ', '\u00a0'))
  profile = null
  expect(await text('/staff/payments')).toMatch(/010[\s\u00a0]?0123[\s\u00a0]?4513/)
})

test('nothing is paid out here and no shops take part: no way leads there and no page is there', async () => {
  const html = await text('/staff/payments')
  expect(html).toContain('href="/staff/webhooks"')
  expect(html).not.toContain('/staff/payouts')
  expect(await text('/dev')).not.toContain('href="/partner"')
  for (const path of [
    '/staff/payouts',
    '/staff/pots',
    '/staff/packs',
    '/staff/settlements',
    '/partner',
    '/partner/scan',
  ])
    expect((await get(path)).status, path).toBe(404)
})

test('an empty list and a page that is not there show the drawing of this product', async () => {
  for (const path of ['/staff/payments', '/nowhere']) {
    const html = await text(path)
    expect(html, path).toContain(BOAT)
    expect(html, path).not.toContain(BOWL)
  }
})

test('what the ledger holds besides money is counted in words', async () => {
  const html = await text('/staff/ledger/trial-balance')
  expect(html).toContain('60,000 tokens')
  expect(html).toContain('1 second of speech')
  expect(html).toContain('EGP\u00a0600')
  expect(html).not.toMatch(/>[^<]*(?:AI_TOKEN|SPEECH_SECOND)/)
  expect(html).toContain('Allowance of a learner')
  // Each unit has its own sum on its own line.
  expect(html.match(/class="[^"]*\bblock\b[^"]*">[\d,]+ (?:tokens|second)/g)).toHaveLength(2)
  const arabic = await (await fetch(`${origin}/staff/ledger/trial-balance?lang=ar`)).text()
  expect(arabic).toContain('٦٠٬٠٠٠ رمز')
})

test('accounts are looked for by the kinds that this product has', async () => {
  const html = await text('/staff/ledger/accounts')
  expect(html).toContain('<option value="deferred_revenue">')
  expect(html).not.toContain('<option value="pot">')
})
