-- The inbox in the app. What goes out by SMS and e-mail is kept by messaging.
create table notifications.inbox (
  owner_id uuid not null,
  id uuid not null,
  message_key text not null,
  locale text not null,
  title bytea not null,              -- sealed
  body bytea not null,               -- sealed
  dedupe_key text not null,
  about_type text,
  about_id uuid,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint inbox_pkey primary key (owner_id, id),
  constraint inbox_once unique (owner_id, dedupe_key)
);
create index inbox_newest on notifications.inbox (owner_id, created_at desc, id desc);
create index inbox_created_at on notifications.inbox (created_at);

select kernel.protect('notifications.inbox', 'owner_id');
grant select, insert, update, delete on notifications.inbox to :app;
