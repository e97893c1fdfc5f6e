/**
 * The course of mathematics, each exercise made from many seeds: answers hold when checked another way, both languages say the
 * same numbers, and every formula a learner reads is true.
 */
import { describe, expect, test } from 'vitest'
import { judge, randomFrom, type AnswerModel, type Exercise, type Text } from '../../../modules/learning/api.ts'
import { mathematics } from '../mathematics/course.ts'
import { counted, fixed, NOUNS, terms } from '../mathematics/writing.ts'
import { formulasIn, holds, isRelation, near, numbersIn, same, value } from './formula.ts'
import { CHECKS, type Asked } from './mathematics-checks.ts'

const SEEDS = 300
const templates = mathematics.concepts.flatMap((concept) =>
  concept.exercises.map((template) => ({ key: `${concept.key}/${template.key}`, concept, template })),
)
const made = (key: string): Exercise[] => {
  const { template } = templates.find((one) => one.key === key)!
  return Array.from({ length: SEEDS }, (_, seed) => template.make(randomFrom(seed * 7_919 + 1)))
}
const textsOf = ({ prompt, hints, steps, answer }: Exercise): Text[] => [
  prompt,
  ...hints,
  ...steps,
  ...(answer.kind === 'choice' ? answer.choices : []),
]
const valueOf = (answer: AnswerModel): number => {
  if (answer.kind === 'whole' || answer.kind === 'decimal') return answer.value
  return answer.kind === 'fraction' ? answer.numerator / answer.denominator : NaN
}
const orNaN = (formula: string): number => {
  try {
    return value(formula)
  } catch {
    return NaN
  }
}
const askedBy = ({ prompt, figure }: Exercise): Asked => {
  const f = formulasIn(prompt['en']!)
  return { n: numbersIn(prompt['en']!), f, v: f.map(orNaN), prompt: prompt['en']!, figure }
}
/** As the notation writes a number. */
const written = (n: number) => String(n).replace('-', '−')
/** What the last step must say. */
const answersOf = (answer: AnswerModel, language: 'ar' | 'en'): string[] => {
  switch (answer.kind) {
    case 'whole':
    case 'decimal':
      return [written(answer.value)]
    case 'fraction': {
      const { numerator, denominator } = answer
      if (denominator === 1) return [written(numerator)]
      return [`${numerator < 0 ? '−' : ''}{${Math.abs(numerator)}/${denominator}}`]
    }
    case 'choice': {
      const text = answer.choices[answer.correct]![language]!
      const formulas = formulasIn(text)
      return formulas.length > 0 ? formulas : [text]
    }
    case 'set':
      return answer.values.map(written)
  }
}
/** As a number of its own, not inside a longer one. */
const says = (text: string, part: string) =>
  new RegExp(`(?<![\\d.])${part.replaceAll(/[.^$*+?()[\]{}|\\]/g, '\\$&')}(?!\\d|\\.\\d)`).test(text)
const digitsOf = (text: string) => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(String).sort()

describe('the course', () => {
  test('has the concepts and exercises whose keys answers refer to, each once', () => {
    expect(templates.map(({ key }) => key)).toEqual(Object.keys(CHECKS))
    expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length)
    expect(new Set(mathematics.concepts.map(({ key }) => key)).size).toBe(mathematics.concepts.length)
    expect(mathematics.concepts.length).toBeGreaterThanOrEqual(24)
    expect(templates.length).toBeGreaterThanOrEqual(150)
  })

  test('asks for nothing that does not come before it', () => {
    const before = new Set<string>()
    for (const { key, needs } of mathematics.concepts) {
      for (const need of needs) expect(before, `${key} needs ${need}`).toContain(need)
      before.add(key)
    }
  })

  test.each(mathematics.concepts)('$key is named in both languages, with easy and harder exercises', (concept) => {
    for (const text of [concept.name, concept.goal])
      expect([/[\u0600-\u06ff]/.test(text['ar']!), /[A-Za-z]/.test(text['ar']!), /[a-z]/.test(text['en']!)]).toEqual([
        true,
        false,
        true,
      ])
    const levels = concept.exercises.map(({ level }) => level)
    expect(levels).toContain(1)
    expect(levels).toContain(2)
    expect(levels).toContain(3)
    expect(levels.length).toBeGreaterThanOrEqual(5)
  })

  test('works things out in its steps, which are then checked', () => {
    const working = templates.filter(({ template }) =>
      template.make(randomFrom(1)).steps.some((step) => formulasIn(step['en']!).some((part) => /\d.*[=<>]/.test(part))),
    )
    expect(working.length).toBeGreaterThanOrEqual(templates.length * 0.8)
  })

  test('asks in various ways', () => {
    const kinds = new Set(templates.map(({ template }) => template.make(randomFrom(1)).answer.kind))
    expect([...kinds].sort()).toEqual(['choice', 'decimal', 'fraction', 'set', 'whole'])
    const figures = new Set(templates.map(({ template }) => template.make(randomFrom(1)).figure?.kind))
    expect(figures.size).toBe(6)
  })
})

