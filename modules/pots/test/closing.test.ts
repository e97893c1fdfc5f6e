// How a pot ends: bought at the frozen price, sold out, in surplus, short, or given back to everybody.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proveFactor } from '../../identity/test/make.ts'
import { changePack, setStock } from '../../catalog/api.ts'
import { post } from '../../ledger/api.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { suspendUser } from '../../identity/api.ts'
import { cancelVoucher, voucherId } from '../../redemption/api.ts'
import { giveCredit } from './fund.ts'
import { creditAccount } from '../accounts.ts'
import {
  BIRTHDAY_IN_20_DAYS,
  family,
  house,
  makePerson,
  newKey,
  newPhone,
  wirePack,
  wirePot,
  type House,
  type Person,
} from './make.ts'
import type { Pot } from '../pots.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(() => {
  h.wave.control.clearFaults()
  h.t.clock.set('2026-03-02T10:00:00Z')
  h.advance({ seconds: 0 })
})

const buy = async (pot: Pot, by: Person, body: Record<string, unknown> = {}) =>
  h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, { token: await h.tokenOf(by), key: newKey(), body })
const act = async (pot: Pot, by: Person, what: string, body: Record<string, unknown>) =>
  h.t.call('POST', `/pots/${wirePot(pot)}/${what}`, { token: await h.tokenOf(by), key: newKey(), body })

describe('buying the pack', () => {
  it('costs what it cost when the pot opened', async () => {
    const { owner, pack, pot } = await h.openPot(25_000n)
    await h.t.tx((tx) => changePack(h.t.ctx(), tx, pack.id, { price_minor: 40_000n }))
    await h.give(pot, 25_000)
    expect((await buy(pot, owner)).json).toMatchObject({ status: 'bought', price_minor: '25000', surplus_minor: '0' })
    await h.sound()
  })

  it('tells on the pot’s timeline when its voucher is called off, once', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    await h.give(pot, 5_000)
    const { voucher_id } = (await buy(pot, owner)).json
    await h.t.tx((tx) =>
      cancelVoucher(h.t.ctx(), tx, { voucher_id: voucherId.parse(voucher_id), reason: 'the venue closed' }),
    )
    await h.settle()
    await h.settle()
    expect((await h.steps(pot)).filter((code) => code === 'voucher_cancelled')).toHaveLength(1)
    await h.sound()
  })

  it('waits until the money suffices, says what is missing, and happens once', async () => {
    const { owner, pot } = await h.openPot(25_000n)
    await h.give(pot, 24_000)
    const short = await buy(pot, owner)
    expect(short.json.code).toBe('pots.not_enough_yet')
    expect(short.json.detail).toMatch(/1\s000\sF/)
    await h.give(pot, 1_000)
    expect((await buy(pot, owner)).status).toBe(200)
    expect((await buy(pot, owner)).json.code).toBe('pots.already_bought')
  })

  it('is the owner’s act alone', async () => {
    const { pot } = await h.openPot(5_000n)
    await h.give(pot, 5_000)
    expect((await buy(pot, await h.owner())).status).toBe(404)
    expect((await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, { key: newKey(), body: {} })).status).toBe(
      401,
    )
  })

  it('waits while the owner’s identity is not clear', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    await h.give(pot, 5_000)
    const token = await h.tokenOf(owner)
    await h.t.asOwner((client) =>
      client.query(`update profiles.profile set identity_check = 'required' where user_id = $1`, [owner.userId]),
    )
    const answer = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, { token, key: newKey(), body: {} })
    expect(answer.json.code).toBe('pots.identity_unclear')
    expect(await h.inPot(pot)).toBe(5_000n)
  })

  it('of a sold-out pack leaves the money in the pot; the owner picks again and donors are told', async () => {
    const [first, second] = [await h.openPot(5_000n), await h.owner()]
    await h.t.tx((tx) => setStock(h.t.ctx(), tx, first.pack.id, 1))
    const pot = await h.pot(second, { pack_id: first.pack.id })
    const phone = newPhone()
    await h.give(first.pot, 5_000)
    await h.give(pot, 6_000, { donor_phone: phone })
    const other = await h.pack(4_000n)
    expect((await buy(pot, second, { pack_id: wirePack(other) })).json.code).toBe('pots.pack_is_announced')
    expect((await buy(first.pot, first.owner)).status).toBe(200)
    // Before the news has travelled, and after.
    expect((await buy(pot, second)).json.code).toBe('catalog.sold_out')
    await h.settle()
    expect(await h.inPot(pot)).toBe(6_000n)
    expect((await h.page(pot)).pack.gone).toBe(true)
    expect(await h.steps(pot)).toContain('pack_gone')
    expect(await h.sentTo(second.phone)).toContain('pots.pack_is_gone')
    expect(await h.sentTo(phone)).toContain('pots.pack_is_gone_for_donors')
    const again = await buy(pot, second, { pack_id: wirePack(other) })
    expect(again.json).toMatchObject({ status: 'bought', price_minor: '4000', surplus_minor: '2000' })
    expect(await h.credit(second)).toBe(2_000n)
    await h.sound()
  })

  it('for a minor is a guardian’s act; the minor’s own try asks them', async () => {
    const { child, guardian } = await family(h)
    const pack = await h.pack(5_000n)
    const pot = await h.pot(child, { pack_id: pack.id })
    await act(pot, guardian, 'guardian-approval', {})
    await h.give(pot, 5_000)
    expect((await buy(pot, child)).json).toMatchObject({ status: 'awaiting_guardian', voucher_id: null })
    expect(await h.inPot(pot)).toBe(5_000n)
    await h.settle()
    expect(await h.sentTo(guardian.phone)).toContain('pots.guardian_asked_to_buy')
    const waiting = async () => (await h.t.call('GET', '/me/wards/pots', { token: guardian.token })).json.items
    expect(await waiting()).toMatchObject([{ id: wirePot(pot), waits_for: 'purchase' }])
    const bought = await buy(pot, guardian)
    expect(await waiting()).toEqual([])
    expect(bought.json.status).toBe('bought')
    const voucher = await h.t.call('GET', `/vouchers/${bought.json.voucher_id}`, { token: await h.tokenOf(child) })
    expect(voucher.status).toBe(200)
  })

  it('without an announced pack takes any the money suffices for', async () => {
    const owner = await h.owner()
    const pot = await h.pot(owner, { target_minor: 10_000n })
    const pack = await h.pack(8_000n)
    await h.give(pot, 9_000)
    expect((await buy(pot, owner)).json.code).toBe('pots.pack_needed')
    expect((await buy(pot, owner, { pack_id: wirePack(pack) })).json).toMatchObject({ surplus_minor: '1000' })
  })
})

