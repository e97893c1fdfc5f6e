/** Ten callers at once: the database decides, and exactly as much happens as may. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '../../../kernel/errors.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { balanceOf, hold, ledgerErrors, postHold, reverse, voidHold, type AccountRef, type Posted } from '../api.ts'
import { expireHolds } from '../holds.ts'
import { clearing, funded, move, newId, startLedger, wallet } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startLedger()
})
afterAll(() => t.close())

const balance = (ref: AccountRef) => t.tx((tx) => balanceOf(tx, ref))
const ten = async <T>(act: (i: number) => Promise<T>) => {
  const settled = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => act(i)))
  const done = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  return { done, refused }
}

test('one id, ten times: one posting, nine replays', async () => {
  const [awa, shop, id] = [await funded(t, 1000n), wallet(), newId()]
  const { done, refused } = await ten(() => t.tx((tx) => move(t.ctx(), tx, awa, shop, 300n, { id })))
  expect(refused).toEqual([])
  expect(done.filter((posted) => !posted.replayed)).toHaveLength(1)
  expect((await balance(shop)).posted_minor).toBe(300n)
})

test('one id, ten times, with money for once only: still one posting and nine replays', async () => {
  const [awa, shop, id] = [await funded(t, 300n), wallet(), newId()]
  const { done, refused } = await ten(() => t.tx((tx) => move(t.ctx(), tx, awa, shop, 300n, { id })))
  expect(refused).toEqual([])
  expect(done.filter((posted) => !posted.replayed)).toHaveLength(1)
})

test('one id between deferred accounts, ten times: one posting', async () => {
  const [to, id] = [{ ...clearing, ref: newId() }, newId()]
  const { done, refused } = await ten(() => t.tx((tx) => move(t.ctx(), tx, clearing, to, 5n, { id })))
  expect(refused).toEqual([])
  expect(done.filter((posted) => !posted.replayed)).toHaveLength(1)
  expect((await balance(to)).posted_minor).toBe(5n)
})

test('one id, ten contents: one posting, nine conflicts', async () => {
  const [awa, shop, id] = [await funded(t, 1000n), wallet(), newId()]
  const { done, refused } = await ten((i) => t.tx((tx) => move(t.ctx(), tx, awa, shop, BigInt(i + 1), { id })))
  expect(done).toHaveLength(1)
  expect(refused.every((error) => isRefusal(error, ledgerErrors.transfer_conflict))).toBe(true)
})

test('ten spenders of money for three: three succeed', async () => {
  const [awa, shop] = [await funded(t, 1000n), wallet()]
  const { done, refused } = await ten(() => t.tx((tx) => move(t.ctx(), tx, awa, shop, 300n)))
  expect(done).toHaveLength(3)
  expect(refused.every((error) => isRefusal(error, ledgerErrors.insufficient_funds))).toBe(true)
  expect((await balance(awa)).posted_minor).toBe(100n)
})

test('ten holds on money for three: three succeed', async () => {
  const awa = await funded(t, 1000n)
  const expires_at = t.clock.now().add({ hours: 1 })
  const { done } = await ten(() =>
    t.tx((tx) => hold(t.ctx(), tx, { id: newId(), account: awa, amount_minor: 300n, expires_at })),
  )
  expect(done).toHaveLength(3)
  expect(await balance(awa)).toMatchObject({ held_minor: 900n, available_minor: 100n })
})

test('a hold posted, voided and expired at once ends in one way', async () => {
  for (let round = 0; round < 5; round++) {
    const [awa, shop, id] = [await funded(t, 500n), wallet(), newId()]
    const { owner } = awa
    const expires_at = t.clock.now().add({ minutes: 1 })
    await t.tx((tx) => hold(t.ctx(), tx, { id, account: awa, amount_minor: 500n, expires_at }))
    const legs = [
      { account: awa, amount_minor: -500n },
      { account: shop, amount_minor: 500n },
    ]
    const posting = (): Promise<Posted> =>
      t.tx((tx) =>
        postHold(t.ctx(), tx, {
          owner,
          hold_id: id,
          amount_minor: 500n,
          transfer: { id: newId(), owner, kind: 'test.captured', legs },
        }),
      )
    const { done, refused } = await ten((i) =>
      i % 2 === 0 ? posting() : t.tx((tx) => voidHold(t.ctx(), tx, { owner, hold_id: id })),
    )
    // Either one posting and no void, or one void that the other four repeat.
    expect([1, 5]).toContain(done.length)
    expect(done.filter((one) => !one.replayed)).toHaveLength(1)
    expect(refused.every((error) => isRefusal(error, ledgerErrors.hold_resolved))).toBe(true)
    const { posted_minor, held_minor } = await balance(awa)
    expect(held_minor).toBe(0n)
    expect(posted_minor + (await balance(shop)).posted_minor).toBe(500n)
  }
})

test('two sweeps at once expire each hold once', async () => {
  const awa = await funded(t, 1000n)
  const expires_at = t.clock.now().add({ minutes: 1 })
  for (let i = 0; i < 20; i++)
    await t.tx((tx) => hold(t.ctx(), tx, { id: newId(), account: awa, amount_minor: 10n, expires_at }))
  t.clock.advance({ minutes: 2 })
  const { done, refused } = await ten(() => t.tx((tx) => expireHolds(t.ctx(), tx, 5)))
  expect(refused).toEqual([])
  while ((await t.tx((tx) => expireHolds(t.ctx(), tx, 5))) > 0);
  expect(done.reduce((sum, some) => sum + some, 0)).toBeLessThanOrEqual(23)
  expect(await balance(awa)).toMatchObject({ held_minor: 0n, available_minor: 1000n })
})

test('ten refunds of one payment: one gives the money back', async () => {
  const [awa, shop] = [await funded(t, 500n), await funded(t, 10_000n)]
  const { id } = await t.tx((tx) => move(t.ctx(), tx, awa, shop, 500n))
  const { owner } = awa
  const { done, refused } = await ten(() =>
    t.tx((tx) =>
      reverse(t.ctx(), tx, { id: newId(), owner, original_owner: owner, original_id: id, reason: 'refund' }),
    ),
  )
  expect(done).toHaveLength(1)
  expect(refused.every((error) => isRefusal(error, ledgerErrors.over_reversed))).toBe(true)
  expect((await balance(awa)).posted_minor).toBe(500n)
})

test('one refund, asked for ten times: one gives the money back, nine repeat the answer', async () => {
  const [awa, shop, id] = [await funded(t, 500n), await funded(t, 10_000n), newId()]
  const { id: original_id } = await t.tx((tx) => move(t.ctx(), tx, awa, shop, 500n))
  const { owner } = awa
  const { done, refused } = await ten(() =>
    t.tx((tx) => reverse(t.ctx(), tx, { id, owner, original_owner: owner, original_id, reason: 'refund' })),
  )
  expect(refused).toEqual([])
  expect(done.filter((posted) => !posted.replayed)).toHaveLength(1)
  expect((await balance(awa)).posted_minor).toBe(500n)
})

test('partial refunds at once stop at the original', async () => {
  const [awa, shop] = [await funded(t, 500n), await funded(t, 10_000n)]
  const { id } = await t.tx((tx) => move(t.ctx(), tx, awa, shop, 500n))
  const { owner } = awa
  const legs = [
    { account: awa, amount_minor: 120n },
    { account: shop, amount_minor: -120n },
  ]
  const { done } = await ten(() =>
    t.tx((tx) =>
      reverse(t.ctx(), tx, { id: newId(), owner, original_owner: owner, original_id: id, legs, reason: 'refund' }),
    ),
  )
  expect(done).toHaveLength(4)
  expect((await balance(awa)).posted_minor).toBe(480n)
})

test('money sent to and fro at once neither locks up nor gets lost', async () => {
  const wallets = await Promise.all([1, 2, 3, 4].map(() => funded(t, 10_000n)))
  const retries = t.db.counters.retries
  for (let round = 0; round < 10; round++)
    await ten((i) =>
      t.tx((tx) => move(t.ctx(), tx, wallets[i % 4]!, wallets[(i + 1 + (round % 3)) % 4]!, BigInt(i + 1))),
    )
  const balances = await Promise.all(wallets.map(balance))
  expect(balances.reduce((sum, { posted_minor }) => sum + posted_minor, 0n)).toBe(40_000n)
  expect(t.db.counters.retries).toBe(retries)
})

test('an account opened by ten at once is one account', async () => {
  const shop = wallet()
  const payers = await Promise.all(Array.from({ length: 10 }, () => funded(t, 50n)))
  const { refused } = await ten((i) => t.tx((tx) => move(t.ctx(), tx, payers[i]!, shop, 50n)))
  expect(refused).toEqual([])
  expect((await balance(shop)).posted_minor).toBe(500n)
})
