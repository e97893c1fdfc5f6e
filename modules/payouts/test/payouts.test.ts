import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../../kernel/ids.ts'
import type { Transact } from '../../../kernel/jobs/job.ts'
import { ledgerErrors, PLATFORM, post, type AccountRef } from '../../ledger/api.ts'
import { codes, house, loseJobs, staff, type House } from '../../payments/test/make.ts'
import { errors } from '../errors.ts'
import * as events from '../events.ts'
import { payouts } from '../module.ts'
import { getPayout, requestPayout } from '../api.ts'
import { payoutIds } from '../rules.ts'
import { advancePayout } from '../sending.ts'

const PARTNER = '01980000-0000-7000-8000-00000000bbbb'
const payable: AccountRef = { owner: PARTNER, kind: 'partner_payable', asset: 'XOF', mode: 'guarded' }

let h: House
beforeAll(async () => {
  h = await house({
    modules: [payouts],
    events,
    authenticate: async (_ctx, _tx, token) => (token === 'viewer' ? staff(h.t, 'payments.view') : undefined),
  })
  const sales: AccountRef = { owner: PLATFORM, kind: 'sales', asset: 'XOF', mode: 'deferred' }
  await h.t.tx((tx) =>
    post(h.t.ctx(), tx, {
      id: uuidV7(h.t.clock), owner: PARTNER, kind: 'test.sold',
      legs: [{ account: sales, amount_minor: -1_000_000n }, { account: payable, amount_minor: 1_000_000n }],
    }),
  ) // prettier-ignore
})
afterAll(() => h.close())
afterEach(() => {
  h.wave.control.clearFaults()
  h.heard.length = 0
})

const ask = (more: Partial<Parameters<typeof requestPayout>[2]> = {}) =>
  h.t.tx((tx) =>
    requestPayout(h.t.ctx(), tx, {
      id: uuidV7(h.t.clock),
      owner: PARTNER,
      purpose: 'settlements.payout',
      reference: uuidV7(h.t.clock),
      from: payable,
      amount_minor: 10_000n,
      to: { mobile: '+221771234567', name: 'Chez Awa' },
      ...more,
    }),
  )
const find = (id: string) => h.t.tx((tx) => getPayout(tx, PARTNER, id))
const inFlight = (id: string) =>
  h.held({ owner: PARTNER, kind: 'payout_in_flight', ref: id, asset: 'XOF', mode: 'guarded' })
const atProvider = (id: string) =>
  h.wave.control.state().payouts.filter((it) => it.client_reference === payoutIds.wire(id))
const heardOf = (id: string) => h.heard.filter((it) => it.payload.payout_id === id)

async function balances(body: () => Promise<unknown>) {
  const [payableBefore, providerBefore] = [await h.held(payable), await h.atProvider()]
  await body()
  return { payable: (await h.held(payable)) - payableBefore, provider: (await h.atProvider()) - providerBefore }
}

test('a partner is paid: set aside at once, gone when the provider has done it', async () => {
  const moved = await balances(async () => {
    const { id } = await ask()
    expect(await inFlight(id)).toBe(10_000n)
    await h.t.drain()
    expect(await inFlight(id)).toBe(0n)
    expect(await find(id)).toMatchObject({ state: 'succeeded', fee_minor: 100n, provider_ref: atProvider(id)[0]!.id })
    expect(atProvider(id)).toMatchObject([{ receive_amount: '10000', mobile: '+221771234567', name: 'Chez Awa' }])
    expect(heardOf(id)).toMatchObject([
      { event: 'payouts.payout_succeeded', payload: { purpose: 'settlements.payout', amount_minor: '10000' } },
    ])
  })
  expect(moved).toEqual({ payable: -10_000n, provider: -10_000n })
})

test('the same request twice is one payout; other content is refused; one thing is paid once', async () => {
  const [id, reference] = [uuidV7(h.t.clock), uuidV7(h.t.clock)]
  const first = await ask({ id, reference })
  expect(await ask({ id, reference })).toEqual(first)
  await expect(ask({ id, reference, amount_minor: 1n })).rejects.toMatchObject({ kind: errors.conflict })
  await expect(ask({ reference })).rejects.toMatchObject({ kind: errors.already_requested })
  await h.t.drain()
  await expect(ask({ reference })).rejects.toMatchObject({ kind: errors.already_requested })
  expect(atProvider(id)).toHaveLength(1)
})

