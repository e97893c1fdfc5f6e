import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { send, type Reply } from '../../test/make.ts'
import { transactionHmac } from '../signature.ts'
import { merchant, SECRET, type Merchant } from './make.ts'

let m: Merchant
let intention: any
beforeEach(async () => {
  m = await merchant({ businessName: "Tutor <b>&'" })
  intention = await m.intention({ special_reference: 'inv-1' })
})
afterEach(() => m.close())

const open = (more = ''): Promise<Reply> => send(m.page(intention) + more, 'GET', undefined, {})
const press = (path: string, fields: Record<string, string>): Promise<Reply> => {
  const url = new URL(m.page(intention))
  url.pathname += path
  return send(url.href, 'POST', new URLSearchParams(fields), {})
}
const card = (number: string, more: Record<string, string> = {}) =>
  press('pay', { number, month: '12', year: '2039', cvc: '123', ...more })
const transactions = () => m.paymob.control.state().transactions

test('shows what is paid to whom, right to left in Arabic, says it is a demonstration, escapes what others wrote', async () => {
  const page = await open()
  expect(page.status).toBe(200)
  expect(page.text).toContain('<html lang="ar" dir="rtl">')
  expect(page.text).toContain('لا أموال حقيقية')
  expect(page.text).toContain('٣٠٠')
  expect(page.text).not.toContain('Tutor <b>')
  expect(page.text).not.toContain('<script')
})

test('in English on request', async () => {
  const page = await open('&lang=en')
  expect(page.text).toContain('<html lang="en" dir="ltr">')
  expect(page.text).toMatch(/EGP\s300\.00/)
  expect(page.text).toContain('no real money')
})

test('paying leads back to the shop with the signed answer', async () => {
  const reply = await card('5123 4567 8901 2346')
  expect(reply.status).toBe(303)
  const url = new URL(reply.body)
  expect(url.origin + url.pathname).toBe('https://shop.example/return')
  const [paid] = transactions()
  expect(url.searchParams.get('success')).toBe('true')
  expect(url.searchParams.get('order')).toBe(String(intention.intention_order_id))
  const obj = (await m.ask('GET', `/api/acceptance/transactions/${paid!.id}`)).body
  expect(url.searchParams.get('hmac')).toBe(transactionHmac(SECRET, obj))
  expect((await open('&lang=en')).text).toContain('Back to')
})

test('pressing twice pays once', async () => {
  await Promise.all([card('5123456789012346'), card('5123456789012346')])
  expect(transactions()).toHaveLength(1)
})

test('Arabic digits are digits', async () => {
  expect((await card('٥١٢٣٤٥٦٧٨٩٠١٢٣٤٦', { month: '١٢', year: '٢٠٣٩', cvc: '١٢٣' })).status).toBe(303)
  expect(transactions()[0]!.success).toBe(true)
})

test('a decline stays here, says why, and another card pays', async () => {
  const reply = await card('4000000000009995')
  expect(reply.body).toMatch(/^\/unifiedcheckout\//)
  expect((await open('&lang=en')).text).toContain('not enough money')
  await card('5123456789012346')
  expect(transactions().map((it) => it.success)).toEqual([false, true])
})

test('a card past its date is declined', async () => {
  await card('5123456789012346', { year: '2020' })
  expect(transactions()[0]!.code).toBe('EXPIRED_CARD')
})

test.each([
  ['number', { number: '4111 1111 1111 1112' }],
  ['month', { month: '13' }],
  ['year', { year: '39' }],
  ['cvc', { cvc: '1' }],
])('a wrong %s is said on the page, and nothing is charged', async (_, more) => {
  const reply = await card('5123456789012346', more)
  expect(reply.status).toBe(422)
  expect(reply.text).toContain('role="alert"')
  expect(transactions()).toEqual([])
})

describe('a card that asks for a code', () => {
  test('confirmed: paid, and kept when that was wished', async () => {
    const page = await card('4000000000003220', { save: 'yes' })
    expect([page.status, transactions().length]).toEqual([200, 0])
    expect(page.text).toContain('one-time-code')
    await press('code', { number: '4000000000003220', save: 'yes', code: '123456', act: 'confirm' })
    expect(transactions()[0]).toMatchObject({ success: true, is_3d_secure: true })
    expect(m.paymob.control.state().cards).toHaveLength(1)
  })

  test('refused: declined, and the page is open again', async () => {
    await press('code', { number: '4000000000003220', act: 'refuse' })
    expect(transactions()[0]).toMatchObject({ success: false, code: 'AUTHENTICATION_FAILED' })
    expect((await open('&lang=en')).text).toContain('was not confirmed')
  })
})

test('a wallet waits for the phone, and is decided here', async () => {
  await press('pay', { method: 'wallet', wallet: '0100 123 4567' })
  const [waiting] = transactions()
  expect(waiting!.pending).toBe(true)
  expect((await open('&lang=en')).text).toContain('Waiting for your answer')
  await card('5123456789012346')
  expect(transactions()).toHaveLength(1)
  const reply = await press('decide', { transaction: waiting!.id, act: 'approve' })
  expect(reply.body).toContain('success=true')
  expect(transactions()[0]).toMatchObject({ pending: false, success: true })
  expect((await press('pay', { method: 'wallet', wallet: '12' })).status).toBe(303)
})

test('a number that no wallet has is said on the page', async () => {
  expect((await press('pay', { method: 'wallet', wallet: '12' })).status).toBe(422)
})

test('its time is over: nothing can be paid', async () => {
  const short = await m.intention({ expiration: 60 })
  m.paymob.control.clock({ offset_ms: 61_000 })
  expect((await send(`${m.page(short)}&lang=en`, 'GET', undefined, {})).text).toContain('is over')
  const url = new URL(m.page(short))
  url.pathname += 'pay'
  await send(
    url.href,
    'POST',
    new URLSearchParams({ number: '5123456789012346', month: '1', year: '2039', cvc: '123' }),
    {},
  )
  expect(transactions()).toEqual([])
})

test('a public key of the other kind, or an unknown secret: 404', async () => {
  for (const query of [
    `publicKey=egy_pk_live_example&clientSecret=${intention.client_secret}`,
    'publicKey=egy_pk_test_example&clientSecret=x',
  ])
    expect((await send(`${m.paymob.url}/unifiedcheckout/?${query}`, 'GET', undefined, {})).status).toBe(404)
})

describe('the control page', () => {
  const control = (path: string, fields: Record<string, string>, headers = {}) =>
    send(`${m.paymob.url}/_control${path}`, 'POST', new URLSearchParams(fields), headers)

  test('pays, refunds, shows; a form comes back to it', async () => {
    const reply = await control('/pay', { order: String(intention.intention_order_id), save: 'true' })
    expect([reply.status, reply.body]).toEqual([303, '/_control'])
    await control('/refund', { transaction: transactions()[0]!.id, amount_cents: '500' })
    expect(transactions()[0]!.refunded_amount_cents).toBe(500)
    const { text } = await send(`${m.paymob.url}/_control`, 'GET', undefined, {})
    for (const words of ['inv-1', 'xxxx-xxxx-xxxx-2346', 'refund of', 'Commit a fault']) expect(text).toContain(words)
  })

  test('another site cannot press its buttons', async () => {
    expect((await control('/reset', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })
})
