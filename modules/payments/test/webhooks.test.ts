import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../../kernel/ids.ts'
import type { Actor } from '../../../kernel/context.ts'
import { openCheckout } from '../api.ts'
import { paymentIds } from '../rules.ts'
import { codes, house, OWNER, SECRET, staff, type House } from './make.ts'

let h: House
const actors = new Map<string, (t: House['t']) => Actor>([
  ['viewer', (t) => staff(t, 'payments.view')],
  ['replayer', (t) => staff(t, 'payments.view', 'payments.replay')],
  ['nobody', (t) => staff(t)],
])
beforeAll(async () => {
  h = await house({ authenticate: async (_ctx, _tx, token) => actors.get(token)?.(h.t) })
})
afterAll(() => h.close())
afterEach(() => {
  h.wave.control.clearFaults()
  h.heard.length = 0
})

const headers = (raw: string, { secret = SECRET, age = 0 } = {}) => {
  const t = Math.floor(h.t.clock.now().epochMilliseconds / 1000) - age
  return {
    'content-type': 'application/json',
    'wave-signature': `t=${t},v1=${createHmac('sha256', secret).update(`${t}${raw}`).digest('hex')}`,
  }
}
const deliver = (event: unknown, options?: { secret?: string; age?: number }) => {
  const raw = typeof event === 'string' ? event : JSON.stringify(event)
  return h.t.call('POST', '/webhooks/wave', { body: raw, headers: headers(raw, options) })
}
const stored = async (eventId: string) =>
  h.t.asOwner(
    async (client) =>
      (
        await client.query(
          'select status, outcome, attempts, body, next_attempt_at from payments.webhook_event where event_id = $1',
          [eventId],
        )
      ).rows[0],
  )
const completed = (id: string, session: Record<string, unknown>) => ({
  id,
  type: 'checkout.session.completed',
  data: {
    id: 'cos-none', amount: '25000', currency: 'XOF', checkout_status: 'complete', payment_status: 'succeeded',
    client_reference: null, transaction_id: 'T_1', when_completed: null, ...session,
  },
}) // prettier-ignore

test.each(['signature', 'dot', 'old-timestamp', 'tampered-body', 'other-secret', 'unsigned'])(
  'a forgery (%s) arrives before the genuine event: 401, then 200; paid once',
  async (variant) => {
    const payment = await h.opened()
    h.wave.control.faults({ fault: 'forge', variant })
    h.wave.control.pay({ session: payment.session_ref! })
    await h.settle()
    const event = h.wave.control.state().events.findLast((it) => it.subject === payment.session_ref)!
    expect(event.deliveries.map((it) => it.status)).toEqual([401, 200])
    expect((await h.payment(payment.id)).state).toBe('succeeded')
    expect(await h.unapplied(payment)).toBe(25_000n)
  },
)

test('a refused signature is counted and leaves nothing behind', async () => {
  const answer = await deliver(completed('EV_forged', {}), { secret: 'wave_sn_WHS_of_somebody_else' })
  expect([answer.status, answer.json.code]).toEqual([401, 'payments.bad_signature'])
  expect(await stored('EV_forged')).toBeUndefined()
  expect((await h.t.call('GET', '/metrics')).text).toMatch(/refusals_total\{code="payments.bad_signature"[^}]*\} [1-9]/)
})

test('an event older than the window is refused', async () => {
  expect((await deliver(completed('EV_old', {}), { age: 301 })).status).toBe(401)
  expect((await deliver(completed('EV_young', {}), { age: 299 })).status).toBe(200)
})

test.each([
  '',
  'no json',
  '[]',
  'null',
  '{}',
  '{"id":"EV_1"}',
  '{"id":1,"type":"x","data":{}}',
  '{"id":"EV_2","type":"checkout.session.completed"}',
])('signed but malformed: 400 (%s)', async (raw) => {
  const answer = await deliver(raw)
  expect([answer.status, answer.json.code]).toEqual([400, 'payments.malformed_event'])
})

