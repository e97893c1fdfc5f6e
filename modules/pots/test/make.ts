/** What the tests of pots share: the whole house with the provider's stand-in over HTTP, people, packs, pots and gifts. */
import { startWave, type Wave } from '../../../simulators/wave/server.ts'
import type { Actor } from '../../../kernel/context.ts'
import { on } from '../../../kernel/events/event.ts'
import type { Module } from '../../../kernel/module.ts'
import { productOf, testProduct, type Answer, type TestProduct } from '../../../kernel/testing/product.ts'
import { beside, type Beside } from '../../../kernel/testing/provider.ts'
import { access } from '../../access/module.ts'
import { assignRole } from '../../access/api.ts'
import { audit } from '../../audit/module.ts'
import { catalog } from '../../catalog/module.ts'
import { createPack, packChanged, packId, packSoldOut, setPackStatus, type Pack } from '../../catalog/api.ts'
import { authenticate, startSession } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser, newPhone } from '../../identity/test/make.ts'
import { ledger } from '../../ledger/module.ts'
import { balanceOf, type AccountRef } from '../../ledger/api.ts'
import { merchants } from '../../merchants/module.ts'
import { addVenue, createPartner, setPartnerStatus } from '../../merchants/api.ts'
import { media } from '../../media/module.ts'
import { messaging } from '../../messaging/module.ts'
import { notifications } from '../../notifications/module.ts'
import {
  chargeDisputed,
  chargeExpired,
  chargeFailed,
  chargeSucceeded,
  paymentIds,
  refundFailed,
  refundSucceeded,
} from '../../payments/api.ts'
import { payments } from '../../payments/module.ts'
import { profiles } from '../../profiles/module.ts'
import { acceptInvitation, dateOfBirthCorrected } from '../../profiles/api.ts'
import { invite, makePerson, type Person } from '../../profiles/test/make.ts'
import { cancelled, expired, redeemed, undone } from '../../redemption/api.ts'
import { redemption } from '../../redemption/module.ts'
import { creditAccount, potAccount } from '../accounts.ts'
import type { GiftStatus } from '../rules.ts'
import { giftId, paymentIdOf, potId } from '../ids.ts'
import * as jobs from '../jobs.ts'
import { pots } from '../module.ts'
import type { PotsPolicy } from '../policy.ts'
import { createPot, type NewPot, type Pot } from '../pots.ts'
import * as giftRows from '../store/gifts.ts'
import * as potRows from '../store/pots.ts'

export { makePerson, newPhone, type Person }

const SECRET = 'wave_sn_WHS_example_not_a_secret'
export const POLICY: PotsPolicy = {
  opens_days_before: 30,
  shortfall_days: 14,
  late_money_days: 14,
  unverified_refund_days: 90,
  gift_min_minor: 200n,
  gift_max_minor: 500_000n,
  suggested_amounts_minor: [2_000n, 5_000n, 10_000n, 25_000n],
  target_min_minor: 5_000n,
  target_max_minor: 2_000_000n,
  title_length_max: 80,
  story_length_max: 1500,
  message_length_max: 280,
  donor_name_length_max: 60,
  thanks_length_max: 500,
  gifts_shown: 20,
  refund_attempts_max: 3,
  refund_retry_hours: 12,
}

/** The clock of the tests stands at 2 March 2026, 10:00: these birthdays are 20 and 60 days away. */
export const BIRTHDAY_IN_20_DAYS = Temporal.PlainDate.from('1990-03-22')
export const BIRTHDAY_IN_60_DAYS = Temporal.PlainDate.from('1990-05-01')

export interface Given {
  readonly gift_id: string
  readonly secret: string
  readonly launch_url: string
}

