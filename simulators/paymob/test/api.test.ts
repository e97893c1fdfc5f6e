import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { send } from '../../test/make.ts'
import { cardHmac, subscriptionHmac, transactionHmac } from '../signature.ts'
import { API_KEY, billing, merchant, SECRET, type Merchant } from './make.ts'

let m: Merchant
beforeEach(async () => {
  m = await merchant()
})
afterEach(() => m.close())

const CARD = '5123456789012346'
const wish = { amount: 100, currency: 'EGP', payment_methods: [1001], billing_data: billing }
const inquire = (by: object) => m.ask('POST', '/api/ecommerce/orders/transaction_inquiry', by)

describe('signatures', () => {
  const obj = {
    amount_cents: 10000, created_at: '2026-01-01T12:00:00.000000', currency: 'EGP', error_occured: false,
    has_parent_transaction: false, id: 123456, integration_id: 7890, is_3d_secure: true, is_auth: false, is_capture: false,
    is_refunded: false, is_standalone_payment: true, is_voided: false, order: { id: 555 }, owner: 4242, pending: false,
    source_data: { pan: '2346', sub_type: 'MasterCard', type: 'card' }, success: true,
  } // prettier-ignore
  test('a transaction', () => {
    expect(transactionHmac(SECRET, obj)).toBe(
      '0e2a94261775c4a4ba90716e6eefd6fe7a56a17e82cd440f06f25c876710bb5f3658147cb71c4a04a379b20a9ee4313b3b57e3528e93c5c7bff8fbc4ca74ca23',
    )
    expect(transactionHmac(SECRET, { ...obj, order: 555 })).toBe(transactionHmac(SECRET, obj))
  })
  test('a subscription', () => {
    expect(subscriptionHmac(SECRET, 'suspended', '1264')).toBe(
      'aeb4f7c48fad91aac54f4d846444c44e795b2c309d09236a1583c2659be65f05739e7ee2a95aefc57f1734d381893f8a7e4ec35e377a015c47727c7a76e97ba0',
    )
  })
  test('a card token', () => {
    const card = { token: 't', order_id: 'o', merchant_id: 'm', masked_pan: 'p', id: 'i', email: 'e', created_at: 'c', card_subtype: 's' } // prettier-ignore
    expect(cardHmac(SECRET, card)).toBe(createHmac('sha512', SECRET).update('sceipmot').digest('hex'))
  })
})

describe('intentions', () => {
  test('are made with the secret key', async () => {
    const made = await m.intention({ special_reference: 'inv-1' })
    expect(made).toMatchObject({ status: 'intended', special_reference: 'inv-1', object: 'paymentintention' })
    expect(made.client_secret).toMatch(/^egy_csk_test_/)
    expect(made.payment_keys.map((it: { integration: number }) => it.integration)).toEqual([1001, 1003])
  })

  test.each([
    ['a bad key', wish, { authorization: 'Token nonsense' }, 401],
    ['no key', wish, {}, 401],
    ['items that do not add up', { ...wish, items: [{ name: 'a', amount: 99 }] }, undefined, 406],
    ['quantity that multiplies', { ...wish, items: [{ name: 'a', amount: 50, quantity: 2 }] }, undefined, 406],
    ['an integration of live keys', { ...wish, payment_methods: [9001] }, undefined, 404],
    ['an unknown integration', { ...wish, payment_methods: [7] }, undefined, 404],
    ['another currency', { ...wish, currency: 'USD' }, undefined, 400],
    ['an amount with decimals', { ...wish, amount: 1.5 }, undefined, 400],
    ['an amount as text', { ...wish, amount: '100' }, undefined, 400],
    ['no billing data', { ...wish, billing_data: {} }, undefined, 400],
    ['more than the longest life', { ...wish, expiration: 3_110_401 }, undefined, 400],
  ])('%s is refused', async (_, body, headers, status) => {
    const reply = headers
      ? await send(`${m.paymob.url}/v1/intention/`, 'POST', body, headers as Record<string, string>)
      : await m.act('POST', '/v1/intention/', body)
    expect(reply.status).toBe(status)
  })

  test('a reference is used once', async () => {
    await m.intention({ special_reference: 'inv-1' })
    expect((await m.act('POST', '/v1/intention/', { ...wish, special_reference: 'inv-1' })).status).toBe(400)
  })
})

