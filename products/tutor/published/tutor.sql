-- The tables of Tutor's specification as views with its names. What identifies a person is sealed with the person's key and can
-- be read by no database role, so it is null here; the API shows it to whoever may see it.

create view users with (security_invoker = true) as
select
  a.user_id as id,
  null::varchar(255) as email,
  null::varchar(20) as phone,
  a.created_at,
  a.last_sign_in_at as last_login,
  a.status::varchar(20) as status,
  case when p.user_id is not null then
    jsonb_build_object('date_of_birth', p.date_of_birth, 'locale', p.locale, 'time_zone', p.time_zone)
  end as profile
from identity.user_account a left join profiles.profile p on p.user_id = a.user_id;
comment on view users is 'Everybody with an account: guardians, learners, staff. Erased accounts stay as bare ids.';
comment on column users.id is 'Named by every other view as user_id.';
comment on column users.email is 'Always null: sealed with the person''s key.';
comment on column users.phone is 'Always null: sealed with the person''s key.';
comment on column users.created_at is 'Instant of sign-up.';
comment on column users.last_login is 'Instant of the last sign-in.';
comment on column users.status is 'active, suspended or erased.';
comment on column users.profile is 'Date of birth, language and time zone; names are sealed.';

create view guardian_consents with (security_invoker = true) as
select
  r.id,
  r.subject_id as user_id,
  null::varchar(255) as guardian_email,
  r.purpose::varchar(50) as consent_type,
  r.decision = 'given' as consent_given,
  r.at as consent_timestamp,
  r.text_sha256::varchar(64) as legal_text_hash,
  null::inet as ip_address
from consent.record r
where r.decided_as = 'guardian';
comment on view guardian_consents is
  'Every decision of a guardian, one row each, never changed; the latest of each guardian and purpose holds, and of several guardians the stricter.';
comment on column guardian_consents.id is 'The decision; its receipt can be verified by it.';
comment on column guardian_consents.user_id is 'The child.';
comment on column guardian_consents.guardian_email is 'Always null: sealed. Who decided stands in the register under the guardian''s id.';
comment on column guardian_consents.consent_type is 'Purpose: account, learning_data, ai_conversation, voice_recording, marketing.';
comment on column guardian_consents.consent_given is 'False for a refusal, a withdrawal and a consent that ended by itself.';
comment on column guardian_consents.consent_timestamp is 'Instant of the decision.';
comment on column guardian_consents.legal_text_hash is 'SHA-256 (hex) of exactly the text that was agreed to; null for a refusal, a withdrawal and a consent that ended by itself.';
comment on column guardian_consents.ip_address is 'Always null: sealed with the guardian''s key.';

create view learning_profiles with (security_invoker = true) as
select
  m.id,
  m.learner_id as user_id,
  m.subject::varchar(100) as subject,
  m.concept::varchar(200) as concept,
  m.probability as mastery_score,
  m.last_at as last_interaction,
  m.answers as total_interactions,
  coalesce(l.streak_days, 0) as streak_days
from learning.mastery m left join learning.learner l on l.learner_id = m.learner_id;
comment on view learning_profiles is 'How far each learner is with each concept, derived from the log of answers.';
comment on column learning_profiles.id is 'Follows from learner, subject and concept.';
comment on column learning_profiles.user_id is 'The learner.';
comment on column learning_profiles.subject is 'Key of the course.';
comment on column learning_profiles.concept is 'Key of the concept within the course.';
comment on column learning_profiles.mastery_score is 'Probability from 0 to 1 that the concept is mastered.';
comment on column learning_profiles.last_interaction is 'Instant of the last answer, as the device told it.';
comment on column learning_profiles.total_interactions is 'Answers on this concept.';
comment on column learning_profiles.streak_days is 'Days in a row with enough practice as last counted: of the learner, the same on each of their rows.';

create view usage_logs with (security_invoker = true) as
select
  e.id,
  e.subject_id as user_id,
  e.session_id,
  e.service::varchar(50) as service_name,
  (e.tokens_in + e.tokens_out)::integer as tokens_used,
  e.speech_seconds::integer as speech_seconds,
  e.occurred_at as timestamp,
  (e.cost_usd_micros::numeric / 1000000)::numeric(19, 6) as cost_usd,
  e.metadata
from metering.usage_event e;
comment on view usage_logs is 'Each use of a metered service, once; older ones are kept as sums only.';
comment on column usage_logs.id is 'The event, made by whoever reported it: reported twice, it is here once.';
comment on column usage_logs.user_id is 'The learner it was done for.';
comment on column usage_logs.session_id is 'What belongs together, such as a conversation.';
comment on column usage_logs.service_name is 'What was used.';
comment on column usage_logs.tokens_used is 'Tokens read and written.';
comment on column usage_logs.speech_seconds is 'Seconds of speech heard or spoken.';
comment on column usage_logs.timestamp is 'Instant of the use, not of its report.';
comment on column usage_logs.cost_usd is 'In US dollars at the price of its time; null while no price is known.';
comment on column usage_logs.metadata is 'What the service adds; nothing that identifies a person.';

create view subscriptions with (security_invoker = true) as
select
  s.id,
  s.payer_id as user_id,
  s.plan::varchar(100) as plan_name,
  s.status::varchar(20) as status,
  s.cycle::varchar(20) as billing_cycle,
  (s.price_minor::numeric / 100)::numeric(19, 2) as amount_egp,
  s.started_at,
  case when not s.cancel_at_period_end and (s.status in ('active', 'grace')
    or s.status = 'trial' and coalesce(s.card_id, s.provider_subscription_id, s.paid_ahead) is not null) then
    s.period_end::timestamp at time zone 'Africa/Cairo'
  end as next_billing_date,
  p.provider_ref::varchar(255) as paymob_subscription_id
from subscriptions.subscription s left join payments.provider_subscription p on p.id = s.provider_subscription_id;
comment on view subscriptions is 'Each subscription with the price of its running period; a learner has at most one that is not cancelled.';
comment on column subscriptions.id is 'Named by invoices.';
comment on column subscriptions.user_id is 'Who pays: a guardian or a grown learner.';
comment on column subscriptions.plan_name is 'Key of the plan.';
comment on column subscriptions.status is 'pending, trial, active, grace, suspended, paused or cancelled.';
comment on column subscriptions.billing_cycle is 'monthly, quarterly or yearly.';
comment on column subscriptions.amount_egp is 'Price of a period in Egyptian pounds, tax included.';
comment on column subscriptions.started_at is 'Instant it first gave access.';
comment on column subscriptions.next_billing_date is 'Midnight in Cairo at which the next period begins; null when none will by itself, as after a trial that nobody pays.';
comment on column subscriptions.paymob_subscription_id is 'Where Paymob renews by itself: its number of the subscription; else null.';
