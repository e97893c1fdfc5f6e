/** Asking the provider about payments whose event never came, whose session we never heard of, or whose time has passed. */
import type { Context } from '../../kernel/context.ts'
import { Fault } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import type { Payment } from './charges.ts'
import { ProviderRejection, type PaymentProvider, type ProviderSession } from './provider.ts'
import { providerOf } from './providers.ts'
import {
  ABANDONED_AFTER,
  bestOf,
  nextPoll,
  nextPollAfterEnd,
  paymentIds,
  POLL_FIRST,
  UNANSWERED_AFTER,
} from './rules.ts'
import { applySession, end, endUnpaid } from './settling.ts'
import * as store from './store/payments.ts'

const BATCH = 50
const BATCHES_MAX = 20
const FAULTS_MAX = 3

/** Asks about every payment that is due, oldest first. Gives up for this time when the provider fails repeatedly. */
export async function pollPayments(ctx: Context, transact: Transact): Promise<void> {
  const provider = providerOf(ctx)
  let faults = 0
  for (let batch = 0; batch < BATCHES_MAX; batch++) {
    const due = await transact((tx) => store.findToPoll.all(tx, ctx.clock.now(), BATCH))
    for (const { owner_id, payment_id } of due) {
      try {
        await pollPayment(ctx, transact, provider, owner_id, payment_id)
      } catch (error) {
        if (!(error instanceof Fault || error instanceof ProviderRejection)) throw error
        const later = ctx.clock.now().add(POLL_FIRST)
        await transact((tx) => store.setPoll.run(tx, owner_id, payment_id, later))
        ctx.log.warn({ err: error, payment_id }, 'the provider could not be asked about a payment')
        faults += 1
        if (faults >= FAULTS_MAX) return
      }
    }
    if (due.length < BATCH) return
  }
}

async function pollPayment(
  ctx: Context,
  transact: Transact,
  provider: PaymentProvider,
  owner: string,
  id: string,
): Promise<void> {
  const payment = await transact((tx) => store.findPayment.first(tx, owner, id))
  if (!payment?.poll_at) return
  const session = await lookUp(provider, payment)
  await transact(async (tx) => {
    const now = ctx.clock.now()
    if (session) await applySession(ctx, tx, payment, session, {})
    const left = await store.lockPayment.one(tx, owner, id)
    const since = left.created_at.add(left.card_id === null ? ABANDONED_AFTER : UNANSWERED_AFTER)
    const abandoned = Temporal.Instant.compare(since, now) <= 0
    if (left.card_id !== null && left.state === 'created' && (abandoned || isCalledOff(left)))
      await endUnpaid(ctx, tx, left, undefined, isCalledOff(left) ? 'called-off' : 'no-answer')
    else if (left.state === 'created' && (abandoned || left.cancel_requested_at !== null))
      await end(ctx, tx, left, undefined, left.cancel_requested_at === null ? 'expired' : 'cancelled')
    else if (left.state === 'opened' && !session && isForgotten(left, now))
      await end(ctx, tx, left, undefined, left.cancel_requested_at === null ? 'expired' : 'cancelled')
    else if (left.state === 'created' || left.state === 'opened')
      await store.setPoll.run(tx, owner, id, nextPoll(left, now))
    else if (left.poll_at && (left.state === 'expired' || left.state === 'cancelled'))
      await store.setPoll.run(tx, owner, id, nextPollAfterEnd(left.ended_at ?? now, now))
  })
}

/** Called off before the provider was told to charge the card. */
function isCalledOff(payment: Payment): boolean {
  return payment.cancel_requested_at !== null && payment.charge_asked_at === null
}

/** The provider does not know its own session, and it would have expired long ago: nobody can pay it any more. */
function isForgotten(payment: Payment, now: Temporal.Instant): boolean {
  const until = (payment.expires_at ?? payment.created_at).add({ hours: 24 })
  return Temporal.Instant.compare(until, now) <= 0
}

/** The session we know; else the one the provider may have made for a try of ours that never came back. */
export async function lookUp(provider: PaymentProvider, payment: Payment): Promise<ProviderSession | undefined> {
  if (payment.session_ref !== null) return provider.getSession(payment.session_ref, payment)
  if (payment.open_attempts === 0) return undefined
  return bestOf(await provider.findSessions(paymentIds.wire(payment.id), payment.open_attempts))
}

/**
 * The browser came back with a transaction: it is asked about at once, so that nobody waits for an event that is late. A provider in
 * trouble is asked later, by the poll.
 */
export async function askOnReturn(
  ctx: Context,
  transact: Transact,
  owner: string,
  id: string,
  transactionRef: string,
): Promise<void> {
  try {
    const session = await providerOf(ctx).getTransaction?.(transactionRef)
    await transact(async (tx) => {
      const payment = await store.findPayment.first(tx, owner, id)
      // The address was ours; whether the transaction is of this payment, the provider says.
      const known = payment && (session?.id === payment.session_ref || session?.reference === paymentIds.wire(id))
      if (session && payment && known) await applySession(ctx, tx, payment, session, {})
    })
  } catch (error) {
    if (!(error instanceof Fault || error instanceof ProviderRejection)) throw error
    ctx.log.warn({ err: error, payment_id: id }, 'the provider could not be asked about a payment')
  }
}

/** Closes the session of a charge that was called off, then holds true whatever the provider then says. */
export async function closeSession(ctx: Context, transact: Transact, owner: string, id: string): Promise<void> {
  const provider = providerOf(ctx)
  const payment = await transact((tx) => store.findPayment.first(tx, owner, id))
  if (payment?.state === 'opened' && payment.session_ref !== null) {
    try {
      await provider.expireSession(payment.session_ref)
    } catch (error) {
      // It is complete or expired already: asking tells which.
      if (!(error instanceof ProviderRejection)) throw error
    }
  }
  if (payment) await pollPayment(ctx, transact, provider, owner, id)
}
