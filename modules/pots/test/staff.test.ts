// What staff may look up: pots by their link or owner, gifts by id; and that nobody else may.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { userId } from '../../identity/api.ts'
import { house, wirePot, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

it('finds a pot by the name in its link and by its owner, for staff only', async () => {
  const { owner, pot } = await h.openPot()
  const { pot: other } = await h.openPot()
  const { token } = await h.staff('pots.view')
  const find = (query: string, asker = token) => h.t.call('GET', `/pots/directory?${query}`, { token: asker })
  const ids = async (query: string) =>
    ((await find(query)).json as { items: { id: string }[] }).items.map(({ id }) => id)

  expect(await ids(`slug=${pot.slug}`)).toEqual([wirePot(pot)])
  expect(await ids(`owner_id=${userId.wire(pot.owner_id)}`)).toEqual([wirePot(pot)])
  expect(await ids(`slug=${other.slug}`)).toEqual([wirePot(other)])
  expect(await ids('slug=nothing-here')).toEqual([])
  expect(await ids('')).toEqual([])
  expect((await find(`slug=${pot.slug}`, owner.token)).status).toBe(403)
})

it('finds one gift by its id, with the name of its pot', async () => {
  const { pot } = await h.openPot()
  const gift = await h.give(pot, 2_000)
  await h.give(pot, 3_000)
  const { token } = await h.staff('pots.view')
  const answer = await h.t.call('GET', `/gifts?id=${gift.gift_id}`, { token })
  expect((answer.json as { items: unknown[] }).items).toMatchObject([
    { id: gift.gift_id, amount_minor: '2000', pot_title: pot.title },
  ])
})
