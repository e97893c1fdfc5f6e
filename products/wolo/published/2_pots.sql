-- Pots and the gifts in them, what Wave told of them, and what went back. All amounts are whole francs (XOF).

create view pots with (security_invoker = true) as
select
  p.id,
  p.owner_id as owner_user_id,
  p.title::varchar(255) as title,
  p.story as description,
  p.target_minor::integer as target_amount_cfa,
  p.birthday as birthday_date,
  p.opens_at as scheduled_open_at,
  p.opened_at as actual_opened_at,
  p.ended_at as closed_at,
  p.status::varchar(20) as status,
  (case p.visibility when 'link' then 'friends_only' else p.visibility end)::varchar(20) as visibility,
  coalesce(p.pack_id, p.wanted_pack_id) as preferred_pack_id,
  p.allow_anonymous as allow_anonymous_donations,
  p.show_names as show_donor_names,
  p.allow_messages as enable_messages,
  coalesce(c.shares, 0) as share_count,
  coalesce(c.views, 0) as view_count,
  p.cover::varchar(500) as cover_image_url,
  null::jsonb as gallery_images,
  null::uuid as created_from_referral_id,
  p.created_at,
  p.updated_at
from pots.pot p
  left join lateral (
    select sum(d.shares)::integer as shares, sum(d.views)::integer as views
    from pots.daily_count d where d.owner_id = p.owner_id and d.pot_id = p.id) c on true;
comment on view pots is 'Birthday pots. What came in stands in pot_analytics, day by day.';
comment on column pots.id is 'Named by the other views as pot_id.';
comment on column pots.owner_user_id is 'Whose birthday it is.';
comment on column pots.title is 'In the owner''s words.';
comment on column pots.description is 'In the owner''s words.';
comment on column pots.target_amount_cfa is 'Goal in francs.';
comment on column pots.birthday_date is 'Civil date of the birthday this pot is for.';
comment on column pots.scheduled_open_at is 'Instant from which it is to take gifts: thirty days before the birthday, or when it was made.';
comment on column pots.actual_opened_at is 'Instant it opened; null while it has not.';
comment on column pots.closed_at is 'Instant it ended, closed or expired.';
comment on column pots.status is 'scheduled, open, funded (the goal is reached, gifts still come), closed (its pack was bought, or it was given up) or expired (everything goes back).';
comment on column pots.visibility is 'public, friends_only (whoever has the link) or private.';
comment on column pots.preferred_pack_id is 'The pack it is for; for a minor who has none yet, the one they ask their guardian for.';
comment on column pots.allow_anonymous_donations is 'Whether a donor may stay unnamed.';
comment on column pots.show_donor_names is 'Whether visitors see the names of donors.';
comment on column pots.enable_messages is 'Whether a gift may carry a message.';
comment on column pots.share_count is 'How often its link was shared from its page.';
comment on column pots.view_count is 'How often its page was looked at.';
comment on column pots.cover_image_url is 'Name of a cover we offer, or the id of a picture of the owner''s; no address.';
comment on column pots.gallery_images is 'Always null: a pot has one picture.';
comment on column pots.created_from_referral_id is 'Always null: nobody is referred.';
comment on column pots.created_at is 'Instant it was made.';
comment on column pots.updated_at is 'Instant of the last change.';

create view pot_analytics with (security_invoker = true) as
with gift as (
  select owner_id, pot_id, amount_minor, donor_subject,
    (applied_at at time zone 'Africa/Dakar')::date as came_on,
    (refunding_at at time zone 'Africa/Dakar')::date as left_on
  from pots.gift where applied_at is not null
), snapshot as (
  select owner_id, pot_id, day from pots.daily_count
  union select owner_id, pot_id, came_on from gift
  union select owner_id, pot_id, left_on from gift where left_on is not null
)
select
  md5('pot_analytics:' || s.pot_id || ':' || s.day)::uuid as id,
  s.pot_id,
  s.day as snapshot_date,
  coalesce(g.raised, 0)::integer as total_raised_cfa,
  g.donors::integer as donor_count,
  coalesce(c.views, 0)::integer as view_count,
  coalesce(c.shares, 0)::integer as share_count,
  round(g.gifts::numeric / nullif(c.views, 0), 4) as conversion_rate,
  (s.day + 1)::timestamp at time zone 'Africa/Dakar' as created_at
