/**
 * The tables, columns and indexes that Wolo's specification promises to whoever reads the database. The published views have
 * exactly these; which tables have no view, and why, stands at the end.
 */

const tables = {
  users: 'id phone email auth_provider roles is_active created_at updated_at last_login_at',
  user_sessions: 'id user_id token_hash device_info ip_address expires_at created_at is_revoked',
  password_reset_tokens: 'id user_id token_hash expires_at used_at created_at',
  profiles: `
    user_id full_name date_of_birth locale timezone avatar_url bio guardian_user_id relationship_type id_number
    id_type id_country id_hash id_media_url id_verified_at id_verified_by is_profile_public
    allow_contact_by_sponsors notification_preferences created_at updated_at`,
  user_addresses: 'id user_id type street_address city region country postal_code is_default created_at',
  referrals: `
    id sponsor_user_id referral_code invited_phone invited_email invited_name invitation_message status
    sponsored_user_id both_ids_collected sponsor_id_verified sponsored_id_verified sent_at accepted_at expired_at
    created_at`,
  points_ledger: `
    id sponsor_user_id referral_id event_type points_earned points_spent status matured_at base_multiplier
    sponsor_boost_multiplier description metadata created_at`,
  points_conversions: `
    id sponsor_user_id points_converted credits_issued conversion_rate applied_to_pot_id created_at`,
  sponsor_daily_limits: `
    id sponsor_user_id limit_date max_invitations_per_day invitations_sent_today current_batch_start
    preferred_selection_method last_reset_at next_reset_at consecutive_active_days total_lifetime_invitations
    created_at updated_at`,
  sponsor_contact_batches: `
    id sponsor_user_id batch_date batch_number start_position end_position status selected_count sent_count
    contact_snapshot auto_selected manual_selections created_at updated_at`,
  pots: `
    id owner_user_id title description target_amount_cfa birthday_date scheduled_open_at actual_opened_at
    closed_at status visibility preferred_pack_id allow_anonymous_donations show_donor_names enable_messages
    share_count view_count cover_image_url gallery_images created_from_referral_id created_at updated_at`,
  pot_invitations: `
    id pot_id invited_by_user_id invitation_method recipient_identifier custom_message sent_at opened_at
    clicked_at created_at`,
  pot_analytics: `
    id pot_id snapshot_date total_raised_cfa donor_count view_count share_count conversion_rate created_at`,
  donations: `
    id pot_id donor_user_id donor_name donor_phone amount_cfa wave_transaction_id wave_payment_url status
    initiated_at wave_notified_at confirmed_at failed_at refunded_at donation_message is_anonymous show_amount
    wave_webhook_data ip_address user_agent risk_score created_at updated_at`,
  wave_webhook_events: `
    id wave_event_id event_type donation_id raw_payload processed_at processing_error idempotency_key retry_count
    created_at`,
  refunds: `
    id donation_id refunded_by_user_id amount_cfa reason reason_description wave_refund_id wave_refund_status
    processed_at completed_at created_at`,
  donation_analytics: `
    id period_type period_start period_end total_amount_cfa transaction_count unique_donors average_donation_cfa
    success_rate region_breakdown created_at`,
  packs: `
    id name description category base_price_cfa discounted_price_cfa is_active available_from available_until
    max_redemptions_per_user total_available_quantity image_url gallery_images partner_id venue_restrictions
    terms_and_conditions redemption_instructions validity_days seo_title seo_description marketing_tags created_at
    updated_at`,
  partners: `
    id name type description contact_name contact_email contact_phone business_registration tax_id
    revenue_split_percentage payment_terms minimum_payout_cfa venues status verified_at verified_by_user_id
    auto_approve_redemptions notification_preferences created_at updated_at`,
  sponsor_campaigns: `
    id sponsor_company_name campaign_name description target_demographics pack_categories points_multiplier
    budget_cfa spent_cfa starts_at ends_at status impressions clicks conversions created_at updated_at`,
  qr_codes: `
    id pot_id pack_id code qr_image_url redeemable_from expires_at status redeemed_at redeemed_by_partner_id
    redeemed_at_venue partner_notes created_at`,
  partner_settlements: `
    id partner_id period_start period_end total_redemptions_count total_revenue_cfa partner_share_cfa
    wolo_commission_cfa status approved_by_user_id approved_at payment_reference paid_at invoice_url receipt_url
    created_at updated_at`,
  qr_redemption_logs: `
    id qr_code_id partner_user_id attempt_timestamp validation_result error_message ip_address user_agent
    venue_context created_at`,
  notification_templates: `
    id template_key name description subject body_text body_html channels locale variables is_active version
    created_at updated_at`,
  notifications: `
    id user_id recipient_identifier template_id channel subject body template_data status scheduled_at sent_at
    delivered_at failed_at provider provider_message_id provider_response retry_count max_retries next_retry_at
    error_message error_code created_at updated_at`,
  notification_preferences: `
    user_id email_enabled sms_enabled whatsapp_enabled push_enabled referral_notifications pot_notifications
    donation_notifications marketing_notifications digest_frequency quiet_hours_start quiet_hours_end updated_at`,
  notification_analytics: `
    id date template_key channel sent_count delivered_count failed_count bounce_count opened_count clicked_count
    delivery_rate open_rate click_rate created_at`,
  analytics_events: `
    id event_name event_category user_id session_id anonymous_id properties timestamp ip_address user_agent
    referrer page_url platform device_type os browser country region city created_at`,
  business_metrics: `
    id metric_date metric_type metric_value metric_count dimensions previous_period_value
    period_over_period_change created_at`,
  funnel_analytics: `
    id funnel_name step_number step_name period_start period_end users_entered users_completed completion_rate
    segment_filters created_at`,
  ab_tests: `
    id test_name description variants traffic_allocation primary_metric secondary_metrics start_date end_date
    status results winner_variant confidence_level created_at updated_at`,
  ab_test_assignments: 'id test_id user_id anonymous_id variant assigned_at ip_address user_agent',
  feature_flags: `
    id flag_key name description is_enabled flag_type flag_value rollout_percentage target_user_groups
    target_regions environment created_by_user_id last_modified_by_user_id created_at updated_at`,
  system_config: `
    id config_key config_value description data_type is_sensitive validation_rules environment
    last_modified_by_user_id created_at updated_at`,
  audit_logs: `
    id actor_user_id actor_type actor_ip action resource_type resource_id old_values new_values reason metadata
    timestamp request_id user_agent created_at`,
  system_health_checks: `
    id service_name check_name status response_time_ms check_data error_message checked_at created_at`,
  admin_sessions: `
    id user_id session_token_hash ip_address user_agent admin_level permissions_granted created_at
    last_activity_at expires_at terminated_at termination_reason is_suspicious security_flags`,
} as const satisfies Record<string, string>

