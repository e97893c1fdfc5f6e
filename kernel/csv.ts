/** Pure: how a row becomes a line of a file that spreadsheets read as it was meant (RFC 4180). Which rows, and what they are called, is their module's. */

/** Excel where French or Arabic is spoken expects semicolons. */
export function separatorOf(locale: string): ',' | ';' {
  return /^(?:fr|ar)\b/.test(locale) ? ';' : ','
}

/** Begins a file: says to spreadsheets that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

const LINE_END = '\r\n'
/** A cell that begins so is run as a formula by spreadsheets, some of which take spaces off first, wherever its text came from. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/
const NUMBER = /^-?\d+([.,]\d+)?$/

interface Writing {
  /** Language of the reader, and of texts that exist in several. */
  readonly locale: string
  /** Instants are written as the clock stood there. */
  readonly timeZone: string
}

/** One line, its end included. */
export function csvLine(values: readonly unknown[], writing: Writing): string {
  return values.map((value) => cell(value, writing)).join(separatorOf(writing.locale)) + LINE_END
}

function cell(value: unknown, writing: Writing): string {
  const text = textOf(value, writing)
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function textOf(value: unknown, { locale, timeZone }: Writing): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return decimalIn(String(value), locale)
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Temporal.Instant) return localTime(value, timeZone)
  if (value instanceof Temporal.PlainDate) return value.toString()
  const inLanguage = (value as Record<string, unknown>)[locale.slice(0, 2)]
  if (typeof inLanguage === 'string') return inLanguage
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item))
}

/** A spreadsheet in French takes a point for part of a word or a day of a month, and adds up what has a comma. */
export function decimalIn(decimal: string, locale: string): string {
  return /^fr\b/.test(locale) ? decimal.replace('.', ',') : decimal
}

/** As spreadsheets understand it without help: `2026-12-12 18:05:00`. */
function localTime(instant: Temporal.Instant, timeZone: string): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
}