export interface House extends Beside {
  t: TestProduct
  wave: Wave
  /** Moves both clocks to 00:00 of a day in Dakar, runs the sweeps and all that follows. */
  goTo(day: string): Promise<void>
  owner(dateOfBirth?: Temporal.PlainDate): Promise<Person>
  staff(...permissions: string[]): Promise<Person>
  pack(price?: bigint, more?: Partial<Parameters<typeof createPack>[2]>): Promise<Pack>
  pot(owner: Person, more?: Partial<NewPot>): Promise<Pot>
  /** An open pot collecting for a pack of this price. */
  openPot(price?: bigint, more?: Partial<NewPot>): Promise<{ owner: Person; pack: Pack; pot: Pot }>
  read(pot: { owner_id: string; id: string }): Promise<Pot>
  page(pot: { slug: string }): Promise<Answer['json']>
  /** Starts a gift through the API; nothing is paid yet. */
  start(pot: { slug: string }, amount: number, more?: Record<string, unknown>): Promise<Given>
  /** Pays what was started, through the stand-in; its webhook is not waited for. */
  pay(given: Given, late?: boolean): void
  /** Gives: start, pay, webhook, jobs. */
  give(pot: { slug: string }, amount: number, more?: Record<string, unknown>): Promise<Given>
  /** The next refunds of this gift are turned down by the provider. */
  refuseRefund(given: Given, count?: number): void
  gift(given: Given): Promise<giftRows.GiftRow>
  statusOf(given: Given): Promise<GiftStatus>
  held(ref: AccountRef): Promise<bigint>
  inPot(pot: Pot): Promise<bigint>
  credit(person: { userId: string }): Promise<bigint>
  /** Every check of the health page. */
  sound(): Promise<void>
  /** A fresh session: the one of long ago has ended. */
  tokenOf(person: { userId: string }): Promise<string>
  /** Keys of what was sent to an address. */
  sentTo(address: string): Promise<string[]>
  /** Steps of the pot's public timeline. */
  steps(pot: { slug: string }): Promise<string[]>
}

/** The name under which the provider knows the payment of a gift. */
export const sessionOf = (given: Given) => paymentIds.wire(paymentIdOf(giftId.parse(given.gift_id)))

let keys = 0
export const newKey = () => `key-${++keys}`

