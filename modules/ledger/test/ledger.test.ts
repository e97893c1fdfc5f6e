/** The verbs of the ledger as stories. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { balanceOf } from '../api.ts'
import { clearing, funded, move, newId, startLedger, wallet } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startLedger()
})
afterAll(() => t.close())

const balance = (ref: Parameters<typeof balanceOf>[1]) => t.tx((tx) => balanceOf(tx, ref))

test('a posting opens its accounts and moves the value', async () => {
  const before = (await balance(clearing)).posted_minor
  const awa = await funded(t, 25_000n)
  expect(await balance(awa)).toEqual({ posted_minor: 25_000n, held_minor: 0n, available_minor: 25_000n })
  expect((await balance(clearing)).posted_minor).toBe(before - 25_000n)
})

test('the same id with the same content moves nothing again', async () => {
  const awa = await funded(t, 1000n)
  const moussa = wallet()
  const id = newId()
  const send = () => t.tx((tx) => move(t.ctx(), tx, awa, moussa, 400n, { id }))
  expect(await send()).toEqual({ id, replayed: false })
  expect(await send()).toEqual({ id, replayed: true })
  expect((await balance(awa)).posted_minor).toBe(600n)
})
