import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { kernelErrors, refuse } from '../errors.ts'
import { route } from '../http/route.ts'
import { Body } from '../http/schema.ts'
import { defineModule } from '../module.ts'
import { productOf, testProduct, type TestProduct } from '../testing/product.ts'

const finished: string[] = []

const telling = route({
  method: 'POST',
  path: '/tales',
  summary: 'Tells a tale word by word',
  access: 'public',
  streams: true,
  idempotency: 'none',
  body: Body({ words: Type.Array(Type.String()), name: Type.Optional(Type.String()) }),
  response: { 201: Type.Object({ words: Type.Integer(), told: Type.String() }) },
  async *handle({ body }) {
    if (body.words.length === 0) refuse(kernelErrors.not_found)
    for (const word of body.words) {
      if (word === 'refuse') refuse(kernelErrors.forbidden)
      if (word === 'break') throw new Error('a bug')
      if (word === 'wait') await sleep(300)
      yield word
    }
    finished.push(body.name ?? '')
    // A bigint, as rows have.
    return { words: body.words.length, told: 12n }
  },
})

let t: TestProduct
let address: string
beforeAll(async () => {
  const tales = defineModule({ name: 'tales', folder: import.meta.dirname, routes: [telling], placement: {} })
  t = await testProduct(productOf([tales]))
  address = await t.app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => t.close())

const events = { accept: 'text/event-stream' }
const tell = (words: string[], headers?: Record<string, string>) =>
  t.call('POST', '/tales', { body: { words }, ...(headers ? { headers } : {}) })

test('text comes piece by piece as events, then the body of the answer', async () => {
  const { status, headers, text } = await tell(['once', 'upon\n"a'], events)
  expect(status).toBe(201)
  expect(headers['content-type']).toBe('text/event-stream; charset=utf-8')
  expect(headers['cache-control']).toBe('no-store')
  expect(text).toBe(
    'event: text\ndata: {"text":"once"}\n\nevent: text\ndata: {"text":"upon\\n\\"a"}\n\nevent: done\ndata: {"words":2,"told":"12"}\n\n',
  )
})

test('who does not accept events gets the body alone', async () => {
  const { status, headers, json } = await tell(['once', 'upon'])
  expect([status, json]).toEqual([201, { words: 2, told: '12' }])
  expect(headers['content-type']).toContain('application/json')
})

test('what is refused before the first text is a refusal like any other, and so is a body that is not valid', async () => {
  for (const headers of [undefined, events]) {
    const { status, json } = await tell([], headers)
    expect([status, json.code]).toEqual([404, 'kernel.not_found'])
  }
  expect((await t.call('POST', '/tales', { body: { words: 'no' }, headers: events })).status).toBe(422)
})

test('what goes wrong in the middle ends the events with a problem', async () => {
  const refused = await tell(['once', 'refuse'], events)
  expect(refused.text).toMatch(/event: text\n.*\n\nevent: problem\ndata: \{.*"code":"kernel.forbidden".*\}\n\n$/s)
  const broken = await tell(['once', 'break'], events)
  expect(broken.text).toContain('"code":"kernel.internal"')
  expect(broken.text).not.toContain('a bug')
  expect((await tell(['once', 'refuse'])).status).toBe(403)
})

test('pieces are sent while the rest is made, and what was begun ends although the caller is gone', async () => {
  const body = JSON.stringify({ words: ['once', 'wait', 'upon'], name: 'gone' })
  const first = await new Promise<string>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...events }
    const sent = request(`${address}/api/tales`, { method: 'POST', headers }, (answer) => {
      answer.once('data', (piece: Buffer) => {
        resolve(piece.toString())
        sent.destroy()
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
  expect(first).toBe('event: text\ndata: {"text":"once"}\n\n')
  expect(finished).not.toContain('gone')
  await expect.poll(() => finished).toContain('gone')
})

test('a stop waits for the answers that are being made', async () => {
  const u = await testProduct(t.product)
  const where = await u.app.listen({ port: 0, host: '127.0.0.1' })
  const answer = await fetch(`${where}/api/tales`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...events },
    body: JSON.stringify({ words: ['once', 'wait'], name: 'stopped' }),
  })
  await Promise.all([answer.text(), u.close()])
  expect(finished).toContain('stopped')
})
