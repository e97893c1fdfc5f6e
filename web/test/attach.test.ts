/** The seam between Fastify and the pages: what a page's API calls carry, and what of the answer reaches the browser. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attachWeb } from '../attach.ts'
import { buildWeb } from '../build.ts'
import type { WebBuild } from '../contract.ts'
import { visitorOf } from '../visitor.ts'

let app: FastifyInstance
let clientDirectory: string
beforeAll(async () => {
  clientDirectory = (await buildWeb()).clientDirectory
}, 240_000)
afterEach(() => app.close())

/** A server with an API of one route, and pages that are the given function. */
async function serve(handle: WebBuild['handle']) {
  app = Fastify({ logger: false, genReqId: () => 'req_test' })
  app.post('/api/echo', async (request, reply) => {
    reply.header('set-cookie', ['session=fresh; Path=/; HttpOnly', 'seen=1'])
    return reply.code(201).send({ body: request.body, headers: request.headers, address: request.ip })
  })
  app.get('/api/me', async (request, reply) => {
    const token = request.headers.authorization?.slice('Bearer '.length)
    if (token === 'ended') return reply.code(401).send({})
    return { id: 'usr_1', roles: ['support'], session: { rotation_due: token === 'old' } }
  })
  app.post('/api/sessions/current/rotation', async (request, reply) => {
    if (request.headers.authorization !== 'Bearer old') return { rotated: false }
    reply.header('set-cookie', 'session=renewed; Path=/; HttpOnly')
    return { rotated: true }
  })
  app.delete('/api/echo', async (_request, reply) => reply.code(204).send())
  await attachWeb(app, {
    product: 'wolo',
    clientDirectory,
    build: async () => ({ handle, readingOf: () => 'fr' }),
    visitorOf: (request) => visitorOf(app, /session=(\w+)/.exec(request.headers.cookie ?? '')?.[1]),
  })
  return app
}

test('an API call carries the visitor’s cookies, address and request id', async () => {
  const server = await serve(async (request, web) => {
    const body = JSON.stringify({ amount_minor: '25000' })
    const call = new Request(new URL('/api/echo', request.url), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
    })
    const answer = await web.fetch(call)
    return Response.json(await answer.json(), { status: answer.status })
  })
  const answer = await server.inject({
    url: '/',
    remoteAddress: '203.0.113.9',
    headers: { cookie: 'session=abc', 'user-agent': 'Phone' },
  })
  expect(answer.statusCode).toBe(201)
  expect(answer.json()).toMatchObject({
    body: { amount_minor: '25000' },
    address: '203.0.113.9',
    headers: { cookie: 'session=abc', 'user-agent': 'Phone', 'x-request-id': 'req_test', 'idempotency-key': 'k1' },
  })
})

test('cookies set by the API reach the browser beside the page’s own', async () => {
  const server = await serve(async (request, web) => {
    await web.fetch(new Request(new URL('/api/echo', request.url), { method: 'POST' }))
    return new Response(null, { status: 303, headers: { location: '/dashboard', 'set-cookie': 'lang=en' } })
  })
  const answer = await server.inject({ method: 'POST', url: '/sign-in' })
  expect(answer.statusCode).toBe(303)
  expect(answer.headers['set-cookie']).toEqual(['lang=en', 'session=fresh; Path=/; HttpOnly', 'seen=1'])
  expect(answer.headers['x-request-id']).toBe('req_test')
})

test('an answer without a body is one', async () => {
  const server = await serve(async (request, web) => {
    const answer = await web.fetch(new Request(new URL('/api/echo', request.url), { method: 'DELETE' }))
    return new Response(`${answer.status} ${await answer.text()}.`)
  })
  expect((await server.inject({ url: '/' })).body).toBe('204 .')
})

test('a page knows who is signed in', async () => {
  const server = await serve(async (_request, web) => Response.json(web.session))
  expect((await server.inject({ url: '/' })).json()).toBe(null)
  expect((await server.inject({ url: '/', headers: { cookie: 'session=ended' } })).json()).toBe(null)
  const answer = await server.inject({ url: '/', headers: { cookie: 'session=abc' } })
  expect(answer.json()).toEqual({ accountId: 'usr_1', roles: ['support'] })
  expect(answer.headers['set-cookie']).toBe(undefined)
})

test('a session due for a new token gets it with the page', async () => {
  const server = await serve(async () => new Response('bye', { headers: { 'set-cookie': 'lang=fr' } }))
  const answer = await server.inject({ url: '/', headers: { cookie: 'session=old' } })
  expect(answer.headers['set-cookie']).toEqual(['lang=fr', 'session=renewed; Path=/; HttpOnly'])
})

