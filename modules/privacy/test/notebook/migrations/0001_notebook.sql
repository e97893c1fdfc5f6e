-- A module for tests: notes that a person keeps, some of them for a purpose alone.
create table notebook.note (
  user_id uuid not null,
  id uuid not null,
  purpose text,
  body bytea not null,
  constraint note_pkey primary key (user_id, id)
);
grant select, insert, delete on notebook.note to :app;
select kernel.protect('notebook.note', 'user_id');
