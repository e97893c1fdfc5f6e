/**
 * Asking to be paid: the wish is written first, then the provider is asked for a checkout session, then its answer is written.
 * A process that dies in between leaves the wish, and the next try looks for a session before it makes one.
 */
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault, refuse } from '../../kernel/errors.ts'
import { uuidFrom, uuidV7 } from '../../kernel/ids.ts'
import { enqueue, type Transact } from '../../kernel/jobs/job.ts'
import type { AccountRef } from '../ledger/api.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { cancelSession } from './jobs.ts'
import { ProviderRejection, type NewSession, type PaymentProvider, type ProviderSession } from './provider.ts'
import { providerOf } from './providers.ts'
import { bestOf, paymentIds, POLL_FIRST } from './rules.ts'
import { applySession } from './settling.ts'
import * as store from './store/payments.ts'

export type Payment = store.PaymentRow

export interface ChargeRequest {
  /** Made by whoever asks; the same id and content is one charge. */
  readonly id: string
  /** Whom the money is for; scope of the id, owner of the account the money arrives in. */
  readonly owner: string
  /** `module.what_for`, such as `pots.gift`, and that module's own id: both come back with every event. */
  readonly purpose: string
  readonly reference: string
  readonly amount_minor: bigint
  /** Who pays, as far as known: kept sealed, for refunds and questions. Anybody may pay the checkout. */
  readonly payer?: { readonly user_id?: string; readonly mobile?: string }
  /** Where the provider sends the browser afterwards. Arriving there proves nothing. */
  readonly success_url: string
  readonly error_url: string
  /**
   * The payer lets the provider keep the card, to be charged later by `chargeSavedCard`: it is then in `savedCardsOf(payer.user_id)`
   * and `payments.card_saved` tells. Needs `payer.user_id`. The payer may still decline it on the provider's page.
   */
  readonly save_card?: boolean
  /** The provider's plan that this payment begins: from then on the provider charges by itself (provider-subscriptions.ts). */
  readonly plan_ref?: string
}

export interface Checkout {
  readonly payment_id: string
  /** Send the browser here. */
  readonly launch_url: string
  readonly expires_at: Temporal.Instant | null
}

const MOBILE = 'payments.payment.payer_mobile'
/** Opening looks up, creates and looks up again: when all that could have taken its time, somebody else may try. */
const OPENING_CALLS = 3
const OPENING_SPARE_MS = 5000

/**
 * Writes the wish to be paid; nothing is asked of the provider yet (`openCheckout` does). Same id and content → the same
 * payment; other content → refuses `payments.conflict`. Refuses `payments.not_offered` when the product's provider keeps no cards
 * or charges nothing by itself. Safe to repeat.
 */
export async function requestCharge(ctx: Context, tx: Tx, request: ChargeRequest): Promise<Payment> {
  const { cards, subscriptions } = providerOf(ctx)
  if ((request.save_card && !cards) || (request.plan_ref && !subscriptions)) refuse(errors.not_offered)
  return (await insertWish(ctx, tx, request)).payment
}

export async function insertWish(
  ctx: Context,
  tx: Tx,
  request: ChargeRequest & { readonly card_id?: string },
): Promise<{ payment: Payment; fresh: boolean }> {
  assert(request.amount_minor > 0n, 'a charge is of a positive amount')
  const { id, owner, purpose, reference, amount_minor, payer, save_card = false, card_id = null } = request
  assert(!save_card || payer?.user_id, 'a card is saved for somebody')
  const now = ctx.clock.now()
  const payerId = payer?.user_id ?? (payer?.mobile ? payerOfMobile(ctx, payer.mobile) : null)
  const mobile = payer?.mobile && payerId ? await ctx.vault.seal(tx, payerId, MOBILE, payer.mobile) : null
  const fresh = await store.insertPayment.run(
    tx, owner, id, providerOf(ctx).name, purpose, reference, amount_minor, ctx.product.currency, payerId, mobile,
    request.success_url, request.error_url, now.add(POLL_FIRST), now, save_card, card_id, request.plan_ref,
  ) // prettier-ignore
  const payment = await store.findPayment.one(tx, owner, id)
  if (fresh === 0) {
    const same = payment.purpose === purpose && payment.reference === reference && payment.amount_minor === amount_minor
    return same && payment.card_id === card_id ? { payment, fresh: false } : refuse(errors.conflict)
  }
  await store.insertReference.run(tx, paymentIds.wire(id), owner, id, now)
  await noteStep(ctx, tx, payment, 'requested')
  return { payment, fresh: true }
}

