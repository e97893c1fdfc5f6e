-- access.delete_membership
delete from access.membership where user_id = $1 and role = $2 and scope = $3;

-- access.delete_memberships
delete from access.membership where user_id = $1;

-- access.insert_membership
insert into access.membership (user_id, role, scope, granted_by, granted_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing;

-- access.memberships_of
select user_id, role, scope, granted_by, granted_at from access.membership where user_id = $1 order by role, scope;

-- audit.acts_of_kinds
select id, action, after, recorded_at from audit.record
   where subject_id = $1 and action = any($2::text[]) and (recorded_at, id) > ($3::timestamptz, $4::uuid)
   order by recorded_at, id limit $5;

-- audit.inquire_acts
select subject_id, recorded_at, action, actor_kind, actor_id, actor_name, reason from audit.record
   where subject_id = any($1::uuid[]) and action <> all($2::text[]) order by recorded_at desc limit $3;

-- audit.insert_record
insert into audit.record (subject_id, recorded_at, id, subject_type, action, actor_kind, actor_id, actor_name, session_id,
     request_id, before, after, reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- audit.subjects_of_kinds
select distinct subject_id from audit.record where action = any($1::text[]) and subject_id > $2
   order by subject_id limit $3;

-- catalog.claim_unit
insert into catalog.claim as c (pack_id, reference, claimed_at) values ($1, $2, $3)
   on conflict on constraint claim_pkey do update set claimed_at = excluded.claimed_at, returned_at = null
   where c.returned_at is not null;

-- catalog.find_pack
select p.id, p.partner_id, p.category, p.name, p.description, p.terms, p.price_minor, p.validity_days, p.venue_ids,
  p.available_from, p.available_until, p.image_key, p.status, s.total as stock_total, s.total - s.taken as stock_left,
  p.created_at from catalog.pack p join catalog.stock s on s.pack_id = p.id where p.id = $1;

-- catalog.inquire_packs
select p.id, p.name, p.price_minor, p.status, p.created_at from catalog.pack p
   where p.id = $1::uuid or p.partner_id = $2::uuid or ($3::text is not null and exists (
     select from jsonb_each_text(p.name) n where position(lower($3) in lower(n.value)) > 0))
   order by p.created_at desc, p.id limit $4;

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
  p.created_at from catalog.pack p join catalog.stock s on s.pack_id = p.id where p.id = $1 for update of p, s;

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

-- consent.advance_chain
update consent.chain set length = length + 1, head_hash = $2 where subject_id = $1;

-- consent.answer
update consent.request set state = 'proving', method = 'card_charge', answers = $3, sealed_origin = $4, payment_id = $5,
     attempt = $6, answered_at = $7, trouble = null
   where guardian_id = $1 and id = $2 and state in ('open', 'proving');

-- consent.cancel_about
update consent.request set state = 'cancelled', ended_at = $2, sealed_origin = null
   where subject_id = $1 and state = 'open';

-- consent.cancel_of
update consent.request set state = 'cancelled', ended_at = $2, sealed_origin = null
   where guardian_id = $1 and state in ('open', 'proving');

-- consent.cancel_open
update consent.request set state = 'cancelled', ended_at = $3, sealed_origin = null
   where guardian_id = $1 and subject_id = $2 and state = 'open';

-- consent.claim_refunds
update consent.proof set refund_state = 'asked', refund_due_at = null, refund_attempts = refund_attempts + 1
   where refund_state = 'failed' and refund_attempts < $2 and (guardian_id, payment_id) in (
     select guardian_id, payment_id from consent.proof
     where refund_state = 'failed' and refund_attempts < $2 and refund_due_at <= $1
     order by refund_due_at limit $3 for update skip locked)
   returning guardian_id, payment_id, request_id, paid_at, refund_state, refund_attempts;

-- consent.decide
update consent.request set state = 'decided', method = $3, answered_at = coalesce(answered_at, $4), ended_at = $4,
     trouble = null, sealed_origin = null
   where guardian_id = $1 and id = $2 and state in ('open', 'proving');

-- consent.expire_requests
update consent.request set state = 'expired', ended_at = $1, sealed_origin = null
   where state = 'open' and (guardian_id, id) in (
     select guardian_id, id from consent.request where state = 'open' and expires_at <= $1
     order by expires_at limit $2 for update skip locked);

-- consent.find_at
select subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id from consent.record where subject_id = $1 and seq = $2;

-- consent.find_by_token
select guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at from consent.request where guardian_id = $1 and token_hash = $2;

-- consent.find_chain
select length, head_hash from consent.chain where subject_id = $1;

-- consent.find_record
select subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id from consent.record where id = $1;

-- consent.find_request
select guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at from consent.request where guardian_id = $1 and id = $2;

-- consent.find_text
select id, country, purpose, major, minor, language, title, body, sha256 from consent.legal_text where id = $1;

-- consent.forget_proofs
update consent.request set state = 'open', trouble = 'not_entitled', payment_id = null
   where guardian_id = $1 and subject_id = $2 and state in ('open', 'proving') and payment_id is not null
     and answered_at <= $3;

-- consent.hold_chain
select subject_id from consent.chain where subject_id = $1 for share;

-- consent.insert_asked_again
insert into consent.asked_again (subject_id, decided_by, purpose, major, asked_at) values ($1, $2, $3, $4, $5)
   on conflict do nothing;

-- consent.insert_proof
insert into consent.proof (guardian_id, payment_id, request_id, asked_at) values ($1, $2, $3, $4) on conflict do nothing;

-- consent.insert_record
insert into consent.record (subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
   returning subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id;

-- consent.insert_request
insert into consent.request (guardian_id, id, subject_id, asked_by, purposes, token_hash, state, attempt, asked_at, expires_at)
   values ($1, $2, $3, $4, $5, $6, 'open', 0, $7, $8) returning guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at;

-- consent.keep_text
insert into consent.legal_text (id, country, purpose, major, minor, language, title, body, sha256, in_force_from, kept_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing;

-- consent.latest_of
select distinct on (decided_by) decided_by, decision, major, decided_as, method, text_id, at
   from consent.record
   where subject_id = $1 and purpose = $2 order by decided_by, seq desc;

-- consent.latest_of_all
select distinct on (purpose, decided_by) subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id from consent.record
   where subject_id = $1 order by purpose, decided_by, seq desc;

-- consent.list_waiting
select guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at from consent.request
   where state = 'open' and expires_at > $1
     and ($2::timestamptz is null or (expires_at, id) > ($2::timestamptz, $3::uuid))
   order by expires_at, id limit $4;

-- consent.lock_by_token
select guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at from consent.request where guardian_id = $1 and token_hash = $2 for update;

-- consent.lock_chain
select length, head_hash from consent.chain where subject_id = $1 for update;

-- consent.lock_proof
select guardian_id, payment_id, request_id, paid_at, refund_state, refund_attempts from consent.proof where guardian_id = $1 and payment_id = $2 for update;

-- consent.lock_request
select guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at from consent.request where guardian_id = $1 and id = $2 for update;

-- consent.newest_records
select subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id from consent.record where subject_id = $1 and seq < $2 order by seq desc limit $3;

-- consent.note_paid
update consent.proof set paid_at = $3, refund_state = 'asked', refund_attempts = 1
   where guardian_id = $1 and payment_id = $2 and paid_at is null;

-- consent.note_refund_failed
update consent.proof set refund_state = 'failed', refund_due_at = $3
   where guardian_id = $1 and payment_id = $2 and refund_state = 'asked';

-- consent.note_refunded
update consent.proof set refund_state = 'done', refund_due_at = null
   where guardian_id = $1 and payment_id = $2 and refund_state in ('asked', 'failed');

-- consent.note_trouble
update consent.request set trouble = $3 where guardian_id = $1 and id = $2 and state = 'proving';

-- consent.outdated
select r.subject_id, r.decided_by from consent.record r
   where r.purpose = $1 and r.decision = 'given' and r.major < $2
     and not exists (
       select from consent.record l where l.subject_id = r.subject_id and l.purpose = r.purpose
         and l.decided_by = r.decided_by and l.seq > r.seq)
     and not exists (
       select from consent.asked_again a where a.subject_id = r.subject_id and a.decided_by = r.decided_by
         and a.purpose = r.purpose and a.major >= $2)
   limit $3;

-- consent.records_after
select subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id from consent.record where subject_id = $1 and seq > $2 order by seq limit $3;

-- consent.reopen
update consent.request set state = 'open', trouble = $3
   where guardian_id = $1 and id = $2 and state in ('open', 'proving');

-- consent.requests_about
select guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at from consent.request where subject_id = $1 order by asked_at desc, id desc limit $2;

-- consent.requests_to
select guardian_id, id, subject_id, asked_by, purposes, state, trouble, method, answers, sealed_origin, payment_id,
  attempt, asked_at, expires_at, answered_at, ended_at from consent.request where guardian_id = $1 order by asked_at desc, id desc limit $2;

-- consent.start_chain
insert into consent.chain (subject_id, length, head_hash) values ($1, 0, repeat('0', 64)) on conflict do nothing;

-- consent.stuck_refunds
select count(*)::integer as stuck from consent.proof where refund_state = 'failed' and refund_attempts >= $1;

-- consent.subjects_after
select subject_id from (
     (select subject_id from consent.chain where subject_id > $1 order by subject_id limit $2)
     union
     (select distinct subject_id from consent.record where subject_id > $1 order by subject_id limit $2)) as known
   order by subject_id limit $2;

-- identity.active_accounts
select a.user_id,
     (select bool_or(c.verified_at is not null) from identity.contact c where c.user_id = a.user_id) as verified
   from identity.user_account a where a.user_id = any($1::uuid[]) and a.status = 'active';

-- identity.begin_factor
insert into identity.second_factor as f (user_id, sealed_secret, blocked_until, created_at) values ($1, $2, $3, $4)
   on conflict (user_id) do update set
     sealed_secret = excluded.sealed_secret, last_step = 0, failures = 0,
     blocked_until = excluded.blocked_until, created_at = excluded.created_at
     where f.confirmed_at is null and f.created_at < $5;

-- identity.change_pin
update identity.username set pin_hash = $2, changed_at = $3 where user_id = $1;

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

-- identity.claim_factor_try
update identity.second_factor set
     failures = failures + 1,
     blocked_until = ($3::timestamptz[])[least(failures + 1, cardinality($3::timestamptz[]))]
   where user_id = $1 and blocked_until <= $2
   returning sealed_secret, last_step, blocked_until, created_at, confirmed_at;

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

-- identity.confirm_factor
update identity.second_factor set confirmed_at = $2 where user_id = $1 and confirmed_at is null;

-- identity.confirmed_factors
select user_id, sealed_secret, last_step from identity.second_factor
   where confirmed_at is not null order by confirmed_at desc, user_id limit $1;

-- identity.contacts_of
select user_id, kind, sealed, contact_index, verified_at from identity.contact where user_id = $1 order by kind desc;

-- identity.count_recovery_codes
select count(*)::integer as unused from identity.recovery_code where user_id = $1 and used_at is null;

-- identity.current_token_of
select issued_at from identity.session_token where user_id = $1 and session_id = $2 and superseded_at is null;

-- identity.delete_contacts
delete from identity.contact where user_id = $1;

-- identity.delete_credential
delete from identity.credential where user_id = $1;

-- identity.delete_factor
delete from identity.second_factor where user_id = $1;

-- identity.delete_mail_tokens
delete from identity.mail_token where user_id = $1;

-- identity.delete_recovery_codes
delete from identity.recovery_code where user_id = $1;

-- identity.delete_sessions_of
delete from identity.session where user_id = $1;

-- identity.delete_username
delete from identity.username where user_id = $1 returning name_index;

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

-- identity.find_by_name
select n.user_id, n.pin_hash from identity.identifier i join identity.username n on n.user_id = i.user_id
   where i.value = $1 and i.kind = 'username';

-- identity.find_challenge
select attempts, used_at is null and superseded_at is null and expires_at > $2 as live
   from identity.otp_challenge where id = $1;

-- identity.find_credential
select c.password_hash, a.status from identity.credential c
   join identity.user_account a on a.user_id = c.user_id where c.user_id = $1;

-- identity.find_factor
select sealed_secret, last_step, blocked_until, created_at, confirmed_at
   from identity.second_factor where user_id = $1;

-- identity.find_identifier
select user_id from identity.identifier where value = $1;

-- identity.find_presented
select s.created_at, s.authenticated_at, s.last_seen_at, t.issued_at, t.first_used_at, t.superseded_at,
     s.second_factor_at,
     exists (select 1 from identity.second_factor f
       where f.user_id = a.user_id and f.confirmed_at is not null) as has_factor,
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

-- identity.find_username
select sealed, name_index, pin_hash from identity.username where user_id = $1;

-- identity.forget_second_factor
update identity.session set second_factor_at = null where user_id = $1 and second_factor_at is not null;

-- identity.forgive_failures
update identity.second_factor set failures = 0, blocked_until = $2 where user_id = $1;

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

-- identity.insert_recovery_codes
insert into identity.recovery_code (user_id, code_hash, created_at)
   select $1, hash, $3 from unnest($2::text[]) as hash;

-- identity.insert_session
insert into identity.session (user_id, id, device, ip, created_at, authenticated_at, last_seen_at)
   values ($1, $2, $3, $4, $5, $5, $5);

-- identity.insert_token
insert into identity.session_token (user_id, session_id, generation, token_hash, issued_at)
   select $1::uuid, $2::uuid, coalesce(max(generation), 0) + 1, $3, $4
   from identity.session_token where user_id = $1 and session_id = $2;

-- identity.insert_username
insert into identity.username (user_id, sealed, name_index, pin_hash, created_at, changed_at)
   values ($1, $2, $3, $4, $5, $5);

-- identity.lock_account
select user_id, status, locale, created_at, last_sign_in_at, suspended_at, suspended_reason
   from identity.user_account where user_id = $1 for update;

-- identity.lock_destination
select challenge_id, resend_at from identity.otp_destination where destination = $1 for update;

-- identity.lock_session
select id from identity.session where user_id = $1 and id = $2 and ended_at is null for update;

-- identity.lock_username
select sealed, name_index, pin_hash from identity.username where user_id = $1 for update;

-- identity.mark_erased
update identity.user_account set status = 'erased', erased_at = $2, suspended_reason = null
   where user_id = $1 and status <> 'erased';

-- identity.note_second_factor
update identity.session set second_factor_at = $3 where user_id = $1 and id = $2 and ended_at is null;

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
delete from identity.session where created_at < $1 and not (user_id = any($2::uuid[]));

-- identity.remove_throttles
delete from identity.sign_in_throttle where last_attempt_at < $1;

-- identity.rename_username
update identity.username set sealed = $2, name_index = $3, changed_at = $4 where user_id = $1;

-- identity.replace_contact
update identity.contact set sealed = $3, contact_index = $4, verified_at = $5, created_at = $6
   where user_id = $1 and kind = $2;

-- identity.sessions_of
select id, device, ip, created_at, authenticated_at, last_seen_at from identity.session
   where user_id = $1 and ended_at is null and last_seen_at > $2 and created_at > $3
   order by last_seen_at desc, id limit $4;

-- identity.set_locale
update identity.user_account set locale = $2 where user_id = $1;

-- identity.standings
select a.user_id, a.status, a.last_sign_in_at, f.confirmed_at as second_factor_at
   from identity.user_account a left join identity.second_factor f on f.user_id = a.user_id
   where a.user_id = any($1::uuid[]);

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

-- identity.take_step
update identity.second_factor set last_step = $2, failures = 0, blocked_until = $4
   where user_id = $1 and sealed_secret = $5 and (last_step < $2 or last_step > $3);

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

-- identity.use_recovery_code
update identity.recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null;

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

-- kernel.knock
select pg_notify('jobs:insert', $1);

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

-- kernel.tell_changes
select pg_notify('teranga_changes', $1);

-- learning.answered_before
select id, exercise_id, subject, concept, choices, given, correct, hints, seconds, answered_at, day from learning.answer
   where learner_id = $1 and (id = any($2::uuid[]) or exercise_id = any($3::uuid[]));

-- learning.answers_of
select id, exercise_id, subject, concept, choices, given, correct, hints, seconds, answered_at, day from learning.answer where learner_id = $1 order by answered_at, id;

-- learning.answers_on
select id, exercise_id, subject, concept, choices, given, correct, hints, seconds, answered_at, day from learning.answer
   where learner_id = $1 and subject = any($2::text[]) and concept = any($3::text[])
   order by answered_at, id;

-- learning.count_days
with by_concept as (
     insert into learning.concept_day as c (learner_id, day, subject, concept, answers, right_answers, seconds)
     select $1::uuid, n.day, n.subject, n.concept, n.answers, n.right_answers, n.seconds
     from unnest($3::date[], $4::text[], $5::text[], $6::integer[], $7::integer[], $8::integer[])
       as n (day, subject, concept, answers, right_answers, seconds)
     on conflict (learner_id, day, subject, concept) do update set answers = c.answers + excluded.answers,
       right_answers = c.right_answers + excluded.right_answers, seconds = c.seconds + excluded.seconds)
   insert into learning.study_day as d (learner_id, day, answers, right_answers, seconds, counts)
   select $1::uuid, n.day, sum(n.answers), sum(n.right_answers), sum(n.seconds), sum(n.answers) >= $2::integer
   from unnest($3::date[], $6::integer[], $7::integer[], $8::integer[]) as n (day, answers, right_answers, seconds)
   group by n.day
   on conflict (learner_id, day) do update set answers = d.answers + excluded.answers,
     right_answers = d.right_answers + excluded.right_answers, seconds = d.seconds + excluded.seconds,
     counts = d.counts or d.answers + excluded.answers >= $2::integer
   returning day, answers, counts;

-- learning.counted_between
select coalesce(array_agg(day order by day), '{}') as days from learning.study_day
   where learner_id = $1 and day between $2 and $3 and counts;

-- learning.counted_days
select day from learning.study_day where learner_id = $1 and counts order by day;

-- learning.days_between
select day, answers, right_answers, seconds, counts from learning.study_day
   where learner_id = $1 and day between $2 and $3 order by day;

-- learning.drop_concept_days
delete from learning.concept_day where learner_id = $1;

-- learning.drop_days
delete from learning.study_day where learner_id = $1;

-- learning.enrol
insert into learning.enrolment (learner_id, subject, enrolled_at) values ($1, $2, $3) on conflict do nothing;

-- learning.enrolments_of
select subject, enrolled_at from learning.enrolment where learner_id = $1 order by enrolled_at, subject limit 100;

-- learning.erase_answers
delete from learning.answer where learner_id = any($1::uuid[]);

-- learning.erase_concept_days
delete from learning.concept_day where learner_id = any($1::uuid[]);

-- learning.erase_days
delete from learning.study_day where learner_id = any($1::uuid[]);

-- learning.erase_enrolments
delete from learning.enrolment where learner_id = any($1::uuid[]);

-- learning.erase_learners
delete from learning.learner where learner_id = any($1::uuid[]);

-- learning.erase_mastery
delete from learning.mastery where learner_id = any($1::uuid[]);

-- learning.everybody_between
select day, count(*)::integer as learners, sum(answers)::integer as answers,
     sum(right_answers)::integer as right_answers, sum(seconds)::integer as seconds
   from learning.study_day where day between $1 and $2 group by day order by day;

-- learning.find_learner
select time_zone, streak_day, streak_days, streak_longest, freezes_used from learning.learner where learner_id = $1;

-- learning.find_learners
select learner_id, created_at, last_at, time_zone, streak_days, streak_day, streak_longest, freezes_used
   from learning.learner
   where learner_id = any($1::uuid[]) limit $2;

-- learning.hard_between
select subject, concept, count(distinct learner_id)::integer as learners, sum(answers)::integer as answers,
     sum(right_answers)::integer as right_answers
   from learning.concept_day where day between $1 and $2
   group by subject, concept having count(distinct learner_id) >= $3
   order by sum(right_answers)::numeric / sum(answers), sum(answers) desc, subject, concept limit $4;

-- learning.idle_learners
select learner_id from learning.learner where last_at < $1 and not (learner_id = any($3::uuid[]))
   order by last_at, learner_id limit $2 for update skip locked;

-- learning.insert_answers
insert into learning.answer (learner_id, received_at, time_zone, id, exercise_id, subject, course_version, concept, template,
     seed, choices, given, correct, hints, seconds, answered_at, day, clamped, late)
   select $1::uuid, $2::timestamptz, $3::text, a.id, a.exercise_id, a.subject, a.course_version, a.concept, a.template, a.seed, a.choices,
     a.given, a.correct, a.hints, a.seconds, a.answered_at, a.day, a.clamped, a.late
   from unnest($4::uuid[], $5::uuid[], $6::text[], $7::integer[], $8::text[], $9::text[], $10::bigint[], $11::smallint[],
     $12::text[], $13::boolean[], $14::smallint[], $15::integer[], $16::timestamptz[], $17::date[], $18::boolean[],
     $19::boolean[])
     as a (id, exercise_id, subject, course_version, concept, template, seed, choices, given, correct, hints, seconds,
       answered_at, day, clamped, late)
   on conflict do nothing returning id, exercise_id;

-- learning.learners_between
select count(distinct learner_id)::integer as learners from learning.study_day where day between $1 and $2;

-- learning.list_answers
select id, subject, course_version, concept, template, seed, given, correct, hints, seconds, answered_at, received_at,
   day, clamped, late from learning.answer
   where learner_id = $1 and ($2::timestamptz is null or (answered_at, id) < ($2::timestamptz, $3::uuid))
   order by answered_at desc, id desc limit $4;

-- learning.lock_known_learner
select learner_id from learning.learner where learner_id = $1 for update;

-- learning.lock_learner
insert into learning.learner as l (learner_id, time_zone, last_at, created_at, updated_at) values ($1, $2, $3, $4, $4)
   on conflict (learner_id) do update set time_zone = excluded.time_zone,
     last_at = greatest(l.last_at, excluded.last_at), updated_at = excluded.updated_at
   returning streak_day, streak_days, streak_longest, freezes_used;

-- learning.mastered_of
select subject, concept, mastered_at from learning.mastery
   where learner_id = $1 and mastered_at is not null order by mastered_at desc limit $2;

-- learning.mastery_of
select m.subject, m.concept, m.model_version, m.probability, m.deviation,
     case when m.concept = any($3::text[]) then m.trace end as trace, m.answers, m.right_answers, m.lately, m.last_at,
     m.last_answer_id, m.mastered_at, m.due_at,
     case when m.concept = any($3::text[]) then m.reviewed_at end as reviewed_at, m.stability, m.difficulty, m.repetitions,
     m.lapses, (select string_agg(a.concept || '/' || a.template, chr(10) order by a.answered_at desc, a.id desc)
      from (select concept, template, answered_at, id from learning.answer
            where learner_id = $1 and subject = $4 order by answered_at desc, id desc limit $5) as a) as recent
   from learning.mastery m where m.learner_id = $1 and m.subject = any($2::text[]);

-- learning.outdated_mastery
select m.learner_id, m.subject, m.concept from learning.mastery m
   join unnest($1::text[], $2::text[], $3::text[]) as c (subject, concept, model_version)
     on c.subject = m.subject and c.concept = m.concept
   where m.model_version <> c.model_version order by m.learner_id limit $4;

-- learning.save_mastery
insert into learning.mastery (learner_id, subject, concept, id, model_version, probability, deviation, trace, answers,
     right_answers, lately, last_at, last_answer_id, mastered_at, due_at, reviewed_at, stability, difficulty, repetitions, lapses)
   select $1::uuid, m.subject, m.concept, m.id, m.model_version, m.probability, m.deviation, m.trace::double precision[], m.answers,
     m.right_answers, m.lately, m.last_at, m.last_answer_id, m.mastered_at, m.due_at, m.reviewed_at, m.stability,
     m.difficulty, m.repetitions, m.lapses
   from unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::double precision[], $7::double precision[], $8::text[],
     $9::integer[], $10::integer[], $11::smallint[], $12::timestamptz[], $13::uuid[], $14::timestamptz[], $15::timestamptz[],
     $16::timestamptz[], $17::double precision[], $18::double precision[], $19::integer[], $20::integer[])
     as m (subject, concept, id, model_version, probability, deviation, trace, answers, right_answers, lately, last_at,
       last_answer_id, mastered_at, due_at, reviewed_at, stability, difficulty, repetitions, lapses)
   on conflict (learner_id, subject, concept) do update set model_version = excluded.model_version,
     probability = excluded.probability, deviation = excluded.deviation, trace = excluded.trace, answers = excluded.answers,
     right_answers = excluded.right_answers, lately = excluded.lately, last_at = excluded.last_at,
     last_answer_id = excluded.last_answer_id, mastered_at = excluded.mastered_at, due_at = excluded.due_at,
     reviewed_at = excluded.reviewed_at, stability = excluded.stability, difficulty = excluded.difficulty,
     repetitions = excluded.repetitions, lapses = excluded.lapses;

-- learning.save_streak
update learning.learner set streak_day = $2, streak_days = $3, streak_longest = $4, freezes_used = $5, updated_at = $6
   where learner_id = $1;

-- learning.streaks_near
select learner_id, time_zone, risk_told_on, streak_day, streak_days, streak_longest, freezes_used from learning.learner
   where streak_days > 0 and streak_day >= $1 and learner_id > $2 order by learner_id limit $3;

-- learning.tell_risk
update learning.learner set risk_told_on = $2 where learner_id = $1 and risk_told_on is distinct from $2
   returning learner_id;

-- learning.weeks_between
select w.day, sum(w.answers)::integer as answers, sum(w.right_answers)::integer as right_answers,
     sum(w.seconds)::integer as seconds, count(*)::integer as days
   from (select day - (extract(isodow from day)::integer - $4::integer + 7) % 7 as day, answers, right_answers, seconds
         from learning.study_day where learner_id = $1 and day between $2 and $3) as w
   group by w.day order by w.day;

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
     where f.owner_id = $1 and f.account_id = $2 and f.up_to <= $3 order by f.up_to desc limit 1),
   base as materialized (
     select coalesce((select up_to from fold), '-infinity'::timestamptz) as up_to,
       coalesce((select amount_minor from fold), 0) as amount_minor)
   select ((select amount_minor from base) + coalesce(sum(e.amount_minor), 0))::bigint as posted_minor,
     0::bigint as held_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.recorded_at > (select up_to from base) and e.recorded_at <= $3;

-- ledger.balances_by_kind
select a.kind, a.asset, count(*) as accounts, sum(s.amount_minor)::bigint as balance_minor
   from (
     select b.owner_id, b.account_id, b.posted_minor as amount_minor from ledger.balance b where b.posted_minor <> 0
     union all
     select d.owner_id, d.id, coalesce(f.amount_minor, 0) + e.amount_minor
     from ledger.account d
     left join lateral (
       select x.up_to, x.amount_minor from ledger.account_fold x
       where x.owner_id = d.owner_id and x.account_id = d.id order by x.up_to desc limit 1) f on true
     cross join lateral (
       select coalesce(sum(y.amount_minor), 0) as amount_minor from ledger.entry y
       where y.owner_id = d.owner_id and y.account_id = d.id
         and y.recorded_at > coalesce(f.up_to, '-infinity'::timestamptz)) e
     where d.mode = 'deferred') s
   join ledger.account a on a.owner_id = s.owner_id and a.id = s.account_id
   where s.amount_minor <> 0
   group by a.kind, a.asset order by a.asset, a.kind;

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
       and x.recorded_at > case when p.up_to is null then '-infinity' else p.up_to end) e on true
   order by c.owner_id, c.account_id, c.up_to;

-- ledger.check_window
with bound as materialized (
     select coalesce((select t.recorded_at from ledger.transfer t where t.recorded_at > $1 and t.recorded_at <= $2
       order by t.recorded_at offset $3 limit 1), $2::timestamptz) as upper),
   chosen as materialized (
     select t.owner_id, t.id, t.kind, t.recorded_at, t.effective_at, t.leg_owner_ids, t.leg_account_ids, t.leg_assets,
       t.leg_amounts_minor
     from ledger.transfer t where t.recorded_at > $1 and t.recorded_at <= (select upper from bound)),
   leg as materialized (
     select c.owner_id as transfer_owner_id, c.id as transfer_id, c.kind, c.recorded_at, c.effective_at, l.owner_id,
       l.account_id, l.amount, l.no
     from chosen c
     cross join unnest(c.leg_owner_ids, c.leg_account_ids, c.leg_assets, c.leg_amounts_minor)
       with ordinality as l (owner_id, account_id, asset, amount, no)
     join ledger.account a on a.owner_id = l.owner_id and a.id = l.account_id and a.asset = l.asset),
   entered as materialized (
     select e.owner_id, e.account_id, e.recorded_at, e.transfer_owner_id, e.transfer_id, e.leg_no, e.kind, e.amount_minor,
       e.effective_at
     from ledger.entry e where e.recorded_at > $1 and e.recorded_at <= (select upper from bound)),
   pair as materialized (
     select e.transfer_owner_id, e.transfer_id, e.owner_id, e.account_id, l.transfer_id is not null as rooted
     from entered e
     left join leg l on l.transfer_id = e.transfer_id and l.transfer_owner_id = e.transfer_owner_id
       and l.owner_id = e.owner_id and l.account_id = e.account_id and l.amount = e.amount_minor and l.no = e.leg_no
       and l.recorded_at = e.recorded_at and l.kind = e.kind and l.effective_at = e.effective_at),
   found as (
     select p.transfer_owner_id, p.transfer_id, count(*)::int as entered from pair p where p.rooted
     group by p.transfer_owner_id, p.transfer_id),
   judged as (
     select c.owner_id, c.id, ledger.sums_to_zero(c.leg_assets, c.leg_amounts_minor) as balanced,
       cardinality(c.leg_account_ids) as legs, coalesce(f.entered, 0) as entered
     from chosen c left join found f on f.transfer_id = c.id and f.transfer_owner_id = c.owner_id)
   select b.upper, (select count(*) from chosen) as transfers, (select count(*) from entered) as entries,
     coalesce((select jsonb_agg(to_jsonb(j) order by j.owner_id, j.id) from judged j
       where not j.balanced or j.legs <> j.entered), '[]'::jsonb) as wrong,
     coalesce((select jsonb_agg(jsonb_build_object('owner_id', p.owner_id, 'account_id', p.account_id,
       'transfer_id', p.transfer_id)) from pair p where not p.rooted), '[]'::jsonb) as orphans,
     coalesce((select jsonb_agg(to_jsonb(d)) from (select distinct l.owner_id, l.account_id from leg l where $4::boolean) d),
       '[]'::jsonb) as touched
   from bound b;

-- ledger.create_partitions
select ledger.create_partitions($1, $2) as made;

-- ledger.deferred_balance
with fold as materialized (
     select f.up_to, f.amount_minor from ledger.account_fold f
     where f.owner_id = $1 and f.account_id = $2  order by f.up_to desc limit 1),
   base as materialized (
     select coalesce((select up_to from fold), '-infinity'::timestamptz) as up_to,
       coalesce((select amount_minor from fold), 0) as amount_minor)
   select ((select amount_minor from base) + coalesce(sum(e.amount_minor), 0))::bigint as posted_minor,
     0::bigint as held_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.recorded_at > (select up_to from base);

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

-- ledger.inquire_accounts
select owner_id, id, kind, ref, asset from ledger.account where id = any($1::uuid[]) limit $2;

-- ledger.inquire_transfers
with recursive kind (name) as (
     (select t.kind from ledger.transfer t order by t.kind limit 1)
     union all
     select (select t.kind from ledger.transfer t where t.kind > k.name order by t.kind limit 1)
     from kind k where k.name is not null)
   select t.owner_id, t.id, t.kind, t.leg_owner_ids, t.leg_account_ids, t.leg_assets, t.leg_amounts_minor, t.reverses_id,
     t.reason, t.metadata, t.effective_at, t.recorded_at, t.request_id, t.actor
   from kind k cross join unnest($1::uuid[]) as wanted (id)
   join ledger.transfer t on t.kind = k.name and t.id = wanted.id
   where k.name is not null limit $2;

-- ledger.latest_proof
select id, scope, started_at, finished_at, cut_off, passed, counts, discrepancies, resume from ledger.proof
   order by recorded_at desc, id desc limit 1;

-- ledger.list_accounts
select a.owner_id, a.id, a.kind, a.ref, a.asset, a.mode, a.opened_at, a.frozen_at, a.frozen_reason,
     b.posted_minor, b.held_minor, b.floor_minor
   from ledger.account a left join ledger.balance b on b.owner_id = a.owner_id and b.account_id = a.id
   where a.owner_id = $1 and ($2::text is null or a.kind = $2) and a.id > $3::uuid
   order by a.id limit $4;

-- ledger.list_accounts_of_kind
select a.owner_id, a.id, a.kind, a.ref, a.asset, a.mode, a.opened_at, a.frozen_at, a.frozen_reason,
     b.posted_minor, b.held_minor, b.floor_minor
   from ledger.account a left join ledger.balance b on b.owner_id = a.owner_id and b.account_id = a.id where a.kind = $1 and a.id > $2::uuid order by a.id limit $3;

-- ledger.list_all_accounts
select a.owner_id, a.id, a.kind, a.ref, a.asset, a.mode, a.opened_at, a.frozen_at, a.frozen_reason,
     b.posted_minor, b.held_minor, b.floor_minor
   from ledger.account a left join ledger.balance b on b.owner_id = a.owner_id and b.account_id = a.id where a.id > $1::uuid order by a.id limit $2;

-- ledger.list_entries
select e.recorded_at, e.effective_at, e.transfer_owner_id, e.transfer_id, e.kind, e.amount_minor, e.account_version,
     e.balance_after_minor
   from ledger.entry e
   where e.owner_id = $1 and e.account_id = $2 and e.recorded_at <= $3
     and (e.recorded_at, coalesce(e.account_version, 0), e.transfer_owner_id, e.transfer_id)
       < ($3::timestamptz, $4::bigint, $5::uuid, $6::uuid)
     and e.recorded_at >= $8
   order by e.recorded_at desc, coalesce(e.account_version, 0) desc, e.transfer_owner_id desc, e.transfer_id desc
   limit $7;

-- ledger.list_proofs
select id, scope, started_at, finished_at, cut_off, passed, counts, discrepancies, resume, recorded_at from ledger.proof
   where (recorded_at, id) < ($1::timestamptz, $2::uuid) order by recorded_at desc, id desc limit $3;

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

-- media.erase_addresses
delete from media.address where owner_id = $1;

-- media.erase_images
delete from media.image where owner_id = $1;

-- media.erase_shelf
delete from media.shelf where owner_id = $1;

-- media.find_rendition
select r.owner_id, r.content_type, r.digest, r.bytes from media.rendition r
   where (r.owner_id, r.image_id) in (select a.owner_id, a.image_id from media.address a where a.image = $1) and r.size = $2;

-- media.give_place_back
update media.shelf set images = images - 1 where owner_id = $1 and images > 0;

-- media.insert_address
insert into media.address (image, owner_id, image_id) values ($1, $2, $3) on conflict on constraint address_pkey do nothing;

-- media.insert_image
insert into media.image (owner_id, id, sent_at) values ($1, $2, $3) on conflict on constraint image_pkey do nothing;

-- media.insert_rendition
insert into media.rendition (owner_id, image_id, size, width, height, content_type, digest, bytes)
   values ($1, $2, $3, $4, $5, $6, $7, $8);

-- media.list_of
select id, sent_at, used_at from media.image where owner_id = $1 order by sent_at, id limit $2;

-- media.remove_addresses
delete from media.address where image = any($1);

-- media.remove_unused
delete from media.image where used_at is null and sent_at < $1 and not (owner_id = any($2::uuid[]))
   returning owner_id, id;

-- media.take_place
insert into media.shelf (owner_id, images) values ($1, 1)
   on conflict on constraint shelf_pkey do update set images = shelf.images + 1;

-- media.touch_image
update media.image set sent_at = $3 where owner_id = $1 and id = $2;

-- media.use_image
update media.image set used_at = coalesce(used_at, $3) where owner_id = $1 and id = $2;

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

-- merchants.inquire_partners
select p.id, p.name, p.status, p.created_at, p.verified_at from merchants.partner p
   where p.id = any($1::uuid[])
     or p.id in (select v.partner_id from merchants.venue v where v.id = any($1::uuid[]))
     or ($2::text is not null and position(lower($2) in lower(p.name)) > 0)
   order by p.name, p.id limit $3;

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
  about_id, category, created_at, sent_at;

-- messaging.erase_of
update messaging.outgoing set address = null, subject = null, body = null where owner_id = $1;

-- messaging.find_abandoned
select owner_id, id from messaging.outgoing where status = 'sending' and not_before < $1 order by not_before limit $2;

-- messaging.find_due
select owner_id, id from messaging.outgoing where status = 'queued' and not_before <= $1 order by not_before limit $2;

-- messaging.inquire_message
select owner_id, id, message_key, channel, address, status, attempts, error, about_type, about_id, created_at, sent_at,
  failed_at, locale, subject, body, provider_id, not_before from messaging.outgoing where id = $1 limit 1;

-- messaging.inquire_messages
select owner_id, id, message_key, channel, address, status, attempts, error, about_type, about_id, created_at, sent_at,
  failed_at from messaging.outgoing where (owner_id, id) in (
     select i.owner_id, i.id from messaging.outgoing i where i.id = any($1::uuid[])
     union (select o.owner_id, o.id from messaging.outgoing o where o.owner_id = any($2::uuid[])
       order by o.created_at desc limit $4)
     union (select a.owner_id, a.id from messaging.outgoing a where a.about_id = any($3::uuid[])
       order by a.created_at desc limit $4))
   order by created_at desc, id desc limit $4;

-- messaging.inquire_newest
select owner_id, id, message_key, channel, address, status, attempts, error, about_type, about_id, created_at, sent_at,
  failed_at from messaging.outgoing order by created_at desc, id desc limit $1;

-- messaging.insert_outgoing
insert into messaging.outgoing (owner_id, id, message_key, channel, locale, critical, address, subject, body, dedupe_key,
     about_type, about_id, not_before, created_at, category)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
   on conflict on constraint outgoing_once do nothing;

-- messaging.list_about
select owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, category, created_at, sent_at from messaging.outgoing where about_id = $1 order by created_at, id limit $2;

-- messaging.list_of
select owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, category, created_at, sent_at from messaging.outgoing where owner_id = $1 order by created_at desc limit $2;

-- messaging.list_recent
select owner_id, id, message_key, channel, locale, address, subject, body, status, attempts, error, about_type,
  about_id, category, created_at, sent_at from messaging.outgoing order by created_at desc, id desc limit $1;

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
delete from messaging.outgoing where created_at < $1 and not (owner_id = any($2::uuid[]));

-- metering.close_grant
update metering.quota_grant set closes_at = least(closes_at, $3) where subject_id = $1 and id = $2 and ended_at is null;

-- metering.costs_by_subject
with cost as (
     select t.subject_id, sum(t.events)::bigint as events, sum(t.cost_usd_micros)::bigint as cost_usd_micros,
       coalesce(sum(round(t.cost_usd_micros::numeric * r.micros_per_usd / 1000000)), 0)::bigint as cost_micros,
       count(*) filter (where r.micros_per_usd is null and t.cost_usd_micros > 0) as unrated_days
     from metering.usage_total t
     left join lateral (
       select x.micros_per_usd from metering.exchange_rate x where x.currency = $3 and x.day <= t.day
       order by x.day desc, x.recorded_at desc, x.id desc limit 1) r on true
     where t.day >= $1 and t.day < $2 and ($4::uuid is null or t.subject_id = $4)
     group by t.subject_id)
   select c.subject_id, c.events, c.cost_usd_micros, c.cost_micros, c.unrated_days from cost c
   where $5::bigint is null or (c.cost_usd_micros, c.subject_id) < ($5::bigint, $6::uuid)
   order by c.cost_usd_micros desc, c.subject_id desc limit $7;

-- metering.create_partitions
select metering.create_partitions($1, $2) as made;

-- metering.due_grants
select subject_id, id, meter, closes_at from metering.quota_grant
   where ended_at is null and closes_at <= $1 and (closes_at, id) > ($2::timestamptz, $3::uuid)
   order by closes_at, id limit $4;

-- metering.end_grant
update metering.quota_grant set ended_at = $3, left_over = $4, end_transfer_id = $5
   where subject_id = $1 and id = $2 and ended_at is null;

-- metering.erase_usage
select metering.erase_usage($1, $2);

-- metering.erased_with_usage
select e.subject_id from metering.usage_erased e
   where exists (select from metering.usage_total t where t.subject_id = e.subject_id) limit 100;

-- metering.events_of
select id, session_id, service, provider, model, tokens_in, tokens_out, speech_seconds, occurred_at, cost_usd_micros
   from metering.usage_event where subject_id = $1 order by day desc, id limit $2;

-- metering.expected_ended
select end_transfer_id as transfer_id, left_over as amount_minor from metering.quota_grant
   where end_transfer_id is not null and ($1::uuid is null or end_transfer_id > $1) order by end_transfer_id limit $2;

-- metering.expected_granted
select transfer_id, amount as amount_minor from metering.quota_grant where $1::uuid is null or transfer_id > $1
   order by transfer_id limit $2;

-- metering.expected_used
select transfer_id, taken as amount_minor from metering.reservation_part
   where transfer_id is not null and ($1::uuid is null or transfer_id > $1) order by transfer_id limit $2;

-- metering.find_grant
select subject_id, id, meter, amount, period_start, period_end, closes_at, granted_at, taken, ended_at, left_over from metering.quota_grant where subject_id = $1 and id = $2;

-- metering.find_price
select id, provider, model, valid_from, input_micro_usd_per_million, output_micro_usd_per_million,
  second_micro_usd_per_million, recorded_at from metering.price where provider = $1 and model = $2 and valid_from = $3;

-- metering.find_reservation
select r.subject_id, r.id, r.meter, r.estimate, r.state, r.reserved_at, r.expires_at, r.used, r.taken from metering.reservation r where r.subject_id = $1 and r.id = $2;

-- metering.grants_of
select subject_id, id, meter, amount, period_start, period_end, closes_at, granted_at, taken, ended_at, left_over from metering.quota_grant where subject_id = $1 order by granted_at desc, id desc limit $2;

-- metering.insert_grant
insert into metering.quota_grant (subject_id, id, meter, amount, period_start, period_end, closes_at, granted_at,
     transfer_id)
   values ($1, $2, $3, $4, $5, $6, $6, $7, $8) on conflict on constraint quota_grant_pkey do nothing;

-- metering.insert_held_parts
insert into metering.reservation_part (subject_id, reservation_id, no, grant_id, hold_id, held, taken)
   select $1::uuid, $2::uuid, p.no, p.grant_id, p.hold_id, p.held, 0
   from unnest($3::uuid[], $4::uuid[], $5::bigint[]) with ordinality as p (grant_id, hold_id, held, no);

-- metering.insert_price
insert into metering.price (id, provider, model, valid_from, input_micro_usd_per_million, output_micro_usd_per_million,
     second_micro_usd_per_million, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint price_once do nothing;

-- metering.insert_rate
insert into metering.exchange_rate (id, currency, day, micros_per_usd, source, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, $6, $7);

-- metering.insert_reservation
insert into metering.reservation (subject_id, id, meter, estimate, state, reserved_at, expires_at)
   select $1::uuid, $2::uuid, $3, $4::bigint, 'held', $5::timestamptz, $6::timestamptz
   from metering.quota where subject_id = $1 and meter = $3
   on conflict on constraint reservation_pkey do nothing;

-- metering.list_prices
select id, provider, model, valid_from, input_micro_usd_per_million, output_micro_usd_per_million,
  second_micro_usd_per_million, recorded_at from metering.price
   where $1::timestamptz is null or (valid_from, id) < ($1::timestamptz, $2::uuid)
   order by valid_from desc, id desc limit $3;

-- metering.list_rates
select id, currency, day, micros_per_usd, source, recorded_at from metering.exchange_rate
   where currency = $1 and ($2::date is null or (day, recorded_at, id) < ($2::date, $3::timestamptz, $4::uuid))
   order by day desc, recorded_at desc, id desc limit $5;

-- metering.lock_open_grants
select g.id as grant_id
   from metering.quota q
   left join metering.quota_grant g on g.subject_id = q.subject_id and g.meter = q.meter and g.ended_at is null
     and g.period_start <= $3 and g.closes_at > $3
   where q.subject_id = $1 and q.meter = $2
   order by g.closes_at, g.id
   for no key update of q;

-- metering.lock_quota
select from metering.quota where subject_id = $1 and meter = $2 for no key update;

-- metering.lock_reservation
select r.subject_id, r.id, r.meter, r.estimate, r.state, r.reserved_at, r.expires_at, r.used, r.taken,
     array(select p.grant_id from metering.reservation_part p
       where p.subject_id = r.subject_id and p.reservation_id = r.id and p.held > 0 order by p.no) as grant_ids,
     array(select p.hold_id from metering.reservation_part p
       where p.subject_id = r.subject_id and p.reservation_id = r.id and p.held > 0 order by p.no) as hold_ids,
     array(select p.held from metering.reservation_part p
       where p.subject_id = r.subject_id and p.reservation_id = r.id and p.held > 0 order by p.no) as held
   from metering.reservation r
   join metering.quota q on q.subject_id = r.subject_id and q.meter = r.meter
   where r.subject_id = $1 and r.id = $2
   for no key update of r, q;

-- metering.note_alert
update metering.quota set alerted_until = $3, alerted_percent = $4 where subject_id = $1 and meter = $2;

-- metering.oldest_usage_month
select date_trunc('month', day)::date as month from metering.usage_event
   where day < $1 and not (subject_id = any($2::uuid[])) order by day limit 1;

-- metering.open_grants_of
select subject_id, id, meter, amount, period_start, period_end, closes_at, granted_at, taken, ended_at, left_over from metering.quota_grant
   where subject_id = $1 and ended_at is null and period_start <= $2 and closes_at > $2
   order by meter, closes_at, id limit $3;

-- metering.open_quota
insert into metering.quota (subject_id, meter) values ($1, $2) on conflict on constraint quota_pkey do nothing;

-- metering.price_waiting
with offer as materialized (
     select p.provider, p.model, p.id, p.valid_from,
       lead(p.valid_from, 1, 'infinity') over (partition by p.provider, p.model order by p.valid_from) as valid_to,
       p.input_micro_usd_per_million, p.output_micro_usd_per_million, p.second_micro_usd_per_million
     from metering.price p),
   due as materialized (
     select e.subject_id, e.day, e.id, p.id as price_id,
       round((e.tokens_in::numeric * p.input_micro_usd_per_million + e.tokens_out::numeric * p.output_micro_usd_per_million
         + e.speech_seconds::numeric * p.second_micro_usd_per_million) / 1000000)::bigint as cost_usd_micros
     from metering.usage_event e
     join offer p on p.provider = e.provider and p.model = e.model
       and e.occurred_at >= p.valid_from and e.occurred_at < p.valid_to
     where e.price_id is null and e.day >= $1 limit $2),
   priced as (
     update metering.usage_event e set price_id = d.price_id, cost_usd_micros = d.cost_usd_micros
     from due d
     where e.subject_id = d.subject_id and e.day = d.day and e.id = d.id and e.day >= $1 and e.price_id is null
     returning e.subject_id, e.day, e.service, e.cost_usd_micros),
   summed as (
     select p.subject_id, p.day, p.service, count(*) as events, sum(p.cost_usd_micros)::bigint as cost_usd_micros
     from priced p group by p.subject_id, p.day, p.service),
   added as (
     update metering.usage_total t set unpriced = t.unpriced - s.events,
       cost_usd_micros = t.cost_usd_micros + s.cost_usd_micros
     from summed s where t.subject_id = s.subject_id and t.day = s.day and t.service = s.service)
   select count(*) as priced from priced;

-- metering.rate_on
select id, currency, day, micros_per_usd, source, recorded_at from metering.exchange_rate
   where currency = $1 and day <= $2 order by day desc, recorded_at desc, id desc limit 1;

-- metering.release_reservation
update metering.reservation set state = 'released', resolved_at = $3
   where subject_id = $1 and id = $2 and state = 'held';

-- metering.remove_month
select metering.remove_month($1, $2, $3::uuid[]) as removed;

-- metering.settle_reservation
with part as materialized (
     select p.no::smallint as no, p.grant_id, p.taken, p.transfer_id
     from unnest($6::integer[], $7::uuid[], $8::bigint[], $9::uuid[]) as p (no, grant_id, taken, transfer_id)),
   resolved as (
     update metering.reservation set state = 'settled', used = $3, taken = $4, resolved_at = $5
     where subject_id = $1 and id = $2),
   of_held as (
     update metering.reservation_part x set taken = p.taken, transfer_id = p.transfer_id
     from part p where x.subject_id = $1 and x.reservation_id = $2 and x.no = p.no and p.no <= $10),
   beyond as (
     insert into metering.reservation_part (subject_id, reservation_id, no, grant_id, held, taken, transfer_id)
     select $1::uuid, $2::uuid, p.no, p.grant_id, 0, p.taken, p.transfer_id from part p where p.no > $10),
   added as materialized (
     select p.grant_id, sum(p.taken)::bigint as taken from part p group by p.grant_id),
   counted as (
     update metering.quota_grant g set taken = g.taken + a.taken
     from added a where g.subject_id = $1 and g.id = a.grant_id)
   select coalesce(sum(g.amount), 0)::bigint as granted,
     coalesce(sum(g.taken + coalesce(a.taken, 0)), 0)::bigint as taken,
     max(g.closes_at) as period_end, q.alerted_until, q.alerted_percent
   from metering.quota q
   left join metering.quota_grant g on g.subject_id = q.subject_id and g.meter = q.meter and g.ended_at is null
     and g.period_start <= $5 and g.closes_at > $5
   left join added a on a.grant_id = g.id
   where q.subject_id = $1 and q.meter = $11
   group by q.alerted_until, q.alerted_percent;

-- metering.take_in_usage
with given as materialized (
     select g.subject_id, g.id, g.session_id, g.service, g.provider, g.model, g.tokens_in, g.tokens_out, g.speech_seconds,
       g.occurred_at, (g.occurred_at at time zone $13)::date as day, g.metadata::jsonb as metadata
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::bigint[],
       $9::bigint[], $10::timestamptz[], $11::text[])
       as g (subject_id, id, session_id, service, provider, model, tokens_in, tokens_out, speech_seconds, occurred_at,
         metadata)),
   fresh as materialized (
     insert into metering.usage_key (subject_id, id, day)
     select g.subject_id, g.id, g.day from given g order by g.subject_id, g.id
     on conflict on constraint usage_key_pkey do nothing
     returning subject_id, id),
   offer as materialized (
     select p.provider, p.model, p.id, p.valid_from,
       lead(p.valid_from, 1, 'infinity') over (partition by p.provider, p.model order by p.valid_from) as valid_to,
       p.input_micro_usd_per_million, p.output_micro_usd_per_million, p.second_micro_usd_per_million
     from metering.price p
     where (p.provider, p.model) in (select g.provider, g.model from given g)),
   costed as materialized (
     select g.subject_id, g.id, g.session_id, g.service, g.provider, g.model, g.tokens_in, g.tokens_out, g.speech_seconds,
       g.occurred_at, g.day, g.metadata, p.id as price_id,
       round((g.tokens_in::numeric * p.input_micro_usd_per_million + g.tokens_out::numeric * p.output_micro_usd_per_million
         + g.speech_seconds::numeric * p.second_micro_usd_per_million) / 1000000)::bigint as cost_usd_micros,
       e.subject_id is not null as erased
     from given g
     join fresh f on f.subject_id = g.subject_id and f.id = g.id
     left join offer p on p.provider = g.provider and p.model = g.model
       and g.occurred_at >= p.valid_from and g.occurred_at < p.valid_to
     left join metering.usage_erased e on e.subject_id = g.subject_id),
   kept as (
     insert into metering.usage_event (subject_id, day, id, session_id, service, provider, model, tokens_in, tokens_out,
       speech_seconds, occurred_at, received_at, price_id, cost_usd_micros, metadata)
     select c.subject_id, c.day, c.id, c.session_id, c.service, c.provider, c.model, c.tokens_in, c.tokens_out,
       c.speech_seconds, c.occurred_at, $12::timestamptz, c.price_id, c.cost_usd_micros, c.metadata
     from costed c where not c.erased),
   summed as (
     insert into metering.usage_total as t (subject_id, day, service, events, unpriced, tokens_in, tokens_out,
       speech_seconds, cost_usd_micros)
     select case when c.erased then metering.erased_subject() else c.subject_id end, c.day, c.service, count(*),
       count(*) filter (where c.price_id is null and not c.erased), sum(c.tokens_in), sum(c.tokens_out),
       sum(c.speech_seconds), coalesce(sum(c.cost_usd_micros), 0)
     from costed c group by 1, 2, 3 order by 1, 2, 3
     on conflict on constraint usage_total_pkey do update set events = t.events + excluded.events,
       unpriced = t.unpriced + excluded.unpriced, tokens_in = t.tokens_in + excluded.tokens_in,
       tokens_out = t.tokens_out + excluded.tokens_out, speech_seconds = t.speech_seconds + excluded.speech_seconds,
       cost_usd_micros = t.cost_usd_micros + excluded.cost_usd_micros)
   select count(*) as counted from fresh;

-- metering.totals_by_service
select t.service, count(distinct t.subject_id) as subjects, sum(t.events)::bigint as events,
     sum(t.unpriced)::bigint as unpriced, sum(t.tokens_in)::bigint as tokens_in, sum(t.tokens_out)::bigint as tokens_out,
     sum(t.speech_seconds)::bigint as speech_seconds, sum(t.cost_usd_micros)::bigint as cost_usd_micros
   from metering.usage_total t where t.day >= $1 and t.day < $2 group by t.service order by t.service limit 100;

-- metering.totals_of
select t.day, t.service, t.events, t.tokens_in, t.tokens_out, t.speech_seconds, t.cost_usd_micros,
     case when t.cost_usd_micros = 0 then 0
       else round(t.cost_usd_micros::numeric * r.micros_per_usd / 1000000)::bigint end as cost_micros
   from metering.usage_total t
   left join lateral (
     select x.micros_per_usd from metering.exchange_rate x where x.currency = $4 and x.day <= t.day
     order by x.day desc, x.recorded_at desc, x.id desc limit 1) r on true where t.subject_id = $1 and t.day >= $2 and t.day < $3 order by t.day, t.service limit $5;

-- metering.usage_differences
select subject_id, day, service, events_counted, events_summed from metering.differences($1, $2, $3);

-- metering.usage_health
select (select count(*) from (
       select from metering.usage_event e where e.price_id is null and e.day >= $1 limit 1000) w) as unpriced,
     (select max(x.day) from metering.exchange_rate x where x.currency = $2) as newest_rate,
     exists (select from metering.usage_total t where t.day >= $3 and t.cost_usd_micros > 0) as costs;

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
delete from notifications.inbox where created_at < $1 and not (owner_id = any($2::uuid[]));

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

-- operations.retry_task
select count(*)::integer as retried from (
     select id from job_queue.job where task = $1 and last_error is not null and not running order by id limit $2) j
   cross join lateral job_queue.retry(j.id);

-- payments.backlog
select
     (select min(received_at) from payments.webhook_event where status = 'received') as oldest_event_at,
     (select count(1) from payments.webhook_event where status = 'unmatched') as unmatched_events,
     (select min(poll_at) from payments.payment where poll_at is not null) as oldest_poll_at,
     (select min(requested_at) from payments.refund where state = 'requested') as oldest_refund_at,
     (select count(1) from payments.payment p where p.state = 'disputed' and not exists (
        select from payments.refund r where r.owner_id = p.owner_id and r.payment_id = p.id and r.state = 'succeeded'
      )) as disputed_payments,
     (select count(1) from payments.webhook_event
      where status = 'disputed' and received_at > $1 and outcome not in ('dispute', 'contradiction')) as disputed_events,
     (select count(1) from payments.reversal where covered_at is null) as uncovered;

-- payments.claim_charge
update payments.payment set charge_asked_at = $3, opening_until = null, poll_at = $4
   where owner_id = $1 and id = $2 and state = 'created' and charge_asked_at is null and cancel_requested_at is null
   returning id;

-- payments.claim_charge_try
update payments.payment set opening_until = $3, open_attempts = open_attempts + 1
   where owner_id = $1 and id = $2 and state = 'created' and charge_asked_at is null and cancel_requested_at is null
   returning owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, save_card, card_id, charge_asked_at, plan_ref, open_attempts, opening_until, session_ref, launch_url,
  expires_at, cancel_requested_at, failure_code, polls, poll_at, created_at, opened_at, succeeded_at, ended_at;

-- payments.claim_opening
update payments.payment set opening_until = $3, open_attempts = open_attempts + 1
   where owner_id = $1 and id = $2 and state = 'created' and (opening_until is null or opening_until <= $4)
   returning owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, save_card, card_id, charge_asked_at, plan_ref, open_attempts, opening_until, session_ref, launch_url,
  expires_at, cancel_requested_at, failure_code, polls, poll_at, created_at, opened_at, succeeded_at, ended_at;

-- payments.claim_refund
update payments.refund f set attempts = attempts + 1, next_attempt_at = $3
   where owner_id = $1 and id = $2 and state = 'requested' and not exists (
     select from payments.refund o where o.owner_id = f.owner_id and o.payment_id = f.payment_id
       and o.session_ref = f.session_ref and o.id <> f.id and o.state = 'requested' and o.attempts > 0)
   returning owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at;

-- payments.cover_reversal
update payments.reversal set covered_at = $3 where owner_id = $1 and id = $2 and covered_at is null;

-- payments.end_refund
update payments.refund set state = $3, ended_at = $4, failure_code = $5, next_attempt_at = null
   where owner_id = $1 and id = $2 and state = 'requested';

-- payments.erase_mobile_before
update payments.payment set payer_mobile = null
   where created_at < $1 and payer_mobile is not null and not (payer_id = any($2::uuid[]));

-- payments.erase_mobile_of
update payments.payment set payer_mobile = null where payer_id = $1;

-- payments.expected_covers
select covered_transfer_id as transfer_id, amount_minor from payments.reversal
   where covered_at is not null and ($1::uuid is null or covered_transfer_id > $1) order by covered_transfer_id limit $2;

-- payments.expected_receipts
select transfer_id, amount_minor from payments.receipt where $1::uuid is null or transfer_id > $1
   order by transfer_id limit $2;

-- payments.expected_reversals
select id as transfer_id, amount_minor from payments.reversal where $1::uuid is null or id > $1 order by id limit $2;

-- payments.expected_sent
select id as transfer_id, amount_minor from payments.refund where $1::uuid is null or id > $1 order by id limit $2;

-- payments.expected_settled
select settled_transfer_id as transfer_id, amount_minor from payments.refund
   where state = $3 and ($1::uuid is null or settled_transfer_id > $1) order by settled_transfer_id limit $2;

-- payments.explained_returns
select (select coalesce(sum(f.amount_minor), 0)::bigint from payments.refund f
      where f.owner_id = $1 and f.payment_id = $2 and f.session_ref = $3 and f.id is distinct from $4::uuid
        and (f.state = 'succeeded' or (f.state = 'requested' and f.attempts > 0)))
    + (select coalesce(sum(v.amount_minor), 0)::bigint from payments.reversal v
      where v.owner_id = $1 and v.payment_id = $2 and v.session_ref = $3) as explained_minor;

-- payments.find_by_reference
select reference, owner_id, payment_id from payments.provider_reference where reference = any($1);

-- payments.find_card
select owner_id, id, provider, payment_id, token, brand, last_four, state, saved_at, last_used_at from payments.saved_card where owner_id = $1 and id = $2;

-- payments.find_card_by_fingerprint
select owner_id, id, provider, payment_id, token, brand, last_four, state, saved_at, last_used_at from payments.saved_card where owner_id = $1 and provider = $2 and fingerprint = $3;

-- payments.find_due_charges
select owner_id, id from payments.payment
   where card_id is not null and state = 'created' and charge_asked_at is null and opening_until <= $1
   order by opening_until limit $2;

-- payments.find_due_events
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at from payments.webhook_event where next_attempt_at <= $1 order by next_attempt_at limit $2;

-- payments.find_due_refunds
select owner_id, id from payments.refund where state = 'requested' and next_attempt_at <= $1
   order by next_attempt_at limit $2;

-- payments.find_event
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at, body is not null as has_body from payments.webhook_event where event_id = $1 and provider = $2;

-- payments.find_event_body
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at, body from payments.webhook_event where event_id = $1 and provider = $2;

-- payments.find_payment
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, save_card, card_id, charge_asked_at, plan_ref, open_attempts, opening_until, session_ref, launch_url,
  expires_at, cancel_requested_at, failure_code, polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where owner_id = $1 and id = $2;

-- payments.find_provider_subscription
select owner_id, id, provider, provider_ref, payment_id, state, amount_minor, next_billing, created_at,
  changed_at, asked_at from payments.provider_subscription where owner_id = $1 and id = $2;

-- payments.find_provider_subscription_of_payment
select owner_id, id, provider, provider_ref, payment_id, state, amount_minor, next_billing, created_at,
  changed_at, asked_at from payments.provider_subscription where owner_id = $1 and payment_id = $2
   order by created_at desc limit 1;

-- payments.find_provider_subscriptions_to_ask
select provider_ref from payments.provider_subscription
   where provider = $2 and asked_at < $1 and state not in ('canceled', 'cancelled') order by asked_at limit $3;

-- payments.find_refund
select owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at from payments.refund where owner_id = $1 and id = $2;

-- payments.find_reversal
select owner_id, id, payment_id, session_ref, amount_minor, currency, noticed_at, covered_transfer_id, covered_at from payments.reversal where owner_id = $1 and id = $2;

-- payments.find_to_poll
select owner_id, id as payment_id from payments.payment where poll_at <= $1 order by poll_at limit $2;

-- payments.forget_bodies_before
update payments.webhook_event e set body = null
   where e.received_at < $1 and e.body is not null and (e.session_ref is null or e.session_ref not in (
     select r.reference from payments.payment p
     join payments.provider_reference r on r.owner_id = p.owner_id and r.payment_id = p.id
     where p.payer_id = any($2::uuid[]) or p.owner_id = any($2::uuid[])));

-- payments.forget_body
update payments.webhook_event set body = null where event_id = $1 and provider = $2;

-- payments.inquire_events
select event_id, provider, type, status, outcome, session_ref, attempts, received_at, processed_at
   from payments.webhook_event where (event_id, provider) in (
     select i.event_id, i.provider from payments.webhook_event i where i.event_id = any($1::text[])
     union (select s.event_id, s.provider from payments.webhook_event s where s.session_ref = any($2::text[])
       order by s.received_at desc limit $3))
   order by received_at limit $3;

-- payments.inquire_payments
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  session_ref, failure_code, created_at, expires_at, succeeded_at, ended_at, poll_at from payments.payment where (owner_id, id) in (
     select r.owner_id, r.payment_id from payments.provider_reference r where r.reference = any($1::text[])
     union select i.owner_id, i.payment_id from payments.receipt i where i.transaction_ref = any($2::text[])
     union select f.owner_id, f.payment_id from payments.refund f where f.id = any($3::uuid[])
     union (select p.owner_id, p.id from payments.payment p where p.payer_id = any($4::uuid[])
       order by p.created_at desc limit $5))
   order by created_at desc limit $5;

-- payments.inquire_receipts
select payment_id, session_ref, status, amount_minor, currency, transaction_ref, transfer_id, received_at
   from payments.receipt where (owner_id, payment_id) in (
     select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) limit $3;

-- payments.inquire_refunds
select id, payment_id, amount_minor, currency, reason, state, attempts, last_error, failure_code, settled_transfer_id,
     requested_at, ended_at
   from payments.refund where (owner_id, payment_id) in (
     select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) limit $3;

-- payments.inquire_steps
select payment_id, code, details, at from payments.step where (owner_id, payment_id) in (
     select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) order by at, id limit $3;

-- payments.insert_event
insert into payments.webhook_event (event_id, provider, type, status, session_ref, body, next_attempt_at, received_at)
   select $1::text, $2::text, $3::text, 'received', $4::text, $5::bytea, $6::timestamptz, $7::timestamptz
   where $4::text is null or (select count(1) from payments.webhook_event e where e.session_ref = $4::text) < $8::integer
   on conflict on constraint webhook_event_pkey do nothing;

-- payments.insert_payment
insert into payments.payment (owner_id, id, provider, purpose, reference, amount_minor, currency, state, payer_id,
     payer_mobile, success_url, error_url, poll_at, created_at, save_card, card_id, plan_ref)
   values ($1, $2, $3, $4, $5, $6, $7, 'created', $8, $9, $10, $11, $12, $13, $14, $15, $16)
   on conflict on constraint payment_pkey do nothing;

-- payments.insert_provider_subscription
insert into payments.provider_subscription (owner_id, id, provider, provider_ref, payment_id, state, amount_minor,
     next_billing, created_at, changed_at, asked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9)
   on conflict on constraint provider_subscription_once do nothing;

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
   select $1::uuid, $4::uuid, $2::uuid, $3::text, $5::bigint, $6::text, $7::jsonb, $8::text, 'requested', $9::timestamptz,
     $10::uuid, $11::timestamptz
   where $5::bigint <= (select r.amount_minor from payments.receipt r where r.owner_id = $1 and r.payment_id = $2 and r.session_ref = $3)
   - (select coalesce(sum(f.amount_minor), 0)::bigint from payments.refund f
      where f.owner_id = $1 and f.payment_id = $2 and f.session_ref = $3 and f.state <> 'failed')
   - (select coalesce(sum(v.amount_minor), 0)::bigint from payments.reversal v
      where v.owner_id = $1 and v.payment_id = $2 and v.session_ref = $3)
   on conflict on constraint refund_pkey do nothing;

-- payments.insert_reversal
insert into payments.reversal (owner_id, id, payment_id, session_ref, amount_minor, currency, noticed_at,
     covered_transfer_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict on constraint reversal_pkey do nothing;

-- payments.insert_step
insert into payments.step (owner_id, payment_id, id, code, details, at) values ($1, $2, $3, $4, $5, $6);

-- payments.left_of_receipt
select (select r.amount_minor from payments.receipt r where r.owner_id = $1 and r.payment_id = $2 and r.session_ref = $3)
   - (select coalesce(sum(f.amount_minor), 0)::bigint from payments.refund f
      where f.owner_id = $1 and f.payment_id = $2 and f.session_ref = $3 and f.state <> 'failed')
   - (select coalesce(sum(v.amount_minor), 0)::bigint from payments.reversal v
      where v.owner_id = $1 and v.payment_id = $2 and v.session_ref = $3) as left_minor;

-- payments.list_by_owner
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, save_card, card_id, charge_asked_at, plan_ref, open_attempts, opening_until, session_ref, launch_url,
  expires_at, cancel_requested_at, failure_code, polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where owner_id = $1 order by created_at desc limit $2;

-- payments.list_by_payer
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, save_card, card_id, charge_asked_at, plan_ref, open_attempts, opening_until, session_ref, launch_url,
  expires_at, cancel_requested_at, failure_code, polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where payer_id = $1 order by created_at desc limit $2;

-- payments.list_cards
select owner_id, id, provider, payment_id, token, brand, last_four, state, saved_at, last_used_at from payments.saved_card where owner_id = $1 order by saved_at desc, id limit $2;

-- payments.list_events_of_sessions
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at from payments.webhook_event where session_ref = any($1) order by received_at, event_id limit $2;

-- payments.list_receipts
select session_ref, status, amount_minor, currency, transaction_ref, transfer_id, received_at from payments.receipt where owner_id = $1 and payment_id = $2 order by recorded_at, session_ref;

-- payments.list_refunds
select owner_id, id, payment_id, session_ref, amount_minor, currency, from_account, reason, state, attempts,
  next_attempt_at, last_error, failure_code, settled_transfer_id, requested_at, ended_at from payments.refund where owner_id = $1 and payment_id = $2 order by requested_at, id;

-- payments.list_reversals
select owner_id, id, payment_id, session_ref, amount_minor, currency, noticed_at, covered_transfer_id, covered_at from payments.reversal where owner_id = $1 and payment_id = $2 order by noticed_at, id;

-- payments.list_steps
select id, code, details, at from payments.step where owner_id = $1 and payment_id = $2 order by at, id limit $3;

-- payments.list_stuck_events
select event_id from payments.webhook_event where status = 'unmatched' and provider = $1 and body is not null
   order by received_at desc limit $2;

-- payments.lock_event
select event_id, provider, type, status, outcome, session_ref, attempts, next_attempt_at, received_at, processed_at, body from payments.webhook_event where event_id = $1 and provider = $2 for update;

-- payments.lock_payment
select owner_id, id, provider, purpose, reference, amount_minor, currency, state, late, payer_id, payer_mobile,
  success_url, error_url, save_card, card_id, charge_asked_at, plan_ref, open_attempts, opening_until, session_ref, launch_url,
  expires_at, cancel_requested_at, failure_code, polls, poll_at, created_at, opened_at, succeeded_at, ended_at from payments.payment where owner_id = $1 and id = $2 for update;

-- payments.lock_provider_subscription
select owner_id, id, provider, provider_ref, payment_id, state, amount_minor, next_billing, created_at,
  changed_at, asked_at from payments.provider_subscription where provider = $1 and provider_ref = $2 for update;

-- payments.mark_event
update payments.webhook_event set status = $3, outcome = $4, processed_at = $5, next_attempt_at = $6
   where event_id = $1 and provider = $2;

-- payments.move_payment
update payments.payment set state = $4, session_ref = coalesce($5, session_ref), launch_url = coalesce($6, launch_url),
     expires_at = coalesce($7, expires_at), poll_at = $8, opened_at = coalesce(opened_at, $9), succeeded_at = $10,
     ended_at = coalesce($11, ended_at), late = $12, opening_until = null
   where owner_id = $1 and id = $2 and state = $3;

-- payments.note_card_expired
update payments.saved_card set state = 'expired' where owner_id = $1 and id = $2;

-- payments.note_card_used
update payments.saved_card set last_used_at = $3 where owner_id = $1 and id = $2;

-- payments.note_refund_error
update payments.refund set last_error = $3 where owner_id = $1 and id = $2 and state = 'requested';

-- payments.postpone_charge
update payments.payment set opening_until = $3
   where owner_id = $1 and id = $2 and state = 'created' and charge_asked_at is null;

-- payments.release_charge
update payments.payment set charge_asked_at = null, opening_until = $3
   where owner_id = $1 and id = $2 and state = 'created';

-- payments.release_opening
update payments.payment set opening_until = null where owner_id = $1 and id = $2;

-- payments.remove_card
delete from payments.saved_card where owner_id = $1 and id = $2;

-- payments.remove_cards_of
delete from payments.saved_card where owner_id = $1;

-- payments.remove_events_before
delete from payments.webhook_event e where e.received_at < $1 and (e.session_ref is null or e.session_ref not in (
     select r.reference from payments.payment p
     join payments.provider_reference r on r.owner_id = p.owner_id and r.payment_id = p.id
     where p.payer_id = any($2::uuid[]) or p.owner_id = any($2::uuid[])));

-- payments.request_cancel
update payments.payment set cancel_requested_at = $3, poll_at = $3
   where owner_id = $1 and id = $2 and state in ('created', 'opened') and cancel_requested_at is null;

-- payments.retry_event
update payments.webhook_event set attempts = attempts + 1, next_attempt_at = $3 where event_id = $1 and provider = $2;

-- payments.save_card
insert into payments.saved_card (owner_id, id, provider, payment_id, fingerprint, token, brand, last_four, state, saved_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'usable', $9)
   on conflict on constraint saved_card_once do update
     set state = 'usable', payment_id = excluded.payment_id, saved_at = excluded.saved_at
     where payments.saved_card.payment_id <> excluded.payment_id;

-- payments.set_failure
update payments.payment set failure_code = $3 where owner_id = $1 and id = $2;

-- payments.set_poll
update payments.payment set poll_at = $3, polls = polls + 1 where owner_id = $1 and id = $2;

-- payments.update_provider_subscription
update payments.provider_subscription set state = $3, amount_minor = $4, next_billing = $5, asked_at = $6,
     changed_at = case when (state, amount_minor, next_billing) is distinct from ($3, $4::bigint, $5::date)
       then $6 else changed_at end
   where owner_id = $1 and id = $2;

-- payouts.backlog
select count(1) as waiting, min(requested_at) as oldest_at from payouts.payout where state in ('requested', 'processing');

-- payouts.claim_payout
update payouts.payout set attempts = attempts + 1, next_check_at = $3
   where owner_id = $1 and id = $2 and next_check_at is not null returning owner_id, id, provider, purpose, reference, amount_minor, currency, from_account, mobile, name, note, state,
  provider_ref, fee_minor, failure_code, attempts, next_check_at, last_error, settled_transfer_id, returned_transfer_id,
  requested_at, succeeded_at, ended_at;

-- payouts.erase_recipient_before
update payouts.payout set mobile = null, name = null
   where coalesce(ended_at, succeeded_at) < $1 and mobile is not null and not (owner_id = any($2::uuid[]));

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

-- payouts.inquire_payouts
select id, purpose, reference, amount_minor, currency, state, provider_ref, failure_code, last_error, settled_transfer_id,
     returned_transfer_id, requested_at, succeeded_at, ended_at
   from payouts.payout where (owner_id, id) in (
     select i.owner_id, i.id from payouts.payout i where i.id = any($1::uuid[])
     union select p.owner_id, p.id from payouts.payout p where p.provider_ref = $2)
   order by requested_at desc limit $3;

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

-- pots.add_to_total
update pots.pot_total set raised_minor = raised_minor + $3, gift_count = gift_count + $4,
     topped_up_minor = topped_up_minor + $5, spent_minor = spent_minor + $6, to_credit_minor = to_credit_minor + $7,
     set_aside_minor = set_aside_minor + $8
   where owner_id = $1 and pot_id = $2;

-- pots.approve
update pots.pot set guardian_id = $3, guardian_approved_at = $4, guardian_declined_at = null, guardian_reason = null,
     due_at = opens_at, updated_at = $4
   where owner_id = $1 and id = $2 and status = 'scheduled' and guardian_approved_at is null;

-- pots.ask_purchase
update pots.pot set wanted_pack_id = $3, updated_at = $4 where owner_id = $1 and id = $2;

-- pots.begin_draft
insert into pots.draft (owner_id, content, step, created_at, updated_at) values ($1, $2, 1, $3, $3)
   on conflict (owner_id) do nothing;

-- pots.change_pack
update pots.pot set pack_id = $3, pack = $4, target_minor = $5, pack_gone_at = null, updated_at = $6
   where owner_id = $1 and id = $2;

-- pots.choose_for_shortfall
update pots.pot set short_choice = $3, updated_at = $4 where owner_id = $1 and id = $2;

-- pots.choose_refund
update pots.gift set choice = 'refund' where owner_id = $1 and id = $2 and choice is null;

-- pots.close
update pots.pot set status = 'closed', end_reason = $3, voucher_id = $4, pack_id = coalesce($5, pack_id),
     pack = coalesce($6, pack), ended_at = $7, due_at = null, short_since = null, updated_at = $7
   where owner_id = $1 and id = $2 and ended_at is null;

-- pots.correct_thanks
update pots.thanks set message = $3, corrected_at = $4 where owner_id = $1 and pot_id = $2 and corrected_at is null;

-- pots.count_looks
insert into pots.daily_count (owner_id, pot_id, day, views, shares)
   select l.owner_id, l.pot_id, $2::date, n.views, 0
   from unnest($1::text[], $3::integer[]) as n (slug, views) join pots.share_link l on l.slug = n.slug
   order by l.owner_id, l.pot_id
   on conflict (owner_id, pot_id, day) do update set views = daily_count.views + excluded.views;

-- pots.count_owed
select count(*) as owed from pots.gift
   where owner_id = $1 and pot_id = $2 and status in ('received', 'refunding', 'refund_failed');

-- pots.count_thanked
update pots.thanks set reached = reached + $3, unreached = unreached + $4, told_at = coalesce($5, told_at)
   where owner_id = $1 and pot_id = $2;

-- pots.count_trouble
select count(*) filter (where g.status = 'refund_failed') as refund_failed,
     count(*) filter (where g.status = 'refund_failed' and g.refund_retry_at is null) as given_up,
     count(*) filter (where g.status = 'received') as stranded
   from pots.gift g join pots.pot p on p.owner_id = g.owner_id and p.id = g.pot_id
   where g.status = 'refund_failed' or (g.status = 'received' and p.status = 'expired' and p.ended_at < $1);

-- pots.count_visit
insert into pots.daily_count (owner_id, pot_id, day, views, shares)
   select l.owner_id, l.pot_id, $2::date, $3::integer, $4::integer from pots.share_link l where l.slug = $1
   on conflict (owner_id, pot_id, day) do update
   set views = daily_count.views + excluded.views, shares = daily_count.shares + excluded.shares;

-- pots.credit_gift
update pots.gift set status = 'credited', choice = 'credit', credited_at = $3
   where owner_id = $1 and id = $2 and status = 'held';

-- pots.decide_refund_request
update pots.refund_request set status = $3, decided_by = $4, decided_at = $5, decision_note = $6
   where owner_id = $1 and id = $2 and status = 'pending';

-- pots.decline
update pots.pot set guardian_id = $3, guardian_declined_at = $4, guardian_approved_at = null, guardian_reason = $5, updated_at = $4
   where owner_id = $1 and id = $2 and status = 'scheduled' and guardian_declined_at is null;

-- pots.erase_changes
update pots.change set before = '{}', after = '{}' where owner_id = $1;

-- pots.erase_donor
update pots.gift set donor_name = null, sealed_name = null, sealed_phone = null, message = null, donor_id = null
   where donor_id = $1;

-- pots.erase_pots
update pots.pot set title = '', story = '', cover = null, honoree_name = '', visibility = 'private', guardian_reason = null,
     updated_at = $2
   where owner_id = $1;

-- pots.erase_thanks
update pots.thanks set message = '', is_public = false where owner_id = $1;

-- pots.expire
update pots.pot set status = 'expired', end_reason = $3, ended_at = $4, due_at = null, short_since = null, updated_at = $4
   where owner_id = $1 and id = $2 and status in ('open', 'funded');

-- pots.export_changes
select pot_id, revision, role, before, after, undoes, at from pots.change
   where owner_id = $1 order by pot_id, revision limit $2;

-- pots.export_given
select id, pot_id, status, amount_minor::text as amount_minor, currency, donor_name, message, is_anonymous, created_at, paid_at,
     refunded_at
   from pots.gift where donor_id = $1 order by created_at limit $2;

-- pots.export_pots
select id, slug, status, title, story, cover, honoree_name, visibility, target_minor::text as target_minor, currency, birthday, opens_at,
     opened_at, ended_at, end_reason, created_at
   from pots.pot where owner_id = $1 order by created_at limit $2;

-- pots.export_thanks
select pot_id, message, is_public, written_at, corrected_at from pots.thanks
   where owner_id = $1 order by written_at limit $2;

-- pots.fail_refund
update pots.gift set status = 'refund_failed', refund_error = $4, refund_retry_at = $5
   where owner_id = $1 and id = $2 and refund_id = $3 and status = 'refunding';

-- pots.find_change
select revision, changed_by, role, before, after, undoes, at
   from pots.change where owner_id = $1 and pot_id = $2 and revision = $3;

-- pots.find_draft
select content, step, created_at, updated_at from pots.draft where owner_id = $1;

-- pots.find_gift
select owner_id, id, pot_id, payment_id, status, reason, amount_minor, currency, donor_id, donor_subject, donor_name,
  sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
  choice, credited_at, refund_id, refund_reason, refund_attempts, refund_retry_at, refund_error, refunding_at, refunded_at from pots.gift where owner_id = $1 and id = $2;

-- pots.find_gift_by_id
select owner_id, id, pot_id, payment_id, status, reason, amount_minor, currency, donor_id, donor_subject, donor_name,
  sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
  choice, credited_at, refund_id, refund_reason, refund_attempts, refund_retry_at, refund_error, refunding_at, refunded_at from pots.gift where id = $1 limit 1;

-- pots.find_gift_by_secret
select owner_id, id, pot_id, payment_id, status, reason, amount_minor, currency, donor_id, donor_subject, donor_name,
  sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
  choice, credited_at, refund_id, refund_reason, refund_attempts, refund_retry_at, refund_error, refunding_at, refunded_at from pots.gift
   where (owner_id, id) in (select l.owner_id, l.gift_id from pots.gift_link l where l.secret_hash = $1) and id = $2;

-- pots.find_pending_for_gift
select owner_id, id, pot_id, gift_id, reason, note, status, requested_by, requested_at, decided_by, decided_at,
  decision_note from pots.refund_request where owner_id = $1 and gift_id = $2 and status = 'pending';

-- pots.find_pending_for_pot
select owner_id, id, pot_id, gift_id, reason, note, status, requested_by, requested_at, decided_by, decided_at,
  decision_note from pots.refund_request where owner_id = $1 and pot_id = $2 and gift_id is null and status = 'pending';

-- pots.find_pot
select p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.story, p.cover, p.honoree_name, p.visibility,
  p.allow_anonymous, p.show_names, p.allow_messages, p.currency, p.target_minor, p.pack_id, p.pack, p.pack_gone_at, p.policy,
  p.time_zone, p.birthday, p.opens_at, p.birthday_at, p.shortfall_until, p.refund_all_at, p.due_at, p.minor, p.guardian_id,
  p.guardian_approved_at, p.guardian_declined_at, p.opened_at, p.funded_at, p.birthday_seen_at, p.shortfall_seen_at,
  p.short_since, p.short_choice, p.wanted_pack_id, p.voucher_id, p.ended_at, p.revision,
  p.guardian_reason, p.created_at,
  t.raised_minor, t.gift_count, t.topped_up_minor, t.spent_minor, t.to_credit_minor, t.set_aside_minor,
  case when p.status = 'expired' then (
    select coalesce(sum(r.amount_minor), 0)::bigint from pots.gift r
    where r.owner_id = p.owner_id and r.pot_id = p.id and r.status = 'refunded') end as given_back_minor from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id where p.owner_id = $1 and p.id = $2;

-- pots.find_pot_by_id
select p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.story, p.cover, p.honoree_name, p.visibility,
  p.allow_anonymous, p.show_names, p.allow_messages, p.currency, p.target_minor, p.pack_id, p.pack, p.pack_gone_at, p.policy,
  p.time_zone, p.birthday, p.opens_at, p.birthday_at, p.shortfall_until, p.refund_all_at, p.due_at, p.minor, p.guardian_id,
  p.guardian_approved_at, p.guardian_declined_at, p.opened_at, p.funded_at, p.birthday_seen_at, p.shortfall_seen_at,
  p.short_since, p.short_choice, p.wanted_pack_id, p.voucher_id, p.ended_at, p.revision,
  p.guardian_reason, p.created_at,
  t.raised_minor, t.gift_count, t.topped_up_minor, t.spent_minor, t.to_credit_minor, t.set_aside_minor,
  case when p.status = 'expired' then (
    select coalesce(sum(r.amount_minor), 0)::bigint from pots.gift r
    where r.owner_id = p.owner_id and r.pot_id = p.id and r.status = 'refunded') end as given_back_minor from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id where p.id = $1 limit 1;

-- pots.find_pot_by_slug
select p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.story, p.cover, p.honoree_name, p.visibility,
  p.allow_anonymous, p.show_names, p.allow_messages, p.currency, p.target_minor, p.pack_id, p.pack, p.pack_gone_at, p.policy,
  p.time_zone, p.birthday, p.opens_at, p.birthday_at, p.shortfall_until, p.refund_all_at, p.due_at, p.minor, p.guardian_id,
  p.guardian_approved_at, p.guardian_declined_at, p.opened_at, p.funded_at, p.birthday_seen_at, p.shortfall_seen_at,
  p.short_since, p.short_choice, p.wanted_pack_id, p.voucher_id, p.ended_at, p.revision,
  p.guardian_reason, p.created_at,
  t.raised_minor, t.gift_count, t.topped_up_minor, t.spent_minor, t.to_credit_minor, t.set_aside_minor,
  case when p.status = 'expired' then (
    select coalesce(sum(r.amount_minor), 0)::bigint from pots.gift r
    where r.owner_id = p.owner_id and r.pot_id = p.id and r.status = 'refunded') end as given_back_minor from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   where (p.owner_id, p.id) in (select l.owner_id, l.pot_id from pots.share_link l where l.slug = $1);

-- pots.find_refund_request
select owner_id, id, pot_id, gift_id, reason, note, status, requested_by, requested_at, decided_by, decided_at,
  decision_note from pots.refund_request where id = $1 limit 1;

-- pots.find_thanks
select message, is_public, written_at, corrected_at, reached, unreached, told_at
   from pots.thanks where owner_id = $1 and pot_id = $2;

-- pots.finish_refund
update pots.gift set status = 'refunded', refunded_at = $4
   where owner_id = $1 and id = $2 and refund_id = $3 and status = 'refunding';

-- pots.fund
update pots.pot set status = 'funded', funded_at = $3, updated_at = $3
   where owner_id = $1 and id = $2 and status = 'open';

-- pots.gift_for_staff
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift where id = $1 limit 1;

-- pots.gift_page
select json_build_object(
     'status', g.status, 'reason', g.reason, 'amount_minor', g.amount_minor::text, 'currency', g.currency,
     'anonymous', g.is_anonymous, 'donor_name', g.donor_name, 'show_amount', g.show_amount, 'message', g.message,
     'created_at', g.created_at,
     'paid_at', g.paid_at, 'choose_until', case when g.status = 'held' then g.choose_until end, 'choice', g.choice,
     'refund_reason', g.refund_reason, 'refunded_at', g.refunded_at,
     'pot', json_build_object('slug', p.slug, 'title', p.title, 'honoree_name', p.honoree_name, 'status', p.status,
       'end_reason', p.end_reason, 'birthday', p.birthday, 'takes_gifts', p.status in ('open', 'funded')),
     'rules', p.policy,
     'thanks', case when g.status = 'received' then (
       select json_build_object('message', k.message, 'at', k.written_at) from pots.thanks k
       where k.owner_id = g.owner_id and k.pot_id = g.pot_id and k.message <> '') end,
     'timeline', (
       select coalesce(json_agg(json_build_object('at', s.at, 'code', s.code, 'detail', s.detail, 'about', s.about)
         order by s.at, s.rank), '[]')
       from (
         select l.at, l.rank, l.code, l.detail, case when l.gift_id is null then 'pot' else 'gift' end as about
         from pots.timeline l
         where l.owner_id = g.owner_id and l.pot_id = g.pot_id and (l.gift_id = g.id or (l.gift_id is null and l.at >= g.created_at))
         order by l.at desc, l.rank desc limit $3) s)
   )::text as page
   from pots.gift g
   join pots.pot p on p.owner_id = g.owner_id and p.id = g.pot_id
   where (g.owner_id, g.id) in (select l.owner_id, l.gift_id from pots.gift_link l where l.secret_hash = $1) and g.id = $2;

-- pots.gift_transfers
select transfer_id, amount_minor from pots.gift
   where applied_at is not null and ($1::uuid is null or transfer_id > $1) order by transfer_id limit $2;

-- pots.gifts_largest
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and (amount_minor, id) < ($5::bigint, $6::uuid) order by amount_minor desc, id desc limit $7;

-- pots.gifts_largest_of_status
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and status = $8 and (amount_minor, id) < ($5::bigint, $6::uuid)
       order by amount_minor desc, id desc limit $7;

-- pots.gifts_newest
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and (created_at, id) < ($5::timestamptz, $6::uuid) order by created_at desc, id desc limit $7;

-- pots.gifts_newest_of_status
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and status = $8 and (created_at, id) < ($5::timestamptz, $6::uuid)
       order by created_at desc, id desc limit $7;

-- pots.gifts_of_pot
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where owner_id = (select p.owner_id from pots.pot p where p.id = $1) and pot_id = $1
     and (created_at, id) < ($2::timestamptz, $3::uuid) and ($5::text is null or status = $5)
   order by created_at desc, id desc limit $4;

-- pots.gifts_oldest
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and (created_at, id) > ($5::timestamptz, $6::uuid) order by created_at, id limit $7;

-- pots.gifts_oldest_of_status
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and status = $8 and (created_at, id) > ($5::timestamptz, $6::uuid) order by created_at, id limit $7;

-- pots.gifts_smallest
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and (amount_minor, id) > ($5::bigint, $6::uuid) order by amount_minor, id limit $7;

-- pots.gifts_smallest_of_status
select id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint and status = $8 and (amount_minor, id) > ($5::bigint, $6::uuid) order by amount_minor, id limit $7;

-- pots.hold_gift
update pots.gift set status = 'held', paid_at = $3, held_at = $4, choose_until = $5, reason = $6
   where owner_id = $1 and id = $2 and status in ('pending', 'failed', 'expired');

-- pots.inquire_gifts
select g.owner_id, g.id, g.pot_id, g.payment_id, g.transfer_id, g.status, g.reason, g.amount_minor, g.currency, g.donor_id,
  g.donor_name, g.is_anonymous, g.created_at, g.paid_at, g.applied_at, g.choose_until, g.refund_id, g.refund_reason,
  g.refund_error, g.refund_retry_at, g.refunding_at, g.refunded_at, g.credited_at, p.honoree_name, p.status as pot_status,
  p.end_reason as pot_end_reason,
  (select r.requested_at from pots.refund_request r
   where r.owner_id = g.owner_id and r.gift_id = g.id and r.status = 'pending' limit 1) as refund_asked_at from pots.gift g join pots.pot p on p.owner_id = g.owner_id and p.id = g.pot_id where (g.owner_id, g.id) in (
     select i.owner_id, i.id from pots.gift i where i.id = any($1::uuid[])
     union (select d.owner_id, d.id from pots.gift d where d.donor_id = $2::uuid order by d.created_at desc limit $4)
     union (select s.owner_id, s.id from pots.gift s where s.donor_subject = $3::uuid order by s.created_at desc limit $4))
   order by g.created_at desc limit $4;

-- pots.inquire_gifts_of_pot
select id from pots.gift where owner_id = $1 and pot_id = $2 order by created_at desc limit $3;

-- pots.inquire_movements
select transfer_id, pot_id, kind, amount_minor, created_at from pots.movement
   where (owner_id, pot_id) in (select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) order by created_at limit $3;

-- pots.inquire_pots
select p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.honoree_name, p.currency, t.raised_minor, p.target_minor,
  t.gift_count, t.topped_up_minor, p.birthday, p.short_since, p.shortfall_until, p.refund_all_at, p.voucher_id, p.ended_at, p.created_at from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id where (p.owner_id, p.id) in (
     select i.owner_id, i.id from pots.pot i where i.id = any($1::uuid[])
     union select l.owner_id, l.pot_id from pots.share_link l where l.slug = $2
     union (select o.owner_id, o.id from pots.pot o where o.owner_id = $3::uuid order by o.created_at desc limit $4))
   order by p.created_at desc limit $4;

-- pots.inquire_refund_requests
select id, pot_id, gift_id, reason, status, requested_at, decided_at from pots.refund_request
   where (owner_id, id) in (
     select r.owner_id, r.id from pots.refund_request r where r.id = any($1::uuid[])
     union select r.owner_id, r.id from pots.refund_request r
       where (r.owner_id, r.pot_id) in (select u.owner_id, u.id from unnest($2::uuid[], $3::uuid[]) as u (owner_id, id)) and r.gift_id is null
     union select r.owner_id, r.id from pots.refund_request r
       where (r.owner_id, r.gift_id) in (select u.owner_id, u.id from unnest($4::uuid[], $5::uuid[]) as u (owner_id, id)))
   order by requested_at limit $6;

-- pots.inquire_steps_of_gifts
select pot_id, gift_id, at, code, detail from pots.timeline
   where (owner_id, gift_id) in (select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) order by at desc, rank desc limit $3;

-- pots.inquire_steps_of_pots
select pot_id, gift_id, at, code, detail from pots.timeline
   where (owner_id, pot_id) in (select u.owner_id, u.id from unnest($1::uuid[], $2::uuid[]) as u (owner_id, id)) and gift_id is null
   order by at desc, rank desc limit $3;

-- pots.insert_change
insert into pots.change (owner_id, pot_id, revision, changed_by, role, before, after, undoes, at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- pots.insert_gift
insert into pots.gift (owner_id, id, pot_id, payment_id, transfer_id, status, amount_minor, currency, donor_id, donor_subject,
     donor_name, sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at)
   values ($1, $2, $3, $4, $5, 'pending', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   on conflict (owner_id, id) do nothing;

-- pots.insert_gift_link
insert into pots.gift_link (secret_hash, owner_id, gift_id) values ($1, $2, $3) on conflict (secret_hash) do nothing;

-- pots.insert_movement
insert into pots.movement (owner_id, transfer_id, pot_id, gift_id, kind, amount_minor, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (owner_id, transfer_id) do nothing;

-- pots.insert_pot
insert into pots.pot (owner_id, id, slug, status, title, story, cover, honoree_name, visibility, allow_anonymous, show_names,
     allow_messages, currency, target_minor, pack_id, pack, policy, time_zone, birthday, opens_at, birthday_at, shortfall_until,
     refund_all_at, due_at, minor, created_at, updated_at)
   values ($1, $2, $3, 'scheduled', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
     $24, $25, $25);

-- pots.insert_refund_request
insert into pots.refund_request (owner_id, id, pot_id, gift_id, reason, note, status, requested_by, requested_at)
   values ($1, $2, $3, $4, $5, $6, 'pending', $7, $8) on conflict do nothing;

-- pots.insert_share_link
insert into pots.share_link (slug, owner_id, pot_id) values ($1, $2, $3);

-- pots.insert_step
insert into pots.timeline (owner_id, pot_id, id, gift_id, at, rank, code, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (owner_id, pot_id, id) do nothing;

-- pots.insert_thanks
insert into pots.thanks (owner_id, pot_id, message, is_public, written_at) values ($1, $2, $3, $4, $5)
   on conflict (owner_id, pot_id) do nothing;

-- pots.insert_total
insert into pots.pot_total (owner_id, pot_id) values ($1, $2);

-- pots.last_changed
select p.owner_id, p.id as pot_id, p.currency,
     t.raised_minor + t.topped_up_minor + t.set_aside_minor - t.spent_minor - t.to_credit_minor as expected_minor
   from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   order by p.updated_at desc limit $1;

-- pots.list_changes
select revision, changed_by, role, before, after, undoes, at from pots.change
   where owner_id = $1 and pot_id = $2 and ($3::integer is null or revision < $3::integer)
   order by revision desc limit $4;

-- pots.list_donors
select owner_id, id, pot_id, payment_id, status, reason, amount_minor, currency, donor_id, donor_subject, donor_name,
  sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
  choice, credited_at, refund_id, refund_reason, refund_attempts, refund_retry_at, refund_error, refunding_at, refunded_at from pots.gift where owner_id = $1 and pot_id = $2 and status = 'received' and id > $3 order by id limit $4;

-- pots.list_due
select owner_id, id from pots.pot where due_at <= $1 order by due_at, id limit $2;

-- pots.list_for_guardian
select p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.story, p.cover, p.honoree_name, p.visibility,
  p.allow_anonymous, p.show_names, p.allow_messages, p.currency, p.target_minor, p.pack_id, p.pack, p.pack_gone_at, p.policy,
  p.time_zone, p.birthday, p.opens_at, p.birthday_at, p.shortfall_until, p.refund_all_at, p.due_at, p.minor, p.guardian_id,
  p.guardian_approved_at, p.guardian_declined_at, p.opened_at, p.funded_at, p.birthday_seen_at, p.shortfall_seen_at,
  p.short_since, p.short_choice, p.wanted_pack_id, p.voucher_id, p.ended_at, p.revision,
  p.guardian_reason, p.created_at,
  t.raised_minor, t.gift_count, t.topped_up_minor, t.spent_minor, t.to_credit_minor, t.set_aside_minor,
  case when p.status = 'expired' then (
    select coalesce(sum(r.amount_minor), 0)::bigint from pots.gift r
    where r.owner_id = p.owner_id and r.pot_id = p.id and r.status = 'refunded') end as given_back_minor from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id where p.owner_id = any($1::uuid[]) and p.ended_at is null
     and ((p.status = 'scheduled' and p.guardian_approved_at is null)
       or (p.status in ('open', 'funded') and p.wanted_pack_id is not null))
   order by p.birthday, p.id limit $2;

-- pots.list_gifts_for_owner
select id, donor_name, is_anonymous, amount_minor, message, status, applied_at as at
   from pots.gift where owner_id = $1 and pot_id = $2 and applied_at is not null
     and ($3::timestamptz is null or (applied_at, id) < ($3::timestamptz, $4::uuid))
   order by applied_at desc, id desc limit $5;

-- pots.list_people
select distinct on (donor_subject) owner_id, id, pot_id, payment_id, status, reason, amount_minor, currency, donor_id, donor_subject, donor_name,
  sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
  choice, credited_at, refund_id, refund_reason, refund_attempts, refund_retry_at, refund_error, refunding_at, refunded_at from pots.gift
   where owner_id = $1 and pot_id = $2 and status = 'received' and donor_subject > $3
   order by donor_subject, applied_at desc, id desc limit $4;

-- pots.list_pots_of
select p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.story, p.cover, p.honoree_name, p.visibility,
  p.allow_anonymous, p.show_names, p.allow_messages, p.currency, p.target_minor, p.pack_id, p.pack, p.pack_gone_at, p.policy,
  p.time_zone, p.birthday, p.opens_at, p.birthday_at, p.shortfall_until, p.refund_all_at, p.due_at, p.minor, p.guardian_id,
  p.guardian_approved_at, p.guardian_declined_at, p.opened_at, p.funded_at, p.birthday_seen_at, p.shortfall_seen_at,
  p.short_since, p.short_choice, p.wanted_pack_id, p.voucher_id, p.ended_at, p.revision,
  p.guardian_reason, p.created_at,
  t.raised_minor, t.gift_count, t.topped_up_minor, t.spent_minor, t.to_credit_minor, t.set_aside_minor,
  case when p.status = 'expired' then (
    select coalesce(sum(r.amount_minor), 0)::bigint from pots.gift r
    where r.owner_id = p.owner_id and r.pot_id = p.id and r.status = 'refunded') end as given_back_minor from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id where p.owner_id = $1
     and ($2::timestamptz is null or (p.created_at, p.id) < ($2::timestamptz, $3::uuid))
   order by p.created_at desc, p.id desc limit $4;

-- pots.list_public
select p.id, p.slug, p.title, p.honoree_name, p.cover, p.birthday, p.currency, p.target_minor, t.raised_minor, t.gift_count,
     p.opened_at
   from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   where p.visibility = 'public' and p.status in ('open', 'funded')
     and ($1::timestamptz is null or (p.opened_at, p.id) < ($1::timestamptz, $2::uuid))
   order by p.opened_at desc, p.id desc limit $3;

-- pots.list_received
select owner_id, id from pots.gift where owner_id = $1 and pot_id = $2 and status = 'received' and id > $3
   order by id limit $4;

-- pots.list_refund_requests
select r.owner_id, r.id, r.pot_id, r.gift_id, r.reason, r.note, r.status, r.requested_by, r.requested_at, r.decided_by,
     r.decided_at, r.decision_note, coalesce(g.amount_minor, t.raised_minor) as amount_minor, p.title as pot_title,
     case when g.reason = $5 then g.payment_id end as differing_payment_id
   from pots.refund_request r
   join pots.pot p on p.owner_id = r.owner_id and p.id = r.pot_id
   join pots.pot_total t on t.owner_id = r.owner_id and t.pot_id = r.pot_id
   left join pots.gift g on g.owner_id = r.owner_id and g.id = r.gift_id
   where ($1::text is null or r.status = $1)
     and ($2::timestamptz is null or (r.requested_at, r.id) < ($2::timestamptz, $3::uuid))
   order by r.requested_at desc, r.id desc limit $4;

-- pots.list_refunds_to_retry
select owner_id, id from pots.gift where status = 'refund_failed' and refund_retry_at <= $1
   order by refund_retry_at limit $2;

-- pots.list_shown_gifts
select p.owner_id, g.id, g.applied_at, g.gift
   from pots.pot p
   left join lateral (
     select i.id, i.applied_at, json_build_object(
           'name', case when p.show_names then i.donor_name end, 'anonymous', i.is_anonymous,
           'amount_minor', case when i.show_amount then i.amount_minor::text end,
           'message', case when p.allow_messages then i.message end, 'at', i.applied_at) as gift
     from pots.gift i
     where i.owner_id = p.owner_id and i.pot_id = p.id and i.status = 'received' and p.visibility <> 'private' and (i.applied_at, i.id) < ($2::timestamptz, $3::uuid)
     order by i.applied_at desc, i.id desc limit $4) g on true
   where (p.owner_id, p.id) in (select l.owner_id, l.pot_id from pots.share_link l where l.slug = $1)
     and p.end_reason is distinct from 'cancelled'
     and (p.status <> 'scheduled' or not p.minor or p.guardian_approved_at is not null)
   order by g.applied_at desc, g.id desc;

-- pots.list_unchosen
select owner_id, id from pots.gift where status = 'held' and choose_until <= $1 order by choose_until limit $2;

-- pots.list_with_pack
select owner_id, id from pots.pot
   where pack_id = $1 and ended_at is null and (pack_gone_at is not null) = $2 and id > $3 order by id limit $4;

-- pots.lock_draft
select content, step, created_at, updated_at from pots.draft where owner_id = $1 for update;

-- pots.lock_gift
select owner_id, id, pot_id, payment_id, status, reason, amount_minor, currency, donor_id, donor_subject, donor_name,
  sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
  choice, credited_at, refund_id, refund_reason, refund_attempts, refund_retry_at, refund_error, refunding_at, refunded_at from pots.gift where owner_id = $1 and id = $2 for update;

-- pots.lock_pot
select p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.story, p.cover, p.honoree_name, p.visibility,
  p.allow_anonymous, p.show_names, p.allow_messages, p.currency, p.target_minor, p.pack_id, p.pack, p.pack_gone_at, p.policy,
  p.time_zone, p.birthday, p.opens_at, p.birthday_at, p.shortfall_until, p.refund_all_at, p.due_at, p.minor, p.guardian_id,
  p.guardian_approved_at, p.guardian_declined_at, p.opened_at, p.funded_at, p.birthday_seen_at, p.shortfall_seen_at,
  p.short_since, p.short_choice, p.wanted_pack_id, p.voucher_id, p.ended_at, p.revision,
  p.guardian_reason, p.created_at,
  t.raised_minor, t.gift_count, t.topped_up_minor, t.spent_minor, t.to_credit_minor, t.set_aside_minor,
  case when p.status = 'expired' then (
    select coalesce(sum(r.amount_minor), 0)::bigint from pots.gift r
    where r.owner_id = p.owner_id and r.pot_id = p.id and r.status = 'refunded') end as given_back_minor from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id where p.owner_id = $1 and p.id = $2 for update of p, t;

-- pots.mark_birthday
update pots.pot set birthday_seen_at = $3, short_since = $4, due_at = shortfall_until, updated_at = $3
   where owner_id = $1 and id = $2 and birthday_seen_at is null;

-- pots.mark_pack_back
update pots.pot set pack_gone_at = null, updated_at = $3
   where owner_id = $1 and id = $2 and ended_at is null and pack_gone_at is not null;

-- pots.mark_pack_gone
update pots.pot set pack_gone_at = $3, updated_at = $3
   where owner_id = $1 and id = $2 and ended_at is null and pack_gone_at is null;

-- pots.mark_shortfall_over
update pots.pot set shortfall_seen_at = $3, short_since = null, due_at = refund_all_at, updated_at = $3
   where owner_id = $1 and id = $2 and shortfall_seen_at is null;

-- pots.mark_unpaid
update pots.gift set status = $3, reason = $4 where owner_id = $1 and id = $2 and status = any($5::text[]);

-- pots.movement_transfers
select transfer_id, amount_minor from pots.movement
   where kind = $1 and ($2::uuid is null or transfer_id > $2) order by transfer_id limit $3;

-- pots.open
update pots.pot set status = 'open', opened_at = $3, policy = $4, target_minor = $5, pack = $6, pack_gone_at = $7, minor = $8,
     visibility = case when $8 and visibility = 'public' then 'link' else visibility end, due_at = birthday_at, updated_at = $3
   where owner_id = $1 and id = $2 and status = 'scheduled';

-- pots.paid_by_day
select (paid_at at time zone $3)::date as day, count(*)::integer as gifts, sum(amount_minor)::bigint as amount_minor
   from pots.gift where paid_at >= $1 and paid_at < $2 group by 1 order by 1;

-- pots.progress
select json_build_object('status', p.status, 'raised_minor', t.raised_minor::text, 'target_minor', p.target_minor::text,
     'gift_count', t.gift_count)::text as page
   from pots.pot p
   join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   where (p.owner_id, p.id) in (select l.owner_id, l.pot_id from pots.share_link l where l.slug = $1)
     and p.end_reason is distinct from 'cancelled'
     and (p.status <> 'scheduled' or not p.minor or p.guardian_approved_at is not null);

-- pots.public_page
select json_build_object(
     'slug', p.slug, 'status', p.status, 'end_reason', p.end_reason, 'title', p.title, 'story', p.story, 'cover', p.cover,
     'honoree_name', p.honoree_name, 'visibility', p.visibility, 'birthday', p.birthday, 'opens_at', p.opens_at,
     'opened_at', p.opened_at, 'ended_at', p.ended_at, 'takes_gifts', p.status in ('open', 'funded'),
     'shortfall_until', p.shortfall_until, 'short_since', p.short_since,
     'currency', p.currency, 'target_minor', p.target_minor::text, 'raised_minor', t.raised_minor::text,
     'topped_up_minor', t.topped_up_minor::text, 'gift_count', t.gift_count,
     'allow_anonymous', p.allow_anonymous, 'allow_messages', p.allow_messages, 'show_names', p.show_names,
     'pack', case when p.pack is null then null else json_build_object(
       'id', p.pack->'id', 'name', p.pack->'name', 'price_minor', p.pack->'price_minor', 'category', p.pack->'category',
       'partner_name', p.pack->'partner_name', 'validity_days', p.pack->'validity_days', 'image_key', p.pack->'image_key',
       'gone', p.pack_gone_at is not null) end,
     'rules', p.policy,
     'thanks', (select json_build_object('message', k.message, 'at', k.written_at) from pots.thanks k
       where k.owner_id = p.owner_id and k.pot_id = p.id and k.is_public and k.message <> ''),
     'gifts', (
       select coalesce(json_agg(g.gift order by g.applied_at desc, g.id desc), '[]')
       from (
         select i.applied_at, i.id, json_build_object(
           'name', case when p.show_names then i.donor_name end, 'anonymous', i.is_anonymous,
           'amount_minor', case when i.show_amount then i.amount_minor::text end,
           'message', case when p.allow_messages then i.message end, 'at', i.applied_at) as gift
         from pots.gift i
         where i.owner_id = p.owner_id and i.pot_id = p.id and i.status = 'received' and p.visibility <> 'private'
         order by i.applied_at desc, i.id desc limit $2) g),
     'timeline', (
       select coalesce(json_agg(s.step order by s.at, s.rank), '[]')
       from (
         select l.at, l.rank, json_build_object('at', l.at, 'code', l.code, 'detail', l.detail) as step
         from pots.timeline l
         where l.owner_id = p.owner_id and l.pot_id = p.id and l.gift_id is null
         order by l.at desc, l.rank desc limit $3) s)
   )::text as page,
   coalesce(
     (select case when count(*) >= 5
        then percentile_disc(array[0.2, 0.45, 0.7, 0.9]) within group (order by o.amount_minor) end
      from (
        select a.amount_minor from pots.gift a
        where a.owner_id = p.owner_id and a.pot_id = p.id and a.status = 'received' and a.show_amount
          and p.visibility <> 'private'
        order by a.applied_at desc, a.id desc limit 40) o),
     (select y.quantiles_minor from pots.typical_amount y where y.currency = p.currency))::text[] as given,
   p.owner_id
   from pots.pot p
   join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   where (p.owner_id, p.id) in (select l.owner_id, l.pot_id from pots.share_link l where l.slug = $1)
     and p.end_reason is distinct from 'cancelled'
     and (p.status <> 'scheduled' or not p.minor or p.guardian_approved_at is not null);

-- pots.receive_gift
update pots.gift set status = 'received', paid_at = $3, applied_at = $4, reason = null
   where owner_id = $1 and id = $2 and status in ('pending', 'failed', 'expired');

-- pots.refresh_typical_amounts
insert into pots.typical_amount (currency, quantiles_minor, gifts, computed_at)
   select g.currency, percentile_disc(array[0.2, 0.45, 0.7, 0.9]) within group (order by g.amount_minor), count(*), $2
   from pots.gift g
   where g.status = 'received' and g.currency = $1 and g.applied_at > $3
   group by g.currency having count(*) >= 20
   on conflict (currency) do update
   set quantiles_minor = excluded.quantiles_minor, gifts = excluded.gifts, computed_at = excluded.computed_at;

-- pots.remove_draft
delete from pots.draft where owner_id = $1;

-- pots.remove_drafts_before
delete from pots.draft where updated_at < $1 and not (owner_id = any($2::uuid[]));

-- pots.reschedule
update pots.pot set birthday = $3, opens_at = $4, birthday_at = $5, shortfall_until = $6, refund_all_at = $7, due_at = $8,
     minor = $9, visibility = case when $9 and visibility = 'public' then 'link' else visibility end, updated_at = $10
   where owner_id = $1 and id = $2 and status = 'scheduled';

-- pots.save_draft
update pots.draft set content = $2, step = $3, updated_at = $4 where owner_id = $1;

-- pots.scheduled_of
select id from pots.pot where owner_id = $1 and status = 'scheduled' order by id limit $2;

-- pots.set_due
update pots.pot set due_at = $3, updated_at = $4 where owner_id = $1 and id = $2;

-- pots.set_short
update pots.pot set short_since = $3, updated_at = $4 where owner_id = $1 and id = $2;

-- pots.show_thanks
update pots.thanks set is_public = $3 where owner_id = $1 and pot_id = $2;

-- pots.start_refund
update pots.gift set status = 'refunding', refund_id = $3, refund_reason = $4, refund_attempts = refund_attempts + 1,
     refund_retry_at = null, refund_error = null, refunding_at = $5
   where owner_id = $1 and id = $2
     and (status in ('received', 'held', 'refund_failed') or status = 'failed' and reason = 'amount_differs');

-- pots.started_by_day
select (created_at at time zone $3)::date as day, count(*)::integer as started, count(paid_at)::integer as paid
   from pots.gift where created_at >= $1 and created_at < $2 group by 1 order by 1;

-- pots.steps_of_pot
select at, code, detail from pots.timeline where owner_id = $1 and pot_id = $2 and gift_id is null
   order by at, rank limit $3;

-- pots.sum_visits
select coalesce(sum(views), 0) as views, coalesce(sum(shares), 0) as shares
   from pots.daily_count where owner_id = $1 and pot_id = $2;

-- pots.taken_birthdays
select birthday from pots.pot where owner_id = $1 and id <> $2 and (end_reason is null or end_reason = 'bought')
   order by birthday desc limit $3;

-- pots.top_packs
select pack_id, (array_agg(pack -> 'name' order by ended_at desc))[1] as name, count(*)::integer as bought,
     sum((pack ->> 'price_minor')::bigint)::bigint as amount_minor
   from pots.pot where end_reason = 'bought' and ended_at >= $1 and ended_at < $2
   group by pack_id order by bought desc, amount_minor desc, pack_id limit $3;

-- pots.update_details
update pots.pot set title = $3, story = $4, cover = $5, visibility = $6, allow_anonymous = $7, show_names = $8,
     allow_messages = $9, target_minor = $10, pack_id = $11, pack = $12, revision = revision + 1, updated_at = $13
   where owner_id = $1 and id = $2;

-- pots.views_by_day
select day, sum(views)::integer as views, sum(shares)::integer as shares
   from pots.daily_count where day >= $1 and day < $2 group by day order by day;

-- pots.wrong_totals
select count(*) as pots
   from pots.pot_total t
   left join (select owner_id, pot_id, sum(amount_minor) filter (where status = 'received') as raised,
       count(*) filter (where status = 'received') as gifts, sum(amount_minor) filter (where status = 'refund_failed') as aside
     from pots.gift where applied_at is not null group by owner_id, pot_id) g
     on g.owner_id = t.owner_id and g.pot_id = t.pot_id
   left join (select owner_id, pot_id, sum(amount_minor) filter (where kind = 'top_up') as added,
       sum(amount_minor) filter (where kind in ('surplus', 'top_up_returned')) as gone
     from pots.movement group by owner_id, pot_id) m
     on m.owner_id = t.owner_id and m.pot_id = t.pot_id
   where t.raised_minor <> coalesce(g.raised, 0) or t.gift_count <> coalesce(g.gifts, 0)
     or t.set_aside_minor <> coalesce(g.aside, 0) or t.topped_up_minor <> coalesce(m.added, 0)
     or t.to_credit_minor <> coalesce(m.gone, 0);

-- privacy.active_hold
select id from privacy.legal_hold
   where subject_id = $1 and released_at is null and (until is null or until >= $2::date) limit 1;

-- privacy.advance
update privacy.export set done = done + 1 where subject_id = $1 and id = $2 and state = 'running';

-- privacy.begin
update privacy.erasure set state = 'running', started_at = $3, blocked_by = null
   where subject_id = $1 and id = $2 and state = 'waiting';

-- privacy.block
update privacy.erasure set blocked_by = $3 where subject_id = $1 and id = $2 and state = 'waiting';

-- privacy.complete
update privacy.erasure set state = 'done', ended_at = $3, certificate = $4
   where subject_id = $1 and id = $2 and state = 'running';

-- privacy.delete_exports_of
delete from privacy.export where subject_id = $1;

-- privacy.due
select subject_id, id from privacy.erasure where state in ('waiting', 'running') and due_at <= $1 order by due_at limit $2;

-- privacy.due_purposes
select subject_id, id from privacy.purpose_erasure where state = 'waiting' and due_at <= $1 order by due_at limit $2;

-- privacy.end_purpose
update privacy.purpose_erasure set state = $3, ended_at = $4 where subject_id = $1 and id = $2 and state = 'waiting';

-- privacy.erasures_of
select subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate from privacy.erasure where subject_id = $1 order by requested_at desc limit $2;

-- privacy.find_erasure
select subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate from privacy.erasure where id = $1;

-- privacy.find_export
select subject_id, id, requested_by, state, done, total, requested_at, finished_at, expires_at, for_person, reason, untold_because from privacy.export where subject_id = $1 and id = $2;

-- privacy.find_log
select subject_id, id, kind, purpose, at from privacy.erasure_log where subject_id = $1 and id = $2;

-- privacy.find_open
select subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate from privacy.erasure where subject_id = $1 and state in ('waiting', 'running');

-- privacy.find_part
select module, body from privacy.export_part where subject_id = $1 and export_id = $2 and no = $3;

-- privacy.find_running
select subject_id, id, requested_by, state, done, total, requested_at, finished_at, expires_at, for_person, reason, untold_because from privacy.export where subject_id = $1 and state = 'running';

-- privacy.finish
update privacy.export set state = 'ready', finished_at = $3 where subject_id = $1 and id = $2 and state = 'running';

-- privacy.give_to_person
update privacy.export set for_person = true, requested_by = $2
   where subject_id = $1 and state = 'running' and not for_person returning subject_id, id, requested_by, state, done, total, requested_at, finished_at, expires_at, for_person, reason, untold_because;

-- privacy.held_subjects
select distinct subject_id from privacy.legal_hold where released_at is null and (until is null or until >= $1::date);

-- privacy.insert_erasure
insert into privacy.erasure (subject_id, id, requested_by, state, requested_at, due_at)
   values ($1, $2, $3, 'waiting', $4, $5)
   on conflict (subject_id) where state in ('waiting', 'running') do nothing returning subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate;

-- privacy.insert_export
insert into privacy.export (subject_id, id, requested_by, state, total, requested_at, expires_at, for_person, reason,
     untold_because)
   values ($1, $2, $3, 'running', $4, $5, $6, $7, $8, $9)
   on conflict (subject_id) where state = 'running' do nothing returning subject_id, id, requested_by, state, done, total, requested_at, finished_at, expires_at, for_person, reason, untold_because;

-- privacy.insert_hold
insert into privacy.legal_hold (subject_id, id, basis, placed_by, placed_at, until) values ($1, $2, $3, $4, $5, $6)
   returning subject_id, id, basis, placed_by, placed_at, until, released_by, released_at, released_reason;

-- privacy.insert_log
insert into privacy.erasure_log (subject_id, id, kind, purpose, at) values ($1, $2, $3, $4, $5) on conflict do nothing;

-- privacy.insert_part
insert into privacy.export_part (subject_id, export_id, no, module, body) values ($1, $2, $3, $4, $5);

-- privacy.list_exports
select subject_id, id, requested_by, state, done, total, requested_at, finished_at, expires_at, for_person, reason, untold_because from privacy.export where subject_id = $1 and expires_at > $2 and (for_person or $4::boolean)
   order by requested_at desc, id desc limit $3;

-- privacy.list_holds
select subject_id, id, basis, placed_by, placed_at, until, released_by, released_at, released_reason from privacy.legal_hold
   where (placed_at, id) < ($1::timestamptz, $2::uuid) order by placed_at desc, id desc limit $3;

-- privacy.list_open
select subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate from privacy.erasure
   where state in ('waiting', 'running') and ($1::timestamptz is null or (due_at, id) > ($1::timestamptz, $2::uuid))
   order by due_at, id limit $3;

-- privacy.lock_erasure
select subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate from privacy.erasure where subject_id = $1 and id = $2 for update;

-- privacy.lock_export
select subject_id, id, requested_by, state, done, total, requested_at, finished_at, expires_at, for_person, reason, untold_because from privacy.export where subject_id = $1 and id = $2 for update;

-- privacy.lock_open
select subject_id, id, requested_by, state, blocked_by, modules_done, requested_at, due_at, started_at, ended_at,
  certificate from privacy.erasure where subject_id = $1 and state in ('waiting', 'running') for update;

-- privacy.lock_purpose
select subject_id, id, purpose, state, queued_at, due_at, ended_at from privacy.purpose_erasure where subject_id = $1 and id = $2 and state = 'waiting' for update;

-- privacy.lock_purposes_of
select id from privacy.purpose_erasure where subject_id = $1 and state = 'waiting' order by id for update;

-- privacy.note_module
update privacy.erasure set modules_done = modules_done || $3::text
   where subject_id = $1 and id = $2 and state = 'running' and not ($3::text = any(modules_done));

-- privacy.one_at_a_time
select pg_advisory_xact_lock(7236031);

-- privacy.purposes_of
select subject_id, id, purpose, state, queued_at, due_at, ended_at from privacy.purpose_erasure where subject_id = $1 order by queued_at desc limit $2;

-- privacy.queue_purpose
insert into privacy.purpose_erasure (subject_id, id, purpose, state, queued_at, due_at)
   values ($1, $2, $3, 'waiting', $4, $5)
   on conflict (subject_id, purpose) where state = 'waiting' do update
     set queued_at = excluded.queued_at, due_at = excluded.due_at
   returning subject_id, id, purpose, state, queued_at, due_at, ended_at;

-- privacy.release_hold
update privacy.legal_hold set released_by = $3, released_at = $4, released_reason = $5
   where subject_id = $1 and id = $2 and released_at is null returning subject_id, id, basis, placed_by, placed_at, until, released_by, released_at, released_reason;

-- privacy.remove_expired
delete from privacy.export where expires_at < $1;

-- privacy.undo
update privacy.erasure set state = 'undone', ended_at = $3 where subject_id = $1 and id = $2 and state = 'waiting';

-- privacy.unfinished
select subject_id, id from privacy.export where state = 'running' and requested_at < $1 order by requested_at limit $2;

-- profiles.accept_link
update profiles.guardian_link set status = 'accepted', guardian_id = $3, decided_at = $4
   where child_id = $1 and id = $2 and status = 'invited';

-- profiles.addresses_of
select id, kind, sealed_address, is_default, created_at from profiles.address where user_id = $1
   order by kind, is_default desc, created_at, id;

-- profiles.age_of
select date_of_birth, date_of_birth_changes, identity_check from profiles.profile where user_id = $1;

-- profiles.change_date_of_birth
update profiles.profile set date_of_birth = $2, date_of_birth_changes = date_of_birth_changes + $3, updated_at = $4
   where user_id = $1 and date_of_birth_changes + $3 <= 2;

-- profiles.claim_document
insert into profiles.document_claim (number_index, user_id, claimed_at) values ($1, $2, $3) on conflict do nothing;

-- profiles.claim_document_try
update profiles.identity_document set
     number_tries = case when number_tried_at <= $4 then 1 else number_tries + 1 end, number_tried_at = $2
   where user_id = $1 and (number_tries < $3 or number_tried_at <= $4)
   returning kind, country, sealed_number, number_index, submitted_at, number_tries;

-- profiles.clear_default
update profiles.address set is_default = false where user_id = $1 and kind = $2 and id <> $3 and is_default;

-- profiles.current_links_of
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at from profiles.guardian_link where child_id = $1 and status in ('accepted', 'invited')
   order by status, invited_at, id limit $2;

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

-- profiles.document_tried_at
select number_tried_at from profiles.identity_document where user_id = $1;

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
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at from profiles.guardian_link where child_id = $1 and token_hash = $2;

-- profiles.find_profile
select user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility, allow_sponsor_contact,
   date_of_birth_changes, identity_check, identity_check_note from profiles.profile where user_id = $1;

-- profiles.forget_document_tries
update profiles.identity_document set number_tries = 0 where user_id = $1;

-- profiles.former_guardians_of
select distinct guardian_id from profiles.guardian_link where child_id = $1 and status = 'came_of_age' order by 1;

-- profiles.guarded_child
select p.date_of_birth from profiles.guardian_link l join profiles.profile p on p.user_id = l.child_id
   where l.child_id = $1 and l.guardian_id = $2 and l.status = 'accepted';

-- profiles.guardians_of
select guardian_id from profiles.guardian_link where child_id = $1 and status = 'accepted' order by decided_at, id;

-- profiles.guardians_with
select l.guardian_id, p.date_of_birth, p.date_of_birth_changes, p.identity_check from profiles.guardian_link l join profiles.profile p on p.user_id = l.child_id
   where l.child_id = $1 and l.status = 'accepted' and $2 = any(l.capabilities) order by l.decided_at, l.id;

-- profiles.guardianship
select p.date_of_birth, p.date_of_birth_changes, p.identity_check, l.capabilities from profiles.profile p
   left join profiles.guardian_link l
     on l.child_id = p.user_id and l.child_id = $1 and l.guardian_id = $2 and l.status = 'accepted'
   where p.user_id = $1;

-- profiles.insert_address
insert into profiles.address (user_id, id, slot, kind, sealed_address, is_default, created_at, updated_at)
   select $1::uuid, $2, free.slot, $3, $4, $5, $6::timestamptz, $6
   from (select s.slot from generate_series(1, 20) as s (slot)
         where not exists (select 1 from profiles.address a where a.user_id = $1 and a.slot = s.slot)
         order by s.slot limit 1) as free;

-- profiles.insert_link
insert into profiles.guardian_link (child_id, id, relation, contact_kind, sealed_contact, contact_index, token_hash,
     invited_at, expires_at, invited_by, capabilities)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- profiles.insert_own_link
insert into profiles.guardian_link (child_id, id, status, relation, guardian_id, invited_by, capabilities, invited_at,
     expires_at, decided_at)
   values ($1, $2, 'accepted', $3, $4, $4, $5, $6::timestamptz, $6, $6);

-- profiles.insert_profile
insert into profiles.profile (user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility,
     allow_sponsor_contact, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing;

-- profiles.insert_ward
insert into profiles.ward (guardian_id, child_id, link_id, linked_at) values ($1, $2, $3, $4);

-- profiles.insert_ward_within
insert into profiles.ward (guardian_id, child_id, link_id, linked_at)
   select $1::uuid, $2::uuid, $3::uuid, $4::timestamptz
   where (select count(*) from profiles.ward w where w.guardian_id = $1) < $5;

-- profiles.links_of
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at from profiles.guardian_link where child_id = $1 order by invited_at desc, id limit $2;

-- profiles.lock_accepted
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at from profiles.guardian_link where child_id = $1 and status = 'accepted' order by id for update;

-- profiles.lock_addresses
select id, kind, sealed_address, is_default, created_at from profiles.address where user_id = $1
   order by id for update;

-- profiles.lock_link
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at from profiles.guardian_link where child_id = $1 and id = $2 for update;

-- profiles.lock_link_by_token
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at from profiles.guardian_link where child_id = $1 and token_hash = $2 for update;

-- profiles.lock_link_of
select child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at from profiles.guardian_link where child_id = $1 and guardian_id = $2 and status = 'accepted' for update;

-- profiles.lock_profile
select user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility, allow_sponsor_contact,
   date_of_birth_changes, identity_check, identity_check_note from profiles.profile where user_id = $1 for update;

-- profiles.make_default
update profiles.address set is_default = true where user_id = $1 and id = $2;

-- profiles.outgrown
select distinct l.child_id from profiles.guardian_link l join profiles.profile p on p.user_id = l.child_id
   where l.status = 'accepted' and p.date_of_birth <= $1
     and (p.date_of_birth_changes = 0 or p.identity_check in ('not_required', 'passed'))
   order by l.child_id limit $2;

-- profiles.preferences_of
select f.time_zone, p.user_id is not null as there, p.sms, p.email, p.in_app, p.pots, p.gifts, p.rewards, p.partners,
     p.learning, p.billing, p.marketing, p.quiet_start, p.quiet_end
   from (select $1::uuid as user_id) as who
   left join profiles.profile f on f.user_id = who.user_id and f.user_id = $1
   left join profiles.preference p on p.user_id = who.user_id and p.user_id = $1;

-- profiles.put_document
insert into profiles.identity_document (user_id, kind, country, sealed_number, number_index, submitted_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (user_id) do update set kind = excluded.kind, country = excluded.country,
     sealed_number = excluded.sealed_number, number_index = excluded.number_index, submitted_at = excluded.submitted_at;

-- profiles.put_preferences
insert into profiles.preference as p (user_id, sms, email, in_app, pots, gifts, rewards, partners, marketing, quiet_start,
     quiet_end, updated_at, learning, billing)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce($13::boolean, true), coalesce($14::boolean, true))
   on conflict (user_id) do update set sms = excluded.sms, email = excluded.email, in_app = excluded.in_app,
     pots = excluded.pots, gifts = excluded.gifts, rewards = excluded.rewards, partners = excluded.partners,
     marketing = excluded.marketing, quiet_start = excluded.quiet_start, quiet_end = excluded.quiet_end,
     updated_at = excluded.updated_at, learning = coalesce($13::boolean, p.learning),
     billing = coalesce($14::boolean, p.billing);

-- profiles.release_claim
delete from profiles.document_claim where number_index = $1 and user_id = $2;

-- profiles.set_capabilities
update profiles.guardian_link set capabilities = $3 where child_id = $1 and id = $2 and status = 'accepted';

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
select w.child_id, l.capabilities, w.linked_at from profiles.ward w
   join profiles.guardian_link l on l.child_id = w.child_id and l.id = w.link_id
   where w.guardian_id = $1 order by w.linked_at, w.child_id limit $2;

-- profiles.wards_with
select w.child_id, p.date_of_birth, p.date_of_birth_changes, p.identity_check from profiles.ward w
   join profiles.guardian_link l on l.child_id = w.child_id and l.id = w.link_id
   join profiles.profile p on p.user_id = w.child_id
   where w.guardian_id = $1 and l.status = 'accepted' and $2 = any(l.capabilities)
   order by w.linked_at, w.child_id limit $3;

-- profiles.withdraw_invitations
update profiles.guardian_link set status = 'withdrawn' where child_id = $1 and status = 'invited';

-- profiles.withdraw_invitations_by
update profiles.guardian_link set status = 'withdrawn' where child_id = $1 and invited_by = $2 and status = 'invited';

-- profiles.withdraw_link
update profiles.guardian_link set status = 'withdrawn' where child_id = $1 and id = $2 and status = 'invited';

-- redemption.approve
update redemption.voucher set guardian_approved_at = $3, guardian_approved_by = $4
   where holder_id = $1 and id = $2 and guardian_approved_at is null;

-- redemption.ask_for_paper
update redemption.voucher set paper_at = $3
   where holder_id = $1 and id = $2 and paper_at is null and status = 'issued';

-- redemption.claim
insert into redemption.claim (holder_id, voucher_id, kind, redemption_id, partner_id, venue_id, transfer_id,
     amount_minor, claimed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict on constraint claim_pkey do nothing;

-- redemption.erase_codes
update redemption.voucher set code = null where holder_id = $1;

-- redemption.expect_ended
select transfer_id, amount_minor from redemption.claim
   where kind <> 'redeemed' and ($1::uuid is null or transfer_id > $1) order by transfer_id limit $2;

-- redemption.expect_issued
select id as transfer_id, price_minor as amount_minor from redemption.voucher
   where $1::uuid is null or id > $1 order by id limit $2;

-- redemption.expect_redeemed
select id as transfer_id, price_minor as amount_minor from redemption.redemption
   where $1::uuid is null or id > $1 order by id limit $2;

-- redemption.expect_undone
select undo_transfer_id as transfer_id, price_minor as amount_minor from redemption.redemption
   where undo_transfer_id is not null and ($1::uuid is null or undo_transfer_id > $1)
   order by undo_transfer_id limit $2;

-- redemption.find_by_value
select v.id, v.holder_id, v.reference, v.pack_id, v.partner_id, v.terms, v.price_minor, v.asset, v.valid_from,
  v.valid_until, v.code, v.requires_guardian, v.guardian_approved_at, v.paper_at, v.status, v.issued_at,
  c.kind as claim_kind, c.claimed_at, c.venue_id as claim_venue_id from redemption.voucher v
   left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id
   where v.holder_id = (select f.holder_id from redemption.finder f where f.value = $1)
     and v.id = (select f.voucher_id from redemption.finder f where f.value = $1);

-- redemption.find_redemption
select id, partner_id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor, share_minor,
  commission_minor, asset, redeemed_at, undone_at, settlement_id from redemption.redemption where id = $1;

-- redemption.find_voucher
select v.id, v.holder_id, v.reference, v.pack_id, v.partner_id, v.terms, v.price_minor, v.asset, v.valid_from,
  v.valid_until, v.code, v.requires_guardian, v.guardian_approved_at, v.paper_at, v.status, v.issued_at,
  c.kind as claim_kind, c.claimed_at, c.venue_id as claim_venue_id from redemption.voucher v
   left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id where v.holder_id = $1 and v.id = $2;

-- redemption.give_up_claim
delete from redemption.claim where holder_id = $1 and voucher_id = $2 and redemption_id = $3;

-- redemption.inquire_attempts
select voucher_id, attempted_at, act, result, method from redemption.attempt
   where voucher_id = any($1::uuid[]) order by attempted_at desc limit $2;

-- redemption.inquire_redemptions
select id, partner_id, voucher_id, venue_name, redeemed_at, undone_at, undo_transfer_id, settlement_id
   from redemption.redemption where id = any($1::uuid[]) limit $2;

-- redemption.inquire_vouchers
select v.holder_id, v.id, v.reference, v.partner_id, v.terms->'name' as pack_name, v.terms->>'partner_name' as partner_name,
     v.price_minor, v.asset, v.status, v.valid_from, v.valid_until, v.requires_guardian, v.guardian_approved_at, v.issued_at,
     c.kind as claim_kind, c.claimed_at, c.redemption_id as claim_redemption_id, c.partner_id as claim_partner_id,
     c.transfer_id as claim_transfer_id
   from redemption.voucher v
   left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id
   where (v.holder_id, v.id) in (
     select i.holder_id, i.id from redemption.voucher i where i.id = any($1::uuid[])
     union select f.holder_id, f.voucher_id from redemption.finder f where f.value = $2
     union select r.holder_id, r.voucher_id from redemption.redemption r where r.id = any($3::uuid[])
     union (select h.holder_id, h.id from redemption.voucher h where h.holder_id = $4::uuid order by h.id desc limit $5))
   order by v.issued_at desc limit $5;

-- redemption.insert_attempt
insert into redemption.attempt (partner_id, attempted_at, id, act, result, method, venue_id, user_id, voucher_id,
     redemption_id, ip, user_agent, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- redemption.insert_finder
insert into redemption.finder (value, holder_id, voucher_id) values ($1, $2, $3)
   on conflict on constraint finder_pkey do nothing;

-- redemption.insert_redemption
insert into redemption.redemption (partner_id, id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor,
     share_minor, commission_minor, asset, scanned_by, redeemed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- redemption.insert_voucher
insert into redemption.voucher (holder_id, id, reference, pack_id, partner_id, terms, price_minor, asset, valid_from,
     valid_until, code, requires_guardian, issued_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
   on conflict on constraint voucher_pkey do nothing;

-- redemption.list_attempts
select a.id, a.attempted_at, a.act, a.result, a.method, a.venue_id, a.redemption_id, r.pack_name, r.venue_name,
     r.redeemed_at, r.undone_at
   from redemption.attempt a
     left join redemption.redemption r on r.partner_id = a.partner_id and r.id = a.redemption_id
   where a.partner_id = $1 and ($2::timestamptz is null or (a.attempted_at, a.id) < ($2, $3::uuid))
   order by a.attempted_at desc, a.id desc limit $4;

-- redemption.list_due
select v.id, v.holder_id, v.reference, v.pack_id, v.partner_id, v.terms, v.price_minor, v.asset, v.valid_from,
  v.valid_until, v.code, v.requires_guardian, v.guardian_approved_at, v.paper_at, v.status, v.issued_at,
  c.kind as claim_kind, c.claimed_at, c.venue_id as claim_venue_id from redemption.voucher v
   left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id
   where v.status = 'issued' and v.valid_until <= $1 order by v.valid_until, v.id limit $2;

-- redemption.list_of_holder
select v.id, v.holder_id, v.reference, v.pack_id, v.partner_id, v.terms, v.price_minor, v.asset, v.valid_from,
  v.valid_until, v.code, v.requires_guardian, v.guardian_approved_at, v.paper_at, v.status, v.issued_at,
  c.kind as claim_kind, c.claimed_at, c.venue_id as claim_venue_id from redemption.voucher v
   left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id
   where v.holder_id = $1 and ($2::timestamptz is null or (v.issued_at, v.id) < ($2, $3::uuid))
   order by v.issued_at desc, v.id desc limit $4;

-- redemption.list_settleable
select id, partner_id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor, share_minor,
  commission_minor, asset, redeemed_at, undone_at, settlement_id, false as reversal, redeemed_at as at from redemption.redemption
     where partner_id = $1 and settlement_id is null and redeemed_at < $2 and (undone_at is null or undone_at >= $2)
   union all
   select id, partner_id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor, share_minor,
  commission_minor, asset, redeemed_at, undone_at, settlement_id, true as reversal, undone_at as at from redemption.redemption
     where partner_id = $1 and settlement_id is not null and reversal_settlement_id is null and undone_at < $2
   order by at, id limit $3;

-- redemption.remove_attempts
delete from redemption.attempt a where a.attempted_at < $1 and not coalesce(a.user_id = any($2::uuid[]), false)
     and not exists (select from redemption.voucher v where v.id = a.voucher_id and v.holder_id = any($2::uuid[]));

-- redemption.set_status
update redemption.voucher set status = $3 where holder_id = $1 and id = $2 and status = $4;

-- redemption.settle_open
update redemption.redemption set settlement_id = $3 where partner_id = $1 and settlement_id is null and redeemed_at < $2 and (undone_at is null or undone_at >= $2)
   returning id, partner_id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor, share_minor,
  commission_minor, asset, redeemed_at, undone_at, settlement_id, false as reversal, redeemed_at as at;

-- redemption.settle_reversals
update redemption.redemption set reversal_settlement_id = $3 where partner_id = $1 and settlement_id is not null and reversal_settlement_id is null and undone_at < $2
   returning id, partner_id, holder_id, voucher_id, venue_id, venue_name, pack_name, price_minor, share_minor,
  commission_minor, asset, redeemed_at, undone_at, settlement_id, true as reversal, undone_at as at;

-- redemption.total_since
select count(*) as redeemed, coalesce(sum(price_minor), 0)::bigint as price_minor,
     coalesce(sum(share_minor), 0)::bigint as share_minor
   from redemption.redemption where partner_id = $1 and redeemed_at >= $2 and undone_at is null;

-- redemption.totals_by_counter
select venue_name, scanned_by, count(*) as redeemed, sum(share_minor)::bigint as share_minor
   from redemption.redemption where partner_id = $1 and redeemed_at >= $2 and undone_at is null
   group by venue_name, scanned_by order by venue_name, redeemed desc, scanned_by limit $3;

-- redemption.undo
update redemption.redemption set undone_at = $3, undone_by = $4, undo_reason = $5, undo_transfer_id = $6
   where partner_id = $1 and id = $2 and undone_at is null;

-- reports.advance
update reports.export set cursor = $3, part_count = part_count + 1, row_count = row_count + $4, moved_at = $5
   where owner_id = $1 and id = $2 and state = 'running';

-- reports.close_first
update reports.saved_view set opens_first = false where owner_id = $1 and list = $2 and opens_first and id <> $3;

-- reports.delete_exports_of
delete from reports.export where owner_id = $1;

-- reports.delete_parts
delete from reports.part where owner_id = $1 and export_id = $2;

-- reports.delete_view
delete from reports.saved_view where owner_id = $1 and id = $2;

-- reports.delete_views_of
delete from reports.saved_view where owner_id = $1;

-- reports.find_export
select owner_id, id, session_id, list, query, locale, columns, heads, state, reason, cursor, part_count, row_count,
  truncated, requested_at, moved_at, finished_at from reports.export where owner_id = $1 and id = $2;

-- reports.find_part
select body from reports.part where owner_id = $1 and export_id = $2 and no = $3;

-- reports.find_running
select owner_id, id, session_id, list, query, locale, columns, heads, state, reason, cursor, part_count, row_count,
  truncated, requested_at, moved_at, finished_at from reports.export where owner_id = $1 and fingerprint = $2 and state = 'running';

-- reports.find_view
select owner_id, id, list, name, query, shared, opens_first from reports.saved_view where owner_id = $1 and id = $2;

-- reports.finish
update reports.export set state = $3, reason = $4, truncated = $5, slot = null, finished_at = $6
   where owner_id = $1 and id = $2 and state = 'running';

-- reports.insert_export
insert into reports.export (owner_id, id, session_id, slot, list, query, fingerprint, locale, columns, heads, state,
     requested_at, moved_at)
   select $1::uuid, $2::uuid, $3::uuid, s.slot, $4, $5::jsonb, $6, $7, $8::text[], $9::text[], 'running', $10::timestamptz, $10
   from generate_series(1, 3) as s (slot)
   where not exists (select from reports.export e where e.owner_id = $1 and e.slot = s.slot)
   order by s.slot limit 1
   on conflict do nothing returning owner_id, id, session_id, list, query, locale, columns, heads, state, reason, cursor, part_count, row_count,
  truncated, requested_at, moved_at, finished_at;

-- reports.insert_part
insert into reports.part (owner_id, export_id, no, body) values ($1, $2, $3, $4);

-- reports.insert_view
insert into reports.saved_view (owner_id, id, slot, list, name, query, shared, opens_first, created_at)
   select $1::uuid, $2::uuid, s.slot, $3, $4, $5, $6, false, $7::timestamptz from generate_series(1, 50) as s (slot)
   where not exists (select from reports.saved_view v where v.owner_id = $1 and v.slot = s.slot)
   order by s.slot limit 1 returning owner_id, id, list, name, query, shared, opens_first;

-- reports.list_exports
select owner_id, id, session_id, list, query, locale, columns, heads, state, reason, cursor, part_count, row_count,
  truncated, requested_at, moved_at, finished_at from reports.export
   where owner_id = $1 and (requested_at, id) < ($2::timestamptz, $3::uuid)
   order by requested_at desc, id desc limit $4;

-- reports.list_views
select owner_id, id, list, name, query, shared, opens_first from reports.saved_view where owner_id = $1 or shared order by list, name, id limit $2;

-- reports.lock_export
select owner_id, id, session_id, list, query, locale, columns, heads, state, reason, cursor, part_count, row_count,
  truncated, requested_at, moved_at, finished_at from reports.export where owner_id = $1 and id = $2 for update;

-- reports.remove_exports_before
delete from reports.export where requested_at < $1 and not (owner_id = any($2::uuid[]));

-- reports.update_view
update reports.saved_view set name = $3, query = $4, shared = $5, opens_first = $6
   where owner_id = $1 and id = $2 returning owner_id, id, list, name, query, shared, opens_first;

-- reports.views_of
select owner_id, id, list, name, query, shared, opens_first from reports.saved_view where owner_id = $1 order by list, name limit $2;

-- settlements.approve
update settlements.settlement set status = 'approved', approved_by = $3, approved_at = $4
   where partner_id = $1 and id = $2 and status = any($5) returning partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into;

-- settlements.back_to_approved
update settlements.settlement set status = 'approved', paid_by = null, payout_id = null, paid_at = null,
     payout_failure = $4
   where partner_id = $1 and id = $2 and payout_id = $3 and status = any($5) returning partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into;

-- settlements.carry_into
update settlements.settlement set carried_into = $2
   where partner_id = $1 and id <> $2 and status in ('carried', 'disputed') and carried_into is null
   returning payable_minor - withheld_minor as left_minor;

-- settlements.find_by_end
select partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into from settlements.settlement where partner_id = $1 and period_end = $2;

-- settlements.find_dispute
select id, partner_id, settlement_id, line_no, redemption_id, share_minor, reason, opened_at, resolution,
  resolution_note, resolved_at, released_into from settlements.dispute where id = $1;

-- settlements.find_settlement
select partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into from settlements.settlement where id = $1;

-- settlements.has_left_over
select exists (select from settlements.settlement where partner_id = $1 and status in ('carried', 'disputed')
       and carried_into is null and payable_minor <> withheld_minor)
     or exists (select from settlements.dispute where partner_id = $1 and resolution is not null and released_into is null)
     as left_over;

-- settlements.inquire_settlements
select partner_id, id, period_start, period_end, asset, payable_minor, status, closed_at, approved_at, paid_at, payout_id,
     payout_failure
   from settlements.settlement where (partner_id, id) in (
     select i.partner_id, i.id from settlements.settlement i where i.id = any($1::uuid[])
     union (select p.partner_id, p.id from settlements.settlement p where p.partner_id = $2::uuid
       order by p.period_end desc limit $3))
   order by closed_at desc limit $3;

-- settlements.insert_dispute
insert into settlements.dispute (partner_id, id, settlement_id, line_no, redemption_id, share_minor, reason, opened_by,
     opened_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- settlements.insert_draft
insert into settlements.settlement (partner_id, id, period_start, period_end, payment_terms, asset,
     minimum_payout_minor, closed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing;

-- settlements.insert_lines
insert into settlements.line (partner_id, settlement_id, line_no, kind, redemption_id, occurred_at, pack_name,
     venue_name, gross_minor, share_minor, commission_minor)
   select $1, $2, l.line_no, l.kind, l.redemption_id, l.occurred_at, l.pack_name, l.venue_name, l.gross_minor,
     l.share_minor, l.commission_minor
   from jsonb_to_recordset($3::jsonb) as l (line_no integer, kind text, redemption_id uuid, occurred_at timestamptz,
     pack_name jsonb, venue_name text, gross_minor bigint, share_minor bigint, commission_minor bigint);

-- settlements.last_end
select period_end from settlements.settlement where partner_id = $1 order by period_end desc limit 1;

-- settlements.last_ends
select partner_id, max(period_end) as period_end from settlements.settlement
   where partner_id = any($1) group by partner_id;

-- settlements.list_all
select partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into from settlements.settlement
   where ($1::text is null or status = $1) and ($2::timestamptz is null or (closed_at, id) < ($2, $3::uuid))
   order by closed_at desc, id desc limit $4;

-- settlements.list_disputes
select id, partner_id, settlement_id, line_no, redemption_id, share_minor, reason, opened_at, resolution,
  resolution_note, resolved_at, released_into from settlements.dispute where partner_id = $1 and settlement_id = $2 order by line_no limit $3;

-- settlements.list_lines
select line_no, kind, redemption_id, occurred_at, pack_name, venue_name, gross_minor, share_minor, commission_minor
   from settlements.line where partner_id = $1 and settlement_id = $2 order by line_no limit $3;

-- settlements.list_of_partner
select partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into from settlements.settlement
   where partner_id = $1 and ($2::date is null or period_end < $2) order by period_end desc limit $3;

-- settlements.mark_paid
update settlements.settlement set status = 'paid', paid_at = $4
   where partner_id = $1 and id = $2 and payout_id = $3 and status = any($5) returning partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into;

-- settlements.release_into
update settlements.dispute d set released_into = $2 from settlements.line l
   where d.partner_id = $1 and d.resolution is not null and d.released_into is null
     and l.partner_id = d.partner_id and l.settlement_id = d.settlement_id and l.line_no = d.line_no
   returning d.redemption_id, d.share_minor, d.resolved_at, l.pack_name, l.venue_name;

-- settlements.resolve_dispute
update settlements.dispute set resolution = $3, resolution_note = $4, resolved_by = $5, resolved_at = $6
   where partner_id = $1 and id = $2 and resolution is null;

-- settlements.seal_draft
update settlements.settlement set line_count = $3, gross_minor = $4, share_minor = $5, commission_minor = $6,
     released_minor = $7, carried_in_minor = $8, payable_minor = $9, status = $10, seal = $11
   where partner_id = $1 and id = $2 and status = 'draft' returning partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into;

-- settlements.start_paying
update settlements.settlement set status = 'paying', paid_by = $3, payout_id = $4, payout_failure = null,
     payout_attempts = payout_attempts + 1
   where partner_id = $1 and id = $2 and status = any($5) and payout_attempts = $6 returning partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into;

-- settlements.withhold
update settlements.settlement set withheld_minor = withheld_minor + $3,
     status = case when status <> 'carried' and payable_minor <= withheld_minor + $3 then 'disputed' else status end
   where partner_id = $1 and id = $2
     and (status in ('pending', 'approved') or (status in ('carried', 'disputed') and carried_into is null))
   returning partner_id, id, period_start, period_end, payment_terms, asset, line_count, gross_minor, share_minor,
  commission_minor, released_minor, carried_in_minor, payable_minor, minimum_payout_minor, withheld_minor, status, seal,
  closed_at, approved_by, approved_at, paid_by, payout_id, payout_attempts, payout_failure, paid_at, carried_into;

-- subscriptions.allowances_between
select issued_on as on_day, sum(net_minor)::bigint as amount_minor from subscriptions.invoice
   where subscription_id = $1 and reason = 'allowance' and issued_on >= $2 and issued_on < $3
   group by issued_on order by issued_on;

-- subscriptions.backlog
select (select count(1) from subscriptions.subscription where due_at < $1) as overdue,
     (select count(1) from subscriptions.repayment r where r.status = 'failed' and not exists (
        select from subscriptions.repayment a where a.subscription_id = r.subscription_id and a.charge_id = r.charge_id
          and a.reason = r.reason and a.asked_at > r.asked_at)) as failed,
     (select count(1) from subscriptions.charge where status = 'disputed') as disputed;

-- subscriptions.claim_trial
insert into subscriptions.trial_claim (claimant, subscription_id, claimed_at) values ($1, $2, $3);

-- subscriptions.close_seat
update subscriptions.seat set to_on = greatest($3::date, from_on)
   where subscription_id = $1 and learner_id = $2 and to_on is null;

-- subscriptions.count_try
update subscriptions.invoice set pages = pages + 1 where subscription_id = $1 and id = $2 and status = 'open'
   returning pages;

-- subscriptions.decide_request
update subscriptions.refund_request set status = $3, decided_by = $4, decided_at = $5, decision_note = $6
   where subscription_id = $1 and id = $2 and status = 'pending';

-- subscriptions.delete_cover
delete from subscriptions.cover where learner_id = $1 and subscription_id = $2;

-- subscriptions.earned_between
select on_day, sum(amount_minor)::bigint as amount_minor from subscriptions.recognition
   where subscription_id = $1 and on_day >= $2 and on_day < $3 group by on_day order by on_day;

-- subscriptions.earned_of
select coalesce(sum(amount_minor), 0)::bigint as amount_minor from subscriptions.recognition
   where subscription_id = $1 and invoice_id = $2;

-- subscriptions.end_charge
update subscriptions.charge set status = $4, failure = $5, ended_at = $6
   where subscription_id = $1 and id = $2 and status = any($3);

-- subscriptions.end_pause
update subscriptions.pause set ended_on = $3 where subscription_id = $1 and from_on = $2 and ended_on is null;

-- subscriptions.end_repayment
update subscriptions.repayment set status = $3, failure = $4, ended_at = $5
   where subscription_id = $1 and id = $2 and status = 'sent';

-- subscriptions.erase_names
update subscriptions.invoice set billed_to = null where payer_id = $1 and billed_to is not null;

-- subscriptions.expected_days
select transfer_id, amount_minor from subscriptions.recognition
   where $1::uuid is null or transfer_id > $1 order by transfer_id limit $2;

-- subscriptions.expected_invoices
select id as transfer_id, moved_minor as amount_minor from subscriptions.invoice
   where status = 'paid' and kind = $3 and ($1::uuid is null or id > $1) order by id limit $2;

-- subscriptions.find_by_number
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice where number = $1 limit 5;

-- subscriptions.find_charge
select subscription_id, id, invoice_id, method, status, amount_minor, returned_minor, failure, made_at, ended_at from subscriptions.charge where subscription_id = $1 and id = $2;

-- subscriptions.find_cover_of
select s.id, s.payer_id, s.status, s.plan, s.plan_version, s.cycle, s.base_minor, s.extra_minor, s.seats_included, s.seats_max,
  s.price_minor, s.currency, s.anchor_on, s.period_start, s.period_end, s.period_days, s.allowed_until, s.reminded_for, s.cancel_at_period_end, s.paid_ahead,
  s.charging, s.card_id, s.provider_subscription_id, s.failed_on, s.retries, s.paused_on, s.paused_until, s.next_plan, s.next_cycle,
  s.noticed_version, s.noticed_on, s.due_at, s.created_at, s.created_by, s.started_at, s.suspended_at, s.ended_at, s.end_reason from subscriptions.cover c
   join subscriptions.subscription s on s.id = c.subscription_id where c.learner_id = $1;

-- subscriptions.find_due
select id from subscriptions.subscription where due_at <= $1 order by due_at limit $2;

-- subscriptions.find_earning
select distinct i.subscription_id from subscriptions.invoice i
   join subscriptions.subscription s on s.id = i.subscription_id
   where i.next_on < $1 and s.status <> 'paused' and i.subscription_id > $2 order by i.subscription_id limit $3;

-- subscriptions.find_invoice
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice where subscription_id = $1 and id = $2;

-- subscriptions.find_invoice_by_id
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice where id = $1;

-- subscriptions.find_invoices
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice
   where (id = any($1::uuid[]) or subscription_id = any($2::uuid[])) and status <> 'void' order by created_at desc, id limit $3;

-- subscriptions.find_open_invoice
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice where subscription_id = $1 and reason = $2 and status = 'open';

-- subscriptions.find_payments
select id, invoice_id, subscription_id from subscriptions.charge
   where subscription_id = any($1::uuid[]) order by made_at desc, id limit $2;

-- subscriptions.find_repayment
select subscription_id, id, charge_id, amount_minor, reason, status, failure, asked_at, ended_at from subscriptions.repayment where subscription_id = $1 and id = $2;

-- subscriptions.find_request
select subscription_id, id, invoice_id, amount_minor, ends, note, status, requested_by, requested_at, decided_by,
  decided_at, decision_note from subscriptions.refund_request where id = $1;

-- subscriptions.find_subscription
select id, payer_id, status, plan, plan_version, cycle, base_minor, extra_minor, seats_included, seats_max,
  price_minor, currency, anchor_on, period_start, period_end, period_days, allowed_until, reminded_for, cancel_at_period_end, paid_ahead,
  charging, card_id, provider_subscription_id, failed_on, retries, paused_on, paused_until, next_plan, next_cycle,
  noticed_version, noticed_on, due_at, created_at, created_by, started_at, suspended_at, ended_at, end_reason from subscriptions.subscription where id = $1;

-- subscriptions.find_things
select id, payer_id, status, plan, price_minor, currency, created_at, started_at, suspended_at, ended_at, end_reason
   from subscriptions.subscription
   where id = any($1::uuid[]) or payer_id = $2
     or id in (select seat.subscription_id from subscriptions.seat where seat.learner_id = $2)
   order by created_at desc, id limit $3;

-- subscriptions.find_trial_claims
select claimant from subscriptions.trial_claim where claimant = any($1);

-- subscriptions.find_under_way
select exists (select from subscriptions.subscription where payer_id = $1 and charging is not null)
     or exists (select from subscriptions.invoice i
       join subscriptions.charge c on c.subscription_id = i.subscription_id and c.invoice_id = i.id
       join subscriptions.repayment r on r.subscription_id = c.subscription_id and r.charge_id = c.id
       where i.payer_id = $1 and (r.status = 'sent' or (r.status = 'failed' and not exists (
         select from subscriptions.repayment a where a.subscription_id = r.subscription_id and a.charge_id = r.charge_id
           and a.reason = r.reason and a.asked_at > r.asked_at)))) as under_way;

-- subscriptions.find_untold
select id from subscriptions.subscription
   where plan = $1 and status <> 'cancelled' and id > $3 and plan_version < $2
     and (noticed_version is null or noticed_version < $2)
   order by id limit $4;

-- subscriptions.forget_allowances
delete from subscriptions.allowance where until_on < $1 and not (learner_id = any($2::uuid[]));

-- subscriptions.given_alone
select coalesce(sum(amount_minor), 0)::bigint as amount_minor from subscriptions.refund_request
   where subscription_id = $1 and status = 'alone';

-- subscriptions.insert_charge
insert into subscriptions.charge (subscription_id, id, invoice_id, method, status, amount_minor, made_at)
   values ($1, $2, $3, $4, 'open', $5, $6);

-- subscriptions.insert_cover
insert into subscriptions.cover (learner_id, subscription_id) values ($1, $2);

-- subscriptions.insert_invoice
insert into subscriptions.invoice (subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
     $26, $27, $28, $29, $30, $31, $32, $33, $34, $35);

-- subscriptions.insert_line
insert into subscriptions.line (subscription_id, invoice_id, line_no, kind, plan, quantity, gross_minor, from_on, to_on)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- subscriptions.insert_pause
insert into subscriptions.pause (subscription_id, from_on, until_on) values ($1, $2, $3)
   on conflict on constraint pause_pkey do update set until_on = excluded.until_on, ended_on = null;

-- subscriptions.insert_recognition
insert into subscriptions.recognition (subscription_id, invoice_id, on_day, day_no, amount_minor, transfer_id)
   values ($1, $2, $3, $4, $5, $6);

-- subscriptions.insert_repayment
insert into subscriptions.repayment (subscription_id, id, charge_id, amount_minor, reason, asked_at)
   values ($1, $2, $3, $4, $5, $6) on conflict on constraint repayment_pkey do nothing;

-- subscriptions.insert_request
insert into subscriptions.refund_request (subscription_id, id, invoice_id, amount_minor, ends, note, status, requested_by,
     requested_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- subscriptions.insert_seat
insert into subscriptions.seat (subscription_id, learner_id, from_on) values ($1, $2, $3)
   on conflict on constraint seat_pkey do update set to_on = null, leaves_at_period_end = false;

-- subscriptions.insert_subscription
insert into subscriptions.subscription (id, payer_id, status, plan, plan_version, cycle, base_minor, extra_minor, seats_included, seats_max,
  price_minor, currency, anchor_on, period_start, period_end, period_days, allowed_until, reminded_for, cancel_at_period_end, paid_ahead,
  charging, card_id, provider_subscription_id, failed_on, retries, paused_on, paused_until, next_plan, next_cycle,
  noticed_version, noticed_on, due_at, created_at, created_by, started_at, suspended_at, ended_at, end_reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25,
     $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38);

-- subscriptions.insert_version
insert into subscriptions.plan_version (plan, version, prices, effective_on, announced_by, announced_at)
   values ($1, $2, $3, $4, $5, $6);

-- subscriptions.issue_invoice
update subscriptions.invoice set status = 'paid', number = $3, billed_to = $4, credit_minor = $5, moved_minor = gross_minor, from_on = $6, to_on = $7,
     days = $8, next_on = $6, issued_on = $9, settled_at = $10, seller = $11
   where subscription_id = $1 and id = $2 and status = 'open' returning subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller;

-- subscriptions.last_allowance
select max(until_on) as until_on from subscriptions.allowance
   where learner_id = $1 and meter = $2 and amount > 0 and not (subscription_id = $3 and until_on = $4);

-- subscriptions.list_charges
select subscription_id, id, invoice_id, method, status, amount_minor, returned_minor, failure, made_at, ended_at from subscriptions.charge where subscription_id = $1 and invoice_id = $2 order by made_at, id limit 100;

-- subscriptions.list_credit_notes
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice where subscription_id = $1 and corrects = $2 order by created_at, id limit 100;

-- subscriptions.list_for_staff
select id, payer_id, status, plan, plan_version, cycle, base_minor, extra_minor, seats_included, seats_max,
  price_minor, currency, anchor_on, period_start, period_end, period_days, allowed_until, reminded_for, cancel_at_period_end, paid_ahead,
  charging, card_id, provider_subscription_id, failed_on, retries, paused_on, paused_until, next_plan, next_cycle,
  noticed_version, noticed_on, due_at, created_at, created_by, started_at, suspended_at, ended_at, end_reason from subscriptions.subscription
   where ($1::text is null or status = $1) and ($2::uuid is null or payer_id = $2)
     and ($3::timestamptz is null or (created_at, id) < ($3, $4::uuid))
   order by created_at desc, id desc limit $5;

-- subscriptions.list_invoices
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice where subscription_id = $1 and status <> 'void'
   order by created_at desc, id desc limit $2;

-- subscriptions.list_invoices_of_payer
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice
   where payer_id = $1 and status <> 'void' and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
   order by created_at desc, id desc limit $4;

-- subscriptions.list_lines
select line_no, kind, plan, quantity, gross_minor, from_on, to_on from subscriptions.line
   where subscription_id = $1 and invoice_id = $2 order by line_no;

-- subscriptions.list_of_payer
select id, payer_id, status, plan, plan_version, cycle, base_minor, extra_minor, seats_included, seats_max,
  price_minor, currency, anchor_on, period_start, period_end, period_days, allowed_until, reminded_for, cancel_at_period_end, paid_ahead,
  charging, card_id, provider_subscription_id, failed_on, retries, paused_on, paused_until, next_plan, next_cycle,
  noticed_version, noticed_on, due_at, created_at, created_by, started_at, suspended_at, ended_at, end_reason from subscriptions.subscription
   where payer_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
   order by created_at desc, id desc limit $4;

-- subscriptions.list_open_charges
select subscription_id, id, invoice_id, method, status, amount_minor, returned_minor, failure, made_at, ended_at from subscriptions.charge where subscription_id = $1 and status = 'open' order by made_at, id limit 100;

-- subscriptions.list_open_invoices
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice where subscription_id = $1 and status = 'open' order by created_at limit 10;

-- subscriptions.list_paid_charges
select subscription_id, id, invoice_id, method, status, amount_minor, returned_minor, failure, made_at, ended_at from subscriptions.charge
   where subscription_id = $1 and status = 'applied' and returned_minor < amount_minor
   order by ended_at desc, id desc limit 100;

-- subscriptions.list_repayments
select subscription_id, id, charge_id, amount_minor, reason, status, failure, asked_at, ended_at from subscriptions.repayment where subscription_id = $1 order by asked_at desc, id limit 100;

-- subscriptions.list_requests
select subscription_id, id, invoice_id, amount_minor, ends, note, status, requested_by, requested_at, decided_by,
  decided_at, decision_note from subscriptions.refund_request
   where ($1::text is null or status = $1) and ($2::timestamptz is null or (requested_at, id) < ($2, $3::uuid))
   order by requested_at desc, id desc limit $4;

-- subscriptions.list_running_invoices
select subscription_id, id, kind, reason, status, number, payer_id, billed_to, plan, plan_version, cycle,
  base_minor, extra_minor, learners, adds_learner, currency, gross_minor, net_minor, tax_minor, tax_basis_points, credit_minor,
  refunded_minor, moved_minor, from_on, to_on, days, days_done, next_on, corrects, pages, due_on, issued_on, created_at, settled_at,
  seller from subscriptions.invoice
   where subscription_id = $1 and next_on is not null order by from_on, created_at, id limit 100;

-- subscriptions.list_seats
select subscription_id, learner_id, from_on, to_on, leaves_at_period_end from subscriptions.seat where subscription_id = $1 and to_on is null order by from_on, learner_id;

-- subscriptions.list_seats_between
select subscription_id, learner_id, from_on, to_on, leaves_at_period_end from subscriptions.seat
   where subscription_id = $1 and from_on < $3 and (to_on is null or to_on > $2) order by learner_id, from_on limit 200;

-- subscriptions.list_seats_of
select subscription_id, learner_id, from_on, to_on, leaves_at_period_end from subscriptions.seat
   where learner_id = $1 and from_on < $3 and (to_on is null or to_on > $2) order by from_on limit 200;

-- subscriptions.list_versions
select plan, version, prices, effective_on from subscriptions.plan_version order by plan, version;

-- subscriptions.living_of
select id, card_id from subscriptions.subscription where payer_id = $1 and status <> 'cancelled' order by id limit 100;

-- subscriptions.lock_allowance
insert into subscriptions.allowance as a (subscription_id, learner_id, meter, until_on, amount) values ($1, $2, $3, $4, 0)
   on conflict on constraint allowance_pkey do update set amount = a.amount returning amount;

-- subscriptions.lock_subscription
select id, payer_id, status, plan, plan_version, cycle, base_minor, extra_minor, seats_included, seats_max,
  price_minor, currency, anchor_on, period_start, period_end, period_days, allowed_until, reminded_for, cancel_at_period_end, paid_ahead,
  charging, card_id, provider_subscription_id, failed_on, retries, paused_on, paused_until, next_plan, next_cycle,
  noticed_version, noticed_on, due_at, created_at, created_by, started_at, suspended_at, ended_at, end_reason from subscriptions.subscription where id = $1 for update;

-- subscriptions.mark_leaving
update subscriptions.seat set leaves_at_period_end = $3
   where subscription_id = $1 and learner_id = $2 and to_on is null and leaves_at_period_end <> $3;

-- subscriptions.move_charge
update subscriptions.charge set invoice_id = $3 where subscription_id = $1 and id = $2;

-- subscriptions.next_number
insert into subscriptions.numbering as n (series, last) values ($1, 1)
   on conflict on constraint numbering_pkey do update set last = n.last + 1 returning last;

-- subscriptions.note_credit
update subscriptions.invoice set refunded_minor = refunded_minor + $3
   where subscription_id = $1 and id = $2 and refunded_minor + $3 <= gross_minor;

-- subscriptions.paused_since
select coalesce(sum(ended_on - greatest(from_on, $2::date)), 0)::integer as days
   from subscriptions.pause where subscription_id = $1 and ended_on > $2 and until_on < '9999-12-31';

-- subscriptions.return_part
update subscriptions.charge set returned_minor = returned_minor + $3
   where subscription_id = $1 and id = $2 and returned_minor + $3 between 0 and amount_minor;

-- subscriptions.seats_ever
select subscription_id, learner_id, from_on, to_on, leaves_at_period_end from subscriptions.seat where learner_id = $1 order by from_on desc limit 200;

-- subscriptions.set_allowance
update subscriptions.allowance set amount = $5
   where subscription_id = $1 and learner_id = $2 and meter = $3 and until_on = $4;

-- subscriptions.shift_days
update subscriptions.invoice set next_on = $3::date
   where subscription_id = $1 and id = $2 and next_on is not null;

-- subscriptions.step_day
update subscriptions.invoice set days_done = $4, next_on = case when $4 < days then next_on + 1 end
   where subscription_id = $1 and id = $2 and days_done = $3 and next_on is not null;

-- subscriptions.stop_earning
update subscriptions.invoice set next_on = null, refunded_minor = refunded_minor + $3
   where subscription_id = $1 and id = $2;

-- subscriptions.update_subscription
update subscriptions.subscription set payer_id = $2, status = $3, plan = $4, plan_version = $5, cycle = $6, base_minor = $7, extra_minor = $8,
     seats_included = $9, seats_max = $10, price_minor = $11, currency = $12, anchor_on = $13, period_start = $14,
     period_end = $15, period_days = $16, allowed_until = $17, reminded_for = $18, cancel_at_period_end = $19, paid_ahead
     = $20, charging = $21, card_id = $22, provider_subscription_id = $23, failed_on = $24, retries = $25, paused_on =
     $26, paused_until = $27, next_plan = $28, next_cycle = $29, noticed_version = $30, noticed_on = $31, due_at = $32,
     created_at = $33, created_by = $34, started_at = $35, suspended_at = $36, ended_at = $37, end_reason = $38
   where id = $1;

-- subscriptions.void_invoice
update subscriptions.invoice set status = 'void' where subscription_id = $1 and id = $2 and status = 'open';

-- tutoring.all_of
select learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state, helper, provider,
  model, exercise, given, concern, reserved, prompt_tokens, deadline_at from tutoring.exchange where learner_id = $1 order by asked_at, id limit $2;

-- tutoring.answering_of
select id from tutoring.exchange where learner_id = $1 and state = 'answering' limit 100;

-- tutoring.delete_conversations_of
delete from tutoring.conversation where learner_id = $1;

-- tutoring.due_exchanges
select learner_id, id from tutoring.exchange where state = 'answering' and deadline_at <= $1
   order by deadline_at limit $2;

-- tutoring.exchanges_of
select learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state, helper, provider,
  model, exercise, given, concern, reserved, prompt_tokens, deadline_at from tutoring.exchange
   where learner_id = $1 and conversation_id = $2 and ($6 or concern is distinct from 'danger')
     and ($3::timestamptz is null or (asked_at, id) > ($3::timestamptz, $4::uuid))
   order by asked_at, id limit $5;

-- tutoring.find_exchange
select learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state, helper, provider,
  model, exercise, given, concern, reserved, prompt_tokens, deadline_at from tutoring.exchange where learner_id = $1 and id = $2;

-- tutoring.finish_exchange
update tutoring.exchange set answer = coalesce($3, answer), streamed_characters = $4, state = $5, helper = $6,
     provider = $7, model = $8, given = $9, tokens_in = $10, tokens_out = $11, finished_at = $12
   where learner_id = $1 and id = $2 and state = 'answering';

-- tutoring.given_for
select given from tutoring.exchange where learner_id = $1 and exercise = $2 and cardinality(given) > 0
   order by asked_at, id limit 200;

-- tutoring.insert_exchange
insert into tutoring.exchange (learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state,
     helper, provider, model, exercise, concern, reserved, prompt_tokens, deadline_at, finished_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   on conflict on constraint exchange_pkey do nothing;

-- tutoring.latest_of
select learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state, helper, provider,
  model, exercise, given, concern, reserved, prompt_tokens, deadline_at from tutoring.exchange
   where learner_id = $1 and conversation_id = $2 and state <> 'answering' and concern is null and id <> $3
   order by asked_at desc, id desc limit $4;

-- tutoring.list_concerns
select learner_id, id, conversation_id, concern, asked_at from tutoring.exchange
   where concern is not null and ($1::timestamptz is null or (asked_at, id) < ($1::timestamptz, $2::uuid))
   order by asked_at desc, id desc limit $3;

-- tutoring.list_conversations
select c.id, c.started_at, c.last_at, x.exchanges
   from tutoring.conversation c
   cross join lateral (
     select count(*) as exchanges from tutoring.exchange e
     where e.learner_id = c.learner_id and e.conversation_id = c.id and ($5 or e.concern is distinct from 'danger')) x
   where c.learner_id = $1 and x.exchanges > 0
     and ($2::timestamptz is null or (c.last_at, c.id) < ($2::timestamptz, $3::uuid))
   order by c.last_at desc, c.id desc limit $4;

-- tutoring.lock_exchange
select learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state, helper, provider,
  model, exercise, given, concern, reserved, prompt_tokens, deadline_at from tutoring.exchange where learner_id = $1 and id = $2 for update;

-- tutoring.remove_empty_conversations
delete from tutoring.conversation c where c.last_at < $1 and not (c.learner_id = any($2::uuid[]))
     and not exists (select from tutoring.exchange e where e.learner_id = c.learner_id and e.conversation_id = c.id);

-- tutoring.remove_exchanges_before
delete from tutoring.exchange
   where asked_at < $1 and state <> 'answering' and not (learner_id = any($2::uuid[]));

-- tutoring.save_streamed
update tutoring.exchange set answer = $3, streamed_characters = $4
   where learner_id = $1 and id = $2 and state = 'answering';

-- tutoring.touch_conversation
insert into tutoring.conversation as c (learner_id, id, started_at, last_at) values ($1, $2, $3, $3)
   on conflict on constraint conversation_pkey do update set last_at = greatest(c.last_at, excluded.last_at);
