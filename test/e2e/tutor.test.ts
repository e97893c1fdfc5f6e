/**
 * A family with Tutor as it lives with it, in a browser, in Arabic and on phones: a mother signs up, adds her child, consents with
 * her card, tries and pays; the child practises for a fortnight and asks the tutor; a renewal fails twice; consent is taken back in
 * the middle of a conversation; everything is copied and erased, and the ledger is proven. What practice adds up to is reckoned
 * anew here, and pages are compared with the API.
 */
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { people } from '../../products/tutor/demonstration.ts'
import { arabicPhone, CHILD, Family, MOTHER, type Concept } from './family.ts'
import { eventually, moveClock, openHouse, START_MS_MAX, today, type House } from './house.ts'
import { wrongWith } from './looking.ts'
import { authenticatorCode } from './people.ts'
import type { Phones } from './phones.ts'
import { practise } from './practising.ts'
import { withPhones } from './with-phones.ts'

const OPERATIONS = people.find(({ key }) => key === 'operations')!.phone
const TRIAL_DAYS = 14
/** The day of the fortnight on which the child does something else. */
const RESTS_ON = 5
/** Mistakes of the first days: every third answer. */
const UNSURE_DAYS = 3
const PROOF_CHARGE = 500

await withPhones('a family with Tutor', journey)

