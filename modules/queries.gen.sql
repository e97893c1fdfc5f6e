-- audit.insert_record
insert into audit.record (subject_id, recorded_at, id, subject_type, action, actor_kind, actor_id, actor_name, session_id,
     request_id, before, after, reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

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
