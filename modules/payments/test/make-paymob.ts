/** The same house with Paymob behind the port: its stand-in over real HTTP, pounds instead of francs. */
import { startPaymob, type Paymob } from '../../../simulators/paymob/server.ts'
import type { Actor, Context } from '../../../kernel/context.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import type { EventType } from '../../../kernel/events/event.ts'
import { freePort } from '../../../kernel/db/server.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import type { Transact } from '../../../kernel/jobs/job.ts'
import { listenTo, type Heard } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { beside, type Beside } from '../../../kernel/testing/provider.ts'
import { audit } from '../../audit/module.ts'
import { balanceOf, type AccountRef } from '../../ledger/api.ts'
import { ledger } from '../../ledger/module.ts'
import {
  chargeSavedCard, openCheckout, paymentIds, requestCharge, savedCardsOf, unappliedAccount, type ChargeRequest, type Payment,
} from '../api.ts' // prettier-ignore
import { getPayment } from '../charges.ts'
import * as events from '../events.ts'
import { payments } from '../module.ts'
import { clearingAccount } from '../settling.ts'

export const HMAC = 'EXAMPLEHMACSECRET-0001'
export const OWNER = '01980000-0000-7000-8000-00000000eeee'
export const PAYER = '01980000-0000-7000-8000-00000000bbbb'

/** The test cards of the stand-in. */
export const CARDS = {
  pays: '5123456789012346',
  poorLater: '4000000000000341',
  expiredLater: '4000000000000069',
  poor: '4000000000009995',
  declined: '4000000000000002',
  waits: '4000000000000119',
} as const

export interface PaymobHouse extends Beside {
  t: TestProduct
  paymob: Paymob
  heard: Heard[]
  transact: Transact
  wish(amount_minor?: bigint, more?: Partial<ChargeRequest>): Promise<Payment>
  opened(amount_minor?: bigint, more?: Partial<ChargeRequest>): Promise<Payment>
  /** A payment made on the page whose card was kept. */
  cardKept(card: string): Promise<string>
  chargeCard(card_id: string, amount_minor?: bigint, id?: string): Promise<Payment>
  payment(id: string): Promise<Payment>
  held(ref: AccountRef): Promise<bigint>
  unapplied(payment: Payment): Promise<bigint>
  atProvider(): Promise<bigint>
  /** The transactions the provider has of this payment. */
  transactions(payment: Payment): ReturnType<Paymob['control']['state']>['transactions']
  event(id: string): Promise<{ status: string; outcome: string | null }>
  events(): Promise<{ event_id: string; type: string; status: string; outcome: string | null }[]>
  health(): Promise<{ status: string; detail: string }>
}

export async function paymobHouse(
  options: { authenticate?: (ctx: Context, tx: Tx, token: string) => Promise<Actor | undefined> } = {},
): Promise<PaymobHouse> {
  const paymob = await startPaymob({ hmacSecret: HMAC, retryMs: [10, 10, 10] })
  const { module, subscriptions, heard } = listenTo(Object.values(events) as EventType<unknown>[])
  const port = await freePort()
  const t = await testProduct(
    productOf([audit, ledger, payments, module], {
      currency: 'EGP',
      locales: ['ar-EG', 'en'],
      timeZone: 'Africa/Cairo',
      country: 'EG',
      policy: { payments: { provider: 'paymob' } },
      on: subscriptions,
      ...(options.authenticate ? { authenticate: options.authenticate } : {}),
    }),
    {
      env: { PAYMOB_API_URL: paymob.url, PAYMOB_HMAC_SECRET: HMAC, PAYMOB_TIMEOUT_MS: '1500' },
      publicUrl: `http://127.0.0.1:${port}`,
    },
  )
  await t.app.listen({ port, host: '127.0.0.1' })
  const house: PaymobHouse = {
    t,
    paymob,
    heard,
    transact: (body) => t.tx(body),
    ...beside(t, paymob),
    wish: (amount_minor = 29_900n, more = {}) =>
      t.tx((tx) =>
        requestCharge(t.ctx(), tx, {
          id: uuidV7(t.clock),
          owner: OWNER,
          purpose: 'subscriptions.invoice',
          reference: uuidV7(t.clock),
          amount_minor,
          payer: { user_id: PAYER },
          success_url: 'https://tutor.example/paid',
          error_url: 'https://tutor.example/sorry',
          ...more,
        }),
      ),
    async opened(amount_minor, more) {
      const payment = await house.wish(amount_minor, more)
      await openCheckout(t.ctx(), house.transact, payment.id)
      return house.payment(payment.id)
    },
    async cardKept(card) {
      const payment = await house.opened(29_900n, { save_card: true })
      paymob.control.pay({ order: paymentIds.wire(payment.id), card, save: true })
      await house.settle()
      heard.length = 0
      const kept = await t.tx((tx) => savedCardsOf(tx, PAYER))
      return kept.find((it) => it.last_four === card.slice(-4))!.id
    },
    chargeCard: (card_id, amount_minor = 29_900n, id = uuidV7(t.clock)) =>
      t.tx((tx) =>
        chargeSavedCard(t.ctx(), tx, {
          id,
          owner: OWNER,
          purpose: 'subscriptions.invoice',
          reference: id,
          amount_minor,
          card_owner: PAYER,
          card_id,
        }),
      ),
    payment: (id) => t.tx((tx) => getPayment(tx, OWNER, id)),
    held: (ref) => t.tx(async (tx) => (await balanceOf(tx, ref)).posted_minor),
    unapplied: (payment) => house.held(unappliedAccount(payment)),
    atProvider: async () => -(await house.held(clearingAccount('paymob', 'EGP'))),
    transactions(payment) {
      const { intentions, transactions } = paymob.control.state()
      const orders = intentions
        .filter((it) => it.special_reference?.startsWith(paymentIds.wire(payment.id)))
        .map((it) => it.order_id)
      return transactions.filter((it) => orders.includes(it.order_id))
    },
    event: async (id) => (await house.events()).find((it) => it.event_id === id)!,
    events: () =>
      t.asOwner(async (client) => {
        const found = await client.query('select event_id, type, status, outcome from payments.webhook_event order by received_at, event_id') // prettier-ignore
        return found.rows
      }),
    async health() {
      const { checks } = (await t.call('GET', '/health/checks')).json
      return checks.find((it: { module: string }) => it.module === 'payments')
    },
  }
  return house
}
