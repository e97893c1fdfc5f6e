/** The verbs that move value: post, and reverse in whole or in part. Each is one statement, whatever the number of legs. */
import { assert } from '../../kernel/assert.ts'
import type { Actor, Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { bodyHash, canonical, orderLegs, type Leg } from './rules.ts'
import { sha256 } from '../../kernel/crypto.ts'
import * as store from './store.ts'

export interface Transfer {
  /** Made by whoever asks; the same id is posted once. */
  readonly id: string
  /** Scope of the id, a UUID: usually the owner of the account the value comes from. */
  readonly owner: string
  /** `module.what_happened`, such as `payments.received`. */
  readonly kind: string
  readonly legs: readonly Leg[]
  /** When it happened in the world, if not now. */
  readonly effective_at?: Temporal.Instant
  readonly reason?: string
  /** Shown to staff; no personal data. */
  readonly metadata?: Readonly<Record<string, unknown>>
}

/** `replayed` says that this very transfer stood already; nothing was moved again. */
export interface Posted {
  readonly id: string
  readonly replayed: boolean
}

export interface Reversal {
  readonly id: string
  readonly owner: string
  /** Default: the kind of the original and `_reversed`. */
  readonly kind?: string
  readonly original_id: string
  readonly original_owner: string
  /** Only these parts, with signs opposite to the original's and a zero sum per asset. Default: all of it. */
  readonly legs?: readonly Leg[]
  readonly reason: string
  readonly effective_at?: Temporal.Instant
  readonly metadata?: Readonly<Record<string, unknown>>
}

/**
 * Posts `transfer`: all legs or none, opening the accounts that are not there yet.
 * Same id and same content → `replayed`; same id and other content → `ledger.transfer_conflict`.
 * Refuses with `ledger.insufficient_funds` when a guarded account would fall below its floor (held amounts do not count as
 * available) and `ledger.account_frozen`. After a refusal the transaction is lost. Safe to repeat.
 */
export async function post(ctx: Context, tx: Tx, transfer: Transfer): Promise<Posted> {
  const legs = orderLegs(transfer.legs)
  const hash = bodyHash(transfer.kind, legs, transfer.effective_at, transfer.reason, transfer.metadata)
  const row = await store.refusingWith(
    store.post.one(
      tx,
      transfer.owner,
      transfer.id,
      transfer.kind,
      hash,
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
 * Moves value back: a new transfer that undoes an earlier one, whole or in part. However often it is called with other ids,
 * the sum of what is reversed never exceeds the original (`ledger.over_reversed`). A reversal cannot be reversed
 * (`ledger.not_reversible`). Refuses with `ledger.insufficient_funds` when the value was spent meanwhile. Safe to repeat.
 */
export async function reverse(ctx: Context, tx: Tx, reversal: Reversal): Promise<Posted> {
  const legs = reversal.legs && orderLegs(reversal.legs)
  assert(reversal.reason.trim().length > 0, 'a reversal says why')
  const { original_owner, original_id, kind, effective_at, reason, metadata } = reversal
  const parts = legs?.map((leg) => [leg.account_id, leg.amount_minor])
  const hash = sha256(canonical(['reverse', original_owner, original_id, kind, parts, effective_at, reason, metadata]))
  const row = await store.refusingWith(
    store.reverse.one(
      tx,
      reversal.owner,
      reversal.id,
      kind,
      hash,
      original_owner,
      original_id,
      legs?.map((leg) => leg.account_id),
      legs?.map((leg) => leg.amount_minor),
      effective_at,
      reason,
      metadata,
      ctx.clock.now(),
      ctx.requestId,
      actorName(ctx.actor),
    ),
  )
  return { id: reversal.id, replayed: row.replayed }
}

/** The actor as the ledger keeps it: `user:<id>`, `system:<name>` or `guest`. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'user') return `user:${actor.userId}`
  return actor.kind === 'system' ? `system:${actor.name}` : 'guest'
}
