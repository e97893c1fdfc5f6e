/**
 * Paymob behind the port. A checkout is an intention and its order; an order may see several transactions, each of which may bring
 * money, so the order is the session and the transaction is the receipt. Nothing a callback says is taken for true: it names a
 * transaction, and we ask. An intention has no key against repetition but its reference: each try of ours has its own.
 */
import { assert } from '../../../kernel/assert.ts'
import type { Context } from '../../../kernel/context.ts'
import { Fault } from '../../../kernel/errors.ts'
import { configOf } from '../config.ts'
import {
  ProviderRejection, type KnownOfSession, type NewSession, type PaymentProvider, type PreparedCharge, type ProviderSession,
} from '../provider.ts' // prettier-ignore
import { callPaymob } from './http.ts'
import {
  bodyOf, cardTextOf, fieldsIn, idOf, orderIn, orderRef, readEvent, readSubscription, readTransaction, returnTextOf,
  transactionIn, transactionRef, transactionTextOf, type PaymobTransaction,
} from './reading.ts' // prettier-ignore
import { isSignedBy, subscriptionText } from './signature.ts'

/** How long the payment page stays open. */
const CHECKOUT_SECONDS = 3600
/** Of earlier tries whose answer was lost, so many of the last are asked about. */
const TRIES_ASKED = 5

export function paymobProvider(ctx: Context): PaymentProvider {
  const config = configOf(ctx)
  const secrets = config.paymobHmacSecrets.split(',').map((it) => it.trim())
  const numbersIn = (text: string) => text.split(',').map((it) => Number(it.trim()))
  const offered = numbersIn(config.paymobIntegrations)
  const cardsAlone = numbersIn(config.paymobCardIntegrations)
  const moto = config.paymobMotoIntegration
  const ours = new Set([...offered, ...cardsAlone, moto].map(String))

  /** A transaction on an integration that is not ours (of the other kind of keys, say) is nothing to act on. */
  function own(transaction: PaymobTransaction): PaymobTransaction {
    if (transaction.integration_id !== undefined && ours.has(transaction.integration_id)) return transaction
    throw new ProviderRejection(409, 'foreign-integration', `integration ${transaction.integration_id ?? 'unknown'}`)
  }

  async function findTransaction(id: string): Promise<PaymobTransaction | undefined> {
    const path = `/api/acceptance/transactions/${encodeURIComponent(id)}`
    const body = await answerOrNothing(callPaymob(ctx, { method: 'GET', path, as: 'question' }))
    return body === undefined ? undefined : own(described(body))
  }

  /** What was done to a transaction (a refund, a void) is told by the transaction itself. */
  async function rootOf(transaction: PaymobTransaction): Promise<PaymobTransaction> {
    if (transaction.parent_id === undefined) return own(transaction)
    const parent = await findTransaction(transaction.parent_id)
    if (!parent) throw new Fault('paymob', `transaction ${transaction.id} has a parent that is not there`)
    return parent
  }

  /** The latest transaction of an order, by the order's id or our reference; undefined when there is none yet. */
  async function inquire(by: { order_id: number } | { merchant_order_id: string }) {
    const path = '/api/ecommerce/orders/transaction_inquiry'
    const body = await answerOrNothing(callPaymob(ctx, { method: 'POST', path, body: by, as: 'question' }))
    return body === undefined ? undefined : rootOf(described(body))
  }

  async function intend(input: NewSession, integrations: number[]): Promise<Record<string, unknown>> {
    const amount = Number(input.amount_minor)
    assert(Number.isSafeInteger(amount), 'an amount is exact')
    const brand = ctx.product.brand.name
    const body = {
      amount,
      currency: input.currency,
      payment_methods: integrations,
      items: [{ name: brand.slice(0, 50), amount, quantity: 1 }],
      // Paymob asks for these; who pays is none of its business before the card is typed.
      billing_data: {
        first_name: brand, last_name: 'NA', email: `${input.reference}@payer.invalid`, phone_number: 'NA',
        country: ctx.product.country,
      },
      special_reference: referenceOf(input.reference, input.attempt),
      expiration: CHECKOUT_SECONDS,
      notification_url: `${ctx.publicUrl}/webhooks/paymob`,
      redirection_url: input.return_url,
      ...(input.plan_ref ? { subscription_plan_id: Number(input.plan_ref) } : {}),
    } // prettier-ignore
    const made = fieldsIn(await callPaymob(ctx, { method: 'POST', path: '/v1/intention/', body, as: 'act' }))
    if (made && idOf(made['intention_order_id']) !== undefined) return made
    throw new Fault('paymob', 'an intention was made but its description cannot be read', { outcomeUnknown: true })
  }

  return {
    name: 'paymob',
    patienceMs: config.paymobTimeoutMs,
    refunds: 'parts',

    async createSession(input) {
      const expires_at = ctx.clock.now().add({ seconds: CHECKOUT_SECONDS })
      const made = await intend(input, input.cards_only ? cardsAlone : offered)
      const secret = made['client_secret']
      if (typeof secret !== 'string')
        throw new Fault('paymob', 'an intention was made but has no secret for its page', { outcomeUnknown: true })
      const page = new URL('/unifiedcheckout/', config.paymobApiUrl)
      page.searchParams.set('publicKey', config.paymobPublicKey)
      page.searchParams.set('clientSecret', secret)
      return {
        ...unpaid(orderRef(idOf(made['intention_order_id'])!), input.reference),
        launch_url: page.href,
        expires_at,
      }
    },

    async getSession(id, known) {
      const transaction = await inquire({ order_id: Number(orderIn(id)) })
      if (transaction) return standing(ctx, transaction, known)
      return { ...unpaid(id, null), ...launchOf(known), status: isOver(ctx, known) ? 'expired' : 'open' }
    },

    async findSessions(reference, attempts) {
      const found: ProviderSession[] = []
      for (let attempt = Math.max(1, attempts - TRIES_ASKED + 1); attempt <= attempts; attempt++) {
        const transaction = await inquire({ merchant_order_id: referenceOf(reference, attempt) })
        if (transaction) found.push(transaction.session)
      }
      return found
    },

    async expireSession() {
      throw new ProviderRejection(405, 'cannot-be-closed', 'an intention ends by its time alone')
    },

    async refund(receiptRef, amount_minor) {
      const body = { transaction_id: Number(transactionIn(receiptRef)), amount_cents: Number(amount_minor) }
      const path = '/api/acceptance/void_refund/refund'
      const made = readTransaction(await callPaymob(ctx, { method: 'POST', path, body, as: 'act' }))
      if (!made || made.pending) throw new Fault('paymob', 'a refund has no outcome yet', { outcomeUnknown: true })
      if (!made.session.paid) throw new ProviderRejection(409, made.session.failure_code ?? 'refund-refused', 'refused')
    },

    async returned(receiptRef) {
      return (await findTransaction(transactionIn(receiptRef)))?.session.returned_minor ?? 0n
    },

    verify(_headers, raw, query) {
      const body = bodyOf(raw)
      const obj = fieldsIn(body?.['obj'])
      if (!body) return false
      if (body['type'] === 'TRANSACTION' && obj) return isSignedBy(secrets, transactionTextOf(obj), query?.['hmac'])
      if (body['type'] === 'TOKEN' && obj) return isSignedBy(secrets, cardTextOf(obj), query?.['hmac'])
      const subscription = idOf(fieldsIn(body['subscription_data'])?.['id'])
      const trigger = body['trigger_type']
      if (subscription === undefined || typeof trigger !== 'string') return false
      return isSignedBy(secrets, subscriptionText(trigger, subscription), body['hmac'])
    },

    readEvent,

    async getTransaction(ref) {
      const transaction = await findTransaction(transactionIn(ref))
      return transaction && (await rootOf(transaction)).session
    },

    readReturn(query) {
      const id = idOf(query['id'])
      if (id === undefined || !isSignedBy(secrets, returnTextOf(query), query['hmac'])) return undefined
      return {
        hopeful: query['success'] === 'true' || query['pending'] === 'true',
        transaction_ref: transactionRef(id),
      }
    },

    cards: {
      async prepare(input): Promise<PreparedCharge> {
        const made = await intend(input, [moto])
        const keys = made['payment_keys']
        const key = Array.isArray(keys) ? fieldsIn(keys[0])?.['key'] : undefined
        if (typeof key !== 'string') throw new Fault('paymob', 'an intention has no key to pay with')
        return { session_ref: orderRef(idOf(made['intention_order_id'])!), key }
      },
      async charge({ session_ref, key }, token) {
        const body = { source: { identifier: token, subtype: 'TOKEN' }, payment_token: key }
        const path = '/api/acceptance/payments/pay'
        const made = readTransaction(await callPaymob(ctx, { method: 'POST', path, body, as: 'act' }))
        if (made && made.session.id === session_ref) return made.session
        throw new Fault('paymob', 'a card was charged and the answer cannot be read', { outcomeUnknown: true })
      },
    },

    subscriptions: {
      async get(id) {
        const path = `/api/acceptance/subscriptions/${encodeURIComponent(id)}`
        const body = await answerOrNothing(callPaymob(ctx, { method: 'GET', path, as: 'question' }))
        if (body === undefined) return undefined
        const listed = await callPaymob(ctx, { method: 'GET', path: `${path}/transactions`, as: 'question' })
        const read = readSubscription(body, listed)
        if (!read) throw new Fault('paymob', 'the description of a subscription cannot be read')
        return read
      },
      async act(id, act) {
        const path = `/api/acceptance/subscriptions/${encodeURIComponent(id)}/${act}`
        await callPaymob(ctx, { method: 'POST', path, body: {}, as: 'manage' })
      },
    },
  }
}

