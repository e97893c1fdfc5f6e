/** Pages kept as ready bytes: how long, how many, and what makes them go. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import { keepPages, type KeptPages, type Rendered } from '../kept-pages.ts'

const KEY = 'fr http://wolo.test/p/awa'
let now: Date
let pages: KeptPages

const concerns = (topic: string, other: string) => topic === other || topic.startsWith(`${other}:`)
const rendered = (text: string, ...topics: string[]): Rendered => ({
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(text),
  counted: true,
  topics,
})
const textOf = async (page: { bytes: KeptPagesBytes } | undefined) => (await page?.bytes('identity'))?.body.toString()
type KeptPagesBytes = NonNullable<ReturnType<KeptPages['find']>>['bytes']
const open = (more: { maxAgeMs?: number; bytesMax?: number } = {}) => {
  const made = keepPages({ now: () => now, timeZone: 'Africa/Dakar', concerns, ...more })
  made.resume()
  return made
}

beforeEach(() => {
  now = new Date('2026-03-02T10:00:00Z')
  pages = open()
})

test('what was made once is found again, in every encoding', async () => {
  const long = 'Bon anniversaire ! '.repeat(200)
  await pages.make(KEY, async () => rendered(long, 'pots:awa'))
  const kept = pages.find(KEY)!
  expect(await textOf(kept)).toBe(long)
  const [zipped, brotli] = [await kept.bytes('gzip'), await kept.bytes('br')]
  expect(gunzipSync(zipped.body).toString()).toBe(long)
  expect(brotliDecompressSync(brotli.body).toString()).toBe(long)
  expect(pages.size).toEqual({ pages: 1, bytes: long.length + zipped.body.length + brotli.body.length })
})

test('a page goes when what it depends on changes, and no other', async () => {
  await pages.make('awa', async () => rendered('awa', 'pots:awa'))
  await pages.make('modou', async () => rendered('modou', 'pots:modou'))
  await pages.make('list', async () => rendered('list', 'pots'))
  pages.forget(['pots:awa'])
  expect([pages.find('awa'), pages.find('list')]).toEqual([undefined, undefined])
  expect(await textOf(pages.find('modou'))).toBe('modou')
})

test('a page that was read before a change and ready after it is not kept', async () => {
  let finish = (_page: Rendered) => {}
  const made = pages.make(KEY, () => new Promise((done) => (finish = done)))
  pages.forget(['pots:awa'])
  finish(rendered('before the gift', 'pots:awa'))
  expect(await textOf(await made)).toBe('before the gift')
  expect(pages.find(KEY)).toBe(undefined)
})

describe('many who ask at once', () => {
  let renders: number
  let finish: (() => void)[]
  const render = async () => {
    renders += 1
    const text = `page ${renders}`
    await new Promise<void>((done) => finish.push(done))
    return rendered(text, 'pots:awa')
  }
  beforeEach(async () => {
    renders = 0
    finish = []
    const first = pages.make(KEY, render)
    finish.shift()!()
    await first
    pages.forget(['pots:awa'])
  })

  test('share one rendering of a page that was kept before', async () => {
    const all = Promise.all(Array.from({ length: 10 }, () => pages.make(KEY, render)))
    finish.forEach((done) => done())
    expect(new Set(await Promise.all((await all).map(textOf)))).toEqual(new Set(['page 2']))
    expect(renders).toBe(2)
  })

  test('after a change nobody waits for what was begun before it', async () => {
    const before = pages.make(KEY, render)
    pages.forget(['pots:awa'])
    const after = pages.make(KEY, render)
    finish.forEach((done) => done())
    expect(await textOf(await before)).toBe('page 2')
    expect(await textOf(await after)).toBe('page 3')
    expect(await textOf(pages.find(KEY))).toBe('page 3')
  })

  test('a rendering that fails fails for those who waited, and the next one is tried anew', async () => {
    const both = [1, 2].map(() =>
      pages.make(KEY, async () => {
        throw new Error('the database is away')
      }),
    )
    for (const one of both) await expect(one).rejects.toThrow('the database is away')
    const next = pages.make(KEY, render)
    finish.forEach((done) => done())
    expect(await textOf(await next)).toBe('page 2')
  })
})

test('a page is kept for some seconds at most', async () => {
  await pages.make(KEY, async () => rendered('old', 'pots:awa'))
  now = new Date(now.getTime() + 9_999)
  expect(await textOf(pages.find(KEY))).toBe('old')
  now = new Date(now.getTime() + 1)
  expect(pages.find(KEY)).toBe(undefined)
})

test('no page outlives its civil day', async () => {
  now = new Date('2026-03-02T23:59:58Z')
  await pages.make(KEY, async () => rendered('20 days left', 'pots:awa'))
  expect(await textOf(pages.find(KEY))).toBe('20 days left')
  now = new Date('2026-03-03T00:00:00Z')
  expect(pages.find(KEY)).toBe(undefined)
})

test.each([
  ['forward', 24],
  ['back', -24],
])('a clock that is moved %s makes pages old', async (_way, hours) => {
  await pages.make(KEY, async () => rendered('today', 'pots:awa'))
  now = new Date(now.getTime() + hours * 3_600_000)
  expect(pages.find(KEY)).toBe(undefined)
})

test('while changes cannot be heard nothing is kept, and what was kept is forgotten', async () => {
  await pages.make(KEY, async () => rendered('before', 'pots:awa'))
  let finish = (_page: Rendered) => {}
  const under = pages.make('other', () => new Promise((done) => (finish = done)))
  pages.pause()
  expect(pages.find(KEY)).toBe(undefined)
  expect(await textOf(await pages.make(KEY, async () => rendered('meanwhile', 'pots:awa')))).toBe('meanwhile')
  pages.resume()
  finish(rendered('begun before', 'pots:awa'))
  await under
  expect([pages.find(KEY), pages.find('other')]).toEqual([undefined, undefined])
  await pages.make(KEY, async () => rendered('after', 'pots:awa'))
  expect(await textOf(pages.find(KEY))).toBe('after')
})

test('what is kept stays within its bytes; what was asked for longest ago goes first', async () => {
  pages = open({ bytesMax: 10_000 })
  for (const name of ['a', 'b', 'c']) await pages.make(name, async () => rendered(name.repeat(3000), 'pots'))
  pages.find('a')
  await pages.make('d', async () => rendered('d'.repeat(3000), 'pots'))
  expect(['a', 'b', 'c', 'd'].filter((name) => pages.find(name))).toEqual(['a', 'c', 'd'])
  expect(pages.size.bytes).toBe(9000)
  await pages.make('e', async () => rendered('e'.repeat(20_000), 'pots'))
  expect(pages.size).toEqual({ pages: 0, bytes: 0 })
})

test('a page that is not to be kept is given back to whoever made it', async () => {
  expect(await pages.make(KEY, async () => undefined)).toBe(undefined)
  expect(pages.find(KEY)).toBe(undefined)
})
