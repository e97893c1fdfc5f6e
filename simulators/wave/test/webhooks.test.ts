import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { until } from '../../test/make.ts'
import { merchant, SECRET, type Merchant, type Received } from './make.ts'

let m: Merchant
beforeEach(async () => {
  m = await merchant()
})
afterEach(() => m.close())

const control = () => m.wave.control

async function paid(fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = await m.session(fields)
  control().pay({ session: id })
  return id
}

/** Verifies as a receiver must, independently of the simulator's code. */
function genuine({ headers, raw }: Received, secret = SECRET): boolean {
  const [t, ...v1] = String(headers['wave-signature'] ?? '').split(',')
  const mac = createHmac('sha256', secret)
  mac.update(`${t?.slice(2)}${raw}`)
  return v1.includes(`v1=${mac.digest('hex')}`)
}

const ageOf = ({ headers }: Received): number =>
  Date.now() / 1000 - Number(/t=(\d+)/.exec(String(headers['wave-signature']))?.[1])
const statusOf = (index = 0) => control().state().events[index]!.status

describe('delivery', () => {
  test('an event has the envelope, is signed over its raw bytes, and is logged', async () => {
    const id = await paid()
    await control().idle()
    const [received] = m.hook.received
    expect(received!.event).toMatchObject({ type: 'checkout.session.completed', data: { id, amount: '25000' } })
    expect(received!.event.id).toMatch(/^EV_/)
    expect(genuine(received!)).toBe(true)
    expect(ageOf(received!)).toBeLessThan(5)
    expect(control().state().events[0]).toMatchObject({
      status: 'delivered',
      deliveries: [{ kind: 'first', status: 200, error: null }],
    })
  })

  test('a refused delivery is retried on schedule with the same bytes until it is accepted', async () => {
    m.hook.answers.push(500, 302)
    await paid()
    await until(() => statusOf() === 'delivered')
    expect(m.hook.received).toHaveLength(3)
    expect(new Set(m.hook.received.map((it) => it.raw)).size).toBe(1)
    expect(m.hook.received.every((it) => genuine(it))).toBe(true)
  })

  test('a delivery is given up when the schedule ends', async () => {
    m.hook.answers.push(500, 500, 500, 500, 500)
    await paid()
    await until(() => statusOf() === 'abandoned')
    expect(m.hook.received).toHaveLength(4)
  })

  test('a receiver that does not answer within the budget counts as failed', async () => {
    const slow = await merchant({ deliveryBudgetMs: 60 })
    slow.hook.answers.push(null)
    const { id } = await slow.session()
    slow.wave.control.pay({ session: id })
    await until(() => slow.wave.control.state().events[0]!.status === 'delivered')
    expect(slow.wave.control.state().events[0]!.deliveries).toMatchObject([
      { status: null, error: 'no answer within 60 ms' },
      { kind: 'retry', status: 200 },
    ])
    await slow.close()
  })

  test('a rotation signs with both secrets', async () => {
    control().webhook({ rotating_secret: 'wave_sn_WHS_next' })
    await paid()
    await control().idle()
    expect(genuine(m.hook.received[0]!, SECRET)).toBe(true)
    expect(genuine(m.hook.received[0]!, 'wave_sn_WHS_next')).toBe(true)
    control().webhook({ secret: 'wave_sn_WHS_next', rotating_secret: null })
    await paid()
    await control().idle()
    expect(genuine(m.hook.received[1]!, SECRET)).toBe(false)
    expect(genuine(m.hook.received[1]!, 'wave_sn_WHS_next')).toBe(true)
  })

  test('the shared-secret mode sends a bearer token instead of a signature', async () => {
    control().webhook({ mode: 'shared-secret' })
    await paid()
    await control().idle()
    expect(m.hook.received[0]!.headers.authorization).toBe(`Bearer ${SECRET}`)
    expect(m.hook.received[0]!.headers['wave-signature']).toBeUndefined()
  })

  test('the simulated clock shows in signatures and in the objects', async () => {
    control().clock({ offset_ms: 40 * 86_400_000 })
    await paid()
    await control().idle()
    expect(ageOf(m.hook.received[0]!)).toBeLessThan(-39 * 86_400)
    expect(Date.parse(String(m.hook.received[0]!.event.data['when_created']))).toBeGreaterThan(
      Date.now() + 39 * 86_400_000,
    )
  })

  test('without a registered webhook the event waits to be redelivered by hand', async () => {
    control().webhook({ url: null })
    await paid()
    await control().idle()
    expect(statusOf()).toBe('unsent')
    control().webhook({ url: m.hook.url })
    control().redeliver({ event: control().state().events[0]!.id })
    await control().idle()
    expect(m.hook.received).toHaveLength(1)
    expect(statusOf()).toBe('delivered')
  })

  test.each(['merchant.payment_received', 'b2b.payment_received', 'b2b.payment_failed', 'test.test_event'])(
    'the event type %s can be announced',
    async (type) => {
      control().emit({ type, amount: '1000' })
      await control().idle()
      expect(m.hook.received[0]!.event.type).toBe(type)
    },
  )
})

