/**
 * Subscriptions that the provider charges by itself: begun by a payment with a plan, told of by events that prove nothing but their
 * name, so that the provider is asked each time (and once a day without any event). Each of its charges becomes a payment of its own
 * with the purpose and reference of the first.
 */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { enqueue, type Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { getPayment, insertWish, type Payment } from './charges.ts'
import { errors } from './errors.ts'
import { providerSubscriptionChanged } from './events.ts'
import { changeSubscription } from './jobs.ts'
import { ProviderRejection, type ProviderSession, type ProviderSubscription, type SubscriptionAct } from './provider.ts'
import { providerOf } from './providers.ts'
import { applySession } from './settling.ts'
import { findByReference } from './store/payments.ts'
import * as store from './store/subscriptions.ts'

/** What is known of a subscription the provider charges; `state` is the provider's word in lower case. */
export type KnownSubscription = store.SubscriptionRow

/** The subscription that this payment began; undefined before the provider told of it. */
export function providerSubscriptionOf(
  tx: Tx,
  owner: string,
  paymentId: string,
): Promise<KnownSubscription | undefined> {
  return store.findByPayment.first(tx, owner, paymentId)
}

/**
 * Has the provider suspend, resume or cancel a subscription, by a job; what it then says comes as
 * `payments.provider_subscription_changed`. Refuses `payments.not_found`. Safe to repeat. Audited.
 */
export async function changeProviderSubscription(
  ctx: Context,
  tx: Tx,
  request: { owner: string; id: string; act: SubscriptionAct },
): Promise<void> {
  const { owner, id, act } = request
  const known = (await store.findSubscription.first(tx, owner, id)) ?? refuse(errors.not_found)
  await record(ctx, tx, {
    action: `payments.subscription_${act}`,
    subject: { type: 'payment', id: known.payment_id },
    after: { provider_subscription_id: id },
  })
  await enqueue(ctx, tx, changeSubscription, { owner_id: owner, subscription_id: id, act })
}

/** One try to tell the provider, then holds true what it says. A fault throws: the job comes again. Safe to repeat. */
export async function tellProvider(
  ctx: Context,
  transact: Transact,
  owner: string,
  id: string,
  act: SubscriptionAct,
): Promise<void> {
  const known = await transact((tx) => store.findSubscription.first(tx, owner, id))
  const { subscriptions } = providerOf(ctx)
  if (!known || !subscriptions) return
  try {
    await subscriptions.act(known.provider_ref, act)
  } catch (error) {
    // It is in that state already, or ended: asking tells which.
    if (!(error instanceof ProviderRejection)) throw error
    ctx.log.warn(
      { subscription: known.provider_ref, act, reason: error.code },
      'the provider refused to change a subscription',
    )
  }
  await askSubscription(ctx, transact, known.provider_ref)
}

/**
 * Asks the provider about a subscription and holds true what it says, with every charge of it that is not known yet.
 * 'unknown': the provider does not know it, or it belongs to no payment of ours.
 */
export async function askSubscription(ctx: Context, transact: Transact, ref: string): Promise<'asked' | 'unknown'> {
  const { subscriptions, getTransaction } = providerOf(ctx)
  assert(subscriptions && getTransaction, 'a subscription is asked about where there are some')
  const said = await subscriptions.get(ref)
  if (!said) return 'unknown'
  const unheard = await transact(async (tx) => {
    const known = new Set((await findByReference.all(tx, said.transactions)).map((it) => it.reference))
    return said.transactions.filter((it) => !known.has(it))
  })
  const sessions: ProviderSession[] = []
  for (const transaction of unheard) {
    const session = await getTransaction(transaction)
    if (session) sessions.push(session)
  }
  return transact((tx) => holdTrue(ctx, tx, said, sessions))
}

async function holdTrue(
  ctx: Context,
  tx: Tx,
  said: ProviderSubscription,
  sessions: readonly ProviderSession[],
): Promise<'asked' | 'unknown'> {
  const first = await firstPayment(ctx, tx, said, sessions)
  if (!first) return 'unknown'
  const { name } = providerOf(ctx)
  const now = ctx.clock.now()
  const before = await store.lockByProviderRef.first(tx, name, said.id)
  const id = before?.id ?? uuidFrom('payments.provider_subscription', name, said.id)
  const facts = [said.state, said.amount_minor, said.next_billing] as const
  const begun =
    !before &&
    (await store.insertSubscription.run(tx, first.owner_id, id, name, said.id, first.id, ...facts, now)) === 1
  if (before) await store.updateSubscription.run(tx, first.owner_id, id, ...facts, now)
  const sameDay = String(before?.next_billing) === String(said.next_billing)
  const changed = before && (before.state !== said.state || before.amount_minor !== said.amount_minor || !sameDay)
  if (begun || changed) {
    await record(ctx, tx, {
      action: 'payments.provider_subscription_changed',
      subject: { type: 'payment', id: first.id },
      before: before ? { state: before.state } : {},
      after: { provider_subscription_id: id, state: said.state },
    })
    await emit(ctx, tx, providerSubscriptionChanged, {
      provider_subscription_id: id,
      payment_id: first.id,
      owner_id: first.owner_id,
      purpose: first.purpose,
      reference: first.reference,
      state: said.state,
      previous_state: before?.state ?? null,
      amount_minor: said.amount_minor?.toString() ?? null,
      next_billing: said.next_billing?.toString() ?? null,
      changed_at: now.toString(),
    })
  }
  for (const session of sessions) await applyCharge(ctx, tx, first, said, session)
  return 'asked'
}

/** The payment that began it: known by an earlier event, or by the transaction it began with. It must have asked for a plan. */
async function firstPayment(
  ctx: Context,
  tx: Tx,
  said: ProviderSubscription,
  sessions: readonly ProviderSession[],
): Promise<Payment | undefined> {
  const known = await store.lockByProviderRef.first(tx, providerOf(ctx).name, said.id)
  if (known) return getPayment(tx, known.owner_id, known.payment_id)
  const first = said.first_transaction_ref
  if (first === null) return undefined
  const session = sessions.find((it) => it.receipt_ref === first)
  const names = [first, session?.id, session?.reference].filter((it) => typeof it === 'string')
  const [place] = await findByReference.all(tx, names)
  const payment = place && (await getPayment(tx, place.owner_id, place.payment_id))
  return payment?.plan_ref ? payment : undefined
}

/** One charge of it: the first is the payment that began it, any other becomes a payment of its own. */
async function applyCharge(
  ctx: Context,
  tx: Tx,
  first: Payment,
  said: ProviderSubscription,
  session: ProviderSession,
): Promise<void> {
  const [place] = await findByReference.all(tx, [session.id])
  const isFirst = session.receipt_ref === said.first_transaction_ref
  if (place || isFirst) {
    const known = place ? { owner_id: place.owner_id, id: place.payment_id } : first
    await applySession(ctx, tx, known, session, {})
    return
  }
  const { owner_id: owner, purpose, reference, success_url, error_url, payer_id } = first
  const { payment } = await insertWish(ctx, tx, {
    id: uuidFrom('payments.provider_charge', first.provider, session.id),
    owner,
    purpose,
    reference,
    // What the provider said the subscription is for; a charge of anything else is disputed.
    amount_minor: said.amount_minor ?? first.amount_minor,
    ...(payer_id === null ? {} : { payer: { user_id: payer_id } }),
    success_url,
    error_url,
  })
  await applySession(ctx, tx, payment, session, {})
}

const ASKED_EVERY = { hours: 24 } as const
const BATCH = 50

/** Once a day each: events get lost. */
export async function askSubscriptions(ctx: Context, transact: Transact): Promise<void> {
  const { subscriptions, name } = providerOf(ctx)
  if (!subscriptions) return
  const before = ctx.clock.now().subtract(ASKED_EVERY)
  for (const { provider_ref } of await transact((tx) => store.findToAsk.all(tx, before, name, BATCH))) {
    try {
      await askSubscription(ctx, transact, provider_ref)
    } catch (error) {
      if (!(error instanceof Fault || error instanceof ProviderRejection)) throw error
      return ctx.log.warn({ err: error, provider_ref }, 'the provider could not be asked about a subscription')
    }
  }
}
