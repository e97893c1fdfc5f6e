/** The journey of a subscription: trial, first payment, renewal, failure, grace, suspension, and back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { subscriptionsErrors } from '../api.ts'
import { CARDS, house, wire, wireUser, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(() => h.anew())

const heard = (id: string) =>
  h.heard.filter((it) => it.payload.subscription_id === id).map((it) => it.event.split('.')[1])
const decline = (count = 1) => h.paymob.control.faults({ fault: 'fail-payment', count })

async function family(): Promise<{ guardian: Person; child: Person }> {
  const guardian = await h.guardian()
  return { guardian, child: await h.child(guardian) }
}

/** Paid at once by a card that is kept. */
async function paid(more: Record<string, unknown> = {}, card: string = CARDS.pays) {
  const { guardian, child } = await family()
  const id = await h.start(guardian, [child], { trial: false, ...more })
  await h.buy(guardian, id, card)
  return { guardian, child, id, it: await h.read(id) }
}

describe('a trial', () => {
  test('becomes a paid period, renewed by the card that was kept', async () => {
    const { guardian, child } = await family()
    const id = await h.start(guardian, [child])
    expect(await h.access(child)).toMatchObject({ status: 'trial', open: true, plan: 'basic' })
    expect(h.allowed.filter((it) => it.subject === child.userId)).toMatchObject([{ amount: 100n }])
    await h.sleep(11)
    expect(await h.sentTo(guardian.phone)).toContain('subscriptions.trial_ending')
    await h.buy(guardian, id)
    expect(await h.read(id)).toMatchObject({ status: 'trial', paid_ahead: expect.any(String) })
    // What was paid for has not begun: it says when a change will be possible, and not only that it is not.
    const change = await h.call(guardian, 'POST', `/subscriptions/${wire(id)}/change`, {
      plan: 'plus',
      cycle: 'monthly',
    })
    expect(change.json.code).toBe('subscriptions.paid_ahead')
    await h.sleep(3)
    const first = await h.read(id)
    expect(first).toMatchObject({ status: 'active', card_id: expect.any(String) })
    expect(first.period_start).toEqual(first.anchor_on)
    await h.goTo(first.period_end.toString())
    const second = await h.read(id)
    expect(second).toMatchObject({ status: 'active', failed_on: null })
    expect(second.period_start).toEqual(first.period_end)
    expect(heard(id)).toEqual(['started', 'renewed', 'renewed'])
    const numbers = (await h.invoices(id)).map((it) => it.number)
    expect(numbers).toEqual(['TUT-2026-000001', 'TUT-2026-000002'])
    expect(h.allowed.filter((it) => it.subject === child.userId)).toHaveLength(3)
  })

  test('ends lessons without a charge when nobody paid, and opens them at once when somebody does', async () => {
    const { guardian, child } = await family()
    const id = await h.start(guardian, [child])
    await h.sleep(14)
    expect(await h.access(child)).toMatchObject({ status: 'suspended', open: false })
    expect(await h.sentTo(guardian.phone)).toContain('subscriptions.trial_over')
    await h.sleep(5)
    await h.buy(guardian, id)
    const it = await h.read(id)
    expect(it).toMatchObject({ status: 'active', failed_on: null, suspended_at: null })
    expect(it.period_start).toEqual(h.today())
    expect(it.anchor_on).toEqual(h.today())
    expect(await h.access(child)).toMatchObject({ status: 'active', open: true })
    expect(heard(id)).toEqual(['started', 'suspended', 'resumed'])
  })

  test('is one per payer and per child, ever, also with another guardian or after it was called off', async () => {
    const { guardian, child } = await family()
    const other = await h.guardian()
    await h.link(child, other)
    const id = await h.start(guardian, [child])
    await h.call(guardian, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'now' })
    expect(await h.access(child)).toMatchObject({ status: 'none' })
    await expect(h.start(guardian, [child])).rejects.toThrow(subscriptionsErrors.trial_used.code)
    await expect(h.start(other, [child])).rejects.toThrow(subscriptionsErrors.trial_used.code)
    await expect(h.start(guardian, [await h.child(guardian)])).rejects.toThrow(subscriptionsErrors.trial_used.code)
    const state = await h.call(guardian, 'GET', `/learners/${wireUser(child)}/subscription`)
    expect(state.json).toMatchObject({ status: 'none', trial_offered: false })
  })

  test('called off stays open until its last day and is then over, for nothing', async () => {
    const { guardian, child } = await family()
    const id = await h.start(guardian, [child])
    await h.call(guardian, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'period_end' })
    await h.sleep(13)
    expect(await h.access(child)).toMatchObject({ status: 'trial', open: true })
    await h.sleep(1)
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'payer' })
    expect(await h.invoices(id)).toEqual([])
  })

  test('a paid start that nobody pays is given up after two days and frees the child', async () => {
    const { guardian, child } = await family()
    const id = await h.start(guardian, [child], { trial: false })
    expect(await h.access(child)).toMatchObject({ status: 'none', open: false })
    await h.sleep(2)
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'abandoned' })
    await h.start(guardian, [child])
  })
})

