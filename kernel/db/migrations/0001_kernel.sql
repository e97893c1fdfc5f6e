-- What the runtime keeps for itself. No business word.

-- Answers of unsafe requests, by caller and key: the same request gets the same answer.
create table kernel.idempotency (
  key text not null,
  request_hash text not null,
  status integer,
  body jsonb,
  headers jsonb,
  locked_until timestamptz,
  created_at timestamptz not null,
  constraint idempotency_pkey primary key (key)
);
create index idempotency_created_at on kernel.idempotency (created_at);

-- Fixed windows of counted attempts.
create table kernel.rate_limit (
  key text not null,
  window_start timestamptz not null,
  used integer not null,
  constraint rate_limit_pkey primary key (key)
);
create index rate_limit_window_start on kernel.rate_limit (window_start);

-- One data key per person, wrapped by the master key. Destroying it erases the person's sealed fields, in backups too.
create table kernel.subject_key (
  subject_id uuid not null,
  wrapped_key bytea,
  destroyed_at timestamptz,
  created_at timestamptz not null,
  constraint subject_key_pkey primary key (subject_id),
  constraint subject_key_gone_or_there check ((wrapped_key is null) = (destroyed_at is not null))
);

-- Settings of the runtime that must be the same in every process, such as the moved clock of a development machine.
create table kernel.setting (
  name text not null,
  value jsonb not null,
  constraint setting_pkey primary key (name)
);

grant select, insert, update, delete on kernel.idempotency, kernel.rate_limit, kernel.setting to :app;
grant select, insert, update on kernel.subject_key to :app;

-- Shows a person's rows to that person alone; acts that cross people run with app.scope = 'all', which the route declares.
create function kernel.protect(tab regclass, owner_column name) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format(
    'create policy own_rows on %s using (current_setting(''app.scope'', true) = ''all'' or %I = nullif(current_setting(''app.user_id'', true), '''')::uuid)',
    tab, owner_column);
end $$;

-- Refuses every change to rows already written.
create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name using errcode = 'restrict_violation';
end $$;
comment on function kernel.refuse_change() is 'shard-local';
