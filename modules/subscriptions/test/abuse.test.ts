/** What somebody with a phone might try, and what an accountant would ask: lessons without money, money without lessons. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { advanceOne } from '../advancing.ts'
import { moneyUnderWay } from '../api.ts'
import { subscriptions } from '../module.ts'
import { noteReversed } from '../provider-news.ts'
import { CARDS, house, wire, wireUser, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(() => h.anew())

async function paid(more: Record<string, unknown> = {}, children = 1) {
  const guardian = await h.guardian()
  const learners: Person[] = []
  for (let i = 0; i < children; i++) learners.push(await h.child(guardian))
  const id = await h.start(guardian, learners, { trial: false, ...more })
  const payment = await h.buy(guardian, id)
  return { guardian, learners, child: learners[0]!, id, payment, it: await h.read(id) }
}
const act = (person: Person, id: string, what: string, body?: unknown) =>
  h.call(person, 'POST', `/subscriptions/${wire(id)}/${what}`, body)
const plan = (name: string, when?: string) => ({ plan: name, cycle: 'monthly', ...(when ? { when } : {}) })
const seat = (id: string, learner: Person) => `/subscriptions/${wire(id)}/learners/${wireUser(learner)}`
const given = (child: Person) =>
  h.allowed.filter((one) => one.subject === child.userId).reduce((sum, one) => sum + one.amount, 0n)
const transactionOf = (payment: string) => {
  const { intentions, transactions } = h.paymob.control.state()
  const order = intentions.find((one) => one.special_reference?.startsWith(payment))!
  return transactions.find((one) => one.order_id === order.order_id && one.success && one.parent_id === null)!
}
const rows = async (sql: string, id: string) => (await h.t.asOwner((client) => client.query(sql, [id]))).rows

describe('seats', () => {
  test('a child who was to leave and stays after the bill was made is billed', async () => {
    const { guardian, learners, id, it } = await paid({}, 2)
    await h.call(guardian, 'PUT', `/subscriptions/${wire(id)}/card`, { card_id: null })
    await h.call(guardian, 'DELETE', seat(id, learners[1]!))
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ status: 'grace' })
    const stays = await act(guardian, id, 'learners', { learner_id: wireUser(learners[1]!) })
    expect(stays.json.code).toBe('subscriptions.pay_first')
    await h.buy(guardian, id, CARDS.pays, false)
    expect((await h.access(learners[1]!)).open).toBe(false)
    expect(await h.read(id)).toMatchObject({ status: 'active', price_minor: 19_900n })
  })
})

describe('allowances', () => {
  test('a pause of a day brings no second month of them', async () => {
    const { guardian, child, id, it } = await paid()
    for (let month = 0; month < 3; month++) {
      const { period_end } = await h.read(id)
      await h.goTo(period_end.subtract({ days: 3 }).toString())
      await act(guardian, id, 'pause', { days: 1 })
      await h.sleep(1)
      await h.goTo((await h.read(id)).period_end.toString())
    }
    // Four months begun: never more than four months of allowances, and a little for the days that moved.
    expect(Temporal.PlainDate.compare((await h.read(id)).period_end, it.period_end)).toBe(1)
    expect(given(child) <= 412n).toBe(true)
    expect(given(child) >= 400n).toBe(true)
  })

  test('they are forgotten in time, but not those of a learner whose data is held', async () => {
    const { child } = await paid()
    const rule = h.t.product.modules.find(({ name }) => name === 'subscriptions')!.retention[0]!
    const leftAfter = async (held: string[]) => {
      await h.t.tx((tx) => rule.remove(h.t.ctx(), tx, h.t.clock.now().add({ hours: 24 * 400 }), held))
      return h.t.asOwner(
        async (client) =>
          (await client.query('select from subscriptions.allowance where learner_id = $1', [child.userId])).rowCount,
      )
    }
    expect(await leftAfter([child.userId])).toBe(1)
    expect(await leftAfter([])).toBe(0)
  })

  test('ending and starting anew brings no second month of them', async () => {
    const { guardian, child, id } = await paid()
    await act(guardian, id, 'cancel', { when: 'now' })
    await h.settle()
    const again = await h.start(guardian, [child], { trial: false })
    await h.buy(guardian, again)
    expect(given(child)).toBe(100n)
    await h.goTo((await h.read(again)).period_end.toString())
    expect(given(child)).toBe(200n)
  })
})

describe('ending at once', () => {
  test('on its first day pays for that day', async () => {
    const { guardian, id, it } = await paid()
    await act(guardian, id, 'cancel', { when: 'now' })
    await h.settle()
    const [row] = await rows('select sum(amount_minor)::int as sum from subscriptions.repayment where subscription_id = $1', id) // prettier-ignore
    expect(BigInt(row.sum)).toBe(19_900n - 19_900n / BigInt(it.period_days))
    expect((await h.books(id)).deferred).toBe(0n)
    expect(await h.prove()).toEqual([])
  })

  test('with its trial, though nobody looked for three days, gives all of what was paid ahead back', async () => {
    const guardian = await h.guardian()
    const id = await h.start(guardian, [await h.child(guardian)])
    await h.buy(guardian, id)
    const it = await h.read(id)
    expect(it.paid_ahead).not.toBeNull()
    await act(guardian, id, 'cancel', { when: 'period_end' })
    const late = it.period_end.add({ days: 3 }).toZonedDateTime({ timeZone: 'Africa/Cairo', plainTime: '01:15' })
    h.t.clock.set(late.toInstant())
    await h.t.runCron(['subscriptions.earn'])
    await h.goTo(late.toPlainDate().toString())
    expect(await h.read(id)).toMatchObject({ status: 'cancelled' })
    const [row] = await rows('select sum(amount_minor)::int as sum from subscriptions.repayment where subscription_id = $1', id) // prettier-ignore
    expect(row.sum).toBe(19_900)
    expect(await h.prove()).toEqual([])
  })
})

describe('money taken back by the bank', () => {
  test('after a smaller plan was bought with its credit ends lessons all the same', async () => {
    const { guardian, child, id, it, payment } = await paid({ plan: 'plus' })
    await h.goTo(it.period_start.add({ days: 5 }).toString())
    await act(guardian, id, 'change', plan('basic', 'now'))
    h.paymob.control.refund({ transaction: transactionOf(payment).id, amount_cents: 29_900 })
    await h.settle()
    await h.goTo(h.today().add({ days: 1 }).toString())
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'unpaid' })
    expect((await h.access(child)).open).toBe(false)
    expect(await h.books(id)).toMatchObject({ deferred: 0n, credit: 0n })
    expect(await rows('select 1 from payments.reversal where owner_id = $1 and covered_at is null', id)).toEqual([])
    expect(await h.prove()).toEqual([])
  })

  test('told before the money was applied is told again, not forgotten', async () => {
    const guardian = await h.guardian()
    const id = await h.start(guardian, [await h.child(guardian)], { trial: false })
    await h.page(guardian, id)
    const [charge] = await rows('select id from subscriptions.charge where subscription_id = $1', id)
    const news = { owner_id: id, payment_id: charge.id as string, reversal_id: charge.id as string, reversed_minor: '19900' } // prettier-ignore
    await expect(h.t.tx((tx) => noteReversed(h.t.ctx(), tx, news))).rejects.toThrow(/before/)
  })

  test('of the second of two payments is not of the first', async () => {
    const { id, payment, it } = await paid()
    h.paymob.control.faults({ fault: 'refund-refused', count: 20 })
    h.pay(payment, CARDS.pays, { late: true })
    await h.settle()
    const { intentions, transactions } = h.paymob.control.state()
    const order = intentions.find((one) => one.special_reference?.startsWith(payment))!
    const both = transactions.filter((one) => one.order_id === order.order_id && one.success && one.parent_id === null)
    expect(both).toHaveLength(2)
    h.paymob.control.clearFaults()
    h.paymob.control.refund({ transaction: both[1]!.id, amount_cents: 19_900 })
    await h.settle()
    await h.goTo(h.today().add({ days: 1 }).toString())
    expect(await h.read(id)).toMatchObject({ status: 'active', period_end: it.period_end })
  })
})

describe('a change that waits to be paid', () => {
  test('costs what is left on the day of its page, not on the day it was asked for', async () => {
    const { guardian, id, it } = await paid()
    await h.call(guardian, 'PUT', `/subscriptions/${wire(id)}/card`, { card_id: null })
    await act(guardian, id, 'change', plan('plus'))
    await h.goTo(it.period_start.add({ days: 20 }).toString())
    const payment = await h.page(guardian, id)
    const days = BigInt(it.period_days)
    const rest = (price: bigint) => price - (price * 20n) / days
    h.pay(payment)
    await h.settle()
    expect(await h.read(id)).toMatchObject({ plan: 'plus' })
    const last = (await h.invoices(id)).at(-1)!
    expect(last).toMatchObject({ reason: 'change', status: 'paid', gross_minor: rest(29_900n) - rest(19_900n) })
    expect(last.from_on).toEqual(it.period_start.add({ days: 20 }))
    expect(await h.prove()).toEqual([])
  })

  test('on the day its period ends while nobody has billed yet is refused or waits, and breaks nothing', async () => {
    const { guardian, id, it } = await paid({ plan: 'plus' })
    h.t.clock.set(it.period_end.toZonedDateTime({ timeZone: 'Africa/Cairo', plainTime: '00:30' }).toInstant())
    const answer = await act(guardian, id, 'change', plan('basic', 'now'))
    expect(answer.json).toMatchObject({ takes_effect: 'period_end' })
  })
})

describe('staff', () => {
  test('nothing smaller is given for credit that a goodwill refund has used up', async () => {
    const { guardian, id } = await paid({ plan: 'plus' })
    const finance = await h.staff('subscriptions.view', 'subscriptions.refund')
    const { invoiceId } = await import('../ids.ts')
    const [invoice] = await h.invoices(id)
    h.policy.refund_alone_max_minor = 30_000n
    const asked = await h.call(finance, 'POST', `/subscriptions/${wire(id)}/refunds`, { invoice_id: invoiceId.wire(invoice!.id), amount_minor: '29000', ends: false, note: 'Sorry' }) // prettier-ignore
    expect(asked.json.status).toBe('alone')
    await h.settle()
    const before = await h.read(id)
    expect((await act(guardian, id, 'change', plan('basic', 'now'))).json.code).toBe('subscriptions.not_now')
    expect(await h.read(id)).toMatchObject({ plan: before.plan })
    expect((await h.books(id)).credit).toBe(0n)
    h.policy.refund_alone_max_minor = 10_000n
  })

  test('ending with a small refund does not send a large rest alone', async () => {
    const { id } = await paid()
    const support = await h.staff('subscriptions.view', 'subscriptions.refund')
    const { invoiceId } = await import('../ids.ts')
    const [invoice] = await h.invoices(id)
    const asked = await h.call(support, 'POST', `/subscriptions/${wire(id)}/refunds`, { invoice_id: invoiceId.wire(invoice!.id), amount_minor: '1', ends: true, note: 'Asked by phone' }) // prettier-ignore
    expect(asked.json.status).toBe('pending')
    expect((await h.read(id)).status).toBe('active')
  })
})

describe('erasure', () => {
  test('waits while a card is being charged, and while money is on its way back; then not', async () => {
    const { guardian, id, it } = await paid()
    const stands = () => h.t.tx(async (tx) => (await moneyUnderWay(h.t.ctx(), tx, guardian.userId))?.code)
    expect(await stands()).toBeUndefined()
    h.t.clock.set(it.period_end.toZonedDateTime({ timeZone: 'Africa/Cairo', plainTime: '01:15' }).toInstant())
    await h.t.tx((tx) => advanceOne(h.t.ctx(), tx, id))
    expect(await stands()).toBe('subscriptions.money_under_way')
    await h.goTo(it.period_end.toString())
    expect(await stands()).toBeUndefined()
    h.paymob.control.faults({ fault: 'refund-refused' })
    await act(guardian, id, 'cancel', { when: 'now' })
    expect(await stands()).toBe('subscriptions.money_under_way')
    await h.settle()
    // Refused: somebody must be reachable until staff have sent it again.
    expect(await stands()).toBe('subscriptions.money_under_way')
    expect(await h.t.tx((tx) => moneyUnderWay(h.t.ctx(), tx, id))).toBeUndefined()
    const { refundIds } = await import('../../payments/api.ts')
    const finance = await h.staff('subscriptions.view', 'subscriptions.refund')
    h.t.clock.advance({ minutes: 1 })
    const [failed] = await rows('select id from subscriptions.repayment where subscription_id = $1', id)
    await h.call(finance, 'POST', `/subscriptions/${wire(id)}/repayments/${refundIds.wire(failed.id)}/again`)
    await h.settle()
    expect(await stands()).toBeUndefined()
  })

  test('of a child takes its seat off the bill that waits', async () => {
    const { guardian, learners, id, it } = await paid({}, 2)
    await h.call(guardian, 'PUT', `/subscriptions/${wire(id)}/card`, { card_id: null })
    await h.goTo(it.period_end.toString())
    expect((await h.invoices(id)).length).toBe(2)
    await h.t.tx((tx) => subscriptions.personalData!.erase(h.t.ctx(), tx, learners[1]!.userId))
    await h.buy(guardian, id, CARDS.pays, false)
    expect((await h.invoices(id)).filter((one) => one.status === 'paid').at(-1)).toMatchObject({ gross_minor: 19_900n })
  })
})

describe('rows', () => {
  test('a person without a wider scope sees the tables of their own subscriptions only', async () => {
    const { guardian, id } = await paid()
    const other = await paid()
    const tables = ['subscription', 'invoice', 'line', 'charge', 'recognition', 'pause', 'allowance', 'repayment', 'refund_request', 'trial_claim'] // prettier-ignore
    await h.goTo(h.today().add({ days: 2 }).toString())
    const seen: Record<string, string[]> = {}
    for (const table of tables)
      seen[table] = await h.t.asApp(async (client) => {
        await client.query(`begin; set local app.scope = 'own'; set local app.user_id = '${guardian.userId}'`)
        const column = table === 'subscription' ? 'id' : 'subscription_id'
        return (await client.query(`select distinct ${column} as id from subscriptions.${table}`)).rows.map((row) => row.id) // prettier-ignore
      })
    for (const table of tables)
      expect([table, seen[table]]).toEqual([table, table === 'subscription' || table === 'invoice' ? [id] : []])
    expect(Object.values(seen).flat()).not.toContain(other.id)
  })
})
