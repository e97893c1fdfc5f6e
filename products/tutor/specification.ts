/** The tables and columns that Tutor's specification promises to whoever reads the database; the published views have exactly these. */
export const specification = {
  users: ['id', 'email', 'phone', 'created_at', 'last_login', 'status', 'profile'],
  guardian_consents: [
    'id',
    'user_id',
    'guardian_email',
    'consent_type',
    'consent_given',
    'consent_timestamp',
    'legal_text_hash',
    'ip_address',
  ],
  learning_profiles: [
    'id',
    'user_id',
    'subject',
    'concept',
    'mastery_score',
    'last_interaction',
    'total_interactions',
    'streak_days',
  ],
  usage_logs: [
    'id',
    'user_id',
    'session_id',
    'service_name',
    'tokens_used',
    'speech_seconds',
    'timestamp',
    'cost_usd',
    'metadata',
  ],
  subscriptions: [
    'id',
    'user_id',
    'plan_name',
    'status',
    'billing_cycle',
    'amount_egp',
    'started_at',
    'next_billing_date',
    'paymob_subscription_id',
  ],
} as const satisfies Record<string, readonly string[]>

/** The indexes it asks for: name, table, columns. */
export const indexes = [
  ['idx_users_email', 'users', 'email'],
  ['idx_learning_profiles_user_subject', 'learning_profiles', 'user_id, subject'],
  ['idx_usage_logs_user_timestamp', 'usage_logs', 'user_id, timestamp'],
  ['idx_subscriptions_user_status', 'subscriptions', 'user_id, status'],
] as const
