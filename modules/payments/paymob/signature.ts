/**
 * Proof that a callback comes from Paymob: HMAC-SHA512 in hexadecimal over chosen values of it, with nothing between them. Which
 * values differs by kind; whatever is not among them proves nothing. There is no timestamp: an old callback stays valid for ever,
 * which is why every callback only sends us to ask. Compared in constant time, with every secret every time.
 */
import { createHmac } from 'node:crypto'
import { sameSecret } from '../../../kernel/crypto.ts'

/** What a transaction callback covers, in its order. `order` stands for the order's id. */
const TRANSACTION = [
  'amount_cents', 'created_at', 'currency', 'error_occured', 'has_parent_transaction', 'id', 'integration_id', 'is_3d_secure',
  'is_auth', 'is_capture', 'is_refunded', 'is_standalone_payment', 'is_voided', 'order', 'owner', 'pending', 'source_data.pan',
  'source_data.sub_type', 'source_data.type', 'success',
] as const // prettier-ignore

const CARD = ['card_subtype', 'created_at', 'email', 'id', 'masked_pan', 'merchant_id', 'order_id', 'token'] as const

const SIGNATURE_MAX = 256

export function hmacSha512(secret: string, text: string): string {
  return createHmac('sha512', secret).update(text, 'utf8').digest('hex')
}

/** The signed text of a transaction: `value` gives each field as text. */
export function transactionText(value: (field: (typeof TRANSACTION)[number]) => string): string {
  return TRANSACTION.map(value).join('')
}

/** The signed text of a card token. */
export function cardText(value: (field: (typeof CARD)[number]) => string): string {
  return CARD.map(value).join('')
}

/** The signed text of what is said of a subscription. */
export function subscriptionText(trigger: string, subscriptionId: string): string {
  return `${trigger}for${subscriptionId}`
}

export function isSignedBy(secrets: readonly string[], text: string, signature: unknown): boolean {
  if (typeof signature !== 'string' || signature.length > SIGNATURE_MAX) return false
  let genuine = false
  for (const secret of secrets) genuine = sameSecret(signature.toLowerCase(), hmacSha512(secret, text)) || genuine
  return genuine
}