const referenceOf = (reference: string, attempt: number) => (attempt > 1 ? `${reference}-${attempt}` : reference)

const isOver = (ctx: Context, { expires_at }: KnownOfSession) =>
  expires_at === null || Temporal.Instant.compare(expires_at, ctx.clock.now()) <= 0

/** The session as its latest transaction leaves it. While one is pending, its end is not the page's. */
function standing(ctx: Context, transaction: PaymobTransaction, known: KnownOfSession): ProviderSession {
  const { session, pending, order_paid } = transaction
  // The question answers with the latest transaction only: an earlier one brought money, and its callback is still to come.
  if (!session.paid && order_paid) {
    ctx.log.error({ session_ref: session.id }, 'an order is paid by another transaction than its latest')
    return { ...session, ...launchOf(known), status: 'open' }
  }
  const status = session.paid ? 'complete' : !pending && isOver(ctx, known) ? 'expired' : 'open'
  return { ...session, ...launchOf(known), status }
}

const launchOf = ({ launch_url, expires_at }: KnownOfSession) => ({ launch_url, expires_at })

function unpaid(id: string, reference: string | null): ProviderSession {
  return {
    id,
    status: 'open',
    paid: false,
    amount_minor: null,
    currency: null,
    reference,
    transaction_ref: null,
    failure_code: null,
    launch_url: null,
    expires_at: null,
    completed_at: null,
    refunded_at: null,
  }
}

function described(body: unknown): PaymobTransaction {
  const read = readTransaction(body)
  if (!read) throw new Fault('paymob', 'the description of a transaction cannot be read')
  return read
}

/** Undefined instead of a 404: it is not there. */
async function answerOrNothing(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ProviderRejection && error.status === 404) return undefined
    throw error
  }
}
