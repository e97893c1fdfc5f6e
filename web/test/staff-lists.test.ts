/**
 * What the lists of staff do themselves: how an address becomes a question to the API, what can be sorted, kept and exported,
 * and what the charts say. The API behind them answers as its documentation says.
 */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askedOf, hasFilters, withParameters } from '../app/consoles/address.ts'
import { bestDay, bestWeekday, moneyPlaces, ofHundred, sumOf } from '../app/consoles/staff/findings.ts'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

const gift = {
  id: 'gif_1',
  pot_id: 'pot_1',
  pot_title: 'Awa a 8 ans',
  payment_id: 'pay_1',
  status: 'received',
  reason: null,
  amount_minor: '25000',
  currency: 'XOF',
  name: 'Modou',
  anonymous: false,
  created_at: '2026-12-12T18:05:09Z',
  paid_at: null,
  choose_until: null,
  refund_reason: null,
  refund_attempts: 0,
  refund_retry_at: null,
  refund_error: null,
}
const act = {
  id: 'aud_1',
  recorded_at: '2026-12-12T18:05:09Z',
  subject_type: 'gift',
  subject_id: 'gif_1',
  action: 'pots.refund_approved',
  actor_kind: 'user',
  actor_id: 'usr_1',
  actor_name: null,
  request_id: 'req_1',
  reason: 'Donné deux fois',
  before: null,
  after: null,
}
const view = {
  id: 'viw_1',
  list: '/staff/gifts',
  name: 'En attente',
  query: 'status=held',
  shared: false,
  mine: true,
  opens_first: true,
}

let app: FastifyInstance
let origin: string
let items: unknown[]
let asked: unknown
let acts: unknown[]
let sent: { url: string; body: unknown }[] = []

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  app.get('/api/me', async () => ({
    id: 'usr_1',
    phone: '+221773000001',
    email: null,
    roles: ['support'],
    permissions: ['pots.view', 'reports.use', 'audit.view'],
    partner_permissions: [],
    partner_ids: [],
    second_factor_needed: false,
  }))
  app.get('/api/views', async () => ({ items: [view] }))
  app.get('/api/gifts', async (request) => {
    asked = request.query
    return { items, next_cursor: items.length > 0 ? 'more' : null }
  })
  app.get('/api/audit', async (request) => {
    asked = request.query
    return { items: acts, next_cursor: null }
  })
  app.post('/api/views', async (request) => {
    sent.push({ url: request.url, body: request.body })
    return { ...view, id: 'viw_2' }
  })
  app.post('/api/exports', async (request, reply) => {
    sent.push({ url: request.url, body: request.body })
    return reply
      .code(409)
      .send({ code: 'reports.too_many_exports', title: 'reports.too_many_exports', detail: 'Trois.' })
  })
  app.get('/api/exports', async () => ({ items: [], next_cursor: null }))
  await attachWeb(app, { build, clientDirectory, product: 'wolo', development: false })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 240_000)
afterAll(() => app.close())
beforeEach(() => {
  items = [gift]
  acts = [act]
  sent = []
})

const get = async (path: string) => (await fetch(origin + path)).text()
const post = (path: string, fields: Record<string, string>) =>
  fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })

describe('an address', () => {
  test('asks the API for days as instants, typed amounts as minor units, and only what the list knows', async () => {
    await get('/staff/gifts?from=2026-12-01&to=2026-12-31&min=25%20000%20F&max=abc&status=held&sort=largest&colour=red')
    expect(asked).toEqual({
      limit: '50',
      status: 'held',
      sort: 'largest',
      from: '2026-12-01T00:00:00Z',
      to: '2027-01-01T00:00:00Z',
      min_minor: '25000',
    })
    await get('/staff/gifts?from=yesterday&status=nonsense&sort=dearest')
    expect(asked).toEqual({ limit: '50' })
  })

  test('is the same list however its filters are written', () => {
    expect(askedOf('?status=held&from=&cursor=x&done=saved')).toBe('status=held')
    expect(askedOf('?b=2&a=1')).toBe(askedOf('?a=1&b=2'))
    expect(hasFilters(new URL('http://x/l?sort=oldest&cursor=a'))).toBe(false)
    expect(hasFilters(new URL('http://x/l?status=held'))).toBe(true)
    expect(withParameters(new URL('http://x/l?a=1&cursor=2'), { cursor: undefined, sort: 'oldest' })).toBe(
      '/l?a=1&sort=oldest',
    )
  })
})

