/**
 * The port: what payments need of a provider, small enough that a second one is one more adapter. Calls throw `Fault` when the
 * provider is down or silent (`outcomeUnknown` says whether it may have acted) and `ProviderRejection` when it said no.
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

/** A checkout session as the provider sees it. Amounts may be anything: they are what it claims, not what we asked for. */
export interface ProviderSession {
  readonly id: string
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
}

/** An event of the provider, read but not judged. */
export interface ProviderEvent {
  readonly id: string
  readonly type: string
  /** What the event says of a checkout session; undefined for every other kind of event. */
  readonly session: ProviderSession | undefined
  /** True when it announces a declined attempt, which leaves the session open. */
  readonly declined: boolean
}

export interface NewSession {
  readonly reference: string
  readonly amount_minor: bigint
  readonly currency: string
  readonly success_url: string
  readonly error_url: string
}

export interface PaymentProvider {
  readonly name: string
  /** No call takes longer. */
  readonly patienceMs: number
  createSession(input: NewSession): Promise<ProviderSession>
  /** Undefined when the provider does not know it. */
  getSession(id: string): Promise<ProviderSession | undefined>
  /** Every session made with this reference of ours. */
  findSessions(reference: string): Promise<ProviderSession[]>
  /** Closes an open session. Rejected when it is complete or expired. */
  expireSession(id: string): Promise<void>
  /** Gives all of a paid session back. Repeating changes nothing. */
  refundSession(id: string): Promise<void>
  /** True when the message with these headers and exactly these bytes comes from the provider, and lately. */
  verify(headers: Readonly<Record<string, string | string[] | undefined>>, raw: Buffer): boolean
  /** Undefined when it is no event of the provider. */
  readEvent(raw: Buffer): ProviderEvent | undefined
}
