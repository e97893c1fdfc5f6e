/**
 * A mother and her child with Tutor: what each does on their own phone, in Arabic, and the same account on the API to compare with.
 * Nothing here says what should come of it; that stands in the test.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { percentText, withDigits } from '../../web/app/format.ts'
import { translator } from '../../web/app/i18n.ts'
import { codeFor, eventually, moveClock, type House } from './house.ts'
import { callerOf, type Caller } from './people.ts'
import type { Person, Phones } from './phones.ts'
import { exercisesFor, rightAnswer, wrongAnswer } from './practising.ts'
import { Reader } from './reading.ts'

export const MOTHER = { name: 'هالة', typed: '011 2345 6789', phone: '+201123456789' }
export const CHILD = { name: 'نور', username: 'nour2016', pin: '739164' }
/** Pays on the page and later; what others do is in the stand-in's README. */
const CARD = '5123 4567 8901 2346'

export interface Subscription {
  readonly id: string
  readonly status: string
  readonly period_start: string
  readonly period_end: string
}

export interface Concept {
  readonly key: string
  readonly state: string
  readonly probability: number
  readonly uncertainty: number
  readonly answers: number
  readonly right_answers: number
  readonly mastered_at: string | null
}

/** Arabic phones in a house of Tutor, as many as there are people. */
export class Family extends Reader {
  readonly house: House
  readonly mother: Page
  readonly child: Page
  /** The child's id, once it was added. */
  id = ''

  private constructor(house: House, mother: Page, child: Page) {
    super(house.url, translator('tutor', 'ar'))
    this.house = house
    this.mother = mother
    this.child = child
  }

  static async at(house: House, phones: Phones): Promise<Family> {
    const [mother, child] = [await arabicPhone(phones), await arabicPhone(phones)]
    return new Family(house, mother.page, child.page)
  }

  // On the API

  asMother(): Promise<Caller> {
    return this.#as(this.mother)
  }

  asChild(): Promise<Caller> {
    return this.#as(this.child)
  }

