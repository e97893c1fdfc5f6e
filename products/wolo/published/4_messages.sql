-- Messages to people and what they wish to be told; the trail of acts and the sessions of staff.

create view notifications with (security_invoker = true) as
select
  m.id,
  a.user_id,
  null::varchar(255) as recipient_identifier,
  md5('notification_template:' || m.message_key)::uuid as template_id,
  m.channel::varchar(20) as channel,
  null::varchar(500) as subject,
  null::text as body,
  jsonb_build_object('message', m.message_key, 'locale', m.locale, 'about', m.about_type, 'about_id', m.about_id) as template_data,
  (case
    when m.status in ('queued', 'sending') then 'pending'
    when m.status in ('unknown', 'dropped') then 'failed'
    else m.status
  end)::varchar(20) as status,
  m.not_before as scheduled_at,
  m.sent_at,
  null::timestamptz as delivered_at,
  m.failed_at,
  null::varchar(50) as provider,
  m.provider_id::varchar(255) as provider_message_id,
  null::jsonb as provider_response,
  greatest(m.attempts - 1, 0) as retry_count,
  5 as max_retries,
  case when m.status = 'queued' and m.attempts > 0 then m.not_before end as next_retry_at,
  m.error as error_message,
  null::varchar(50) as error_code,
  m.created_at,
  greatest(m.created_at, m.sent_at, m.failed_at) as updated_at
from messaging.outgoing m left join identity.user_account a on a.user_id = m.owner_id;
comment on view notifications is 'Each text message and e-mail, until its retention is over.';
comment on column notifications.id is 'The message.';
comment on column notifications.user_id is 'To whom; null for people without an account.';
comment on column notifications.recipient_identifier is 'Always null: sealed with the person''s key.';
comment on column notifications.template_id is 'Follows from the name of the text, which stands in template_data.';
comment on column notifications.channel is 'sms or email.';
comment on column notifications.subject is 'Always null: sealed with the person''s key.';
comment on column notifications.body is 'Always null: sealed with the person''s key.';
comment on column notifications.template_data is 'Name of the text, language, and what it is about. What was filled in is sealed with the text.';
comment on column notifications.status is 'pending, sent or failed (also: the process ended while sending, or the recipient was erased).';
comment on column notifications.scheduled_at is 'Instant before which it is not sent: quiet hours, or the wait before another try.';
comment on column notifications.sent_at is 'Instant the provider took it.';
comment on column notifications.delivered_at is 'Always null: providers are not asked.';
comment on column notifications.failed_at is 'Instant it was given up.';
comment on column notifications.provider is 'Always null: a setting of the installation, one for each channel.';
comment on column notifications.provider_message_id is 'The provider''s name for it.';
comment on column notifications.provider_response is 'Always null: of an answer only the name and the error are kept.';
comment on column notifications.retry_count is 'Tries after the first.';
comment on column notifications.max_retries is 'Tries after the first before it is given up.';
comment on column notifications.next_retry_at is 'Instant of the next try; null unless one failed and another follows.';
comment on column notifications.error_message is 'Why the last try failed.';
comment on column notifications.error_code is 'Always null: errors are kept as sentences.';
comment on column notifications.created_at is 'Instant of what it tells of.';
comment on column notifications.updated_at is 'Instant of the last step.';

create view notification_preferences with (security_invoker = true) as
select
  p.user_id,
  p.email as email_enabled,
  p.sms as sms_enabled,
  false as whatsapp_enabled,
  p.in_app as push_enabled,
  p.rewards as referral_notifications,
  p.pots as pot_notifications,
  p.gifts as donation_notifications,
  p.marketing as marketing_notifications,
  'immediate'::varchar(20) as digest_frequency,
  p.quiet_start::time as quiet_hours_start,
  p.quiet_end::time as quiet_hours_end,
  p.updated_at
