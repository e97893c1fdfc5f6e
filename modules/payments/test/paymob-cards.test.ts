import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Transact } from '../../../kernel/jobs/job.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { cancelCharge, chargeSavedCard, openCheckout, paymentIds, removeSavedCard, savedCardsOf } from '../api.ts'
import { tryCharge } from '../cards.ts'
import { errors } from '../errors.ts'
import { payments } from '../module.ts'
import { codes, loseJobs } from './make.ts'
import { CARDS, OWNER, PAYER, paymobHouse, type PaymobHouse } from './make-paymob.ts'

let h: PaymobHouse
beforeAll(async () => {
  h = await paymobHouse()
})
afterAll(() => h.close())
afterEach(() => {
  h.paymob.control.clearFaults()
  h.heard.length = 0
})

const fault = (fault: string, more: object = {}) => h.paymob.control.faults({ fault, ...more })
const of = (payment: { id: string }) => h.heard.filter((it) => it.payload.payment_id === payment.id)
const cards = () => h.t.tx((tx) => savedCardsOf(tx, PAYER))

describe('keeping a card', () => {
  test('the payer allows it: kept once, its token sealed, and told', async () => {
    for (let twice = 0; twice < 2; twice++) {
      const payment = await h.opened(29_900n, { save_card: true })
      h.paymob.control.pay({ order: paymentIds.wire(payment.id), card: CARDS.pays, save: true })
      await h.settle()
      expect((await h.payment(payment.id)).state).toBe('succeeded')
    }
    const kept = await cards()
    expect(kept).toMatchObject([{ brand: 'MasterCard', last_four: '2346', state: 'usable' }])
    expect(h.heard.filter((it) => it.event === 'payments.card_saved').map((it) => it.payload)).toMatchObject([
      { card_id: kept[0]!.id, card_owner: PAYER, purpose: 'subscriptions.invoice', last_four: '2346' },
      { card_id: kept[0]!.id },
    ])
    const token = h.paymob.control.state().cards.find((it) => it.masked_pan.endsWith('2346'))!.id
    const rows = await h.t.asOwner((client) => client.query('select token, fingerprint from payments.saved_card'))
    expect(JSON.stringify(rows.rows.map((it) => [it.token.toString('latin1'), it.fingerprint]))).not.toContain(token)
    const events = await h.t.asOwner((client) =>
      client.query("select body from payments.webhook_event where type = 'TOKEN'"),
    )
    expect(events.rows.map((it) => it.body)).toEqual([null, null])
  })

  test('a card that nobody asked to keep is not kept', async () => {
    const before = (await cards()).length
    const payment = await h.opened()
    h.paymob.control.pay({ order: paymentIds.wire(payment.id), card: CARDS.poorLater, save: true })
    await h.settle()
    expect((await cards()).length).toBe(before)
    expect(await h.events()).toContainEqual(expect.objectContaining({ type: 'TOKEN', outcome: 'card_not_wanted' }))
  })

  test('its callback forged or tampered with: 401, nothing kept', async () => {
    const payment = await h.opened(29_900n, { save_card: true })
    fault('drop', { count: 2 })
    h.paymob.control.pay({ order: paymentIds.wire(payment.id), card: CARDS.poorLater, save: true })
    const { raw, hmac } = h.paymob.control.state().callbacks.findLast((it) => it.type === 'TOKEN')!
    const body = raw.replace(/"token":"[^"]+"/, '"token":"somebody-elses"')
    const answer = await h.t.call('POST', `/webhooks/paymob?hmac=${hmac}`, { body: Buffer.from(body) })
    expect(answer.status).toBe(401)
    expect((await cards()).some((it) => it.last_four === CARDS.poorLater.slice(-4))).toBe(false)
  })

  test('erased with its owner; given out without its token', async () => {
    await h.cardKept(CARDS.pays)
    const exported = await h.t.tx((tx) => payments.personalData!.export(h.t.ctx(), tx, PAYER))
    expect(exported).toMatchObject({ saved_cards: [expect.objectContaining({ last_four: '2346' })] })
    expect(JSON.stringify(exported)).not.toContain(h.paymob.control.state().cards[0]!.id)
    await h.t.tx((tx) => payments.personalData!.erase(h.t.ctx(), tx, PAYER))
    expect(await cards()).toEqual([])
  })
})

