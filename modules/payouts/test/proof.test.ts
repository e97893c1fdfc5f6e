/** The ledger's verifier knows from our rows which transfers there must be, and that there is no other. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidV7 } from '../../../kernel/ids.ts'
import { PLATFORM, post, type AccountRef } from '../../ledger/api.ts'
import { requestRefund, unappliedAccount } from '../../payments/api.ts'
import { house, OWNER, type House } from '../../payments/test/make.ts'
import { requestPayout } from '../api.ts'
import { payouts } from '../module.ts'

let h: House
beforeAll(async () => {
  h = await house({ modules: [payouts] })
})
afterAll(() => h.close())

async function proof(): Promise<{ status: string; detail: string }> {
  h.advance({ minutes: 5 })
  await h.t.runCron()
  const { checks } = (await h.t.call('GET', '/health/checks')).json
  const found = await h.t.asOwner((client) =>
    client.query('select discrepancies::text as text from ledger.proof order by finished_at desc, id desc limit 1'),
  )
  return { ...checks.find((it: { module: string }) => it.module === 'ledger'), detail: found.rows[0].text }
}
async function paid(amount: bigint) {
  const payment = await h.opened(amount)
  h.wave.control.pay({ session: payment.session_ref! })
  await h.settle()
  return payment
}
const clearing: AccountRef = { owner: PLATFORM, kind: 'provider_clearing', ref: 'wave', asset: 'XOF', mode: 'deferred' }
const stray = (kind: string) =>
  h.t.tx((tx) =>
    post(h.t.ctx(), tx, {
      id: uuidV7(h.t.clock), owner: OWNER, kind,
      legs: [
        { account: clearing, amount_minor: -1n },
        { account: { owner: OWNER, kind: 'unapplied', ref: 'stray', asset: 'XOF', mode: 'guarded' }, amount_minor: 1n },
      ],
    }),
  ) // prettier-ignore

test('every way money goes through here is expected by the verifier', async () => {
  const pay = async (from: AccountRef) => {
    await h.t.tx((tx) =>
      requestPayout(h.t.ctx(), tx, {
        id: uuidV7(h.t.clock), owner: OWNER, purpose: 'test.payout', reference: uuidV7(h.t.clock), from, amount_minor: 1000n,
        to: { mobile: '+221771234567' },
      }),
    ) // prettier-ignore
    await h.t.drain()
  }
  const back = async (amount: bigint) => {
    const payment = await paid(amount)
    const from = unappliedAccount(payment)
    await h.t.tx((tx) =>
      requestRefund(h.t.ctx(), tx, {
        id: uuidV7(h.t.clock),
        owner: OWNER,
        payment_id: payment.id,
        from,
        reason: 'asked',
      }),
    )
    await h.t.drain()
  }
  const source = unappliedAccount(await paid(50_000n))
  await back(1000n)
  h.wave.control.faults({ fault: 'refund-refused' })
  await back(2000n)
  await pay(source)
  h.wave.control.faults({ fault: 'payout-refused' })
  await pay(source)
  await pay(source)
  const last = h.wave.control.state().payouts.at(-1)!
  await fetch(`${h.wave.url}/v1/payout/${last.id}/reverse`, { method: 'POST', headers: { authorization: 'Bearer wave_sn_test_simulator' } }) // prettier-ignore
  h.wave.control.faults({ fault: 'wrong-amount', amount: '7' })
  await paid(3000n)
  h.advance({ hours: 2 })
  expect((await proof()).status).toBe('ok')
  const kinds = await h.t.asOwner((client) => client.query('select distinct kind from ledger.transfer order by kind'))
  expect(kinds.rows.map((it: { kind: string }) => it.kind)).toEqual([
    'payments.received', 'payments.refund_sent', 'payments.refund_sent_reversed', 'payments.refunded',
    'payouts.paid', 'payouts.returned', 'payouts.sent', 'payouts.sent_reversed',
  ]) // prettier-ignore
})

test('a receipt without its transfer fails the proof', async () => {
  const payment = await h.charge(100n)
  const now = h.t.clock.now().toString()
  const insert = (transfer: string) =>
    h.t.asOwner((client) =>
      client.query(
        `insert into payments.receipt (owner_id, payment_id, session_ref, status, amount_minor, currency, transfer_id,
           received_at, recorded_at) values ($1, $2, $3, 'applied', 100, 'XOF', $4, $5, $5)`,
        [OWNER, payment.id, 'cos-invented', transfer, now],
      ),
    )
  const transfer = uuidV7(h.t.clock)
  await insert(transfer)
  expect(await proof()).toMatchObject({ status: 'failed' })
  // Set right by the transfer it lacked, so that the next test begins with a sound ledger.
  await h.t.tx((tx) =>
    post(h.t.ctx(), tx, {
      id: transfer, owner: OWNER, kind: 'payments.received',
      legs: [{ account: clearing, amount_minor: -100n }, { account: unappliedAccount(payment), amount_minor: 100n }],
    }),
  ) // prettier-ignore
  expect((await proof()).status).toBe('ok')
})

test.each([
  'payments.received',
  'payments.refund_sent',
  'payments.refunded',
  'payouts.sent',
  'payouts.paid',
  'payouts.returned',
])('a transfer %s that no row of ours caused fails the proof', async (kind) => {
  await stray(kind)
  expect(await proof()).toMatchObject({ status: 'failed', detail: expect.stringContaining(kind) })
})
