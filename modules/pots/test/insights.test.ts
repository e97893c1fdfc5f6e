// What staff ask of all pots, against gifts counted by hand.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { house, newKey, wirePot, type House } from './make.ts'

let h: House
let token: string
beforeAll(async () => {
  h = await house()
  const buyers = []
  const { pot, owner } = await h.openPot(10_000n)
  buyers.push({ pot, owner })
  for (let n = 0; n < 3; n++) await h.t.call('POST', `/p/${pot.slug}/views`)
  await h.give(pot, 3_000)
  await h.start(pot, 9_000)
  await h.goTo('2026-03-04')
  h.advance({ hours: 10 })
  await h.give(pot, 2_000)
  await h.give(pot, 6_000)
  await h.t.call('POST', `/p/${pot.slug}/views`)
  const other = await h.openPot(5_000n)
  await h.give(other.pot, 5_000)
  buyers.push(other)
  for (const { pot, owner } of buyers) {
    const body = { token: await h.tokenOf(owner), key: newKey(), body: {} }
    const bought = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, body)
    if (bought.status >= 300) throw new Error(bought.text)
  }
  token = (await h.staff('pots.view')).token
})
afterAll(() => h.close())

describe('gifts per day', () => {
  it('counts money by the civil day it arrived, and names days without any', async () => {
    const { json } = await h.t.call('GET', '/insights/gifts?days=3', { token })
    expect(json.currency).toBe('XOF')
    expect(json.items).toEqual([
      { day: '2026-03-02', gifts: 1, amount_minor: '3000', views: 3, started: 2, paid: 1 },
      { day: '2026-03-03', gifts: 0, amount_minor: '0', views: 0, started: 0, paid: 0 },
      { day: '2026-03-04', gifts: 3, amount_minor: '13000', views: 1, started: 3, paid: 3 },
    ])
  })

  it('looks at the days asked for and no others', async () => {
    const { json } = await h.t.call('GET', '/insights/gifts?days=1', { token })
    expect(json.items).toMatchObject([{ day: '2026-03-04', gifts: 3 }])
    const month = (await h.t.call('GET', '/insights/gifts', { token })).json.items as { day: string }[]
    expect([month.length, month[0]!.day, month.at(-1)!.day]).toEqual([30, '2026-02-03', '2026-03-04'])
    expect((await h.t.call('GET', '/insights/gifts?days=5000', { token })).status).toBe(422)
  })
})

it('ranks packs by how often they were bought, then by their worth', async () => {
  const { json } = await h.t.call('GET', '/insights/packs?days=1', { token })
  expect(json.items.map(({ bought, amount_minor }: Record<string, unknown>) => [bought, amount_minor])).toEqual([
    [1, '10000'],
    [1, '5000'],
  ])
  expect(json.items[0].name).toHaveProperty('fr')
  expect((await h.t.call('GET', '/insights/packs?days=1', { token: await h.tokenOf(await h.owner()) })).status).toBe(
    403,
  )
})