describe('charging a kept card', () => {
  test('without a page: the money is there', async () => {
    const card = await h.cardKept(CARDS.pays)
    const payment = await h.chargeCard(card)
    await h.settle()
    expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', launch_url: null })
    expect(await h.unapplied(payment)).toBe(29_900n)
    expect(codes(of(payment))).toEqual(['payments.charge_succeeded'])
    await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({
      kind: errors.checkout_closed,
    })
  })

  test('declined: told once, as final; the payment is over', async () => {
    const card = await h.cardKept(CARDS.poorLater)
    const payment = await h.chargeCard(card)
    await h.settle()
    expect(await h.payment(payment.id)).toMatchObject({ state: 'cancelled', failure_code: 'insufficient-funds' })
    expect(of(payment)).toMatchObject([{ event: 'payments.charge_failed', payload: { reason: 'insufficient-funds', final: true } }]) // prettier-ignore
    expect(h.transactions(payment)).toHaveLength(1)
  })

  test('past its date: known from then on, and not charged again', async () => {
    const card = await h.cardKept(CARDS.expiredLater)
    const payment = await h.chargeCard(card)
    await h.settle()
    expect(of(payment)).toMatchObject([{ payload: { reason: 'expired-card', final: true } }])
    expect((await cards()).find((it) => it.id === card)).toMatchObject({ state: 'expired' })
    await expect(h.chargeCard(card)).rejects.toMatchObject({ kind: errors.card_expired })
  })

  test('the same id is one charge; other content is refused; ten jobs at once charge once', async () => {
    const card = await h.cardKept(CARDS.pays)
    const id = uuidV7(h.t.clock)
    const payments = await Promise.all(Array.from({ length: 5 }, () => h.chargeCard(card, 29_900n, id)))
    expect(new Set(payments.map((it) => it.id)).size).toBe(1)
    await expect(h.chargeCard(card, 100n, id)).rejects.toMatchObject({ kind: errors.conflict })
    await Promise.all(Array.from({ length: 10 }, () => tryCharge(h.t.ctx(), h.transact, OWNER, id)))
    await h.settle()
    expect(h.transactions({ ...payments[0]!, id })).toHaveLength(1)
    expect(await h.unapplied(payments[0]!)).toBe(29_900n)
  })

  test.each(['before', 'after'] as const)(
    'the answer is lost (%s the bank acted): never charged again, asked until it is known',
    async (when) => {
      const card = await h.cardKept(CARDS.pays)
      fault('drop', { count: 10 })
      fault('timeout', { on: 'payment.pay', when, ms: 5000 })
      const payment = await h.chargeCard(card)
      await h.settle()
      expect(of(payment)).toEqual([])
      for (let minutes = 0; minutes < 160; minutes += 20) {
        h.advance({ minutes: 20 })
        await h.t.runCron()
      }
      expect(h.transactions(payment)).toHaveLength(when === 'after' ? 1 : 0)
      expect(of(payment)).toMatchObject(
        when === 'after'
          ? [{ event: 'payments.charge_succeeded', payload: { late: false } }]
          : [{ event: 'payments.charge_failed', payload: { reason: 'no-answer', final: true } }],
      )
    },
  )

  test('the bank says yes after we gave up: a late success', async () => {
    const card = await h.cardKept(CARDS.pays)
    fault('timeout', { on: 'payment.pay', when: 'before', ms: 5000 })
    const payment = await h.chargeCard(card)
    await h.settle()
    h.advance({ hours: 2, minutes: 1 })
    await h.t.runCron()
    expect((await h.payment(payment.id)).state).toBe('cancelled')
    fault('drop', { count: 10 })
    h.paymob.control.pay({ order: paymentIds.wire(payment.id), card: CARDS.pays, late: true })
    h.advance({ hours: 1 })
    await h.t.runCron()
    expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: true })
    expect(codes(of(payment))).toEqual(['payments.charge_failed', 'payments.charge_succeeded'])
  })

  test('pending at the bank: neither yes nor no, until it is', async () => {
    const card = await h.cardKept(CARDS.pays)
    fault('fail-payment', { code: 'DECLINED' })
    const declined = await h.chargeCard(card)
    await h.settle()
    expect((await h.payment(declined.id)).failure_code).toBe('declined')
    const kept = await h.opened(29_900n, { save_card: true })
    const { id } = h.paymob.control.pay({ order: paymentIds.wire(kept.id), card: CARDS.waits, save: true })
    h.paymob.control.settle({ transaction: id })
    await h.settle()
    const waiting = (await cards()).find((it) => it.last_four === CARDS.waits.slice(-4))!
    const payment = await h.chargeCard(waiting.id)
    await h.settle()
    expect((await h.payment(payment.id)).state).toBe('opened')
    h.advance({ hours: 5 })
    await h.t.runCron()
    expect((await h.payment(payment.id)).state).toBe('opened')
    h.paymob.control.settle({ transaction: h.transactions(payment)[0]!.id, code: 'INSUFFICIENT_FUNDS' })
    await h.settle()
    expect(of(payment)).toMatchObject([{ event: 'payments.charge_failed', payload: { reason: 'insufficient-funds', final: true } }]) // prettier-ignore
  })

  test('the provider is away: tried again later, charged once', async () => {
    const card = await h.cardKept(CARDS.pays)
    fault('http-error', { on: 'intention.create', status: 503, when: 'before', count: 2 })
    const payment = await h.chargeCard(card)
    await h.settle()
    for (let minute = 0; minute < 10; minute++) {
      h.advance({ minutes: 1 })
      await h.t.runCron()
    }
    await h.settle()
    expect(codes(of(payment))).toEqual(['payments.charge_succeeded'])
    expect(h.transactions(payment)).toHaveLength(1)
  })

  test('called off before the provider was told: not charged', async () => {
    const card = await h.cardKept(CARDS.pays)
    const payment = await h.chargeCard(card)
    await h.t.tx((tx) => cancelCharge(h.t.ctx(), tx, OWNER, payment.id))
    await h.settle()
    expect(of(payment)).toMatchObject([{ event: 'payments.charge_failed', payload: { reason: 'called-off', final: true } }]) // prettier-ignore
    expect(h.transactions(payment)).toEqual([])
  })

  test('removed before it is charged: nothing is charged', async () => {
    const card = await h.cardKept(CARDS.pays)
    const payment = await h.chargeCard(card)
    await h.t.tx((tx) => removeSavedCard(h.t.ctx(), tx, PAYER, card))
    await h.settle()
    expect(of(payment)).toMatchObject([{ payload: { reason: 'card-removed', final: true } }])
    await expect(h.chargeCard(card)).rejects.toMatchObject({ kind: errors.card_not_found })
  })

  test('somebody else’s card is not found', async () => {
    const card = await h.cardKept(CARDS.pays)
    const id = uuidV7(h.t.clock)
    const asked = {
      id,
      owner: OWNER,
      purpose: 'a.b',
      reference: id,
      amount_minor: 1n,
      card_owner: OWNER,
      card_id: card,
    }
    await expect(h.t.tx((tx) => chargeSavedCard(h.t.ctx(), tx, asked))).rejects.toMatchObject({ kind: errors.card_not_found }) // prettier-ignore
  })
})

