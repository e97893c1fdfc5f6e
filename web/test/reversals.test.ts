/** Money that the provider took back by itself: staff say on the payment's page whose it was, once. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import { browser, noteCalls, refusal, type Browser, type Call } from './visiting.ts'

const at = '2026-12-12T18:05:09Z'
const reversal = { session_ref: '77', amount_minor: '19900', currency: 'EGP', noticed_at: at }
const payment = {
  id: 'pay_1',
  owner_id: 'd1a8e6c0-0000-7000-8000-000000000001',
  purpose: 'subscriptions.invoice',
  reference: 'd1a8e6c0-0000-7000-8000-000000000002',
  state: 'succeeded',
  amount_minor: '19900',
  currency: 'EGP',
  created_at: at,
  expires_at: at,
  succeeded_at: at,
  payer_mobile: null,
  session_ref: '77',
  failure_code: null,
  receipts: [],
  refunds: [],
  reversals: [
    { ...reversal, id: 'rev_open', covered_at: null },
    { ...reversal, id: 'rev_said', covered_at: at },
  ],
}

let app: FastifyInstance
let get: Browser['get']
let post: Browser['post']
let permissions = ['payments.view', 'payments.cover']
const calls: Call[] = []

beforeAll(async () => {
  app = Fastify()
  noteCalls(app, calls)
  app.get('/api/me', async () => ({
    id: 'usr_me',
    roles: ['finance'],
    permissions,
    partner_permissions: [],
    partner_ids: [],
    second_factor_needed: false,
  }))
  app.get('/api/payments/:id', async () => payment)
  app.get('/api/operations/trace/:id', async (_request, reply) =>
    refusal(reply.code(403), 'kernel.forbidden', 'You may not.'),
  )
  app.post('/api/payments/:id/reversals/:reversal/cover', async () => ({ covered: true }))
  await attachWeb(app, { ...(await buildWeb()), product: 'tutor' })
  ;({ get, post } = browser(await app.listen({ port: 0, host: '127.0.0.1' })))
}, 240_000)
afterAll(() => app.close())

const page = async () => (await get('/staff/payments/pay_1', { 'accept-language': 'en' })).text()

test('what nobody has answered for yet can be answered for, what is settled cannot', async () => {
  const html = await page()
  expect(html.includes('Taken back by the provider')).toBe(true)
  expect(html.match(/Say whose money it was/g)).toHaveLength(1)
  expect(html).toContain('value="rev_open"')
  expect(html).not.toContain('value="rev_said"')
})

test('who may not decide sees that it is open, and no button', async () => {
  permissions = ['payments.view']
  const html = await page()
  permissions = ['payments.view', 'payments.cover']
  expect(html).toContain('Nobody has said yet')
  expect(html).not.toContain('Say whose money it was')
})

test('the answer goes to that reversal with its reason', async () => {
  calls.length = 0
  const answer = await post('/staff/payments/pay_1', {
    act: 'cover',
    reversal: 'rev_open',
    from: 'platform',
    reason: 'The bank decided for its customer',
  })
  expect(answer.status).toBe(303)
  expect(calls.find(({ method }) => method === 'POST')).toMatchObject({
    url: '/api/payments/pay_1/reversals/rev_open/cover',
    body: { from: 'platform', reason: 'The bank decided for its customer' },
  })
})