function journey(phones: Phones): void {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ product: 'tutor' })
  }, START_MS_MAX)
  afterAll(async () => {
    await phones.close()
    await house?.close()
  })

  test(
    'a child learns with its mother’s consent, and nothing of them is left in the end',
    { timeout: 600_000 },
    async () => {
      const family = await Family.at(house, phones)
      const { mother, child } = family
      const { page: operations } = await arabicPhone(phones, { wide: true })
      onTestFailed(async () => {
        for (const [who, page] of Object.entries({ mother, child, operations })) {
          const shown = page.locator('body').innerText()
          const text = await shown.catch(() => 'a page that is gone')
          console.error(`${who} was at ${page.url()}: ${text.replaceAll(/\s+/g, ' ').slice(0, 600)}`)
        }
      })
      const begun = await today(house.url)

      // A new number becomes a guardian, who adds her child of ten and consents with her card, which gets its money back.
      await family.signUp()
      await family.addChild(begun.subtract({ years: 10, days: 40 }))
      await family.consent()
      await eventually('the small charge to be given back', async () => {
        const all = await transactions()
        return all.some((it) => it.kind === 'refund' && it.success && it.amount_cents === PROOF_CHARGE) || undefined
      })

      // The trial begins without a card, and the child comes in by name and PIN.
      await family.startTrial(TRIAL_DAYS)
      expect((await family.subscription()).status).toBe('trial')
      await family.childSignsIn()
      await family.heading(child, 'today.hello', { name: CHILD.name })

      // It practises for a fortnight, but for one day: on the page first, then as its device does.
      expect(await family.answers('wrong')).toBe('wrong')
      expect(await family.answers('right')).toBe('right')
      const given = [false, true]
      const { id } = family
      for (let day = 0; day < TRIAL_DAYS; day++) {
        if (day > 0) await moveClock(house.url, { by: 'P1D' })
        if (day === RESTS_ON) continue
        const outcomes = await practise(await family.asChild(), id, { count: 8, wrongEach: day < UNSURE_DAYS ? 3 : 0 })
        expect(outcomes.filter(({ status }) => status !== 'counted')).toEqual([])
        given.push(...outcomes.map(({ correct }) => correct === true))
      }

      // The days in a row are those with practice; the one without was frozen, which neither counts nor breaks.
      const rested = begun.add({ days: RESTS_ON })
      const days = TRIAL_DAYS - 1
      const streak = await (await family.asChild()).get<Streak>(`/learners/${id}/streak`)
      expect(streak).toMatchObject({ days, longest: days, frozen: [rested.toString()] })
      expect(streak.counted).toHaveLength(days)
      // Freeze days are counted anew each month.
      expect(streak.freezes_left).toBe(rested.month === (await today(house.url)).month ? 1 : 2)
      await family.open(child, '/learner/days')
      await family.heading(child, 'streak.days', { days })
      await family.reads(child, 'days.longest', { days })
      await family.reads(child, 'days.rest.text', { goal: 5, days: streak.freezes_left })
      for (const [state, count] of [
        ['counted', days],
        ['frozen', 1],
      ] as const) {
        const shown = child
          .locator('li .sr-only')
          .filter({ hasText: new RegExp(`: ${family.t(`streak.day.${state}`)}$`) })
        expect(await shown.count()).toBe(count)
      }

      // What it has mastered is what its answers say, and the map tells it with its uncertainty.
      const { concepts } = await (await family.asChild()).get<{ concepts: Concept[] }>(`/learners/${id}/mastery`)
      const sum = (of: 'answers' | 'right_answers') => concepts.reduce((all, concept) => all + concept[of], 0)
      expect(sum('answers')).toBe(given.length)
      expect(sum('right_answers')).toBe(given.filter(Boolean).length)
      const mastered = concepts.filter(({ state }) => state === 'mastered' || state === 'review_due')
      expect(mastered.length).toBeGreaterThan(3)
      await family.open(child, '/learner/map')
      await family.reads(child, 'map.lead', { mastered: mastered.length, all: concepts.length })
      for (const concept of mastered) {
        expect(concept.probability - concept.uncertainty).toBeGreaterThan(0.5)
        await child
          .locator(`[id="${concept.key}"]`)
          .getByRole('img', { name: family.masteredBar(concept) })
          .waitFor()
      }

      // It asks the tutor; its mother sees what it did.
      await family.asksForHint()
      await family.open(mother, '/guardian')
      await family.reads(mother, 'child.days', { count: days })

      // The trial ends: lessons are closed until the mother pays, then open at once.
      await moveClock(house.url, { by: 'P1D' })
      await family.untilSubscriptionIs('suspended')
      await family.open(child, '/learner/practice')
      await family.heading(child, 'practice.barred')
      await family.pay()
      const { period_end } = await family.untilSubscriptionIs('active')
      expect(await family.answers('right')).toBe('right')

      // A month later, when both have been signed out, the card is refused twice; lessons stay open, and the third time it pays.
      await control('/faults', { fault: 'fail-payment', code: 'INSUFFICIENT_FUNDS', count: 2 })
      await moveClock(house.url, { to: nineOn(period_end) })
      await family.open(mother, '/sign-in/phone?next=/billing')
      await family.signInByPhone(mother, MOTHER)
      await family.untilSubscriptionIs('grace')
      await family.open(mother, '/billing')
      await family.reads(mother, 'billing.status.grace')
      await family.childSignsIn()
      await family.heading(child, 'today.hello', { name: CHILD.name })
      expect(await family.answers('right')).toBe('right')
      expect(await refusals()).toBe(1)
      await moveClock(house.url, { by: 'P1D' })
      await eventually('the second refusal', async () => (await refusals()) === 2 || undefined)
      expect((await family.subscription()).status).toBe('grace')
      await moveClock(house.url, { by: 'P2D' })
      expect((await family.untilSubscriptionIs('active')).period_start).toBe(period_end)
      expect(await refusals()).toBe(2)

      // In the middle of a conversation consent is taken back: the next message is refused, kindly, and exercises go on.
      await family.asksForHint()
      await family.withdraw('ai_conversation')
      await family.asksOn()
      await family.reads(child, 'tutor.closed.consent')
      expect(await family.answers('right')).toBe('right')

      // Everything is copied, read and erased: the child first, whose only guardian may not go before it.
      const copy = await family.copyOf(id)
      for (const kept of [CHILD.name, CHILD.username, family.t('tutor.quick.hint')]) expect(copy).toContain(kept)
      const certificate = await family.erase(id, 'privacy.erase.submit')
      await family.heading(mother, 'privacy.certificate')
      await family.reads(mother, 'privacy.certificate.key')
      // Only time makes this page, so it is gone through here and not with the others (visits-tutor.ts).
      const visit = { name: 'guardian/erasures-id', path: `/erasures/${certificate}` }
      expect(await wrongWith(await mother.context().newPage(), house.url, visit, 'ar')).toEqual([])
      await family.childSignsIn()
      await child.getByRole('alert').first().waitFor()
      const { id: self } = await (await family.asMother()).get<{ id: string }>('/me')
      expect(await family.copyOf(self)).toContain(MOTHER.name)
      await family.erase(self, 'privacy.erase.submit.self')
      await family.reads(mother, 'privacy.certificate.key')
      await mother.goto(`${house.url}/guardian`)
      await mother.waitForURL(/\/sign-in/)

      // All the money that came and went is in the ledger, and it is right.
      await family.open(operations, '/sign-in/phone?next=/staff/ledger')
      await family.signInByPhone(operations, { typed: OPERATIONS, phone: OPERATIONS })
      await family.field(operations, 'sign_in.factor.label').fill(await authenticatorCode(house.url, OPERATIONS))
      await family.press(operations, 'sign_in.factor.submit')
      const made = async () =>
        (await operations.getByRole('definition').getByRole('time').count()) > 0
          ? operations.getByRole('definition').getByRole('time').first().getAttribute('datetime')
          : null
      await family.heading(operations, 'staff.proof.title')
      const before = await made()
      await family.press(operations, 'staff.proof.run')
      await eventually('a new proof', async () => ((await made()) ?? before) !== before || undefined)
      await family.reads(operations, 'staff.proof.passed')
    },
  )

  async function control(path: string, body: object): Promise<void> {
    const answer = await fetch(`${house.standInUrl}/_control${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`the stand-in refused ${path}: ${answer.status} ${await answer.text()}`)
  }

  async function transactions(): Promise<Transaction[]> {
    const state = (await (await fetch(`${house.standInUrl}/_control/state`)).json()) as { transactions: Transaction[] }
    return state.transactions
  }

  /** How often the card was refused for want of money. */
  async function refusals(): Promise<number> {
    return (await transactions()).filter(({ code }) => code === 'INSUFFICIENT_FUNDS').length
  }
}

interface Streak {
  readonly counted: readonly string[]
  readonly freezes_left: number
}

interface Transaction {
  readonly kind: string
  readonly success: boolean
  readonly amount_cents: number
  readonly code: string
}

function nineOn(day: string): string {
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Africa/Cairo', plainTime: '09:00' })
  return at.toInstant().toString()
}
