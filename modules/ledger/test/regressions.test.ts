/**
 * Failures that other ledgers had in the open, each under its name. They are kept here for good: none may ever be possible.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import {
  balanceOf,
  hold,
  ledgerErrors,
  PLATFORM,
  post,
  postHold,
  reverse,
  statement,
  voidHold,
  type AccountRef,
} from '../api.ts'
import { clearing, commission, funded, move, newId, startLedger, wallet } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startLedger()
})
afterAll(() => t.close())

const balance = (ref: AccountRef) => t.tx((tx) => balanceOf(tx, ref))
const posted = async (ref: AccountRef) => (await balance(ref)).posted_minor
const holdOn = async (account: AccountRef, amount_minor: bigint) => {
  const id = newId()
  const expires_at = t.clock.now().add({ hours: 1 })
  await t.tx((tx) => hold(t.ctx(), tx, { id, account, amount_minor, expires_at }))
  return id
}
const capture = (from: AccountRef, hold_id: string, to: AccountRef, amount_minor: bigint) =>
  t.tx((tx) =>
    postHold(t.ctx(), tx, {
      owner: from.owner,
      hold_id,
      amount_minor,
      transfer: {
        id: newId(),
        owner: from.owner,
        kind: 'test.captured',
        legs: [
          { account: from, amount_minor: -amount_minor },
          { account: to, amount_minor },
        ],
      },
    }),
  )
const refund = (owner: string, original_id: string, id = newId(), legs?: Parameters<typeof reverse>[2]['legs']) =>
  t.tx((tx) =>
    reverse(t.ctx(), tx, {
      id,
      owner,
      original_owner: owner,
      original_id,
      reason: 'refund',
      ...(legs ? { legs } : {}),
    }),
  )
const lines = (ref: AccountRef) => t.tx((tx) => statement(tx, ref, { after: undefined, limit: 100 }))

test('an inflight debit counts in what is available (blnk 181)', async () => {
  const awa = await funded(t, 1000n)
  await holdOn(awa, 800n)
  expect((await balance(awa)).available_minor).toBe(200n)
  await expect(t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 201n))).rejects.toMatchObject({
    message: ledgerErrors.insufficient_funds.code,
  })
  await expect(holdOn(awa, 201n)).rejects.toMatchObject({ message: ledgerErrors.insufficient_funds.code })
})

test('a refund cannot be repeated (blnk 152)', async () => {
  const [awa, shop] = [await funded(t, 500n), await funded(t, 500n)]
  const { id } = await t.tx((tx) => move(t.ctx(), tx, awa, shop, 500n))
  await refund(awa.owner, id)
  await expect(refund(awa.owner, id)).rejects.toMatchObject({ message: ledgerErrors.over_reversed.code })
  expect(await posted(awa)).toBe(500n)
})

test('a second refund that is refused moves no money (blnk 374)', async () => {
  const [awa, shop] = [await funded(t, 500n), await funded(t, 500n)]
  const { id } = await t.tx((tx) => move(t.ctx(), tx, awa, shop, 500n))
  await refund(awa.owner, id)
  const before = [await posted(awa), await posted(shop), (await lines(awa)).length, (await lines(shop)).length]
  await expect(refund(awa.owner, id)).rejects.toMatchObject({ kind: { status: 409 } })
  const after = [await posted(awa), await posted(shop), (await lines(awa)).length, (await lines(shop)).length]
  expect(after).toEqual(before)
})

test('a hold that was rejected cannot be committed any more (blnk 182)', async () => {
  const [awa, shop] = [await funded(t, 500n), wallet()]
  const id = await holdOn(awa, 500n)
  await t.tx((tx) => voidHold(t.ctx(), tx, { owner: awa.owner, hold_id: id, reason: 'rejected' }))
  await expect(capture(awa, id, shop, 500n)).rejects.toMatchObject({ message: ledgerErrors.hold_resolved.code })
  expect(await posted(shop)).toBe(0n)
})

test('a hold voided twice is given back once (blnk 41)', async () => {
  const awa = await funded(t, 500n)
  const [first, second] = [await holdOn(awa, 100n), await holdOn(awa, 100n)]
  const giveBack = () => t.tx((tx) => voidHold(t.ctx(), tx, { owner: awa.owner, hold_id: first }))
  expect(await giveBack()).toEqual({ replayed: false })
  expect(await giveBack()).toEqual({ replayed: true })
  // The other hold is still there: nothing was released twice.
  expect((await balance(awa)).held_minor).toBe(100n)
  await t.tx((tx) => voidHold(t.ctx(), tx, { owner: awa.owner, hold_id: second }))
  expect((await balance(awa)).held_minor).toBe(0n)
})

test('a used hold cannot be voided to free the money again', async () => {
  const [awa, shop] = [await funded(t, 500n), wallet()]
  const id = await holdOn(awa, 500n)
  await capture(awa, id, shop, 500n)
  await expect(t.tx((tx) => voidHold(t.ctx(), tx, { owner: awa.owner, hold_id: id }))).rejects.toMatchObject({
    message: ledgerErrors.hold_resolved.code,
  })
  expect(await balance(awa)).toEqual({ posted_minor: 0n, held_minor: 0n, available_minor: 0n })
})

test('a payment that comes late, after the void, does not land where it was meant to (blnk 42)', async () => {
  const [awa, shop] = [await funded(t, 500n), wallet()]
  const id = await holdOn(awa, 500n)
  t.clock.advance({ hours: 2 })
  await t.runCron()
  await expect(capture(awa, id, shop, 500n)).rejects.toMatchObject({ message: ledgerErrors.hold_resolved.code })
  // It is kept where it belongs to nobody's purpose yet, and can be given to its owner from there.
  const suspense: AccountRef = { owner: awa.owner, kind: 'unapplied', ref: id, asset: 'XOF', mode: 'guarded' }
  await t.tx((tx) => move(t.ctx(), tx, clearing, suspense, 500n))
  await t.tx((tx) => move(t.ctx(), tx, suspense, awa, 500n))
  expect(await balance(awa)).toEqual({ posted_minor: 1000n, held_minor: 0n, available_minor: 1000n })
})

test('a fee is not credited twice when what it was taken from is refunded (open collective 6230, 5044)', async () => {
  const fee: AccountRef = { ...commission, ref: newId() }
  const [awa, shop] = [await funded(t, 1000n), wallet()]
  const id = newId()
  await t.tx((tx) =>
    post(t.ctx(), tx, {
      id,
      owner: awa.owner,
      kind: 'test.bought',
      legs: [
        { account: awa, amount_minor: -1000n },
        { account: shop, amount_minor: 950n },
        { account: fee, amount_minor: 50n },
      ],
    }),
  )
  const half = [
    { account: awa, amount_minor: 500n },
    { account: shop, amount_minor: -475n },
    { account: fee, amount_minor: -25n },
  ]
  await refund(awa.owner, id, newId(), half)
  await refund(awa.owner, id, newId(), half)
  expect([await posted(awa), await posted(shop), await posted(fee)]).toEqual([1000n, 0n, 0n])
  // Taking the fee back once more, even with money in the other accounts, is more than there was.
  await t.tx((tx) => move(t.ctx(), tx, clearing, shop, 1000n))
  await expect(
    refund(awa.owner, id, newId(), [
      { account: shop, amount_minor: -25n },
      { account: awa, amount_minor: 25n },
    ]),
  ).rejects.toMatchObject({ message: ledgerErrors.over_reversed.code })
  expect(await posted(fee)).toBe(0n)
})

test('a refund is checked against what is really there, fees paid (open collective 7969)', async () => {
  const [awa, shop] = [await funded(t, 1000n), wallet()]
  const id = newId()
  await t.tx((tx) =>
    post(t.ctx(), tx, {
      id,
      owner: awa.owner,
      kind: 'test.bought',
      legs: [
        { account: awa, amount_minor: -1000n },
        { account: shop, amount_minor: 950n },
        { account: commission, amount_minor: 50n },
      ],
    }),
  )
  // The shop has the net, not the gross: the gross cannot be taken back from it.
  await expect(t.tx((tx) => move(t.ctx(), tx, shop, awa, 1000n))).rejects.toMatchObject({
    message: ledgerErrors.insufficient_funds.code,
  })
  await refund(awa.owner, id)
  expect([await posted(awa), await posted(shop)]).toEqual([1000n, 0n])
})

test('a refund shows in every account it touches (open collective 2353)', async () => {
  const [awa, shop] = [await funded(t, 500n), wallet()]
  const { id } = await t.tx((tx) => move(t.ctx(), tx, awa, shop, 500n))
  const { id: back } = await refund(awa.owner, id)
  for (const account of [awa, shop]) expect((await lines(account))[0]!.transfer_id).toBe(back)
})

test('a top-up tried again does not credit twice (lago 5870)', async () => {
  const awa = wallet()
  const id = newId()
  const topUp = () => t.tx((tx) => move(t.ctx(), tx, clearing, awa, 2000n, { id, owner: awa.owner }))
  await topUp()
  expect(await topUp()).toMatchObject({ replayed: true })
  expect(await posted(awa)).toBe(2000n)
})

test('a posting whose transaction fails afterwards never happened', async () => {
  const awa = await funded(t, 500n)
  const id = newId()
  const shop = wallet()
  await expect(
    t.tx(async (tx) => {
      await move(t.ctx(), tx, awa, shop, 500n, { id })
      throw new Error('the process died here')
    }),
  ).rejects.toThrow('died here')
  expect([await posted(awa), await posted(shop)]).toEqual([500n, 0n])
  expect(await t.tx((tx) => move(t.ctx(), tx, awa, shop, 500n, { id }))).toMatchObject({ replayed: false })
})

test('money does not change hands in another currency', async () => {
  const awa = await funded(t, 500n)
  const euros: AccountRef = { ...awa, asset: 'EUR' }
  await expect(t.tx((tx) => move(t.ctx(), tx, awa, euros, 500n))).rejects.toThrow('sum to')
  expect(awa.owner).not.toBe(PLATFORM)
  expect(await posted(awa)).toBe(500n)
})
