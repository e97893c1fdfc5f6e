/**
 * How a row of a list reads to a person with a spreadsheet: heads in their language, amounts in major units, states and yes or no
 * as words. Ids, codes without a closed set and what people wrote stay as they are. How a line is put together: kernel/csv.ts.
 */
import { decimalIn } from '../../kernel/csv.ts'
import { wordIn, type FieldWords } from '../../kernel/fields.ts'
import { decimalString, inMajorUnits } from '../../kernel/money.ts'
import { fields as shared, NO, YES } from './fields.ts'
import type { List, Row } from './lists.ts'

export interface Reader {
  readonly locale: string
  /** The product's: that of amounts in lists that have no column for it. */
  readonly currency: string
}

/** Columns that say what a row's amounts are in. */
const CURRENCIES = ['currency', 'asset'] as const

/** Digits behind the point of numbers that are kept whole, by how their field's name ends. Amounts: by their currency. */
const WHOLE: readonly (readonly [ending: string, exponent: number])[] = [
  ['_usd_micros', 6],
  ['_basis_points', 2],
]

/** What the module calls this field, or what all call it. */
export function wordsOf(list: Pick<List, 'fields'>, column: string): FieldWords | undefined {
  return list.fields[column] ?? shared[column]
}

/** The heads of the columns. One that nobody has put in words yet bears its field's name. */
export function headsOf(list: List, { locale, currency }: Reader): string[] {
  const inColumn = CURRENCIES.some((name) => list.columns.includes(name))
  return list.columns.map((column) => {
    const words = wordsOf(list, column)
    const head = words ? wordIn(words.say, locale) : column
    return isAmount(column) && !inColumn ? `${head} (${currency})` : head
  })
}

/** One value of a row. */
export function cellOf(list: List, column: string, row: Row, { locale, currency }: Reader): unknown {
  const value = row[column]
  if (value === null || value === undefined) return null
  if (isAmount(column)) {
    const ofRow = CURRENCIES.map((name) => row[name]).find((it) => typeof it === 'string')
    return decimalIn(inMajorUnits({ minor: wholeOf(value), currency: ofRow ?? currency }), locale)
  }
  const whole = WHOLE.find(([ending]) => column.endsWith(ending))
  if (whole) return decimalIn(decimalString(wholeOf(value), whole[1]), locale)
  if (typeof value === 'boolean') return wordIn(value ? YES : NO, locale)
  const values = wordsOf(list, column)?.values ?? {}
  const inWords = (it: unknown): unknown => {
    const words = typeof it === 'string' && Object.hasOwn(values, it) ? values[it] : undefined
    return words ? wordIn(words, locale) : it
  }
  if (Array.isArray(value) && value.every((it) => typeof it === 'string')) return value.map(inWords).join(', ')
  if (list.instants.has(column) && typeof value === 'string') return Temporal.Instant.from(value)
  if (list.texts.has(column)) return textIn(value as Record<string, string>, locale)
  return inWords(value)
}

const isAmount = (column: string): boolean => column.endsWith('_minor')

const wholeOf = (value: unknown): bigint => BigInt(value as string | number | bigint)

/** In the reader's language, else in one it was written in. */
function textIn(texts: Readonly<Record<string, string>>, locale: string): string {
  return texts[locale.split('-')[0]!] ?? Object.values(texts)[0] ?? ''
}