from profiles.preference p;
comment on view notification_preferences is 'What people chose; who chose nothing has no row and the defaults: all but marketing, nothing from 22:00 to 08:00.';
comment on column notification_preferences.user_id is 'Whose they are.';
comment on column notification_preferences.email_enabled is 'E-mail.';
comment on column notification_preferences.sms_enabled is 'Text messages.';
comment on column notification_preferences.whatsapp_enabled is 'Always false: there is no such channel.';
comment on column notification_preferences.push_enabled is 'Notices inside the product.';
comment on column notification_preferences.referral_notifications is 'Rewards.';
comment on column notification_preferences.pot_notifications is 'One''s own pot.';
comment on column notification_preferences.donation_notifications is 'Gifts, given and received.';
comment on column notification_preferences.marketing_notifications is 'Only for who asked for it.';
comment on column notification_preferences.digest_frequency is 'Always immediate: nothing is gathered.';
comment on column notification_preferences.quiet_hours_start is 'Local time from which nothing is sent; null: no quiet hours.';
comment on column notification_preferences.quiet_hours_end is 'Local time at which what waited is sent.';
comment on column notification_preferences.updated_at is 'Instant of the last change.';

create view notification_analytics with (security_invoker = true) as
with message as (
  select (created_at at time zone 'Africa/Dakar')::date as day, message_key, channel, status from messaging.outgoing
)
select
  md5('notification_analytics:' || day || ':' || message_key || ':' || channel)::uuid as id,
  day as date,
  message_key::varchar(100) as template_key,
  channel::varchar(20) as channel,
  count(*) filter (where status = 'sent')::integer as sent_count,
  null::integer as delivered_count,
  count(*) filter (where status in ('failed', 'unknown', 'dropped'))::integer as failed_count,
  null::integer as bounce_count,
  null::integer as opened_count,
  null::integer as clicked_count,
  null::numeric(5, 4) as delivery_rate,
  null::numeric(5, 4) as open_rate,
  null::numeric(5, 4) as click_rate,
  (day + 1)::timestamp at time zone 'Africa/Dakar' as created_at
from message group by day, message_key, channel;
comment on view notification_analytics is 'Messages by day, text and channel, as long as the messages themselves are kept.';
comment on column notification_analytics.id is 'Follows from day, text and channel.';
comment on column notification_analytics.date is 'Civil day in Dakar on which they came about.';
comment on column notification_analytics.template_key is 'Name of the text.';
comment on column notification_analytics.channel is 'sms or email.';
comment on column notification_analytics.sent_count is 'Messages a provider took.';
comment on column notification_analytics.delivered_count is 'Always null: providers are not asked.';
comment on column notification_analytics.failed_count is 'Messages that were given up.';
comment on column notification_analytics.bounce_count is 'Always null: providers are not asked.';
comment on column notification_analytics.opened_count is 'Always null: nobody is watched reading.';
comment on column notification_analytics.clicked_count is 'Always null: nobody is watched reading.';
comment on column notification_analytics.delivery_rate is 'Always null: providers are not asked.';
comment on column notification_analytics.open_rate is 'Always null: nobody is watched reading.';
comment on column notification_analytics.click_rate is 'Always null: nobody is watched reading.';
comment on column notification_analytics.created_at is 'The midnight in Dakar that ends the day.';

create view audit_logs with (security_invoker = true) as
select
  r.id,
  r.actor_id as actor_user_id,
  (case r.actor_kind when 'guest' then 'api' else r.actor_kind end)::varchar(20) as actor_type,
  null::inet as actor_ip,
  r.action::varchar(100) as action,
  r.subject_type::varchar(50) as resource_type,
  r.subject_id as resource_id,
  r.before as old_values,
  r.after as new_values,
  r.reason,
  jsonb_build_object('session', r.session_id, 'actor', r.actor_name) as metadata,
  r.recorded_at as timestamp,
  r.request_id::varchar(100) as request_id,
  null::text as user_agent,
  r.recorded_at as created_at
