/**
 * Puts the pages on a Fastify server: static files, then every address no API route claims. `attachWeb` serves a finished
 * build, `attachWebDev` the sources through Vite. Runs on Node as it is; knows neither the kernel nor React.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import fastifyStatic from '@fastify/static'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isbot } from 'isbot'
import { apiFetch, type ReadDirectly } from './api-calls.ts'
import { mayHoldFiles, readBody } from './bodies.ts'
import { compressed, encodingFor } from './compression.ts'
import type { DemonstrationAccount, PageKind, WebBuild } from './contract.ts'
import type { Bytes, KeptPage, KeptPages } from './kept-pages.ts'
import type { Visitor } from './visitor.ts'

export interface WebOptions {
  readonly product: string
  /** Shows the development pages. */
  readonly development?: boolean
  /** The product's clock; the machine's unless given. */
  readonly now?: () => Date
  /** Accounts to try the product with; shown in development only. */
  readonly demonstration?: readonly DemonstrationAccount[]
  /** Who sends this request, from its cookies. Called once per page. */
  readonly visitorOf?: (request: FastifyRequest) => Visitor | Promise<Visitor>
  /** Origins of payment pages that a form may lead to. */
  readonly formOrigins?: readonly string[]
  /** Where pages that are the same for everybody are kept; without it every page is made anew. */
  readonly keptPages?: KeptPages
  /** Takes what sends kept pages before the server's own routing, with headers for every answer; says the status it sent. */
  readonly early?: (
    answer: (
      incoming: IncomingMessage,
      answer: ServerResponse,
      headers: Readonly<Record<string, string>>,
    ) => number | undefined,
  ) => void
  /** Reads of the API what needs no request; without it every call is one. */
  readonly readDirectly?: ReadDirectly
  /** Hears of each look that a person takes at a page whose looks are counted. */
  readonly looked?: (path: string) => void
  /** Where people reach the product; where the visitor asked for it unless given. */
  readonly publicUrl?: () => string
  /** Where people write when they need help: a number in E.164 or an e-mail address. */
  readonly supportContact?: string
}

const DOCUMENT_HEADERS = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
  'x-request-id',
]
/** Spellings of a header that are remembered. */
const HEADERS_MAX = 500
const REQUEST_ID = /^[\w.-]{1,100}$/

/** Serves a build made by build.ts. `build` is imported at once, so that a broken build stops the start, not a visitor. */
export async function attachWeb(
  app: FastifyInstance,
  options: WebOptions & { readonly build: () => Promise<WebBuild>; readonly clientDirectory: string },
): Promise<void> {
  const build = await options.build()
  const { keptPages } = options
  if (keptPages)
    options.early?.((incoming, answer, headers) => {
      const asked = strangersRequest(options.product, build, incoming)
      const kept = asked && keptPages.find(asked.key)
      const encoding = encodingOf(incoming.headers['accept-encoding'] ?? '')
      if (!kept?.ready(encoding)) return undefined
      return sendKept(options, kept, incoming, answer, headers, randomUUID())
    })
  await app.register(async (pages) => {
    // Names of built files contain their content's hash: what is cached is never stale.
    await pages.register(fastifyStatic, {
      root: `${options.clientDirectory}/assets`,
      prefix: '/assets/',
      wildcard: false,
      decorateReply: false,
      immutable: true,
      preCompressed: true,
      maxAge: '365d',
      setHeaders(reply) {
        // What only means something to documents would be a tenth of the first view.
        for (const name of DOCUMENT_HEADERS) reply.removeHeader(name)
        reply.header('x-content-type-options', 'nosniff')
      },
    })
    servePages(app, pages, options, async () => build)
  })
}

