-- Removing a month while somebody's data is held: theirs stay, the others' go; the month itself goes once nobody's are left. The
-- function of two parameters serves the version before.

create function metering.remove_month(p_month date, p_now timestamptz, p_held uuid[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '10s' as $$
declare
  first_day date := date_trunc('month', p_month);
  following date := first_day + interval '1 month';
  name text := format('usage_event_%s', to_char(first_day, 'YYYY_MM'));
  begun boolean := exists (select from metering.usage_month m where m.month = first_day);
  removed bigint;
begin
  -- Whoever writes sums writes events too, so this keeps both as they are; reading goes on until the table is dropped.
  lock table metering.usage_event in share row exclusive mode;
  -- Of a month that was removed but for those who were held, only what is still there can be compared.
  if exists (select from metering.differences(first_day, following, null) d where not begun or d.events_counted > 0) then
    return null;
  end if;
  select count(*) into removed from metering.usage_event e
  where e.day >= first_day and e.day < following and not (e.subject_id = any(p_held));
  if to_regclass(format('metering.%I', name)) is not null and not exists (
    select from metering.usage_event e where e.day >= first_day and e.day < following and e.subject_id = any(p_held))
  then
    execute format('drop table metering.%I', name);
  end if;
  delete from metering.usage_event e where e.day >= first_day and e.day < following and not (e.subject_id = any(p_held));
  delete from metering.usage_key k where k.day >= first_day and k.day < following and not (k.subject_id = any(p_held));
  insert into metering.usage_month as m (month, events, removed_at) values (first_day, removed, p_now)
  on conflict on constraint usage_month_pkey do update set events = m.events + excluded.events;
  return removed;
end $$;

revoke all on function metering.remove_month(date, timestamptz, uuid[]) from public;
grant execute on function metering.remove_month(date, timestamptz, uuid[]) to :app;
