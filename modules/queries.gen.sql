-- access.delete_membership
delete from access.membership where user_id = $1 and role = $2 and scope = $3;

-- access.delete_memberships
delete from access.membership where user_id = $1;

-- access.insert_membership
insert into access.membership (user_id, role, scope, granted_by, granted_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing;

-- access.memberships_of
select user_id, role, scope, granted_by, granted_at from access.membership where user_id = $1 order by role, scope;

-- audit.insert_record
insert into audit.record (subject_id, recorded_at, id, subject_type, action, actor_kind, actor_id, actor_name, session_id,
     request_id, before, after, reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- catalog.claim_unit
insert into catalog.claim as c (pack_id, reference, claimed_at) values ($1, $2, $3)
   on conflict on constraint claim_pkey do update set claimed_at = excluded.claimed_at, returned_at = null
   where c.returned_at is not null;

-- catalog.find_pack
select p.id, p.partner_id, p.category, p.name, p.description, p.terms, p.price_minor, p.validity_days, p.venue_ids,
  p.available_from, p.available_until, p.image_key, p.status, s.total as stock_total, s.total - s.taken as stock_left,
  p.created_at from catalog.pack p join catalog.stock s on s.pack_id = p.id where p.id = $1;

-- catalog.insert_pack
insert into catalog.pack (id, partner_id, category, name, description, terms, price_minor, validity_days, venue_ids,
     available_from, available_until, image_key, status, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13)
   on conflict on constraint pack_pkey do nothing;

-- catalog.insert_stock
insert into catalog.stock (pack_id, total) values ($1, $2);

-- catalog.list_all
select p.id, p.partner_id, p.category, p.name, p.description, p.terms, p.price_minor, p.validity_days, p.venue_ids,
  p.available_from, p.available_until, p.image_key, p.status, s.total as stock_total, s.total - s.taken as stock_left,
  p.created_at from catalog.pack p join catalog.stock s on s.pack_id = p.id
   where ($1::text is null or p.status = $1) and ($2::uuid is null or p.partner_id = $2)
     and ($3::timestamptz is null or (p.created_at, p.id) < ($3, $4::uuid))
   order by p.created_at desc, p.id desc limit $5;

-- catalog.list_shown
select p.id, p.partner_id, p.category, p.name, p.description, p.terms, p.price_minor, p.validity_days, p.venue_ids,
  p.available_from, p.available_until, p.image_key, p.status, s.total as stock_total, s.total - s.taken as stock_left,
  p.created_at from catalog.pack p join catalog.stock s on s.pack_id = p.id
   where p.status = 'active' and p.partner_id = any($1)
     and (p.available_from is null or p.available_from <= $2) and (p.available_until is null or p.available_until >= $2)
     and ($3::text is null or p.category = $3)
     and ($4::bigint is null or (p.price_minor, p.id) > ($4, $5::uuid))
   order by p.price_minor, p.id limit $6;

-- catalog.lock_pack
select p.id, p.partner_id, p.category, p.name, p.description, p.terms, p.price_minor, p.validity_days, p.venue_ids,
  p.available_from, p.available_until, p.image_key, p.status, s.total as stock_total, s.total - s.taken as stock_left,
  p.created_at from catalog.pack p join catalog.stock s on s.pack_id = p.id where p.id = $1 for update of p;

-- catalog.put_back
update catalog.stock set taken = taken - 1 where pack_id = $1;

-- catalog.return_claim
update catalog.claim set returned_at = $3 where pack_id = $1 and reference = $2 and returned_at is null;

-- catalog.take_unit
update catalog.stock set taken = taken + 1 where pack_id = $1 and (total is null or taken < total)
   returning coalesce(taken >= total, false) as sold_out;

-- catalog.update_pack
update catalog.pack set category = $2, name = $3, description = $4, terms = $5, price_minor = $6, validity_days = $7,
     venue_ids = $8, available_from = $9, available_until = $10, image_key = $11
   where id = $1;

-- catalog.update_status
update catalog.pack set status = $2 where id = $1 and status = any($3);

-- catalog.update_stock
update catalog.stock set total = $2::integer where pack_id = $1 and ($2::integer is null or taken <= $2);

-- identity.active_verified
select a.user_id from identity.user_account a
   where a.user_id = any($1::uuid[]) and a.status = 'active'
     and exists (select 1 from identity.contact c where c.user_id = a.user_id and c.verified_at is not null);

-- identity.claim_destination
insert into identity.otp_destination as d (destination, challenge_id, sends, resend_at, sent_at)
   values ($1, $2, 1, $4, $3)
   on conflict (destination) do update set
     challenge_id = excluded.challenge_id,
     sends = case when d.sent_at < $6 then 1 else d.sends + 1 end,
     resend_at = case when d.sent_at < $6 then $4 else $5::timestamptz end,
     sent_at = excluded.sent_at
     where d.resend_at <= $3
   returning resend_at;

-- identity.claim_identifier
insert into identity.identifier (value, kind, user_id, created_at) values ($1, $2, $3, $4) on conflict do nothing;

-- identity.claim_sign_in
insert into identity.sign_in_throttle as t (key, failures, blocked_until, last_attempt_at)
   values ($1, 1, ($3::timestamptz[])[1], $2)
   on conflict (key) do update set
     failures = case when t.last_attempt_at < $4 then 1 else t.failures + 1 end,
     blocked_until = ($3::timestamptz[])[
       case when t.last_attempt_at < $4 then 1 else least(t.failures + 1, cardinality($3::timestamptz[])) end],
     last_attempt_at = excluded.last_attempt_at
     where t.blocked_until <= $2
   returning failures;

-- identity.clear_throttle
delete from identity.sign_in_throttle where key = $1;

-- identity.contacts_of
select user_id, kind, sealed, contact_index, verified_at from identity.contact where user_id = $1 order by kind desc;

-- identity.current_token_of
select issued_at from identity.session_token where user_id = $1 and session_id = $2 and superseded_at is null;

-- identity.delete_contacts
delete from identity.contact where user_id = $1;

-- identity.delete_credential
delete from identity.credential where user_id = $1;

-- identity.delete_mail_tokens
delete from identity.mail_token where user_id = $1;

-- identity.delete_sessions_of
delete from identity.session where user_id = $1;

-- identity.end_session
update identity.session set ended_at = $3, ended_reason = $4 where user_id = $1 and id = $2 and ended_at is null;

-- identity.end_sessions
update identity.session set ended_at = $3, ended_reason = $4
   where user_id = $1 and id is distinct from $2::uuid and ended_at is null;

-- identity.every_session_of
select id, device, ip, created_at, authenticated_at, last_seen_at, ended_at, ended_reason from identity.session
   where user_id = $1 order by created_at, id;

-- identity.find_account
select user_id, status, locale, created_at, last_sign_in_at, suspended_at, suspended_reason
   from identity.user_account where user_id = $1;

-- identity.find_account_contacts
select a.status, a.locale, c.kind, c.sealed, c.verified_at
   from identity.user_account a left join identity.contact c on c.user_id = a.user_id where a.user_id = $1;

-- identity.find_challenge
select attempts, used_at is null and superseded_at is null and expires_at > $2 as live
   from identity.otp_challenge where id = $1;

-- identity.find_credential
select c.password_hash, a.status from identity.credential c
   join identity.user_account a on a.user_id = c.user_id where c.user_id = $1;

-- identity.find_identifier
select user_id from identity.identifier where value = $1;

-- identity.find_presented
select s.created_at, s.authenticated_at, s.last_seen_at, t.issued_at, t.first_used_at, t.superseded_at,
     (select bool_or(n.first_used_at is not null) from identity.session_token n
      where n.user_id = t.user_id and n.session_id = t.session_id and n.generation > t.generation) as successor_used,
     (select coalesce(json_agg(json_build_object('role', m.role, 'scope', m.scope)), '[]'::json)
    from access.membership m where m.user_id = a.user_id) as memberships
   from identity.session_token t
   join identity.session s on s.user_id = t.user_id and s.id = t.session_id
   join identity.user_account a on a.user_id = t.user_id
   where t.user_id = $1 and t.session_id = $2 and t.token_hash = $3 and s.ended_at is null and a.status = 'active';

-- identity.find_throttle
select blocked_until from identity.sign_in_throttle where key = $1;

-- identity.free_destination
delete from identity.otp_destination where destination = $1 and challenge_id = $2;

-- identity.give_back_attempt
update identity.sign_in_throttle set failures = failures - 1, blocked_until = $2 where key = $1 and failures > 0;

-- identity.insert_account
insert into identity.user_account (user_id, locale, created_at) values ($1, $2, $3) on conflict do nothing;

-- identity.insert_challenge
insert into identity.otp_challenge (id, purpose, destination, sealed_phone, user_id, code_hash, expires_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8);

-- identity.insert_contact
insert into identity.contact (user_id, kind, sealed, contact_index, verified_at, created_at)
   values ($1, $2, $3, $4, $5, $6) on conflict do nothing;

-- identity.insert_mail_token
insert into identity.mail_token (user_id, token_hash, kind, sealed_email, password_hash, locale, expires_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8);

-- identity.insert_session
insert into identity.session (user_id, id, device, ip, created_at, authenticated_at, last_seen_at)
   values ($1, $2, $3, $4, $5, $5, $5);

-- identity.insert_token
insert into identity.session_token (user_id, session_id, generation, token_hash, issued_at)
   select $1::uuid, $2::uuid, coalesce(max(generation), 0) + 1, $3, $4
   from identity.session_token where user_id = $1 and session_id = $2;

-- identity.lock_account
select user_id, status, locale, created_at, last_sign_in_at, suspended_at, suspended_reason
   from identity.user_account where user_id = $1 for update;

-- identity.lock_destination
select challenge_id, resend_at from identity.otp_destination where destination = $1 for update;

-- identity.lock_session
select id from identity.session where user_id = $1 and id = $2 and ended_at is null for update;

-- identity.mark_erased
update identity.user_account set status = 'erased', erased_at = $2, suspended_reason = null
   where user_id = $1 and status <> 'erased';

-- identity.note_sign_in
update identity.user_account set last_sign_in_at = $2 where user_id = $1;

-- identity.put_credential
insert into identity.credential (user_id, password_hash, changed_at) values ($1, $2, $3)
   on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at;

-- identity.rehash_credential
update identity.credential set password_hash = $3 where user_id = $1 and password_hash = $2;

-- identity.reinstate_account
update identity.user_account set status = 'active', suspended_at = null, suspended_reason = null
   where user_id = $1 and status = 'suspended';

-- identity.release_identifier
delete from identity.identifier where value = $1 and user_id = $2;

-- identity.remove_challenges
delete from identity.otp_challenge where created_at < $1;

-- identity.remove_destinations
delete from identity.otp_destination where sent_at < $1;

-- identity.remove_mail_tokens
delete from identity.mail_token where created_at < $1 returning user_id, kind, used_at;

-- identity.remove_sessions
delete from identity.session where created_at < $1;

-- identity.remove_throttles
delete from identity.sign_in_throttle where last_attempt_at < $1;

-- identity.replace_contact
update identity.contact set sealed = $3, contact_index = $4, verified_at = $5, created_at = $6
   where user_id = $1 and kind = $2;

-- identity.sessions_of
select id, device, ip, created_at, authenticated_at, last_seen_at from identity.session
   where user_id = $1 and ended_at is null and last_seen_at > $2 and created_at > $3
   order by last_seen_at desc, id limit $4;

-- identity.set_locale
update identity.user_account set locale = $2 where user_id = $1;

-- identity.supersede_challenge
update identity.otp_challenge set superseded_at = $2 where id = $1 and superseded_at is null;

-- identity.supersede_tokens
update identity.session_token set superseded_at = $3
   where user_id = $1 and session_id = $2 and superseded_at is null;

-- identity.suspend_account
update identity.user_account set status = 'suspended', suspended_at = $2, suspended_reason = $3
   where user_id = $1 and status = 'active';

-- identity.take_attempt
update identity.otp_challenge set attempts = attempts + 1
   where id = $1 and attempts < $2 and used_at is null and superseded_at is null and expires_at > $3
   returning purpose, destination, sealed_phone, user_id, code_hash, attempts;

-- identity.touch_session
update identity.session set last_seen_at = $3 where user_id = $1 and id = $2 and last_seen_at <= $4;

-- identity.touch_token
update identity.session_token set first_used_at = $4
   where user_id = $1 and session_id = $2 and token_hash = $3 and first_used_at is null;

-- identity.use_challenge
update identity.otp_challenge set used_at = $2 where id = $1 and used_at is null and superseded_at is null;

-- identity.use_mail_token
update identity.mail_token set used_at = $4
   where user_id = $1 and token_hash = $2 and kind = any($3::text[]) and used_at is null and expires_at > $4
   returning kind, sealed_email, password_hash, locale;

-- identity.verify_contact
update identity.contact set verified_at = $4
   where user_id = $1 and kind = $2 and contact_index = $3 and verified_at is null;

-- identity.void_mail_tokens
update identity.mail_token set used_at = $3 where user_id = $1 and kind = $2 and used_at is null;

-- kernel.count_attempt
insert into kernel.rate_limit as l (key, window_start, used) values ($1, $2, 1)
   on conflict (key) do update set
     used = case when l.window_start = excluded.window_start then l.used + 1 else 1 end,
     window_start = excluded.window_start
   returning used;

-- kernel.destroy_subject_key
insert into kernel.subject_key (subject_id, wrapped_key, destroyed_at, created_at) values ($1, null, $2, $2)
   on conflict (subject_id) do update set wrapped_key = null, destroyed_at = excluded.destroyed_at;

-- kernel.enqueue_job
select job_queue.enqueue($1::text, $2::json, $3::text, $4::integer, $5::integer);

-- kernel.find_idempotency
select request_hash, status, body, headers, locked_until from kernel.idempotency where key = $1 for update;

-- kernel.find_setting
select value from kernel.setting where name = $1;

-- kernel.find_subject_key
select wrapped_key from kernel.subject_key where subject_id = $1;

-- kernel.insert_idempotency
insert into kernel.idempotency (key, request_hash, locked_until, created_at) values ($1, $2, $3, $4)
   on conflict (key) do nothing;

-- kernel.insert_subject_key
insert into kernel.subject_key (subject_id, wrapped_key, created_at) values ($1, $2, $3) on conflict do nothing;

-- kernel.ping
select 1 as one;

-- kernel.put_setting
insert into kernel.setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value;

-- kernel.relock_idempotency
update kernel.idempotency set locked_until = $2 where key = $1;

-- kernel.remove_idempotency
delete from kernel.idempotency where key = $1 and status is null;

-- kernel.remove_old_idempotency
delete from kernel.idempotency where created_at < $1;

-- kernel.remove_old_limits
delete from kernel.rate_limit where window_start < $1;

-- kernel.store_idempotency
update kernel.idempotency set status = $2, body = $3, headers = $4, locked_until = null where key = $1;

-- ledger.accounts_with_open_holds
select distinct h.owner_id, h.account_id from ledger.hold h
   where h.resolved_at is null and (h.owner_id, h.account_id) > ($1::uuid, $2::uuid)
   order by h.owner_id, h.account_id limit $3;

-- ledger.balance_effective_by
select coalesce(sum(e.amount_minor), 0)::bigint as posted_minor from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.effective_at <= $3;

-- ledger.balance_recorded_by
with fold as materialized (
     select f.up_to, f.amount_minor from ledger.account_fold f
     where f.owner_id = $1 and f.account_id = $2 and f.up_to <= $3 order by f.up_to desc limit 1)
   select (coalesce((select amount_minor from fold), 0) + coalesce(sum(e.amount_minor), 0))::bigint as posted_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.recorded_at <= $3
     and e.recorded_at > coalesce((select up_to from fold), '-infinity'::timestamptz);

-- ledger.check_accounts
with chosen as materialized (
     select b.owner_id, b.account_id, b.posted_minor, b.held_minor, b.version
     from unnest($1::uuid[], $2::uuid[]) as wanted (owner_id, account_id)
     join ledger.balance b on b.owner_id = wanted.owner_id and b.account_id = wanted.account_id)
   select b.owner_id, b.account_id, b.posted_minor, e.entries_minor, b.version, e.entries, b.held_minor,
     h.open_holds_minor
   from chosen b
   cross join lateral (
     select coalesce(sum(x.amount_minor), 0)::bigint as entries_minor, count(*) as entries from ledger.entry x
     where x.owner_id = b.owner_id and x.account_id = b.account_id) e
   cross join lateral (
     select coalesce(sum(x.amount_minor), 0)::bigint as open_holds_minor from ledger.hold x
     where x.owner_id = b.owner_id and x.account_id = b.account_id
       and not exists (select from ledger.hold_outcome o where o.owner_id = x.owner_id and o.hold_id = x.id)) h;

-- ledger.check_accounts_after
with chosen as materialized (
     select owner_id, account_id, posted_minor, held_minor, version from ledger.balance
     where (owner_id, account_id) > ($1::uuid, $2::uuid) order by owner_id, account_id limit $3)
   select b.owner_id, b.account_id, b.posted_minor, e.entries_minor, b.version, e.entries, b.held_minor,
     h.open_holds_minor
   from chosen b
   cross join lateral (
     select coalesce(sum(x.amount_minor), 0)::bigint as entries_minor, count(*) as entries from ledger.entry x
     where x.owner_id = b.owner_id and x.account_id = b.account_id) e
   cross join lateral (
     select coalesce(sum(x.amount_minor), 0)::bigint as open_holds_minor from ledger.hold x
     where x.owner_id = b.owner_id and x.account_id = b.account_id
       and not exists (select from ledger.hold_outcome o where o.owner_id = x.owner_id and o.hold_id = x.id)) h order by b.owner_id, b.account_id;

-- ledger.check_entries_after
with chosen as materialized (
     select e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id, e.leg_no, e.amount_minor
     from ledger.entry e
     where (e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id)
       > ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::uuid)
     order by e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id limit $6)
   select c.owner_id, c.account_id, c.recorded_at, c.transfer_owner_id, c.transfer_id,
     exists (select from ledger.transfer t
       where t.owner_id = c.transfer_owner_id and t.id = c.transfer_id and t.recorded_at = c.recorded_at
         and t.leg_owner_ids[c.leg_no] = c.owner_id and t.leg_account_ids[c.leg_no] = c.account_id
         and t.leg_amounts_minor[c.leg_no] = c.amount_minor) as rooted
   from chosen c order by c.owner_id, c.account_id, c.recorded_at, c.transfer_owner_id, c.transfer_id;

-- ledger.check_folds_after
with chosen as materialized (
     select f.owner_id, f.account_id, f.up_to, f.amount_minor from ledger.account_fold f
     where f.up_to > $1 and (f.owner_id, f.account_id, f.up_to) > ($2::uuid, $3::uuid, $4::timestamptz)
     order by f.owner_id, f.account_id, f.up_to limit $5)
   select c.owner_id, c.account_id, c.up_to, c.amount_minor,
     (coalesce(p.amount_minor, 0) + coalesce(e.entries_minor, 0))::bigint as entries_minor
   from chosen c
   left join lateral (
     select f.up_to, f.amount_minor from ledger.account_fold f
     where f.owner_id = c.owner_id and f.account_id = c.account_id and f.up_to < c.up_to
     order by f.up_to desc limit 1) p on true
   left join lateral (
     select sum(x.amount_minor) as entries_minor from ledger.entry x
     where x.owner_id = c.owner_id and x.account_id = c.account_id and x.recorded_at <= c.up_to
       and x.recorded_at > coalesce(p.up_to, '-infinity'::timestamptz)) e on true
   order by c.owner_id, c.account_id, c.up_to;

-- ledger.check_transfers_after
with chosen as materialized (
     select t.owner_id, t.id, t.kind, t.recorded_at, t.effective_at, t.leg_owner_ids, t.leg_account_ids, t.leg_assets,
       t.leg_amounts_minor
     from ledger.transfer t
     where t.recorded_at >= $1 and t.recorded_at <= $4 and (t.recorded_at, t.owner_id, t.id) > ($1, $2::uuid, $3::uuid)
     order by t.recorded_at, t.owner_id, t.id limit $5)
   select c.owner_id, c.id, c.recorded_at, c.leg_owner_ids::text[], c.leg_account_ids::text[],
     not exists (select from unnest(c.leg_assets, c.leg_amounts_minor) as l (asset, amount)
       group by l.asset having sum(l.amount) <> 0) as balanced,
     (select count(*) from unnest(c.leg_owner_ids, c.leg_account_ids, c.leg_assets, c.leg_amounts_minor)
        with ordinality as l (owner_id, account_id, asset, amount, no)
      join ledger.entry e on e.owner_id = l.owner_id and e.account_id = l.account_id and e.recorded_at = c.recorded_at
        and e.transfer_owner_id = c.owner_id and e.transfer_id = c.id
        and e.amount_minor = l.amount and e.leg_no = l.no and e.kind = c.kind and e.effective_at = c.effective_at
      join ledger.account a on a.owner_id = l.owner_id and a.id = l.account_id and a.asset = l.asset) as legs_entered
   from chosen c order by c.recorded_at, c.owner_id, c.id;

-- ledger.create_partitions
select ledger.create_partitions($1, $2) as made;

-- ledger.deferred_balance
with fold as materialized (
     select f.up_to, f.amount_minor from ledger.account_fold f
     where f.owner_id = $1 and f.account_id = $2 order by f.up_to desc limit 1)
   select (coalesce((select amount_minor from fold), 0) + coalesce(sum(e.amount_minor), 0))::bigint as posted_minor,
     0::bigint as held_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2
     and e.recorded_at > coalesce((select up_to from fold), '-infinity'::timestamptz);

-- ledger.expire_holds
select ledger.expire_holds($1, $2, $3, $4) as expired;

-- ledger.find_account
select a.owner_id, a.id, a.kind, a.ref, a.asset, a.mode, a.opened_at, a.frozen_at, a.frozen_reason,
     b.posted_minor, b.held_minor, b.floor_minor
   from ledger.account a left join ledger.balance b on b.owner_id = a.owner_id and b.account_id = a.id where a.id = $1;

-- ledger.fold_page
select last_owner_id, last_account_id from ledger.fold($1, $2, $3, $4);

-- ledger.freeze_account
select ledger.freeze_account($1, $2, $3, $4);

-- ledger.guarded_balance
select coalesce(max(b.posted_minor), 0) as posted_minor, coalesce(max(b.held_minor), 0) as held_minor
   from ledger.balance b where b.owner_id = $1 and b.account_id = $2;

-- ledger.hold
select ledger.hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) as replayed;

