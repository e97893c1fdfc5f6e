/**
 * Puts the pages on a Fastify server: static files, then every address no API route claims. `attachWeb` serves a finished
 * build, `attachWebDev` the sources through Vite. Runs on Node as it is; knows neither the kernel nor React.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest, InjectOptions } from 'fastify'
import type { DemonstrationAccount, WebBuild } from './contract.ts'
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
  /** Largest form, pictures included. */
  readonly bodyLimitBytes?: number
}

const BODY_LIMIT_BYTES = 8 * 1024 * 1024
const REQUEST_ID = /^[\w.-]{1,100}$/

/** Serves a build made by build.ts. `build` is imported at once, so that a broken build stops the start, not a visitor. */
export async function attachWeb(
  app: FastifyInstance,
  options: WebOptions & { readonly build: () => Promise<WebBuild>; readonly clientDirectory: string },
): Promise<void> {
  const build = await options.build()
  await app.register(async (pages) => {
    // Names of built files contain their content's hash: what is cached is never stale.
    await pages.register(fastifyStatic, {
      root: `${options.clientDirectory}/assets`,
      prefix: '/assets/',
      wildcard: false,
      decorateReply: false,
      immutable: true,
      maxAge: '365d',
      setHeaders: (reply) => void reply.header('x-content-type-options', 'nosniff'),
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
  // Pages read their forms themselves, whatever the encoding; here a body is only bytes of a bounded number.
  pages.removeAllContentTypeParsers()
  pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  pages.route({
    method: ['GET', 'HEAD', 'POST'],
    url: '/*',
    bodyLimit: options.bodyLimitBytes ?? BODY_LIMIT_BYTES,
    schema: { hide: true } as object,
    handler: async (request, reply) => respond(app, options, await build(), request, reply),
  })
}

async function respond(
  app: FastifyInstance,
  options: WebOptions,
  build: WebBuild,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const requestId = REQUEST_ID.test(request.id) ? request.id : randomUUID()
  const leaving = new AbortController()
  reply.raw.once('close', () => leaving.abort())
  const webRequest = toWebRequest(request, leaving.signal)
  if (!webRequest) return reply.code(400).type('text/plain; charset=utf-8').send('Bad request')

  const visitor: Visitor = (await options.visitorOf?.(request)) ?? { session: null }
  // Cookies that the page itself causes come later and win: signing out must stay signed out.
  const cookies = [...(visitor.cookies ?? [])]
  const response = await build.handle(webRequest, {
    product: options.product,
    requestId,
    now: (options.now?.() ?? new Date()).toISOString(),
    nonce: randomBytes(16).toString('base64'),
    session: visitor.session,
    development: options.development ?? false,
    demonstration: options.demonstration ?? [],
    formOrigins: options.formOrigins ?? [],
    fetch: apiFetch(app, request, requestId, cookies),
    report: (error) => request.log.error({ err: error, request_id: requestId }, 'a page failed'),
  })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  response.headers.set('x-request-id', requestId)
  return reply.send(response)
}

/** Fastify's request in the form the pages expect, or nothing when its address or host is no valid URL. */
function toWebRequest(request: FastifyRequest, signal: AbortSignal): Request | undefined {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one)
  }
  // A path of two slashes would be read as another host.
  const path = request.raw.url?.replace(/^\/{2,}/, '/') ?? '/'
  const url = URL.parse(path, `${request.protocol}://${request.host}`)
  if (!url) return undefined
  const body = Buffer.isBuffer(request.body) ? { body: new Uint8Array(request.body) } : {}
  return new Request(url, { method: request.method, headers, signal, ...body })
}

/** Headers of the visitor that the API sees as its own. */
const FORWARDED = [
  'cookie',
  'user-agent',
  'origin',
  'sec-fetch-site',
  'host',
  'x-forwarded-for',
  'x-forwarded-proto',
  'x-forwarded-host',
]

/**
 * `fetch` to this very server without a socket. The API sees the visitor's cookies and address; cookies it sets, such as
 * a session's, are collected for the page's own response.
 */
function apiFetch(app: FastifyInstance, visitor: FastifyRequest, requestId: string, cookies: string[]) {
  return async (call: Request): Promise<Response> => {
    const headers: Record<string, string | string[]> = Object.fromEntries(call.headers)
    for (const name of FORWARDED) {
      const value = visitor.headers[name]
      if (value !== undefined) headers[name] = value
    }
    headers['x-request-id'] = requestId
    const { pathname, search } = new URL(call.url)
    const body = call.body ? Buffer.from(await call.arrayBuffer()) : undefined
    const answer = await app.inject({
      method: call.method as NonNullable<InjectOptions['method']>,
      url: pathname + search,
      headers,
      remoteAddress: visitor.socket.remoteAddress ?? visitor.ip,
      ...(body ? { payload: body } : {}),
    })
    const answered = new Headers()
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of Array.isArray(value) ? value : [value]) {
        if (one === undefined) continue
        if (name === 'set-cookie') cookies.push(String(one))
        else answered.append(name, String(one))
      }
    }
    const bodyless = answer.statusCode === 204 || answer.statusCode === 304
    return new Response(bodyless ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: answered,
    })
  }
}
