-- The ledger: accounts, transfers, entries, holds. The server's role reads these tables and calls the functions of the next
-- migration; it may change no row itself. What must always hold is a constraint on one row, so that it also holds when the
-- rows of one transfer live on several machines.

-- True when the amounts of each asset sum to zero.
create function ledger.sums_to_zero(assets text[], amounts bigint[]) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
  if cardinality(assets) = 2 then
    return assets[1] = assets[2] and amounts[1] = -amounts[2];
  end if;
  return not exists (
    select from unnest(assets, amounts) as leg (asset, amount) group by leg.asset having sum(leg.amount) <> 0);
end $$;

-- The value a transfer moves: the sum of what came in somewhere.
create function ledger.moved(amounts bigint[]) returns bigint
language sql immutable strict parallel safe as $$
  select coalesce(sum(amount) filter (where amount > 0), 0)::bigint from unnest(amounts) as leg (amount);
$$;

-- True when no amount is zero or beyond every bound.
create function ledger.amounts_are_sound(amounts bigint[]) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  amount bigint;
begin
  foreach amount in array amounts loop
    if amount is null or amount = 0 or abs(amount) > 1000000000000000 then
      return false;
    end if;
  end loop;
  return true;
end $$;

create table ledger.account (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  ref text not null,
  asset text not null,
  mode text not null,
  opened_at timestamptz not null,
  frozen_at timestamptz,
  frozen_reason text,
  constraint account_pkey primary key (owner_id, id),
  constraint account_purpose unique (owner_id, kind, ref, asset),
  constraint account_mode check (mode in ('guarded', 'deferred')),
  constraint account_frozen_for_a_reason check ((frozen_at is null) = (frozen_reason is null))
);
create index account_id on ledger.account (id);
create index account_deferred on ledger.account (owner_id, id) where mode = 'deferred';

-- One row per guarded account; the room is left so that an update stays on its page and touches no index.
create table ledger.balance (
  owner_id uuid not null,
  account_id uuid not null,
  posted_minor bigint not null,
  held_minor bigint not null,
  floor_minor bigint not null,
  version bigint not null,
  last_recorded_at timestamptz not null,
  constraint balance_pkey primary key (owner_id, account_id),
  constraint balance_account foreign key (owner_id, account_id) references ledger.account (owner_id, id),
  constraint balance_not_below_floor check (posted_minor - held_minor >= floor_minor),
  constraint balance_held_not_negative check (held_minor >= 0)
) with (fillfactor = 50);

-- Legs are arrays of equal length, sorted by owner and account: zero sum is then a fact of one row.
create table ledger.transfer (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  body_hash text not null,
  leg_owner_ids uuid[] not null,
  leg_account_ids uuid[] not null,
  leg_assets text[] not null,
  leg_amounts_minor bigint[] not null,
  reverses_owner_id uuid,
  reverses_id uuid,
  reason text,
  metadata jsonb,
  effective_at timestamptz not null,
  recorded_at timestamptz not null,
  request_id text not null,
  actor text not null,
  constraint transfer_pkey primary key (owner_id, id),
  constraint transfer_sums_to_zero check (ledger.sums_to_zero(leg_assets, leg_amounts_minor)),
  constraint transfer_amounts_are_sound check (ledger.amounts_are_sound(leg_amounts_minor)),
  constraint transfer_legs_match check (
    cardinality(leg_amounts_minor) between 2 and 500
    and cardinality(leg_owner_ids) = cardinality(leg_amounts_minor)
    and cardinality(leg_account_ids) = cardinality(leg_amounts_minor)
    and cardinality(leg_assets) = cardinality(leg_amounts_minor)),
  constraint transfer_reversal_has_a_reason check (reverses_id is null or reason is not null),
  constraint transfer_reverses_both check ((reverses_id is null) = (reverses_owner_id is null))
);
create index transfer_recorded_at on ledger.transfer (recorded_at);
create index transfer_kind on ledger.transfer (kind, id);

-- One row per leg, living with the account's owner. The key is the order of an account's statement; a transfer touches an
-- account once, so leg numbers are not in it.
create table ledger.entry (
  owner_id uuid not null,
  account_id uuid not null,
  recorded_at timestamptz not null,
  transfer_owner_id uuid not null,
  transfer_id uuid not null,
  leg_no smallint not null,
  kind text not null,
  amount_minor bigint not null,
  effective_at timestamptz not null,
  account_version bigint,
  balance_after_minor bigint,
  constraint entry_pkey primary key (owner_id, account_id, recorded_at, transfer_owner_id, transfer_id),
  constraint entry_not_zero check (amount_minor <> 0),
  constraint entry_guarded_or_deferred check ((account_version is null) = (balance_after_minor is null))
) partition by range (recorded_at);
-- Entries lie in the order of time, so that a few pages of ranges find those of a window; for the verifier.
create index entry_recorded_at on ledger.entry using brin (recorded_at) with (pages_per_range = 32, autosummarize = on);