-- ledger.latest_proof
select id, scope, started_at, finished_at, cut_off, passed, counts, discrepancies, resume from ledger.proof
   order by recorded_at desc, id desc limit 1;

-- ledger.list_accounts
select a.owner_id, a.id, a.kind, a.ref, a.asset, a.mode, a.opened_at, a.frozen_at, a.frozen_reason,
     b.posted_minor, b.held_minor, b.floor_minor
   from ledger.account a left join ledger.balance b on b.owner_id = a.owner_id and b.account_id = a.id
   where a.owner_id = $1 and ($2::text is null or a.kind = $2) and ($3::uuid is null or a.id > $3::uuid)
   order by a.id limit $4;

-- ledger.list_entries
select e.recorded_at, e.effective_at, e.transfer_owner_id, e.transfer_id, e.kind, e.amount_minor, e.account_version,
     e.balance_after_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.recorded_at <= coalesce($3, 'infinity'::timestamptz)
     and ($3::timestamptz is null or (e.recorded_at, coalesce(e.account_version, 0), e.transfer_owner_id, e.transfer_id)
       < ($3, $4::bigint, $5::uuid, $6::uuid))
   order by e.recorded_at desc, coalesce(e.account_version, 0) desc, e.transfer_owner_id desc, e.transfer_id desc
   limit $7;

