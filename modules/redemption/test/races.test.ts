/** Ten at once: exactly one wins, and the money agrees. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { prove } from '../../ledger/proof.ts'
import { cancelVoucher, getVoucher, issueVoucher, undoRedemption, voucherAccount } from '../api.ts'
import { expireDue } from '../vouchers.ts'
import { balance, creditOf, makeShop, makeVoucher, payableOf, scan, startRedemption } from './make.ts'

let t: TestProduct
let shop: Awaited<ReturnType<typeof makeShop>>
const ten = <T>(act: (i: number) => Promise<T>) => Promise.all(Array.from({ length: 10 }, (_, i) => act(i)))

beforeAll(async () => {
  t = await startRedemption()
})
beforeEach(async () => {
  t.clock.set('2026-03-02T10:00:00Z')
  shop = await makeShop(t)
})
afterAll(() => t.close())

test('ten phones scan the same voucher: one is accepted, nine hear when and where it was used', async () => {
  const { voucher, token } = await makeVoucher(t, shop.pack.id)
  t.clock.set('2026-03-12T12:00:00Z')
  const outcomes = await ten(() => scan(t, shop, { token }))
  expect(outcomes.filter((outcome) => outcome.result === 'accepted')).toHaveLength(1)
  for (const outcome of outcomes.filter((one) => one.result !== 'accepted'))
    expect(outcome).toMatchObject({
      result: 'already_used',
      used_at: Temporal.Instant.from('2026-03-12T12:00:00Z'),
      used_venue: shop.venue.name,
    })
  expect(await balance(t, payableOf(shop.partner.id))).toBe(8500n)
  expect(await balance(t, voucherAccount(voucher))).toBe(0n)
  const logged = await t.asOwner((client) =>
    client.query('select count(*)::int as n from redemption.attempt where voucher_id = $1', [voucher.id]),
  )
  expect(logged.rows[0].n).toBe(10)
})

test('a scan, a cancellation and the sweep at the same moment: the voucher ends once', async () => {
  for (let round = 0; round < 5; round++) {
    const { voucher, token, holder } = await makeVoucher(t, shop.pack.id)
    const before = await balance(t, payableOf(shop.partner.id))
    t.clock.set(voucher.valid_until.subtract({ nanoseconds: 1 }))
    const late = { ...t.ctx(), clock: { now: () => voucher.valid_until } }
    const [scanned, swept, called] = await Promise.allSettled([
      scan(t, shop, { token }),
      t.tx((tx) => expireDue(late, tx)),
      t.tx((tx) => cancelVoucher(t.ctx(), tx, { voucher_id: voucher.id, reason: 'test' })),
    ])
    expect([scanned.status, swept.status]).toEqual(['fulfilled', 'fulfilled'])
    const { status } = await t.tx((tx) => getVoucher(tx, voucher.id))
    const used = status === 'redeemed'
    expect(called.status === 'fulfilled').toBe(status === 'cancelled')
    expect((await balance(t, payableOf(shop.partner.id))) - before).toBe(used ? 8500n : 0n)
    expect(await balance(t, creditOf(holder.userId))).toBe(used ? 0n : 10_000n)
    expect(await balance(t, voucherAccount(voucher))).toBe(0n)
    t.clock.set('2026-03-02T10:00:00Z')
  }
})

test('ten take the same scan back: the money goes back once', async () => {
  const { voucher, token } = await makeVoucher(t, shop.pack.id)
  t.clock.set('2026-03-12T12:00:00Z')
  const { redemption_id } = await scan(t, shop, { token })
  const undo = { redemption_id: redemption_id!, partner_id: shop.partner.id }
  const outcomes = await ten(() => t.tx((tx) => undoRedemption(t.ctx(), tx, undo)))
  expect(outcomes.filter((outcome) => outcome.result === 'undone')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome.result === 'already_undone')).toHaveLength(9)
  expect(await balance(t, payableOf(shop.partner.id))).toBe(0n)
  expect(await balance(t, voucherAccount(voucher))).toBe(10_000n)
})

test('ten issue the same voucher: it is paid once', async () => {
  const { input, voucher } = await makeVoucher(t, shop.pack.id)
  const vouchers = await ten(() => t.tx((tx) => issueVoucher(t.ctx(), tx, input)))
  expect(new Set(vouchers.map(({ id }) => id))).toEqual(new Set([voucher.id]))
  expect(await balance(t, voucherAccount(voucher))).toBe(10_000n)
})

test('every voucher, scan, take-back and end has its transfer, and there is no other', async () => {
  await t.tx((tx) => expireDue(t.ctx(), tx))
  const transact = t.tx.bind(t)
  const proof = await prove(t.ctx(), transact, { full: true })
  expect(proof.discrepancies).toEqual([])
  const forgotten = await t.asOwner(async (client) => {
    await client.query('alter table redemption.redemption disable trigger all')
    return client.query('delete from redemption.redemption where id in (select id from redemption.redemption limit 1)')
  })
  expect(forgotten.rowCount).toBe(1)
  expect((await prove(t.ctx(), transact, { full: true })).passed).toBe(false)
})
