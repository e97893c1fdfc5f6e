/**
 * The course of mathematics, each exercise made from many seeds: answers hold when checked another way, both languages say the
 * same numbers, and every formula a learner reads is true.
 */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { judge, randomFrom, type AnswerModel, type Exercise, type Text } from '../../../modules/learning/api.ts'
import { mathematics } from '../mathematics/course.ts'
import { counted, fixed, NOUNS, terms } from '../mathematics/writing.ts'
import { formulasIn, holds, isRelation, near, numbersIn, same, value } from './formula.ts'
import type { Asked } from './checking.ts'
import { CHECKS } from './mathematics-checks.ts'

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

test('whoever changes what a seed gives raises the version of the course, and writes here what it gives from then on', () => {
  // What is asked and answered, not its words. Exercises in hand say which version they are of, and old ones are told so.
  const asked = templates.flatMap(({ key }) =>
    made(key).map((one) => {
      const { answer } = one
      const choices = answer.kind === 'choice' ? answer.choices.flatMap((text) => formulasIn(text['en']!)) : []
      return [key, formulasIn(one.prompt['en']!), answersOf(answer, 'en'), choices]
    }),
  )
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16)
  expect({ version: mathematics.version, digest }).toEqual({ version: 2, digest: 'e044a5607de718a9' })
})

