/**
 * The port: what payments need of a provider, small enough that another one is one more adapter. Calls throw `Fault` when the
 * provider is down or silent (`outcomeUnknown` says whether it may have acted) and `ProviderRejection` when it said no. What
 * only some providers can do (parts of a refund, saved cards, subscriptions of their own) is optional and says so.
 */
/** A definite no of the provider: it understood, and nothing was done. */
export class ProviderRejection extends Error {
  readonly status: number
  /** The provider's own code. */
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(`${code}: ${message}`)
    this.name = 'ProviderRejection'
    this.status = status
    this.code = code
  }
}

/** The one failure code that means the same at every provider: the card is past its date. */
export const EXPIRED_CARD = 'expired-card'

/** A checkout session as the provider sees it. Amounts may be anything: they are what it claims, not what we asked for. */
export interface ProviderSession {
  readonly id: string
  /** The name of the money that came, where one session can be paid by several transactions. Absent: the session's own. */
  readonly receipt_ref?: string
  readonly status: 'open' | 'complete' | 'expired'
  readonly paid: boolean
  /** Null when it cannot be read as an amount. */
  readonly amount_minor: bigint | null
  readonly currency: string | null
  /** Ours, given at creation. */
  readonly reference: string | null
  readonly transaction_ref: string | null
  /** Code of the last declined attempt. */
  readonly failure_code: string | null
  readonly launch_url: string | null
  readonly expires_at: Temporal.Instant | null
  readonly completed_at: Temporal.Instant | null
  readonly refunded_at: Temporal.Instant | null
  /** What went back of the money that came, by whomever and in whatever way. Absent: the provider does not tell. */
  readonly returned_minor?: bigint
}

/** An event of the provider, read but not judged. */
export interface ProviderEvent {
  readonly id: string
  readonly type: string
  /** What the event says of a checkout session; undefined for every other kind of event. */
  readonly session: ProviderSession | undefined
  /** True when it announces a declined attempt, which leaves the session open. */
  readonly declined: boolean
  /** For events that are hearsay: what they speak of, so that the provider itself can be asked. */
  readonly about?: EventSubject
}

/** What an event speaks of, in the provider's names. Only what its signature covers may be here. */
export type EventSubject =
  | {
      readonly kind: 'transaction'
      readonly session_ref: string
      readonly transaction_ref: string
      readonly claims_paid: boolean
    }
  | { readonly kind: 'card'; readonly session_ref: string; readonly card: ProviderCard }
  | { readonly kind: 'subscription'; readonly subscription_ref: string }

/** A card the payer allowed the provider to keep. `token` charges it: a secret. */
export interface ProviderCard {
  readonly token: string
  readonly brand: string
  readonly last_four: string
}

/** A subscription the provider itself charges, as it sees it. */
export interface ProviderSubscription {
  readonly id: string
  /** The provider's own word, in lower case: `active`, `suspended`, `cancelled`, … */
  readonly state: string
  readonly amount_minor: bigint | null
  readonly next_billing: Temporal.PlainDate | null
  /** The transaction it began with. */
  readonly first_transaction_ref: string | null
  /** Every transaction of it that the provider lists, oldest first. */
  readonly transactions: readonly string[]
}

export type SubscriptionAct = 'suspend' | 'resume' | 'cancel'

export interface NewSession {
  readonly reference: string
  /** How often this was tried; from the second on, what an earlier try may have made was looked for and not found. */
  readonly attempt: number
  readonly amount_minor: bigint
  readonly currency: string
  readonly success_url: string
  readonly error_url: string
  /** Where the provider sends the browser when it has one address for both ends: ours, which leads on. */
  readonly return_url: string
  /** The provider's plan that this payment begins, when it is to charge by itself from then on. */
  readonly plan_ref?: string
  /** The page offers cards and nothing else, where the provider knows them apart. */
  readonly cards_only?: boolean
  /** Words for the payer, where the provider's page has them. */
  readonly locale?: string
}

/** What is known of a session besides its name, for providers that do not tell. */
export interface KnownOfSession {
  readonly expires_at: Temporal.Instant | null
  readonly launch_url: string | null
}

/** An order ready to be charged once on a saved card. */
export interface PreparedCharge {
  readonly session_ref: string
  /** What the charge is asked with; of use once. */
  readonly key: string
}

export interface SavedCards {
  /** Makes an order for a saved card; nothing is charged by it. */
  prepare(input: NewSession): Promise<PreparedCharge>
  /** Charges it. Not repeatable: whoever does not hear the answer asks what became of it and never charges again. */
  charge(prepared: PreparedCharge, token: string): Promise<ProviderSession>
}

export interface ProviderSubscriptions {
  /** Undefined when the provider does not know it. */
  get(id: string): Promise<ProviderSubscription | undefined>
  /** Repeating changes nothing. */
  act(id: string, act: SubscriptionAct): Promise<void>
}

export interface PaymentProvider {
  readonly name: string
  /** No call takes longer. */
  readonly patienceMs: number
  createSession(input: NewSession): Promise<ProviderSession>
  /** Undefined when the provider does not know it. */
  getSession(id: string, known: KnownOfSession): Promise<ProviderSession | undefined>
  /** Every session made with this reference of ours, in as many tries. */
  findSessions(reference: string, attempts: number): Promise<ProviderSession[]>
  /** Closes an open session. Rejected when it is complete or expired, or when the provider cannot. */
  expireSession(id: string): Promise<void>
  /** `repeatable`: the whole, and asking again changes nothing. `parts`: any part, and each asking gives back anew. */
  readonly refunds: 'repeatable' | 'parts'
  /** Gives money that came under this name back. */
  refund(receiptRef: string, amount_minor: bigint): Promise<void>
  /** How much of the money that came under this name has gone back by now, by whomever. */
  returned(receiptRef: string): Promise<bigint>
  /** True when the message with these headers and exactly these bytes comes from the provider, and lately. */
  verify(
    headers: Readonly<Record<string, string | string[] | undefined>>,
    raw: Buffer,
    query?: Readonly<Record<string, string | undefined>>,
  ): boolean
  /** Undefined when it is no event of the provider. */
  readEvent(raw: Buffer): ProviderEvent | undefined
  /** What a transaction says of its session now; undefined when the provider does not know it. For events that are hearsay. */
  getTransaction?(transactionRef: string): Promise<ProviderSession | undefined>
  /** What the browser was sent back with, when it is genuine: `hopeful` of money that came or is on its way. A hint, no more. */
  readReturn?(
    query: Readonly<Record<string, string | undefined>>,
  ): { readonly hopeful: boolean; readonly transaction_ref: string } | undefined
  readonly cards?: SavedCards
  readonly subscriptions?: ProviderSubscriptions
}