describe('a renewal that fails', () => {
  test('is tried again after one, three and seven days with lessons open, and recovers', async () => {
    const { id, child, it, guardian } = await paid({}, CARDS.poorLater)
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ status: 'grace', retries: 0 })
    expect(await h.sentTo(guardian.phone)).toContain('subscriptions.renewal_failed')
    await h.sleep(1)
    expect(await h.read(id)).toMatchObject({ status: 'grace', retries: 1 })
    expect(await h.access(child)).toMatchObject({ status: 'grace', open: true })
    // The guardian puts another card: the next try is on the third day.
    await h.buy(guardian, id)
    const after = await h.read(id)
    expect(after).toMatchObject({ status: 'active', failed_on: null, retries: 0 })
    expect(after.period_start).toEqual(it.period_end)
    expect(after.anchor_on).toEqual(it.anchor_on)
    expect(heard(id)).toEqual(['started', 'renewal_failed', 'renewed'])
  })

  test('to the end: grace with full access for seven days, suspended, ended after thirty, the child free again', async () => {
    const { id, child, it, guardian } = await paid({}, CARDS.poorLater)
    await h.goTo(it.period_end.toString())
    for (const [days, retries, status] of [
      [1, 1, 'grace'],
      [1, 1, 'grace'],
      [1, 2, 'grace'],
      [3, 2, 'grace'],
      [1, 3, 'suspended'],
    ] as const) {
      await h.sleep(days)
      expect(await h.read(id)).toMatchObject({ status, retries })
      expect((await h.access(child)).open).toBe(status === 'grace')
    }
    expect(await h.sentTo(guardian.phone)).toContain('subscriptions.suspended')
    await h.sleep(22)
    expect((await h.read(id)).status).toBe('suspended')
    await h.sleep(1)
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'unpaid' })
    expect(await h.access(child)).toMatchObject({ status: 'none' })
    expect(heard(id)).toEqual(['started', 'renewal_failed', 'suspended', 'cancelled'])
    const charges = await h.t.asOwner((client) =>
      client.query(`select status from subscriptions.charge where subscription_id = $1 and method = 'card'`, [id]),
    )
    expect(charges.rows).toHaveLength(4)
    await h.start(guardian, [child], { trial: false })
  })

  test('paying after suspension resumes at once, from that day, and that day is the new billing day', async () => {
    const { id, child, it, guardian } = await paid({}, CARDS.poorLater)
    await h.goTo(it.period_end.toString())
    await h.sleep(9)
    expect((await h.access(child)).open).toBe(false)
    await h.buy(guardian, id)
    const after = await h.read(id)
    expect(after.status).toBe('active')
    expect(after.period_start).toEqual(h.today())
    expect(after.anchor_on).toEqual(h.today())
    expect((await h.access(child)).open).toBe(true)
    expect(heard(id).slice(-1)).toEqual(['resumed'])
  })

  test('after ten days in which nobody looked: one try, not four, and grace begins when it failed', async () => {
    const { id, it } = await paid({}, CARDS.poorLater)
    await h.goTo(it.period_end.add({ days: 10 }).toString())
    const after = await h.read(id)
    expect(after).toMatchObject({ status: 'grace', retries: 0 })
    expect(after.failed_on).toEqual(h.today())
  })

  test('two billing days slept over are charged once each and in order', async () => {
    const { id, it } = await paid()
    await h.goTo(it.period_end.add({ months: 1, days: 3 }).toString())
    const rows = (await h.invoices(id)).filter((row) => row.status === 'paid')
    expect(rows.map((row) => row.from_on.toString())).toEqual([
      it.period_start.toString(),
      it.period_end.toString(),
      it.anchor_on.add({ months: 2 }).toString(),
    ])
    expect((await h.read(id)).status).toBe('active')
  })

  test('without a card: grace at once, with what to do', async () => {
    const { guardian, child } = await family()
    const id = await h.start(guardian, [child], { trial: false })
    await h.buy(guardian, id, CARDS.pays, false)
    const it = await h.read(id)
    expect(it.card_id).toBeNull()
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ status: 'grace' })
    expect((await h.access(child)).open).toBe(true)
    await h.buy(guardian, id)
    expect(await h.read(id)).toMatchObject({ status: 'active', period_start: it.period_end })
  })

  test('the guardian cancels during the grace: it is over at once, and nothing is charged any more', async () => {
    const { id, it, guardian } = await paid({}, CARDS.poorLater)
    await h.goTo(it.period_end.toString())
    await h.call(guardian, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'period_end' })
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'payer' })
    await h.sleep(4)
    expect((await h.invoices(id)).filter((row) => row.status === 'paid')).toHaveLength(1)
  })

  test('a card that was declined twice and then pays renews once', async () => {
    const { id, it } = await paid()
    decline(2)
    await h.goTo(it.period_end.toString())
    await h.sleep(1)
    expect(await h.read(id)).toMatchObject({ status: 'grace', retries: 1 })
    await h.sleep(2)
    expect(await h.read(id)).toMatchObject({ status: 'active', retries: 0, period_start: it.period_end })
  })
})

describe('billing day 31', () => {
  test('January 31 bills on 28 February and on 31 March again, in Cairo’s days across the change of clocks', async () => {
    await h.goTo('2027-01-31')
    const { id } = await paid()
    const days: string[] = []
    for (const day of ['2027-02-27', '2027-02-28', '2027-03-30', '2027-03-31', '2027-04-29', '2027-04-30']) {
      await h.goTo(day)
      days.push((await h.read(id)).period_start.toString())
    }
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-02-28', '2027-03-31', '2027-03-31', '2027-04-30'])
    expect(await h.prove()).toEqual([])
  })
})
