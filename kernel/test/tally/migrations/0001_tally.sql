create table tally.tally (
  owner_id uuid not null,
  id uuid not null,
  note text not null,
  count_minor bigint not null,
  created_at timestamptz not null,
  constraint tally_pkey primary key (owner_id, id),
  constraint tally_not_negative check (count_minor >= 0)
);
select kernel.protect('tally.tally', 'owner_id');
grant select, insert, update on tally.tally to :app;
