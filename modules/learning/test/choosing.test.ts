/** What comes next: reviews, the frontier, going back, variety. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseBundle, chooseNext, exerciseKey, levelFor, masters, RECENT_MAX, type Known } from '../choosing.ts'
import { course } from './make.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')
const SURE: Known = {
  probability: 0.99,
  deviation: 0.01,
  answers: 4,
  lately: 0b1111,
  lastAt: NOW.subtract({ hours: 24 }),
  lastId: 'x',
  masteredAt: NOW.subtract({ hours: 24 }),
  dueAt: NOW.add({ hours: 48 }),
}
const LEARNING: Known = { ...SURE, probability: 0.6, deviation: 0.1, masteredAt: undefined, dueAt: undefined }
const HARD: Known = { ...LEARNING, probability: 0.2, lately: 0b0100, lastAt: NOW }
const choose = (known: Record<string, Known>, recent: string[] = []) =>
  chooseNext(course, new Map(Object.entries(known)), recent, NOW)
const due = (hours: number): Known => ({ ...SURE, dueAt: NOW.subtract({ hours }) })

test.each<[string, Record<string, Known>, string, string]>([
  ['nothing is known', {}, 'a', 'next_concept'],
  ['the first is begun', { a: LEARNING }, 'a', 'strengthen'],
  ['the first is mastered', { a: SURE }, 'b', 'next_concept'],
  ['probable but not sure is not mastered', { a: { ...SURE, probability: 0.96, deviation: 0.07 } }, 'a', 'strengthen'],
  ['one of two open ones is begun', { a: SURE, c: LEARNING }, 'c', 'strengthen'],
  ['a review is due', { a: due(1), b: LEARNING }, 'a', 'review_due'],
  ['of two due reviews the longest due', { a: due(1), b: due(5), c: LEARNING }, 'b', 'review_due'],
  [
    'a due concept that is no longer mastered is practised, not reviewed',
    { a: { ...LEARNING, dueAt: NOW } },
    'a',
    'strengthen',
  ],
  [
    'a mastered concept was wrong just now',
    { a: { ...SURE, lately: 0b1110, lastAt: NOW }, b: due(3) },
    'a',
    'strengthen',
  ],
  ['three of four were wrong', { a: SURE, b: HARD }, 'a', 'go_back'],
  ['three of four were wrong and there is nothing before it', { a: HARD }, 'a', 'strengthen'],
  ['the last waits for both', { a: SURE, b: SURE }, 'c', 'next_concept'],
  ['both are there', { a: SURE, b: SURE, c: SURE }, 'd', 'next_concept'],
  [
    'all is mastered: what is due first',
    { a: SURE, b: SURE, c: { ...SURE, dueAt: NOW.add({ hours: 1 }) }, d: SURE },
    'c',
    'strengthen',
  ],
])('%s', (_, known, concept, reason) => {
  const choice = choose(known)
  expect([choice.concept.key, choice.reason]).toEqual([concept, reason])
})

test('going back takes the prerequisite that is least sure, and names what was hard', () => {
  const choice = choose({ a: SURE, b: SURE, c: { ...SURE, probability: 0.955 }, d: HARD })
  expect([choice.concept.key, choice.reason, choice.because?.key]).toEqual(['c', 'go_back', 'd'])
})

test('the level follows mastery', () => {
  expect([undefined, HARD, LEARNING, { ...LEARNING, probability: 0.92 }, SURE].map(levelFor)).toEqual([1, 1, 2, 3, 3])
})

test('no exercise comes again within the window while the concept has another; then the one longest ago', () => {
  const recent: string[] = []
  for (let i = 0; i < 12; i++) {
    const { concept, template } = choose({ a: LEARNING }, recent)
    const key = exerciseKey(concept.key, template.key)
    expect(recent.slice(0, concept.exercises.length - 1)).not.toContain(key)
    recent.unshift(key)
    recent.length = Math.min(recent.length, RECENT_MAX)
  }
})

test('nothing is ever asked whose prerequisites are not mastered, except to go back or review', () => {
  const known = fc.record(
    Object.fromEntries(
      course.concepts.map(({ key }) => [
        key,
        fc.record({
          probability: fc.double({ min: 0, max: 1, noNaN: true }),
          deviation: fc.double({ min: 0, max: 0.2, noNaN: true }),
          lately: fc.integer({ min: 0, max: 255 }),
          answers: fc.integer({ min: 1, max: 9 }),
          hours: fc.integer({ min: -100, max: 100 }),
        }),
      ]),
    ),
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(known, (given) => {
      const states = new Map(
        Object.entries(given).map(([key, drawn]) => {
          const { hours, ...rest } = drawn!
          return [
            key,
            {
              ...SURE,
              ...rest,
              dueAt: NOW.add({ hours }),
              lastAt: NOW.subtract({ minutes: Math.abs(hours) }),
              lastId: key,
            },
          ] as const
        }),
      )
      const { concept, reason, because } = chooseNext(course, states, [], NOW)
      expect(because !== undefined).toBe(reason === 'go_back')
      if (reason === 'next_concept') expect(states.has(concept.key)).toBe(false)
      if (reason === 'review_due') expect(masters(states, concept.key)).toBe(true)
      if (reason === 'next_concept' || (reason === 'strengthen' && !masters(states, concept.key)))
        expect(concept.needs.every((key) => masters(states, key))).toBe(true)
    }),
  )
})

test('a bundle goes on from reviews to the next concepts, without the same exercise twice in a row', () => {
  const choices = chooseBundle(course, new Map([['a', due(1)]]), [], NOW, 20)
  expect(choices).toHaveLength(20)
  expect([choices[0]!.concept.key, choices[0]!.reason]).toEqual(['a', 'review_due'])
  expect(new Set(choices.map(({ concept }) => concept.key))).toEqual(new Set(['a', 'b', 'c', 'd']))
  for (const [i, { concept, template }] of choices.entries())
    if (i > 0)
      expect(exerciseKey(concept.key, template.key)).not.toBe(
        exerciseKey(choices[i - 1]!.concept.key, choices[i - 1]!.template.key),
      )
})
