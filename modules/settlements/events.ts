/** What settlements say to others. Ids are UUIDs, amounts integer strings of minor units, dates ISO 8601. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const Uuid = Type.String({ format: 'uuid' })
const settlement = {
  settlement_id: Uuid,
  partner_id: Uuid,
  period_start: Type.String(),
  period_end: Type.String(),
  payable_minor: Type.String(),
}

/** A period is closed and its statement sealed. `status`: `pending` (to be approved) or `carried` (below the minimum). */
export const settlementClosed = defineEvent(
  'settlements.settlement_closed',
  Type.Object({ ...settlement, status: Type.String() }),
)
/** The partner has the money. */
export const settlementPaid = defineEvent(
  'settlements.settlement_paid',
  Type.Object({ ...settlement, paid_minor: Type.String(), paid_at: Type.String() }),
)
/** The payout failed or came back; the settlement is approved again and can be paid anew. */
export const settlementPayoutFailed = defineEvent(
  'settlements.settlement_payout_failed',
  Type.Object({ ...settlement, reason: Type.String() }),
)

export const events = [settlementClosed, settlementPaid, settlementPayoutFailed]
