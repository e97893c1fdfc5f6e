/** The verbs: put a message on its way, in the transaction of the fact it tells of. */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { uuidFrom, uuidV7 } from '../../kernel/ids.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import type { Message, MessageValues } from '../../kernel/messages.ts'
import { deliver } from './jobs.ts'
import { fill, textFor } from './rules.ts'
import * as store from './store.ts'

export interface Sending<M> {
  readonly channel: 'sms' | 'email'
  /** E.164 number or e-mail address. */
  readonly address: string
  readonly locale: string
  readonly values: MessageValues<M>
  /** The person; without it the row belongs to an id derived from the address. */
  readonly subjectId?: string
  /** Two sends with the same key to the same person on the same channel are one message. */
  readonly dedupe?: string
  /** Not before this instant (quiet hours). */
  readonly notBefore?: Temporal.Instant
  /** Asked of the product again when it is sent (`policy.messaging.wanted`); without it, it goes out in any case. Needs `subjectId`. */
  readonly category?: string
  /** What it is about, so that a person can be shown "the messages about this gift". */
  readonly about?: { readonly type: string; readonly id: string }
}

/**
 * Writes the message, sealed, and the job that delivers it. Nothing is sent unless the transaction commits; the same
 * `dedupe` key is sent once. Safe to repeat with a `dedupe` key.
 */
export async function send<const M extends Message>(
  ctx: Context,
  tx: Tx,
  message: M,
  sending: Sending<M>,
): Promise<void> {
  const text = textFor(message, sending.locale)
  const values = { brand: ctx.product.brand.name, ...(sending.values as Record<string, string>) }
  const id = uuidV7(ctx.clock)
  const owner = sending.subjectId ?? ownerOfAddress(ctx, sending.address)
  const body = sending.channel === 'sms' ? text.sms : text.body
  assert(body !== undefined, `${message.key} has no ${sending.channel} text`)
  assert(sending.category === undefined || sending.subjectId !== undefined, 'only a person can be asked again')
  const seal = (field: string, plain: string) => ctx.vault.seal(tx, owner, `messaging.outgoing.${field}`, plain)
  const now = ctx.clock.now()
  const notBefore = sending.notBefore ?? now
  const inserted = await store.insertOutgoing.run(
    tx,
    owner,
    id,
    message.key,
    sending.channel,
    sending.locale,
    message.critical ?? false,
    await seal('address', sending.address),
    text.subject && sending.channel === 'email'
      ? await seal('subject', fill(text.subject, sending.locale, values))
      : null,
    await seal('body', fill(body, sending.locale, values)),
    sending.dedupe ?? id,
    sending.about?.type,
    sending.about?.id,
    notBefore,
    now,
    sending.category,
  )
  if (inserted === 1 && Temporal.Instant.compare(notBefore, now) <= 0)
    await enqueue(ctx, tx, deliver, { owner_id: owner, id })
}

/** The id under which messages to an address without an account are kept. */
export function ownerOfAddress(ctx: Context, address: string): string {
  return uuidFrom('messaging.address', ctx.vault.blindIndex('address', address))
}

export interface ReadableMessage {
  id: string
  message_key: string
  channel: 'sms' | 'email'
  locale: string
  address: string
  subject: string | null
  body: string
  status: string
  error: string | null
  created_at: Temporal.Instant
  sent_at: Temporal.Instant | null
}

/** Opens rows for reading; erased ones stay out. */
export async function readable(ctx: Context, tx: Tx, rows: store.OutgoingRow[]): Promise<ReadableMessage[]> {
  const messages: ReadableMessage[] = []
  for (const row of rows) {
    const open = async (field: 'address' | 'subject' | 'body') =>
      row[field] ? await ctx.vault.open(tx, row.owner_id, `messaging.outgoing.${field}`, row[field]) : undefined
    const [address, subject, body] = [await open('address'), await open('subject'), await open('body')]
    if (address === undefined || body === undefined) continue
    const { id, message_key, channel, locale, status, error, created_at, sent_at } = row
    messages.push({
      id,
      message_key,
      channel,
      locale,
      address,
      subject: subject ?? null,
      body,
      status,
      error,
      created_at,
      sent_at,
    })
  }
  return messages
}

/** Messages about one thing (a gift, a pot), oldest first, for staff. At most 100. */
export async function messagesAbout(ctx: Context, tx: Tx, id: string): Promise<ReadableMessage[]> {
  return readable(ctx, tx, await store.listAbout.all(tx, id, 100))
}
