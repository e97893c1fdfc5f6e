/**
 * Paying out: the money leaves its account for one of its own (`payout_in_flight`) with the row, before the provider is asked.
 * The provider is asked under the payout's own id as its key, so asking again after an unknown outcome pays nobody twice.
 */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { post, reverse, type AccountRef } from '../ledger/api.ts'
import { clearingAccount } from '../payments/api.ts'
import { errors } from './errors.ts'
import { payoutFailed, payoutReversed, payoutSucceeded } from './events.ts'
import { sendPayout } from './jobs.ts'
import { payoutProvider, type ProviderPayout } from './provider.ts'
import { backoffSeconds, nextCheckAfterSuccess, pathTo, transferOf, type PayoutState } from './rules.ts'
import * as store from './store.ts'

export type Payout = store.PayoutRow

export interface PayoutRequest {
  /** Made by whoever asks; the same id and content is one payout. */
  readonly id: string
  /** Whose money it is: a partner, a user. Scope of the id. */
  readonly owner: string
  /** `module.what_for` and that module's own id. One thing is paid out once, whatever the ids. */
  readonly purpose: string
  readonly reference: string
  /** Where the money lies now. */
  readonly from: AccountRef
  readonly amount_minor: bigint
  /** `mobile` in E.164. */
  readonly to: { readonly mobile: string; readonly name?: string }
  /** What the recipient reads, at most 40 characters. */
  readonly note?: string
}

const FIELD = { mobile: 'payouts.payout.mobile', name: 'payouts.payout.name' } as const

/**
 * Sets the money aside and the provider to work; the outcome comes as an event. Refuses `payouts.already_requested` when this
 * reference is paid or on its way, `payouts.conflict` when the id stands for something else, `ledger.insufficient_funds`.
 * Safe to repeat with the same id.
 */
export async function requestPayout(ctx: Context, tx: Tx, request: PayoutRequest): Promise<Payout> {
  const { id, owner, purpose, reference, from, amount_minor, to, note } = request
  assert(amount_minor > 0n, 'a payout is of a positive amount')
  assert(from.asset === ctx.product.currency, `payouts are made in ${ctx.product.currency}`)
  const earlier = await store.findPayout.first(tx, owner, id)
  if (earlier) return sameOrConflict(earlier, request)
  const now = ctx.clock.now()
  const fresh = await store.insertPayoutOnce(
      tx, owner, id, payoutProvider(ctx).name, purpose, reference, amount_minor, from.asset, from,
      await ctx.vault.seal(tx, owner, FIELD.mobile, to.mobile),
      to.name ? await ctx.vault.seal(tx, owner, FIELD.name, to.name) : null,
      note, now.add({ seconds: backoffSeconds(0) }), transferOf.settled(id), transferOf.returned(id), now,
  ) // prettier-ignore
  const payout = await store.findPayout.one(tx, owner, id)
  if (fresh === 0) return sameOrConflict(payout, request)
  await post(ctx, tx, {
    id,
    owner,
    kind: 'payouts.sent',
    legs: [
      { account: from, amount_minor: -amount_minor },
      { account: inFlight(payout), amount_minor },
    ],
    metadata: { purpose, reference },
  })
  await record(ctx, tx, {
    action: 'payouts.requested',
    subject: { type: 'payout', id },
    after: { purpose, reference, amount_minor, currency: from.asset, from: from.kind },
  })
  await enqueue(ctx, tx, sendPayout, { owner_id: owner, payout_id: id })
  return payout
}

function sameOrConflict(payout: Payout, { purpose, reference, amount_minor }: PayoutRequest): Payout {
  const same = payout.purpose === purpose && payout.reference === reference && payout.amount_minor === amount_minor
  return same ? payout : refuse(errors.conflict)
}

/** The payout; refuses `payouts.not_found`. */
export async function getPayout(tx: Tx, owner: string, id: string): Promise<Payout> {
  return (await store.findPayout.first(tx, owner, id)) ?? refuse(errors.not_found)
}

/** To whom it goes; undefined when that was erased. */
export async function recipientOf(
  ctx: Context,
  tx: Tx,
  payout: Payout,
): Promise<{ mobile: string; name: string | undefined } | undefined> {
  const open = async (field: 'mobile' | 'name') =>
    payout[field] ? await ctx.vault.open(tx, payout.owner_id, FIELD[field], payout[field]) : undefined
  const mobile = await open('mobile')
  return mobile === undefined ? undefined : { mobile, name: await open('name') }
}

/**
 * Holds true what the provider says: state, ledger, audit and event in one transaction. What was applied before is not
 * applied again, and nothing goes backwards. Safe to repeat.
 */
