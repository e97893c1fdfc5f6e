/** SQL of the ledger. Writing is only by the functions of the schema: the server's role may change no ledger table. */
import { refuse, type RefusalKind } from '../../kernel/errors.ts'
import { sqlStateOf } from '../../kernel/db/database.ts'
import { statement } from '../../kernel/db/statement.ts'
import { errors } from './errors.ts'
import type { OrderedLeg } from './rules.ts'

/** The codes the schema's functions raise (class LG), and what each means. */
const REFUSALS: Readonly<Record<string, RefusalKind>> = {
  LG001: errors.insufficient_funds,
  LG002: errors.transfer_conflict,
  LG003: errors.hold_resolved,
  LG004: errors.hold_unknown,
  LG005: errors.over_reversed,
  LG006: errors.not_reversible,
  LG007: errors.account_frozen,
  LG008: errors.transfer_unknown,
  LG009: errors.hold_exceeded,
  LG010: errors.hold_conflict,
}

/** Awaits a write and turns the ledger's own codes into refusals. */
export async function refusingWith<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    const kind = REFUSALS[sqlStateOf(error) ?? '']
    if (kind) refuse(kind)
    throw error
  }
}

/** The legs as the parallel arrays the functions take. */
export function columnsOf(legs: readonly OrderedLeg[]): unknown[] {
  return [
    legs.map((leg) => leg.account.owner),
    legs.map((leg) => leg.account_id),
    legs.map((leg) => leg.account.asset),
    legs.map((leg) => leg.amount_minor),
    legs.map((leg) => leg.account.kind),
    legs.map((leg) => leg.account.ref ?? ''),
    legs.map((leg) => leg.account.mode),
  ]
}

export const openAccount = statement(
  'ledger.open_account',
  'select ledger.open_account($1, $2, $3, $4, $5, $6, $7, $8)',
)

export const freezeAccount = statement('ledger.freeze_account', 'select ledger.freeze_account($1, $2, $3, $4)')

export const unfreezeAccount = statement('ledger.unfreeze_account', 'select ledger.unfreeze_account($1, $2)')

export const post = statement<{ replayed: boolean }>(
  'ledger.post',
  'select ledger.post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as replayed',
)

export const reverse = statement<{ replayed: boolean }>(
  'ledger.reverse',
  'select ledger.reverse($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as replayed',
)

export const hold = statement<{ replayed: boolean }>(
  'ledger.hold',
  'select ledger.hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as replayed',
)

export const postHold = statement<{ replayed: boolean }>(
  'ledger.post_hold',
  `select ledger.post_hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     as replayed`,
)

export const voidHold = statement<{ replayed: boolean }>(
  'ledger.void_hold',
  'select ledger.void_hold($1, $2, $3, $4, $5, $6) as replayed',
)

export const expireHolds = statement<{ expired: number }>(
  'ledger.expire_holds',
  'select ledger.expire_holds($1, $2, $3, $4) as expired',
)

export interface BalanceRow {
  posted_minor: bigint
  held_minor: bigint
}

export const guardedBalance = statement<BalanceRow>(
  'ledger.guarded_balance',
  `select coalesce(max(b.posted_minor), 0) as posted_minor, coalesce(max(b.held_minor), 0) as held_minor
   from ledger.balance b where b.owner_id = $1 and b.account_id = $2`,
)

// The last fold and the entries since, in one snapshot. The bound is one plain value: row-level security keeps an expression
// such as coalesce() from being a condition of the index.
const FOLDED = (upTo: string) => `with fold as materialized (
     select f.up_to, f.amount_minor from ledger.account_fold f
     where f.owner_id = $1 and f.account_id = $2 ${upTo} order by f.up_to desc limit 1),
   base as materialized (
     select coalesce((select up_to from fold), '-infinity'::timestamptz) as up_to,
       coalesce((select amount_minor from fold), 0) as amount_minor)
   select ((select amount_minor from base) + coalesce(sum(e.amount_minor), 0))::bigint as posted_minor,
     0::bigint as held_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.recorded_at > (select up_to from base)`

export const deferredBalance = statement<BalanceRow>('ledger.deferred_balance', FOLDED(''))

export const balanceRecordedBy = statement<BalanceRow>(
  'ledger.balance_recorded_by',
  `${FOLDED('and f.up_to <= $3')} and e.recorded_at <= $3`,
)

export const balanceEffectiveBy = statement<{ posted_minor: bigint }>(
  'ledger.balance_effective_by',
  `select coalesce(sum(e.amount_minor), 0)::bigint as posted_minor from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.effective_at <= $3`,
)

