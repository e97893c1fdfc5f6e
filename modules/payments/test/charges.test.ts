import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '../../../kernel/errors.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { cancelCharge, openCheckout, paymentTimeline, requestCharge } from '../api.ts'
import { errors } from '../errors.ts'
import { findPaymentById, payerMobile } from '../charges.ts'
import { describePayment } from '../reading.ts'
import { paymentIds } from '../rules.ts'
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

const referenceOf = (id: string) => paymentIds.wire(id)

test('a gift is paid: page, webhook, ledger, event', async () => {
  const before = await h.atProvider()
  const payment = await h.charge(25_000n)
  const checkout = await openCheckout(h.t.ctx(), h.transact, payment.id)
  expect(checkout.launch_url).toContain(h.wave.url)
  h.wave.control.pay({ session: referenceOf(payment.id) })
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: false, poll_at: null })
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect((await h.atProvider()) - before).toBe(25_000n)
  expect(heardOf(payment.id)).toEqual([
    {
      event: 'payments.charge_succeeded',
      payload: {
        payment_id: payment.id, owner_id: OWNER, purpose: 'pots.gift', reference: payment.reference, amount_minor: '25000',
        currency: 'XOF', succeeded_at: expect.any(String), late: false,
      },
    },
  ]) // prettier-ignore
  const timeline = await h.t.tx((tx) => paymentTimeline(tx, OWNER, payment.id))
  expect(timeline.map((it) => it.code).sort()).toEqual(['opened', 'requested', 'succeeded'])
})

test('asking twice with the same id is one charge; with other content it is refused', async () => {
  const ask = (id: string, amount_minor: bigint, reference: string) => h.charge(amount_minor, { id, reference })
  const [id, reference] = [uuidV7(h.t.clock), uuidV7(h.t.clock)]
  const first = await ask(id, 1000n, reference)
  expect(await ask(id, 1000n, reference)).toEqual(first)
  await expect(ask(id, 2000n, reference)).rejects.toMatchObject({ kind: errors.conflict })
})

test('opening twice gives the same page and makes one session', async () => {
  const payment = await h.charge()
  const first = await openCheckout(h.t.ctx(), h.transact, payment.id)
  expect(await openCheckout(h.t.ctx(), h.transact, payment.id)).toEqual(first)
  expect(sessionsOf(payment.id)).toHaveLength(1)
})

test('a declined attempt leaves the checkout open, and the next one pays', async () => {
  const payment = await h.opened()
  h.wave.control.fail({ session: referenceOf(payment.id), code: 'insufficient-funds' })
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'opened', failure_code: 'insufficient-funds' })
  h.wave.control.pay({ session: referenceOf(payment.id) })
  await h.settle()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
  expect(codes(heardOf(payment.id))).toEqual(['payments.charge_failed', 'payments.charge_succeeded'])
  expect(heardOf(payment.id)[0]!.payload.reason).toBe('insufficient-funds')
})

test('the webhook comes before we have heard of our own session', async () => {
  const payment = await h.charge()
  // The session is made, but the answer is lost and the search is down too: all we have is the wish.
  h.wave.control.faults([
    { fault: 'timeout', on: 'checkout.create', when: 'after', ms: 5000 },
    { fault: 'http-error', on: 'checkout.search', status: 503 },
  ])
  await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({ outcomeUnknown: true })
  expect(await h.payment(payment.id)).toMatchObject({ state: 'created', session_ref: null })
  h.wave.control.pay({ session: referenceOf(payment.id) })
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', session_ref: sessionsOf(payment.id)[0]!.id })
  expect(await h.unapplied(payment)).toBe(25_000n)
  // The person who retries lands on the page that says "paid" and leads on.
  expect((await openCheckout(h.t.ctx(), h.transact, payment.id)).launch_url).toContain(h.wave.url)
})

test('an unknown outcome is looked up, not repeated: one session', async () => {
  const payment = await h.charge()
  h.wave.control.faults({ fault: 'timeout', on: 'checkout.create', when: 'after', ms: 5000 })
  const checkout = await openCheckout(h.t.ctx(), h.transact, payment.id)
  expect(checkout.launch_url).toContain(sessionsOf(payment.id)[0]!.id)
  expect(sessionsOf(payment.id)).toHaveLength(1)
})

test('a later try finds the session of the one that was never heard of again', async () => {
  const payment = await h.charge()
  h.wave.control.faults([
    { fault: 'http-error', on: 'checkout.create', status: 500, when: 'after' },
    { fault: 'http-error', on: 'checkout.search', status: 503 },
  ])
  await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({ service: 'wave' })
  const checkout = await openCheckout(h.t.ctx(), h.transact, payment.id)
  expect(checkout.launch_url).toContain(sessionsOf(payment.id)[0]!.id)
  expect(sessionsOf(payment.id)).toHaveLength(1)
})

