// The API of pots as callers see it: the public page, what owners may, what others may not.
import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DonorGift, Progress, PublicPot } from '../public-routes.ts'
import { house, newKey, wirePack, wirePot, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

/** What differs from the schema, in words; nothing when all is as documented. */
const differs = (schema: TSchema, value: unknown) =>
  [...Value.Errors(schema, value)].map((error) => `${error.instancePath} ${error.message}`)

describe('the public page', () => {
  it('is what the documentation says, in every state of a pot', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    const check = async () => expect(differs(PublicPot, await h.page(pot))).toEqual([])
    await check()
    const given = await h.give(pot, 6_000, { is_anonymous: true, show_amount: false })
    await check()
    await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, { token: owner.token, key: newKey(), body: {} })
    await check()
    const progress = await h.t.call('GET', `/p/${pot.slug}/progress`)
    expect(differs(Progress, progress.json)).toEqual([])
    expect(progress.json).toEqual({ status: 'closed', raised_minor: '6000', target_minor: '5000', gift_count: 1 })
    const gift = await h.t.call('GET', `/gifts/${given.gift_id}?secret=${given.secret}`)
    expect(differs(DonorGift, gift.json)).toEqual([])
    const other = await h.pot(await h.owner(), { target_minor: 10_000n })
    expect(differs(PublicPot, await h.page(other))).toEqual([])
  })

  it('tells our own pages whose it is to keep it, and strangers nothing that joins two pots of one owner', async () => {
    const { pot } = await h.openPot()
    const path = `/api/p/${pot.slug}`
    expect((await h.t.app.inject({ url: path })).headers['cache-tag']).toMatch(/^pots:[0-9a-f]{20}$/)
    const outside = await fetch(new URL(path, h.t.app.listeningOrigin))
    expect([outside.status, outside.headers.get('cache-tag')]).toEqual([200, null])
  })

  it('costs one statement', async () => {
    const { pot } = await h.openPot()
    for (const path of [`/p/${pot.slug}`, `/p/${pot.slug}/progress`, '/p']) {
      await h.t.call('GET', path)
      expect(await h.t.costs(async () => expect((await h.t.call('GET', path)).status).toBe(200))).toBe(1)
    }
  })

  it('carries the rules a donor must know before paying', async () => {
    const { pot } = await h.openPot()
    expect((await h.page(pot)).rules).toMatchObject({
      over_target: 'accepted',
      surplus: 'owner_credit',
      shortfall: 'refund_donors',
      shortfall_days: 14,
      late_money: 'donor_chooses',
      late_money_days: 14,
      unverified_refund_days: 90,
      gift_min_minor: '200',
      gift_max_minor: '500000',
    })
  })

  it('are told before a pot is made, with what its fields may hold', async () => {
    const { pot } = await h.openPot()
    const today = (await h.t.call('GET', '/pots/rules')).json
    expect(today).toMatchObject((await h.page(pot)).rules)
    expect(today).toMatchObject({ target_min_minor: '5000', title_length_max: 80, message_length_max: 280 })
  })

  it('shows the newest gifts first and no more than the page holds', async () => {
    const { pot } = await h.openPot(100_000n)
    for (let i = 0; i < 22; i++) {
      h.advance({ seconds: 1 })
      await h.give(pot, 1_000 + i)
    }
    const page = await h.page(pot)
    expect(page.gift_count).toBe(22)
    expect(page.gifts).toHaveLength(20)
    expect(page.gifts[0].amount_minor).toBe('1021')
    expect(page.gifts.at(-1).amount_minor).toBe('1002')
  })

  it('does not exist for a wrong link, and a given-up pot neither', async () => {
    expect((await h.t.call('GET', '/p/awa-23456789ab')).status).toBe(404)
    const owner = await h.owner(Temporal.PlainDate.from('1990-09-01'))
    const pot = await h.pot(owner, { target_minor: 20_000n })
    expect((await h.t.call('GET', `/p/${pot.slug}`)).status).toBe(200)
    const token = await h.tokenOf(owner)
    for (let i = 0; i < 2; i++)
      expect((await h.t.call('POST', `/pots/${wirePot(pot)}/cancellation`, { token })).status).toBe(204)
    expect((await h.t.call('GET', `/p/${pot.slug}`)).status).toBe(404)
    // The birthday is free again.
    expect((await h.pot(owner, { target_minor: 20_000n })).status).toBe('scheduled')
  })

  it('counts looks and shares by day', async () => {
    const { owner, pot } = await h.openPot()
    await Promise.all(Array.from({ length: 5 }, () => h.t.call('POST', `/p/${pot.slug}/views`)))
    await h.t.call('POST', `/p/${pot.slug}/shares`)
    const own = await h.t.call('GET', `/pots/${wirePot(pot)}`, { token: await h.tokenOf(owner) })
    expect(own.json).toMatchObject({ views: '5', shares: '1' })
    expect((await h.t.call('POST', '/p/nobody-23456789ab/views')).status).toBe(204)
  })
})