describe('money missing on the birthday', () => {
  /** A pot for 25 000 with 10 000 in it, on the morning of the birthday. */
  const short = async (more: Record<string, unknown> = {}) => {
    const made = await h.openPot(25_000n)
    const given = await h.give(made.pot, 10_000, more)
    await h.goTo('2026-03-22')
    return { ...made, given }
  }

  it('opens fourteen days of choice', async () => {
    const { owner, pot } = await short()
    expect(await h.read(pot)).toMatchObject({ status: 'open' })
    const page = await h.page(pot)
    expect(page.short_since).toContain('2026-03-22T00:00:00')
    expect(page.shortfall_until).toContain('2026-04-05T00:00:00')
    expect(await h.sentTo(owner.phone)).toContain('pots.money_is_short')
    expect(await h.steps(pot)).toContain('short')
  })

  it('may be met by a smaller pack, which then can be bought', async () => {
    const { owner, pot } = await short()
    const small = await h.pack(9_000n)
    const chosen = await act(pot, owner, 'shortfall-choice', { choice: 'cheaper_pack', pack_id: wirePack(small) })
    expect(chosen.json).toMatchObject({ short_choice: 'cheaper_pack', missing_minor: '0', short_since: null })
    expect((await buy(pot, owner)).json).toMatchObject({ price_minor: '9000', surplus_minor: '1000' })
    await h.sound()
  })

  it('may be met by the owner’s own credit, never by more than is missing', async () => {
    const { owner, pot } = await short()
    await giveCredit(h, owner.userId, 20_000n)
    expect((await act(pot, owner, 'top-up', { amount_minor: '15001' })).json.code).toBe('pots.more_than_missing')
    const added = await act(pot, owner, 'top-up', { amount_minor: '15000' })
    expect(added.json).toMatchObject({ topped_up_minor: '15000', raised_minor: '10000', missing_minor: '0' })
    expect(await h.credit(owner)).toBe(5_000n)
    expect(await h.inPot(pot)).toBe(25_000n)
    expect((await act(pot, owner, 'shortfall-choice', { choice: 'wait' })).json.code).toBe('pots.no_shortfall')
    expect((await buy(pot, owner)).json.status).toBe('bought')
    await h.sound()
  })

  it('refuses credit that is not there', async () => {
    const { owner, pot } = await short()
    expect((await act(pot, owner, 'top-up', { amount_minor: '1' })).json.code).toBe('ledger.insufficient_funds')
  })

  it('may be waited out: a late gift still covers it', async () => {
    const { owner, pot } = await short()
    expect((await act(pot, owner, 'shortfall-choice', { choice: 'wait' })).json.short_choice).toBe('wait')
    await h.goTo('2026-04-04')
    await h.give(pot, 15_000)
    expect(await h.steps(pot)).toContain('short_covered')
    await h.goTo('2026-04-05')
    expect(await h.read(pot)).toMatchObject({ status: 'funded', short_since: null })
    expect((await buy(pot, owner)).json.status).toBe('bought')
  })

  it('ends after fourteen days with every donor refunded, the owner’s own part being credit again', async () => {
    const phone = newPhone()
    const { owner, pot, given } = await short({ donor_phone: phone })
    const second = await h.give(pot, 2_000)
    await giveCredit(h, owner.userId, 3_000n)
    await act(pot, owner, 'top-up', { amount_minor: '3000' })
    await h.goTo('2026-04-04')
    expect(await h.read(pot)).toMatchObject({ status: 'open' })
    await h.goTo('2026-04-05')
    expect(await h.read(pot)).toMatchObject({ status: 'expired', end_reason: 'failed_pot' })
    for (const gift of [given, second])
      expect(await h.gift(gift)).toMatchObject({ status: 'refunded', refund_reason: 'failed_pot' })
    expect(await h.inPot(pot)).toBe(0n)
    expect(await h.credit(owner)).toBe(3_000n)
    expect(await h.sentTo(phone)).toContain('pots.refund_sent')
    expect(await h.steps(pot)).toEqual(expect.arrayContaining(['short', 'topped_up', 'ended', 'refunds_done']))
    expect(await h.page(pot)).toMatchObject({ status: 'expired', raised_minor: '0', takes_gifts: false })
    const token = await h.tokenOf(owner)
    expect((await h.t.call('GET', `/pots/${wirePot(pot)}`, { token })).json.given_back_minor).toBe('12000')
    expect((await h.t.call('GET', '/pots', { token })).json.items[0].given_back_minor).toBe('12000')
    await h.sound()
  })

  it('is judged once and in order when the sweep was away for a month', async () => {
    const { pot } = await h.openPot(25_000n)
    const given = await h.give(pot, 10_000)
    await h.goTo('2026-04-20')
    expect(await h.statusOf(given)).toBe('refunded')
    expect((await h.steps(pot)).slice(-3)).toEqual(['short', 'ended', 'refunds_done'])
    await h.t.runCron()
    await h.sound()
  })
})

