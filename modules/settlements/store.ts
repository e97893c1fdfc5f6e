/** SQL of settlements. */
import type { Tx } from '../../kernel/db/tx.ts'
import { refusing, statement } from '../../kernel/db/statement.ts'
import { errors } from './errors.ts'
import type { LineKind, PaymentTerms, SettlementStatus } from './rules.ts'

export interface SettlementRow {
  partner_id: string
  id: string
  period_start: Temporal.PlainDate
  period_end: Temporal.PlainDate
  payment_terms: PaymentTerms
  asset: string
  line_count: number
  gross_minor: bigint
  share_minor: bigint
  commission_minor: bigint
  released_minor: bigint
  carried_in_minor: bigint
  payable_minor: bigint
  minimum_payout_minor: bigint
  withheld_minor: bigint
  status: SettlementStatus
  seal: string | null
  closed_at: Temporal.Instant
  approved_by: string | null
  approved_at: Temporal.Instant | null
  paid_by: string | null
  payout_id: string | null
  payout_attempts: number
  payout_failure: string | null
  paid_at: Temporal.Instant | null
  carried_into: string | null
}

const SETTLEMENT = `partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into`

// Whoever inserts the draft closes the period; everybody else waits and then finds it closed.
export const insertDraft = statement(
  'settlements.insert_draft',
  `insert into settlements.settlement (partner_id, id, period_start, period_end, payment_terms, asset,
     minimum_payout_minor, closed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
)

export const sealDraft = statement<SettlementRow>(
  'settlements.seal_draft',
  `update settlements.settlement set line_count = $3, gross_minor = $4, share_minor = $5, commission_minor = $6,
     released_minor = $7, carried_in_minor = $8, payable_minor = $9, status = $10, seal = $11
   where partner_id = $1 and id = $2 and status = 'draft' returning ${SETTLEMENT}`,
)

export const findByEnd = statement<SettlementRow>(
  'settlements.find_by_end',
  `select ${SETTLEMENT} from settlements.settlement where partner_id = $1 and period_end = $2`,
)

// Crosses partners: the id is all that a link says.
export const findSettlement = statement<SettlementRow>(
  'settlements.find_settlement',
  `select ${SETTLEMENT} from settlements.settlement where id = $1`,
)

export const lastEnd = statement<{ period_end: Temporal.PlainDate }>(
  'settlements.last_end',
  `select period_end from settlements.settlement where partner_id = $1 order by period_end desc limit 1`,
)

export const lastEnds = statement<{ partner_id: string; period_end: Temporal.PlainDate }>(
  'settlements.last_ends',
  `select partner_id, max(period_end) as period_end from settlements.settlement
   where partner_id = any($1) group by partner_id`,
)

export const listOfPartner = statement<SettlementRow>(
  'settlements.list_of_partner',
  `select ${SETTLEMENT} from settlements.settlement
   where partner_id = $1 and ($2::date is null or period_end < $2) order by period_end desc limit $3`,
)

export const listAll = statement<SettlementRow>(
  'settlements.list_all',
  `select ${SETTLEMENT} from settlements.settlement
   where ($1::text is null or status = $1) and ($2::timestamptz is null or (closed_at, id) < ($2, $3::uuid))
   order by closed_at desc, id desc limit $4`,
)

/** What earlier statements left goes into this one. */
export const carryInto = statement<{ left_minor: bigint }>(
  'settlements.carry_into',
  `update settlements.settlement set carried_into = $2
   where partner_id = $1 and id <> $2 and status in ('carried', 'disputed') and carried_into is null
   returning payable_minor - withheld_minor as left_minor`,
)

export const hasLeftOver = statement<{ left_over: boolean }>(
  'settlements.has_left_over',
  `select exists (select from settlements.settlement where partner_id = $1 and status in ('carried', 'disputed')
       and carried_into is null and payable_minor <> withheld_minor)
     or exists (select from settlements.dispute where partner_id = $1 and resolution is not null and released_into is null)
     as left_over`,
)

export const releaseInto = statement<{
  redemption_id: string
  share_minor: bigint
  resolved_at: Temporal.Instant
  pack_name: Record<string, string>
  venue_name: string
}>(
  'settlements.release_into',
  `update settlements.dispute d set released_into = $2 from settlements.line l
   where d.partner_id = $1 and d.resolution is not null and d.released_into is null
     and l.partner_id = d.partner_id and l.settlement_id = d.settlement_id and l.line_no = d.line_no
   returning d.redemption_id, d.share_minor, d.resolved_at, l.pack_name, l.venue_name`,
)

export interface LineRow {
  line_no: number
  kind: LineKind
  redemption_id: string
  occurred_at: Temporal.Instant
  pack_name: Record<string, string>
  venue_name: string
  gross_minor: bigint
  share_minor: bigint
  commission_minor: bigint
}

export const insertLines = statement(
  'settlements.insert_lines',
  `insert into settlements.line (partner_id, settlement_id, line_no, kind, redemption_id, occurred_at, pack_name,
     venue_name, gross_minor, share_minor, commission_minor)
   select $1, $2, l.line_no, l.kind, l.redemption_id, l.occurred_at, l.pack_name, l.venue_name, l.gross_minor,
     l.share_minor, l.commission_minor
   from jsonb_to_recordset($3::jsonb) as l (line_no integer, kind text, redemption_id uuid, occurred_at timestamptz,
     pack_name jsonb, venue_name text, gross_minor bigint, share_minor bigint, commission_minor bigint)`,
)

export const listLines = statement<LineRow>(
  'settlements.list_lines',
  `select line_no, kind, redemption_id, occurred_at, pack_name, venue_name, gross_minor, share_minor, commission_minor
   from settlements.line where partner_id = $1 and settlement_id = $2 order by line_no limit $3`,
)

export const approve = statement<SettlementRow>(
  'settlements.approve',
  `update settlements.settlement set status = 'approved', approved_by = $3, approved_at = $4
   where partner_id = $1 and id = $2 and status = any($5) returning ${SETTLEMENT}`,
)

// One statement decides who pays, and the check of the table that it is not who approved.
const startPayingRow = statement<SettlementRow>(
  'settlements.start_paying',
  `update settlements.settlement set status = 'paying', paid_by = $3, payout_id = $4, payout_failure = null,
     payout_attempts = payout_attempts + 1
   where partner_id = $1 and id = $2 and status = any($5) and payout_attempts = $6 returning ${SETTLEMENT}`,
)

export function startPaying(
  tx: Tx,
  payment: {
    partner_id: string
    id: string
    payer: string
    payout_id: string
    from: readonly SettlementStatus[]
    attempt: number
  },
): Promise<SettlementRow | undefined> {
  const { partner_id, id, payer, payout_id, from, attempt } = payment
  return refusing(startPayingRow.first(tx, partner_id, id, payer, payout_id, from, attempt), {
    settlement_two_people: errors.second_person_needed,
  })
}

export const markPaid = statement<SettlementRow>(
  'settlements.mark_paid',
  `update settlements.settlement set status = 'paid', paid_at = $4
   where partner_id = $1 and id = $2 and payout_id = $3 and status = any($5) returning ${SETTLEMENT}`,
)

export const backToApproved = statement<SettlementRow>(
  'settlements.back_to_approved',
  `update settlements.settlement set status = 'approved', paid_by = null, payout_id = null, paid_at = null,
     payout_failure = $4
   where partner_id = $1 and id = $2 and payout_id = $3 and status = any($5) returning ${SETTLEMENT}`,
)

// The line's share stays with us; when nothing else is left to pay, the statement itself waits.
export const withhold = statement<SettlementRow>(
  'settlements.withhold',
  `update settlements.settlement set withheld_minor = withheld_minor + $3,
     status = case when status <> 'carried' and payable_minor <= withheld_minor + $3 then 'disputed' else status end
   where partner_id = $1 and id = $2
     and (status in ('pending', 'approved') or (status in ('carried', 'disputed') and carried_into is null))
   returning ${SETTLEMENT}`,
)

export interface DisputeRow {
  id: string
  partner_id: string
  settlement_id: string
  line_no: number
  redemption_id: string
  share_minor: bigint
  reason: string
  opened_at: Temporal.Instant
  resolution: 'released' | 'withdrawn' | null
  resolution_note: string | null
  resolved_at: Temporal.Instant | null
  released_into: string | null
}

const DISPUTE = `id, partner_id, settlement_id, line_no, redemption_id, share_minor, reason, opened_at, resolution,
  resolution_note, resolved_at, released_into`

const insertDisputeRow = statement(
  'settlements.insert_dispute',
  `insert into settlements.dispute (partner_id, id, settlement_id, line_no, redemption_id, share_minor, reason, opened_by,
     opened_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)

export async function insertDispute(
  tx: Tx,
  dispute: Pick<
    DisputeRow,
    'partner_id' | 'id' | 'settlement_id' | 'line_no' | 'redemption_id' | 'share_minor' | 'reason'
  > & {
    opened_by: string | undefined
    opened_at: Temporal.Instant
  },
): Promise<void> {
  const { partner_id, id, settlement_id, line_no, redemption_id, share_minor, reason, opened_by, opened_at } = dispute
  await refusing(
    insertDisputeRow.run(
      tx,
      partner_id,
      id,
      settlement_id,
      line_no,
      redemption_id,
      share_minor,
      reason,
      opened_by,
      opened_at,
    ),
    { dispute_once: errors.already_disputed },
  )
}

export const findDispute = statement<DisputeRow>(
  'settlements.find_dispute',
  `select ${DISPUTE} from settlements.dispute where id = $1`,
)

export const listDisputes = statement<DisputeRow>(
  'settlements.list_disputes',
  `select ${DISPUTE} from settlements.dispute where partner_id = $1 and settlement_id = $2 order by line_no limit $3`,
)

export const resolveDispute = statement(
  'settlements.resolve_dispute',
  `update settlements.dispute set resolution = $3, resolution_note = $4, resolved_by = $5, resolved_at = $6
   where partner_id = $1 and id = $2 and resolution is null`,
)
