/** SQL behind what staff find and follow: payouts by our and the provider's numbers. Crosses owners. */
import { statement } from '../../../kernel/db/statement.ts'
import type { PayoutState } from '../rules.ts'

export interface PayoutThing {
  id: string
  purpose: string
  reference: string
  amount_minor: bigint
  currency: string
  state: PayoutState
  provider_ref: string | null
  failure_code: string | null
  last_error: string | null
  settled_transfer_id: string
  returned_transfer_id: string
  requested_at: Temporal.Instant
  succeeded_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

export const findPayouts = statement<PayoutThing>(
  'payouts.inquire_payouts',
  `select id, purpose, reference, amount_minor, currency, state, provider_ref, failure_code, last_error, settled_transfer_id,
     returned_transfer_id, requested_at, succeeded_at, ended_at
   from payouts.payout where (owner_id, id) in (
     select i.owner_id, i.id from payouts.payout i where i.id = any($1::uuid[])
     union select p.owner_id, p.id from payouts.payout p where p.provider_ref = $2)
   order by requested_at desc limit $3`,
)
