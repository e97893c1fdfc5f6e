// The strings behind the stage: everything a test or a person may make the simulator do that the real Paymob would never offer. The same
// verbs are called in process by tests and over `/_control` by people and other processes.
import type { FastifyInstance } from 'fastify'
import { ApiError, invalid, notFound } from './api.ts'
import { couldBeCard, TEST_CARDS } from './cards.ts'
import { controlPage } from './control-page.ts'
import { readFault } from './faults.ts'
import { PAGE_HEADERS } from './html.ts'
import { byOrder, isOver } from './intentions.ts'
import type { Callback, Card, Fault, Intention, Plan, Settings, Subscription, Transaction } from './records.ts'
import { instant } from './state.ts'
import { actOn, deductDue } from './subscriptions.ts'
import { pay, refund, responseQuery, settle, voidIt } from './transactions.ts'
import { INTEGRATIONS, type World } from './world.ts'

const SHOWN_MAX = 500

type Input = Record<string, unknown>

export interface State {
  now: string
  clock_offset_ms: number
  callback_url: string | null
  faults: Fault[]
  intentions: Intention[]
  transactions: Transaction[]
  cards: Card[]
  plans: Plan[]
  subscriptions: Subscription[]
  callbacks: Callback[]
}

export interface Control {
  /** Queues one fault or several, each `{ fault, count?, reference?, …parameters }`; answers what now waits. */
  faults(input: Input | Input[]): Fault[]
  clearFaults(): void
  /** Pays as the payer would on the page; `order` is an order number or the merchant's reference. `late` pays one whose time is over. */
  pay(input: { order: number | string; card?: string; save?: boolean; wallet?: string; late?: boolean }): Transaction
  /** Decides a pending transaction: a code such as `APPROVED` or `DECLINED`. */
  settle(input: { transaction: number | string; code?: string }): Transaction
  /** At the desk of the dashboard: nobody asked over the API. */
  refund(input: { transaction: number | string; amount_cents: number }): Transaction
  void(input: { transaction: number | string }): Transaction
  subscription(input: { id: number | string; act: 'suspend' | 'resume' | 'cancel' }): Subscription
  /** The address the browser would be sent back to after this transaction. */
  response(input: { transaction: number | string }): string
  /** Moves the simulated clock relative to the real one. */
  clock(input: { offset_ms: number }): void
  settings(input: { callback_url?: string | null; hmac_secret?: string }): Settings
  redeliver(input: { callback: string }): void
  release(): void
  state(limit?: number): State
  reset(): void
  /** Resolves when every delivery due now has been attempted. */
  idle(): Promise<void>
}

