import { describe, expect, test } from 'vitest'
import type { ProviderSession } from '../provider.ts'
import {
  backoffSeconds, bestOf, decide, mayFollow, NEXT, nextPoll, nextPollAfterEnd, type Known, type PaymentState,
} from '../rules.ts' // prettier-ignore

const STATES = Object.keys(NEXT) as PaymentState[]
const at = (text: string) => Temporal.Instant.from(text)
const NOW = at('2026-03-02T10:00:00Z')

const known = (state: PaymentState, more: Partial<Known> = {}): Known => ({
  state,
  amount_minor: 1500n,
  currency: 'XOF',
  session_ref: state === 'created' ? null : 'cos-1',
  failure_code: null,
  cancel_requested_at: null,
  ...more,
})
const session = (more: Partial<ProviderSession> = {}): ProviderSession => ({
  id: 'cos-1',
  status: 'open',
  paid: false,
  amount_minor: 1500n,
  currency: 'XOF',
  reference: 'pay_1',
  transaction_ref: null,
  failure_code: null,
  launch_url: 'https://pay.example/c/cos-1',
  expires_at: null,
  completed_at: null,
  refunded_at: null,
  ...more,
})
const paid = (more: Partial<ProviderSession> = {}) => session({ status: 'complete', paid: true, ...more })

test('what may follow what: every pair', () => {
  const allowed = STATES.flatMap((from) => STATES.filter((to) => mayFollow(from, to)).map((to) => `${from} → ${to}`))
  expect(allowed.sort()).toEqual([
    'created → opened', 'created → succeeded', 'created → expired', 'created → cancelled', 'created → disputed',
    'opened → succeeded', 'opened → expired', 'opened → cancelled', 'opened → disputed',
    'expired → succeeded', 'expired → disputed',
    'cancelled → succeeded', 'cancelled → disputed',
  ].sort()) // prettier-ignore
})

describe('money', () => {
  test.each([
    ['created', { act: 'succeed', late: false }],
    ['opened', { act: 'succeed', late: false }],
    ['expired', { act: 'succeed', late: true }],
    ['cancelled', { act: 'succeed', late: true }],
    ['succeeded', { act: 'none', why: 'contradiction' }],
    ['disputed', { act: 'none', why: 'contradiction' }],
  ] as const)('that fits, when %s', (state, decision) => {
    expect(decide(known(state), undefined, paid(), undefined)).toEqual(decision)
  })

  test.each(STATES)('already recorded, when %s, is recorded once', (state) => {
    const receipt = { amount_minor: 1500n, currency: 'XOF' }
    expect(decide(known(state), receipt, paid(), undefined)).toEqual({ act: 'none', why: 'repeat' })
    expect(decide(known(state), receipt, paid({ amount_minor: 9n }), undefined)).toEqual({ act: 'none', why: 'contradiction' }) // prettier-ignore
  })

  test.each(['created', 'opened', 'expired', 'cancelled'] as const)(
    'that does not fit, when %s, is disputed',
    (state) => {
      for (const wrong of [
        { amount_minor: 1499n },
        { amount_minor: 15_000n },
        { amount_minor: null },
        { currency: 'XAF' },
        { currency: null },
      ])
        expect(decide(known(state), undefined, paid(wrong), undefined)).toEqual({ act: 'dispute' })
    },
  )

  test('of another session of the same payment is a duplicate once the payment is done', () => {
    for (const state of ['succeeded', 'disputed'] as const)
      expect(decide(known(state), undefined, paid({ id: 'cos-2' }), undefined)).toEqual({ act: 'duplicate' })
  })
})

test('a declined attempt leaves the checkout open; after the end it comes out of order', () => {
  const declined = session({ failure_code: 'insufficient-funds' })
  for (const state of ['created', 'opened'] as const)
    expect(decide(known(state), undefined, declined, 'decline')).toEqual({ act: 'decline', code: 'insufficient-funds' })
  for (const state of ['succeeded', 'expired', 'cancelled', 'disputed'] as const)
    expect(decide(known(state), undefined, declined, 'decline')).toEqual({ act: 'none', why: 'out_of_order' })
})

test('seen by the poller, a decline is told once', () => {
  const declined = session({ failure_code: 'insufficient-funds' })
  expect(decide(known('opened'), undefined, declined, undefined).act).toBe('decline')
  const told = known('opened', { failure_code: 'insufficient-funds' })
  expect(decide(told, undefined, declined, undefined)).toEqual({ act: 'none', why: 'nothing_new' })
})

test('an expired session ends what was waiting for it, and only that', () => {
  const expired = session({ status: 'expired' })
  expect(decide(known('opened'), undefined, expired, undefined)).toEqual({ act: 'end', state: 'expired' })
  expect(decide(known('created'), undefined, expired, undefined)).toEqual({ act: 'end', state: 'expired' })
  const cancelling = known('opened', { cancel_requested_at: NOW })
  expect(decide(cancelling, undefined, expired, undefined)).toEqual({ act: 'end', state: 'cancelled' })
  const other = known('opened', { session_ref: 'cos-2' })
  expect(decide(other, undefined, expired, undefined).act).toBe('none')
  for (const state of ['succeeded', 'expired', 'cancelled', 'disputed'] as const)
    expect(decide(known(state), undefined, expired, undefined).act).toBe('none')
})

test('of several sessions the paid one counts, then an open one', () => {
  const [open, expired, done] = [session({ id: 'o' }), session({ id: 'e', status: 'expired' }), paid({ id: 'p' })]
  expect(bestOf([expired, open, done])?.id).toBe('p')
  expect(bestOf([expired, open])?.id).toBe('o')
  expect(bestOf([expired])?.id).toBe('e')
  expect(bestOf([])).toBeUndefined()
})

test('the provider is asked soon, at the expiry, then less and less often', () => {
  const created_at = NOW
  const ask = (age: Temporal.DurationLike, expires_at: Temporal.Instant | null = null) => {
    const now = NOW.add(age)
    return nextPoll({ created_at, expires_at }, now).since(now).total('seconds')
  }
  expect(ask({ seconds: 10 })).toBe(120)
  expect(ask({ minutes: 10 })).toBe(300)
  expect(ask({ hours: 20 })).toBe(1800)
  expect(ask({ minutes: 29 }, NOW.add({ minutes: 30 }))).toBe(60)
  expect(ask({ minutes: 31 }, NOW.add({ minutes: 30 }))).toBe(930)
})

test('after the end it is asked three times more', () => {
  const after = (age: Temporal.DurationLike) => nextPollAfterEnd(NOW, NOW.add(age))?.since(NOW).total('hours') ?? null
  expect([after({ minutes: 1 }), after({ hours: 1 }), after({ hours: 30 }), after({ hours: 72 })]).toEqual([
    1,
    24,
    72,
    null,
  ])
})

test('the wait doubles up to six hours', () => {
  expect([0, 1, 2, 3, 9, 50].map(backoffSeconds)).toEqual([60, 120, 240, 480, 21_600, 21_600])
})
