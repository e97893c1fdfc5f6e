// All gifts of a pot, page by page: the same ones the public page shows, each once, and nothing that the page keeps back.
import { Value } from 'typebox/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Page } from '../../../kernel/http/schema.ts'
import { giftId, refundRequestId } from '../ids.ts'
import { ShownGift } from '../public-routes.ts'
import { decideRefund, requestGiftRefund } from '../refunds.ts'
import { seenOfGift } from '../rules.ts'
import { family, house, wirePot, type Given, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

type Shown = Record<'name' | 'message' | 'amount_minor', string | null> & { anonymous: boolean; at: string }

const ask = (pot: { slug: string }, query = '') => h.t.call('GET', `/p/${pot.slug}/gifts${query}`)

/** Every page to the end; `between` happens each time before the next is asked for. */
async function leafThrough(pot: { slug: string }, limit: number, between = async () => {}): Promise<Shown[][]> {
  const pages: Shown[][] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { status, json } = await ask(pot, `?limit=${limit}${cursor && `&cursor=${cursor}`}`)
    expect(status).toBe(200)
    expect([...Value.Errors(Page(ShownGift), json)]).toEqual([])
    pages.push(json.items)
    cursor = json.next_cursor
    // A list that never ends is said to, instead of being read for ever.
    expect(pages.length).toBeLessThan(30)
    await between()
  }
  return pages
}

/** `count` gifts, named in turn; two at each instant, so that time alone does not tell them apart. */
async function giveMany(pot: { slug: string }, count: number): Promise<Given[]> {
  const given: Given[] = []
  for (let i = 0; i < count; i++) {
    if (i % 2 === 0) h.advance({ seconds: 1 })
    given.push(await h.give(pot, 1_000 + i, { donor_name: `Donor ${i}`, message: `Message ${i}` }))
  }
  return given
}

async function refund(given: Given): Promise<void> {
  const [maker, checker] = [await h.staff('pots.refund.request'), await h.staff('pots.refund.approve')]
  await h.t.tx(async (tx) => {
    const asking = { reason: 'user_request', note: 'Asked by phone' } as const
    const asked = await requestGiftRefund(h.t.ctx(maker.actor), tx, giftId.parse(given.gift_id), asking)
    const decision = { approved: true, note: 'As agreed' }
    await decideRefund(h.t.ctx(checker.actor), tx, refundRequestId.of(asked.id), decision)
  })
  await h.settle()
}

describe('leafing through', () => {
  it('goes on where the public page ends, and starts with what it shows', async () => {
    const { pot } = await h.openPot(100_000n)
    await giveMany(pot, 22)
    const { gifts, gift_count } = await h.page(pot)
    const pages = await leafThrough(pot, 20)
    expect(pages.map((page) => page.length)).toEqual([20, 2])
    expect(pages[0]).toEqual(gifts)
    const names = new Set(pages.flat().map(({ name }) => name))
    expect([names.size, gift_count]).toEqual([22, 22])
    expect(pages[1]!.map(({ message }) => message).toSorted()).toEqual(['Message 0', 'Message 1'])
  })

  it('shows each gift once, however the pages are cut and while others arrive', async () => {
    const { pot } = await h.openPot(100_000n)
    await giveMany(pot, 7)
    const all = (await ask(pot)).json.items
    expect(all).toHaveLength(7)
    for (const limit of [1, 2, 3, 6, 7]) {
      const pages = await leafThrough(pot, limit)
      expect(pages.flat()).toEqual(all)
      // No last page without anything on it.
      expect(pages).toHaveLength(Math.ceil(7 / limit))
    }
    const meanwhile = await leafThrough(pot, 3, async () => void (await h.give(pot, 500, { donor_name: 'Later' })))
    expect(meanwhile.flat()).toEqual(all)
    expect((await ask(pot)).json.items).toHaveLength(10)
  })

  it('costs one statement a page, and says whose pot it shows to our own pages alone', async () => {
    const { pot } = await h.openPot()
    await giveMany(pot, 3)
    const { next_cursor } = (await ask(pot, '?limit=2')).json
    for (const query of ['', `?limit=2&cursor=${next_cursor}`])
      expect(await h.t.costs(async () => expect((await ask(pot, query)).status).toBe(200))).toBe(1)
    const [page, list] = await Promise.all(
      ['', '/gifts'].map((end) => h.t.app.inject({ url: `/api/p/${pot.slug}${end}` })),
    )
    expect(list!.headers['cache-tag']).toMatch(/^pots:[0-9a-f]{20}$/)
    expect(list!.headers['cache-tag']).toBe(page!.headers['cache-tag'])
    const outside = await fetch(new URL(`/api/p/${pot.slug}/gifts`, h.t.app.listeningOrigin))
    expect([outside.status, outside.headers.get('cache-tag')]).toEqual([200, null])
  })

  it('refuses a cursor that is none of ours, and one page of everything', async () => {
    const { pot } = await h.openPot()
    const forged = Buffer.from(JSON.stringify(['yesterday', 'nobody'])).toString('base64url')
    for (const query of ['?cursor=forged', `?cursor=${forged}`, '?limit=101', '?limit=0'])
      expect([query, (await ask(pot, query)).json.code]).toEqual([query, 'kernel.invalid_input'])
  })

  it('does not go on with another pot’s gifts', async () => {
    const [one, other] = [await h.openPot(100_000n), await h.openPot(100_000n)]
    await giveMany(one.pot, 2)
    await giveMany(other.pot, 2)
    const { next_cursor } = (await ask(other.pot, '?limit=1')).json
    const { items } = (await ask(one.pot, `?cursor=${next_cursor}`)).json
    const own = (await ask(one.pot)).json.items
    for (const gift of items) expect(own).toContainEqual(gift)
  })
})

