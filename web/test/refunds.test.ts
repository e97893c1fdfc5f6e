/** Refunds on the pages of staff: who asked for one is not who decides it, whatever is given back. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import { browser, noteCalls, type Browser, type Call } from './visiting.ts'

const asked = {
  status: 'pending',
  amount_minor: '25000',
  currency: 'XOF',
  reason: 'user_request',
  requested_at: '2026-12-12T18:05:09Z',
  decided_by: null,
  decided_at: null,
  decision_note: null,
}
const kinds = [
  {
    product: 'wolo',
    page: '/staff/refunds',
    list: '/api/refund-requests',
    permission: 'pots.refund.approve',
    about: { pot_id: 'pot_1', pot_title: 'Awa a 8 ans', gift_id: null },
    shown: 'Awa a 8 ans',
  },
  {
    product: 'tutor',
    page: '/staff/subscription-refunds',
    list: '/api/subscription-refunds',
    permission: 'subscriptions.refund.approve',
    about: { subscription_id: 'sub_1', invoice_id: 'inv_1', ends: true },
    shown: '/staff/subscriptions/sub_1',
  },
] as const

describe.each(kinds)('$list', ({ product, page, list, permission, about, shown }) => {
  let app: FastifyInstance
  let get: Browser['get']
  let post: Browser['post']
  const calls: Call[] = []

  beforeAll(async () => {
    app = Fastify()
    noteCalls(app, calls)
    app.get('/api/me', async () => ({
      id: 'usr_me',
      roles: ['finance'],
      permissions: [permission, permission.replace('refund.approve', 'view')],
      partner_permissions: [],
      partner_ids: [],
      second_factor_needed: false,
    }))
    app.get('/api/views', async () => ({ items: [] }))
    app.get(list, async () => ({
      items: [
        { ...asked, ...about, id: 'ref_mine', note: 'J’ai demandé', requested_by: 'usr_me' },
        { ...asked, ...about, id: 'ref_theirs', note: 'On a demandé', requested_by: 'usr_other' },
      ],
      next_cursor: null,
    }))
    for (const decision of ['approval', 'rejection']) app.post(`${list}/:id/${decision}`, async () => asked)
    await attachWeb(app, { ...(await buildWeb()), product })
    ;({ get, post } = browser(await app.listen({ port: 0, host: '127.0.0.1' })))
  }, 240_000)
  afterAll(() => app.close())

  test('one’s own request waits for somebody else; another’s can be decided either way', async () => {
    const html = await (await get(page, { 'accept-language': 'en' })).text()
    expect(html).toContain(shown)
    expect(html.match(/Somebody else must decide on your request/g)).toHaveLength(1)
    const decidable = [...html.matchAll(/name="request" value="([^"]+)"/g)].map((match) => match[1])
    expect(decidable).toEqual(['ref_theirs', 'ref_theirs'])
  })

  test.each([
    ['approve', 'approval', { note: 'Vu' }],
    ['reject', 'rejection', {}],
  ])('%s goes to its own route with the note, and the page says so', async (act, route, body) => {
    const form = {
      act,
      request: 'ref_theirs',
      note: '',
      ...body,
      idempotency_key: '0198f0aa-0000-7000-8000-000000000001',
    }
    const response = await post(page, form)
    expect(response.headers.get('location')).toMatch(new RegExp(`^${page}\\?done=refund_`))
    expect(calls.at(-1)).toMatchObject({
      method: 'POST',
      url: `${list}/ref_theirs/${route}`,
      body,
      key: form.idempotency_key,
    })
  })
})
