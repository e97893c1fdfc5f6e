/** Approving and paying a statement, by two people; and what the payout's outcome does to it. */
import { assert } from '../../kernel/assert.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { getPartner, payoutDestination } from '../merchants/api.ts'
import { requestPayout } from '../payouts/api.ts'
import { partnerPayable } from '../redemption/api.ts'
import { eventOf, type Settlement } from './closing.ts'
import { errors } from './errors.ts'
import { settlementPaid, settlementPayoutFailed } from './events.ts'
import { payoutIdOf } from './ids.ts'
import { settlementStatusesBefore } from './rules.ts'
import { getSettlement } from './reading.ts'
import * as store from './store.ts'

/** What our payouts are called at the module that makes them. */
export const PAYOUT_PURPOSE = 'settlements.settlement'

/** What is paid with this statement: all but the disputed lines. */
export function amountToPay(settlement: Settlement): bigint {
  return settlement.payable_minor - settlement.withheld_minor
}

/**
 * A person agrees to the statement. Approving again replaces the approval: needed when the partner's payout destination was
 * changed meanwhile. Refuses `person_needed`, `not_from_here`. Audited.
 */
export async function approveSettlement(ctx: Context, tx: Tx, id: string): Promise<Settlement> {
  const approver = userIdOf(ctx.actor) ?? refuse(errors.person_needed)
  const before = await getSettlement(tx, id)
  const from = settlementStatusesBefore('approved').filter((status) => status === 'pending' || status === 'approved')
  const settlement =
    (await store.approve.first(tx, before.partner_id, id, approver, ctx.clock.now(), from)) ??
    refuse(errors.not_from_here, { status: (await getSettlement(tx, id)).status })
  await record(ctx, tx, {
    action: 'settlements.approved',
    subject: { type: 'settlement', id },
    before: { status: before.status },
    after: { status: 'approved', amount_minor: amountToPay(settlement), seal: settlement.seal },
  })
  return settlement
}

/**
 * Another person pays it: the statement is `paying` until the payout's outcome is known, however long that takes. The
 * database refuses that who approved also pays (`second_person_needed`) and that it is paid twice. Refuses `person_needed`,
 * `not_from_here`, `destination_changed`, `merchants.nowhere_to_pay`. Audited.
 */
export async function paySettlement(ctx: Context, tx: Tx, id: string): Promise<Settlement> {
  const payer = userIdOf(ctx.actor) ?? refuse(errors.person_needed)
  const before = await getSettlement(tx, id)
  const { partner_id } = before
  const attempt = before.payout_attempts
  const payout = payoutIdOf(id, attempt + 1)
  const settlement =
    (await store.startPaying(tx, {
      partner_id,
      id,
      payer,
      payout_id: payout,
      from: settlementStatusesBefore('paying'),
      attempt,
    })) ?? refuse(errors.not_from_here, { status: (await getSettlement(tx, id)).status })
  const partner = await getPartner(tx, partner_id)
  const changed = partner.payout_changed_at
  if (changed && settlement.approved_at && Temporal.Instant.compare(changed, settlement.approved_at) > 0)
    refuse(errors.destination_changed)
  const amount_minor = amountToPay(settlement)
  assert(amount_minor > 0n, 'a statement that is paid has something to pay')
  await requestPayout(ctx, tx, {
    id: payout,
    owner: partner_id,
    purpose: PAYOUT_PURPOSE,
    reference: id,
    from: partnerPayable(partner_id, settlement.asset),
    amount_minor,
    to: await payoutDestination(ctx, tx, partner_id),
    note: `${ctx.product.brand.name} ${settlement.period_start} ${settlement.period_end}`,
  })
  await record(ctx, tx, {
    action: 'settlements.payment_requested',
    subject: { type: 'settlement', id },
    before: { status: before.status },
    after: { status: 'paying', amount_minor, payout_id: payout, to: partner.payout_hint },
  })
  return settlement
}

/** What a payout's outcome says; other purposes and payouts that are no longer ours are ignored. */
export interface PayoutOutcome {
  readonly payout_id: string
  readonly purpose: string
  readonly reference: string
  readonly owner_id: string
}

/** The money arrived. Safe to repeat. Audited; tells `settlement_paid`. */
export async function notePaid(ctx: Context, tx: Tx, outcome: PayoutOutcome): Promise<void> {
  if (outcome.purpose !== PAYOUT_PURPOSE) return
  const { owner_id, reference, payout_id } = outcome
  const now = ctx.clock.now()
  const from = settlementStatusesBefore('paid')
  const settlement = await store.markPaid.first(tx, owner_id, reference, payout_id, now, from)
  if (!settlement) return
  await record(ctx, tx, {
    action: 'settlements.paid',
    subject: { type: 'settlement', id: reference },
    after: { amount_minor: amountToPay(settlement), payout_id },
  })
  await emit(ctx, tx, settlementPaid, {
    ...eventOf(settlement),
    paid_minor: amountToPay(settlement).toString(),
    paid_at: now.toString(),
  })
}

/**
 * The payout failed, or was taken back after it had arrived: the money is back in what we owe the partner, and the statement
 * waits for somebody to pay it again. Safe to repeat. Audited; tells `settlement_payout_failed`.
 */
export async function notePayoutFailed(ctx: Context, tx: Tx, outcome: PayoutOutcome, reason: string): Promise<void> {
  if (outcome.purpose !== PAYOUT_PURPOSE) return
  const { owner_id, reference, payout_id } = outcome
  const from = ['paying', 'paid']
  const settlement = await store.backToApproved.first(tx, owner_id, reference, payout_id, reason, from)
  if (!settlement) return
  await record(ctx, tx, {
    action: 'settlements.payout_failed',
    subject: { type: 'settlement', id: reference },
    after: { payout_id, status: 'approved' },
    reason,
  })
  await emit(ctx, tx, settlementPayoutFailed, { ...eventOf(settlement), reason })
}