describe.each(templates)('$key', ({ key }) => {
  const all = made(key)

  test('gives the same exercise for the same seed, and others for others', () => {
    expect(made(key)).toEqual(all)
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBeGreaterThanOrEqual(4)
  })

  test('has an answer that holds when checked another way', () => {
    const check = CHECKS[key]!
    for (const one of all) {
      const { answer } = one
      const asked = askedBy(one)
      if ('number' in check) {
        expect(check.number(valueOf(answer), asked), `${asked.prompt} ${valueOf(answer)}`).toBe(true)
      } else if ('values' in check) {
        expect(answer.kind === 'set' && answer.values, asked.prompt).toEqual(check.values(asked))
      } else {
        if (answer.kind !== 'choice') throw new Error(`${key} is not a choice`)
        const texts = answer.choices.map((text) => text['en']!)
        expect(new Set(texts).size, asked.prompt).toBe(texts.length)
        expect(texts.length).toBeGreaterThanOrEqual(3)
        const right = texts.flatMap((text, at) => (check.choice(formulasIn(text)[0] ?? text, asked, text) ? [at] : []))
        expect(right, `${asked.prompt} ${texts.join(' | ')}`).toEqual([answer.correct])
      }
    }
  })

  test('has an answer a child can give, that is judged right as a child writes it', () => {
    for (const { answer, prompt } of all) {
      if (answer.kind === 'fraction') {
        expect(answer.denominator).toBeGreaterThan(0)
        expect(Number.isInteger(answer.numerator) && Number.isInteger(answer.denominator)).toBe(true)
        for (let d = 2; d <= answer.denominator; d++)
          expect(answer.numerator % d === 0 && answer.denominator % d === 0, prompt['en']).toBe(false)
        if (answer.form === 'lowest') expect(prompt['en'], 'says so').toMatch(/lowest|fraction|probability|slope/)
      }
      if (answer.kind === 'whole') expect(Number.isInteger(answer.value), prompt['en']).toBe(true)
      if (answer.kind === 'decimal') expect(near(answer.value, Number(answer.value.toFixed(answer.places)))).toBe(true)
      if (answer.kind === 'set') {
        expect(new Set(answer.values).size).toBe(answer.values.length)
        expect(answer.values.length).toBeLessThanOrEqual(10)
      }
      const typed =
        answer.kind === 'choice'
          ? String(answer.correct)
          : answer.kind === 'set'
            ? answer.values.join('، ')
            : answer.kind === 'fraction' && answer.denominator > 1
              ? `${answer.numerator}/${answer.denominator}`
              : String(valueOf(answer))
      const arabic = typed.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!).replace('.', '٫')
      for (const text of [typed, arabic])
        expect(judge(answer, text), `${prompt['en']} ${text}`).toMatchObject({ correct: true })
      if (answer.kind !== 'choice' && answer.kind !== 'set')
        expect(Math.abs(valueOf(answer))).toBeLessThanOrEqual(3_000)
    }
  })

  test('leads with two or three hints to steps that end with the answer', () => {
    for (const { hints, steps, answer, prompt } of all) {
      expect([2, 3]).toContain(hints.length)
      expect(steps.length).toBeGreaterThanOrEqual(2)
      for (const language of ['ar', 'en'] as const) {
        const last = steps.at(-1)![language]!
        for (const text of answersOf(answer, language)) {
          expect(says(last, text), `${prompt['en']}: ${last} says ${text}`).toBe(true)
        }
      }
    }
  })

  test('says the same in Arabic and in English', () => {
    for (const one of all)
      for (const text of textsOf(one)) {
        const [ar, en] = [text['ar']!, text['en']!]
        expect(digitsOf(ar), `${ar} / ${en}`).toEqual(digitsOf(en))
        for (const said of [ar, en]) {
          expect(said.trim(), 'no idle spaces').toBe(said)
          expect(said.length).toBeGreaterThan(0)
          expect((said.split('$').length - 1) % 2, said).toBe(0)
          expect(said, 'digits are the page’s').not.toMatch(
            /[\u0660-\u0669\u06f0-\u06f9]|undefined|NaN|Infinity|\$\$|-\d/,
          )
          for (const formula of formulasIn(said)) {
            expect(formula, said).not.toMatch(/[A-Za-z]{3}|[\u0600-\u06ff]|^\s|\s$|^$/)
            expect(formula.split('{').length, said).toBe(formula.split('}').length)
          }
          for (const number of numbersIn(said)) {
            expect(Math.abs(number), said).toBeLessThanOrEqual(key === 'ratios.ratio/map' ? 500_000 : 25_000)
            expect(String(number).split('.')[1]?.length ?? 0, said).toBeLessThanOrEqual(3)
          }
        }
        const words = (said: string) => said.replaceAll(/\$[^$]*\$/g, '')
        expect(words(ar), 'no English in Arabic').not.toMatch(/[A-Za-z\d]/)
        expect(words(en), 'no Arabic in English').not.toMatch(/[\u0600-\u06ff\d]/)
        if (formulasIn(ar).length !== 1 || words(ar) !== '') expect(words(ar)).toMatch(/[\u0600-\u06ff]|^[،.;: ]*$/)
      }
  })

  test('claims nothing untrue on the way', () => {
    for (const one of all)
      for (const text of [...one.hints, ...one.steps])
        for (const formula of formulasIn(text['en']!).filter((part) => isRelation(part) && !/[:,]/.test(part)))
          expect(isTrue(formula, one, key), `${one.prompt['en']}: ${formula}`).toBe(true)
  })
})

