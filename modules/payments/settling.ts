/**
 * What the provider says becomes what we hold true: one verb, whoever brought the news (webhook, poller, the checkout itself).
 * The payment's row is locked, rules decide, and state, receipt, ledger, audit and events follow in the same transaction.
 */
import { present } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { PLATFORM, post, type AccountRef } from '../ledger/api.ts'
import { noteStep, unappliedAccount, type Payment } from './charges.ts'
import { chargeDisputed, chargeExpired, chargeFailed, chargeSucceeded } from './events.ts'
import { EXPIRED_CARD, type ProviderSession } from './provider.ts'
import { requestRefund } from './refunds.ts'
import { noteReturned } from './reversals.ts'
import { decide, nextPoll, nextPollAfterEnd, transferOf, type Decision, type PaymentState } from './rules.ts'
import { noteCardExpired } from './store/cards.ts'
import * as store from './store/payments.ts'

/** Money held for us by the provider: negative, since what others own here is the mirror of it. */
export function clearingAccount(provider: string, asset: string): AccountRef {
  return { owner: PLATFORM, kind: 'provider_clearing', ref: provider, asset, mode: 'deferred' }
}

/**
 * Applies what the provider says of a session to its payment and tells what came of it. Whatever was applied before is not
 * applied again: however often and in whatever order this is called, one session brings its money once. Safe to repeat.
 */
export async function applySession(
  ctx: Context,
  tx: Tx,
  place: { owner_id: string; id: string },
  session: ProviderSession,
  { announced }: { announced?: 'decline' },
): Promise<Decision> {
  const payment = await store.lockPayment.one(tx, place.owner_id, place.id)
  await store.insertReference.run(tx, session.id, payment.owner_id, payment.id, ctx.clock.now())
  const receipts = session.paid ? await store.listReceipts.all(tx, payment.owner_id, payment.id) : []
  const receiptRef = receiptRefOf(session)
  if (receiptRef !== session.id)
    await store.insertReference.run(tx, receiptRef, payment.owner_id, payment.id, ctx.clock.now())
  const known = { ...payment, unattended: payment.card_id !== null }
  const news = await declinedOnce(ctx, tx, payment, session, announced)
  const decision = decide(known, receipts.find((it) => it.session_ref === receiptRef), news.session, news.announced) // prettier-ignore
  switch (decision.act) {
    case 'open':
      await move(ctx, tx, payment, 'opened', session, {})
      await noteStep(ctx, tx, payment, 'opened')
      break
    case 'decline':
      await decline(ctx, tx, payment, session, decision.code)
      break
    case 'succeed':
      await succeed(ctx, tx, payment, session, decision.late)
      break
    case 'end':
      await end(ctx, tx, payment, session, decision.state)
      break
    case 'fail':
      await endUnpaid(ctx, tx, payment, session, decision.code)
      break
    case 'dispute':
      await dispute(ctx, tx, payment, session)
      break
    case 'duplicate':
      await takeDuplicate(ctx, tx, payment, session)
      break
    case 'none':
      if (decision.why === 'contradiction')
        ctx.log.error(
          { payment_id: payment.id, session_ref: session.id, says_minor: session.amount_minor?.toString() },
          'the provider contradicts what it said of this session before',
        )
  }
  if (session.paid && session.returned_minor !== undefined)
    await noteReturned(ctx, tx, payment, receiptRef, session.returned_minor)
  return decision
}

/**
 * Where attempts have names of their own, each decline is told once, whoever brings it and however often: the first time it counts
 * as announced, after that the session is judged as if nothing had been declined.
 */
async function declinedOnce(
  ctx: Context,
  tx: Tx,
  payment: Payment,
  session: ProviderSession,
  announced: 'decline' | undefined,
): Promise<{ session: ProviderSession; announced: 'decline' | undefined }> {
  if (session.receipt_ref === undefined || session.paid || session.failure_code === null) return { session, announced }
  const name = `${session.receipt_ref}/declined`
  const fresh = await store.insertReference.run(tx, name, payment.owner_id, payment.id, ctx.clock.now())
  return fresh === 1
    ? { session, announced: 'decline' }
    : { session: { ...session, failure_code: null }, announced: undefined }
}

/** What the money that this session brought is known by. */
function receiptRefOf(session: ProviderSession): string {
  return session.receipt_ref ?? session.id
}

