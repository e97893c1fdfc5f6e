/**
 * Money for an invoice: the page, the saved card, and what the payments module tells of them. Whatever comes and in whatever
 * order, under the lock of the subscription: an invoice is paid once, and money nobody needs goes back by itself.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { isRefusal, kernelErrors, refuse } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import {
  chargeSavedCard,
  openCheckout,
  paymentErrors,
  requestCharge,
  requestRefund,
  savedCardsOf,
  unappliedAccount,
  type Checkout,
} from '../payments/api.ts'
import { advance, noteFailure } from './advancing.ts'
import { applyChange, askAgain } from './changes.ts'
import { reopen } from './endings.ts'
import { errors } from './errors.ts'
import { paymentIdOf, repaymentIdOf, subscriptionId } from './ids.ts'
import { closePages, issue, toPay, voidOpen, type Invoice } from './invoices.ts'
import { lock, save, type Subscription } from './lives.ts'
import * as say from './messages.ts'
import { beginPeriod, daysWhenPaid, nextPeriodInvoice } from './periods.ts'
import { planOf } from './plans.ts'
import { subscriptionsPolicy, todayOf } from './policy.ts'
import * as charges from './store/charges.ts'
import * as store from './store/invoices.ts'
import { findCoverOf } from './store/subscriptions.ts'
import { tellPayer } from './telling.ts'

export const PURPOSE = 'subscriptions.invoice'

export interface PayChoices {
  /** The payer lets the card be kept and charged for renewals. */
  readonly save_card: boolean
  /** The provider renews from then on, where it has a plan for it. */
  readonly renewed_by: 'us' | 'provider'
}

/** What can be paid now. Refuses `over`, `nothing_due`, `payment_under_way`. */
async function dueInvoice(ctx: Context, tx: Tx, it: Subscription): Promise<Invoice> {
  if (it.status === 'cancelled') refuse(errors.over)
  if (it.charging !== null) refuse(errors.payment_under_way)
  const change = await store.findOpen.first(tx, it.id, 'change')
  if (it.status === 'active') return change ?? refuse(errors.nothing_due)
  if (it.status === 'paused' || it.paid_ahead !== null) refuse(errors.nothing_due)
  return nextPeriodInvoice(ctx, tx, it)
}

/**
 * The page on which the payer pays what is due: the same page while it is open, a new one after it has expired. Call it with no
 * transaction open. Undefined when the credit there is pays all of it: then it is paid. Refuses as `dueInvoice` does, and what
 * the payments module refuses. Safe to repeat.
 */
export async function payHere(
  ctx: Context,
  transact: Transact,
  id: string,
  choices: PayChoices,
): Promise<Checkout | undefined> {
  for (let again = 0; ; again++) {
    const payment = await transact((tx) => pageFor(ctx, tx, id, choices))
    if (payment === undefined) return undefined
    try {
      return await openCheckout(ctx, transact, payment)
    } catch (error) {
      // Expired since: its end is on its way to us; the next page does not wait for it.
      if (!isRefusal(error, paymentErrors.checkout_closed) || again > 0) throw error
      await transact((tx) => charges.endCharge.run(tx, id, payment, ['open'], 'expired', 'closed', ctx.clock.now()))
    }
  }
}

async function pageFor(ctx: Context, tx: Tx, id: string, choices: PayChoices): Promise<string | undefined> {
  const it = await lock(tx, id)
  // Who pays may have changed since the caller looked: a card would be kept for somebody else.
  if (it.payer_id !== userIdOf(ctx.actor)) refuse(kernelErrors.not_found)
  const due = await dueInvoice(ctx, tx, it)
  const stale = due.reason === 'change' && !due.from_on.equals(todayOf(ctx))
  const invoice = stale ? await askAgain(ctx, tx, it, due) : due
  const amount = await toPay(tx, it, invoice)
  if (amount === 0n) {
    await applyMoney(ctx, tx, it, invoice, undefined)
    return undefined
  }
  const open = (await charges.listCharges.all(tx, id, invoice.id)).find((charge) => charge.status === 'open')
  if (open?.amount_minor === amount) return open.id
  if (open) {
    await charges.endCharge.run(tx, id, open.id, ['open'], 'expired', 'amount_changed', ctx.clock.now())
    await closePages(ctx, tx, it)
  }
  const payment = await newCharge(ctx, tx, it, invoice, 'page', amount)
  const plan_ref = planOf(ctx, invoice.plan).provider_plans?.[invoice.cycle]
  const back = `${ctx.publicUrl}/billing/${subscriptionId.wire(id)}`
  await requestCharge(ctx, tx, {
    id: payment,
    owner: id,
    purpose: PURPOSE,
    reference: invoice.id,
    amount_minor: amount,
    payer: { user_id: it.payer_id },
    success_url: `${back}?paid`,
    error_url: `${back}?unpaid`,
    ...(choices.save_card ? { save_card: true } : {}),
    ...(choices.renewed_by === 'provider' && plan_ref ? { plan_ref } : {}),
  })
  return payment
}