type Table = keyof typeof tables

/** Table → its columns in order. */
export const specification = Object.fromEntries(
  Object.entries(tables).map(([table, columns]) => [table, columns.trim().split(/\s+/)]),
) as Record<Table, string[]>

/** The indexes it asks for: name, table, columns. */
export const indexes = [
  ['idx_users_phone', 'users', 'phone'],
  ['idx_users_email', 'users', 'email'],
  ['idx_users_roles', 'users', 'roles'],
  ['idx_user_sessions_token_hash', 'user_sessions', 'token_hash'],
  ['idx_user_sessions_user_id', 'user_sessions', 'user_id'],
  ['idx_profiles_date_of_birth', 'profiles', 'date_of_birth'],
  ['idx_profiles_guardian_user_id', 'profiles', 'guardian_user_id'],
  ['idx_referrals_sponsor_user_id', 'referrals', 'sponsor_user_id'],
  ['idx_referrals_referral_code', 'referrals', 'referral_code'],
  ['idx_referrals_status', 'referrals', 'status'],
  ['idx_points_ledger_sponsor_user_id', 'points_ledger', 'sponsor_user_id'],
  ['idx_points_ledger_status', 'points_ledger', 'status'],
  ['idx_pots_owner_user_id', 'pots', 'owner_user_id'],
  ['idx_pots_status', 'pots', 'status'],
  ['idx_pots_scheduled_open_at', 'pots', 'scheduled_open_at'],
  ['idx_pots_birthday_date', 'pots', 'birthday_date'],
  ['idx_donations_pot_id', 'donations', 'pot_id'],
  ['idx_donations_donor_user_id', 'donations', 'donor_user_id'],
  ['idx_donations_status', 'donations', 'status'],
  ['idx_donations_wave_transaction_id', 'donations', 'wave_transaction_id'],
  ['idx_qr_codes_code', 'qr_codes', 'code'],
  ['idx_qr_codes_pot_id', 'qr_codes', 'pot_id'],
  ['idx_qr_codes_status', 'qr_codes', 'status'],
  ['idx_qr_codes_expires_at', 'qr_codes', 'expires_at'],
  ['idx_notifications_user_id', 'notifications', 'user_id'],
  ['idx_notifications_status', 'notifications', 'status'],
  ['idx_notifications_scheduled_at', 'notifications', 'scheduled_at'],
  ['idx_notification_templates_template_key', 'notification_templates', 'template_key'],
  ['idx_analytics_events_event_name', 'analytics_events', 'event_name'],
  ['idx_analytics_events_user_id', 'analytics_events', 'user_id'],
  ['idx_analytics_events_timestamp', 'analytics_events', 'timestamp'],
  ['idx_audit_logs_actor_user_id', 'audit_logs', 'actor_user_id'],
  ['idx_audit_logs_action', 'audit_logs', 'action'],
  ['idx_audit_logs_timestamp', 'audit_logs', 'timestamp'],
  ['idx_referrals_daily_limit_id', 'referrals', 'daily_limit_id'],
  ['idx_referrals_invitation_order', 'referrals', 'invitation_order'],
  ['idx_sponsor_daily_limits_user_date', 'sponsor_daily_limits', 'sponsor_user_id, limit_date'],
  ['idx_sponsor_daily_limits_next_reset', 'sponsor_daily_limits', 'next_reset_at'],
  ['idx_sponsor_contact_batches_user_date', 'sponsor_contact_batches', 'sponsor_user_id, batch_date'],
  ['idx_sponsor_contact_batches_status', 'sponsor_contact_batches', 'status'],
] as const

