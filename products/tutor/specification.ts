/** The tables and columns that Tutor's specification promises to whoever reads the database; the published views have exactly these. */
const [UUID, INTEGER, BOOLEAN, FLOAT, JSONB, INET] = ['uuid', 'integer', 'boolean', 'double precision', 'jsonb', 'inet']
const TIMESTAMP = 'timestamp without time zone'
const varchar = (length: number) => `character varying(${length})`

/** Table → column → type. */
export const types: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  users: {
    id: UUID,
    email: varchar(255),
    phone: varchar(20),
    created_at: TIMESTAMP,
    last_login: TIMESTAMP,
    status: varchar(20),
    profile: JSONB,
  },
  guardian_consents: {
    id: UUID,
    user_id: UUID,
    guardian_email: varchar(255),
    consent_type: varchar(50),
    consent_given: BOOLEAN,
    consent_timestamp: TIMESTAMP,
    legal_text_hash: varchar(64),
    ip_address: INET,
  },
  learning_profiles: {
    id: UUID,
    user_id: UUID,
    subject: varchar(100),
    concept: varchar(200),
    mastery_score: FLOAT,
    last_interaction: TIMESTAMP,
    total_interactions: INTEGER,
    streak_days: INTEGER,
  },
  usage_logs: {
    id: UUID,
    user_id: UUID,
    session_id: UUID,
    service_name: varchar(50),
    tokens_used: INTEGER,
    speech_seconds: INTEGER,
    timestamp: TIMESTAMP,
    cost_usd: 'numeric(10,6)',
    metadata: JSONB,
  },
  subscriptions: {
    id: UUID,
    user_id: UUID,
    plan_name: varchar(100),
    status: varchar(20),
    billing_cycle: varchar(20),
    amount_egp: 'numeric(10,2)',
    started_at: TIMESTAMP,
    next_billing_date: TIMESTAMP,
    paymob_subscription_id: varchar(255),
  },
}

/** What the views give another type than asked for: an instant has a zone, and no amount that can be kept makes a view fail. */
export const changed: Readonly<Record<string, string>> = {
  [TIMESTAMP]: 'timestamp with time zone',
  'numeric(10,6)': 'numeric(19,6)',
  'numeric(10,2)': 'numeric(19,2)',
}

export const specification: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(types).map(([table, columns]) => [table, Object.keys(columns)]),
)

/** The indexes it asks for: name, table, columns. */
export const indexes = [
  ['idx_users_email', 'users', 'email'],
  ['idx_learning_profiles_user_subject', 'learning_profiles', 'user_id, subject'],
  ['idx_usage_logs_user_timestamp', 'usage_logs', 'user_id, timestamp'],
  ['idx_subscriptions_user_status', 'subscriptions', 'user_id, status'],
] as const
