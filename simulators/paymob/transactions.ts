// Transactions: paying an order, charging a card without a page, refunds, voids and captures as transactions of their own, and the
// questions about them. Whatever a transaction comes to is announced; an order nobody pays is not.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { strike } from '../faults.ts'
import { ApiError, declare, invalid, notFound, numberIn, ok, piastersIn } from './api.ts'
import { behaviourOf, brandOf, MESSAGES } from './cards.ts'
import { byOrder, isOver } from './intentions.ts'
import type { Card, Intention, Transaction } from './records.ts'
import { cardHmac, transactionHmac } from './signature.ts'
import { instant, nextNumber } from './state.ts'
import { startSubscription } from './subscriptions.ts'
import { INTEGRATIONS, type World } from './world.ts'

const OWNER = 1
const MERCHANT = 1

export function transactionRoutes(world: World, app: FastifyInstance): void {
  declare(world, app, 'POST', '/api/acceptance/payments/pay', 'anybody', 'payment.pay', ({ body }) => {
    const source = (body['source'] ?? {}) as Record<string, unknown>
    if (source['subtype'] !== 'TOKEN') throw invalid('source', 'Only saved cards are charged here.')
    const intention = world.store
      .list('intention')
      .find((it) => it.keys.some(({ key }) => key === body['payment_token']))
    const integration = intention?.keys.find(({ key }) => key === body['payment_token'])?.integration
    if (!intention || integration === undefined) throw new ApiError(401, { detail: 'Invalid payment token.' })
    // Without a page nobody can type a code: only an integration made for it charges saved cards.
    if (INTEGRATIONS[integration]?.kind !== 'moto')
      throw invalid('integration', 'This integration needs the cardholder.')
    const card = world.store.find('card', String(source['identifier']))
    if (!card) throw notFound('Card token does not exist.')
    return ok(present(world, chargeCard(world, intention, integration, card)))
  })
  declare(world, app, 'POST', '/api/acceptance/void_refund/refund', 'secret', 'transaction.refund', ({ body }) => {
    const parent = find(world, numberIn(body, 'transaction_id'))
    const child = refund(world, parent, piastersIn(body, 'amount_cents'), 'refund')
    return ok(present(world, child), 201)
  })
  declare(world, app, 'POST', '/api/acceptance/void_refund/void', 'secret', 'transaction.void', ({ body }) =>
    ok(present(world, voidIt(world, find(world, numberIn(body, 'transaction_id')))), 201),
  )
  declare(world, app, 'POST', '/api/acceptance/capture', 'secret', 'transaction.capture', ({ body }) => {
    const parent = find(world, numberIn(body, 'transaction_id'))
    if (!parent.is_auth) throw invalid('transaction_id', 'Only an authorisation can be captured.')
    return ok(present(world, childOf(world, parent, 'capture', piastersIn(body, 'amount_cents'))), 201)
  })
  declare(world, app, 'POST', '/api/ecommerce/orders/transaction_inquiry', 'token', 'order.inquiry', ({ body }) => {
    const reference = body['merchant_order_id']
    const order = reference === undefined ? numberIn(body, 'order_id') : orderOf(world, String(reference))
    const latest = world.store.list('transaction').findLast((it) => it.order_id === order)
    if (!latest) throw notFound('No transaction found.')
    return ok(present(world, latest))
  })
  declare(world, app, 'GET', '/api/acceptance/transactions/:id', 'token', 'transaction.get', ({ params }) =>
    ok(present(world, find(world, Number(params['id'])))),
  )
}

const orderOf = (world: World, reference: string): number | undefined =>
  world.store.list('intention').find((it) => it.special_reference === reference)?.order_id

function find(world: World, id: number): Transaction {
  const found = world.store.find('transaction', String(id))
  if (!found) throw notFound('Transaction not found.')
  return found
}

export interface Attempt {
  integration: number
  /** The number of the card or the wallet. */
  number: string
  wallet?: boolean
  save_card?: boolean
  is_3d_secure?: boolean
  /** Decided elsewhere: the code page was failed, say. */
  code?: string
}

/** The payer confirms on the page. Every attempt is a transaction of its own. */
export function pay(world: World, intention: Intention, attempt: Attempt): Transaction {
  const { number, wallet = false } = attempt
  const fault = strike(world.store, 'fail-payment', [intention.special_reference, String(intention.order_id)])
  const first = wallet ? 'waits' : behaviourOf(number).first
  const code = fault ? String(fault['code']) : (attempt.code ?? outcomeOf(first))
  return enter(world, intention, attempt.integration, {
    code,
    card_number: wallet ? null : number,
    is_3d_secure: attempt.is_3d_secure ?? INTEGRATIONS[attempt.integration]?.kind === 'card',
    save_card: attempt.save_card ?? false,
    source: wallet
      ? { pan: number, type: 'wallet', sub_type: 'wallet' }
      : { pan: number.slice(-4), type: 'card', sub_type: brandOf(number) },
  })
}