from snapshot s
  left join lateral (
    select sum(amount_minor) as raised, count(*) as gifts, count(distinct donor_subject) as donors from gift
    where owner_id = s.owner_id and pot_id = s.pot_id and came_on <= s.day and (left_on is null or left_on > s.day)) g on true
  left join lateral (
    select sum(views) as views, sum(shares) as shares from pots.daily_count
    where owner_id = s.owner_id and pot_id = s.pot_id and day <= s.day) c on true;
comment on view pot_analytics is 'Each pot as it stood at the end of each day on which something happened to it: all that came until then. Its last row is the pot''s total.';
comment on column pot_analytics.id is 'Follows from pot and day.';
comment on column pot_analytics.pot_id is 'The pot.';
comment on column pot_analytics.snapshot_date is 'Civil day in Dakar.';
comment on column pot_analytics.total_raised_cfa is 'Francs of the gifts in the pot, without those on their way back.';
comment on column pot_analytics.donor_count is 'Different people who gave them; a guest is somebody new each time.';
comment on column pot_analytics.view_count is 'Looks at the page until then.';
comment on column pot_analytics.share_count is 'Shares until then.';
comment on column pot_analytics.conversion_rate is 'Gifts for each look, as a fraction; above 1 where gifts outnumber the looks that were counted, null without any.';
comment on column pot_analytics.created_at is 'The midnight in Dakar that ends the day.';

create view donations with (security_invoker = true) as
select
  g.id,
  g.pot_id,
  case when not g.is_anonymous then g.donor_id end as donor_user_id,
  g.donor_name::varchar(255) as donor_name,
  null::varchar(20) as donor_phone,
  g.amount_minor::integer as amount_cfa,
  r.transaction_ref::varchar(100) as wave_transaction_id,
  p.launch_url as wave_payment_url,
  (case
    when g.status in ('received', 'credited') then 'succeeded'
    when g.status in ('failed', 'expired') then 'failed'
    when g.status in ('held', 'refunding', 'refund_failed') then 'processing'
    else g.status
  end)::varchar(20) as status,
  g.created_at as initiated_at,
  g.paid_at as wave_notified_at,
  g.applied_at as confirmed_at,
  case when g.status in ('failed', 'expired') then p.ended_at end as failed_at,
  g.refunded_at,
  g.message as donation_message,
  g.is_anonymous,
  g.show_amount,
  e.events as wave_webhook_data,
  null::inet as ip_address,
  null::text as user_agent,
  null::integer as risk_score,
  g.created_at,
  greatest(g.created_at, g.paid_at, g.applied_at, g.held_at, g.credited_at, g.refunding_at, g.refunded_at) as updated_at
from pots.gift g
  left join payments.payment p on p.owner_id = g.owner_id and p.id = g.payment_id
  left join payments.receipt r on r.owner_id = g.owner_id and r.payment_id = g.payment_id and r.status = 'applied'
  left join lateral (
    select jsonb_agg(jsonb_build_object('event', w.event_id, 'type', w.type, 'status', w.status, 'received_at', w.received_at)
      order by w.received_at, w.event_id) as events
    from payments.webhook_event w where w.session_ref = p.session_ref and w.provider = 'wave') e on true;
