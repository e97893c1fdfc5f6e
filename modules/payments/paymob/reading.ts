/** Paymob's descriptions (transactions, callbacks, card tokens, subscriptions) in our words. Reads what can be read, judges nothing. */
import { EXPIRED_CARD, type EventSubject, type ProviderEvent, type ProviderSession, type ProviderSubscription } from '../provider.ts' // prettier-ignore
import { cardText, transactionText } from './signature.ts'

/** Orders and transactions are plain numbers at Paymob, each from one: here they are told apart. */
const ORDER = 'ord-'
const TRANSACTION = 'txn-'
export const orderRef = (id: string) => ORDER + id
export const transactionRef = (id: string) => TRANSACTION + id
export const orderIn = (ref: string) => ref.slice(ORDER.length)
export const transactionIn = (ref: string) => ref.slice(TRANSACTION.length)

export type Fields = Record<string, unknown>

export const fieldsIn = (value: unknown): Fields | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : undefined

/** A number without a name of its own, as text; undefined when it cannot be one. */
export function idOf(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^\d{1,18}$/.test(text) ? text : undefined
}

/** Some answers carry truth values as words. */
const isTrue = (value: unknown): boolean => value === true || value === 'true'
const textOf = (value: unknown): string | null => (typeof value === 'string' && value.length <= 2000 ? value : null)

function amountOf(value: unknown): bigint | null {
  const text = idOf(value)
  return text === undefined ? null : BigInt(text)
}

function instantOf(value: unknown): Temporal.Instant | null {
  const text = textOf(value)
  if (text === null) return null
  try {
    // Without an offset it is in UTC.
    return Temporal.Instant.from(/(Z|[+-]\d{2}:?\d{2})$/.test(text) ? text : `${text}Z`)
  } catch {
    return null
  }
}

export interface PaymobTransaction {
  readonly id: string
  readonly order_id: string
  /** Set when this is what was done to another transaction: a refund, a void, a capture. */
  readonly parent_id: string | undefined
  readonly integration_id: string | undefined
  readonly pending: boolean
  /** Some transaction of the order brought money. */
  readonly order_paid: boolean
  readonly session: ProviderSession
}

/** Undefined when it describes no transaction. */
export function readTransaction(body: unknown): PaymobTransaction | undefined {
  const outer = fieldsIn(body)
  const data = fieldsIn(outer?.['obj']) ?? outer
  if (!data) return undefined
  const order = fieldsIn(data['order'])
  const [id, order_id] = [idOf(data['id']), idOf(order?.['id'] ?? data['order'])]
  if (id === undefined || order_id === undefined) return undefined
  const pending = isTrue(data['pending'])
  const success = isTrue(data['success']) && !isTrue(data['error_occured'])
  // Money that is only promised (an authorisation) has not come.
  const promised = isTrue(data['is_auth']) && !isTrue(data['is_capture'])
  const paid = success && !pending && !promised
  const amount_minor = amountOf(data['amount_cents'])
  const currency = textOf(data['currency'])
  return {
    id,
    order_id,
    parent_id: isTrue(data['has_parent_transaction']) ? idOf(parentOf(data)) : undefined,
    integration_id: idOf(data['integration_id']),
    pending,
    order_paid: (amountOf(order?.['paid_amount_cents']) ?? 0n) > 0n,
    session: {
      id: orderRef(order_id),
      receipt_ref: transactionRef(id),
      status: paid ? 'complete' : 'open',
      paid,
      amount_minor,
      currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : null,
      reference: referenceIn(order?.['merchant_order_id'] ?? data['merchant_order_id']),
      transaction_ref: id,
      failure_code: paid || pending || promised ? null : failureOf(fieldsIn(data['data'])),
      launch_url: null,
      expires_at: null,
      completed_at: paid ? instantOf(data['created_at']) : null,
      refunded_at: null,
      returned_minor: returnedOf(data, amount_minor ?? 0n),
    },
  }
}

const parentOf = (data: Fields): unknown => fieldsIn(data['parent_transaction'])?.['id'] ?? data['parent_transaction']

function returnedOf(data: Fields, amount: bigint): bigint {
  if (isTrue(data['is_voided'])) return amount
  const refunded = amountOf(data['refunded_amount_cents']) ?? 0n
  return refunded === 0n && isTrue(data['is_refunded']) ? amount : refunded
}

/** Our reference; from the second try on Paymob knows it with the number of the try behind it. */
function referenceIn(value: unknown): string | null {
  return /^(pay_[0-9a-z]{26})(-\d{1,4})?$/.exec(textOf(value) ?? '')?.[1] ?? null
}

/** Acquirers answer by number or by word. */
const CODES: Readonly<Record<string, string>> = {
  '51': 'insufficient-funds',
  '54': EXPIRED_CARD,
  'insufficient-funds': 'insufficient-funds',
  'expired-card': EXPIRED_CARD,
}

function failureOf(data: Fields | undefined): string {
  const said = data?.['txn_response_code'] ?? data?.['message']
  const words = typeof said === 'string' || typeof said === 'number' ? String(said) : ''
  const code = words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60) // prettier-ignore
  return CODES[code] ?? (code === '' ? 'declined' : code)
}

/** How a value stands in a signed text. */
const signed = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** What the signature of a transaction callback covers, of the body of the POST. */
export function transactionTextOf(obj: Fields): string {
  const source = fieldsIn(obj['source_data']) ?? {}
  return transactionText((field) => {
    if (field === 'order') return signed(fieldsIn(obj['order'])?.['id'] ?? obj['order'])
    return field.startsWith('source_data.') ? signed(source[field.slice('source_data.'.length)]) : signed(obj[field])
  })
}