export interface EntryRow {
  recorded_at: Temporal.Instant
  effective_at: Temporal.Instant
  transfer_owner_id: string
  transfer_id: string
  kind: string
  amount_minor: bigint
  /** Guarded accounts count their entries; deferred ones do not. */
  account_version: bigint | null
  balance_after_minor: bigint | null
}

export const listEntries = statement<EntryRow>(
  'ledger.list_entries',
  `select e.recorded_at, e.effective_at, e.transfer_owner_id, e.transfer_id, e.kind, e.amount_minor, e.account_version,
     e.balance_after_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.recorded_at <= $3
     and (e.recorded_at, coalesce(e.account_version, 0), e.transfer_owner_id, e.transfer_id)
       < ($3::timestamptz, $4::bigint, $5::uuid, $6::uuid)
     and e.recorded_at >= $8
   order by e.recorded_at desc, coalesce(e.account_version, 0) desc, e.transfer_owner_id desc, e.transfer_id desc
   limit $7`,
)

export interface AccountRow {
  owner_id: string
  id: string
  kind: string
  ref: string
  asset: string
  mode: 'guarded' | 'deferred'
  opened_at: Temporal.Instant
  frozen_at: Temporal.Instant | null
  frozen_reason: string | null
  /** Null for deferred accounts, whose balance is asked for one by one. */
  posted_minor: bigint | null
  held_minor: bigint | null
  floor_minor: bigint | null
}

const ACCOUNT = `select a.owner_id, a.id, a.kind, a.ref, a.asset, a.mode, a.opened_at, a.frozen_at, a.frozen_reason,
     b.posted_minor, b.held_minor, b.floor_minor
   from ledger.account a left join ledger.balance b on b.owner_id = a.owner_id and b.account_id = a.id`

export const listAccounts = statement<AccountRow>(
  'ledger.list_accounts',
  `${ACCOUNT}
   where a.owner_id = $1 and ($2::text is null or a.kind = $2) and a.id > $3::uuid
   order by a.id limit $4`,
)

// Every owner's: for staff.
export const listAllAccounts = statement<AccountRow>(
  'ledger.list_all_accounts',
  `${ACCOUNT} where a.id > $1::uuid order by a.id limit $2`,
)
export const listAccountsOfKind = statement<AccountRow>(
  'ledger.list_accounts_of_kind',
  `${ACCOUNT} where a.kind = $1 and a.id > $2::uuid order by a.id limit $3`,
)

// Guarded accounts that hold something, and the few deferred ones from their last fold on.
export const balancesByKind = statement<{ kind: string; asset: string; accounts: bigint; balance_minor: bigint }>(
  'ledger.balances_by_kind',
  `select a.kind, a.asset, count(*) as accounts, sum(s.amount_minor)::bigint as balance_minor
   from (
     select b.owner_id, b.account_id, b.posted_minor as amount_minor from ledger.balance b where b.posted_minor <> 0
     union all
     select d.owner_id, d.id, coalesce(f.amount_minor, 0) + e.amount_minor
     from ledger.account d
     left join lateral (
       select x.up_to, x.amount_minor from ledger.account_fold x
       where x.owner_id = d.owner_id and x.account_id = d.id order by x.up_to desc limit 1) f on true
     cross join lateral (
       select coalesce(sum(y.amount_minor), 0) as amount_minor from ledger.entry y
       where y.owner_id = d.owner_id and y.account_id = d.id
         and y.recorded_at > coalesce(f.up_to, '-infinity'::timestamptz)) e
     where d.mode = 'deferred') s
   join ledger.account a on a.owner_id = s.owner_id and a.id = s.account_id
   where s.amount_minor <> 0
   group by a.kind, a.asset order by a.asset, a.kind`,
)

// Every owner's: for staff, who have only the account's number.
export const findAccount = statement<AccountRow>('ledger.find_account', `${ACCOUNT} where a.id = $1`)

export const trialBalance = statement<{ kind: string; asset: string; accounts: bigint; balance_minor: bigint }>(
  'ledger.trial_balance',
  `select a.kind, a.asset, count(*) as accounts, sum(s.amount_minor)::bigint as balance_minor
   from (select e.owner_id, e.account_id, sum(e.amount_minor) as amount_minor from ledger.entry e
         where e.recorded_at <= $1 group by e.owner_id, e.account_id) s
   join ledger.account a on a.owner_id = s.owner_id and a.id = s.account_id
   group by a.kind, a.asset order by a.asset, a.kind`,
)

export const createPartitions = statement<{ made: number }>(
  'ledger.create_partitions',
  'select ledger.create_partitions($1, $2) as made',
)

export const foldPage = statement<{ last_owner_id: string; last_account_id: string }>(
  'ledger.fold_page',
  'select last_owner_id, last_account_id from ledger.fold($1, $2, $3, $4)',
)
