/** A payer whose account staff closed: nothing is charged, and nobody pays for the time in which lessons were closed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reinstateUser, suspendUser } from '../../identity/api.ts'
import { advanceOne } from '../advancing.ts'
import { followReopening } from '../closures.ts'
import { CARDS, house, wire, wireUser, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(() => h.anew())

const close = async (person: Person) => {
  await h.t.tx((tx) => suspendUser(h.t.ctx(), tx, person.userId, 'A report is looked into'))
  await h.settle()
}
const open = async (person: Person) => {
  await h.t.tx((tx) => reinstateUser(h.t.ctx(), tx, person.userId, 'Nothing was wrong'))
  await h.settle()
}
async function paid(more: Record<string, unknown> = {}) {
  const guardian = await h.guardian()
  const child = await h.child(guardian)
  const id = await h.start(guardian, [child], { trial: false, ...more })
  await h.buy(guardian, id)
  return { guardian, child, id, it: await h.read(id) }
}
const paidInvoices = async (id: string) => (await h.invoices(id)).filter((one) => one.status === 'paid')

test('paid days go on, then lessons wait: no charge, no failure, no end; open again, the next month begins that day', async () => {
  const { guardian, child, id, it } = await paid()
  await h.days(5)
  await close(guardian)
  expect((await h.access(child)).open).toBe(true)
  await h.goTo(it.period_end.toString())
  expect(await h.read(id)).toMatchObject({ status: 'suspended', failed_on: null, charging: null })
  expect((await h.access(child)).open).toBe(false)
  expect(h.heard.filter(({ event }) => event === 'subscriptions.suspended').map(({ payload }) => payload.reason)).toEqual(['payer_closed']) // prettier-ignore
  await h.sleep(90)
  expect(await h.read(id)).toMatchObject({ status: 'suspended', failed_on: null })
  expect(await paidInvoices(id)).toHaveLength(1)
  await open(guardian)
  const today = h.today()
  const again = await h.read(id)
  expect(again).toMatchObject({ status: 'active', failed_on: null })
  expect([again.period_start.toString(), again.period_end.toString()]).toEqual([today.toString(), today.add({ months: 1 }).toString()]) // prettier-ignore
  expect((await h.access(child)).open).toBe(true)
  const invoices = await paidInvoices(id)
  expect(invoices.map((one) => one.gross_minor)).toEqual([19_900n, 19_900n])
  expect(await h.prove()).toEqual([])
})

test('open again before the period ended, nothing happened', async () => {
  const { guardian, id, it } = await paid()
  await close(guardian)
  await h.days(3)
  await open(guardian)
  expect(await h.read(id)).toMatchObject({ status: 'active', period_end: it.period_end })
  await h.goTo(it.period_end.toString())
  expect(await paidInvoices(id)).toHaveLength(2)
})

test('a failure before it is not counted on: no retry, no end for want of payment', async () => {
  const { guardian, id, it } = await paid()
  await h.call(guardian, 'PUT', `/subscriptions/${wire(id)}/card`, { card_id: null })
  await h.goTo(it.period_end.toString())
  expect((await h.read(id)).status).toBe('grace')
  await close(guardian)
  await h.sleep(40)
  expect(await h.read(id)).toMatchObject({ status: 'suspended', failed_on: null })
  await open(guardian)
  // Without a card it is asked for from today, with the usual time to pay.
  expect(await h.read(id)).toMatchObject({ status: 'suspended', failed_on: h.today() })
  await h.buy(guardian, id)
  expect(await h.read(id)).toMatchObject({ status: 'active', period_start: h.today() })
})

test('a card that is declined on the day the account opens begins the usual time to pay', async () => {
  const guardian = await h.guardian()
  const child = await h.child(guardian)
  const id = await h.start(guardian, [child], { trial: false })
  await h.buy(guardian, id, CARDS.poorLater)
  await close(guardian)
  await h.sleep(40)
  await open(guardian)
  expect(await h.read(id)).toMatchObject({ status: 'suspended', failed_on: h.today(), charging: null })
  await h.sleep(31)
  expect(await h.read(id)).toMatchObject({ status: 'cancelled', end_reason: 'unpaid' })
})

test('opened by ten workers at once, one month is charged', async () => {
  const { guardian, id } = await paid()
  await close(guardian)
  await h.sleep(40)
  await h.t.tx((tx) => reinstateUser(h.t.ctx(), tx, guardian.userId, 'Nothing was wrong'))
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      h.t.tx((tx) => (i % 2 === 0 ? followReopening(h.t.ctx(), tx, guardian.userId) : advanceOne(h.t.ctx(), tx, id))),
    ),
  )
  await h.settle()
  expect(await paidInvoices(id)).toHaveLength(2)
  expect(await h.read(id)).toMatchObject({ status: 'active', period_start: h.today() })
})

test('another guardian takes over meanwhile, and pays from that day', async () => {
  const { guardian, child, id } = await paid()
  await close(guardian)
  await h.sleep(40)
  const other = await h.guardian()
  await h.link(child, other)
  expect((await h.call(other, 'POST', `/learners/${wireUser(child)}/subscription/payer`)).status).toBe(200)
  await h.buy(other, id)
  expect(await h.read(id)).toMatchObject({ status: 'active', payer_id: other.userId, period_start: h.today() })
  await open(guardian)
  expect(await paidInvoices(id)).toHaveLength(2)
})

test('whoever learns alone at own cost loses no paid day, and none of the pauses they may take', async () => {
  const learner = await h.guardian()
  const id = await h.start(learner, [learner], { trial: false })
  await h.buy(learner, id)
  const { period_end } = await h.read(id)
  await h.days(4)
  await close(learner)
  expect(await h.read(id)).toMatchObject({ status: 'paused' })
  await h.sleep(70)
  expect(await paidInvoices(id)).toHaveLength(1)
  await open(learner)
  expect(await h.read(id)).toMatchObject({ status: 'active', period_end: period_end.add({ days: 70 }) })
  expect((await h.call(learner, 'POST', `/subscriptions/${wire(id)}/pause`, { days: 60 })).status).toBe(200)
  expect(await h.prove()).toEqual([])
})
