/**
 * Giving money back. The money leaves its account for one of its own (`refund_in_flight`) before the provider is asked, so it
 * cannot be spent meanwhile; the provider's answer moves it on or back. Where refunding twice does nothing (Wave), a try whose
 * outcome is unknown is simply repeated; where each asking gives back anew, what went back already is read before every try, and
 * of one receipt only one refund is under way at a time, so that the provider's sum says which of them it has made.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { enqueue, type Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { post, reverse, type AccountRef } from '../ledger/api.ts'
import { getPayment, noteStep } from './charges.ts'
import { errors } from './errors.ts'
import { refundFailed, refundSucceeded } from './events.ts'
import { sendRefund } from './jobs.ts'
import { ProviderRejection, type PaymentProvider } from './provider.ts'
import { providerOf } from './providers.ts'
import { explainedOf, noteReturned } from './reversals.ts'
import { backoffSeconds, transferOf } from './rules.ts'
import { clearingAccount } from './settling.ts'
import { listReceipts, lockPayment, type PaymentRow } from './store/payments.ts'
import * as store from './store/refunds.ts'

export type Refund = store.RefundRow

export interface RefundRequest {
  /** Made by whoever asks; the same id is one refund. */
  readonly id: string
  /** The payment's owner. */
  readonly owner: string
  readonly payment_id: string
  /** Where the money lies now: the payment's unapplied account, the pot, … It must hold all of it. */
  readonly from: AccountRef
  readonly reason: string
  /** A part of what came, in minor units. Default: all that is left of it. Only some providers give back parts. */
  readonly amount_minor?: bigint
  /** Which receipt, when the payment was paid more than once. Default: the one that counted. */
  readonly session_ref?: string
}

/**
 * Takes what goes back from `from` and sets the provider to work; the outcome comes as `payments.refund_succeeded` or
 * `payments.refund_failed` (then the money is back in `from`). Several parts of one payment may follow each other, together never
 * more than came. Refuses `payments.not_refundable` (nothing was received), `payments.already_refunded` (nothing is left),
 * `payments.refund_too_large`, `payments.only_whole_refunds` (the provider gives back no parts), `ledger.insufficient_funds` (spent
 * meanwhile). Safe to repeat with the same id.
 */
export async function requestRefund(ctx: Context, tx: Tx, request: RefundRequest): Promise<Refund> {
  const { id, owner, payment_id, from, reason } = request
  const earlier = await store.findRefund.first(tx, owner, id)
  if (earlier) return isSame(earlier, request) ? earlier : refuse(errors.conflict)
  // Whoever else takes a part of the same money waits here.
  const payment = (await lockPayment.first(tx, owner, payment_id)) ?? refuse(errors.not_found)
  const receipts = await listReceipts.all(tx, owner, payment_id)
  const receipt = request.session_ref
    ? receipts.find((it) => it.session_ref === request.session_ref)
    : (receipts.find((it) => it.status === 'applied') ?? receipts.find((it) => it.status === 'disputed'))
  if (!receipt || receipt.currency !== from.asset) refuse(errors.not_refundable)
  const now = ctx.clock.now()
  const { session_ref, currency } = receipt
  const { left_minor } = await store.leftOfReceipt.one(tx, owner, payment_id, session_ref)
  const amount_minor = request.amount_minor ?? left_minor
  if (amount_minor < receipt.amount_minor && left_minor > 0n && providerOf(ctx).refunds === 'repeatable')
    refuse(errors.only_whole_refunds)
  const fresh =
    amount_minor <= 0n
      ? 0
      : await store.insertRefund.run(
          tx, owner, payment_id, session_ref, id, amount_minor, currency, from, reason,
          now.add({ seconds: backoffSeconds(0) }), transferOf.refunded(id), now,
        ) // prettier-ignore
  const refund = await store.findRefund.first(tx, owner, id)
  if (!refund)
    refuse(left_minor > 0n && request.amount_minor !== undefined ? errors.refund_too_large : errors.already_refunded)
  if (fresh === 0) return refund
  await post(ctx, tx, {
    id,
    owner,
    kind: 'payments.refund_sent',
    legs: [
      { account: from, amount_minor: -amount_minor },
      { account: inFlight(refund), amount_minor },
    ],
    reason,
    metadata: { payment_id, session_ref },
  })
  await noteStep(ctx, tx, payment, 'refund_requested')
  await record(ctx, tx, {
    action: 'payments.refund_requested',
    subject: { type: 'payment', id: payment_id },
    after: { refund_id: id, amount_minor, currency, from: from.kind },
    reason,
  })
  await enqueue(ctx, tx, sendRefund, { owner_id: owner, refund_id: id })
  return refund
}

