/**
 * Money that the provider gave back without our asking: a refund or void made at its own desk, a chargeback. What the provider says
 * went back is compared with what our own refunds explain; the rest is written down, posted against an account that is a debt until
 * somebody says whose money it was, told to whoever asked for the payment, and shown by the health check.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { PLATFORM, post, type AccountRef } from '../ledger/api.ts'
import { noteStep, type Payment } from './charges.ts'
import { errors } from './errors.ts'
import { chargeReversed } from './events.ts'
import { transferOf } from './rules.ts'
import { clearingAccount } from './settling.ts'
import { listReceipts } from './store/payments.ts'
import * as store from './store/reversals.ts'

const NOT_ASKED = 'the provider gave money back without our asking'

/** What is owed to the platform because the provider gave it back: negative until covered. */
function debtAccount(reversal: { id: string; currency: string }): AccountRef {
  return { owner: PLATFORM, kind: 'returned_by_provider', ref: reversal.id, asset: reversal.currency, mode: 'deferred' }
}

/** What of the money that went back is explained by our refunds (except one) and by reversals already written down. */
export function explainedOf(
  tx: Tx,
  { owner_id, payment_id, session_ref }: { owner_id: string; payment_id: string; session_ref: string },
  exceptRefund?: string,
): Promise<{ explained_minor: bigint }> {
  return store.explained.one(tx, owner_id, payment_id, session_ref, exceptRefund)
}

/**
 * Writes down what went back of a receipt beyond what is explained. The payment's row is locked by the caller. Safe to repeat: the
 * same sum is written down once.
 */
export async function noteReturned(
  ctx: Context,
  tx: Tx,
  payment: Payment,
  receiptRef: string,
  returned_minor: bigint,
  exceptRefund?: string,
): Promise<void> {
  if (returned_minor <= 0n) return
  const receipt = (await listReceipts.all(tx, payment.owner_id, payment.id)).find((it) => it.session_ref === receiptRef)
  if (!receipt) return
  const place = { owner_id: payment.owner_id, payment_id: payment.id, session_ref: receiptRef }
  const { explained_minor } = await explainedOf(tx, place, exceptRefund)
  const most = returned_minor < receipt.amount_minor ? returned_minor : receipt.amount_minor
  const amount_minor = most - explained_minor
  if (amount_minor <= 0n) return
  const { currency } = receipt
  const id = transferOf.reversed(payment.id, receiptRef, returned_minor)
  const now = ctx.clock.now()
  const fresh = await store.insertReversal.run(
    tx, payment.owner_id, id, payment.id, receiptRef, amount_minor, currency, now, transferOf.covered(id),
  ) // prettier-ignore
  if (fresh === 0) return
  await post(ctx, tx, {
    id,
    owner: payment.owner_id,
    kind: 'payments.reversed',
    legs: [
      { account: debtAccount({ id, currency }), amount_minor: -amount_minor },
      { account: clearingAccount(payment.provider, currency), amount_minor },
    ],
    metadata: { payment_id: payment.id, session_ref: receiptRef },
  })
  await noteStep(ctx, tx, payment, 'returned_by_provider', { amount_minor: amount_minor.toString(), currency })
  await record(ctx, tx, {
    action: 'payments.reversed',
    subject: { type: 'payment', id: payment.id },
    after: { reversal_id: id, session_ref: receiptRef, amount_minor, currency },
    reason: NOT_ASKED,
  })
  // A second payment was never anybody's: whoever asked for the first has lost nothing.
  if (receipt.status === 'duplicate')
    return ctx.log.error({ payment_id: payment.id, session_ref: receiptRef }, NOT_ASKED)
  await emit(ctx, tx, chargeReversed, {
    payment_id: payment.id,
    owner_id: payment.owner_id,
    purpose: payment.purpose,
    reference: payment.reference,
    amount_minor: payment.amount_minor.toString(),
    currency,
    reversal_id: id,
    reversed_minor: amount_minor.toString(),
    noticed_at: now.toString(),
  })
  ctx.log.error({ payment_id: payment.id, session_ref: receiptRef, amount_minor: amount_minor.toString() }, NOT_ASKED)
}

/**
 * Says whose money it was that the provider gave back: takes it from `from` and closes the finding. Refuses
 * `payments.reversal_not_found`, `payments.conflict` (another currency), `ledger.insufficient_funds`. Safe to repeat.
 */
export async function coverReversal(
  ctx: Context,
  tx: Tx,
  request: { owner: string; reversal_id: string; from: AccountRef; reason: string },
): Promise<void> {
  const { owner, reversal_id, from, reason } = request
  const reversal = (await store.findReversal.first(tx, owner, reversal_id)) ?? refuse(errors.reversal_not_found)
  if (reversal.currency !== from.asset) refuse(errors.conflict)
  if ((await store.coverReversal.run(tx, owner, reversal_id, ctx.clock.now())) === 0) return
  const { amount_minor, payment_id } = reversal
  await post(ctx, tx, {
    id: reversal.covered_transfer_id,
    owner,
    kind: 'payments.reversal_covered',
    legs: [
      { account: from, amount_minor: -amount_minor },
      { account: debtAccount(reversal), amount_minor },
    ],
    reason,
    metadata: { payment_id, reversal_id },
  })
  await record(ctx, tx, {
    action: 'payments.reversal_covered',
    subject: { type: 'payment', id: payment_id },
    after: { reversal_id, amount_minor, from: from.kind },
    reason,
  })
}