create table ledger.hold (
  owner_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  amount_minor bigint not null,
  expires_at timestamptz not null,
  body_hash text not null,
  reason text,
  recorded_at timestamptz not null,
  request_id text not null,
  actor text not null,
  -- Repeats the outcome's time so that open holds can be found; the outcome decides.
  resolved_at timestamptz,
  constraint hold_pkey primary key (owner_id, id),
  constraint hold_account foreign key (owner_id, account_id) references ledger.account (owner_id, id),
  constraint hold_positive check (amount_minor > 0)
);
create index hold_account on ledger.hold (owner_id, account_id);
create index hold_due on ledger.hold (expires_at) where resolved_at is null;

-- How a hold ended. The key allows one end.
create table ledger.hold_outcome (
  owner_id uuid not null,
  hold_id uuid not null,
  outcome text not null,
  posted_minor bigint not null,
  transfer_owner_id uuid,
  transfer_id uuid,
  reason text,
  resolved_at timestamptz not null,
  recorded_at timestamptz not null,
  request_id text not null,
  actor text not null,
  constraint hold_outcome_pkey primary key (owner_id, hold_id),
  constraint hold_outcome_hold foreign key (owner_id, hold_id) references ledger.hold (owner_id, id),
  constraint hold_outcome_kind check (outcome in ('posted', 'voided', 'expired')),
  constraint hold_outcome_posts_a_transfer check (
    (outcome = 'posted') = (transfer_id is not null) and (outcome = 'posted') = (posted_minor > 0)
    and (transfer_id is null) = (transfer_owner_id is null))
);

-- How much of each leg of a transfer was reversed, lives with the reversed transfer.
create table ledger.reversed_leg (
  owner_id uuid not null,
  transfer_id uuid not null,
  leg_no smallint not null,
  original_minor bigint not null,
  reversed_minor bigint not null,
  constraint reversed_leg_pkey primary key (owner_id, transfer_id, leg_no),
  constraint reversed_leg_transfer foreign key (owner_id, transfer_id) references ledger.transfer (owner_id, id),
  constraint reversed_leg_within_original check (reversed_minor between 0 and original_minor)
);

-- Sums of a deferred account's entries up to an instant: one row per month, the last of which moves. A cache: any row can be
-- deleted and is made again.
create table ledger.account_fold (
  owner_id uuid not null,
  account_id uuid not null,
  up_to timestamptz not null,
  amount_minor bigint not null,
  constraint account_fold_pkey primary key (owner_id, account_id, up_to),
  constraint account_fold_account foreign key (owner_id, account_id) references ledger.account (owner_id, id)
);

-- Results of the verifier.
create table ledger.proof (
  id uuid not null,
  scope text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  cut_off timestamptz not null,
  passed boolean not null,
  counts jsonb not null,
  discrepancies jsonb not null,
  -- Where the next run goes on with what one run could not finish.
  resume jsonb not null,
  recorded_at timestamptz not null default now(),
  constraint proof_pkey primary key (id),
  constraint proof_scope check (scope in ('incremental', 'full'))
);
create index proof_recorded_at on ledger.proof (recorded_at);

-- Nobody changes what was written, not even the owner of the schema.
create trigger entry_is_append_only before update or delete on ledger.entry
  for each row execute function kernel.refuse_change();
create trigger entry_is_never_emptied before truncate on ledger.entry
  for each statement execute function kernel.refuse_change();
create trigger transfer_is_append_only before update or delete on ledger.transfer
  for each row execute function kernel.refuse_change();
create trigger transfer_is_never_emptied before truncate on ledger.transfer
  for each statement execute function kernel.refuse_change();
create trigger hold_outcome_is_append_only before update or delete on ledger.hold_outcome
  for each row execute function kernel.refuse_change();
create trigger hold_outcome_is_never_emptied before truncate on ledger.hold_outcome
  for each statement execute function kernel.refuse_change();

-- Months of entries. Created ahead by a job; what belongs to no month goes to the default partition and is as good there.
create table ledger.entry_default partition of ledger.entry default;

create function ledger.create_partitions(p_from date, p_to date) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  month date := date_trunc('month', p_from);
  made integer := 0;
  name text;
begin
  while month <= p_to loop
    name := format('entry_%s', to_char(month, 'YYYY_MM'));
    if to_regclass(format('ledger.%I', name)) is null then
      begin
        execute format('create table ledger.%I partition of ledger.entry for values from (%L) to (%L)',
          name, month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
        made := made + 1;
      exception when check_violation then
        -- The default partition has rows of that month already; they stay there.
        null;
      end;
    end if;
    month := month + interval '1 month';
  end loop;
  return made;
end $$;

select ledger.create_partitions('2025-01-01', '2027-06-01');

select kernel.protect('ledger.account', 'owner_id');
select kernel.protect('ledger.balance', 'owner_id');
select kernel.protect('ledger.transfer', 'owner_id');
select kernel.protect('ledger.entry', 'owner_id');
select kernel.protect('ledger.hold', 'owner_id');
select kernel.protect('ledger.hold_outcome', 'owner_id');
select kernel.protect('ledger.reversed_leg', 'owner_id');
select kernel.protect('ledger.account_fold', 'owner_id');

-- Reading only, and parents only: a policy on a parent does not guard its partitions.
grant select on ledger.account, ledger.balance, ledger.transfer, ledger.entry, ledger.hold, ledger.hold_outcome,
  ledger.reversed_leg, ledger.account_fold, ledger.proof to :app;

revoke all on function ledger.create_partitions from public;
grant execute on function ledger.create_partitions to :app;
