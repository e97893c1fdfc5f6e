/** SQL behind what staff follow: transfers by their ids alone, with the accounts they touched. Crosses owners. */
import { statement } from '../../../kernel/db/statement.ts'

export interface TransferThing {
  owner_id: string
  id: string
  kind: string
  leg_owner_ids: string[]
  leg_account_ids: string[]
  leg_assets: string[]
  leg_amounts_minor: bigint[]
  reverses_id: string | null
  reason: string | null
  metadata: Record<string, unknown> | null
  effective_at: Temporal.Instant
  recorded_at: Temporal.Instant
  request_id: string
  actor: string
}

// There are a few kinds and an index by kind and id: each kind is looked in for each id, instead of keeping one index more of
// the largest table.
export const findTransfers = statement<TransferThing>(
  'ledger.inquire_transfers',
  `with recursive kind (name) as (
     (select t.kind from ledger.transfer t order by t.kind limit 1)
     union all
     select (select t.kind from ledger.transfer t where t.kind > k.name order by t.kind limit 1)
     from kind k where k.name is not null)
   select t.owner_id, t.id, t.kind, t.leg_owner_ids, t.leg_account_ids, t.leg_assets, t.leg_amounts_minor, t.reverses_id,
     t.reason, t.metadata, t.effective_at, t.recorded_at, t.request_id, t.actor
   from kind k cross join unnest($1::uuid[]) as wanted (id)
   join ledger.transfer t on t.kind = k.name and t.id = wanted.id
   where k.name is not null limit $2`,
)

export const findAccounts = statement<{ owner_id: string; id: string; kind: string; ref: string; asset: string }>(
  'ledger.inquire_accounts',
  'select owner_id, id, kind, ref, asset from ledger.account where id = any($1::uuid[]) limit $2',
)
