/** SQL of notifications. */
import { statement } from '../../kernel/db/statement.ts'

export interface InboxRow {
  id: string
  message_key: string
  title: Buffer
  body: Buffer
  about_type: string | null
  about_id: string | null
  created_at: Temporal.Instant
  read_at: Temporal.Instant | null
}

export const insertInbox = statement(
  'notifications.insert_inbox',
  `insert into notifications.inbox (owner_id, id, message_key, locale, title, body, dedupe_key, about_type, about_id, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint inbox_once do nothing`,
)

export const listInbox = statement<InboxRow>(
  'notifications.list_inbox',
  `select id, message_key, title, body, about_type, about_id, created_at, read_at from notifications.inbox
   where owner_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
   order by created_at desc, id desc limit $4`,
)

export const countUnread = statement<{ unread: number }>(
  'notifications.count_unread',
  'select count(*)::integer as unread from notifications.inbox where owner_id = $1 and read_at is null',
)

export const markRead = statement(
  'notifications.mark_read',
  'update notifications.inbox set read_at = $3 where owner_id = $1 and id = $2 and read_at is null',
)

export const eraseOf = statement('notifications.erase_of', 'delete from notifications.inbox where owner_id = $1')

export const removeBefore = statement(
  'notifications.remove_before',
  'delete from notifications.inbox where created_at < $1 and not (owner_id = any($2::uuid[]))',
)
