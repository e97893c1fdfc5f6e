// The strings behind the stage: everything a test or a person may make the simulator do that the real Paymob would never offer. The same
// verbs are called in process by tests and over `/_control` by people and other processes.
import type { FastifyInstance } from 'fastify'
import { sharedControl, sharedRoutes, SHOWN_MAX, type SharedControl, type SharedState } from '../control.ts'
import { ApiError, invalid, notFound } from './api.ts'
import { couldBeCard, TEST_CARDS } from './cards.ts'
import { controlPage } from './control-page.ts'
import { FAULTS } from './faults.ts'
import { byOrder, isOver } from './intentions.ts'
import type { Callback, Card, Intention, Plan, Settings, Subscription, Transaction } from './records.ts'
import { instant } from './state.ts'
import { actOn, deductDue } from './subscriptions.ts'
import { pay, refund, responseQuery, settle, voidIt } from './transactions.ts'
import { INTEGRATIONS, type World } from './world.ts'

export interface State extends SharedState {
  callback_url: string | null
  intentions: Intention[]
  transactions: Transaction[]
  cards: Card[]
  plans: Plan[]
  subscriptions: Subscription[]
  callbacks: Callback[]
}

export interface Control extends SharedControl {
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
  settings(input: { callback_url?: string | null; hmac_secret?: string }): Settings
  redeliver(input: { callback: string }): void
  state(limit?: number): State
}

export function makeControl(world: World): Control {
  const { store, callbacks } = world
  const shared = sharedControl(store, callbacks, FAULTS, {
    fault: (words) => new ApiError(400, { detail: words }),
    field: invalid,
  })
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
    ...shared,
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
    clock(input) {
      shared.clock(input)
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
  }
}

export function controlRoutes(world: World, control: Control, app: FastifyInstance): void {
  const crossSite = (detail: string) => new ApiError(403, { detail })
  const verb = sharedRoutes(app, control, (state) => controlPage(world, state), crossSite)
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
  verb('/settings', (input: never) => control.settings(input))
  verb('/redeliver', (input: never) => control.redeliver(input))
}