export async function applyPayout(
  ctx: Context,
  tx: Tx,
  owner: string,
  id: string,
  said: ProviderPayout,
): Promise<void> {
  let payout = await store.lockPayout.one(tx, owner, id)
  if (said.amount_minor !== payout.amount_minor || said.currency !== payout.currency) {
    ctx.log.error({ payout_id: id, says_minor: said.amount_minor.toString() }, 'the provider paid out another amount')
    await store.noteError.run(tx, owner, id, `the provider says ${said.amount_minor} ${said.currency}`)
    return
  }
  const path = pathTo(payout.state, said.status)
  for (const state of path) {
    await step(ctx, tx, payout, state, said)
    payout = await store.findPayout.one(tx, owner, id)
  }
  if (path.length > 0) return
  const now = ctx.clock.now()
  const next =
    payout.state === 'succeeded'
      ? nextCheckAfterSuccess(payout.succeeded_at!, now)
      : payout.state === 'processing'
        ? now.add({ seconds: backoffSeconds(payout.attempts) })
        : null
  await store.setCheck.run(tx, owner, id, next, null)
}

async function step(ctx: Context, tx: Tx, payout: Payout, to: PayoutState, said: ProviderPayout): Promise<void> {
  const now = ctx.clock.now()
  switch (to) {
    case 'processing':
      await move(tx, payout, to, said, { next_check_at: now.add({ seconds: backoffSeconds(0) }) })
      return
    case 'succeeded':
      await move(tx, payout, to, said, { next_check_at: nextCheckAfterSuccess(now, now), succeeded_at: now })
      await post(ctx, tx, {
        id: payout.settled_transfer_id,
        owner: payout.owner_id,
        kind: 'payouts.paid',
        legs: [
          { account: inFlight(payout), amount_minor: -payout.amount_minor },
          { account: clearingAccount(payout.provider, payout.currency), amount_minor: payout.amount_minor },
        ],
        metadata: { payout_id: payout.id, provider_ref: said.id },
      })
      await note(ctx, tx, payout, to, { provider_ref: said.id, fee_minor: said.fee_minor })
      await emit(ctx, tx, payoutSucceeded, { ...eventOf(payout), succeeded_at: now.toString() })
      return
    case 'failed':
      await failPayout(ctx, tx, payout, said.failure_code ?? 'unknown', said)
      return
    case 'reversed':
      await move(tx, payout, to, said, { ended_at: now })
      await post(ctx, tx, {
        id: payout.returned_transfer_id,
        owner: payout.owner_id,
        kind: 'payouts.returned',
        legs: [
          { account: clearingAccount(payout.provider, payout.currency), amount_minor: -payout.amount_minor },
          { account: payout.from_account, amount_minor: payout.amount_minor },
        ],
        reason: 'payout_reversed',
        metadata: { payout_id: payout.id, provider_ref: said.id },
      })
      await note(ctx, tx, payout, to, {})
      ctx.log.warn({ payout_id: payout.id }, 'a payout was taken back at the provider')
      await emit(ctx, tx, payoutReversed, { ...eventOf(payout), reversed_at: now.toString() })
      return
    case 'requested':
      assert(false, 'nothing leads back to the request')
  }
}

/** Nobody was paid: the money goes back where it came from. Call it with the row locked. */
export async function failPayout(
  ctx: Context,
  tx: Tx,
  payout: Payout,
  code: string,
  said: ProviderPayout | undefined,
): Promise<void> {
  await move(tx, payout, 'failed', said, { ended_at: ctx.clock.now(), failure_code: code })
  await reverse(ctx, tx, {
    id: payout.settled_transfer_id,
    owner: payout.owner_id,
    original_owner: payout.owner_id,
    original_id: payout.id,
    reason: `the payout was refused: ${code}`,
    metadata: { payout_id: payout.id },
  })
  await note(ctx, tx, payout, 'failed', { code })
  ctx.log.warn({ payout_id: payout.id, reason: code }, 'a payout was refused')
  await emit(ctx, tx, payoutFailed, { ...eventOf(payout), reason: code })
}

async function move(
  tx: Tx,
  payout: Payout,
  to: PayoutState,
  said: ProviderPayout | undefined,
  facts: {
    next_check_at?: Temporal.Instant | null
    succeeded_at?: Temporal.Instant
    ended_at?: Temporal.Instant
    failure_code?: string
  },
): Promise<void> {
  const moved = await store.movePayout.run(
    tx, payout.owner_id, payout.id, payout.state, to, said?.id, said?.fee_minor, facts.failure_code, facts.next_check_at,
    facts.succeeded_at, facts.ended_at,
  ) // prettier-ignore
  assert(moved === 1, `payout ${payout.id} is locked and yet moved`)
}

function note(ctx: Context, tx: Tx, payout: Payout, to: PayoutState, more: Record<string, unknown>): Promise<void> {
  return record(ctx, tx, {
    action: `payouts.${to}`,
    subject: { type: 'payout', id: payout.id },
    before: { state: payout.state },
    after: { state: to, amount_minor: payout.amount_minor, currency: payout.currency, ...more },
  })
}

function inFlight(payout: Payout): AccountRef {
  return { owner: payout.owner_id, kind: 'payout_in_flight', ref: payout.id, asset: payout.currency, mode: 'guarded' }
}

function eventOf(payout: Payout) {
  return {
    payout_id: payout.id,
    owner_id: payout.owner_id,
    purpose: payout.purpose,
    reference: payout.reference,
    amount_minor: payout.amount_minor.toString(),
    currency: payout.currency,
  }
}
