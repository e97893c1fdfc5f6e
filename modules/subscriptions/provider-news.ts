/** What the provider tells of subscriptions it renews itself, and of money it took back from us. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { changeProviderSubscription, coverReversal } from '../payments/api.ts'
import { creditAccount } from './accounts.ts'
import { advance, noteFailure } from './advancing.ts'
import { earnUpTo } from './earning.ts'
import { end } from './endings.ts'
import { creditAllowance, creditOf, creditUnused } from './invoices.ts'
import { lock, save, type Subscription } from './lives.ts'
import { todayOf } from './policy.ts'
import * as charges from './store/charges.ts'
import { listOfSubscription, listRunning } from './store/invoices.ts'

export interface ProviderNews {
  readonly provider_subscription_id: string
  /** Ours. */
  readonly owner_id: string
  readonly state: string
}

/**
 * A subscription of the provider began, failed or ended there. Its money comes as payments of its own; here is only who renews.
 * States we do not know change nothing. Safe to repeat.
 */
export async function noteProvider(ctx: Context, tx: Tx, news: ProviderNews): Promise<void> {
  const it = await lock(tx, news.owner_id)
  const mine = it.provider_subscription_id === news.provider_subscription_id
  if (news.state === 'active' || news.state === 'resumed' || news.state === 'created') {
    if (mine) return
    // Nobody is charged for what is over, or by two at once.
    if (it.status === 'cancelled' || it.cancel_at_period_end || it.provider_subscription_id !== null)
      return changeProviderSubscription(ctx, tx, { owner: it.id, id: news.provider_subscription_id, act: 'cancel' })
    await record(ctx, tx, {
      action: 'subscriptions.provider_renews',
      subject: { type: 'subscription', id: it.id },
      after: { provider_subscription_id: news.provider_subscription_id },
    })
    await save(ctx, tx, it, { provider_subscription_id: news.provider_subscription_id })
    return
  }
  if (!mine || it.status === 'cancelled') return
  await record(ctx, tx, {
    action: 'subscriptions.provider_stopped',
    subject: { type: 'subscription', id: it.id },
    after: { state: news.state },
  })
  // The provider renews no more: what is paid is kept, and the next period is asked for by us.
  if (/^cancell?ed$/.test(news.state))
    await advance(ctx, tx, await save(ctx, tx, it, { provider_subscription_id: null }))
  else if (news.state === 'suspended' && Temporal.PlainDate.compare(it.period_end, todayOf(ctx)) <= 0)
    await advance(ctx, tx, await noteFailure(ctx, tx, it, 'provider_suspended'))
}

/** Its money has come, which the job of another event is about to tell us. */
const UNHEARD: ReadonlySet<string> = new Set(['open', 'expired', 'failed'])
const INVOICES_MAX = 200

/**
 * The payer's bank took a payment back. What is unused of it is credited first, then what was used; that covers what we lost. When
 * all of a payment went, the subscription ends: it is not paid. Safe to repeat.
 */
export async function noteReversed(
  ctx: Context,
  tx: Tx,
  news: { owner_id: string; payment_id: string; reversal_id: string; reversed_minor: string },
): Promise<void> {
  const it = await lock(tx, news.owner_id)
  const charge = await charges.findCharge.first(tx, it.id, news.payment_id)
  const amount = BigInt(news.reversed_minor)
  if (charge && UNHEARD.has(charge.status))
    throw new Fault('subscriptions', `payment ${charge.id} was taken back before it was applied`)
  if (!charge || charge.status !== 'applied') return
  if ((await charges.returnPart.run(tx, it.id, charge.id, amount)) === 0) return
  await earnUpTo(ctx, tx, it, todayOf(ctx))
  const whole = charge.returned_minor + amount === charge.amount_minor
  // It ends: what is unused of whatever its money bought since (a smaller plan, a seat) covers it too.
  if (whole) for (const invoice of await listRunning.all(tx, it.id)) await creditUnused(ctx, tx, it, invoice)
  await creditUsed(ctx, tx, it, charge.invoice_id, amount, news.reversal_id)
  await coverReversal(ctx, tx, {
    owner: it.id,
    reversal_id: news.reversal_id,
    from: creditAccount(it),
    reason: 'chargeback',
  })
  await record(ctx, tx, {
    action: 'subscriptions.payment_taken_back',
    subject: { type: 'subscription', id: it.id },
    after: { payment_id: charge.id, amount_minor: amount },
  })
  if (whole && it.status !== 'cancelled') await end(ctx, tx, it, 'unpaid')
}

/** What credit does not cover was used: it is credited out of what was earned, of the payment's own invoice first. */
async function creditUsed(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  paidFirst: string,
  amount: bigint,
  reversal: string,
): Promise<void> {
  let missing = amount - (await creditOf(tx, it))
  const issued = (await listOfSubscription.all(tx, it.id, INVOICES_MAX)).filter((one) => one.kind === 'invoice')
  for (const invoice of issued.toSorted((a, b) => Number(b.id === paidFirst) - Number(a.id === paidFirst))) {
    const left = invoice.status === 'paid' ? invoice.gross_minor - invoice.refunded_minor : 0n
    const part = missing < left ? missing : left
    if (part <= 0n) continue
    await creditAllowance(ctx, tx, it, invoice, part, `reversed:${reversal}`)
    missing -= part
  }
}
