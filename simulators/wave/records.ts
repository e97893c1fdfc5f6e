// The records the simulated wallet keeps, in the words of the Wave API. Amounts are strings of whole francs, instants are ISO 8601 in UTC
// to the second, exactly as they leave on the wire. Nothing here computes.
import type { Message } from '../delivery.ts'
import type { SharedSettings, SharedTables } from '../state.ts'

export type CheckoutStatus = 'open' | 'complete' | 'expired'
export type PaymentStatus = 'processing' | 'cancelled' | 'succeeded'
export type PayoutStatus = 'processing' | 'succeeded' | 'failed' | 'reversed'
export type WebhookMode = 'signature' | 'shared-secret'

export interface Session {
  id: string
  amount: string
  currency: string
  client_reference: string | null
  business_name: string
  aggregated_merchant_id: string | null
  restrict_payer_mobile: string | null
  checkout_status: CheckoutStatus
  payment_status: PaymentStatus
  last_payment_error: { code: string; message: string } | null
  transaction_id: string | null
  success_url: string
  error_url: string
  when_created: string
  when_expires: string
  when_completed: string | null
  when_refunded: string | null
}

export interface Payout {
  id: string
  kind: 'person' | 'business'
  batch: string | null
  currency: string
  receive_amount: string
  fee: string
  mobile: string | null
  recipient_id: string | null
  fee_payment_method: string | null
  name: string | null
  national_id: string | null
  payment_reason: string | null
  client_reference: string | null
  aggregated_merchant_id: string | null
  status: PayoutStatus
  payout_error: { error_code: string; error_message: string } | null
  timestamp: string
  /** What a payout still in `processing` becomes, and when on the simulated clock (null: only when told). */
  outcome: { at_ms: number | null; status: 'succeeded' | 'failed'; code: string } | null
}

export interface Batch {
  id: string
  payouts: string[]
}

export interface Transaction {
  id: string
  timestamp: string
  transaction_id: string
  transaction_type: string
  amount: string
  fee: string
  balance: string
  currency: string
  is_reversal: boolean
  counterparty_name: string | null
  counterparty_mobile: string | null
  counterparty_id: string | null
  client_reference: string | null
  payment_reason: string | null
  checkout_api_session_id: string | null
  batch_id: string | null
  aggregated_merchant_id: string | null
  /** Kept for the simulator itself, never sent: the payout that moved the money, the transaction this one takes back. */
  payout_id: string | null
  reverses: string | null
}

/** A Wave account the simulator was told about; every other number is an ordinary account with an unknown name. */
export interface Recipient {
  id: string
  name: string | null
  national_id: string | null
  condition: 'active' | 'minor' | 'blocked' | 'inactive' | 'terminated'
  limit: string | null
}

export interface WebhookEvent extends Message {
  client_reference: string | null
}

export interface IdempotentAnswer {
  id: string
  fingerprint: string
  status: number
  body: unknown
}

export interface Settings extends SharedSettings {
  opening_balance: string
  webhook_url: string | null
  webhook_secrets: string[]
  webhook_mode: WebhookMode
}

export interface Tables extends SharedTables {
  session: Session
  payout: Payout
  batch: Batch
  transaction: Transaction
  recipient: Recipient
  event: WebhookEvent
  idempotent: IdempotentAnswer
  settings: Settings
}