describe('killed between any two steps of a charge', () => {
  class Killed extends Error {}
  const dying = (at: number, when: 'before' | 'after'): Transact => {
    let count = 0
    return async (body) => {
      count += 1
      if (count > at || (count === at && when === 'before')) throw new Killed()
      const result = await h.t.tx(body)
      if (count === at) throw new Killed()
      return result
    }
  }

  test.each([
    [1, 'before', 'charged'],
    [1, 'after', 'charged'],
    [2, 'before', 'charged'],
    // The provider may have been told: not again, whatever was the case.
    [2, 'after', 'no-answer'],
    [3, 'before', 'charged'],
    [3, 'after', 'charged'],
  ] as const)('at transaction %s, %s it: %s, and never twice', async (at, when, outcome) => {
    const card = await h.cardKept(CARDS.pays)
    fault('drop', { count: 50 })
    const payment = await h.chargeCard(card)
    await loseJobs(h.t)
    await expect(tryCharge(h.t.ctx(), dying(at, when), OWNER, payment.id)).rejects.toThrow(Killed)
    for (let minutes = 0; minutes < 160; minutes += 20) {
      h.advance({ minutes: 20 })
      await h.t.runCron()
    }
    expect(h.transactions(payment)).toHaveLength(outcome === 'charged' ? 1 : 0)
    expect(codes(of(payment))).toEqual([outcome === 'charged' ? 'payments.charge_succeeded' : 'payments.charge_failed'])
  })
})
