-- Privacy: what people asked of their data: a copy, an erasure, the end of a purpose; what the law holds back; and the log from
-- which a restored backup is brought up to date.

create table privacy.export (
  subject_id uuid not null,
  id uuid not null,
  requested_by uuid not null,
  state text not null,
  done smallint not null default 0,    -- how many modules handed out theirs
  total smallint not null,
  requested_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz not null,
  constraint export_pkey primary key (subject_id, id),
  constraint export_state check (state in ('running', 'ready')),
  constraint export_finished check ((state = 'ready') = (finished_at is not null)),
  constraint export_progress check (done between 0 and total)
);
create unique index export_one_running on privacy.export (subject_id) where state = 'running';
create index export_expires_at on privacy.export (expires_at);

create table privacy.export_part (
  subject_id uuid not null,
  export_id uuid not null,
  no smallint not null,
  module text not null,
  body bytea not null,                 -- JSON, sealed with the subject's key
  constraint export_part_pkey primary key (subject_id, export_id, no),
  constraint export_part_export foreign key (subject_id, export_id) references privacy.export (subject_id, id) on delete cascade
);

create table privacy.erasure (
  subject_id uuid not null,
  id uuid not null,
  requested_by uuid not null,
  state text not null,
  blocked_by text,                     -- why it could not be carried out when it was due
  modules_done text[] not null default '{}',
  requested_at timestamptz not null,
  due_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  certificate jsonb,
  constraint erasure_pkey primary key (subject_id, id),
  constraint erasure_state check (state in ('waiting', 'running', 'undone', 'done')),
  constraint erasure_ended check ((state in ('undone', 'done')) = (ended_at is not null)),
  constraint erasure_certified check ((state = 'done') = (certificate is not null))
);
create unique index erasure_one_open on privacy.erasure (subject_id) where state in ('waiting', 'running');
create index erasure_by_id on privacy.erasure (id);
create index erasure_due on privacy.erasure (due_at) where state in ('waiting', 'running');

create table privacy.purpose_erasure (
  subject_id uuid not null,
  id uuid not null,
  purpose text not null,
  state text not null,
  queued_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  constraint purpose_erasure_pkey primary key (subject_id, id),
  constraint purpose_erasure_state check (state in ('waiting', 'done', 'cancelled')),
  constraint purpose_erasure_ended check ((state = 'waiting') = (ended_at is null))
);
create unique index purpose_erasure_one_waiting on privacy.purpose_erasure (subject_id, purpose) where state = 'waiting';
create index purpose_erasure_due on privacy.purpose_erasure (due_at) where state = 'waiting';

-- Nothing of a person is erased while somebody's claim or a court holds it.
create table privacy.legal_hold (
  subject_id uuid not null,
  id uuid not null,
  basis text not null,
  placed_by uuid not null,
  placed_at timestamptz not null,
  until date,
  released_by uuid,
  released_at timestamptz,
  released_reason text,
  constraint legal_hold_pkey primary key (subject_id, id),
  constraint legal_hold_release check (num_nulls(released_by, released_at, released_reason) in (0, 3))
);
create index legal_hold_placed on privacy.legal_hold (placed_at desc, id desc);

-- What must be done again on a restored backup. The same lines are kept in a file outside the database.
create table privacy.erasure_log (
  subject_id uuid not null,
  id uuid not null,
  kind text not null,
  purpose text,
  at timestamptz not null,
  constraint erasure_log_pkey primary key (subject_id, id),
  constraint erasure_log_kind check (kind in ('person', 'withdrawal') and (kind = 'withdrawal') = (purpose is not null))
);
create index erasure_log_at on privacy.erasure_log (at, id);
create trigger erasure_log_is_append_only before update or delete on privacy.erasure_log
  for each row execute function kernel.refuse_change();

grant select, insert, update, delete on privacy.export to :app;
grant select, insert, delete on privacy.export_part to :app;
grant select, insert, update on privacy.erasure, privacy.purpose_erasure, privacy.legal_hold to :app;
grant select, insert on privacy.erasure_log to :app;

select kernel.protect('privacy.export', 'subject_id');
select kernel.protect('privacy.export_part', 'subject_id');
select kernel.protect('privacy.erasure', 'subject_id');
select kernel.protect('privacy.purpose_erasure', 'subject_id');
select kernel.protect('privacy.legal_hold', 'subject_id');
select kernel.protect('privacy.erasure_log', 'subject_id');