  /** Whoever is signed in on that phone. */
  async #as(page: Page): Promise<Caller> {
    const cookie = (await page.context().cookies(this.url)).find(({ name }) => name === 'teranga_session')
    return callerOf(this.url, cookie?.value, 'ar-EG')
  }

  async subscription(): Promise<Subscription> {
    const { items } = await (await this.asMother()).get<{ items: Subscription[] }>('/subscriptions')
    return items[0]!
  }

  async untilSubscriptionIs(status: string): Promise<Subscription> {
    return eventually(
      `the subscription to be ${status}`,
      async () => {
        const subscription = await this.subscription()
        return subscription.status === status ? subscription : undefined
      },
      { seconds: 60 },
    )
  }

  // The mother

  async signInByPhone(page: Page, { typed, phone }: { typed: string; phone: string }): Promise<void> {
    await this.field(page, 'sign_in.phone').fill(typed)
    await this.press(page, 'sign_in.send')
    await this.heading(page, 'sign_in.code.title')
    await this.field(page, 'sign_in.code.label').fill(await codeFor(this.url, phone))
    await this.press(page, 'sign_in.code.submit')
    await page.waitForURL((url) => url.pathname !== '/sign-in/code')
  }

  async signUp(): Promise<void> {
    const page = this.mother
    await this.open(page, '/')
    await this.follow(page, 'tutor.home.start')
    await this.signInByPhone(page, MOTHER)
    await this.heading(page, 'welcome.title')
    await this.field(page, 'profile.first_name').fill(MOTHER.name)
    await this.field(page, 'profile.date_of_birth').fill('1987-03-09')
    await this.press(page, 'welcome.submit')
    await this.heading(page, 'guardian.begin.title', { name: MOTHER.name })
  }

  async addChild(born: Temporal.PlainDate): Promise<void> {
    const page = this.mother
    await this.follow(page, 'guardian.begin.submit')
    await this.field(page, 'guardian.new.first_name').fill(CHILD.name)
    await this.field(page, 'profile.date_of_birth').fill(born.toString())
    await this.field(page, 'learner_sign_in.username').fill(CHILD.username)
    await this.field(page, 'learner_sign_in.pin').fill(CHILD.pin)
    await this.press(page, 'guardian.new.submit')
    await this.heading(page, 'consents.title', { name: CHILD.name })
    this.id = /\/learners\/(usr_\w+)\//.exec(page.url())![1]!
  }

  /** Asks for the question, opens it from the message, says yes to all of it, and proves herself with her card. */
  async consent(): Promise<void> {
    const page = this.mother
    await this.press(page, 'consents.ask.submit')
    await this.reads(page, 'consents.sent')
    await page.goto(await this.#linkTo(MOTHER.phone, /\S+\/consent\/[\w.~-]+/))
    await this.heading(page, 'consents.answer.title', { name: CHILD.name })
    const yes = page.getByRole('radio', { name: this.named('consents.answer.yes') })
    for (const one of await yes.all()) await one.check()
    await this.press(page, 'consents.answer.submit')
    await payAtPaymob(page)
    await this.reads(page, 'consents.request.decided')
  }

  async startTrial(days: number): Promise<void> {
    const page = this.mother
    await this.follow(page, 'guardian.to_plan')
    await this.heading(page, 'plan.title')
    await page.getByRole('radio', { name: /^الأساسية/ }).check()
    await this.press(page, 'plan.start.trial', { days })
    await this.heading(page, 'guardian.ready.title', { name: CHILD.name })
  }

  /** From the page of the subscription to Paymob's and back. */
  async pay(): Promise<void> {
    const page = this.mother
    await this.open(page, '/billing')
    await this.press(page, 'billing.pay_now')
    await payAtPaymob(page)
    await this.reads(page, 'billing.arrived')
  }

  async withdraw(purpose: string): Promise<void> {
    const page = this.mother
    await this.open(page, `/learners/${this.id}/consents`)
    const section = page.locator('section').filter({ has: page.locator(`input[name=purpose][value=${purpose}]`) })
    await section
      .locator('summary')
      .filter({ hasText: this.says('consents.withdraw') })
      .click()
    await section.getByRole('button', { name: this.says('consents.withdraw.submit') }).click()
    await this.reads(page, 'consents.done.withdrawn')
  }

  /** A copy of what is kept about somebody, as the file that was downloaded. */
  async copyOf(person: string): Promise<string> {
    const page = this.mother
    await this.open(page, `/people/${person}/data`)
    await this.press(page, 'privacy.copy.submit')
    const link = page.getByRole('link', { name: this.named('privacy.copy.download') }).first()
    // Made in the background; the page brings it by itself.
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    return readFileSync(await download.path(), 'utf8')
  }

  /** Asks for the erasure and lets the days pass in which it could be undone; returns the number of its certificate. */
  async erase(person: string, submit: 'privacy.erase.submit' | 'privacy.erase.submit.self'): Promise<string> {
    const page = this.mother
    await this.open(page, `/people/${person}/data`)
    await page
      .locator('summary')
      .filter({ hasText: this.named('privacy.erase.open') })
      .click()
    await this.press(page, submit, { name: CHILD.name })
    await this.reads(page, 'privacy.erase.waiting')
    const { erasure } = await (
      await this.asMother()
    ).get<{ erasure: { id: string; due_at: string } }>(`/people/${person}/erasure`)
    await moveClock(this.url, { to: Temporal.Instant.from(erasure.due_at).add({ hours: 1 }).toString() })
    await eventually(
      'the erasure',
      async () => {
        const answer = await page.goto(`${this.url}/erasures/${erasure.id}`)
        return answer?.status() === 200 || undefined
      },
      { seconds: 60 },
    )
    return erasure.id
  }

  // The child

  async childSignsIn(): Promise<void> {
    const page = this.child
    await this.open(page, '/sign-in/learner')
    await this.field(page, 'learner_sign_in.username').fill(CHILD.username)
    await this.field(page, 'learner_sign_in.pin').fill(CHILD.pin)
    await this.press(page, 'learner_sign_in.submit')
  }

  /** One exercise on its page, in Arabic figures; tells what the page says of the answer. */
  async answers(how: 'right' | 'wrong'): Promise<string | null> {
    const page = this.child
    const [exercise] = await exercisesFor(await this.asChild(), this.id, 1)
    const { token, check } = exercise!
    const answer = how === 'right' ? rightAnswer(check) : wrongAnswer(check)
    await this.open(page, `/learner/practice?${new URLSearchParams({ exercise: token })}`)
    if (check.kind === 'choice') await page.locator(`input[name=answer][value="${answer}"]`).check()
    else await this.field(page, 'practice.answer').fill(withDigits(answer, 'arab'))
    await this.press(page, 'practice.check')
    const verdict = page.locator('[data-verdict]')
    await verdict.waitFor()
    return verdict.getAttribute('data-verdict')
  }

  /** Opens the helper on a new exercise and asks for a hint; the answer streams, then stands there with who gave it. */
  async asksForHint(): Promise<void> {
    const page = this.child
    const { token } = await (await this.asChild()).post<{ token: string }>(`/learners/${this.id}/practice/next`)
    await this.open(page, `/learner/tutor?${new URLSearchParams({ exercise: token })}`)
    await this.press(page, 'tutor.quick.hint')
    await page.waitForURL(/[?&]conversation=cnv_/)
    await page.locator('#last').getByText(this.says('tutor.helper.built_in')).waitFor()
  }

  async asksOn(): Promise<void> {
    await this.field(this.child, 'tutor.question').fill('وما الخطوة التالية؟')
    await this.press(this.child, 'tutor.send')
  }

  /** What the map says of something that is mastered, to who does not see the bar. */
  masteredBar({ probability, uncertainty }: Concept): RegExp {
    const [percent = '', spread = ''] = [probability, uncertainty].map((share) =>
      percentText('ar', Math.round(share * 100)),
    )
    return this.says('standing.label', { words: this.t('standing.mastered'), percent, spread })
  }

  /** A link that was sent to somebody, as it stands in the message. */
  #linkTo(address: string, link: RegExp): Promise<string> {
    return eventually(`a link sent to ${address}`, async () => {
      const path = `/dev/outbox?address=${encodeURIComponent(address)}`
      const { items } = await callerOf(this.url).get<{ items: { body: string }[] }>(path)
      return items.map(({ body }) => link.exec(body)?.[0]).find(Boolean)
    })
  }
}

export function arabicPhone(phones: Phones, options: { wide?: boolean } = {}): Promise<Person> {
  return phones.person({ ...options, locale: 'ar-EG', timeZone: 'Africa/Cairo' })
}

/** The stand-in's own page, in Arabic too: a test card, one button. */
async function payAtPaymob(page: Page): Promise<void> {
  await page.getByText('عرض تجريبي – لا أموال حقيقية').waitFor()
  await page.getByLabel('رقم البطاقة').fill(CARD)
  await page.getByRole('button', { name: 'ادفع', exact: true }).click()
}
