/** The page that presents what `npm start` serves. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveStartPage } from '../start-page.ts'

let page: Awaited<ReturnType<typeof serveStartPage>>

beforeAll(async () => {
  page = await serveStartPage({ host: '127.0.0.1', port: 0 }, [
    {
      name: 'wolo',
      url: 'http://127.0.0.1:4001',
      brand: { name: 'Wolo', tagline: { fr: 'Ensemble <3', en: 'Together' } },
      locales: ['fr-SN', 'en'],
      pages: true,
      accounts: [
        { who: 'Awa, "owner"', signIn: '+221770000000' },
        { who: 'Salma', signIn: 'salma10', pin: '482519' },
      ],
    },
    {
      name: 'another',
      url: 'http://127.0.0.1:4003',
      brand: { name: 'Another', tagline: {} },
      locales: ['en'],
      pages: false,
      accounts: [],
    },
  ])
})

afterAll(() => page.close())

test('each product is there with its address, its words in both languages and who to sign in as', async () => {
  const answer = await fetch(page.url)
  const html = await answer.text()
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).toContain('href="http://127.0.0.1:4001/dev/outbox"')
  expect(html).toContain('<p lang="fr" dir="auto">Ensemble &#60;3</p>')
  expect(html).toContain('Together')
  expect(html).toContain('Awa, &#34;owner&#34;')
  expect(html).toContain('+221770000000</td>')
  expect(html).toContain('salma10, PIN 482519</td>')
})

test('a product without pages is presented by its API', async () => {
  const html = await (await fetch(page.url)).text()
  expect(html).toContain('class="open" href="http://127.0.0.1:4003/docs"')
  expect(html).toContain('href="http://127.0.0.1:4003/api/dev/outbox"')
  expect(html).not.toContain('4003/staff')
})

test('a product has its picture when there is one', async () => {
  expect((await fetch(`${page.url}/wolo.svg`)).headers.get('content-type')).toBe('image/svg+xml')
  expect((await fetch(`${page.url}/another.svg`)).status).toBe(404)
  expect(await (await fetch(page.url)).text()).not.toContain('/another.svg')
})

test('nothing else is served, and nothing is taken', async () => {
  expect((await fetch(`${page.url}/../package.json`)).status).toBe(404)
  expect((await fetch(page.url, { method: 'POST', body: 'x' })).status).toBe(405)
})

test('a port that is taken is refused', async () => {
  const port = Number(new URL(page.url).port)
  await expect(serveStartPage({ host: '127.0.0.1', port }, [])).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
