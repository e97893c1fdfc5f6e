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
export function hours({ days }: { readonly days: number }): { hours: number } {
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

export const PASSWORD = { min: 8, max: 128 } as const

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
