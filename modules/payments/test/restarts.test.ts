/** The process dies between any two of its steps: every cut is made by hand here, and the house must come right by itself. */
import { createHmac } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Transact } from '../../../kernel/jobs/job.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { openCheckout, requestRefund, unappliedAccount } from '../api.ts'
import { errors } from '../errors.ts'
import { tryRefund } from '../refunds.ts'
import { paymentIds } from '../rules.ts'
import { processEvent, receiveWebhook } from '../webhooks.ts'
import { readEvent } from '../wave/adapter.ts'
import { codes, house, loseJobs, OWNER, SECRET, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
afterEach(() => {
  h.heard.length = 0
})

class Killed extends Error {}

/** Short transactions that end with the process at number `at`: before it begins, or just after its commit. */
function dyingTransact(at: number, when: 'before' | 'after'): Transact {
  let count = 0
  let dead = false
  return async (body) => {
    count += 1
    if (dead || (count === at && when === 'before')) {
      dead = true
      throw new Killed()
    }
    const result = await h.t.tx(body)
    if (count === at) {
      dead = true
      throw new Killed()
    }
    return result
  }
}

/** The event of a paid session, as the provider would send it. */
function eventOf(sessionRef: string, id = `EV_${uuidV7(h.t.clock)}`) {
  const { wave_launch_url: _, ...session } = h.wave.control.state().sessions.find((it) => it.id === sessionRef)!
  return { id, raw: Buffer.from(JSON.stringify({ id, type: 'checkout.session.completed', data: session })) }
}
async function paidSilently() {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'drop' })
  h.wave.control.pay({ session: payment.session_ref! })
  return { payment, ...eventOf(payment.session_ref!) }
}
async function expectPaidOnce(payment: { id: string; owner_id: string; currency: string }) {
  expect((await h.payment(payment.id)).state).toBe('succeeded')
  expect(await h.held(unappliedAccount(payment))).toBe(25_000n)
  expect(codes(h.heard.filter((it) => it.payload.payment_id === payment.id))).toEqual(['payments.charge_succeeded'])
}

test('killed before the event is stored: no 200 was given, the provider sends it again', async () => {
  const { payment, id, raw } = await paidSilently()
  await expect(
    h.t.tx(async (tx) => {
      await receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw)
      throw new Killed()
    }),
  ).rejects.toThrow(Killed)
  await h.t.drain()
  expect((await h.payment(payment.id)).state).toBe('opened')
  const t = Math.floor(h.t.clock.now().epochMilliseconds / 1000)
  const signature = `t=${t},v1=${createHmac('sha256', SECRET).update(`${t}${raw.toString()}`).digest('hex')}`
  const headers = { 'content-type': 'application/json', 'wave-signature': signature }
  expect((await h.t.call('POST', '/webhooks/wave', { body: raw, headers })).status).toBe(200)
  await h.t.drain()
  await expectPaidOnce(payment)
  expect(id).toMatch(/^EV_/)
})

test('killed before the event is stored, and it is never sent again: the poller asks', async () => {
  const { payment } = await paidSilently()
  h.advance({ minutes: 2 })
  await h.t.runCron()
  await expectPaidOnce(payment)
})

test('killed after the event was stored, the job lost with its worker: the sweep does it', async () => {
  const { payment, id, raw } = await paidSilently()
  await h.t.tx((tx) => receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw))
  await loseJobs(h.t)
  await h.t.drain()
  expect((await h.payment(payment.id)).state).toBe('opened')
  h.advance({ minutes: 2 })
  await h.t.runCron()
  await expectPaidOnce(payment)
  expect(await statusOf(id)).toBe('processed')
})

test('killed inside the second step, after money, state and event were written: none of it stands, the retry does it', async () => {
  const { payment, id, raw } = await paidSilently()
  await h.t.tx((tx) => receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw))
  await expect(
    h.t.tx(async (tx) => {
      await processEvent(h.t.ctx(), tx, id, 'wave')
      throw new Killed()
    }),
  ).rejects.toThrow(Killed)
  expect((await h.payment(payment.id)).state).toBe('opened')
  expect(await h.held(unappliedAccount(payment))).toBe(0n)
  await h.t.drain()
  await expectPaidOnce(payment)
})

