// Who is reminded that a trial ends: whoever has not said yet what comes after it.
import { expect, it } from 'vitest'
import { isSettled } from '../app/tutor/guardian/child-data.ts'

const begun = { paid_ahead: false, card_id: null, cancel_at_period_end: false }

it('reminds who has neither paid, nor left a card, nor ended it', () => {
  expect(isSettled(begun)).toBe(false)
})

it.each([{ paid_ahead: true }, { card_id: 'crd_1' }, { cancel_at_period_end: true }])(
  'leaves in peace: %j',
  (facts) => {
    expect(isSettled({ ...begun, ...facts })).toBe(true)
  },
)
