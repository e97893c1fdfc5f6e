-- A second factor: six digits from an authenticator (RFC 6238), and codes on paper for the day it is lost. The secret is
-- sealed with the person's key; recovery codes are kept as keyed hashes.

alter table identity.session add column second_factor_at timestamptz;

-- Not confirmed: it was begun, and asks for nothing yet. `last_step` is the time step of the last code taken: a code works
-- once. Tries are counted before they are judged; `blocked_until` is the earliest next one.
create table identity.second_factor (
  user_id uuid not null,
  sealed_secret bytea not null,
  last_step bigint not null default 0,
  failures integer not null default 0,
  blocked_until timestamptz not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  constraint second_factor_pkey primary key (user_id),
  constraint second_factor_user_fkey foreign key (user_id) references identity.user_account (user_id),
  constraint second_factor_failures check (failures >= 0)
);

create table identity.recovery_code (
  user_id uuid not null,
  code_hash text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (user_id, code_hash),
  constraint recovery_code_factor_fkey foreign key (user_id) references identity.second_factor (user_id) on delete cascade
);

grant select, insert, update, delete on identity.second_factor, identity.recovery_code to :app;

select kernel.protect('identity.second_factor', 'user_id');
select kernel.protect('identity.recovery_code', 'user_id');
