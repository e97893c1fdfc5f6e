/** The verbs on quotas: grant, end, read. What is left of a grant is a ledger account of its own, so each ends at its own time. */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import type { ExpectedTransfers } from '../../kernel/module.ts'
import { balanceOf, post } from '../ledger/api.ts'
import { endedAccount, issuedAccount, quotaAccount } from './accounts.ts'
import { errors } from './errors.ts'
import type { Meter } from './rules.ts'
import * as store from './store/quotas.ts'

export interface QuotaGrant {
  /** Made by whoever grants, from the fact (`uuidFrom('subscriptions.quota', subscription, period, meter)`): granted once. */
  readonly id: string
  readonly subject: string
  readonly meter: Meter
  /** Units of the meter: tokens, seconds. Positive. */
  readonly amount: bigint
  /** Usable from here on; may lie ahead. */
  readonly period_start: Temporal.Instant
  /** What is left ends here. */
  readonly period_end: Temporal.Instant
}

/**
 * Gives a person a quota for a period. Grants of overlapping periods add up and are spent earliest end first. Refuses
 * `metering.grant_conflict` (same id, other content). Safe to repeat.
 */
export async function grantQuota(ctx: Context, tx: Tx, grant: QuotaGrant): Promise<{ replayed: boolean }> {
  const { id, subject, meter, amount, period_start, period_end } = grant
  assert(amount > 0n, 'a grant gives something')
  assert(Temporal.Instant.compare(period_start, period_end) < 0, 'a period ends after it begins')
  const transfer_id = uuidFrom('metering.granted', subject, id)
  await store.openQuota.run(tx, subject, meter)
  const now = ctx.clock.now()
  const made = await store.insertGrant.run(tx, subject, id, meter, amount, period_start, period_end, now, transfer_id)
  if (made === 0) {
    const there = await store.findGrant.first(tx, subject, id)
    const same =
      there?.meter === meter &&
      there.amount === amount &&
      there.period_start.equals(period_start) &&
      there.period_end.equals(period_end)
    return same ? { replayed: true } : refuse(errors.grant_conflict)
  }
  await post(ctx, tx, {
    id: transfer_id,
    owner: subject,
    kind: 'metering.granted',
    legs: [
      { account: issuedAccount(meter), amount_minor: -amount },
      { account: quotaAccount(subject, id, meter), amount_minor: amount },
    ],
  })
  return { replayed: false }
}

/**
 * Takes a grant back: nothing more can be set aside of it, and what is left ends. What is set aside for calls in flight stays
 * theirs; the rest then ends with the sweep. Refuses `metering.grant_unknown`. Safe to repeat.
 */
export async function endQuota(
  ctx: Context,
  tx: Tx,
  input: { readonly subject: string; readonly id: string },
): Promise<void> {
  const { subject, id } = input
  const grant = (await store.findGrant.first(tx, subject, id)) ?? refuse(errors.grant_unknown)
  await store.lockQuota.run(tx, subject, grant.meter)
  await store.closeGrant.run(tx, subject, id, ctx.clock.now())
  await end(ctx, tx, subject, id, grant.meter)
}

/** Moves what is left of a closed grant out. False while something of it is held: then the next run does it. */
async function end(ctx: Context, tx: Tx, subject: string, id: string, meter: Meter): Promise<boolean> {
  await store.lockQuota.run(tx, subject, meter)
  const { ended_at, closes_at } = await store.findGrant.one(tx, subject, id)
  if (ended_at !== null) return true
  const account = quotaAccount(subject, id, meter)
  const { posted_minor, held_minor } = await balanceOf(tx, account)
  if (held_minor > 0n) return false
  const transfer_id = posted_minor > 0n ? uuidFrom('metering.ended', subject, id) : null
  if (transfer_id !== null)
    await post(ctx, tx, {
      id: transfer_id,
      owner: subject,
      kind: 'metering.ended',
      legs: [
        { account, amount_minor: -posted_minor },
        { account: endedAccount(meter), amount_minor: posted_minor },
      ],
      effective_at: closes_at,
    })
  const ended = await store.endGrant.run(tx, subject, id, closes_at, posted_minor, transfer_id)
  assert(ended === 1, 'a grant ends once')
  return true
}

const PAGE = 200
const FIRST_UUID = '00000000-0000-0000-0000-000000000000'

/**
 * Ends every grant whose period is over, each at its true time and in a transaction of its own. One of which something is
 * still held waits for the next run. Safe to repeat and to run at once.
 */
export async function endDue(ctx: Context, transact: Transact): Promise<number> {
  const now = ctx.clock.now()
  let after: [string, string] = ['-infinity', FIRST_UUID]
  let ended = 0
  for (;;) {
    const due = await transact((tx) => store.dueGrants.all(tx, now, ...after, PAGE))
    for (const { subject_id, id, meter } of due)
      if (await transact((tx) => end(ctx, tx, subject_id, id, meter))) ended += 1
    const last = due.at(-1)
    if (last === undefined || due.length < PAGE) return ended
    after = [last.closes_at.toString(), last.id]
  }
}

export interface Quota {
  readonly meter: Meter
  /** Of the grants usable now. */
  readonly granted: bigint
  readonly used: bigint
  /** Set aside for calls in flight. */
  readonly held: bigint
  readonly left: bigint
  /** When the last of these grants ends. */
  readonly until: Temporal.Instant
}

const GRANTS_MAX = 100

/** What a person may use now, per meter; a meter without a grant is absent. */
export async function quotaOf(ctx: Context, tx: Tx, subject: string): Promise<Quota[]> {
  const quotas = new Map<Meter, Quota>()
  const open = await store.openGrantsOf.all(tx, subject, ctx.clock.now(), GRANTS_MAX)
  for (const { id, meter, amount, closes_at } of open) {
    const { posted_minor, held_minor, available_minor } = await balanceOf(tx, quotaAccount(subject, id, meter))
    const sum = quotas.get(meter) ?? { meter, granted: 0n, used: 0n, held: 0n, left: 0n, until: closes_at }
    quotas.set(meter, {
      meter,
      granted: sum.granted + amount,
      used: sum.used + amount - posted_minor,
      held: sum.held + held_minor,
      left: sum.left + available_minor,
      until: Temporal.Instant.compare(closes_at, sum.until) > 0 ? closes_at : sum.until,
    })
  }
  return [...quotas.values()]
}

export const expectedTransfers: readonly ExpectedTransfers[] = [
  { kinds: ['metering.granted'], page: (tx, after, limit) => store.expectedGranted.all(tx, after, limit) },
  { kinds: ['metering.used'], page: (tx, after, limit) => store.expectedUsed.all(tx, after, limit) },
  { kinds: ['metering.ended'], page: (tx, after, limit) => store.expectedEnded.all(tx, after, limit) },
]
