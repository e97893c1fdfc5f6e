/**
 * Every page of every area, opened by who may open it, in French and English, at 360 and at 1280 pixels: a title and one first
 * heading, in the language asked for, nothing to scroll sideways, nothing the browser complains of. Axe goes through each page in
 * French at 360 and in English at 1280 pixels, and through its colours in the dark, which are the same in every language.
 */
import type { BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, START_MS_MAX, type House } from './house.ts'
import { wrongWith } from './looking.ts'
import type { Caller, Who } from './people.ts'
import type { Phones } from './phones.ts'
import { crowd, gatherFacts, listedPages, visitsOf, type Visit } from './visits.ts'
import { withPhones } from './with-phones.ts'

const LANGUAGES = { fr: 'fr-SN', en: 'en-GB' } as const
/** Pages at once: the machine that proves this has two cores. */
const AT_ONCE = 2

await withPhones('the pages', pages)

function pages(phones: Phones): void {
  let house: House
  let as: (who: Exclude<Who, 'guest'>) => Promise<Caller>
  let visits: Visit[]
  beforeAll(async () => {
    house = await openHouse()
    as = crowd(house.url)
    visits = visitsOf(await gatherFacts(house.url, as))
  }, START_MS_MAX + 60_000)
  afterAll(async () => {
    await phones.close()
    await house?.close()
  }, 60_000)

  test('every route with a page is visited', () => {
    expect(new Set(visits.map(({ name }) => name)).size).toBe(visits.length)
    expect(visits.length).toBeGreaterThan(listedPages().length)
  })

  test.each(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])(
    'every page is sound in %s, at 360 and 1280 pixels, light and dark',
    { timeout: 600_000 },
    async (language) => {
      const findings: string[] = []
      const waiting = [...visits]
      const contexts = new Map<Who, Promise<BrowserContext>>()
      const contextOf = (who: Who) => {
        let context = contexts.get(who)
        if (!context) contexts.set(who, (context = enter(who, LANGUAGES[language])))
        return context
      }
      const visitor = async () => {
        for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
          const page = await (await contextOf(visit.who)).newPage()
          try {
            findings.push(...(await wrongWith(page, house.url, visit, language)))
          } catch (error) {
            findings.push(`${visit.name}: ${String(error).split('\n', 1)[0]}`)
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

  async function enter(who: Who, locale: string): Promise<BrowserContext> {
    const { context, page } = await phones.person({ locale })
    await page.close()
    if (who !== 'guest')
      await context.addCookies([{ name: 'teranga_session', value: (await as(who)).token!, url: house.url }])
    return context
  }
}
