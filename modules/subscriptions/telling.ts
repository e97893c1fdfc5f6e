/** What the payer is told, with amounts, days and names in their own language. */
import { writtenDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Message, MessageValues } from '../../kernel/messages.ts'
import { formatMoney } from '../../kernel/money.ts'
import { notify } from '../notifications/api.ts'
import { subscriptionId } from './ids.ts'
import type { Subscription } from './lives.ts'
import { planOf } from './plans.ts'
import type { Texts } from './policy.ts'

export interface Phrases {
  readonly link: string
  amount(minor: bigint): string
  day(date: Temporal.PlainDate): string
  plan(code: string): string
}

/** The first text in the person's language. */
export function textIn(texts: Texts, locale: string): string {
  return texts[locale.split('-')[0]!] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
}

function phrases(ctx: Context, it: Subscription, locale: string): Phrases {
  return {
    link: `${ctx.publicUrl}/billing/${subscriptionId.wire(it.id)}`,
    amount: (minor) => formatMoney({ minor, currency: it.currency }, locale),
    day: (date) => writtenDay(date, locale),
    plan: (code) => textIn(planOf(ctx, code).name, locale),
  }
}

/** Tells the payer. `turn` parts repetitions: the same message about the same turn is sent once. */
export async function tellPayer<const M extends Message>(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  message: M,
  turn: string,
  speak: (say: Phrases) => MessageValues<M>,
): Promise<void> {
  await tellPerson(ctx, tx, it, it.payer_id, message, turn, speak)
}

/** The same for somebody else whom it concerns. */
export async function tellPerson<const M extends Message>(
  ctx: Context,
  tx: Tx,
  it: Subscription,
  userId: string,
  message: M,
  turn: string,
  speak: (say: Phrases) => MessageValues<M>,
): Promise<void> {
  await notify(ctx, tx, message, {
    to: { userId },
    values: (locale) => speak(phrases(ctx, it, locale)),
    dedupe: `${message.key}:${it.id}:${turn}`,
    about: { type: 'subscription', id: it.id },
  })
}
