/** What staff do when money is asked after: look into an event, ask the provider again, apply what got stuck. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { PLATFORM, type AccountRef } from '../ledger/api.ts'
import { findPaymentById, unappliedAccount, type Payment } from './charges.ts'
import { errors } from './errors.ts'
import { eventSubjectOf } from './inquiry.ts'
import { lookUp } from './polling.ts'
import { providerOf } from './providers.ts'
import { hideNumber, paymentIds } from './rules.ts'
import { applySession } from './settling.ts'
import { coverReversal } from './reversals.ts'
import { findReversal } from './store/reversals.ts'
import * as store from './store/webhooks.ts'
import { openBody, replayEvent } from './webhooks.ts'

export interface EventDetail {
  readonly event: store.WebhookEventRow
  /** As it came, laid out to be read; numbers of people and secrets of links hidden. Null when its retention is over. */
  readonly body: string | null
}

/** An event of the provider with what it said. Refuses `payments.event_not_found`. Audited: it may speak of a person. */
export async function describeEvent(ctx: Context, tx: Tx, eventId: string): Promise<EventDetail> {
  const provider = providerOf(ctx).name
  const { body: sealed, ...event } =
    (await store.findEventBody.first(tx, eventId, provider)) ?? refuse(errors.event_not_found)
  const raw = await openBody(ctx, tx, sealed)
  await record(ctx, tx, {
    action: 'payments.event_viewed',
    subject: { type: 'webhook_event', id: eventSubjectOf(provider, eventId) },
    after: { event_id: eventId },
  })
  return { event, body: raw === undefined ? null : layOut(raw) }
}

/** What charges a card, proves a message, or names a person. */
const SECRET = /^(token|hmac|email|first_name|last_name)$/

/** Numbers of people, and what stands in a link after its page: it may let whoever has it decide over money. */
function hidden(name: string, value: unknown): unknown {
  if (SECRET.test(name)) return typeof value === 'string' ? '•••••' : value
  if (/mobile|phone/.test(name)) return hideNumber(value)
  return typeof value === 'string' ? value.replace(/^(https?:\/\/[^?#]+)[?#].*$/s, '$1') : value
}

function layOut(raw: Buffer): string {
  const text = raw.toString('utf8')
  try {
    return JSON.stringify(JSON.parse(text), (name, value: unknown) => hidden(name, value), 2)
  } catch {
    return text
  }
}

export type ProviderSays = 'paid' | 'open' | 'expired' | 'unknown'

/**
 * Asks the provider about one payment now and holds true what it answers, as the poll does: nothing that was applied is
 * applied again. Opens its own short transactions. Refuses `payments.not_found`; a provider that does not answer is a
 * `Fault`. Audited. Safe to repeat.
 */
export async function askProvider(
  ctx: Context,
  transact: Transact,
  id: string,
  reason: string,
): Promise<{ payment: Payment; says: ProviderSays }> {
  const before = (await transact((tx) => findPaymentById(tx, id))) ?? refuse(errors.not_found)
  const session = await lookUp(providerOf(ctx), before)
  const says: ProviderSays = !session
    ? 'unknown'
    : session.paid
      ? 'paid'
      : session.status === 'expired'
        ? 'expired'
        : 'open'
  const payment = await transact(async (tx) => {
    if (session) await applySession(ctx, tx, before, session, {})
    const after = (await findPaymentById(tx, id)) ?? refuse(errors.not_found)
    await record(ctx, tx, {
      action: 'payments.provider_asked',
      subject: { type: 'payment', id },
      before: { state: before.state },
      after: { state: after.state, says, payment: paymentIds.wire(id) },
      reason,
    })
    return after
  })
  return { payment, says }
}

/** Losses of ours in payments: money the provider gave back that nobody else stands for. */
const lossAccount = (asset: string): AccountRef => ({
  owner: PLATFORM,
  kind: 'payment_losses',
  asset,
  mode: 'deferred',
})

/**
 * Staff: says whose money it was that the provider gave back without our asking. Refuses `payments.not_found`,
 * `payments.reversal_not_found`, `ledger.insufficient_funds`. Audited. Safe to repeat.
 */
export async function coverByStaff(
  ctx: Context,
  tx: Tx,
  paymentId: string,
  reversalId: string,
  from: 'unapplied' | 'platform',
  reason: string,
): Promise<void> {
  const payment = (await findPaymentById(tx, paymentId)) ?? refuse(errors.not_found)
  const reversal = await findReversal.first(tx, payment.owner_id, reversalId)
  if (reversal?.payment_id !== payment.id) refuse(errors.reversal_not_found)
  const { currency } = reversal
  const account = from === 'unapplied' ? unappliedAccount({ ...payment, currency }) : lossAccount(currency)
  await record(ctx, tx, {
    action: 'payments.reversal_decided',
    subject: { type: 'payment', id: payment.id },
    after: { reversal_id: reversal.id, from, covered_before: reversal.covered_at !== null },
    reason,
  })
  await coverReversal(ctx, tx, { owner: payment.owner_id, reversal_id: reversal.id, from: account, reason })
}

const REPLAYED_MAX = 50

/** Applies anew the events that belong to no known payment, newest first; gives how many. Audited each. Safe to repeat. */
export async function replayUnmatched(ctx: Context, tx: Tx, reason: string): Promise<number> {
  const stuck = await store.listStuck.all(tx, providerOf(ctx).name, REPLAYED_MAX)
  for (const { event_id } of stuck) await replayEvent(ctx, tx, event_id, reason)
  if (stuck.length === 0) refuse(errors.nothing_to_replay)
  return stuck.length
}