describe('questions', () => {
  test('need a token, which lives an hour', async () => {
    const { token } = (await send(`${m.paymob.url}/api/auth/tokens`, 'POST', { api_key: API_KEY }, {})).body
    const path = `${m.paymob.url}/api/acceptance/subscription-plans`
    const ask = async () => (await send(path, 'GET', undefined, { authorization: `Bearer ${token}` })).status
    expect(await ask()).toBe(200)
    m.paymob.control.clock({ offset_ms: 61 * 60_000 })
    expect(await ask()).toBe(401)
    expect((await send(`${m.paymob.url}/api/auth/tokens`, 'POST', { api_key: 'x' }, {})).status).toBe(401)
  })

  test('of an order nobody paid: nothing, and nothing is announced', async () => {
    const made = await m.intention({ special_reference: 'inv-1', expiration: 60 })
    m.paymob.control.clock({ offset_ms: 3_600_000 })
    expect((await inquire({ merchant_order_id: 'inv-1' })).status).toBe(404)
    expect((await inquire({ order_id: made.intention_order_id })).status).toBe(404)
    await m.paymob.control.idle()
    expect(m.hook.received).toEqual([])
    expect(() => m.paymob.control.pay({ order: 'inv-1' })).toThrow()
    m.paymob.control.pay({ order: 'inv-1', late: true })
    expect((await inquire({ merchant_order_id: 'inv-1' })).body).toMatchObject({ success: true, error_occured: false })
  })

  test('tell of the latest transaction only', async () => {
    const made = await m.intention()
    const first = m.paymob.control.pay({ order: made.intention_order_id })
    m.paymob.control.pay({ order: made.intention_order_id, card: '4000000000000002' })
    expect((await inquire({ order_id: made.intention_order_id })).body.success).toBe(false)
    expect((await m.ask('GET', `/api/acceptance/transactions/${first.id}`)).body.success).toBe(true)
  })
})

describe('saved cards', () => {
  async function kept() {
    const made = await m.intention()
    m.paymob.control.pay({ order: made.intention_order_id, card: '4000000000000341', save: true })
    await m.paymob.control.idle()
    return m.hook.received.find((it) => it.body.type === 'TOKEN')!
  }
  const pay = (token: string, key: string) =>
    m.act('POST', '/api/acceptance/payments/pay', {
      source: { identifier: token, subtype: 'TOKEN' },
      payment_token: key,
    })

  test('are announced, signed over eight values', async () => {
    const { body, hmac } = await kept()
    expect(hmac).toBe(cardHmac(SECRET, body.obj))
    expect(body.obj).toMatchObject({ masked_pan: 'xxxx-xxxx-xxxx-0341', card_subtype: 'Visa' })
  })

  test('are charged on a MOTO integration only; this one pays now and not later', async () => {
    const { token } = (await kept()).body.obj
    const [moto, page] = [await m.intention({ payment_methods: [1002] }), await m.intention()]
    expect((await pay(token, page.payment_keys[0].key)).status).toBe(400)
    expect((await pay('nobody', moto.payment_keys[0].key)).status).toBe(404)
    expect((await pay(token, 'nothing')).status).toBe(401)
    const { status, body } = await pay(token, moto.payment_keys[0].key)
    expect([status, body.success, body.data.txn_response_code]).toEqual([200, false, 'INSUFFICIENT_FUNDS'])
  })
})

