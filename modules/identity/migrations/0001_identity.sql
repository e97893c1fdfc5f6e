-- People who can sign in, how they are reached, how they prove who they are, and on which devices they are signed in.
-- Contacts are sealed with the person's key; what must be found (a number, an address) is found by its blind index.

create table identity.user_account (
  user_id uuid not null,
  status text not null default 'active',
  locale text not null,
  created_at timestamptz not null,
  last_sign_in_at timestamptz,
  suspended_at timestamptz,
  suspended_reason text,
  erased_at timestamptz,
  constraint user_account_pkey primary key (user_id),
  constraint user_account_status check (status in ('active', 'suspended', 'erased')),
  constraint user_account_suspension check ((status = 'suspended') <= (suspended_at is not null)),
  constraint user_account_erasure check ((status = 'erased') = (erased_at is not null))
);
create index user_account_created_at on identity.user_account (created_at);

-- At most one number and one e-mail address a person.
create table identity.contact (
  user_id uuid not null,
  kind text not null,
  sealed bytea not null,
  contact_index text not null,
  verified_at timestamptz,
  created_at timestamptz not null,
  constraint contact_pkey primary key (user_id, kind),
  constraint contact_user_fkey foreign key (user_id) references identity.user_account (user_id),
  constraint contact_kind check (kind in ('phone', 'email'))
);

-- One account per number and per address. The row goes when the account is erased, so that the number can be used again.
create table identity.identifier (
  value text not null,
  kind text not null,
  user_id uuid not null,
  created_at timestamptz not null,
  constraint identifier_pkey primary key (value),
  constraint identifier_kind check (kind in ('phone', 'email'))
);

create table identity.credential (
  user_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null,
  constraint credential_pkey primary key (user_id),
  constraint credential_user_fkey foreign key (user_id) references identity.user_account (user_id),
  constraint credential_is_argon2id check (password_hash like '$argon2id$%')
);

create table identity.session (
  user_id uuid not null,
  id uuid not null,
  device text not null,
  ip text,
  created_at timestamptz not null,
  authenticated_at timestamptz not null,
  last_seen_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text,
  constraint session_pkey primary key (user_id, id),
  constraint session_user_fkey foreign key (user_id) references identity.user_account (user_id),
  constraint session_end check ((ended_at is null) = (ended_reason is null)),
  constraint session_ended_reason check (
    ended_reason in ('signed_out', 'revoked', 'password_reset', 'suspended', 'erased', 'token_reused'))
);
create index session_created_at on identity.session (created_at);

-- The tokens a session has had. One is current; superseded ones stay, so that a stolen one is noticed when it is used.
create table identity.session_token (
  user_id uuid not null,
  session_id uuid not null,
  generation integer not null,
  token_hash text not null,
  issued_at timestamptz not null,
  first_used_at timestamptz,
  superseded_at timestamptz,
  constraint session_token_pkey primary key (user_id, session_id, generation),
  constraint session_token_hash_key unique (user_id, session_id, token_hash),
  constraint session_token_session_fkey foreign key (user_id, session_id) references identity.session (user_id, id)
    on delete cascade,
  constraint session_token_generation check (generation > 0)
);
create unique index session_token_current on identity.session_token (user_id, session_id) where superseded_at is null;

-- Links sent by e-mail: confirm an address, set a new password. For a sign-up the account does not exist yet: it is made,
-- with this id, password and address, when the link is used.
create table identity.mail_token (
  user_id uuid not null,
  token_hash text not null,
  kind text not null,
  sealed_email bytea not null,
  password_hash text,
  locale text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  constraint mail_token_pkey primary key (user_id, token_hash),
  constraint mail_token_kind check (kind in ('sign_up', 'verify_email', 'reset_password')),
  constraint mail_token_password check ((kind = 'sign_up') = (password_hash is not null))
);
create index mail_token_created_at on identity.mail_token (created_at);

-- The one live code of each number and purpose. `resend_at` is the earliest next one.
create table identity.otp_destination (
  destination text not null,
  challenge_id text not null,
  sends integer not null,
  resend_at timestamptz not null,
  sent_at timestamptz not null,
  constraint otp_destination_pkey primary key (destination)
);
create index otp_destination_sent_at on identity.otp_destination (sent_at);

create table identity.otp_challenge (
  id text not null,
  purpose text not null,
  destination text not null,
  sealed_phone bytea not null,
  user_id uuid,
  code_hash text not null,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  superseded_at timestamptz,
  used_at timestamptz,
  created_at timestamptz not null,
  constraint otp_challenge_pkey primary key (id),
  constraint otp_challenge_purpose check (purpose in ('sign_in', 'add_phone')),
  constraint otp_challenge_user check ((purpose = 'add_phone') = (user_id is not null)),
  constraint otp_challenge_attempts check (attempts between 0 and 5)
);
create index otp_challenge_created_at on identity.otp_challenge (created_at);

-- Attempts with a password, per account and per address: counted before they are judged, waiting longer each time.
create table identity.sign_in_throttle (
  key text not null,
  failures integer not null,
  blocked_until timestamptz not null,
  last_attempt_at timestamptz not null,
  constraint sign_in_throttle_pkey primary key (key)
);
create index sign_in_throttle_last_attempt on identity.sign_in_throttle (last_attempt_at);

grant select, insert, update on identity.user_account to :app;
grant select, insert, update, delete on identity.contact, identity.credential, identity.session, identity.session_token,
  identity.mail_token, identity.otp_destination, identity.otp_challenge, identity.sign_in_throttle to :app;
grant select, insert, delete on identity.identifier to :app;

select kernel.protect('identity.user_account', 'user_id');
select kernel.protect('identity.contact', 'user_id');
select kernel.protect('identity.credential', 'user_id');
select kernel.protect('identity.session', 'user_id');
select kernel.protect('identity.session_token', 'user_id');
select kernel.protect('identity.mail_token', 'user_id');
