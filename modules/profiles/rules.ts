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

/** The last date of birth of people who are of age on `today`. Whoever was born on 29 February comes of age on 1 March. */
export function lastOfAge(today: Temporal.PlainDate, legalAge: number): Temporal.PlainDate {
  return today.subtract({ years: legalAge }, { overflow: 'constrain' })
}

/** What a guardian may do for a child: see how it goes, pay, consent by law, and look after the account and its guardians. */
export const CAPABILITIES = ['view', 'pay', 'consent', 'manage'] as const
export type Capability = (typeof CAPABILITIES)[number]

export type Relation = 'parent' | 'grandparent' | 'sibling' | 'relative' | 'guardian'

export type IdentityCheck = 'not_required' | 'required' | 'submitted' | 'passed' | 'refused'

/** Which step of an identity check may follow which, and whose step it is. */
export const CHECK_NEXT: Record<IdentityCheck, Partial<Record<IdentityCheck, 'person' | 'staff'>>> = {
  not_required: { required: 'staff', submitted: 'person' },
  required: { submitted: 'person', passed: 'staff', not_required: 'staff' },
  submitted: { submitted: 'person', passed: 'staff', refused: 'staff' },
  passed: { required: 'staff' },
  refused: { submitted: 'person', required: 'staff', passed: 'staff' },
}

/** The person's word and that of the staff on one check never stand in the way of money once it is settled. */
export function checkSettled(check: IdentityCheck): boolean {
  return check === 'not_required' || check === 'passed'
}

/** A name as it is shown; undefined when it cannot be: no letter, signs that hide or turn text around, a link. */
export function cleanName(text: string, max = 60): string | undefined {
  const name = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (name === '' || [...name].length > max || !/\p{L}/u.test(name)) return undefined
  return /[\p{Cc}\p{Cf}\p{Co}<>@]|:\/\/|www\./u.test(name) ? undefined : name
}

/** A document number as written on the document, without the spaces and signs people add. */
export function canonicalDocument(text: string): string | undefined {
  const number = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s./-]/g, '')
  return /^[A-Z0-9]{5,30}$/.test(number) ? number : undefined
}

/** Regions by country (ISO 3166-2), where addresses name one. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  SN: [
    'SN-DB', 'SN-DK', 'SN-FK', 'SN-KA', 'SN-KD', 'SN-KE', 'SN-KL', 'SN-LG', 'SN-MT', 'SN-SE', 'SN-SL', 'SN-TC', 'SN-TH',
    'SN-ZG',
  ], // prettier-ignore
}

/** True when the country has no list of regions here, or has this one. */
export function regionKnown(country: string, region: string): boolean {
  return REGIONS[country] === undefined || REGIONS[country].includes(region)
}

/** How long an invitation waits for its answer. */
export const INVITATION_LIFETIME = { hours: 7 * 24 } as const