from audit.record r;
comment on view audit_logs is 'Every act of staff and every act on money, never changed.';
comment on column audit_logs.id is 'The record.';
comment on column audit_logs.actor_user_id is 'Who acted; null for guests and for what happens by itself.';
comment on column audit_logs.actor_type is 'user, system, or api for a request by nobody who is signed in.';
comment on column audit_logs.actor_ip is 'Always null: the session stands for it, see metadata.';
comment on column audit_logs.action is 'Such as pots.gift_refund_started.';
comment on column audit_logs.resource_type is 'Kind of what was acted on, such as gift.';
comment on column audit_logs.resource_id is 'What was acted on.';
comment on column audit_logs.old_values is 'As it stood before; never a secret or a personal field.';
comment on column audit_logs.new_values is 'As it stood after; never a secret or a personal field.';
comment on column audit_logs.reason is 'Why, in words or as a code.';
comment on column audit_logs.metadata is 'The session it was done in, which user_sessions has; for the system, the part of it.';
comment on column audit_logs.timestamp is 'Instant of the act.';
comment on column audit_logs.request_id is 'The request or job it was part of, the same in the logs of the server.';
comment on column audit_logs.user_agent is 'Always null: the session stands for it, see metadata.';
comment on column audit_logs.created_at is 'As timestamp.';

create view admin_sessions with (security_invoker = true) as
select
  s.id,
  s.user_id,
  null::varchar(255) as session_token_hash,
  s.ip as ip_address,
  s.device as user_agent,
  (case
    when 'administrator' = any (m.roles) then 'super'
    when m.roles <@ array['partner_manager', 'partner_cashier'] then 'partner'
    else 'regular'
  end)::varchar(20) as admin_level,
  m.roles as permissions_granted,
  s.created_at,
  s.last_seen_at as last_activity_at,
  least(s.created_at + interval '2160 hours', s.last_seen_at + interval '720 hours') as expires_at,
  s.ended_at as terminated_at,
  (case when s.ended_reason = 'signed_out' then 'logout' when s.ended_reason is not null then 'revoked' end)::varchar(50) as termination_reason,
  coalesce(s.ended_reason = 'token_reused', false) as is_suspicious,
  jsonb_build_object('second_factor_at', s.second_factor_at, 'authenticated_at', s.authenticated_at, 'ended', s.ended_reason)
    as security_flags
from identity.session s
  join (select user_id, array_agg(distinct role order by role) as roles from access.membership group by user_id) m
    on m.user_id = s.user_id;
comment on view admin_sessions is 'The sessions of people who have a role now: our staff and that of partners.';
comment on column admin_sessions.id is 'The session, the same in user_sessions.';
comment on column admin_sessions.user_id is 'Whose it is.';
comment on column admin_sessions.session_token_hash is 'Always null: neither a token nor its hash leaves its table.';
comment on column admin_sessions.ip_address is 'Network address of the sign-in, as text: what a proxy says of it may be no address.';
comment on column admin_sessions.user_agent is 'Kind of device.';
comment on column admin_sessions.admin_level is 'super for administrators, regular for other staff, partner for the staff of partners.';
comment on column admin_sessions.permissions_granted is 'Roles the person has now. Without a second factor (see security_flags) those of our staff open nothing.';
comment on column admin_sessions.created_at is 'Instant of the sign-in.';
comment on column admin_sessions.last_activity_at is 'Instant it was last used, to five minutes.';
comment on column admin_sessions.expires_at is 'Instant it ends by itself: 30 days after its last use, 90 days after sign-in at the latest.';
comment on column admin_sessions.terminated_at is 'Instant it was ended; null while it was not.';
comment on column admin_sessions.termination_reason is 'logout, or revoked for every other end; which one is in security_flags.';
comment on column admin_sessions.is_suspicious is 'True when a token that had been replaced was used again: two parties held it.';
comment on column admin_sessions.security_flags is 'Instants of the second factor and of the last full sign-in, and how it was ended.';
