-- The only way to write the ledger. Each function is one round trip, runs with the rights of the schema's owner and checks
-- everything itself. What it refuses has a code of class LG, which the server turns into sentences:
--   LG001 insufficient funds · LG002 other transfer under this id · LG003 hold resolved · LG004 hold unknown
--   LG005 more than is left to reverse · LG006 not reversible · LG007 account frozen · LG008 transfer unknown
--   LG009 more than was held · LG010 other hold under this id · LG090 bad call (a bug)
-- Two calls for the same id at the same time: the later one gets 40001, is run again and finds the first.

-- `p_floor` null: whatever floor it has, zero when it is new.
create function ledger.open_account(
  p_owner uuid, p_id uuid, p_kind text, p_ref text, p_asset text, p_mode text, p_floor bigint, p_now timestamptz
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into ledger.account (owner_id, id, kind, ref, asset, mode, opened_at)
  values (p_owner, p_id, p_kind, p_ref, p_asset, p_mode, p_now)
  on conflict do nothing;
  perform from ledger.account a
  where a.owner_id = p_owner and a.id = p_id and a.kind = p_kind and a.ref = p_ref and a.asset = p_asset and a.mode = p_mode;
  if not found then
    raise exception 'account % is open for another purpose', p_id using errcode = 'LG090';
  end if;
  if p_mode = 'guarded' then
    insert into ledger.balance (owner_id, account_id, posted_minor, held_minor, floor_minor, version, last_recorded_at)
    values (p_owner, p_id, 0, 0, coalesce(p_floor, 0), 0, p_now)
    on conflict on constraint balance_pkey do nothing;
    perform from ledger.balance b where b.owner_id = p_owner and b.account_id = p_id
      and b.floor_minor = coalesce(p_floor, b.floor_minor);
    if not found then
      raise exception 'account % is open with another floor', p_id using errcode = 'LG090';
    end if;
  elsif p_floor <> 0 then
    raise exception 'account % is deferred and has no floor', p_id using errcode = 'LG090';
  end if;
end $$;

-- Writes one transfer. Balances are updated in the order of the legs, which is the same for everybody, so that two postings
-- never wait for each other. `p_release_no` is the leg whose account also gives up a hold of `p_release`.
create function ledger.write_transfer(
  p_owner uuid, p_id uuid, p_kind text, p_hash text,
  p_owners uuid[], p_accounts uuid[], p_assets text[], p_amounts bigint[], p_kinds text[], p_refs text[], p_modes text[],
  p_effective timestamptz, p_reason text, p_metadata jsonb, p_now timestamptz, p_request text, p_actor text,
  p_reverses_owner uuid, p_reverses uuid, p_release_no integer, p_release bigint
) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  known text;
  asset_there text;
  mode_there text;
  frozen boolean;
  release bigint;
  recorded timestamptz := p_now;
  account_recorded timestamptz;
  account_version bigint;
  balance_after bigint;
  guarded boolean := false;
  deferred boolean := false;
  versions bigint[] := array_fill(null::bigint, array[cardinality(p_amounts)]);
  balances bigint[] := versions;
begin
  select t.body_hash into known from ledger.transfer t where t.owner_id = p_owner and t.id = p_id;
  if found then
    if known = p_hash then
      return true;
    end if;
    raise exception 'transfer % exists with other content', p_id using errcode = 'LG002';
  end if;

  for i in 1 .. cardinality(p_amounts) loop
    if i > 1 and (p_owners[i], p_accounts[i]) <= (p_owners[i - 1], p_accounts[i - 1]) then
      raise exception 'the legs of % are not sorted, or name an account twice', p_id using errcode = 'LG090';
    end if;
    select a.asset, a.mode, a.frozen_at is not null into asset_there, mode_there, frozen
    from ledger.account a where a.owner_id = p_owners[i] and a.id = p_accounts[i];
    if not found then
      perform ledger.open_account(
        p_owners[i], p_accounts[i], p_kinds[i], p_refs[i], p_assets[i], p_modes[i], null, p_now);
      asset_there := p_assets[i];
      mode_there := p_modes[i];
      frozen := false;
    end if;
    if asset_there <> p_assets[i] or mode_there <> p_modes[i] then
      raise exception 'account % is % in %', p_accounts[i], mode_there, asset_there using errcode = 'LG090';
    end if;
    if frozen then
      raise exception 'account % is frozen', p_accounts[i] using errcode = 'LG007';
    end if;
    if mode_there = 'deferred' then
      deferred := true;
      continue;
    end if;
    guarded := true;
    release := case when i = p_release_no then p_release else 0 end;
    update ledger.balance b
    set posted_minor = b.posted_minor + p_amounts[i], held_minor = b.held_minor - release, version = b.version + 1,
      last_recorded_at = greatest(b.last_recorded_at, p_now)
    where b.owner_id = p_owners[i] and b.account_id = p_accounts[i]
      and b.posted_minor + p_amounts[i] - (b.held_minor - release) >= b.floor_minor
    returning b.version, b.posted_minor, b.last_recorded_at into account_version, balance_after, account_recorded;
    if not found then
      -- The money may be gone because somebody was faster with this very transfer.
      perform from ledger.transfer t where t.owner_id = p_owner and t.id = p_id;
      if found then
        raise exception 'transfer % was posted meanwhile', p_id using errcode = 'serialization_failure';
      end if;
      raise exception 'account % has not enough for %', p_accounts[i], p_amounts[i] using errcode = 'LG001';
    end if;
    versions[i] := account_version;
    balances[i] := balance_after;
    -- Clocks of servers differ by a little and a lock may have been waited for: an account's times do not run backwards.
    if account_recorded > recorded and account_recorded < p_now + interval '1 minute' then
      recorded := account_recorded;
    end if;
  end loop;
  if guarded and recorded > p_now then
    for i in 1 .. cardinality(p_amounts) loop
      update ledger.balance b set last_recorded_at = recorded
      where b.owner_id = p_owners[i] and b.account_id = p_accounts[i] and b.last_recorded_at < recorded;
    end loop;
  end if;

  insert into ledger.transfer (owner_id, id, kind, body_hash, leg_owner_ids, leg_account_ids, leg_assets, leg_amounts_minor,
    reverses_owner_id, reverses_id, reason, metadata, effective_at, recorded_at, request_id, actor)
  values (p_owner, p_id, p_kind, p_hash, p_owners, p_accounts, p_assets, p_amounts,
    p_reverses_owner, p_reverses, p_reason, p_metadata, coalesce(p_effective, recorded), recorded, p_request, p_actor)
  on conflict on constraint transfer_pkey do nothing;
  if not found then
    raise exception 'transfer % was posted meanwhile', p_id using errcode = 'serialization_failure';
  end if;

  insert into ledger.entry (owner_id, account_id, recorded_at, transfer_owner_id, transfer_id, leg_no, kind, amount_minor,
    effective_at, account_version, balance_after_minor)
  select leg.owner_id, leg.account_id, recorded, p_owner, p_id, leg.no, p_kind, leg.amount, coalesce(p_effective, recorded),
    leg.version, leg.balance
  from unnest(p_owners, p_accounts, p_amounts, versions, balances)
    with ordinality as leg (owner_id, account_id, amount, version, balance, no);

  -- Folds reach no further than this margin before now; an entry recorded before (imported history, a clock set back)
  -- takes the folds away that lack it. The lock keeps a fold in the making from missing it.
  if deferred and recorded < clock_timestamp() - interval '10 minutes' then
    perform pg_advisory_xact_lock_shared(7236021);
    delete from ledger.account_fold f using unnest(p_owners, p_accounts) as leg (owner_id, account_id)
    where f.owner_id = leg.owner_id and f.account_id = leg.account_id and f.up_to >= recorded;
  end if;
  return false;
end $$;

create function ledger.post(
  p_owner uuid, p_id uuid, p_kind text, p_hash text,
  p_owners uuid[], p_accounts uuid[], p_assets text[], p_amounts bigint[], p_kinds text[], p_refs text[], p_modes text[],
  p_effective timestamptz, p_reason text, p_metadata jsonb, p_now timestamptz, p_request text, p_actor text
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return ledger.write_transfer(p_owner, p_id, p_kind, p_hash, p_owners, p_accounts, p_assets, p_amounts, p_kinds, p_refs,
    p_modes, p_effective, p_reason, p_metadata, p_now, p_request, p_actor, null, null, null, 0);
end $$;

create function ledger.reverse(
  p_owner uuid, p_id uuid, p_kind text, p_hash text, p_original_owner uuid, p_original uuid,
  p_accounts uuid[], p_amounts bigint[], p_effective timestamptz, p_reason text, p_metadata jsonb,
  p_now timestamptz, p_request text, p_actor text
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  original record;
  owners uuid[] := '{}';
  accounts uuid[] := '{}';
  assets text[] := '{}';
  amounts bigint[] := '{}';
  modes text[] := '{}';
  known text;
  amount bigint;
  at integer;
begin
  select t.kind, t.leg_owner_ids, t.leg_account_ids, t.leg_assets, t.leg_amounts_minor, t.reverses_id into original
  from ledger.transfer t where t.owner_id = p_original_owner and t.id = p_original;
  if not found then
    raise exception 'transfer % is unknown', p_original using errcode = 'LG008';
  end if;
  if original.reverses_id is not null then
    raise exception 'transfer % is itself a reversal', p_original using errcode = 'LG006';
  end if;

  -- Whoever reverses the same transfer waits here, and then sees what the one before did.
  insert into ledger.reversed_leg (owner_id, transfer_id, leg_no, original_minor, reversed_minor)
  select p_original_owner, p_original, leg.no, abs(leg.amount), 0
  from unnest(original.leg_amounts_minor) with ordinality as leg (amount, no)
  on conflict on constraint reversed_leg_pkey do nothing;
  perform from ledger.reversed_leg r
  where r.owner_id = p_original_owner and r.transfer_id = p_original order by r.leg_no for update;
  select t.body_hash into known from ledger.transfer t where t.owner_id = p_owner and t.id = p_id;
  if found then
    if known = p_hash then
      return true;
    end if;
    raise exception 'transfer % exists with other content', p_id using errcode = 'LG002';
  end if;

  for i in 1 .. cardinality(original.leg_amounts_minor) loop
    if p_accounts is null then
      amount := -original.leg_amounts_minor[i];
    else
      at := array_position(p_accounts, original.leg_account_ids[i]);
      continue when at is null;
      amount := p_amounts[at];
    end if;
    if sign(amount) <> -sign(original.leg_amounts_minor[i]) then
      raise exception 'a reversal goes the other way than the original' using errcode = 'LG090';
    end if;
    update ledger.reversed_leg r set reversed_minor = r.reversed_minor + abs(amount)
    where r.owner_id = p_original_owner and r.transfer_id = p_original and r.leg_no = i
      and r.reversed_minor + abs(amount) <= r.original_minor;
    if not found then
      raise exception 'less than that is left of leg % of %', i, p_original using errcode = 'LG005';
    end if;
    owners := owners || original.leg_owner_ids[i];
    accounts := accounts || original.leg_account_ids[i];
    assets := assets || original.leg_assets[i];
    amounts := amounts || amount;
    modes := modes || (select a.mode from ledger.account a
      where a.owner_id = original.leg_owner_ids[i] and a.id = original.leg_account_ids[i]);
  end loop;
  if p_accounts is not null and cardinality(accounts) <> cardinality(p_accounts) then
    raise exception 'a leg of the reversal is not in the original' using errcode = 'LG090';
  end if;
  return ledger.write_transfer(p_owner, p_id, coalesce(p_kind, original.kind || '_reversed'), p_hash, owners, accounts,
    assets, amounts, null, null, modes, p_effective, p_reason, p_metadata, p_now, p_request, p_actor,
    p_original_owner, p_original, null, 0);
end $$;

create function ledger.hold(
  p_owner uuid, p_id uuid, p_hash text, p_account uuid, p_kind text, p_ref text, p_asset text, p_amount bigint,
  p_expires timestamptz, p_reason text, p_now timestamptz, p_request text, p_actor text
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  known text;
  frozen boolean;
begin
  select h.body_hash into known from ledger.hold h where h.owner_id = p_owner and h.id = p_id;
  if found then
    if known = p_hash then
      return true;
    end if;
    raise exception 'hold % exists with other content', p_id using errcode = 'LG010';
  end if;
  select a.frozen_at is not null into frozen from ledger.account a where a.owner_id = p_owner and a.id = p_account;
  if not found then
    perform ledger.open_account(p_owner, p_account, p_kind, p_ref, p_asset, 'guarded', null, p_now);
  elsif frozen then
    raise exception 'account % is frozen', p_account using errcode = 'LG007';
  end if;
  update ledger.balance b set held_minor = b.held_minor + p_amount
  where b.owner_id = p_owner and b.account_id = p_account and b.posted_minor - b.held_minor - p_amount >= b.floor_minor;
  if not found then
    perform from ledger.hold h where h.owner_id = p_owner and h.id = p_id;
    if found then
      raise exception 'hold % was made meanwhile', p_id using errcode = 'serialization_failure';
    end if;
    raise exception 'account % has not enough to hold %', p_account, p_amount using errcode = 'LG001';
  end if;
  insert into ledger.hold (owner_id, id, account_id, amount_minor, expires_at, body_hash, reason, recorded_at, request_id,
    actor)
  values (p_owner, p_id, p_account, p_amount, p_expires, p_hash, p_reason, p_now, p_request, p_actor)
  on conflict on constraint hold_pkey do nothing;
  if not found then
    raise exception 'hold % was made meanwhile', p_id using errcode = 'serialization_failure';
  end if;
  return false;
end $$;

create function ledger.post_hold(
  p_hold_owner uuid, p_hold uuid, p_amount bigint,
  p_owner uuid, p_id uuid, p_kind text, p_hash text,
  p_owners uuid[], p_accounts uuid[], p_assets text[], p_amounts bigint[], p_kinds text[], p_refs text[], p_modes text[],
  p_effective timestamptz, p_reason text, p_metadata jsonb, p_now timestamptz, p_request text, p_actor text
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held record;
  known text;
  leg integer;
begin
  select h.account_id, h.amount_minor, h.expires_at, h.resolved_at into held
  from ledger.hold h where h.owner_id = p_hold_owner and h.id = p_hold for update;
  if not found then
    raise exception 'hold % is unknown', p_hold using errcode = 'LG004';
  end if;
  select t.body_hash into known from ledger.transfer t where t.owner_id = p_owner and t.id = p_id;
  if found then
    if known = p_hash then
      return true;
    end if;
    raise exception 'transfer % exists with other content', p_id using errcode = 'LG002';
  end if;
  if held.resolved_at is not null or held.expires_at <= p_now then
    raise exception 'hold % is resolved', p_hold using errcode = 'LG003';
  end if;
  if p_amount > held.amount_minor then
    raise exception 'hold % is of % only', p_hold, held.amount_minor using errcode = 'LG009';
  end if;
  leg := array_position(p_accounts, held.account_id);
  if leg is null or p_owners[leg] <> p_hold_owner or p_amounts[leg] <> -p_amount or p_amount <= 0 then
    raise exception 'the transfer does not take % out of the held account', p_amount using errcode = 'LG090';
  end if;
  insert into ledger.hold_outcome (owner_id, hold_id, outcome, posted_minor, transfer_owner_id, transfer_id, reason,
    resolved_at, recorded_at, request_id, actor)
  values (p_hold_owner, p_hold, 'posted', p_amount, p_owner, p_id, p_reason, p_now, p_now, p_request, p_actor);
  update ledger.hold h set resolved_at = p_now where h.owner_id = p_hold_owner and h.id = p_hold;
  return ledger.write_transfer(p_owner, p_id, p_kind, p_hash, p_owners, p_accounts, p_assets, p_amounts, p_kinds, p_refs,
    p_modes, p_effective, p_reason, p_metadata, p_now, p_request, p_actor, null, null, leg, held.amount_minor);
end $$;

-- Ends a hold without a transfer.
create function ledger.release_hold(
  p_owner uuid, p_hold uuid, p_account uuid, p_amount bigint, p_outcome text, p_reason text, p_resolved timestamptz,
  p_now timestamptz, p_request text, p_actor text
) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  insert into ledger.hold_outcome (owner_id, hold_id, outcome, posted_minor, reason, resolved_at, recorded_at, request_id,
    actor)
  values (p_owner, p_hold, p_outcome, 0, p_reason, p_resolved, p_now, p_request, p_actor);
  update ledger.hold h set resolved_at = p_resolved where h.owner_id = p_owner and h.id = p_hold;
  update ledger.balance b set held_minor = b.held_minor - p_amount
  where b.owner_id = p_owner and b.account_id = p_account;
end $$;

create function ledger.void_hold(
  p_owner uuid, p_hold uuid, p_reason text, p_now timestamptz, p_request text, p_actor text
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  held record;
begin
  select h.account_id, h.amount_minor, h.resolved_at into held
  from ledger.hold h where h.owner_id = p_owner and h.id = p_hold for update;
  if not found then
    raise exception 'hold % is unknown', p_hold using errcode = 'LG004';
  end if;
  if held.resolved_at is not null then
    perform from ledger.hold_outcome o where o.owner_id = p_owner and o.hold_id = p_hold and o.outcome = 'voided';
    if found then
      return true;
    end if;
    raise exception 'hold % is resolved', p_hold using errcode = 'LG003';
  end if;
  perform ledger.release_hold(p_owner, p_hold, held.account_id, held.amount_minor, 'voided', p_reason, p_now, p_now,
    p_request, p_actor);
  return false;
end $$;

create function ledger.expire_holds(p_now timestamptz, p_limit integer, p_request text, p_actor text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  due record;
  expired integer := 0;
begin
  for due in
    with batch as materialized (
      select h.owner_id, h.id, h.account_id, h.amount_minor, h.expires_at from ledger.hold h
      where h.resolved_at is null and h.expires_at <= p_now
      order by h.expires_at limit p_limit for update skip locked)
    select owner_id, id, account_id, amount_minor, expires_at from batch order by owner_id, account_id, id
  loop
    perform ledger.release_hold(due.owner_id, due.id, due.account_id, due.amount_minor, 'expired', null, due.expires_at,
      p_now, p_request, p_actor);
    expired := expired + 1;
  end loop;
  return expired;
end $$;

create function ledger.freeze_account(p_owner uuid, p_id uuid, p_reason text, p_now timestamptz) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update ledger.account set frozen_at = p_now, frozen_reason = p_reason
  where owner_id = p_owner and id = p_id and frozen_at is null;
$$;

create function ledger.unfreeze_account(p_owner uuid, p_id uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  update ledger.account set frozen_at = null, frozen_reason = null where owner_id = p_owner and id = p_id;
$$;

-- Folds one page of deferred accounts up to `p_up_to`, but never closer to now than the margin in which a posting may still
-- be on its way. Returns the key of the last account of the page; no row when there is none.
create function ledger.fold(p_up_to timestamptz, p_after_owner uuid, p_after_id uuid, p_limit integer)
returns table (last_owner_id uuid, last_account_id uuid)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  up_to_safe timestamptz := least(p_up_to, clock_timestamp() - interval '10 minutes');
  due record;
  last record;
  since bigint;
begin
  perform pg_advisory_xact_lock(7236021);
  for due in
    select a.owner_id, a.id from ledger.account a
    where a.mode = 'deferred' and (a.owner_id, a.id) > (p_after_owner, p_after_id)
    order by a.owner_id, a.id limit p_limit
  loop
    last_owner_id := due.owner_id;
    last_account_id := due.id;
    select f.up_to, f.amount_minor into last from ledger.account_fold f
    where f.owner_id = due.owner_id and f.account_id = due.id order by f.up_to desc limit 1;
    continue when last.up_to >= up_to_safe;
    select sum(e.amount_minor) into since from ledger.entry e
    where e.owner_id = due.owner_id and e.account_id = due.id
      and e.recorded_at > coalesce(last.up_to, '-infinity') and e.recorded_at <= up_to_safe;
    continue when since is null;
    if date_trunc('month', last.up_to, 'UTC') = date_trunc('month', up_to_safe, 'UTC') then
      update ledger.account_fold f set up_to = up_to_safe, amount_minor = f.amount_minor + since
      where f.owner_id = due.owner_id and f.account_id = due.id and f.up_to = last.up_to;
    else
      insert into ledger.account_fold (owner_id, account_id, up_to, amount_minor)
      values (due.owner_id, due.id, up_to_safe, coalesce(last.amount_minor, 0) + since);
    end if;
  end loop;
  if last_owner_id is not null then
    return next;
  end if;
end $$;

create function ledger.record_proof(
  p_id uuid, p_scope text, p_started timestamptz, p_finished timestamptz, p_cut_off timestamptz, p_passed boolean,
  p_counts jsonb, p_discrepancies jsonb, p_resume jsonb
) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into ledger.proof (id, scope, started_at, finished_at, cut_off, passed, counts, discrepancies, resume)
  values (p_id, p_scope, p_started, p_finished, p_cut_off, p_passed, p_counts, p_discrepancies, p_resume);
$$;

-- Proofs that passed are of no interest after a while; those that failed stay.
create function ledger.remove_proofs(p_before timestamptz) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with removed as (
    delete from ledger.proof where passed and recorded_at < p_before
      and id <> (select id from ledger.proof order by recorded_at desc, id desc limit 1)
    returning id)
  select count(*) from removed;
$$;

revoke all on all functions in schema ledger from public;
grant execute on function ledger.open_account, ledger.post, ledger.reverse, ledger.hold, ledger.post_hold, ledger.void_hold,
  ledger.expire_holds, ledger.freeze_account, ledger.unfreeze_account, ledger.fold, ledger.record_proof, ledger.remove_proofs,
  ledger.create_partitions, ledger.moved,
  ledger.sums_to_zero to :app;