describe('an owner', () => {
  it('makes, sees, lists and changes a pot', async () => {
    const owner = await h.owner(Temporal.PlainDate.from('1990-09-01'))
    const token = await h.tokenOf(owner)
    const pack = await h.pack(12_000n)
    const made = await h.t.call('POST', '/pots', { token, body: { title: 'Mes 36 ans', pack_id: wirePack(pack) } })
    expect(made.status).toBe(201)
    expect(made.json).toMatchObject({
      status: 'scheduled',
      role: 'owner',
      birthday: '2026-09-01',
      opens_at: '2026-08-02T00:00:00Z',
      target_minor: '12000',
      visibility: 'link',
      pack: { id: wirePack(pack), price_minor: '12000' },
    })
    const path = `/pots/${made.json.id}`
    const changed = await h.t.call('PATCH', path, { token, body: { title: 'La fête', visibility: 'public' } })
    expect(changed.json).toMatchObject({ title: 'La fête', visibility: 'public', target_minor: '12000' })
    const goal = await h.t.call('PATCH', path, { token, body: { target_minor: '30000' } })
    expect(goal.json).toMatchObject({ target_minor: '30000', pack: null })
    const list = await h.t.call('GET', '/pots', { token })
    expect(list.json.items.map((it: { id: string }) => it.id)).toEqual([made.json.id])
    expect((await h.t.call('POST', `${path}/opening`, { token })).json.code).toBe('pots.not_open_yet')
  })

  it.each([
    [{ title: 'x', target_minor: '20000', pack_id: 'pck_00000000000000000000000000' }, 'pots.pack_or_target'],
    [{ title: 'x' }, 'pots.pack_or_target'],
    [{ title: 'x', target_minor: '4999' }, 'pots.target_out_of_range'],
    [{ title: 'x', target_minor: '2000001' }, 'pots.target_out_of_range'],
    [{ title: 'x'.repeat(81), target_minor: '20000' }, 'pots.too_long'],
    [{ title: '   ', target_minor: '20000' }, 'kernel.invalid_input'],
    [{ title: 'x', target_minor: '20000', story: 'x'.repeat(1501) }, 'pots.too_long'],
    [{ title: 'x', pack_id: 'pck_00000000000000000000000000' }, 'catalog.pack_unknown'],
    [{ title: 'x', target_minor: '20000', raised_minor: '1' }, 'kernel.invalid_input'],
  ])('is refused %o', async (body, code) => {
    const token = await h.tokenOf(await h.owner())
    expect((await h.t.call('POST', '/pots', { token, body })).json.code).toBe(code)
  })

  it('needs a profile first', async () => {
    const person = await h.staff('nothing.special')
    const answer = await h.t.call('POST', '/pots', { token: person.token, body: { title: 'x', target_minor: '20000' } })
    expect(answer.json.code).toBe('pots.profile_needed')
  })

  it('buys once for one key: the same answer again', async () => {
    const { owner, pot } = await h.openPot(5_000n)
    await h.give(pot, 5_000)
    const call = { token: await h.tokenOf(owner), key: newKey(), body: {} }
    const first = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, call)
    const again = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, call)
    expect(again.json).toEqual(first.json)
    expect(again.headers['idempotency-replayed']).toBe('true')
  })
})

describe('somebody else', () => {
  it('sees and changes nothing of a pot through the owner’s addresses', async () => {
    const { pot } = await h.openPot()
    const token = await h.tokenOf(await h.owner())
    const path = `/pots/${wirePot(pot)}`
    const calls = [
      ['GET', path, {}],
      ['GET', `${path}/gifts`, {}],
      ['PATCH', path, { body: { title: 'Moi' } }],
      ['POST', `${path}/cancellation`, {}],
      ['POST', `${path}/opening`, {}],
      ['POST', `${path}/pack-purchase`, { key: newKey(), body: {} }],
      ['POST', `${path}/top-up`, { key: newKey(), body: { amount_minor: '1' } }],
      ['POST', `${path}/shortfall-choice`, { body: { choice: 'wait' } }],
    ] as const
    for (const [method, url, options] of calls) {
      expect([url, (await h.t.call(method, url, { ...options, token })).status]).toEqual([url, 404])
      expect([url, (await h.t.call(method, url, options)).status]).toEqual([url, 401])
    }
    const listed = await h.t.call('GET', '/pots', { token })
    expect(listed.json.items).toEqual([])
  })

  it('is shut out by the database as well', async () => {
    const { pot } = await h.openPot()
    await h.give(pot, 1_000)
    const stranger = await h.owner()
    await h.t.asApp(async (client) => {
      await client.query(`begin; set local app.scope = 'own'; set local app.user_id = '${stranger.userId}'`)
      for (const table of ['pot', 'pot_total', 'gift', 'timeline', 'movement', 'refund_request', 'daily_count']) {
        const { rows } = await client.query(`select count(*)::int as n from pots.${table} where owner_id = $1`, [
          pot.owner_id,
        ])
        expect([table, rows[0].n]).toEqual([table, 0])
      }
      await client.query('rollback')
    })
  })
})
