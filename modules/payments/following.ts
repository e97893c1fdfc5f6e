/**
 * Events that are hearsay: their signature covers some of what they say and no time, so that they only send us to ask. What the
 * provider answers over our own connection is what is applied, by the same verb as everything else.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { keepCard } from './cards.ts'
import { getPayment, type Payment } from './charges.ts'
import { ProviderRejection, type EventSubject } from './provider.ts'
import { askSubscription } from './provider-subscriptions.ts'
import { providerOf } from './providers.ts'
import { backoffSeconds, UNMATCHED_FOR } from './rules.ts'
import { applySession } from './settling.ts'
import { findByReference } from './store/payments.ts'
import * as store from './store/webhooks.ts'
import { openBody, statusFor } from './webhooks.ts'

interface Outcome {
  readonly status: store.WebhookEventRow['status']
  readonly outcome: string
}

const unmatched = (outcome: string): Outcome => ({ status: 'unmatched', outcome })
const WAITING = ['received', 'unmatched']

/** Follows one stored event up. Safe to repeat, from any number of jobs at once. */
export async function followEvent(
  ctx: Context,
  transact: Transact,
  eventId: string,
  providerName: string,
): Promise<void> {
  const read = await transact(async (tx) => {
    const row = await store.findEventBody.first(tx, eventId, providerName)
    if (!row || !WAITING.includes(row.status)) return undefined
    const body = await openBody(ctx, tx, row.body)
    return { event: body && providerOf(ctx).readEvent(body) }
  })
  if (!read) return
  const { event } = read
  const finish = (work: (tx: Tx) => Promise<Outcome>) =>
    transact((tx) => conclude(ctx, tx, eventId, providerName, work))
  if (!event) return finish(async () => ({ status: 'ignored', outcome: 'unreadable' }))
  const { about } = event
  if (!about) return finish(async () => ({ status: 'ignored', outcome: 'unused_type' }))
  try {
    if (about.kind === 'card')
      await finish(async (tx) => {
        const outcome = await applyCard(ctx, tx, about)
        // The card is kept where its owner's erasure finds it, or not at all.
        if (outcome.status !== 'unmatched') await store.forgetBody.run(tx, eventId, providerName)
        return outcome
      })
    else if (about.kind === 'transaction') await followTransaction(ctx, about, finish)
    else {
      const asked = await askSubscription(ctx, transact, about.subscription_ref)
      await finish(async () =>
        asked === 'asked' ? { status: 'processed', outcome: 'asked' } : unmatched('no_subscription'),
      )
    }
  } catch (error) {
    // The provider says no to the question itself: somebody must look. In any other trouble the sweep comes again.
    if (error instanceof ProviderRejection) await finish(async () => ({ status: 'disputed', outcome: error.code }))
    else if (error instanceof Fault)
      ctx.log.warn({ event_id: eventId, why: error.message }, 'the provider could not be asked about an event')
    else throw error
  }
}

/** Does the work while the event is still to be done, and says what came of it. */
async function conclude(
  ctx: Context,
  tx: Tx,
  eventId: string,
  provider: string,
  work: (tx: Tx) => Promise<Outcome>,
): Promise<void> {
  const row = await store.lockEvent.first(tx, eventId, provider)
  if (!row || !WAITING.includes(row.status)) return
  const { status, outcome } = await work(tx)
  const now = ctx.clock.now()
  const over = Temporal.Instant.compare(row.received_at.add(UNMATCHED_FOR), now) <= 0
  const again = status === 'unmatched' && !over ? now.add({ seconds: backoffSeconds(row.attempts) }) : undefined
  if (status === 'unmatched')
    ctx.log.warn({ event_id: eventId, outcome, giving_up: over }, 'an event belongs to nothing known')
  if (status === 'disputed') ctx.log.error({ event_id: eventId, outcome }, 'an event contradicts what is known')
  await store.markEvent.run(tx, eventId, provider, status, outcome, now, again)
}

type Finish = (work: (tx: Tx) => Promise<Outcome>) => Promise<void>

async function followTransaction(
  ctx: Context,
  about: EventSubject & { kind: 'transaction' },
  finish: Finish,
): Promise<void> {
  const session = await providerOf(ctx).getTransaction?.(about.transaction_ref)
  if (!session) return finish(async () => unmatched('no_transaction'))
  await finish(async (tx) => {
    // What the provider calls it says more than our reference in it.
    const names = session.reference === null ? [session.id] : [session.id, session.reference]
    const places = await findByReference.all(tx, names)
    const place = places.find((it) => it.reference === session.id) ?? places[0]
    if (!place) return unmatched('no_payment')
    const decision = await applySession(ctx, tx, { owner_id: place.owner_id, id: place.payment_id }, session, {})
    if (session.id !== about.session_ref || (about.claims_paid && !session.paid))
      return { status: 'disputed', outcome: 'provider_disagrees' }
    return { status: statusFor(decision), outcome: decision.act === 'none' ? decision.why : decision.act }
  })
}

async function applyCard(ctx: Context, tx: Tx, about: EventSubject & { kind: 'card' }): Promise<Outcome> {
  const payment = await paymentOfSession(tx, about.session_ref)
  if (!payment) return unmatched('no_payment')
  const kept = await keepCard(ctx, tx, payment, about.card)
  return { status: kept === 'kept' ? 'processed' : 'ignored', outcome: `card_${kept}` }
}

async function paymentOfSession(tx: Tx, sessionRef: string): Promise<Payment | undefined> {
  const [place] = await findByReference.all(tx, [sessionRef])
  return place && getPayment(tx, place.owner_id, place.payment_id)
}
