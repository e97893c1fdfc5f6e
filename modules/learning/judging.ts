/**
 * Reads what a learner typed and judges it by value. Arabic and Latin digits, `.`, `,` and `٫` before decimals, fractions, mixed
 * numbers and percentages all mean numbers; what means no number is told so and never counted as wrong. Pure and exact: values
 * are fractions of big integers, so `0.1` is a tenth.
 */
import type { AnswerModel } from './course.ts'

/** Why a text cannot be judged: nothing is recorded then, and the learner writes it again. */
export type Unreadable = 'empty' | 'not_a_number' | 'divided_by_zero' | 'not_a_fraction' | 'no_such_choice' | 'too_long'

export type Verdict =
  | {
      readonly status: 'judged'
      readonly correct: boolean
      /** The text in its plain form, with Latin digits: what is kept. */
      readonly plain: string
      /** The value is right and only the form is not the one asked for. */
      readonly note?: 'not_lowest'
    }
  | { readonly status: 'unreadable'; readonly why: Unreadable }

export const TYPED_MAX = 60

interface Ratio {
  readonly top: bigint
  readonly bottom: bigint
}

/** One way to understand a text. */
interface Reading extends Ratio {
  readonly form: 'whole' | 'decimal' | 'fraction' | 'mixed'
  /** As written, before reducing; of a mixed number its fraction. */
  readonly written?: Ratio
}

/** `typed` is the number of the choice, from 0, for a choice. */
export function judge(model: AnswerModel, typed: string): Verdict {
  if (typed.length > TYPED_MAX) return { status: 'unreadable', why: 'too_long' }
  const text = plainOf(typed)
  if (text === '') return { status: 'unreadable', why: 'empty' }
  switch (model.kind) {
    case 'choice': {
      if (!/^\d{1,2}$/.test(text) || Number(text) >= model.choices.length)
        return { status: 'unreadable', why: 'no_such_choice' }
      return { status: 'judged', correct: Number(text) === model.correct, plain: String(Number(text)) }
    }
    case 'set':
      return judgeSet(model.values, text)
    case 'fraction':
      return judgeFraction(model, text)
    default: {
      const readings = readingsOf(withoutName(text))
      if (typeof readings === 'string') return { status: 'unreadable', why: readings }
      const wanted = exact(model.kind === 'decimal' ? model.value.toFixed(model.places) : String(model.value))
      return { status: 'judged', correct: readings.some((one) => equal(one, wanted)), plain: text }
    }
  }
}

function judgeFraction(model: Extract<AnswerModel, { kind: 'fraction' }>, text: string): Verdict {
  const readings = readingsOf(withoutName(text))
  if (typeof readings === 'string') return { status: 'unreadable', why: readings }
  const wanted = { top: BigInt(model.numerator), bottom: BigInt(model.denominator) }
  const right = readings.find((one) => equal(one, wanted))
  if (model.form === 'any' || !right) return { status: 'judged', correct: right !== undefined, plain: text }
  // `0.75` says nothing of reducing: neither right nor wrong, but to be written otherwise.
  if (right.form === 'decimal') return { status: 'unreadable', why: 'not_a_fraction' }
  const lowest = right.written === undefined || isLowest(right.written)
  return { status: 'judged', correct: lowest, plain: text, ...(lowest ? {} : { note: 'not_lowest' as const }) }
}

function judgeSet(values: readonly number[], text: string): Verdict {
  const wanted = values.map((value) => exact(String(value)))
  const inside = text.replace(/^\{(.*)\}$/, '$1').trim()
  const parted = inside.split(/\s*[;؛،\n]\s*|,\s+|\s+(?:و|and|et|or|أو|ou)\s+/)
  // `2,3` is two numbers or one: whichever is right.
  const ways = [parted, inside.split(/\s*[;؛،,]\s*/), inside.split(/[;؛،,\s]+/)]
  let why: Unreadable | undefined
  let readable = false
  for (const way of ways) {
    const readings: Reading[][] = []
    for (const part of way) {
      const one = readingsOf(withoutName(part.trim()))
      if (typeof one === 'string') why ??= one
      else readings.push(one)
    }
    if (readings.length !== way.length) continue
    readable = true
    if (sameValues(readings, wanted)) return { status: 'judged', correct: true, plain: text }
  }
  return readable
    ? { status: 'judged', correct: false, plain: text }
    : { status: 'unreadable', why: why ?? 'not_a_number' }
}

