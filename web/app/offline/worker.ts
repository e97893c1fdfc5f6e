/**
 * The service worker: when a page cannot be fetched because there is no network, a page says so in the visitor's language. It
 * keeps that page and the files it is made of, and nothing else: what it would show of money could be out of date. What to
 * keep is told by script.ts, which the browser knows as `/service-worker.js`.
 */

/** The part of a service worker's world that is used here. */
interface Worker {
  readonly OFFLINE: OfflineFiles
  readonly navigator: { readonly languages: readonly string[] }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', hear: (event: ExtendedEvent) => void): void
  addEventListener(type: 'fetch', hear: (event: FetchEvent) => void): void
}

interface ExtendedEvent {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends ExtendedEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

export interface OfflineFiles {
  /** Changes with the files. */
  readonly version: string
  readonly files: readonly string[]
  /** Beginning of an address → language → the page to show there; the first that fits. */
  readonly pages: readonly (readonly [prefix: string, byLanguage: Readonly<Record<string, string>>])[]
}

const worker = globalThis as unknown as Worker
const { version, files, pages } = worker.OFFLINE
const CACHE = `offline-${version}`

async function keep(): Promise<void> {
  const cache = await caches.open(CACHE)
  const addresses = [...files, ...pages.flatMap(([, byLanguage]) => Object.values(byLanguage))]
  await Promise.all(
    addresses.map(async (address) => {
      // Without cookies: what is kept is nobody's page in particular.
      const response = await fetch(address, { credentials: 'omit' })
      if (!response.ok) throw new Error(`${address} answered ${response.status}`)
      await cache.put(address, response)
    }),
  )
  await worker.skipWaiting()
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)))
  await worker.clients.claim()
}

async function offlinePage(address: string): Promise<Response> {
  const { pathname } = new URL(address)
  const byLanguage = pages.find(([prefix]) => pathname.startsWith(prefix))?.[1] ?? {}
  const spoken = worker.navigator.languages.map((language) => language.slice(0, 2))
  const page = byLanguage[spoken.find((language) => byLanguage[language]) ?? ''] ?? Object.values(byLanguage)[0]
  return (page && (await caches.match(page))) || Response.error()
}

/**
 * Gone back to what was the answer to a form: the browser does not keep it and must not send the form again, so it asks for what
 * cannot be had. The page the form is on can.
 */
function wanted(request: Request): Request {
  if (request.cache !== 'only-if-cached') return request
  return new Request(request.url, { headers: request.headers, credentials: 'same-origin', redirect: 'manual' })
}

worker.addEventListener('install', (event) => event.waitUntil(keep()))
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.mode === 'navigate') {
    event.respondWith(fetch(wanted(request)).catch(() => offlinePage(request.url)))
    return
  }
  // The names of these files change with their content, so a kept one is never an old one.
  if (request.method === 'GET' && files.includes(new URL(request.url).pathname))
    event.respondWith(caches.match(request.url).then((kept) => kept ?? fetch(request)))
})
