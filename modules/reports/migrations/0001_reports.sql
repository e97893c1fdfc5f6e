-- What staff keep of lists: views under a name, and exports with the rows they read.

create table reports.saved_view (
  owner_id uuid not null,
  id uuid not null,
  slot smallint not null,              -- bounds how many one person keeps
  list text not null,                  -- the address of the list's page
  name text not null,
  query text not null,                 -- filters and order, as in the address
  shared boolean not null,
  opens_first boolean not null,        -- the list opens with it, for its owner
  created_at timestamptz not null,
  constraint saved_view_pkey primary key (owner_id, id),
  constraint saved_view_slot unique (owner_id, slot),
  constraint saved_view_slot_range check (slot between 1 and 50),
  constraint saved_view_name unique (owner_id, list, name)
);
create unique index saved_view_one_first on reports.saved_view (owner_id, list) where opens_first;
create index saved_view_shared on reports.saved_view (list, name) where shared;

create table reports.export (
  owner_id uuid not null,
  id uuid not null,
  session_id uuid not null,            -- which session asked, for the requester's context
  slot smallint,                       -- held while it runs: bounds how many at once
  list text not null,                  -- path of the route it walks
  query jsonb not null,
  fingerprint text not null,           -- the same list and filters while one runs are one export
  locale text not null,
  columns text[] not null,
  state text not null,
  reason text,                         -- why it stopped
  cursor text,                         -- where the next part goes on
  part_count integer not null default 0,
  row_count integer not null default 0,
  truncated boolean not null default false,
  requested_at timestamptz not null,
  moved_at timestamptz not null,       -- when the last part was written
  finished_at timestamptz,
  constraint export_pkey primary key (owner_id, id),
  constraint export_slot unique (owner_id, slot),
  constraint export_slot_range check (slot between 1 and 3),
  constraint export_state check (state in ('running', 'done', 'cancelled', 'stopped')),
  constraint export_running_has_slot check ((state = 'running') = (slot is not null)),
  constraint export_finished check ((state = 'running') = (finished_at is null)),
  constraint export_reason check ((state = 'stopped') = (reason is not null))
);
create unique index export_once on reports.export (owner_id, fingerprint) where state = 'running';
create index export_newest on reports.export (owner_id, requested_at desc, id desc);
create index export_requested_at on reports.export (requested_at);

create table reports.part (
  owner_id uuid not null,
  export_id uuid not null,
  no integer not null,
  body bytea not null,                 -- sealed with the key of who asked
  constraint part_pkey primary key (owner_id, export_id, no),
  constraint part_export foreign key (owner_id, export_id) references reports.export (owner_id, id) on delete cascade
);

select kernel.protect('reports.saved_view', 'owner_id');
select kernel.protect('reports.export', 'owner_id');
select kernel.protect('reports.part', 'owner_id');

grant select, insert, update, delete on reports.saved_view, reports.export to :app;
grant select, insert, delete on reports.part to :app;
