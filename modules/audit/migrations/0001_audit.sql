-- Who did what to what, and why. Written in the transaction of the act; never changed afterwards.
create table audit.record (
  subject_id uuid not null,
  recorded_at timestamptz not null,
  id uuid not null,
  subject_type text not null,
  action text not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  session_id uuid,
  request_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  constraint record_pkey primary key (subject_id, recorded_at, id),
  constraint record_actor_kind check (actor_kind in ('guest', 'user', 'system')),
  constraint record_user_is_named check (actor_kind <> 'user' or actor_id is not null)
) partition by range (recorded_at);
create table audit.record_default partition of audit.record default;
create index record_recorded_at on audit.record (recorded_at, id);
create index record_actor on audit.record (actor_id, recorded_at) where actor_id is not null;
create index record_action on audit.record (action, recorded_at);
create index record_request on audit.record (request_id);

create trigger record_is_append_only before update or delete on audit.record
  for each row execute function kernel.refuse_change();

-- Parents only: a policy on a parent does not guard its partitions.
grant select, insert on audit.record to :app;