describe('faults of delivery', () => {
  test('duplicate: the same event again, one after the other', async () => {
    control().faults({ fault: 'duplicate', copies: 2 })
    await paid()
    await control().idle()
    expect(m.hook.received).toHaveLength(3)
    expect(new Set(m.hook.received.map((it) => it.event.id)).size).toBe(1)
    await paid()
    await control().idle()
    expect(m.hook.received).toHaveLength(4)
  })

  test('duplicate, together: the copies leave before the first is answered', async () => {
    m.hook.answers.push(null, null, null)
    control().faults({ fault: 'duplicate', copies: 2, together: true })
    await paid()
    await until(() => m.hook.received.length === 3, 1_000)
  })

  test('delay: it leaves late', async () => {
    control().faults({ fault: 'delay', ms: 150 })
    const before = performance.now()
    await paid()
    await control().idle()
    expect(performance.now() - before).toBeGreaterThan(140)
    expect(m.hook.received).toHaveLength(1)
  })

  test('drop: it never arrives, although the money did', async () => {
    control().faults({ fault: 'drop' })
    const id = await paid()
    await control().idle()
    expect(m.hook.received).toHaveLength(0)
    expect(statusOf()).toBe('dropped')
    expect((await m.call('GET', `/v1/checkout/sessions/${id}`)).body.payment_status).toBe('succeeded')
  })

  test('reorder: it arrives after the next one', async () => {
    control().faults({ fault: 'reorder' })
    const { id } = await m.session()
    control().fail({ session: id })
    control().pay({ session: id })
    await until(() => m.hook.received.length === 2)
    expect(m.hook.received.map((it) => it.event.type)).toEqual([
      'checkout.session.completed',
      'checkout.session.payment_failed',
    ])
  })

  test('reorder: without a next one it is released by time or by hand', async () => {
    control().faults([{ fault: 'reorder', release_after_ms: 50 }])
    await paid()
    await until(() => m.hook.received.length === 1)
    control().faults({ fault: 'reorder' })
    await paid()
    expect(statusOf(1)).toBe('held')
    control().release()
    await until(() => m.hook.received.length === 2)
  })

  test.each(['signature', 'dot', 'tampered-body', 'other-secret', 'unsigned'])(
    'forge %s: a false one, then the true one',
    async (variant) => {
      control().faults({ fault: 'forge', variant })
      await paid()
      await control().idle()
      expect(m.hook.received.map((it) => genuine(it))).toEqual([false, true])
      expect(m.hook.received[0]!.event.id).toBe(m.hook.received[1]!.event.id)
    },
  )

  test('forge old-timestamp: well signed, an hour ago', async () => {
    control().faults({ fault: 'forge', variant: 'old-timestamp' })
    await paid()
    await control().idle()
    expect(m.hook.received.map((it) => genuine(it))).toEqual([true, true])
    expect(ageOf(m.hook.received[0]!)).toBeGreaterThan(3_500)
  })

  test('forge twice in one fault: one forgery for each of two events; two faults: two for one event', async () => {
    control().faults({ fault: 'forge', variant: 'dot', count: 2 })
    for (let time = 0; time < 2; time += 1) {
      await paid()
      await control().idle()
    }
    expect(m.hook.received.map((it) => genuine(it))).toEqual([false, true, false, true])
    control().faults([
      { fault: 'forge', variant: 'dot' },
      { fault: 'forge', variant: 'unsigned' },
    ])
    await paid()
    await control().idle()
    expect(m.hook.received.slice(4).map((it) => genuine(it))).toEqual([false, false, true])
  })

  test('forge and drop together: only the forgery arrives', async () => {
    control().faults([{ fault: 'forge', variant: 'dot' }, { fault: 'drop' }])
    await paid()
    await control().idle()
    expect(m.hook.received.map((it) => genuine(it))).toEqual([false])
  })

  test('wrong-amount and wrong-currency: the event lies, the session does not', async () => {
    control().faults([
      { fault: 'wrong-amount', amount: '1' },
      { fault: 'wrong-currency', currency: 'EUR' },
    ])
    const id = await paid()
    await control().idle()
    expect(genuine(m.hook.received[0]!)).toBe(true)
    expect(m.hook.received[0]!.event.data).toMatchObject({ amount: '1', currency: 'EUR' })
    expect((await m.call('GET', `/v1/checkout/sessions/${id}`)).body).toMatchObject({
      amount: '25000',
      currency: 'XOF',
    })
  })
})

