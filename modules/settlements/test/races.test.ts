/** Ten at once: one statement, one payout, no line twice. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { undoRedemption } from '../../redemption/api.ts'
import { makeShop, makeStaff } from '../../redemption/test/make.ts'
import { approveSettlement, openDispute, paySettlement } from '../api.ts'
import { linesOf } from '../reading.ts'
import { closing, house, sell, unexplained, type House } from './make.ts'

let h: House
let shop: Awaited<ReturnType<typeof makeShop>>

beforeAll(async () => {
  h = await house()
})
beforeEach(async () => {
  h.at('2026-03-02T10:00:00Z')
  shop = await makeShop(h.t)
})
afterAll(() => h.close())

const ten = <T>(act: (i: number) => Promise<T>) => Promise.allSettled(Array.from({ length: 10 }, (_, i) => act(i)))

test('ten close the same month: one statement, each redemption in it once', async () => {
  // All ten connections are there before the race, or the first would be done when the last arrives.
  await Promise.all(Array.from({ length: 10 }, () => h.t.tx((tx) => linesOf(tx, shop.partner.id, shop.partner.id))))
  for (const date of ['10', '11', '12']) await sell(h, shop, `2026-03-${date}T12:00:00Z`)
  h.at('2026-04-01T00:05:00Z')
  const closed = await ten(() => closing(h, shop.partner.id, '2026-03-31'))
  const ids = closed.map((one) => (one.status === 'fulfilled' ? one.value.id : String(one.reason)))
  expect(new Set(ids).size).toBe(1)
  const count = await h.t.asOwner((client) =>
    client.query('select count(*)::int as n from settlements.settlement where partner_id = $1', [shop.partner.id]),
  )
  expect(count.rows[0].n).toBe(1)
  expect(await h.t.tx((tx) => linesOf(tx, shop.partner.id, ids[0]!))).toHaveLength(3)
})

test('scans are taken back while the month is closed: every franc is in a statement or still to come', async () => {
  const redemptions: string[] = []
  for (let i = 0; i < 6; i++) redemptions.push(await sell(h, shop, `2026-03-31T23:58:0${i}Z`))
  h.at('2026-04-01T00:05:00Z')
  await Promise.all([
    closing(h, shop.partner.id, '2026-03-31'),
    ...redemptions.map((redemption_id) =>
      h.t.tx((tx) => undoRedemption(h.t.ctx(), tx, { redemption_id, partner_id: shop.partner.id })),
    ),
  ])
  expect(await unexplained(h, shop.partner.id)).toBe(0n)
  h.at('2026-05-01T00:05:00Z')
  const april = await closing(h, shop.partner.id, '2026-04-30')
  expect(await unexplained(h, shop.partner.id)).toBe(0n)
  expect([april.line_count, april.payable_minor]).toEqual([6, -51_000n])
})

test('ten pay the same statement: one payout', async () => {
  for (const date of ['10', '11']) await sell(h, shop, `2026-03-${date}T12:00:00Z`)
  h.at('2026-04-01T00:05:00Z')
  const { id } = await closing(h, shop.partner.id, '2026-03-31')
  const approver = (await makeStaff(h.t, 'finance')).actor
  await h.t.tx((tx) => approveSettlement(h.t.ctx(approver), tx, id))
  const payers = await Promise.all(Array.from({ length: 10 }, () => makeStaff(h.t, 'finance')))
  const paid = await ten((i) => h.t.tx((tx) => paySettlement(h.t.ctx(payers[i]!.actor), tx, id)))
  expect(paid.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  await h.t.drain()
  expect(h.wave.control.state().payouts.filter((payout) => payout.receive_amount === '17000')).toHaveLength(1)
})

test('one pays while another disputes: what is paid is what was not disputed', async () => {
  for (const date of ['10', '11']) await sell(h, shop, `2026-03-${date}T12:00:00Z`)
  h.at('2026-04-01T00:05:00Z')
  const { id } = await closing(h, shop.partner.id, '2026-03-31')
  const approver = (await makeStaff(h.t, 'finance')).actor
  const payer = (await makeStaff(h.t, 'finance')).actor
  await h.t.tx((tx) => approveSettlement(h.t.ctx(approver), tx, id))
  await Promise.allSettled([
    h.t.tx((tx) => paySettlement(h.t.ctx(payer), tx, id)),
    h.t.tx((tx) => openDispute(h.t.ctx(approver), tx, { settlement_id: id, line_no: 1, reason: 'a doubt' })),
  ])
  await h.t.drain()
  expect(await unexplained(h, shop.partner.id)).toBe(0n)
})