test('the same event again is answered 200 and does nothing', async () => {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'duplicate', copies: 4, together: true })
  h.wave.control.pay({ session: payment.session_ref! })
  await h.settle()
  const event = h.wave.control.state().events.findLast((it) => it.subject === payment.session_ref)!
  h.wave.control.redeliver({ event: event.id })
  await h.settle()
  const after = h.wave.control.state().events.find((it) => it.id === event.id)!
  expect(after.deliveries.map((it) => it.status)).toEqual(Array.from({ length: 6 }, () => 200))
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
})

test('kinds of events we do not use are kept and ignored', async () => {
  for (const type of ['test.test_event', 'merchant.payment_received', 'b2b.payment_received', 'something.new']) {
    expect((await deliver({ id: `EV_${type}`, type, data: { id: 'x', amount: '5' } })).status).toBe(200)
    await h.t.drain()
    expect(await stored(`EV_${type}`)).toMatchObject({ status: 'ignored', outcome: 'unused_type' })
  }
})

test('the body is kept sealed', async () => {
  await deliver(completed('EV_sealed', { restrict_payer_mobile: '+221779998877' }))
  const { body } = await stored('EV_sealed')
  expect((body as Buffer).toString('latin1')).not.toContain('779998877')
})

test('an event of an unknown payment waits, and finds it when it appears', async () => {
  const reference = uuidV7(h.t.clock)
  await deliver(completed('EV_early', { id: 'cos-early', client_reference: paymentIds.wire(reference) }))
  await h.t.drain()
  expect(await stored('EV_early')).toMatchObject({ status: 'unmatched' })
  const health = (await h.t.call('GET', '/health/checks')).json.checks.find((it: { module: string }) => it.module === 'payments') // prettier-ignore
  expect(health.detail).toMatch(/[1-9]\d* unmatched/)
  const payment = await h.charge(25_000n, { id: reference })
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'succeeded', session_ref: 'cos-early' })
  expect(await stored('EV_early')).toMatchObject({ status: 'processed', outcome: 'succeed', next_attempt_at: null })
})

test('after three days an event without a payment is left for people', async () => {
  await deliver(completed('EV_stray', { id: 'cos-stray' }))
  await h.t.drain()
  h.advance({ days: 3, minutes: 1 })
  await h.t.runCron()
  expect(await stored('EV_stray')).toMatchObject({ status: 'unmatched', next_attempt_at: null })
})

test('two events contradict each other: the first stands, the second is disputed', async () => {
  const payment = await h.opened()
  const about = { id: payment.session_ref!, client_reference: paymentIds.wire(payment.id) }
  await deliver(completed('EV_first', about))
  await deliver(completed('EV_second', { ...about, amount: '250000' }))
  await h.t.drain()
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(await stored('EV_second')).toMatchObject({ status: 'disputed', outcome: 'contradiction' })
})

test('an amount that is none is disputed and moves no money', async () => {
  for (const amount of ['1e3', '-5', '0', '25000.00', 25000, null]) {
    const payment = await h.opened()
    await deliver(completed(`EV_amount_${amount}`, { id: payment.session_ref!, amount }))
    await h.t.drain()
    expect((await h.payment(payment.id)).state).toBe('disputed')
    expect(await h.unapplied(payment)).toBe(0n)
  }
})

test('a rotated secret: both are accepted while both are known', async () => {
  const other = await house({ env: { WAVE_WEBHOOK_SECRET: `${SECRET}, wave_sn_WHS_the_next_one` } })
  try {
    other.wave.control.webhook({ secret: 'wave_sn_WHS_the_next_one' })
    const payment = await other.opened()
    other.wave.control.pay({ session: payment.session_ref! })
    await other.settle()
    expect((await other.payment(payment.id)).state).toBe('succeeded')
  } finally {
    await other.close()
  }
})

test('bearer mode: the secret itself proves where it comes from', async () => {
  const other = await house({ env: { WAVE_WEBHOOK_MODE: 'bearer' }, wave: { webhookMode: 'shared-secret' } })
  try {
    const payment = await other.opened()
    other.wave.control.faults({ fault: 'forge', variant: 'other-secret' })
    other.wave.control.pay({ session: payment.session_ref! })
    await other.settle()
    const event = other.wave.control.state().events.at(-1)!
    expect(event.deliveries.map((it) => it.status)).toEqual([401, 200])
    expect((await other.payment(payment.id)).state).toBe('succeeded')
  } finally {
    await other.close()
  }
})

