/**
 * How an exercise is put down: both languages at once, formulas with their signs and fractions, answers, and Arabic nouns after
 * a number. Pure; knows no concept. Decimals are whole numbers with a count of places, so that no sum picks up a rounding.
 */
import type { AnswerModel, Exercise, ExerciseTemplate, Random, Text } from '../../../modules/learning/api.ts'

export const say = (ar: string, en: string): Text => ({ ar, en })

/** A formula that is the whole sentence: the same in every language. */
export const math = (formula: string): Text => say(`$${formula}$`, `$${formula}$`)

export function exercise(
  key: string,
  level: ExerciseTemplate['level'],
  make: (random: Random) => Exercise,
): ExerciseTemplate {
  return { key, level, make }
}

export function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b)
}

export const lcm = (a: number, b: number) => (a / gcd(a, b)) * b

/** A whole number with the true minus sign. */
export const num = (n: number) => (n < 0 ? `−${-n}` : `${n}`)

/** As it stands after an operator: a negative one in brackets. */
export const inside = (n: number) => (n < 0 ? `(−${-n})` : `${n}`)

/** ` + 3` or ` − 3`. */
export const plus = (n: number) => (n < 0 ? ` − ${-n}` : ` + ${n}`)

/** A sum of terms as one writes it: `[[3, 'x'], [-1, 'y'], [5, '']]` is `3x − y + 5`; nothing stands for a zero term. */
export function terms(...list: readonly (readonly [number, string])[]): string {
  let text = ''
  for (const [factor, name] of list) {
    if (factor === 0) continue
    const size = Math.abs(factor) === 1 && name !== '' ? name : `${Math.abs(factor)}${name}`
    if (text === '') text = factor < 0 ? `−${size}` : size
    else text += factor < 0 ? ` − ${size}` : ` + ${size}`
  }
  return text || '0'
}

/** A fraction as it stands, not reduced; a whole number where the denominator is one. */
export function frac(numerator: number, denominator: number): string {
  const sign = numerator < 0 ? '−' : ''
  return denominator === 1 ? num(numerator) : `${sign}{${Math.abs(numerator)}/${denominator}}`
}

export function lowest(numerator: number, denominator: number): readonly [number, number] {
  const common = gcd(numerator, denominator)
  return [numerator / common, denominator / common]
}

/** The reduced fraction as text. */
export const reduced = (numerator: number, denominator: number) => frac(...lowest(numerator, denominator))

/** ` = {2/3}` where `{4/6}` can be reduced, nothing where it cannot. */
export function thenReduced(numerator: number, denominator: number): string {
  return gcd(numerator, denominator) === 1 ? '' : ` = ${reduced(numerator, denominator)}`
}

/** `scaled` of 10^places as a decimal without idle zeros: (1250, 2) is `12.5`. */
export function fixed(scaled: number, places: number): string {
  const digits = `${Math.abs(scaled)}`.padStart(places + 1, '0')
  const head = digits.slice(0, digits.length - places)
  const tail = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${scaled < 0 ? '−' : ''}${head}${tail && `.${tail}`}`
}

export const whole = (value: number): AnswerModel => ({ kind: 'whole', value })

export const decimal = (scaled: number, places: number): AnswerModel => ({
  kind: 'decimal',
  value: scaled / 10 ** places,
  places,
})

/** Asks for the reduced fraction. */
export function fraction(numerator: number, denominator: number): AnswerModel {
  const [n, d] = lowest(numerator, denominator)
  return { kind: 'fraction', numerator: n, denominator: d, form: 'lowest' }
}

/** Takes every way of writing the value. */
export function anyFraction(numerator: number, denominator: number): AnswerModel {
  const [n, d] = lowest(numerator, denominator)
  return { kind: 'fraction', numerator: n, denominator: d, form: 'any' }
}

export const set = (...values: number[]): AnswerModel => ({ kind: 'set', values: values.sort((a, b) => a - b) })

/** The right one among up to three wrong ones, shuffled; wrong ones that read the same are left out. */
export function choice(random: Random, right: Text, wrong: readonly Text[]): AnswerModel {
  const others = wrong.filter(
    ({ en }, at) => en !== right['en'] && wrong.findIndex((other) => other['en'] === en) === at,
  )
  const choices = shuffled(random, [right, ...others.slice(0, 3)])
  return { kind: 'choice', choices, correct: choices.indexOf(right) }
}

/** As `choice`, where each choice is a formula. */
export function choiceOf(random: Random, right: string, wrong: readonly string[]): AnswerModel {
  return choice(random, math(right), wrong.map(math))
}

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const left = [...list]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(random.whole(0, left.length - 1), 1))
  return drawn
}

/** `count` different whole numbers of a range, in the order drawn. */
export function different(random: Random, count: number, from: number, to: number): number[] {
  return shuffled(
    random,
    Array.from({ length: to - from + 1 }, (_, at) => from + at),
  ).slice(0, count)
}

/** An Arabic noun after 3–10 (plural), after 11–99 (accusative singular), and after whole hundreds or a decimal. */
type Noun = readonly [few: string, many: string, hundred: string]

export const NOUNS = {
  pound: ['جنيهات', 'جنيهًا', 'جنيه'],
  ticket: ['تذاكر', 'تذكرة', 'تذكرة'],
  minute: ['دقائق', 'دقيقة', 'دقيقة'],
  day: ['أيام', 'يومًا', 'يوم'],
  student: ['طلاب', 'طالبًا', 'طالب'],
  notebook: ['كراسات', 'كراسة', 'كراسة'],
  dish: ['أطباق', 'طبقًا', 'طبق'],
  ball: ['كرات', 'كرة', 'كرة'],
  match: ['مباريات', 'مباراة', 'مباراة'],
  worker: ['عمال', 'عاملًا', 'عامل'],
  floor: ['طوابق', 'طابقًا', 'طابق'],
  orange: ['برتقالات', 'برتقالة', 'برتقالة'],
  mango: ['ثمرات', 'ثمرة', 'ثمرة'],
  person: ['أشخاص', 'شخصًا', 'شخص'],
  equalPart: ['أجزاء متساوية', 'جزءًا متساويًا', 'جزء متساوٍ'],
  factor: ['عوامل', 'عاملًا', 'عامل'],
  time: ['مرات', 'مرة', 'مرة'],
  question: ['أسئلة', 'سؤالًا', 'سؤال'],
  glass: ['أكواب', 'كوبًا', 'كوب'],
  litre: ['لترات', 'لترًا', 'لتر'],
  gram: ['جرامات', 'جرامًا', 'جرام'],
  kick: ['ركلات', 'ركلة', 'ركلة'],
  turn: ['دورات', 'دورة', 'دورة'],
} as const satisfies Record<string, Noun>

/**
 * A number and its noun in Arabic: `$5$ تذاكر`, `$12$ تذكرة`. One and two have a form of their own without a digit, so no
 * exercise counts so few; asking for them is a mistake of the exercise.
 */
export function counted(n: number, [few, many, hundred]: Noun): string {
  if (n < 3 && Number.isInteger(n)) throw new RangeError(`an exercise counts ${n} of ${hundred}`)
  const last = n % 100
  return `$${n}$ ${!Number.isInteger(n) || last < 3 ? hundred : last <= 10 ? few : many}`
}

/** `$3$, $5$, $8$`, with the comma of the language. */
export const row = (list: readonly (number | string)[], comma: string) =>
  list.map((one) => `$${one}$`).join(`${comma} `)
