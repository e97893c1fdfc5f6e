import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { merchant, type Merchant } from './make.ts'

let m: Merchant
beforeEach(async () => {
  m = await merchant({ openingBalance: '100000', pageSize: 3 })
})
afterEach(() => m.close())

const control = () => m.wave.control
const DAY = 86_400_000
const balance = async () => (await m.call('GET', '/v1/balance')).body.amount
const search = async (reference: string) =>
  (await m.call('GET', `/v1/payouts/search?client_reference=${reference}`)).body.result

describe('a payout', () => {
  test('answers with its outcome, the fee on top', async () => {
    const reply = await m.payout({
      receive_amount: '15000',
      name: 'Awa Diop',
      client_reference: 'p-1',
      payment_reason: 'July',
    })
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      currency: 'XOF',
      receive_amount: '15000',
      fee: '150',
      mobile: '+221771234567',
      name: 'Awa Diop',
      status: 'succeeded',
      payout_error: null,
      client_reference: 'p-1',
      payment_reason: 'July',
    })
    expect(reply.body.id).toMatch(/^pt-/)
    expect((await m.call('GET', `/v1/payout/${reply.body.id}`)).body).toEqual(reply.body)
    expect(await search('p-1')).toEqual([reply.body])
    expect(await balance()).toBe('84850')
  })

  test('the same key and body give the first answer again and move nothing', async () => {
    const first = await m.payout({ client_reference: 'p-2' }, 'same')
    const again = await m.payout({ client_reference: 'p-2' }, 'same')
    expect(again).toEqual(first)
    expect(await search('p-2')).toHaveLength(1)
    expect(await balance()).toBe('98990')
  })

  test('the same key with another body is refused', async () => {
    await m.payout({ receive_amount: '1000' }, 'same')
    const other = await m.payout({ receive_amount: '2000' }, 'same')
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-mismatch'])
    const batch = await m.call('POST', '/v1/payout-batch', { payouts: [] }, { 'idempotency-key': 'same' })
    expect(batch.body.code).toBe('idempotency-mismatch')
    expect(await balance()).toBe('98990')
  })

  test('a refusal is remembered under its key too', async () => {
    const refused = await m.payout({ receive_amount: '100000' }, 'poor')
    expect([refused.status, refused.body.code]).toEqual([422, 'insufficient-funds'])
    control().emit({ type: 'merchant.payment_received', amount: '50000' })
    expect((await m.payout({ receive_amount: '100000' }, 'poor')).body).toEqual(refused.body)
    expect((await m.payout({ receive_amount: '100000' }, 'rich')).status).toBe(200)
  })

  test('needs a key', async () => {
    const reply = await m.call('POST', '/v1/payout', {
      currency: 'XOF',
      receive_amount: '1000',
      mobile: '+221771234567',
    })
    expect([reply.status, reply.body.code]).toEqual([400, 'request-validation-error'])
    expect(reply.body.message).toContain('Idempotency-Key')
  })

  test.each([
    [{ mobile: '+33612345678' }, 'country-mismatch'],
    [{ currency: 'EUR' }, 'currency-mismatch'],
    [{ mobile: '771234567' }, 'request-validation-error'],
    [{ receive_amount: 1000 }, 'request-validation-error'],
    [{ payment_reason: 'x'.repeat(41) }, 'request-validation-error'],
  ])('%o is refused as %s', async (fields, code) => {
    const reply = await m.payout(fields)
    expect([reply.status, reply.body.code]).toEqual([400, code])
  })

  test.each([
    ['minor', 'recipient-minor'],
    ['blocked', 'recipient-account-blocked'],
    ['inactive', 'recipient-account-inactive'],
  ])('a recipient who is %s is refused as %s', async (condition, code) => {
    control().recipient({ mobile: '+221770000001', condition })
    const reply = await m.payout({ mobile: '+221770000001' })
    expect([reply.status, reply.body.code]).toEqual([422, code])
  })

  test('a recipient over the limit is refused', async () => {
    control().recipient({ mobile: '+221770000001', limit: '500' })
    expect((await m.payout({ mobile: '+221770000001', receive_amount: '501' })).body.code).toBe(
      'recipient-limit-exceeded',
    )
    expect((await m.payout({ mobile: '+221770000001', receive_amount: '500' })).status).toBe(200)
  })

  test('payout-processing: answers processing, then succeeds on the simulated clock; the first answer stays', async () => {
    control().faults({ fault: 'payout-processing', after_ms: DAY })
    const first = await m.payout({}, 'slow')
    expect(first.body.status).toBe('processing')
    expect(await balance()).toBe('100000')
    control().clock({ offset_ms: DAY + 1_000 })
    expect(await balance()).toBe('98990')
    expect((await m.call('GET', `/v1/payout/${first.body.id}`)).body.status).toBe('succeeded')
    expect((await m.payout({}, 'slow')).body).toEqual(first.body)
  })

  test('payout-processing: money in processing cannot be spent twice, and comes back when it fails', async () => {
    control().faults({ fault: 'payout-processing', becomes: 'failed', after_ms: -1, code: 'recipient-account-blocked' })
    const slow = await m.payout({ receive_amount: '90000' })
    expect((await m.payout({ receive_amount: '20000' })).body.code).toBe('insufficient-funds')
    control().settle({ payout: slow.body.id, status: 'failed', code: 'recipient-account-blocked' })
    expect((await m.call('GET', `/v1/payout/${slow.body.id}`)).body).toMatchObject({
      status: 'failed',
      payout_error: { error_code: 'recipient-account-blocked', error_message: expect.any(String) },
    })
    expect((await m.payout({ receive_amount: '20000' })).status).toBe(200)
  })

  test('payout-refused: no payout is made', async () => {
    control().faults({ fault: 'payout-refused', code: 'recipient-limit-exceeded' })
    const reply = await m.payout({ client_reference: 'p-9' })
    expect([reply.status, reply.body.code]).toEqual([422, 'recipient-limit-exceeded'])
    expect(await search('p-9')).toEqual([])
  })
})

