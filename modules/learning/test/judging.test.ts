/** What a learner types is read by value. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerModel } from '../course.ts'
import { judge } from '../judging.ts'

const whole = (value: number): AnswerModel => ({ kind: 'whole', value })
const fraction = (numerator: number, denominator: number, form: 'any' | 'lowest' = 'any'): AnswerModel => ({
  kind: 'fraction',
  numerator,
  denominator,
  form,
})
const half: AnswerModel = { kind: 'decimal', value: 0.5, places: 1 }
const pair: AnswerModel = { kind: 'set', values: [2, -3] }

const RIGHT: [AnswerModel, string[]][] = [
  [whole(12), ['12', '١٢', '۱۲', ' 12 ', '+12', '12.0', '24/2', 'x = 12', 'س = ١٢', '\u200f١٢\u200e', '１２']],
  [whole(-5), ['-5', '−5', '- 5', '−٥', '-٥']],
  [whole(1000), ['1000', '1,000', '1 000', '١٬٠٠٠', '1٬000']],
  [half, ['0.5', '0,5', '٠٫٥', '.5', '٫٥', '1/2', '½', '50%', '٥٠٪', '0.50']],
  [fraction(3, 4), ['3/4', '٣/٤', '6/8', '0.75', '٠٫٧٥', '3⁄4', '¾', '75%', '-3/-4']],
  [fraction(7, 4), ['7/4', '1 3/4', '١ ٣/٤', '1 و 3/4', '1¾', '1 + 3/4', '1.75']],
  [fraction(7, 4, 'lowest'), ['7/4', '1 3/4', '١ ٣/٤']],
  [fraction(3, 1, 'lowest'), ['3', '٣']],
  [pair, ['2, -3', '-3 , 2', '٢ ، −٣', '2 و -3', '2; -3', '{2; -3}', 'x=2, x=-3', '2 -3', '2,-3']],
]

describe.each(RIGHT)('%o', (model, texts) => {
  test.each(texts)('is «%s»', (text) => {
    expect(judge(model, text)).toMatchObject({ status: 'judged', correct: true })
  })
})

test.each<[AnswerModel, string]>([
  [whole(12), '21'],
  [whole(12), '-12'],
  [half, '0.05'],
  [half, '5'],
  [fraction(3, 4), '4/3'],
  [fraction(7, 4), '1 1/4'],
  [pair, '2'],
  [pair, '2, 3'],
  [pair, '2, -3, 4'],
])('%o is not «%s»', (model, text) => {
  expect(judge(model, text)).toMatchObject({ status: 'judged', correct: false })
})

test('an unreduced fraction is wrong only where the lowest terms are asked for, and is told so', () => {
  expect(judge(fraction(3, 4, 'lowest'), '6/8')).toMatchObject({ correct: false, note: 'not_lowest' })
  expect(judge(fraction(7, 4, 'lowest'), '1 6/8')).toMatchObject({ correct: false, note: 'not_lowest' })
  expect(judge(fraction(3, 1, 'lowest'), '3/1')).toMatchObject({ correct: false, note: 'not_lowest' })
  expect(judge(fraction(3, 4), '6/8')).toMatchObject({ correct: true })
})

test.each<[AnswerModel, string, string]>([
  [whole(12), '', 'empty'],
  [whole(12), '  \u200f ', 'empty'],
  [whole(12), 'twelve', 'not_a_number'],
  [whole(12), '12 cm', 'not_a_number'],
  [whole(9), '3²', 'not_a_number'],
  [whole(12), '1.2.3', 'not_a_number'],
  [whole(12), '3//4', 'not_a_number'],
  [fraction(3, 4), '3/0', 'divided_by_zero'],
  [fraction(3, 4), '1 3/0', 'divided_by_zero'],
  [fraction(3, 4, 'lowest'), '0.75', 'not_a_fraction'],
  [{ kind: 'choice', choices: [{ en: 'a' }, { en: 'b' }], correct: 0 }, '2', 'no_such_choice'],
  [whole(12), '1'.repeat(61), 'too_long'],
])('%o cannot be read from «%s»: %s', (model, text, why) => {
  expect(judge(model, text)).toEqual({ status: 'unreadable', why })
})

test('every number is right however its digits are written', () => {
  const arabic = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }), (n, places) => {
      const value = Number((n / 10 ** places).toFixed(places))
      const model: AnswerModel = { kind: 'decimal', value, places }
      const text = value.toFixed(places)
      for (const one of [text, text.replace('.', ','), arabic(text), arabic(text).replace('.', '٫')])
        expect(judge(model, one)).toMatchObject({ status: 'judged', correct: true })
    }),
  )
})

test('no text at all makes it throw', () => {
  const models: AnswerModel[] = [
    whole(1),
    half,
    fraction(1, 2, 'lowest'),
    pair,
    { kind: 'choice', choices: [{ en: 'a' }], correct: 0 },
  ]
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.constantFrom(...models), (text, model) => {
      expect(['judged', 'unreadable']).toContain(judge(model, text).status)
    }),
    { numRuns: 1000 },
  )
})