-- ledger.open_account
select ledger.open_account($1, $2, $3, $4, $5, $6, $7, $8);

-- ledger.post
select ledger.post($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as replayed;

-- ledger.post_hold
select ledger.post_hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
     as replayed;

-- ledger.record_proof
select ledger.record_proof($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- ledger.remove_proofs
select ledger.remove_proofs($1) as removed;

-- ledger.reverse
select ledger.reverse($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) as replayed;

-- ledger.transfers_of_kinds
select t.owner_id, t.id, ledger.moved(t.leg_amounts_minor) as amount_minor, t.recorded_at from ledger.transfer t
   where t.kind = any($1) and t.id > $2::uuid and t.id <= $3::uuid order by t.id, t.owner_id limit $4;

-- ledger.trial_balance
select a.kind, a.asset, count(*) as accounts, sum(s.amount_minor)::bigint as balance_minor
   from (select e.owner_id, e.account_id, sum(e.amount_minor) as amount_minor from ledger.entry e
         where e.recorded_at <= $1 group by e.owner_id, e.account_id) s
   join ledger.account a on a.owner_id = s.owner_id and a.id = s.account_id
   group by a.kind, a.asset order by a.asset, a.kind;

-- ledger.unfreeze_account
select ledger.unfreeze_account($1, $2);

-- ledger.void_hold
select ledger.void_hold($1, $2, $3, $4, $5, $6) as replayed;

-- merchants.directory
select p.id, p.name, p.kind, p.status, p.description,
     coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'address', v.address, 'city', v.city,
       'phone', v.phone) order by v.name, v.id) filter (where v.id is not null), '[]'::jsonb) as venues
   from merchants.partner p left join merchants.venue v on v.partner_id = p.id and v.is_open
   where ($1::uuid[] is null or p.id = any($1)) and ($2::text is null or p.status = $2)
     and ($3::text is null or exists (
       select from merchants.venue c where c.partner_id = p.id and c.is_open and lower(c.city) = lower($3)))
   group by p.id, p.name, p.kind, p.status, p.description
   order by p.name, p.id limit $4;

