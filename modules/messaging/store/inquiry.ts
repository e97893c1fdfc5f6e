/** SQL behind what staff find and follow: messages by id, by whom they are for, by what they are about. */
import { statement } from '../../../kernel/db/statement.ts'

export interface MessageThing {
  owner_id: string
  id: string
  message_key: string
  channel: 'sms' | 'email'
  address: Buffer | null
  status: string
  attempts: number
  error: string | null
  about_type: string | null
  about_id: string | null
  created_at: Temporal.Instant
  sent_at: Temporal.Instant | null
  failed_at: Temporal.Instant | null
}

const MESSAGE = `owner_id, id, message_key, channel, address, status, attempts, error, about_type, about_id, created_at, sent_at,
  failed_at`

/** `$1` are messages, `$2` people (or what follows from an address), `$3` what they are about. Newest first. */
export const findMessages = statement<MessageThing>(
  'messaging.inquire_messages',
  `select ${MESSAGE} from messaging.outgoing where (owner_id, id) in (
     select i.owner_id, i.id from messaging.outgoing i where i.id = any($1::uuid[])
     union (select o.owner_id, o.id from messaging.outgoing o where o.owner_id = any($2::uuid[])
       order by o.created_at desc limit $4)
     union (select a.owner_id, a.id from messaging.outgoing a where a.about_id = any($3::uuid[])
       order by a.created_at desc limit $4))
   order by created_at desc, id desc limit $4`,
)

export const newestMessages = statement<MessageThing>(
  'messaging.inquire_newest',
  `select ${MESSAGE} from messaging.outgoing order by created_at desc, id desc limit $1`,
)

export interface MessageBody extends MessageThing {
  locale: string
  subject: Buffer | null
  body: Buffer | null
  provider_id: string | null
  not_before: Temporal.Instant
}

export const findMessage = statement<MessageBody>(
  'messaging.inquire_message',
  `select ${MESSAGE}, locale, subject, body, provider_id, not_before from messaging.outgoing where id = $1 limit 1`,
)
