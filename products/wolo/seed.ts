/**
 * Wolo's demonstration: a year that really happened. The clock is set back and walked forward; people sign up, make pots,
 * give through the Wave stand-in (whose webhooks arrive here), buy packs, redeem them; months close. Every row has come by the
 * verbs and jobs of the modules, so the ledger's proof holds for it too.
 */
import type { Runtime } from '../../kernel/boot.ts'
import type { Context } from '../../kernel/context.ts'
import { civilDate, startOfDay } from '../../kernel/clock.ts'
import { ALL_ROWS } from '../../kernel/db/database.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { share } from '../../kernel/money.ts'
import { assignRole } from '../../modules/access/api.ts'
import { createPack, getPack, packId, setPackStatus } from '../../modules/catalog/api.ts'
import { createUser, findUserByContact, installSecondFactor, userId } from '../../modules/identity/api.ts'
import {
  addVenue,
  createPartner,
  listVenues,
  partnerId,
  setPartnerStatus,
  venueId,
} from '../../modules/merchants/api.ts'
import { openCheckout, paymentIds } from '../../modules/payments/api.ts'
import { buyPack, countLooks, createPot, giftIdFor, potId, startGift, type Pot } from '../../modules/pots/api.ts'
import { acceptInvitation, inviteGuardian, putProfile } from '../../modules/profiles/api.ts'
import { codeOf, getVoucher, redeem } from '../../modules/redemption/api.ts'
import { donors, partners, wishes } from './catalogue.ts'
import { authenticatorSecret, people, pots, type DemonstrationPerson, type DemonstrationPot } from './demonstration.ts'
import { identity } from './policy.ts'

const idOf = (kind: string, key: string) => uuidFrom('wolo.demonstration', kind, key)
const personId = (key: string) => userId.of(idOf('person', key))

/** Seeds an empty product; does nothing where its people are there already. Development only. */
export async function seedWolo(runtime: Runtime, onProgress: (line: string) => void): Promise<void> {
  const ctx = runtime.context()
  const there = await runtime.db.transaction(ALL_ROWS, (tx) => findUserByContact(ctx, tx, { phone: people[0]!.phone }))
  if (there) return
  const year = new Year(runtime)
  const today = civilDate(runtime.clock.now(), runtime.product.timeZone)
  const dated = pots.map((pot) => ({ pot, birthday: birthdayOf(owner(pot), today) }))

  await year.goTo(today.subtract({ days: 340 }), '09:00')
  await year.act((tx) => signPartners(ctx, tx))
  await year.act((tx) => signUp(ctx, tx, today))
  onProgress(`${partners.length} partners, ${people.length} people`)

  if (!(await year.standInAnswers())) {
    onProgress('the Wave stand-in does not answer, so no gifts were made; start with npm start to have them')
    await year.end()
    return
  }
  await runtime.app.listen({ host: '127.0.0.1', port: runtime.config.ports['wolo'] ?? 0 })
  await runtime.startJobs({ concurrency: 4 })
  const steps = dated
    .flatMap(({ pot, birthday }) => stepsOf(year, pot, birthday, today))
    .sort((a, b) => compare(a.on, b.on))
  let gifts = 0
  let month = today.subtract({ days: 340 }).toPlainYearMonth()
  for (const step of steps) {
    // What falls due on the first of a month (settlements) and after it.
    while (Temporal.PlainYearMonth.compare(month, step.on.toPlainYearMonth()) < 0) {
      month = month.add({ months: 1 })
      await year.goTo(month.toPlainDate({ day: 1 }), '06:00')
      await runtime.runCron(['settlements.close_due'])
    }
    await year.goTo(step.on, step.at)
    gifts += await step.run()
  }
  await year.end()
  await runtime.runCron()
  onProgress(`${pots.length} pots and ${gifts} gifts of a year`)
}

const compare = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b)
const owner = (pot: DemonstrationPot) => people.find((person) => person.key === pot.owner)!
const birthdayOf = (person: DemonstrationPerson, today: Temporal.PlainDate) => today.add({ days: person.birthdayIn })

interface Step {
  readonly on: Temporal.PlainDate
  readonly at: string
  /** Does it, and says how many gifts that were. */
  run(): Promise<number>
}

/** What happens to one pot, day by day, as far as it lies in the past. */
function stepsOf(year: Year, pot: DemonstrationPot, birthday: Temporal.PlainDate, today: Temporal.PlainDate): Step[] {
  const made: { pot?: Pot; voucher?: string } = {}
  const steps: Step[] = []
  const add = (on: Temporal.PlainDate, at: string, run: () => Promise<number>) => {
    if (compare(on, today) <= 0) steps.push({ on, at, run })
  }
  const created = [birthday.subtract({ days: 24 }), today.subtract({ days: 2 })].sort(compare)[0]!
  add(created, '10:00', async () => {
    if (pot.owner === 'fatou') await year.linkGuardian('fatou', 'moussa')
    made.pot = await year.createPot(pot)
    return 0
  })
  const waves = Math.min(2, pot.gifts)
  const days = Math.max(1, Math.min(20, created.until(today).days || 20))
  for (let wave = 0; wave < waves; wave++)
    add(created.add({ days: 1 + Math.floor((wave * (days - 1)) / 2) }), '19:30', () =>
      year.give(made.pot!, pot, wave, waves),
    )
  if (pot.next !== 'waits')
    add(birthday.subtract({ days: 1 }), '12:00', async () => {
      made.voucher = await year.buy(pot.owner, made.pot!)
      return 0
    })
  if (pot.next === 'redeems') add(birthday.add({ days: 3 }), '18:00', () => year.redeem(made.voucher!))
  // A pot that fell short is swept on its way: at the birthday, and after the days it had left.
  if (pot.reaches < 100) for (const days of [0, 15]) add(birthday.add({ days }), '07:00', () => year.sweep())
  return steps
}

