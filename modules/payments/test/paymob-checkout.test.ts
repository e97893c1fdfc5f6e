import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cancelCharge, openCheckout, paymentIds, requestCharge } from '../api.ts'
import { errors } from '../errors.ts'
import { codes, house } from './make.ts'
import { CARDS, OWNER, paymobHouse, type PaymobHouse } from './make-paymob.ts'

let h: PaymobHouse
beforeAll(async () => {
  h = await paymobHouse()
})
afterAll(() => h.close())
afterEach(() => {
  h.paymob.control.clearFaults()
  h.heard.length = 0
})

const order = (payment: { id: string }) => paymentIds.wire(payment.id)
const pay = (payment: { id: string }, card: string = CARDS.pays) =>
  h.paymob.control.pay({ order: order(payment), card })
const fault = (fault: string, more: object = {}) => h.paymob.control.faults({ fault, ...more })
/** What was told of this payment. */
const of = (payment: { id: string }) => h.heard.filter((it) => it.payload.payment_id === payment.id)
const loseCallbacks = () => fault('drop', { count: 100 })

test('a page, a card, a callback: the money is there', async () => {
  const payment = await h.opened()
  expect(payment.launch_url).toMatch(/\/unifiedcheckout\/\?publicKey=egy_pk_test_simulator&clientSecret=egy_csk_test_/)
  const before = await h.atProvider()
  const transaction = pay(payment)
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', session_ref: `ord-${transaction.order_id}` })
  expect(await h.unapplied(payment)).toBe(29_900n)
  expect((await h.atProvider()) - before).toBe(29_900n)
  expect(h.heard).toMatchObject([{ event: 'payments.charge_succeeded', payload: { amount_minor: '29900', currency: 'EGP' } }]) // prettier-ignore
  expect(await h.event(`txn-${transaction.id}-paid-0`)).toMatchObject({ status: 'processed', outcome: 'succeed' })
})

test('where a card proves something, the page offers cards and no wallet', async () => {
  const [any, proof] = [await h.opened(), await h.wish(500n)]
  await openCheckout(h.t.ctx(), h.transact, proof.id, { cards_only: true })
  const offered = (payment: { id: string }) =>
    h.paymob.control.state().intentions.find((it) => it.special_reference === order(payment))!.integrations
  expect([offered(any), offered(proof)]).toEqual([[1001, 1003], [1001]])
})

test('nothing of the payer but the amount is given away', async () => {
  const payment = await h.opened(29_900n, { payer: { user_id: OWNER, mobile: '+201001234567' } })
  const intention = h.paymob.control.state().intentions.find((it) => it.special_reference === order(payment))!
  expect(JSON.stringify(intention)).not.toContain('1001234567')
})

test('the intention was made but its answer lost: looked for, then made under another reference; one can be paid', async () => {
  fault('timeout', { on: 'intention.create', ms: 5000 })
  const payment = await h.wish()
  await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({ outcomeUnknown: true })
  const { launch_url } = await openCheckout(h.t.ctx(), h.transact, payment.id)
  const made = h.paymob.control.state().intentions.filter((it) => it.special_reference?.startsWith(order(payment)))
  expect(made.map((it) => it.special_reference)).toEqual([order(payment), `${order(payment)}-2`])
  expect(launch_url).toContain(made[1]!.client_secret)
  h.paymob.control.pay({ order: made[1]!.order_id })
  await h.settle()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
})

test('the callback comes before our own commit: found by asking, paid once', async () => {
  fault('timeout', { on: 'intention.create', ms: 5000 })
  const payment = await h.wish()
  await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({ outcomeUnknown: true })
  pay(payment)
  await h.settle()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
  expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
})

test('declined, then approved, on one order: told once each, paid once', async () => {
  const payment = await h.opened()
  pay(payment, CARDS.declined)
  await h.settle()
  expect((await h.payment(payment.id)).state).toBe('opened')
  pay(payment, CARDS.poor)
  pay(payment)
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded' })
  expect(codes(h.heard).sort()).toEqual(['payments.charge_failed', 'payments.charge_failed', 'payments.charge_succeeded']) // prettier-ignore
  expect(h.heard.filter((it) => it.event === 'payments.charge_failed').every((it) => !it.payload.final)).toBe(true)
  expect(await h.unapplied(payment)).toBe(29_900n)
})

