/**
 * Every page of every area of both products, opened by who may open it, in the product's languages, at 360 and at 1280 pixels: a
 * title and one first heading, in the language asked for, nothing to scroll sideways, nothing the browser complains of. Axe goes
 * through each page in the first language at 360 and in English at 1280 pixels, and through its colours in the dark, which are the
 * same in every language.
 */
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, START_MS_MAX, type House, type ProductName } from './house.ts'
import { wrongWith } from './looking.ts'
import type { Caller, Who } from './people.ts'
import type { Phones } from './phones.ts'
import { tutorSights } from './states-tutor.ts'
import { crowd, crowdOf, gatherFacts, listedPages, nameOf, visitsOf, type StateVisit, type Visit } from './visits.ts'
import { enterTutor, type TutorWho } from './visits-tutor.ts'
import { withPhones } from './with-phones.ts'

/** Pages at once: the machine that proves this has two cores. */
const AT_ONCE = 2

interface Site<Person extends string> {
  readonly product: ProductName
  readonly languages: Readonly<Record<string, string>>
  readonly timeZone: string
  /** Pages that only time makes are looked at where it passes. */
  readonly elsewhere?: readonly string[]
  /** Who is who in a house, and what there is to see. */
  open(house: House): Promise<{
    as(who: Exclude<Person, 'guest'>): Promise<Caller>
    visits: Visit<Person>[]
    /** Looked at in the first language only: what they are made of is the same in every language. */
    states?: StateVisit<Person>[]
    /** They change the house: only pictured (tools/screenshots.ts). */
    after?: StateVisit<Person>[]
  }>
}

await withPhones('the pages', (phones) => {
  afterAll(() => phones.close())
  pagesOf<Who>(phones, {
    product: 'wolo',
    languages: { fr: 'fr-SN', en: 'en-GB' },
    timeZone: 'Africa/Dakar',
    async open({ url }) {
      const as = crowd(url)
      return { as, visits: visitsOf(await gatherFacts(url, as)) }
    },
  })
  pagesOf<TutorWho>(phones, {
    product: 'tutor',
    languages: { ar: 'ar-EG', en: 'en-GB' },
    timeZone: 'Africa/Cairo',
    // tutor.test.ts
    elsewhere: ['guardian/erasures-id'],
    async open(house) {
      const as = crowdOf(enterTutor(house.url))
      const { pages, states, after } = await tutorSights(house, as)
      return { as, visits: pages, states, after }
    },
  })
})

function pagesOf<Person extends string>(
  phones: Phones,
  { product, languages, timeZone, elsewhere = [], open }: Site<Person>,
): void {
  const first = Object.keys(languages)[0]!
  describe(product, () => {
    let house: House
    let as: (who: Exclude<Person, 'guest'>) => Promise<Caller>
    let visits: Visit<Person>[]
    let states: StateVisit<Person>[]
    let after: StateVisit<Person>[]
    beforeAll(async () => {
      house = await openHouse({ product })
      const site = await open(house)
      as = site.as
      visits = site.visits
      states = (site.states ?? []).filter(({ once }) => !once)
      after = site.after ?? []
    }, START_MS_MAX * 2)
    afterAll(() => house?.close())

    test('every route with a page is visited', () => {
      const names = [...visits, ...states, ...after].map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      const routes = listedPages(product).map(({ file, path }) => nameOf(file, path))
      expect(routes.filter((name) => !names.includes(name))).toEqual(elsewhere)
    })

    test.each(Object.keys(languages))(
      'every page is sound in %s, at 360 and 1280 pixels, light and dark',
      { timeout: 900_000 },
      async (language) => {
        const findings: string[] = []
        const waiting = language === first ? [...visits, ...states] : [...visits]
        const contexts = new Map<Person, Promise<BrowserContext>>()
        const contextOf = (who: Person) => {
          let context = contexts.get(who)
          if (!context) contexts.set(who, (context = enter(who, languages[language]!)))
          return context
        }
        const visitor = async () => {
          for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
            const page = await (await contextOf(visit.who)).newPage()
            try {
              findings.push(...(await wrongWith(page, house.url, visit, language)))
            } catch (error) {
              findings.push(`${visit.name}: ${String(error).slice(0, 1000)}`)
            } finally {
              await page.close()
            }
          }
        }
        await Promise.all(Array.from({ length: AT_ONCE }, visitor))
        for (const context of contexts.values()) await (await context).close()
        expect(findings.toSorted().join('\n')).toBe('')
      },
    )

    async function enter(who: Person, locale: string): Promise<BrowserContext> {
      const { context, page } = await phones.person({ locale, timeZone })
      await page.close()
      if (who !== 'guest') {
        const { token } = await as(who as Exclude<Person, 'guest'>)
        await context.addCookies([{ name: 'teranga_session', value: token!, url: house.url }])
      }
      return context
    }
  })
}
