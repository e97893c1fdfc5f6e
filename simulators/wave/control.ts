// The strings behind the stage: everything a test or a person may make the simulator do that the real Wave would never offer. The same
// verbs are called in process by tests and over `/_control` by people and other processes.
import type { FastifyInstance } from 'fastify'
import { sharedControl, sharedRoutes, SHOWN_MAX, type Input, type SharedControl, type SharedState } from '../control.ts'
import { ApiError, E164, invalid } from './api.ts'
import { controlPage } from './control-page.ts'
import { FAULTS, PAYMENT_ERRORS, PAYOUT_ERRORS } from './faults.ts'
import { nameOf, newPayoutId, newTransactionId } from './ids.ts'
import type { Payout, Recipient, Session, Settings, Transaction, WebhookEvent, WebhookMode } from './records.ts'
import { finish, get as getPayout } from './payouts.ts'
import { decline, expire, get, pay, present, type Attempt } from './sessions.ts'
import { instant } from './state.ts'
import { balance, feeOf, record } from './wallet.ts'
import type { World } from './world.ts'

const CONDITIONS = ['active', 'minor', 'blocked', 'inactive', 'terminated'] as const

export interface State extends SharedState {
  balance: string
  webhook: { url: string | null; secrets: string[]; mode: WebhookMode }
  sessions: (Session & { wave_launch_url: string })[]
  payouts: Payout[]
  transactions: Transaction[]
  recipients: Recipient[]
  events: WebhookEvent[]
}

export interface Control extends SharedControl {
  /** Pays as the customer would; `session` is a session id or a client reference. `late` pays an expired session. */
  pay(input: { session: string; mobile?: string; late?: boolean }): Attempt
  fail(input: { session: string; code?: string }): Attempt
  expire(input: { session: string }): Session
  /** Registers the webhook; a `rotating_secret` signs too, as a second `v1`. */
  webhook(input: {
    url?: string | null
    secret?: string
    rotating_secret?: string | null
    mode?: WebhookMode
  }): Settings
  redeliver(input: { event: string }): void
  /** Announces something that happened elsewhere: a payment at the counter, a business payment, a test event. */
  emit(input: { type: string; amount?: string; mobile?: string; client_reference?: string }): WebhookEvent
  recipient(input: {
    mobile: string
    name?: string
    national_id?: string
    condition?: string
    limit?: string
  }): Recipient
  /** Decides a payout in processing. */
  settle(input: { payout: string; status: 'succeeded' | 'failed'; code?: string }): Payout
  state(limit?: number): State
}

export function makeControl(world: World): Control {
  const { store, webhooks } = world
  const sessionOf = (reference: string): string =>
    store.find('session', reference)?.id ??
    store.list('session').findLast((it) => it.client_reference === reference)?.id ??
    reference

  return {
    ...sharedControl(store, webhooks, FAULTS, {
      fault: (words) => new ApiError(400, 'request-validation-error', words),
      field: (name, words) => invalid([name], words),
    }),
    pay({ session, mobile = '+221771234567', late = false }) {
      if (!E164.test(mobile)) throw invalid(['mobile'], 'E.164 expected')
      const attempt = pay(world, sessionOf(session), mobile, late)
      if (attempt.outcome === 'expired') {
        throw new ApiError(
          409,
          'checkout-session-not-open',
          'The session has expired; pay it with late: true to force it.',
        )
      }
      return attempt
    },
    fail({ session, code = 'insufficient-funds' }) {
      if (!PAYMENT_ERRORS.some((it) => it === code)) throw invalid(['code'], `one of ${PAYMENT_ERRORS.join(', ')}`)
      return decline(world, sessionOf(session), code)
    },
    expire: ({ session }) => expire(world, get(world, sessionOf(session))),
    webhook({ url, secret, rotating_secret, mode }) {
      const now = store.settings()
      if (url && !['http:', 'https:'].includes(URL.parse(url)?.protocol ?? ''))
        throw invalid(['url'], 'an http(s) address is expected')
      if (mode !== undefined && mode !== 'signature' && mode !== 'shared-secret') {
        throw invalid(['mode'], 'signature or shared-secret is expected')
      }
      const first = secret ?? now.webhook_secrets[0] ?? ''
      const second = rotating_secret === undefined ? now.webhook_secrets[1] : rotating_secret
      store.change({
        webhook_url: url === undefined ? now.webhook_url : url || null,
        webhook_secrets: second ? [first, second] : [first],
        webhook_mode: mode ?? now.webhook_mode,
      })
      return store.settings()
    },
    redeliver({ event }) {
      if (!webhooks.redeliver(event)) throw new ApiError(404, 'not-found', 'No such event.')
    },
    emit: (input) => emitOther(world, input),
    recipient({ mobile, name, national_id, condition = 'active', limit }) {
      if (!E164.test(mobile)) throw invalid(['mobile'], 'E.164 expected')
      const known = CONDITIONS.find((it) => it === condition)
      if (!known) throw invalid(['condition'], `one of ${CONDITIONS.join(', ')}`)
      if (limit !== undefined && !/^\d+$/.test(limit)) throw invalid(['limit'], 'a whole amount is expected')
      const recipient: Recipient = {
        id: mobile,
        name: name ?? null,
        national_id: national_id ?? null,
        condition: known,
        limit: limit ?? null,
      }
      store.put('recipient', recipient)
      return recipient
    },
    settle({ payout, status, code = 'recipient-limit-exceeded' }) {
      const current = getPayout(world, payout)
      if (current.status !== 'processing')
        throw new ApiError(409, 'conflict', `The payout is already ${current.status}.`)
      if (status !== 'succeeded' && status !== 'failed') throw invalid(['status'], 'succeeded or failed is expected')
      if (!PAYOUT_ERRORS.some((it) => it === code)) throw invalid(['code'], `one of ${PAYOUT_ERRORS.join(', ')}`)
      return finish(world, current, status, code)
    },
    state(limit = SHOWN_MAX) {
      const settings = store.settings()
      const latest = <T>(rows: T[]): T[] => rows.slice(-limit)
      return {
        now: instant(store.now()),
        clock_offset_ms: settings.clock_offset_ms,
        balance: String(balance(world)),
        webhook: { url: settings.webhook_url, secrets: settings.webhook_secrets, mode: settings.webhook_mode },
        faults: store.list('fault'),
        sessions: latest(store.list('session')).map(
          (it) => present(world, get(world, it.id)) as unknown as State['sessions'][number],
        ),
        payouts: latest(store.list('payout')).map((it) => getPayout(world, it.id)),
        transactions: latest(store.list('transaction')),
        recipients: store.list('recipient'),
        events: latest(store.list('event')),
      }
    },
  }
}

