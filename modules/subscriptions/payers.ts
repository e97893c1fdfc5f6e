/** Who pays: the payer's card, another guardian who takes over, a learner of age who does. Covering goes on meanwhile. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { savedCardsOf } from '../payments/api.ts'
import { isChild } from '../profiles/api.ts'
import { removeLearner } from './changes.ts'
import { waitsForPayer } from './closures.ts'
import { errors } from './errors.ts'
import { voidOpen } from './invoices.ts'
import { learnersOf, lock, save, type Subscription } from './lives.ts'
import * as say from './messages.ts'
import { todayOf } from './policy.ts'
import { requirePayer } from './starting.ts'
import * as store from './store/invoices.ts'
import { findCoverOf } from './store/subscriptions.ts'
import { tellPerson } from './telling.ts'

/** The subscription, locked, for its payer. Whoever else asks is told that there is none. */
export async function lockAsPayer(ctx: Context, tx: Tx, id: string): Promise<Subscription> {
  const it = await lock(tx, id)
  return it.payer_id === userIdOf(ctx.actor) ? it : refuse(kernelErrors.not_found)
}

/**
 * The signed-in person pays from now on: a guardian with `pay` over every learner it covers, or the learner who is of age and the
 * only one. What is paid stays paid; the earlier payer's card is let go and their invoices stay theirs. Both are told. Refuses
 * `kernel.not_found`, `over`, `same_terms` (pays already), `payment_under_way`, `provider_run`.
 */
export async function takeOver(ctx: Context, tx: Tx, learner: string): Promise<Subscription> {
  const payer = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  if (await isChild(ctx, tx, payer)) refuse(kernelErrors.not_found)
  await requirePayer(ctx, tx, learner)
  const { id } = (await findCoverOf.first(tx, learner)) ?? refuse(kernelErrors.not_found)
  const it = await lock(tx, id)
  for (const other of await learnersOf(tx, id)) await requirePayer(ctx, tx, other)
  if (it.status === 'cancelled') refuse(errors.over)
  if (it.payer_id === payer) refuse(errors.same_terms)
  if (it.provider_subscription_id !== null) refuse(errors.provider_run)
  if (it.charging !== null) refuse(errors.payment_under_way)
  await voidOpen(ctx, tx, it)
  const taken = await save(ctx, tx, it, {
    payer_id: payer,
    card_id: null,
    // Lessons that waited for the earlier payer's account wait for a payment now.
    ...(waitsForPayer(it) ? { failed_on: todayOf(ctx) } : {}),
    // Whoever pays now has not been told of a coming price.
    noticed_version: null,
    noticed_on: null,
  })
  await record(ctx, tx, {
    action: 'subscriptions.payer_changed',
    subject: { type: 'subscription', id },
    before: { payer_id: it.payer_id },
    after: { payer_id: payer },
  })
  for (const person of [it.payer_id, payer])
    await tellPerson(ctx, tx, taken, person, say.payerChanged, `${payer}:${ctx.clock.now().toString()}`, (speak) => ({
      plan: speak.plan(taken.plan),
      day: speak.day(taken.period_end),
      link: speak.link,
    }))
  return taken
}

/**
 * One learner less: for the payer at the end of what is paid, for a learner of age who leaves by themselves at once. Refuses
 * `kernel.not_found` and as `removeLearner`.
 */
export async function leaveOrRemove(ctx: Context, tx: Tx, id: string, learner: string): Promise<void> {
  const it = await lock(tx, id)
  const caller = userIdOf(ctx.actor)
  if (it.payer_id === caller) return removeLearner(ctx, tx, it, learner, 'period_end')
  if (caller !== learner || (await isChild(ctx, tx, learner))) refuse(kernelErrors.not_found)
  return removeLearner(ctx, tx, it, learner, 'now')
}

/** Which saved card renews, or none. Refuses `kernel.not_found` for a card that is not the payer's, `over`. */
export async function chooseCard(ctx: Context, tx: Tx, it: Subscription, card: string | null): Promise<Subscription> {
  if (it.status === 'cancelled') refuse(errors.over)
  if (card !== null && !(await savedCardsOf(tx, it.payer_id)).some((one) => one.id === card))
    refuse(kernelErrors.not_found)
  await record(ctx, tx, {
    action: 'subscriptions.card_chosen',
    subject: { type: 'subscription', id: it.id },
    after: { card },
  })
  return save(ctx, tx, it, { card_id: card })
}

/** The payer let the card of a payment be kept: it renews from now on. Safe to repeat. */
export async function noteCardSaved(
  ctx: Context,
  tx: Tx,
  news: { card_id: string; card_owner: string; reference: string },
): Promise<void> {
  const invoice = await store.findInvoiceById.first(tx, news.reference)
  if (!invoice) return
  const it = await lock(tx, invoice.subscription_id)
  if (it.payer_id !== news.card_owner || it.status === 'cancelled' || it.card_id === news.card_id) return
  await record(ctx, tx, {
    action: 'subscriptions.card_saved',
    subject: { type: 'subscription', id: it.id },
    after: { card: news.card_id },
  })
  await save(ctx, tx, it, { card_id: news.card_id })
}
