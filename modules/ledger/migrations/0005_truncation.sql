-- A month of entries is not emptied on its own either: the parent's trigger fires for the parent alone.
create function ledger.guard_partition(p_name text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create trigger entry_is_never_emptied before truncate on ledger.%I
    for each statement execute function kernel.refuse_change()', p_name);
end $$;
revoke all on function ledger.guard_partition from public;

create or replace function ledger.create_partitions(p_from date, p_to date) returns integer
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
        perform ledger.guard_partition(name);
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

select ledger.guard_partition(c.relname) from pg_inherits i join pg_class c on c.oid = i.inhrelid
where i.inhparent = 'ledger.entry'::regclass;
