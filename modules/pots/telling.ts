/** Who hears of what happens to a pot, with amounts, dates and links in their own language. */
import { writtenDay } from '../../kernel/clock.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Message, MessageValues } from '../../kernel/messages.ts'
import { formatMoney } from '../../kernel/money.ts'
import { notify } from '../notifications/api.ts'
import { giftId, potId } from './ids.ts'
import type { GiftRow } from './store/gifts.ts'
import type { PotRow } from './store/pots.ts'

/** Values of a message, made in the language of whoever is told. */
export type Speak<M> = (say: Phrases) => MessageValues<M>

export interface Phrases {
  readonly locale: string
  amount(minor: bigint): string
  /** The civil day of an instant in the pot's zone, or a civil day. */
  day(when: Temporal.Instant | Temporal.PlainDate): string
  /** The first text in the person's language. */
  text(texts: Readonly<Record<string, string>>): string
}

export function phrases(pot: Pick<PotRow, 'currency' | 'time_zone'>, locale: string): Phrases {
  const { currency, time_zone } = pot
  return {
    locale,
    amount: (minor) => formatMoney({ minor, currency }, locale),
    day(when) {
      const date = when instanceof Temporal.Instant ? when.toZonedDateTimeISO(time_zone).toPlainDate() : when
      return writtenDay(date, locale, { day: 'numeric', month: 'long' })
    },
    text: (texts) => texts[locale.split('-')[0]!] ?? texts['fr'] ?? Object.values(texts)[0] ?? '',
  }
}

/** Where the owner looks after the pot. */
export const ownerLink = (ctx: Context, pot: { id: string }) => `${ctx.publicUrl}/pots/${potId.wire(pot.id)}`
/** What the owner shares. */
export const shareLink = (ctx: Context, pot: { slug: string }) => `${ctx.publicUrl}/p/${pot.slug}`

/**
 * The secret by which whoever gave comes back to the gift without an account. It follows from the gift, so that a message can
 * carry it later too; only its hash is stored.
 */
export function giftSecret(ctx: Context, gift: string): string {
  return ctx.vault.blindIndex('pots.gift_secret', gift).slice(0, 32)
}
export const secretHash = (secret: string) => sha256(`pots.gift_secret ${secret}`)
/** Where the donor sees what became of the gift. */
export const giftLink = (ctx: Context, gift: string) =>
  `${ctx.publicUrl}/g/${giftId.wire(gift)}?secret=${giftSecret(ctx, gift)}`

/** Tells the owner of the pot. `turn` parts repetitions; the same message about the same turn is sent once. */
export async function tellOwner<const M extends Message>(
  ctx: Context,
  tx: Tx,
  pot: PotRow,
  message: M,
  speak: Speak<M>,
  turn = '',
): Promise<void> {
  await tellPerson(ctx, tx, pot, pot.owner_id, message, speak, turn)
}

export async function tellPerson<const M extends Message>(
  ctx: Context,
  tx: Tx,
  pot: PotRow,
  userId: string,
  message: M,
  speak: Speak<M>,
  turn = '',
): Promise<void> {
  await notify(ctx, tx, message, {
    to: { userId },
    values: (locale) => speak(phrases(pot, locale)),
    dedupe: `${message.key}:${pot.id}:${turn}`,
    about: { type: 'pot', id: pot.id },
  })
}

const PHONE = 'pots.gift.sealed_phone'

/** Tells the donor, if they left a way to reach them and want to hear of it; whether they were told. `dedupe` is the gift's own unless given. */
export async function tellDonor<const M extends Message>(
  ctx: Context,
  tx: Tx,
  pot: PotRow,
  gift: GiftRow,
  message: M,
  speak: Speak<M>,
  turn = '',
  dedupe = `${message.key}:${gift.id}:${turn}`,
): Promise<boolean> {
  const phone =
    gift.donor_id === null && gift.sealed_phone
      ? await ctx.vault.open(tx, gift.donor_subject, PHONE, gift.sealed_phone)
      : undefined
  if (gift.donor_id === null && phone === undefined) return false
  return notify(ctx, tx, message, {
    to: phone === undefined ? { userId: gift.donor_id! } : { phone },
    values: (locale) => speak(phrases(pot, locale)),
    locale: gift.locale,
    dedupe,
    about: { type: 'gift', id: gift.id },
  })
}

export const sealPhone = (ctx: Context, tx: Tx, subject: string, phone: string) =>
  ctx.vault.seal(tx, subject, PHONE, phone)
