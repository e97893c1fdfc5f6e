/** Money that comes twice, late, at once, or goes back: one period, and the rest returned by itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { paymentIds } from '../../payments/api.ts'
import { advanceOne } from '../advancing.ts'
import { earnOf } from '../earning.ts'
import { noteMoney } from '../money.ts'
import { CARDS, house, wire, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(async () => {
  await h.anew()
  h.policy.late_money = 'give_back'
})

async function pending() {
  const guardian = await h.guardian()
  const child = await h.child(guardian)
  return { guardian, child, id: await h.start(guardian, [child], { trial: false }) }
}
async function paid(card: string = CARDS.pays) {
  const made = await pending()
  const payment = await h.buy(made.guardian, made.id, card)
  return { ...made, payment, it: await h.read(made.id) }
}

/** Amounts that went back at the provider. */
const returned = () =>
  h.paymob.control
    .state()
    .transactions.filter((it) => it.parent_id !== null)
    .map((it) => it.amount_cents)
const repayments = async (id: string) =>
  (await h.t.asOwner((client) => client.query('select reason, status, amount_minor::int as amount from subscriptions.repayment where subscription_id = $1 order by asked_at', [id]))).rows // prettier-ignore
const paidInvoices = async (id: string) =>
  (await h.invoices(id)).filter((it) => it.status === 'paid' && it.kind === 'invoice')
const cancelNow = (guardian: Person, id: string) =>
  h.call(guardian, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'now' })

describe('paid twice', () => {
  test('in two tabs: one period, the other money goes back by itself', async () => {
    const { guardian, id } = await pending()
    const first = await h.page(guardian, id)
    expect(await h.page(guardian, id)).toBe(first)
    // The page expires while it is still open in a tab; a second one is opened, and both are paid.
    h.t.clock.advance({ hours: 30 })
    await h.goTo(h.today().toString())
    const second = await h.page(guardian, id)
    expect(second).not.toBe(first)
    h.pay(second)
    await h.settle()
    h.pay(first, CARDS.pays, { late: true })
    await h.settle()
    await h.goTo(h.today().toString())
    expect(await paidInvoices(id)).toHaveLength(1)
    expect(await repayments(id)).toEqual([{ reason: 'paid_twice', status: 'succeeded', amount: 19_900 }])
    expect(await h.sentTo(guardian.phone)).toEqual(expect.arrayContaining(['subscriptions.given_back', 'subscriptions.repaid'])) // prettier-ignore
    expect(await h.prove()).toEqual([])
  })

  test('by the card’s next try and on the page at once: one period, the other goes back', async () => {
    const { guardian, id, it } = await paid()
    h.paymob.control.faults({ fault: 'fail-payment' })
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ status: 'grace' })
    const page = await h.page(guardian, id)
    // Paid on the page, but the provider’s word of it is lost; the next day the card is tried again and pays too.
    h.paymob.control.faults({ fault: 'drop' })
    h.pay(page)
    h.advance({ days: 1 })
    await h.t.runCron(['subscriptions.sweep'])
    await h.settle()
    await h.goTo(h.today().add({ days: 1 }).toString())
    expect(await paidInvoices(id)).toHaveLength(2)
    expect(await h.read(id)).toMatchObject({ status: 'active', period_start: it.period_end })
    expect(await repayments(id)).toMatchObject([{ reason: 'paid_twice', status: 'succeeded', amount: 19_900 }])
    expect(await h.prove()).toEqual([])
  })
})