-- merchants.erase_private
update merchants.partner set contact = null, payout = null, payout_hint = null where id = $1;

-- merchants.find_partner
select id, name, kind, description, business_registration, tax_id, revenue_split_basis_points, payment_terms,
  minimum_payout_minor, status, payout_hint, payout_changed_at, verified_at, created_at from merchants.partner where id = $1;

-- merchants.find_private
select contact, payout from merchants.partner where id = $1;

-- merchants.find_venue
select id, partner_id, name, address, city, phone, is_open from merchants.venue where id = $1;

-- merchants.insert_partner
insert into merchants.partner (id, name, kind, description, business_registration, tax_id, revenue_split_basis_points,
     payment_terms, minimum_payout_minor, status, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'pending', $10)
   on conflict on constraint partner_pkey do nothing;

-- merchants.insert_venue
insert into merchants.venue (id, partner_id, name, address, city, phone, is_open, created_at)
   values ($1, $2, $3, $4, $5, $6, true, $7)
   on conflict on constraint venue_pkey do nothing;

-- merchants.list_partners
select id, name, kind, description, business_registration, tax_id, revenue_split_basis_points, payment_terms,
  minimum_payout_minor, status, payout_hint, payout_changed_at, verified_at, created_at from merchants.partner
   where ($1::text is null or status = $1) and ($2::text is null or (name, id) > ($2, $3::uuid))
   order by name, id limit $4;