/** The walk through the year: sets the clock, does an act, waits for what follows from it. */
class Year {
  readonly #runtime: Runtime
  readonly #wave: string | undefined
  readonly #offset: Temporal.Duration

  constructor(runtime: Runtime) {
    this.#runtime = runtime
    this.#wave = runtime.config.modules['payments']?.['waveApiUrl'] as string | undefined
    this.#offset = runtime.clock.offset()
  }

  get #ctx(): Context {
    return this.#runtime.context()
  }

  #as(key: string): Context {
    const authenticatedAt = this.#runtime.clock.now()
    const actor = {
      kind: 'user',
      userId: personId(key),
      sessionId: idOf('session', key),
      grants: [],
      authenticatedAt,
    } as const
    return this.#runtime.context({ actor, locale: 'fr-SN' })
  }

  act<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#runtime.db.transaction(ALL_ROWS, body)
  }

  async goTo(date: Temporal.PlainDate, time: string): Promise<void> {
    const midnight = startOfDay(date, this.#runtime.product.timeZone)
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    await this.#setOffset(midnight.add({ hours, minutes }).since(Temporal.Now.instant()))
  }

  async end(): Promise<void> {
    await this.#setOffset(this.#offset)
  }

  async #setOffset(offset: Temporal.Duration): Promise<void> {
    this.#runtime.clock.setOffset(offset)
    await this.#tell('clock', { offset_ms: Math.round(offset.total('milliseconds')) })
  }

  async standInAnswers(): Promise<boolean> {
    return (
      this.#wave !== undefined &&
      (await this.#tell('clock', { offset_ms: Math.round(this.#runtime.clock.offset().total('milliseconds')) }))
    )
  }

  async #tell(what: string, body: unknown): Promise<boolean> {
    if (this.#wave === undefined) return false
    try {
      const url = new URL(`/_control/${what}`, this.#wave)
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(5000),
      })
      return answer.ok
    } catch {
      return false
    }
  }

  createPot(pot: DemonstrationPot): Promise<Pot> {
    return this.act((tx) =>
      createPot(this.#as(pot.owner), tx, personId(pot.owner), {
        title: pot.title,
        story: pot.story,
        cover: pot.cover,
        visibility: pot.owner === 'fatou' ? 'link' : 'public',
        allow_anonymous: true,
        show_names: true,
        allow_messages: true,
        pack_id: idOf('pack', pot.pack),
      }),
    )
  }

  /** One wave of gifts, paid at the stand-in; returns when all have reached the pot. */
  async give(made: Pot, pot: DemonstrationPot, wave: number, waves: number): Promise<number> {
    const from = Math.floor((pot.gifts * wave) / waves)
    const to = Math.floor((pot.gifts * (wave + 1)) / waves)
    const { price_minor: target } = await this.act((tx) => getPack(tx, idOf('pack', pot.pack)))
    const looks = new Map([[`/p/${made.slug}`, 3 * (to - from) + (pot.title.length % 5)]])
    await this.act((tx) => countLooks(this.#ctx, tx, looks))
    await Promise.all(Array.from({ length: to - from }, (_, i) => this.#giveOne(made, pot, from + i, target)))
    for (let waited = 0; waited < 1200; waited++) {
      const answer = await this.#runtime.app.inject({ url: `/api/p/${made.slug}/progress` })
      if ((answer.json() as { gift_count: number }).gift_count >= to) return to - from
      await new Promise((done) => setTimeout(done, 25))
    }
    throw new Error(`the gifts of ${pot.title} did not arrive`)
  }

  async #giveOne(made: Pot, pot: DemonstrationPot, n: number, target: bigint): Promise<void> {
    const turn = people.findIndex((person) => person.key === pot.owner) * 7 + n
    const ctx = this.#runtime.context({ actor: { kind: 'guest' }, locale: 'fr-SN' })
    const transact = <T>(body: (tx: Tx) => Promise<T>) => this.act(body)
    const id = giftIdFor(ctx, made.slug, `demonstration-${n}`)
    const anonymous = turn % 9 === 4
    const { gift } = await transact((tx) =>
      startGift(ctx, tx, {
        id,
        slug: made.slug,
        amount_minor: amountOf(n, pot, target),
        ...(anonymous ? {} : { donor_name: donors[turn % donors.length]! }),
        ...(turn % 3 === 0 ? {} : { message: wishes[turn % wishes.length]! }),
        is_anonymous: anonymous,
        show_amount: turn % 5 !== 2,
      }),
    )
    await openCheckout(ctx, transact, gift.payment_id)
    const mobile = `+22177${String(5_000_000 + turn * 7919).slice(-7)}`
    if (!(await this.#tell('pay', { session: paymentIds.wire(gift.payment_id), mobile })))
      throw new Error('the Wave stand-in took no payment')
  }

  async buy(owner: string, made: Pot): Promise<string> {
    const bought = await this.act((tx) => buyPack(this.#as(owner), tx, potId.of(made.id)))
    if (bought.status !== 'bought') throw new Error(`the demonstration's pack was not bought: ${bought.status}`)
    return bought.voucher_id
  }

  /** Scanned with the partner's first venue, by its typed code. */
  async redeem(id: string): Promise<number> {
    await this.act(async (tx) => {
      const { terms } = await getVoucher(tx, id)
      const code = await codeOf(this.#ctx, tx, id)
      const [venue] = await listVenues(tx, terms.partner_id)
      const outcome = await redeem(this.#ctx, tx, { code, partner_id: terms.partner_id, venue_id: venue!.id })
      if (outcome.result !== 'accepted') throw new Error(`the demonstration's scan was refused: ${outcome.result}`)
    })
    return 0
  }

  /** Invites by SMS and takes the link from the message, as the guardian would. */
  async linkGuardian(child: string, guardian: string): Promise<void> {
    const { phone } = people.find((person) => person.key === guardian)!
    await this.act((tx) => inviteGuardian(this.#as(child), tx, personId(child), { relation: 'parent', to: { phone } }))
    const answer = await this.#runtime.app.inject({ url: `/api/dev/outbox?address=${encodeURIComponent(phone)}` })
    const [message] = (answer.json() as { items: { body: string }[] }).items
    const token = /\/guardian\/([\w.~-]+)/.exec(message?.body ?? '')?.[1]
    if (!token) throw new Error('the guardian was not invited')
    await this.act((tx) => acceptInvitation(this.#as(guardian), tx, token))
  }

  async sweep(): Promise<number> {
    await this.#runtime.runCron(['pots.sweep'])
    return 0
  }
}

/** Uneven, round amounts that together reach the wanted part of the target; the last gift makes up the rest. */
function amountOf(n: number, pot: DemonstrationPot, target: bigint): bigint {
  const whole = (target * BigInt(pot.reaches)) / 100n
  const round = (amount: bigint) => (amount / 500n) * 500n
  const weights = Array.from({ length: pot.gifts }, (_, i) => BigInt(2 + ((i * 5) % 7)))
  const sum = weights.reduce((a, b) => a + b, 0n)
  const part = (i: number) => round(share(whole, weights[i]!, sum, 'rest').share)
  if (n < pot.gifts - 1) return part(n)
  const before = weights.slice(0, -1).reduce((total, _, i) => total + part(i), 0n)
  return whole - before
}

async function signPartners(ctx: Context, tx: Tx): Promise<void> {
  for (const partner of partners) {
    const id = partnerId.of(idOf('partner', partner.key))
    await createPartner(ctx, tx, {
      id,
      name: partner.name,
      kind: partner.kind,
      description: partner.description,
      revenue_split_basis_points: partner.splitBasisPoints,
      payment_terms: partner.terms,
      minimum_payout_minor: partner.minimumMinor,
      payout: { mobile: partner.mobile, name: partner.name },
    })
    for (const venue of partner.venues)
      await addVenue(ctx, tx, id, { ...venue, id: venueId.of(idOf('venue', venue.name)) })
    await setPartnerStatus(ctx, tx, id, 'active')
    for (const pack of partner.packs) {
      const pack_id = packId.of(idOf('pack', pack.key))
      await createPack(ctx, tx, {
        id: pack_id,
        partner_id: id,
        category: pack.category,
        name: pack.name,
        description: pack.description,
        price_minor: pack.priceMinor,
        validity_days: pack.validityDays,
        image_key: pack.drawing ?? null,
        ...(pack.stock === undefined ? {} : { stock: pack.stock }),
      })
      await setPackStatus(ctx, tx, pack_id, 'active')
    }
  }
}

async function signUp(ctx: Context, tx: Tx, today: Temporal.PlainDate): Promise<void> {
  for (const person of people) {
    const id = await createUser(ctx, tx, {
      id: personId(person.key),
      phone: person.phone,
      verified: true,
      locale: 'fr-SN',
    })
    await putProfile(ctx, tx, id, {
      firstName: person.firstName,
      lastName: person.lastName,
      dateOfBirth: birthdayOf(person, today).subtract({ years: person.turns }),
      locale: 'fr-SN',
    })
    for (const { role, partner } of person.roles)
      await assignRole(ctx, tx, { userId: id, role, ...(partner ? { scope: idOf('partner', partner) } : {}) })
    if (person.roles.some(({ role }) => identity.secondFactor?.requiredFor?.includes(role)))
      await installSecondFactor(ctx, tx, id, authenticatorSecret(person.key))
  }
}
