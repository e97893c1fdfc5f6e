/** The routes of the catalogue: the shop window, staff, refused. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser } from '../../identity/test/make.ts'
import { partnerId, venueId } from '../../merchants/api.ts'
import { merchants } from '../../merchants/module.ts'
import { makePartner } from '../../merchants/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import { catalog } from '../module.ts'

let t: TestProduct
let staff: string
let guest: string

beforeAll(async () => {
  const policy = { access: { roles: { operations: ['catalog.manage'] } } }
  t = await testProduct(productOf([audit, messaging, access, identity, merchants, catalog], { policy, authenticate }))
  const user = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role: 'operations' }))
  staff = user.token
  guest = (await makeUser(t)).token
})
afterAll(() => t.close())

test('staff make a pack, and once it is active everybody sees it in their language', async () => {
  const { partner, venue } = await makePartner(t, {}, ['Thiès'])
  const body = {
    partner_id: partnerId.wire(partner.id),
    category: 'spa',
    name: { fr: 'Hammam', en: 'Steam bath' },
    description: { fr: 'Deux heures', en: 'Two hours' },
    price_minor: '15000',
    validity_days: 60,
    venue_ids: [venueId.wire(venue.id)],
    available_from: '2026-01-01',
    stock: 3,
  }
  const made = await t.call('POST', '/packs', { token: staff, body })
  expect(made.status).toBe(201)
  const { id } = made.json
  expect(made.json).toMatchObject({
    status: 'draft',
    price_minor: '15000',
    stock_left: 3,
    available_from: '2026-01-01',
  })
  expect((await t.call('GET', `/packs/${id}`)).status).toBe(404)
  expect((await t.call('GET', '/packs?city=Thiès')).json.items).toEqual([])
  const active = () => t.call('PUT', `/packs/${id}/status`, { token: staff, body: { status: 'active' } })
  expect((await active()).json.status).toBe('active')
  expect((await active()).status).toBe(200)
  const shown = await t.call('GET', '/packs?city=Thiès&category=spa', { headers: { 'accept-language': 'en' } })
  expect(shown.json.items).toEqual([
    expect.objectContaining({
      id,
      name: 'Steam bath',
      price_minor: '15000',
      currency: 'XOF',
      available: true,
      stock_left: 3,
      partner: { id: body.partner_id, name: partner.name },
      venues: [expect.objectContaining({ city: 'Thiès' })],
    }),
  ])
  expect((await t.call('GET', `/packs/${id}`)).json.name).toBe('Hammam')
  const changed = await t.call('PATCH', `/packs/${id}`, { token: staff, body: { price_minor: '16000' } })
  expect(changed.json).toMatchObject({ price_minor: '16000', validity_days: 60 })
  const stock = await t.call('PUT', `/packs/${id}/stock`, { token: staff, body: { total: null } })
  expect(stock.json).toMatchObject({ stock_total: null, stock_left: null })
  const list = await t.call('GET', `/catalog/packs?partner_id=${body.partner_id}`, { token: staff })
  expect(list.json.items).toHaveLength(1)
  expect((await t.call('GET', `/catalog/packs/${id}`, { token: staff })).json.name).toEqual(body.name)
})

test('only staff manage packs', async () => {
  expect((await t.call('GET', '/catalog/packs')).status).toBe(401)
  expect((await t.call('GET', '/catalog/packs', { token: guest })).status).toBe(403)
  expect((await t.call('POST', '/packs', { token: guest, body: {} })).status).toBe(403)
})
