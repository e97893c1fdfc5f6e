/** Ending at once after the month's allowance was used: what was had is not given back as days. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { usedDays } from '../rules.ts'
import { house, wire, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(() => h.anew())
afterEach(() => void delete h.policy.used)

/** What of a hundred each learner has used. */
const used = (tokens: bigint) => {
  h.policy.used = async () => [
    { meter: 'AI_TOKEN', granted: 100n, used: tokens },
    { meter: 'SPEECH', granted: 0n, used: 0n },
  ]
}
async function paid(cycle = 'monthly') {
  const guardian = await h.guardian()
  const id = await h.start(guardian, [await h.child(guardian)], { trial: false, cycle })
  await h.buy(guardian, id)
  return { guardian, id, it: await h.read(id) }
}
const asked = async (person: Person, id: string) =>
  (await h.call(person, 'GET', `/subscriptions/${wire(id)}/ending`)).json
const end = async (person: Person, id: string) => {
  await h.call(person, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'now' })
  await h.settle()
}
/** What came back of the first invoice. */
const back = async (id: string) => {
  const notes = (await h.invoices(id)).filter((one) => one.kind === 'credit_note')
  return notes.reduce((sum, note) => sum + note.gross_minor, 0n)
}

test('a month used up on its first day is a month that was had: nothing comes back, and that was told before', async () => {
  const { guardian, id } = await paid()
  used(100n)
  expect(await asked(guardian, id)).toMatchObject({ back_minor: '0', by_use: true })
  await end(guardian, id)
  expect(await h.read(id)).toMatchObject({ status: 'cancelled' })
  expect(await back(id)).toBe(0n)
  expect(await h.prove()).toEqual([])
})

test('half of it used on the first day gives half of the month back; ten at once give it back once', async () => {
  const { guardian, id, it } = await paid()
  used(50n)
  const told = await asked(guardian, id)
  const half = it.period_days - Math.floor(it.period_days / 2)
  expect(BigInt(told.back_minor)).toBe(19_900n - (19_900n * BigInt(it.period_days - half)) / BigInt(it.period_days))
  await Promise.all(Array.from({ length: 10 }, () => h.call(guardian, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'now' }))) // prettier-ignore
  await h.settle()
  expect(await back(id)).toBe(BigInt(told.back_minor))
  expect((await h.books(id)).deferred).toBe(0n)
  expect(await h.prove()).toEqual([])
})

test('whoever used less than days are over gets the days left back', async () => {
  const { guardian, id, it } = await paid()
  await h.days(20)
  used(10n)
  const told = await asked(guardian, id)
  expect(told).toMatchObject({ by_use: false, from: h.today().toString() })
  await end(guardian, id)
  expect(await back(id)).toBe(19_900n - (19_900n * 20n) / BigInt(it.period_days))
  expect(BigInt(told.back_minor)).toBe(await back(id))
})

test('of a year, the months that have not begun come back whole', async () => {
  const { guardian, id, it } = await paid('yearly')
  await h.days(3)
  used(100n)
  const told = await asked(guardian, id)
  expect(told.from).toBe(it.allowed_until.toString())
  await end(guardian, id)
  const month = it.period_start.until(it.allowed_until, { largestUnit: 'days' }).days
  expect(await back(id)).toBe(199_000n - (199_000n * BigInt(month)) / BigInt(it.period_days))
  expect(BigInt(told.back_minor)).toBe(await back(id))
  expect(await h.prove()).toEqual([])
})

test('only the payer is told; staff who end it give every day back', async () => {
  const { id } = await paid()
  const stranger = await h.guardian()
  expect((await h.call(stranger, 'GET', `/subscriptions/${wire(id)}/ending`)).status).toBe(404)
  used(100n)
  const staff = await h.staff('subscriptions.view', 'subscriptions.manage')
  expect((await h.call(staff, 'POST', `/subscriptions/${wire(id)}/end`)).status).toBeLessThan(300) // prettier-ignore
  await h.settle()
  expect(await back(id)).toBe(19_900n)
})

describe('days used up', () => {
  const day = (text: string) => Temporal.PlainDate.from(text)
  const month = { anchor_on: day('2026-01-31'), period_start: day('2026-01-31'), allowed_until: day('2026-03-31') }
  test.each([
    [[], 0],
    [[{ granted: 100n, used: 0n }], 0],
    [[{ granted: 100n, used: 49n }], 15],
    [[{ granted: 100n, used: 100n }], 31],
    [[{ granted: 100n, used: 250n }], 31],
    [
      [
        { granted: 100n, used: 10n },
        { granted: 600n, used: 300n },
      ],
      15,
    ],
    [[{ granted: 0n, used: 0n }], 0],
  ])('case %#', (sums, days) => {
    expect(usedDays(month, sums)).toEqual({ from: day('2026-02-28'), days })
  })
})