async function succeed(ctx: Context, tx: Tx, payment: Payment, session: ProviderSession, late: boolean): Promise<void> {
  const at = notAfterNow(ctx, session.completed_at)
  await move(ctx, tx, payment, 'succeeded', session, { succeeded_at: at, late })
  await receive(ctx, tx, payment, session, 'applied', at)
  await noteStep(ctx, tx, payment, late ? 'succeeded_late' : 'succeeded', undefined, at)
  await record(ctx, tx, {
    action: 'payments.received',
    subject: { type: 'payment', id: payment.id },
    before: { state: payment.state },
    after: { state: 'succeeded', late, amount_minor: payment.amount_minor, currency: payment.currency },
  })
  await emit(ctx, tx, chargeSucceeded, { ...eventOf(payment), succeeded_at: at.toString(), late })
}

/** Not what we asked for: the money is recorded as it came and waits; a gift is never made of it. */
async function dispute(ctx: Context, tx: Tx, payment: Payment, session: ProviderSession): Promise<void> {
  const at = notAfterNow(ctx, session.completed_at)
  await move(ctx, tx, payment, 'disputed', session, { ended_at: at })
  await receive(ctx, tx, payment, session, 'disputed', at)
  await noteStep(ctx, tx, payment, 'disputed', undefined, at)
  const said = { received_minor: session.amount_minor?.toString() ?? null, received_currency: session.currency }
  await record(ctx, tx, {
    action: 'payments.disputed',
    subject: { type: 'payment', id: payment.id },
    before: { state: payment.state, amount_minor: payment.amount_minor, currency: payment.currency },
    after: { state: 'disputed', ...said },
    reason: 'amount or currency differs from what was asked for',
  })
  await emit(ctx, tx, chargeDisputed, { ...eventOf(payment), ...said, disputed_at: at.toString() })
  ctx.log.error(
    { payment_id: payment.id, session_ref: session.id, ...said },
    'a payment differs from what was asked for',
  )
}

/** The same payment paid a second time through another session: the second money is recorded and sent back. */
async function takeDuplicate(ctx: Context, tx: Tx, payment: Payment, session: ProviderSession): Promise<void> {
  const at = notAfterNow(ctx, session.completed_at)
  const receiptRef = receiptRefOf(session)
  const amount = await receive(ctx, tx, payment, session, 'duplicate', at)
  await noteStep(ctx, tx, payment, 'paid_twice', undefined, at)
  await record(ctx, tx, {
    action: 'payments.received_twice',
    subject: { type: 'payment', id: payment.id },
    after: { session_ref: receiptRef, amount_minor: session.amount_minor, currency: session.currency },
  })
  ctx.log.warn({ payment_id: payment.id, session_ref: receiptRef }, 'a payment was paid twice')
  if (amount === undefined || (session.returned_minor ?? 0n) > 0n) return
  await requestRefund(ctx, tx, {
    id: transferOf.duplicateRefund(payment.id, receiptRef),
    owner: payment.owner_id,
    payment_id: payment.id,
    session_ref: receiptRef,
    from: unappliedAccount({ ...payment, currency: amount.currency }),
    reason: 'paid twice',
  })
}

/** Writes the receipt and posts it. Undefined when the provider's figures cannot be read: then nothing can be recorded. */
async function receive(
  ctx: Context,
  tx: Tx,
  payment: Payment,
  session: ProviderSession,
  status: store.ReceiptRow['status'],
  at: Temporal.Instant,
): Promise<{ currency: string } | undefined> {
  const { amount_minor, currency } = session
  if (amount_minor === null || currency === null) return undefined
  const receiptRef = receiptRefOf(session)
  const transferId = transferOf.received(payment.id, receiptRef)
  await store.insertReceipt.run(
    tx, payment.owner_id, payment.id, receiptRef, status, amount_minor, currency, session.transaction_ref, transferId, at,
    ctx.clock.now(),
  ) // prettier-ignore
  await post(ctx, tx, {
    id: transferId,
    owner: payment.owner_id,
    kind: 'payments.received',
    legs: [
      { account: clearingAccount(payment.provider, currency), amount_minor: -amount_minor },
      { account: unappliedAccount({ ...payment, currency }), amount_minor },
    ],
    effective_at: at,
    metadata: { payment_id: payment.id, session_ref: receiptRef, receipt: status },
  })
  return { currency }
}

