import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agenda,
  allowanceEnd,
  CYCLES,
  daysBetween,
  earnedOnNextDay,
  evenly,
  mayFollow,
  monthsAfter,
  NEXT,
  periodEnd,
  priceHolds,
  priceOf,
  refundParts,
  retriesBy,
  taxOf,
  unusedOf,
  unusedPart,
  usedOf,
  type Standing,
  type Status,
  type Terms,
} from '../rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const anyDay = fc.integer({ min: 0, max: 365 * 40 }).map((days) => day('2020-01-01').add({ days }))
const amount = fc.bigInt({ min: 1n, max: 10_000_000n })

describe('periods', () => {
  test.each([
    ['2026-01-31', 'monthly', ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']],
    ['2028-01-31', 'monthly', ['2028-02-29', '2028-03-31', '2028-04-30']],
    ['2026-01-30', 'monthly', ['2026-02-28', '2026-03-30', '2026-04-30']],
    ['2026-01-29', 'monthly', ['2026-02-28', '2026-03-29']],
    ['2026-08-31', 'monthly', ['2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28']],
    ['2025-11-30', 'quarterly', ['2026-02-28', '2026-05-30', '2026-08-30', '2026-11-30']],
    ['2026-05-31', 'quarterly', ['2026-08-31', '2026-11-30', '2027-02-28', '2027-05-31']],
    ['2028-02-29', 'yearly', ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
    ['2026-03-15', 'yearly', ['2027-03-15', '2028-03-15']],
  ] as const)('anchored on %s, billed %s', (anchor, cycle, ends) => {
    let start = day(anchor)
    for (const end of ends) {
      start = periodEnd(day(anchor), cycle, start)
      expect(start.toString()).toBe(end)
    }
  })

  test('the anchor never drifts: over any number of periods, each billing day is the anchor’s day or the month’s last', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...CYCLES), fc.integer({ min: 1, max: 60 }), (anchor, cycle, many) => {
        let start = anchor
        for (let i = 0; i < many; i++) {
          const end = periodEnd(anchor, cycle, start)
          expect(end.day).toBe(Math.min(anchor.day, end.daysInMonth))
          expect(daysBetween(start, end)).toBeGreaterThan(0)
          start = end
        }
        expect(start).toEqual(monthsAfter(anchor, many * { monthly: 1, quarterly: 3, yearly: 12 }[cycle]))
      }),
    )
  })

  test('a change of cycle in a short month keeps the anchor', () => {
    expect(periodEnd(day('2026-01-31'), 'yearly', day('2026-02-28')).toString()).toBe('2027-02-28')
    expect(periodEnd(day('2026-01-31'), 'quarterly', day('2026-02-28')).toString()).toBe('2026-05-31')
  })

  test('a period starts on one of the anchor’s days and nowhere else', () => {
    expect(() => periodEnd(day('2026-01-31'), 'monthly', day('2026-02-27'))).toThrow('no period')
  })

  test('months of allowances follow the anchor, also from a day that is none of its own', () => {
    expect(allowanceEnd(day('2026-01-31'), day('2026-01-31')).toString()).toBe('2026-02-28')
    expect(allowanceEnd(day('2026-01-31'), day('2026-02-28')).toString()).toBe('2026-03-31')
    expect(allowanceEnd(day('2026-01-31'), day('2026-02-10')).toString()).toBe('2026-02-28')
    // After a pause the anchor lies ahead.
    expect(allowanceEnd(day('2026-06-20'), day('2026-03-20')).toString()).toBe('2026-04-20')
  })
})

describe('money', () => {
  test.each([
    [11_400n, 10_000n, 1_400n],
    [19_900n, 17_456n, 2_444n],
    [1n, 0n, 1n],
    [0n, 0n, 0n],
  ])('%s with tax is %s and %s', (gross, net, tax) => {
    expect(taxOf(gross, 1400)).toEqual({ net, tax })
  })

  test('what is earned day by day sums to the net price, and on each day earned and unused are all of it', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 0, max: 2500 }),
        (gross_minor, days, tax_basis_points) => {
          // prettier-ignore
          const whole = taxOf(gross_minor, tax_basis_points)
          let earned = 0n
          for (let days_done = 0; days_done <= days; days_done++) {
            const service = { gross_minor, tax_basis_points, days, days_done }
            const left = unusedPart(service)
            expect(earned + left.net).toBe(whole.net)
            expect(left.net + left.tax).toBe(left.gross)
            expect(left.net >= 0n && left.tax >= 0n).toBe(true)
            if (days_done === days) break
            const today = earnedOnNextDay(service)
            expect(today >= 0n).toBe(true)
            earned += today
          }
          expect(earned).toBe(whole.net)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('used and unused of a price sum to it; a change conserves: what is credited and what is charged are the two rests', () => {
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 400 }), fc.nat(400), (old, other, days, past) => {
        const used = Math.min(past, days)
        expect(usedOf(old, used, days) + unusedOf(old, used, days)).toBe(old)
        const due = unusedOf(other, used, days) - unusedOf(old, used, days)
        // Used of the old, plus the difference, plus the rest of the old: used of the old and the rest of the new.
        expect(usedOf(old, used, days) + unusedOf(old, used, days) + due).toBe(usedOf(old, used, days) + unusedOf(other, used, days)) // prettier-ignore
        expect(due >= 0n).toBe(unusedOf(other, used, days) >= unusedOf(old, used, days))
        if (other >= old) expect(due >= 0n).toBe(true)
      }),
    )
  })

  test('a sum over several learners loses nothing', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 9 }), (sum, parts) => {
        const split = evenly(sum, parts)
        expect(split.reduce((a, b) => a + b, 0n)).toBe(sum)
        expect(split[0]! - split.at(-1)! <= 1n).toBe(true)
      }),
    )
    expect(evenly(10n, 3)).toEqual([4n, 3n, 3n])
  })

  test.each([
    [1, 19_900n],
    [2, 29_800n],
  ])('%i learners of a plan for one cost %s', (learners, price) => {
    expect(priceOf({ base_minor: 19_900n, extra_minor: 9_900n }, { included: 1, max: 2 }, learners)).toBe(price)
  })

  test('money goes back to the payments it came by, the newest first, none more than it brought', () => {
    const paid = [
      { payment_id: 'new', left_minor: 100n },
      { payment_id: 'old', left_minor: 50n },
    ]
    expect(refundParts(120n, paid)).toEqual({
      parts: [
        { payment_id: 'new', amount: 100n },
        { payment_id: 'old', amount: 20n },
      ],
      short: 0n,
    })
    expect(refundParts(200n, paid)).toMatchObject({ short: 50n })
    expect(refundParts(0n, paid)).toEqual({ parts: [], short: 0n })
  })
})

