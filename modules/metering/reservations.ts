/**
 * Two-phase use of a quota: an estimate is set aside before the call, what was really used is taken after it. The holds are the
 * ledger's and run out by themselves, so a caller that dies blocks nothing.
 */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { balanceOf, hold, post, postHold, voidHold } from '../ledger/api.ts'
import { quotaAccount, usedAccount } from './accounts.ts'
import { tellOfQuota } from './alerts.ts'
import { errors } from './errors.ts'
import { spread, type Lot, type Meter } from './rules.ts'
import * as store from './store/quotas.ts'

export type Reservation = store.ReservationRow

/** How long a call may take before what was set aside for it is free again. */
const LASTS = { minutes: 10 }

/**
 * Sets an estimate aside, from the grants that end first. All of it or nothing: refuses `metering.quota_exhausted` when less is
 * left, and `metering.reservation_conflict` (same id, other content). Safe to repeat: answers the reservation as it stands.
 */
export async function reserve(
  ctx: Context,
  tx: Tx,
  input: {
    readonly id: string
    readonly subject: string
    readonly meter: Meter
    readonly estimate: bigint
    readonly lasts?: Temporal.DurationLike
  },
): Promise<Reservation> {
  const { id, subject, meter, estimate, lasts = LASTS } = input
  assert(estimate > 0n, 'a reservation sets something aside')
  const now = ctx.clock.now()
  const expires_at = now.add(lasts)
  if ((await store.insertReservation.run(tx, subject, id, meter, estimate, now, expires_at)) === 0) {
    const there = (await store.findReservation.first(tx, subject, id)) ?? refuse(errors.quota_exhausted)
    return there.meter === meter && there.estimate === estimate ? there : refuse(errors.reservation_conflict)
  }
  const { shares, missing } = spread(await openLots(tx, subject, meter, now, estimate), estimate)
  if (missing > 0n) refuse(errors.quota_exhausted)
  const holds = shares.map(({ grant_id }) => uuidFrom('metering.hold', subject, id, grant_id))
  for (const [i, { grant_id, amount }] of shares.entries())
    await hold(ctx, tx, {
      id: holds[i]!,
      account: quotaAccount(subject, grant_id, meter),
      amount_minor: amount,
      expires_at,
    })
  const grants = shares.map(({ grant_id }) => grant_id)
  const amounts = shares.map(({ amount }) => amount)
  await store.insertHeldParts.run(tx, subject, id, grants, holds, amounts)
  return {
    subject_id: subject,
    id,
    meter,
    estimate,
    state: 'held',
    reserved_at: now,
    expires_at,
    used: null,
    taken: null,
  }
}

/** Locks the quota and reads what its grants have, until there is enough. */
async function openLots(tx: Tx, subject: string, meter: Meter, now: Temporal.Instant, enough: bigint): Promise<Lot[]> {
  const lots: Lot[] = []
  let found = 0n
  for (const { grant_id } of await store.lockOpenGrants.all(tx, subject, meter, now)) {
    if (grant_id === null || found >= enough) break
    const { available_minor } = await balanceOf(tx, quotaAccount(subject, grant_id, meter))
    lots.push({ grant_id, available: available_minor })
    found += available_minor
  }
  return lots
}

interface Part {
  readonly no: number
  readonly grant_id: string
  readonly taken: bigint
  readonly transfer_id: string
}

/**
 * Takes what was really used and gives the rest of the estimate back. More than the estimate, or after the hold has run out:
 * takes what the grants still have, never more; `taken` says how much that was. Tells the person and their guardians at 80 and
 * 100 %, once per period. Refuses `metering.reservation_unknown`, `metering.reservation_closed` (given back before),
 * `metering.reservation_conflict` (settled with another amount). Safe to repeat.
 */