async function decline(ctx: Context, tx: Tx, payment: Payment, session: ProviderSession, code: string): Promise<void> {
  if (payment.state === 'created') {
    await move(ctx, tx, payment, 'opened', session, {})
    await noteStep(ctx, tx, payment, 'opened')
  }
  await store.setFailure.run(tx, payment.owner_id, payment.id, code)
  await noteStep(ctx, tx, payment, 'declined', { reason: code })
  const failed_at = ctx.clock.now().toString()
  await emit(ctx, tx, chargeFailed, { ...eventOf(payment), reason: code, failed_at, final: false })
}

/**
 * Ends the charge of a saved card that brought no money: declined, or nothing was ever heard of it. Nothing happens when it has
 * ended already. Money that comes all the same is a late success.
 */
export async function endUnpaid(
  ctx: Context,
  tx: Tx,
  place: { owner_id: string; id: string },
  session: ProviderSession | undefined,
  code: string,
): Promise<void> {
  const payment = await store.lockPayment.one(tx, place.owner_id, place.id)
  if (payment.state !== 'created' && payment.state !== 'opened') return
  const now = ctx.clock.now()
  await store.setFailure.run(tx, payment.owner_id, payment.id, code)
  await move(ctx, tx, payment, 'cancelled', session, { ended_at: now })
  await noteStep(ctx, tx, payment, 'declined', { reason: code })
  await record(ctx, tx, {
    action: 'payments.charge_failed',
    subject: { type: 'payment', id: payment.id },
    before: { state: payment.state },
    after: { state: 'cancelled', code },
  })
  if (code === EXPIRED_CARD && payment.payer_id !== null)
    await noteCardExpired.run(tx, payment.payer_id, payment.card_id)
  await emit(ctx, tx, chargeFailed, { ...eventOf(payment), reason: code, failed_at: now.toString(), final: true })
}

/** Ends a payment without money. Without a session: nobody was ever shown a page to pay on. */
export async function end(
  ctx: Context,
  tx: Tx,
  payment: Payment,
  session: ProviderSession | undefined,
  state: 'expired' | 'cancelled',
): Promise<void> {
  const now = ctx.clock.now()
  await move(ctx, tx, payment, state, session, { ended_at: now })
  await noteStep(ctx, tx, payment, state)
  await record(ctx, tx, {
    action: `payments.${state}`,
    subject: { type: 'payment', id: payment.id },
    before: { state: payment.state },
    after: { state },
  })
  await emit(ctx, tx, chargeExpired, { ...eventOf(payment), reason: state, expired_at: now.toString() })
}

async function move(
  ctx: Context,
  tx: Tx,
  payment: Payment,
  to: PaymentState,
  session: ProviderSession | undefined,
  facts: { succeeded_at?: Temporal.Instant; ended_at?: Temporal.Instant; late?: boolean },
): Promise<void> {
  const now = ctx.clock.now()
  const expires_at = session?.expires_at ?? payment.expires_at
  const hasSession = session !== undefined || payment.session_ref !== null || payment.charge_asked_at !== null
  const pollAt =
    to === 'opened'
      ? nextPoll({ created_at: payment.created_at, expires_at }, now)
      : (to === 'expired' || to === 'cancelled') && hasSession
        ? nextPollAfterEnd(now, now)
        : null
  const moved = await store.movePayment.run(
    tx, payment.owner_id, payment.id, payment.state, to, session?.id, session?.launch_url, session?.expires_at, pollAt,
    session ? now : null, facts.succeeded_at, facts.ended_at, facts.late ?? false,
  ) // prettier-ignore
  present(moved === 1 || undefined, `payment ${payment.id} is locked and yet moved`)
}

/** When it happened in the provider's time; never later than now, whatever the provider's clock says. */
function notAfterNow(ctx: Context, at: Temporal.Instant | null): Temporal.Instant {
  const now = ctx.clock.now()
  return at && Temporal.Instant.compare(at, now) < 0 ? at : now
}

function eventOf(payment: Payment) {
  return {
    payment_id: payment.id,
    owner_id: payment.owner_id,
    purpose: payment.purpose,
    reference: payment.reference,
    amount_minor: payment.amount_minor.toString(),
    currency: payment.currency,
  }
}
