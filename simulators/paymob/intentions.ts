// Intentions: created with the secret key, read with the public one. Each makes an order that may see several transactions. Nothing is
// announced when it ends unpaid: its time is over, and that is all.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Answer } from '../serving.ts'
import { ApiError, declare, invalid, notFound, ok, piastersIn } from './api.ts'
import type { Intention } from './records.ts'
import { instant, nextNumber } from './state.ts'
import { INTEGRATIONS, modeOf, type World } from './world.ts'

const EXPIRATION_MAX = 3_110_400

export function intentionRoutes(world: World, app: FastifyInstance): void {
  declare(world, app, 'POST', '/v1/intention/', 'secret', 'intention.create', ({ body }) => create(world, body))
  declare(world, app, 'GET', '/v1/intention/element/:public_key/:secret/', 'anybody', 'intention.get', ({ params }) => {
    const intention = bySecret(world, params['public_key'], params['secret'])
    if (!intention) throw notFound()
    return ok(present(world, intention))
  })
}

/** The intention behind the address of a payment page; a public key of the other mode does not see it. */
export function bySecret(
  world: World,
  publicKey: string | undefined,
  secret: string | undefined,
): Intention | undefined {
  if (publicKey !== world.publicKey || !secret) return undefined
  return world.store.list('intention').find((it) => it.client_secret === secret)
}

export const byOrder = (world: World, order: number): Intention | undefined =>
  world.store.list('intention').find((it) => it.order_id === order)

export const isOver = (world: World, intention: Intention): boolean => world.store.now() >= intention.expires_ms

function create(world: World, body: Record<string, unknown>): Answer {
  const amount = piastersIn(body, 'amount')
  if (body['currency'] !== 'EGP') throw invalid('currency', 'Currency is not supported by this account.')
  const integrations = integrationsIn(world, body['payment_methods'])
  const items = itemsIn(body['items'])
  if (items.length > 0 && items.reduce((sum, it) => sum + it.amount, 0) !== amount)
    throw new ApiError(406, {
      code: 'unmatched_item_prices',
      detail: 'The amount must be equal to the sum of the item amounts.',
    })
  const special_reference = textIn(body, 'special_reference')
  if (special_reference && world.store.list('intention').some((it) => it.special_reference === special_reference))
    throw invalid('special_reference', 'Intention with this special reference already exists.')
  const seconds = Number(body['expiration'] ?? EXPIRATION_MAX)
  if (!Number.isInteger(seconds) || seconds <= 0 || seconds > EXPIRATION_MAX)
    throw invalid('expiration', `A number of seconds up to ${EXPIRATION_MAX} is required.`)
  const plan_id = body['subscription_plan_id'] === undefined ? null : Number(body['subscription_plan_id'])
  if (plan_id !== null && !world.store.find('plan', String(plan_id))) throw notFound('Subscription plan not found.')
  const now = world.store.now()
  const mode = modeOf(world.secretKey)
  const intention: Intention = {
    id: `pi_${mode}_${randomBytes(16).toString('hex')}`,
    client_secret: `egy_csk_${mode}_${randomBytes(16).toString('hex')}`,
    order_id: nextNumber(world.store),
    amount,
    currency: 'EGP',
    integrations,
    keys: integrations.map((integration) => ({ integration, key: randomBytes(32).toString('base64url') })),
    items,
    billing_data: billingIn(body['billing_data']),
    special_reference,
    notification_url: textIn(body, 'notification_url'),
    redirection_url: textIn(body, 'redirection_url'),
    plan_id,
    extras: (body['extras'] as Record<string, unknown> | undefined) ?? {},
    created: instant(now),
    expires_ms: now + seconds * 1000,
  }
  world.store.put('intention', intention)
  return ok(present(world, intention), 201)
}

function integrationsIn(world: World, value: unknown): number[] {
  if (!Array.isArray(value) || value.length === 0) throw invalid('payment_methods', 'This field is required.')
  const mode = modeOf(world.secretKey)
  return value.map((it) => {
    const known = INTEGRATIONS[Number(it)]
    if (!known || known.mode !== mode) throw notFound(`Integration ID does not exist: ${String(it)}`)
    return Number(it)
  })
}

function itemsIn(value: unknown): Intention['items'] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw invalid('items', 'Expected a list of items.')
  return value.map((it: Record<string, unknown>) => {
    const { name, amount, quantity = 1 } = it
    if (typeof name !== 'string' || name === '' || name.length > 50)
      throw invalid('items', 'name: up to 50 characters.')
    if (typeof amount !== 'number' || !Number.isSafeInteger(amount))
      throw invalid('items', 'amount: a valid integer is required.')
    return { name, amount, quantity: Number(quantity) }
  })
}

function billingIn(value: unknown): Record<string, string> {
  const given = value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  for (const field of ['first_name', 'last_name', 'email', 'phone_number'])
    if (typeof given[field] !== 'string' || given[field] === '')
      throw invalid('billing_data', `${field}: This field is required.`)
  return Object.fromEntries(Object.entries(given).map(([name, it]) => [name, String(it)]))
}

function textIn(body: Record<string, unknown>, field: string): string | null {
  const value = body[field]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string' || value.length > 2048) throw invalid(field, 'Not a valid string.')
  return value
}

function present(world: World, it: Intention): Record<string, unknown> {
  return {
    id: it.id,
    client_secret: it.client_secret,
    intention_order_id: it.order_id,
    payment_keys: it.keys.map(({ integration, key }) => ({
      integration,
      key,
      gateway_type: 'MIGS',
      order_id: it.order_id,
      redirection_url: it.redirection_url,
    })),
    intention_detail: { amount: it.amount, items: it.items, currency: it.currency, billing_data: it.billing_data },
    payment_methods: it.integrations.map((integration_id) => ({
      integration_id,
      method_type: INTEGRATIONS[integration_id]?.kind ?? 'card',
      live: INTEGRATIONS[integration_id]?.mode === 'live',
    })),
    special_reference: it.special_reference,
    extras: { creation_extras: it.extras },
    confirmed: world.store.list('transaction').some((one) => one.order_id === it.order_id && one.success),
    status: 'intended',
    created: it.created,
    card_tokens: [],
    object: 'paymentintention',
  }
}
