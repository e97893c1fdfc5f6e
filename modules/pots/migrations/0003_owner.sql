-- What an owner does around a pot: drafts it, changes it with a history, thanks those who gave.

-- Counts the changes of a pot’s words and settings, so that one written over another is noticed.
alter table pots.pot add column revision integer not null default 1;
-- Why the guardian said no, in their words.
alter table pots.pot add column guardian_reason text;

-- A pot that is being made: one a person, kept here so that a phone that died loses nothing.
create table pots.draft (
  owner_id uuid not null,
  content bytea not null,                -- sealed
  step smallint not null,                -- how far its owner has come
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint draft_pkey primary key (owner_id),
  constraint draft_step check (step between 1 and 4)
);
create index draft_updated_at on pots.draft (updated_at);

-- One change of a pot: what it was before and is after, only the fields that differ.
create table pots.change (
  owner_id uuid not null,
  pot_id uuid not null,
  revision integer not null,             -- the one it made
  changed_by uuid not null,
  role text not null,
  before jsonb not null,
  after jsonb not null,
  undoes integer,                        -- the revision it put back
  at timestamptz not null,
  constraint change_pkey primary key (owner_id, pot_id, revision),
  constraint change_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id),
  constraint change_role check (role in ('owner', 'guardian')),
  constraint change_undoes_earlier check (undoes < revision)
);

-- The owner’s thank-you to everybody who gave: one a pot, corrected once at most.
create table pots.thanks (
  owner_id uuid not null,
  pot_id uuid not null,
  message text not null,
  is_public boolean not null,
  written_at timestamptz not null,
  corrected_at timestamptz,
  reached integer not null default 0,    -- donors who got a message
  unreached integer not null default 0,  -- donors who left no way to reach them, or want none
  told_at timestamptz,                   -- everybody was gone through
  constraint thanks_pkey primary key (owner_id, pot_id),
  constraint thanks_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id),
  constraint thanks_counts check (reached >= 0 and unreached >= 0)
);

select kernel.protect('pots.draft', 'owner_id');
select kernel.protect('pots.change', 'owner_id');
select kernel.protect('pots.thanks', 'owner_id');

grant select, insert, update, delete on pots.draft to :app;
-- Its words go with the person, the fact that something was changed stays.
grant select, insert, update on pots.change, pots.thanks to :app;
