/**
 * Any sequence of operations, against a model in plain TypeScript: balances and what is held agree with it, value is neither
 * made nor lost, no guarded account is ever below zero, and a transaction that dies leaves nothing behind.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../../kernel/errors.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { balanceOf, hold, post, postHold, reverse, voidHold, type AccountRef, type Leg } from '../api.ts'
import { expireHolds } from '../holds.ts'
import { prove } from '../proof.ts'
import { newId, startLedger } from './make.ts'

const WALLETS = 3
const HOLD_MINUTES = 30

type Step =
  | { do: 'move'; from: number; to: number; amount: bigint; id: number }
  | { do: 'split'; from: number; amounts: bigint[]; id: number }
  | { do: 'hold'; on: number; amount: bigint }
  | { do: 'postHold'; hold: number; to: number; amount: bigint }
  | { do: 'voidHold'; hold: number }
  | { do: 'reverse'; transfer: number; part: bigint | undefined }
  | { do: 'wait'; minutes: number }

const amount = fc.bigInt({ min: 1n, max: 1000n })
const index = fc.nat({ max: 9 })
/** Account 0 is the world outside, deferred; the others are wallets. */
const account = fc.nat({ max: WALLETS })
const step: fc.Arbitrary<Step & { dies: boolean }> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('move' as const), from: account, to: account, amount, id: fc.nat({ max: 40 }) }) }, // prettier-ignore
      { weight: 2, arbitrary: fc.record({ do: fc.constant('split' as const), from: account, amounts: fc.array(amount, { minLength: 2, maxLength: 3 }), id: fc.nat({ max: 40 }) }) }, // prettier-ignore
      { weight: 3, arbitrary: fc.record({ do: fc.constant('hold' as const), on: fc.integer({ min: 1, max: WALLETS }), amount }) }, // prettier-ignore
      { weight: 3, arbitrary: fc.record({ do: fc.constant('postHold' as const), hold: index, to: account, amount }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('voidHold' as const), hold: index }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('reverse' as const), transfer: index, part: fc.option(amount, { nil: undefined }) }) }, // prettier-ignore
      { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }) }, // prettier-ignore
    ),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([made, chance]) => ({ ...made, dies: chance === 0 }))

/** What should be true, kept in maps. Each act returns how to do it, or says that it must be refused. */
class Model {
  posted = Array.from({ length: WALLETS + 1 }, () => 0n)
  held = Array.from({ length: WALLETS + 1 }, () => 0n)
  holds: {
    id: string
    on: number
    amount: bigint
    state: 'open' | 'posted' | 'voided' | 'expired'
    due: Temporal.Instant
  }[] = []
  transfers: { id: string; legs: Map<number, bigint>; reversed: Map<number, bigint>; reversal: boolean }[] = []
  bodies = new Map<number, string>()

  canMove(legs: Map<number, bigint>, released?: { on: number; amount: bigint }): boolean {
    return [...legs].every(([i, change]) => {
      const held = this.held[i]! - (released?.on === i ? released.amount : 0n)
      return i === 0 || this.posted[i]! + change - held >= 0n
    })
  }

  move(id: string, legs: Map<number, bigint>, reversal = false): void {
    for (const [i, change] of legs) this.posted[i]! += change
    this.transfers.push({ id, legs, reversed: new Map(), reversal })
  }
}

let t: TestProduct
beforeAll(async () => {
  t = await startLedger()
})
afterAll(() => t.close())

class Died extends Error {}