/** What of the payment's money has neither gone back nor is on its way back, by whomever; zero when nothing came. */
export async function leftToRefund(tx: Tx, owner: string, payment_id: string): Promise<bigint> {
  const receipt = await receiptOf(tx, owner, payment_id)
  return receipt ? (await store.leftOfReceipt.one(tx, owner, payment_id, receipt.session_ref)).left_minor : 0n
}

/** What the provider took for the payment, which may be another amount than was asked; undefined when nothing came. */
export async function takenFor(tx: Tx, owner: string, payment_id: string): Promise<bigint | undefined> {
  return (await receiptOf(tx, owner, payment_id))?.amount_minor
}

/** The money that serves the payment, else what came as another amount. */
async function receiptOf(tx: Tx, owner: string, payment_id: string) {
  const receipts = await listReceipts.all(tx, owner, payment_id)
  return receipts.find((it) => it.status === 'applied') ?? receipts.find((it) => it.status === 'disputed')
}

function isSame(refund: Refund, request: RefundRequest): boolean {
  const { payment_id, amount_minor = refund.amount_minor } = request
  return refund.payment_id === payment_id && refund.amount_minor === amount_minor
}

/** One try: note it, ask the provider with no transaction open, write the answer. Safe to repeat, at any point. */
export async function tryRefund(ctx: Context, transact: Transact, owner: string, id: string): Promise<void> {
  const refund = await transact(async (tx) => {
    const found = await store.findRefund.first(tx, owner, id)
    if (!found) return undefined
    await lockPayment.one(tx, owner, found.payment_id)
    const next = ctx.clock.now().add({ seconds: backoffSeconds(found.attempts) })
    return store.claimRefund.first(tx, owner, id, next)
  })
  if (!refund) return
  const provider = providerOf(ctx)
  try {
    if (provider.refunds === 'parts' && (await isDone(ctx, transact, provider, refund, 'before')))
      return await transact((tx) => completeRefund(ctx, tx, owner, id))
    await provider.refund(refund.session_ref, refund.amount_minor)
  } catch (error) {
    if (!(error instanceof Fault || error instanceof ProviderRejection)) throw error
    const why = error.message
    if (error instanceof Fault) {
      await transact((tx) => store.noteRefundError.run(tx, owner, id, why))
      ctx.log.warn(
        { refund_id: id, attempts: refund.attempts, why },
        'a refund has no outcome yet and will be tried again',
      )
      return
    }
    // A no after a yes we never heard is no no: what went back tells.
    if (!(await isDone(ctx, transact, provider, refund, 'after'))) {
      await transact((tx) => failRefund(ctx, tx, owner, id, error.code))
      return
    }
  }
  await transact((tx) => completeRefund(ctx, tx, owner, id))
}

/**
 * Whether the provider has given this refund back already: what it says went back of the receipt is more than our other refunds and
 * what we know it gave back by itself explain. Before the first try it cannot be ours: then it is written down as the provider's own.
 */
