/** The built pages on a real server: what a browser without JavaScript gets, in both languages, and what it must not get. */
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
  server.get('/api/pots/rules', async () => ({ opens_days_before: 30 }))
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

test('a plain page carries no script and no inline style, and its policy allows neither', async () => {
  const response = await get('/')
  const html = await response.text()
  expect(html).not.toContain('<script')
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

test('a form larger than the limit is refused', async () => {
  development = true
  expect((await post('/design', { name: 'x'.repeat(9 * 1024 * 1024) })).status).toBe(413)
})

test('islands are files of their own', async () => {
  development = true
  const html = await (await get('/design')).text()
  const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)
  expect(scripts).toHaveLength(2)
  for (const tag of scripts) {
    const source = /src="([^"]+)"/.exec(tag)?.[1]
    expect(source).toMatch(/^\/assets\//)
    expect((await get(source as string)).headers.get('content-type')).toContain('javascript')
  }
})
