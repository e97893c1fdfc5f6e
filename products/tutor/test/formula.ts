/** Reads the small notation of mathematics and works it out, for tests: nothing of the course is used here. */

export type Letters = Readonly<Record<string, number>>

/** The formulas of a text, without their dollar signs. */
export const formulasIn = (text: string) => [...text.matchAll(/\$([^$]*)\$/g)].map((match) => match[1]!)

/** The numbers of a text as they are read: a minus belongs to the digit it touches. */
export const numbersIn = (text: string) =>
  [...text.matchAll(/−?\d+(?:\.\d+)?/g)].map((match) => Number(match[0].replace('−', '-')))

const RELATIONS = /\s*([=<>≤≥≠])\s*/

export const isRelation = (formula: string) => RELATIONS.test(formula)

export const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b))

/** Whether every link of `a = b < c` is true. */
export function holds(formula: string, letters: Letters = {}): boolean {
  const parts = formula.split(RELATIONS)
  if (parts.length < 3) throw new Error(`nothing is claimed by ${formula}`)
  for (let at = 1; at < parts.length; at += 2) {
    const [left, right] = [value(parts[at - 1]!, letters), value(parts[at + 1]!, letters)]
    const same = near(left, right)
    const true_ = {
      '=': same,
      '<': !same && left < right,
      '>': !same && left > right,
      '≤': same || left < right,
      '≥': same || left > right,
      '≠': !same,
    }
    if (!true_[parts[at] as keyof typeof true_]) return false
  }
  return true
}

/** The value of a formula without a relation. Throws on what it cannot read. */
export function value(formula: string, letters: Letters = {}): number {
  let at = 0
  const skip = () => {
    while (formula[at] === ' ') at++
  }
  const eat = (sign: string) => {
    skip()
    if (!formula.startsWith(sign, at)) return false
    at += sign.length
    return true
  }
  const must = (sign: string) => {
    if (!eat(sign)) throw new Error(`${sign} is missing at ${at} of ${formula}`)
  }
  const sum = (): number => {
    let total = eat('−') ? -product() : product()
    for (;;) {
      if (eat('+')) total += product()
      else if (eat('−')) total -= product()
      else return total
    }
  }
  const product = (): number => {
    let total = power()
    for (;;) {
      skip()
      if (eat('×')) total *= power()
      else if (eat('÷')) total /= power()
      else if (at < formula.length && /[A-Za-zπ({√]/.test(formula[at]!)) total *= power()
      else return total
    }
  }
  const power = (): number => {
    const base = atom()
    if (!eat('^{')) return base
    const exponent = sum()
    must('}')
    return base ** exponent
  }
  const atom = (): number => {
    skip()
    let found: number
    if (eat('√{')) {
      found = Math.sqrt(sum())
      must('}')
    } else if (eat('{')) {
      const top = sum()
      must('/')
      const bottom = sum()
      must('}')
      if (bottom === 0) throw new Error(`${formula} divides by zero`)
      found = top / bottom
    } else if (eat('(')) {
      found = sum()
      must(')')
    } else {
      const digits = /^\d+(\.\d+)?/.exec(formula.slice(at))
      const letter = formula[at] ?? ''
      if (digits) {
        at += digits[0].length
        found = Number(digits[0])
      } else if (letter in letters) {
        at++
        found = letters[letter]!
      } else throw new Error(`cannot read ${letter || 'the end'} at ${at} of ${formula}`)
    }
    eat('°')
    return eat('%') ? found / 100 : found
  }
  const found = sum()
  skip()
  if (at < formula.length) throw new Error(`cannot read ${formula.slice(at)} of ${formula}`)
  if (!Number.isFinite(found)) throw new Error(`${formula} has no value`)
  return found
}

/** Whether two expressions in x and y have one value wherever one looks. */
export function same(one: string, other: string): boolean {
  const places = [-3, -1, 0, 0.5, 2, 5, 11]
  return places.every((x) => [-2, 0, 1, 7].every((y) => near(value(one, { x, y }), value(other, { x, y }))))
}
