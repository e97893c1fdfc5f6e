/** What the tests of subscriptions share: the house with Paymob's stand-in over HTTP, families, and what payers do. */
import { startPaymob, type Paymob } from '../../../simulators/paymob/server.ts'
import type { Actor } from '../../../kernel/context.ts'
import { freePort } from '../../../kernel/db/server.ts'
import { on, type EventType } from '../../../kernel/events/event.ts'
import { listenTo, type Heard } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type Answer, type TestProduct } from '../../../kernel/testing/product.ts'
import { beside, type Beside } from '../../../kernel/testing/provider.ts'
import { access } from '../../access/module.ts'
import { assignRole } from '../../access/api.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, startSession, userId, userReinstated, userSuspended } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser, proveFactor } from '../../identity/test/make.ts'
import { balanceOf, type AccountRef } from '../../ledger/api.ts'
import { ledger } from '../../ledger/module.ts'
import { prove } from '../../ledger/proof.ts'
import { messaging } from '../../messaging/module.ts'
import { notifications } from '../../notifications/module.ts'
import * as paid from '../../payments/api.ts'
import { payments } from '../../payments/module.ts'
import { acceptInvitation } from '../../profiles/api.ts'
import { profiles } from '../../profiles/module.ts'
import { invite, makePerson, type Person } from '../../profiles/test/make.ts'
import { creditAccount, deferredAccount, revenueAccount, taxAccount } from '../accounts.ts'
import * as events from '../events.ts'
import { subscriptionId } from '../ids.ts'
import * as jobs from '../jobs.ts'
import type { Subscription } from '../lives.ts'
import { subscriptions } from '../module.ts'
import type { Allowance, SubscriptionsPolicy } from '../policy.ts'
import { accessOf, type Access } from '../reading.ts'
import { listOfSubscription, type InvoiceRow } from '../store/invoices.ts'
import { findSubscription } from '../store/subscriptions.ts'

export const HMAC = 'EXAMPLEHMACSECRET-0001'
/** The test cards of the stand-in. */
export const CARDS = { pays: '5123456789012346', poorLater: '4000000000000341', declined: '4000000000000002' } as const
export const ZONE = 'Africa/Cairo'

const prices = (month: bigint, extra: bigint) => ({
  monthly: { base_minor: month, extra_minor: extra },
  quarterly: { base_minor: month * 3n - 1_000n, extra_minor: extra * 3n },
  yearly: { base_minor: month * 10n, extra_minor: extra * 10n },
})

export const POLICY: Omit<SubscriptionsPolicy, 'allow'> = {
  plans: [
    { code: 'basic', name: { ar: 'أساسية', en: 'Basic' }, holds: [], rank: 1, seats: { included: 1, max: 2 }, prices: prices(19_900n, 9_900n), allowances: [{ meter: 'AI_TOKEN', amount: 100n }] },
    { code: 'plus', name: { ar: 'مميّزة', en: 'Plus' }, holds: [], rank: 2, seats: { included: 1, max: 3 }, prices: prices(29_900n, 14_900n), allowances: [{ meter: 'AI_TOKEN', amount: 300n }] },
    { code: 'family', name: { ar: 'عائلية', en: 'Family' }, holds: [], rank: 3, seats: { included: 3, max: 5 }, prices: prices(49_900n, 9_900n), allowances: [{ meter: 'AI_TOKEN', amount: 300n }] },
  ],
  trial_days: 14,
  remind_days: 3,
  pending_days: 2,
  retry_days: [1, 3, 7],
  grace_days: 7,
  cancel_days: 30,
  tax_basis_points: 1400,
  pause_days_max: 60,
  price_notice_days: 30,
  refund_alone_max_minor: 10_000n,
  ending_now: 'refund_unused',
  late_money: 'give_back',
  invoice_prefix: 'TUT',
} // prettier-ignore

