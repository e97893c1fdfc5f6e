/**
 * The page that presents the products that `npm start` serves: what each is, where it is, who to sign in as. Plain HTML from a
 * small server of its own, as it belongs to no product; development only, like all of `npm start`.
 */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface Presented {
  readonly name: string
  readonly url: string
  readonly brand: { readonly name: string; readonly tagline: Readonly<Record<string, string>> }
  /** False where there is an API and no pages yet. */
  readonly pages: boolean
  /** Languages as the product names them, its own first. */
  readonly locales: readonly string[]
  readonly accounts: readonly { readonly who: string; readonly signIn: string; readonly pin?: string }[]
}

const ROOT = join(import.meta.dirname, '..')
/** What a product looks like; one that is not here is presented without a picture. */
const PICTURES: Readonly<Record<string, string>> = {
  wolo: 'web/app/wolo/covers/gateau.svg',
  tutor: 'tools/start-page/tutor.svg',
}
const WAYS = [
  ['/dev/outbox', 'Messages and one-time codes'],
  ['/dev/authenticator', 'Second factors'],
  ['/dev/clock', 'Move the clock'],
  ['/staff', 'Staff console'],
  ['/design', 'Design system'],
] as const
const WAYS_OF_AN_API = [['/api/dev/outbox', 'Messages and one-time codes']] as const
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}

/** Serves the page until it is closed. Refuses with the error of `listen` when the port is taken. */
export async function serveStartPage(
  options: { readonly host: string; readonly port: number },
  products: readonly Presented[],
): Promise<{ url: string; close(): Promise<void> }> {
  const files = new Map<string, { type: string; body: string | Buffer }>([
    ['/', { type: 'text/html; charset=utf-8', body: pageOf(products) }],
    ['/start.css', { type: 'text/css; charset=utf-8', body: readFileSync(join(ROOT, 'tools/start-page/start.css')) }],
  ])
  for (const { name } of products) {
    const picture = PICTURES[name]
    if (picture) files.set(`/${name}.svg`, { type: 'image/svg+xml', body: readFileSync(join(ROOT, picture)) })
  }
  const server = createServer((request, answer) => {
    const file = files.get((request.url ?? '/').split('?', 1)[0]!)
    const allowed = request.method === 'GET' || request.method === 'HEAD'
    answer.writeHead(!allowed ? 405 : file ? 200 : 404, {
      ...HEADERS,
      'content-type': file && allowed ? file.type : 'text/plain; charset=utf-8',
    })
    answer.end(request.method === 'HEAD' ? undefined : allowed ? (file?.body ?? 'Not found\n') : 'Not allowed\n')
  })
  await listening(server, options)
  const { port } = server.address() as AddressInfo
  const host = options.host === '0.0.0.0' || options.host === '::' ? 'localhost' : options.host
  return {
    url: `http://${host}:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function listening(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, done)
  })
}

function pageOf(products: readonly Presented[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Teranga</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/start.css">
</head>
<body>
<main>
<h1>Teranga</h1>
<p class="lead">${products.length > 1 ? 'The products' : 'The product'} running on this machine. Nothing is really sent or paid: codes and messages are in the outbox, money moves at stand-ins.</p>
<div class="products">
${products.map(productOf).join('\n')}
</div>
</main>
</body>
</html>
`
}

function productOf({ name, url, brand, locales, pages, accounts }: Presented): string {
  const own = (locales[0] ?? 'en').split('-')[0]!
  const tagline = brand.tagline[own]
  return `<article>
${name in PICTURES ? `<img src="/${escaped(name)}.svg" alt="">` : ''}
<div>
<h2>${escaped(brand.name)}</h2>
${tagline ? `<p lang="${escaped(own)}" dir="auto">${escaped(tagline)}</p>` : ''}
${own !== 'en' && brand.tagline['en'] ? `<p class="soft">${escaped(brand.tagline['en'])}</p>` : ''}
<a class="open" href="${escaped(pages ? url : `${url}/docs`)}">Open ${escaped(brand.name)}</a>
<ul class="ways">
${(pages ? WAYS : WAYS_OF_AN_API).map(([path, label]) => `<li><a href="${escaped(url + path)}">${label}</a></li>`).join('\n')}
</ul>
${accounts.length > 0 ? accountsOf(accounts) : ''}
</div>
</article>`
}

function accountsOf(accounts: Presented['accounts']): string {
  const rows = accounts.map(
    ({ who, signIn, pin }) =>
      `<tr><th scope="row"><bdi>${escaped(who)}</bdi></th><td>${escaped(signIn)}${pin === undefined ? '' : `, PIN ${escaped(pin)}`}</td></tr>`,
  )
  return `<details open>
<summary>Sign in as</summary>
<table>
${rows.join('\n')}
</table>
</details>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