interface Unpublished {
  /** Modules that would keep what it holds: with the first of them in the product the table is published. */
  readonly with: readonly string[]
  readonly reason: string
}

/** Tables without a view: nothing in the product keeps what they hold. */
export const unpublished = {
  referrals: {
    with: ['referrals', 'sponsorship'],
    reason: 'Nobody is sponsored: people come by themselves or by the link of a pot.',
  },
  points_ledger: {
    with: ['points', 'rewards', 'referrals'],
    reason: 'Nobody earns points; the ledger holds francs alone.',
  },
  points_conversions: {
    with: ['points', 'rewards', 'referrals'],
    reason: 'Without points there is nothing to turn into francs.',
  },
  sponsor_daily_limits: {
    with: ['referrals', 'sponsorship'],
    reason: 'Without sponsors nobody sends invitations that would have to be limited.',
  },
  sponsor_contact_batches: {
    with: ['referrals', 'sponsorship', 'contacts'],
    reason: 'Nobody hands us the contacts of others.',
  },
  pot_invitations: {
    with: ['invitations'],
    reason: 'Owners send the link of their pot themselves; how often stands in pots.share_count.',
  },
  sponsor_campaigns: { with: ['campaigns', 'promotions'], reason: 'No company pays to have a pack shown first.' },
  notification_templates: {
    with: ['templates'],
    reason: 'Texts are part of the program and released with it; notifications.template_data names them.',
  },
  analytics_events: {
    with: ['analytics', 'tracking'],
    reason: 'Nobody is followed from page to page; acts stand in audit_logs.',
  },
  business_metrics: {
    with: ['analytics', 'metrics'],
    reason: 'Figures are counted from pots, gifts and vouchers when they are asked for, and kept nowhere else.',
  },
  funnel_analytics: {
    with: ['analytics', 'funnels'],
    reason: 'Steps of a visit are not recorded; looks and gifts stand in pot_analytics.',
  },
  ab_tests: { with: ['experiments', 'flags'], reason: 'Everybody is shown the same pages.' },
  ab_test_assignments: { with: ['experiments', 'flags'], reason: 'Everybody is shown the same pages.' },
  feature_flags: { with: ['flags', 'features', 'experiments'], reason: 'What is released is on for everybody.' },
  system_config: {
    with: ['settings', 'configuration'],
    reason: 'Policy is code, and settings of the installation are in its environment; neither is in the database.',
  },
  system_health_checks: {
    with: ['health', 'monitoring'],
    reason: 'Health is asked when it is wanted, at /health/checks and /metrics; answers are not kept.',
  },
} as const satisfies Partial<Record<Table, Unpublished>>
