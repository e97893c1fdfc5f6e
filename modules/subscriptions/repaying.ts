/** Credit that goes back to whoever paid: out of the credit of the subscription, to its payments, the newest first. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { record } from '../audit/api.ts'
import { requestRefund, unappliedAccount } from '../payments/api.ts'
import { creditAccount } from './accounts.ts'
import { errors } from './errors.ts'
import { repaymentIdOf } from './ids.ts'
import { creditOf } from './invoices.ts'
import { lock, type Subscription } from './lives.ts'
import * as say from './messages.ts'
import { refundParts } from './rules.ts'
import * as store from './store/charges.ts'
import { tellPayer } from './telling.ts'

/**
 * Gives the credit back, or so much of it, and tells how much is on its way. What no payment can carry (it was paid from
 * somewhere else) stays as credit, which the log tells.
 */
export async function repayCredit(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  reason: 'unused' | 'allowance',
  most?: bigint,
): Promise<bigint> {
  const credit = await creditOf(tx, it)
  const amount = most !== undefined && most < credit ? most : credit
  if (amount <= 0n) return 0n
  const paid = await store.listPaid.all(tx, it.id)
  const left = paid.map((charge) => ({
    payment_id: charge.id,
    left_minor: charge.amount_minor - charge.returned_minor,
  }))
  const { parts, short } = refundParts(amount, left)
  for (const part of parts)
    await send(ctx, tx, it, { id: uuidV7(ctx.clock), charge_id: part.payment_id, amount: part.amount, reason })
  if (short > 0n)
    ctx.log.warn({ subscription_id: it.id, short_minor: short.toString() }, 'no payment can carry all of a credit back')
  return amount - short
}

interface Sending {
  readonly id: string
  readonly charge_id: string
  readonly amount: bigint
  readonly reason: store.RepaymentRow['reason']
}

async function send(ctx: Context, tx: Tx, it: Subscription, sending: Sending): Promise<void> {
  const { id, charge_id, amount, reason } = sending
  await store.insertRepayment.run(tx, it.id, id, charge_id, amount, reason, ctx.clock.now())
  const ours = reason === 'unused' || reason === 'allowance'
  if (ours) await store.returnPart.run(tx, it.id, charge_id, amount)
  await requestRefund(ctx, tx, {
    id,
    owner: it.id,
    payment_id: charge_id,
    amount_minor: amount,
    from: ours ? creditAccount(it) : unappliedAccount({ owner_id: it.id, id: charge_id, currency: it.currency }),
    reason,
  })
}

interface RefundNews {
  readonly refund_id: string
  /** The subscription. */
  readonly owner_id: string
}

/** The payer has the money back. Safe to repeat. */
export async function noteRepaid(ctx: Context, tx: Tx, news: RefundNews): Promise<void> {
  const it = await lock(tx, news.owner_id)
  if ((await store.endRepayment.run(tx, it.id, news.refund_id, 'succeeded', null, ctx.clock.now())) === 0) return
  const { amount_minor, reason } = await store.findRepayment.one(tx, it.id, news.refund_id)
  await record(ctx, tx, {
    action: 'subscriptions.repaid',
    subject: { type: 'subscription', id: it.id },
    after: { refund_id: news.refund_id, amount_minor },
    reason,
  })
  await tellPayer(ctx, tx, it, say.repaid, news.refund_id, (speak) => ({
    amount: speak.amount(amount_minor),
    link: speak.link,
  }))
}

/** The provider refused: the money lies where it came from, and staff send it again. Safe to repeat. */
export async function noteRepaymentFailed(
  ctx: Context,
  tx: Tx,
  news: RefundNews & { readonly reason: string },
): Promise<void> {
  const it = await lock(tx, news.owner_id)
  if ((await store.endRepayment.run(tx, it.id, news.refund_id, 'failed', news.reason, ctx.clock.now())) === 0) return
  const { charge_id, amount_minor, reason } = await store.findRepayment.one(tx, it.id, news.refund_id)
  if (reason === 'unused' || reason === 'allowance') await store.returnPart.run(tx, it.id, charge_id, -amount_minor)
  ctx.log.error(
    { subscription_id: it.id, refund_id: news.refund_id, reason: news.reason },
    'a payer could not be repaid',
  )
}

/** Staff send a failed one again. Refuses `not_now` when it did not fail, or was sent again already. Audited. */
export async function sendAgain(ctx: Context, tx: Tx, subscription: string, id: string): Promise<void> {
  const it = await lock(tx, subscription)
  const failed = (await store.findRepayment.first(tx, it.id, id)) ?? refuse(kernelErrors.not_found)
  const again = repaymentIdOf(failed.charge_id, `again:${id}`)
  if (failed.status !== 'failed' || (await store.findRepayment.first(tx, it.id, again))) refuse(errors.not_now)
  const { charge_id, amount_minor: amount, reason } = failed
  await send(ctx, tx, it, { id: again, charge_id, amount, reason })
  await record(ctx, tx, {
    action: 'subscriptions.repayment_sent_again',
    subject: { type: 'subscription', id: it.id },
    after: { refund_id: again, amount_minor: amount },
  })
}
