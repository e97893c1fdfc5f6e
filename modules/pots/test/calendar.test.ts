// The calendar of pots over every birthday and every joining day of four years, leap day and year ends included.
import { describe, expect, it } from 'vitest'
import { celebrationDay, type LeapDayPick } from '../../profiles/api.ts'
import { daysBetween, deadlinesOf, planPot, voucherWindow, type Celebrate } from '../calendar.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const DAKAR = 'Africa/Dakar'
const BEFORE = 30

const celebrates =
  (dob: string, pick: LeapDayPick = '28_february'): Celebrate =>
  (year) =>
    celebrationDay(day(dob), year, pick)

const plan = (dob: string, today: string, pick?: LeapDayPick, taken?: string[]) => {
  const { birthday, opensOn, opensNow } = planPot({
    celebrate: celebrates(dob, pick),
    today: day(today),
    opensDaysBefore: BEFORE,
    ...(taken ? { taken: taken.map(day) } : {}),
  })
  return { birthday: birthday.toString(), opensOn: opensOn.toString(), opensNow }
}

describe('when a pot opens', () => {
  it.each([
    // birthday, joined on → celebrated, opens
    ['1990-06-15', '2026-03-02', '2026-06-15', '2026-05-16', false],
    ['1990-06-15', '2026-05-15', '2026-06-15', '2026-05-16', false],
    ['1990-06-15', '2026-05-16', '2026-06-15', '2026-05-16', true],
    ['1990-06-15', '2026-06-05', '2026-06-15', '2026-06-05', true],
    ['1990-06-15', '2026-06-13', '2026-06-15', '2026-06-13', true],
    // The day before and the day itself: next year.
    ['1990-06-15', '2026-06-14', '2027-06-15', '2027-05-16', false],
    ['1990-06-15', '2026-06-15', '2027-06-15', '2027-05-16', false],
    ['1990-06-15', '2026-06-16', '2027-06-15', '2027-05-16', false],
    // Year ends.
    ['1990-01-01', '2026-12-30', '2027-01-01', '2026-12-30', true],
    ['1990-01-01', '2026-12-31', '2028-01-01', '2027-12-02', false],
    ['1990-01-10', '2026-12-01', '2027-01-10', '2026-12-11', false],
    ['1990-12-31', '2026-12-31', '2027-12-31', '2027-12-01', false],
    ['1990-12-31', '2026-12-30', '2027-12-31', '2027-12-01', false],
    // 1 March, counted back over a short and a long February.
    ['1990-03-01', '2027-01-01', '2027-03-01', '2027-01-30', false],
    ['1990-03-01', '2028-01-01', '2028-03-01', '2028-01-31', false],
  ])('born %s, joined %s: celebrates %s, opens %s', (dob, today, birthday, opensOn, opensNow) => {
    expect(plan(dob, today)).toEqual({ birthday, opensOn, opensNow })
  })

  it.each([
    // 29 February: the day itself in leap years, else 28 February unless 1 March was picked.
    ['2026-01-01', '28_february', '2026-02-28', '2026-01-29'],
    ['2026-01-01', '1_march', '2026-03-01', '2026-01-30'],
    ['2028-01-01', '28_february', '2028-02-29', '2028-01-30'],
    ['2028-01-01', '1_march', '2028-02-29', '2028-01-30'],
    // Joined on 27 February: the day before the celebrated 28th, yet two days before 1 March.
    ['2026-02-27', '28_february', '2027-02-28', '2027-01-29'],
    ['2026-02-27', '1_march', '2026-03-01', '2026-02-27'],
    // On 28 February of a leap year the 29th is tomorrow.
    ['2028-02-28', '28_february', '2029-02-28', '2029-01-29'],
  ] as const)('born on 29 February, joined %s, picked %s', (today, pick, birthday, opensOn) => {
    expect(plan('2004-02-29', today, pick)).toMatchObject({ birthday, opensOn })
  })

  it('skips birthdays that have a pot already', () => {
    expect(plan('1990-06-15', '2026-03-02', undefined, ['2026-06-15'])).toMatchObject({ birthday: '2027-06-15' })
    expect(plan('1990-06-15', '2026-06-05', undefined, ['2026-06-15', '2027-06-15'])).toMatchObject({
      birthday: '2028-06-15',
    })
  })

  it('holds for every birthday and every joining day over four years', () => {
    const from = day('2024-01-01')
    const number = (date: Temporal.PlainDate) => daysBetween(from, date)
    const joining = Array.from({ length: 1461 }, (_, i) => day('2025-01-01').add({ days: i }))
    const first = number(joining[0]!)
    const wrong: string[] = []
    // Every day of a leap year as date of birth; every day from 2025 to 2028 as joining day. What is asked of the calendar
    // is computed apart from it, in plain day numbers.
    for (let i = 0; i < 366; i++) {
      const dob = day('2004-01-01').add({ days: i })
      const picks: LeapDayPick[] = dob.month === 2 && dob.day === 29 ? ['28_february', '1_march'] : ['28_february']
      for (const pick of picks) {
        const years = [2025, 2026, 2027, 2028, 2029, 2030].map((year) => celebrationDay(dob, year, pick))
        const celebrated = years.map((birthday) => ({
          birthday,
          number: number(birthday),
          due: birthday.subtract({ days: BEFORE }),
        }))
        const celebrate: Celebrate = (year) => years[year - 2025]!
        joining.forEach((today, j) => {
          const expected = celebrated.find((it) => it.number - (first + j) >= 2)!
          const inside = expected.number - (first + j) <= BEFORE
          const { birthday, opensOn, opensNow } = planPot({ celebrate, today, opensDaysBefore: BEFORE })
          const opens = inside ? opensOn === today : opensOn.equals(expected.due)
          if (birthday !== expected.birthday || opensNow !== inside || !opens)
            wrong.push(`${dob} joined ${today}: ${birthday}, ${opensOn}`)
        })
      }
    }
    expect(wrong).toEqual([])
  })
})

