/** Telling a person something of their account, on the way they are reached by. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Message, MessageValues } from '../../kernel/messages.ts'
import { contactOf } from '../identity/api.ts'
import { send, type Sending } from '../messaging/api.ts'

/** By SMS where there is a proven number, else by e-mail; not at all when neither is known. */
export async function tell<M extends Message>(
  ctx: Context,
  tx: Tx,
  userId: string,
  message: M,
  values: MessageValues<M>,
): Promise<void> {
  const contact = await contactOf(ctx, tx, userId)
  const channel = contact.phoneVerified ? 'sms' : 'email'
  const address = channel === 'sms' ? contact.phone : contact.email
  if (address === undefined) return
  const sending = { channel, address, locale: contact.locale, values, subjectId: userId }
  await send(ctx, tx, message, sending as Sending<M>)
}
