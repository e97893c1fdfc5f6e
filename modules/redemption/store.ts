/** SQL of redemption. */
import { statement } from '../../kernel/db/statement.ts'
import type { PackTerms } from '../catalog/api.ts'
import type { ClaimKind, ScanResult, UndoResult, VoucherStatus } from './rules.ts'

export interface VoucherRow {
  id: string
  holder_id: string
  reference: string
  pack_id: string
  partner_id: string
  terms: PackTerms
  price_minor: bigint
  asset: string
  valid_from: Temporal.Instant
  valid_until: Temporal.Instant
  code: Buffer | null
  requires_guardian: boolean
  guardian_approved_at: Temporal.Instant | null
  paper_at: Temporal.Instant | null
  status: VoucherStatus
  issued_at: Temporal.Instant
  claim_kind: ClaimKind | null
  claimed_at: Temporal.Instant | null
  claim_venue_id: string | null
}

const VOUCHER = `v.id, v.holder_id, v.reference, v.pack_id, v.partner_id, v.terms, v.price_minor, v.asset, v.valid_from,
  v.valid_until, v.code, v.requires_guardian, v.guardian_approved_at, v.paper_at, v.status, v.issued_at,
  c.kind as claim_kind, c.claimed_at, c.venue_id as claim_venue_id`
const WITH_CLAIM = `redemption.voucher v
   left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id`

export const insertVoucher = statement(
  'redemption.insert_voucher',
  `insert into redemption.voucher (holder_id, id, reference, pack_id, partner_id, terms, price_minor, asset, valid_from,
     valid_until, code, requires_guardian, issued_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict on constraint voucher_pkey do nothing`,
)

export const insertFinder = statement(
  'redemption.insert_finder',
  `insert into redemption.finder (value, holder_id, voucher_id) values ($1, $2, $3)
   on conflict on constraint finder_pkey do nothing`,
)

export const findByValue = statement<VoucherRow>(
  'redemption.find_by_value',
  `select ${VOUCHER} from ${WITH_CLAIM}
   where v.holder_id = (select f.holder_id from redemption.finder f where f.value = $1)
     and v.id = (select f.voucher_id from redemption.finder f where f.value = $1)`,
)

export const findVoucher = statement<VoucherRow>(
  'redemption.find_voucher',
  `select ${VOUCHER} from ${WITH_CLAIM} where v.holder_id = $1 and v.id = $2`,
)

export const listOfHolder = statement<VoucherRow>(
  'redemption.list_of_holder',
  `select ${VOUCHER} from ${WITH_CLAIM}
   where v.holder_id = $1 and ($2::timestamptz is null or (v.issued_at, v.id) < ($2, $3::uuid))
   order by v.issued_at desc, v.id desc limit $4`,
)

export const listDue = statement<VoucherRow>(
  'redemption.list_due',
  `select ${VOUCHER} from ${WITH_CLAIM}
   where v.status = 'issued' and v.valid_until <= $1 order by v.valid_until, v.id limit $2`,
)

export const approve = statement(
  'redemption.approve',
  `update redemption.voucher set guardian_approved_at = $3, guardian_approved_by = $4
   where holder_id = $1 and id = $2 and guardian_approved_at is null`,
)

export const askForPaper = statement(
  'redemption.ask_for_paper',
  `update redemption.voucher set paper_at = $3
   where holder_id = $1 and id = $2 and paper_at is null and status = 'issued'`,
)

// The one row that decides: whoever inserts it has the voucher, everybody else waits and then does nothing.
export const claim = statement(
  'redemption.claim',
  `insert into redemption.claim (holder_id, voucher_id, kind, redemption_id, partner_id, venue_id, transfer_id,
     amount_minor, claimed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict on constraint claim_pkey do nothing`,
)

export const giveUpClaim = statement(
  'redemption.give_up_claim',
  'delete from redemption.claim where holder_id = $1 and voucher_id = $2 and redemption_id = $3',
)

export const setStatus = statement(
  'redemption.set_status',
  'update redemption.voucher set status = $3 where holder_id = $1 and id = $2 and status = $4',
)

export const eraseCodes = statement(
  'redemption.erase_codes',
  'update redemption.voucher set code = null where holder_id = $1',
)

export interface RedemptionRow {
  id: string
  partner_id: string
  holder_id: string
  voucher_id: string
  venue_id: string
  venue_name: string
  pack_name: Record<string, string>
  price_minor: bigint
  share_minor: bigint
  commission_minor: bigint
  asset: string
  redeemed_at: Temporal.Instant
  undone_at: Temporal.Instant | null
  settlement_id: string | null
}

const REDEMPTION = `id, partner_id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor, share_minor,
  commission_minor, asset, redeemed_at, undone_at, settlement_id`