-- merchants.list_venues
select id, partner_id, name, address, city, phone, is_open from merchants.venue where partner_id = any($1) order by partner_id, name, id limit $2;

-- merchants.lock_partner
select id, name, kind, description, business_registration, tax_id, revenue_split_basis_points, payment_terms,
  minimum_payout_minor, status, payout_hint, payout_changed_at, verified_at, created_at from merchants.partner where id = $1 for update;

-- merchants.update_contact
update merchants.partner set contact = $2 where id = $1;

-- merchants.update_partner
update merchants.partner set name = $2, kind = $3, description = $4, business_registration = $5, tax_id = $6,
     revenue_split_basis_points = $7, payment_terms = $8, minimum_payout_minor = $9
   where id = $1 returning id, name, kind, description, business_registration, tax_id, revenue_split_basis_points, payment_terms,
  minimum_payout_minor, status, payout_hint, payout_changed_at, verified_at, created_at;

-- merchants.update_payout
update merchants.partner set payout = $2, payout_hint = $3, payout_changed_at = $4 where id = $1;

-- merchants.update_status
update merchants.partner set status = $2,
     verified_at = case when $2 = 'active' then coalesce(verified_at, $4) else verified_at end,
     verified_by = case when $2 = 'active' then coalesce(verified_by, $5::uuid) else verified_by end
   where id = $1 and status = any($3) returning id, name, kind, description, business_registration, tax_id, revenue_split_basis_points, payment_terms,
  minimum_payout_minor, status, payout_hint, payout_changed_at, verified_at, created_at;

-- merchants.update_venue
update merchants.venue set name = $2, address = $3, city = $4, phone = $5, is_open = $6
   where id = $1 returning id, partner_id, name, address, city, phone, is_open;

-- messaging.claim_outgoing
update messaging.outgoing set status = 'sending', attempts = attempts + 1
   where owner_id = $1 and id = $2 and status = 'queued' returning owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, created_at, sent_at;

-- messaging.erase_of
update messaging.outgoing set address = null, subject = null, body = null where owner_id = $1;

-- messaging.find_abandoned
select owner_id, id from messaging.outgoing where status = 'sending' and not_before < $1 order by not_before limit $2;

-- messaging.find_due
select owner_id, id from messaging.outgoing where status = 'queued' and not_before <= $1 order by not_before limit $2;

