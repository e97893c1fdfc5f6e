// Plans, and subscriptions that the account charges by itself: begun by a payment with a plan, deducted when their day has come on the
// simulated clock, tried again for as many days as the plan says, then suspended. Their callbacks are signed in the body.
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { declare, invalid, notFound, ok, piastersIn } from './api.ts'
import type { Card, Intention, Plan, Subscription, Transaction } from './records.ts'
import { subscriptionHmac } from './signature.ts'
import { instant, nextNumber } from './state.ts'
import { chargeCard, present as presentTransaction } from './transactions.ts'
import { INTEGRATIONS, type World } from './world.ts'

const FREQUENCIES = [7, 15, 30, 60, 90, 180, 360]
const DAY = 86_400_000
const PLANS = '/api/acceptance/subscription-plans'
const SUBSCRIPTIONS = '/api/acceptance/subscriptions'
const DEDUCTIONS_AT_ONCE = 100

export function subscriptionRoutes(world: World, app: FastifyInstance): void {
  const { store } = world
  const planOf = (id: string | undefined): Plan => {
    const plan = store.find('plan', String(id))
    if (!plan) throw notFound('Subscription plan not found.')
    return plan
  }
  const change = (plan: Plan) => {
    store.put('plan', plan)
    return ok({ ...plan, id: Number(plan.id) })
  }
  declare(world, app, 'POST', PLANS, 'token', 'plan', ({ body }) => {
    const plan = planIn(world, body)
    store.put('plan', plan)
    return ok({ ...plan, id: Number(plan.id) }, 201)
  })
  declare(world, app, 'GET', PLANS, 'token', 'plan', () =>
    ok({ results: store.list('plan').map((it) => ({ ...it, id: Number(it.id) })) }),
  )
  declare(world, app, 'PUT', `${PLANS}/:id`, 'token', 'plan', ({ params, body }) => {
    const plan = planOf(params['id'])
    return change({
      ...plan,
      amount_cents: body['amount_cents'] ? piastersIn(body, 'amount_cents') : plan.amount_cents,
    })
  })
  declare(world, app, 'POST', `${PLANS}/:id/suspend`, 'token', 'plan', ({ params }) =>
    change({ ...planOf(params['id']), is_active: false }),
  )
  declare(world, app, 'POST', `${PLANS}/:id/resume`, 'token', 'plan', ({ params }) =>
    change({ ...planOf(params['id']), is_active: true }),
  )
  declare(world, app, 'GET', `${SUBSCRIPTIONS}/:id`, 'token', 'subscription.get', ({ params }) =>
    ok(present(get(world, params['id']))),
  )
  declare(world, app, 'GET', `${SUBSCRIPTIONS}/:id/transactions`, 'token', 'subscription.get', ({ params }) => {
    const { transactions } = get(world, params['id'])
    return ok(transactions.map((id) => presentTransaction(world, store.find('transaction', String(id))!)))
  })
  declare(world, app, 'GET', `${SUBSCRIPTIONS}/:id/last-transaction`, 'token', 'subscription.get', ({ params }) => {
    const last = get(world, params['id']).transactions.at(-1)
    return ok(presentTransaction(world, store.find('transaction', String(last))!))
  })
  declare(world, app, 'PUT', `${SUBSCRIPTIONS}/:id`, 'token', 'subscription.act', ({ params, body }) => {
    const subscription = get(world, params['id'])
    const amount_cents = body['amount_cents'] ? piastersIn(body, 'amount_cents') : subscription.amount_cents
    const next_billing = typeof body['next_billing'] === 'string' ? body['next_billing'] : subscription.next_billing
    return ok(present(told(world, { ...subscription, amount_cents, next_billing }, 'updated')))
  })
  for (const act of ['suspend', 'resume', 'cancel'] as const)
    declare(world, app, 'POST', `${SUBSCRIPTIONS}/:id/${act}`, 'token', 'subscription.act', ({ params }) =>
      ok(present(actOn(world, String(params['id']), act))),
    )
  declare(
    world,
    app,
    'POST',
    `${SUBSCRIPTIONS}/:id/register_webhook`,
    'token',
    'subscription.act',
    ({ params, body }) => {
      const subscription = { ...get(world, params['id']), webhook_url: String(body['url']) }
      store.put('subscription', subscription)
      return ok(present(subscription))
    },
  )
}

function get(world: World, id: string | undefined): Subscription {
  const found = world.store.find('subscription', String(id))
  if (!found) throw notFound('Subscription not found.')
  return found
}

function planIn(world: World, body: Record<string, unknown>): Plan {
  const frequency = Number(body['frequency'])
  if (!FREQUENCIES.includes(frequency)) throw invalid('frequency', `One of ${FREQUENCIES.join(', ')}.`)
  const integration = Number(body['integration'])
  if (INTEGRATIONS[integration]?.kind !== 'moto') throw invalid('integration', 'A MOTO integration is required.')
  if (typeof body['name'] !== 'string') throw invalid('name', 'This field is required.')
  const optional = (field: string) => (body[field] === undefined || body[field] === null ? null : Number(body[field]))
  return {
    id: String(nextNumber(world.store)),
    name: body['name'],
    frequency,
    reminder_days: optional('reminder_days'),
    retrial_days: optional('retrial_days'),
    plan_type: 'rent',
    number_of_deductions: optional('number_of_deductions'),
    amount_cents: piastersIn(body, 'amount_cents'),
    use_transaction_amount: body['use_transaction_amount'] === true,
    is_active: body['is_active'] !== false,
    integration,
    webhook_url: typeof body['webhook_url'] === 'string' ? body['webhook_url'] : null,
    created_at: instant(world.store.now()),
  }
}