/** Runs `act`; when `dies`, after it, throws before the commit. Gives what happened, as the model's words. */
async function attempt<T>(dies: boolean, act: (tx: Tx) => Promise<T>): Promise<T | 'refused' | 'died'> {
  try {
    return await t.tx(async (tx) => {
      const result = await act(tx)
      if (dies) throw new Died()
      return result
    })
  } catch (error) {
    if (error instanceof Died) return 'died'
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

async function play(steps: (Step & { dies: boolean })[]): Promise<void> {
  const run = newId()
  const refs: AccountRef[] = Array.from({ length: WALLETS + 1 }, (_, i) => ({
    owner: newId(),
    kind: 'wallet',
    ref: run,
    asset: 'XOF',
    mode: i === 0 ? 'deferred' : 'guarded',
  }))
  const owner = refs[0]!.owner
  const ids = Array.from({ length: 41 }, newId)
  const model = new Model()
  const legsOf = (changes: Map<number, bigint>): Leg[] =>
    [...changes].map(([i, amount_minor]) => ({ account: refs[i]!, amount_minor }))

  for (const s of steps) {
    switch (s.do) {
      case 'move':
      case 'split': {
        const legs = new Map<number, bigint>()
        if (s.do === 'move') {
          if (s.from === s.to) break
          legs.set(s.from, -s.amount).set(s.to, s.amount)
        } else {
          const others = [0, 1, 2, 3].filter((i) => i !== s.from)
          s.amounts.forEach((part, i) => legs.set(others[i]!, part))
          legs.set(s.from, -s.amounts.reduce((sum, part) => sum + part, 0n))
        }
        const id = ids[s.id]!
        const body = JSON.stringify([...legs].sort(([a], [b]) => a - b).map(([i, change]) => [i, String(change)]))
        const known = model.bodies.get(s.id)
        const outcome = await attempt(s.dies, (tx) =>
          post(t.ctx(), tx, { id, owner, kind: 'test.moved', legs: legsOf(legs) }),
        )
        if (known !== undefined && known !== body) expect(outcome).toBe('refused')
        else if (known === body) expect(outcome).toEqual(s.dies ? 'died' : { id, replayed: true })
        else if (!model.canMove(legs)) expect(outcome).toBe('refused')
        else if (s.dies) expect(outcome).toBe('died')
        else {
          expect(outcome).toEqual({ id, replayed: false })
          model.bodies.set(s.id, body)
          model.move(id, legs)
        }
        break
      }
      case 'hold': {
        const id = newId()
        const due = t.clock.now().add({ minutes: HOLD_MINUTES })
        const outcome = await attempt(s.dies, (tx) =>
          hold(t.ctx(), tx, { id, account: refs[s.on]!, amount_minor: s.amount, expires_at: due }),
        )
        if (model.posted[s.on]! - model.held[s.on]! < s.amount) expect(outcome).toBe('refused')
        else if (s.dies) expect(outcome).toBe('died')
        else {
          expect(outcome).toEqual({ id, replayed: false })
          model.held[s.on]! += s.amount
          model.holds.push({ id, on: s.on, amount: s.amount, state: 'open', due })
        }
        break
      }
      case 'postHold': {
        const held = model.holds[s.hold]
        if (held === undefined || held.on === s.to) break
        const legs = new Map([
          [held.on, -s.amount],
          [s.to, s.amount],
        ])
        const id = newId()
        const from = refs[held.on]!
        const transfer = { id, owner, kind: 'test.captured', legs: legsOf(legs) }
        const outcome = await attempt(s.dies, (tx) =>
          postHold(t.ctx(), tx, { owner: from.owner, hold_id: held.id, amount_minor: s.amount, transfer }),
        )
        if (held.state !== 'open' || s.amount > held.amount) expect(outcome).toBe('refused')
        else if (s.dies) expect(outcome).toBe('died')
        else {
          expect(outcome).toEqual({ id, replayed: false })
          held.state = 'posted'
          model.held[held.on]! -= held.amount
          model.move(id, legs)
        }
        break
      }
      case 'voidHold': {
        const held = model.holds[s.hold]
        if (held === undefined) break
        const hold_id = held.id
        const outcome = await attempt(s.dies, (tx) => voidHold(t.ctx(), tx, { owner: refs[held.on]!.owner, hold_id }))
        if (held.state === 'posted' || held.state === 'expired') expect(outcome).toBe('refused')
        else if (s.dies) expect(outcome).toBe('died')
        else {
          expect(outcome).toEqual({ replayed: held.state === 'voided' })
          if (held.state === 'open') model.held[held.on]! -= held.amount
          held.state = 'voided'
        }
        break
      }
      case 'reverse': {
        const original = model.transfers[s.transfer]
        if (original === undefined) break
        const changes = new Map<number, bigint>()
        if (s.part === undefined) for (const [i, change] of original.legs) changes.set(i, -change)
        else {
          if (original.legs.size !== 2) break
          for (const [i, change] of original.legs) changes.set(i, change > 0n ? -s.part : s.part)
        }
        const fits = [...changes].every(([i, change]) => {
          const size = (n: bigint) => (n < 0n ? -n : n)
          return size(original.reversed.get(i) ?? 0n) + size(change) <= size(original.legs.get(i)!)
        })
        const id = newId()
        const outcome = await attempt(s.dies, (tx) =>
          reverse(t.ctx(), tx, {
            id,
            owner,
            original_owner: owner,
            original_id: original.id,
            reason: 'property',
            ...(s.part === undefined ? {} : { legs: legsOf(changes) }),
          }),
        )
        if (original.reversal || !fits || !model.canMove(changes)) expect(outcome).toBe('refused')
        else if (s.dies) expect(outcome).toBe('died')
        else {
          expect(outcome).toEqual({ id, replayed: false })
          const size = (n: bigint | undefined) => ((n ?? 0n) < 0n ? -n! : (n ?? 0n))
          for (const [i, change] of changes) original.reversed.set(i, size(original.reversed.get(i)) + size(change))
          model.move(id, changes, true)
        }
        break
      }
      case 'wait': {
        t.clock.advance({ minutes: s.minutes })
        await t.tx((tx) => expireHolds(t.ctx(), tx, 100))
        for (const held of model.holds)
          if (held.state === 'open' && Temporal.Instant.compare(held.due, t.clock.now()) <= 0) {
            held.state = 'expired'
            model.held[held.on]! -= held.amount
          }
        break
      }
    }
    const balances = await t.tx(async (tx) => {
      const all = []
      for (const ref of refs) all.push(await balanceOf(tx, ref))
      return all
    })
    expect(balances.map(({ posted_minor }) => posted_minor)).toEqual(model.posted)
    expect(balances.map(({ held_minor }) => held_minor)).toEqual(model.held)
    expect(balances.reduce((sum, { posted_minor }) => sum + posted_minor, 0n)).toBe(0n)
    for (const { available_minor } of balances.slice(1)) expect(available_minor >= 0n).toBe(true)
  }
}

test('any sequence of operations does what the model says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      // Money must come from somewhere, or most of what follows is refused.
      const seed = [1, 2].map((to) => ({ do: 'move' as const, from: 0, to, amount: 1000n, id: 40 - to, dies: false }))
      return play([...seed, ...steps])
    }),
    { numRuns: 40, endOnFailure: true },
  )
  const proof = await prove(t.ctx(), (body) => t.tx(body), { full: true })
  expect(proof.discrepancies).toEqual([])
}, 120_000)