-- messaging.insert_outgoing
insert into messaging.outgoing (owner_id, id, message_key, channel, locale, critical, address, subject, body, dedupe_key,
     about_type, about_id, not_before, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
   on conflict on constraint outgoing_once do nothing;

-- messaging.list_about
select owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, created_at, sent_at from messaging.outgoing where about_id = $1 order by created_at, id limit $2;

-- messaging.list_of
select owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, created_at, sent_at from messaging.outgoing where owner_id = $1 order by created_at desc limit $2;

-- messaging.list_recent
select owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, created_at, sent_at from messaging.outgoing order by created_at desc, id desc limit $1;

-- messaging.mark_failed
update messaging.outgoing set status = $3, failed_at = $4, error = $5
   where owner_id = $1 and id = $2 and status = 'sending';

-- messaging.mark_for_retry
update messaging.outgoing set status = 'queued', not_before = $3, error = $4
   where owner_id = $1 and id = $2 and status = 'sending';

-- messaging.mark_sent
update messaging.outgoing set status = 'sent', sent_at = $3, provider_id = $4, error = null
   where owner_id = $1 and id = $2 and status = 'sending';

-- messaging.remove_before
delete from messaging.outgoing where created_at < $1;

-- notifications.count_unread
select count(*)::integer as unread from notifications.inbox where owner_id = $1 and read_at is null;

-- notifications.erase_of
delete from notifications.inbox where owner_id = $1;

-- notifications.insert_inbox
insert into notifications.inbox (owner_id, id, message_key, locale, title, body, dedupe_key, about_type, about_id, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint inbox_once do nothing;

-- notifications.list_inbox
select id, message_key, title, body, about_type, about_id, created_at, read_at from notifications.inbox
   where owner_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
   order by created_at desc, id desc limit $4;

-- notifications.mark_read
update notifications.inbox set read_at = $3 where owner_id = $1 and id = $2 and read_at is null;

-- notifications.remove_before
delete from notifications.inbox where created_at < $1;

-- operations.find_job
select id, task, payload, run_at, attempts, max_attempts, last_error, created_at, running, given_up
   from job_queue.job where id = $1;

-- operations.list_jobs
select id, task, payload, run_at, attempts, max_attempts, last_error, created_at, running, given_up
   from job_queue.job
   where (not $1::boolean or last_error is not null) and ($2::bigint is null or id < $2)
   order by id desc limit $3;

-- operations.measure_queue
select count(*) filter (where not given_up)::integer as waiting, count(*) filter (where given_up)::integer as given_up,
     min(run_at) filter (where not given_up and not running) as oldest_due
   from job_queue.job;

-- operations.retry_job
select job_queue.retry($1);

-- payments.backlog
select
     (select min(received_at) from payments.webhook_event where status = 'received') as oldest_event_at,
     (select count(1) from payments.webhook_event where status = 'unmatched') as unmatched_events,
     (select min(poll_at) from payments.payment where poll_at is not null) as oldest_poll_at,
     (select min(requested_at) from payments.refund where state = 'requested') as oldest_refund_at,
     (select count(1) from payments.payment p where p.state = 'disputed' and not exists (
        select from payments.refund r where r.owner_id = p.owner_id and r.payment_id = p.id and r.state = 'succeeded'
      )) as disputed_payments;

-- payments.claim_opening
update payments.payment set opening_until = $3, open_attempts = open_attempts + 1
   where owner_id = $1 and id = $2 and state = 'created' and (opening_until is null or opening_until <= $4)
   returning owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, open_attempts, opening_until, session_ref, launch_url, expires_at, cancel_requested_at, failure_code,
  polls, poll_at, created_at, opened_at, succeeded_at, ended_at;

-- payments.claim_refund
update payments.refund set attempts = attempts + 1, next_attempt_at = $3
   where owner_id = $1 and id = $2 and state = 'requested' returning owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at;

-- payments.end_refund
update payments.refund set state = $3, ended_at = $4, failure_code = $5, next_attempt_at = null
   where owner_id = $1 and id = $2 and state = 'requested';

-- payments.erase_mobile_before
update payments.payment set payer_mobile = null where created_at < $1 and payer_mobile is not null;

-- payments.erase_mobile_of
update payments.payment set payer_mobile = null where payer_id = $1;

-- payments.expected_receipts
select transfer_id, amount_minor from payments.receipt where $1::uuid is null or transfer_id > $1
   order by transfer_id limit $2;

-- payments.expected_sent
select id as transfer_id, amount_minor from payments.refund where $1::uuid is null or id > $1 order by id limit $2;

-- payments.expected_settled
select settled_transfer_id as transfer_id, amount_minor from payments.refund
   where state = $3 and ($1::uuid is null or settled_transfer_id > $1) order by settled_transfer_id limit $2;

-- payments.find_by_reference
select reference, owner_id, payment_id from payments.provider_reference where reference = any($1);

-- payments.find_due_events
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at from payments.webhook_event where next_attempt_at <= $1 order by next_attempt_at limit $2;

-- payments.find_due_refunds
select owner_id, id from payments.refund where state = 'requested' and next_attempt_at <= $1
   order by next_attempt_at limit $2;

-- payments.find_event
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at, body is not null as has_body from payments.webhook_event where event_id = $1 and provider = $2;

-- payments.find_payment
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, open_attempts, opening_until, session_ref, launch_url, expires_at, cancel_requested_at, failure_code,
  polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where owner_id = $1 and id = $2;

-- payments.find_refund
select owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at from payments.refund where owner_id = $1 and id = $2;

-- payments.find_to_poll
select owner_id, id as payment_id from payments.payment where poll_at <= $1 order by poll_at limit $2;

-- payments.forget_bodies_before
update payments.webhook_event set body = null where received_at < $1 and body is not null;

-- payments.insert_event
insert into payments.webhook_event (event_id, provider, type, status, session_ref, body, next_attempt_at, received_at)
   values ($1, $2, $3, 'received', $4, $5, $6, $7)
   on conflict on constraint webhook_event_pkey do nothing;

-- payments.insert_payment
insert into payments.payment (owner_id, id, provider, purpose, reference, amount_minor, currency, state, payer_id,
     payer_mobile, success_url, error_url, poll_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, 'created', $8, $9, $10, $11, $12, $13)
   on conflict on constraint payment_pkey do nothing;

-- payments.insert_receipt
insert into payments.receipt (owner_id, payment_id, session_ref, status, amount_minor, currency, transaction_ref,
     transfer_id, received_at, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- payments.insert_reference
insert into payments.provider_reference (reference, owner_id, payment_id, created_at) values ($1, $2, $3, $4)
   on conflict (reference) do nothing;

-- payments.insert_refund
insert into payments.refund (owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state,
     next_attempt_at, settled_transfer_id, requested_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'requested', $9, $10, $11)
   on conflict on constraint refund_pkey do nothing;

-- payments.insert_step
insert into payments.step (owner_id, payment_id, id, code, details, at) values ($1, $2, $3, $4, $5, $6);

-- payments.list_by_owner
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, open_attempts, opening_until, session_ref, launch_url, expires_at, cancel_requested_at, failure_code,
  polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where owner_id = $1 order by created_at desc limit $2;

-- payments.list_by_payer
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, open_attempts, opening_until, session_ref, launch_url, expires_at, cancel_requested_at, failure_code,
  polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where payer_id = $1 order by created_at desc limit $2;

-- payments.list_events_of_sessions
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at from payments.webhook_event where session_ref = any($1) order by received_at, event_id limit $2;

-- payments.list_receipts
select session_ref, status, amount_minor, currency, transaction_ref, transfer_id, received_at from payments.receipt where owner_id = $1 and payment_id = $2 order by recorded_at, session_ref;

-- payments.list_refunds
select owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at from payments.refund where owner_id = $1 and payment_id = $2 order by requested_at, id;

-- payments.list_steps
select id, code, details, at from payments.step where owner_id = $1 and payment_id = $2 order by at, id limit $3;

-- payments.lock_event
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at, body from payments.webhook_event where event_id = $1 and provider = $2 for update;

-- payments.lock_payment
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, open_attempts, opening_until, session_ref, launch_url, expires_at, cancel_requested_at, failure_code,
  polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where owner_id = $1 and id = $2 for update;

-- payments.mark_event
update payments.webhook_event set status = $3, outcome = $4, processed_at = $5, next_attempt_at = $6
   where event_id = $1 and provider = $2;

-- payments.move_payment
update payments.payment set state = $4, session_ref = coalesce($5, session_ref), launch_url = coalesce($6, launch_url),
     expires_at = coalesce($7, expires_at), poll_at = $8, opened_at = coalesce(opened_at, $9), succeeded_at = $10,
     ended_at = coalesce($11, ended_at), late = $12, opening_until = null
   where owner_id = $1 and id = $2 and state = $3;

-- payments.note_refund_error
update payments.refund set last_error = $3 where owner_id = $1 and id = $2 and state = 'requested';

-- payments.release_opening
update payments.payment set opening_until = null where owner_id = $1 and id = $2;

-- payments.remove_events_before
delete from payments.webhook_event where received_at < $1;

-- payments.request_cancel
update payments.payment set cancel_requested_at = $3, poll_at = $3
   where owner_id = $1 and id = $2 and state in ('created', 'opened') and cancel_requested_at is null;

-- payments.retry_event
update payments.webhook_event set attempts = attempts + 1, next_attempt_at = $3 where event_id = $1 and provider = $2;

-- payments.set_failure
update payments.payment set failure_code = $3 where owner_id = $1 and id = $2;

-- payments.set_poll
update payments.payment set poll_at = $3, polls = polls + 1 where owner_id = $1 and id = $2;

-- payouts.backlog
select count(1) as waiting, min(requested_at) as oldest_at from payouts.payout where state in ('requested', 'processing');

-- payouts.claim_payout
update payouts.payout set attempts = attempts + 1, next_check_at = $3
   where owner_id = $1 and id = $2 and next_check_at is not null returning owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name, note, state,
  provider_ref, fee_minor, failure_code, attempts, next_check_at, last_error, settled_transfer_id, returned_transfer_id,
  requested_at, succeeded_at, ended_at;

-- payouts.erase_recipient_before
update payouts.payout set mobile = null, name = null where ended_at < $1 and mobile is not null;

-- payouts.erase_recipient_of
update payouts.payout set mobile = null, name = null where owner_id = $1;

-- payouts.expected_returned
select returned_transfer_id as transfer_id, amount_minor from payouts.payout
   where state = 'reversed' and ($1::uuid is null or returned_transfer_id > $1) order by returned_transfer_id limit $2;

-- payouts.expected_sent
select id as transfer_id, amount_minor from payouts.payout where $1::uuid is null or id > $1 order by id limit $2;

-- payouts.expected_settled
select settled_transfer_id as transfer_id, amount_minor from payouts.payout
   where state = any($3) and ($1::uuid is null or settled_transfer_id > $1) order by settled_transfer_id limit $2;

-- payouts.find_due
select owner_id, id from payouts.payout where next_check_at <= $1 order by next_check_at limit $2;

-- payouts.find_payout
select owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name, note, state,
  provider_ref, fee_minor, failure_code, attempts, next_check_at, last_error, settled_transfer_id, returned_transfer_id,
  requested_at, succeeded_at, ended_at from payouts.payout where owner_id = $1 and id = $2;

-- payouts.find_payout_by_id
select owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name, note, state,
  provider_ref, fee_minor, failure_code, attempts, next_check_at, last_error, settled_transfer_id, returned_transfer_id,
  requested_at, succeeded_at, ended_at from payouts.payout where id = $1;

-- payouts.insert_payout
insert into payouts.payout (owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name,
     note, state, next_check_at, settled_transfer_id, returned_transfer_id, requested_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'requested', $12, $13, $14, $15)
   on conflict on constraint payout_pkey do nothing;

-- payouts.list_by_owner
select owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name, note, state,
  provider_ref, fee_minor, failure_code, attempts, next_check_at, last_error, settled_transfer_id, returned_transfer_id,
  requested_at, succeeded_at, ended_at from payouts.payout where owner_id = $1 order by requested_at desc limit $2;

-- payouts.lock_payout
select owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name, note, state,
  provider_ref, fee_minor, failure_code, attempts, next_check_at, last_error, settled_transfer_id, returned_transfer_id,
  requested_at, succeeded_at, ended_at from payouts.payout where owner_id = $1 and id = $2 for update;

-- payouts.move_payout
update payouts.payout set state = $4, provider_ref = coalesce($5, provider_ref), fee_minor = coalesce($6, fee_minor),
     failure_code = $7, next_check_at = $8, succeeded_at = coalesce(succeeded_at, $9), ended_at = $10, last_error = null
   where owner_id = $1 and id = $2 and state = $3;

-- payouts.note_error
update payouts.payout set last_error = $3 where owner_id = $1 and id = $2 and next_check_at is not null;

-- payouts.set_check
update payouts.payout set next_check_at = $3, last_error = $4 where owner_id = $1 and id = $2;

-- profiles.accept_link
update profiles.guardian_link set status = 'accepted', guardian_id = $3, decided_at = $4
   where child_id = $1 and id = $2 and status = 'invited';

-- profiles.addresses_of
select id, kind, sealed_address, is_default, created_at from profiles.address where user_id = $1
   order by kind, is_default desc, created_at, id;

-- profiles.change_date_of_birth
update profiles.profile set date_of_birth = $2, date_of_birth_changes = date_of_birth_changes + $3, updated_at = $4
   where user_id = $1 and date_of_birth_changes + $3 <= 2;

-- profiles.claim_document
insert into profiles.document_claim (number_index, user_id, claimed_at) values ($1, $2, $3) on conflict do nothing;

-- profiles.clear_default
update profiles.address set is_default = false where user_id = $1 and kind = $2 and id <> $3 and is_default;

-- profiles.decline_link
update profiles.guardian_link set status = 'declined', decided_at = $3
   where child_id = $1 and id = $2 and status = 'invited';

-- profiles.delete_address
delete from profiles.address where user_id = $1 and id = $2;

-- profiles.delete_addresses
delete from profiles.address where user_id = $1;

-- profiles.delete_document
delete from profiles.identity_document where user_id = $1;

-- profiles.delete_preferences
delete from profiles.preference where user_id = $1;

-- profiles.delete_profile
delete from profiles.profile where user_id = $1;

-- profiles.delete_ward
delete from profiles.ward where guardian_id = $1 and child_id = $2;

-- profiles.end_link
update profiles.guardian_link set status = $3, ended_at = $4 where child_id = $1 and id = $2 and status = 'accepted';

-- profiles.expire_links
update profiles.guardian_link set status = 'expired'
   where status = 'invited' and (child_id, id) in (
     select child_id, id from profiles.guardian_link where status = 'invited' and expires_at <= $1
     order by expires_at limit $2 for update skip locked);

-- profiles.expire_links_to
update profiles.guardian_link set status = 'expired'
   where child_id = $1 and contact_index = $2 and status = 'invited' and expires_at <= $3;

-- profiles.find_claim
select user_id from profiles.document_claim where number_index = $1;

-- profiles.find_document
select kind, country, sealed_number, number_index, submitted_at from profiles.identity_document where user_id = $1;

-- profiles.find_link_by_token
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_at, expires_at, decided_at from profiles.guardian_link where child_id = $1 and token_hash = $2;

-- profiles.find_profile
select user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility, allow_sponsor_contact,
   date_of_birth_changes, identity_check, identity_check_note from profiles.profile where user_id = $1;

-- profiles.guarded_child
select p.date_of_birth from profiles.guardian_link l join profiles.profile p on p.user_id = l.child_id
   where l.child_id = $1 and l.guardian_id = $2 and l.status = 'accepted';

-- profiles.guardians_of
select guardian_id from profiles.guardian_link where child_id = $1 and status = 'accepted' order by decided_at, id;

-- profiles.insert_address
insert into profiles.address (user_id, id, slot, kind, sealed_address, is_default, created_at, updated_at)
   select $1::uuid, $2, free.slot, $3, $4, $5, $6::timestamptz, $6
   from (select s.slot from generate_series(1, 20) as s (slot)
         where not exists (select 1 from profiles.address a where a.user_id = $1 and a.slot = s.slot)
         order by s.slot limit 1) as free;

-- profiles.insert_link
insert into profiles.guardian_link (child_id, id, relation, contact_kind, sealed_contact, contact_index, token_hash,
     invited_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- profiles.insert_profile
insert into profiles.profile (user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility,
     allow_sponsor_contact, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing;

-- profiles.insert_ward
insert into profiles.ward (guardian_id, child_id, link_id, linked_at) values ($1, $2, $3, $4);

-- profiles.links_of
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_at, expires_at, decided_at from profiles.guardian_link where child_id = $1 order by invited_at desc, id limit $2;

-- profiles.lock_addresses
select id, kind, sealed_address, is_default, created_at from profiles.address where user_id = $1
   order by id for update;

-- profiles.lock_link
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_at, expires_at, decided_at from profiles.guardian_link where child_id = $1 and id = $2 for update;

-- profiles.lock_link_by_token
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_at, expires_at, decided_at from profiles.guardian_link where child_id = $1 and token_hash = $2 for update;

-- profiles.lock_link_of
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_at, expires_at, decided_at from profiles.guardian_link where child_id = $1 and guardian_id = $2 and status = 'accepted' for update;

-- profiles.lock_profile
select user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility, allow_sponsor_contact,
   date_of_birth_changes, identity_check, identity_check_note from profiles.profile where user_id = $1 for update;

-- profiles.make_default
update profiles.address set is_default = true where user_id = $1 and id = $2;

-- profiles.outgrown_links
select l.child_id, l.id, l.guardian_id from profiles.guardian_link l
   join profiles.profile p on p.user_id = l.child_id
   where l.status = 'accepted' and p.date_of_birth <= $1
   order by l.child_id, l.id limit $2 for update of l skip locked;

-- profiles.preferences_of
select f.time_zone, p.user_id is not null as there, p.sms, p.email, p.in_app, p.pots, p.gifts, p.rewards, p.partners,
     p.marketing, p.quiet_start, p.quiet_end
   from (select $1::uuid as user_id) as who
   left join profiles.profile f on f.user_id = who.user_id and f.user_id = $1
   left join profiles.preference p on p.user_id = who.user_id and p.user_id = $1;

-- profiles.put_document
insert into profiles.identity_document (user_id, kind, country, sealed_number, number_index, submitted_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (user_id) do update set kind = excluded.kind, country = excluded.country,
     sealed_number = excluded.sealed_number, number_index = excluded.number_index, submitted_at = excluded.submitted_at;

-- profiles.put_preferences
insert into profiles.preference (user_id, sms, email, in_app, pots, gifts, rewards, partners, marketing, quiet_start,
     quiet_end, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   on conflict (user_id) do update set sms = excluded.sms, email = excluded.email, in_app = excluded.in_app,
     pots = excluded.pots, gifts = excluded.gifts, rewards = excluded.rewards, partners = excluded.partners,
     marketing = excluded.marketing, quiet_start = excluded.quiet_start, quiet_end = excluded.quiet_end,
     updated_at = excluded.updated_at;

-- profiles.release_claim
delete from profiles.document_claim where number_index = $1 and user_id = $2;

-- profiles.set_identity_check
update profiles.profile set identity_check = $2, identity_check_note = $3, identity_checked_by = $4,
     identity_checked_at = $5, updated_at = $5
   where user_id = $1;

-- profiles.submitted_checks
select user_id, updated_at from profiles.profile
   where identity_check = 'submitted' and (updated_at, user_id) > ($1::timestamptz, $2::uuid)
   order by updated_at, user_id limit $3;

-- profiles.update_address
update profiles.address set kind = $3, sealed_address = $4, is_default = $5, updated_at = $6
   where user_id = $1 and id = $2;

-- profiles.update_profile
update profiles.profile set sealed_names = $2, celebrates = $3, locale = $4, time_zone = $5, visibility = $6,
     allow_sponsor_contact = $7, updated_at = $8
   where user_id = $1;

-- profiles.wards_of
select child_id, link_id, linked_at from profiles.ward where guardian_id = $1 order by linked_at, child_id limit $2;

-- profiles.withdraw_link
update profiles.guardian_link set status = 'withdrawn' where child_id = $1 and id = $2 and status = 'invited';
