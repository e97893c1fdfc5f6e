/** SQL of the verifier. Each statement checks one page and sees one snapshot; none asks for a sum over the whole ledger. */
import { statement } from '../../../kernel/db/statement.ts'

export interface CheckedAccount {
  owner_id: string
  account_id: string
  posted_minor: bigint
  entries_minor: bigint
  version: bigint
  entries: bigint
  held_minor: bigint
  open_holds_minor: bigint
}

const CHECKED = `select b.owner_id, b.account_id, b.posted_minor, e.entries_minor, b.version, e.entries, b.held_minor,
     h.open_holds_minor
   from chosen b
   cross join lateral (
     select coalesce(sum(x.amount_minor), 0)::bigint as entries_minor, count(*) as entries from ledger.entry x
     where x.owner_id = b.owner_id and x.account_id = b.account_id) e
   cross join lateral (
     select coalesce(sum(x.amount_minor), 0)::bigint as open_holds_minor from ledger.hold x
     where x.owner_id = b.owner_id and x.account_id = b.account_id
       and not exists (select from ledger.hold_outcome o where o.owner_id = x.owner_id and o.hold_id = x.id)) h`

export const checkAccountsAfter = statement<CheckedAccount>(
  'ledger.check_accounts_after',
  `with chosen as materialized (
     select owner_id, account_id, posted_minor, held_minor, version from ledger.balance
     where (owner_id, account_id) > ($1::uuid, $2::uuid) order by owner_id, account_id limit $3)
   ${CHECKED} order by b.owner_id, b.account_id`,
)

export const checkAccounts = statement<CheckedAccount>(
  'ledger.check_accounts',
  `with chosen as materialized (
     select b.owner_id, b.account_id, b.posted_minor, b.held_minor, b.version
     from unnest($1::uuid[], $2::uuid[]) as wanted (owner_id, account_id)
     join ledger.balance b on b.owner_id = wanted.owner_id and b.account_id = wanted.account_id)
   ${CHECKED}`,
)

export const accountsWithOpenHolds = statement<{ owner_id: string; account_id: string }>(
  'ledger.accounts_with_open_holds',
  `select distinct h.owner_id, h.account_id from ledger.hold h
   where h.resolved_at is null and (h.owner_id, h.account_id) > ($1::uuid, $2::uuid)
   order by h.owner_id, h.account_id limit $3`,
)

export interface CheckedWindow {
  /** The window ends here, included; at the cut-off when it is the last. */
  upper: Temporal.Instant
  transfers: bigint
  entries: bigint
  /** Transfers that do not balance or whose legs are not exactly their entries. */
  wrong: { owner_id: string; id: string; balanced: boolean; legs: number; entered: number }[]
  /** Entries whose transfer does not exist or has no such leg. */
  orphans: { owner_id: string; account_id: string; transfer_id: string }[]
  /** The accounts touched, when asked for. */
  touched: { owner_id: string; account_id: string }[]
}

// A window of recorded time that holds about $3 transfers, and all entries of that time: each must have the other.
export const checkWindow = statement<CheckedWindow>(
  'ledger.check_window',
  `with bound as materialized (
     select coalesce((select t.recorded_at from ledger.transfer t where t.recorded_at > $1 and t.recorded_at <= $2
       order by t.recorded_at offset $3 limit 1), $2::timestamptz) as upper),
   chosen as materialized (
     select t.owner_id, t.id, t.kind, t.recorded_at, t.effective_at, t.leg_owner_ids, t.leg_account_ids, t.leg_assets,
       t.leg_amounts_minor
     from ledger.transfer t where t.recorded_at > $1 and t.recorded_at <= (select upper from bound)),
   leg as materialized (
     select c.owner_id as transfer_owner_id, c.id as transfer_id, c.kind, c.recorded_at, c.effective_at, l.owner_id,
       l.account_id, l.amount, l.no
     from chosen c
     cross join unnest(c.leg_owner_ids, c.leg_account_ids, c.leg_assets, c.leg_amounts_minor)
       with ordinality as l (owner_id, account_id, asset, amount, no)
     join ledger.account a on a.owner_id = l.owner_id and a.id = l.account_id and a.asset = l.asset),
   entered as materialized (
     select e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id, e.leg_no, e.kind, e.amount_minor,
       e.effective_at
     from ledger.entry e where e.recorded_at > $1 and e.recorded_at <= (select upper from bound)),
   pair as materialized (
     select e.transfer_owner_id, e.transfer_id, e.owner_id, e.account_id, l.transfer_id is not null as rooted
     from entered e
     left join leg l on l.transfer_id = e.transfer_id and l.transfer_owner_id = e.transfer_owner_id
       and l.owner_id = e.owner_id and l.account_id = e.account_id and l.amount = e.amount_minor and l.no = e.leg_no
       and l.recorded_at = e.recorded_at and l.kind = e.kind and l.effective_at = e.effective_at),
   found as (
     select p.transfer_owner_id, p.transfer_id, count(*)::int as entered from pair p where p.rooted
     group by p.transfer_owner_id, p.transfer_id),
   judged as (
     select c.owner_id, c.id, ledger.sums_to_zero(c.leg_assets, c.leg_amounts_minor) as balanced,
       cardinality(c.leg_account_ids) as legs, coalesce(f.entered, 0) as entered
     from chosen c left join found f on f.transfer_id = c.id and f.transfer_owner_id = c.owner_id)
   select b.upper, (select count(*) from chosen) as transfers, (select count(*) from entered) as entries,
     coalesce((select jsonb_agg(to_jsonb(j) order by j.owner_id, j.id) from judged j
       where not j.balanced or j.legs <> j.entered), '[]'::jsonb) as wrong,
     coalesce((select jsonb_agg(jsonb_build_object('owner_id', p.owner_id, 'account_id', p.account_id,
       'transfer_id', p.transfer_id)) from pair p where not p.rooted), '[]'::jsonb) as orphans,
     coalesce((select jsonb_agg(to_jsonb(d)) from (select distinct l.owner_id, l.account_id from leg l where $4::boolean) d),
       '[]'::jsonb) as touched
   from bound b`,
)