test('any operations at once neither make nor lose value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(account, account, amount), { minLength: 10, maxLength: 30 }), async (moves) => {
      const run = newId()
      const refs: AccountRef[] = Array.from({ length: WALLETS + 1 }, (_, i) => ({
        owner: newId(),
        kind: 'wallet',
        ref: run,
        asset: 'XOF',
        mode: i === 0 ? 'deferred' : 'guarded',
      }))
      const outcomes = await Promise.all(
        moves
          .filter(([from, to]) => from !== to)
          .map(async ([from, to, amount_minor]) => {
            const legs = [
              { account: refs[from]!, amount_minor: -amount_minor },
              { account: refs[to]!, amount_minor },
            ]
            const transfer = { id: newId(), owner: run, kind: 'test.moved', legs }
            const outcome = await attempt(false, (tx) => post(t.ctx(), tx, transfer))
            return outcome === 'refused' ? undefined : legs
          }),
      )
      const sums = refs.map(() => 0n)
      for (const legs of outcomes) for (const leg of legs ?? []) sums[refs.indexOf(leg.account)]! += leg.amount_minor
      const balances = []
      for (const ref of refs) balances.push((await t.tx((tx) => balanceOf(tx, ref))).posted_minor)
      expect(balances).toEqual(sums)
      expect(balances.slice(1).every((posted) => posted >= 0n)).toBe(true)
    }),
    { numRuns: 15, endOnFailure: true },
  )
  const proof = await prove(t.ctx(), (body) => t.tx(body), { full: true })
  expect(proof.discrepancies).toEqual([])
}, 120_000)
