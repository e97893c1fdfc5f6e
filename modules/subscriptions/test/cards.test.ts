/** The payer's saved cards: seeing them, choosing which renews, and forgetting one in the knowledge of what follows. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { CARDS, house, wire, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(() => h.anew())

interface CardOnWire {
  id: string
  last_four: string
  renews: string[]
}
const OTHER = '5123450000000008'

const cardsOf = async (person: Person): Promise<CardOnWire[]> => (await h.call(person, 'GET', '/me/cards')).json.items
const forget = (person: Person, card: CardOnWire, confirmed = false) =>
  h.call(person, 'DELETE', `/me/cards/${card.id}${confirmed ? '?confirmed=true' : ''}`)
const choose = (person: Person, id: string, card: CardOnWire | null) =>
  h.call(person, 'PUT', `/subscriptions/${wire(id)}/card`, { card_id: card?.id ?? null })

async function paid(card: string = CARDS.pays) {
  const guardian = await h.guardian()
  const id = await h.start(guardian, [await h.child(guardian)], { trial: false })
  await h.buy(guardian, id, card)
  return { guardian, id, it: await h.read(id) }
}

test('the payer sees which card renews what, and nobody else sees it', async () => {
  const { guardian, id } = await paid()
  expect(await cardsOf(guardian)).toMatchObject([
    { last_four: CARDS.pays.slice(-4), state: 'usable', renews: [wire(id)] },
  ])
  const stranger = await h.guardian()
  expect(await cardsOf(stranger)).toEqual([])
  const [card] = await cardsOf(guardian)
  expect((await forget(stranger, card!, true)).status).toBe(204)
  expect(await cardsOf(guardian)).toHaveLength(1)
  expect((await h.t.call('GET', '/me/cards')).status).toBe(401)
})

test('the card that renews is not forgotten by accident; confirmed, the next renewal asks for a payment', async () => {
  const { guardian, id, it } = await paid()
  const [card] = await cardsOf(guardian)
  const refused = await forget(guardian, card!)
  expect([refused.status, refused.json.code]).toEqual([409, 'subscriptions.card_renews'])
  expect(await cardsOf(guardian)).toHaveLength(1)
  // Ten at once, and once more: it is gone once.
  const answers = await Promise.all(Array.from({ length: 10 }, () => forget(guardian, card!, true)))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 204))
  expect((await forget(guardian, card!)).status).toBe(204)
  expect(await cardsOf(guardian)).toEqual([])
  expect((await h.read(id)).card_id).toBeNull()
  await h.goTo(it.period_end.toString())
  expect(await h.read(id)).toMatchObject({ status: 'grace', charging: null })
})

test('another card is chosen to renew; the earlier one can then be forgotten without a word', async () => {
  const { guardian, id, it } = await paid()
  const second = await h.start(guardian, [await h.child(guardian)], { trial: false })
  await h.buy(guardian, second, OTHER)
  const cards = await cardsOf(guardian)
  const [first, other] = [CARDS.pays, OTHER].map((number) => cards.find((one) => number.endsWith(one.last_four))!)
  expect((await choose(guardian, id, other!)).status).toBe(200)
  expect((await cardsOf(guardian)).find(({ id: of }) => of === other!.id)!.renews.toSorted()).toEqual([wire(id), wire(second)].toSorted()) // prettier-ignore
  expect((await forget(guardian, first!)).status).toBe(204)
  expect((await choose(guardian, id, first!)).status).toBe(404)
  await h.goTo(it.period_end.toString())
  expect(await h.read(id)).toMatchObject({ status: 'active', period_start: it.period_end })
})

test('nothing is forgotten while it is being charged', async () => {
  const { guardian, id } = await paid()
  const [card] = await cardsOf(guardian)
  await h.t.asOwner((client) =>
    client.query('update subscriptions.subscription set charging = gen_random_uuid() where id = $1', [id]),
  )
  expect((await forget(guardian, card!, true)).json.code).toBe('subscriptions.payment_under_way')
  expect(await cardsOf(guardian)).toHaveLength(1)
})
