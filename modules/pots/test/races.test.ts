// Ten at once: exactly one wins wherever there is a limit, and the money is right afterwards.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefusal } from '../../../kernel/errors.ts'
import { setStock } from '../../catalog/api.ts'
import { errors } from '../errors.ts'
import { recordGift } from '../gifts.ts'
import { giftId, type PotId } from '../ids.ts'
import { openOwnPot } from '../opening.ts'
import { buyPack } from '../purchase.ts'
import { refundIfOwed } from '../refunds.ts'
import { advancePot, topUp } from '../shortfall.ts'
import { giveCredit } from './fund.ts'
import { BIRTHDAY_IN_60_DAYS, house, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

const ten = <T>(act: (i: number) => Promise<T>) => Promise.allSettled(Array.from({ length: 10 }, (_, i) => act(i)))
const won = (results: PromiseSettledResult<unknown>[]) => results.filter((it) => it.status === 'fulfilled').length
const refusals = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []))

describe('ten at once', () => {
  it('buy one pack', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    await h.give(pot, 7_000)
    const results = await ten(() => h.t.tx((tx) => buyPack(h.t.ctx(owner.actor), tx, pot.id as PotId)))
    expect(won(results)).toBe(1)
    expect(refusals(results).every((error) => isRefusal(error, errors.already_bought))).toBe(true)
    expect(await h.inPot(pot)).toBe(0n)
    expect(await h.credit(owner)).toBe(2_000n)
    await h.t.asOwner(async (client) => {
      const { rows } = await client.query('select count(*)::int as n from redemption.voucher where reference = $1', [
        pot.id,
      ])
      expect(rows[0].n).toBe(1)
    })
    await h.sound()
  })

  it('of ten pots take the last unit of a pack once', async () => {
    const pack = await h.pack(5_000n)
    await h.t.tx((tx) => setStock(h.t.ctx(), tx, pack.id, 1))
    const made = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const owner = await h.owner()
        return { owner, pot: await h.pot(owner, { pack_id: pack.id }) }
      }),
    )
    for (const { pot } of made) await h.give(pot, 5_000)
    const results = await Promise.allSettled(
      made.map(({ owner, pot }) => h.t.tx((tx) => buyPack(h.t.ctx(owner.actor), tx, pot.id as PotId))),
    )
    expect(won(results)).toBe(1)
    const left = await Promise.all(made.map(({ pot }) => h.inPot(pot)))
    expect(left.filter((it) => it === 5_000n)).toHaveLength(3)
    await h.settle()
    await h.sound()
  })

  it('hear of the same money and record one gift', async () => {
    const { owner, pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.pay(given)
    // The webhook is stored and its jobs wait; the news arrives ten times over before them.
    await h.wave.control.idle()
    await h.t.drain()
    const gift = await h.gift(given)
    const news = {
      owner_id: gift.owner_id,
      reference: gift.id,
      payment_id: gift.payment_id,
      amount_minor: '10000',
      currency: 'XOF',
      succeeded_at: h.t.clock.now().toString(),
    }
    expect(won(await ten(() => h.t.tx((tx) => recordGift(h.t.ctx(), tx, news))))).toBe(10)
    expect(await h.inPot(pot)).toBe(10_000n)
    expect((await h.read(pot)).gift_count).toBe(1)
    expect((await h.sentTo(owner.phone)).filter((key) => key === 'pots.gift_arrived')).toHaveLength(1)
  })

  it('different gifts arrive at once and all count', async () => {
    const { pot } = await h.openPot(100_000n)
    const gifts = await Promise.all(Array.from({ length: 10 }, (_, i) => h.start(pot, 1_000 + i)))
    for (const given of gifts) h.pay(given)
    await h.wave.control.idle()
    await Promise.all([h.t.drain(), h.t.drain(), h.t.drain()])
    await h.settle()
    expect(await h.inPot(pot)).toBe(10_045n)
    expect(await h.page(pot)).toMatchObject({ raised_minor: '10045', gift_count: 10 })
    await h.sound()
  })

  it('send one gift back once', async () => {
    const { pot } = await h.openPot()
    const [given] = [await h.give(pot, 10_000), await h.give(pot, 10_000)]
    const id = giftId.parse(given.gift_id)
    const results = await ten(() => h.t.tx((tx) => refundIfOwed(h.t.ctx(), tx, pot.owner_id, id, 'admin_action')))
    expect(won(results)).toBe(10)
    await h.settle()
    expect(await h.gift(given)).toMatchObject({ status: 'refunded', refund_attempts: 1 })
    expect(await h.inPot(pot)).toBe(10_000n)
    await h.sound()
  })

  it('top up no more than is missing', async () => {
    const { owner, pot } = await h.openPot(25_000n)
    await giveCredit(h, owner.userId, 100_000n)
    const results = await ten(() =>
      h.t.tx((tx) => topUp(h.t.ctx(owner.actor), tx, owner.userId, pot.id as PotId, 10_000n)),
    )
    expect(won(results)).toBe(2)
    expect(refusals(results).every((error) => isRefusal(error, errors.more_than_missing))).toBe(true)
    expect(await h.inPot(pot)).toBe(20_000n)
    await h.sound()
  })

  it('open and sweep one pot, which opens once', async () => {
    const owner = await h.owner(BIRTHDAY_IN_60_DAYS)
    const pot = await h.pot(owner, { target_minor: 20_000n })
    h.t.clock.set('2026-04-01T00:00:00Z')
    const results = await ten((i) =>
      h.t.tx<unknown>((tx) =>
        i % 2
          ? openOwnPot(h.t.ctx(owner.actor), tx, owner.userId, pot.id as PotId)
          : advancePot(h.t.ctx(), tx, owner.userId, pot.id),
      ),
    )
    expect(won(results)).toBe(10)
    expect((await h.steps(pot)).filter((code) => code === 'opened')).toHaveLength(1)
  })

  it('buying and refunding the same money: one of them gets it', async () => {
    h.t.clock.set('2026-03-02T10:00:00Z')
    h.advance({ seconds: 0 })
    const { owner, pot } = await h.openPot(5_000n)
    const given = await h.give(pot, 5_000)
    const id = giftId.parse(given.gift_id)
    await Promise.allSettled([
      h.t.tx((tx) => buyPack(h.t.ctx(owner.actor), tx, pot.id as PotId)),
      h.t.tx((tx) => refundIfOwed(h.t.ctx(), tx, pot.owner_id, id, 'admin_action')),
    ])
    await h.settle()
    const bought = (await h.read(pot)).voucher_id !== null
    expect(await h.statusOf(given)).toBe(bought ? 'received' : 'refunded')
    expect(await h.inPot(pot)).toBe(0n)
    await h.sound()
  })

  it('make one pot for one birthday, through the API', async () => {
    const owner = await h.owner()
    const token = await h.tokenOf(owner)
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        h.t.call('POST', '/pots', { token, body: { title: 'Mes 36 ans', target_minor: '20000' } }),
      ),
    )
    expect(results.filter((it) => it.status === 201)).toHaveLength(1)
    expect(results.filter((it) => it.json.code === 'pots.one_pot_a_birthday')).toHaveLength(9)
  })
})
