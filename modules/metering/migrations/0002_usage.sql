-- Usage: what was used, when, at which price. Days are civil days of the product, computed when an event comes in.

-- Prices of providers, each from an instant on. What an event cost keeps pointing at its price.
create table metering.price (
  id uuid not null,
  provider text not null,
  model text not null,
  valid_from timestamptz not null,
  input_micro_usd_per_million bigint not null,
  output_micro_usd_per_million bigint not null,
  second_micro_usd_per_million bigint not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint price_pkey primary key (id),
  constraint price_once unique (provider, model, valid_from),
  constraint price_not_negative check (
    input_micro_usd_per_million >= 0 and output_micro_usd_per_million >= 0 and second_micro_usd_per_million >= 0)
);

-- What a dollar costs, from a day on until the next one. A correction is a later row of the same day.
create table metering.exchange_rate (
  id uuid not null,
  currency text not null,
  day date not null,
  micros_per_usd bigint not null,
  source text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint exchange_rate_pkey primary key (id),
  constraint exchange_rate_positive check (micros_per_usd > 0)
);
create index exchange_rate_day on metering.exchange_rate (currency, day desc, recorded_at desc, id desc);

create trigger price_is_append_only before update or delete on metering.price
  for each row execute function kernel.refuse_change();
create trigger exchange_rate_is_append_only before update or delete on metering.exchange_rate
  for each row execute function kernel.refuse_change();

-- Which events were counted. Not by month, so that a repeat is known whatever time it claims.
create table metering.usage_key (
  subject_id uuid not null,
  id uuid not null,
  day date not null,
  constraint usage_key_pkey primary key (subject_id, id)
);
create index usage_key_day on metering.usage_key using brin (day) with (pages_per_range = 32, autosummarize = on);

create table metering.usage_event (
  subject_id uuid not null,
  day date not null,
  id uuid not null,
  session_id uuid not null,
  service text not null,
  provider text not null,
  model text not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  speech_seconds bigint not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  -- Both absent while no price is known for the provider's model at that time.
  price_id uuid,
  cost_usd_micros bigint,
  metadata jsonb,
  constraint usage_event_pkey primary key (subject_id, day, id),
  constraint usage_event_not_negative check (
    tokens_in >= 0 and tokens_out >= 0 and speech_seconds >= 0 and cost_usd_micros >= 0),
  constraint usage_event_bounded check (
    tokens_in <= 1000000000 and tokens_out <= 1000000000 and speech_seconds <= 1000000),
  constraint usage_event_priced check ((price_id is null) = (cost_usd_micros is null))
) partition by range (day);
create index usage_event_unpriced on metering.usage_event (provider, model) where price_id is null;

-- Sums that stay when the events are gone.
create table metering.usage_total (
  subject_id uuid not null,
  day date not null,
  service text not null,
  events bigint not null,
  unpriced bigint not null,
  tokens_in bigint not null,
  tokens_out bigint not null,
  speech_seconds bigint not null,
  cost_usd_micros bigint not null,
  constraint usage_total_pkey primary key (subject_id, day, service),
  constraint usage_total_not_negative check (
    events >= 0 and unpriced between 0 and events and tokens_in >= 0 and tokens_out >= 0 and speech_seconds >= 0
    and cost_usd_micros >= 0)
);
create index usage_total_day on metering.usage_total (day);

-- Whose usage was erased: what still comes in late is counted for nobody.
create table metering.usage_erased (
  subject_id uuid not null,
  erased_at timestamptz not null,
  constraint usage_erased_pkey primary key (subject_id)
);

-- Months whose events were proven equal to the sums, and removed.
create table metering.usage_month (
  month date not null,
  events bigint not null,
  removed_at timestamptz not null,
  constraint usage_month_pkey primary key (month)
);

-- Months of events, made ahead by a job; what belongs to no month goes to the default partition and is as good there.
create table metering.usage_event_default partition of metering.usage_event default;

create function metering.create_partitions(p_from date, p_to date) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first_day date := date_trunc('month', p_from);
  made integer := 0;
  name text;
begin
  while first_day <= p_to loop
    name := format('usage_event_%s', to_char(first_day, 'YYYY_MM'));
    if to_regclass(format('metering.%I', name)) is null
      and not exists (select from metering.usage_month m where m.month = first_day) then
      begin
        execute format('create table metering.%I partition of metering.usage_event for values from (%L) to (%L)',
          name, first_day, first_day + interval '1 month');
        made := made + 1;
      exception when check_violation then
        -- The default partition has rows of that month already; they stay there.
        null;
      end;
    end if;
    first_day := first_day + interval '1 month';
  end loop;
  return made;
end $$;

-- The subject of all erased people. Its sums are of nobody.
create function metering.erased_subject() returns uuid
language sql immutable parallel safe as $$ select '00000000-0000-8000-8000-00000000dead'::uuid $$;