/** Each wanted value once, in any order; a value said twice counts once. */
function sameValues(said: readonly Reading[][], wanted: readonly Ratio[]): boolean {
  const covers = (readings: readonly Reading[], value: Ratio) => readings.some((one) => equal(one, value))
  return (
    said.every((readings) => wanted.some((value) => covers(readings, value))) &&
    wanted.every((value) => said.some((readings) => covers(readings, value)))
  )
}

/** Latin digits, one sign for each meaning, no marks of direction, single spaces. */
function plainOf(typed: string): string {
  return (
    typed
      .replaceAll(/(\p{Nd})([¼-¾⅐-⅞])/gu, '$1 $2')
      // Raised digits stay raised: `3²` is not 32.
      .replaceAll(/[^⁰¹²³⁴-⁹]+/g, (part) => part.normalize('NFKC'))
      .replaceAll(/[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u0640]/g, '')
      .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
      .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
      .replaceAll('٪', '%')
      .replaceAll(/[⁄∕÷]/g, '/')
      .replaceAll(/[−‐‑–—﹣]/g, '-')
      .replaceAll('﹢', '+')
      .replaceAll(/[\s\u00A0\u202F]+/g, ' ')
      .trim()
  )
}

/** `x = 3` is 3: what the letter is called does not matter. */
function withoutName(text: string): string {
  return text.replace(/^\p{L}\s*=\s*/u, '').trim()
}

const NUMBER = String.raw`(?:\d+(?:[.,٫]\d*)?|[.,٫]\d+)`
const GROUPED = /^\d{1,3}(?:([,٬' ])\d{3})(?:\1\d{3})*(?:[.٫]\d+)?$/
const FRACTION = new RegExp(String.raw`^(${NUMBER}) ?/ ?([+-]?) ?(${NUMBER})$`)
const MIXED = /^(\d+)(?: (?:و )?| ?\+ ?)(\d+) ?\/ ?(\d+)$/

/** Every number the text may mean, the most likely first; or why it means none. */
function readingsOf(text: string): Reading[] | Unreadable {
  if (text === '') return 'empty'
  const percent = /^(.*?) ?%$/.exec(text)
  if (percent) {
    const inner = readingsOf(percent[1]!)
    if (typeof inner === 'string') return inner
    return inner.flatMap((one) => [one, { top: one.top, bottom: one.bottom * 100n, form: 'decimal' as const }])
  }
  const [, sign = '', body = ''] = /^([+-]?) ?(.*)$/.exec(text) ?? []
  const unsigned = unsignedOf(body)
  if (typeof unsigned === 'string' || sign !== '-') return unsigned
  return unsigned.map((one) => ({ ...one, top: -one.top }))
}

function unsignedOf(text: string): Reading[] | Unreadable {
  const mixed = MIXED.exec(text)
  if (mixed) {
    const [whole, top, bottom] = [BigInt(mixed[1]!), BigInt(mixed[2]!), BigInt(mixed[3]!)]
    if (bottom === 0n) return 'divided_by_zero'
    return [{ top: whole * bottom + top, bottom, form: 'mixed', written: { top, bottom } }]
  }
  const fraction = FRACTION.exec(text)
  if (fraction) {
    const [top, bottom] = [exact(fraction[1]!), exact(fraction[3]!)]
    if (bottom.top === 0n) return 'divided_by_zero'
    const sign = fraction[2] === '-' ? -1n : 1n
    const value = { top: sign * top.top * bottom.bottom, bottom: top.bottom * bottom.top }
    return [{ ...value, form: 'fraction', written: value }]
  }
  const readings: Reading[] = []
  if (new RegExp(`^${NUMBER}$`).test(text)) {
    const value = exact(text)
    readings.push({ ...value, form: value.bottom === 1n ? 'whole' : 'decimal' })
  }
  if (GROUPED.test(text)) readings.push({ ...exact(text.replaceAll(/[,٬' ](?=\d{3})/g, '')), form: 'whole' })
  return readings.length > 0 ? readings : 'not_a_number'
}

/** A decimal text as a fraction. */
function exact(text: string): Ratio {
  const negative = text.startsWith('-')
  const [whole = '', decimals = ''] = text.replace(/^[+-]/, '').split(/[.,٫]/)
  const top = BigInt(`${whole}${decimals}` || '0')
  return { top: negative ? -top : top, bottom: 10n ** BigInt(decimals.length) }
}

function equal(a: Ratio, b: Ratio): boolean {
  return a.top * b.bottom === b.top * a.bottom
}

/** Reduced, and not over 1. */
function isLowest({ top, bottom }: Ratio): boolean {
  let [a, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  while (b > 0n) [a, b] = [b, a % b]
  return a === 1n && bottom !== 1n
}
