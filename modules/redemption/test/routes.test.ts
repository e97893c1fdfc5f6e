/** The routes of redemption: the holder's, the counter's, refused. */
import jsQR from 'jsqr'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { venueId } from '../../merchants/api.ts'
import { voucherId } from '../api.ts'
import { makeScreenVoucher, makeShop, makeStaff, makeVoucher, startRedemption } from './make.ts'

let t: TestProduct
let shop: Awaited<ReturnType<typeof makeShop>>
let cashier: string
const ON_THE_DAY = '2026-03-12T12:00:00Z'

beforeAll(async () => {
  t = await startRedemption()
})
beforeEach(async () => {
  t.clock.set('2026-03-02T10:00:00Z')
  shop = await makeShop(t)
  cashier = (await makeStaff(t, 'partner_cashier', shop.partner.id)).token
})
afterAll(() => t.close())

const scan = (body: object, options: { token?: string; key?: string; lang?: string } = {}) =>
  t.call('POST', '/redemptions', {
    token: options.token ?? cashier,
    key: options.key ?? randomUUID(),
    headers: { 'accept-language': options.lang ?? 'fr' },
    body: { venue_id: venueId.wire(shop.venue.id), ...body },
  })

test('the holder sees the voucher with a QR code that says the token, and a code to read out', async () => {
  const { voucher, show, holder } = await makeScreenVoucher(t, shop.pack.id)
  const path = `/vouchers/${voucherId.wire(voucher.id)}`
  const seen = await t.call('GET', path, { token: holder.token })
  expect(seen.status).toBe(200)
  expect(seen.json).toMatchObject({
    status: 'issued',
    token: show(),
    paper_at: null,
    price_minor: '10000',
    valid_from: '2026-03-12T00:00:00Z',
    pack: { name: 'Cinéma à deux', partner: { name: shop.partner.name } },
    qr_path: `/api${path}/qr.svg`,
    used: null,
  })
  expect(seen.json.code).toMatch(/^\w{4}-\w{3}-\w{3}$/)
  expect(seen.headers['cache-control']).toBe('private, no-store')
  const svg = await t.call('GET', `${path}/qr.svg`, { token: holder.token })
  expect(svg.headers['content-type']).toContain('image/svg+xml')
  expect(readQr(svg.text)).toBe(show())
  expect((await t.call('GET', '/vouchers', { token: holder.token })).json.items).toHaveLength(1)
})

test('nobody else sees a voucher', async () => {
  const { voucher } = await makeVoucher(t, shop.pack.id)
  const stranger = await makeVoucher(t, shop.pack.id)
  const path = `/vouchers/${voucherId.wire(voucher.id)}`
  for (const suffix of ['', '/qr.svg']) {
    expect((await t.call('GET', path + suffix)).status).toBe(401)
    expect((await t.call('GET', path + suffix, { token: stranger.holder.token })).status).toBe(404)
    expect((await t.call('GET', path + suffix, { token: cashier })).status).toBe(404)
  }
})

test('the cashier scans; the same key gives the first answer again, another key hears that it is used', async () => {
  const { voucher, token, holder } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const first = await scan({ token }, { key: 'first' })
  expect(first.status).toBe(200)
  expect(first.json).toMatchObject({ result: 'accepted', pack_name: 'Cinéma à deux', used_at: null })
  expect((await scan({ token }, { key: 'first' })).json).toEqual(first.json)
  const again = await scan({ token }, { lang: 'en' })
  expect(again.json).toMatchObject({ result: 'already_used', used_venue: shop.venue.name, redemption_id: null })
  // Whatever space stands before PM.
  expect(again.json.sentence).toMatch(/^Already used on March 12, 2026 at 12:00.PM at Salle Dakar \d+\.$/)
  const seen = await t.call('GET', `/vouchers/${voucherId.wire(voucher.id)}`, { token: holder.token })
  expect(seen.json).toMatchObject({
    status: 'redeemed',
    token: null,
    code: null,
    qr_path: null,
    used: { venue: shop.venue.name },
  })
  const gone = await t.call('GET', `/vouchers/${voucherId.wire(voucher.id)}/qr.svg`, { token: holder.token })
  expect(gone.json.code).toBe('redemption.already_ended')
})

