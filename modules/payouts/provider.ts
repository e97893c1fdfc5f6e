/** The port: what payouts need of a provider; and Wave behind it. Errors are those of the payments port. */
import type { Context } from '../../kernel/context.ts'
import { Fault } from '../../kernel/errors.ts'
import { decimalString, exponentOf } from '../../kernel/money.ts'
import { callWave, errorOf, ProviderRejection } from '../payments/api.ts'
import type { ProviderStatus } from './rules.ts'

export interface NewPayout {
  /** The same key and content is one payout, however often it is sent. */
  readonly key: string
  readonly reference: string
  readonly amount_minor: bigint
  readonly currency: string
  readonly mobile: string
  readonly name: string | undefined
  readonly reason: string | undefined
}

export interface ProviderPayout {
  readonly id: string
  readonly status: ProviderStatus
  readonly amount_minor: bigint
  readonly currency: string
  readonly fee_minor: bigint | null
  readonly failure_code: string | null
}

export interface PayoutProvider {
  readonly name: string
  createPayout(input: NewPayout): Promise<ProviderPayout>
  /** Undefined when the provider does not know it. */
  getPayout(id: string): Promise<ProviderPayout | undefined>
  /** Every payout made with this reference of ours. */
  findPayouts(reference: string): Promise<ProviderPayout[]>
}

const REASON_MAX = 40
const STATUSES: readonly ProviderStatus[] = ['processing', 'succeeded', 'failed', 'reversed']

export function payoutProvider(ctx: Context): PayoutProvider {
  return {
    name: 'wave',
    async createPayout({ key, reference, amount_minor, currency, mobile, name, reason }) {
      const body = {
        currency,
        receive_amount: decimalString(amount_minor, exponentOf(currency)),
        mobile,
        client_reference: reference,
        ...(name ? { name } : {}),
        ...(reason ? { payment_reason: reason.slice(0, REASON_MAX) } : {}),
      }
      return read(await callWave(ctx, { method: 'POST', path: '/v1/payout', body, idempotencyKey: key }), true)
    },
    async getPayout(id) {
      try {
        return read(await callWave(ctx, { method: 'GET', path: `/v1/payout/${encodeURIComponent(id)}` }), false)
      } catch (error) {
        if (error instanceof ProviderRejection && error.status === 404) return undefined
        throw error
      }
    },
    async findPayouts(reference) {
      const path = `/v1/payouts/search?client_reference=${encodeURIComponent(reference)}`
      const found = (await callWave(ctx, { method: 'GET', path })) as { result?: unknown } | undefined
      if (!Array.isArray(found?.result)) throw new Fault('wave', 'a search answered without a result')
      return found.result.map((it) => read(it, false))
    },
  }
}

/** An answer that cannot be read leaves the outcome unknown when it answered an act. */
function read(body: unknown, acted: boolean): ProviderPayout {
  const data = (body ?? {}) as Record<string, unknown>
  const status = STATUSES.find((it) => it === data['status'])
  const { id, receive_amount, currency, fee } = data
  const amount = typeof receive_amount === 'string' && /^[1-9]\d{0,14}$/.test(receive_amount)
  if (typeof id !== 'string' || !status || !amount || typeof currency !== 'string')
    throw new Fault('wave', 'the description of a payout cannot be read', { outcomeUnknown: acted })
  return {
    id,
    status,
    amount_minor: BigInt(receive_amount as string),
    currency,
    fee_minor: typeof fee === 'string' && /^\d{1,15}$/.test(fee) ? BigInt(fee) : null,
    failure_code: data['payout_error'] ? errorOf(data['payout_error']).code : null,
  }
}
