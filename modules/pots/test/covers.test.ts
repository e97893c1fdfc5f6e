// The picture of a pot: a drawing by its name, or a photo its owner sent; never somebody else's.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phonePhoto } from '../../media/test/pictures.ts'
import { house, newKey, wirePot, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

const send = async (token: string, orientation?: number): Promise<string> => {
  const answer = await h.t.call('POST', '/images', {
    token,
    body: await phonePhoto(orientation),
    headers: { 'content-type': 'image/jpeg' },
  })
  expect(answer.status).toBe(201)
  return answer.json.image_id
}
const make = (token: string, cover: unknown) =>
  h.t.call('POST', '/pots', {
    token,
    key: newKey(),
    body: { title: 'Les vingt ans de Coumba', target_minor: '20000', cover },
  })
const UNKNOWN = {
  status: 422,
  json: { code: 'pots.cover_unknown', fields: { cover: { code: 'pots.cover_unknown' } } },
}

describe('a photo as cover', () => {
  it('is shown on the page, and stays for as long as there may be somebody to see it', async () => {
    const { token } = await h.owner()
    const photo = await send(token)
    const made = await make(token, photo)
    expect(made.json).toMatchObject({ cover: photo })
    expect(await h.t.call('GET', `/p/${made.json.slug}`)).toMatchObject({ json: { cover: photo } })
    const kept = await h.t.asOwner((client) => client.query('select used_at is not null as used from media.image'))
    expect(kept.rows).toEqual([{ used: true }])
  })

  it('can follow a drawing, and a drawing can follow it', async () => {
    const { owner, pot } = await h.openPot()
    const change = (cover: string) =>
      h.t.call('PATCH', `/pots/${wirePot(pot)}`, { token: owner.token, key: newKey(), body: { cover } })
    const photo = await send(owner.token)
    expect((await change('baobab')).json).toMatchObject({ cover: 'baobab' })
    expect((await change(photo)).json).toMatchObject({ cover: photo })
    expect((await change('pirogue')).json).toMatchObject({ cover: 'pirogue' })
  })

  it('is refused when somebody else sent it, when a pot is made, changed or drafted', async () => {
    const theirs = await send((await h.owner()).token)
    const { owner, pot } = await h.openPot()
    const { token } = await h.owner()
    expect(await make(token, theirs)).toMatchObject(UNKNOWN)
    const changed = { token: owner.token, key: newKey(), body: { cover: theirs } }
    expect(await h.t.call('PATCH', `/pots/${wirePot(pot)}`, changed)).toMatchObject(UNKNOWN)
    expect((await h.page(pot)).cover).toBeNull()
    const drafted = { token, key: newKey(), body: { step: 2, cover: theirs } }
    expect(await h.t.call('PATCH', '/me/pot-draft', drafted)).toMatchObject(UNKNOWN)
  })

  it.each(['img_00000000000000000000000000', 'img_x', 'https://example.com/x.png', '../gateau', 'Gateau'])(
    'is refused when it is %s',
    async (cover) => {
      expect(await make((await h.owner()).token, cover)).toMatchObject(UNKNOWN)
    },
  )
})
