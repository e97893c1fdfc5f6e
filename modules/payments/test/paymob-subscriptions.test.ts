import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { changeProviderSubscription, paymentIds, providerSubscriptionOf, type Payment } from '../api.ts'
import { codes } from './make.ts'
import { hmacSha512 } from '../paymob/signature.ts'
import { CARDS, HMAC, OWNER, paymobHouse, type PaymobHouse } from './make-paymob.ts'

let h: PaymobHouse
let plan: string
beforeAll(async () => {
  h = await paymobHouse()
  plan = await newPlan({ retrial_days: 1 })
})
afterAll(() => h.close())
afterEach(() => {
  h.paymob.control.clearFaults()
  h.heard.length = 0
})

const fault = (fault: string, more: object = {}) => h.paymob.control.faults({ fault, ...more })
const subscriptionAt = (payment: Payment) => {
  const ids = h.transactions(payment).map((it) => Number(it.id))
  return h.paymob.control.state().subscriptions.find((it) => ids.includes(it.initial_transaction))!
}
const known = (payment: Payment) => h.t.tx((tx) => providerSubscriptionOf(tx, OWNER, payment.id))
const changes = () =>
  h.heard.filter((it) => it.event === 'payments.provider_subscription_changed').map((it) => it.payload)
const successes = () => h.heard.filter((it) => it.event === 'payments.charge_succeeded').map((it) => it.payload)

async function newPlan(more: object): Promise<string> {
  const post = async (path: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    return (await fetch(h.paymob.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }
  const { token } = (await post('/api/auth/tokens', { api_key: 'paymob_api_key_simulator' })) as { token: string }
  const made = await post('/api/acceptance/subscription-plans', { name: 'Monthly', frequency: 30, amount_cents: 29_900, integration: 1002, ...more }, token) // prettier-ignore
  return String((made as { id: number }).id)
}

async function begun(card: string = CARDS.pays): Promise<Payment> {
  const payment = await h.opened(29_900n, { plan_ref: plan })
  h.paymob.control.pay({ order: paymentIds.wire(payment.id), card })
  await h.settle()
  return h.payment(payment.id)
}

test('begun by a payment: asked about, told once, its first money counted once', async () => {
  const payment = await begun()
  expect(payment.state).toBe('succeeded')
  expect(await known(payment)).toMatchObject({ state: 'active', amount_minor: 29_900n, payment_id: payment.id })
  expect(changes()).toMatchObject([{ state: 'active', previous_state: null, payment_id: payment.id, amount_minor: '29900' }]) // prettier-ignore
  expect(successes()).toHaveLength(1)
})

test('charged by the provider a month later: a payment of its own, for the same reference', async () => {
  const payment = await begun()
  h.heard.length = 0
  h.advance({ hours: 24 * 30 })
  await h.settle()
  const mine = successes().filter((it) => it.reference === payment.reference)
  expect(mine).toMatchObject([{ amount_minor: '29900', purpose: 'subscriptions.invoice' }])
  expect(mine[0].payment_id).not.toBe(payment.id)
  expect(await h.unapplied(await h.payment(mine[0].payment_id))).toBe(29_900n)
})

test('every callback lost: found by asking once a day', async () => {
  const payment = await begun()
  h.heard.length = 0
  fault('drop', { count: 1000 })
  h.advance({ hours: 24 * 30 })
  await h.t.runCron()
  await h.settle()
  expect(successes().filter((it) => it.reference === payment.reference)).toHaveLength(1)
  expect((await known(payment))!.next_billing!.toString()).toBe(subscriptionAt(payment).next_billing)
})

test('another amount than the provider says the subscription is for: disputed', async () => {
  const payment = await begun()
  h.heard.length = 0
  fault('wrong-amount', { amount: '100', count: 20 })
  h.advance({ hours: 24 * 30 })
  await h.settle()
  const mine = h.heard.filter((it) => it.payload.reference === payment.reference && it.event.includes('charge'))
  expect(codes(mine)).toEqual(['payments.charge_disputed'])
})

test('no money at the renewal: tried again by the provider, then suspended; each told', async () => {
  const payment = await begun(CARDS.poorLater)
  h.heard.length = 0
  h.advance({ hours: 24 * 30 })
  await h.settle()
  h.advance({ hours: 24 })
  await h.settle()
  const mine = h.heard.filter((it) => it.payload.reference === payment.reference)
  expect(codes(mine).filter((it) => it === 'payments.charge_failed')).toHaveLength(2)
  expect(await known(payment)).toMatchObject({ state: 'suspended' })
  expect(
    changes()
      .filter((it) => it.payment_id === payment.id)
      .at(-1),
  ).toMatchObject({ state: 'suspended' })
})

test('what a callback says is not believed: a genuine one sent again, with other words, changes nothing', async () => {
  const payment = await begun()
  h.heard.length = 0
  const { raw } = h.paymob.control.state().callbacks.findLast((it) => it.type === 'Subscription Created')!
  const said = JSON.parse(raw)
  said.subscription_data = { ...said.subscription_data, state: 'suspended', amount_cents: 1 }
  said.paymob_request_id = 'another'
  expect((await h.t.call('POST', '/webhooks/paymob', { body: said })).status).toBe(200)
  await h.settle()
  expect(await known(payment)).toMatchObject({ state: 'active', amount_minor: 29_900n })
  expect(changes()).toEqual([])
})

test('signed in the body, over the trigger and the id: another trigger is refused', async () => {
  const payment = await begun()
  const { raw } = h.paymob.control.state().callbacks.findLast((it) => it.type === 'Subscription Created')!
  for (const more of [{ trigger_type: 'canceled' }, { hmac: 'f'.repeat(128) }, { hmac: undefined }])
    expect((await h.t.call('POST', '/webhooks/paymob', { body: { ...JSON.parse(raw), ...more } })).status).toBe(401)
  expect(await known(payment)).toMatchObject({ state: 'active' })
})

test('suspended, resumed and cancelled by us: the provider does it, and what it then says is held true', async () => {
  const payment = await begun()
  h.heard.length = 0
  const { id } = (await known(payment))!
  for (const [act, state] of [
    ['suspend', 'suspended'],
    ['resume', 'active'],
    ['cancel', 'canceled'],
    ['cancel', 'canceled'],
  ] as const) {
    await h.t.tx((tx) => changeProviderSubscription(h.t.ctx(), tx, { owner: OWNER, id, act }))
    await h.settle()
    expect((await known(payment))!.state).toBe(state)
    expect(subscriptionAt(payment).state).toBe(state)
  }
  expect(changes().map((it) => it.state)).toEqual(['suspended', 'active', 'canceled'])
})

test('a subscription that the provider does not know is left for people', async () => {
  const payment = await begun()
  const { raw } = h.paymob.control.state().callbacks.findLast((it) => it.type === 'Subscription Created')!
  const body = {
    ...JSON.parse(raw),
    subscription_data: { id: 4 },
    hmac: hmacSha512(HMAC, 'createdfor4'),
    trigger_type: 'created',
  }
  expect((await h.t.call('POST', '/webhooks/paymob', { body })).status).toBe(200)
  await h.settle()
  expect((await h.events()).filter((it) => it.type === 'SUBSCRIPTION.created')).toMatchObject([
    { status: 'unmatched', outcome: 'no_subscription' },
  ])
  expect(await known(payment)).toMatchObject({ state: 'active' })
})
