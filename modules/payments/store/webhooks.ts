/** SQL of the provider's events. */
import type { Tx } from '../../../kernel/db/tx.ts'
import { statement, writer } from '../../../kernel/db/statement.ts'
import type { PageRequest } from '../../../kernel/http/page.ts'

export interface WebhookEventRow {
  event_id: string
  provider: string
  type: string
  status: 'received' | 'processed' | 'ignored' | 'unmatched' | 'disputed'
  outcome: string | null
  session_ref: string | null
  attempts: number
  next_attempt_at: Temporal.Instant | null
  received_at: Temporal.Instant
  processed_at: Temporal.Instant | null
}

const EVENT = `event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at`

/** Of one session so many are kept as could be true: a signature that covers only a part lets anybody make up the rest. */
export const insertEvent = statement(
  'payments.insert_event',
  `insert into payments.webhook_event (event_id, provider, type, status, session_ref, body, next_attempt_at, received_at)
   select $1::text, $2::text, $3::text, 'received', $4::text, $5::bytea, $6::timestamptz, $7::timestamptz
   where $4::text is null or (select count(1) from payments.webhook_event e where e.session_ref = $4::text) < $8::integer
   on conflict on constraint webhook_event_pkey do nothing`,
)

export const lockEvent = statement<WebhookEventRow & { body: Buffer | null }>(
  'payments.lock_event',
  `select ${EVENT}, body from payments.webhook_event where event_id = $1 and provider = $2 for update`,
)

export const findEvent = statement<WebhookEventRow & { has_body: boolean }>(
  'payments.find_event',
  `select ${EVENT}, body is not null as has_body from payments.webhook_event where event_id = $1 and provider = $2`,
)

export const findEventBody = statement<WebhookEventRow & { body: Buffer | null }>(
  'payments.find_event_body',
  `select ${EVENT}, body from payments.webhook_event where event_id = $1 and provider = $2`,
)

/** Events nobody could use, whose words are still there. */
export const listStuck = statement<{ event_id: string }>(
  'payments.list_stuck_events',
  `select event_id from payments.webhook_event where status = 'unmatched' and provider = $1 and body is not null
   order by received_at desc limit $2`,
)

export const markEvent = statement(
  'payments.mark_event',
  `update payments.webhook_event set status = $3, outcome = $4, processed_at = $5, next_attempt_at = $6
   where event_id = $1 and provider = $2`,
)

/** Another look is due; `$3` says when the one after it is. */
export const retryEvent = statement(
  'payments.retry_event',
  'update payments.webhook_event set attempts = attempts + 1, next_attempt_at = $3 where event_id = $1 and provider = $2',
)

export const findDueEvents = statement<WebhookEventRow>(
  'payments.find_due_events',
  `select ${EVENT} from payments.webhook_event where next_attempt_at <= $1 order by next_attempt_at limit $2`,
)

export const listEventsOfSessions = statement<WebhookEventRow>(
  'payments.list_events_of_sessions',
  `select ${EVENT} from payments.webhook_event where session_ref = any($1) order by received_at, event_id limit $2`,
)

export const forgetBody = statement(
  'payments.forget_body',
  'update payments.webhook_event set body = null where event_id = $1 and provider = $2',
)

/** An event tells of the payment it names, and so of who paid. */
const OF_NOBODY_HELD = `(e.session_ref is null or e.session_ref not in (
     select r.reference from payments.payment p
     join payments.provider_reference r on r.owner_id = p.owner_id and r.payment_id = p.id
     where p.payer_id = any($2::uuid[]) or p.owner_id = any($2::uuid[])))`

export const forgetBodiesBefore = statement(
  'payments.forget_bodies_before',
  `update payments.webhook_event e set body = null
   where e.received_at < $1 and e.body is not null and ${OF_NOBODY_HELD}`,
)

export const removeEventsBefore = statement(
  'payments.remove_events_before',
  `delete from payments.webhook_event e where e.received_at < $1 and ${OF_NOBODY_HELD}`,
)

interface Tables {
  'payments.webhook_event': WebhookEventRow
}

export interface EventFilter {
  readonly status?: WebhookEventRow['status']
  readonly type?: string
  readonly from?: Temporal.Instant
  readonly to?: Temporal.Instant
  readonly oldestFirst: boolean
}

export async function listEvents(tx: Tx, filter: EventFilter, page: PageRequest): Promise<WebhookEventRow[]> {
  let query = writer<Tables>(tx)
    .selectFrom('payments.webhook_event')
    .select([
      'event_id', 'provider', 'type', 'status', 'outcome', 'session_ref', 'attempts', 'next_attempt_at', 'received_at',
      'processed_at',
    ]) // prettier-ignore
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.type) query = query.where('type', '=', filter.type)
  if (filter.from) query = query.where('received_at', '>=', filter.from)
  if (filter.to) query = query.where('received_at', '<', filter.to)
  const direction = filter.oldestFirst ? 'asc' : 'desc'
  if (page.after) {
    const [at, id] = page.after as [string, string]
    query = query.where((eb) =>
      eb(
        eb.refTuple('received_at', 'event_id'),
        filter.oldestFirst ? '>' : '<',
        eb.tuple(Temporal.Instant.from(at), id),
      ),
    )
  }
  return query.orderBy('received_at', direction).orderBy('event_id', direction).limit(page.limit + 1).execute() // prettier-ignore
}