async function isDone(
  ctx: Context,
  transact: Transact,
  provider: PaymentProvider,
  refund: Refund,
  when: 'before' | 'after',
): Promise<boolean> {
  const { owner_id, payment_id, session_ref } = refund
  const returned = await provider.returned(session_ref)
  return transact(async (tx) => {
    const payment = await lockPayment.one(tx, owner_id, payment_id)
    if (when === 'before' && refund.attempts === 1)
      await noteReturned(ctx, tx, payment, session_ref, returned, refund.id)
    const { explained_minor } = await explainedOf(tx, refund, refund.id)
    return returned - explained_minor >= refund.amount_minor
  })
}

/** Sets the job to work again on refunds whose time for another try has come. */
export async function sweepRefunds(ctx: Context, tx: Tx): Promise<void> {
  for (const { owner_id, id } of await store.findDueRefunds.all(tx, ctx.clock.now(), 500))
    await enqueue(ctx, tx, sendRefund, { owner_id, refund_id: id }, { key: `payments.send_refund:${id}` })
}

async function completeRefund(ctx: Context, tx: Tx, owner: string, id: string): Promise<void> {
  if ((await store.endRefund.run(tx, owner, id, 'succeeded', ctx.clock.now(), null)) === 0) return
  const refund = await store.findRefund.one(tx, owner, id)
  const payment = await getPayment(tx, owner, refund.payment_id)
  await post(ctx, tx, {
    id: refund.settled_transfer_id,
    owner,
    kind: 'payments.refunded',
    legs: [
      { account: inFlight(refund), amount_minor: -refund.amount_minor },
      { account: clearingAccount(payment.provider, refund.currency), amount_minor: refund.amount_minor },
    ],
    metadata: { payment_id: refund.payment_id, refund_id: id, session_ref: refund.session_ref },
  })
  await noteStep(ctx, tx, payment, 'refunded')
  await record(ctx, tx, {
    action: 'payments.refunded',
    subject: { type: 'payment', id: refund.payment_id },
    after: { refund_id: id, amount_minor: refund.amount_minor, currency: refund.currency },
  })
  if (!isDuplicate(refund)) await emit(ctx, tx, refundSucceeded, eventOf(refund, payment))
}

async function failRefund(ctx: Context, tx: Tx, owner: string, id: string, code: string): Promise<void> {
  if ((await store.endRefund.run(tx, owner, id, 'failed', ctx.clock.now(), code)) === 0) return
  const refund = await store.findRefund.one(tx, owner, id)
  const payment = await getPayment(tx, owner, refund.payment_id)
  await reverse(ctx, tx, {
    id: refund.settled_transfer_id,
    owner,
    original_owner: owner,
    original_id: id,
    reason: `the provider refused the refund: ${code}`,
    metadata: { payment_id: refund.payment_id, refund_id: id },
  })
  await noteStep(ctx, tx, payment, 'refund_failed', { reason: code })
  await record(ctx, tx, {
    action: 'payments.refund_failed',
    subject: { type: 'payment', id: refund.payment_id },
    after: { refund_id: id, amount_minor: refund.amount_minor, code },
  })
  ctx.log.error({ refund_id: id, payment_id: refund.payment_id, reason: code }, 'the provider refused a refund')
  if (!isDuplicate(refund)) await emit(ctx, tx, refundFailed, { ...eventOf(refund, payment), reason: code })
}

/** The sending back of a second payment is our own affair: whoever asked for the charge hears nothing of it. */
function isDuplicate(refund: Refund): boolean {
  return refund.id === transferOf.duplicateRefund(refund.payment_id, refund.session_ref)
}

function inFlight(refund: Refund): AccountRef {
  return { owner: refund.owner_id, kind: 'refund_in_flight', ref: refund.id, asset: refund.currency, mode: 'guarded' }
}

function eventOf(refund: Refund, payment: PaymentRow) {
  return {
    refund_id: refund.id,
    payment_id: refund.payment_id,
    owner_id: refund.owner_id,
    purpose: payment.purpose,
    reference: payment.reference,
    amount_minor: refund.amount_minor.toString(),
    currency: refund.currency,
  }
}
