-- Names, birthdays, addresses, preferences, guardians of minors, identity checks. What identifies a person is sealed with
-- the person's key. The date of birth stays plain: openings and coming of age are swept by it, and alone it names nobody.

create table profiles.profile (
  user_id uuid not null,
  sealed_names bytea not null,
  date_of_birth date not null,
  celebrates text not null default '28_february',
  locale text not null,
  time_zone text not null,
  visibility text not null default 'private',
  allow_sponsor_contact boolean not null default true,
  date_of_birth_changes smallint not null default 0,
  identity_check text not null default 'not_required',
  identity_check_note text,
  identity_checked_by uuid,
  identity_checked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint profile_pkey primary key (user_id),
  constraint profile_celebrates check (celebrates in ('28_february', '1_march')),
  constraint profile_visibility check (visibility in ('public', 'private')),
  constraint profile_born check (date_of_birth between '1850-01-01' and '2200-01-01'),
  constraint profile_few_changes check (date_of_birth_changes between 0 and 2),
  constraint profile_identity_check check (
    identity_check in ('not_required', 'required', 'submitted', 'passed', 'refused'))
);
create index profile_date_of_birth on profiles.profile (date_of_birth);
create index profile_identity_queue on profiles.profile (updated_at, user_id) where identity_check = 'submitted';

-- `slot` bounds how many addresses a person keeps.
create table profiles.address (
  user_id uuid not null,
  id uuid not null,
  slot smallint not null,
  kind text not null,
  sealed_address bytea not null,
  is_default boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint address_pkey primary key (user_id, id),
  constraint address_slot_key unique (user_id, slot),
  constraint address_slot check (slot between 1 and 20),
  constraint address_kind check (kind in ('primary', 'billing', 'delivery'))
);
create unique index address_one_default on profiles.address (user_id, kind) where is_default;

create table profiles.preference (
  user_id uuid not null,
  sms boolean not null,
  email boolean not null,
  in_app boolean not null,
  pots boolean not null,
  gifts boolean not null,
  rewards boolean not null,
  partners boolean not null,
  marketing boolean not null,
  quiet_start text,
  quiet_end text,
  updated_at timestamptz not null,
  constraint preference_pkey primary key (user_id),
  constraint preference_quiet_both check ((quiet_start is null) = (quiet_end is null)),
  constraint preference_quiet_form check (
    quiet_start ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and quiet_end ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  constraint preference_quiet_differs check (quiet_start <> quiet_end)
);

-- From invitation to end. The contact is sealed with the child's key: the invited person may have no account.
create table profiles.guardian_link (
  child_id uuid not null,
  id uuid not null,
  status text not null default 'invited',
  relation text not null,
  contact_kind text not null,
  sealed_contact bytea not null,
  contact_index text not null,
  token_hash text not null,
  guardian_id uuid,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  ended_at timestamptz,
  constraint guardian_link_pkey primary key (child_id, id),
  constraint guardian_link_token_key unique (child_id, token_hash),
  constraint guardian_link_status check (
    status in ('invited', 'accepted', 'declined', 'expired', 'withdrawn', 'unlinked', 'came_of_age')),
  constraint guardian_link_relation check (relation in ('parent', 'grandparent', 'sibling', 'relative', 'guardian')),
  constraint guardian_link_contact_kind check (contact_kind in ('phone', 'email')),
  constraint guardian_link_not_self check (guardian_id <> child_id),
  constraint guardian_link_accepted check (
    (status in ('accepted', 'unlinked', 'came_of_age')) = (guardian_id is not null)),
  constraint guardian_link_ended check ((status in ('unlinked', 'came_of_age')) = (ended_at is not null)),
  constraint guardian_link_decided check (
    (decided_at is not null) = (status in ('accepted', 'declined', 'unlinked', 'came_of_age')))
);
create unique index guardian_link_one_guardian on profiles.guardian_link (child_id, guardian_id) where status = 'accepted';
create unique index guardian_link_one_invitation on profiles.guardian_link (child_id, contact_index)
  where status = 'invited';
create index guardian_link_due on profiles.guardian_link (expires_at) where status = 'invited';

-- The same links as the guardian sees them; kept in the transaction of the link.
create table profiles.ward (
  guardian_id uuid not null,
  child_id uuid not null,
  link_id uuid not null,
  linked_at timestamptz not null,
  constraint ward_pkey primary key (guardian_id, child_id)
);

create table profiles.identity_document (
  user_id uuid not null,
  kind text not null,
  country text not null,
  sealed_number bytea not null,
  number_index text not null,
  submitted_at timestamptz not null,
  constraint identity_document_pkey primary key (user_id),
  constraint identity_document_kind check (kind in ('passport', 'national_id', 'birth_certificate')),
  constraint identity_document_country check (country ~ '^[A-Z]{2}$')
);

-- A document proves one account at most; claimed when the check is passed.
create table profiles.document_claim (
  number_index text not null,
  user_id uuid not null,
  claimed_at timestamptz not null,
  constraint document_claim_pkey primary key (number_index)
);

grant select, insert, update, delete on profiles.profile, profiles.address, profiles.preference, profiles.identity_document
  to :app;
grant select, insert, update on profiles.guardian_link to :app;
grant select, insert, delete on profiles.ward, profiles.document_claim to :app;

select kernel.protect('profiles.profile', 'user_id');
select kernel.protect('profiles.address', 'user_id');
select kernel.protect('profiles.preference', 'user_id');
select kernel.protect('profiles.guardian_link', 'child_id');
select kernel.protect('profiles.ward', 'guardian_id');
select kernel.protect('profiles.identity_document', 'user_id');
