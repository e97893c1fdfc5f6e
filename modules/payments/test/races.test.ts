import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCheckout } from '../api.ts'
import { errors } from '../errors.ts'
import { paymentIds } from '../rules.ts'
import { pollPayments } from '../polling.ts'
import { processEvent, receiveWebhook } from '../webhooks.ts'
import { readEvent } from '../wave/adapter.ts'
import { codes, house, SECRET, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

const TEN = Array.from({ length: 10 })
const eventOf = (sessionRef: string, id: string) => {
  const session = h.wave.control.state().sessions.find((it) => it.id === sessionRef)!
  return Buffer.from(JSON.stringify({ id, type: 'checkout.session.completed', data: session }))
}
async function paidSilently() {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'drop' })
  h.wave.control.pay({ session: payment.session_ref! })
  h.heard.length = 0
  return payment
}

test('ten deliveries of one event at once: ten times 200, one row, one effect', async () => {
  const payment = await paidSilently()
  const raw = eventOf(payment.session_ref!, 'EV_ten')
  const t = Math.floor(h.t.clock.now().epochMilliseconds / 1000)
  const v1 = createHmac('sha256', SECRET).update(`${t}${raw.toString()}`).digest('hex')
  const headers = { 'content-type': 'application/json', 'wave-signature': `t=${t},v1=${v1}` }
  const answers = await Promise.all(TEN.map(() => h.t.call('POST', '/webhooks/wave', { body: raw, headers })))
  expect(answers.map((it) => it.status)).toEqual(TEN.map(() => 200))
  const queued = await h.t.asApp((client) =>
    client.query("select count(1)::int as n from job_queue.job where task = 'payments.apply_event'"),
  )
  expect(queued.rows[0].n).toBe(1)
  await h.t.drain()
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
})

test('ten workers on one event, and the poller besides: one effect', async () => {
  const payment = await paidSilently()
  const raw = eventOf(payment.session_ref!, 'EV_workers')
  await h.t.tx((tx) => receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw))
  h.advance({ minutes: 2 })
  await Promise.all([
    ...TEN.map(() => h.t.tx((tx) => processEvent(h.t.ctx(), tx, 'EV_workers', 'wave'))),
    pollPayments(h.t.ctx(), h.transact),
  ])
  await h.t.drain()
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
})

test('ten different events of one session at once: one effect', async () => {
  const payment = await paidSilently()
  for (const i of TEN.keys()) {
    const raw = eventOf(payment.session_ref!, `EV_different_${i}`)
    await h.t.tx((tx) => receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw))
  }
  await Promise.all(
    [...TEN.keys()].map((i) => h.t.tx((tx) => processEvent(h.t.ctx(), tx, `EV_different_${i}`, 'wave'))),
  )
  await h.t.drain()
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(codes(h.heard)).toEqual(['payments.charge_succeeded'])
})

test('while one click waits for the provider the others are asked to wait; then one session is made', async () => {
  const payment = await h.charge()
  h.wave.control.faults({ fault: 'timeout', on: 'checkout.create', when: 'before', ms: 1500 })
  const first = openCheckout(h.t.ctx(), h.transact, payment.id)
  const lost = expect(first).rejects.toMatchObject({ outcomeUnknown: true })
  while ((await h.payment(payment.id)).open_attempts === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  const others = await Promise.allSettled(TEN.map(() => openCheckout(h.t.ctx(), h.transact, payment.id)))
  for (const it of others) expect(it).toMatchObject({ status: 'rejected', reason: { kind: errors.being_opened } })
  await lost
  await openCheckout(h.t.ctx(), h.transact, payment.id)
  expect(sessionsOf(payment.id)).toHaveLength(1)
})

test('ten clicks on "pay": one session at the provider; whoever comes in between is asked to wait', async () => {
  const payment = await h.charge()
  const clicks = await Promise.allSettled(TEN.map(() => openCheckout(h.t.ctx(), h.transact, payment.id)))
  expect(sessionsOf(payment.id)).toHaveLength(1)
  expect(clicks.some((it) => it.status === 'fulfilled')).toBe(true)
  for (const it of clicks) if (it.status === 'rejected') expect(it.reason).toMatchObject({ kind: errors.being_opened })
})

function sessionsOf(id: string) {
  return h.wave.control.state().sessions.filter((it) => it.client_reference === paymentIds.wire(id))
}