export interface House extends Beside {
  t: TestProduct
  paymob: Paymob
  heard: Heard[]
  allowed: Allowance[]
  policy: { -readonly [K in keyof SubscriptionsPolicy]: SubscriptionsPolicy[K] }
  /** Moves both clocks to five past midnight of the day in Cairo, runs the sweeps and all that follows. */
  goTo(day: string): Promise<void>
  /** The same, day by day. */
  days(count: number): Promise<void>
  /** The same at once: nobody looked in between. */
  sleep(count: number): Promise<void>
  today(): Temporal.PlainDate
  guardian(): Promise<Person>
  child(...guardians: Person[]): Promise<Person>
  /** A child's account without guardians yet, who may then be linked. */
  link(child: Person, guardian: Person): Promise<void>
  staff(...permissions: string[]): Promise<Person>
  token(person: { userId: string }): Promise<string>
  call(person: { userId: string }, method: string, path: string, body?: unknown): Promise<Answer>
  /** Starts and gives the id (a UUID). Throws what is refused. */
  start(payer: Person, learners: readonly Person[], more?: Record<string, unknown>): Promise<string>
  read(id: string): Promise<Subscription>
  invoices(id: string): Promise<InvoiceRow[]>
  access(learner: { userId: string }): Promise<Access>
  /** The page of what is due; gives the payment. */
  page(payer: Person, id: string, more?: Record<string, unknown>): Promise<string>
  /** Pays the page as the payer would. */
  pay(payment: string, card?: string, more?: { save?: boolean; late?: boolean }): void
  /** Page, pay, callback, jobs; keeps the card unless told otherwise. */
  buy(payer: Person, id: string, card?: string, save?: boolean): Promise<string>
  held(ref: AccountRef): Promise<bigint>
  books(id: string): Promise<{ deferred: bigint; credit: bigint; revenue: bigint; tax: bigint }>
  /** Lets what earlier tests left sleep: time brings it nothing any more. */
  quiet(except?: string): Promise<void>
  /** For a new test: the same, with nothing heard or allowed yet and no fault at the provider. */
  anew(): Promise<void>
  /** The ledger's whole proof. */
  prove(): Promise<string[]>
  sentTo(address: string): Promise<string[]>
}

/** What time brings here and at the provider; the crons of other modules have nothing to say. */
const CRONS = ['subscriptions.sweep', 'subscriptions.earn', 'subscriptions.announce', 'payments.poll', 'payments.sweep']

let keys = 0
const newKey = () => `key-${++keys}`

