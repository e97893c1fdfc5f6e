/** Disputes: one line is frozen, the rest of the statement goes on; the decision is settled with the next statement. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { reverseRedemption } from '../redemption/api.ts'
import { errors } from './errors.ts'
import { disputeId } from './ids.ts'
import { getSettlement, linesOf } from './reading.ts'
import * as store from './store.ts'

export type Dispute = Readonly<store.DisputeRow>

export interface NewDispute {
  readonly settlement_id: string
  readonly line_no: number
  readonly reason: string
}

/**
 * Doubts one line of a statement that is not yet paid: its share is withheld, the rest can be approved and paid. When nothing
 * else is left the statement becomes `disputed`. Refuses `line_unknown` (also for lines against the partner),
 * `already_disputed`, `not_from_here`. Audited.
 */
export async function openDispute(
  ctx: Context,
  tx: Tx,
  { settlement_id, line_no, reason }: NewDispute,
): Promise<Dispute> {
  const { partner_id } = await getSettlement(tx, settlement_id)
  const line = (await linesOf(tx, partner_id, settlement_id)).find((candidate) => candidate.line_no === line_no)
  if (!line || line.kind !== 'redemption' || line.share_minor <= 0n) refuse(errors.line_unknown)
  const { redemption_id, share_minor } = line
  const settlement =
    (await store.withhold.first(tx, partner_id, settlement_id, share_minor)) ??
    refuse(errors.not_from_here, { status: (await getSettlement(tx, settlement_id)).status })
  const id = disputeId.create(ctx.clock)
  await store.insertDispute(tx, {
    partner_id,
    id,
    settlement_id,
    line_no,
    redemption_id,
    share_minor,
    reason,
    opened_by: userIdOf(ctx.actor),
    opened_at: ctx.clock.now(),
  })
  await record(ctx, tx, {
    action: 'settlements.line_disputed',
    subject: { type: 'settlement', id: settlement_id },
    after: { line_no, share_minor, withheld_minor: settlement.withheld_minor, status: settlement.status },
    reason,
  })
  return store.findDispute.one(tx, id)
}

export interface Resolution {
  readonly dispute_id: string
  /** `released`: the partner is paid after all. `withdrawn`: the redemption is taken back. */
  readonly resolution: 'released' | 'withdrawn'
  readonly note: string
}

/**
 * Decides. The next statement has the line's share as `released`; when the redemption was `withdrawn`, it has its reversal
 * beside it, and the voucher can be used again. Refuses `dispute_unknown`, `already_resolved`, and
 * `redemption.already_undone` when there is nothing left to take back. Audited.
 */
export async function resolveDispute(
  ctx: Context,
  tx: Tx,
  { dispute_id, resolution, note }: Resolution,
): Promise<Dispute> {
  const dispute = (await store.findDispute.first(tx, dispute_id)) ?? refuse(errors.dispute_unknown)
  const { partner_id, redemption_id, settlement_id, line_no } = dispute
  const by = userIdOf(ctx.actor)
  const decided = await store.resolveDispute.run(tx, partner_id, dispute_id, resolution, note, by, ctx.clock.now())
  if (decided === 0) refuse(errors.already_resolved)
  if (resolution === 'withdrawn') await reverseRedemption(ctx, tx, redemption_id, note)
  await record(ctx, tx, {
    action: 'settlements.dispute_resolved',
    subject: { type: 'settlement', id: settlement_id },
    after: { line_no, resolution },
    reason: note,
  })
  return store.findDispute.one(tx, dispute_id)
}

/** The dispute. Refuses `dispute_unknown`. */
export async function getDispute(tx: Tx, id: string): Promise<Dispute> {
  return (await store.findDispute.first(tx, id)) ?? refuse(errors.dispute_unknown)
}