comment on view donations is 'Each gift that somebody began to give, whether or not money came.';
comment on column donations.id is 'Named by wave_webhook_events and refunds.';
comment on column donations.pot_id is 'The pot it was meant for.';
comment on column donations.donor_user_id is 'Who gave, signed in and by name; null for guests and for gifts given anonymously.';
comment on column donations.donor_name is 'What the donor lets be seen; null for anonymous gifts, and once erased.';
comment on column donations.donor_phone is 'Always null: sealed with the donor''s key.';
comment on column donations.amount_cfa is 'Francs that were offered.';
comment on column donations.wave_transaction_id is 'Wave''s name for the payment that counts; null before it came.';
comment on column donations.wave_payment_url is 'Where the payment was to be made.';
comment on column donations.status is 'pending; processing (the money waits for the donor''s choice, or is on its way back); succeeded (in the pot, or in the owner''s credit where it came too late); failed (also: not paid in time); refunded.';
comment on column donations.initiated_at is 'Instant the donor began.';
comment on column donations.wave_notified_at is 'Instant the money came, as Wave tells it.';
comment on column donations.confirmed_at is 'Instant it went into the pot; null for gifts that never did. Succeeded and confirmed gifts of a pot add up to what it raised.';
comment on column donations.failed_at is 'Instant the payment ended without money.';
comment on column donations.refunded_at is 'Instant the donor had the money back.';
comment on column donations.donation_message is 'In the donor''s words.';
comment on column donations.is_anonymous is 'Whether the donor asked not to be named.';
comment on column donations.show_amount is 'Whether the donor lets the amount be seen.';
comment on column donations.wave_webhook_data is 'What Wave told of the payment, in order: event, type, what became of it, when. The bytes as they came are sealed.';
comment on column donations.ip_address is 'Always null: not kept.';
comment on column donations.user_agent is 'Always null: not kept.';
comment on column donations.risk_score is 'Always null: nobody is scored.';
comment on column donations.created_at is 'As initiated_at.';
comment on column donations.updated_at is 'Instant of the last step.';

create view wave_webhook_events with (security_invoker = true) as
select
  md5('wave_webhook_event:' || e.event_id)::uuid as id,
  e.event_id::varchar(100) as wave_event_id,
  e.type::varchar(50) as event_type,
  g.id as donation_id,
  jsonb_build_object('id', e.event_id, 'type', e.type, 'session', e.session_ref) as raw_payload,
  e.processed_at,
  case when e.status in ('unmatched', 'disputed') then e.outcome end as processing_error,
  e.event_id::varchar(255) as idempotency_key,
  greatest(e.attempts - 1, 0) as retry_count,
  e.received_at as created_at
from payments.webhook_event e
  left join payments.provider_reference r on r.reference = e.session_ref
  left join pots.gift g on g.owner_id = r.owner_id and g.payment_id = r.payment_id
where e.provider = 'wave';
comment on view wave_webhook_events is 'Each event Wave sent, once however often it came, until its retention is over.';
comment on column wave_webhook_events.id is 'Follows from Wave''s name for it.';
comment on column wave_webhook_events.wave_event_id is 'Wave''s name for it.';
comment on column wave_webhook_events.event_type is 'Such as checkout.session.completed.';
comment on column wave_webhook_events.donation_id is 'The gift it is about; null where it is about none.';
comment on column wave_webhook_events.raw_payload is 'Its id, type and checkout session. The bytes as they came hold the payer''s number and are sealed.';
comment on column wave_webhook_events.processed_at is 'Instant it had its effect, or was seen to have none.';
comment on column wave_webhook_events.processing_error is 'Why it fits nothing we know; null for all others.';
comment on column wave_webhook_events.idempotency_key is 'What makes it count once: Wave''s name for it.';
comment on column wave_webhook_events.retry_count is 'Tries after the first.';
comment on column wave_webhook_events.created_at is 'Instant it first came.';

create view refunds with (security_invoker = true) as
select
  r.id,
  g.id as donation_id,
  q.decided_by as refunded_by_user_id,
  r.amount_minor::integer as amount_cfa,
  (case
    when r.reason in ('user_request', 'fraud', 'failed_pot', 'admin_action') then r.reason
    when r.reason = 'donor_choice' then 'user_request'
    when r.reason in ('unspent', 'not_chosen') then 'failed_pot'
    else 'admin_action'
  end)::varchar(20) as reason,
  r.reason as reason_description,
  null::varchar(100) as wave_refund_id,
  (case r.state when 'requested' then 'pending' else r.state end)::varchar(20) as wave_refund_status,
  case when r.attempts > 0 then coalesce(r.ended_at, r.requested_at) end as processed_at,
  case when r.state = 'succeeded' then r.ended_at end as completed_at,
  r.requested_at as created_at