export const insertRedemption = statement(
  'redemption.insert_redemption',
  `insert into redemption.redemption (partner_id, id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor,
     share_minor, commission_minor, asset, scanned_by, redeemed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)

// Crosses partners: a scan's id is all that the caller knows.
export const findRedemption = statement<RedemptionRow>(
  'redemption.find_redemption',
  `select ${REDEMPTION} from redemption.redemption where id = $1`,
)

export const undo = statement(
  'redemption.undo',
  `update redemption.redemption set undone_at = $3, undone_by = $4, undo_reason = $5, undo_transfer_id = $6
   where partner_id = $1 and id = $2 and undone_at is null`,
)

export const totalSince = statement<{ redeemed: bigint; price_minor: bigint; share_minor: bigint }>(
  'redemption.total_since',
  `select count(*) as redeemed, coalesce(sum(price_minor), 0)::bigint as price_minor,
     coalesce(sum(share_minor), 0)::bigint as share_minor
   from redemption.redemption where partner_id = $1 and redeemed_at >= $2 and undone_at is null`,
)

export interface CounterTotalRow {
  venue_name: string
  scanned_by: string | null
  redeemed: bigint
  share_minor: bigint
}

export const totalsByCounter = statement<CounterTotalRow>(
  'redemption.totals_by_counter',
  `select venue_name, scanned_by, count(*) as redeemed, sum(share_minor)::bigint as share_minor
   from redemption.redemption where partner_id = $1 and redeemed_at >= $2 and undone_at is null
   group by venue_name, scanned_by order by venue_name, redeemed desc, scanned_by limit $3`,
)

export interface AttemptRow {
  id: string
  attempted_at: Temporal.Instant
  act: 'scan' | 'undo'
  result: ScanResult | UndoResult
  method: 'token' | 'code' | 'id'
  venue_id: string | null
  redemption_id: string | null
  pack_name: Record<string, string> | null
  venue_name: string | null
  redeemed_at: Temporal.Instant | null
  undone_at: Temporal.Instant | null
}

export const insertAttempt = statement(
  'redemption.insert_attempt',
  `insert into redemption.attempt (partner_id, attempted_at, id, act, result, method, venue_id, user_id, voucher_id,
     redemption_id, ip, user_agent, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
)

export const listAttempts = statement<AttemptRow>(
  'redemption.list_attempts',
  `select a.id, a.attempted_at, a.act, a.result, a.method, a.venue_id, a.redemption_id, r.pack_name, r.venue_name,
     r.redeemed_at, r.undone_at
   from redemption.attempt a
     left join redemption.redemption r on r.partner_id = a.partner_id and r.id = a.redemption_id
   where a.partner_id = $1 and ($2::timestamptz is null or (a.attempted_at, a.id) < ($2, $3::uuid))
   order by a.attempted_at desc, a.id desc limit $4`,
)

export const removeAttempts = statement(
  'redemption.remove_attempts',
  `delete from redemption.attempt a where a.attempted_at < $1 and not coalesce(a.user_id = any($2::uuid[]), false)
     and not exists (select from redemption.voucher v where v.id = a.voucher_id and v.holder_id = any($2::uuid[]))`,
)

/** A line of a statement to come: `share_minor` counts for the partner, or against it when `reversal`. */
export interface SettleableRow extends RedemptionRow {
  reversal: boolean
  at: Temporal.Instant
}

// What happened before $2 and no statement has: redemptions not taken back by then, and those taken back after they had
// been settled. One that was taken back before any statement had it appears in none.
const OPEN = `settlement_id is null and redeemed_at < $2 and (undone_at is null or undone_at >= $2)`
const TAKEN_BACK = `settlement_id is not null and reversal_settlement_id is null and undone_at < $2`

export const listSettleable = statement<SettleableRow>(
  'redemption.list_settleable',
  `select ${REDEMPTION}, false as reversal, redeemed_at as at from redemption.redemption
     where partner_id = $1 and ${OPEN}
   union all
   select ${REDEMPTION}, true as reversal, undone_at as at from redemption.redemption
     where partner_id = $1 and ${TAKEN_BACK}
   order by at, id limit $3`,
)

export const settleReversals = statement<SettleableRow>(
  'redemption.settle_reversals',
  `update redemption.redemption set reversal_settlement_id = $3 where partner_id = $1 and ${TAKEN_BACK}
   returning ${REDEMPTION}, true as reversal, undone_at as at`,
)

export const settleOpen = statement<SettleableRow>(
  'redemption.settle_open',
  `update redemption.redemption set settlement_id = $3 where partner_id = $1 and ${OPEN}
   returning ${REDEMPTION}, false as reversal, redeemed_at as at`,
)

interface ExpectedRow {
  transfer_id: string
  amount_minor: bigint
}

export const expectIssued = statement<ExpectedRow>(
  'redemption.expect_issued',
  `select id as transfer_id, price_minor as amount_minor from redemption.voucher
   where $1::uuid is null or id > $1 order by id limit $2`,
)

export const expectRedeemed = statement<ExpectedRow>(
  'redemption.expect_redeemed',
  `select id as transfer_id, price_minor as amount_minor from redemption.redemption
   where $1::uuid is null or id > $1 order by id limit $2`,
)

export const expectUndone = statement<ExpectedRow>(
  'redemption.expect_undone',
  `select undo_transfer_id as transfer_id, price_minor as amount_minor from redemption.redemption
   where undo_transfer_id is not null and ($1::uuid is null or undo_transfer_id > $1)
   order by undo_transfer_id limit $2`,
)

export const expectEnded = statement<ExpectedRow>(
  'redemption.expect_ended',
  `select transfer_id, amount_minor from redemption.claim
   where kind <> 'redeemed' and ($1::uuid is null or transfer_id > $1) order by transfer_id limit $2`,
)
