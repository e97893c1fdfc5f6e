// Staff ask the provider again, look into an event and apply what got stuck; each act is on record and safe to repeat.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../../kernel/context.ts'
import { paymentIds } from '../rules.ts'
import { house, SECRET, staff, type House } from './make.ts'

let h: House
const actors = new Map<string, (t: House['t']) => Actor>([
  ['viewer', (t) => staff(t, 'payments.view')],
  ['cashier', (t) => staff(t, 'payments.view', 'payments.payer')],
  ['replayer', (t) => staff(t, 'payments.view', 'payments.replay')],
  ['nobody', (t) => staff(t)],
])
beforeAll(async () => {
  h = await house({ authenticate: async (_ctx, _tx, token) => actors.get(token)?.(h.t) })
})
afterAll(() => h.close())

const reason = 'the donor is on the line'
const acts = async (action: string) =>
  (await h.t.asOwner((client) => client.query('select after, reason from audit.record where action = $1', [action])))
    .rows
const deliver = (id: string, session: Record<string, unknown>) => {
  const raw = JSON.stringify({ id, type: 'checkout.session.completed', data: {
    id: 'cos-none', amount: '25000', currency: 'XOF', checkout_status: 'complete', payment_status: 'succeeded',
    client_reference: null, transaction_id: 'T_1', when_completed: null, ...session,
  } }) // prettier-ignore
  const at = Math.floor(h.t.clock.now().epochMilliseconds / 1000)
  const signature = createHmac('sha256', SECRET).update(`${at}${raw}`).digest('hex')
  return h.t.call('POST', '/webhooks/wave', {
    body: raw,
    headers: { 'content-type': 'application/json', 'wave-signature': `t=${at},v1=${signature}` },
  })
}

it('finds money whose event was lost by asking the provider, once, however often it is asked', async () => {
  const payment = await h.opened()
  h.wave.control.faults({ fault: 'drop', count: 3 })
  h.wave.control.pay({ session: payment.session_ref! })
  await h.settle()
  expect((await h.payment(payment.id)).state).toBe('opened')
  const ask = (token: string) =>
    h.t.call('POST', `/payments/${paymentIds.wire(payment.id)}/check`, { token, body: { reason } })
  expect((await ask('nobody')).status).toBe(403)
  expect((await ask('viewer')).json).toMatchObject({ state: 'succeeded', provider_says: 'paid' })
  expect((await ask('viewer')).json).toMatchObject({ state: 'succeeded', provider_says: 'paid' })
  expect(await h.unapplied(payment)).toBe(25_000n)
  expect(await acts('payments.provider_asked')).toEqual([
    { after: expect.objectContaining({ state: 'succeeded', says: 'paid' }), reason },
    { after: expect.objectContaining({ state: 'succeeded', says: 'paid' }), reason },
  ])
  h.wave.control.clearFaults()
})

it('says that the provider still waits, and changes nothing', async () => {
  const payment = await h.opened()
  const answer = await h.t.call('POST', `/payments/${paymentIds.wire(payment.id)}/check`, { token: 'viewer', body: { reason } }) // prettier-ignore
  expect(answer.json).toMatchObject({ state: 'opened', provider_says: 'open' })
  const none = await h.t.call('POST', '/payments/pay_00000000000000000000000000/check', { token: 'viewer', body: { reason } }) // prettier-ignore
  expect(none.json.code).toBe('payments.not_found')
})

it('lays an event out to be read, hides numbers in it, and keeps on record who looked', async () => {
  await deliver('EV_look', {
    id: 'cos-look',
    sender_mobile: '+221779998877',
    success_url: 'https://wolo.sn/g/gif_1?secret=abc',
  })
  const { json, text } = await h.t.call('GET', '/webhook-events/EV_look', { token: 'viewer' })
  expect(json.body).toContain('"amount": "25000"')
  expect(text).not.toContain('779998877')
  expect(json.body).toContain('https://wolo.sn/g/gif_1"')
  expect(await acts('payments.event_viewed')).toEqual([{ after: { event_id: 'EV_look' }, reason: null }])
  expect((await h.t.call('GET', '/webhook-events/EV_look', { token: 'nobody' })).status).toBe(403)
  expect((await h.t.call('GET', '/webhook-events/EV_none', { token: 'viewer' })).status).toBe(404)
})

it('applies every stuck event anew in one act, and refuses when there is none', async () => {
  await deliver('EV_stuck', { id: 'cos-stuck' })
  await h.settle()
  const replay = (token: string) => h.t.call('POST', '/webhook-events/replay', { token, body: { reason } })
  expect((await replay('viewer')).status).toBe(403)
  expect((await replay('replayer')).json.replayed).toBeGreaterThan(0)
  expect((await replay('replayer')).json.code).toBe('payments.nothing_to_replay')
  await h.t.drain()
  expect((await replay('replayer')).json.replayed).toBeGreaterThan(0)
})

it('shows the payer’s whole number only to who may see it', async () => {
  const payment = await h.charge(1_000n, { payer: { mobile: '+221771112233' } })
  const shown = async (token: string) =>
    (await h.t.call('GET', `/payments/${paymentIds.wire(payment.id)}`, { token })).json.payer_mobile
  expect(await shown('viewer')).toBe('+22177•••••33')
  expect(await shown('cashier')).toBe('+221771112233')
})
