/** Suspending an account and lifting it: the same act wherever a person is shown to staff, and none about oneself. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

const account = {
  id: 'usr_5',
  phone: '+221771000009',
  phone_verified: true,
  email: null,
  email_verified: false,
  status: 'active',
  locale: 'fr-SN',
  created_at: '2026-12-12T18:05:09Z',
  last_sign_in_at: null,
  second_factor_since: null,
  suspended_at: null as string | null,
  suspended_reason: null as string | null,
}

let app: FastifyInstance
let shown: typeof account
let permissions: string[]
let sent: { url: string; body: unknown }[]

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = Fastify()
  app.get('/api/me', async () => ({
    id: 'usr_1',
    phone: '+221773000005',
    email: null,
    roles: ['admin'],
    permissions,
    partner_permissions: [],
    partner_ids: [],
    second_factor_needed: false,
  }))
  app.get('/api/users/:id', async (request) => ({ ...shown, id: (request.params as { id: string }).id }))
  for (const list of ['memberships', 'roles', 'staff-names', 'partners'])
    app.get(`/api/${list}`, async () => ({ items: [], next_cursor: null }))
  app.get('/api/operations/trace/:id', async (_request, reply) => reply.code(403).send({ code: 'kernel.forbidden' }))
  for (const act of ['suspension', 'reinstatement'])
    app.post(`/api/users/:id/${act}`, async (request) => {
      sent.push({ url: request.url, body: request.body })
      return {}
    })
  await attachWeb(app, { build, clientDirectory, product: 'wolo', development: false })
}, 240_000)
afterAll(() => app.close())
beforeEach(() => {
  shown = account
  permissions = ['identity.view', 'identity.suspend', 'access.manage']
  sent = []
})

const get = async (url: string) => (await app.inject({ url })).body
const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const PAGES = ['/staff/users', '/staff/team']

test.each(PAGES)(
  '%s offers what the standing of an account leaves open, and says why it is suspended',
  async (page) => {
    const active = await get(`${page}/usr_5`)
    expect(active).toContain('Suspendre le compte…')
    expect(active).not.toContain('Lever la suspension')
    shown = { ...account, status: 'suspended', suspended_at: '2026-12-12T18:05:09Z', suspended_reason: 'Carte volée' }
    const suspended = await get(`${page}/usr_5`)
    expect(suspended).toContain('Lever la suspension…')
    expect(suspended).not.toContain('Suspendre le compte')
    expect(suspended).toContain('Carte volée')
  },
)

test.each(PAGES)('%s suspends with a reason, and lifts it', async (page) => {
  const there = await post(`${page}/usr_5`, { act: 'suspend', reason: 'Carte volée' })
  const back = await post(`${page}/usr_5`, { act: 'reinstate', reason: 'Un malentendu' })
  expect([there, back].map(({ headers }) => headers.location)).toEqual([
    `${page}/usr_5?done=suspended`,
    `${page}/usr_5?done=reinstated`,
  ])
  expect(sent).toEqual([
    { url: '/api/users/usr_5/suspension', body: { reason: 'Carte volée' } },
    { url: '/api/users/usr_5/reinstatement', body: { reason: 'Un malentendu' } },
  ])
})

test.each(PAGES)('%s offers it to nobody about themselves, about who is erased, or without the right', async (page) => {
  expect(await get(`${page}/usr_1`)).not.toContain('Suspendre le compte')
  shown = { ...account, status: 'erased' }
  expect(await get(`${page}/usr_5`)).not.toContain('Suspendre le compte')
  shown = account
  permissions = ['identity.view', 'access.manage']
  expect(await get(`${page}/usr_5`)).not.toContain('Suspendre le compte')
})
