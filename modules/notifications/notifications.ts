/** The verbs: tell a person something, in the transaction of the fact; read the inbox. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { permits } from '../../kernel/gate.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { idType } from '../../kernel/ids.ts'
import type { Message, MessageValues } from '../../kernel/messages.ts'
import { contactOf, isActive } from '../identity/api.ts'
import { fill, send, textFor, type Sending, type Waiting } from '../messaging/api.ts'
import { preferencesOf } from '../profiles/api.ts'
import { afterQuietHours, channelsFor, isOptional } from './rules.ts'
import * as store from './store.ts'

export const notificationId = idType('ntf')

export type Recipient = { readonly userId: string } | { readonly phone: string } | { readonly email: string }

export interface Notification<M> {
  readonly to: Recipient
  /** The values, or how to make them in the person's language (amounts and dates). */
  readonly values: MessageValues<M> | ((locale: string) => MessageValues<M>)
  /** For recipients without an account; else the person's own. */
  readonly locale?: string
  /** Two notifications with one key to one person are one. Give it wherever the fact may be told twice. */
  readonly dedupe?: string
  readonly about?: { readonly type: string; readonly id: string }
}

/**
 * Tells a person: in the app, and on one outside channel they have and want. Written with the fact; sent after the commit.
 * Quiet hours delay what is not critical. Marketing needs the person's consent, where the product asks for one. People whose
 * account is suspended or gone are told nothing. What a person may say no to is asked again when it is sent. Safe to repeat with
 * a `dedupe` key. Says whether there was a way to tell them that they want.
 */
export async function notify<const M extends Message>(
  ctx: Context,
  tx: Tx,
  message: M,
  notification: Notification<M>,
): Promise<boolean> {
  const { to, values, dedupe, about } = notification
  const valuesIn = (locale: string) => (typeof values === 'function' ? values(locale) : values) as MessageValues<M>
  const common = { ...(dedupe ? { dedupe } : {}), ...(about ? { about } : {}) }
  if (!('userId' in to)) {
    // Nobody without an account has said that they want news.
    if (message.category === 'marketing') return false
    const locale = notification.locale ?? ctx.locale
    const channel = 'phone' in to ? 'sms' : 'email'
    const address = 'phone' in to ? to.phone : to.email
    if (!message.channels.includes(channel)) return false
    await send(ctx, tx, message, { ...common, channel, address, locale, values: valuesIn(locale) } as Sending<M>)
    return true
  }
  if (!(await isActive(tx, to.userId))) return false
  // News and offers are a purpose of their own; what a person needs to know of their account and money is not.
  if (message.category === 'marketing' && !(await permits(ctx, tx, to.userId, 'marketing'))) return false
  const contact = await contactOf(ctx, tx, to.userId)
  const wishes = await preferencesOf(ctx, tx, to.userId)
  const { inApp, outside } = channelsFor(
    message,
    { phone: contact.phone !== undefined, email: contact.email !== undefined },
    wishes,
  )
  const locale = contact.locale
  const now = ctx.clock.now()
  if (outside) {
    const address = (outside === 'sms' ? contact.phone : contact.email)!
    const notBefore = message.critical ? now : afterQuietHours(now, wishes)
    const sending = {
      ...common,
      channel: outside,
      address,
      locale,
      values: valuesIn(locale),
      subjectId: to.userId,
      notBefore,
      ...(isOptional(message) ? { category: message.category } : {}),
    }
    await send(ctx, tx, message, sending as Sending<M>)
  }
  if (inApp) await putInInbox(ctx, tx, message, to.userId, locale, valuesIn(locale), dedupe, about)
  return inApp || outside !== undefined
}

/** `policy.messaging.wanted`: a message that waited goes only to whom it would be sent now, at an address that is still theirs. */
export async function stillWanted(ctx: Context, tx: Tx, waiting: Waiting): Promise<boolean> {
  const { userId, category, channel, address } = waiting
  if (!(await isActive(tx, userId))) return false
  if (category === 'marketing' && !(await permits(ctx, tx, userId, 'marketing'))) return false
  const { channels, categories } = await preferencesOf(ctx, tx, userId)
  if (!channels[channel] || (categories as Readonly<Record<string, boolean>>)[category] === false) return false
  const contact = await contactOf(ctx, tx, userId)
  return address === (channel === 'sms' ? contact.phone : contact.email)
}

async function putInInbox(
  ctx: Context,
  tx: Tx,
  message: Message,
  userId: string,
  locale: string,
  given: Readonly<Record<string, string>>,
  dedupe: string | undefined,
  about: { type: string; id: string } | undefined,
): Promise<void> {
  const text = textFor(message, locale)
  const values = { brand: ctx.product.brand.name, ...given }
  const seal = (field: string, plain: string) => ctx.vault.seal(tx, userId, `notifications.inbox.${field}`, plain)
  const id = notificationId.create(ctx.clock)
  await store.insertInbox.run(
    tx,
    userId,
    id,
    message.key,
    locale,
    await seal('title', fill(text.subject!, locale, values)),
    await seal('body', fill(text.body!, locale, values)),
    dedupe ?? id,
    about?.type,
    about?.id,
    ctx.clock.now(),
  )
}

export interface InboxItem {
  id: string
  message_key: string
  title: string
  body: string
  about_type: string | null
  about_id: string | null
  created_at: Temporal.Instant
  read_at: Temporal.Instant | null
}

/** One page of a person's inbox, newest first, one row more than the limit when there is a next page. */
export async function listInbox(ctx: Context, tx: Tx, userId: string, page: PageRequest): Promise<InboxItem[]> {
  const rows = await store.listInbox.all(tx, userId, page.after?.[0], page.after?.[1], page.limit + 1)
  const items: InboxItem[] = []
  for (const row of rows) {
    const title = await ctx.vault.open(tx, userId, 'notifications.inbox.title', row.title)
    const body = await ctx.vault.open(tx, userId, 'notifications.inbox.body', row.body)
    if (title !== undefined && body !== undefined) items.push({ ...row, title, body })
  }
  return items
}

export async function countUnread(tx: Tx, userId: string): Promise<number> {
  return (await store.countUnread.one(tx, userId)).unread
}

/** Marks one as read. Safe to repeat; a foreign or unknown id changes nothing. */
export async function markRead(ctx: Context, tx: Tx, userId: string, id: string): Promise<void> {
  await store.markRead.run(tx, userId, id, ctx.clock.now())
}