test('a decline is told once: by the poll, by its late callback, and when its event is looked at again', async () => {
  const payment = await h.opened()
  fault('reorder')
  pay(payment, CARDS.declined)
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect(codes(of(payment))).toEqual(['payments.charge_failed'])
  h.paymob.control.release()
  await h.settle()
  h.advance({ minutes: 61 })
  await h.t.runCron()
  expect(codes(of(payment))).toEqual(['payments.charge_failed', 'payments.charge_expired'])
})

test('approved twice on one order: one counts, the other is recorded and goes back', async () => {
  const payment = await h.opened()
  const [first, second] = [pay(payment), pay(payment)]
  await h.settle()
  await h.settle()
  expect(await h.unapplied(payment)).toBe(29_900n)
  expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
  const standing = [first, second].map((it) => h.paymob.control.state().transactions.find((one) => one.id === it.id)!)
  expect(standing.map((it) => it.refunded_amount_cents).sort()).toEqual([0, 29_900])
  expect(await h.health()).toMatchObject({ detail: expect.not.stringContaining('returns of money') })
})

test('no callback comes: the poller asks by the order', async () => {
  loseCallbacks()
  const payment = await h.opened()
  pay(payment)
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
})

test('the page is abandoned: nothing is told, and after its hour it is over; a late payment is money', async () => {
  const payment = await h.opened()
  h.advance({ minutes: 59 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('opened')
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('expired')
  h.paymob.control.pay({ order: order(payment), late: true })
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: true })
  expect(codes(of(payment))).toEqual(['payments.charge_expired', 'payments.charge_succeeded'])
})

