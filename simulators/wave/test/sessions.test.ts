import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { send } from '../../test/make.ts'
import { merchant, type Merchant } from './make.ts'

let m: Merchant
beforeAll(async () => {
  m = await merchant()
})
afterEach(async () => {
  await m.wave.control.idle()
  m.wave.control.reset()
  m.hook.received.length = 0
})
afterAll(() => m.close())

const get = async (id: string) => (await m.call('GET', `/v1/checkout/sessions/${id}`)).body

describe('authentication', () => {
  test.each([
    [undefined, 'missing-auth-header'],
    ['Basic abc', 'invalid-auth'],
    ['Bearer', 'api-key-not-provided'],
    ['Bearer wrong', 'no-matching-api-key'],
  ])('%s is refused as %s', async (authorization, code) => {
    const reply = await send(`${m.wave.url}/v1/balance`, 'GET', undefined, authorization ? { authorization } : {})
    expect([reply.status, reply.body.code]).toEqual([401, code])
  })
})

describe('creating a session', () => {
  test('answers the whole session object, open and processing, with a launch address of the known form', async () => {
    const session = await m.session({ client_reference: 'gift-1' })
    expect(session).toMatchObject({
      amount: '25000',
      currency: 'XOF',
      client_reference: 'gift-1',
      checkout_status: 'open',
      payment_status: 'processing',
      last_payment_error: null,
      transaction_id: null,
      when_completed: null,
      when_refunded: null,
      business_name: 'Wolo',
      aggregated_merchant_id: null,
    })
    expect(session.id).toMatch(/^cos-[0-9a-z]{13}$/)
    expect(session.wave_launch_url).toBe(`${m.wave.url}/c/${session.id}?a=25000&c=XOF&m=Wolo`)
    expect(session.when_created).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/)
    expect(Date.parse(session.when_expires) - Date.parse(session.when_created)).toBe(30 * 60_000)
  })

  test.each([
    ['amount', 1500, 'str type expected'],
    ['amount', '1500.5', 'a positive amount without decimals or leading zeros is expected'],
    ['amount', '0', 'a positive amount without decimals or leading zeros is expected'],
    ['amount', '0100', 'a positive amount without decimals or leading zeros is expected'],
    ['amount', undefined, 'field required'],
    ['currency', 'EUR', 'The wallet does not hold EUR.'],
    ['success_url', 'http://shop.example/', 'invalid or missing URL scheme: https is required'],
    ['error_url', 'not a url', 'invalid or missing URL scheme: https is required'],
    ['client_reference', 'x'.repeat(256), 'ensure this value has at most 255 characters'],
    ['restrict_payer_mobile', '771234567', 'Invalid phone number: E.164 expected.'],
  ])('refuses %s = %s', async (field, value, msg) => {
    const body = {
      amount: '100',
      currency: 'XOF',
      success_url: 'https://a.example',
      error_url: 'https://a.example',
      [field]: value,
    }
    const reply = await m.call('POST', '/v1/checkout/sessions', body)
    expect(reply.status).toBe(400)
    expect(reply.body).toMatchObject({ code: 'request-validation-error', details: [{ loc: [field], msg }] })
  })

  test('return addresses on this machine may be plain http', async () => {
    expect(
      (await m.session({ success_url: 'http://127.0.0.1:3000/ok', error_url: 'http://localhost:3000/no' })).id,
    ).toBeTruthy()
  })

  test('a body that is not JSON is named as such', async () => {
    const headers = { authorization: 'Bearer wave_sn_test_example' }
    const url = `${m.wave.url}/v1/checkout/sessions`
    const broken = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{',
    })
    expect([broken.status, ((await broken.json()) as any).code]).toEqual([400, 'request-parsing-error'])
    const form = await send(url, 'POST', new URLSearchParams({ amount: '1' }), headers)
    expect([form.status, form.body.code]).toEqual([400, 'request-not-json'])
    const none = await m.call('POST', '/v1/checkout/sessions')
    expect([none.status, none.body.code]).toEqual([400, 'request-not-json'])
  })
})