/** `more` are modules besides those that pots need. */
export async function house(more: readonly Module[] = []): Promise<House> {
  const wave = await startWave({ webhookSecret: SECRET, retryMs: [10, 10, 10] })
  const product = productOf(
    [
      audit,
      media,
      messaging,
      access,
      identity,
      profiles,
      notifications,
      ledger,
      payments,
      merchants,
      catalog,
      redemption,
      pots,
      ...more,
    ],
    {
      policy: {
        access: { roles: {} },
        payments: { provider: 'wave' },
        redemption: { undo_minutes: 10, code_window_seconds: 30, paper: true },
        pots: POLICY,
        profiles: { quietHours: null },
        // Roles are made by the tests: one for each set of permissions.
      },
      authenticate,
      on: [
        on(chargeSucceeded, jobs.recordMoney),
        on(chargeFailed, jobs.noteFailedPayment),
        on(chargeExpired, jobs.noteExpiredPayment),
        on(chargeDisputed, jobs.noteDisputedPayment),
        on(refundSucceeded, jobs.noteRefundDone),
        on(refundFailed, jobs.noteRefundTrouble),
        on(dateOfBirthCorrected, jobs.followBirthDate),
        on(packSoldOut, jobs.notePackSoldOut),
        on(packChanged, jobs.notePackChanged),
        on(redeemed, jobs.noteRedeemed),
        on(undone, jobs.noteUndone),
        on(expired, jobs.noteVoucherExpired),
        on(cancelled, jobs.noteVoucherCancelled),
      ],
    },
  )
  const roles = (product.policy['access'] as { roles: Record<string, string[]> }).roles
  const t = await testProduct(product, {
    env: { WAVE_API_URL: wave.url, WAVE_WEBHOOK_SECRET: SECRET, WAVE_TIMEOUT_MS: '2000' },
  })
  const address = await t.app.listen({ port: 0, host: '127.0.0.1' })
  wave.control.webhook({ url: `${address}/webhooks/wave` })
  const made: House = {
    t,
    wave,
    ...beside(t, wave),
    async goTo(day) {
      made.at(`${day}T00:00:00Z`)
      await t.runCron()
      await made.settle()
    },
    owner: (dateOfBirth = BIRTHDAY_IN_20_DAYS) => makePerson(t, { firstName: 'Awa', dateOfBirth }),
    async staff(...permissions) {
      const named = permissions.join('_').replaceAll('.', '_')
      const many = [...String(Object.keys(roles).length)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
      const role = named.length <= 40 ? named : `many_${many}`
      roles[role] = permissions
      const user = await makeUser(t)
      await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role }))
      const actor = (await t.tx((tx) => authenticate(t.ctx(), tx, user.token))) as Actor
      return { ...user, actor }
    },
    pack: (price = 25_000n, more = {}) =>
      t.tx(async (tx) => {
        const ctx = t.ctx()
        const partner = await createPartner(ctx, tx, {
          name: 'Ciné Teranga',
          kind: 'cinema',
          revenue_split_basis_points: 8500,
          payout: { mobile: '+221771112233', name: 'Ciné Teranga' },
        })
        await addVenue(ctx, tx, partner.id, { name: 'Plateau', address: '12, avenue Pompidou', city: 'Dakar' })
        await setPartnerStatus(ctx, tx, partner.id, 'active')
        const { id } = await createPack(ctx, tx, {
          partner_id: partner.id,
          category: 'cinema',
          name: { fr: 'Soirée cinéma', en: 'Night at the movies' },
          description: { fr: 'Deux places', en: 'Two seats' },
          price_minor: price,
          validity_days: 90,
          ...more,
        })
        return setPackStatus(ctx, tx, id, 'active')
      }),
    pot: (owner, more = {}) =>
      t.tx((tx) =>
        createPot(t.ctx(owner.actor), tx, owner.userId, {
          title: 'Les 36 ans d’Awa',
          story: 'Une soirée au cinéma.',
          cover: null,
          visibility: 'link',
          allow_anonymous: true,
          show_names: true,
          allow_messages: true,
          ...more,
        }),
      ),
    async openPot(price = 25_000n, more = {}) {
      const owner = await made.owner()
      const pack = await made.pack(price)
      const pot = await made.pot(owner, { pack_id: pack.id, ...more })
      await t.drain()
      return { owner, pack, pot }
    },
    read: (pot) => t.tx((tx) => potRows.findPot.one(tx, pot.owner_id, pot.id)),
    page: async (pot) => (await t.call('GET', `/p/${pot.slug}`)).json,
    async start(pot, amount, more = {}) {
      const answer = await t.call('POST', `/p/${pot.slug}/gifts`, {
        key: newKey(),
        body: { amount_minor: String(amount), donor_name: 'Modou', ...more },
      })
      if (answer.status !== 201) throw new Error(answer.text)
      return answer.json
    },
    pay(given, late = false) {
      wave.control.pay({ session: sessionOf(given), late })
    },
    refuseRefund(given, count = 1) {
      wave.control.faults({ fault: 'refund-refused', count, reference: sessionOf(given) })
    },
    async give(pot, amount, more) {
      const given = await made.start(pot, amount, more)
      made.pay(given)
      await made.settle()
      return given
    },
    gift: (given) => t.tx(async (tx) => (await giftRows.findGiftById.first(tx, giftId.parse(given.gift_id)))!),
    statusOf: async (given) => (await made.gift(given)).status,
    held: (ref) => t.tx(async (tx) => (await balanceOf(tx, ref)).posted_minor),
    inPot: (pot) => made.held(potAccount(pot)),
    credit: ({ userId }) => made.held(creditAccount({ owner_id: userId, currency: 'XOF' })),
    async sound() {
      for (const { name, health } of t.product.modules)
        for (const check of health) {
          const said = await t.tx((tx) => check.check(t.ctx(), tx))
          if (said.status === 'failed') throw new Error(`${name} ${check.name}: ${said.detail}`)
        }
    },
    tokenOf: async ({ userId }) =>
      (await t.tx((tx) => startSession(t.ctx(), tx, userId, { label: 'Test', ip: '203.0.113.7' }))).token,
    async sentTo(to) {
      const { json } = await t.call('GET', `/dev/outbox?address=${encodeURIComponent(to)}`)
      return (json.items as { message_key: string }[]).map((it) => it.message_key)
    },
    steps: async (pot) => (await made.page(pot)).timeline.map((step: { code: string }) => step.code),
  }
  return made
}

/** A minor with a guardian who has said yes to being one. */
export async function family(h: House): Promise<{ child: Person; guardian: Person }> {
  const child = await makePerson(h.t, { firstName: 'Moussa', dateOfBirth: Temporal.PlainDate.from('2010-03-22') })
  const guardian = await makePerson(h.t)
  const token = await invite(h.t, child, guardian.phone)
  await h.t.tx((tx) => acceptInvitation(h.t.ctx(guardian.actor), tx, token))
  return { child, guardian }
}

export const wirePot = (pot: { id: string }) => potId.wire(pot.id)
export const wirePack = (pack: { id: string }) => packId.wire(pack.id)