test('a wallet payment stays pending past the hour of the page, and ends later', async () => {
  const payment = await h.opened()
  const { id } = h.paymob.control.pay({ order: order(payment), wallet: '01001234567' })
  await h.settle()
  h.advance({ hours: 3 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('opened')
  h.paymob.control.settle({ transaction: id })
  await h.settle()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', late: false })
  expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
})

test('called off: it ends with its page, and says that it was called off', async () => {
  const payment = await h.opened()
  await h.t.tx((tx) => cancelCharge(h.t.ctx(), tx, OWNER, payment.id))
  await h.t.drain()
  expect((await h.payment(payment.id)).state).toBe('opened')
  h.advance({ minutes: 61 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('cancelled')
})

describe('callbacks that deceive', () => {
  test.each(['signature', 'other-secret', 'unsigned', 'tampered-amount'])(
    'forged (%s): 401, then the genuine one; paid once',
    async (variant) => {
      const payment = await h.opened()
      fault('forge', { variant })
      const { id } = pay(payment)
      await h.settle()
      const callback = h.paymob.control.state().callbacks.findLast((it) => it.subject === id)!
      expect(callback.deliveries.map((it) => it.status)).toEqual([401, 200])
      expect(await h.unapplied(payment)).toBe(29_900n)
    },
  )

  test('a genuine signature over somebody else’s reference: our own name for it is not believed', async () => {
    const [mine, other] = [await h.opened(), await h.opened()]
    fault('forge', { variant: 'other-payment' })
    pay(mine)
    await h.settle()
    expect((await h.payment(mine.id)).state).toBe('succeeded')
    expect((await h.payment(other.id)).state).toBe('opened')
  })

  test('a decline turned into success keeps its old signature: 401', async () => {
    const payment = await h.opened()
    fault('forge', { variant: 'tampered-success' })
    const { id } = pay(payment, CARDS.declined)
    await h.settle()
    const callback = h.paymob.control.state().callbacks.findLast((it) => it.subject === id)!
    expect(callback.deliveries.map((it) => it.status)).toEqual([401, 200])
    expect((await h.payment(payment.id)).state).toBe('opened')
  })

  test('well signed and untrue: the provider is asked, no money is seen, and staff are shown', async () => {
    const payment = await h.opened()
    fault('disagree')
    const { id } = pay(payment, CARDS.declined)
    await h.settle()
    expect((await h.payment(payment.id)).state).toBe('opened')
    expect(await h.unapplied(payment)).toBe(0n)
    expect(await h.event(`txn-${id}-paid-0`)).toMatchObject({ status: 'disputed', outcome: 'provider_disagrees' })
    expect(await h.health()).toMatchObject({ status: 'degraded', detail: expect.stringContaining('contradict') })
  })

  test('delivered five times at once, and again: one effect', async () => {
    const payment = await h.opened()
    fault('duplicate', { copies: 4, together: true })
    pay(payment)
    await h.settle()
    const callback = h.paymob.control.state().callbacks.at(-1)!
    h.paymob.control.redeliver({ callback: callback.id })
    await h.settle()
    expect(await h.unapplied(payment)).toBe(29_900n)
    expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
  })

  test('the decline arrives after the approval: nothing changes', async () => {
    const payment = await h.opened()
    fault('reorder')
    pay(payment, CARDS.declined)
    pay(payment)
    await h.settle()
    await h.settle()
    expect((await h.payment(payment.id)).state).toBe('succeeded')
    expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
  })

  test('another amount, another currency: disputed, kept as it came, no success', async () => {
    for (const [name, more, currency, came] of [
      ['wrong-amount', { amount: '100' }, 'EGP', 100n],
      ['wrong-currency', { currency: 'USD' }, 'USD', 29_900n],
    ] as const) {
      h.heard.length = 0
      const payment = await h.opened()
      fault(name, more)
      pay(payment)
      await h.settle()
      expect((await h.payment(payment.id)).state).toBe('disputed')
      expect(await h.unapplied({ ...payment, currency })).toBe(came)
      expect(codes(h.heard)).toEqual(['payments.charge_disputed'])
    }
  })

  test('a payment on an integration of other keys is no money of ours, and is shown', async () => {
    const payment = await h.opened()
    fault('wrong-integration')
    const { id } = pay(payment)
    await h.settle()
    expect((await h.payment(payment.id)).state).toBe('opened')
    expect(await h.event(`txn-${id}-paid-0`)).toMatchObject({ status: 'disputed', outcome: 'foreign-integration' })
  })

  test('the provider cannot be asked just now: the event waits, and is followed up later', async () => {
    const payment = await h.opened()
    fault('http-error', { on: 'transaction.get', status: 503 })
    const { id } = pay(payment)
    await h.settle()
    expect(await h.event(`txn-${id}-paid-0`)).toMatchObject({ status: 'received' })
    h.advance({ seconds: 119 })
    await h.t.runCron()
    h.advance({ minutes: 2 })
    await h.t.runCron()
    expect((await h.payment(payment.id)).state).toBe('succeeded')
    expect(await h.event(`txn-${id}-paid-0`)).toMatchObject({ status: 'processed' })
  })
})

describe('the browser comes back', () => {
  const back = async (url: string) => {
    const { pathname, search } = new URL(url)
    const answer = await h.t.call('GET', `${pathname.replace(/^\/api/, '')}${search}`)
    return { status: answer.status, location: answer.headers['location'] }
  }

  test('paid, and the callback lost: the way back makes us ask', async () => {
    loseCallbacks()
    const payment = await h.opened()
    const { id } = pay(payment)
    expect(await back(h.paymob.control.response({ transaction: id }))).toEqual({ status: 303, location: 'https://tutor.example/paid' }) // prettier-ignore
    await h.t.drain()
    expect((await h.payment(payment.id)).state).toBe('succeeded')
  })

  test('it claims success and the server says no: a page is shown, no money is seen', async () => {
    loseCallbacks()
    const payment = await h.opened()
    const { id } = pay(payment, CARDS.declined)
    fault('response-lies')
    expect((await back(h.paymob.control.response({ transaction: id }))).location).toBe('https://tutor.example/paid')
    await h.t.drain()
    expect((await h.payment(payment.id)).state).toBe('opened')
    expect(await h.unapplied(payment)).toBe(0n)
  })

  test('it claims failure and the money came: the money came', async () => {
    const payment = await h.opened()
    const { id } = pay(payment)
    await h.settle()
    fault('response-lies')
    expect((await back(h.paymob.control.response({ transaction: id }))).location).toBe('https://tutor.example/paid')
    expect((await h.payment(payment.id)).state).toBe('succeeded')
  })

  test('unsigned or forged: to the other page, and nobody is asked', async () => {
    loseCallbacks()
    const payment = await h.opened()
    const { id } = pay(payment)
    const url = new URL(h.paymob.control.response({ transaction: id }))
    url.searchParams.set('hmac', 'f'.repeat(128))
    expect((await back(url.href)).location).toBe('https://tutor.example/sorry')
    expect((await back(url.origin + url.pathname)).location).toBe('https://tutor.example/sorry')
    await h.t.drain()
    expect((await h.payment(payment.id)).state).toBe('opened')
  })

  test('of an unknown payment: 404', async () => {
    expect((await h.t.call('GET', '/payments/pay_00000000000000000000000000/return')).status).toBe(404)
  })
})

test('approved, then declined in another tab, both callbacks lost: the way back names the one that brought money', async () => {
  loseCallbacks()
  const payment = await h.opened()
  const { id } = pay(payment)
  pay(payment, CARDS.declined)
  h.advance({ minutes: 62 })
  await h.t.runCron()
  expect((await h.payment(payment.id)).state).toBe('opened')
  const { pathname, search } = new URL(h.paymob.control.response({ transaction: id }))
  await h.t.call('GET', `${pathname.replace(/^\/api/, '')}${search}`)
  await h.t.drain()
  expect((await h.payment(payment.id)).state).toBe('succeeded')
})

test('a genuine answer of one payment brought to another: neither is moved by the other’s', async () => {
  loseCallbacks()
  const [mine, other] = [await h.opened(), await h.opened()]
  const { id } = pay(mine)
  const { search } = new URL(h.paymob.control.response({ transaction: id }))
  await h.t.call('GET', `/payments/${order(other)}/return${search}`)
  await h.t.drain()
  expect([(await h.payment(mine.id)).state, (await h.payment(other.id)).state]).toEqual(['opened', 'opened'])
})

test('one genuine signature under a thousand made-up rests: a bounded number is kept', async () => {
  const payment = await h.opened()
  const { id } = pay(payment)
  await h.settle()
  const { raw, hmac } = h.paymob.control.state().callbacks.findLast((it) => it.subject === id)!
  for (let i = 1; i <= 210; i++) {
    const body = Buffer.from(raw.replace('"refunded_amount_cents":0', `"refunded_amount_cents":${i}`))
    expect((await h.t.call('POST', `/webhooks/paymob?hmac=${hmac}`, { body })).status).toBe(200)
  }
  const kept = (await h.events()).filter((it) => it.event_id.startsWith(`txn-${id}-`))
  expect(kept).toHaveLength(200)
  await h.t.drain()
  expect(await h.unapplied(payment)).toBe(29_900n)
  expect((await h.health()).detail).not.toContain('returns of money')
})

test('the door of another provider is closed', async () => {
  const answer = await h.t.call('POST', '/webhooks/wave', { body: { id: 'EV_1', type: 'x', data: {} } })
  expect([answer.status, answer.json.code]).toEqual([401, 'payments.bad_signature'])
})

test('the token that questions are asked with ends after an hour, and another is fetched', async () => {
  const payment = await h.opened()
  pay(payment)
  await h.settle()
  h.advance({ minutes: 45 })
  const next = await h.opened()
  h.advance({ minutes: 16 })
  h.paymob.control.pay({ order: order(next), late: true })
  await h.settle()
  expect((await h.payment(next.id)).state).toBe('succeeded')
})

test('ten click at once: one intention', async () => {
  const payment = await h.wish()
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, () => openCheckout(h.t.ctx(), h.transact, payment.id)),
  )
  for (const it of answers) if (it.status === 'rejected') expect(it.reason).toMatchObject({ kind: errors.being_opened })
  expect(
    h.paymob.control.state().intentions.filter((it) => it.special_reference?.startsWith(order(payment))),
  ).toHaveLength(1)
})

test('a card kept at the product whose provider keeps none is refused', async () => {
  const wave = await house()
  try {
    const wish = { id: OWNER, owner: OWNER, purpose: 'a.b', reference: OWNER, amount_minor: 1n, success_url: 'x', error_url: 'x', payer: { user_id: OWNER } } // prettier-ignore
    for (const more of [{ save_card: true }, { plan_ref: '1' }])
      await expect(wave.t.tx((tx) => requestCharge(wave.t.ctx(), tx, { ...wish, ...more }))).rejects.toMatchObject({ kind: errors.not_offered }) // prettier-ignore
  } finally {
    await wave.close()
  }
})
