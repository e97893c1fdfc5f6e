/** SQL of messaging. */
import { statement } from '../../kernel/db/statement.ts'

export interface OutgoingRow {
  owner_id: string
  id: string
  message_key: string
  channel: 'sms' | 'email'
  locale: string
  address: Buffer | null
  subject: Buffer | null
  body: Buffer | null
  status: string
  attempts: number
  error: string | null
  about_type: string | null
  about_id: string | null
  category: string | null
  created_at: Temporal.Instant
  sent_at: Temporal.Instant | null
}

const COLUMNS = `owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, category, created_at, sent_at`

export const insertOutgoing = statement(
  'messaging.insert_outgoing',
  `insert into messaging.outgoing (owner_id, id, message_key, channel, locale, critical, address, subject, body, dedupe_key,
     about_type, about_id, not_before, created_at, category)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
   on conflict on constraint outgoing_once do nothing`,
)

/** Takes a queued message for one try; nobody else can take it until the try is over. */
export const claimOutgoing = statement<OutgoingRow>(
  'messaging.claim_outgoing',
  `update messaging.outgoing set status = 'sending', attempts = attempts + 1
   where owner_id = $1 and id = $2 and status = 'queued' returning ${COLUMNS}`,
)

export const markSent = statement(
  'messaging.mark_sent',
  `update messaging.outgoing set status = 'sent', sent_at = $3, provider_id = $4, error = null
   where owner_id = $1 and id = $2 and status = 'sending'`,
)

export const markForRetry = statement(
  'messaging.mark_for_retry',
  `update messaging.outgoing set status = 'queued', not_before = $3, error = $4
   where owner_id = $1 and id = $2 and status = 'sending'`,
)

export const markFailed = statement(
  'messaging.mark_failed',
  `update messaging.outgoing set status = $3, failed_at = $4, error = $5
   where owner_id = $1 and id = $2 and status = 'sending'`,
)

/** Queued messages whose time has come: their job was lost, delayed, or they waited for the morning. */
export const findDue = statement<{ owner_id: string; id: string }>(
  'messaging.find_due',
  `select owner_id, id from messaging.outgoing where status = 'queued' and not_before <= $1 order by not_before limit $2`,
)

/** Tries that were begun long ago and never ended: the process died in between; the outcome is not known. */
export const findAbandoned = statement<{ owner_id: string; id: string }>(
  'messaging.find_abandoned',
  `select owner_id, id from messaging.outgoing where status = 'sending' and not_before < $1 order by not_before limit $2`,
)

export const listRecent = statement<OutgoingRow>(
  'messaging.list_recent',
  `select ${COLUMNS} from messaging.outgoing order by created_at desc, id desc limit $1`,
)

export const listAbout = statement<OutgoingRow>(
  'messaging.list_about',
  `select ${COLUMNS} from messaging.outgoing where about_id = $1 order by created_at, id limit $2`,
)

export const listOf = statement<OutgoingRow>(
  'messaging.list_of',
  `select ${COLUMNS} from messaging.outgoing where owner_id = $1 order by created_at desc limit $2`,
)

export const eraseOf = statement(
  'messaging.erase_of',
  `update messaging.outgoing set address = null, subject = null, body = null where owner_id = $1`,
)

export const removeBefore = statement(
  'messaging.remove_before',
  'delete from messaging.outgoing where created_at < $1 and not (owner_id = any($2::uuid[]))',
)
