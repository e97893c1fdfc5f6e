-- People without a number or an address of their own, children above all, sign in with a name and a PIN. The name is sealed
-- and found by its blind index, as contacts are; of the PIN only a peppered argon2id hash is kept.

alter table identity.identifier drop constraint identifier_kind,
  add constraint identifier_kind check (kind in ('phone', 'email', 'username'));

create table identity.username (
  user_id uuid not null,
  sealed bytea not null,
  name_index text not null,
  pin_hash text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint username_pkey primary key (user_id),
  constraint username_user_fkey foreign key (user_id) references identity.user_account (user_id),
  constraint username_pin_is_argon2id check (pin_hash like '$argon2id$%')
);

alter table identity.session drop constraint session_ended_reason,
  add constraint session_ended_reason check (ended_reason in
    ('signed_out', 'revoked', 'password_reset', 'pin_changed', 'suspended', 'erased', 'token_reused'));

grant select, insert, update, delete on identity.username to :app;

select kernel.protect('identity.username', 'user_id');