test('ten ask at once for one thing: one is paid', async () => {
  const reference = uuidV7(h.t.clock)
  const asked = await Promise.allSettled(Array.from({ length: 10 }, () => ask({ reference })))
  expect(asked.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  for (const it of asked)
    if (it.status === 'rejected') expect(it.reason).toMatchObject({ kind: errors.already_requested })
  await h.t.drain()
})

test('what is not there is not paid out', async () => {
  const id = uuidV7(h.t.clock)
  await expect(ask({ id, amount_minor: 100_000_000n })).rejects.toMatchObject({ kind: ledgerErrors.insufficient_funds })
  await expect(find(id)).rejects.toMatchObject({ kind: errors.not_found })
})

test('refused by the provider: the money is back, and it may be asked for again', async () => {
  const reference = uuidV7(h.t.clock)
  h.wave.control.faults({ fault: 'payout-refused', code: 'recipient-account-blocked' })
  const moved = await balances(async () => {
    const { id } = await ask({ reference })
    await h.t.drain()
    expect(await find(id)).toMatchObject({ state: 'failed', failure_code: 'recipient-account-blocked' })
    expect(heardOf(id)).toMatchObject([{ event: 'payouts.payout_failed', payload: { reason: 'recipient-account-blocked' } }]) // prettier-ignore
  })
  expect(moved).toEqual({ payable: 0n, provider: 0n })
  const { id } = await ask({ reference })
  await h.t.drain()
  expect((await find(id)).state).toBe('succeeded')
})

test.each(['succeeded', 'failed'] as const)('processing: asked about until it is %s', async (becomes) => {
  h.wave.control.faults({ fault: 'payout-processing', becomes, after_ms: -1 })
  const moved = await balances(async () => {
    const { id } = await ask()
    await h.t.drain()
    expect((await find(id)).state).toBe('processing')
    h.advance({ minutes: 2 })
    await h.t.runCron()
    expect((await find(id)).state).toBe('processing')
    h.wave.control.settle({ payout: atProvider(id)[0]!.id, status: becomes })
    h.advance({ minutes: 10 })
    await h.t.runCron()
    expect((await find(id)).state).toBe(becomes)
    expect(codes(heardOf(id))).toEqual([`payouts.payout_${becomes}`])
  })
  expect(moved).toEqual(
    becomes === 'failed' ? { payable: 0n, provider: 0n } : { payable: -10_000n, provider: -10_000n },
  )
})

test.each([
  ['silence, done all the same', { fault: 'timeout', when: 'after', ms: 5000 }],
  ['silence, not done', { fault: 'timeout', when: 'before', ms: 5000 }],
  ['an error, done all the same', { fault: 'http-error', status: 500, when: 'after' }],
  ['an error, not done', { fault: 'http-error', status: 503, when: 'before' }],
  ['too many requests', { fault: 'http-error', status: 429, when: 'before' }],
  ['a bad key, for a while', { fault: 'http-error', status: 401, when: 'before' }],
])('unknown outcome (%s): asked again under the same key, paid once', async (_what, fault) => {
  h.wave.control.faults({ ...fault, on: 'payout.create' })
  const moved = await balances(async () => {
    const { id } = await ask()
    await h.t.drain()
    expect(await find(id)).toMatchObject({ state: 'requested', last_error: expect.any(String) })
    expect(await inFlight(id)).toBe(10_000n)
    h.advance({ minutes: 2 })
    await h.t.runCron()
    expect(await find(id)).toMatchObject({ state: 'succeeded', attempts: 2, last_error: null })
    expect(atProvider(id)).toHaveLength(1)
    expect(codes(heardOf(id))).toEqual(['payouts.payout_succeeded'])
  })
  expect(moved).toEqual({ payable: -10_000n, provider: -10_000n })
})

test('a no that follows an unknown outcome is checked before it is believed', async () => {
  h.wave.control.faults([
    { fault: 'http-error', on: 'payout.create', status: 500, when: 'after' },
    { fault: 'http-error', on: 'payout.create', status: 422, code: 'insufficient-funds', when: 'before' },
  ])
  const { id } = await ask()
  await h.t.drain()
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect((await find(id)).state).toBe('succeeded')
  expect(atProvider(id)).toHaveLength(1)
})

test('a conflict about the key decides nothing: it is looked up, else asked again', async () => {
  h.wave.control.faults({
    fault: 'http-error',
    on: 'payout.create',
    status: 409,
    code: 'idempotency-mismatch',
    when: 'before',
  })
  const { id } = await ask()
  await h.t.drain()
  expect((await find(id)).state).toBe('requested')
  expect(await inFlight(id)).toBe(10_000n)
  h.advance({ minutes: 2 })
  await h.t.runCron()
  expect((await find(id)).state).toBe('succeeded')
})

test('taken back at the provider within three days: the money is owed again, and said so', async () => {
  const reference = uuidV7(h.t.clock)
  const moved = await balances(async () => {
    const { id } = await ask({ reference })
    await h.t.drain()
    const reversal = await fetch(`${h.wave.url}/v1/payout/${atProvider(id)[0]!.id}/reverse`, {
      method: 'POST',
      headers: { authorization: 'Bearer wave_sn_test_simulator', 'content-type': 'application/json' },
    })
    expect(reversal.status).toBe(200)
    h.advance({ hours: 2 })
    await h.t.runCron()
    expect((await find(id)).state).toBe('reversed')
    expect(codes(heardOf(id))).toEqual(['payouts.payout_succeeded', 'payouts.payout_reversed'])
  })
  expect(moved).toEqual({ payable: 0n, provider: 0n })
  expect((await ask({ reference })).state).toBe('requested')
})

test('after three days nobody asks any more', async () => {
  const { id } = await ask()
  await h.t.drain()
  for (let day = 0; day < 4; day++) {
    h.advance({ days: 1 })
    await h.t.runCron()
  }
  expect(await find(id)).toMatchObject({ state: 'succeeded', next_check_at: null })
})

class Killed extends Error {}

test('killed at each step: paid exactly once', async () => {
  for (const [at, when] of [
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const) {
    let count = 0
    const dying: Transact = async (body) => {
      count += 1
      if (count > at || (count === at && when === 'before')) throw new Killed()
      const result = await h.t.tx(body)
      if (count === at) throw new Killed()
      return result
    }
    const moved = await balances(async () => {
      const { id } = await ask()
      await loseJobs(h.t)
      await expect(advancePayout(h.t.ctx(), dying, PARTNER, id)).rejects.toThrow(Killed)
      h.advance({ minutes: 5 })
      await h.t.runCron()
      expect((await find(id)).state).toBe('succeeded')
      expect(atProvider(id)).toHaveLength(1)
      expect(codes(heardOf(id))).toEqual(['payouts.payout_succeeded'])
    })
    expect(moved).toEqual({ payable: -10_000n, provider: -10_000n })
  }
})

test('ten workers on one payout: paid once', async () => {
  const { id } = await ask()
  await Promise.all(Array.from({ length: 10 }, () => advancePayout(h.t.ctx(), h.transact, PARTNER, id)))
  await h.t.drain()
  expect(await find(id)).toMatchObject({ state: 'succeeded', last_error: null })
  expect(atProvider(id)).toHaveLength(1)
  expect(codes(heardOf(id))).toEqual(['payouts.payout_succeeded'])
})

test('the recipient is sealed, shown to staff, and gone once erased', async () => {
  const { id } = await ask({ to: { mobile: '+221778889900', name: 'Ndeye' } })
  const stored = await h.t.asOwner((client) =>
    client.query('select mobile, name from payouts.payout where id = $1', [id]),
  )
  expect((stored.rows[0].mobile as Buffer).toString('latin1')).not.toContain('778889900')
  const path = `/payouts/${payoutIds.wire(id)}`
  expect((await h.t.call('GET', path)).status).toBe(401)
  expect((await h.t.call('GET', path, { token: 'viewer' })).json).toMatchObject({ recipient_mobile: '+221778889900', recipient_name: 'Ndeye' }) // prettier-ignore
  await h.t.drain()
  await h.t.tx((tx) => payouts.personalData!.erase(h.t.ctx(), tx, PARTNER))
  expect((await h.t.call('GET', path, { token: 'viewer' })).json.recipient_mobile).toBeNull()
})

test('an erased recipient is not paid: the money is back', async () => {
  const { id } = await ask()
  await h.t.tx((tx) => payouts.personalData!.erase(h.t.ctx(), tx, PARTNER))
  await h.t.drain()
  expect(await find(id)).toMatchObject({ state: 'failed', failure_code: 'recipient-erased' })
  expect(await inFlight(id)).toBe(0n)
})

test('staff list payouts by state, in pages', async () => {
  const items: string[] = []
  for (let cursor = ''; ;) {
    const page = (await h.t.call('GET', `/payouts?state=failed&limit=1${cursor}`, { token: 'viewer' })).json
    items.push(...page.items.map((it: { state: string }) => it.state))
    if (page.next_cursor === null) break
    cursor = `&cursor=${page.next_cursor}`
  }
  expect(items.length).toBeGreaterThan(1)
  expect(new Set(items)).toEqual(new Set(['failed']))
})

test('a payout without an outcome for long is seen by the health check', async () => {
  h.wave.control.faults({ fault: 'payout-processing', after_ms: -1 })
  await ask()
  await h.t.drain()
  h.advance({ minutes: 20 })
  const check = (await h.t.call('GET', '/health/checks')).json.checks.find((it: { module: string }) => it.module === 'payouts') // prettier-ignore
  expect(check.status).toBe('degraded')
})

test('the number and the name that were paid go in time, but not while the data of whose money it was is held', async () => {
  const { id } = await ask()
  await h.t.drain()
  const paid = async () => (({ mobile, name }) => ({ mobile, name }))(await find(id))
  const forget = (held: string[]) =>
    h.t.tx((tx) => payouts.retention[0]!.remove(h.t.ctx(), tx, h.t.clock.now().add({ seconds: 1 }), held))
  await forget([PARTNER])
  expect(await paid()).toEqual({ mobile: expect.any(Buffer), name: expect.any(Buffer) })
  await forget([])
  expect(await paid()).toEqual({ mobile: null, name: null })
})