describe('refunds and voids', () => {
  const refund = (transaction_id: number, amount_cents: number) =>
    m.act('POST', '/api/acceptance/void_refund/refund', { transaction_id, amount_cents })
  const paid = async () =>
    Number(m.paymob.control.pay({ order: (await m.intention()).intention_order_id, card: CARD }).id)

  test('parts, each a transaction of its own with its callback; never more than came', async () => {
    const id = await paid()
    const { status, body } = await refund(id, 10_000)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      has_parent_transaction: true,
      parent_transaction: id,
      amount_cents: 10_000,
      success: true,
    })
    expect((await refund(id, 20_001)).status).toBe(400)
    expect((await refund(id, 20_000)).status).toBe(201)
    expect((await m.ask('GET', `/api/acceptance/transactions/${id}`)).body).toMatchObject({ is_refunded: true, refunded_amount_cents: 30_000 }) // prettier-ignore
    await m.paymob.control.idle()
    expect(m.hook.received.filter((it) => it.body.obj.has_parent_transaction)).toHaveLength(2)
  })

  test('a void on the same day, and not after', async () => {
    const [today, yesterday] = [await paid(), await paid()]
    expect((await m.act('POST', '/api/acceptance/void_refund/void', { transaction_id: today })).status).toBe(201)
    expect((await refund(today, 1)).status).toBe(400)
    m.paymob.control.clock({ offset_ms: 86_400_000 })
    expect((await m.act('POST', '/api/acceptance/void_refund/void', { transaction_id: yesterday })).status).toBe(400)
  })
})

describe('callbacks', () => {
  const last = () => m.hook.received.at(-1)!

  test('are signed in the query, repeated until they are taken, the same bytes each time', async () => {
    m.hook.answers.push(500, 500)
    m.paymob.control.pay({ order: (await m.intention()).intention_order_id })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(m.hook.received).toHaveLength(3)
    expect(new Set(m.hook.received.map((it) => it.raw)).size).toBe(1)
    expect(last().hmac).toBe(transactionHmac(SECRET, last().body.obj))
    expect(m.paymob.control.state().callbacks[0]).toMatchObject({ status: 'delivered', attempts: 3 })
  })

  test('go where the intention says', async () => {
    await m.intention({ notification_url: `${m.hook.url}/here?x=1`, special_reference: 'here' })
    m.paymob.control.pay({ order: 'here' })
    await m.paymob.control.idle()
    expect(m.paymob.control.state().callbacks[0]!.url).toBe(`${m.hook.url}/here?x=1`)
    expect(last().hmac).not.toBeNull()
  })

  test('faults: a lie well signed, a forgery, an unknown fault', async () => {
    m.paymob.control.faults([{ fault: 'disagree' }, { fault: 'forge', variant: 'tampered-amount' }])
    const { id } = m.paymob.control.pay({ order: (await m.intention()).intention_order_id, card: '4000000000000002' })
    await m.paymob.control.idle()
    const [forged, lie] = m.hook.received
    expect(forged!.hmac).not.toBe(transactionHmac(SECRET, forged!.body.obj))
    expect([lie!.body.obj.success, lie!.hmac]).toEqual([true, transactionHmac(SECRET, lie!.body.obj)])
    expect((await m.ask('GET', `/api/acceptance/transactions/${id}`)).body.success).toBe(false)
    expect((await send(`${m.paymob.url}/_control/faults`, 'POST', { fault: 'nonsense' }, {})).status).toBe(400)
  })
})

test('a subscription is deducted on its day, tried again, suspended; signed in the body', async () => {
  const plan = await m.ask('POST', '/api/acceptance/subscription-plans', { name: 'Monthly', frequency: 30, amount_cents: 30_000, integration: 1002, retrial_days: 1 }) // prettier-ignore
  expect(plan.status).toBe(201)
  const made = await m.intention({ subscription_plan_id: plan.body.id })
  m.paymob.control.pay({ order: made.intention_order_id, card: '4000000000000341' })
  for (const days of [30, 31, 32]) m.paymob.control.clock({ offset_ms: days * 86_400_000 })
  await m.paymob.control.idle()
  const told = m.hook.received.filter((it) => it.body.trigger_type)
  expect(told.map((it) => it.body.trigger_type).sort()).toEqual(['Failed Overdue Transaction', 'Failed Transaction', 'Subscription Created', 'suspended']) // prettier-ignore
  for (const { body, hmac } of told) {
    expect(hmac).toBeNull()
    expect(body.hmac).toBe(subscriptionHmac(SECRET, body.trigger_type, String(body.subscription_data.id)))
  }
  const { id } = told[0]!.body.subscription_data
  expect((await m.ask('POST', `/api/acceptance/subscriptions/${id}/cancel`)).body.state).toBe('canceled')
  expect((await m.ask('GET', `/api/acceptance/subscriptions/${id}/transactions`)).body).toHaveLength(3)
})
