/** A behaviour finds the whole page, however slowly the page comes: its own file is often kept and there at once. */
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import Fastify, { type FastifyInstance } from 'fastify'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Phones } from '../../test/e2e/phones.ts'
import { withPhones } from '../../test/e2e/with-phones.ts'
import { Island } from '../app/ui/island.tsx'

await withPhones('a page that comes slowly', islands)

function islands(phones: Phones): void {
  let app: FastifyInstance
  let origin: string

  beforeAll(async () => {
    app = Fastify()
    app.get('/found.js', (_request, reply) =>
      reply
        .type('text/javascript')
        .send(`document.title = 'found ' + document.querySelectorAll('[data-place]').length`),
    )
    app.get('/', (_request, reply) => {
      const island = renderToStaticMarkup(createElement(Island, { src: '/found.js' }))
      async function* slowly() {
        yield `<!DOCTYPE html><title>nothing</title><p data-place>here</p>${island}${' '.repeat(4096)}`
        await sleep(1500)
        yield '<p data-place>late</p>'
      }
      return reply.type('text/html').send(Readable.from(slowly()))
    })
    origin = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await phones.close()
    await app.close()
  })

  test('is looked at by its scripts when all of it is there', async () => {
    const { page } = await phones.person()
    await page.goto(origin)
    await expect.poll(() => page.title()).toMatch(/^found/)
    expect(await page.title()).toBe('found 2')
  })
}
