-- Packs, the partners who honour them, the vouchers bought and used, and what partners are owed. All amounts are whole francs (XOF).

create view packs with (security_invoker = true) as
select
  p.id,
  (p.name ->> 'fr')::varchar(255) as name,
  p.description ->> 'fr' as description,
  p.category::varchar(50) as category,
  p.price_minor::integer as base_price_cfa,
  null::integer as discounted_price_cfa,
  p.status = 'active' as is_active,
  p.available_from,
  p.available_until,
  1 as max_redemptions_per_user,
  s.total as total_available_quantity,
  p.image_key::varchar(500) as image_url,
  null::jsonb as gallery_images,
  p.partner_id,
  case when cardinality(p.venue_ids) > 0 then to_jsonb(p.venue_ids) end as venue_restrictions,
  p.terms ->> 'fr' as terms_and_conditions,
  null::text as redemption_instructions,
  p.validity_days,
  null::varchar(255) as seo_title,
  null::text as seo_description,
  null::text[] as marketing_tags,
  p.created_at,
  coalesce((select max(a.recorded_at) from audit.record a where a.subject_id = p.id), p.created_at) as updated_at
from catalog.pack p left join catalog.stock s on s.pack_id = p.id;
comment on view packs is 'What a pot can become. Pots and vouchers keep the terms as they stood then.';
comment on column packs.id is 'Named by pots and qr_codes.';
comment on column packs.name is 'In French.';
comment on column packs.description is 'In French.';
comment on column packs.category is 'cinema, restaurant, spa or experience.';
comment on column packs.base_price_cfa is 'Price in francs.';
comment on column packs.discounted_price_cfa is 'Always null: there are no reduced prices.';
comment on column packs.is_active is 'Whether it is offered; false for drafts and what was withdrawn.';
comment on column packs.available_from is 'First day on which it can be had; null: no such day.';
comment on column packs.available_until is 'Last day on which it can be had; null: no such day.';
comment on column packs.max_redemptions_per_user is 'Always 1: a voucher is used once.';
comment on column packs.total_available_quantity is 'How many there are in all, also those taken; null: as many as are asked for.';
comment on column packs.image_url is 'Name of its picture; no address.';
comment on column packs.gallery_images is 'Always null: a pack has one picture.';
comment on column packs.partner_id is 'Who honours it.';
comment on column packs.venue_restrictions is 'Ids of the venues that honour it; null: all of the partner.';
comment on column packs.terms_and_conditions is 'In French; null where there are none beyond those of the product.';
comment on column packs.redemption_instructions is 'Always null: the same for all packs, shown with the voucher.';
comment on column packs.validity_days is 'Days from the birthday on which its voucher is good.';
comment on column packs.seo_title is 'Always null: pages make their titles of the name.';
comment on column packs.seo_description is 'Always null: pages make theirs of the description.';
comment on column packs.marketing_tags is 'Always null: packs carry no tags.';
comment on column packs.created_at is 'Instant it was made.';
comment on column packs.updated_at is 'Instant of the last act on it in audit_logs.';

create view partners with (security_invoker = true) as
select
  p.id,
  p.name::varchar(255) as name,
  p.kind::varchar(50) as type,
  p.description ->> 'fr' as description,
  null::varchar(255) as contact_name,
  null::varchar(255) as contact_email,
  null::varchar(20) as contact_phone,
  p.business_registration::varchar(100) as business_registration,
  p.tax_id::varchar(50) as tax_id,
  (p.revenue_split_basis_points::numeric / 100)::numeric(5, 2) as revenue_split_percentage,
  p.payment_terms::varchar(20) as payment_terms,
  p.minimum_payout_minor::integer as minimum_payout_cfa,
  v.venues,
  p.status::varchar(20) as status,
  p.verified_at,
  p.verified_by as verified_by_user_id,
  true as auto_approve_redemptions,
  null::jsonb as notification_preferences,
  p.created_at,
  coalesce((select max(a.recorded_at) from audit.record a where a.subject_id = p.id), p.created_at) as updated_at