describe('a reversal', () => {
  test('within three days gives amount and fee back, once', async () => {
    const { body } = await m.payout({ receive_amount: '10000' })
    control().clock({ offset_ms: 3 * DAY - 60_000 })
    for (let time = 0; time < 2; time += 1) {
      const reply = await m.call('POST', `/v1/payout/${body.id}/reverse`)
      expect([reply.status, reply.text]).toEqual([200, ''])
    }
    expect(await balance()).toBe('100000')
    expect((await m.call('GET', `/v1/payout/${body.id}`)).body.status).toBe('reversed')
    const items = (await m.call('GET', '/v1/transactions')).body.items
    expect(items).toMatchObject([
      { transaction_type: 'api_payout_reversal', amount: '10100', fee: '-100', is_reversal: true },
    ])
  })

  test('after three days is refused', async () => {
    const { body } = await m.payout()
    control().clock({ offset_ms: 3 * DAY + 2_000 })
    const reply = await m.call('POST', `/v1/payout/${body.id}/reverse`)
    expect([reply.status, reply.body.code]).toEqual([422, 'payout-reversal-time-limit-exceeded'])
    expect(await balance()).toBe('98990')
  })

  test('is refused by a terminated account, by a fault, while processing, and for the unknown', async () => {
    const reverse = async (id: string) => (await m.call('POST', `/v1/payout/${id}/reverse`)).body?.code
    const { body } = await m.payout({ mobile: '+221770000001' })
    control().recipient({ mobile: '+221770000001', condition: 'terminated' })
    expect(await reverse(body.id)).toBe('payout-reversal-account-terminated')
    control().recipient({ mobile: '+221770000001' })
    control().faults({ fault: 'reversal-refused', code: 'insufficient-funds' })
    expect(await reverse(body.id)).toBe('insufficient-funds')
    control().faults({ fault: 'payout-processing', after_ms: -1 })
    expect(await reverse((await m.payout()).body.id)).toBe('conflict')
    expect(await reverse('pt-unknown')).toBe('not-found')
  })
})

describe('a batch', () => {
  const item = (fields: Record<string, unknown> = {}) => ({
    currency: 'XOF',
    receive_amount: '1000',
    mobile: '+221771234567',
    ...fields,
  })
  const post = (payouts: unknown, key = 'batch') =>
    m.call('POST', '/v1/payout-batch', { payouts }, { 'idempotency-key': key })

  test('is processed a moment later, each payout for itself', async () => {
    control().recipient({ mobile: '+221770000001', condition: 'blocked' })
    const { body } = await post([item(), item({ mobile: '+221770000001' }), item({ receive_amount: '200000' })])
    expect(body.id).toMatch(/^pb-/)
    const before = (await m.call('GET', `/v1/payout-batch/${body.id}`)).body
    expect(before.status).toBe('processing')
    expect(before.payouts.map((it: any) => it.status)).toEqual(['processing', 'processing', 'processing'])
    control().clock({ offset_ms: 2_000 })
    const after = (await m.call('GET', `/v1/payouts-batch/${body.id}`)).body
    expect(after.status).toBe('complete')
    expect(after.payouts.map((it: any) => it.payout_error?.error_code ?? it.status)).toEqual([
      'succeeded',
      'recipient-account-blocked',
      'insufficient-funds',
    ])
    expect(await balance()).toBe('98990')
    expect((await m.call('GET', '/v1/transactions')).body.items ?? []).toMatchObject([{ batch_id: body.id }])
  })

  test('is refused as a whole when one item is malformed, naming it', async () => {
    const reply = await post([item(), { currency: 'XOF', receive_amount: '1' }])
    expect(reply.body).toMatchObject({
      code: 'request-validation-error',
      details: [{ loc: ['payouts', 1, 'mobile'], msg: 'field required' }],
    })
    expect((await post([])).status).toBe(400)
  })

  test('repeats its answer under the same key', async () => {
    expect((await post([item()])).body).toEqual((await post([item()])).body)
    expect(control().state().payouts).toHaveLength(1)
  })

  test('the total of a batch cannot exceed the wallet', async () => {
    const { body } = await post([item({ receive_amount: '60000' }), item({ receive_amount: '60000' })])
    control().clock({ offset_ms: 2_000 })
    const { payouts } = (await m.call('GET', `/v1/payout-batch/${body.id}`)).body
    expect(payouts.map((it: any) => it.status)).toEqual(['succeeded', 'failed'])
  })
})

