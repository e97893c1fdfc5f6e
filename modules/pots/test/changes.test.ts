// Changing a pot: who changed what and when, putting the last change back, and two tabs that do not overwrite each other.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pots } from '../module.ts'
import { BIRTHDAY_IN_60_DAYS, family, house, wirePack, wirePot, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

type Made = { id: string }
const change = (pot: Made, who: { token: string }, body: Record<string, unknown>) =>
  h.t.call('PATCH', `/pots/${wirePot(pot)}`, { token: who.token, body })
const undo = (pot: Made, who: { token: string }, revision: number) =>
  h.t.call('POST', `/pots/${wirePot(pot)}/undo`, { token: who.token, body: { revision } })
const changes = async (pot: Made, who: { token: string }) =>
  (await h.t.call('GET', `/pots/${wirePot(pot)}/changes`, { token: who.token })).json.items

describe('each change', () => {
  it('is kept with what stood before, newest first; what is as it was makes none', async () => {
    const { owner, pot } = await h.openPot()
    expect((await change(pot, owner, { title: pot.title, cover: null })).json.revision).toBe(1)
    expect(await changes(pot, owner)).toEqual([])
    await change(pot, owner, { title: ' Mes 36 ans ', show_names: false })
    await change(pot, owner, { cover: 'pirogue' })
    expect(await changes(pot, owner)).toEqual([
      {
        revision: 3, role: 'owner', mine: true, before: { cover: null }, after: { cover: 'pirogue' }, undoes: null,
        at: expect.any(String),
      },
      {
        revision: 2, role: 'owner', mine: true, before: { title: pot.title, show_names: true },
        after: { title: 'Mes 36 ans', show_names: false }, undoes: null, at: expect.any(String),
      },
    ]) // prettier-ignore
    const first = await h.t.call('GET', `/pots/${wirePot(pot)}/changes?limit=1`, { token: owner.token })
    const path = `/pots/${wirePot(pot)}/changes?limit=1&cursor=${first.json.next_cursor}`
    expect((await h.t.call('GET', path, { token: owner.token })).json).toMatchObject({
      items: [{ revision: 2 }],
      next_cursor: null,
    })
  })

  it('may be a guardian’s, who is named as such', async () => {
    const { child, guardian } = await family(h)
    const pot = await h.pot(child, { target_minor: 20_000n })
    expect((await change(pot, guardian, { story: 'Avec papa.' })).json).toMatchObject({ role: 'guardian', revision: 2 })
    expect(await changes(pot, child)).toMatchObject([{ role: 'guardian', mine: false, after: { story: 'Avec papa.' } }])
    expect(await changes(pot, guardian)).toMatchObject([{ mine: true }])
    expect((await change(pot, guardian, { visibility: 'public' })).json.code).toBe('pots.minor_is_unlisted')
  })

  it('is nobody else’s to make or to read', async () => {
    const { pot } = await h.openPot()
    const stranger = await h.owner()
    const staff = await h.staff('pots.view')
    for (const who of [stranger, staff]) {
      expect((await change(pot, who, { title: 'Moi' })).status).toBe(404)
      expect((await undo(pot, who, 1)).status).toBe(404)
    }
    const path = `/pots/${wirePot(pot)}/changes`
    expect((await h.t.call('GET', path, { token: stranger.token })).status).toBe(404)
    expect((await h.t.call('GET', path)).status).toBe(401)
    expect((await h.t.call('GET', path, { token: staff.token })).status).toBe(200)
  })

  it('loses its words with the person', async () => {
    const { owner, pot } = await h.openPot()
    await change(pot, owner, { title: 'Un nom secret' })
    await h.t.tx((tx) => pots.personalData!.erase(h.t.ctx(), tx, owner.userId))
    expect(await changes(pot, owner)).toMatchObject([{ revision: 2, before: {}, after: {} }])
  })
})

describe('the last change', () => {
  it('is put back once, and that can be put back in turn', async () => {
    const { owner, pot } = await h.openPot()
    await change(pot, owner, { title: 'Oups', allow_messages: false })
    expect((await undo(pot, owner, 2)).json).toMatchObject({ title: pot.title, allow_messages: true, revision: 3 })
    expect((await undo(pot, owner, 2)).json.code).toBe('pots.changed_meanwhile')
    expect((await changes(pot, owner))[0]).toMatchObject({ revision: 3, undoes: 2, after: { title: pot.title } })
    expect((await undo(pot, owner, 3)).json).toMatchObject({ title: 'Oups', revision: 4 })
  })

  it('may have been the goal, while the pot waits', async () => {
    const owner = await h.owner(BIRTHDAY_IN_60_DAYS)
    const pack = await h.pack(30_000n)
    const pot = await h.pot(owner, { target_minor: 20_000n })
    await change(pot, owner, { pack_id: wirePack(pack) })
    expect((await changes(pot, owner))[0]).toMatchObject({
      before: { pack_id: null, target_minor: '20000' },
      after: { pack_id: wirePack(pack), target_minor: '30000' },
    })
    expect((await undo(pot, owner, 2)).json).toMatchObject({ pack: null, target_minor: '20000' })
    expect((await undo(pot, owner, 3)).json).toMatchObject({ pack: { id: wirePack(pack) }, target_minor: '30000' })
  })

  it('is not there before the first, and not to be had after the end', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    expect((await undo(pot, owner, 1)).json.code).toBe('pots.nothing_to_undo')
    await change(pot, owner, { title: 'Fini' })
    await h.give(pot, 5_000)
    await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, { token: owner.token, key: 'undo', body: {} })
    expect((await undo(pot, owner, 2)).json.code).toBe('pots.already_settled')
  })
})

describe('two who change at once', () => {
  it('do not overwrite each other: the second is told who changed what, and nothing of theirs is written', async () => {
    const { owner, pot } = await h.openPot()
    await change(pot, owner, { title: 'Premier', revision: 1 })
    const second = await change(pot, owner, { title: 'Second', story: pot.story, revision: 1 })
    expect(second.status).toBe(409)
    expect(second.json).toMatchObject({
      code: 'pots.changed_meanwhile',
      values: { seen: '1', newest: '2', by: 'owner' },
      fields: { title: { code: 'pots.changed_here' } },
    })
    expect(second.json.fields).not.toHaveProperty('story')
    expect(await h.read(pot)).toMatchObject({ title: 'Premier', revision: 2 })
    expect((await change(pot, owner, { title: 'Second', revision: 2 })).json).toMatchObject({ title: 'Second' })
  })

  it('ten times over: one wins, nine are told', async () => {
    const { owner, pot } = await h.openPot()
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, i) => change(pot, owner, { title: `Titre ${i}`, revision: 1 })),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(all.filter(({ json }) => json.code === 'pots.changed_meanwhile')).toHaveLength(9)
    expect(await changes(pot, owner)).toHaveLength(1)
  })

  it('and both put back: it is put back once', async () => {
    const { owner, pot } = await h.openPot()
    await change(pot, owner, { title: 'Oups' })
    const both = await Promise.all(Array.from({ length: 4 }, () => undo(pot, owner, 2)))
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await h.read(pot)).toMatchObject({ title: pot.title, revision: 3 })
  })
})
