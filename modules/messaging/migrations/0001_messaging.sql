-- Messages on their way out: one row per message and channel, written with the fact it tells of, delivered by a job.
create table messaging.outgoing (
  owner_id uuid not null,            -- the person, or an id derived from the address when there is no account
  id uuid not null,
  message_key text not null,
  channel text not null,
  locale text not null,
  critical boolean not null,
  address bytea,                     -- sealed; null once erased
  subject bytea,                     -- sealed
  body bytea,                        -- sealed
  dedupe_key text not null,
  about_type text,
  about_id uuid,
  status text not null default 'queued',
  attempts integer not null default 0,
  not_before timestamptz not null,
  provider_id text,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  constraint outgoing_pkey primary key (owner_id, id),
  constraint outgoing_once unique (owner_id, dedupe_key, channel),
  constraint outgoing_channel check (channel in ('sms', 'email')),
  constraint outgoing_status check (status in ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped'))
);
create index outgoing_created_at on messaging.outgoing (created_at, id);
create index outgoing_due on messaging.outgoing (not_before) where status = 'queued';
create index outgoing_about on messaging.outgoing (about_id, created_at) where about_id is not null;

select kernel.protect('messaging.outgoing', 'owner_id');
grant select, insert, update, delete on messaging.outgoing to :app;