async function newCharge(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
  method: charges.ChargeRow['method'],
  amount: bigint,
): Promise<string> {
  const { pages } = await store.countTry.one(tx, it.id, invoice.id)
  const payment = paymentIdOf(invoice.id, pages)
  await charges.insertCharge.run(tx, it.id, payment, invoice.id, method, amount, ctx.clock.now())
  return payment
}

/**
 * Charges the saved card for an invoice, or takes the credit when that is enough. The answer comes by itself; until then nothing
 * else is charged. Gives `failed` at once when there is no card, or none that can be charged.
 */
export async function chargeCard(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
): Promise<{ it: Subscription; outcome: 'paid' | 'under_way' | 'no_card' }> {
  const amount = await toPay(tx, it, invoice)
  if (amount === 0n) return { it: await applyMoney(ctx, tx, it, invoice, undefined), outcome: 'paid' }
  const card = (await savedCardsOf(tx, it.payer_id)).find((one) => one.id === it.card_id)
  if (card?.state !== 'usable') return { it: await save(ctx, tx, it, { card_id: null }), outcome: 'no_card' }
  const payment = await newCharge(ctx, tx, it, invoice, 'card', amount)
  await chargeSavedCard(ctx, tx, {
    id: payment,
    owner: it.id,
    purpose: PURPOSE,
    reference: invoice.id,
    amount_minor: amount,
    card_owner: it.payer_id,
    card_id: card.id,
  })
  return { it: await save(ctx, tx, it, { charging: payment }), outcome: 'under_way' }
}

/** An invoice is paid, by a charge or by credit: it is issued, and what it is for begins. */
async function applyMoney(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
  charge: charges.ChargeRow | undefined,
): Promise<Subscription> {
  const { anchor_on, ...days } = daysWhenPaid(ctx, it, invoice)
  const issued = await issue(ctx, tx, it, invoice, charge, invoice.reason === 'period' ? days : invoice)
  if (!issued) {
    if (charge) await giveBack(ctx, tx, it, charge, 'too_late')
    return it
  }
  if (charge)
    await charges.endCharge.run(tx, it.id, charge.id, ['open', 'failed', 'expired'], 'applied', null, ctx.clock.now())
  await closePages(ctx, tx, it, charge?.id)
  const settled = await save(ctx, tx, it, { charging: null })
  if (issued.reason === 'change') return applyChange(ctx, tx, settled, issued)
  // Paid before its first day, in a trial or by a provider whose months are shorter: it begins by itself.
  if ((it.status === 'trial' || it.status === 'active') && !isOver(ctx, it))
    return save(ctx, tx, settled, { paid_ahead: issued.id, cancel_at_period_end: false })
  return beginPeriod(ctx, tx, settled, issued, anchor_on)
}

function isOver(ctx: Context, it: Subscription): boolean {
  return Temporal.PlainDate.compare(it.period_end, todayOf(ctx)) <= 0
}

export interface MoneyNews {
  readonly payment_id: string
  /** The subscription. */
  readonly owner_id: string
  /** The invoice. */
  readonly reference: string
  readonly amount_minor: string
}

/** Money came, in time or late, once or twice. Safe to repeat. */
export async function noteMoney(ctx: Context, tx: Tx, news: MoneyNews): Promise<void> {
  const it = await lock(tx, news.owner_id)
  const charge = (await charges.findCharge.first(tx, it.id, news.payment_id)) ?? (await byProvider(ctx, tx, it, news))
  if (!charge || charge.status === 'applied' || charge.status === 'returned') return
  const invoice = await store.findInvoice.one(tx, it.id, charge.invoice_id)
  if (it.status === 'cancelled') return tooLate(ctx, tx, it, invoice, charge)
  if (invoice.status === 'paid') return giveBack(ctx, tx, it, charge, 'paid_twice')
  if (invoice.status === 'void' || !(await stillWanted(tx, it, invoice))) {
    if (invoice.status === 'open') await store.voidInvoice.run(tx, it.id, invoice.id)
    return giveBack(ctx, tx, it, charge, 'too_late')
  }
  const paid = await applyMoney(ctx, tx, it, invoice, charge)
  await advance(ctx, tx, paid)
}

/** A change is of the period it was asked in, and of a learner nobody has covered since; a period is of any time before the end. */
async function stillWanted(tx: Tx, it: Subscription, invoice: Invoice): Promise<boolean> {
  if (invoice.reason === 'period') return true
  const covered = invoice.adds_learner !== null && (await findCoverOf.first(tx, invoice.adds_learner)) !== undefined
  return it.status === 'active' && it.period_end.equals(invoice.to_on) && !covered
}

