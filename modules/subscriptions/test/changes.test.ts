/** Another plan, more and fewer children, pauses, another payer, new prices, coming of age, erasure. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { putProfile } from '../../profiles/api.ts'
import { revenueOf } from '../api.ts'
import { subscriptions } from '../module.ts'
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
  await h.buy(guardian, id)
  return { guardian, learners, child: learners[0]!, id, it: await h.read(id) }
}
const act = (person: Person, id: string, what: string, body: unknown) =>
  h.call(person, 'POST', `/subscriptions/${wire(id)}/${what}`, body)
const plan = (name: string, cycle = 'monthly', when?: string) => ({ plan: name, cycle, ...(when ? { when } : {}) })

describe('a larger plan', () => {
  test('costs the difference of the days left, is charged to the card and holds once paid', async () => {
    const { guardian, child, id, it } = await paid()
    await h.goTo(it.period_start.add({ days: 10 }).toString())
    const quote = await h.call(guardian, 'GET', `/subscriptions/${wire(id)}/quote?plan=plus&cycle=monthly`)
    const days = BigInt(it.period_days)
    const rest = (price: bigint) => price - (price * 10n) / days
    const due = rest(29_900n) - rest(19_900n)
    expect(quote.json).toMatchObject({ takes_effect: 'now_paid', due_minor: String(due), price_minor: '29900' })
    expect((await act(guardian, id, 'change', plan('plus'))).json).toMatchObject({ due_minor: String(due) })
    expect((await h.read(id)).plan).toBe('basic')
    await h.settle()
    expect(await h.read(id)).toMatchObject({ plan: 'plus', price_minor: 29_900n, period_end: it.period_end })
    // What the larger plan holds more of the month, once.
    expect(h.allowed.filter((one) => one.subject === child.userId).map((one) => one.amount)).toEqual([100n, 200n])
    await h.goTo(it.period_end.toString())
    expect((await h.invoices(id)).at(-1)).toMatchObject({ gross_minor: 29_900n, plan: 'plus' })
    expect((await h.books(id)).deferred).toBe((await h.invoices(id)).at(-1)!.net_minor)
    expect(await h.prove()).toEqual([])
  })

  test('another plan or cycle, or a child more, while the renewal is unpaid: pay first, and nothing is changed', async () => {
    const guardian = await h.guardian()
    const id = await h.start(guardian, [await h.child(guardian)], { trial: false })
    await h.buy(guardian, id, CARDS.poorLater)
    await h.goTo((await h.read(id)).period_end.toString())
    const unchanged = async (status: string) => {
      const before = [await h.read(id), await h.invoices(id)]
      expect(before[0]).toMatchObject({ status })
      const asked = [plan('plus'), plan('plus', 'monthly', 'now'), plan('basic', 'yearly')]
      for (const wish of asked)
        expect((await act(guardian, id, 'change', wish)).json.code).toBe('subscriptions.pay_first')
      const more = { learner_id: wireUser(await h.child(guardian)) }
      expect((await act(guardian, id, 'learners', more)).json.code).toBe('subscriptions.pay_first')
      expect([await h.read(id), await h.invoices(id)]).toEqual(before)
    }
    await unchanged('grace')
    await h.sleep(8)
    await unchanged('suspended')
  })

  test('whose payment is declined changes nothing, and says so', async () => {
    const { guardian, id } = await paid()
    h.paymob.control.faults({ fault: 'fail-payment' })
    await act(guardian, id, 'change', plan('plus'))
    await h.settle()
    expect(await h.read(id)).toMatchObject({ plan: 'basic', status: 'active', charging: null })
    expect(await h.sentTo(guardian.phone)).toContain('subscriptions.change_failed')
  })

  test('without a card is paid on the page; paid after its period was over, the money goes back', async () => {
    const { guardian, id, it } = await paid()
    await h.call(guardian, 'PUT', `/subscriptions/${wire(id)}/card`, { card_id: null })
    await act(guardian, id, 'change', plan('plus'))
    const page = await h.page(guardian, id)
    await h.goTo(it.period_end.toString())
    h.pay(page, CARDS.pays, { late: true })
    await h.settle()
    await h.goTo(h.today().add({ days: 1 }).toString())
    expect((await h.read(id)).plan).toBe('basic')
    const rows = await h.t.asOwner((client) => client.query('select reason from subscriptions.repayment where subscription_id = $1', [id])) // prettier-ignore
    expect(rows.rows).toEqual([{ reason: 'too_late' }])
    expect(await h.prove()).toEqual([])
  })
})

describe('a smaller plan', () => {
  test('holds from the next period, and can be taken back until then', async () => {
    const { guardian, id, it } = await paid({ plan: 'plus' })
    expect((await act(guardian, id, 'change', plan('basic'))).json).toMatchObject({ takes_effect: 'period_end', due_minor: '0' }) // prettier-ignore
    await act(guardian, id, 'change', plan('plus'))
    expect((await h.read(id)).next_plan).toBeNull()
    await act(guardian, id, 'change', plan('basic'))
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ plan: 'basic', price_minor: 19_900n, next_plan: null })
  })

  test('now: the rest becomes credit, which the next period takes first; to and fro gives no allowance twice', async () => {
    const { guardian, child, id, it } = await paid({ plan: 'plus' })
    await h.goTo(it.period_start.add({ days: 10 }).toString())
    const quote = (await act(guardian, id, 'change', plan('basic', 'monthly', 'now'))).json
    const { credit } = await h.books(id)
    expect(String(credit)).toBe(quote.credit_minor)
    expect(credit > 0n).toBe(true)
    await act(guardian, id, 'change', plan('plus'))
    await h.settle()
    expect((await h.read(id)).plan).toBe('plus')
    expect((await h.books(id)).credit).toBe(0n)
    expect(h.allowed.filter((one) => one.subject === child.userId).map((one) => one.amount)).toEqual([300n])
    await act(guardian, id, 'change', plan('basic', 'monthly', 'now'))
    await h.goTo(it.period_end.toString())
    const last = (await h.invoices(id)).at(-1)!
    expect(last).toMatchObject({ reason: 'period', plan: 'basic', gross_minor: 19_900n, credit_minor: credit })
    expect(await h.prove()).toEqual([])
  })

  test('another cycle holds from the next period and keeps the billing day', async () => {
    const { guardian, id, it } = await paid()
    await act(guardian, id, 'change', plan('basic', 'yearly'))
    await h.goTo(it.period_end.toString())
    const after = await h.read(id)
    expect(after).toMatchObject({ cycle: 'yearly', price_minor: 199_000n, anchor_on: it.anchor_on })
    expect(after.period_end.toString()).toBe(it.anchor_on.add({ months: 13 }).toString())
  })
})

describe('children', () => {
  test('one more is paid for the days left and then covered; one less leaves with the period', async () => {
    const { guardian, id, it } = await paid()
    const second = await h.child(guardian)
    const added = await act(guardian, id, 'learners', { learner_id: wireUser(second) })
    expect(added.json).toMatchObject({ takes_effect: 'now_paid', price_minor: '29800' })
    expect((await h.access(second)).open).toBe(false)
    await h.settle()
    expect((await h.access(second)).open).toBe(true)
    const third = await act(guardian, id, 'learners', { learner_id: wireUser(await h.child(guardian)) })
    expect(third.json.code).toBe('subscriptions.too_many_learners')
    await h.call(guardian, 'DELETE', `/subscriptions/${wire(id)}/learners/${wireUser(second)}`)
    expect((await h.access(second)).open).toBe(true)
    await h.goTo(it.period_end.toString())
    expect((await h.access(second)).status).toBe('none')
    expect(await h.read(id)).toMatchObject({ price_minor: 19_900n })
  })

  test('within a family plan are free; the last one cannot leave; a stranger’s child cannot be added', async () => {
    const { guardian, id, child } = await paid({ plan: 'family' })
    const second = await h.child(guardian)
    expect((await act(guardian, id, 'learners', { learner_id: wireUser(second) })).json.takes_effect).toBe('now')
    expect((await h.access(second)).open).toBe(true)
    const stranger = await h.child(await h.guardian())
    expect((await act(guardian, id, 'learners', { learner_id: wireUser(stranger) })).status).toBe(404)
    await h.call(guardian, 'DELETE', `/subscriptions/${wire(id)}/learners/${wireUser(second)}`)
    const last = await h.call(guardian, 'DELETE', `/subscriptions/${wire(id)}/learners/${wireUser(child)}`)
    expect(last.json.code).toBe('subscriptions.last_learner')
  })

  test('what is earned of a month is shared by the children of each day, to the last piaster', async () => {
    const { guardian, learners, id, it } = await paid({ plan: 'family' }, 2)
    await h.goTo(it.period_start.add({ days: 4 }).toString())
    const third = await h.child(guardian)
    await act(guardian, id, 'learners', { learner_id: wireUser(third) })
    await h.goTo(it.period_end.add({ days: 1 }).toString())
    let sum = 0n
    const months = [it.period_start, it.period_end].map((day) => day.with({ day: 1 }).toString())
    for (const learner of [...learners, third])
      for (const month of new Set(months))
        sum += await h.t.tx((tx) => revenueOf(h.t.ctx(), tx, learner.userId, Temporal.PlainDate.from(month)))
    const earned = await h.t.asOwner((client) => client.query('select sum(amount_minor)::bigint as sum from subscriptions.recognition where subscription_id = $1', [id])) // prettier-ignore
    expect(sum).toBe(BigInt(earned.rows[0].sum))
    expect(sum > 0n).toBe(true)
  })
})

describe('a pause', () => {
  test('closes lessons, earns nothing, and gives the days back; bounded over a year', async () => {
    const { guardian, child, id, it } = await paid()
    await h.goTo(it.period_start.add({ days: 10 }).toString())
    const before = await h.books(id)
    expect((await act(guardian, id, 'pause', { days: 61 })).json.code).toBe('subscriptions.pause_too_long')
    await act(guardian, id, 'pause', { days: 20 })
    expect(await h.access(child)).toMatchObject({ status: 'paused', open: false })
    await h.sleep(19)
    expect((await h.books(id)).deferred).toBe(before.deferred)
    await h.sleep(1)
    const after = await h.read(id)
    expect(after.status).toBe('active')
    expect(after.period_end).toEqual(it.period_end.add({ days: 20 }))
    await act(guardian, id, 'pause', { days: 10 })
    await h.sleep(2)
    await act(guardian, id, 'resume', undefined)
    expect((await h.read(id)).period_end).toEqual(it.period_end.add({ days: 22 }))
    expect((await act(guardian, id, 'pause', { days: 39 })).json.code).toBe('subscriptions.pause_too_long')
    await h.goTo(it.period_end.add({ days: 22 }).toString())
    expect((await h.invoices(id))[0]).toMatchObject({ next_on: null })
    expect((await h.invoices(id)).at(-1)!.from_on).toEqual(it.period_end.add({ days: 22 }))
    expect(await h.prove()).toEqual([])
  })

  test('in whose middle staff end it: the days of the pause were not used, and go back whole', async () => {
    const { guardian, id, it } = await paid()
    await h.goTo(it.period_start.add({ days: 10 }).toString())
    await act(guardian, id, 'pause', { days: 30 })
    const { deferred } = await h.books(id)
    await h.sleep(15)
    const boss = await h.staff('subscriptions.manage')
    await h.call(boss, 'POST', `/subscriptions/${wire(id)}/end`)
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'staff' })
    const note = (await h.invoices(id)).find((one) => one.kind === 'credit_note')
    expect(note).toMatchObject({ net_minor: deferred, gross_minor: 19_900n - (19_900n * 10n) / BigInt(it.period_days) })
    expect(await h.prove()).toEqual([])
  })

  test('is of what is paid and goes on: not of a trial, a first bill, a failed renewal or what was called off', async () => {
    const refusedIn = async (person: Person, id: string) => {
      expect((await act(person, id, 'pause', { days: 5 })).json.code).toBe('subscriptions.not_now')
      expect((await act(person, id, 'resume', undefined)).json.code).toBe('subscriptions.not_now')
    }
    const guardian = await h.guardian()
    const trial = await h.start(guardian, [await h.child(guardian)])
    await refusedIn(guardian, trial)
    await refusedIn(guardian, await h.start(guardian, [await h.child(guardian)], { trial: false }))
    await act(guardian, trial, 'cancel', { when: 'period_end' })
    await refusedIn(guardian, trial)
    const late = await paid()
    h.paymob.control.faults({ fault: 'fail-payment' })
    await h.goTo(late.it.period_end.toString())
    expect(await h.read(late.id)).toMatchObject({ status: 'grace' })
    await refusedIn(late.guardian, late.id)
  })
})

describe('ending', () => {
  test('the guardian cancels: open until the period ends, undone until then, no charge after', async () => {
    const { guardian, child, id, it } = await paid()
    await act(guardian, id, 'cancel', { when: 'period_end' })
    await h.call(guardian, 'DELETE', `/subscriptions/${wire(id)}/cancel`)
    expect((await h.read(id)).cancel_at_period_end).toBe(false)
    await act(guardian, id, 'cancel', { when: 'period_end' })
    await h.goTo(it.period_end.subtract({ days: 1 }).toString())
    expect((await h.access(child)).open).toBe(true)
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'payer' })
    expect((await h.invoices(id)).filter((one) => one.status === 'paid')).toHaveLength(1)
    expect((await h.books(id)).deferred).toBe(0n)
  })
})

describe('who pays', () => {
  test('a second guardian takes over: the card of the first is never charged again, their invoices stay theirs', async () => {
    const { guardian, child, id, it } = await paid()
    const other = await h.guardian()
    const takeOver = () => h.call(other, 'POST', `/learners/${wireUser(child)}/subscription/payer`)
    expect((await takeOver()).status).toBe(404)
    await h.link(child, other)
    expect((await takeOver()).status).toBe(200)
    expect(await h.read(id)).toMatchObject({ payer_id: other.userId, card_id: null })
    expect((await h.call(guardian, 'GET', `/subscriptions/${wire(id)}`)).status).toBe(404)
    expect((await h.call(guardian, 'GET', '/invoices')).json.items).toHaveLength(1)
    expect((await h.call(other, 'GET', '/invoices')).json.items).toHaveLength(0)
    expect((await h.call(other, 'GET', `/subscriptions/${wire(id)}/invoices`)).json.items).toHaveLength(0)
    await h.goTo(it.period_end.toString())
    expect((await h.read(id)).status).toBe('grace')
    await h.buy(other, id)
    expect((await h.read(id)).status).toBe('active')
    expect((await h.call(other, 'GET', '/invoices')).json.items).toHaveLength(1)
  })

  test('coming of age: the billing owner stays until the learner takes over', async () => {
    const guardian = await h.guardian()
    const child = await h.child(guardian)
    await h.t.tx((tx) => putProfile(h.t.ctx(child.actor), tx, child.userId, { firstName: 'Omar', dateOfBirth: h.today().subtract({ years: 18 }).add({ days: 5 }) })) // prettier-ignore
    const id = await h.start(guardian, [child], { trial: false })
    await h.buy(guardian, id)
    const it = await h.read(id)
    await h.sleep(6)
    await h.t.runCron()
    await h.goTo(it.period_end.toString())
    expect(await h.read(id)).toMatchObject({ status: 'active', payer_id: guardian.userId })
    expect((await h.invoices(id)).filter((one) => one.status === 'paid')).toHaveLength(2)
    expect((await h.call(child, 'POST', `/learners/${wireUser(child)}/subscription/payer`)).status).toBe(200)
    expect(await h.read(id)).toMatchObject({ payer_id: child.userId, card_id: null })
    // The guardian has no right over the grown learner any more.
    expect((await h.call(guardian, 'POST', `/learners/${wireUser(child)}/subscription/payer`)).status).toBe(404)
  })
})

describe('a new price', () => {
  test('is told thirty days before and holds from the first period after that, not earlier', async () => {
    const { guardian, id, it } = await paid()
    const boss = await h.staff('subscriptions.manage')
    const price = (month: string) => ({ base_minor: month, extra_minor: '9900' })
    const announce = (effective_on: string) =>
      h.call(boss, 'POST', '/plans/basic/prices', {
        effective_on,
        prices: { monthly: price('24900'), quarterly: price('69900'), yearly: price('249000') },
      })
    expect((await announce(h.today().add({ days: 29 }).toString())).json.code).toBe('subscriptions.price_too_soon')
    expect((await announce(h.today().add({ days: 30 }).toString())).status).toBe(201)
    await h.sleep(5)
    expect(await h.sentTo(guardian.phone)).toContain('subscriptions.price_change')
    await h.quiet(id)
    // Told five days into the period: thirty days later is after the next billing day, which keeps the old price.
    await h.goTo(it.period_end.toString())
    expect((await h.invoices(id)).at(-1)).toMatchObject({ gross_minor: 19_900n, plan_version: 1 })
    await h.goTo(it.anchor_on.add({ months: 2 }).toString())
    expect((await h.invoices(id)).at(-1)).toMatchObject({ gross_minor: 24_900n, plan_version: 2 })
    const plans = (await h.t.call('GET', '/plans')).json.plans
    expect(plans[0].prices.monthly.base_minor).toBe('24900')
  })
})

describe('erasure', () => {
  test('of the payer ends it, gives the rest back and takes the name off; of the child frees the seat', async () => {
    const { guardian, child, id, it } = await paid()
    await h.goTo(it.period_start.add({ days: 3 }).toString())
    await h.t.tx((tx) => subscriptions.personalData!.erase(h.t.ctx(), tx, guardian.userId))
    await h.settle()
    expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'erased' })
    expect((await h.invoices(id)).every((one) => one.billed_to === null)).toBe(true)
    expect((await h.access(child)).status).toBe('none')
    const other = await paid()
    await h.t.tx((tx) => subscriptions.personalData!.erase(h.t.ctx(), tx, other.child.userId))
    expect(await h.read(other.id)).toMatchObject({ status: 'cancelled', end_reason: 'nobody_left' })
    expect(await h.prove()).toEqual([])
  })
})
