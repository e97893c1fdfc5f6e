// What a gift form offers: amounts people say, near what people give, never giving one donor away.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suggestedAmounts } from '../suggestions.ts'
import { house, POLICY, type House } from './make.ts'

const { gift_min_minor: MIN, gift_max_minor: MAX } = POLICY

describe('four amounts', () => {
  it.each([
    [
      ['2000', '5000', '10000', '25000'],
      ['2000', '5000', '10000', '25000'],
    ],
    [
      ['1900', '5600', '9999', '26000'],
      ['2000', '5000', '10000', '25000'],
    ],
    // Everybody gives the same: the next larger ones.
    [
      ['5000', '5000', '5000', '5000'],
      ['5000', '7500', '10000', '15000'],
    ],
    [
      ['500000', '500000', '500000', '500000'],
      ['200000', '250000', '300000', '500000'],
    ],
    [
      ['1', '1', '1', '1'],
      ['200', '250', '300', '500'],
    ],
    [[], ['200', '250', '300', '500']],
  ])('of %j are %j', (given, offered) =>
    expect(suggestedAmounts(given.map(BigInt), MIN, MAX).map(String)).toEqual(offered),
  )

  it('are always four, ascending, within the limits', () => {
    const amounts = fc.array(fc.bigInt(1n, 2_000_000n), { maxLength: 6 })
    fc.assert(
      fc.property(amounts, (given) => {
        const offered = suggestedAmounts(given, MIN, MAX)
        expect(offered).toHaveLength(4)
        expect(offered.every((it, at) => it >= MIN && it <= MAX && (at === 0 || it > offered[at - 1]!))).toBe(true)
      }),
    )
  })
})

describe('the public page offers', () => {
  let h: House
  beforeAll(async () => {
    h = await house()
  })
  afterAll(() => h.close())
  const offered = async (pot: { slug: string }) => (await h.page(pot)).suggested_amounts_minor

  it('the policy’s amounts while nobody gave, then those of the pot, then those of everybody', async () => {
    const { pot } = await h.openPot(100_000n)
    expect(await offered(pot)).toEqual(['2000', '5000', '10000', '25000'])
    for (let gift = 0; gift < 4; gift++) await h.give(pot, 1_000)
    expect(await offered(pot)).toEqual(['2000', '5000', '10000', '25000'])
    await h.give(pot, 1_000)
    expect(await offered(pot)).toEqual(['1000', '1500', '2000', '2500'])

    const { pot: other } = await h.openPot(100_000n)
    for (let gift = 0; gift < 15; gift++) await h.give(other, 3_000, { show_amount: false })
    // Hidden amounts give nobody away, and fewer than twenty gifts say nothing about everybody.
    expect(await offered(other)).toEqual(['2000', '5000', '10000', '25000'])
    await h.t.runCron()
    expect(await offered(other)).toEqual(['1000', '3000', '5000', '7500'])
    expect(await offered(pot)).toEqual(['1000', '1500', '2000', '2500'])
  })

  it('what people gave in the last 90 days, not before', async () => {
    h.advance({ hours: 24 * 91 })
    const owner = await h.owner(Temporal.PlainDate.from('1990-06-20'))
    const pot = await h.pot(owner, { target_minor: 1_000_000n })
    await h.t.drain()
    for (let gift = 0; gift < 20; gift++) await h.give(pot, 50_000, { show_amount: false })
    await h.t.runCron()
    expect(await offered(pot)).toEqual(['50000', '75000', '100000', '150000'])
  })
})