const TERMS: Terms = { retry_days: [1, 3, 7], grace_days: 7, cancel_days: 30, remind_days: 3, pending_days: 2 }
const standing = (more: Partial<Standing>): Standing => ({
  status: 'active',
  created_on: day('2026-01-01'),
  period_end: day('2026-03-31'),
  allowed_until: day('2026-03-31'),
  reminded: false,
  cancel_at_period_end: false,
  paid_ahead: false,
  charging: false,
  has_card: true,
  provider_renews: false,
  failed_on: null,
  retries: 0,
  paused_until: null,
  ...more,
})
const said = (more: Partial<Standing>) =>
  agenda(standing(more), TERMS).map(({ act, on }) => `${act} ${on.toString().slice(5)}`)

describe('what is due', () => {
  const failed_on = day('2026-03-31')
  const allowed_until = day('2026-04-30')
  test.each<[string, Partial<Standing>, string[]]>([
    ['nobody paid the first period', { status: 'pending' }, ['abandon 01-03']],
    ['a trial', { status: 'trial' }, ['remind 03-28', 'charge 03-31']],
    ['a trial of which the payer was reminded', { status: 'trial', reminded: true }, ['charge 03-31']],
    ['a trial that is paid', { status: 'trial', paid_ahead: true }, ['begin 03-31']],
    ['a trial called off', { status: 'trial', cancel_at_period_end: true }, ['end 03-31']],
    ['a paid period', {}, ['charge 03-31']],
    ['a month of a year', { allowed_until: day('2026-02-28') }, ['allow 02-28', 'charge 03-31']],
    ['its card is being charged', { charging: true }, []],
    ['called off', { cancel_at_period_end: true }, ['end 03-31']],
    ['the provider renews: a day later it is late', { provider_renews: true }, ['charge 04-01']],
    ['failed today', { status: 'grace', failed_on, allowed_until }, ['retry 04-01', 'suspend 04-07', 'give_up 04-30']],
    ['failed twice', { status: 'grace', failed_on, allowed_until, retries: 1 }, ['retry 04-03', 'suspend 04-07', 'give_up 04-30']],
    ['failed, the last try and the end of grace on one day', { status: 'grace', failed_on, allowed_until, retries: 2 }, ['retry 04-07', 'suspend 04-07', 'give_up 04-30']],
    ['failed, the last try under way', { status: 'grace', failed_on, allowed_until, retries: 3, charging: true }, []],
    ['failed without a card', { status: 'grace', failed_on, allowed_until, has_card: false }, ['suspend 04-07', 'give_up 04-30']],
    ['suspended', { status: 'suspended', failed_on }, ['give_up 04-30']],
    ['paused', { status: 'paused', paused_until: day('2026-03-10') }, ['resume 03-10']],
    ['over', { status: 'cancelled' }, []],
  ])('%s', (_what, more, expected) => {
    expect(said(more)).toEqual(expected)
  }) // prettier-ignore

  test.each([
    ['2026-03-31', 0],
    ['2026-04-01', 1],
    ['2026-04-02', 1],
    ['2026-04-03', 2],
    ['2026-04-07', 3],
    ['2026-05-20', 3],
  ])('by %s, %i retries: those slept over are one', (today, retries) => {
    expect(retriesBy(TERMS, failed_on, day(today))).toBe(retries)
  })

  test.each([
    ['2026-05-01', '2026-03-15', '2026-05-01'],
    ['2026-04-01', '2026-03-15', '2026-04-14'],
  ])('a price from %s, told on %s, holds from %s', (effective, told, holds) => {
    expect(priceHolds(day(effective), day(told), 30).toString()).toBe(holds)
  })

  test('nothing goes on after the end but by late money; everything open can end', () => {
    expect(NEXT.cancelled).toEqual(['active'])
    for (const status of Object.keys(NEXT) as Status[])
      expect(mayFollow(status, 'cancelled')).toBe(status !== 'cancelled')
    expect(mayFollow('suspended', 'grace')).toBe(false)
    expect(mayFollow('active', 'trial')).toBe(false)
  })
})
