/** Birthdays and ages, over every day a person can be born on; names, documents, steps of a check. */
import { expect, test } from 'vitest'
import {
  ageOn,
  canonicalDocument,
  celebrationDay,
  CHECK_NEXT,
  checkSettled,
  cleanName,
  dateOfBirthProblem,
  lastOfAge,
  legalBirthday,
  nextCelebration,
  regionKnown,
  type IdentityCheck,
} from '../rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const eachDayOf = (year: number) =>
  Array.from({ length: day(`${year}-01-01`).daysInYear }, (_, i) => day(`${year}-01-01`).add({ days: i }))

test.each([
  // born, on, age
  ['2008-06-15', '2026-06-14', 17],
  ['2008-06-15', '2026-06-15', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-28', 19],
  ['2008-02-29', '2028-02-29', 20],
  ['2008-02-29', '2100-02-28', 91],
  ['2008-02-29', '2100-03-01', 92],
  ['2008-03-01', '2026-03-01', 18],
  ['2008-02-28', '2026-02-28', 18],
  ['2008-12-31', '2026-12-30', 17],
  ['2008-12-31', '2026-12-31', 18],
  ['2026-03-02', '2026-03-02', 0],
  ['2026-03-02', '2026-03-01', -1],
])('born %s, on %s: %i', (born, on, age) => {
  expect(ageOn(day(born), day(on))).toBe(age)
})

test('for every birthday: the age goes up by one on the legal birthday and on no other day', () => {
  for (const born of eachDayOf(2008))
    for (const year of [2023, 2024, 2025, 2026, 2027, 2028]) {
      const birthday = legalBirthday(born, year)
      expect(ageOn(born, birthday)).toBe(year - 2008)
      expect(ageOn(born, birthday.subtract({ days: 1 }))).toBe(year - 2009)
      expect(ageOn(born, day(`${year}-12-31`))).toBe(year - 2008)
      expect(ageOn(born, day(`${year}-01-01`))).toBe(birthday.dayOfYear === 1 ? year - 2008 : year - 2009)
    }
})

test('for every birthday and year: celebrated on the day itself, or by choice around a missing 29 February', () => {
  for (const born of eachDayOf(2008))
    for (const year of [2023, 2024, 2025, 2026, 2028, 2100]) {
      const early = celebrationDay(born, year)
      const late = celebrationDay(born, year, '1_march')
      const leapless = born.month === 2 && born.day === 29 && !day(`${year}-01-01`).inLeapYear
      expect([early.toString(), late.toString()]).toEqual(
        leapless
          ? [`${year}-02-28`, `${year}-03-01`]
          : Array(2).fill(`${year}-${String(born.month).padStart(2, '0')}-${String(born.day).padStart(2, '0')}`),
      )
      expect(legalBirthday(born, year).equals(late)).toBe(true)
    }
})

test('for every birthday and day: the next celebration is the first one not past', () => {
  for (const born of eachDayOf(2008).filter((_, i) => i % 5 === 0 || (i > 55 && i < 64)))
    for (const from of [...eachDayOf(2027), ...eachDayOf(2028)].filter((_, i) => i % 7 === 0 || (i > 55 && i < 64)))
      for (const pick of ['28_february', '1_march'] as const) {
        const next = nextCelebration(born, from, pick)
        expect(Temporal.PlainDate.compare(next, from)).toBeGreaterThanOrEqual(0)
        expect(next.equals(celebrationDay(born, next.year, pick))).toBe(true)
        const before = celebrationDay(born, next.year - 1, pick)
        expect(Temporal.PlainDate.compare(before, from)).toBeLessThan(0)
      }
})

test.each([
  ['2008-02-29', '2027-02-28', '28_february', '2027-02-28'],
  ['2008-02-29', '2027-03-01', '28_february', '2028-02-29'],
  ['2008-02-29', '2027-03-01', '1_march', '2027-03-01'],
  ['2008-02-29', '2027-03-02', '1_march', '2028-02-29'],
  ['1990-01-01', '2026-12-31', '28_february', '2027-01-01'],
] as const)('born %s, from %s, picks %s: %s', (born, from, pick, next) => {
  expect(nextCelebration(day(born), day(from), pick).toString()).toBe(next)
})

test('for every day: whoever is born by the last day of age is of age, whoever is born a day later is not', () => {
  for (const today of [...eachDayOf(2026), ...eachDayOf(2028)]) {
    const last = lastOfAge(today, 18)
    expect(ageOn(last, today)).toBeGreaterThanOrEqual(18)
    expect(ageOn(last.add({ days: 1 }), today)).toBeLessThan(18)
  }
})

test.each([
  ['2026-03-03', 'born_in_the_future'],
  ['2026-03-02', undefined],
  ['1900-03-02', 'born_too_long_ago'],
  ['1901-03-02', undefined],
])('a date of birth of %s on 2 March 2026: %s', (born, problem) => {
  expect(dateOfBirthProblem(day(born), day('2026-03-02'))).toBe(problem)
})

test.each([
  ['  Awa   Ndèye ', 'Awa Ndèye'],
  ["N'Diaye-Sy Jr.", "N'Diaye-Sy Jr."],
  ['عائشة', 'عائشة'],
  ['Awa\u202Eniw', undefined],
  ['<b>Awa</b>', undefined],
  ['awa@example.sn', undefined],
  ['http://x.y', undefined],
  ['12345', undefined],
  ['   ', undefined],
  ['a'.repeat(61), undefined],
])('the name %j is shown as %j', (text, name) => {
  expect(cleanName(text)).toBe(name)
})

test.each([
  ['1 234 1990 00123', '1234199000123'],
  ['a-01.234/567', 'A01234567'],
  ['1234', undefined],
  ['12;34567', undefined],
])('the document %j is %j', (text, number) => {
  expect(canonicalDocument(text)).toBe(number)
})

test('a region belongs to its country, where we know the country’s', () => {
  expect(regionKnown('SN', 'SN-DK')).toBe(true)
  expect(regionKnown('SN', 'SN-XX')).toBe(false)
  expect(regionKnown('FR', 'FR-IDF')).toBe(true)
})

test('only staff pass a check, and only a settled one opens anything', () => {
  for (const steps of Object.values(CHECK_NEXT)) {
    expect(steps.passed ?? 'staff').toBe('staff')
    expect(steps.refused ?? 'staff').toBe('staff')
  }
  const settled = (Object.keys(CHECK_NEXT) as IdentityCheck[]).filter(checkSettled)
  expect(settled).toEqual(['not_required', 'passed'])
})
