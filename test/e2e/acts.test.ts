/**
 * The main act of each page, by those who do it: in French on a phone and in English at a desk; giving, which is what Wolo is
 * for, in both languages at both widths. Names of fields and buttons are read off the catalogues, so both languages are one
 * table. All share a house; each act makes its own people and pots.
 */
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest'
import { LOOKS, Stage, TWO_LOOKS, type ActOn, type Look } from './acting.ts'
import { PARTNERS } from './acts-of-partners.ts'
import { GIVING, PEOPLE } from './acts-of-people.ts'
import { STAFF } from './acts-of-staff.ts'
import { openHouse, START_MS_MAX, type House } from './house.ts'
import type { Phones } from './phones.ts'
import { crowd } from './visits.ts'
import { withPhones } from './with-phones.ts'

await withPhones('the acts', acts)

function acts(phones: Phones): void {
  let house: House
  let as: ReturnType<typeof crowd>
  let stage: Stage | undefined
  beforeAll(async () => {
    house = await openHouse()
    as = crowd(house.url)
  }, START_MS_MAX)
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await stage?.whereabouts())
    await stage?.close()
    stage = undefined
  })
  afterAll(async () => {
    await phones.close()
    await house?.close()
  })

  const tried = (all: Readonly<Record<string, ActOn>>, look: Look) =>
    test.each(Object.entries(all))('%s', { timeout: 240_000 }, async (_name, act) => {
      stage = new Stage(house, phones, as, look)
      await act(stage)
    })

  describe.each(LOOKS)('%s', (_name, look) => tried(GIVING, look))
  describe.each(TWO_LOOKS)('%s', (_name, look) => {
    tried(PEOPLE, look)
    tried(PARTNERS, look)
    tried(STAFF, look)
  })
}