describe('at once', () => {
  test('ten renewals at once make one period', async () => {
    const { id, it } = await paid()
    const zone = h.t.product.timeZone
    h.at(it.period_end.toZonedDateTime({ timeZone: zone, plainTime: '02:00' }).toInstant())
    await Promise.all(Array.from({ length: 10 }, () => h.t.tx((tx) => advanceOne(h.t.ctx(), tx, id))))
    await h.settle()
    await Promise.all(Array.from({ length: 10 }, () => h.t.tx((tx) => advanceOne(h.t.ctx(), tx, id))))
    await h.settle()
    expect(await paidInvoices(id)).toHaveLength(2)
    expect(h.paymob.control.state().transactions.filter((tr) => tr.success && tr.amount_cents === 19_900).length).toBeGreaterThanOrEqual(2) // prettier-ignore
    expect((await h.read(id)).period_start).toEqual(it.period_end)
  })

  test('ten deliveries of one payment make one period', async () => {
    const { guardian, id } = await pending()
    const payment = await h.page(guardian, id)
    h.pay(payment)
    await h.settle()
    const [invoice] = await h.invoices(id)
    const news = { payment_id: paymentIds.parse(payment), owner_id: id, reference: invoice!.id, amount_minor: '19900' }
    await Promise.all(Array.from({ length: 10 }, () => h.t.tx((tx) => noteMoney(h.t.ctx(), tx, news))))
    expect(await paidInvoices(id)).toHaveLength(1)
    expect(await repayments(id)).toEqual([])
  })

  test('ten who earn the same days earn each once', async () => {
    const { id, it } = await paid()
    const zone = h.t.product.timeZone
    h.t.clock.set(it.period_start.add({ days: 9 }).toZonedDateTime({ timeZone: zone, plainTime: '02:00' }).toInstant())
    await Promise.all(Array.from({ length: 10 }, () => h.t.tx((tx) => earnOf(h.t.ctx(), tx, id))))
    const [invoice] = await paidInvoices(id)
    expect(invoice).toMatchObject({ days_done: 9 })
    expect(await h.prove()).toEqual([])
  })

  test('ten pages asked for at once are one page; two guardians who start for one child at once make one subscription', async () => {
    const { guardian, id } = await pending()
    const pages = await Promise.allSettled(Array.from({ length: 10 }, () => h.page(guardian, id)))
    const urls = new Set(pages.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])))
    expect(urls.size).toBe(1)
    const [mother, father] = [await h.guardian(), await h.guardian()]
    const child = await h.child(mother, father)
    const starts = await Promise.allSettled([mother, father].map((person) => h.start(person, [child])))
    expect(starts.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  })
})

describe('too late', () => {
  test('a success after the payer ended it goes back, whatever the policy says', async () => {
    h.policy.late_money = 'resume'
    const { guardian, id } = await pending()
    const page = await h.page(guardian, id)
    await cancelNow(guardian, id)
    h.pay(page, CARDS.pays, { late: true })
    await h.settle()
    await h.goTo(h.today().add({ days: 1 }).toString())
    expect(await h.read(id)).toMatchObject({ status: 'cancelled' })
    expect(await repayments(id)).toMatchObject([{ reason: 'too_late', amount: 19_900 }])
    expect(await h.prove()).toEqual([])
  })

  test.each(['give_back', 'resume'] as const)('a success after the end for want of payment: %s', async (policy) => {
    h.policy.late_money = policy
    const { guardian, id, it } = await paid(CARDS.poorLater)
    await h.goTo(it.period_end.toString())
    await h.sleep(8)
    await h.sleep(21)
    const page = await h.page(guardian, id)
    await h.sleep(1)
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'unpaid' })
    h.pay(page, CARDS.pays, { late: true })
    await h.settle()
    await h.goTo(h.today().toString())
    const after = await h.read(id)
    if (policy === 'resume') {
      expect(after).toMatchObject({ status: 'active', ended_at: null, end_reason: null })
      expect(after.period_start).toEqual(h.today())
      expect(await repayments(id)).toEqual([])
    } else {
      expect(after.status).toBe('cancelled')
      expect(await repayments(id)).toMatchObject([{ reason: 'too_late' }])
    }
    expect(await h.prove()).toEqual([])
  })
})