/** The same of the query of the GET. */
export function returnTextOf(query: Readonly<Record<string, string | undefined>>): string {
  return transactionText((field) =>
    field === 'order' ? signed(query['order'] ?? query['order_id']) : signed(query[field] ?? query[underscored(field)]),
  )
}

const underscored = (field: string) => field.replace('.', '_')

export const cardTextOf = (obj: Fields): string => cardText((field) => signed(obj[field]))

/** Undefined when it is no event: neither a transaction, nor a card token, nor of a subscription. */
export function readEvent(raw: Buffer): ProviderEvent | undefined {
  const body = bodyOf(raw)
  if (!body) return undefined
  const kind = textOf(body['type'])
  const obj = fieldsIn(body['obj'])
  if (kind === 'TRANSACTION' && obj) return transactionEvent(obj)
  if (kind === 'TOKEN' && obj) return cardEvent(obj)
  const subscription = fieldsIn(body['subscription_data'])
  const trigger = textOf(body['trigger_type'])
  if (subscription && trigger) return subscriptionEvent(body, subscription, trigger)
  return kind === null ? undefined : { id: `other-${kind.slice(0, 40)}-${signed(obj?.['id'])}`, type: kind.slice(0, 100), session: undefined, declined: false } // prettier-ignore
}

export function bodyOf(raw: Buffer): Fields | undefined {
  try {
    return fieldsIn(JSON.parse(raw.toString('utf8')))
  } catch {
    return undefined
  }
}

/** A callback has neither id nor time: the transaction and what it has come to are its name. */
function transactionEvent(obj: Fields): ProviderEvent | undefined {
  const read = readTransaction(obj)
  if (!read) return undefined
  const { id, session, pending } = read
  const state = `${session.paid ? 'paid' : pending ? 'pending' : 'unpaid'}-${session.returned_minor ?? 0n}`
  const about: EventSubject = {
    kind: 'transaction',
    session_ref: session.id,
    transaction_ref: transactionRef(id),
    claims_paid: session.paid,
  }
  return { id: `txn-${id}-${state}`, type: `TRANSACTION.${kindOf(obj)}`, session: undefined, declined: false, about }
}

function kindOf(obj: Fields): string {
  if (isTrue(obj['has_parent_transaction'])) return 'child'
  return isTrue(obj['pending']) ? 'pending' : isTrue(obj['success']) ? 'approved' : 'declined'
}

/** `xxxx-xxxx-xxxx-2346`: masked, or it is none. */
const CARD_NUMBER = /^[\dxX*• -]*[xX*•][\dxX*• -]*(\d{4})$/

function cardEvent(obj: Fields): ProviderEvent | undefined {
  const [id, order, token] = [idOf(obj['id']), idOf(obj['order_id']), textOf(obj['token'])]
  const last_four = CARD_NUMBER.exec(textOf(obj['masked_pan']) ?? '')?.[1]
  // The signed text has no borders: signed words of another callback could be cut so that they name a card.
  if (idOf(obj['merchant_id']) === undefined || instantOf(obj['created_at']) === null) return undefined
  if (!id || !order || !token || !last_four) return undefined
  const brand = (textOf(obj['card_subtype']) ?? 'card').slice(0, 40)
  const card = { token, brand, last_four }
  return { id: `card-${id}-${order}`, type: 'TOKEN', session: undefined, declined: false, about: { kind: 'card', session_ref: orderRef(order), card } } // prettier-ignore
}

function subscriptionEvent(body: Fields, subscription: Fields, trigger: string): ProviderEvent | undefined {
  const id = idOf(subscription['id'])
  if (!id) return undefined
  const name = trigger.toLowerCase().replaceAll(/\s+/g, '_').slice(0, 60)
  const once = signed(body['transaction_id'] ?? body['paymob_request_id'] ?? subscription['state']).slice(0, 60)
  const about: EventSubject = { kind: 'subscription', subscription_ref: id }
  return { id: `sub-${id}-${name}-${once}`, type: `SUBSCRIPTION.${name}`, session: undefined, declined: false, about }
}

/** Undefined when it describes no subscription. `listed` is the answer with its transactions. */
export function readSubscription(body: unknown, listed: unknown): ProviderSubscription | undefined {
  const data = fieldsIn(body)
  const id = idOf(data?.['id'])
  if (!data || id === undefined) return undefined
  const items = Array.isArray(listed) ? listed : (fieldsIn(listed)?.['results'] ?? fieldsIn(listed)?.['transactions'])
  const transactions = (Array.isArray(items) ? items : [])
    .map((it) => idOf(fieldsIn(it)?.['id'] ?? it))
    .filter((it) => it !== undefined)
  const first = idOf(data['initial_transaction'])
  const all = [...new Set([...(first === undefined ? [] : [first]), ...transactions])]
  return {
    id,
    state: (textOf(data['state']) ?? 'unknown').toLowerCase().slice(0, 40),
    amount_minor: amountOf(data['amount_cents']),
    next_billing: dateOf(data['next_billing']),
    first_transaction_ref: first === undefined ? null : transactionRef(first),
    transactions: all.map(transactionRef).sort(byNumber),
  }
}

const byNumber = (a: string, b: string) => Number(transactionIn(a)) - Number(transactionIn(b))

function dateOf(value: unknown): Temporal.PlainDate | null {
  try {
    return typeof value === 'string' ? Temporal.PlainDate.from(value.slice(0, 10)) : null
  } catch {
    return null
  }
}
