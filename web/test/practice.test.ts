/** What an exercise is set from: its notation, and days as a streak sees them. */
import { describe, expect, test } from 'vitest'
import { dayIn, lastDays } from '../app/tutor/learner/days-parts.tsx'
import { partsOf, readFormula } from '../app/tutor/learner/notation.ts'

describe('the notation of exercises', () => {
  test('words and formulas stand in turns', () => {
    expect(partsOf('ما ناتج $2 + 3$؟')).toEqual(['ما ناتج ', '2 + 3', '؟'])
  })

  test('fractions, powers, indices and roots are read, one inside the other too', () => {
    expect(readFormula('{3/4} + x^{2}')).toEqual([
      { kind: 'fraction', top: ['3'], bottom: ['4'] },
      ' + x',
      { kind: 'power', of: ['2'] },
    ])
    expect(readFormula('√{{9/16}} = a_{1}')).toEqual([
      { kind: 'root', of: [{ kind: 'fraction', top: ['9'], bottom: ['16'] }] },
      ' = a',
      { kind: 'index', of: ['1'] },
    ])
    expect(readFormula('{x^{2}/y}')).toEqual([
      { kind: 'fraction', top: ['x', { kind: 'power', of: ['2'] }], bottom: ['y'] },
    ])
  })

  test('a stroke outside braces is a stroke, and a brace left open swallows nothing', () => {
    expect(readFormula('6/2')).toEqual(['6/2'])
    expect(readFormula('{1/2')).toEqual([{ kind: 'fraction', top: ['1'], bottom: ['2'] }])
  })
})

describe('days of a streak', () => {
  const streak = {
    days: 3,
    longest: 5,
    studied_today: false,
    freezes_left: 1,
    at_risk: false,
    today: '2026-03-10',
    counted: ['2026-03-04', '2026-03-06', '2026-03-07', '2026-03-09'],
    frozen: ['2026-03-08'],
  }

  test('a missed day that a freeze day covered is told from one that nothing covered', () => {
    expect(lastDays(streak, 7).map(({ state }) => state)).toEqual([
      'counted',
      'missed',
      'counted',
      'counted',
      'frozen',
      'counted',
      'today',
    ])
  })

  test('tomorrow is still to come', () => {
    expect(dayIn(streak, '2026-03-11').state).toBe('coming')
  })

  test('what froze is what the API says froze, also once the streak is over', () => {
    const over = { ...streak, days: 0, frozen: [] }
    expect(dayIn(over, '2026-03-08').state).toBe('missed')
    expect(dayIn({ ...over, frozen: ['2026-03-05'] }, '2026-03-05').state).toBe('frozen')
  })
})