/**
 * Gives the page to pay on, asking the provider for a session the first time. Opens its own short transactions; call it with
 * none open. When the provider's outcome is unknown it throws a `Fault`; call it again: it looks for the session it may have
 * made before making another. Refuses `payments.checkout_closed` after the end, `payments.being_opened` while another call is
 * at it, `payments.refused_by_provider`. `page` says what it offers, the same each time. Safe to repeat.
 */
export async function openCheckout(
  ctx: Context,
  transact: Transact,
  paymentId: string,
  page: Pick<NewSession, 'cards_only'> = {},
): Promise<Checkout> {
  const claim = await transact((tx) => claimOpening(ctx, tx, paymentId))
  if ('launch_url' in claim) return claim
  const { payment } = claim
  let session: ProviderSession
  try {
    session = await sessionFor(ctx, providerOf(ctx), payment, page)
  } catch (error) {
    await transact(async (tx) => {
      await store.releaseOpening.run(tx, payment.owner_id, payment.id)
      if (error instanceof ProviderRejection)
        await noteStep(ctx, tx, payment, 'refused_by_provider', { reason: error.code })
    })
    if (error instanceof ProviderRejection) {
      ctx.log.warn({ payment_id: payment.id, reason: error.code }, 'the provider refused to open a checkout')
      refuse(errors.refused_by_provider, { provider: labelOf(payment) })
    }
    throw error
  }
  return transact(async (tx) => {
    await applySession(ctx, tx, payment, session, {})
    return checkoutOf(await store.findPayment.one(tx, payment.owner_id, payment.id))
  })
}

async function claimOpening(ctx: Context, tx: Tx, paymentId: string): Promise<Checkout | { payment: Payment }> {
  const found = await findPaymentById(tx, paymentId)
  if (!found) refuse(errors.not_found)
  if (found.card_id !== null) refuse(errors.checkout_closed)
  if (found.state !== 'created') return checkoutOf(found)
  const now = ctx.clock.now()
  const until = now.add({ milliseconds: OPENING_CALLS * providerOf(ctx).patienceMs + OPENING_SPARE_MS })
  const payment = await store.claimOpening.first(tx, found.owner_id, found.id, until, now)
  return payment ? { payment } : refuse(errors.being_opened)
}

/** The session of this payment: on a second try the one that may be there already, else a new one. */
async function sessionFor(
  ctx: Context,
  provider: PaymentProvider,
  payment: Payment,
  page: Pick<NewSession, 'cards_only'>,
): Promise<ProviderSession> {
  const wish = { ...newSessionOf(ctx, payment), ...page }
  const { reference, attempt } = wish
  if (attempt > 1) {
    const there = bestOf(await provider.findSessions(reference, attempt - 1))
    if (there) return there
  }
  try {
    return await provider.createSession(wish)
  } catch (error) {
    if (!(error instanceof Fault && error.outcomeUnknown)) throw error
    // It may have been made all the same. If it cannot be seen now, the next try looks again.
    const there = bestOf(await provider.findSessions(reference, attempt).catch(() => []))
    if (there) return there
    throw error
  }
}

/** The provider as people write it. */
const labelOf = ({ provider }: Payment) => provider.charAt(0).toUpperCase() + provider.slice(1)

