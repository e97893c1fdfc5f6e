import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { uuidV7 } from '../../../kernel/ids.ts'
import { coverReversal, paymentIds, requestRefund, unappliedAccount, type Payment } from '../api.ts'
import { errors } from '../errors.ts'
import { ledgerErrors, PLATFORM } from '../../ledger/api.ts'
import { prove } from '../../ledger/proof.ts'
import * as store from '../store/refunds.ts'
import { codes, staff } from './make.ts'
import { CARDS, OWNER, paymobHouse, type PaymobHouse } from './make-paymob.ts'

let h: PaymobHouse
beforeAll(async () => {
  h = await paymobHouse({
    authenticate: async (_ctx, _tx, token) =>
      token === 'finance' ? staff(h.t, 'payments.view', 'payments.cover') : staff(h.t, 'payments.view'),
  })
})
afterAll(() => h.close())
afterEach(() => {
  h.paymob.control.clearFaults()
  h.heard.length = 0
})

const fault = (fault: string, more: object = {}) => h.paymob.control.faults({ fault, ...more })
async function paid(): Promise<Payment> {
  const payment = await h.opened(30_000n)
  h.paymob.control.pay({ order: paymentIds.wire(payment.id), card: CARDS.pays })
  await h.settle()
  h.heard.length = 0
  return h.payment(payment.id)
}
const ask = (payment: Payment, amount_minor?: bigint, id = uuidV7(h.t.clock)) =>
  h.t.tx((tx) =>
    requestRefund(h.t.ctx(), tx, {
      id, owner: OWNER, payment_id: payment.id, from: unappliedAccount(payment), reason: 'asked',
      ...(amount_minor === undefined ? {} : { amount_minor }),
    }),
  ) // prettier-ignore
const refund = (id: string) => h.t.tx((tx) => store.findRefund.one(tx, OWNER, id))
const paymentAt = (payment: Payment) => h.transactions(payment).find((it) => it.kind === 'payment')!

describe('giving back', () => {
  test('a part, another part, the rest; and nothing more', async () => {
    const payment = await paid()
    await ask(payment, 5_000n)
    await h.settle()
    await ask(payment, 7_000n)
    await h.settle()
    await expect(ask(payment, 18_001n)).rejects.toMatchObject({ kind: errors.refund_too_large })
    expect((await ask(payment)).amount_minor).toBe(18_000n)
    await h.settle()
    await expect(ask(payment)).rejects.toMatchObject({ kind: errors.already_refunded })
    expect(paymentAt(payment)).toMatchObject({ refunded_amount_cents: 30_000, is_refunded: true })
    expect(codes(h.heard)).toEqual(Array.from({ length: 3 }, () => 'payments.refund_succeeded'))
    expect(await h.unapplied(payment)).toBe(0n)
    expect((await h.health()).detail).not.toContain('returns of money')
  })

  test('two parts asked for at once go back one after the other, each once', async () => {
    const payment = await paid()
    const [one, two] = await Promise.all([ask(payment, 1_000n), ask(payment, 1_000n)])
    for (let i = 0; i < 5; i++) {
      await h.settle()
      h.advance({ minutes: 3 })
      await h.t.runCron()
    }
    expect([(await refund(one.id)).state, (await refund(two.id)).state]).toEqual(['succeeded', 'succeeded'])
    expect(paymentAt(payment).refunded_amount_cents).toBe(2_000)
  })

  test('ten ask for a part at once: together never more than came', async () => {
    const payment = await paid()
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => ask(payment, 8_000n)))
    expect(asked.filter((it) => it.status === 'fulfilled')).toHaveLength(3)
    expect(await h.unapplied(payment)).toBe(6_000n)
  })

  test('the same id is one refund; with another amount it is refused', async () => {
    const payment = await paid()
    const { id } = await ask(payment, 5_000n)
    expect((await ask(payment, 5_000n, id)).id).toBe(id)
    await expect(ask(payment, 6_000n, id)).rejects.toMatchObject({ kind: errors.conflict })
  })

  test.each(['before', 'after'] as const)('silence (%s the provider acted): given back once', async (when) => {
    const payment = await paid()
    fault('drop', { count: 10 })
    fault('timeout', { on: 'transaction.refund', when, ms: 5000 })
    const { id } = await ask(payment, 4_000n)
    await h.settle()
    expect((await refund(id)).state).toBe('requested')
    h.advance({ minutes: 3 })
    await h.t.runCron()
    expect(await refund(id)).toMatchObject({ state: 'succeeded', attempts: 2 })
    expect(paymentAt(payment).refunded_amount_cents).toBe(4_000)
  })

  test('the provider says no: the money is back', async () => {
    const payment = await paid()
    fault('refund-refused')
    const { id } = await ask(payment, 4_000n)
    await h.settle()
    expect(await refund(id)).toMatchObject({ state: 'failed', failure_code: 'refund-refused' })
    expect(await h.unapplied(payment)).toBe(30_000n)
  })
})

