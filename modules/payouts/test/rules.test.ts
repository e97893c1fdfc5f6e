import { expect, test } from 'vitest'
import { backoffSeconds, NEXT, nextCheckAfterSuccess, pathTo, type PayoutState, type ProviderStatus } from '../rules.ts'

const STATES = Object.keys(NEXT) as PayoutState[]
const SAYS: ProviderStatus[] = ['processing', 'succeeded', 'failed', 'reversed']

test('what the provider says, in every state', () => {
  const table = Object.fromEntries(
    STATES.map((state) => [state, Object.fromEntries(SAYS.map((says) => [says, pathTo(state, says).join(' → ')]))]),
  )
  expect(table).toEqual({
    requested: { processing: 'processing', succeeded: 'succeeded', failed: 'failed', reversed: 'succeeded → reversed' },
    processing: { processing: '', succeeded: 'succeeded', failed: 'failed', reversed: 'succeeded → reversed' },
    succeeded: { processing: '', succeeded: '', failed: '', reversed: 'reversed' },
    failed: { processing: '', succeeded: '', failed: '', reversed: '' },
    reversed: { processing: '', succeeded: '', failed: '', reversed: '' },
  })
})

test('the wait doubles up to half an hour', () => {
  expect([0, 1, 2, 4, 5, 50].map(backoffSeconds)).toEqual([60, 120, 240, 960, 1800, 1800])
})

test('after it arrived it is looked at for three days', () => {
  const arrived = Temporal.Instant.from('2026-03-02T10:00:00Z')
  const next = (age: Temporal.DurationLike) =>
    nextCheckAfterSuccess(arrived, arrived.add(age))?.since(arrived).total('hours') ?? null
  expect([next({ hours: 0 }), next({ hours: 1 }), next({ hours: 25 }), next({ hours: 73 })]).toEqual([1, 24, 73, null])
})
