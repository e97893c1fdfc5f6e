/** SQL behind what staff find and follow: statements by their number or partner. Crosses partners. */
import { statement } from '../../../kernel/db/statement.ts'
import type { SettlementStatus } from '../rules.ts'

export interface SettlementThing {
  partner_id: string
  id: string
  period_start: Temporal.PlainDate
  period_end: Temporal.PlainDate
  asset: string
  payable_minor: bigint
  status: SettlementStatus
  closed_at: Temporal.Instant
  approved_at: Temporal.Instant | null
  paid_at: Temporal.Instant | null
  payout_id: string | null
  payout_failure: string | null
}

export const findSettlements = statement<SettlementThing>(
  'settlements.inquire_settlements',
  `select partner_id, id, period_start, period_end, asset, payable_minor, status, closed_at, approved_at, paid_at, payout_id,
     payout_failure
   from settlements.settlement where (partner_id, id) in (
     select i.partner_id, i.id from settlements.settlement i where i.id = any($1::uuid[])
     union (select p.partner_id, p.id from settlements.settlement p where p.partner_id = $2::uuid
       order by p.period_end desc limit $3))
   order by closed_at desc limit $3`,
)