/** A saved card is charged without a page. */
export function chargeCard(world: World, intention: Intention, integration: number, card: Card): Transaction {
  if (isOver(world, intention)) throw invalid('payment_token', 'The payment key has expired.')
  const fault = strike(world.store, 'fail-payment', [intention.special_reference, card.id])
  return enter(world, intention, integration, {
    code: fault ? String(fault['code']) : outcomeOf(behaviourOf(card.number).again),
    card_number: card.number,
    is_3d_secure: false,
    save_card: false,
    source: { pan: card.number.slice(-4), type: 'card', sub_type: card.sub_type },
  })
}

const outcomeOf = (behaviour: string): string =>
  behaviour === 'pays' || behaviour === 'asks' ? 'APPROVED' : behaviour === 'waits' ? 'PENDING' : behaviour

type Entered = Pick<Transaction, 'code' | 'card_number' | 'is_3d_secure' | 'save_card' | 'source'>

function enter(world: World, intention: Intention, integration: number, entered: Entered): Transaction {
  const references = [intention.special_reference, String(intention.order_id)]
  const amount = strike(world.store, 'wrong-amount', references)
  const currency = strike(world.store, 'wrong-currency', references)
  const other = strike(world.store, 'wrong-integration', references)
  const transaction: Transaction = {
    ...entered,
    id: String(nextNumber(world.store)),
    kind: 'payment',
    order_id: intention.order_id,
    integration_id: other ? Number(other['integration']) : integration,
    amount_cents: amount ? Number(amount['amount'] ?? intention.amount * 10) : intention.amount,
    currency: currency ? String(currency['currency']) : intention.currency,
    success: entered.code === 'APPROVED',
    pending: entered.code === 'PENDING',
    is_auth: false,
    is_capture: false,
    is_voided: false,
    is_refunded: false,
    refunded_amount_cents: 0,
    parent_id: null,
    created_at: instant(world.store.now()),
    message: MESSAGES[entered.code] ?? entered.code,
  }
  return arrive(world, intention, transaction)
}

/** It is written, told, and what follows from success follows. */
function arrive(world: World, intention: Intention | undefined, transaction: Transaction): Transaction {
  world.store.put('transaction', transaction)
  announce(world, transaction)
  if (!transaction.success || !intention || transaction.kind !== 'payment') return transaction
  const card = transaction.card_number !== null && (transaction.save_card || intention.plan_id !== null)
  if (card) {
    const kept = keepCard(world, intention, transaction)
    if (intention.plan_id !== null) startSubscription(world, intention, transaction, kept)
  }
  return transaction
}

/** Decides one that is pending. */
export function settle(world: World, id: number, code: string): Transaction {
  const transaction = find(world, id)
  if (!transaction.pending) throw new ApiError(409, { detail: 'The transaction is not pending.' })
  const settled = {
    ...transaction,
    code,
    message: MESSAGES[code] ?? code,
    success: code === 'APPROVED',
    pending: false,
  }
  return arrive(world, byOrder(world, transaction.order_id), settled)
}

/** The same card gets the same token. */
function keepCard(world: World, intention: Intention, transaction: Transaction): Card {
  const number = transaction.card_number!
  const known = world.store.list('card').find((it) => it.number === number)
  const card: Card = {
    id: known?.id ?? randomBytes(28).toString('hex'),
    number,
    token_id: known?.token_id ?? nextNumber(world.store),
    masked_pan: `xxxx-xxxx-xxxx-${number.slice(-4)}`,
    sub_type: transaction.source.sub_type,
    order_id: intention.order_id,
  }
  world.store.put('card', card)
  const obj = {
    id: card.token_id,
    token: card.id,
    masked_pan: card.masked_pan,
    merchant_id: MERCHANT,
    card_subtype: card.sub_type,
    created_at: transaction.created_at,
    email: intention.billing_data['email'] ?? '',
    order_id: String(intention.order_id),
    user_added: false,
    next_payment_intention: intention.id,
  }
  world.callbacks.emit({
    type: 'TOKEN',
    subject: card.id,
    reference: intention.special_reference,
    url: intention.notification_url,
    body: { type: 'TOKEN', obj },
    hmac: cardHmac(world.store.settings().hmac_secret, obj),
  })
  return card
}

function childOf(world: World, parent: Transaction, kind: 'refund' | 'void' | 'capture', amount: number): Transaction {
  const child: Transaction = {
    ...parent,
    id: String(nextNumber(world.store)),
    kind,
    amount_cents: amount,
    success: true,
    pending: false,
    is_voided: false,
    is_refunded: false,
    refunded_amount_cents: 0,
    is_capture: kind === 'capture',
    parent_id: Number(parent.id),
    created_at: instant(world.store.now()),
    code: 'APPROVED',
    message: 'Approved',
    save_card: false,
  }
  return arrive(world, undefined, child)
}

