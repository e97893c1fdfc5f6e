/** Holds: an amount set aside on a guarded account, then posted (in part or whole), voided or expired; one of these, once. */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { actorName, type Posted, type Transfer } from './posting.ts'
import { accountId, AMOUNT_MINOR_MAX, bodyHash, canonical, orderLegs, type AccountRef } from './rules.ts'
import * as store from './store.ts'

export interface Hold {
  readonly id: string
  /** Guarded; the hold belongs to its owner. */
  readonly account: AccountRef
  readonly amount_minor: bigint
  readonly expires_at: Temporal.Instant
  readonly reason?: string
}

export interface HoldPosting {
  /** Owner of the held account. */
  readonly owner: string
  readonly hold_id: string
  /** What is taken of it; the rest is released. */
  readonly amount_minor: bigint
  /** Its leg on the held account is exactly −`amount_minor`. */
  readonly transfer: Transfer
}

/**
 * Sets `amount_minor` aside: posted stays, available falls. Opens the account when it is not there (and then refuses).
 * Refuses with `ledger.insufficient_funds`, `ledger.account_frozen`, `ledger.hold_conflict` (same id, other content).
 * Safe to repeat.
 */
export async function hold(ctx: Context, tx: Tx, input: Hold): Promise<Posted> {
  const { account, amount_minor, expires_at } = input
  assert(account.mode === 'guarded', 'only a guarded account can have holds')
  assert(amount_minor > 0n && amount_minor <= AMOUNT_MINOR_MAX, 'a hold sets aside a positive amount')
  const account_id = accountId(account)
  const hash = sha256(canonical(['hold', account_id, amount_minor, expires_at, input.reason]))
  const row = await store.refusingWith(
    store.hold.one(
      tx,
      account.owner,
      input.id,
      hash,
      account_id,
      account.kind,
      account.ref ?? '',
      account.asset,
      amount_minor,
      expires_at,
      input.reason,
      ctx.clock.now(),
      ctx.requestId,
      actorName(ctx.actor),
    ),
  )
  return { id: input.id, replayed: row.replayed }
}

/**
 * Uses the hold: posts the transfer out of the held amount and releases the rest, at once. Refuses with
 * `ledger.hold_resolved` when it was used, voided or has expired (a late payment goes elsewhere, never here),
 * `ledger.hold_exceeded`, `ledger.hold_unknown`, and as `post` does. Safe to repeat with the same transfer.
 */
export async function postHold(ctx: Context, tx: Tx, input: HoldPosting): Promise<Posted> {
  const { transfer, amount_minor } = input
  assert(amount_minor > 0n, 'posting a hold takes a positive amount')
  const legs = orderLegs(transfer.legs)
  const taken = legs.filter((leg) => leg.account.owner === input.owner && leg.amount_minor === -amount_minor)
  assert(taken.length > 0, 'the transfer takes exactly the amount out of the held account')
  const body = [transfer.effective_at, transfer.reason, transfer.metadata, input.owner, input.hold_id]
  const row = await store.refusingWith(
    store.postHold.one(
      tx,
      input.owner,
      input.hold_id,
      amount_minor,
      transfer.owner,
      transfer.id,
      transfer.kind,
      bodyHash(transfer.kind, legs, ...body),
      ...store.columnsOf(legs),
      transfer.effective_at,
      transfer.reason,
      transfer.metadata,
      ctx.clock.now(),
      ctx.requestId,
      actorName(ctx.actor),
    ),
  )
  return { id: transfer.id, replayed: row.replayed }
}

/**
 * Gives the held amount back. A hold already voided stays as it is (`replayed`); one that was used or has expired is
 * refused with `ledger.hold_resolved`, an unknown one with `ledger.hold_unknown`. Safe to repeat.
 */
export async function voidHold(
  ctx: Context,
  tx: Tx,
  input: { owner: string; hold_id: string; reason?: string },
): Promise<{ replayed: boolean }> {
  const { owner, hold_id, reason } = input
  const row = await store.refusingWith(
    store.voidHold.one(tx, owner, hold_id, reason, ctx.clock.now(), ctx.requestId, actorName(ctx.actor)),
  )
  return { replayed: row.replayed }
}

/** Releases up to `limit` holds whose time is over, and says how many there were. Safe to repeat and to run at once. */
export async function expireHolds(ctx: Context, tx: Tx, limit: number): Promise<number> {
  const row = await store.expireHolds.one(tx, ctx.clock.now(), limit, ctx.requestId, actorName(ctx.actor))
  return row.expired
}
