/** Streaks: freeze days, months, the changes of the clocks in Cairo, travelling. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDate } from '../../../kernel/clock.ts'
import { countDay, frozenAmong, NO_STREAK, streakOf, streakOn } from '../calendar.ts'

const days = (...list: string[]) => list.map((day) => Temporal.PlainDate.from(day))
const on = (list: string[], today: string) => streakOn(streakOf(days(...list)), Temporal.PlainDate.from(today))

test.each([
  ['no day yet', [], '2026-03-10', 0, false],
  ['today alone', ['2026-03-10'], '2026-03-10', 1, false],
  ['yesterday, and today is not over', ['2026-03-09'], '2026-03-10', 1, false],
  ['three in a row', ['2026-03-08', '2026-03-09', '2026-03-10'], '2026-03-10', 3, false],
  ['a missed day is frozen', ['2026-03-08', '2026-03-10'], '2026-03-10', 2, false],
  ['two missed days are frozen', ['2026-03-07', '2026-03-10'], '2026-03-10', 2, false],
  ['the third missed day of a month breaks it', ['2026-03-06', '2026-03-10'], '2026-03-10', 1, false],
  ['both freeze days are gone and today is open', ['2026-03-07'], '2026-03-10', 1, true],
  ['it ended the day after', ['2026-03-07'], '2026-03-11', 0, false],
  ['each month has two of its own', ['2026-03-29', '2026-04-03'], '2026-04-03', 2, false],
  ['five missed days over the turn of a month break it', ['2026-03-28', '2026-04-03'], '2026-04-03', 1, false],
  ['a day counted twice counts once', ['2026-03-10', '2026-03-10'], '2026-03-10', 1, false],
])('%s', (_, list, today, expected, atRisk) => {
  expect(on(list, today)).toMatchObject({ days: expected, atRisk })
})

test('a late answer on a frozen day gives the freeze day back', () => {
  expect(on(['2026-03-08', '2026-03-10'], '2026-03-10').freezesLeft).toBe(1)
  expect(on(['2026-03-08', '2026-03-09', '2026-03-10'], '2026-03-10')).toMatchObject({ days: 3, freezesLeft: 2 })
})

test('frozen days stay what they were when practice goes on', () => {
  const frozen = (list: string[], today: string) =>
    frozenAmong(days(...list), Temporal.PlainDate.from(today)).map(String)
  expect(frozen(['2026-03-08', '2026-03-10', '2026-03-11'], '2026-03-11')).toEqual(['2026-03-09'])
  expect(frozen(['2026-03-08', '2026-03-10', '2026-03-11'], '2026-03-13')).toEqual(['2026-03-09', '2026-03-12'])
  // The third missed day of the month broke it: none of those days was covered.
  expect(frozen(['2026-03-06', '2026-03-10'], '2026-03-10')).toEqual([])
})

test('the longest streak is remembered', () => {
  expect(on(['2026-01-01', '2026-01-02', '2026-01-03', '2026-03-10'], '2026-03-10')).toMatchObject({
    days: 1,
    longest: 3,
  })
})

const someDays = fc
  .array(fc.integer({ min: 0, max: 120 }), { maxLength: 60 })
  .map((list) => list.map((n) => Temporal.PlainDate.from('2026-01-20').add({ days: n })))

test('one day at a time gives what all days give', () => {
  fc.assert(
    fc.property(someDays, (list) => {
      const sorted = [...new Set(list.map(String))].sort().map((day) => Temporal.PlainDate.from(day))
      expect(sorted.reduce(countDay, NO_STREAK)).toEqual(streakOf(list))
    }),
  )
})

test('between none and two freeze days are left, whatever was practised', () => {
  fc.assert(
    fc.property(someDays, fc.integer({ min: 0, max: 130 }), (list, n) => {
      const today = Temporal.PlainDate.from('2026-01-20').add({ days: n })
      const past = list.filter((day) => Temporal.PlainDate.compare(day, today) <= 0)
      const { freezesLeft, days: count, longest } = streakOn(streakOf(past), today)
      expect([0, 1, 2]).toContain(freezesLeft)
      expect(count).toBeLessThanOrEqual(longest)
      expect(longest).toBeLessThanOrEqual(new Set(past.map(String)).size)
    }),
  )
})

describe('the day of an answer is the civil day of the learner', () => {
  const dayOf = (instant: string, zone = 'Africa/Cairo') => String(civilDate(Temporal.Instant.from(instant), zone))

  test.each([
    // Egypt puts its clocks forward at the beginning of the last Friday of April, and back at the end of the last Thursday of October.
    ['the evening before summer time begins', '2026-04-23T21:59:59Z', '2026-04-23'],
    ['the first moment after it began: 00:00 does not exist, 01:00 does', '2026-04-23T22:00:00Z', '2026-04-24'],
    ['23:59 of its first day', '2026-04-24T20:59:00Z', '2026-04-24'],
    ['00:00 of its second day', '2026-04-24T21:00:00Z', '2026-04-25'],
    ['23:59 before summer time ends, the first time', '2026-10-29T20:59:00Z', '2026-10-29'],
    ['23:59 again, an hour later', '2026-10-29T21:59:00Z', '2026-10-29'],
    ['00:00 after it ended', '2026-10-29T22:00:00Z', '2026-10-30'],
    ['23:59 in winter', '2026-12-01T21:59:00Z', '2026-12-01'],
  ])('%s', (_, instant, day) => {
    expect(dayOf(instant)).toBe(day)
  })

  test('practising at 23:59 on each day across both changes of the clocks keeps the streak, without a freeze day', () => {
    for (const first of ['2026-04-20', '2026-10-26']) {
      const practised = Array.from({ length: 8 }, (_, n) => {
        const local = Temporal.PlainDate.from(first)
          .add({ days: n })
          .toZonedDateTime({
            timeZone: 'Africa/Cairo',
            plainTime: Temporal.PlainTime.from('23:59'),
          })
        return civilDate(local.toInstant(), 'Africa/Cairo')
      })
      expect(streakOn(streakOf(practised), practised.at(-1)!)).toMatchObject({ days: 8, freezesLeft: 2 })
    }
  })

  test('travelling east or west neither counts a day twice nor loses one', () => {
    const list = [
      dayOf('2026-06-01T19:00:00Z'),
      dayOf('2026-06-02T19:00:00Z', 'Asia/Tokyo'),
      dayOf('2026-06-03T23:30:00Z', 'Asia/Tokyo'),
      dayOf('2026-06-04T19:00:00Z'),
      dayOf('2026-06-05T03:00:00Z', 'America/New_York'),
    ]
    expect(list).toEqual(['2026-06-01', '2026-06-03', '2026-06-04', '2026-06-04', '2026-06-04'])
    expect(on(list, '2026-06-04')).toMatchObject({ days: 3, freezesLeft: 1 })
    // Tomorrow's date was practised in Tokyo already; here it is still today.
    expect(on(['2026-06-03', '2026-06-04'], '2026-06-03')).toMatchObject({ days: 2, atRisk: false })
  })
})