from payments.refund r
  join pots.gift g on g.owner_id = r.owner_id and g.payment_id = r.payment_id
  left join lateral (
    select q.decided_by from pots.refund_request q
    where q.owner_id = g.owner_id and q.pot_id = g.pot_id and (q.gift_id is null or q.gift_id = g.id)
      and q.status = 'approved' and q.reason = r.reason and q.decided_at <= r.requested_at
    order by q.decided_at desc limit 1) q on true;
comment on view refunds is 'Each time money of a gift was sent back, or is to be; a refund that Wave turned down is tried again as a new one.';
comment on column refunds.id is 'The refund.';
comment on column refunds.donation_id is 'The gift.';
comment on column refunds.refunded_by_user_id is 'Who of the staff decided it; null for what goes back by itself.';
comment on column refunds.amount_cfa is 'Francs.';
comment on column refunds.reason is 'user_request (also: the donor of a late gift chose so), failed_pot (also: nobody chose, or nobody spent it), fraud, or admin_action (also: paid twice, or another amount than was asked).';
comment on column refunds.reason_description is 'The reason as it was recorded.';
comment on column refunds.wave_refund_id is 'Always null: Wave gives a refund no name; it is of the gift''s wave_transaction_id.';
comment on column refunds.wave_refund_status is 'pending, succeeded or failed.';
comment on column refunds.processed_at is 'Instant Wave answered for good; while it has not, the instant the refund was asked for, once it was tried.';
comment on column refunds.completed_at is 'Instant Wave said that the money is back.';
comment on column refunds.created_at is 'Instant it was asked for.';

create view donation_analytics with (security_invoker = true) as
with begun as (
  select u.unit, date_trunc(u.unit, g.created_at at time zone 'Africa/Dakar')::date as first_day,
    g.amount_minor, g.donor_subject, g.paid_at is not null as paid, g.status in ('received', 'credited') as kept
  from pots.gift g cross join (values ('day'), ('week'), ('month')) u (unit)
)
select
  md5('donation_analytics:' || unit || ':' || first_day)::uuid as id,
  (case unit when 'day' then 'daily' else unit || 'ly' end)::varchar(20) as period_type,
  first_day as period_start,
  (first_day + ('1 ' || unit)::interval - interval '1 day')::date as period_end,
  coalesce(sum(amount_minor) filter (where kept), 0)::bigint as total_amount_cfa,
  count(*)::integer as transaction_count,
  count(distinct donor_subject) filter (where kept)::integer as unique_donors,
  coalesce(round(avg(amount_minor) filter (where kept)), 0)::integer as average_donation_cfa,
  round(count(*) filter (where paid)::numeric / count(*), 4) as success_rate,
  null::jsonb as region_breakdown,
  (first_day + ('1 ' || unit)::interval) at time zone 'Africa/Dakar' as created_at
from begun group by unit, first_day;
comment on view donation_analytics is 'Gifts by the day, week and month in which they were begun; sums follow what later became of them.';
comment on column donation_analytics.id is 'Follows from the period.';
comment on column donation_analytics.period_type is 'daily, weekly (from Monday) or monthly.';
comment on column donation_analytics.period_start is 'First day in Dakar.';
comment on column donation_analytics.period_end is 'Last day in Dakar.';
comment on column donation_analytics.total_amount_cfa is 'Francs of the gifts that succeeded and were not given back.';
comment on column donation_analytics.transaction_count is 'Gifts that were begun.';
comment on column donation_analytics.unique_donors is 'Different people behind the gifts that succeeded; a guest is somebody new each time.';
comment on column donation_analytics.average_donation_cfa is 'Francs of a gift that succeeded, rounded.';
comment on column donation_analytics.success_rate is 'Share of the gifts for which money came, from 0 to 1.';
comment on column donation_analytics.region_breakdown is 'Always null: donors are not asked where they are.';
comment on column donation_analytics.created_at is 'The midnight in Dakar that ends the period.';
