/** Pure decisions: canonical contacts, lifetimes of sessions and codes, waiting times, what a password must be. */
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max'

// Contacts

export type PhoneProblem = 'phone_invalid' | 'phone_not_mobile'

/** The E.164 form of a number as people write it in `country`; or what is wrong with it. */
export function canonicalPhone(text: string, country: string): { e164: string; country: string } | PhoneProblem {
  const number = parsePhoneNumberFromString(text.normalize('NFKC').trim(), country as CountryCode)
  if (!number?.isValid() || number.ext) return 'phone_invalid'
  const type = number.getType()
  // Where a plan does not tell mobile from fixed lines, the number gets the benefit of the doubt.
  if (type !== undefined && type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE') return 'phone_not_mobile'
  return { e164: number.number, country: number.country ?? '' }
}

/** The one form of an e-mail address we store and compare; undefined when it cannot be one. */
export function canonicalEmail(text: string): string | undefined {
  const email = text.normalize('NFC').trim().toLowerCase()
  const [local, domain, ...more] = email.split('@')
  if (!local || !domain || more.length > 0 || email.length > 254 || local.length > 64) return undefined
  if (/[\s"(),:;<>[\]\\\p{Cc}]/u.test(email) || local.startsWith('.') || local.endsWith('.') || email.includes('..'))
    return undefined
  const labels = domain.split('.')
  const sound = labels.every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u.test(label))
  return sound && labels.length >= 2 && labels.at(-1)!.length >= 2 ? email : undefined
}

// Codes

export const CODE = {
  digits: 6,
  lifetime: { minutes: 10 },
  attemptsMax: 5,
  /** Until the second code of an hour, and until each later one. */
  resendFirst: { seconds: 30 },
  resendNext: { seconds: 60 },
  resendsForgottenAfter: { hours: 1 },
} as const

/** The thousand numbers a number stands among: whoever pumps SMS to a rented range walks through these. */
export function rangeOf(e164: string): string {
  return e164.slice(0, -3)
}

/** An address as limits count it: one household of IPv6 is a /64. */
export function addressKey(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number(`0x${group}`).toString(16))
    .join(':')
}

// Sessions

export const SESSION = {
  idle: { days: 30 },
  absolute: { days: 90 },
  /** A token older than this is due for a new one. */
  rotateAfter: { hours: 24 },
  /** How long a superseded token still opens the session: requests of other tabs are under way. */
  overlap: { minutes: 1 },
  /** `last_seen_at` is no finer than this. */
  seenEvery: { minutes: 5 },
} as const

export interface PresentedSession {
  readonly created_at: Temporal.Instant
  readonly last_seen_at: Temporal.Instant
  readonly superseded_at: Temporal.Instant | null
  /** Whether a newer token of the session was ever used. */
  readonly successor_used: boolean | null
}

/**
 * What a token with the right hash is worth. A superseded one is `reused` when its successor is in use and the overlap is
 * over: two parties hold tokens of one session. When the successor was never used, its answer was lost on the way.
 */
export function judgeSession(session: PresentedSession, now: Temporal.Instant): 'live' | 'expired' | 'reused' {
  if (reached(now, session.created_at.add(hours(SESSION.absolute)))) return 'expired'
  if (reached(now, session.last_seen_at.add(hours(SESSION.idle)))) return 'expired'
  if (session.superseded_at === null || session.successor_used !== true) return 'live'
  return reached(now, session.superseded_at.add(SESSION.overlap)) ? 'reused' : 'live'
}

export function rotationDue(issuedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return reached(now, issuedAt.add(SESSION.rotateAfter))
}

export function seenDue(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return reached(now, lastSeenAt.add(SESSION.seenEvery))
}

/** The instants before which a session that is still live cannot have been seen last, or begun. */
export function liveSince(now: Temporal.Instant): { seen: Temporal.Instant; created: Temporal.Instant } {
  return { seen: now.subtract(hours(SESSION.idle)), created: now.subtract(hours(SESSION.absolute)) }
}

/** A lifetime of ten minutes is over when the tenth has passed to the last second. */
function reached(now: Temporal.Instant, deadline: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, deadline) >= 0
}

/** Instants know no calendar: a day of a lifetime is 24 hours. */
function hours({ days }: { readonly days: number }): { hours: number } {
  return { hours: days * 24 }
}

/** `Chrome on Android`, for the list of a person's devices. Only what the browser says, so never more than a hint. */
export function deviceLabel(userAgent: string): string {
  const browser =
    /Edg(?:e|A|iOS)?\//.test(userAgent) ? 'Edge'
    : /OPR\/|Opera/.test(userAgent) ? 'Opera'
    : /SamsungBrowser\//.test(userAgent) ? 'Samsung Internet'
    : /Firefox\/|FxiOS\//.test(userAgent) ? 'Firefox'
    : /Chrome\/|CriOS\//.test(userAgent) ? 'Chrome'
    : /Safari\//.test(userAgent) ? 'Safari'
    : undefined // prettier-ignore
  const system =
    /Android/.test(userAgent) ? 'Android'
    : /iPhone|iPad|iPod/.test(userAgent) ? 'iOS'
    : /Windows/.test(userAgent) ? 'Windows'
    : /Mac OS X|Macintosh/.test(userAgent) ? 'macOS'
    : /Linux|X11/.test(userAgent) ? 'Linux'
    : undefined // prettier-ignore
  if (browser && system) return `${browser} · ${system}`
  return browser ?? system ?? ''
}

// Passwords

const PASSWORD = { min: 8, max: 128 } as const

export type PasswordProblem = 'password_too_short' | 'password_too_long' | 'password_common'