function emitOther(
  world: World,
  input: { type: string; amount?: string; mobile?: string; client_reference?: string },
): WebhookEvent {
  const { type, amount = '1000', mobile = '+221771234567', client_reference = null } = input
  if (!/^[1-9]\d{0,14}$/.test(amount)) throw invalid(['amount'], 'a positive whole amount is expected')
  const when_created = instant(world.store.now())
  if (type === 'test.test_event') {
    return world.webhooks.emit({
      type,
      subject: type,
      client_reference,
      data: { message: 'This is a test event.', when_created },
    })
  }
  if (type === 'merchant.payment_received') {
    const id = newTransactionId()
    const fee = feeOf(amount)
    record(world, {
      transaction_id: id,
      transaction_type: 'merchant_payment',
      amount: BigInt(amount) - fee,
      fee,
      currency: 'XOF',
      counterparty_name: nameOf(mobile),
      counterparty_mobile: mobile,
      client_reference,
    })
    const data = {
      id,
      amount,
      fee: String(fee),
      currency: 'XOF',
      sender_mobile: mobile,
      merchant_id: 'M_simulator',
      merchant_name: world.businessName,
      custom_fields: null,
      when_created,
    }
    return world.webhooks.emit({ type, subject: id, client_reference, data })
  }
  if (type === 'b2b.payment_received' || type === 'b2b.payment_failed') {
    const id = newPayoutId().replace('pt-', 'b2b-')
    const data = { id, amount, currency: 'XOF', sender_id: 'M_other_business', client_reference, when_created }
    if (type === 'b2b.payment_received') {
      record(world, {
        transaction_type: 'b2b_payment',
        amount: BigInt(amount),
        fee: 0n,
        currency: 'XOF',
        counterparty_id: 'M_other_business',
        client_reference,
      })
    }
    return world.webhooks.emit({ type, subject: id, client_reference, data })
  }
  throw invalid(['type'], 'merchant.payment_received, b2b.payment_received, b2b.payment_failed or test.test_event')
}

export function controlRoutes(world: World, control: Control, app: FastifyInstance): void {
  const crossSite = (words: string) => new ApiError(403, 'cross-site', words)
  const verb = sharedRoutes(app, control, controlPage, crossSite)
  verb('/pay', (input: Input) => {
    const { session, mobile, late } = input as { session?: string; mobile?: string; late?: boolean | string }
    const attempt = control.pay({
      session: String(session),
      ...(mobile ? { mobile } : {}),
      late: late === true || late === 'true',
    })
    return { ...attempt, session: present(world, attempt.session) }
  })
  verb('/fail', (input: { session: string; code?: string }) => {
    const attempt = control.fail(input)
    return { ...attempt, session: present(world, attempt.session) }
  })
  verb('/expire', (input: { session: string }) => present(world, control.expire(input)))
  verb('/webhook', (input: never) => control.webhook(input))
  verb('/redeliver', (input: { event: string }) => control.redeliver(input))
  verb('/emit', (input: never) => control.emit(input))
  verb('/recipient', (input: never) => control.recipient(input))
  verb('/settle', (input: never) => control.settle(input))
}