describe('what is kept back', () => {
  it('is of every gift exactly what the rules say, whatever the owner and the donor chose', async () => {
    const { owner, pot } = await h.openPot(100_000n)
    const gifts = [true, false].flatMap((is_anonymous) =>
      [true, false].map((show_amount) => ({ is_anonymous, show_amount })),
    )
    for (const [i, gift] of gifts.entries()) {
      h.advance({ seconds: 1 })
      await h.give(pot, 1_000 + i, { ...gift, donor_name: `Donor ${i}`, message: `Message ${i}` })
    }
    const token = await h.tokenOf(owner)
    for (const visibility of ['public', 'link', 'private'] as const)
      for (const show_names of [true, false])
        for (const allow_messages of [true, false]) {
          const settings = { visibility, show_names, allow_messages }
          expect((await h.t.call('PATCH', `/pots/${wirePot(pot)}`, { token, body: settings })).status).toBe(200)
          const expected = gifts
            .map((gift, i) => ({ i, gift, seen: seenOfGift('public', gift, settings) }))
            .filter(({ seen }) => seen.gift)
            .map(({ i, gift, seen }) => ({
              name: seen.name ? `Donor ${i}` : null,
              anonymous: gift.is_anonymous,
              amount_minor: seen.amount ? String(1_000 + i) : null,
              message: seen.message ? `Message ${i}` : null,
            }))
            .reverse()
          // The page, which has the newest, and the list, in several pages: one must not show what the other keeps back.
          for (const listed of [(await h.page(pot)).gifts, (await leafThrough(pot, 3)).flat()]) {
            const shown = listed.map(({ at: _at, ...gift }: Record<string, unknown>) => gift)
            expect([settings, shown]).toEqual([settings, expected])
          }
          // Also for the owner: who sees more, sees it elsewhere.
          const signedIn = await h.t.call('GET', `/p/${pot.slug}/gifts`, { token })
          expect(signedIn.json).toEqual((await ask(pot)).json)
        }
  })

  it('is what is not paid yet, and what went back', async () => {
    const { pot } = await h.openPot(100_000n)
    const [kept, returned] = await giveMany(pot, 2)
    await h.start(pot, 4_000, { donor_name: 'Unpaid' })
    expect((await ask(pot)).json.items).toHaveLength(2)
    await refund(returned!)
    expect([await h.statusOf(kept!), await h.statusOf(returned!)]).toEqual(['received', 'refunded'])
    expect((await ask(pot)).json.items).toMatchObject([{ name: 'Donor 0' }])
  })

  it('stays back when the pot turns private between two pages', async () => {
    const { owner, pot } = await h.openPot(100_000n)
    await giveMany(pot, 3)
    const { next_cursor } = (await ask(pot, '?limit=1')).json
    const token = await h.tokenOf(owner)
    await h.t.call('PATCH', `/pots/${wirePot(pot)}`, { token, body: { visibility: 'private' } })
    expect((await ask(pot, `?cursor=${next_cursor}`)).json).toEqual({ items: [], next_cursor: null })
  })
})

describe('a pot', () => {
  it('without gifts has an empty list, and one that is over keeps its own', async () => {
    const { pot } = await h.openPot(5_000n)
    expect((await ask(pot)).json).toEqual({ items: [], next_cursor: null })
    const { owner, pot: bought } = await h.openPot(5_000n)
    await h.give(bought, 6_000, { message: 'Bon anniversaire' })
    const paid = await h.t.call('POST', `/pots/${wirePot(bought)}/pack-purchase`, {
      token: owner.token,
      key: `buy-${bought.slug}`,
      body: {},
    })
    expect(paid.status).toBeLessThan(300)
    expect((await h.page(bought)).status).toBe('closed')
    expect((await ask(bought)).json.items).toMatchObject([{ message: 'Bon anniversaire' }])
  })

  it('that nobody has, that was given up, or that waits for a guardian is not there', async () => {
    expect((await ask({ slug: 'awa-23456789ab' })).status).toBe(404)
    expect((await ask({ slug: 'NOT%20A%20SLUG' })).status).toBe(422)
    const owner = await h.owner(Temporal.PlainDate.from('1990-09-01'))
    const given = await h.pot(owner, { target_minor: 20_000n })
    expect((await ask(given)).json).toEqual({ items: [], next_cursor: null })
    await h.t.call('POST', `/pots/${wirePot(given)}/cancellation`, { token: await h.tokenOf(owner) })
    expect((await ask(given)).status).toBe(404)
    const { child } = await family(h)
    expect((await ask(await h.pot(child, { target_minor: 20_000n }))).status).toBe(404)
  })
})
