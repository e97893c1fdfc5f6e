-- People: accounts, sessions, profiles, addresses. Names, contacts and addresses are sealed with the person's key and can be
-- read by no database role, so they are null here; secrets and their hashes never leave their tables.

create view users with (security_invoker = true) as
select
  a.user_id as id,
  null::varchar(20) as phone,
  null::varchar(255) as email,
  c.kind::varchar(50) as auth_provider,
  array['user'] || coalesce(m.roles, '{}') as roles,
  a.status = 'active' as is_active,
  a.created_at,
  greatest(a.created_at, a.suspended_at, a.erased_at) as updated_at,
  a.last_sign_in_at as last_login_at
from identity.user_account a
  left join lateral (select max(kind) as kind from identity.contact where user_id = a.user_id) c on true
  left join lateral (
    select array_agg(distinct case
        when role = 'administrator' then 'super_admin'
        when role in ('partner_manager', 'partner_cashier') then 'partner'
        else 'admin'
      end) as roles
    from access.membership where user_id = a.user_id) m on true;
comment on view users is 'Everybody with an account. Erased accounts stay as bare ids.';
comment on column users.id is 'Named by the other views as user_id, owner_user_id, donor_user_id and so on.';
comment on column users.phone is 'Always null: sealed with the person''s key.';
comment on column users.email is 'Always null: sealed with the person''s key.';
comment on column users.auth_provider is 'phone for whoever has a telephone number, else email; null once erased. Nobody signs in through another site.';
comment on column users.roles is 'user for everybody; admin for support, finance and operations, super_admin for administrators, partner for the staff of partners.';
comment on column users.is_active is 'False for accounts that are suspended or erased.';
comment on column users.created_at is 'Instant of sign-up.';
comment on column users.updated_at is 'Instant the status last became another.';
comment on column users.last_login_at is 'Instant of the last sign-in.';

create view user_sessions with (security_invoker = true) as
select
  s.id,
  s.user_id,
  null::varchar(255) as token_hash,
  jsonb_build_object('device', s.device, 'last_seen_at', s.last_seen_at) as device_info,
  s.ip as ip_address,
  least(s.created_at + interval '2160 hours', s.last_seen_at + interval '720 hours') as expires_at,
  s.created_at,
  s.ended_at is not null as is_revoked
from identity.session s;
comment on view user_sessions is 'Each sign-in of each person until its retention is over.';
comment on column user_sessions.id is 'The session, the same in admin_sessions.';
comment on column user_sessions.user_id is 'Whose it is.';
comment on column user_sessions.token_hash is 'Always null: neither a token nor its hash leaves its table.';
comment on column user_sessions.device_info is 'Kind of device, and the instant the session was last used, to five minutes.';
comment on column user_sessions.ip_address is 'Network address of the sign-in, as text: what a proxy says of it may be no address.';
comment on column user_sessions.expires_at is 'Instant it ends by itself: 30 days after its last use, 90 days after sign-in at the latest.';
comment on column user_sessions.created_at is 'Instant of the sign-in.';
comment on column user_sessions.is_revoked is 'True once it was ended, by whomever.';

create view password_reset_tokens with (security_invoker = true) as
select
  md5('password_reset_token:' || t.user_id || ':' || t.created_at)::uuid as id,
  t.user_id,
  null::varchar(255) as token_hash,
  t.expires_at,
  t.used_at,
  t.created_at
from identity.mail_token t
where t.kind = 'reset_password';
comment on view password_reset_tokens is 'Links sent to set a new password, until their retention is over.';
comment on column password_reset_tokens.id is 'Follows from the person and the instant.';
comment on column password_reset_tokens.user_id is 'Whose password.';
comment on column password_reset_tokens.token_hash is 'Always null: neither a token nor its hash leaves its table.';
comment on column password_reset_tokens.expires_at is 'Instant from which the link opens nothing.';
comment on column password_reset_tokens.used_at is 'Instant a new password was set by it; null while that has not happened.';
comment on column password_reset_tokens.created_at is 'Instant it was asked for.';