test('a try that was not carried out is made again', async () => {
  const payment = await h.charge()
  h.wave.control.faults({ fault: 'http-error', on: 'checkout.create', status: 500, when: 'before' })
  await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({ outcomeUnknown: true })
  await openCheckout(h.t.ctx(), h.transact, payment.id)
  expect(sessionsOf(payment.id)).toHaveLength(1)
})

test('the provider says no: a refusal, and nothing is left behind that could be paid', async () => {
  const payment = await h.charge(500n, { success_url: 'ftp://nowhere' })
  const error = await openCheckout(h.t.ctx(), h.transact, payment.id).catch((it: unknown) => it)
  expect(isRefusal(error, errors.refused_by_provider)).toBe(true)
  expect(sessionsOf(payment.id)).toHaveLength(0)
})

test.each([
  ['amount', { fault: 'wrong-amount', amount: '2500' }, { amount_minor: 2500n, currency: 'XOF' }],
  ['currency', { fault: 'wrong-currency', currency: 'XAF' }, { amount_minor: 25_000n, currency: 'XAF' }],
])('another %s than asked for: disputed, kept as it came, no success', async (_what, fault, came) => {
  const payment = await h.opened(25_000n)
  const before = await h.atProvider(came.currency)
  h.wave.control.faults(fault)
  h.wave.control.pay({ session: referenceOf(payment.id) })
  await h.settle()
  expect((await h.payment(payment.id)).state).toBe('disputed')
  expect(await h.unapplied({ ...payment, currency: came.currency })).toBe(came.amount_minor)
  expect((await h.atProvider(came.currency)) - before).toBe(came.amount_minor)
  expect(codes(heardOf(payment.id))).toEqual(['payments.charge_disputed'])
  const trail = await h.t.call('GET', '/health/checks')
  const check = trail.json.checks.find((it: { module: string }) => it.module === 'payments')
  expect(check.status).toBe('degraded')
  expect(check.detail).toMatch(/[1-9]\d* disputed/)
  const detail = await h.t.tx((tx) => describePayment(h.t.ctx(), tx, payment.id))
  expect(detail.receipts).toMatchObject([{ status: 'disputed', ...came }])
  expect(detail.events).toMatchObject([{ status: 'disputed', outcome: 'dispute' }])
})

test('the webhook never comes: the poller finds the payment after two minutes, not before', async () => {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'drop' })
  h.wave.control.pay({ session: referenceOf(payment.id) })
  await h.settle()
  h.advance({ minutes: 1 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('opened')
  h.advance({ minutes: 1 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
  expect(await h.unapplied(payment)).toBe(25_000n)
  await h.t.runCron()
  expect(codes(heardOf(payment.id))).toEqual(['payments.charge_succeeded'])
})

test('the poller finds a session whose answer we never got', async () => {
  const payment = await h.charge()
  h.wave.control.faults([
    { fault: 'http-error', on: 'checkout.create', status: 500, when: 'after' },
    { fault: 'http-error', on: 'checkout.search', status: 503 },
    { fault: 'drop' },
  ])
  await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toThrow()
  h.wave.control.pay({ session: referenceOf(payment.id) })
  h.advance({ minutes: 3 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
})

test('nobody pays: expired when the provider says so; a late payment is still money and says that it is late', async () => {
  const payment = await h.opened()
  h.advance({ minutes: 29 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('opened')
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('expired')
  await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({ kind: errors.checkout_closed })
  h.wave.control.pay({ session: referenceOf(payment.id), late: true })
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: true })
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(heardOf(payment.id).map((it) => [it.event, it.payload.late])).toEqual([
    ['payments.charge_expired', undefined],
    ['payments.charge_succeeded', true],
  ])
})

test('a late payment whose webhook is lost too is found by asking again after the end', async () => {
  const payment = await h.opened()
  h.advance({ minutes: 31 })
  await h.t.runCron()
  h.wave.control.faults({ fault: 'drop' })
  h.wave.control.pay({ session: referenceOf(payment.id), late: true })
  h.advance({ hours: 2 })
  await h.t.runCron()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: true })
})

test('a charge nobody was ever shown a page for ends by itself', async () => {
  const payment = await h.charge()
  h.advance({ minutes: 31 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('expired')
  expect(codes(heardOf(payment.id))).toEqual(['payments.charge_expired'])
})

test('a failure that arrives after the success changes nothing', async () => {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'reorder' })
  h.wave.control.fail({ session: referenceOf(payment.id) })
  h.wave.control.pay({ session: referenceOf(payment.id) })
  await h.settle()
  h.wave.control.release()
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', failure_code: null })
  expect(codes(heardOf(payment.id))).toEqual(['payments.charge_succeeded'])
  const { events } = await h.t.tx((tx) => describePayment(h.t.ctx(), tx, payment.id))
  expect(new Set(events.map((it) => it.outcome))).toEqual(new Set(['out_of_order', 'succeed']))
})

test('a charge called off is closed at the provider; money on its way still counts, as late', async () => {
  const payment = await h.opened()
  await h.t.tx((tx) => cancelCharge(h.t.ctx(), tx, OWNER, payment.id))
  await h.t.drain()
  expect((await h.payment(payment.id)).state).toBe('cancelled')
  expect(sessionsOf(payment.id)[0]!.checkout_status).toBe('expired')
  h.wave.control.pay({ session: referenceOf(payment.id), late: true })
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: true })
})