/** Serves the sources in `root` (the web folder), rebuilt as they change. */
export async function attachWebDev(
  app: FastifyInstance,
  options: WebOptions & { readonly root: string },
): Promise<void> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: options.root,
    appType: 'custom',
    server: { middlewareMode: true, ws: { server: app.server } },
  })
  app.addHook('onClose', () => vite.close())
  await app.register(async (pages) => {
    pages.addHook('preHandler', async (request, reply) => {
      const passed = await new Promise<boolean>((resolve, reject) => {
        reply.raw.once('close', () => resolve(false))
        vite.middlewares(request.raw, reply.raw, (error: unknown) => (error ? reject(error) : resolve(true)))
      })
      if (!passed) reply.hijack()
    })
    servePages(app, pages, options, async () => (await vite.ssrLoadModule('/server.ts')) as WebBuild)
  })
}

function servePages(
  app: FastifyInstance,
  pages: FastifyInstance,
  options: WebOptions,
  build: () => Promise<WebBuild>,
): void {
  const visitors = new WeakMap<FastifyRequest, Promise<Visitor>>()
  // Asked once a request: who is given a new token shows the old one no more.
  const visitorOf = (request: FastifyRequest): Promise<Visitor> => {
    const known = visitors.get(request) ?? Promise.resolve(options.visitorOf?.(request) ?? { session: null })
    visitors.set(request, known)
    return known
  }
  // Pages read their forms themselves, whatever the encoding; here a body is only bytes of a bounded number.
  pages.removeAllContentTypeParsers()
  pages.addContentTypeParser('*', (request: FastifyRequest, payload: IncomingMessage) =>
    readBody(payload, async () => (await visitorOf(request)).session !== null),
  )
  pages.setErrorHandler(async (error: FastifyError, request, reply) => {
    if (error.statusCode !== 413) throw error
    const visitor = await visitorOf(request)
    const back = new URLSearchParams({ next: request.raw.url ?? '/' })
    // Pictures are for who is signed in; they may not know that they no longer are.
    if (mayHoldFiles(request.raw) && !visitor.session) return reply.redirect(`/sign-in?${back}`, 303)
    const { signal } = new AbortController()
    const made = await makePage(app, options, await build(), request, visitor, signal, `/too-large?${back}`)
    return made ? send(made.response, request, reply) : reply.code(413).send()
  })
  pages.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/*',
    schema: { hide: true } as object,
    handler: async (request, reply) => respond(app, { ...options, visitorOf }, await build(), request, reply),
  })
}

async function respond(
  app: FastifyInstance,
  options: WebOptions,
  build: WebBuild,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { keptPages } = options
  const stranger = keptPages && strangersRequest(options.product, build, request.raw)
  let made: Made | undefined
  if (stranger) {
    const { key, path } = stranger
    const kept =
      keptPages.find(key) ??
      // Others may wait for this page, so it is made to the end even if this visitor leaves.
      (await keptPages.make(key, async () => {
        made = await makePage(app, options, build, request, { session: null }, new AbortController().signal, path)
        return made && keepable(made)
      }))
    if (kept) {
      await kept.bytes(encodingOf(request.headers['accept-encoding'] ?? ''))
      // Everything is there already: what Fastify does to an answer before it is sent would cost as much as the rest.
      reply.hijack()
      const headers = reply.getHeaders() as Record<string, string>
      sendKept(options, kept, request.raw, reply.raw, headers, requestIdOf(request))
      return reply
    }
  }
  if (!made) {
    const leaving = new AbortController()
    // An answer that was sent closes too; nobody waits then, and an abort costs as much as a small page.
    reply.raw.once('close', () => reply.raw.writableFinished || leaving.abort())
    const visitor: Visitor = (await options.visitorOf?.(request)) ?? { session: null }
    made = await makePage(app, options, build, request, visitor, leaving.signal)
  }
  if (!made) return reply.code(400).type('text/plain; charset=utf-8').send('Bad request')
  if (made.kind.counted && made.response.status === 200) countLook(options, request.raw)
  return send(made.response, request, reply)
}

/** A page that was made, and what is known of it. */
interface Made {
  readonly response: Response
  readonly kind: PageKind
  /** What it depends on; undefined when something it was made of did not say. */
  readonly topics: readonly string[] | undefined
}

/** Lets the pages answer; nothing when the request's address is none. */
async function makePage(
  app: FastifyInstance,
  options: WebOptions,
  build: WebBuild,
  request: FastifyRequest,
  visitor: Visitor,
  signal: AbortSignal,
  path = request.raw.url ?? '/',
): Promise<Made | undefined> {
  const webRequest = toWebRequest(request, path, signal)
  if (!webRequest) return undefined
  const requestId = requestIdOf(request)
  // Cookies that the page itself causes come later and win: signing out must stay signed out.
  const cookies = [...(visitor.cookies ?? [])]
  const shown = new Set<string>()
  let told = true
  let kind: PageKind = { shared: false, counted: false }
  const hear = (tag: string | undefined) => {
    if (tag === undefined) told = false
    else for (const topic of tag.split(' ')) if (topic) shown.add(topic)
  }
  const response = await build.handle(webRequest, {
    product: options.product,
    requestId,
    now: (options.now?.() ?? new Date()).toISOString(),
    publicUrl: options.publicUrl?.() ?? new URL(webRequest.url).origin,
    supportContact: options.supportContact ?? null,
    nonce: randomBytes(16).toString('base64'),
    session: visitor.session,
    development: options.development ?? false,
    demonstration: options.demonstration ?? [],
    formOrigins: options.formOrigins ?? [],
    fetch: apiFetch(app, request, requestId, cookies, hear, options.readDirectly),
    is: (what) => (kind = what),
    report: (error) => request.log.error({ err: error, request_id: requestId }, 'a page failed'),
  })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  response.headers.set('x-request-id', requestId)
  return { response, kind, topics: told ? [...shown] : undefined }
}

function requestIdOf(request: FastifyRequest): string {
  return REQUEST_ID.test(request.id) ? request.id : randomUUID()
}

/** Parameters that senders of links add and no page reads. */
const FOREIGN_PARAMETER = /^(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id)=/

/**
 * The page that somebody asks for of whom nothing is known but the language and its figures: its address without what others added to it, and
 * the key it is kept under. Nothing when the answer may depend on more.
 */
function strangersRequest(
  product: string,
  build: WebBuild,
  { method, url = '/', headers }: IncomingMessage,
): { key: string; path: string } | undefined {
  const { cookie, authorization, host, 'accept-language': accepted } = headers
  if (method !== 'GET' || authorization !== undefined) return undefined
  if (cookie !== undefined && !/^\s*(?:lang|digits)=[^;]*(?:;\s*(?:lang|digits)=[^;]*)*$/.test(cookie)) return undefined
  const asks = url.indexOf('?')
  const path = asks < 0 ? url : url.slice(0, asks)
  if (
    asks >= 0 &&
    !url
      .slice(asks + 1)
      .split('&')
      .every((part) => FOREIGN_PARAMETER.test(part))
  )
    return undefined
  // Links in a page say where it was asked for: as it came, and as a proxy in front says it came.
  const origin = `${headers['x-forwarded-proto'] ?? ''} ${headers['x-forwarded-host'] ?? ''} ${host ?? ''}`
  return { path, key: `${build.readingOf(product, accepted, cookie)} ${origin}${path}` }
}

/** What is kept of a page, unless it is one for this visitor alone. */
async function keepable({ response, kind, topics }: Made) {
  if (!kind.shared || !topics || response.status !== 200 || response.headers.has('set-cookie')) return undefined
  const body = Buffer.from(await response.arrayBuffer())
  // A form with a key of its own is one visitor's, whatever its page says of itself.
  if (body.includes('name="idempotency_key"'))
    throw new Error('a page that says it is the same for everybody has a form with a key of its own')
  const headers = Object.fromEntries(response.headers)
  delete headers['x-request-id']
  headers['vary'] = `${headers['vary'] ?? ''}, Accept-Encoding`
  return { headers, body, counted: kind.counted, topics }
}

/** Sends a page whose bytes are ready, or 304 to a browser that has it. */
function sendKept(
  options: WebOptions,
  kept: KeptPage,
  incoming: IncomingMessage,
  answer: ServerResponse,
  headers: Readonly<Record<string, string>>,
  requestId: string,
): number {
  if (kept.counted) countLook(options, incoming)
  const { 'if-none-match': known, 'accept-encoding': accepted } = incoming.headers
  const fresh = known?.includes(kept.etag) ?? false
  const bytes = (fresh ? undefined : kept.ready(encodingOf(accepted ?? ''))) ?? NOTHING
  const status = fresh ? 304 : 200
  answer.writeHead(status, [...headersOf(kept, bytes, headers), 'x-request-id', requestId])
  answer.end(bytes.body)
  return status
}

/** Names and values in turn, as they go out with these bytes every time. */
function headersOf(kept: KeptPage, bytes: Bytes, headers: Readonly<Record<string, string>>): readonly string[] {
  let ready = readyHeaders.get(bytes)
  if (ready?.kept !== kept) {
    const { 'x-request-id': _its, ...lasting } = headers
    const all = {
      ...lasting,
      ...kept.headers,
      etag: kept.etag,
      ...(bytes === NOTHING ? {} : { 'content-length': String(bytes.body.length) }),
      ...(bytes.encoding === 'identity' ? {} : { 'content-encoding': bytes.encoding }),
    }
    readyHeaders.set(bytes, (ready = { kept, list: Object.entries(all).flat() }))
  }
  return ready.list
}

const readyHeaders = new WeakMap<Bytes, { kept: KeptPage; list: readonly string[] }>()
const NOTHING = { body: Buffer.alloc(0), encoding: 'identity' } as const
const encodingOf = remembered(encodingFor)

/** Headers that choose among a few answers are the same ones again and again. */
function remembered<T>(answer: (header: string) => T): (header: string) => T {
  const known = new Map<string, T>()
  return (header) => {
    let found = known.get(header)
    if (found === undefined) {
      if (known.size >= HEADERS_MAX) known.clear()
      known.set(header, (found = answer(header)))
    }
    return found
  }
}

/** Only a person who opens the page counts: no refreshing script, no messenger looking for a picture, no guess of a browser. */
function countLook(options: WebOptions, { headers, url = '/' }: IncomingMessage): void {
  const { 'sec-fetch-mode': mode, 'sec-purpose': purpose, 'user-agent': agent } = headers
  if (!options.looked || mode !== 'navigate' || purpose !== undefined || isbot(agent)) return
  options.looked(url.split('?', 1)[0]!)
}

/** Sends a text in as few bytes as this browser can take, in one piece: a stream of it would cost as much as a small page. */
async function send(response: Response, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { headers, status } = response
  const kind = headers.get('content-type') ?? ''
  if (!response.body || !/^(?:text\/|application\/(?:xml|manifest))/.test(kind)) return reply.send(response)
  headers.append('vary', 'Accept-Encoding')
  const answer = await compressed(
    Buffer.from(await response.arrayBuffer()),
    encodingFor(request.headers['accept-encoding']),
  )
  if (answer.encoding !== 'identity') headers.set('content-encoding', answer.encoding)
  // Each cookie is a header of its own, as the entries of `headers` have it.
  for (const [name, value] of headers) reply.header(name, value)
  return reply.code(status).send(answer.body)
}

/** Fastify's request in the form the pages expect, or nothing when its address or host is no valid URL. */
function toWebRequest(request: FastifyRequest, asked: string, signal: AbortSignal): Request | undefined {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  // A path of two slashes would be read as another host.
  const path = asked.replace(/^\/{2,}/, '/')
  const url = URL.parse(path, `${request.protocol}://${request.host}`)
  if (!url) return undefined
  const body = Buffer.isBuffer(request.body) ? { body: new Uint8Array(request.body) } : {}
  return new Request(url, { method: request.method, headers, signal, ...body })
}