create view profiles with (security_invoker = true) as
select
  p.user_id,
  null::varchar(255) as full_name,
  p.date_of_birth,
  p.locale::varchar(10) as locale,
  p.time_zone::varchar(50) as timezone,
  null::varchar(500) as avatar_url,
  null::text as bio,
  g.guardian_id as guardian_user_id,
  g.relation::varchar(50) as relationship_type,
  null::varchar(50) as id_number,
  d.kind::varchar(20) as id_type,
  d.country::varchar(3) as id_country,
  null::varchar(255) as id_hash,
  null::varchar(500) as id_media_url,
  case when p.identity_check = 'passed' then p.identity_checked_at end as id_verified_at,
  case when p.identity_check = 'passed' then p.identity_checked_by end as id_verified_by,
  p.visibility = 'public' as is_profile_public,
  p.allow_sponsor_contact as allow_contact_by_sponsors,
  jsonb_build_object(
    'email', coalesce(n.email, true), 'sms', coalesce(n.sms, true), 'in_app', coalesce(n.in_app, true), 'whatsapp', false
  ) as notification_preferences,
  p.created_at,
  p.updated_at
from profiles.profile p
  left join profiles.identity_document d on d.user_id = p.user_id
  left join profiles.preference n on n.user_id = p.user_id
  left join lateral (
    select l.guardian_id, l.relation from profiles.guardian_link l
    where l.child_id = p.user_id and l.status = 'accepted' order by l.decided_at, l.id limit 1) g on true;
comment on view profiles is 'Who filled in a profile, one row a person; gone once the person is erased.';
comment on column profiles.user_id is 'Whose it is.';
comment on column profiles.full_name is 'Always null: sealed with the person''s key.';
comment on column profiles.date_of_birth is 'Civil date.';
comment on column profiles.locale is 'Language, such as fr-SN.';
comment on column profiles.timezone is 'IANA name, such as Africa/Dakar.';
comment on column profiles.avatar_url is 'Always null: people have no picture of themselves here.';
comment on column profiles.bio is 'Always null: nobody is asked for one.';
comment on column profiles.guardian_user_id is 'The guardian of a minor who accepted first; null until one has.';
comment on column profiles.relationship_type is 'parent, grandparent, sibling, relative or guardian.';
comment on column profiles.id_number is 'Always null: sealed with the person''s key.';
comment on column profiles.id_type is 'passport, national_id or birth_certificate.';
comment on column profiles.id_country is 'ISO code of the country that issued it.';
comment on column profiles.id_hash is 'Always null: the keyed hash that makes a document count once is for lookups alone.';
comment on column profiles.id_media_url is 'Always null: no picture of a document is kept.';
comment on column profiles.id_verified_at is 'Instant staff accepted the document; null unless it is accepted now.';
comment on column profiles.id_verified_by is 'Who of the staff did.';
comment on column profiles.is_profile_public is 'Whether strangers may see it.';
comment on column profiles.allow_contact_by_sponsors is 'The person''s own choice.';
comment on column profiles.notification_preferences is 'Channels that are on, by their names; the defaults where the person chose nothing. There is no WhatsApp channel.';
comment on column profiles.created_at is 'Instant it was first filled in.';
comment on column profiles.updated_at is 'Instant of the last change.';

create view user_addresses with (security_invoker = true) as
select
  a.id,
  a.user_id,
  a.kind::varchar(20) as type,
  null::text as street_address,
  null::varchar(100) as city,
  null::varchar(100) as region,
  null::varchar(3) as country,
  null::varchar(10) as postal_code,
  a.is_default,
  a.created_at
from profiles.address a;
comment on view user_addresses is 'Addresses people gave; where they are is sealed.';
comment on column user_addresses.id is 'The address.';
comment on column user_addresses.user_id is 'Whose it is.';
comment on column user_addresses.type is 'primary, billing or delivery.';
comment on column user_addresses.street_address is 'Always null: sealed with the person''s key.';
comment on column user_addresses.city is 'Always null: sealed with the person''s key.';
comment on column user_addresses.region is 'Always null: sealed with the person''s key.';
comment on column user_addresses.country is 'Always null: sealed with the person''s key.';
comment on column user_addresses.postal_code is 'Always null: sealed with the person''s key.';
comment on column user_addresses.is_default is 'Whether it is the one of its type that is offered first.';
comment on column user_addresses.created_at is 'Instant it was given.';
