/** Stories of packs: terms that stay, the last unit, who may choose what. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { listenTo } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { refused } from '../../../kernel/testing/refusals.ts'
import { audit } from '../../audit/module.ts'
import { setPartnerStatus } from '../../merchants/api.ts'
import { merchants } from '../../merchants/module.ts'
import { makePartner } from '../../merchants/test/make.ts'
import {
  availabilityOf,
  changePack,
  createPack,
  getPack,
  packChanged,
  packSoldOut,
  packTerms,
  returnStock,
  setPackStatus,
  setStock,
  takeStock,
} from '../api.ts'
import { errors } from '../errors.ts'
import { catalog } from '../module.ts'
import { getShownPack, listShownPacks } from '../packs.ts'
import { textIn, unavailableBecause, type Availability } from '../rules.ts'
import { makePack, newPack } from './make.ts'

let t: TestProduct
const { module: listener, subscriptions, heard } = listenTo([packSoldOut, packChanged])
const first = { after: undefined, limit: 50 }

beforeAll(async () => {
  t = await testProduct(productOf([audit, merchants, catalog, listener], { on: subscriptions }))
})
afterAll(() => t.close())

test('frozen terms are what stood when they were asked for, in JSON', async () => {
  const { partner, venue } = await makePartner(t)
  const pack = await makePack(t, partner.id, { venue_ids: [venue.id] })
  const terms = await t.tx((tx) => packTerms(t.ctx(), tx, pack.id))
  await t.tx((tx) => changePack(t.ctx(), tx, pack.id, { price_minor: 12_000n }))
  expect(JSON.parse(JSON.stringify(terms))).toEqual({
    pack_id: pack.id,
    partner_id: partner.id,
    partner_name: partner.name,
    category: 'cinema',
    name: pack.name,
    terms: null,
    price_minor: '10000',
    validity_days: 90,
    venue_ids: [venue.id],
    image_key: null,
  })
  expect((await t.tx((tx) => packTerms(t.ctx(), tx, pack.id))).price_minor).toBe('12000')
})

test('drafts, withdrawn packs, packs out of season and packs of a suspended partner cannot be settled on', async () => {
  const { partner } = await makePartner(t)
  const draft = await t.tx((tx) => createPack(t.ctx(), tx, newPack(partner.id)))
  const day = (text: string) => Temporal.PlainDate.from(text)
  const later = await makePack(t, partner.id, { available_from: day('2026-03-03') })
  const over = await makePack(t, partner.id, { available_until: day('2026-03-01') })
  const today = await makePack(t, partner.id, { available_from: day('2026-03-02'), available_until: day('2026-03-02') })
  const terms = (id: string) => t.tx((tx) => packTerms(t.ctx(), tx, id))
  for (const { id } of [draft, later, over]) await expect(terms(id)).rejects.toEqual(refused(errors.not_available))
  expect(await terms(today.id)).toBeTruthy()
  await t.tx((tx) => setPackStatus(t.ctx(), tx, today.id, 'withdrawn'))
  await expect(terms(today.id)).rejects.toEqual(refused(errors.not_available))
  await t.tx((tx) => setPackStatus(t.ctx(), tx, today.id, 'active'))
  await t.tx((tx) => setPartnerStatus(t.ctx(), tx, partner.id, 'suspended', 'complaints'))
  await expect(terms(today.id)).rejects.toEqual(refused(errors.not_available))
  expect(await t.tx((tx) => availabilityOf(t.ctx(), tx, today.id))).toBe('not_available')
  await expect(terms(randomUUID())).rejects.toEqual(refused(errors.pack_unknown))
})

test('of ten who want the last unit one gets it, and the rest hear that it is sold out', async () => {
  const { partner } = await makePartner(t)
  const pack = await makePack(t, partner.id, { stock: 1 })
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => t.tx((tx) => takeStock(t.ctx(), tx, pack.id, randomUUID()))),
  )
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toEqual(refused(errors.sold_out))
  expect(await t.tx((tx) => getPack(tx, pack.id))).toMatchObject({ stock_total: 1, stock_left: 0 })
  expect(await t.tx((tx) => availabilityOf(t.ctx(), tx, pack.id))).toBe('sold_out')
  await expect(t.tx((tx) => packTerms(t.ctx(), tx, pack.id))).rejects.toEqual(refused(errors.sold_out))
  await t.drain()
  expect(heard.filter((one) => one.event === packSoldOut.name && one.payload.pack_id === pack.id)).toHaveLength(1)
})

test('one purpose takes one unit however often and by however many it is asked', async () => {
  const { partner } = await makePartner(t)
  const pack = await makePack(t, partner.id, { stock: 5 })
  const pot = randomUUID()
  await Promise.all(Array.from({ length: 10 }, () => t.tx((tx) => takeStock(t.ctx(), tx, pack.id, pot))))
  expect((await t.tx((tx) => getPack(tx, pack.id))).stock_left).toBe(4)
  for (let i = 0; i < 2; i++) await t.tx((tx) => returnStock(t.ctx(), tx, pack.id, pot))
  expect((await t.tx((tx) => getPack(tx, pack.id))).stock_left).toBe(5)
  await t.tx((tx) => takeStock(t.ctx(), tx, pack.id, pot))
  expect((await t.tx((tx) => getPack(tx, pack.id))).stock_left).toBe(4)
})

test('a pack without a limit never sells out', async () => {
  const { partner } = await makePartner(t)
  const pack = await makePack(t, partner.id)
  await t.tx((tx) => takeStock(t.ctx(), tx, pack.id, randomUUID()))
  expect(await t.tx((tx) => getPack(tx, pack.id))).toMatchObject({ stock_total: null, stock_left: null })
})

test('the stock never falls below what is taken, and the database says so too', async () => {
  const { partner } = await makePartner(t)
  const pack = await makePack(t, partner.id, { stock: 3 })
  for (let i = 0; i < 2; i++) await t.tx((tx) => takeStock(t.ctx(), tx, pack.id, randomUUID()))
  await expect(t.tx((tx) => setStock(t.ctx(), tx, pack.id, 1))).rejects.toEqual(refused(errors.below_taken))
  expect(await t.tx((tx) => setStock(t.ctx(), tx, pack.id, 2))).toMatchObject({ stock_left: 0 })
  await expect(
    t.asApp((client) => client.query('update catalog.stock set taken = 3 where pack_id = $1', [pack.id])),
  ).rejects.toThrow('stock_not_oversold')
})

test('changes of the stock that wait for each other are on record one after the other', async () => {
  const { partner } = await makePartner(t)
  const { id } = await makePack(t, partner.id, { stock: 10 })
  let [locked, go] = [() => {}, () => {}]
  const hasLock = new Promise<void>((resolve) => (locked = resolve))
  const mayEnd = new Promise<void>((resolve) => (go = resolve))
  const first = t.tx(async (tx) => {
    await changePack(t.ctx(), tx, id, { category: 'spa' })
    await setStock(t.ctx(), tx, id, 20)
    locked()
    await mayEnd
  })
  await hasLock
  const second = t.tx((tx) => setStock(t.ctx(), tx, id, 30))
  // The second must have read and be waiting before the first ends.
  const waiting = 'select 1 from pg_locks where not granted'
  for (let i = 0; i < 100 && (await t.asOwner((client) => client.query(waiting))).rowCount === 0; i++) continue
  go()
  await Promise.all([first, second])
  const { rows } = await t.asOwner((client) =>
    client.query(
      `select before->'stock_total' as before from audit.record where subject_id = $1 and action = 'catalog.stock_changed' order by id`,
      [id],
    ),
  )
  // Both at one standing instant, so in no order of their own.
  expect(rows.map((row) => row.before).toSorted((a, b) => a - b)).toEqual([10, 20])
})

test('a bought pack of a partner that no longer honours takes no unit', async () => {
  const { partner } = await makePartner(t)
  const pack = await makePack(t, partner.id)
  await t.tx((tx) => setPackStatus(t.ctx(), tx, pack.id, 'withdrawn'))
  await t.tx((tx) => takeStock(t.ctx(), tx, pack.id, randomUUID()))
  await t.tx((tx) => setPartnerStatus(t.ctx(), tx, partner.id, 'suspended', 'complaints'))
  await expect(t.tx((tx) => takeStock(t.ctx(), tx, pack.id, randomUUID()))).rejects.toEqual(
    refused(errors.not_available),
  )
})

test('a pack is limited to venues of its own partner, and its window goes forward', async () => {
  const { partner } = await makePartner(t)
  const other = await makePartner(t)
  const make = (given: object) => t.tx((tx) => createPack(t.ctx(), tx, newPack(partner.id, given)))
  await expect(make({ venue_ids: [other.venue.id] })).rejects.toEqual(refused(errors.foreign_venue))
  const reversed = {
    available_from: Temporal.PlainDate.from('2026-05-02'),
    available_until: Temporal.PlainDate.from('2026-05-01'),
  }
  await expect(make(reversed)).rejects.toEqual(refused(errors.window_reversed))
})

test('every change tells whether the pack can still be chosen', async () => {
  const { partner } = await makePartner(t)
  const pack = await makePack(t, partner.id)
  await t.tx((tx) => setPackStatus(t.ctx(), tx, pack.id, 'withdrawn'))
  await t.drain()
  const said = heard.filter((one) => one.event === packChanged.name && one.payload.pack_id === pack.id)
  expect(said.map((one) => one.payload.available)).toEqual([true, false])
})

test('the shop window shows what can be chosen in a city, cheapest first, with the venues there', async () => {
  const { partner, venues } = await makePartner(t, {}, ['Kaolack', 'Ziguinchor'])
  const dear = await makePack(t, partner.id, { price_minor: 20_000n })
  const cheap = await makePack(t, partner.id, { price_minor: 5_000n, venue_ids: [venues[0]!.id] })
  await t.tx((tx) => createPack(t.ctx(), tx, newPack(partner.id)))
  const inCity = async (city: string) =>
    (await t.tx((tx) => listShownPacks(t.ctx(), tx, { city }, first))).items.map(({ pack }) => pack.id)
  expect(await inCity('kaolack')).toEqual([cheap.id, dear.id])
  expect(await inCity('Ziguinchor')).toEqual([dear.id])
  expect(await inCity('Paris')).toEqual([])
  const shown = await t.tx((tx) => getShownPack(t.ctx(), tx, cheap.id))
  expect(shown.venues.map((venue) => venue.city)).toEqual(['Kaolack'])
})

test.each<[string, Partial<Availability>, boolean, string | undefined]>([
  ['plain', {}, true, undefined],
  ['of a partner that is not active', {}, false, 'not_available'],
  ['a draft', { status: 'draft' }, true, 'not_available'],
  ['withdrawn', { status: 'withdrawn' }, true, 'not_available'],
  ['from tomorrow', { available_from: Temporal.PlainDate.from('2026-03-03') }, true, 'not_available'],
  ['from today', { available_from: Temporal.PlainDate.from('2026-03-02') }, true, undefined],
  ['until yesterday', { available_until: Temporal.PlainDate.from('2026-03-01') }, true, 'not_available'],
  ['until today', { available_until: Temporal.PlainDate.from('2026-03-02') }, true, undefined],
  ['with one left', { stock_left: 1 }, true, undefined],
  ['with none left', { stock_left: 0 }, true, 'sold_out'],
])('rules: a pack %s', (_, given, partnerIsActive, reason) => {
  const pack = { status: 'active', available_from: null, available_until: null, stock_left: null, ...given } as const
  expect(unavailableBecause(pack, partnerIsActive, Temporal.PlainDate.from('2026-03-02'))).toBe(reason)
})

test('rules: a text is read in the language asked for, else the product’s, else any', () => {
  const text = { fr: 'Bonjour', en: 'Hello' }
  expect(textIn(text, 'en', 'fr-SN')).toBe('Hello')
  expect(textIn(text, 'wo', 'fr-SN')).toBe('Bonjour')
  expect(textIn({ en: 'Hello' }, 'wo', 'fr-SN')).toBe('Hello')
})