/** Length in characters and a list of what everybody picks; no rules of composition. */
export function passwordProblem(password: string, common: ReadonlySet<string>): PasswordProblem | undefined {
  const characters = [...password.normalize('NFKC')].length
  if (characters < PASSWORD.min) return 'password_too_short'
  if (characters > PASSWORD.max) return 'password_too_long'
  const plain = password.normalize('NFKC').toLowerCase()
  // `azerty123!` is `azerty` with the same ornaments everybody adds.
  const bare = plain.replace(/[\d\p{P}\p{S}\s]+$/u, '')
  if (common.has(plain) || common.has(bare) || new Set(plain).size <= 2 || isRun(plain)) return 'password_common'
  return undefined
}

/** `abcdefgh`, `87654321`: each character follows the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((char) => char.codePointAt(0)!)
  const steps = new Set(codes.slice(1).map((code, i) => code - codes[i]!))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

/** Seconds to wait after each failure: `free` of them cost nothing, then 30 s doubling up to an hour. */
export function signInDelays(free: number): number[] {
  const grown = Array.from({ length: 8 }, (_, i) => Math.min(3600, 30 * 2 ** i))
  return [...Array<number>(free - 1).fill(0), ...grown]
}

export const SIGN_IN = {
  /** Failures on one account before waiting begins, and from one address (many people may share it). */
  freePerAccount: 5,
  freePerAddress: 30,
  forgottenAfter: { hours: 24 },
} as const

export const MAIL = { confirmation: { hours: 24 }, reset: { hours: 1 } } as const

// Names and PINs

const USERNAME = { min: 3, max: 20 } as const

/** The digits of any script as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    // Each script's ten digits follow each other in order, so the zero is found by walking back.
    for (let value = 0; value < 10; value++)
      if (!/\p{Nd}/u.test(String.fromCodePoint(code - value - 1)) || value === 9) return String(value)
    return digit
  })
}

/**
 * The one form of a name people sign in by: letters of any script and digits, at least one letter, 3 to 20 signs. Capital and
 * small letters are one, so are the digits of all scripts; of Arabic, the ways of writing alef, ya and ta marbuta, and what is
 * only written for show (vowel signs, stretching) make no difference. Undefined when it cannot be one.
 */
export function canonicalUsername(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase().normalize('NFKC')
  const name = latinDigits(plain.replace(/[\u064b-\u065f\u0670\u0640]/g, ''))
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll('ς', 'σ')
  const length = [...name].length
  if (length < USERNAME.min || length > USERNAME.max) return undefined
  if (/\p{Default_Ignorable_Code_Point}/u.test(name) || !/\p{L}/u.test(name)) return undefined
  return /^[\p{L}0-9][\p{L}\p{M}0-9]*$/u.test(name) ? name : undefined
}

/** The digits of a PIN in 0–9, whatever script they were typed in; undefined when it has not four to six. */
export function canonicalPin(text: string): string | undefined {
  const pin = latinDigits(text.trim())
  return /^[0-9]{4,6}$/.test(pin) ? pin : undefined
}

/** True when others would try this PIN first: one digit, a run, a repeated half, a birthday, a date, part of the name. */
export function isWeakPin(
  pin: string,
  known: { readonly username: string; readonly bornOn?: Temporal.PlainDate },
): boolean {
  const half = pin.slice(0, pin.length / 2)
  if (isRun(pin) || new Set(pin).size === 1 || COMMON_PINS.has(pin)) return true
  if (pin.length % 2 === 0 && pin === half + half) return true
  if (pin.length === 6 && pin === pin.slice(0, 2).repeat(3)) return true
  // The name in the form it is compared in, so that its digits are those of the PIN.
  if ((canonicalUsername(known.username) ?? '').includes(pin)) return true
  return known.bornOn !== undefined && birthdayPins(known.bornOn).has(pin)
}

/** What stands first in every list of PINs that were found out, beside runs and repetitions; and the years of children. */
const COMMON_PINS: ReadonlySet<string> = new Set([
  '2580', '0852', '1379', '1397', '1122', '1112', '1004', '2468', '1357', '0007', '1590', '7410', '147258', '159753', '112233',
  '123123', '123321', '111222', '102030', '789456', '456789',
  ...Array.from({ length: 41 }, (_, i) => String(1990 + i)),
]) // prettier-ignore

/** The year, and day and month in either order, with and without the year. */
function birthdayPins({ year, month, day }: Temporal.PlainDate): ReadonlySet<string> {
  const two = (part: number): string => String(part % 100).padStart(2, '0')
  const [d, m, y] = [two(day), two(month), two(year)]
  return new Set([
    String(year),
    d + m,
    m + d,
    m + y,
    y + m,
    d + m + y,
    m + d + y,
    y + m + d,
    `${month}${year}`,
    `${m}${year}`,
    `${year}${m}`,
    `${day}${year}`,
  ])
}

// Second factors

export const FACTOR = {
  digits: 6,
  stepSeconds: 30,
  /** Steps before and after the present one whose code is taken too: clocks differ, and people type slowly. */
  window: 1,
  /** How long a secret that was shown may still be confirmed. */
  enrolment: { minutes: 30 },
  freeTries: 5,
  recoveryCodes: 10,
} as const

/** True when the second factor was proven within the last `minutes`; not by a clock that was set back since. */
export function isFresh(provenAt: Temporal.Instant | null, now: Temporal.Instant, minutes: number): boolean {
  return provenAt !== null && Temporal.Instant.compare(provenAt, now) <= 0 && !reached(now, provenAt.add({ minutes }))
}

/** The form a recovery code is kept and compared in: people write capitals small, and O for 0. */
export function canonicalRecoveryCode(text: string): string {
  const upper = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return upper.replaceAll('O', '0').replace(/[IL]/g, '1')
}