/** The provider has renewed by itself: its money is for the period that comes next. */
async function byProvider(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  news: MoneyNews,
): Promise<charges.ChargeRow | undefined> {
  // Nobody waits for it: it goes back as what was paid besides the first.
  const unwanted = it.status === 'cancelled' || it.paid_ahead !== null || it.cancel_at_period_end
  const invoice = unwanted ? news.reference : (await nextPeriodInvoice(ctx, tx, it)).id
  await charges.insertCharge.run(tx, it.id, news.payment_id, invoice, 'provider', news.amount_minor, ctx.clock.now())
  return charges.findCharge.one(tx, it.id, news.payment_id)
}

/** After the end: back, unless the policy lets those go on who were ended for want of payment and are still free to. */
async function tooLate(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  invoice: Invoice,
  charge: charges.ChargeRow,
): Promise<void> {
  const wanted = it.end_reason === 'unpaid' && subscriptionsPolicy(ctx).late_money === 'resume'
  if (wanted && invoice.reason === 'period' && invoice.status === 'void') {
    const again = await reopen(ctx, tx, it, invoice)
    if (again) {
      await charges.moveCharge.run(tx, it.id, charge.id, again.id)
      await applyMoney(ctx, tx, it, again, { ...charge, invoice_id: again.id })
      return
    }
  }
  await giveBack(ctx, tx, it, charge, 'too_late')
}

/** Money that nobody needs goes back as it came, and the payer is told. */
async function giveBack(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  charge: charges.ChargeRow,
  reason: 'paid_twice' | 'too_late',
): Promise<void> {
  const now = ctx.clock.now()
  await charges.endCharge.run(tx, it.id, charge.id, ['open', 'failed', 'expired'], 'returned', null, now)
  await charges.returnPart.run(tx, it.id, charge.id, charge.amount_minor)
  const id = repaymentIdOf(charge.id, reason)
  await charges.insertRepayment.run(tx, it.id, id, charge.id, charge.amount_minor, reason, now)
  await requestRefund(ctx, tx, {
    id,
    owner: it.id,
    payment_id: charge.id,
    from: unappliedAccount({ owner_id: it.id, id: charge.id, currency: it.currency }),
    reason,
  })
  await record(ctx, tx, {
    action: 'subscriptions.money_given_back',
    subject: { type: 'subscription', id: it.id },
    after: { payment_id: charge.id, amount_minor: charge.amount_minor },
    reason,
  })
  if (it.charging === charge.id) await save(ctx, tx, it, { charging: null })
  await tellPayer(ctx, tx, it, say.givenBack, charge.id, (speak) => ({
    amount: speak.amount(charge.amount_minor),
    link: speak.link,
  }))
}

/** A charge came to nothing. A page stays open for another try until it expires; a card does not. Safe to repeat. */
export async function noteUnpaid(
  ctx: Context,
  tx: Tx,
  news: { owner_id: string; payment_id: string; reason: string; final: boolean },
): Promise<void> {
  const it = await lock(tx, news.owner_id)
  const charge = await charges.findCharge.first(tx, it.id, news.payment_id)
  if (!charge || charge.status !== 'open' || (charge.method === 'page' && !news.final)) return
  const status = charge.method === 'card' ? 'failed' : 'expired'
  await charges.endCharge.run(tx, it.id, charge.id, ['open'], status, news.reason, ctx.clock.now())
  if (it.charging !== charge.id) return
  const freed = await save(ctx, tx, it, { charging: null })
  const invoice = await store.findInvoice.one(tx, it.id, charge.invoice_id)
  if (invoice.reason === 'change') {
    await voidOpen(ctx, tx, freed)
    await tellPayer(ctx, tx, freed, say.changeFailed, charge.id, (speak) => ({
      amount: speak.amount(charge.amount_minor),
      link: speak.link,
    }))
    return
  }
  await advance(ctx, tx, await noteFailure(ctx, tx, freed, news.reason))
}

/** The provider says another amount than we asked for: nothing is bought with it; staff decide. Safe to repeat. */
export async function noteDisputed(
  ctx: Context,
  tx: Tx,
  news: { owner_id: string; payment_id: string },
): Promise<void> {
  const it = await lock(tx, news.owner_id)
  const charge = await charges.findCharge.first(tx, it.id, news.payment_id)
  if (!charge) return
  const ended = await charges.endCharge.run(tx, it.id, charge.id, ['open', 'failed', 'expired'], 'disputed', 'amount', ctx.clock.now()) // prettier-ignore
  if (ended === 0) return
  await record(ctx, tx, {
    action: 'subscriptions.payment_disputed',
    subject: { type: 'subscription', id: it.id },
    after: { payment_id: charge.id },
  })
  if (it.charging !== charge.id) return
  await advance(ctx, tx, await noteFailure(ctx, tx, await save(ctx, tx, it, { charging: null }), 'disputed'))
}
