/** The pure rules: what a sound transfer is, in which order accounts are touched, which postings are the same. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountId, AMOUNT_MINOR_MAX, bodyHash, canonical, orderLegs, type Leg } from '../rules.ts'
import { clearing, commission, wallet } from './make.ts'

const a = wallet('00000000-0000-7000-8000-00000000000a')
const b = wallet('00000000-0000-7000-8000-00000000000b')
const leg = (account: Leg['account'], amount_minor: bigint): Leg => ({ account, amount_minor })

describe('a transfer is refused before it reaches the database when', () => {
  test.each<[string, Leg[], RegExp]>([
    ['it has one leg', [leg(a, 5n)], /2 to 500 legs/],
    ['it does not sum to zero', [leg(a, -5n), leg(b, 4n)], /sum to -1/],
    ['each asset does not sum to zero', [leg(a, -5n), leg(wallet(b.owner, 'PTS'), 5n)], /not to zero/],
    ['a leg moves nothing', [leg(a, 0n), leg(b, 0n)], /moves nothing/],
    ['an account appears twice', [leg(a, -5n), leg(a, 2n), leg(b, 3n)], /same wallet account/],
    ['an amount is beyond every bound', [leg(a, -AMOUNT_MINOR_MAX - 1n), leg(b, AMOUNT_MINOR_MAX + 1n)], /bound/],
    ['an account kind is not a name', [leg({ ...a, kind: 'Wallet 1' }, -5n), leg(b, 5n)], /bad account kind/],
  ])('%s', (_why, legs, message) => {
    expect(() => orderLegs(legs)).toThrow(message)
  })
})

test('legs are touched in one order, whoever lists them', () => {
  const legs = [leg(a, -10n), leg(commission, 1n), leg(b, 9n)]
  const keys = (list: Leg[]) => orderLegs(list).map((ordered) => ordered.account_id)
  expect(keys(legs)).toEqual(keys([...legs].reverse()))
  expect(orderLegs(legs).map((ordered) => ordered.account.owner)).toEqual([a.owner, b.owner, commission.owner])
})

test('an account’s number follows from what it is for, and from all of it', () => {
  const ids = [a, b, { ...a, kind: 'pot' }, { ...a, ref: 'x' }, { ...a, asset: 'PTS' }].map(accountId)
  expect(new Set(ids).size).toBe(5)
  expect(accountId({ ...clearing })).toBe(accountId(clearing))
  // The parts cannot run into one another.
  expect(accountId({ ...a, kind: 'ab', ref: 'c' })).not.toBe(accountId({ ...a, kind: 'a', ref: 'bc' }))
})

test('the same content in another order is the same posting; any other content is not', () => {
  const hash = (legs: Leg[], ...rest: unknown[]) => bodyHash('test.moved', orderLegs(legs), ...rest)
  const legs = [leg(a, -10n), leg(b, 10n)]
  expect(hash([...legs].reverse())).toBe(hash(legs))
  const others = [
    hash([leg(a, -11n), leg(b, 11n)]),
    hash([leg(a, 10n), leg(b, -10n)]),
    hash(legs, 'reason'),
    hash(legs, undefined, 'reason'),
    bodyHash('test.other', orderLegs(legs)),
  ]
  expect(new Set([hash(legs), ...others]).size).toBe(6)
})

test('canonical text does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.array(fc.integer()))), (object) => {
      const backwards = Object.fromEntries(Object.entries(object).reverse())
      expect(canonical(backwards)).toBe(canonical(object))
      expect(JSON.parse(canonical(object))).toEqual(JSON.parse(JSON.stringify(object)))
    }),
  )
})
