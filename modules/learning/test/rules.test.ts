/** Mastery as a pure fold: known values, order, replay, bounds. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  follows, inOrder, isMastered, parameterSets, replay, step, TRACING, tracingOf, untried, type Evidence,
} from '../rules.ts' // prettier-ignore

const START = Temporal.Instant.from('2026-03-01T08:00:00Z')
const evidence = (i: number, correct: boolean, more: Partial<Evidence> = {}): Evidence => ({
  id: String(i).padStart(4, '0'),
  answeredAt: START.add({ minutes: i }),
  correct,
  choices: undefined,
  hints: 0,
  ...more,
})
const after = (bits: string, more: Partial<Evidence> = {}) =>
  replay(
    TRACING,
    [...bits].map((bit, i) => evidence(i, bit === '1', more)),
  )

const answers = fc.array(
  fc.record({
    correct: fc.boolean(),
    minutes: fc.integer({ min: 0, max: 600_000 }),
    choices: fc.constantFrom(undefined, 2, 3, 4),
    hints: fc.integer({ min: 0, max: 3 }),
  }),
  { minLength: 1, maxLength: 40 },
)
const evidences = answers.map((list) =>
  list.map(({ minutes, ...one }, i) => evidence(i, one.correct, { ...one, answeredAt: START.add({ minutes }) })),
)

describe('one parameter set', () => {
  test('follows Corbett and Anderson: evidence by Bayes, then a chance to have learnt', () => {
    const [known, learn, guess, slip] = [0.25, 0.15, 0.15, 0.1]
    const posterior = (known * (1 - slip)) / (known * (1 - slip) + (1 - known) * guess)
    const expected = posterior + (1 - posterior) * learn
    const centre = parameterSets(TRACING).findIndex(
      (set) => set.known === known && set.learn === learn && set.guess === guess,
    )
    expect(after('1').trace[centre]).toBeCloseTo(expected, 12)
  })
  test('no set lets somebody who does not know answer right more often than somebody who does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        (guess, slip) => {
          for (const set of parameterSets(tracingOf({ guess, slip }))) expect(set.guess).toBeLessThan(1 - set.slip)
        },
      ),
    )
  })
})

test.each([
  ['', 0.25, false],
  ['1', 0.72, false],
  ['111', 0.99, true],
  ['0000', 0.17, false],
  ['110', 0.72, false],
  ['0101010101', 0.83, false],
])('after %s the probability is about %d', (bits, probability, mastered) => {
  const state = bits === '' ? untried(TRACING) : after(bits)
  expect(state.probability).toBeCloseTo(probability, 1)
  expect(isMastered(state)).toBe(mastered)
})

test('right among choices says less than right by typing, and right after hints less than right alone', () => {
  expect(after('111', { choices: 2 }).probability).toBeLessThan(after('111', { choices: 4 }).probability)
  expect(after('111', { choices: 4 }).probability).toBeLessThan(after('111').probability)
  expect(after('11', { hints: 2 }).probability).toBeLessThan(after('11').probability)
})

test('uncertainty falls as agreeing answers come, and rises when they contradict', () => {
  expect(after('1111').deviation).toBeLessThan(after('1').deviation)
  expect(after('110').deviation).toBeGreaterThan(after('11').deviation)
})

test('who forgot after a hundred right answers is believed within three', () => {
  expect(isMastered(after(`${'1'.repeat(100)}000`))).toBe(false)
})

test('probability, uncertainty and weights stay within bounds, whatever comes', () => {
  fc.assert(
    fc.property(evidences, (list) => {
      const { probability, deviation, trace } = replay(TRACING, list)
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThan(1)
      expect(deviation).toBeGreaterThanOrEqual(0)
      expect(deviation).toBeLessThanOrEqual(0.5)
      expect(trace.every(Number.isFinite)).toBe(true)
    }),
  )
})

test('answers in any order give the same state as in order', () => {
  fc.assert(
    fc.property(evidences, fc.array(fc.nat()), (list, shuffle) => {
      const mixed = list
        .map((one, i) => ({ one, at: shuffle[i % Math.max(1, shuffle.length)] ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one)
      expect(replay(TRACING, mixed)).toEqual(replay(TRACING, list))
    }),
  )
})

test('going on step by step, as live, equals replay; what does not follow is noticed', () => {
  fc.assert(
    fc.property(evidences, (list) => {
      let state = untried(TRACING)
      const seen: Evidence[] = []
      for (const one of list) {
        seen.push(one)
        const last = [...seen].sort(inOrder).at(-1)
        expect(follows(state, one)).toBe(last === one)
        // Through the wire format of the database, as live answering goes.
        state = follows(state, one)
          ? step({ ...state, trace: stored(state.trace) }, TRACING, one)
          : replay(TRACING, seen)
      }
      expect(state).toEqual(replay(TRACING, list))
    }),
  )
})

const stored = (trace: readonly number[]) => trace.map((value) => Number(String(value)))

test('memory begins when a concept is mastered; right answers on time stretch it, a wrong one shortens it', () => {
  expect(after('11').memory).toBeUndefined()
  const mastered = after('111')
  const first = mastered.memory!
  expect(first.dueAt.since(first.reviewedAt).total('hours')).toBeGreaterThanOrEqual(24)
  const onTime = step(mastered, TRACING, evidence(9000, true, { answeredAt: first.dueAt }))
  const interval = (state: typeof mastered) => state.memory!.dueAt.since(state.memory!.reviewedAt).total('hours')
  expect(interval(onTime)).toBeGreaterThan(interval(mastered))
  const forgotten = step(onTime, TRACING, evidence(9001, false, { answeredAt: onTime.memory!.dueAt }))
  expect(interval(forgotten)).toBeLessThan(interval(onTime))
  expect(forgotten.memory!.lapses).toBe(1)
})
