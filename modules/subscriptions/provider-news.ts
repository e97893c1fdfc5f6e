/** What the provider tells of subscriptions it renews itself, and of money it took back from us. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { record } from '../audit/api.ts'
import { coverReversal } from '../payments/api.ts'
import { creditAccount } from './accounts.ts'
import { advance, noteFailure } from './advancing.ts'
import { earnUpTo } from './earning.ts'
import { end } from './endings.ts'
import { creditAllowance, creditOf, creditUnused } from './invoices.ts'
import { lock, save } from './lives.ts'
import { todayOf } from './policy.ts'
import * as charges from './store/charges.ts'
import { findInvoice } from './store/invoices.ts'

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
  if (it.status === 'cancelled') return
  const mine = it.provider_subscription_id === news.provider_subscription_id
  if (news.state === 'active' || news.state === 'resumed' || news.state === 'created') {
    if (mine) return
    await record(ctx, tx, {
      action: 'subscriptions.provider_renews',
      subject: { type: 'subscription', id: it.id },
      after: { provider_subscription_id: news.provider_subscription_id },
    })
    await save(ctx, tx, it, { provider_subscription_id: news.provider_subscription_id })
    return
  }
  if (!mine) return
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
  if (!charge || charge.status !== 'applied') return
  if ((await charges.returnPart.run(tx, it.id, charge.id, amount)) === 0) return
  await earnUpTo(ctx, tx, it, todayOf(ctx))
  const whole = charge.returned_minor + amount === charge.amount_minor
  if (whole) {
    const invoice = await findInvoice.one(tx, it.id, charge.invoice_id)
    if (invoice.next_on !== null) await creditUnused(ctx, tx, it, invoice)
  }
  const missing = amount - (await creditOf(tx, it))
  const invoice = await findInvoice.one(tx, it.id, charge.invoice_id)
  if (missing > 0n) await creditAllowance(ctx, tx, it, invoice, missing, `reversed:${news.reversal_id}`)
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
