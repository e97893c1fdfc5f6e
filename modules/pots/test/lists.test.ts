// The list of gifts for staff: every order, its pages without gap or repetition, its filters; read from an index.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { house, type House } from './make.ts'

interface Listed {
  items: { id: string; amount_minor: string; status: string; created_at: string; pot_id: string }[]
  next_cursor: string | null
}

let h: House
let token: string
const amounts = [3_000, 1_000, 5_000, 1_000, 2_000]

beforeAll(async () => {
  h = await house()
  const { pot } = await h.openPot(500_000n)
  for (const amount of amounts) {
    await h.give(pot, amount)
    h.t.clock.advance({ minutes: 1 })
  }
  const { pot: other } = await h.openPot(500_000n)
  await h.start(other, 4_000)
  token = (await h.staff('pots.view')).token
})
afterAll(() => h.close())

const list = async (query: string) => (await h.t.call('GET', `/gifts?${query}`, { token })).json as Listed

async function walk(query: string): Promise<Listed['items']> {
  const seen: Listed['items'] = []
  let cursor = ''
  for (let page = 0; page < 20; page++) {
    const { items, next_cursor } = await list(`limit=2&${query}${cursor && `&cursor=${cursor}`}`)
    seen.push(...items)
    if (next_cursor === null) return seen
    cursor = next_cursor
  }
  throw new Error('the list has no end')
}

it.each([
  ['newest', [4_000, 2_000, 1_000, 5_000, 1_000, 3_000]],
  ['oldest', [3_000, 1_000, 5_000, 1_000, 2_000, 4_000]],
  ['largest', [5_000, 4_000, 3_000, 2_000, 1_000, 1_000]],
  ['smallest', [1_000, 1_000, 2_000, 3_000, 4_000, 5_000]],
])('walks the whole list page by page, %s first, each gift once', async (sort, expected) => {
  const gifts = await walk(`sort=${sort}`)
  expect(gifts.map((gift) => Number(gift.amount_minor))).toEqual(expected)
  expect(new Set(gifts.map((gift) => gift.id)).size).toBe(expected.length)
})

it.each(['newest', 'oldest', 'largest', 'smallest'])('keeps to one status in the order %s', async (sort) => {
  const gifts = await walk(`sort=${sort}&status=received`)
  expect(gifts.map((gift) => gift.status)).toEqual(amounts.map(() => 'received'))
  expect((await walk(`sort=${sort}&status=pending`)).map((gift) => gift.amount_minor)).toEqual(['4000'])
  expect(await walk(`sort=${sort}&status=refund_failed`)).toEqual([])
})

it('keeps to the instants and amounts asked for, the first included and the last instant not', async () => {
  const all = await walk('sort=oldest')
  const [second, fourth] = [all[1]!.created_at, all[3]!.created_at]
  const between = await walk(`sort=oldest&from=${second}&to=${fourth}`)
  expect(between.map((gift) => gift.id)).toEqual([all[1]!.id, all[2]!.id])
  const sums = await walk('sort=smallest&min_minor=2000&max_minor=4000')
  expect(sums.map((gift) => gift.amount_minor)).toEqual(['2000', '3000', '4000'])
})

it('gives the gifts of one pot', async () => {
  const pot = (await list('status=pending')).items[0]!.pot_id
  expect((await walk(`pot_id=${pot}`)).map((gift) => gift.amount_minor)).toEqual(['4000'])
})

it('refuses an order it does not have and a cursor of another order', async () => {
  expect((await h.t.call('GET', '/gifts?sort=dearest', { token })).status).toBe(422)
  const { next_cursor } = await list('limit=1&sort=newest')
  expect((await h.t.call('GET', `/gifts?sort=largest&cursor=${next_cursor}`, { token })).status).toBe(422)
})

it('reads the first page of every order from an index, without sorting', async () => {
  const plans = await h.t.asOwner(async (client) => {
    await client.query('set enable_seqscan = off; set enable_sort = off')
    const plan = async (where: string, order: string) => {
      const { rows } = await client.query(
        `explain select id from pots.gift where created_at >= '-infinity' ${where} order by ${order} limit 51`,
      )
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    }
    return [
      await plan('', 'created_at desc, id desc'),
      await plan('', 'amount_minor, id'),
      await plan("and status = 'refund_failed'", 'created_at, id'),
      await plan("and status = 'held'", 'amount_minor desc, id desc'),
    ]
  })
  expect(plans[0]).toContain('gift_newest ')
  expect(plans[1]).toContain('gift_largest ')
  expect(plans[2]).toContain('gift_newest_of_status')
  expect(plans[3]).toContain('gift_largest_of_status')
  for (const plan of plans) expect(plan).not.toContain('Sort')
})
