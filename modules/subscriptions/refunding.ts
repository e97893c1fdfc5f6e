/** Money back by staff's decision: up to a limit by one person, above it by two; out of an invoice, never more than it was paid. */
import { present } from '../../kernel/assert.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { earnUpTo } from './earning.ts'
import { end } from './endings.ts'
import { errors } from './errors.ts'
import { refundRequestId } from './ids.ts'
import { creditAllowance, type Invoice } from './invoices.ts'
import { lock, type Subscription } from './lives.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import { repayCredit } from './repaying.ts'
import { unusedPart } from './rules.ts'
import * as store from './store/charges.ts'
import { findInvoice, listNotesOn, listRunning } from './store/invoices.ts'

export type RefundRequest = store.RequestRow

export interface RefundWish {
  readonly invoice_id: string
  /** Tax included. */
  readonly amount_minor: bigint
  /** The subscription ends with it; else lessons go on. */
  readonly ends: boolean
  readonly note: string
}

/**
 * Staff ask for money back. Up to the limit of the policy, with all that was sent so before, it is sent at once; above it somebody
 * else decides. Refuses
 * `kernel.not_found`, `amount_too_high`, `already_asked`. Audited.
 */
export async function requestRefundOf(ctx: Context, tx: Tx, id: string, wish: RefundWish): Promise<RefundRequest> {
  const it = await lock(tx, id)
  const invoice = (await findInvoice.first(tx, id, wish.invoice_id)) ?? refuse(kernelErrors.not_found)
  refuseTooMuch(invoice, wish.amount_minor)
  const before = (await store.givenAlone.one(tx, id)).amount_minor
  // What ends gives back its unused days, however little was asked for.
  const worth = wish.ends ? await unusedOf(ctx, tx, it) : 0n
  const most = worth > wish.amount_minor ? worth : wish.amount_minor
  const alone = before + most <= subscriptionsPolicy(ctx).refund_alone_max_minor
  const request = refundRequestId.create(ctx.clock)
  const by = present(userIdOf(ctx.actor), 'a person asks')
  const { invoice_id, amount_minor, ends, note } = wish
  await store.insertRequestOnce(
    tx, id, request, invoice_id, amount_minor, ends, note, alone ? 'alone' : 'pending', by, ctx.clock.now(),
  ) // prettier-ignore
  await record(ctx, tx, {
    action: 'subscriptions.refund_requested',
    subject: { type: 'subscription', id },
    after: { request_id: request, invoice: invoice.number, amount_minor, ends, alone },
    reason: note,
  })
  const row = await store.findRequest.one(tx, request)
  if (alone) await carryOut(ctx, tx, it, row)
  return row
}

async function unusedOf(ctx: Context, tx: Tx, it: Subscription): Promise<bigint> {
  await earnUpTo(ctx, tx, it, todayOf(ctx))
  return (await listRunning.all(tx, it.id)).reduce((sum, invoice) => sum + unusedPart(invoice).gross, 0n)
}

function refuseTooMuch(invoice: Invoice, amount: bigint): void {
  const max =
    invoice.kind === 'invoice' && invoice.status === 'paid' ? invoice.gross_minor - invoice.refunded_minor : 0n
  if (amount > max) refuse(errors.amount_too_high, { max_minor: max })
}

/** Another member of staff decides. Refuses `second_person_needed`, `already_decided`, `amount_too_high` by now. Audited. */
export async function decideRefund(
  ctx: Context,
  tx: Tx,
  request: string,
  decision: { readonly approved: boolean; readonly note: string },
): Promise<RefundRequest> {
  const found = (await store.findRequest.first(tx, request)) ?? refuse(kernelErrors.not_found)
  const by = present(userIdOf(ctx.actor), 'a person decides')
  if (found.requested_by === by) refuse(errors.second_person_needed)
  const it = await lock(tx, found.subscription_id)
  const status = decision.approved ? 'approved' : 'rejected'
  const decided = await store.decideRequest.run(tx, it.id, request, status, by, ctx.clock.now(), decision.note)
  if (decided === 0) refuse(errors.already_decided)
  await record(ctx, tx, {
    action: `subscriptions.refund_${status}`,
    subject: { type: 'subscription', id: it.id },
    after: { request_id: request, amount_minor: found.amount_minor },
    reason: decision.note,
  })
  if (decision.approved) await carryOut(ctx, tx, it, found)
  return store.findRequest.one(tx, request)
}

/** What is unused of it first, when it ends; the rest out of what was earned. Then the money goes back to whoever paid. */
async function carryOut(ctx: Context, tx: Tx, it: Subscription, request: RefundRequest): Promise<void> {
  const { invoice_id, amount_minor, ends, id } = request
  refuseTooMuch(await findInvoice.one(tx, it.id, invoice_id), amount_minor)
  await earnUpTo(ctx, tx, it, todayOf(ctx))
  if (ends) await end(ctx, tx, it, 'staff')
  const notes = ends ? await listNotesOn.all(tx, it.id, invoice_id) : []
  const credited = notes.filter((note) => note.reason === 'unused').reduce((sum, note) => sum + note.gross_minor, 0n)
  const rest = amount_minor - credited
  if (rest <= 0n) return
  const invoice = await findInvoice.one(tx, it.id, invoice_id)
  if (!(await creditAllowance(ctx, tx, it, invoice, rest, id))) refuse(errors.amount_too_high, { max_minor: 0n })
  await repayCredit(ctx, tx, it, 'allowance', rest)
}
