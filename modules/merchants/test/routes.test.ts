/** The routes of merchants: public, for staff, refused. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { assignRole } from '../../access/api.ts'
import { audit } from '../../audit/module.ts'
import { authenticate } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser, proveFactor } from '../../identity/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import { partnerId } from '../api.ts'
import { merchants } from '../module.ts'
import { makePartner, newPartner } from './make.ts'
import { createPartner } from '../api.ts'

let t: TestProduct
let staff: string
let guest: string

beforeAll(async () => {
  const policy = { access: { roles: { operations: ['merchants.view', 'merchants.manage'] } } }
  t = await testProduct(productOf([audit, messaging, access, identity, merchants], { policy, authenticate }))
  const user = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role: 'operations' }))
  staff = user.token
  guest = (await makeUser(t)).token
})
afterAll(() => t.close())

const body = { name: 'Spa Teranga', kind: 'spa', revenue_split_basis_points: 8000, minimum_payout_minor: '5000' }

test('staff take a partner on, add a venue and where to pay, and activate it', async () => {
  const made = await t.call('POST', '/partners', { token: staff, body })
  expect(made.status).toBe(201)
  const { id } = made.json
  expect(made.json).toMatchObject({ status: 'pending', minimum_payout_minor: '5000', payout_hint: null })
  const venue = { name: 'Plage', address: 'Route de la Corniche', city: 'Dakar' }
  expect((await t.call('POST', `/partners/${id}/venues`, { token: staff, body: venue })).status).toBe(201)
  expect((await t.call('GET', `/partners/${id}`)).status).toBe(404)
  const payout = { mobile: '+221771234567', name: 'Spa Teranga' }
  const payTo = () => t.call('PUT', `/partners/${id}/payout-destination`, { token: staff, body: payout })
  expect((await payTo()).json.code).toBe('identity.second_factor_needed')
  await proveFactor(t, staff)
  expect((await payTo()).status).toBe(204)
  const contact = { name: 'Awa', email: 'awa@spa.sn' }
  expect((await t.call('PUT', `/partners/${id}/contact`, { token: staff, body: contact })).status).toBe(204)
  const active = () => t.call('PUT', `/partners/${id}/status`, { token: staff, body: { status: 'active' } })
  expect((await active()).json).toMatchObject({ status: 'active', payout_hint: '+22177•••67' })
  expect((await active()).status).toBe(200)
  const file = (await t.call('GET', `/partners/${id}/file`, { token: staff })).json
  expect(file).toMatchObject({ contact, payout, venues: [{ city: 'Dakar', is_open: true }] })
  const shown = await t.call('GET', `/partners/${id}`)
  expect(shown.json).toMatchObject({ name: 'Spa Teranga', venues: [{ city: 'Dakar' }] })
  expect(shown.text).not.toContain('8000')
  const changed = await t.call('PATCH', `/partners/${id}`, { token: staff, body: { payment_terms: 'weekly' } })
  expect(changed.json).toMatchObject({ payment_terms: 'weekly', name: 'Spa Teranga' })
  const list = await t.call('GET', '/partners?status=active', { token: staff })
  expect(list.json.items.map((item: { id: string }) => item.id)).toContain(id)
})

test('a venue is closed by staff and disappears from the public page', async () => {
  const { partner, venue } = await makePartner(t)
  const wire = partnerId.wire(partner.id)
  const file = (await t.call('GET', `/partners/${wire}/file`, { token: staff })).json
  const closed = await t.call('PATCH', `/venues/${file.venues[0].id}`, { token: staff, body: { is_open: false } })
  expect(closed.json).toMatchObject({ name: venue.name, is_open: false })
  expect((await t.call('GET', `/partners/${wire}`)).json.venues).toEqual([])
})

test('the public sees neither pending partners nor terms; only staff manage', async () => {
  const pending = await t.tx((tx) => createPartner(t.ctx(), tx, newPartner()))
  expect((await t.call('GET', `/partners/${partnerId.wire(pending.id)}`)).status).toBe(404)
  expect((await t.call('GET', '/partners')).status).toBe(401)
  expect((await t.call('GET', '/partners', { token: guest })).status).toBe(403)
  expect((await t.call('POST', '/partners', { token: guest, body })).status).toBe(403)
})

test('a split beyond the whole and a number that is none are refused field by field', async () => {
  const wrong = await t.call('POST', '/partners', {
    token: staff,
    body: { ...body, revenue_split_basis_points: 10_001 },
  })
  expect(wrong.status).toBe(422)
  expect(Object.keys(wrong.json.fields)).toEqual(['revenue_split_basis_points'])
})
