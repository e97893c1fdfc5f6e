/** The built pages on a real server: what a browser without JavaScript gets, in both languages, and what it must not get. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'

let app: FastifyInstance
let origin: string
let development = false
const logged: string[] = []

beforeAll(async () => {
  const { build, clientDirectory } = await buildWeb()
  app = await serverOf({ build, clientDirectory })
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
}, 60_000)

async function serverOf(web: Pick<Awaited<ReturnType<typeof buildWeb>>, 'build' | 'clientDirectory'>) {
  const server = Fastify({
    genReqId: () => 'req_test',
    logger: { level: 'error', stream: { write: (line: string) => void logged.push(line) } },
  })
  server.get('/api/pots/rules', async () => ({
    opens_days_before: 30,
    shortfall_days: 14,
    late_money_days: 14,
    unverified_refund_days: 90,
  }))
  server.get('/api/packs', async () => ({ items: [], next_cursor: null }))
  server.get('/api/p', async () => ({ items: [{ slug: 'awa-1' }], next_cursor: null }))
  server.get('/api/p/:slug', async (_request, reply) => {
    reply.code(429).header('retry-after', '125').type('application/problem+json')
    return { title: 'kernel.too_many', code: 'kernel.too_many', detail: 'Trop.', retry: 'later', request_id: 'r' }
  })
  await attachWeb(server, {
    ...web,
    product: 'wolo',
    get development() {
      return development
    },
    formOrigins: ['https://pay.example'],
  })
  return server
}

afterAll(() => app.close())

function get(path: string, headers: Record<string, string> = {}) {
  return fetch(origin + path, { headers, redirect: 'manual' })
}

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' })
}

test('the home page speaks French unless asked otherwise', async () => {
  const response = await get('/')
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(response.headers.get('content-language')).toBe('fr')
  expect(html).toMatch(/^<!DOCTYPE html><html lang="fr" dir="ltr" data-product="wolo">/)
  expect(html).toContain('Un anniversaire, ça se fête à plusieurs.')
  expect(html).toContain('30 jours avant')
})

test('the language follows the address, then the cookie, then the browser', async () => {
  const english = 'A birthday is better when everyone chips in.'
  expect(await (await get('/', { 'accept-language': 'en-GB,en;q=0.9,fr;q=0.1' })).text()).toContain(english)
  expect(await (await get('/', { 'accept-language': 'fr', cookie: 'a=b; lang=en' })).text()).toContain(english)
  const chosen = await get('/?lang=en', { 'accept-language': 'fr', cookie: 'lang=fr' })
  expect(await chosen.text()).toContain(english)
  expect(chosen.headers.getSetCookie()).toEqual([expect.stringContaining('lang=en; Path=/')])
  expect((await get('/?lang=xx')).headers.getSetCookie()).toEqual([])
})

test('a plain page carries no script of its own and no inline style, and its policy allows neither', async () => {
  const response = await get('/')
  const html = await response.text()
  // The one file keeps a page for lost networks.
  expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/src="\/assets\/offline-[\w-]+\.js"/)])
  expect(html).not.toContain('modulepreload')
  expect(html).not.toMatch(/<style|\sstyle="/)
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("style-src 'self';")
  expect(policy).toContain("form-action 'self' https://pay.example")
  expect(policy).not.toContain('unsafe')
})

test('every file a page names is there and may be kept for a year', async () => {
  const html = await (await get('/')).text()
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1] as string)
  expect(files.length).toBeGreaterThanOrEqual(3)
  for (const file of files) {
    const response = await get(file)
    expect(response.status, file).toBe(200)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  }
})

test('an unknown address is a 404 page in the visitor’s language', async () => {
  const response = await get('/nothing/here', { 'accept-language': 'en' })
  expect(response.status).toBe(404)
  expect(await response.text()).toContain('This page does not exist')
  expect((await get('/assets/nothing.js')).status).toBe(404)
  expect((await post('/', { a: 'b' })).status).toBe(405)
})

test.each([
  [403, 'Cette page n’est pas pour vous'],
  [410, 'Ce lien a expiré'],
  [429, 'Doucement'],
  [503, 'Nous revenons tout de suite'],
])('status %i has its own page', async (status, sentence) => {
  development = true
  const response = await get(`/design?status=${status}`)
  expect(response.status).toBe(status)
  expect(await response.text()).toContain(sentence)
})

test('a bug ends as a page with the number for support; its text goes to the log only', async () => {
  development = true
  logged.length = 0
  const response = await get('/design?status=crash')
  const html = await response.text()
  expect(response.status).toBe(500)
  expect(html).toContain('Un souci de notre côté')
  expect(html).toContain('req_test')
  expect(html).not.toContain('to be looked at')
  expect(logged.join()).toContain('A bug, to be looked at')
  expect(logged.join()).toContain('"request_id":"req_test"')
})

test('HEAD answers like GET without a body', async () => {
  const response = await fetch(origin + '/', { method: 'HEAD' })
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('')
})

test('odd addresses and hosts never become another site', async () => {
  expect((await app.inject({ url: '//evil.example/x' })).statusCode).toBe(404)
  expect((await app.inject({ url: '/%' })).statusCode).toBeLessThan(500)
  expect((await app.inject({ url: '/', headers: { host: 'a b' } })).statusCode).toBe(400)
})

test('development pages exist only in development', async () => {
  development = false
  expect((await get('/design')).status).toBe(404)
  expect((await post('/design', { name: 'Awa' })).status).toBe(404)
  development = true
  expect((await get('/design')).status).toBe(200)
})

test('a refused form comes back with its error and everything that was typed', async () => {
  development = true
  const response = await post('/design', { name: '', phone: '77 000 11 22', preset: '25000', anonymous: 'on' })
  const html = await response.text()
  expect(response.status).toBe(422)
  expect(html).toContain('Please fill this in.')
  expect(html).toMatch(/<input[^>]*aria-invalid="true"[^>]*>/)
  expect(html).toContain('value="77 000 11 22"')
  expect(html).toMatch(/<input[^>]*(checked=""[^>]*value="25000"|value="25000"[^>]*checked="")/)
  expect(html).toContain('Vérifiez les champs')
})

test('an accepted form leads on with 303', async () => {
  development = true
  const response = await post('/design', { name: 'Awa' })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/design?done=Awa')
})

test('a form sent from another site is refused', async () => {
  development = true
  const response = await post('/design', { name: 'Awa' }, { origin: 'https://evil.example' })
  expect(response.status).toBe(400)
})

test('a form larger than the limit is refused by a page that leads back', async () => {
  development = true
  const answer = await post('/design', { name: 'x'.repeat(300 * 1024) })
  expect(answer.status).toBe(413)
  const html = await answer.text()
  expect(html).toContain('Rien n’a été enregistré')
  expect(html).toContain('href="/design"')
})

test('islands are files of their own', async () => {
  development = true
  const html = await (await get('/design')).text()
  const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  // Each form names what it needs; a module runs once however often it is named.
  const names = new Set(scripts.map((tag) => /assets\/([a-z]+)-/.exec(tag)?.[1]))
  expect([...names].toSorted()).toEqual(['live', 'offline', 'sending', 'share'])
  for (const tag of scripts) {
    const source = /src="([^"]+)"/.exec(tag)?.[1]
    expect(source).toMatch(/^\/assets\//)
    expect((await get(source as string)).headers.get('content-type')).toContain('javascript')
  }
})

test('who asked too often learns when to try again', async () => {
  const response = await get('/p/awa-1')
  expect(response.status).toBe(429)
  expect(await response.text()).toContain('Réessayez dans 3 minutes')
})

test('a page travels in the encoding a browser accepts, and is the same page', async () => {
  const plain = await get('/', { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  const whole = (await plain.text()).length
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
  ] as const) {
    const answer = await app.inject({ url: '/', headers: { 'accept-encoding': accepted } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['vary']).toContain('Accept-Encoding')
    expect(answer.rawPayload.length).toBeLessThan(whole / 3)
    const read = encoding === 'br' ? brotliDecompressSync : gunzipSync
    expect(read(answer.rawPayload).toString()).toContain('Un anniversaire, ça se fête à plusieurs.')
  }
})

test('built files are compressed before anybody asks', async () => {
  const html = await (await get('/')).text()
  const stylesheet = /href="(\/assets\/styles-[^"]+\.css)"/.exec(html)?.[1] ?? ''
  const answer = await app.inject({ url: stylesheet, headers: { 'accept-encoding': 'br' } })
  expect(answer.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(answer.rawPayload).toString()).toContain('--canvas')
})

test('the service worker answers for the whole site, keeps one page for each language and app, and may be replaced at once', async () => {
  const response = await get('/service-worker.js')
  expect(response.headers.get('content-type')).toContain('javascript')
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  const script = await response.text()
  const kept = JSON.parse(/OFFLINE = (.*)/.exec(script)?.[1] ?? '') as { files: string[]; pages: [string, object][] }
  const worker = /importScripts\("([^"]+)"\)/.exec(script)?.[1] ?? ''
  for (const file of [...kept.files, worker]) expect((await get(file)).status, file).toBe(200)
  // A classic script: an import or export would stop it.
  expect(await (await get(worker)).text()).not.toMatch(/^(?:import|export)\b|;export\{/m)
  expect(kept.pages.map(([prefix]) => prefix)).toEqual(['/partner', '/'])
  for (const address of kept.pages.flatMap(([, byLanguage]) => Object.values(byLanguage) as string[])) {
    const html = await (await get(address)).text()
    expect(html).toContain(address.includes('lang=en') ? 'No network' : 'Pas de réseau')
    expect(html.includes('voucher') || html.includes('bon ne peut')).toBe(address.includes('for=partner'))
    // Kept on phones for long: everything it is made of is kept too.
    for (const [, file = ''] of html.matchAll(/(?:src|rel="stylesheet" href)="(\/assets\/[^"]+)"/g))
      expect(kept.files).toContain(file)
  }
})

test('search engines find the public pages in both languages, and are kept out of what is one person’s', async () => {
  const robots = await (await get('/robots.txt')).text()
  expect(robots).toContain('Disallow: /g/')
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`)
  const sitemap = await (await get('/sitemap.xml')).text()
  expect(sitemap).toContain(`<loc>${origin}/p/awa-1</loc>`)
  expect(sitemap).toContain(`hreflang="en" href="${origin}/p/awa-1?lang=en"`)
  const home = await (await get('/')).text()
  expect(home).toContain(`<link rel="alternate" hrefLang="fr" href="${origin}/?lang=fr"/>`)
})

test('whoever asks for the old kind of icon gets one', async () => {
  const asked = await get('/favicon.ico')
  expect(asked.status).toBe(301)
  expect((await get(asked.headers.get('location') ?? '')).status).toBe(200)
})

test('the design page shows each theme of each product', async () => {
  development = true
  const css = await (await get('/design/themes.css')).text()
  for (const product of ['wolo', 'tutor'])
    for (const theme of ['light', 'dark'])
      expect(css).toMatch(new RegExp(`\\[data-product='${product}'\\]\\[data-theme='${theme}'\\] \\{[^}]*--canvas`))
  development = false
  expect((await get('/design/themes.css')).status).toBe(404)
})
