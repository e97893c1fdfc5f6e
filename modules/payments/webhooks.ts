/** The provider's events: taken in once each, applied by a job, kept and looked at again when their payment is not known. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { eventSubjectOf } from './inquiry.ts'
import { applyEvent, followEvent } from './jobs.ts'
import type { ProviderEvent } from './provider.ts'
import { providerOf } from './providers.ts'
import { backoffSeconds, UNMATCHED_FOR, type Decision } from './rules.ts'
import { applySession } from './settling.ts'
import { findByReference } from './store/payments.ts'
import * as store from './store/webhooks.ts'

const BODY = 'payments.webhook_event.body'
/** Bodies are sealed with one key of their own: whom they speak of is not known when they arrive. */
const BODY_SUBJECT = uuidFrom('payments.webhook_event')
/** The job does it at once; after this the sweep does. */
const SWEPT_AFTER = { minutes: 2 } as const
const EVENTS_PER_SESSION_MAX = 200

/**
 * Takes in an event that was verified: stores it as it came and sets the job to work, or does nothing when it is there
 * already. Safe to repeat, from any number of deliveries at once.
 */
export async function receiveWebhook(ctx: Context, tx: Tx, event: ProviderEvent, raw: Buffer): Promise<void> {
  const now = ctx.clock.now()
  const body = await ctx.vault.seal(tx, BODY_SUBJECT, BODY, raw.toString('base64'))
  const provider = providerOf(ctx).name
  const session = event.session?.id ?? sessionOf(event)
  const fresh = await store.insertEvent.run(
    tx, event.id, provider, event.type, session, body, now.add(SWEPT_AFTER), now, EVENTS_PER_SESSION_MAX,
  ) // prettier-ignore
  if (fresh === 1) await enqueue(ctx, tx, jobFor(ctx), { event_id: event.id, provider })
}

function sessionOf({ about }: ProviderEvent): string | undefined {
  return about && about.kind !== 'subscription' ? about.session_ref : undefined
}

/** An event that proves what it says is applied as it is; hearsay sends us to ask. */
function jobFor(ctx: Context) {
  return providerOf(ctx).getTransaction ? followEvent : applyEvent
}

/**
 * Applies a stored event to its payment. An event without a payment is kept as `unmatched` and looked at again for three
 * days; kinds we do not use are `ignored`. Safe to repeat: an event that was applied is not applied again.
 */
export async function processEvent(ctx: Context, tx: Tx, eventId: string, providerName: string): Promise<void> {
  const row = await store.lockEvent.first(tx, eventId, providerName)
  if (!row || (row.status !== 'received' && row.status !== 'unmatched')) return
  const now = ctx.clock.now()
  const mark = (status: store.WebhookEventRow['status'], outcome: string, next?: Temporal.Instant) =>
    store.markEvent.run(tx, eventId, providerName, status, outcome, now, next)
  const body = await openBody(ctx, tx, row.body)
  const event = body ? providerOf(ctx).readEvent(body) : undefined
  if (!event) return void (await mark('ignored', 'unreadable'))
  const { session, declined } = event
  if (!session) return void (await mark('ignored', 'unused_type'))

  const names = session.reference === null ? [session.id] : [session.id, session.reference]
  const places = await findByReference.all(tx, names)
  // The session's own name says more than our reference in it.
  const place = places.find((it) => it.reference === session.id) ?? places[0]
  if (!place) {
    const giveUp = Temporal.Instant.compare(row.received_at.add(UNMATCHED_FOR), now) <= 0
    const next = giveUp ? undefined : now.add({ seconds: backoffSeconds(row.attempts) })
    ctx.log.warn(
      { event_id: eventId, session_ref: session.id, giving_up: giveUp },
      'an event belongs to no known payment',
    )
    return void (await mark('unmatched', 'no_payment', next))
  }
  const decision = await applySession(
    ctx,
    tx,
    { owner_id: place.owner_id, id: place.payment_id },
    session,
    declined ? { announced: 'decline' } : {},
  )
  await mark(statusFor(decision), decision.act === 'none' ? decision.why : decision.act)
}

/** What was sealed when it arrived; undefined when it is gone. */
export async function openBody(ctx: Context, tx: Tx, sealed: Buffer | null): Promise<Buffer | undefined> {
  const body = sealed && (await ctx.vault.open(tx, BODY_SUBJECT, BODY, sealed))
  return body ? Buffer.from(body, 'base64') : undefined
}

export function statusFor(decision: Decision): store.WebhookEventRow['status'] {
  if (decision.act === 'dispute') return 'disputed'
  if (decision.act !== 'none') return 'processed'
  return decision.why === 'contradiction' ? 'disputed' : decision.why === 'repeat' ? 'processed' : 'ignored'
}

/**
 * Staff: has a stored event applied anew, whatever became of it. What it already did is not done again. Refuses
 * `payments.event_not_found` and `payments.event_forgotten`.
 */
export async function replayEvent(
  ctx: Context,
  tx: Tx,
  eventId: string,
  reason: string,
): Promise<store.WebhookEventRow> {
  const provider = providerOf(ctx).name
  const row = (await store.findEvent.first(tx, eventId, provider)) ?? refuse(errors.event_not_found)
  if (!row.has_body) refuse(errors.event_forgotten)
  const now = ctx.clock.now()
  await store.markEvent.run(tx, eventId, provider, 'received', 'replayed', null, now.add(SWEPT_AFTER))
  await enqueue(ctx, tx, jobFor(ctx), { event_id: eventId, provider })
  await record(ctx, tx, {
    action: 'payments.event_replayed',
    subject: { type: 'webhook_event', id: eventSubjectOf(provider, eventId) },
    before: { status: row.status, outcome: row.outcome },
    after: { event_id: eventId, status: 'received' },
    reason,
  })
  const { has_body: _, ...event } = row
  return { ...event, status: 'received', outcome: 'replayed', processed_at: null }
}

const BATCH = 500

/** Sets the job to work again on what is due: its first job died, or its payment was not known then. */
export async function sweepEvents(ctx: Context, tx: Tx): Promise<void> {
  const now = ctx.clock.now()
  for (const { event_id, provider, attempts } of await store.findDueEvents.all(tx, now, BATCH)) {
    await store.retryEvent.run(tx, event_id, provider, now.add({ seconds: backoffSeconds(attempts + 1) }))
    await enqueue(ctx, tx, jobFor(ctx), { event_id, provider }, { key: `payments.apply_event:${provider}:${event_id}` })
  }
}