test('killed after the second step, before the worker noted that the job is done: doing it again does nothing', async () => {
  const { payment, id, raw } = await paidSilently()
  await h.t.tx((tx) => receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw))
  await h.t.tx((tx) => processEvent(h.t.ctx(), tx, id, 'wave'))
  await h.t.drain()
  await expectPaidOnce(payment)
  expect(await outcomeOf(id)).toBe('succeed')
})

test('the poller and the webhook bring the same news: once', async () => {
  const { payment, id, raw } = await paidSilently()
  await h.t.tx((tx) => receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw))
  h.advance({ minutes: 2 })
  await Promise.all([h.t.runCron(), h.t.tx((tx) => processEvent(h.t.ctx(), tx, id, 'wave'))])
  await h.t.drain()
  await expectPaidOnce(payment)
})

test('killed between wish and session, or between session and its record: the retry ends with one session', async () => {
  for (const [at, when, sessions] of [
    [1, 'before', 0],
    [1, 'after', 0],
    [2, 'before', 1],
    [2, 'after', 1],
  ] as const) {
    const payment = await h.charge()
    await expect(openCheckout(h.t.ctx(), dyingTransact(at, when), payment.id)).rejects.toThrow(Killed)
    expect(sessionsOf(payment.id)).toHaveLength(sessions)
    if (at === 1 && when === 'after')
      await expect(openCheckout(h.t.ctx(), h.transact, payment.id)).rejects.toMatchObject({ kind: errors.being_opened })
    h.advance({ minutes: 1 })
    const { launch_url } = await openCheckout(h.t.ctx(), h.transact, payment.id)
    expect(sessionsOf(payment.id)).toHaveLength(1)
    expect(launch_url).toContain(sessionsOf(payment.id)[0]!.id)
  }
})

test('killed between session and its record, and nobody retries: the poller learns of it', async () => {
  const payment = await h.charge()
  await expect(openCheckout(h.t.ctx(), dyingTransact(2, 'before'), payment.id)).rejects.toThrow(Killed)
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect(await h.payment(payment.id)).toMatchObject({ state: 'opened', session_ref: sessionsOf(payment.id)[0]!.id })
})

test('killed at each step of a refund: given back exactly once', async () => {
  for (const [at, when] of [
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const) {
    const { payment, raw } = await paidSilently()
    await h.t.tx((tx) => receiveWebhook(h.t.ctx(), tx, readEvent(raw)!, raw))
    await h.t.drain()
    const before = await h.atProvider()
    const id = uuidV7(h.t.clock)
    const request = { id, owner: OWNER, payment_id: payment.id, from: unappliedAccount(payment), reason: 'asked' }
    await h.t.tx((tx) => requestRefund(h.t.ctx(), tx, request))
    await loseJobs(h.t)
    await expect(tryRefund(h.t.ctx(), dyingTransact(at, when), OWNER, id)).rejects.toThrow(Killed)
    h.advance({ minutes: 5 })
    await h.t.runCron()
    expect((await h.atProvider()) - before).toBe(-25_000n)
    expect(codes(h.heard.filter((it) => it.payload.refund_id === id))).toEqual(['payments.refund_succeeded'])
    const back = h.wave.control.state().transactions.filter((it) => it.is_reversal && it.checkout_api_session_id === payment.session_ref) // prettier-ignore
    expect(back).toHaveLength(1)
  }
})

function sessionsOf(id: string) {
  return h.wave.control.state().sessions.filter((it) => it.client_reference === paymentIds.wire(id))
}
async function outcomeOf(eventId: string): Promise<string> {
  const found = await h.t.asOwner((client) =>
    client.query('select outcome from payments.webhook_event where event_id = $1', [eventId]),
  )
  return found.rows[0].outcome as string
}
async function statusOf(eventId: string): Promise<string> {
  const found = await h.t.asOwner((client) => client.query('select status from payments.webhook_event where event_id = $1', [eventId])) // prettier-ignore
  return found.rows[0].status as string
}
