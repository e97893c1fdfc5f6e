// Checkout sessions: create, read, search, expire, refund, and what the customer does on the payment page (pay, be declined). Expiry is
// decided when a session is looked at, on the simulated clock, since Wave announces it to nobody.
import type { FastifyInstance } from 'fastify'
import { strike } from '../faults.ts'
import type { Answer } from '../serving.ts'
import { ApiError, declare, fieldsOf, invalid, ok } from './api.ts'
import { PAYMENT_ERRORS } from './faults.ts'
import { nameOf, newSessionId, newTransactionId } from './ids.ts'
import type { Session, Transaction } from './records.ts'
import { instant } from './state.ts'
import { available, feeOf, record, takeBack } from './wallet.ts'
import type { World } from './world.ts'

const PAYMENT_ERROR_MESSAGES: Record<(typeof PAYMENT_ERRORS)[number], string> = {
  'insufficient-funds': 'The customer does not have enough money on their account.',
  'blocked-account': 'The customer tried to use a blocked account to pay.',
  'cross-border-payment-not-allowed': 'The customer cannot pay from another country.',
  'customer-age-restricted': 'The customer is a minor and may not make this payment.',
  'kyb-limits-exceeded': 'The business has reached the limits of its account.',
  'payer-mobile-mismatch': 'The payment is restricted to another mobile number.',
  'payment-failure': 'A technical error occurred while processing the payment.',
}

export function sessionRoutes(world: World, app: FastifyInstance): void {
  declare(world, app, 'POST', '/checkout/sessions', 'checkout.create', ({ body }) => create(world, body))
  declare(world, app, 'GET', '/checkout/sessions', 'checkout.search', ({ query }) => {
    const transaction_id = query['transaction_id']
    if (!transaction_id) throw invalid(['transaction_id'], 'field required')
    const session = world.store.list('session').find((it) => it.transaction_id === transaction_id)
    if (!session) throw sessionNotFound()
    return ok(present(world, session))
  })
  declare(world, app, 'GET', '/checkout/sessions/search', 'checkout.search', ({ query }) => {
    const reference = query['client_reference']
    if (!reference) throw invalid(['client_reference'], 'field required')
    const found = world.store.list('session').filter((it) => it.client_reference === reference)
    return ok({ result: found.map((it) => present(world, look(world, it))) })
  })
  declare(world, app, 'GET', '/checkout/sessions/:id', 'checkout.get', ({ id }) => ok(present(world, get(world, id))))
  declare(world, app, 'POST', '/checkout/sessions/:id/expire', 'checkout.expire', ({ id }) => {
    expire(world, get(world, id))
    return ok()
  })
  declare(world, app, 'POST', '/checkout/sessions/:id/refund', 'checkout.refund', ({ id }) => {
    const session = get(world, id)
    const transaction =
      session.transaction_id === null ? undefined : world.store.find('transaction', session.transaction_id)
    if (!transaction) throw new ApiError(400, 'checkout-refund-failed', 'Only a successful payment can be refunded.')
    refundTransaction(world, transaction)
    return ok()
  })
}

const sessionNotFound = (): ApiError => new ApiError(404, 'checkout-session-not-found', 'Checkout session not found.')

function create(world: World, body: unknown): Answer {
  const fields = fieldsOf(body)
  const amount = fields.amount('amount')
  const currency = fields.required('currency', 3)
  if (currency !== 'XOF') throw invalid(['currency'], `The wallet does not hold ${currency}.`)
  const now = world.store.now()
  const session: Session = {
    id: newSessionId(),
    amount,
    currency,
    client_reference: fields.optional('client_reference'),
    business_name: world.businessName,
    aggregated_merchant_id: fields.optional('aggregated_merchant_id'),
    restrict_payer_mobile:
      fields.optionalMobile('restrict_payer_mobile') ?? fields.optionalMobile('enforce_payer_mobile'),
    checkout_status: 'open',
    payment_status: 'processing',
    last_payment_error: null,
    transaction_id: null,
    success_url: fields.url('success_url'),
    error_url: fields.url('error_url'),
    when_created: instant(now),
    when_expires: instant(now + world.sessionMinutes * 60_000),
    when_completed: null,
    when_refunded: null,
  }
  world.store.put('session', session)
  return ok(present(world, session))
}

/** The session as it is now: an open one whose time has passed has expired at that time. */
function look(world: World, session: Session): Session {
  if (session.checkout_status !== 'open' || world.store.now() < Date.parse(session.when_expires)) return session
  return change(world, {
    ...session,
    checkout_status: 'expired',
    payment_status: 'cancelled',
    when_completed: session.when_expires,
  })
}

