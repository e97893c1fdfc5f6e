/** Pure decisions: what may follow what, what a session of the provider means for a payment, when to ask again. */
import { idType, uuidFrom, type Id } from '../../kernel/ids.ts'
import type { ProviderSession } from './provider.ts'

export const paymentIds = idType('pay')
export const refundIds = idType('rfd')
export const cardIds = idType('crd')
export const reversalIds = idType('rev')
export type PaymentId = Id<'pay'>
export type CardId = Id<'crd'>
export type RefundId = Id<'rfd'>

export type PaymentState = 'created' | 'opened' | 'succeeded' | 'expired' | 'cancelled' | 'disputed'
export type RefundState = 'requested' | 'succeeded' | 'failed'

/**
 * What may follow. A declined attempt changes nothing: the checkout stays open. Money that comes after the end is still
 * money, so `expired` and `cancelled` may be followed by success; nothing ever leads back from there or from success.
 */
export const NEXT: Readonly<Record<PaymentState, readonly PaymentState[]>> = {
  created: ['opened', 'succeeded', 'expired', 'cancelled', 'disputed'],
  opened: ['succeeded', 'expired', 'cancelled', 'disputed'],
  expired: ['succeeded', 'disputed'],
  cancelled: ['succeeded', 'disputed'],
  succeeded: [],
  disputed: [],
}

export function mayFollow(from: PaymentState, to: PaymentState): boolean {
  return NEXT[from].includes(to)
}

/** Enough of a number to recognise it, not enough to call it: `+22177•••••67`. */
export function hideNumber(value: unknown): unknown {
  return typeof value === 'string' && value.length > 8 ? `${value.slice(0, 6)}•••••${value.slice(-2)}` : value
}

export interface Known {
  readonly state: PaymentState
  readonly amount_minor: bigint
  readonly currency: string
  readonly session_ref: string | null
  readonly failure_code: string | null
  readonly cancel_requested_at: Temporal.Instant | null
  /** A saved card was charged: nobody sits before a page, so that a decline is the end. */
  readonly unattended?: boolean
}

export interface KnownReceipt {
  readonly amount_minor: bigint
  readonly currency: string
}

/** What a session means for a payment. `decline` and `none` change no money and no state. */
export type Decision =
  | { readonly act: 'open' }
  | { readonly act: 'succeed'; readonly late: boolean }
  | { readonly act: 'dispute' }
  | { readonly act: 'duplicate' }
  | { readonly act: 'decline'; readonly code: string }
  | { readonly act: 'end'; readonly state: 'expired' | 'cancelled' }
  | { readonly act: 'fail'; readonly code: string }
  | { readonly act: 'none'; readonly why: 'repeat' | 'contradiction' | 'out_of_order' | 'nothing_new' }

/**
 * Judges `session` against what is known. `announced`: an event said that an attempt was declined (each is told once);
 * without it a decline counts only when it is news. `receipt` is the money already recorded for this very session.
 */
export function decide(
  known: Known,
  receipt: KnownReceipt | undefined,
  session: ProviderSession,
  announced: 'decline' | undefined,
): Decision {
  if (session.paid) {
    const fits = (it: KnownReceipt) => it.amount_minor === session.amount_minor && it.currency === session.currency
    if (receipt) return { act: 'none', why: fits(receipt) ? 'repeat' : 'contradiction' }
    if (!mayFollow(known.state, 'succeeded'))
      return (session.receipt_ref ?? session.id) === known.session_ref
        ? { act: 'none', why: 'contradiction' }
        : { act: 'duplicate' }
    if (!fits(known)) return { act: 'dispute' }
    return { act: 'succeed', late: known.state === 'expired' || known.state === 'cancelled' }
  }
  if (known.unattended && session.failure_code !== null)
    return known.state === 'created' || known.state === 'opened'
      ? { act: 'fail', code: session.failure_code }
      : { act: 'none', why: 'nothing_new' }
  if (announced === 'decline') {
    if (known.state !== 'created' && known.state !== 'opened') return { act: 'none', why: 'out_of_order' }
    return { act: 'decline', code: session.failure_code ?? 'payment-failure' }
  }
  if (session.status === 'expired') {
    if (known.session_ref !== null && known.session_ref !== session.id) return { act: 'none', why: 'nothing_new' }
    const state = known.cancel_requested_at === null ? 'expired' : 'cancelled'
    return mayFollow(known.state, state) ? { act: 'end', state } : { act: 'none', why: 'nothing_new' }
  }
  if (known.state === 'opened' && session.failure_code !== null && session.failure_code !== known.failure_code)
    return { act: 'decline', code: session.failure_code }
  return known.state === 'created' ? { act: 'open' } : { act: 'none', why: 'nothing_new' }
}

/** Of several sessions with one reference: the paid one, else an open one, else any. */
export function bestOf(sessions: readonly ProviderSession[]): ProviderSession | undefined {
  return sessions.find((it) => it.paid) ?? sessions.find((it) => it.status === 'open') ?? sessions[0]
}

/** A webhook that has not come after this long is not waited for: the provider is asked. */
export const POLL_FIRST = { minutes: 2 } as const
/** A charge for which no session is found after this long was never shown to anybody. */
export const ABANDONED_AFTER = { minutes: 30 } as const
/** A saved card whose charge nobody knows of after this long was not charged, as far as anybody can tell. */
export const UNANSWERED_AFTER = { hours: 2 } as const
/** Money can still come after the end: ask this long after it, and then no more. */
const AFTER_END_HOURS = [1, 24, 72]
const POLL_MAX_SECONDS = 30 * 60

/** When to ask the provider again about an unfinished payment: soon while it is young, at its expiry, then less often. */
export function nextPoll(
  payment: { readonly created_at: Temporal.Instant; readonly expires_at: Temporal.Instant | null },
  now: Temporal.Instant,
): Temporal.Instant {
  const age = Math.max(0, Math.floor(now.since(payment.created_at).total('seconds')))
  const next = now.add({ seconds: Math.min(POLL_MAX_SECONDS, Math.max(120, Math.floor(age / 2))) })
  const { expires_at } = payment
  const beforeNext =
    expires_at && Temporal.Instant.compare(expires_at, now) > 0 && Temporal.Instant.compare(expires_at, next) < 0
  return beforeNext ? expires_at : next
}

/** When to ask again about one that ended without money; null when it has been long enough. */
export function nextPollAfterEnd(ended_at: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const times = AFTER_END_HOURS.map((hours) => ended_at.add({ hours }))
  return times.find((time) => Temporal.Instant.compare(time, now) > 0) ?? null
}

/** Seconds until try number `attempts + 1`: 1, 2, 4 … minutes, at most 6 hours. */
export function backoffSeconds(attempts: number): number {
  return Math.min(6 * 3600, 60 * 2 ** Math.min(attempts, 10))
}

/** An event whose payment is not found is looked at again for as long as the provider itself would retry. */
export const UNMATCHED_FOR = { hours: 72 } as const

/** Ids of the transfers: the same act always asks the ledger with the same id. */
export const transferOf = {
  received: (paymentId: string, sessionRef: string) => uuidFrom('payments.received', paymentId, sessionRef),
  refunded: (refundId: string) => uuidFrom('payments.refunded', refundId),
  reversed: (paymentId: string, receiptRef: string, returned_minor: bigint) =>
    uuidFrom('payments.reversed', paymentId, receiptRef, returned_minor.toString()),
  covered: (reversalId: string) => uuidFrom('payments.reversal_covered', reversalId),
  duplicateRefund: (paymentId: string, sessionRef: string) =>
    uuidFrom('payments.duplicate_refund', paymentId, sessionRef),
}