export function makeControl(world: World): Control {
  const { store, callbacks } = world
  const transactionOf = (id: number | string): Transaction => {
    const found = store.find('transaction', String(id))
    if (!found) throw notFound('Transaction not found.')
    return found
  }
  const orderOf = (named: number | string): Intention => {
    const found =
      byOrder(world, Number(named)) ?? store.list('intention').findLast((it) => it.special_reference === String(named))
    if (!found) throw notFound('Order not found.')
    return found
  }
  return {
    faults(input) {
      const read = (Array.isArray(input) ? input : [input]).map(readFault)
      const wrong = read.find((it) => typeof it === 'string')
      if (typeof wrong === 'string') throw new ApiError(400, { detail: wrong })
      for (const fault of read) if (typeof fault !== 'string') store.put('fault', fault)
      return store.list('fault')
    },
    clearFaults() {
      for (const fault of store.list('fault')) store.remove('fault', fault.id)
    },
    pay({ order, card = TEST_CARDS[0]!.number, save = false, wallet, late = false }) {
      const intention = orderOf(order)
      if (isOver(world, intention) && !late)
        throw new ApiError(409, { detail: 'Its time is over; pay it with late: true.' })
      const kind = wallet === undefined ? 'card' : 'wallet'
      if (kind === 'card' && !couldBeCard(card)) throw invalid('card', 'Not a card number.')
      const integration =
        intention.integrations.find((it) => INTEGRATIONS[it]?.kind === kind) ?? intention.integrations[0]!
      return pay(world, intention, { integration, number: wallet ?? card, wallet: kind === 'wallet', save_card: save })
    },
    settle: ({ transaction, code = 'APPROVED' }) => settle(world, Number(transaction), code),
    refund: ({ transaction, amount_cents }) =>
      refund(world, transactionOf(transaction), Number(amount_cents), 'refund'),
    void: ({ transaction }) => voidIt(world, transactionOf(transaction)),
    subscription({ id, act }) {
      if (!['suspend', 'resume', 'cancel'].includes(act)) throw invalid('act', 'suspend, resume or cancel')
      return actOn(world, String(id), act)
    },
    response({ transaction }) {
      const found = transactionOf(transaction)
      const url = new URL(byOrder(world, found.order_id)?.redirection_url ?? 'http://127.0.0.1/')
      for (const [name, value] of responseQuery(world, found)) url.searchParams.set(name, value)
      return url.href
    },
    clock({ offset_ms }) {
      if (!Number.isSafeInteger(offset_ms)) throw invalid('offset_ms', 'a whole number of milliseconds is expected')
      store.change({ clock_offset_ms: offset_ms })
      deductDue(world)
    },
    settings({ callback_url, hmac_secret }) {
      if (callback_url && !['http:', 'https:'].includes(URL.parse(callback_url)?.protocol ?? ''))
        throw invalid('callback_url', 'an http(s) address is expected')
      if (callback_url !== undefined) store.change({ callback_url: callback_url || null })
      if (hmac_secret) store.change({ hmac_secret })
      return store.settings()
    },
    redeliver({ callback }) {
      if (!callbacks.redeliver(callback)) throw notFound('Callback not found.')
    },
    release: () => callbacks.release(),
    state(limit = SHOWN_MAX) {
      const { clock_offset_ms, callback_url } = store.settings()
      const latest = <T>(rows: T[]): T[] => rows.slice(-limit)
      return {
        now: instant(store.now()),
        clock_offset_ms,
        callback_url,
        faults: store.list('fault'),
        intentions: latest(store.list('intention')),
        transactions: latest(store.list('transaction')),
        cards: latest(store.list('card')),
        plans: latest(store.list('plan')),
        subscriptions: latest(store.list('subscription')),
        callbacks: latest(store.list('callback')),
      }
    },
    reset() {
      callbacks.forget()
      store.reset()
      store.change({ clock_offset_ms: 0 })
    },
    idle: () => callbacks.idle(),
  }
}

export function controlRoutes(world: World, control: Control, app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    // A page of another site open in the same browser must not be able to press these buttons.
    if (request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site')
      throw new ApiError(403, { detail: 'Control calls from other sites are refused.' })
  })

  /** A form comes back to the page, everything else gets JSON. Forms carry text only, so empty fields count as absent. */
  const verb = (path: string, act: (input: never) => unknown): void => {
    app.post(path, async (request, reply) => {
      const form = String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
      const body = (request.body ?? {}) as Input
      const input = form ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '')) : body
      const result = act(input as never)
      return form ? reply.redirect('/_control', 303) : reply.send(result ?? { ok: true })
    })
  }

  app.get('/', async (_request, reply) => reply.headers(PAGE_HEADERS).send(controlPage(world, control.state(50))))
  app.get<{ Querystring: { limit?: string } }>('/state', async (request) =>
    control.state(Number(request.query.limit) || SHOWN_MAX),
  )
  app.get('/faults', async () => control.state(1).faults)
  app.delete('/faults', async () => {
    control.clearFaults()
    return { ok: true }
  })
  verb('/faults', (input: Input | Input[]) => control.faults(input))
  verb('/faults/clear', () => control.clearFaults())
  verb('/pay', ({ order, card, save, wallet, late }: Record<string, string | boolean | undefined>) =>
    control.pay({
      order: String(order),
      ...(card ? { card: String(card) } : {}),
      ...(wallet ? { wallet: String(wallet) } : {}),
      save: save === true || save === 'true',
      late: late === true || late === 'true',
    }),
  )
  verb('/settle', (input: never) => control.settle(input))
  verb('/refund', (input: never) => control.refund(input))
  verb('/void', (input: never) => control.void(input))
  verb('/subscription', (input: never) => control.subscription(input))
  verb('/clock', (input: { offset_ms: unknown }) => {
    control.clock({ offset_ms: Number(input.offset_ms ?? Number.NaN) })
    return { now: instant(world.store.now()), offset_ms: world.store.settings().clock_offset_ms }
  })
  verb('/settings', (input: never) => control.settings(input))
  verb('/redeliver', (input: never) => control.redeliver(input))
  verb('/release', () => control.release())
  verb('/reset', () => control.reset())
}