test('called off in the moment it is paid: it is paid', async () => {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'drop' })
  h.wave.control.pay({ session: referenceOf(payment.id) })
  await h.t.tx((tx) => cancelCharge(h.t.ctx(), tx, OWNER, payment.id))
  await h.t.drain()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: false })
})

test('paid twice through two sessions: one counts, the other is recorded and goes back', async () => {
  const payment = await h.opened(4000n)
  const before = await h.atProvider()
  const other = await fetch(`${h.wave.url}/v1/checkout/sessions`, {
    method: 'POST',
    headers: { authorization: 'Bearer wave_sn_test_simulator', 'content-type': 'application/json' },
    body: JSON.stringify({
      amount: '4000', currency: 'XOF', client_reference: referenceOf(payment.id), success_url: 'https://a.example',
      error_url: 'https://a.example',
    }), // prettier-ignore
  }).then((answer) => answer.json() as Promise<{ id: string }>)
  h.wave.control.pay({ session: payment.session_ref! })
  h.wave.control.pay({ session: other.id })
  await h.settle()
  expect(await h.unapplied(payment)).toBe(4000n)
  expect((await h.atProvider()) - before).toBe(4000n)
  expect(codes(heardOf(payment.id))).toEqual(['payments.charge_succeeded'])
  const { receipts, refunds } = await h.t.tx((tx) => describePayment(h.t.ctx(), tx, payment.id))
  expect(receipts.map((it) => it.status).sort()).toEqual(['applied', 'duplicate'])
  expect(refunds).toMatchObject([{ state: 'succeeded', session_ref: other.id }])
  expect(sessionsOf(payment.id).find((it) => it.id === other.id)!.when_refunded).not.toBeNull()
})

test('the provider is down while we poll: nothing is lost, and the round ends early', async () => {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'drop' })
  h.wave.control.pay({ session: referenceOf(payment.id) })
  h.advance({ minutes: 3 })
  h.wave.control.faults({ fault: 'http-error', on: 'checkout.get', status: 503, count: 1 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('opened')
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
})

test('the number of the payer is sealed, and gone once erased', async () => {
  const userId = uuidV7(h.t.clock)
  const payment = await h.charge(700n, { payer: { user_id: userId, mobile: '+221771112233' } })
  const stored = await h.t.asOwner((client) =>
    client.query('select payer_mobile from payments.payment where id = $1', [payment.id]),
  )
  expect((stored.rows[0].payer_mobile as Buffer).toString('latin1')).not.toContain('771112233')
  const { personalData } = h.t.product.modules.find((it) => it.name === 'payments')!
  const exported = await h.t.tx((tx) => personalData!.export(h.t.ctx(), tx, userId))
  expect(exported).toMatchObject({ payments_made: [{ mobile: '+221771112233', amount_minor: '700' }] })
  await h.t.tx((tx) => personalData!.erase(h.t.ctx(), tx, userId))
  const erased = await h.t.tx((tx) => findPaymentById(tx, payment.id))
  expect(await h.t.tx((tx) => payerMobile(h.t.ctx(), tx, erased!))).toBeUndefined()
})

test('the number of the payer goes in time, but not while their data is held', async () => {
  const userId = uuidV7(h.t.clock)
  const payment = await h.charge(700n, { payer: { user_id: userId, mobile: '+221771112244' } })
  const rule = h.t.product.modules
    .find((it) => it.name === 'payments')!
    .retention.find(({ table }) => table === 'payments.payment')!
  const leftAfter = async (held: string[]) => {
    await h.t.tx((tx) => rule.remove(h.t.ctx(), tx, h.t.clock.now().add({ seconds: 1 }), held))
    const row = await h.t.tx((tx) => findPaymentById(tx, payment.id))
    return h.t.tx((tx) => payerMobile(h.t.ctx(), tx, row!))
  }
  expect(await leftAfter([userId])).toBe('+221771112244')
  expect(await leftAfter([])).toBeUndefined()
})

test('a charge of nothing is a bug of the caller', async () => {
  await expect(h.t.tx((tx) => requestCharge(h.t.ctx(), tx, { id: uuidV7(h.t.clock), owner: OWNER, purpose: 'x.y', reference: OWNER, amount_minor: 0n, success_url: '', error_url: '' }))).rejects.toThrow('positive') // prettier-ignore
})

function heardOf(id: string) {
  return h.heard.filter((it) => it.payload.payment_id === id)
}

function sessionsOf(id: string) {
  return h.wave.control.state().sessions.filter((it) => it.client_reference === referenceOf(id))
}
