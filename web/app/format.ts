/**
 * Amounts, dates and phone numbers as people here write them. Pure functions of a locale and a value; the components in
 * ui/values.tsx bind them to the page.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { digitsOf, type Digits, type Locale, type ProductProfile } from './products.ts'

/** English as people here write dates: day before month. */
const formatLocales: Record<Locale, string> = { ar: 'ar-EG', en: 'en-GB', fr: 'fr-FR' }

/** The language as Intl knows it, with its figures. */
export function formatLocale(locale: Locale, digits: Digits = digitsOf[locale][0]): string {
  return `${formatLocales[locale]}-u-nu-${digits}`
}

const ARABIC_ZERO = 0x660

/** A text that was not made here, with its numbers in the visitor's figures: `٣٫٥`, `3.5`. Codes and addresses stay as they are: not for them. */
export function withDigits(text: string, digits: Digits): string {
  return digits === 'arab'
    ? text
        .replace(/(?<=\d)\.(?=\d)/g, '٫')
        .replace(/(?<=\d),(?=\d{3})/g, '٬')
        .replace(/(?<=(?:^|\d)\s?)%/g, '٪')
        .replace(/\d/g, (digit) => String.fromCharCode(ARABIC_ZERO + Number(digit)))
    : text
        .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
        .replace(/(?<=\d)٫(?=\d)/g, '.')
        .replace(/(?<=\d)٬(?=\d)/g, ',')
        .replace(/(?<=(?:^|\d)\s?)٪/g, '%')
}

const NO_BREAK_SPACE = '\u00a0'
/** As ISO 4217 writes them; what else the ledger holds is counted. */
export const isCurrency = (asset: string): boolean => /^[A-Z]{3}$/.test(asset)

/** An amount in minor units, as the API sends it (`"25000"`), or already a bigint. Never a fraction. */
export type Minor = bigint | number | string

/**
 * `25 000 F` in French (narrow no-break space, U+202F), `25,000 F` in English; other currencies as Intl writes them, without a
 * part that is nothing: `٢٥٠ ج.م.`, `EGP 250`, `EGP 249.50`. What has no word of its own is counted: `60,000 AI_TOKEN`.
 */
export function money(locale: Locale, minor: Minor, currency: string, digits?: Digits): string {
  return moneyText(locale, String(minor), currency, digits)
}

const moneyText = remembered((locale: Locale, minor: string, currency: string, digits?: Digits): string => {
  const amount = BigInt(minor)
  if (currency === 'XOF') return `${number(locale, amount, digits)}${NO_BREAK_SPACE}F`
  if (!isCurrency(currency)) return `${number(locale, amount, digits)}${NO_BREAK_SPACE}${currency}`
  const style = numberFormat(locale, digits, currency)
  const places = style.resolvedOptions().maximumFractionDigits ?? 0
  // Intl takes a decimal string exactly; a division would round.
  return style.format(decimal(amount, places) as `${number}`)
})

export function number(locale: Locale, value: number | bigint, digits?: Digits): string {
  return numberFormat(locale, digits).format(value)
}

/** A share as people read it: `42 %`, `٤٢٪`. Whole percents in, as `percent` makes them. */
export function percentText(locale: Locale, whole: number, digits?: Digits): string {
  return percentFormat(locale, digits).format(whole / 100)
}

/** Whole percent, rounded down: 99.9 % funded is not yet funded. */
export function percent(part: Minor, whole: Minor): number {
  return BigInt(whole) === 0n ? 0 : Number((BigInt(part) * 100n) / BigInt(whole))
}

export type DateStyle = 'day' | 'date' | 'short' | 'month' | 'moment' | 'time' | 'second' | 'exact' | 'weekday' | 'tick'

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { weekday: 'long', day: 'numeric', month: 'long' }, // samedi 12 décembre
  date: { day: 'numeric', month: 'long', year: 'numeric' }, // 12 décembre 2026
  short: { day: 'numeric', month: 'short', year: 'numeric' }, // 12 déc. 2026
  month: { month: 'long', year: 'numeric' }, // décembre 2026
  moment: { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  second: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  exact: { dateStyle: 'full', timeStyle: 'medium' }, // samedi 12 décembre 2026 à 18:05:09
  weekday: { weekday: 'long' }, // samedi
  tick: { day: 'numeric', month: 'short' }, // 12 déc.
}

/** One or two digits, in either figures, before a word. */
const DAY_OF_MONTH = /(?<![\d٠-٩])([\d٠-٩]{1,2}) (?=\p{L})/gu
const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/

/** A civil date (`2026-12-12`) as it stands, or an instant (ISO 8601) in the product's time zone. */
export function date(locale: Locale, value: string, style: DateStyle, timeZone: string, digits?: Digits): string {
  return dateText(locale, value, style, timeZone, digits)
}

const dateText = remembered((locale: Locale, value: string, style: DateStyle, timeZone: string, digits?: Digits) => {
  const text = dateFormat(locale, style, CIVIL_DATE.test(value) ? 'UTC' : timeZone, digits).format(new Date(value))
  // A day and its month stay on one line, and French counts the first of a month as the first.
  return text.replace(
    DAY_OF_MONTH,
    (_, day: string) => `${locale === 'fr' && day === '1' ? '1er' : day}${NO_BREAK_SPACE}`,
  )
})

/** `77 123 45 67` at home, `+33 6 12 34 56 78` abroad; what is no phone number is shown as it came. */
export function phone(value: string, product: Pick<ProductProfile, 'country'>): string {
  const parsed = parsePhoneNumberFromString(value, product.country)
  if (!parsed) return value
  return (parsed.country === product.country ? parsed.formatNational() : parsed.formatInternational()).replaceAll(
    ' ',
    NO_BREAK_SPACE,
  )
}

function decimal(minor: bigint, digits: number): string {
  if (digits === 0) return minor.toString()
  const unsigned = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  return `${minor < 0n ? '-' : ''}${unsigned.slice(0, -digits)}.${unsigned.slice(-digits)}`
}

/** Making a formatter costs a hundred times more than using it. */
const numberFormat = remembered((locale: Locale, digits?: Digits, currency?: string) => {
  return new Intl.NumberFormat(
    formatLocale(locale, digits),
    currency ? { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } : {},
  )
})

const percentFormat = remembered((locale: Locale, digits?: Digits) => {
  return new Intl.NumberFormat(formatLocale(locale, digits), { style: 'percent' })
})

const dateFormat = remembered((locale: Locale, style: DateStyle, timeZone: string, digits?: Digits) => {
  return new Intl.DateTimeFormat(formatLocale(locale, digits), { ...dateStyles[style], timeZone })
})

const REMEMBERED_MAX = 5000

/** Pages ask for the same formatters, amounts and days again and again. */
function remembered<A extends readonly (string | undefined)[], F>(make: (...parts: A) => F): (...parts: A) => F {
  const made = new Map<string, F>()
  return (...parts) => {
    const name = parts.join('|')
    let found = made.get(name)
    if (found === undefined) {
      if (made.size >= REMEMBERED_MAX) made.clear()
      made.set(name, (found = make(...parts)))
    }
    return found
  }
}