export interface CheckedFold {
  owner_id: string
  account_id: string
  up_to: Temporal.Instant
  amount_minor: bigint
  entries_minor: bigint
}

// A fold is the one before it and the entries between the two; checking each step checks the whole.
export const checkFoldsAfter = statement<CheckedFold>(
  'ledger.check_folds_after',
  `with chosen as materialized (
     select f.owner_id, f.account_id, f.up_to, f.amount_minor from ledger.account_fold f
     where f.up_to > $1 and (f.owner_id, f.account_id, f.up_to) > ($2::uuid, $3::uuid, $4::timestamptz)
     order by f.owner_id, f.account_id, f.up_to limit $5)
   select c.owner_id, c.account_id, c.up_to, c.amount_minor,
     (coalesce(p.amount_minor, 0) + coalesce(e.entries_minor, 0))::bigint as entries_minor
   from chosen c
   left join lateral (
     select f.up_to, f.amount_minor from ledger.account_fold f
     where f.owner_id = c.owner_id and f.account_id = c.account_id and f.up_to < c.up_to
     order by f.up_to desc limit 1) p on true
   left join lateral (
     select sum(x.amount_minor) as entries_minor from ledger.entry x
     where x.owner_id = c.owner_id and x.account_id = c.account_id and x.recorded_at <= c.up_to
       and x.recorded_at > case when p.up_to is null then '-infinity' else p.up_to end) e on true
   order by c.owner_id, c.account_id, c.up_to`,
)

export interface KindTransfer {
  owner_id: string
  id: string
  amount_minor: bigint
  recorded_at: Temporal.Instant
}

export const transfersOfKinds = statement<KindTransfer>(
  'ledger.transfers_of_kinds',
  `select t.owner_id, t.id, ledger.moved(t.leg_amounts_minor) as amount_minor, t.recorded_at from ledger.transfer t
   where t.kind = any($1) and t.id > $2::uuid and t.id <= $3::uuid order by t.id, t.owner_id limit $4`,
)

export interface ProofRow {
  id: string
  scope: 'incremental' | 'full'
  started_at: Temporal.Instant
  finished_at: Temporal.Instant
  cut_off: Temporal.Instant
  passed: boolean
  counts: Record<string, number>
  discrepancies: { check: string; owner_id: string | null; id: string; detail: string }[]
  resume: Record<string, string>
}

export const latestProof = statement<ProofRow>(
  'ledger.latest_proof',
  `select id, scope, started_at, finished_at, cut_off, passed, counts, discrepancies, resume from ledger.proof
   order by recorded_at desc, id desc limit 1`,
)

export const listProofs = statement<ProofRow & { recorded_at: Temporal.Instant }>(
  'ledger.list_proofs',
  `select id, scope, started_at, finished_at, cut_off, passed, counts, discrepancies, resume, recorded_at from ledger.proof
   where (recorded_at, id) < ($1::timestamptz, $2::uuid) order by recorded_at desc, id desc limit $3`,
)

export const recordProof = statement(
  'ledger.record_proof',
  'select ledger.record_proof($1, $2, $3, $4, $5, $6, $7, $8, $9)',
)

export const removeProofs = statement<{ removed: bigint }>(
  'ledger.remove_proofs',
  'select ledger.remove_proofs($1) as removed',
)
