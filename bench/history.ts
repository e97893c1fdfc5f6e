/** Makes accounts and a long, consistent history in bulk, past the functions that would take an hour for it. */
import pg from 'pg'
import { accountId, PLATFORM, type AccountRef } from '../modules/ledger/api.ts'

const clearing: AccountRef = {
  owner: PLATFORM,
  kind: 'provider_clearing',
  ref: 'bench',
  asset: 'XOF',
  mode: 'deferred',
}
const FUNDED_MINOR = 1_000_000n

async function asOwner<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}

/** Opens the accounts and funds every wallet by one posting each. */
export async function openAccounts(
  url: string,
  wallets: readonly AccountRef[],
  fees: readonly AccountRef[],
  hot: AccountRef,
): Promise<void> {
  await asOwner(url, async (client) => {
    const open = `select ledger.open_account(a.owner, a.id, a.kind, a.ref, 'XOF', a.mode, null, now() - interval '400 days')
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as a (owner, id, kind, ref, mode)`
    const all = [...wallets, ...fees, hot, clearing]
    await client.query(open, [
      all.map((ref) => ref.owner),
      all.map(accountId),
      all.map((ref) => ref.kind),
      all.map((ref) => ref.ref ?? ''),
      all.map((ref) => ref.mode),
    ])
    const fund = `select ledger.post(w.owner, gen_random_uuid(), 'bench.funded', 'hash',
        case when w.first then array[w.owner, $3::uuid] else array[$3::uuid, w.owner] end,
        case when w.first then array[w.id, $4::uuid] else array[$4::uuid, w.id] end,
        array['XOF', 'XOF'],
        case when w.first then array[$5::bigint, -$5] else array[-$5::bigint, $5] end,
        null, null,
        case when w.first then array['guarded', 'deferred'] else array['deferred', 'guarded'] end,
        null, null, null, now() - interval '400 days', 'bench', 'system:bench')
      from (select owner, id, owner < $3::uuid as first from unnest($1::uuid[], $2::uuid[]) as u (owner, id)) w`
    await client.query(fund, [
      wallets.map((ref) => ref.owner),
      wallets.map(accountId),
      clearing.owner,
      accountId(clearing),
      FUNDED_MINOR.toString(),
    ])
    await client.query('analyze')
  })
}

/**
 * Adds `entries` entries over the last year: one F at a time from outside to each wallet in turn, with versions, balances and
 * transfers as the posting function would have left them. Indexes are dropped meanwhile and built anew.
 */
export async function bulkLoad(url: string, wallets: readonly AccountRef[], entries: number): Promise<void> {
  const transfers = entries / 2
  const rounds = transfers / wallets.length
  if (!Number.isInteger(rounds)) throw new Error('every wallet must get as many entries as any other')
  await asOwner(url, async (client) => {
    await client.query('begin')
    await client.query("set local maintenance_work_mem = '256MB'; set local work_mem = '128MB'")
    await client.query(
      'create temp table wallet (n integer primary key, owner_id uuid, id uuid, first boolean) on commit drop',
    )
    await client.query(
      `insert into wallet select n - 1, owner_id, id, owner_id < $3 from unnest($1::uuid[], $2::uuid[]) with ordinality as u (owner_id, id, n)`,
      [wallets.map((ref) => ref.owner), wallets.map(accountId), clearing.owner],
    )
    await client.query(`create temp table step on commit drop as
      select w.owner_id, w.id as account_id, w.first, k, at,
        (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(k * ${wallets.length} + w.n), 12, '0'))::uuid as transfer_id
      from generate_series(1, ${rounds}) k, wallet w,
        lateral (select now() - interval '365 days' + interval '365 days' * ((k - 1) * ${wallets.length} + w.n)::float8 / ${transfers} as at) t`)
    await client.query(`alter table ledger.entry drop constraint entry_pkey;
      alter table ledger.reversed_leg drop constraint reversed_leg_transfer;
      alter table ledger.transfer drop constraint transfer_pkey;
      drop index ledger.transfer_recorded_at, ledger.transfer_kind`)
    const params = [clearing.owner, accountId(clearing)]
    await client.query(
      `insert into ledger.transfer (owner_id, id, kind, body_hash, leg_owner_ids, leg_account_ids, leg_assets, leg_amounts_minor,
         effective_at, recorded_at, request_id, actor)
       select owner_id, transfer_id, 'bench.loaded', 'hash',
         case when first then array[owner_id, $1::uuid] else array[$1::uuid, owner_id] end,
         case when first then array[account_id, $2::uuid] else array[$2::uuid, account_id] end,
         array['XOF', 'XOF'], case when first then array[1::bigint, -1] else array[-1::bigint, 1] end, at, at, 'bench', 'system:bench'
       from step order by at`,
      params,
    )
    await client.query(
      `insert into ledger.entry (owner_id, account_id, recorded_at, transfer_owner_id, transfer_id, leg_no, kind, amount_minor,
         effective_at, account_version, balance_after_minor)
       select owner_id, account_id, at, owner_id, transfer_id, case when first then 1 else 2 end, 'bench.loaded', 1, at, k + 1,
         ${FUNDED_MINOR} + k from step
       union all
       select $1::uuid, $2::uuid, at, owner_id, transfer_id, case when first then 2 else 1 end, 'bench.loaded', -1, at, null, null
       from step`,
      params,
    )
    await client.query(
      `update ledger.balance b set posted_minor = b.posted_minor + ${rounds}, version = b.version + ${rounds}
       from wallet w where b.owner_id = w.owner_id and b.account_id = w.id`,
    )
    await client.query(`alter table ledger.entry add constraint entry_pkey
        primary key (owner_id, account_id, recorded_at, transfer_owner_id, transfer_id);
      alter table ledger.transfer add constraint transfer_pkey primary key (owner_id, id);
      create index transfer_recorded_at on ledger.transfer (recorded_at);
      create index transfer_kind on ledger.transfer (kind, id);
      alter table ledger.reversed_leg add constraint reversed_leg_transfer
        foreign key (owner_id, transfer_id) references ledger.transfer (owner_id, id)`)
    await client.query('commit')
    await client.query('vacuum (analyze) ledger.transfer, ledger.entry, ledger.balance')
  })
}