/** Gives back all or a part; asking again gives back again, as long as something is left. */
export function refund(world: World, parent: Transaction, amount: number, kind: 'refund'): Transaction {
  if (!parent.success || parent.parent_id !== null || parent.is_voided)
    throw invalid('transaction_id', 'This transaction cannot be refunded.')
  const refused = strike(world.store, 'refund-refused', [parent.id, referenceOf(world, parent)])
  if (refused) throw new ApiError(400, { code: 'refund_refused', detail: 'The refund was refused.' })
  const refunded = parent.refunded_amount_cents + amount
  if (refunded > parent.amount_cents) throw new ApiError(400, { code: 'amount_exceeded', detail: 'More than is left.' })
  world.store.put('transaction', {
    ...parent,
    refunded_amount_cents: refunded,
    is_refunded: refunded === parent.amount_cents,
  })
  return childOf(world, parent, kind, amount)
}

/** Takes a payment back on the day it was made. */
export function voidIt(world: World, parent: Transaction): Transaction {
  if (!parent.success || parent.parent_id !== null || parent.is_voided || parent.refunded_amount_cents > 0)
    throw invalid('transaction_id', 'This transaction cannot be voided.')
  if (parent.created_at.slice(0, 10) !== instant(world.store.now()).slice(0, 10))
    throw invalid('transaction_id', 'Only a transaction of the same day can be voided.')
  world.store.put('transaction', { ...parent, is_voided: true })
  return childOf(world, parent, 'void', parent.amount_cents)
}

const referenceOf = (world: World, transaction: Transaction): string | null =>
  byOrder(world, transaction.order_id)?.special_reference ?? null

function announce(world: World, transaction: Transaction): void {
  const intention = byOrder(world, transaction.order_id)
  const lies =
    !transaction.success && strike(world.store, 'disagree', [transaction.id, referenceOf(world, transaction)])
  const told = lies ? { ...transaction, success: true, pending: false } : transaction
  const obj = present(world, told)
  world.callbacks.emit({
    type: 'TRANSACTION',
    subject: transaction.id,
    reference: intention?.special_reference ?? null,
    url: intention?.notification_url ?? null,
    body: { type: 'TRANSACTION', obj },
    hmac: transactionHmac(world.store.settings().hmac_secret, obj),
  })
}

/** The transaction as the API describes it and as callbacks carry it. */
export function present(world: World, it: Transaction): Record<string, unknown> {
  const intention = byOrder(world, it.order_id)
  const all = world.store.list('transaction').filter((one) => one.order_id === it.order_id && one.parent_id === null)
  const paid = all.reduce((sum, one) => sum + (one.success ? one.amount_cents : 0), 0)
  return {
    id: Number(it.id),
    pending: it.pending,
    amount_cents: it.amount_cents,
    success: it.success,
    is_auth: it.is_auth,
    is_capture: it.is_capture,
    is_standalone_payment: true,
    is_voided: it.is_voided,
    is_refunded: it.is_refunded,
    is_3d_secure: it.is_3d_secure,
    integration_id: it.integration_id,
    profile_id: MERCHANT,
    has_parent_transaction: it.parent_id !== null,
    order: {
      id: it.order_id,
      created_at: intention?.created,
      amount_cents: intention?.amount,
      currency: intention?.currency,
      merchant_order_id: intention?.special_reference ?? null,
      paid_amount_cents: paid,
      items: intention?.items ?? [],
    },
    created_at: it.created_at,
    currency: it.currency,
    source_data: it.source,
    error_occured: false,
    is_live: INTEGRATIONS[it.integration_id]?.mode === 'live',
    owner: OWNER,
    parent_transaction: it.parent_id,
    refunded_amount_cents: it.refunded_amount_cents,
    data: { message: it.message, txn_response_code: it.code },
    payment_key_claims: { extra: intention?.extras ?? {}, integration_id: it.integration_id },
  }
}

/** The same flattened into the query the browser is sent back with. */
export function responseQuery(world: World, transaction: Transaction): URLSearchParams {
  const lies = strike(world.store, 'response-lies', [transaction.id, referenceOf(world, transaction)])
  const told = lies ? { ...transaction, success: !transaction.success, pending: false } : transaction
  const obj = present(world, told)
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(obj)) {
    if (name === 'order') query.set('order', String(told.order_id))
    else if (name === 'source_data')
      for (const [field, it] of Object.entries(told.source)) query.set(`source_data.${field}`, it)
    else if (name === 'data') query.set('data.message', told.message)
    else if (value === null || typeof value !== 'object') query.set(name, value === null ? '' : String(value))
  }
  query.set('txn_response_code', told.code)
  query.set('merchant_order_id', referenceOf(world, told) ?? '')
  query.set('hmac', transactionHmac(world.store.settings().hmac_secret, obj))
  return query
}