function change(world: World, session: Session): Session {
  world.store.put('session', session)
  return session
}

export function find(world: World, id: string): Session | null {
  const session = world.store.find('session', id)
  return session ? look(world, session) : null
}

export function get(world: World, id: string): Session {
  const session = find(world, id)
  if (!session) throw sessionNotFound()
  return session
}

/** The session object of the API. The launch address follows the simulator if it restarts on another port. */
export function present(world: World, session: Session): Record<string, unknown> {
  const query = `a=${session.amount}&c=${session.currency}&m=${encodeURIComponent(session.business_name)}`
  return { ...session, wave_launch_url: `${world.url()}/c/${session.id}?${query}` }
}

export interface Attempt {
  session: Session
  outcome: 'paid' | 'declined' | 'already-complete' | 'expired'
}

/**
 * The customer confirms in the app. A completed session is never paid twice; an expired one only when `late` says that the money was
 * already on its way, which happens in the real world.
 */
export function pay(world: World, id: string, mobile: string, late = false): Attempt {
  const session = get(world, id)
  if (session.checkout_status === 'complete') return { session, outcome: 'already-complete' }
  if (session.checkout_status === 'expired' && !late) return { session, outcome: 'expired' }
  const fault = strike(world.store, 'fail-payment', [session.id, session.client_reference, mobile])
  const code = fault ? String(fault['code']) : refusalOf(session, mobile)
  if (code !== null) return decline(world, id, code)

  const transaction_id = newTransactionId()
  const fee = feeOf(session.amount)
  record(world, {
    transaction_id,
    transaction_type: 'api_checkout',
    amount: BigInt(session.amount) - fee,
    fee,
    currency: session.currency,
    counterparty_name: nameOf(mobile),
    counterparty_mobile: mobile,
    client_reference: session.client_reference,
    checkout_api_session_id: session.id,
    aggregated_merchant_id: session.aggregated_merchant_id,
  })
  const paid = change(world, {
    ...session,
    checkout_status: 'complete',
    payment_status: 'succeeded',
    last_payment_error: null,
    transaction_id,
    when_completed: instant(world.store.now()),
  })
  announce(world, 'checkout.session.completed', paid)
  return { session: paid, outcome: 'paid' }
}

function refusalOf(session: Session, mobile: string): string | null {
  if (!mobile.startsWith('+221')) return 'cross-border-payment-not-allowed'
  if (session.restrict_payer_mobile !== null && session.restrict_payer_mobile !== mobile) return 'payer-mobile-mismatch'
  return null
}

/** A declined attempt leaves the session open, so that the customer can try again. */
export function decline(world: World, id: string, code: string): Attempt {
  const session = get(world, id)
  if (session.checkout_status === 'complete') return { session, outcome: 'already-complete' }
  if (session.checkout_status === 'expired') return { session, outcome: 'expired' }
  const message = PAYMENT_ERROR_MESSAGES[code as keyof typeof PAYMENT_ERROR_MESSAGES] ?? code
  const declined = change(world, { ...session, last_payment_error: { code, message } })
  announce(world, 'checkout.session.payment_failed', declined)
  return { session: declined, outcome: 'declined' }
}

function announce(world: World, type: string, session: Session): void {
  world.webhooks.emit({
    type,
    subject: session.id,
    client_reference: session.client_reference,
    data: present(world, session),
  })
}

export function expire(world: World, session: Session): Session {
  if (session.checkout_status !== 'open') {
    throw new ApiError(409, 'checkout-session-not-open', `The checkout session is already ${session.checkout_status}.`)
  }
  return change(world, {
    ...session,
    checkout_status: 'expired',
    payment_status: 'cancelled',
    when_completed: instant(world.store.now()),
  })
}

/** Gives a received payment back in full, fee included. Asking again changes nothing. */
export function refundTransaction(world: World, transaction: Transaction): void {
  if (world.store.list('transaction').some((it) => it.reverses === transaction.id)) return
  const session = transaction.checkout_api_session_id === null ? null : get(world, transaction.checkout_api_session_id)
  const refused = strike(world.store, 'refund-refused', [
    transaction.id,
    transaction.client_reference,
    session?.id ?? null,
  ])
  if (refused) throw new ApiError(400, 'checkout-refund-failed', 'The refund could not be made.')
  if (available(world) < BigInt(transaction.amount)) {
    throw new ApiError(400, 'checkout-refund-failed', 'The wallet does not hold enough money for this refund.')
  }
  takeBack(world, transaction, `${transaction.transaction_type}_refund`)
  if (session) change(world, { ...session, when_refunded: instant(world.store.now()) })
}