describe('what the provider says', () => {
  test('a forged callback opens nothing', async () => {
    const { guardian, child, id } = await pending()
    const page = await h.page(guardian, id)
    // The word of a declined payment, turned into a success on its way.
    h.paymob.control.faults({ fault: 'forge', variant: 'tampered-success' })
    h.pay(page, CARDS.declined)
    await h.settle()
    expect(await h.read(id)).toMatchObject({ status: 'pending' })
    expect((await h.access(child)).open).toBe(false)
  })

  test('a callback that claims success where the payment was declined opens nothing: the truth is asked', async () => {
    const { guardian, child, id } = await pending()
    const page = await h.page(guardian, id)
    h.paymob.control.faults({ fault: 'disagree' })
    h.pay(page, CARDS.declined)
    await h.settle()
    expect(await h.read(id)).toMatchObject({ status: 'pending' })
    expect((await h.access(child)).open).toBe(false)
  })

  test('ten times the amount (piasters taken for pounds) buys nothing and waits for staff', async () => {
    const { guardian, id } = await pending()
    const page = await h.page(guardian, id)
    h.paymob.control.faults({ fault: 'wrong-amount' })
    h.pay(page)
    await h.settle()
    expect(await h.read(id)).toMatchObject({ status: 'pending' })
    const rows = await h.t.asOwner((client) => client.query('select status from subscriptions.charge where subscription_id = $1', [id])) // prettier-ignore
    expect(rows.rows).toEqual([{ status: 'disputed' }])
    await h.goTo(h.today().add({ days: 2 }).toString())
    expect(await h.read(id)).toMatchObject({ status: 'cancelled' })
    expect(await h.prove()).toEqual([])
  })
})

describe('money back', () => {
  test('ending at once gives the days not used back to the card, and takes their tax and their revenue back', async () => {
    const { guardian, id, it } = await paid()
    await h.goTo(it.period_start.add({ days: 10 }).toString())
    await cancelNow(guardian, id)
    await h.settle()
    const days = it.period_start.until(it.period_end).days
    const used = (19_900n * 10n) / BigInt(days)
    expect(await repayments(id)).toEqual([{ reason: 'unused', status: 'succeeded', amount: Number(19_900n - used) }])
    expect(returned()).toContain(Number(19_900n - used))
    const after = await h.books(id)
    expect(after.deferred).toBe(0n)
    expect(after.credit).toBe(0n)
    const [invoice, note] = await h.invoices(id)
    expect(note).toMatchObject({ kind: 'credit_note', reason: 'unused', number: expect.stringMatching(/^TUT-CN-\d{4}-\d{6}$/) }) // prettier-ignore
    expect(note!.gross_minor).toBe(19_900n - used)
    expect(invoice!.refunded_minor).toBe(note!.gross_minor)
    const { rows } = await h.t.asOwner((client) => client.query('select sum(amount_minor)::bigint as earned from subscriptions.recognition where subscription_id = $1', [id])) // prettier-ignore
    expect(BigInt(rows[0].earned) + invoice!.tax_minor - note!.tax_minor).toBe(used)
    expect(await h.prove()).toEqual([])
  })

  test('a repayment the provider refuses stays as credit, is seen, and is sent again by staff', async () => {
    const { guardian, id, it } = await paid()
    await h.goTo(it.period_start.add({ days: 3 }).toString())
    h.paymob.control.faults({ fault: 'refund-refused' })
    await cancelNow(guardian, id)
    await h.settle()
    expect(await repayments(id)).toMatchObject([{ status: 'failed' }])
    expect((await h.books(id)).credit > 0n).toBe(true)
    const checks = (await h.t.call('GET', '/health/checks')).json.checks
    expect(checks.find((check: { module: string }) => check.module === 'subscriptions').status).toBe('degraded')
    const finance = await h.staff('subscriptions.view', 'subscriptions.refund')
    const failed = await h.t.asOwner((client) => client.query(`select id from subscriptions.repayment where subscription_id = $1`, [id])) // prettier-ignore
    const { refundIds } = await import('../../payments/api.ts')
    const again = `/subscriptions/${wire(id)}/repayments/${refundIds.wire(failed.rows[0].id)}/again`
    expect((await h.call(finance, 'POST', again)).status).toBe(204)
    expect((await h.call(finance, 'POST', again)).status).toBe(409)
    await h.settle()
    expect((await h.books(id)).credit).toBe(0n)
    expect(await h.prove()).toEqual([])
  })

  test('staff give back alone up to the limit, above it a second person decides, never more than was paid', async () => {
    const { id, it } = await paid()
    const [one, two] = [await h.staff('subscriptions.view', 'subscriptions.refund', 'subscriptions.refund.approve'), await h.staff('subscriptions.refund.approve')] // prettier-ignore
    const [invoice] = await h.invoices(id)
    const { invoiceId } = await import('../ids.ts')
    const ask = (amount_minor: string, ends = false) =>
      h.call(one, 'POST', `/subscriptions/${wire(id)}/refunds`, { invoice_id: invoiceId.wire(invoice!.id), amount_minor, ends, note: 'A lesson did not load' }) // prettier-ignore
    const first = await ask('5000')
    expect([first.json.code, first.json.status]).toEqual([undefined, 'alone'])
    expect((await ask('15000')).json).toMatchObject({ code: 'subscriptions.amount_too_high' })
    // Small sums one after the other are a large one.
    const slice = await ask('6000')
    expect(slice.json).toMatchObject({ status: 'pending' })
    expect((await h.call(two, 'POST', `/subscription-refunds/${slice.json.id}/rejection`, {})).json).toMatchObject({ status: 'rejected' }) // prettier-ignore
    await h.goTo(it.period_start.add({ days: 2 }).toString())
    const asked = await ask('14900', true)
    expect(asked.json).toMatchObject({ status: 'pending' })
    expect((await ask('14900', true)).json.code).toBe('subscriptions.already_asked')
    expect((await h.read(id)).status).toBe('active')
    const decide = (person: Person) => h.call(person, 'POST', `/subscription-refunds/${asked.json.id}/approval`, {})
    expect((await decide(one)).json.code).toBe('subscriptions.second_person_needed')
    expect((await decide(two)).json).toMatchObject({ status: 'approved' })
    expect((await decide(two)).json.code).toBe('subscriptions.already_decided')
    await h.settle()
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'staff' })
    const sum = (await repayments(id)).reduce((total: number, row: { amount: number }) => total + row.amount, 0)
    expect(sum).toBe(19_900)
    expect(await h.prove()).toEqual([])
  })

  test('a payment the bank took back ends the subscription, and the books still close', async () => {
    const { id, payment, it } = await paid()
    await h.goTo(it.period_start.add({ days: 5 }).toString())
    const order = h.paymob.control.state().intentions.find((one) => one.special_reference?.startsWith(payment))!
    const transaction = h.paymob.control.state().transactions.find((one) => one.order_id === order.order_id && one.success)! // prettier-ignore
    h.paymob.control.refund({ transaction: transaction.id, amount_cents: 19_900 })
    await h.settle()
    await h.goTo(h.today().add({ days: 1 }).toString())
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'unpaid' })
    expect((await h.books(id)).deferred).toBe(0n)
    expect(await repayments(id)).toEqual([])
    expect(await h.prove()).toEqual([])
  })
})

