/** The payer's saved cards: which renews what, and letting one go for good. Which card renews one subscription: payers.ts. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { removeSavedCard, savedCardsOf, type SavedCard } from '../payments/api.ts'
import { errors } from './errors.ts'
import { lock, save, type Subscription } from './lives.ts'
import * as store from './store/subscriptions.ts'

export interface CardInUse extends SavedCard {
  /** Subscriptions that it renews. */
  readonly renews: readonly string[]
}

/** The cards of the signed-in person, newest first, with what each renews. */
export async function cardsOf(ctx: Context, tx: Tx): Promise<CardInUse[]> {
  const owner = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const living = await store.livingOf.all(tx, owner)
  return (await savedCardsOf(tx, owner)).map((card) => ({
    ...card,
    renews: living.filter(({ card_id }) => card_id === card.id).map(({ id }) => id),
  }))
}

/**
 * Forgets a card of the signed-in person for good. One that renews a subscription only when they know that (`confirmed`): nothing is
 * charged by itself from then on, and the next renewal asks them to pay. Safe to repeat. Refuses `card_renews`,
 * `payment_under_way`. Audited.
 */
export async function forgetCard(ctx: Context, tx: Tx, card: string, confirmed: boolean): Promise<void> {
  const owner = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const renewed: Subscription[] = []
  for (const { id, card_id } of await store.livingOf.all(tx, owner)) {
    if (card_id !== card) continue
    // Whoever took over meanwhile has let the card go already.
    const it = await lock(tx, id)
    if (it.card_id === card && it.payer_id === owner && it.status !== 'cancelled') renewed.push(it)
  }
  if (renewed.some((it) => it.charging !== null)) refuse(errors.payment_under_way)
  if (renewed.length > 0 && !confirmed) refuse(errors.card_renews)
  for (const it of renewed) {
    await save(ctx, tx, it, { card_id: null })
    await record(ctx, tx, {
      action: 'subscriptions.card_chosen',
      subject: { type: 'subscription', id: it.id },
      before: { card },
      after: { card: null },
    })
  }
  await removeSavedCard(ctx, tx, owner, card)
}
