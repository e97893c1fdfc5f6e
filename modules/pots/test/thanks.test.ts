// Thanking everybody: once, to whom it can reach and who wants it, without ever saying who they are.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pots } from '../module.ts'
import { house, makePerson, newPhone, wirePot, type Given, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

const WORDS = 'Merci à vous tous, je suis comblée !'
type Made = { id: string }
const thank = (pot: Made, who: { token: string }, body: Record<string, unknown> = { message: WORDS }) =>
  h.t.call('POST', `/pots/${wirePot(pot)}/thanks`, { token: who.token, body })
const correct = (pot: Made, who: { token: string }, body: Record<string, unknown>) =>
  h.t.call('PATCH', `/pots/${wirePot(pot)}/thanks`, { token: who.token, body })
const mine = async (pot: Made, who: { token: string }) =>
  (await h.t.call('GET', `/pots/${wirePot(pot)}`, { token: who.token })).json.thanks
const giftPage = async ({ gift_id, secret }: Given) =>
  (await h.t.call('GET', `/gifts/${gift_id}?secret=${secret}`)).json
const thanked = async (address: string) => (await h.sentTo(address)).filter((key) => key === 'pots.owner_thanks').length

describe('the owner’s thanks', () => {
  it('reach each person once who left a way, and are read by the others on the page of their gift', async () => {
    const { owner, pot } = await h.openPot()
    const [guest, secret] = [newPhone(), newPhone()]
    const friend = await makePerson(h.t)
    const given = await h.give(pot, 1_000, { donor_phone: guest })
    await h.give(pot, 2_000, { donor_phone: guest })
    await h.give(pot, 1_000, { donor_phone: secret, donor_name: 'Ndeye', is_anonymous: true })
    const silent = await h.give(pot, 1_000)
    const started = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
      token: friend.token,
      key: 'thanks-friend',
      body: { amount_minor: '1000', donor_name: 'Fatou' },
    })
    h.pay(started.json)
    await h.settle()

    expect((await thank(pot, owner)).json.thanks).toMatchObject({ message: WORDS, reached: 0, told_at: null })
    await h.settle()
    for (const address of [guest, secret, friend.phone]) expect(await thanked(address)).toBe(1)
    const told = await mine(pot, owner)
    expect(told).toMatchObject({ reached: 3, unreached: 1, is_public: false, told_at: expect.any(String) })
    expect(JSON.stringify(told)).not.toMatch(/Ndeye|Fatou|gif_|usr_|\+221/)
    for (const gift of [given, silent]) expect(await giftPage(gift)).toMatchObject({ thanks: { message: WORDS } })
    expect((await h.page(pot)).thanks).toBeNull()
  })

  it('leave alone who switched such messages off, and count them as not reached', async () => {
    const { owner, pot } = await h.openPot()
    const friend = await makePerson(h.t)
    const wishes = (await h.t.call('GET', '/me/preferences', { token: friend.token })).json
    const off = await h.t.call('PUT', '/me/preferences', {
      token: friend.token,
      body: { channels: wishes.channels, categories: { ...wishes.categories, gifts: false }, quiet_hours: null },
    })
    expect(off.status).toBe(200)
    const started = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
      token: friend.token,
      key: 'thanks-off',
      body: { amount_minor: '1000', donor_name: 'Fatou' },
    })
    h.pay(started.json)
    await h.settle()
    await thank(pot, owner)
    await h.settle()
    expect(await thanked(friend.phone)).toBe(0)
    expect(await mine(pot, owner)).toMatchObject({ reached: 0, unreached: 1 })
  })

  it('are one a pot: the same words again are the same, other words are refused', async () => {
    const { owner, pot } = await h.openPot()
    const guest = newPhone()
    await h.give(pot, 1_000, { donor_phone: guest })
    expect((await thank(pot, owner)).status).toBe(201)
    expect((await thank(pot, owner)).status).toBe(201)
    expect((await thank(pot, owner, { message: 'Et encore merci' })).json.code).toBe('pots.already_thanked')
    await h.settle()
    expect(await thanked(guest)).toBe(1)
    expect(await mine(pot, owner)).toMatchObject({ message: WORDS, reached: 1 })
  })

  it('written ten times at once go out once', async () => {
    const { owner, pot } = await h.openPot()
    const guest = newPhone()
    await h.give(pot, 1_000, { donor_phone: guest })
    const all = await Promise.all(Array.from({ length: 10 }, (_, i) => thank(pot, owner, { message: `Merci ${i}` })))
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(all.filter(({ json }) => json.code === 'pots.already_thanked')).toHaveLength(9)
    await h.settle()
    expect(await thanked(guest)).toBe(1)
    expect(await mine(pot, owner)).toMatchObject({ reached: 1, unreached: 0 })
  })

  it('may be corrected once, without writing to anybody again, and shown to everybody or not', async () => {
    const { owner, pot } = await h.openPot()
    const guest = newPhone()
    const given = await h.give(pot, 1_000, { donor_phone: guest })
    expect((await correct(pot, owner, { message: 'Merci' })).status).toBe(404)
    await thank(pot, owner, { message: 'Merçi', is_public: true })
    expect((await h.page(pot)).thanks).toMatchObject({ message: 'Merçi' })
    expect((await correct(pot, owner, { message: 'Merci', is_public: false })).json.thanks).toMatchObject({
      message: 'Merci',
      is_public: false,
      corrected_at: expect.any(String),
    })
    expect((await h.page(pot)).thanks).toBeNull()
    expect((await correct(pot, owner, { message: 'Merci !' })).json.code).toBe('pots.thanks_corrected')
    expect((await correct(pot, owner, { message: 'Merci', is_public: true })).status).toBe(200)
    expect(await giftPage(given)).toMatchObject({ thanks: { message: 'Merci' } })
    await h.settle()
    expect(await thanked(guest)).toBe(1)
  })

  it('need somebody to thank, words, not too many, and no address that could lead anywhere', async () => {
    const { owner, pot } = await h.openPot()
    expect((await thank(pot, owner)).json.code).toBe('pots.nobody_to_thank')
    await h.give(pot, 1_000)
    expect((await thank(pot, owner, { message: '   ' })).json.fields.message.code).toBe('kernel.required')
    expect((await thank(pot, owner, { message: 'x'.repeat(501) })).json.code).toBe('pots.too_long')
    for (const message of ['Voir https://x.example', 'merci, www.gain.example', 'gagnez sur bit.ly/abc', 'Cadeau.COM'])
      expect([message, (await thank(pot, owner, { message })).json.code]).toEqual([message, 'pots.no_links'])
    expect((await thank(pot, owner, { message: 'Merci.Vraiment. 25.000 F, 10h30...' })).status).toBe(201)
  })

  it('are nobody else’s to write, and go with the person', async () => {
    const { owner, pot } = await h.openPot()
    const given = await h.give(pot, 1_000)
    const stranger: Person = await h.owner()
    expect((await thank(pot, stranger)).status).toBe(404)
    expect((await h.t.call('POST', `/pots/${wirePot(pot)}/thanks`, { body: { message: WORDS } })).status).toBe(401)
    await thank(pot, owner, { message: WORDS, is_public: true })
    expect((await correct(pot, stranger, { is_public: false })).status).toBe(404)
    const { export: hand, erase } = pots.personalData!
    expect(await h.t.tx((tx) => hand(h.t.ctx(), tx, owner.userId))).toMatchObject({ thanks: [{ message: WORDS }] })
    await h.t.tx((tx) => erase(h.t.ctx(), tx, owner.userId))
    const [shown, told] = [await h.page(pot), await giftPage(given)]
    expect(JSON.stringify([shown, told])).not.toContain(WORDS)
    // No empty thanks either.
    expect([shown.thanks, told.thanks]).toEqual([null, null])
  })

  it('are not shown to whoever got the money back', async () => {
    const { owner, pot } = await h.openPot()
    await h.give(pot, 1_000)
    await thank(pot, owner)
    const unpaid = await h.start(pot, 1_000)
    expect((await giftPage(unpaid)).thanks).toBeNull()
  })
})
