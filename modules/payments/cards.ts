/**
 * Cards kept at the provider, and charging them without a page. A card is charged by one call that nobody repeats: the row says
 * that the provider was told before it is told. Whatever becomes of the answer, what follows is only ever asking: the poller finds
 * the order by our reference, and a late yes is a late success like any other.
 */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { enqueue, type Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { insertWish, newSessionOf, type ChargeRequest, type Payment } from './charges.ts'
import { errors } from './errors.ts'
import { cardSaved } from './events.ts'
import { chargeCard } from './jobs.ts'
import { ProviderRejection, type PreparedCharge, type ProviderCard, type SavedCards } from './provider.ts'
import { providerOf } from './providers.ts'
import { backoffSeconds, cardIds, POLL_FIRST, type CardId } from './rules.ts'
import { applySession, endUnpaid } from './settling.ts'
import * as store from './store/cards.ts'
import { insertReference, lockPayment } from './store/payments.ts'

const TOKEN = 'payments.saved_card.token'
const CARDS_MAX = 50
const BATCH = 500
/** What one try may take: two calls, and some. */
const CALLS = 2
const SPARE_MS = 5000

/** A card as its owner sees it. The provider does not tell when it runs out; it is `expired` once the provider said so. */
export interface SavedCard {
  readonly id: CardId
  readonly brand: string
  readonly last_four: string
  readonly state: 'usable' | 'expired'
  readonly saved_at: Temporal.Instant
}

export interface CardChargeRequest extends Omit<
  ChargeRequest,
  'success_url' | 'error_url' | 'payer' | 'save_card' | 'plan_ref'
> {
  /** Whose card it is: the payer. */
  readonly card_owner: string
  readonly card_id: string
}

/** The cards a person let us charge, newest first; at most fifty. */
export async function savedCardsOf(tx: Tx, ownerId: string): Promise<SavedCard[]> {
  return (await store.listCards.all(tx, ownerId, CARDS_MAX)).map(cardOf)
}

/** Forgets a card: it can never be charged again by us. A charge that is under way still ends. Safe to repeat. Audited. */
export async function removeSavedCard(ctx: Context, tx: Tx, ownerId: string, cardId: string): Promise<void> {
  if ((await store.removeCard.run(tx, ownerId, cardId)) === 0) return
  await record(ctx, tx, {
    action: 'payments.card_removed',
    subject: { type: 'user', id: ownerId },
    after: { card: cardId },
  })
}

/**
 * Charges a saved card, once, by a job: the outcome comes as `payments.charge_succeeded`, or as `payments.charge_failed` with
 * `final: true` (declined, or no answer for two hours; should the provider say yes after that, a late `charge_succeeded` follows).
 * Never retried by us after the provider was told: another attempt is another charge with an id of its own. Same id and content →
 * the same payment. Refuses `payments.card_not_found`, `payments.card_expired`, `payments.conflict`, `payments.not_offered` when the
 * product's provider keeps no cards.
 */
export async function chargeSavedCard(ctx: Context, tx: Tx, request: CardChargeRequest): Promise<Payment> {
  if (!providerOf(ctx).cards) refuse(errors.not_offered)
  const { card_owner, card_id, ...wish } = request
  const known = await store.findCard.first(tx, card_owner, card_id)
  const { payment, fresh } = await insertWish(ctx, tx, {
    ...wish,
    payer: { user_id: card_owner },
    success_url: ctx.publicUrl,
    error_url: ctx.publicUrl,
    card_id,
  })
  if (!fresh) return payment
  if (!known) refuse(errors.card_not_found)
  if (known.state === 'expired') refuse(errors.card_expired)
  await store.postponeCharge.run(tx, payment.owner_id, payment.id, ctx.clock.now().add(POLL_FIRST))
  await enqueue(ctx, tx, chargeCard, { owner_id: payment.owner_id, payment_id: payment.id })
  return payment
}

/** One try of a charge. Safe to repeat, at any point: the provider is told at most once to charge. */
export async function tryCharge(ctx: Context, transact: Transact, owner: string, id: string): Promise<void> {
  const provider = providerOf(ctx)
  const { cards } = provider
  assert(cards, 'a saved card is charged where cards are kept')
  const claim = await transact((tx) => claimTry(ctx, tx, owner, id, provider.patienceMs))
  if (!claim) return
  const { payment, token } = claim
  if (token === undefined) return transact((tx) => endUnpaid(ctx, tx, payment, undefined, 'card-removed'))
  const prepared = await prepare(ctx, transact, cards, payment)
  if (!prepared) return
  const now = ctx.clock.now()
  const mine = await transact(async (tx) => {
    await insertReference.run(tx, prepared.session_ref, owner, id, now)
    return store.claimCharge.first(tx, owner, id, now, now.add(POLL_FIRST))
  })
  if (!mine) return
  try {
    const session = await cards.charge(prepared, token)
    await transact((tx) => applySession(ctx, tx, payment, session, {}))
  } catch (error) {
    if (error instanceof ProviderRejection) return transact((tx) => endUnpaid(ctx, tx, payment, undefined, error.code))
    if (!(error instanceof Fault)) throw error
    ctx.log.warn({ payment_id: id, why: error.message }, 'a saved card was charged and the answer was not heard')
    // Only a call that never left may be made again; of any other, the poller asks what became of it.
    if (!error.outcomeUnknown) await transact((tx) => store.releaseCharge.run(tx, owner, id, retryAt(ctx, payment)))
  }
}

async function claimTry(ctx: Context, tx: Tx, owner: string, id: string, patienceMs: number) {
  const locked = await lockPayment.first(tx, owner, id)
  if (!locked?.card_id || !locked.payer_id) return undefined
  const now = ctx.clock.now()
  const until = now.add({ milliseconds: CALLS * patienceMs + SPARE_MS })
  const payment = await store.claimTry.first(tx, owner, id, until)
  const card = await store.findCard.first(tx, locked.payer_id, locked.card_id)
  const token = card && (await ctx.vault.open(tx, card.owner_id, TOKEN, card.token))
  if (card) await store.noteCardUsed.run(tx, card.owner_id, card.id, now)
  return payment && { payment, token }
}

/** The order to charge. An earlier one of ours that nobody heard of was never charged: making another does no harm. */
async function prepare(
  ctx: Context,
  transact: Transact,
  cards: SavedCards,
  payment: Payment,
): Promise<PreparedCharge | undefined> {
  try {
    return await cards.prepare(newSessionOf(ctx, payment))
  } catch (error) {
    if (error instanceof ProviderRejection) {
      ctx.log.error({ payment_id: payment.id, reason: error.code }, 'the provider refused to prepare a charge')
      await transact((tx) => endUnpaid(ctx, tx, payment, undefined, error.code))
      return undefined
    }
    if (!(error instanceof Fault)) throw error
    ctx.log.warn(
      { payment_id: payment.id, why: error.message },
      'a charge could not be prepared and will be tried again',
    )
    await transact((tx) => store.postponeCharge.run(tx, payment.owner_id, payment.id, retryAt(ctx, payment)))
    return undefined
  }
}

const retryAt = (ctx: Context, payment: Payment): Temporal.Instant =>
  ctx.clock.now().add({ seconds: backoffSeconds(payment.open_attempts - 1) })

/** Sets the job to work again on charges that were never asked for. */
export async function sweepCharges(ctx: Context, tx: Tx): Promise<void> {
  for (const { owner_id, id } of await store.findDueCharges.all(tx, ctx.clock.now(), BATCH))
    await enqueue(ctx, tx, chargeCard, { owner_id, payment_id: id }, { key: `payments.charge_card:${id}` })
}

/** Keeps the card of a payment whose payer allowed it. The same card is kept once. Safe to repeat. */
export async function keepCard(
  ctx: Context,
  tx: Tx,
  payment: Payment,
  card: ProviderCard,
): Promise<'kept' | 'not_wanted'> {
  if (!payment.save_card || payment.payer_id === null) return 'not_wanted'
  const [owner, now] = [payment.payer_id, ctx.clock.now()]
  const fingerprint = ctx.vault.blindIndex('payments.card', card.token)
  const token = await ctx.vault.seal(tx, owner, TOKEN, card.token)
  const fresh = await store.saveCard.run(
    tx, owner, uuidV7(ctx.clock), payment.provider, payment.id, fingerprint, token, card.brand, card.last_four, now,
  ) // prettier-ignore
  if (fresh === 0) return 'kept'
  const saved = await store.findCardByFingerprint.one(tx, owner, payment.provider, fingerprint)
  const { brand, last_four } = card
  await record(ctx, tx, {
    action: 'payments.card_saved',
    subject: { type: 'user', id: owner },
    after: { card: saved.id, brand, last_four, payment_id: payment.id },
  })
  await emit(ctx, tx, cardSaved, {
    card_id: saved.id,
    card_owner: owner,
    payment_id: payment.id,
    purpose: payment.purpose,
    reference: payment.reference,
    brand,
    last_four,
  })
  return 'kept'
}

function cardOf({ id, brand, last_four, state, saved_at }: store.SavedCardRow): SavedCard {
  return { id: cardIds.of(id), brand, last_four, state, saved_at }
}
