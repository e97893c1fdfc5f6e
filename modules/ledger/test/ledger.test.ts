/** The verbs of the ledger as stories: posting, holding, reversing, reading back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import {
  accountId,
  balanceAsOf,
  balanceOf,
  entryKey,
  hold,
  ledgerErrors,
  openAccount,
  post,
  postHold,
  reverse,
  statement,
  trialBalance,
  voidHold,
  type AccountRef,
} from '../api.ts'
import { foldDeferred } from '../folds.ts'
import { pageOf } from '../../../kernel/http/page.ts'
import { clearing, commission, funded, move, newId, startLedger, wallet } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startLedger()
})
afterAll(() => t.close())

const balance = (ref: AccountRef) => t.tx((tx) => balanceOf(tx, ref))
const available = async (ref: AccountRef) => (await balance(ref)).available_minor
const refusal = (kind: { code: string }) => ({ message: kind.code })
const inHours = (hours: number) => t.clock.now().add({ hours })

describe('posting', () => {
  test('opens its accounts and moves the value', async () => {
    const before = (await balance(clearing)).posted_minor
    const awa = await funded(t, 25_000n)
    expect(await balance(awa)).toEqual({ posted_minor: 25_000n, held_minor: 0n, available_minor: 25_000n })
    expect((await balance(clearing)).posted_minor).toBe(before - 25_000n)
  })

  test('of the same id with the same content moves nothing again', async () => {
    const awa = await funded(t, 1000n)
    const moussa = wallet()
    const id = newId()
    const send = () => t.tx((tx) => move(t.ctx(), tx, awa, moussa, 400n, { id }))
    expect(await send()).toEqual({ id, replayed: false })
    t.clock.advance({ hours: 2 })
    expect(await send()).toEqual({ id, replayed: true })
    expect(await available(awa)).toBe(600n)
    expect(await available(moussa)).toBe(400n)
  })

  test('of the same id with other content is an error, never money', async () => {
    const awa = await funded(t, 1000n)
    const id = newId()
    await t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 400n, { id }))
    const other = wallet()
    await expect(t.tx((tx) => move(t.ctx(), tx, awa, other, 400n, { id }))).rejects.toMatchObject(
      refusal(ledgerErrors.transfer_conflict),
    )
    expect(await available(awa)).toBe(600n)
    expect(await available(other)).toBe(0n)
  })

  test('keeps two transfers of one id apart when their owners differ', async () => {
    const [awa, moussa, id] = [await funded(t, 100n), await funded(t, 100n), newId()]
    const to = wallet()
    for (const from of [awa, moussa])
      expect((await t.tx((tx) => move(t.ctx(), tx, from, to, 50n, { id }))).replayed).toBe(false)
    expect(await available(to)).toBe(100n)
    expect((await t.tx((tx) => statement(tx, to, { after: undefined, limit: 10 }))).length).toBe(2)
  })

  test('refuses what a guarded account does not have, and moves none of the legs', async () => {
    const awa = await funded(t, 100n)
    const moussa = wallet()
    await expect(t.tx((tx) => move(t.ctx(), tx, awa, moussa, 101n))).rejects.toMatchObject(
      refusal(ledgerErrors.insufficient_funds),
    )
    expect(await available(awa)).toBe(100n)
    expect(await available(moussa)).toBe(0n)
  })

  test('lets an account go down to the floor it was opened with', async () => {
    const credit = wallet()
    await t.tx((tx) => openAccount(t.ctx(), tx, credit, { floor_minor: -500n }))
    await t.tx((tx) => openAccount(t.ctx(), tx, credit, { floor_minor: -500n }))
    await t.tx((tx) => move(t.ctx(), tx, credit, wallet(), 500n))
    await expect(t.tx((tx) => move(t.ctx(), tx, credit, wallet(), 1n))).rejects.toMatchObject(
      refusal(ledgerErrors.insufficient_funds),
    )
    await expect(t.tx((tx) => openAccount(t.ctx(), tx, credit, { floor_minor: 0n }))).rejects.toThrow('another floor')
  })

  test('moves several assets at once, each to zero', async () => {
    const buyer = await funded(t, 1000n)
    const points = wallet(buyer.owner, 'PTS')
    const issued: AccountRef = { ...commission, kind: 'points_issued', asset: 'PTS' }
    await t.tx((tx) =>
      post(t.ctx(), tx, {
        id: newId(),
        owner: buyer.owner,
        kind: 'test.bought',
        legs: [
          { account: buyer, amount_minor: -1000n },
          { account: commission, amount_minor: 100n },
          { account: wallet(), amount_minor: 900n },
          { account: issued, amount_minor: -10n },
          { account: points, amount_minor: 10n },
        ],
      }),
    )
    expect(await available(points)).toBe(10n)
    expect(await available(buyer)).toBe(0n)
  })

  test('of a value that never was is refused even when the account is new', async () => {
    await expect(t.tx((tx) => move(t.ctx(), tx, wallet(), wallet(), 1n))).rejects.toMatchObject(
      refusal(ledgerErrors.insufficient_funds),
    )
  })

  test('is one statement, whatever the number of legs', async () => {
    const awa = await funded(t, 100n)
    expect(await t.costs(() => t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 10n)))).toBe(1)
  })
})

describe('a hold', () => {
  const put = (account: AccountRef, amount_minor: bigint, id = newId()) =>
    t.tx((tx) => hold(t.ctx(), tx, { id, account, amount_minor, expires_at: inHours(1) })).then(() => id)
  const take = (from: AccountRef, hold_id: string, amount_minor: bigint, to: AccountRef, id = newId()) =>
    t.tx((tx) =>
      postHold(t.ctx(), tx, {
        owner: from.owner,
        hold_id,
        amount_minor,
        transfer: {
          id,
          owner: from.owner,
          kind: 'test.captured',
          legs: [
            { account: from, amount_minor: -amount_minor },
            { account: to, amount_minor },
          ],
        },
      }),
    )

  test('sets money aside without moving it', async () => {
    const awa = await funded(t, 1000n)
    await put(awa, 700n)
    expect(await balance(awa)).toEqual({ posted_minor: 1000n, held_minor: 700n, available_minor: 300n })
  })

  test('can be used in part; the rest is free again', async () => {
    const [awa, shop] = [await funded(t, 1000n), wallet()]
    const id = await put(awa, 700n)
    const transfer = newId()
    expect(await take(awa, id, 600n, shop, transfer)).toEqual({ id: transfer, replayed: false })
    expect(await take(awa, id, 600n, shop, transfer)).toEqual({ id: transfer, replayed: true })
    expect(await balance(awa)).toEqual({ posted_minor: 400n, held_minor: 0n, available_minor: 400n })
    expect(await available(shop)).toBe(600n)
    await expect(take(awa, id, 100n, shop)).rejects.toMatchObject(refusal(ledgerErrors.hold_resolved))
  })

  test('gives no more than it holds', async () => {
    const awa = await funded(t, 1000n)
    const id = await put(awa, 300n)
    await expect(take(awa, id, 301n, wallet())).rejects.toMatchObject(refusal(ledgerErrors.hold_exceeded))
    expect((await balance(awa)).held_minor).toBe(300n)
  })

  test('can be used to the last unit of the account', async () => {
    const awa = await funded(t, 500n)
    const id = await put(awa, 500n)
    await take(awa, id, 500n, wallet())
    expect(await balance(awa)).toEqual({ posted_minor: 0n, held_minor: 0n, available_minor: 0n })
  })

  test('made twice under one id is made once', async () => {
    const awa = await funded(t, 1000n)
    const id = await put(awa, 300n)
    const expires_at = inHours(1)
    const again = { id, account: awa, amount_minor: 300n, expires_at }
    expect(await t.tx((tx) => hold(t.ctx(), tx, again))).toEqual({ id, replayed: true })
    await expect(t.tx((tx) => hold(t.ctx(), tx, { ...again, amount_minor: 200n }))).rejects.toMatchObject(
      refusal(ledgerErrors.hold_conflict),
    )
    expect((await balance(awa)).held_minor).toBe(300n)
  })

  test('beyond what is available is refused', async () => {
    const awa = await funded(t, 1000n)
    await put(awa, 700n)
    await expect(put(awa, 301n)).rejects.toMatchObject(refusal(ledgerErrors.insufficient_funds))
  })

  test('nobody made is unknown', async () => {
    const awa = await funded(t, 10n)
    const owner = awa.owner
    await expect(t.tx((tx) => voidHold(t.ctx(), tx, { owner, hold_id: newId() }))).rejects.toMatchObject(
      refusal(ledgerErrors.hold_unknown),
    )
    await expect(take(awa, newId(), 10n, wallet())).rejects.toMatchObject(refusal(ledgerErrors.hold_unknown))
  })

  test('ends by itself when its time is over, at that time', async () => {
    const awa = await funded(t, 1000n)
    const id = await put(awa, 1000n)
    const due = inHours(1)
    t.clock.advance({ minutes: 59 })
    await t.runCron()
    expect(await available(awa)).toBe(0n)
    t.clock.advance({ days: 2 })
    await t.runCron()
    expect(await available(awa)).toBe(1000n)
    const { rows } = await t.asOwner((client) =>
      client.query('select outcome, resolved_at from ledger.hold_outcome where hold_id = $1', [id]),
    )
    expect(rows[0].outcome).toBe('expired')
    expect(rows[0].resolved_at.toISOString()).toBe(new Date(due.epochMilliseconds).toISOString())
    await expect(t.tx((tx) => voidHold(t.ctx(), tx, { owner: awa.owner, hold_id: id }))).rejects.toMatchObject(
      refusal(ledgerErrors.hold_resolved),
    )
  })

  test('whose time is over cannot be used, swept or not', async () => {
    const awa = await funded(t, 1000n)
    const id = await put(awa, 1000n)
    t.clock.advance({ hours: 1 })
    await expect(take(awa, id, 1000n, wallet())).rejects.toMatchObject(refusal(ledgerErrors.hold_resolved))
  })
})

describe('a reversal', () => {
  const back = (original_owner: string, original_id: string, more: Partial<Parameters<typeof reverse>[2]> = {}) =>
    t.tx((tx) =>
      reverse(t.ctx(), tx, {
        id: newId(),
        owner: original_owner,
        original_owner,
        original_id,
        reason: 'a mistake',
        ...more,
      }),
    )
  const sent = async (amount: bigint) => {
    const [from, to] = [await funded(t, amount), wallet()]
    const { id } = await t.tx((tx) => move(t.ctx(), tx, from, to, amount))
    return { from, to, id }
  }

  test('undoes the whole and says of what kind it is', async () => {
    const { from, to, id } = await sent(800n)
    await back(from.owner, id)
    expect(await available(from)).toBe(800n)
    expect(await available(to)).toBe(0n)
    const [newest] = await t.tx((tx) => statement(tx, from, { after: undefined, limit: 1 }))
    expect(newest).toMatchObject({ kind: 'test.moved_reversed', amount_minor: 800n, balance_after_minor: 800n })
  })

  test('in parts never gives back more than the original', async () => {
    const { from, to, id } = await sent(800n)
    const part = (amount: bigint) => ({
      legs: [
        { account: from, amount_minor: amount },
        { account: to, amount_minor: -amount },
      ],
    })
    await back(from.owner, id, part(300n))
    await back(from.owner, id, part(400n))
    await expect(back(from.owner, id, part(101n))).rejects.toMatchObject(refusal(ledgerErrors.over_reversed))
    await expect(back(from.owner, id)).rejects.toMatchObject(refusal(ledgerErrors.over_reversed))
    await back(from.owner, id, part(100n))
    await expect(back(from.owner, id, part(1n))).rejects.toMatchObject(refusal(ledgerErrors.over_reversed))
    expect(await available(from)).toBe(800n)
  })

  test('of one id is one reversal', async () => {
    const { from, id } = await sent(800n)
    const again = newId()
    expect((await back(from.owner, id, { id: again })).replayed).toBe(false)
    expect((await back(from.owner, id, { id: again })).replayed).toBe(true)
    await expect(back(from.owner, id, { id: again, reason: 'another' })).rejects.toMatchObject(
      refusal(ledgerErrors.transfer_conflict),
    )
    expect(await available(from)).toBe(800n)
  })

  test('cannot be reversed', async () => {
    const { from, id } = await sent(800n)
    const first = await back(from.owner, id)
    await expect(back(from.owner, first.id)).rejects.toMatchObject(refusal(ledgerErrors.not_reversible))
  })

  test('goes the other way, over the legs of the original, or is a bug', async () => {
    const { from, to, id } = await sent(800n)
    const legs = (a: AccountRef, b: AccountRef) => ({
      legs: [
        { account: a, amount_minor: -5n },
        { account: b, amount_minor: 5n },
      ],
    })
    await expect(back(from.owner, id, legs(from, to))).rejects.toThrow('other way')
    await expect(back(from.owner, id, legs(to, wallet()))).rejects.toThrow('not in the original')
    await expect(back(from.owner, id, { reason: ' ' })).rejects.toThrow('says why')
  })

  test('of what was spent meanwhile is refused', async () => {
    const { from, to, id } = await sent(800n)
    await t.tx((tx) => move(t.ctx(), tx, to, wallet(), 1n))
    await expect(back(from.owner, id)).rejects.toMatchObject(refusal(ledgerErrors.insufficient_funds))
  })

  test('of a transfer nobody knows is refused', async () => {
    await expect(back(newId(), newId())).rejects.toMatchObject(refusal(ledgerErrors.transfer_unknown))
  })
})

describe('reading back', () => {
  test('any instant, by what was known then or by what was true then', async () => {
    const awa = await funded(t, 1000n)
    const opened = t.clock.now()
    t.clock.advance({ days: 10 })
    const yesterday = t.clock.now().subtract({ hours: 24 })
    await t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 300n, { effective_at: yesterday }))
    const at = (instant: Temporal.Instant, by: 'effective' | 'recorded') =>
      t.tx((tx) => balanceAsOf(tx, awa, instant, by))
    expect(await at(opened.subtract({ seconds: 1 }), 'recorded')).toBe(0n)
    expect(await at(opened, 'recorded')).toBe(1000n)
    expect(await at(yesterday, 'recorded')).toBe(1000n)
    expect(await at(yesterday, 'effective')).toBe(700n)
    expect(await at(t.clock.now(), 'recorded')).toBe(700n)
  })

  test('a statement, page by page, newest first, each line with the balance after it', async () => {
    const awa = await funded(t, 100n)
    for (let i = 1n; i <= 6n; i++) {
      if (i % 2n === 0n) t.clock.advance({ seconds: 1 })
      await t.tx((tx) => move(t.ctx(), tx, awa, wallet(), i))
    }
    const lines = []
    let cursor: readonly string[] | undefined
    for (let pages = 0; pages < 10; pages++) {
      const page = { after: cursor, limit: 2 }
      const rows = await t.tx((tx) => statement(tx, awa, page))
      const { items, next_cursor } = pageOf(rows, page, entryKey, (row) => row)
      lines.push(...items.map((row) => [row.amount_minor, row.balance_after_minor]))
      if (next_cursor === null) break
      cursor = JSON.parse(Buffer.from(next_cursor, 'base64url').toString()) as string[]
    }
    expect(lines).toEqual([
      [-6n, 79n],
      [-5n, 85n],
      [-4n, 90n],
      [-3n, 94n],
      [-2n, 97n],
      [-1n, 99n],
      [100n, 100n],
    ])
  })

  test('times of a guarded account do not run backwards when servers’ clocks differ a little', async () => {
    const awa = await funded(t, 100n)
    const later = t.clock.now()
    t.clock.set(later.subtract({ milliseconds: 250 }))
    await t.tx((tx) => move(t.ctx(), tx, awa, wallet(), 40n))
    t.clock.set(later)
    const rows = await t.tx((tx) => statement(tx, awa, { after: undefined, limit: 5 }))
    expect(rows.map((row) => row.balance_after_minor)).toEqual([60n, 100n])
    expect(rows[0]!.recorded_at.toString()).toBe(later.toString())
  })

  test('a trial balance that sums to zero', async () => {
    await funded(t, 12_345n)
    const now = await t.tx((tx) => trialBalance(tx, t.clock.now()))
    expect(now.balanced).toBe(true)
    expect(now.lines.find((line) => line.kind === 'provider_clearing')!.balance_minor).toBeLessThan(0n)
    const before = await t.tx((tx) => trialBalance(tx, Temporal.Instant.from('2020-01-01T00:00:00Z')))
    expect(before.lines).toEqual([])
  })

  test('only one’s own accounts, whoever asks', async () => {
    const awa = await funded(t, 100n)
    const as = (userId: string) => t.tx((tx) => balanceOf(tx, awa), { rows: 'own', userId })
    expect((await as(awa.owner)).posted_minor).toBe(100n)
    expect((await as(newId())).posted_minor).toBe(0n)
    const userId = newId()
    const stranger = await t.tx((tx) => statement(tx, awa, { after: undefined, limit: 5 }), { rows: 'own', userId })
    expect(stranger).toEqual([])
  })
})

describe('a deferred account', () => {
  const fee: AccountRef = { ...commission, kind: 'fee' }
  const folds = async () => {
    const sql = 'select up_to, amount_minor from ledger.account_fold where account_id = $1 order by up_to'
    return (await t.asOwner((client) => client.query(sql, [accountId(fee)]))).rows
  }

  test('is folded up to a while ago, and reads the same before and after', async () => {
    const real = Temporal.Now.instant().round('millisecond')
    const awa = await funded(t, 10_000n)
    const pay = async (at: Temporal.Instant, amount: bigint) => {
      t.clock.set(at)
      await t.tx((tx) => move(t.ctx(), tx, awa, fee, amount))
    }
    await pay(real.subtract({ hours: 24 * 70 }), 1n)
    await pay(real.subtract({ hours: 5 }), 10n)
    await pay(real, 100n)
    expect((await balance(fee)).posted_minor).toBe(111n)
    await foldDeferred(t.ctx(), (body) => t.tx(body))
    expect((await folds()).map((row) => row.amount_minor)).toEqual(['11'])
    expect((await balance(fee)).posted_minor).toBe(111n)
    await foldDeferred(t.ctx(), (body) => t.tx(body))
    expect((await folds()).length).toBe(1)
    expect(await t.tx((tx) => balanceAsOf(tx, fee, real.subtract({ hours: 6 }), 'recorded'))).toBe(1n)
  })

  test('loses a fold that lacks an entry recorded before it', async () => {
    const awa = await funded(t, 1000n)
    const before = (await balance(fee)).posted_minor
    expect((await folds()).length).toBe(1)
    t.clock.set(Temporal.Now.instant().subtract({ hours: 3 }))
    await t.tx((tx) => move(t.ctx(), tx, awa, fee, 7n))
    expect((await balance(fee)).posted_minor).toBe(before + 7n)
    expect((await folds()).length).toBe(0)
    await foldDeferred(t.ctx(), (body) => t.tx(body))
    expect((await balance(fee)).posted_minor).toBe(before + 7n)
  })

  test('may be negative and may not be held', async () => {
    const account = { ...clearing }
    expect((await balance(account)).posted_minor).toBeLessThan(0n)
    const input = { id: newId(), account, amount_minor: 1n, expires_at: inHours(1) }
    await expect(t.tx((tx) => hold(t.ctx(), tx, input))).rejects.toThrow('only a guarded account')
  })

  test('keeps its mode: the same account cannot be used as a guarded one', async () => {
    const awa = await funded(t, 10n)
    await expect(t.tx((tx) => move(t.ctx(), tx, awa, { ...fee, mode: 'guarded' }, 1n))).rejects.toThrow('is deferred')
  })
})