describe('the deadlines of a pot', () => {
  it('fall at the start of their civil day in the zone of the pot', () => {
    const policy = { shortfall_days: 14, unverified_refund_days: 90 }
    const dakar = deadlinesOf(day('2026-06-15'), DAKAR, policy)
    expect(String(dakar.birthday_at)).toBe('2026-06-15T00:00:00Z')
    expect(String(dakar.shortfall_until)).toBe('2026-06-29T00:00:00Z')
    expect(String(dakar.refund_all_at)).toBe('2026-09-13T00:00:00Z')
    expect(String(deadlinesOf(day('2026-06-15'), 'Pacific/Kiritimati', policy).birthday_at)).toBe(
      '2026-06-14T10:00:00Z',
    )
  })
})

describe('how long the voucher of a bought pack counts', () => {
  const window = (boughtOn: string, boughtAt: string, days: number) => {
    const { validFrom, validUntil } = voucherWindow(
      day('2026-06-15'),
      day(boughtOn),
      Temporal.Instant.from(boughtAt),
      DAKAR,
      days,
    )
    return [String(validFrom), String(validUntil)]
  }
  it.each([
    ['2026-06-01', '2026-06-01T09:30:00Z', 90, '2026-06-15T00:00:00Z', '2026-09-13T00:00:00Z'],
    ['2026-06-15', '2026-06-15T09:30:00Z', 90, '2026-06-15T09:30:00Z', '2026-09-13T00:00:00Z'],
    ['2026-07-01', '2026-07-01T09:30:00Z', 1, '2026-07-01T09:30:00Z', '2026-07-02T00:00:00Z'],
  ])('bought %s', (on, at, days, from, until) => {
    expect(window(on, at, days)).toEqual([from, until])
  })
})