export function actOn(world: World, id: string, act: 'suspend' | 'resume' | 'cancel'): Subscription {
  const subscription = get(world, id)
  const now = instant(world.store.now())
  if (subscription.state === 'canceled') {
    if (act === 'cancel') return subscription
    throw invalid('state', 'The subscription is canceled.')
  }
  if (act === 'suspend') return told(world, { ...subscription, state: 'suspended', suspended_at: now }, 'suspended')
  if (act === 'cancel') return told(world, { ...subscription, state: 'canceled', ends_at: now }, 'canceled')
  return told(world, { ...subscription, state: 'active', resumed_at: now, failures: 0 }, 'resumed')
}

export function startSubscription(world: World, intention: Intention, transaction: Transaction, card: Card): void {
  const plan = world.store.find('plan', String(intention.plan_id))
  if (!plan) return
  const now = world.store.now()
  const subscription: Subscription = {
    id: String(nextNumber(world.store)),
    plan_id: Number(plan.id),
    frequency: plan.frequency,
    state: 'active',
    amount_cents: plan.use_transaction_amount ? transaction.amount_cents : plan.amount_cents,
    starts_at: day(now),
    next_billing: day(now + plan.frequency * DAY),
    ends_at: null,
    suspended_at: null,
    resumed_at: null,
    initial_transaction: Number(transaction.id),
    transactions: [Number(transaction.id)],
    card: card.id,
    integration: plan.integration,
    webhook_url: plan.webhook_url ?? intention.notification_url,
    failures: 0,
    deductions_left: plan.number_of_deductions,
  }
  told(world, subscription, 'Subscription Created', Number(transaction.id))
}

const day = (ms: number): string => instant(ms).slice(0, 10)

/** Deducts what is due on the simulated clock. */
export function deductDue(world: World): void {
  const today = day(world.store.now())
  for (let round = 0; round < DEDUCTIONS_AT_ONCE; round++) {
    const due = world.store.list('subscription').find((it) => it.state === 'active' && it.next_billing <= today)
    if (!due) return
    deduct(world, due)
  }
}

function deduct(world: World, subscription: Subscription): void {
  const card = world.store.find('card', subscription.card)
  const plan = world.store.find('plan', String(subscription.plan_id))
  if (!card || !plan?.is_active || subscription.deductions_left === 0) {
    told(world, { ...subscription, state: 'canceled', ends_at: instant(world.store.now()) }, 'canceled')
    return
  }
  const order = orderFor(world, subscription)
  const transaction = chargeCard(world, order, subscription.integration, card)
  const after = { ...subscription, transactions: [...subscription.transactions, Number(transaction.id)] }
  const dueMs = Date.parse(`${subscription.next_billing}T00:00:00Z`)
  if (transaction.success) {
    const deductions_left = after.deductions_left === null ? null : after.deductions_left - 1
    const next_billing = day(dueMs + subscription.frequency * DAY)
    told(
      world,
      { ...after, next_billing, deductions_left, failures: 0 },
      'Successful Transaction',
      Number(transaction.id),
    )
    return
  }
  const failures = subscription.failures + 1
  const failed = { ...after, failures, next_billing: day(dueMs + DAY) }
  if (failures <= (plan.retrial_days ?? 0)) {
    told(world, failed, 'Failed Transaction', Number(transaction.id))
    return
  }
  told(world, failed, 'Failed Overdue Transaction', Number(transaction.id))
  actOn(world, subscription.id, 'suspend')
}

/** Each deduction has an order of its own, which carries no reference of the merchant's. */
function orderFor(world: World, subscription: Subscription): Intention {
  const first = world.store.list('transaction').find((it) => it.id === String(subscription.initial_transaction))
  const began = world.store.list('intention').find((it) => it.order_id === first?.order_id)
  const order: Intention = {
    ...began!,
    id: `pi_sub_${randomUUID()}`,
    client_secret: `none_${randomUUID()}`,
    order_id: nextNumber(world.store),
    amount: subscription.amount_cents,
    integrations: [subscription.integration],
    keys: [],
    items: [],
    special_reference: null,
    plan_id: null,
    created: instant(world.store.now()),
    expires_ms: world.store.now() + DAY,
  }
  world.store.put('intention', order)
  return order
}

function told(world: World, subscription: Subscription, trigger: string, transaction_id?: number): Subscription {
  world.store.put('subscription', subscription)
  const secret = world.store.settings().hmac_secret
  world.callbacks.emit({
    type: trigger,
    subject: subscription.id,
    reference: null,
    url: subscription.webhook_url,
    body: {
      paymob_request_id: randomUUID(),
      subscription_data: present(subscription),
      trigger_type: trigger,
      hmac: subscriptionHmac(secret, trigger, subscription.id),
      ...(transaction_id === undefined ? {} : { transaction_id }),
    },
  })
  return subscription
}

function present(it: Subscription): Record<string, unknown> {
  return {
    id: Number(it.id),
    client_info: {},
    frequency: it.frequency,
    plan_id: it.plan_id,
    state: it.state,
    amount_cents: it.amount_cents,
    starts_at: it.starts_at,
    next_billing: it.next_billing,
    reminder_date: null,
    ends_at: it.ends_at,
    resumed_at: it.resumed_at,
    suspended_at: it.suspended_at,
    reactivated_at: null,
    webhook_url: it.webhook_url,
    integration: it.integration,
    initial_transaction: it.initial_transaction,
  }
}
