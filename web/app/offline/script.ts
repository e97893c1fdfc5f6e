/** `/service-worker.js`: tells worker.ts what to keep. Served from the root, so that it may answer for every page. */
import { createHash } from 'node:crypto'
import { page } from '../context.ts'
import register from '../islands/offline.ts?worker&url'
import { products } from '../products.ts'
import { looks } from '../looks.ts'
import stylesheet from '../ui/styles.css?url'
import type { Route } from './+types/script'
import type { OfflineFiles } from './worker.ts'
import worker from './worker.ts?worker&url'

export function loader({ context }: Route.LoaderArgs): Response {
  const { product } = page(context)
  const { locales } = products[product]
  const inEach = (parameters: Record<string, string>) =>
    Object.fromEntries(locales.map((lang) => [lang, `/offline?${new URLSearchParams({ ...parameters, lang })}`]))
  const files = [stylesheet, ...new Set(Object.values(looks[product].fonts).flat()), register]
  // Pages change with the code around them; the worker's own name stands for it.
  const version = createHash('sha256')
    .update([worker, ...files].join())
    .digest('hex')
    .slice(0, 16)
  const offline: OfflineFiles = {
    version,
    files,
    pages: [
      ['/partner', inEach({ for: 'partner' })],
      ['/', inEach({})],
    ],
  }
  return new Response(`self.OFFLINE = ${JSON.stringify(offline)}\nimportScripts(${JSON.stringify(worker)})\n`, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      // Asked for again at each visit: a worker that cannot be replaced is the worst thing to ship.
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
      'x-content-type-options': 'nosniff',
    },
  })
}
