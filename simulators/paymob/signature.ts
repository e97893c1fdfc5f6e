// Signs callbacks as Paymob does: HMAC-SHA512 in lower-case hex over chosen values with nothing between them. Written from the protocol
// alone and shared with nobody, so that a mistake here cannot hide the same mistake in a receiver.
import { createHmac, randomBytes } from 'node:crypto'

type Values = Record<string, unknown>

function sign(secret: string, text: string): string {
  return createHmac('sha512', secret).update(text).digest('hex')
}

const words = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

/** The twenty values of a transaction, in their order. */
export function transactionHmac(secret: string, obj: Values): string {
  const order = obj['order'] as Values | number
  const source = obj['source_data'] as Values
  const text = [
    obj['amount_cents'], obj['created_at'], obj['currency'], obj['error_occured'], obj['has_parent_transaction'], obj['id'],
    obj['integration_id'], obj['is_3d_secure'], obj['is_auth'], obj['is_capture'], obj['is_refunded'],
    obj['is_standalone_payment'], obj['is_voided'], typeof order === 'object' ? order['id'] : order, obj['owner'],
    obj['pending'], source['pan'], source['sub_type'], source['type'], obj['success'],
  ] // prettier-ignore
  return sign(secret, text.map(words).join(''))
}

/** The eight values of a card token, in the order of their names. */
export function cardHmac(secret: string, obj: Values): string {
  const fields = ['card_subtype', 'created_at', 'email', 'id', 'masked_pan', 'merchant_id', 'order_id', 'token']
  return sign(secret, fields.map((field) => words(obj[field])).join(''))
}

export function subscriptionHmac(secret: string, trigger: string, id: string): string {
  return sign(secret, `${trigger}for${id}`)
}

export const FORGERIES = [
  'signature',
  'other-secret',
  'unsigned',
  'tampered-amount',
  'tampered-success',
  'other-payment',
] as const
export type Forgery = (typeof FORGERIES)[number]

/**
 * A delivery that a careful receiver does not fall for. `other-payment` changes what the signature does not cover: it is well signed,
 * and still no money of that payment.
 */
export function forged(forgery: Forgery, raw: string, hmac: string): { raw: string; hmac: string | null } {
  switch (forgery) {
    case 'signature':
      return { raw, hmac: randomBytes(64).toString('hex') }
    case 'other-secret':
      return { raw, hmac: sign(randomBytes(16).toString('hex'), raw) }
    case 'unsigned':
      return { raw, hmac: null }
    case 'tampered-amount':
      return { raw: raw.replace(/"amount_cents":\d+/, '"amount_cents":99999999'), hmac }
    case 'tampered-success':
      return { raw: raw.replace('"success":false', '"success":true'), hmac }
    case 'other-payment':
      return {
        raw: raw.replace(/"merchant_order_id":"[^"]*"/, '"merchant_order_id":"pay_00000000000000000000000000"'),
        hmac,
      }
  }
}