test('staff list, read and replay; others may not', async () => {
  const payment = await h.opened()
  h.wave.control.pay({ session: payment.session_ref! })
  await h.settle()
  const id = paymentIds.wire(payment.id)
  expect((await h.t.call('GET', '/payments')).status).toBe(401)
  expect((await h.t.call('GET', '/payments', { token: 'nobody' })).status).toBe(403)
  const one = (await h.t.call('GET', `/payments/${id}`, { token: 'viewer' })).json
  expect(one).toMatchObject({ id, state: 'succeeded', amount_minor: '25000', receipts: [{ status: 'applied' }] })
  expect(one.timeline.map((it: { code: string }) => it.code)).toContain('succeeded')
  expect((await h.t.call('GET', `/payments/${paymentIds.wire(OWNER)}`, { token: 'viewer' })).status).toBe(404)

  const eventId = one.events[0].event_id as string
  const replay = (token: string) =>
    h.t.call('POST', `/webhook-events/${eventId}/replay`, { token, body: { reason: 'a donor asks' } })
  expect((await replay('viewer')).status).toBe(403)
  h.heard.length = 0
  const answer = await replay('replayer')
  expect([answer.status, answer.json.status]).toEqual([200, 'received'])
  await h.t.drain()
  expect(await stored(eventId)).toMatchObject({ status: 'processed', outcome: 'repeat' })
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(h.heard).toEqual([])
  const trail = await h.t.asOwner((client) => client.query("select reason from audit.record where action = 'payments.event_replayed'")) // prettier-ignore
  expect(trail.rows).toEqual([{ reason: 'a donor asks' }])
  expect((await h.t.call('POST', '/webhook-events/EV_none/replay', { token: 'replayer', body: { reason: 'why not' } })).status).toBe(404) // prettier-ignore
})

test('lists are filtered and paged without gaps', async () => {
  const reference = uuidV7(h.t.clock)
  const made: string[] = []
  for (let i = 0; i < 5; i++) made.push((await h.charge(1000n + BigInt(i), { reference })).id)
  await openCheckout(h.t.ctx(), h.transact, made[0]!)
  const seen: string[] = []
  for (let cursor = ''; ;) {
    const page = (await h.t.call('GET', `/payments?limit=2&reference=${reference}${cursor}`, { token: 'viewer' })).json
    seen.push(...page.items.map((it: { id: string }) => it.id))
    if (page.next_cursor === null) break
    cursor = `&cursor=${page.next_cursor}`
  }
  expect(seen.toSorted()).toEqual(made.map((id) => paymentIds.wire(id)).sort())
  const opened = (await h.t.call('GET', `/payments?state=opened&reference=${reference}`, { token: 'viewer' })).json
  expect(opened.items.map((it: { id: string }) => it.id)).toEqual([paymentIds.wire(made[0]!)])
  expect((await h.t.call('GET', '/payments?reference=1', { token: 'viewer' })).status).toBe(422)
  const unmatched = (await h.t.call('GET', '/webhook-events?status=unmatched&limit=1', { token: 'viewer' })).json
  expect(unmatched.items).toHaveLength(1)
  expect(unmatched.items[0].status).toBe('unmatched')
})

test('bodies are forgotten after 90 days, events after 400; a forgotten one cannot be replayed', async () => {
  await deliver(completed('EV_keep', { id: 'cos-keep' }))
  const { retention } = h.t.product.modules.find((it) => it.name === 'payments')!
  const [bodies, events] = retention.filter((it) => it.table === 'payments.webhook_event')
  const later = h.t.clock.now().add({ hours: 1 })
  await h.t.tx((tx) => bodies!.remove(h.t.ctx(), tx, later, []))
  expect((await stored('EV_keep')).body).toBeNull()
  const replay = await h.t.call('POST', '/webhook-events/EV_keep/replay', {
    token: 'replayer',
    body: { reason: 'try' },
  })
  expect(replay.json.code).toBe('payments.event_forgotten')
  await h.t.tx((tx) => events!.remove(h.t.ctx(), tx, later, []))
  expect(await stored('EV_keep')).toBeUndefined()
})
