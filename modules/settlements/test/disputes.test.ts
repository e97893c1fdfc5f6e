/** Disputes: one line is frozen, the rest goes on, and the decision comes with the next statement. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/context.ts'
import { refused } from '../../../kernel/testing/refusals.ts'
import { payoutIds } from '../../payouts/api.ts'
import { redemptionErrors, reverseRedemption, undoRedemption } from '../../redemption/api.ts'
import { balance, makeShop, payableOf } from '../../redemption/test/make.ts'
import {
  approveSettlement,
  getSettlement,
  openDispute,
  paySettlement,
  resolveDispute,
  settlementsErrors as errors,
  type Settlement,
} from '../api.ts'
import { payoutIdOf } from '../ids.ts'
import { linesOf } from '../reading.ts'
import { closing, house, sell, twoPeople, unexplained, type House } from './make.ts'

let h: House
let shop: Awaited<ReturnType<typeof makeShop>>
let approver: Actor
let payer: Actor

beforeAll(async () => {
  h = await house()
  const people = await twoPeople(h)
  approver = people.approver.actor
  payer = people.payer.actor
})
beforeEach(async () => {
  h.at('2026-03-02T10:00:00Z')
  shop = await makeShop(h.t)
})
afterEach(async () => {
  await h.t.drain()
  expect(await unexplained(h, shop.partner.id)).toBe(0n)
})
afterAll(() => h.close())

const approve = (id: string) => h.t.tx((tx) => approveSettlement(h.t.ctx(approver), tx, id))
const pay = (id: string) => h.t.tx((tx) => paySettlement(h.t.ctx(payer), tx, id))
const now = (id: string) => h.t.tx((tx) => getSettlement(tx, id))
const lines = ({ partner_id, id }: Settlement) => h.t.tx((tx) => linesOf(tx, partner_id, id))
const atProvider = (settlement: string, attempt: number) =>
  h.wave.control
    .state()
    .payouts.filter((payout) => payout.client_reference === payoutIds.wire(payoutIdOf(settlement, attempt)))

/** March is closed with two redemptions of 10 000 and nothing is paid yet. */
async function closedMarch(): Promise<Settlement> {
  await sell(h, shop, '2026-03-10T12:00:00Z')
  await sell(h, shop, '2026-03-20T12:00:00Z')
  h.at('2026-04-01T00:05:00Z')
  return closing(h, shop.partner.id, '2026-03-31')
}

const dispute = (settlement_id: string, line_no: number) =>
  h.t.tx((tx) => openDispute(h.t.ctx(approver), tx, { settlement_id, line_no, reason: 'scanned twice by mistake' }))
const decide = (dispute_id: string, resolution: 'released' | 'withdrawn') =>
  h.t.tx((tx) => resolveDispute(h.t.ctx(approver), tx, { dispute_id, resolution, note: 'looked into it' }))

test('a dispute freezes only its line: the rest is paid, the line when it is decided', async () => {
  const { id } = await closedMarch()
  const { id: doubt } = await dispute(id, 2)
  await expect(dispute(id, 2)).rejects.toEqual(refused(errors.already_disputed))
  expect(await now(id)).toMatchObject({ status: 'pending', withheld_minor: 8_500n, payable_minor: 17_000n })
  await approve(id)
  await pay(id)
  await h.t.drain()
  expect(atProvider(id, 1)).toMatchObject([{ receive_amount: '8500' }])
  expect(await balance(h.t, payableOf(shop.partner.id))).toBe(8_500n)
  await decide(doubt, 'released')
  await expect(decide(doubt, 'withdrawn')).rejects.toEqual(refused(errors.already_resolved))
  await sell(h, shop, '2026-04-10T12:00:00Z')
  h.at('2026-05-01T00:05:00Z')
  const april = await closing(h, shop.partner.id, '2026-04-30')
  expect(april).toMatchObject({
    gross_minor: 10_000n,
    share_minor: 8_500n,
    released_minor: 8_500n,
    payable_minor: 17_000n,
  })
})

test('a dispute lost by the partner takes the redemption back: the next statement shows both and pays neither', async () => {
  const { id } = await closedMarch()
  const { id: doubt } = await dispute(id, 1)
  await approve(id)
  await pay(id)
  await h.t.drain()
  await decide(doubt, 'withdrawn')
  expect(await balance(h.t, payableOf(shop.partner.id))).toBe(0n)
  h.at('2026-05-01T00:05:00Z')
  const april = await closing(h, shop.partner.id, '2026-04-30')
  expect((await lines(april)).map((line) => line.kind).sort()).toEqual(['released', 'reversal'])
  expect(april).toMatchObject({ released_minor: 8_500n, share_minor: -8_500n, payable_minor: 0n })
})

test('everything is disputed: nothing is paid, what is decided comes with the next statement', async () => {
  const { id } = await closedMarch()
  await approve(id)
  const doubts = [await dispute(id, 1), await dispute(id, 2)]
  expect(await now(id)).toMatchObject({ status: 'disputed', withheld_minor: 17_000n })
  await expect(pay(id)).rejects.toEqual(refused(errors.not_from_here))
  for (const doubt of doubts) await decide(doubt.id, 'released')
  h.at('2026-05-01T00:05:00Z')
  expect(await closing(h, shop.partner.id, '2026-04-30')).toMatchObject({ status: 'pending', payable_minor: 17_000n })
})

test('what is paid, unknown, or against the partner is not disputed; what was undone is not withdrawn', async () => {
  const { id } = await closedMarch()
  await expect(dispute(id, 3)).rejects.toEqual(refused(errors.line_unknown))
  const doubt = await dispute(id, 1)
  await approve(id)
  await pay(id)
  await expect(dispute(id, 2)).rejects.toEqual(refused(errors.not_from_here))
  await decide(doubt.id, 'withdrawn')
  await expect(decide(doubt.id, 'withdrawn')).rejects.toEqual(refused(errors.already_resolved))
  const again = { redemption_id: doubt.redemption_id, partner_id: shop.partner.id }
  expect(await h.t.tx((tx) => undoRedemption(h.t.ctx(), tx, again))).toMatchObject({ result: 'already_undone' })
  await expect(h.t.tx((tx) => reverseRedemption(h.t.ctx(), tx, doubt.redemption_id, 'once more'))).rejects.toEqual(
    refused(redemptionErrors.already_undone),
  )
})
