// A pot that is being made: kept on the server, for its owner alone, gone once the pot is there.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pots } from '../module.ts'
import { house, newKey, wirePack, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

const save = (who: Person, body: Record<string, unknown>) =>
  h.t.call('PATCH', '/me/pot-draft', { token: who.token, body })
const read = async (who: Person) => (await h.t.call('GET', '/me/pot-draft', { token: who.token })).json.draft

it('is kept step by step, and what a step does not speak of stays', async () => {
  const owner = await h.owner()
  expect(await read(owner)).toBeNull()
  const pack = await h.pack()
  await save(owner, { step: 1, pack_id: wirePack(pack), target_minor: null })
  await save(owner, { step: 2, title: 'Les 36 ans d’Awa', story: '' })
  await save(owner, { step: 1, pack_id: null, target_minor: '20000' })
  expect(await read(owner)).toMatchObject({ step: 2, pack_id: null, target_minor: '20000', title: 'Les 36 ans d’Awa' })
})

it('is gone once the pot is made, and when it is thrown away', async () => {
  const owner = await h.owner()
  await save(owner, { step: 2, title: 'Bientôt' })
  const body = { title: 'Les 36 ans d’Awa', target_minor: '20000' }
  expect((await h.t.call('POST', '/pots', { token: owner.token, key: newKey(), body })).status).toBe(201)
  expect(await read(owner)).toBeNull()
  await save(owner, { step: 1 })
  for (let time = 0; time < 2; time++)
    expect((await h.t.call('DELETE', '/me/pot-draft', { token: owner.token })).status).toBe(204)
  expect(await read(owner)).toBeNull()
})

it('stays when the pot is refused', async () => {
  const owner = await h.owner()
  await save(owner, { step: 2, title: 'Bientôt' })
  const body = { title: 'Bientôt', target_minor: '1' }
  expect((await h.t.call('POST', '/pots', { token: owner.token, body })).json.code).toBe('pots.target_out_of_range')
  expect(await read(owner)).toMatchObject({ title: 'Bientôt' })
})

it('refuses at once what no pot may say', async () => {
  const owner = await h.owner()
  const long = await save(owner, { step: 2, title: 'x'.repeat(81) })
  expect(long.json).toMatchObject({ code: 'pots.too_long', fields: { title: { code: 'pots.too_long' } } })
  expect((await save(owner, { step: 5 })).status).toBe(422)
  expect((await h.t.call('PATCH', '/me/pot-draft', { body: { step: 1 } })).status).toBe(401)
})

it('begun ten times at once is one, with what every step said', async () => {
  const owner = await h.owner()
  const says = [{ title: 'Un titre' }, { story: 'Une histoire' }, { cover: 'pirogue' }, { show_names: false }]
  const saved = await Promise.all(Array.from({ length: 12 }, (_, i) => save(owner, { step: 1, ...says[i % 4] })))
  expect(saved.map(({ status }) => status)).toEqual(saved.map(() => 200))
  expect(await read(owner)).toMatchObject(Object.assign({}, ...says))
})

it('is sealed, nobody else’s to read, handed out to its owner and erased with them', async () => {
  const owner = await h.owner()
  await save(owner, { step: 2, title: 'Un secret bien gardé' })
  await h.t.asOwner(async (client) => {
    const { rows } = await client.query('select encode(content, $1) as text from pots.draft', ['escape'])
    for (const { text } of rows) expect(text).not.toContain('bien gard')
  })
  const stranger = await h.owner()
  await h.t.asApp(async (client) => {
    await client.query(`begin; set local app.scope = 'own'; set local app.user_id = '${stranger.userId}'`)
    expect((await client.query('select step from pots.draft')).rows).toEqual([])
    await client.query('rollback')
  })
  const { export: hand, erase } = pots.personalData!
  expect(await h.t.tx((tx) => hand(h.t.ctx(), tx, owner.userId))).toMatchObject({
    draft: { title: 'Un secret bien gardé' },
  })
  await h.t.tx((tx) => erase(h.t.ctx(), tx, owner.userId))
  expect(await read(owner)).toBeNull()
})

it('untouched for sixty days is removed, unless its owner’s data is held', async () => {
  const [old, fresh] = [await h.owner(), await h.owner()]
  await save(old, { step: 1, title: 'Ancien' })
  h.advance({ hours: 24 * 59 })
  await h.t.call('PATCH', '/me/pot-draft', { token: await h.tokenOf(fresh), body: { step: 1, title: 'Nouveau' } })
  h.advance({ hours: 24 * 2 })
  const rule = pots.retention.find(({ table }) => table === 'pots.draft')!
  expect(rule.keep).toEqual({ days: 60 })
  const before = h.t.clock.now().subtract({ hours: 24 * 60 })
  await h.t.tx((tx) => rule.remove(h.t.ctx(), tx, before, [old.userId]))
  const left = async (who: Person) =>
    (await h.t.call('GET', '/me/pot-draft', { token: await h.tokenOf(who) })).json.draft
  expect(await left(old)).toMatchObject({ title: 'Ancien' })
  await h.t.tx((tx) => rule.remove(h.t.ctx(), tx, before, []))
  expect(await left(old)).toBeNull()
  expect(await left(fresh)).toMatchObject({ title: 'Nouveau' })
})