export function newSessionOf(ctx: Context, payment: Payment): NewSession {
  const { id, amount_minor, currency, success_url, error_url, plan_ref } = payment
  const reference = paymentIds.wire(id)
  return {
    reference,
    attempt: payment.open_attempts,
    amount_minor,
    currency,
    success_url,
    error_url,
    return_url: `${ctx.publicUrl}/api/payments/${reference}/return`,
    ...(plan_ref === null ? {} : { plan_ref }),
    locale: ctx.locale,
  }
}

/** A paid checkout still has its page: the provider shows there that it is paid, and leads on to `success_url`. */
function checkoutOf(payment: Payment): Checkout {
  if (payment.launch_url === null || !['opened', 'succeeded'].includes(payment.state)) refuse(errors.checkout_closed)
  return { payment_id: payment.id, launch_url: payment.launch_url, expires_at: payment.expires_at }
}

/**
 * Calls a charge off: its open session is closed at the provider by a job. Money that is already on its way still counts and
 * comes as a late success. Nothing happens when the payment has ended. Safe to repeat.
 */
export async function cancelCharge(ctx: Context, tx: Tx, owner: string, id: string): Promise<void> {
  if ((await store.requestCancel.run(tx, owner, id, ctx.clock.now())) === 0) return
  await record(ctx, tx, { action: 'payments.cancel_requested', subject: { type: 'payment', id } })
  await enqueue(ctx, tx, cancelSession, { owner_id: owner, payment_id: id })
}

/** The payment; refuses `payments.not_found`. */
export async function getPayment(tx: Tx, owner: string, id: string): Promise<Payment> {
  return (await store.findPayment.first(tx, owner, id)) ?? refuse(errors.not_found)
}

/** By its id alone, through the name the provider knows it by. */
export async function findPaymentById(tx: Tx, id: string): Promise<Payment | undefined> {
  const place = await store.findByReference.first(tx, [paymentIds.wire(id)])
  return place && (await store.findPayment.first(tx, place.owner_id, place.payment_id))
}

/** Where the money of this payment lies from its arrival until its purpose takes it. */
export function unappliedAccount(payment: { owner_id: string; id: string; currency: string }): AccountRef {
  return { owner: payment.owner_id, kind: 'unapplied', ref: payment.id, asset: payment.currency, mode: 'guarded' }
}

/**
 * One thing that happened to a payment. `code` is one of `requested`, `refused_by_provider`, `opened`, `declined`, `succeeded`,
 * `succeeded_late`, `disputed`, `paid_twice`, `expired`, `cancelled`, `refund_requested`, `refunded`, `refund_failed`.
 */
export interface PaymentStep {
  readonly code: string
  readonly details: Readonly<Record<string, string>>
  readonly at: Temporal.Instant
}

const STEPS_MAX = 200

/** Everything that happened to the payment, oldest first: for donors and staff. Holds no personal data. */
export async function paymentTimeline(tx: Tx, owner: string, id: string): Promise<PaymentStep[]> {
  const steps = await store.listSteps.all(tx, owner, id, STEPS_MAX)
  return steps.map(({ code, details, at }) => ({ code, details: details ?? {}, at }))
}

/** The id under which payments of a number without an account are kept. */
export function payerOfMobile(ctx: Context, mobile: string): string {
  return uuidFrom('payments.payer', ctx.vault.blindIndex('phone', mobile))
}

/** The payer's number for staff; undefined when none was given or it was erased. */
export async function payerMobile(ctx: Context, tx: Tx, payment: Payment): Promise<string | undefined> {
  if (payment.payer_id === null || payment.payer_mobile === null) return undefined
  return ctx.vault.open(tx, payment.payer_id, MOBILE, payment.payer_mobile)
}

export async function noteStep(
  ctx: Context,
  tx: Tx,
  payment: { owner_id: string; id: string },
  code: string,
  details?: Record<string, string>,
  at?: Temporal.Instant,
): Promise<void> {
  await store.insertStep.run(tx, payment.owner_id, payment.id, uuidV7(ctx.clock), code, details, at ?? ctx.clock.now())
}