export async function house(more: Partial<SubscriptionsPolicy> = {}): Promise<House> {
  const paymob = await startPaymob({ hmacSecret: HMAC, retryMs: [10, 10, 10] })
  const { module, subscriptions: listening, heard } = listenTo(Object.values(events) as EventType<unknown>[])
  const allowed: Allowance[] = []
  const policy: House['policy'] = { ...POLICY, allow: async (_ctx, _tx, it) => void allowed.push(it), ...more }
  const roles: Record<string, string[]> = {}
  const staff = new Set<string>()
  const port = await freePort()
  const t = await testProduct(
    productOf([audit, messaging, access, identity, profiles, notifications, ledger, payments, subscriptions, module], {
      currency: 'EGP',
      locales: ['ar-EG', 'en'],
      timeZone: ZONE,
      country: 'EG',
      authenticate,
      policy: {
        access: { roles },
        payments: { provider: 'paymob' },
        profiles: { quietHours: null },
        subscriptions: policy,
      },
      on: [
        on(userSuspended, jobs.notePayerClosed),
        on(userReinstated, jobs.notePayerReopened),
        on(paid.chargeSucceeded, jobs.noteCharge),
        on(paid.chargeFailed, jobs.noteChargeFailed),
        on(paid.chargeExpired, jobs.noteChargeExpired),
        on(paid.chargeDisputed, jobs.noteChargeDisputed),
        on(paid.chargeReversed, jobs.noteChargeReversed),
        on(paid.cardSaved, jobs.noteCard),
        on(paid.providerSubscriptionChanged, jobs.noteProviderSubscription),
        on(paid.refundSucceeded, jobs.noteRefundDone),
        on(paid.refundFailed, jobs.noteRefundTrouble),
        ...listening,
      ],
    }),
    {
      env: { PAYMOB_API_URL: paymob.url, PAYMOB_HMAC_SECRET: HMAC, PAYMOB_TIMEOUT_MS: '2000' },
      publicUrl: `http://127.0.0.1:${port}`,
    },
  )
  await t.app.listen({ port, host: '127.0.0.1' })
  const side = beside(t, paymob)
  const ctxOf = (person: Person) => t.ctx(person.actor)
  const made: House = {
    t,
    paymob,
    heard,
    allowed,
    policy,
    ...side,
    async settle() {
      // What the jobs ask of the provider, it answers with callbacks of its own.
      await side.settle()
      await side.settle()
    },
    async goTo(day) {
      made.at(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: '01:15' }).toInstant())
      await t.runCron(CRONS)
      await made.settle()
    },
    async days(count) {
      for (let i = 0; i < count; i++) await made.goTo(made.today().add({ days: 1 }).toString())
    },
    sleep: (count) => made.goTo(made.today().add({ days: count }).toString()),
    today: () => t.clock.now().toZonedDateTimeISO(ZONE).toPlainDate(),
    guardian: () => makePerson(t, { firstName: 'Mona', lastName: 'Hassan' }),
    async child(...guardians) {
      const dateOfBirth = made.today().subtract({ years: 10 })
      const child = await makePerson(t, { firstName: 'Omar', dateOfBirth })
      for (const guardian of guardians) await made.link(child, guardian)
      return child
    },
    async link(child, guardian) {
      const invited = await invite(t, child, guardian.phone)
      await t.tx((tx) => acceptInvitation(ctxOf(guardian), tx, invited))
    },
    async staff(...permissions) {
      const role = `role_${[...String(Object.keys(roles).length)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
      roles[role] = permissions
      const user = await makeUser(t)
      await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role }))
      const actor = (await t.tx((tx) => authenticate(t.ctx(), tx, user.token))) as Actor
      staff.add(user.userId)
      return { ...user, actor }
    },
    async token(person) {
      const device = { label: 'Test', ip: '203.0.113.7' }
      const { token } = await t.tx((tx) => startSession(t.ctx(), tx, userId.of(person.userId), device))
      if (staff.has(person.userId)) await proveFactor(t, token)
      return token
    },
    call: async (person, method, path, body) =>
      t.call(method, path, { token: await made.token(person), key: newKey(), ...(body === undefined ? {} : { body }) }),
    async start(payer, learners, extra = {}) {
      const answer = await made.call(payer, 'POST', '/subscriptions', {
        plan: 'basic',
        cycle: 'monthly',
        learner_ids: learners.map((it) => userId.wire(it.userId)),
        trial: true,
        ...extra,
      })
      if (answer.status !== 201) throw new Error(answer.json.code)
      await t.drain()
      return subscriptionId.parse(answer.json.id)
    },
    read: (id) => t.tx((tx) => findSubscription.one(tx, id)),
    invoices: async (id) => (await t.tx((tx) => listOfSubscription.all(tx, id, 100))).toReversed(),
    access: (learner) => t.tx((tx) => accessOf(t.ctx(), tx, learner.userId)),
    async page(payer, id, extra = {}) {
      const answer = await made.call(payer, 'POST', `/subscriptions/${subscriptionId.wire(id)}/checkout`, extra)
      if (answer.status !== 200) throw new Error(answer.json.code)
      return answer.json.payment_id
    },
    pay: (payment, card = CARDS.pays, extra = {}) => void paymob.control.pay({ order: payment, card, ...extra }),
    async buy(payer, id, card = CARDS.pays, save = true) {
      const payment = await made.page(payer, id, { save_card: save })
      made.pay(payment, card, { save })
      await made.settle()
      return payment
    },
    held: (ref) => t.tx(async (tx) => (await balanceOf(tx, ref)).posted_minor),
    async books(id) {
      const place = { id, currency: 'EGP' }
      return {
        deferred: await made.held(deferredAccount(place)),
        credit: await made.held(creditAccount(place)),
        revenue: await made.held(revenueAccount('EGP')),
        tax: await made.held(taxAccount('EGP')),
      }
    },
    async anew() {
      await made.quiet()
      paymob.control.clearFaults()
      heard.length = 0
      allowed.length = 0
    },
    quiet: (except = '00000000-0000-0000-0000-000000000000') =>
      t.asOwner(async (client) => {
        await client.query('update subscriptions.subscription set due_at = null where id <> $1', [except])
        const stop =
          'update subscriptions.invoice set next_on = null where next_on is not null and subscription_id <> $1'
        await client.query(stop, [except])
      }),
    async prove() {
      const proof = await prove(t.ctx(), (body) => t.tx(body), { full: true })
      return proof.discrepancies.map((it) => `${it.check} ${it.detail}`)
    },
    async sentTo(to) {
      const { json } = await t.call('GET', `/dev/outbox?address=${encodeURIComponent(to)}`)
      return (json.items as { message_key: string }[]).map((it) => it.message_key)
    },
  }
  return made
}

export const wire = (id: string) => subscriptionId.wire(id)
export const wireUser = (person: { userId: string }) => userId.wire(person.userId)
export type { Person }
