import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../../kernel/ids.ts'
import { ledgerErrors, post, type AccountRef } from '../../ledger/api.ts'
import { requestRefund, unappliedAccount, type Payment } from '../api.ts'
import { errors } from '../errors.ts'
import * as store from '../store/refunds.ts'
import { codes, house, OWNER, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
afterEach(() => {
  h.wave.control.clearFaults()
  h.heard.length = 0
})

const pot = (ref: string): AccountRef => ({ owner: OWNER, kind: 'pot', ref, asset: 'XOF', mode: 'guarded' })

async function paid(amount = 25_000n): Promise<Payment> {
  const payment = await h.opened(amount)
  h.wave.control.pay({ session: payment.session_ref! })
  await h.settle()
  h.heard.length = 0
  return h.payment(payment.id)
}
const ask = (payment: Payment, { id = uuidV7(h.t.clock), from = unappliedAccount(payment) } = {}) =>
  h.t.tx((tx) =>
    requestRefund(h.t.ctx(), tx, { id, owner: OWNER, payment_id: payment.id, from, reason: 'the donor asked' }),
  )
const refund = (id: string) => h.t.tx((tx) => store.findRefund.one(tx, OWNER, id))
const refundedAt = (payment: Payment) =>
  h.wave.control.state().sessions.find((it) => it.id === payment.session_ref)!.when_refunded
const inFlight = (id: string) =>
  h.held({ owner: OWNER, kind: 'refund_in_flight', ref: id, asset: 'XOF', mode: 'guarded' })

test('a gift in a pot goes back: set aside at once, gone when the provider has done it', async () => {
  const payment = await paid()
  const before = await h.atProvider()
  await h.t.tx((tx) =>
    post(h.t.ctx(), tx, {
      id: uuidV7(h.t.clock), owner: OWNER, kind: 'pots.gift',
      legs: [{ account: unappliedAccount(payment), amount_minor: -25_000n }, { account: pot('p1'), amount_minor: 25_000n }],
    }),
  ) // prettier-ignore
  const { id } = await ask(payment, { from: pot('p1') })
  expect([await h.held(pot('p1')), await inFlight(id)]).toEqual([0n, 25_000n])
  await h.t.drain()
  expect(await inFlight(id)).toBe(0n)
  expect((await h.atProvider()) - before).toBe(-25_000n)
  expect(refundedAt(payment)).not.toBeNull()
  expect(await refund(id)).toMatchObject({ state: 'succeeded' })
  expect(h.heard).toMatchObject([{ event: 'payments.refund_succeeded', payload: { refund_id: id, amount_minor: '25000', purpose: 'pots.gift' } }]) // prettier-ignore
})

test('the same request twice is one refund; a second one is refused', async () => {
  const payment = await paid()
  const id = uuidV7(h.t.clock)
  const first = await ask(payment, { id })
  expect(await ask(payment, { id })).toEqual(first)
  await expect(ask(payment)).rejects.toMatchObject({ kind: errors.already_refunded })
  await h.t.drain()
  await expect(ask(payment)).rejects.toMatchObject({ kind: errors.already_refunded })
  expect(codes(h.heard)).toEqual(['payments.refund_succeeded'])
})

test('ten ask at once: one refund', async () => {
  const payment = await paid()
  const asked = await Promise.allSettled(Array.from({ length: 10 }, () => ask(payment)))
  expect(asked.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  for (const it of asked)
    if (it.status === 'rejected') expect(it.reason).toMatchObject({ kind: errors.already_refunded })
  expect(await h.unapplied(payment)).toBe(0n)
})

test('ten ask at once with the same id: all get the one refund', async () => {
  const payment = await paid()
  const id = uuidV7(h.t.clock)
  const asked = await Promise.all(Array.from({ length: 10 }, () => ask(payment, { id })))
  expect(new Set(asked.map((it) => it.id))).toEqual(new Set([id]))
  expect(await inFlight(id)).toBe(25_000n)
})

test('money spent meanwhile cannot be refunded, and no refund is left behind', async () => {
  const payment = await paid()
  await expect(ask(payment, { from: pot('empty') })).rejects.toMatchObject({ kind: ledgerErrors.insufficient_funds })
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect((await ask(payment)).state).toBe('requested')
})

test('what was never paid cannot be refunded', async () => {
  const payment = await h.opened()
  await expect(ask(payment)).rejects.toMatchObject({ kind: errors.not_refundable })
})

test('the provider says no: the money is back, and it may be asked for again', async () => {
  const payment = await paid()
  const before = await h.atProvider()
  h.wave.control.faults({ fault: 'refund-refused' })
  const { id } = await ask(payment)
  await h.t.drain()
  expect(await refund(id)).toMatchObject({ state: 'failed', failure_code: 'checkout-refund-failed' })
  expect([await h.unapplied(payment), await inFlight(id)]).toEqual([25_000n, 0n])
  expect(h.heard).toMatchObject([{ event: 'payments.refund_failed', payload: { reason: 'checkout-refund-failed' } }])
  await ask(payment)
  await h.t.drain()
  expect((await h.atProvider()) - before).toBe(-25_000n)
  expect(codes(h.heard)).toEqual(['payments.refund_failed', 'payments.refund_succeeded'])
})

test.each(['before', 'after'] as const)(
  'silence (%s the provider acted): asked again until it answers; given back once',
  async (when) => {
    const payment = await paid()
    const before = await h.atProvider()
    h.wave.control.faults({ fault: 'timeout', on: 'checkout.refund', when, ms: 5000 })
    const { id } = await ask(payment)
    await h.t.drain()
    expect(await refund(id)).toMatchObject({ state: 'requested', last_error: expect.stringContaining('refund') })
    expect(await inFlight(id)).toBe(25_000n)
    await h.t.runCron()
    expect((await refund(id)).attempts).toBe(1)
    h.advance({ minutes: 2 })
    await h.t.runCron()
    expect(await refund(id)).toMatchObject({ state: 'succeeded', attempts: 2 })
    expect((await h.atProvider()) - before).toBe(-25_000n)
    const back = h.wave.control.state().transactions.filter((it) => it.is_reversal && it.checkout_api_session_id === payment.session_ref) // prettier-ignore
    expect(back).toHaveLength(1)
  },
)

test('a no after a yes that was never heard is no no', async () => {
  const payment = await paid()
  h.wave.control.faults({
    fault: 'http-error',
    on: 'checkout.refund',
    status: 400,
    code: 'checkout-refund-failed',
    when: 'after',
  })
  const { id } = await ask(payment)
  await h.t.drain()
  expect((await refund(id)).state).toBe('succeeded')
})

test('disputed money can be given back as it came', async () => {
  const payment = await h.opened(25_000n)
  h.wave.control.faults({ fault: 'wrong-amount', amount: '2500' })
  h.wave.control.pay({ session: payment.session_ref! })
  await h.settle()
  const { id, amount_minor } = await ask(payment)
  expect(amount_minor).toBe(2500n)
  await h.t.drain()
  expect((await refund(id)).state).toBe('succeeded')
  expect(await h.unapplied(payment)).toBe(0n)
})