describe('money nobody spends', () => {
  it('goes back ninety days after the birthday when the owner never proved who they are; failing refunds stay visible', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    const gifts = [await h.give(pot, 3_000), await h.give(pot, 4_000), await h.give(pot, 5_000)]
    await h.t.asOwner((client) =>
      client.query(`update profiles.profile set identity_check = 'required' where user_id = $1`, [owner.userId]),
    )
    await h.goTo('2026-06-19')
    expect(await h.read(pot)).toMatchObject({ status: 'funded' })
    h.refuseRefund(gifts[1]!)
    await h.goTo('2026-06-20')
    expect(await h.read(pot)).toMatchObject({ status: 'expired', end_reason: 'unspent' })
    const statuses = await Promise.all(gifts.map((gift) => h.statusOf(gift)))
    expect(statuses.filter((it) => it === 'refunded')).toHaveLength(2)
    expect(statuses.filter((it) => it === 'refund_failed')).toHaveLength(1)
    // The money that could not go back is in the pot, and nobody takes it for raised money.
    const failed = gifts[statuses.indexOf('refund_failed')]!
    expect(await h.inPot(pot)).toBe((await h.gift(failed)).amount_minor)
    expect(await h.page(pot)).toMatchObject({ raised_minor: '0', gift_count: 0 })
    expect(await h.steps(pot)).not.toContain('refunds_done')
    const staff = await h.staff('pots.view')
    const list = await h.t.call('GET', `/gifts?status=refund_failed&pot_id=${wirePot(pot)}`, { token: staff.token })
    expect(list.json.items).toHaveLength(1)
    expect(list.json.items[0]).toMatchObject({ refund_error: expect.stringContaining('refund'), refund_attempts: 1 })
    await h.sound()

    h.advance({ hours: 11 })
    await h.t.runCron()
    expect(await h.statusOf(failed)).toBe('refund_failed')
    h.advance({ hours: 1 })
    await h.t.runCron()
    await h.settle()
    expect(await h.statusOf(failed)).toBe('refunded')
    expect(await h.inPot(pot)).toBe(0n)
    expect(await h.steps(pot)).toContain('refunds_done')
    await h.sound()
  })

  it('is left to staff after three refusals', async () => {
    const { pot } = await h.openPot(5_000n)
    const given = await h.give(pot, 3_000)
    h.refuseRefund(given, 3)
    await h.goTo('2026-04-05')
    for (let i = 0; i < 4; i++) {
      h.advance({ hours: 12 })
      await h.t.runCron()
      await h.settle()
    }
    expect(await h.gift(given)).toMatchObject({ status: 'refund_failed', refund_attempts: 3, refund_retry_at: null })
    const check = h.t.product.modules.find((it) => it.name === 'pots')!.health.find((it) => it.name === 'pots.refunds')!
    expect((await h.t.tx((tx) => check.check(h.t.ctx(), tx))).status).toBe('failed')
    // Two people try once more.
    const [asks, decides] = [await h.staff('pots.refund.request'), await h.staff('pots.refund.approve')]
    for (const { token } of [asks, decides]) await proveFactor(h.t, token)
    const request = await h.t.call('POST', `/gifts/${given.gift_id}/refund-request`, {
      token: asks.token,
      body: { reason: 'admin_action', note: 'Le compte est débloqué' },
    })
    await h.t.call('POST', `/refund-requests/${request.json.id}/approval`, {
      token: decides.token,
      key: newKey(),
      body: {},
    })
    await h.settle()
    expect(await h.statusOf(given)).toBe('refunded')
    await h.sound()
  })

  it('stays with an owner who is suspended until staff or the deadline decide', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    await h.give(pot, 5_000)
    const token = await h.tokenOf(owner)
    await h.t.tx((tx) => suspendUser(h.t.ctx(), tx, owner.userId, 'fraud'))
    const answer = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, { token, key: newKey(), body: {} })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(await h.inPot(pot)).toBe(5_000n)
  })
})

it('puts nobody into debt: credit is spent only as far as it goes', async () => {
  const person = await makePerson(h.t, { dateOfBirth: BIRTHDAY_IN_20_DAYS })
  await giveCredit(h, person.userId, 1_000n)
  const account = creditAccount({ owner_id: person.userId, currency: 'XOF' })
  const spend = h.t.tx((tx) =>
    post(h.t.ctx(), tx, {
      id: uuidV7(h.t.clock),
      owner: person.userId,
      kind: 'test.spent',
      legs: [
        { account, amount_minor: -1_001n },
        { account: { owner: person.userId, kind: 'sink', asset: 'XOF', mode: 'deferred' }, amount_minor: 1_001n },
      ],
    }),
  )
  await expect(spend).rejects.toThrow('ledger.insufficient_funds')
  const credit = await h.t.call('GET', '/me/credit', { token: await h.tokenOf(person) })
  expect(credit.json).toEqual({ available_minor: '1000', currency: 'XOF' })
})
