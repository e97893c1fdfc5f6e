/**
 * Pure decisions of the ledger: what a sound list of legs is, the order in which accounts are touched, and the hash by which
 * a repeated posting is recognised. The database checks the same again; here a mistake fails before it costs a round trip.
 */
import { assert } from '../../kernel/assert.ts'
import { sha256 } from '../../kernel/crypto.ts'
import { uuidFrom } from '../../kernel/ids.ts'

/**
 * Which account: whose, for what, in which asset. `ref` parts accounts of one kind and owner (a pot's id, say).
 * A *guarded* account keeps a balance row that may not fall below its floor; a *deferred* one (fees, clearing) is entries
 * only, so that any number of postings may touch it at once, and may be negative.
 */
export interface AccountRef {
  readonly owner: string
  readonly kind: string
  readonly ref?: string
  readonly asset: string
  readonly mode: 'guarded' | 'deferred'
}

/** Positive amounts come into the account, negative ones leave it. */
export interface Leg {
  readonly account: AccountRef
  readonly amount_minor: bigint
}

/** Owner of the accounts that belong to nobody else: clearing, commission, fees. */
export const PLATFORM = '00000000-0000-8000-8000-000000000001'

/** The ends of the order of ids, where pages begin. */
export const FIRST_UUID = '00000000-0000-0000-0000-000000000000'
export const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** A leg with its account's id, in the order in which the database locks. */
export interface OrderedLeg extends Leg {
  readonly account_id: string
}

/** Beyond any sum of money a product moves at once, and far from where 64 bits end. */
export const AMOUNT_MINOR_MAX = 10n ** 15n
const LEGS_MAX = 500

const KIND = /^[a-z][a-z_]*$/
const TRANSFER_KIND = /^[a-z]+\.[a-z_]+$/

/** The id that follows from what the account is for; the same on every machine and at every time. */
export function accountId(ref: AccountRef): string {
  assert(KIND.test(ref.kind), `bad account kind ${ref.kind}`)
  return uuidFrom('ledger.account', ref.owner, ref.kind, ref.ref ?? '', ref.asset)
}

/** Checks the legs and sorts them. Each account once, no zero, zero sum per asset. */
export function orderLegs(legs: readonly Leg[]): OrderedLeg[] {
  assert(legs.length >= 2 && legs.length <= LEGS_MAX, `a transfer has 2 to ${LEGS_MAX} legs, not ${legs.length}`)
  const ordered = legs.map((leg) => ({ ...leg, account_id: accountId(leg.account) }))
  ordered.sort((a, b) => compare(a.account.owner, b.account.owner) || compare(a.account_id, b.account_id))
  const sums = new Map<string, bigint>()
  ordered.forEach((leg, i) => {
    const { account, amount_minor } = leg
    assert(amount_minor !== 0n, `a leg on ${account.kind} moves nothing`)
    assert(magnitude(amount_minor) <= AMOUNT_MINOR_MAX, `a leg on ${account.kind} is beyond every bound`)
    assert(leg.account_id !== ordered[i - 1]?.account_id, `two legs touch the same ${account.kind} account`)
    sums.set(account.asset, (sums.get(account.asset) ?? 0n) + amount_minor)
  })
  for (const [asset, sum] of sums) assert(sum === 0n, `the legs in ${asset} sum to ${sum}, not to zero`)
  return ordered
}

/** Hash of everything that makes a posting what it is; not of when or by whom it was asked for. */
export function bodyHash(kind: string, legs: readonly OrderedLeg[], ...rest: unknown[]): string {
  assert(TRANSFER_KIND.test(kind), `bad transfer kind ${kind}`)
  const body = legs.map((leg) => [leg.account_id, leg.amount_minor.toString()])
  return sha256(canonical([kind, body, rest]))
}

/** JSON with sorted keys: equal content gives equal text. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (typeof value === 'bigint') return `"${value}"`
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (isPlain(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    entries.sort(([a], [b]) => compare(a, b))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value instanceof Temporal.Instant ? value.toString() : value)
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