from merchants.partner p
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'address', v.address, 'city', v.city, 'is_open', v.is_open)
      order by v.created_at, v.id) as venues
    from merchants.venue v where v.partner_id = p.id) v on true;
comment on view partners is 'Businesses that honour packs.';
comment on column partners.id is 'Named by packs, qr_codes and partner_settlements.';
comment on column partners.name is 'As its customers know it.';
comment on column partners.type is 'cinema, restaurant, spa, experience or retail.';
comment on column partners.description is 'In French.';
comment on column partners.contact_name is 'Always null: sealed with the partner''s key.';
comment on column partners.contact_email is 'Always null: sealed with the partner''s key.';
comment on column partners.contact_phone is 'Always null: sealed with the partner''s key.';
comment on column partners.business_registration is 'Number in the trade register.';
comment on column partners.tax_id is 'Number with the tax office.';
comment on column partners.revenue_split_percentage is 'The partner''s share of a pack''s price in percent; what was redeemed keeps the share of its day.';
comment on column partners.payment_terms is 'weekly, monthly or quarterly.';
comment on column partners.minimum_payout_cfa is 'Francs below which a period is carried into the next.';
comment on column partners.venues is 'Where packs are honoured: id, name, address, city, whether open; null while there is none.';
comment on column partners.status is 'pending, active, suspended or terminated.';
comment on column partners.verified_at is 'Instant staff made it active first.';
comment on column partners.verified_by_user_id is 'Who of the staff did.';
comment on column partners.auto_approve_redemptions is 'Always true: a scan counts at once.';
comment on column partners.notification_preferences is 'Always null: the people of a partner choose each for themselves.';
comment on column partners.created_at is 'Instant it was entered.';
comment on column partners.updated_at is 'Instant of the last act on it in audit_logs.';

create view qr_codes with (security_invoker = true) as
select
  v.id,
  v.reference as pot_id,
  v.pack_id,
  null::varchar(100) as code,
  null::varchar(500) as qr_image_url,
  v.valid_from as redeemable_from,
  v.valid_until as expires_at,
  v.status::varchar(20) as status,
  r.redeemed_at,
  r.partner_id as redeemed_by_partner_id,
  case when r.id is not null then jsonb_build_object('id', r.venue_id, 'name', r.venue_name) end as redeemed_at_venue,
  null::text as partner_notes,
  v.issued_at as created_at
from redemption.voucher v
  left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id and c.kind = 'redeemed'
  left join redemption.redemption r on r.partner_id = c.partner_id and r.id = c.redemption_id;
comment on view qr_codes is 'Vouchers: what a pot becomes when its pack is bought. Its holder shows it as a code that changes.';
comment on column qr_codes.id is 'Named by qr_redemption_logs.';
comment on column qr_codes.pot_id is 'The pot that bought it.';
comment on column qr_codes.pack_id is 'The pack.';
comment on column qr_codes.code is 'Always null: whoever has it may use the voucher; sealed with the holder''s key.';
comment on column qr_codes.qr_image_url is 'Always null: drawn anew at each look, never kept.';
comment on column qr_codes.redeemable_from is 'Midnight in Dakar at which the birthday begins.';
comment on column qr_codes.expires_at is 'Midnight in Dakar after its last day.';
comment on column qr_codes.status is 'issued, redeemed, expired or cancelled; issued again when a scan was taken back.';
comment on column qr_codes.redeemed_at is 'Instant of the scan that counts; null unless redeemed.';
comment on column qr_codes.redeemed_by_partner_id is 'Who honoured it.';
comment on column qr_codes.redeemed_at_venue is 'Where: id, and the name of that day.';
comment on column qr_codes.partner_notes is 'Always null: partners write none.';
comment on column qr_codes.created_at is 'Instant the pack was bought.';

create view partner_settlements with (security_invoker = true) as
select
  s.id,
  s.partner_id,
  s.period_start,
  s.period_end,
  coalesce(l.redemptions, 0)::integer as total_redemptions_count,
  s.gross_minor as total_revenue_cfa,
  s.share_minor as partner_share_cfa,
  s.commission_minor as wolo_commission_cfa,
  (case when s.status in ('draft', 'carried') then 'pending' when s.status = 'paying' then 'approved' else s.status end)::varchar(20)
    as status,
  s.approved_by as approved_by_user_id,
  s.approved_at,
  p.provider_ref::varchar(100) as payment_reference,
  s.paid_at,
  null::varchar(500) as invoice_url,
  null::varchar(500) as receipt_url,
  s.closed_at as created_at,
  greatest(s.closed_at, s.approved_at, s.paid_at) as updated_at