export async function settle(
  ctx: Context,
  tx: Tx,
  input: { readonly subject: string; readonly id: string; readonly used: bigint },
): Promise<{ taken: bigint; replayed: boolean }> {
  const { subject, id, used } = input
  assert(used >= 0n, 'nobody uses less than nothing')
  const row = (await store.lockReservation.first(tx, subject, id)) ?? refuse(errors.reservation_unknown)
  if (row.state === 'released') refuse(errors.reservation_closed)
  if (row.state === 'settled')
    return row.used === used ? { taken: row.taken!, replayed: true } : refuse(errors.reservation_conflict)
  const now = ctx.clock.now()
  const parts = Temporal.Instant.compare(now, row.expires_at) < 0 ? await takeHeld(ctx, tx, row, used) : []
  const missing = used - sumOf(parts)
  if (missing > 0n) parts.push(...(await takeBeyond(ctx, tx, row, missing, now)))
  const taken = sumOf(parts)
  const standing = await store.settleReservation.one(
    tx,
    subject,
    id,
    used,
    taken,
    now,
    parts.map((part) => part.no),
    parts.map((part) => part.grant_id),
    parts.map((part) => part.taken),
    parts.map((part) => part.transfer_id),
    row.grant_ids.length,
    row.meter,
  )
  await tellOfQuota(ctx, tx, subject, row.meter, standing)
  return { taken, replayed: false }
}

const sumOf = (parts: readonly Part[]): bigint => parts.reduce((sum, part) => sum + part.taken, 0n)

/** Spends the holds in their order; those not needed are given back. */
async function takeHeld(ctx: Context, tx: Tx, row: store.LockedReservation, used: bigint): Promise<Part[]> {
  const { subject_id: owner, meter } = row
  const parts: Part[] = []
  let missing = used
  for (const [i, grant_id] of row.grant_ids.entries()) {
    const hold_id = row.hold_ids[i]!
    const taken = missing < row.held[i]! ? missing : row.held[i]!
    missing -= taken
    if (taken === 0n) {
      await voidHold(ctx, tx, { owner, hold_id })
      continue
    }
    const no = i + 1
    const transfer_id = uuidFrom('metering.used', owner, row.id, String(no))
    await postHold(ctx, tx, {
      owner,
      hold_id,
      amount_minor: taken,
      transfer: { id: transfer_id, owner, kind: 'metering.used', legs: legsOf(owner, grant_id, meter, taken) },
    })
    parts.push({ no, grant_id, taken, transfer_id })
  }
  return parts
}

/** Takes what the grants still have of what was used beyond the holds. */
async function takeBeyond(
  ctx: Context,
  tx: Tx,
  row: store.LockedReservation,
  missing: bigint,
  now: Temporal.Instant,
): Promise<Part[]> {
  const { subject_id: owner, meter } = row
  const { shares } = spread(await openLots(tx, owner, meter, now, missing), missing)
  const parts: Part[] = []
  for (const [i, { grant_id, amount }] of shares.entries()) {
    const no = row.grant_ids.length + i + 1
    const transfer_id = uuidFrom('metering.used', owner, row.id, String(no))
    await post(ctx, tx, { id: transfer_id, owner, kind: 'metering.used', legs: legsOf(owner, grant_id, meter, amount) })
    parts.push({ no, grant_id, taken: amount, transfer_id })
  }
  return parts
}

const legsOf = (subject: string, grantId: string, meter: Meter, amount: bigint) => [
  { account: quotaAccount(subject, grantId, meter), amount_minor: -amount },
  { account: usedAccount(meter), amount_minor: amount },
]

/**
 * Gives back what was set aside: the call did not happen. Refuses `metering.reservation_unknown`, `metering.reservation_closed`
 * (settled before). Safe to repeat.
 */
export async function release(
  ctx: Context,
  tx: Tx,
  input: { readonly subject: string; readonly id: string },
): Promise<{ replayed: boolean }> {
  const { subject, id } = input
  const row = (await store.lockReservation.first(tx, subject, id)) ?? refuse(errors.reservation_unknown)
  if (row.state === 'released') return { replayed: true }
  if (row.state === 'settled') refuse(errors.reservation_closed)
  const now = ctx.clock.now()
  // One that has run out is, or will be, free by itself.
  if (Temporal.Instant.compare(now, row.expires_at) < 0)
    for (const hold_id of row.hold_ids) await voidHold(ctx, tx, { owner: subject, hold_id })
  await store.releaseReservation.run(tx, subject, id, now)
  return { replayed: false }
}
