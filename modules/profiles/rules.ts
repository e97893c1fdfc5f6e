/** Pure decisions about birthdays, ages and the states of links and checks. Dates are civil dates, never instants. */

/** When a person born on 29 February celebrates in a common year. */
export type LeapDayPick = '28_february' | '1_march'

/** The day on which age goes up in `year`: the birthday; 1 March for 29 February in a common year (the later day). */
export function legalBirthday(dateOfBirth: Temporal.PlainDate, year: number): Temporal.PlainDate {
  return birthdayIn(dateOfBirth, year, '1_march')
}

/** The day on which the birthday is celebrated in `year`. */
export function celebrationDay(
  dateOfBirth: Temporal.PlainDate,
  year: number,
  pick: LeapDayPick = '28_february',
): Temporal.PlainDate {
  return birthdayIn(dateOfBirth, year, pick)
}

/** The first celebration on or after `from`. */
export function nextCelebration(
  dateOfBirth: Temporal.PlainDate,
  from: Temporal.PlainDate,
  pick: LeapDayPick = '28_february',
): Temporal.PlainDate {
  const thisYear = celebrationDay(dateOfBirth, from.year, pick)
  return Temporal.PlainDate.compare(thisYear, from) >= 0 ? thisYear : celebrationDay(dateOfBirth, from.year + 1, pick)
}

/** Full years of age on `date`; negative before birth. Whoever was born on 29 February is a year older on 1 March. */
export function ageOn(dateOfBirth: Temporal.PlainDate, date: Temporal.PlainDate): number {
  const years = date.year - dateOfBirth.year
  return Temporal.PlainDate.compare(date, legalBirthday(dateOfBirth, date.year)) >= 0 ? years : years - 1
}

function birthdayIn(dateOfBirth: Temporal.PlainDate, year: number, pick: LeapDayPick): Temporal.PlainDate {
  const { month, day } = dateOfBirth
  const leap = Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear
  if (month !== 2 || day !== 29 || leap) return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  return pick === '1_march'
    ? Temporal.PlainDate.from({ year, month: 3, day: 1 })
    : Temporal.PlainDate.from({ year, month: 2, day: 28 })
}

/** The oldest person there has been was 122. */
const AGE_MAX = 125

export type DateOfBirthProblem = 'born_in_the_future' | 'born_too_long_ago'

export function dateOfBirthProblem(
  dateOfBirth: Temporal.PlainDate,
  today: Temporal.PlainDate,
): DateOfBirthProblem | undefined {
  if (Temporal.PlainDate.compare(dateOfBirth, today) > 0) return 'born_in_the_future'
  return ageOn(dateOfBirth, today) > AGE_MAX ? 'born_too_long_ago' : undefined
}