describe('a list', () => {
  test('says how it is sorted and leads to the other order from its beginning', async () => {
    const html = await get('/staff/gifts?status=held&sort=largest&cursor=abc')
    expect(html).toMatch(/aria-sort="descending"[^>]*><a[^>]*href="\/staff\/gifts\?status=held&amp;sort=smallest"/)
    expect(html).toMatch(/aria-sort="none"[^>]*><a[^>]*href="\/staff\/gifts\?status=held&amp;sort=newest"/)
  })

  test('opens with the view its reader chose, offers its views, and keeps only what is not kept yet', async () => {
    const html = await get('/staff/gifts?status=held')
    expect(html).toContain('href="/staff/gifts?status=held"')
    expect(html).not.toContain('Garder cette vue')
    expect(await get('/staff/gifts?status=refunding')).toContain('Garder cette vue')
    expect(await get('/staff/gifts')).not.toContain('Garder cette vue')
  })

  test('tells an empty list from filters that leave nothing', async () => {
    items = []
    expect(await get('/staff/gifts?status=held')).toContain('Rien ne correspond')
    expect(await get('/staff/gifts')).not.toContain('Rien ne correspond')
  })

  test('keeps a view and comes back to it', async () => {
    const answer = await post('/staff/views', {
      act: 'save',
      list: '/staff/gifts',
      query: 'status=refunding',
      name: 'En route',
      shared: 'on',
    })
    expect(answer.headers.get('location')).toBe('/staff/gifts?status=refunding&done=view_saved')
    expect(sent[0]?.body).toEqual({ list: '/staff/gifts', query: 'status=refunding', name: 'En route', shared: true })
  })

  test('is exported with what it was asked, and a refusal is said', async () => {
    const html = await get('/staff/gifts?status=held&cursor=abc')
    expect(html).toContain('name="query" value="status=held"')
    const answer = await post('/staff/exports', { act: 'export', list: '/gifts', query: 'status=held' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('Trois.')
    expect(sent[0]?.body).toEqual({ list: '/gifts', query: { status: 'held' } })
  })
})

describe('a row', () => {
  test('of gifts says whose pot it was for and what went wrong, in words', async () => {
    items = [{ ...gift, status: 'refund_failed', refund_error: 'recipient-account-blocked' }]
    const html = await get('/staff/gifts')
    expect(html).toMatch(/<a[^>]*href="\/staff\/pots\/pot_1"[^>]*>Awa a 8 ans<\/a>/)
    expect(html).toContain('Compte Wave du destinataire bloqué')
    // The keyboard opens the first link of a row: the gift, not its pot.
    expect(/<tbody[\s\S]*?<a[^>]*href="([^"]*)"/.exec(html)![1]).toBe('/staff/gifts/gif_1')
    expect(html).not.toContain('recipient-account-blocked')
  })

  test('of the audit trail calls the machine so, whatever its task is called', async () => {
    acts = [{ ...act, actor_kind: 'system', actor_id: null, actor_name: 'settlements.note_payout_succeeded' }]
    const html = await get('/staff/audit')
    expect(html).toContain('<span title="settlements.note_payout_succeeded">système</span>')
  })

  test('of the audit trail says why: the program’s reasons in words, a person’s as they were written', async () => {
    acts = ['undone_at_counter', 'failed_pot', 'Demandé par téléphone'].map((reason, n) => ({
      ...act,
      id: `a${n}`,
      reason,
    }))
    const html = await get('/staff/audit')
    expect([...html.matchAll(/« ([^»]+) »/g)].map(([, reason]) => reason)).toEqual([
      'Annulé au comptoir',
      'objectif non atteint',
      'Demandé par téléphone',
    ])
  })

  test('of the audit trail names the act and its subject in words, and acts are chosen by them', async () => {
    const html = await get('/staff/audit?action=pots.refund_approved')
    expect(html).toMatch(/<strong title="pots.refund_approved">Remboursement approuvé<\/strong>/)
    expect(html).toContain('Don<br/>')
    expect(html).toMatch(/<option value="pots.refund_approved" selected="">Remboursement approuvé<\/option>/)
    expect(asked).toMatchObject({ action: 'pots.refund_approved' })
  })
})

describe('the frame', () => {
  test('says who works here and as what, searches, and holds the pages they may see as commands', async () => {
    const html = await get('/staff/gifts')
    expect(html).toMatch(/77\s300\s00\s01/)
    expect(html).toContain('Support')
    expect(html).toMatch(/<form[^>]*action="\/staff\/search"/)
    const palette = /<dialog id="palette"[\s\S]*?<\/dialog>/.exec(html)![0]
    expect(palette).toContain('data-go="g"')
    expect(palette).toContain('Dons · En attente')
    expect(palette).not.toContain('/staff/ledger')
  })
})

describe('what charts say', () => {
  const day = (date: string, amount: number, more = {}) => ({
    day: date,
    gifts: amount > 0 ? 1 : 0,
    amount_minor: String(amount),
    views: 0,
    started: 0,
    paid: 0,
    ...more,
  })
  // From Monday 2 March 2026 on.
  const fortnight = Array.from({ length: 14 }, (_, n) =>
    day(Temporal.PlainDate.from('2026-03-02').add({ days: n }).toString(), n % 7 === 5 ? 9_000 : n === 1 ? 12_000 : 0),
  )

  test('the weekday that brings most on average, once there are two of each', () => {
    expect(bestWeekday(fortnight)).toEqual({ day: '2026-03-14', average: 9_000n })
    expect(bestWeekday(fortnight.slice(0, 13))).toBeUndefined()
    expect(bestWeekday(fortnight.map(({ day: date }) => day(date, 0)))).toBeUndefined()
  })

  test('the day that brought most, and none when nothing came', () => {
    expect(bestDay(fortnight)?.day).toBe('2026-03-03')
    expect(bestDay([day('2026-03-02', 0)])).toBeUndefined()
  })

  test('sums and shares without dividing by nothing', () => {
    expect(sumOf(fortnight)).toMatchObject({ gifts: 3, amount: 30_000n })
    expect([ofHundred(1, 3), ofHundred(2, 0)]).toEqual([33, 0])
  })

  test('money with us, largest first, is what lies with the provider', () => {
    const line = (kind: string, balance_minor: string) => ({ kind, asset: 'XOF', accounts: '1', balance_minor })
    const lines = [line('commission', '1000'), line('pot', '9000'), line('provider_clearing', '-10000')]
    const { places, total } = moneyPlaces(lines, 'XOF')
    expect([places.map(({ kind }) => kind), total]).toEqual([['pot', 'commission'], 10_000n])
  })
})
