/** SQL of money that went back without our asking, and of what explains the provider's sum of what went back. */
import { statement } from '../../../kernel/db/statement.ts'

export interface ReversalRow {
  owner_id: string
  id: string
  payment_id: string
  session_ref: string
  amount_minor: bigint
  currency: string
  noticed_at: Temporal.Instant
  covered_transfer_id: string
  covered_at: Temporal.Instant | null
}

const REVERSAL = `owner_id, id, payment_id, session_ref, amount_minor, currency, noticed_at, covered_transfer_id, covered_at`

/** Our refunds that the provider made or may have made, except `$4`, and what it is known to have given back by itself. */
export const explained = statement<{ explained_minor: bigint }>(
  'payments.explained_returns',
  `select (select coalesce(sum(f.amount_minor), 0)::bigint from payments.refund f
      where f.owner_id = $1 and f.payment_id = $2 and f.session_ref = $3 and f.id is distinct from $4::uuid
        and (f.state = 'succeeded' or (f.state = 'requested' and f.attempts > 0)))
    + (select coalesce(sum(v.amount_minor), 0)::bigint from payments.reversal v
      where v.owner_id = $1 and v.payment_id = $2 and v.session_ref = $3) as explained_minor`,
)

export const insertReversal = statement(
  'payments.insert_reversal',
  `insert into payments.reversal (owner_id, id, payment_id, session_ref, amount_minor, currency, noticed_at,
     covered_transfer_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint reversal_pkey do nothing`,
)

export const findReversal = statement<ReversalRow>(
  'payments.find_reversal',
  `select ${REVERSAL} from payments.reversal where owner_id = $1 and id = $2`,
)

export const listReversals = statement<ReversalRow>(
  'payments.list_reversals',
  `select ${REVERSAL} from payments.reversal where owner_id = $1 and payment_id = $2 order by noticed_at, id`,
)

export const coverReversal = statement(
  'payments.cover_reversal',
  'update payments.reversal set covered_at = $3 where owner_id = $1 and id = $2 and covered_at is null',
)

export const expectedReversals = statement<{ transfer_id: string; amount_minor: bigint }>(
  'payments.expected_reversals',
  `select id as transfer_id, amount_minor from payments.reversal where $1::uuid is null or id > $1 order by id limit $2`,
)

export const expectedCovers = statement<{ transfer_id: string; amount_minor: bigint }>(
  'payments.expected_covers',
  `select covered_transfer_id as transfer_id, amount_minor from payments.reversal
   where covered_at is not null and ($1::uuid is null or covered_transfer_id > $1) order by covered_transfer_id limit $2`,
)
