// What our own pages read of a pot without a request: the same as the API answers, or nothing.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { house, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

const read = (address: string, headers: Record<string, string> = {}) => {
  const [path = '', query = ''] = `/api${address}`.split('?')
  return h.t.readDirectly({ id: 'page-1', ip: '127.0.0.1', headers, path, query: new URLSearchParams(query) })
}

it('is the answer of the API to the letter, with what it depends on and how it may be kept', async () => {
  const { pot } = await h.openPot()
  const gift = await h.give(pot, 6_000)
  for (const address of [`/p/${pot.slug}`, `/p/${pot.slug}/progress`, `/gifts/${gift.gift_id}?secret=${gift.secret}`]) {
    const asked = await h.t.call('GET', address)
    const direct = await read(address)
    expect(direct?.text).toBe(asked.text)
    for (const name of ['content-type', 'cache-tag', 'cache-control'])
      expect([name, direct?.headers[name]]).toEqual([name, asked.headers[name]])
  }
})

it('follows what changes, and is counted among the requests', async () => {
  const { pot } = await h.openPot()
  const raised = async () => (JSON.parse((await read(`/p/${pot.slug}`))!.text) as { raised_minor: string }).raised_minor
  expect(await raised()).toBe('0')
  await h.give(pot, 2_500)
  expect(await raised()).toBe('2500')
  const metrics = await h.t.app.inject({ url: '/metrics' })
  expect(metrics.body).toMatch(/_count\{[^}]*route="\/api\/p\/:slug"[^}]*\} [1-9]/)
})

it('is nothing where only a request is answered: refusals, other addresses, sessions, sums that need a serializer', async () => {
  const { pot } = await h.openPot()
  const gift = await h.give(pot, 6_000)
  const addresses = [
    '/p/nobody-0000000000',
    '/p/NOT%20A%20SLUG',
    '/p/%E0%A4%A',
    `/p/${pot.slug}/`,
    `/gifts/${gift.gift_id}`,
    `/gifts/${gift.gift_id}?secret=${'0'.repeat(32)}`,
    `/gifts/gif_nonsense?secret=${gift.secret}`,
    '/p',
    '/pots/rules',
    '/me',
    '/nowhere',
  ]
  for (const address of addresses) expect([address, await read(address)]).toEqual([address, undefined])
})