test('the partner’s page shows the last scans and today’s total, and takes one back', async () => {
  const { token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const { json } = await scan({ token })
  const list = await t.call('GET', '/redemptions', { token: cashier })
  expect(list.json).toMatchObject({
    today: { redeemed: '1', price_minor: '10000', share_minor: '8500' },
    items: [{ act: 'scan', result: 'accepted', pack_name: 'Cinéma à deux', redemption_id: json.redemption_id }],
  })
  expect(list.json.items[0].undo_until).toBe('2026-03-12T12:10:00Z')
  t.clock.advance({ minutes: 1 })
  const undone = await t.call('POST', `/redemptions/${json.redemption_id}/undo`, {
    token: cashier,
    key: randomUUID(),
    body: { note: 'wrong customer' },
  })
  expect(undone.json).toMatchObject({ result: 'undone' })
  const after = await t.call('GET', '/redemptions', { token: cashier })
  expect(after.json.today).toEqual({ redeemed: '0', price_minor: '0', share_minor: '0' })
  expect(after.json.items.map((item: { act: string; result: string }) => [item.act, item.result])).toEqual([
    ['undo', 'undone'],
    ['scan', 'accepted'],
  ])
  expect(after.json.items[1].undo_until).toBeNull()
})

test('a manager sees today per venue and cashier, a cashier only the sum', async () => {
  const manager = (await makeStaff(t, 'partner_manager', shop.partner.id)).token
  const [first, second, undone] = [
    await makeVoucher(t, shop.pack.id),
    await makeVoucher(t, shop.pack.id),
    await makeVoucher(t, shop.pack.id),
  ]
  t.clock.set(ON_THE_DAY)
  await scan({ token: first.token })
  await scan({ token: second.token }, { token: manager })
  const { json } = await scan({ token: undone.token }, { token: manager })
  const path = `/redemptions/${json.redemption_id}/undo`
  t.clock.advance({ seconds: 1 })
  await t.call('POST', path, { token: manager, key: randomUUID(), body: {} })
  const seen = (await t.call('GET', '/redemptions', { token: manager })).json
  const total = { venue_name: shop.venue.name, redeemed: '1', share_minor: '8500' }
  expect(seen.by_counter).toHaveLength(2)
  expect(seen.by_counter).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...total, own: true }),
      expect.objectContaining({ ...total, own: false }),
    ]),
  )
  expect(seen.items[0]).toMatchObject({ act: 'undo', result: 'undone' })
  const taken = seen.items.find(
    (item: { act: string; redemption_id: string }) => item.act === 'scan' && item.redemption_id === json.redemption_id,
  )
  expect(taken).toMatchObject({ result: 'accepted', undone_at: '2026-03-12T12:00:01Z', undo_until: null })
  expect((await t.call('GET', '/redemptions', { token: cashier })).json).toMatchObject({
    today: { redeemed: '2' },
    by_counter: [],
  })
})

test('no answer to a partner names a donor or the holder', async () => {
  const { token, holder } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const answers = [
    await scan({ token }),
    await scan({ token }),
    await t.call('GET', '/redemptions', { token: cashier }),
  ]
  for (const answer of answers) {
    expect(answer.text).not.toContain(holder.userId)
    expect(answer.text).not.toMatch(/holder|donor|gift/)
  }
})

test('a cashier scans and takes back only for the own partner', async () => {
  const other = await makeShop(t)
  const stranger = (await makeStaff(t, 'partner_cashier', other.partner.id)).token
  const { token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  expect((await scan({ token }, { token: stranger })).status).toBe(403)
  const elsewhere = await scan({ token, venue_id: venueId.wire(other.venue.id) }, { token: stranger })
  expect(elsewhere.json).toMatchObject({ result: 'wrong_partner', pack_name: null })
  const { json } = await scan({ token })
  const undone = await t.call('POST', `/redemptions/${json.redemption_id}/undo`, {
    token: stranger,
    key: randomUUID(),
    body: {},
  })
  expect(undone.json).toMatchObject({ result: 'wrong_partner' })
})

test('scanning needs the permission, a key, and the QR or the code but not both', async () => {
  const { token, holder } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  expect((await scan({ token }, { token: holder.token })).status).toBe(403)
  const venue_id = venueId.wire(shop.venue.id)
  const bare = await t.call('POST', '/redemptions', { token: cashier, body: { token, venue_id } })
  expect(bare.json.code).toBe('kernel.key_required')
  expect((await scan({})).json.code).toBe('redemption.one_of_both')
  expect((await scan({ token, code: 'x' })).json.code).toBe('redemption.one_of_both')
})

test('nobody tries codes one after the other', async () => {
  t.clock.set(ON_THE_DAY)
  const answers = []
  for (let i = 0; i < 31; i++) answers.push((await scan({ code: '0000-000-000' })).status)
  expect(answers.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200))
  expect(answers[30]).toBe(429)
})

/** Draws the SVG's path on a bitmap and reads it as a phone would. */
function readQr(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
  const scale = 4
  const side = size * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  const dark = /<path fill="#000" d="([^"]+)"/.exec(svg)![1]!
  for (const [, x, y, width] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++)
      for (let column = Number(x) * scale; column < (Number(x) + Number(width)) * scale; column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  const read = (jsQR as unknown as { default?: typeof jsQR }).default ?? jsQR
  return (read as unknown as (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null)(
    pixels,
    side,
    side,
  )?.data
}