describe('the provider renews', () => {
  test('begun at the page, renewed by its own charges, stopped when the guardian cancels', async () => {
    const post = async (path: string, body: object, token?: string) => {
      const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
      return (await fetch(h.paymob.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
    }
    const { token } = (await post('/api/auth/tokens', { api_key: 'paymob_api_key_simulator' })) as { token: string }
    const made = (await post('/api/acceptance/subscription-plans', { name: 'Basic', frequency: 30, amount_cents: 19_900, integration: 1002 }, token)) as { id: number } // prettier-ignore
    h.policy.plans = h.policy.plans.map((plan) => (plan.code === 'basic' ? { ...plan, provider_plans: { monthly: String(made.id) } } : plan)) // prettier-ignore
    const { guardian, child, id } = await pending()
    const page = await h.page(guardian, id, { renewed_by: 'provider' })
    h.pay(page)
    await h.settle()
    const it = await h.read(id)
    expect(it).toMatchObject({ status: 'active', card_id: null, provider_subscription_id: expect.any(String) })
    expect((await h.call(guardian, 'POST', `/subscriptions/${wire(id)}/change`, { plan: 'plus', cycle: 'monthly' })).json.code).toBe('subscriptions.provider_run') // prettier-ignore
    // Its month has thirty days: the money of the next period comes a day before ours ends.
    await h.goTo(it.period_start.add({ days: 30 }).toString())
    expect(await h.read(id)).toMatchObject({ status: 'active', period_start: it.period_start, paid_ahead: expect.any(String) }) // prettier-ignore
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ status: 'active', period_start: it.period_end, paid_ahead: null })
    await h.call(guardian, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'period_end' })
    await h.settle()
    expect(h.paymob.control.state().subscriptions.at(-1)!.state).toMatch(/^cancel/)
    await h.goTo((await h.read(id)).period_end.toString())
    expect((await h.access(child)).status).toBe('none')
    expect(await paidInvoices(id)).toHaveLength(2)
    expect(await h.prove()).toEqual([])
  })
})
