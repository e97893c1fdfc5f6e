// The records of the simulated account, in the words of the Paymob API. Amounts are whole piasters. Nothing here computes.
import type { Message } from '../delivery.ts'
import type { SharedSettings, SharedTables } from '../state.ts'

export interface Intention {
  /** `pi_test_…` */
  id: string
  client_secret: string
  order_id: number
  amount: number
  currency: string
  integrations: number[]
  /** One per integration; what a charge without a page is asked with. */
  keys: { integration: number; key: string }[]
  items: { name: string; amount: number; quantity: number }[]
  billing_data: Record<string, string>
  special_reference: string | null
  notification_url: string | null
  redirection_url: string | null
  plan_id: number | null
  extras: Record<string, unknown>
  created: string
  expires_ms: number
}

export type TransactionKind = 'payment' | 'refund' | 'void' | 'capture'

export interface Transaction {
  /** The number, as text. */
  id: string
  kind: TransactionKind
  order_id: number
  integration_id: number
  amount_cents: number
  currency: string
  success: boolean
  pending: boolean
  is_3d_secure: boolean
  is_auth: boolean
  is_capture: boolean
  is_voided: boolean
  is_refunded: boolean
  refunded_amount_cents: number
  parent_id: number | null
  created_at: string
  source: { pan: string; type: string; sub_type: string }
  code: string
  message: string
  /** Never sent: what becomes of it and the card that paid. */
  card_number: string | null
  save_card: boolean
}

/** A card kept for later; the token is its id. */
export interface Card {
  id: string
  number: string
  token_id: number
  masked_pan: string
  sub_type: string
  order_id: number
}

export interface Plan {
  id: string
  name: string
  frequency: number
  reminder_days: number | null
  retrial_days: number | null
  plan_type: string
  number_of_deductions: number | null
  amount_cents: number
  use_transaction_amount: boolean
  is_active: boolean
  integration: number
  webhook_url: string | null
  created_at: string
}

export interface Subscription {
  id: string
  plan_id: number
  frequency: number
  state: 'active' | 'suspended' | 'canceled'
  amount_cents: number
  starts_at: string
  next_billing: string
  ends_at: string | null
  suspended_at: string | null
  resumed_at: string | null
  initial_transaction: number
  transactions: number[]
  card: string
  integration: number
  webhook_url: string | null
  failures: number
  deductions_left: number | null
}

/** Its type is `TRANSACTION`, `TOKEN`, or the trigger of a subscription. */
export interface Callback extends Message {
  reference: string | null
  url: string | null
  /** What the query carries; null where the signature is in the body. */
  hmac: string | null
}

export interface Settings extends SharedSettings {
  next_number: number
  /** Where callbacks go when an intention names no address. */
  callback_url: string | null
  hmac_secret: string
}

export interface Tables extends SharedTables {
  intention: Intention
  transaction: Transaction
  card: Card
  plan: Plan
  subscription: Subscription
  callback: Callback
  settings: Settings
}