/** An equation in the unknown is true for the answer, one that rewrites an expression for every value. */
function isTrue(formula: string, { answer }: Exercise, key: string): boolean {
  if (!/[a-zπ]/.test(formula)) return holds(formula)
  // Letters that stand for what changes: lines, formulas of geometry, solutions of an inequality.
  if (/[<>≤≥πyr]/.test(formula) || /^(lines|inequalities)/.test(key)) return true
  const [first, ...others] = formula.split(' = ')
  if (answer.kind === 'choice') return others.every((other) => same(first!, other))
  const unknown = answer.kind === 'set' ? answer.values : [valueOf(answer)]
  return unknown.every((x) => holds(formula, { x, n: x, k: x }))
}

describe('writing', () => {
  test('puts the Arabic noun in the form its number asks for', () => {
    expect([3, 10, 11, 99, 100, 103, 111, 200, 2.5].map((n) => counted(n, NOUNS.pound))).toEqual([
      '$3$ جنيهات',
      '$10$ جنيهات',
      '$11$ جنيهًا',
      '$99$ جنيهًا',
      '$100$ جنيه',
      '$103$ جنيهات',
      '$111$ جنيهًا',
      '$200$ جنيه',
      '$2.5$ جنيه',
    ])
    expect(() => counted(2, NOUNS.pound)).toThrow(RangeError)
  })

  test('writes sums and decimals as one does', () => {
    expect(terms([3, 'x'], [-1, 'y'], [0, 'z'], [5, ''])).toBe('3x − y + 5')
    expect(terms([-1, 'x'])).toBe('−x')
    expect(terms([0, 'x'])).toBe('0')
    expect([fixed(1250, 2), fixed(5, 2), fixed(300, 2), fixed(-45, 1)]).toEqual(['12.5', '0.05', '3', '−4.5'])
  })
})
