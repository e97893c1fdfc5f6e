/** SQL of payouts. */
import type { Tx } from '../../kernel/db/tx.ts'
import { refusing, statement, writer } from '../../kernel/db/statement.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { AccountRef } from '../ledger/api.ts'
import { errors } from './errors.ts'
import type { PayoutState } from './rules.ts'

export interface PayoutRow {
  owner_id: string
  id: string
  provider: string
  purpose: string
  reference: string
  amount_minor: bigint
  currency: string
  from_account: AccountRef
  mobile: Buffer | null
  name: Buffer | null
  note: string | null
  state: PayoutState
  provider_ref: string | null
  fee_minor: bigint | null
  failure_code: string | null
  attempts: number
  next_check_at: Temporal.Instant | null
  last_error: string | null
  settled_transfer_id: string
  returned_transfer_id: string
  requested_at: Temporal.Instant
  succeeded_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

const PAYOUT = `owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name, note, state,
  provider_ref, fee_minor, failure_code, attempts, next_check_at, last_error, settled_transfer_id, returned_transfer_id,
  requested_at, succeeded_at, ended_at`

const insertPayout = statement(
  'payouts.insert_payout',
  `insert into payouts.payout (owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name,
     note, state, next_check_at, settled_transfer_id, returned_transfer_id, requested_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'requested', $12, $13, $14, $15)
   on conflict on constraint payout_pkey do nothing`,
)

/** Inserts it unless its id is there already; refuses when this thing is paid or being paid under another id. */
export function insertPayoutOnce(tx: Tx, ...params: unknown[]): Promise<number> {
  return refusing(insertPayout.run(tx, ...params), { payout_once: errors.already_requested })
}

export const findPayout = statement<PayoutRow>(
  'payouts.find_payout',
  `select ${PAYOUT} from payouts.payout where owner_id = $1 and id = $2`,
)

export const lockPayout = statement<PayoutRow>(
  'payouts.lock_payout',
  `select ${PAYOUT} from payouts.payout where owner_id = $1 and id = $2 for update`,
)

/** By its id alone, wherever its owner lives; for staff. */
export const findPayoutById = statement<PayoutRow>(
  'payouts.find_payout_by_id',
  `select ${PAYOUT} from payouts.payout where id = $1`,
)

/** Notes that a try or a question begins; the next one is due if this one is never heard of again. */
export const claimPayout = statement<PayoutRow>(
  'payouts.claim_payout',
  `update payouts.payout set attempts = attempts + 1, next_check_at = $3
   where owner_id = $1 and id = $2 and next_check_at is not null returning ${PAYOUT}`,
)

/** The state moves only from the one it was judged in. */
export const movePayout = statement(
  'payouts.move_payout',
  `update payouts.payout set state = $4, provider_ref = coalesce($5, provider_ref), fee_minor = coalesce($6, fee_minor),
     failure_code = $7, next_check_at = $8, succeeded_at = coalesce(succeeded_at, $9), ended_at = $10, last_error = null
   where owner_id = $1 and id = $2 and state = $3`,
)

export const setCheck = statement(
  'payouts.set_check',
  'update payouts.payout set next_check_at = $3, last_error = $4 where owner_id = $1 and id = $2',
)

export const noteError = statement(
  'payouts.note_error',
  'update payouts.payout set last_error = $3 where owner_id = $1 and id = $2 and next_check_at is not null',
)

export const findDue = statement<{ owner_id: string; id: string }>(
  'payouts.find_due',
  'select owner_id, id from payouts.payout where next_check_at <= $1 order by next_check_at limit $2',
)

export const listByOwner = statement<PayoutRow>(
  'payouts.list_by_owner',
  `select ${PAYOUT} from payouts.payout where owner_id = $1 order by requested_at desc limit $2`,
)

export const eraseRecipientOf = statement(
  'payouts.erase_recipient_of',
  'update payouts.payout set mobile = null, name = null where owner_id = $1',
)

export const eraseRecipientBefore = statement(
  'payouts.erase_recipient_before',
  `update payouts.payout set mobile = null, name = null
   where coalesce(ended_at, succeeded_at) < $1 and mobile is not null and not (owner_id = any($2::uuid[]))`,
)

interface Expected {
  transfer_id: string
  amount_minor: bigint
}

export const expectedSent = statement<Expected>(
  'payouts.expected_sent',
  `select id as transfer_id, amount_minor from payouts.payout where $1::uuid is null or id > $1 order by id limit $2`,
)

export const expectedSettled = statement<Expected>(
  'payouts.expected_settled',
  `select settled_transfer_id as transfer_id, amount_minor from payouts.payout
   where state = any($3) and ($1::uuid is null or settled_transfer_id > $1) order by settled_transfer_id limit $2`,
)

export const expectedReturned = statement<Expected>(
  'payouts.expected_returned',
  `select returned_transfer_id as transfer_id, amount_minor from payouts.payout
   where state = 'reversed' and ($1::uuid is null or returned_transfer_id > $1) order by returned_transfer_id limit $2`,
)

export const backlog = statement<{ waiting: bigint; oldest_at: Temporal.Instant | null }>(
  'payouts.backlog',
  `select count(1) as waiting, min(requested_at) as oldest_at from payouts.payout where state in ('requested', 'processing')`,
)

interface Tables {
  'payouts.payout': PayoutRow
}

export interface PayoutFilter {
  readonly owner_id?: string
  readonly state?: PayoutState
  readonly purpose?: string
  readonly reference?: string
  readonly from?: Temporal.Instant
  readonly to?: Temporal.Instant
  readonly oldestFirst?: boolean
}

/** Newest first unless told otherwise, one row more than the page. */
export async function listPayouts(tx: Tx, filter: PayoutFilter, page: PageRequest): Promise<PayoutRow[]> {
  let query = writer<Tables>(tx)
    .selectFrom('payouts.payout')
    .select([
      'owner_id', 'id', 'provider', 'purpose', 'reference', 'amount_minor', 'currency', 'from_account', 'mobile', 'name',
      'note', 'state', 'provider_ref', 'fee_minor', 'failure_code', 'attempts', 'next_check_at', 'last_error',
      'settled_transfer_id', 'returned_transfer_id', 'requested_at', 'succeeded_at', 'ended_at',
    ]) // prettier-ignore
  if (filter.owner_id) query = query.where('owner_id', '=', filter.owner_id)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.purpose) query = query.where('purpose', '=', filter.purpose)
  if (filter.reference) query = query.where('reference', '=', filter.reference)
  if (filter.from) query = query.where('requested_at', '>=', filter.from)
  if (filter.to) query = query.where('requested_at', '<', filter.to)
  const [direction, beyond] = filter.oldestFirst ? (['asc', '>'] as const) : (['desc', '<'] as const)
  if (page.after) {
    const [at, id] = page.after as [string, string]
    query = query.where((eb) => eb(eb.refTuple('requested_at', 'id'), beyond, eb.tuple(Temporal.Instant.from(at), id)))
  }
  return query.orderBy('requested_at', direction).orderBy('id', direction).limit(page.limit + 1).execute() // prettier-ignore
}