describe('faults of payments and calls', () => {
  test('fail-payment: the next attempt is declined, the one after is not', async () => {
    control().faults({ fault: 'fail-payment', code: 'blocked-account' })
    const { id } = await m.session()
    expect(control().pay({ session: id })).toMatchObject({
      outcome: 'declined',
      session: { last_payment_error: { code: 'blocked-account' } },
    })
    expect(control().pay({ session: id }).outcome).toBe('paid')
  })

  test('a fault with a reference waits for its object', async () => {
    control().faults({ fault: 'drop', reference: 'gift-7' })
    await paid({ client_reference: 'gift-6' })
    await paid({ client_reference: 'gift-7' })
    await control().idle()
    expect(m.hook.received.map((it) => it.event.data['client_reference'])).toEqual(['gift-6'])
    expect(control().state().faults).toEqual([])
  })

  test('http-error after: the work is done and the answer says otherwise', async () => {
    control().faults({ fault: 'http-error', on: 'payout.create' })
    const first = await m.payout({ client_reference: 'p-1' }, 'key-a')
    expect([first.status, first.body.code]).toEqual([500, 'internal-server-error'])
    expect((await m.call('GET', '/v1/payouts/search?client_reference=p-1')).body.result).toHaveLength(1)
    expect((await m.payout({ client_reference: 'p-1' }, 'key-a')).body.status).toBe('succeeded')
    expect((await m.call('GET', '/v1/transactions')).body.items).toHaveLength(1)
  })

  test('http-error before: the work is not done', async () => {
    control().faults({ fault: 'http-error', on: 'payout.create', when: 'before', status: 429 })
    const reply = await m.payout({ client_reference: 'p-2' })
    expect([reply.status, reply.body.code]).toEqual([429, 'too-many-requests'])
    expect((await m.call('GET', '/v1/payouts/search?client_reference=p-2')).body.result).toEqual([])
  })

  test('http-error can wear any code', async () => {
    control().faults({ fault: 'http-error', status: 401, code: 'api-key-revoked', when: 'before' })
    expect((await m.call('GET', '/v1/balance')).body.code).toBe('api-key-revoked')
  })

  test('timeout: the line stays silent and breaks, the session exists', async () => {
    control().faults({ fault: 'timeout', on: 'checkout.create', ms: 30 })
    await expect(m.session({ client_reference: 'gift-9' })).rejects.toThrow('fetch failed')
    expect((await m.call('GET', '/v1/checkout/sessions/search?client_reference=gift-9')).body.result).toHaveLength(1)
  })

  test('a silent call does not keep the simulator from stopping', async () => {
    control().faults({ fault: 'timeout', on: 'balance.get', ms: 600_000 })
    const call = m.call('GET', '/v1/balance').catch((error: Error) => error.message)
    await until(() => control().state().faults.length === 0)
    await m.wave.close()
    expect(await call).toBe('fetch failed')
  })

  test('refund-refused: once, then it works', async () => {
    const id = await paid()
    control().faults({ fault: 'refund-refused' })
    const refused = await m.call('POST', `/v1/checkout/sessions/${id}/refund`)
    expect([refused.status, refused.body.code]).toEqual([400, 'checkout-refund-failed'])
    expect((await m.call('GET', `/v1/checkout/sessions/${id}`)).body.when_refunded).toBeNull()
    expect((await m.call('POST', `/v1/checkout/sessions/${id}/refund`)).status).toBe(200)
  })

  test('a fault strikes as often as told', async () => {
    control().faults({ fault: 'drop', count: 2 })
    for (let time = 0; time < 3; time += 1) await paid()
    await control().idle()
    expect(m.hook.received).toHaveLength(1)
  })
})
