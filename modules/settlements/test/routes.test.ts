/** The routes of settlements: the partner's, staff's, refused. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { proveFactor } from '../../identity/test/make.ts'
import { partnerId } from '../../merchants/api.ts'
import { makeShop, makeStaff } from '../../redemption/test/make.ts'
import { house, sell, type House } from './make.ts'

let h: House
let shop: Awaited<ReturnType<typeof makeShop>>
const tokens: Record<string, string> = {}

beforeAll(async () => {
  h = await house()
  shop = await makeShop(h.t)
  const other = await makeShop(h.t)
  const make = async (name: string, role: Parameters<typeof makeStaff>[1], scope?: string) => {
    tokens[name] = (await makeStaff(h.t, role, scope)).token
  }
  await make('manager', 'partner_manager', shop.partner.id)
  await make('cashier', 'partner_cashier', shop.partner.id)
  await make('stranger', 'partner_manager', other.partner.id)
  await make('operations', 'operations')
  await make('first', 'finance')
  await make('second', 'finance')
  await make('viewer', 'viewer' as 'finance')
})
afterAll(() => h.close())

const get = (path: string, who: string, lang = 'fr') =>
  h.t.call('GET', path, { token: tokens[who]!, headers: { 'accept-language': lang } })
/** As somebody who has just proven their second factor, where there is one. */
const post = async (path: string, who: string, body: object = {}) => {
  await proveFactor(h.t, tokens[who]!)
  return h.t.call('POST', path, { token: tokens[who]!, key: randomUUID(), body })
}

test('a month from the scan to the money, each by whom it concerns', async () => {
  const partner = partnerId.wire(shop.partner.id)
  for (const date of ['10', '11']) await sell(h, shop, `2026-03-${date}T12:00:00Z`)
  const open = await get(`/partners/${partner}/settlements`, 'manager')
  expect(open.json).toEqual({
    items: [],
    next_cursor: null,
    next: { period_start: '2026-03-01', period_end: '2026-03-31', redemption_count: 2, share_minor: '17000' },
  })
  const close = { period_end: '2026-03-31' }
  const early = await post(`/partners/${partner}/settlements`, 'operations', close)
  expect(early.json).toMatchObject({ code: 'settlements.period_not_over', status: 409 })
  h.at('2026-04-01T00:05:00Z')
  expect((await post(`/partners/${partner}/settlements`, 'first', close)).status).toBe(403)
  const closed = await post(`/partners/${partner}/settlements`, 'operations', close)
  expect(closed.status).toBe(201)
  const { id } = closed.json
  expect(closed.json).toMatchObject({ status: 'pending', payable_minor: '17000', to_pay_minor: '17000' })
  expect((await post(`/partners/${partner}/settlements`, 'operations', close)).json.id).toBe(id)

  const detail = await get(`/settlements/${id}`, 'manager')
  expect(detail.json).toMatchObject({
    partner_name: shop.partner.name,
    seal_intact: true,
    lines: [
      { line_no: 1, kind: 'redemption', pack_name: 'Cinéma à deux', gross_minor: '10000', share_minor: '8500' },
      { line_no: 2 },
    ],
    disputes: [],
  })
  expect(detail.text).not.toMatch(/holder|donor/)
  const csv = await get(`/settlements/${id}/lines.csv`, 'manager')
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
  // As Excel in French opens it by a double click: its encoding said, semicolons, dates it knows.
  expect(csv.text.split('\r\n')[0]).toBe('\uFEFFLigne;Type;Date;Pack;Établissement;Prix;Votre part;Commission')
  expect(csv.text.split('\r\n')[1]).toBe(
    `1;Bon utilisé;2026-03-10 12:00:00;Cinéma à deux;${shop.venue.name};10000;8500;1500`,
  )
  expect(csv.headers['content-disposition']).toMatch(/filename="[A-Za-z0-9-]+-2026-\d\d-\d\d\.csv"/)
  expect((await get(`/settlements/${id}/lines.csv`, 'viewer', 'en')).text).toContain('Voucher used')

  const doubt = await post(`/settlements/${id}/disputes`, 'manager', { line_no: 2, reason: 'not our venue' })
  expect(doubt.status).toBe(201)
  expect((await get('/settlements?status=pending', 'viewer')).json.items).toMatchObject([{ id, to_pay_minor: '8500' }])
  expect((await post(`/settlements/${id}/approval`, 'operations')).status).toBe(403)
  expect((await post(`/settlements/${id}/approval`, 'first')).json).toMatchObject({ status: 'approved' })
  const approvedBy = async (who: string) => (await get(`/settlements/${id}`, who)).json.approved_by_you
  expect([await approvedBy('first'), await approvedBy('second'), await approvedBy('manager')]).toEqual([
    true,
    false,
    false,
  ])
  const same = await post(`/settlements/${id}/payment`, 'first')
  expect(same.json).toMatchObject({ code: 'settlements.second_person_needed', status: 403 })
  expect((await post(`/settlements/${id}/payment`, 'second')).json).toMatchObject({ status: 'paying' })
  await h.t.drain()
  expect((await get(`/settlements/${id}`, 'manager')).json).toMatchObject({ status: 'paid', withheld_minor: '8500' })
  const decided = await post(`/disputes/${doubt.json.id}/resolution`, 'operations', {
    resolution: 'released',
    note: 'it was theirs',
  })
  expect(decided.json).toMatchObject({ resolution: 'released' })
})

test('a partner sees and disputes only its own statements, its cashiers none', async () => {
  const partner = partnerId.wire(shop.partner.id)
  const { id } = (await get(`/partners/${partner}/settlements`, 'manager')).json.items[0]
  for (const who of ['stranger', 'cashier']) {
    for (const path of [`/partners/${partner}/settlements`, `/settlements/${id}`, `/settlements/${id}/lines.csv`])
      expect((await get(path, who)).status).toBe(403)
    expect((await post(`/settlements/${id}/disputes`, who, { line_no: 1, reason: 'mine' })).status).toBe(403)
  }
  expect((await get('/settlements', 'manager')).status).toBe(403)
  expect((await h.t.call('GET', `/settlements/${id}`)).status).toBe(401)
  expect((await post(`/settlements/${id}/payment`, 'manager')).status).toBe(403)
})

test('paying needs a key', async () => {
  await proveFactor(h.t, tokens['second']!)
  const none = await h.t.call('POST', `/settlements/stl_${'0'.repeat(26)}/payment`, {
    token: tokens['second']!,
    body: {},
  })
  expect(none.json.code).toBe('kernel.key_required')
})