test('a cookie that the page causes wins over the renewed one: who signs out stays signed out', async () => {
  const server = await serve(async (request, web) => {
    await web.fetch(new Request(new URL('/api/echo', request.url), { method: 'POST' }))
    return new Response('bye')
  })
  const answer = await server.inject({ method: 'POST', url: '/sign-out', headers: { cookie: 'session=old' } })
  const [renewed, later] = answer.headers['set-cookie'] as string[]
  expect([renewed, later]).toEqual(['session=renewed; Path=/; HttpOnly', 'session=fresh; Path=/; HttpOnly'])
})

test('the form of a page arrives byte for byte', async () => {
  const server = await serve(async (request) => {
    const form = await request.formData()
    const file = form.get('cover') as File
    return Response.json({
      title: form.get('title'),
      name: file.name,
      bytes: [...new Uint8Array(await file.arrayBuffer())],
    })
  })
  const form = new FormData()
  form.set('title', 'Fête à Ngor')
  form.set('cover', new File([new Uint8Array([0, 255, 13, 10])], 'a.png', { type: 'image/png' }))
  const request = new Request('http://x/', { method: 'POST', body: form })
  const answer = await server.inject({
    method: 'POST',
    url: '/pots/new',
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') as string },
  })
  expect(answer.json()).toEqual({ title: 'Fête à Ngor', name: 'a.png', bytes: [0, 255, 13, 10] })
})

test('other routes keep their own body parsers', async () => {
  const server = await serve(async () => new Response('page'))
  const answer = await server.inject({ method: 'POST', url: '/api/echo', payload: { a: 1 } })
  expect(answer.json().body).toEqual({ a: 1 })
})

describe('a form brings', () => {
  const megabytes = (many: number) => new File([new Uint8Array(many * 1024 * 1024)], 'a.jpg', { type: 'image/jpeg' })
  const sent = async (fields: FormData | URLSearchParams, headers: Record<string, string> = {}) => {
    const request = new Request('http://x/', { method: 'POST', body: fields })
    return app.inject({
      method: 'POST',
      url: '/pots/new/cover?step=2',
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { 'content-type': request.headers.get('content-type') as string, ...headers },
    })
  }
  const photo = (many: number) => {
    const form = new FormData()
    form.set('cover_file', megabytes(many))
    return form
  }
  const text = (many: number) => new URLSearchParams({ story: 'x'.repeat(many * 1024) })
  const paths: string[] = []
  beforeEach(async () => {
    paths.length = 0
    await serve(async (request) => {
      paths.push(new URL(request.url).pathname + new URL(request.url).search)
      return new Response(String((await request.arrayBuffer()).byteLength))
    })
  })

  test('a picture of somebody who is signed in', async () => {
    const answer = await sent(photo(8), { cookie: 'session=abc' })
    expect(Number(answer.body)).toBeGreaterThan(8 * 1024 * 1024)
  })

  test('no picture of a stranger, who is asked to sign in before it is read', async () => {
    for (const cookie of ['', 'session=ended']) {
      const answer = await sent(photo(2), { cookie })
      expect(answer.statusCode).toBe(303)
      expect(answer.headers.location).toBe(`/sign-in?next=${encodeURIComponent('/pots/new/cover?step=2')}`)
    }
    expect(paths).toEqual([])
  })

  test('what people type, and no more, whoever sends it; the page says so and leads back', async () => {
    expect((await sent(text(200))).statusCode).toBe(200)
    paths.length = 0
    for (const cookie of ['', 'session=abc']) await sent(text(300), { cookie })
    const back = `/too-large?next=${encodeURIComponent('/pots/new/cover?step=2')}`
    expect(paths).toEqual([back, back])
    paths.length = 0
    await sent(photo(12), { cookie: 'session=abc' })
    expect(paths).toEqual([back])
  })

  test('no more either when it does not say beforehand how much', async () => {
    const origin = await app.listen({ port: 0, host: '127.0.0.1' })
    const parts = new ReadableStream({
      start(controller) {
        for (let part = 0; part < 40; part++) controller.enqueue(new Uint8Array(16 * 1024))
        controller.close()
      },
    })
    const answer = await fetch(`${origin}/p/awa/give`, { method: 'POST', body: parts, duplex: 'half' } as RequestInit)
    expect(await answer.text()).toBe('0')
    expect(paths).toEqual([`/too-large?next=${encodeURIComponent('/p/awa/give')}`])
  })

  test('one look at who sends it, so that a token which is due is renewed once', async () => {
    const answer = await sent(photo(1), { cookie: 'session=old' })
    expect(answer.headers['set-cookie']).toBe('session=renewed; Path=/; HttpOnly')
  })
})