test('a business payout goes to a business id', async () => {
  const body = { currency: 'XOF', receive_amount: '5000', recipient_id: 'M_partner', client_reference: 'b-1' }
  const reply = await m.call('POST', '/v1/b2b/payout', body, { 'idempotency-key': 'b' })
  expect(reply.body).toMatchObject({ recipient_id: 'M_partner', fee: '50', status: 'succeeded' })
  expect(reply.body.id).toMatch(/^b2b-/)
  expect((await m.call('GET', `/v1/b2b/payout/${reply.body.id}`)).body).toEqual(reply.body)
  expect((await m.call('GET', `/v1/payout/${reply.body.id}`)).status).toBe(404)
  expect((await m.call('GET', '/v1/transactions')).body.items[0].transaction_type).toBe('b2b_payment')
})

describe('verifying a recipient', () => {
  const verify = (fields: Record<string, unknown>) =>
    m.call('POST', '/v1/verify_recipient/', { mobile: '+221770000001', ...fields })

  test('compares name and national id with the account', async () => {
    control().recipient({ mobile: '+221770000001', name: 'Ndèye Fall', national_id: '1751 1979', limit: '50000' })
    expect((await verify({ name: 'fall ndeye', amount: '50000' })).body).toEqual({
      within_limits: true,
      name_match: 'MATCH',
      national_id_match: null,
    })
    expect((await verify({ name: 'Awa Diop', national_id: '17511979', amount: '50001' })).body).toEqual({
      within_limits: false,
      name_match: 'NO_MATCH',
      national_id_match: 'MATCH',
    })
    expect((await verify({ mobile: '+221770000009', name: 'Awa', national_id: '1' })).body).toMatchObject({
      name_match: 'NAME_NOT_KNOWN',
      national_id_match: 'ID_NOT_KNOWN',
    })
  })

  test('is limited to 30 in five minutes for one number, then blocked for an hour', async () => {
    for (let time = 0; time < 30; time += 1) expect((await verify({ name: 'x' })).status).toBe(200)
    expect((await verify({ name: 'x' })).status).toBe(429)
    control().clock({ offset_ms: 30 * 60_000 })
    expect((await verify({ name: 'x' })).status).toBe(429)
    expect((await verify({ mobile: '+221770000002', name: 'x' })).status).toBe(200)
    control().clock({ offset_ms: 61 * 60_000 })
    expect((await verify({ name: 'x' })).status).toBe(200)
  })
})

describe('the list of a day', () => {
  const list = async (query: string) => (await m.call('GET', `/v1/transactions${query}`)).body
  const today = () => control().state().now.slice(0, 10)

  test('is walked by cursor, net amounts adding up to the balance', async () => {
    for (const amount of ['1000', '2500', '333', '90000']) {
      const { id } = await m.session({ amount })
      control().pay({ session: id })
    }
    await m.payout({ receive_amount: '4000' })
    const first = await list(`?date=${today()}`)
    expect(first.items).toHaveLength(3)
    expect(first.items[0]).toMatchObject({
      transaction_type: 'api_checkout',
      amount: '990',
      fee: '10',
      balance: '100990',
    })
    expect(first.page_info).toEqual({ start_cursor: null, end_cursor: expect.any(String), has_next_page: true })
    const second = await list(`?date=${today()}&after=${first.page_info.end_cursor}`)
    expect(second.page_info.has_next_page).toBe(false)
    const items = [...first.items, ...second.items]
    expect(items.map((it: any) => it.amount)).toEqual(['990', '2475', '329', '89100', '-4040'])
    const sum = items.reduce((total: number, it: any) => total + Number(it.amount), 100_000)
    expect(await balance()).toBe(String(sum))
    expect(items.at(-1).balance).toBe(String(sum))
    const rest = await list(`?date=${today()}&after=${second.page_info.end_cursor}`)
    expect([rest.items, rest.page_info.has_next_page]).toEqual([[], false])
  })

  test('holds one calendar day only', async () => {
    control().emit({ type: 'merchant.payment_received', amount: '1000' })
    const day = today()
    control().clock({ offset_ms: DAY })
    control().emit({ type: 'merchant.payment_received', amount: '2000' })
    expect((await list(`?date=${day}`)).items.map((it: any) => it.amount)).toEqual(['990'])
    expect((await list(`?date=${today()}`)).items.map((it: any) => it.amount)).toEqual(['1980'])
    expect((await list('?date=2020-01-01')).items).toEqual([])
  })

  test.each(['?date=2026-02-30', '?date=yesterday', '?after=bogus'])('%s is refused', async (query) => {
    expect((await m.call('GET', `/v1/transactions${query}`)).status).toBe(400)
  })

  test('shows nothing the real list does not have', async () => {
    await m.payout()
    const [item] = (await list('')).items
    expect(Object.keys(item)).not.toContain('payout_id')
    expect(Object.keys(item)).not.toContain('reverses')
  })
})
