/** The log of scans ends after two years, but not for somebody whose data is held. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { redemption } from '../module.ts'
import { makeShop, makeVoucher, scan, startRedemption } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startRedemption()
})
afterAll(() => t.close())

test('attempts of a holder whose data is held stay, others go', async () => {
  const shop = await makeShop(t)
  const [free, held] = [await makeVoucher(t, shop.pack.id), await makeVoucher(t, shop.pack.id)]
  t.clock.set('2026-03-12T14:05:00Z')
  for (const { token } of [free, held]) await scan(t, shop, { token })
  const left = () =>
    t.asOwner(async (client) => {
      const { rows } = await client.query<{ voucher_id: string }>(
        'select voucher_id from redemption.attempt where partner_id = $1',
        [shop.partner.id],
      )
      return rows.map(({ voucher_id }) => voucher_id)
    })
  expect((await left()).toSorted()).toEqual([free.voucher.id, held.voucher.id].toSorted())
  const [rule] = redemption.retention
  const remove = (holders: string[]) =>
    t.tx((tx) => rule!.remove(t.ctx(), tx, t.clock.now().add({ seconds: 1 }), holders))
  await remove([held.holder.userId])
  expect(await left()).toEqual([held.voucher.id])
  await remove([])
  expect(await left()).toEqual([])
})