describe('the life of a session', () => {
  test('a payment completes it once, and it is found by transaction and by reference', async () => {
    const { id } = await m.session({ client_reference: 'gift-2' })
    m.wave.control.pay({ session: id })
    m.wave.control.pay({ session: id })
    const session = await get(id)
    expect(session).toMatchObject({
      checkout_status: 'complete',
      payment_status: 'succeeded',
      last_payment_error: null,
    })
    expect(session.transaction_id).toMatch(/^T/)
    expect(session.when_completed).not.toBeNull()
    expect((await m.call('GET', `/v1/checkout/sessions?transaction_id=${session.transaction_id}`)).body.id).toBe(id)
    expect((await m.call('GET', '/v1/checkout/sessions/search?client_reference=gift-2')).body.result).toEqual([session])
    expect((await m.call('GET', '/v1/checkout/sessions/search?client_reference=other')).body).toEqual({ result: [] })
    await m.wave.control.idle()
    expect(m.hook.received.map((it) => it.event.type)).toEqual(['checkout.session.completed'])
    expect(m.hook.received[0]!.event.data).toEqual(session)
    expect((await m.call('GET', '/v1/transactions')).body.items).toHaveLength(1)
  })

  test('a declined attempt leaves it open, and the customer may try again', async () => {
    const { id } = await m.session()
    m.wave.control.fail({ session: id, code: 'insufficient-funds' })
    expect(await get(id)).toMatchObject({
      checkout_status: 'open',
      payment_status: 'processing',
      last_payment_error: { code: 'insufficient-funds', message: expect.any(String) },
    })
    await m.wave.control.idle()
    m.wave.control.pay({ session: id })
    expect((await get(id)).payment_status).toBe('succeeded')
    await m.wave.control.idle()
    expect(m.hook.received.map((it) => it.event.type)).toEqual([
      'checkout.session.payment_failed',
      'checkout.session.completed',
    ])
  })

  test('a session restricted to one payer declines another', async () => {
    const { id } = await m.session({ restrict_payer_mobile: '+221770000001' })
    m.wave.control.pay({ session: id, mobile: '+221770000002' })
    expect((await get(id)).last_payment_error.code).toBe('payer-mobile-mismatch')
    m.wave.control.pay({ session: id, mobile: '+221770000001' })
    expect((await get(id)).payment_status).toBe('succeeded')
  })

  test('a foreign number is declined', async () => {
    const { id } = await m.session()
    m.wave.control.pay({ session: id, mobile: '+33612345678' })
    expect((await get(id)).last_payment_error.code).toBe('cross-border-payment-not-allowed')
  })

  test('it expires by itself on the simulated clock, announced to nobody', async () => {
    const { id, when_expires } = await m.session()
    m.wave.control.clock({ offset_ms: 29 * 60_000 })
    expect((await get(id)).checkout_status).toBe('open')
    m.wave.control.clock({ offset_ms: 30 * 60_000 + 1_000 })
    expect(await get(id)).toMatchObject({
      checkout_status: 'expired',
      payment_status: 'cancelled',
      when_completed: when_expires,
    })
    expect(() => m.wave.control.pay({ session: id })).toThrow(/expired/)
    await m.wave.control.idle()
    expect(m.hook.received).toHaveLength(0)
  })

  test('an expired session can still be paid late, and then completes', async () => {
    const { id } = await m.session()
    m.wave.control.expire({ session: id })
    m.wave.control.pay({ session: id, late: true })
    expect(await get(id)).toMatchObject({ checkout_status: 'complete', payment_status: 'succeeded' })
    await m.wave.control.idle()
    expect(m.hook.received).toHaveLength(1)
  })

  test('expiring answers 200 with nothing, and 409 or 404 when it cannot', async () => {
    const { id } = await m.session()
    const first = await m.call('POST', `/v1/checkout/sessions/${id}/expire`, undefined, {
      'content-type': 'application/json',
    })
    expect([first.status, first.text]).toEqual([200, ''])
    expect((await get(id)).checkout_status).toBe('expired')
    expect((await m.call('POST', `/v1/checkout/sessions/${id}/expire`)).status).toBe(409)
    const unknown = await m.call('POST', '/v1/checkout/sessions/cos-unknown/expire')
    expect([unknown.status, unknown.body.code]).toEqual([404, 'checkout-session-not-found'])
    expect((await m.call('GET', '/v1/checkout/sessions/cos-unknown')).body.code).toBe('checkout-session-not-found')
  })
})

describe('refunds', () => {
  test('give everything back once, however often asked', async () => {
    const before = (await m.call('GET', '/v1/balance')).body.amount
    const { id } = await m.session()
    m.wave.control.pay({ session: id })
    for (let time = 0; time < 2; time += 1) {
      const reply = await m.call('POST', `/v1/checkout/sessions/${id}/refund`)
      expect([reply.status, reply.text]).toEqual([200, ''])
    }
    expect(await get(id)).toMatchObject({
      checkout_status: 'complete',
      payment_status: 'succeeded',
      when_refunded: expect.any(String),
    })
    expect((await m.call('GET', '/v1/balance')).body.amount).toBe(before)
    const items = (await m.call('GET', '/v1/transactions')).body.items
    expect(items.map((it: any) => [it.transaction_type, it.amount, it.fee, it.is_reversal])).toEqual([
      ['api_checkout', '24750', '250', false],
      ['api_checkout_refund', '-24750', '-250', true],
    ])
  })

  test('are refused for a session nobody paid', async () => {
    const { id } = await m.session()
    const reply = await m.call('POST', `/v1/checkout/sessions/${id}/refund`)
    expect([reply.status, reply.body.code]).toEqual([400, 'checkout-refund-failed'])
  })

  test('can be asked by transaction', async () => {
    const { id } = await m.session()
    const { session } = m.wave.control.pay({ session: id })
    expect((await m.call('POST', `/v1/transactions/${session.transaction_id}/refund`)).status).toBe(200)
    expect((await get(id)).when_refunded).not.toBeNull()
    expect((await m.call('POST', '/v1/transactions/T_UNKNOWN/refund')).status).toBe(404)
  })

  test('are refused when the wallet no longer holds the money', async () => {
    const poor = await merchant({ openingBalance: '0' })
    const { id } = await poor.session({ amount: '10000' })
    poor.wave.control.pay({ session: id })
    expect((await poor.payout({ receive_amount: '9000' })).status).toBe(200)
    const reply = await poor.call('POST', `/v1/checkout/sessions/${id}/refund`)
    expect([reply.status, reply.body.code]).toEqual([400, 'checkout-refund-failed'])
    await poor.close()
  })
})
