/** SQL of subscriptions that the provider charges by itself. */
import { statement } from '../../../kernel/db/statement.ts'

export interface SubscriptionRow {
  owner_id: string
  id: string
  provider: string
  provider_ref: string
  payment_id: string
  state: string
  amount_minor: bigint | null
  next_billing: Temporal.PlainDate | null
  created_at: Temporal.Instant
  changed_at: Temporal.Instant
  asked_at: Temporal.Instant
}

const SUBSCRIPTION = `owner_id, id, provider, provider_ref, payment_id, state, amount_minor, next_billing, created_at,
  changed_at, asked_at`

export const insertSubscription = statement(
  'payments.insert_provider_subscription',
  `insert into payments.provider_subscription (owner_id, id, provider, provider_ref, payment_id, state, amount_minor,
     next_billing, created_at, changed_at, asked_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $9)
   on conflict on constraint provider_subscription_once do nothing`,
)

/** Everywhere: by the provider's name for it. */
export const lockByProviderRef = statement<SubscriptionRow>(
  'payments.lock_provider_subscription',
  `select ${SUBSCRIPTION} from payments.provider_subscription where provider = $1 and provider_ref = $2 for update`,
)

export const findSubscription = statement<SubscriptionRow>(
  'payments.find_provider_subscription',
  `select ${SUBSCRIPTION} from payments.provider_subscription where owner_id = $1 and id = $2`,
)

export const findByPayment = statement<SubscriptionRow>(
  'payments.find_provider_subscription_of_payment',
  `select ${SUBSCRIPTION} from payments.provider_subscription where owner_id = $1 and payment_id = $2
   order by created_at desc limit 1`,
)

export const updateSubscription = statement(
  'payments.update_provider_subscription',
  `update payments.provider_subscription set state = $3, amount_minor = $4, next_billing = $5, asked_at = $6,
     changed_at = case when (state, amount_minor, next_billing) is distinct from ($3, $4::bigint, $5::date)
       then $6 else changed_at end
   where owner_id = $1 and id = $2`,
)

/** Everywhere: those the provider was last asked about before `$1`, unless they ended. */
export const findToAsk = statement<{ provider_ref: string }>(
  'payments.find_provider_subscriptions_to_ask',
  `select provider_ref from payments.provider_subscription
   where provider = $2 and asked_at < $1 and state not in ('canceled', 'cancelled') order by asked_at limit $3`,
)