from settlements.settlement s
  left join payouts.payout p on p.owner_id = s.partner_id and p.id = s.payout_id
  left join lateral (
    select count(*) filter (where l.kind = 'redemption') - count(*) filter (where l.kind = 'reversal') as redemptions
    from settlements.line l where l.partner_id = s.partner_id and l.settlement_id = s.id) l on true;
comment on view partner_settlements is 'What each partner earned in each period. Sums are those of the period''s own redemptions, less what was taken back in it.';
comment on column partner_settlements.id is 'The statement.';
comment on column partner_settlements.partner_id is 'Whose it is.';
comment on column partner_settlements.period_start is 'First day in Dakar.';
comment on column partner_settlements.period_end is 'Last day in Dakar.';
comment on column partner_settlements.total_redemptions_count is 'Vouchers redeemed, less those taken back.';
comment on column partner_settlements.total_revenue_cfa is 'Francs of their prices: the sum of the next two.';
comment on column partner_settlements.partner_share_cfa is 'Francs the partner earned; what is paid out also counts what was carried in and disputes that ended.';
comment on column partner_settlements.wolo_commission_cfa is 'Francs that stay with Wolo.';
comment on column partner_settlements.status is 'pending (also: carried into the next for being too small), approved (also: being paid), paid or disputed.';
comment on column partner_settlements.approved_by_user_id is 'Who of the staff approved; somebody else pays.';
comment on column partner_settlements.approved_at is 'Instant of the approval.';
comment on column partner_settlements.payment_reference is 'Wave''s name for the payout.';
comment on column partner_settlements.paid_at is 'Instant Wave said it is paid.';
comment on column partner_settlements.invoice_url is 'Always null: the statement is drawn up anew for whoever may see it.';
comment on column partner_settlements.receipt_url is 'Always null: Wave''s reference stands for it.';
comment on column partner_settlements.created_at is 'Instant the period was closed.';
comment on column partner_settlements.updated_at is 'Instant of the last step.';

create view qr_redemption_logs with (security_invoker = true) as
select
  a.id,
  a.voucher_id as qr_code_id,
  a.user_id as partner_user_id,
  a.attempted_at as attempt_timestamp,
  (case
    when a.result = 'accepted' then 'success'
    when a.result in ('expired', 'already_used') then a.result
    else 'invalid'
  end)::varchar(20) as validation_result,
  case when a.result <> 'accepted' then a.result end as error_message,
  a.ip as ip_address,
  a.user_agent,
  jsonb_build_object('partner', a.partner_id, 'venue', a.venue_id, 'method', a.method) as venue_context,
  a.attempted_at as created_at
from redemption.attempt a
where a.act = 'scan';
comment on view qr_redemption_logs is 'Each scan at a partner''s counter, also the refused ones, for two years.';
comment on column qr_redemption_logs.id is 'The attempt.';
comment on column qr_redemption_logs.qr_code_id is 'The voucher; null where what was scanned is none.';
comment on column qr_redemption_logs.partner_user_id is 'Who scanned.';
comment on column qr_redemption_logs.attempt_timestamp is 'Instant of the scan.';
comment on column qr_redemption_logs.validation_result is 'success, expired, already_used, or invalid for every other refusal.';
comment on column qr_redemption_logs.error_message is 'Which refusal, as a code; null for success.';
comment on column qr_redemption_logs.ip_address is 'Network address of the counter, as text: what a proxy says of it may be no address.';
comment on column qr_redemption_logs.user_agent is 'What the counter''s browser says it is.';
comment on column qr_redemption_logs.venue_context is 'Partner and venue, and how the voucher was told: token (QR), code (typed) or id.';
comment on column qr_redemption_logs.created_at is 'As attempt_timestamp.';