-- Where the events of [p_from, p_to) and their sums differ: one row per person, day and service.
create function metering.differences(p_from date, p_to date, p_limit integer)
returns table (subject_id uuid, day date, service text, events_counted bigint, events_summed bigint)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(e.subject_id, t.subject_id), coalesce(e.day, t.day), coalesce(e.service, t.service),
    coalesce(e.events, 0), coalesce(t.events, 0)
  from (
    select x.subject_id, x.day, x.service, count(*) as events, count(*) filter (where x.price_id is null) as unpriced,
      sum(x.tokens_in) as tokens_in, sum(x.tokens_out) as tokens_out, sum(x.speech_seconds) as speech_seconds,
      coalesce(sum(x.cost_usd_micros), 0) as cost_usd_micros
    from metering.usage_event x where x.day >= p_from and x.day < p_to
    group by x.subject_id, x.day, x.service) e
  full join (
    select y.subject_id, y.day, y.service, y.events, y.unpriced, y.tokens_in, y.tokens_out, y.speech_seconds,
      y.cost_usd_micros
    from metering.usage_total y
    where y.day >= p_from and y.day < p_to and y.subject_id <> metering.erased_subject()) t
    on t.subject_id = e.subject_id and t.day = e.day and t.service = e.service
  where (e.events, e.unpriced, e.tokens_in, e.tokens_out, e.speech_seconds, e.cost_usd_micros)
    is distinct from (t.events, t.unpriced, t.tokens_in, t.tokens_out, t.speech_seconds, t.cost_usd_micros)
  limit p_limit;
$$;

-- Removes the events of a month, once they are proven equal to its sums. Returns how many; null when they are not equal.
create function metering.remove_month(p_month date, p_now timestamptz) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '10s' as $$
declare
  first_day date := date_trunc('month', p_month);
  following date := first_day + interval '1 month';
  name text := format('usage_event_%s', to_char(first_day, 'YYYY_MM'));
  removed bigint;
begin
  -- Whoever writes sums writes events too, so this keeps both as they are; reading goes on until the table is dropped.
  lock table metering.usage_event in share row exclusive mode;
  if exists (select from metering.differences(first_day, following, 1)) then
    return null;
  end if;
  select count(*) into removed from metering.usage_event e where e.day >= first_day and e.day < following;
  if to_regclass(format('metering.%I', name)) is not null then
    execute format('drop table metering.%I', name);
  end if;
  delete from metering.usage_event e where e.day >= first_day and e.day < following;
  delete from metering.usage_key k where k.day >= first_day and k.day < following;
  insert into metering.usage_month as m (month, events, removed_at) values (first_day, removed, p_now)
  on conflict on constraint usage_month_pkey do update set events = m.events + excluded.events;
  return removed;
end $$;

-- Erases a person's events; their sums go on as nobody's.
create function metering.erase_usage(p_subject uuid, p_now timestamptz) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into metering.usage_erased (subject_id, erased_at) values (p_subject, p_now)
  on conflict on constraint usage_erased_pkey do nothing;
  delete from metering.usage_event e where e.subject_id = p_subject;
  with gone as (
    delete from metering.usage_total t where t.subject_id = p_subject
    returning t.day, t.service, t.events, t.tokens_in, t.tokens_out, t.speech_seconds, t.cost_usd_micros)
  insert into metering.usage_total as o (subject_id, day, service, events, unpriced, tokens_in, tokens_out, speech_seconds,
    cost_usd_micros)
  select metering.erased_subject(), g.day, g.service, g.events, 0, g.tokens_in, g.tokens_out, g.speech_seconds,
    g.cost_usd_micros
  from gone g order by g.day, g.service
  on conflict on constraint usage_total_pkey do update set events = o.events + excluded.events,
    tokens_in = o.tokens_in + excluded.tokens_in, tokens_out = o.tokens_out + excluded.tokens_out,
    speech_seconds = o.speech_seconds + excluded.speech_seconds,
    cost_usd_micros = o.cost_usd_micros + excluded.cost_usd_micros;
end $$;

select metering.create_partitions('2026-01-01', '2027-06-01');

select kernel.protect('metering.usage_key', 'subject_id');
select kernel.protect('metering.usage_event', 'subject_id');
select kernel.protect('metering.usage_total', 'subject_id');
select kernel.protect('metering.usage_erased', 'subject_id');

-- Parents only: a policy on a parent does not guard its partitions. Removing is the functions' alone.
grant select, insert on metering.price, metering.exchange_rate, metering.usage_key, metering.usage_event,
  metering.usage_total to :app;
grant update (price_id, cost_usd_micros) on metering.usage_event to :app;
grant update (events, unpriced, tokens_in, tokens_out, speech_seconds, cost_usd_micros) on metering.usage_total to :app;
grant select on metering.usage_erased, metering.usage_month to :app;

revoke all on function metering.create_partitions, metering.differences, metering.remove_month, metering.erase_usage
  from public;
grant execute on function metering.create_partitions, metering.differences, metering.remove_month, metering.erase_usage,
  metering.erased_subject to :app;

-- What runs in the house itself costs nothing per unit.
insert into metering.price (id, provider, model, valid_from, input_micro_usd_per_million, output_micro_usd_per_million,
  second_micro_usd_per_million, recorded_at)
values ('00000000-0000-8000-8000-000000000001', 'built_in', 'rules', '2020-01-01T00:00:00Z', 0, 0, 0, now());
