/**
 * What acts on pages need: pages for a person in a language at a width, names of things out of the message catalogues, so that
 * one act is tried in both languages, and people and pots of their own, so that no act waits for another.
 */
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { translator, type MessageKey } from '../../web/app/i18n.ts'
import type { Locale } from '../../web/app/products.ts'
import { eventually, today, type House } from './house.ts'
import { authenticatorCode, callerOf, enterWith, PHONES, type Caller, type Who } from './people.ts'
import type { Phones } from './phones.ts'
import { Reader } from './reading.ts'
import { payAtWave, type crowd } from './visits.ts'

/** How a page is read: the language its reader's browser asks for, and whether it is a phone or a desk. */
export interface Look {
  readonly language: Locale
  readonly wide: boolean
}

/** Every language and every width. */
export const LOOKS: readonly (readonly [name: string, Look])[] = [
  ['in French on a phone', { language: 'fr', wide: false }],
  ['in English at a desk', { language: 'en', wide: true }],
  ['in French at a desk', { language: 'fr', wide: true }],
  ['in English on a phone', { language: 'en', wide: false }],
]

/** Both languages and both widths, once. */
export const TWO_LOOKS = LOOKS.slice(0, 2)

export interface OwnPot {
  readonly id: string
  readonly slug: string
  readonly title: string
}

export interface Owner {
  readonly phone: string
  readonly caller: Caller
  readonly name: string
}

interface Birthday {
  /** Days from today. */
  readonly inDays?: number
  readonly turns?: number
}

/** One look at one house. */
export class Stage extends Reader {
  readonly house: House
  readonly look: Look
  readonly #phones: Phones
  readonly #as: ReturnType<typeof crowd>
  readonly #contexts: BrowserContext[] = []

  constructor(house: House, phones: Phones, as: ReturnType<typeof crowd>, look: Look) {
    super(house.url, translator('wolo', look.language))
    this.house = house
    this.look = look
    this.#phones = phones
    this.#as = as
  }

  as(who: Exclude<Who, 'guest'>): Promise<Caller> {
    return this.#as(who)
  }

  /** The page of somebody: signed in, unless it is a guest. */
  async page(who: Who | Caller): Promise<Page> {
    const { language: lang, wide } = this.look
    const locale = lang === 'fr' ? 'fr-SN' : 'en-GB'
    const { context, page } = await this.#phones.person({ wide, locale })
    this.#contexts.push(context)
    if (who !== 'guest') {
      const { token } = typeof who === 'string' ? await this.#as(who) : who
      await context.addCookies([{ name: 'teranga_session', value: token!, url: this.house.url }])
    }
    return page
  }

  /**
   * An act of a console in its two steps, proven by the authenticator where it is asked for. Tells whether it was.
   */
  async act(
    page: Page,
    who: keyof typeof PHONES,
    [label, confirm, done]: readonly [label: MessageKey, confirm: MessageKey, done: MessageKey],
    fill: (form: Locator) => Promise<unknown> = async () => {},
  ): Promise<boolean> {
    const opener = page
      .locator('summary')
      .filter({ hasText: this.named(label) })
      .first()
    const form = page.locator('details').filter({ has: opener }).last()
    await opener.click()
    await fill(form)
    await this.press(form, confirm)
    const proof = page.getByLabel(this.says('form.second_factor')).first()
    const told = page.getByText(this.says(done)).first()
    await told.or(proof).first().waitFor()
    const asked = await proof.isVisible()
    if (asked) {
      await proof.fill(await authenticatorCode(this.house.url, PHONES[who]))
      await this.press(page.locator('details[open]').filter({ has: proof }), confirm)
      await told.waitFor()
    }
    return asked
  }

  /** A reason, for acts that ask why. */
  readonly why = (form: Locator): Promise<void> =>
    this.field(form, 'console.reason').fill('Appel du client, vu ensemble')

  /** Somebody with a number nobody had before. */
  async person(name = 'Coumba', { inDays = 20, turns = 30 }: Birthday = {}): Promise<Owner> {
    const phone = newPhone()
    const caller = await enterWith(this.house.url, phone)
    const birthday = (await today(this.house.url)).add({ days: inDays })
    const born = birthday.subtract({ years: turns })
    await caller.put('/me/profile', { first_name: name, last_name: null, date_of_birth: born.toString() })
    return { phone, caller, name }
  }

  async pot(owner: Owner, goal: { pack_id: string } | { target_minor: string }): Promise<OwnPot> {
    const title = `La fête de ${owner.name}`
    const pot = await owner.caller.post<{ id: string; slug: string }>(
      '/pots',
      { title, visibility: 'link', ...goal },
      crypto.randomUUID(),
    )
    return { ...pot, title }
  }

  /** A gift, paid unless said otherwise. */
  async gift(slug: string, amount: number, { paid = true, phone }: { paid?: boolean; phone?: string } = {}) {
    const guest = callerOf(this.house.url)
    const body = {
      amount_minor: String(amount),
      donor_name: 'Modou Fall',
      message: 'Joyeux anniversaire !',
      ...(phone ? { donor_phone: phone } : {}),
    }
    const gift = await guest.post<{ gift_id: string; secret: string; launch_url: string }>(
      `/p/${slug}/gifts`,
      body,
      crypto.randomUUID(),
    )
    if (!paid) return gift
    await payAtWave(gift.launch_url)
    await eventually('the gift', async () => {
      const { status } = await guest.get<{ status: string }>(`/gifts/${gift.gift_id}?secret=${gift.secret}`)
      return status === 'received' || undefined
    })
    return gift
  }

  /** A pack of the cinema, which the cashier of the demonstration can take. */
  async cinemaPack(): Promise<{ id: string; price_minor: string }> {
    const { items } = await callerOf(this.house.url).get<{
      items: { id: string; price_minor: string; name: string; partner: { name: string } }[]
    }>('/packs?limit=100')
    return items.find(({ name, partner }) => partner.name === 'Ciné Téranga' && /deux|two/.test(name))!
  }

  /** Where everybody stands, for when something failed. */
  async whereabouts(): Promise<string> {
    const pages = this.#contexts.flatMap((context) => context.pages())
    return (await Promise.all(pages.map(async (page) => `${page.url()}: ${await page.title()}`))).join('\n')
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close()
  }
}

export type ActOn = (stage: Stage) => Promise<void>

let numbers = 100

/** A number nobody had before, each in a range of its own: codes are limited by range too. */
export function newPhone(): string {
  numbers += 1
  return `+22178${numbers}4321`
}
