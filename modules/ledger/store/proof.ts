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

export interface CheckedTransfers {
  /** How many were looked at; the page after the last is empty. */
  checked: bigint
  last_recorded_at: Temporal.Instant | null
  last_owner_id: string | null
  last_id: string | null
  /** Those that are wrong. */
  wrong: { owner_id: string; id: string; balanced: boolean; legs: number; entered: number }[]
  /** The accounts touched, when asked for. */
  touched: { owner_id: string; account_id: string }[]
}

export const checkTransfersAfter = statement<CheckedTransfers>(
  'ledger.check_transfers_after',
  `with chosen as materialized (
     select t.owner_id, t.id, t.kind, t.recorded_at, t.effective_at, t.leg_owner_ids, t.leg_account_ids, t.leg_assets,
       t.leg_amounts_minor
     from ledger.transfer t
     where t.recorded_at >= $1 and t.recorded_at <= $4 and (t.recorded_at, t.owner_id, t.id) > ($1, $2::uuid, $3::uuid)
     order by t.recorded_at, t.owner_id, t.id limit $5),
   checked as materialized (
     select c.owner_id, c.id, cardinality(c.leg_account_ids) as legs,
       ledger.sums_to_zero(c.leg_assets, c.leg_amounts_minor) as balanced,
       (select count(*)::int from unnest(c.leg_owner_ids, c.leg_account_ids, c.leg_assets, c.leg_amounts_minor)
          with ordinality as l (owner_id, account_id, asset, amount, no)
        join ledger.entry e on e.owner_id = l.owner_id and e.account_id = l.account_id and e.recorded_at = c.recorded_at
          and e.transfer_owner_id = c.owner_id and e.transfer_id = c.id
          and e.amount_minor = l.amount and e.leg_no = l.no and e.kind = c.kind and e.effective_at = c.effective_at
        join ledger.account a on a.owner_id = l.owner_id and a.id = l.account_id and a.asset = l.asset) as entered
     from chosen c)
   select (select count(*) from chosen) as checked, last.recorded_at as last_recorded_at, last.owner_id as last_owner_id,
     last.id as last_id,
     coalesce((select jsonb_agg(to_jsonb(k) order by k.owner_id, k.id) from checked k
       where not k.balanced or k.legs <> k.entered), '[]'::jsonb) as wrong,
     coalesce((select jsonb_agg(to_jsonb(d)) from (
       select distinct l.owner_id, l.account_id from chosen c,
         unnest(c.leg_owner_ids, c.leg_account_ids) as l (owner_id, account_id) where $6::boolean) d), '[]'::jsonb) as touched
   from (select 1) one
   left join (select c.recorded_at, c.owner_id, c.id from chosen c
     order by c.recorded_at desc, c.owner_id desc, c.id desc limit 1) last on true`,
)

export interface CheckedEntries {
  checked: bigint
  last_owner_id: string | null
  last_account_id: string | null
  last_recorded_at: Temporal.Instant | null
  last_transfer_owner_id: string | null
  last_transfer_id: string | null
  /** Entries whose transfer does not exist or has no such leg. */
  wrong: { owner_id: string; account_id: string; transfer_id: string }[]
}

export const checkEntriesAfter = statement<CheckedEntries>(
  'ledger.check_entries_after',
  `with chosen as materialized (
     select e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id, e.leg_no, e.amount_minor
     from ledger.entry e
     where (e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id)
       > ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::uuid)
     order by e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id limit $6),
   wrong as (
     select c.owner_id, c.account_id, c.transfer_id from chosen c
     where not exists (select from ledger.transfer t
       where t.owner_id = c.transfer_owner_id and t.id = c.transfer_id and t.recorded_at = c.recorded_at
         and t.leg_owner_ids[c.leg_no] = c.owner_id and t.leg_account_ids[c.leg_no] = c.account_id
         and t.leg_amounts_minor[c.leg_no] = c.amount_minor))
   select (select count(*) from chosen) as checked, last.owner_id as last_owner_id, last.account_id as last_account_id,
     last.recorded_at as last_recorded_at, last.transfer_owner_id as last_transfer_owner_id,
     last.transfer_id as last_transfer_id,
     coalesce((select jsonb_agg(to_jsonb(w)) from wrong w), '[]'::jsonb) as wrong
   from (select 1) one
   left join (select c.owner_id, c.account_id, c.recorded_at, c.transfer_owner_id, c.transfer_id from chosen c
     order by c.owner_id desc, c.account_id desc, c.recorded_at desc, c.transfer_owner_id desc, c.transfer_id desc
     limit 1) last on true`,
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
       and x.recorded_at > coalesce(p.up_to, '-infinity'::timestamptz)) e on true
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

export const recordProof = statement(
  'ledger.record_proof',
  'select ledger.record_proof($1, $2, $3, $4, $5, $6, $7, $8, $9)',
)

export const removeProofs = statement<{ removed: bigint }>(
  'ledger.remove_proofs',
  'select ledger.remove_proofs($1) as removed',
)