describe.each(templates)('$key', ({ key }) => {
  const all = made(key)
  /** What is wrong with which exercise; a few are enough to see. */
  const faultsIn = (look: (one: Exercise, wrong: (what: string) => void) => void): string[] => {
    const faults: string[] = []
    for (const one of all) look(one, (what) => faults.push(`${one.prompt['en']} → ${what}`))
    return faults.slice(0, 5)
  }

  test('gives the same exercise for the same seed, and others for others', () => {
    const [first, again] = [all.map((one) => JSON.stringify(one)), made(key).map((one) => JSON.stringify(one))]
    expect(again.join('\n') === first.join('\n')).toBe(true)
    expect(new Set(first).size).toBeGreaterThanOrEqual(4)
  })

  test('has an answer that holds when checked another way', () => {
    const check = CHECKS[key]!
    const faults = faultsIn((one, wrong) => {
      const { answer } = one
      const asked = askedBy(one)
      if ('number' in check) {
        if (!check.number(valueOf(answer), asked)) wrong(`not ${valueOf(answer)}`)
      } else if ('values' in check) {
        const values = check.values(asked)
        if (answer.kind !== 'set' || String(answer.values) !== String(values)) wrong(`rather ${values}`)
      } else if (answer.kind === 'choice') {
        const texts = answer.choices.map((text) => text['en']!)
        if (new Set(texts).size !== texts.length || texts.length < 3) wrong(`choices ${texts.join(' | ')}`)
        const right = texts.flatMap((text, at) => (check.choice(formulasIn(text)[0] ?? text, asked, text) ? [at] : []))
        if (String(right) !== String(answer.correct)) wrong(`right are ${right} of ${texts.join(' | ')}`)
      } else wrong('not a choice')
    })
    expect(faults).toEqual([])
  })

  test('has an answer a child can give, that is judged right as a child writes it', () => {
    const faults = faultsIn(({ answer, prompt }, wrong) => {
      if (answer.kind === 'fraction') {
        const { numerator, denominator } = answer
        if (!Number.isInteger(numerator) || !Number.isInteger(denominator) || denominator < 1) wrong('no fraction')
        for (let d = 2; d <= denominator; d++)
          if (numerator % d === 0 && denominator % d === 0) wrong(`can be reduced by ${d}`)
        const asks = /lowest terms|Which fraction|probability/.test(prompt['en']!)
        if (asks !== (answer.form === 'lowest')) wrong('does not say in which form')
      }
      if (answer.kind === 'whole' && !Number.isInteger(answer.value)) wrong('not whole')
      if (answer.kind === 'decimal' && !near(answer.value, Number(answer.value.toFixed(answer.places)))) wrong('places')
      if (answer.kind === 'set' && (new Set(answer.values).size !== answer.values.length || answer.values.length > 10))
        wrong('too many or twice')
      if (answer.kind !== 'choice' && answer.kind !== 'set' && !(Math.abs(valueOf(answer)) <= 3_000)) wrong('too large')
      const typed = typedFor(answer)
      const arabic = typed.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!).replace('.', '٫')
      for (const text of [typed, arabic]) {
        const verdict = judge(answer, text)
        if (verdict.status !== 'judged' || !verdict.correct) wrong(`${text} is not judged right`)
      }
    })
    expect(faults).toEqual([])
  })

  test('leads with two or three hints to steps that end with the answer', () => {
    const faults = faultsIn(({ hints, steps, answer }, wrong) => {
      if (hints.length < 2 || hints.length > 3) wrong(`${hints.length} hints`)
      if (steps.length < 2) wrong('no steps')
      for (const language of ['ar', 'en'] as const) {
        const last = steps.at(-1)![language]!
        for (const text of answersOf(answer, language)) if (!says(last, text)) wrong(`${last} says ${text}`)
      }
    })
    expect(faults).toEqual([])
  })

  test('says the same in Arabic and in English', () => {
    const limit = key === 'ratios.ratio/map' ? 500_000 : 25_000
    const words = (said: string) => said.replaceAll(/\$[^$]*\$/g, '')
    const faults = faultsIn((one, wrong) => {
      for (const text of textsOf(one)) {
        const [ar, en] = [text['ar']!, text['en']!]
        if (String(digitsOf(ar)) !== String(digitsOf(en))) wrong(`other numbers: ${ar} / ${en}`)
        for (const said of [ar, en]) {
          if (said === '' || said.trim() !== said || said.includes('  ')) wrong(`idle spaces: ${said}`)
          if (said.split('$').length % 2 === 0) wrong(`an open formula: ${said}`)
          if (/[\u0660-\u0669\u06f0-\u06f9]|undefined|NaN|Infinity|\$\$|-\d/.test(said)) wrong(`badly written: ${said}`)
          for (const formula of formulasIn(said))
            if (
              /[A-Za-z]{3}|[\u0600-\u06ff]|^\s|\s$|^$/.test(formula) ||
              formula.split('{').length !== formula.split('}').length
            )
              wrong(`no formula: ${formula}`)
          for (const number of numbersIn(said))
            if (Math.abs(number) > limit || /\.\d{4}/.test(String(number))) wrong(`too much: ${said}`)
        }
        if (/[A-Za-z\d]/.test(words(ar))) wrong(`English in Arabic: ${ar}`)
        if (/[\u0600-\u06ff\d]/.test(words(en))) wrong(`Arabic in English: ${en}`)
        if (/[a-z]/.test(words(en)) !== /[\u0600-\u06ff]/.test(words(ar).replaceAll(/[،؛؟]/g, '')))
          wrong(`said in one language only: ${ar} / ${en}`)
      }
    })
    expect(faults).toEqual([])
  })

  test('claims nothing untrue on the way', () => {
    const faults = faultsIn((one, wrong) => {
      for (const text of [...one.hints, ...one.steps])
        for (const formula of formulasIn(text['en']!))
          if (isRelation(formula) && !/[:,]/.test(formula) && !isTrue(formula, one, key)) wrong(formula)
    })
    expect(faults).toEqual([])
  })
})

/** As a learner types it. */
function typedFor(answer: AnswerModel): string {
  if (answer.kind === 'choice') return String(answer.correct)
  if (answer.kind === 'set') return answer.values.join('، ')
  if (answer.kind === 'fraction' && answer.denominator > 1) return `${answer.numerator}/${answer.denominator}`
  return String(valueOf(answer))
}

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
