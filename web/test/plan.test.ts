/** The preview of a new pot: which birthday, opening when. The API decides; this must say the same. */
import { expect, test } from 'vitest'
import { civilDate, daysBetween } from '../app/wolo/pots/countdown.tsx'
import { planPot, type Birthday } from '../app/wolo/pots/plan.ts'

const born = (date_of_birth: string, celebrates: Birthday['celebrates'] = '28_february') => ({
  date_of_birth,
  celebrates,
})

test.each([
  ['far away: 30 days before', '1994-12-31', '2026-10-01', '2026-12-31', '2026-12-01', false],
  ['on the first day of the window: at once', '1994-12-31', '2026-12-01', '2026-12-31', '2026-12-01', true],
  ['inside the window: at once', '1994-12-11', '2026-11-21', '2026-12-11', '2026-11-21', true],
  ['two days before: at once', '1994-12-11', '2026-12-09', '2026-12-11', '2026-12-09', true],
  ['the day before: next year’s', '1994-12-11', '2026-12-10', '2027-12-11', '2027-11-11', false],
  ['on the day: next year’s', '1994-12-11', '2026-12-11', '2027-12-11', '2027-11-11', false],
  ['past this year: next year’s', '1994-03-01', '2026-11-21', '2027-03-01', '2027-01-30', false],
  ['over the turn of the year', '1994-01-10', '2026-12-20', '2027-01-10', '2026-12-20', true],
])('%s', (_name, dateOfBirth, today, birthday, opensOn, opensNow) => {
  expect(planPot(born(dateOfBirth), today, 30)).toEqual({ birthday, opensOn, opensNow })
})

test('born on 29 February: the day the person picked, and the real one in leap years', () => {
  expect(planPot(born('2000-02-29'), '2027-01-01', 30).birthday).toBe('2027-02-28')
  expect(planPot(born('2000-02-29', '1_march'), '2027-01-01', 30).birthday).toBe('2027-03-01')
  expect(planPot(born('2000-02-29', '1_march'), '2028-01-01', 30).birthday).toBe('2028-02-29')
})

test('days are civil days of the product, whatever the hour', () => {
  expect(civilDate('2026-12-10T23:59:59Z', 'Africa/Dakar')).toBe('2026-12-10')
  expect(civilDate('2026-12-10T23:30:00Z', 'Africa/Cairo')).toBe('2026-12-11')
  expect(daysBetween('2026-12-10', '2026-12-11')).toBe(1)
  expect(daysBetween('2027-03-01', '2027-02-28')).toBe(-1)
})