describe('money that went back without our asking', () => {
  const covered = (payment: Payment, reversal_id: string) =>
    h.t.tx((tx) => coverReversal(h.t.ctx(), tx, { owner: OWNER, reversal_id, from: unappliedAccount(payment), reason: 'desk' })) // prettier-ignore

  test('a part at the provider’s desk: told, shown, and covered by whoever holds the money', async () => {
    const payment = await paid()
    const before = await h.atProvider()
    h.paymob.control.refund({ transaction: paymentAt(payment).id, amount_cents: 10_000 })
    await h.settle()
    expect(h.heard).toMatchObject([{ event: 'payments.charge_reversed', payload: { reversed_minor: '10000', amount_minor: '30000' } }]) // prettier-ignore
    expect((await h.atProvider()) - before).toBe(-10_000n)
    expect(await h.unapplied(payment)).toBe(30_000n)
    expect(await h.health()).toMatchObject({
      status: 'degraded',
      detail: expect.stringContaining('1 returns of money'),
    })
    const { reversal_id } = h.heard[0]!.payload
    await covered(payment, reversal_id)
    await covered(payment, reversal_id)
    expect(await h.unapplied(payment)).toBe(20_000n)
    expect((await h.health()).detail).not.toContain('returns of money')
    await expect(ask(payment, 20_001n)).rejects.toMatchObject({ kind: errors.refund_too_large })
  })

  test('a void: the whole is gone; who spent it cannot cover it', async () => {
    const payment = await paid()
    h.paymob.control.void({ transaction: paymentAt(payment).id })
    await h.settle()
    const { reversal_id, reversed_minor } = h.heard[0]!.payload
    expect(reversed_minor).toBe('30000')
    const empty = { ...unappliedAccount(payment), ref: 'empty' }
    await expect(
      h.t.tx((tx) => coverReversal(h.t.ctx(), tx, { owner: OWNER, reversal_id, from: empty, reason: 'x' })),
    ).rejects.toMatchObject({ kind: ledgerErrors.insufficient_funds })
    await expect(ask(payment)).rejects.toMatchObject({ kind: errors.already_refunded })
    await covered(payment, reversal_id)
  })

  test('ours and the desk’s after each other are told apart', async () => {
    const payment = await paid()
    await ask(payment, 5_000n)
    await h.settle()
    h.paymob.control.refund({ transaction: paymentAt(payment).id, amount_cents: 3_000 })
    await h.settle()
    await ask(payment, 2_000n)
    await h.settle()
    expect(h.heard.map((it) => [it.event, it.payload.reversed_minor ?? it.payload.amount_minor])).toEqual([
      ['payments.refund_succeeded', '5000'],
      ['payments.charge_reversed', '3000'],
      ['payments.refund_succeeded', '2000'],
    ])
    await covered(payment, h.heard[1]!.payload.reversal_id)
  })

  test('the desk’s callback was lost: noticed before the next refund of ours', async () => {
    const payment = await paid()
    fault('drop')
    h.paymob.control.refund({ transaction: paymentAt(payment).id, amount_cents: 3_000 })
    const { id } = await ask(payment, 3_000n)
    await h.settle()
    expect(codes(h.heard).sort()).toEqual(['payments.charge_reversed', 'payments.refund_succeeded'])
    expect((await refund(id)).state).toBe('succeeded')
    expect(paymentAt(payment).refunded_amount_cents).toBe(6_000)
  })

  test('staff decide: whoever may, on record, with a fresh proof, once; a stranger’s reversal is not found', async () => {
    const [payment, other] = [await paid(), await paid()]
    h.paymob.control.refund({ transaction: paymentAt(payment).id, amount_cents: 3_000 })
    await h.settle()
    const path = (at: Payment) => `/payments/${paymentIds.wire(at.id)}`
    const [reversal] = (await h.t.call('GET', path(payment), { token: 'finance' })).json.reversals
    expect(reversal).toMatchObject({ amount_minor: '3000', covered_at: null })
    const cover = (at: Payment, token: string, from = 'platform', key: string = uuidV7(h.t.clock)) =>
      h.t.call('POST', `${path(at)}/reversals/${reversal.id}/cover`, {
        token,
        key,
        body: { from, reason: 'a chargeback' },
      })
    expect((await cover(payment, 'support')).status).toBe(403)
    expect((await cover(other, 'finance')).status).toBe(404)
    expect((await cover(payment, 'finance')).json).toEqual({ covered: true })
    expect((await cover(payment, 'finance', 'unapplied')).json).toEqual({ covered: true })
    expect(await h.unapplied(payment)).toBe(30_000n)
    const loss = { owner: PLATFORM, kind: 'payment_losses', asset: 'EGP', mode: 'deferred' } as const
    expect(await h.held(loss)).toBe(-3_000n)
    expect((await h.t.call('GET', path(payment), { token: 'finance' })).json.reversals[0].covered_at).not.toBeNull()
  })

  test('told again and again: written down once', async () => {
    const payment = await paid()
    fault('duplicate', { copies: 3, together: true })
    h.paymob.control.refund({ transaction: paymentAt(payment).id, amount_cents: 3_000 })
    await h.settle()
    expect(codes(h.heard)).toEqual(['payments.charge_reversed'])
  })

  test('every way money goes is expected by the ledger’s proof', async () => {
    expect((await prove(h.t.ctx(), h.transact, { full: true })).discrepancies).toEqual([])
  })
})
