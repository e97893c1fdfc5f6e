/** Wave behind the port: its checkout sessions and its webhooks, in its words on one side and in ours on the other. */
import type { Context } from '../../../kernel/context.ts'
import { Fault } from '../../../kernel/errors.ts'
import { decimalString, exponentOf } from '../../../kernel/money.ts'
import { configOf } from '../config.ts'
import { ProviderRejection, type PaymentProvider, type ProviderEvent, type ProviderSession } from '../provider.ts'
import { callWave, errorOf } from './http.ts'
import { verifyBearer, verifySignature } from './signature.ts'

const SESSIONS = '/v1/checkout/sessions'

export function waveProvider(ctx: Context): PaymentProvider {
  const { waveTimeoutMs, waveWebhookMode, waveWebhookSecrets } = configOf(ctx)
  const secrets = waveWebhookSecrets.split(',').map((secret) => secret.trim())
  return {
    name: 'wave',
    patienceMs: waveTimeoutMs,
    async createSession({ reference, amount_minor, currency, success_url, error_url }) {
      const amount = decimalString(amount_minor, exponentOf(currency))
      const body = { amount, currency, client_reference: reference, success_url, error_url }
      const session = readSession(await callWave(ctx, { method: 'POST', path: SESSIONS, body }))
      if (!session?.launch_url)
        throw new Fault('wave', 'a session was made but its description cannot be read', { outcomeUnknown: true })
      return session
    },
    getSession: (id) => findSession(ctx, id),
    async findSessions(reference) {
      const path = `${SESSIONS}/search?client_reference=${encodeURIComponent(reference)}`
      const found = (await callWave(ctx, { method: 'GET', path })) as { result?: unknown } | undefined
      if (!Array.isArray(found?.result)) throw new Fault('wave', 'a search answered without a result')
      return found.result.map(sessionIn)
    },
    refunds: 'repeatable',
    async expireSession(id) {
      await callWave(ctx, { method: 'POST', path: `${SESSIONS}/${encodeURIComponent(id)}/expire` })
    },
    async refund(id) {
      await callWave(ctx, { method: 'POST', path: `${SESSIONS}/${encodeURIComponent(id)}/refund` })
    },
    async returned(id) {
      const session = await findSession(ctx, id)
      return session?.refunded_at ? (session.amount_minor ?? 0n) : 0n
    },
    verify(headers, raw) {
      if (waveWebhookMode === 'bearer') return verifyBearer(one(headers['authorization']), secrets)
      const nowSeconds = Math.floor(ctx.clock.now().epochMilliseconds / 1000)
      return verifySignature(one(headers['wave-signature']), raw, secrets, nowSeconds)
    },
    readEvent,
  }
}

async function findSession(ctx: Context, id: string): Promise<ProviderSession | undefined> {
  try {
    return sessionIn(await callWave(ctx, { method: 'GET', path: `${SESSIONS}/${encodeURIComponent(id)}` }))
  } catch (error) {
    if (error instanceof ProviderRejection && error.status === 404) return undefined
    throw error
  }
}

/** Undefined when it is no event of Wave: an object with an id, a type and data. */
export function readEvent(raw: Buffer): ProviderEvent | undefined {
  let event: Record<string, unknown>
  try {
    event = JSON.parse(raw.toString('utf8')) as Record<string, unknown>
  } catch {
    return undefined
  }
  if (event === null || typeof event !== 'object') return undefined
  const { id, type, data } = event
  if (typeof id !== 'string' || id === '' || id.length > 200) return undefined
  if (typeof type !== 'string' || type === '' || type.length > 100) return undefined
  const aboutSession = type === 'checkout.session.completed' || type === 'checkout.session.payment_failed'
  const declined = type === 'checkout.session.payment_failed'
  const session = aboutSession ? readSession(data, declined ? undefined : 'succeeded') : undefined
  if (aboutSession && !session) return undefined
  return { id, type, session, declined }
}

function sessionIn(body: unknown): ProviderSession {
  const session = readSession(body)
  if (!session) throw new Fault('wave', 'the description of a session cannot be read')
  return session
}

/** Reads what can be read; only the id must be there. `implied` is what the kind of event says when the session does not. */
function readSession(body: unknown, implied?: 'succeeded'): ProviderSession | undefined {
  if (body === null || typeof body !== 'object') return undefined
  const data = body as Record<string, unknown>
  const id = textOf(data['id'])
  if (!id || id.length > 200) return undefined
  const checkout = data['checkout_status']
  const currency = textOf(data['currency'])
  return {
    id,
    status: checkout === 'complete' || checkout === 'expired' ? checkout : 'open',
    paid: (data['payment_status'] ?? implied) === 'succeeded',
    amount_minor: amountOf(data['amount']),
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : null,
    reference: textOf(data['client_reference']),
    transaction_ref: textOf(data['transaction_id']),
    failure_code: data['last_payment_error'] ? errorOf(data['last_payment_error']).code : null,
    launch_url: textOf(data['wave_launch_url']),
    expires_at: instantOf(data['when_expires']),
    completed_at: instantOf(data['when_completed']),
    refunded_at: instantOf(data['when_refunded']),
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.length <= 2000 ? value : null)

/** Wave writes whole francs without leading zeros; anything else is not an amount. */
const amountOf = (value: unknown): bigint | null =>
  typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? BigInt(value) : null

function instantOf(value: unknown): Temporal.Instant | null {
  try {
    return typeof value === 'string' ? Temporal.Instant.from(value) : null
  } catch {
    return null
  }
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)
