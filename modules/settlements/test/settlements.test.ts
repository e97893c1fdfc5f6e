/** Stories of a partner's month: what its statement holds, who approves and pays it, what can go wrong on the way. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../../kernel/context.ts'
import { refused } from '../../../kernel/testing/refusals.ts'
import { listRecords } from '../../audit/audit.ts'
import { balanceAsOf } from '../../ledger/api.ts'
import { changePartner, setPartnerStatus, setPayoutDestination } from '../../merchants/api.ts'
import { payoutIds } from '../../payouts/api.ts'
import { undoRedemption } from '../../redemption/api.ts'
import { balance, makeShop, payableOf } from '../../redemption/test/make.ts'
import {
  approveSettlement,
  getSettlement,
  listOfPartner,
  paySettlement,
  settlementsErrors as errors,
  type Settlement,
} from '../api.ts'
import { checkSeals, isSealIntact, linesOf } from '../reading.ts'
import { payoutIdOf } from '../ids.ts'
import { notePaid, notePayoutFailed, PAYOUT_PURPOSE } from '../paying.ts'
import { closing, house, sell, twoPeople, unexplained, type House } from './make.ts'

let h: House
let shop: Awaited<ReturnType<typeof makeShop>>
let approver: Actor
let payer: Actor
const START = '2026-03-02T10:00:00Z'
const AFTER_MARCH = '2026-04-01T00:05:00Z'

beforeAll(async () => {
  h = await house()
  const people = await twoPeople(h)
  approver = people.approver.actor
  payer = people.payer.actor
})
beforeEach(async () => {
  h.at(START)
  shop = await makeShop(h.t)
})
afterEach(async () => {
  h.wave.control.clearFaults()
  await h.t.drain()
  expect(await unexplained(h, shop.partner.id)).toBe(0n)
})
afterAll(() => h.close())

const undo = (redemption_id: string) =>
  h.t.tx((tx) => undoRedemption(h.t.ctx(), tx, { redemption_id, partner_id: shop.partner.id }))
const march = () => closing(h, shop.partner.id, '2026-03-31')
const approve = (id: string, actor = approver) => h.t.tx((tx) => approveSettlement(h.t.ctx(actor), tx, id))
const pay = (id: string, actor = payer) => h.t.tx((tx) => paySettlement(h.t.ctx(actor), tx, id))
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
  h.at(AFTER_MARCH)
  return march()
}

test('a month is closed into a sealed statement with a line per redemption', async () => {
  const settlement = await closedMarch()
  expect(settlement).toMatchObject({
    status: 'pending',
    line_count: 2,
    gross_minor: 20_000n,
    share_minor: 17_000n,
    commission_minor: 3_000n,
    carried_in_minor: 0n,
    payable_minor: 17_000n,
  })
  expect(`${settlement.period_start} ${settlement.period_end}`).toBe('2026-03-01 2026-03-31')
  expect((await lines(settlement)).map((line) => [line.line_no, line.kind, line.share_minor])).toEqual([
    [1, 'redemption', 8500n],
    [2, 'redemption', 8500n],
  ])
  expect(await h.t.tx((tx) => isSealIntact(tx, settlement))).toBe(true)
  const owed = await h.t.tx((tx) =>
    balanceAsOf(tx, payableOf(shop.partner.id), Temporal.Instant.from('2026-03-31T23:59:59.999Z'), 'effective'),
  )
  expect(owed).toBe(settlement.payable_minor)
})

test('a scan at 23:59:59 of the last day belongs to that month, one at 00:00:00 to the next', async () => {
  const last = await sell(h, shop, '2026-03-31T23:59:59.999Z')
  const first = await sell(h, shop, '2026-04-01T00:00:00Z')
  h.at('2026-05-01T00:05:00Z')
  expect((await lines(await march())).map((line) => line.redemption_id)).toEqual([last])
  const april = await closing(h, shop.partner.id, '2026-04-30')
  expect((await lines(april)).map((line) => line.redemption_id)).toEqual([first])
})

test('a period is closed when it is over, and in order', async () => {
  h.at('2026-03-31T23:59:59.999Z')
  await expect(march()).rejects.toEqual(refused(errors.period_not_over))
  h.at('2026-05-01T00:00:00Z')
  await expect(closing(h, shop.partner.id, '2026-04-30')).rejects.toEqual(refused(errors.out_of_order))
  const first = await march()
  expect(await march()).toEqual(first)
})

test('the sweep was down for a quarter: every month is closed, in order, as if in time', async () => {
  await sell(h, shop, '2026-03-10T12:00:00Z')
  await sell(h, shop, '2026-05-10T12:00:00Z')
  h.at('2026-06-15T08:00:00Z')
  for (let i = 0; i < 2; i++) await h.t.runCron()
  const { items } = await h.t.tx((tx) => listOfPartner(tx, shop.partner.id, { after: undefined, limit: 10 }))
  expect(items.map((item) => [item.period_end.toString(), item.line_count])).toEqual([
    ['2026-05-31', 1],
    ['2026-04-30', 0],
    ['2026-03-31', 1],
  ])
})

test('less than the minimum is carried forward, and paid when it is enough', async () => {
  await sell(h, shop, '2026-03-10T12:00:00Z')
  h.at(AFTER_MARCH)
  const small = await march()
  expect(small).toMatchObject({ status: 'carried', payable_minor: 8_500n, minimum_payout_minor: 10_000n })
  await expect(approve(small.id)).rejects.toEqual(refused(errors.not_from_here))
  await sell(h, shop, '2026-04-10T12:00:00Z')
  h.at('2026-05-01T00:05:00Z')
  const april = await closing(h, shop.partner.id, '2026-04-30')
  expect(april).toMatchObject({
    status: 'pending',
    share_minor: 8_500n,
    carried_in_minor: 8_500n,
    payable_minor: 17_000n,
  })
  expect((await now(small.id)).carried_into).toBe(april.id)
  await approve(april.id)
  await pay(april.id)
  await h.t.drain()
  expect(await now(april.id)).toMatchObject({ status: 'paid' })
  expect(atProvider(april.id, 1)).toMatchObject([{ receive_amount: '17000' }])
  h.at('2026-06-01T00:05:00Z')
  expect(await closing(h, shop.partner.id, '2026-05-31')).toMatchObject({ carried_in_minor: 0n, status: 'carried' })
})

test('one person approves, another pays, the money arrives', async () => {
  const { id } = await closedMarch()
  expect(await approve(id)).toMatchObject({ status: 'approved' })
  expect(await pay(id)).toMatchObject({ status: 'paying', payout_attempts: 1 })
  expect(await balance(h.t, payableOf(shop.partner.id))).toBe(0n)
  await h.t.drain()
  expect(await now(id)).toMatchObject({ status: 'paid', paid_at: Temporal.Instant.from(AFTER_MARCH) })
  expect(atProvider(id, 1)).toMatchObject([{ receive_amount: '17000', status: 'succeeded' }])
  const trail = await h.t.tx((tx) => listRecords(tx, { subjectId: id }, { after: undefined, limit: 10 }))
  expect(trail.map((row) => row.action).sort()).toEqual([
    'settlements.approved',
    'settlements.closed',
    'settlements.paid',
    'settlements.payment_requested',
  ])
})

test('who approved cannot pay: the database refuses it', async () => {
  const { id } = await closedMarch()
  await approve(id)
  await expect(pay(id, approver)).rejects.toEqual(refused(errors.second_person_needed))
  expect(await now(id)).toMatchObject({ status: 'approved', payout_attempts: 0 })
  await expect(
    h.t.asApp((client) =>
      client.query(
        "update settlements.settlement set status = 'paying', paid_by = approved_by, payout_id = id where id = $1",
        [id],
      ),
    ),
  ).rejects.toThrow('settlement_two_people')
})

test('nobody pays what is not approved, nothing is approved or paid by a machine', async () => {
  const { id } = await closedMarch()
  await expect(pay(id)).rejects.toEqual(refused(errors.not_from_here))
  await expect(h.t.tx((tx) => approveSettlement(h.t.ctx(), tx, id))).rejects.toEqual(refused(errors.person_needed))
  await approve(id)
  await expect(h.t.tx((tx) => paySettlement(h.t.ctx(), tx, id))).rejects.toEqual(refused(errors.person_needed))
})

test('the payout destination was changed after the approval: approve again first', async () => {
  const { id } = await closedMarch()
  await approve(id)
  h.t.clock.advance({ minutes: 1 })
  const elsewhere = { mobile: '+221770009999', name: 'Somebody' }
  await h.t.tx((tx) => setPayoutDestination(h.t.ctx(), tx, shop.partner.id, elsewhere))
  await expect(pay(id)).rejects.toEqual(refused(errors.destination_changed))
  h.t.clock.advance({ minutes: 1 })
  await approve(id)
  expect(await pay(id)).toMatchObject({ status: 'paying' })
})

test('the payout failed: the statement is approved again and can be paid anew, once', async () => {
  const { id } = await closedMarch()
  await approve(id)
  h.wave.control.faults({ fault: 'payout-refused', code: 'recipient-account-blocked' })
  await pay(id)
  await h.t.drain()
  expect(await now(id)).toMatchObject({
    status: 'approved',
    paid_by: null,
    payout_id: null,
    payout_failure: 'recipient-account-blocked',
  })
  expect(await balance(h.t, payableOf(shop.partner.id))).toBe(17_000n)
  await pay(id)
  await h.t.drain()
  expect(await now(id)).toMatchObject({ status: 'paid', payout_attempts: 2, payout_failure: null })
  expect(atProvider(id, 2)).toHaveLength(1)
  expect(await balance(h.t, payableOf(shop.partner.id))).toBe(0n)
})

test('late news of an earlier payout, or of somebody else’s, changes nothing', async () => {
  const { id } = await closedMarch()
  await approve(id)
  h.wave.control.faults({ fault: 'payout-refused', code: 'recipient-account-blocked' })
  await pay(id)
  await h.t.drain()
  const { payout_id } = await pay(id)
  const news = { purpose: PAYOUT_PURPOSE, reference: id, owner_id: shop.partner.id }
  const stale = { ...news, payout_id: payoutIdOf(id, 1) }
  await h.t.tx((tx) => notePaid(h.t.ctx(), tx, stale))
  await h.t.tx((tx) => notePayoutFailed(h.t.ctx(), tx, stale, 'late'))
  await h.t.tx((tx) => notePaid(h.t.ctx(), tx, { ...news, payout_id: payout_id!, purpose: 'other.purpose' }))
  expect(await now(id)).toMatchObject({ status: 'paying', payout_id, payout_failure: null })
  await h.t.drain()
  await h.t.tx((tx) => notePaid(h.t.ctx(), tx, { ...news, payout_id: payout_id! }))
  expect(await now(id)).toMatchObject({ status: 'paid' })
})

test('nobody knows whether the payout arrived: it is not paid again, and in the end it was paid once', async () => {
  const { id } = await closedMarch()
  await approve(id)
  h.wave.control.faults({ fault: 'timeout', when: 'after', ms: 5000, on: 'payout.create' })
  await pay(id)
  await h.t.drain()
  expect(await now(id)).toMatchObject({ status: 'paying' })
  await expect(pay(id)).rejects.toEqual(refused(errors.not_from_here))
  await expect(approve(id)).rejects.toEqual(refused(errors.not_from_here))
  h.at('2026-04-01T00:30:00Z')
  await h.t.runCron()
  expect(await now(id)).toMatchObject({ status: 'paid', payout_attempts: 1 })
  expect(atProvider(id, 1)).toHaveLength(1)
})

test('the provider took the payout back: it is owed again and can be paid anew', async () => {
  const { id } = await closedMarch()
  await approve(id)
  await pay(id)
  await h.t.drain()
  await fetch(`${h.wave.url}/v1/payout/${atProvider(id, 1)[0]!.id}/reverse`, {
    method: 'POST',
    headers: { authorization: 'Bearer wave_sn_test_simulator' },
  })
  h.at('2026-04-01T02:00:00Z')
  await h.t.runCron()
  expect(await now(id)).toMatchObject({ status: 'approved', paid_at: null })
  expect(await balance(h.t, payableOf(shop.partner.id))).toBe(17_000n)
})

test('taken back before any statement had it: it is in none', async () => {
  const gone = await sell(h, shop, '2026-03-10T12:00:00Z')
  await undo(gone)
  await sell(h, shop, '2026-03-20T12:00:00Z')
  h.at(AFTER_MARCH)
  expect(await march()).toMatchObject({ line_count: 1, share_minor: 8_500n })
})

test('taken back after the month was closed: the next statement takes it off, the closed one stays as it is', async () => {
  await sell(h, shop, '2026-03-10T12:00:00Z')
  const late = await sell(h, shop, '2026-03-31T23:58:00Z')
  h.at('2026-04-01T00:05:00Z')
  const closed = await march()
  expect(closed).toMatchObject({ line_count: 2, payable_minor: 17_000n })
  h.at('2026-04-01T00:07:00Z')
  expect(await undo(late)).toMatchObject({ result: 'undone' })
  expect(await h.t.tx((tx) => isSealIntact(tx, closed))).toBe(true)
  await approve(closed.id)
  await pay(closed.id)
  await h.t.drain()
  expect(await balance(h.t, payableOf(shop.partner.id))).toBe(-8_500n)
  h.at('2026-05-01T00:05:00Z')
  const april = await closing(h, shop.partner.id, '2026-04-30')
  expect(april).toMatchObject({
    status: 'carried',
    gross_minor: -10_000n,
    share_minor: -8_500n,
    payable_minor: -8_500n,
  })
  expect((await lines(april)).map((line) => [line.kind, line.redemption_id])).toEqual([['reversal', late]])
  for (const date of ['10', '11', '12']) await sell(h, shop, `2026-05-${date}T12:00:00Z`)
  h.at('2026-06-01T00:05:00Z')
  const may = await closing(h, shop.partner.id, '2026-05-31')
  expect(may).toMatchObject({ status: 'pending', carried_in_minor: -8_500n, payable_minor: 17_000n })
})

test('taken back after midnight but before the closing: a line in each month, as in the ledger', async () => {
  const late = await sell(h, shop, '2026-03-31T23:58:00Z')
  h.at('2026-04-01T00:03:00Z')
  await undo(late)
  h.at('2026-04-01T00:05:00Z')
  expect(await march()).toMatchObject({ line_count: 1, share_minor: 8_500n })
  h.at('2026-05-01T00:05:00Z')
  expect(await closing(h, shop.partner.id, '2026-04-30')).toMatchObject({ share_minor: -8_500n, payable_minor: 0n })
})

test('nobody changes a sealed statement or its lines, and a change would be noticed', async () => {
  const settlement = await closedMarch()
  const asOwner = (sql: string) => h.t.asOwner((client) => client.query(sql, [settlement.id]))
  await expect(
    asOwner('update settlements.settlement set payable_minor = 1, released_minor = -16999 where id = $1'),
  ).rejects.toThrow('is sealed')
  await expect(asOwner('update settlements.line set share_minor = 1 where settlement_id = $1')).rejects.toThrow(
    'append-only',
  )
  await expect(asOwner('delete from settlements.line where settlement_id = $1')).rejects.toThrow('append-only')
  expect((await h.t.tx((tx) => checkSeals(tx, 1000))).status).toBe('ok')
  const { venue_name } = (await lines(settlement))[0]!
  await h.t.asOwner(async (client) => {
    await client.query('alter table settlements.line disable trigger line_is_append_only')
    await client.query('update settlements.line set venue_name = $2 where settlement_id = $1 and line_no = 1', [
      settlement.id,
      'Elsewhere',
    ])
  })
  expect(await h.t.tx((tx) => checkSeals(tx, 1000))).toMatchObject({
    status: 'failed',
    detail: expect.stringContaining(settlement.id),
  })
  await h.t.asOwner(async (client) => {
    await client.query('update settlements.line set venue_name = $2 where settlement_id = $1 and line_no = 1', [
      settlement.id,
      venue_name,
    ])
    await client.query('alter table settlements.line enable trigger line_is_append_only')
  })
})

test('a weekly partner that becomes monthly has no gap between its statements', async () => {
  const change = (payment_terms: 'weekly' | 'monthly') =>
    h.t.tx((tx) => changePartner(h.t.ctx(), tx, shop.partner.id, { payment_terms }))
  await change('weekly')
  h.at('2026-03-09T00:00:00Z')
  expect((await closing(h, shop.partner.id, '2026-03-08')).period_start.toString()).toBe('2026-03-02')
  await change('monthly')
  h.at(AFTER_MARCH)
  expect((await march()).period_start.toString()).toBe('2026-03-09')
})

test('a partner that was let go gets what it is owed, and then no more statements', async () => {
  await sell(h, shop, '2026-03-10T12:00:00Z')
  await sell(h, shop, '2026-03-11T12:00:00Z')
  await h.t.tx((tx) => setPartnerStatus(h.t.ctx(), tx, shop.partner.id, 'terminated', 'closed its doors'))
  h.at(AFTER_MARCH)
  expect(await march()).toMatchObject({ status: 'pending', payable_minor: 17_000n })
  h.at('2026-05-01T00:05:00Z')
  await expect(closing(h, shop.partner.id, '2026-04-30')).rejects.toEqual(refused(errors.nothing_to_close))
  await h.t.runCron()
  const { items } = await h.t.tx((tx) => listOfPartner(tx, shop.partner.id, { after: undefined, limit: 10 }))
  expect(items).toHaveLength(1)
})
