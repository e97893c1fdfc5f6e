/**
 * The HTTP server of one product: turns each module's routes into Fastify routes. The order for every request is the same:
 * limits, session, permission, idempotency key, transaction, verb, audit check, answer. Handlers never catch; problem.ts does.
 */
import { randomUUID } from 'node:crypto'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import ajvCompiler from '@fastify/ajv-compiler'
import cookie from '@fastify/cookie'
import helmet from 'helmet'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { assert, present } from '../assert.ts'
import type { Actor, Context } from '../context.ts'
import { ALL_ROWS, sqlStateOf, type Scope } from '../db/database.ts'
import { isMarked, type Tx } from '../db/tx.ts'
import { kernelErrors, Refusal, refuse } from '../errors.ts'
import type { Metrics } from '../metrics.ts'
import { admit, guestOf, UNSAFE, type AdmissionParts } from './admission.ts'
import { bodyOf, bytesOf, keepRawBodies, takeBytes } from './bodies.ts'
import { directReads, JSON_TYPE, type ReadDirectly } from './direct.ts'
import { claimKey, claimOf, releaseKey, storeKey, type StoredAnswer } from './idempotency.ts'
import { plain } from './plain.ts'
import { problemOf } from './problem.ts'
import { urlOf, type AnyRoute, type Reply } from './route.ts'
import { Problem } from './schema.ts'
import { openStreams, type Streams } from './stream.ts'

/** How long an external act may run before another try with its key may take over. */
const EXTERNAL_LOCK_SECONDS = 30
const BODY_BYTES_MAX = 256 * 1024
const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export interface ServerParts extends AdmissionParts {
  readonly metrics: Metrics
  /** Cookies without Secure and other ease of development. */
  readonly plainHttp: boolean
  readonly trustProxy: boolean
  /** 32 bytes: seals the answers kept for repeated requests. */
  readonly answersKey: Buffer
}

/**
 * Sends an answer that lies ready, with `headers` besides its own, and says its status; says nothing, and does nothing, where
 * none lies ready. Runs before routing, so it is only for what needs neither limits nor a session.
 */
export type EarlyAnswer = (
  incoming: IncomingMessage,
  answer: ServerResponse,
  headers: Readonly<Record<string, string>>,
) => number | undefined

export interface Server {
  readonly app: FastifyInstance
  /** Lets `answer` see every request first. */
  early(answer: EarlyAnswer): void
  readonly readDirectly: ReadDirectly
}

/** Makes the server with the product's API mounted; the caller adds pages and listens. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { product, metrics } = parts
  const headers = strictHeaders(parts.plainHttp)
  let closing = false
  let answerEarly: EarlyAnswer | undefined
  const app = Fastify({
    logger: false,
    trustProxy: parts.trustProxy,
    bodyLimit: BODY_BYTES_MAX,
    serverFactory: (handle) =>
      createHttpServer({ requestTimeout: 30_000, keepAliveTimeout: 72_000 }, (incoming, answer) => {
        const since = performance.now()
        const status = closing ? undefined : answerEarly?.(incoming, answer, headers)
        if (status === undefined) return handle(incoming, answer)
        const labels = { method: incoming.method ?? 'GET', route: 'kept', status }
        metrics.requests.observe(labels, (performance.now() - since) / 1000)
      }),
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  })
  // Queries and parameters arrive as text and are read as their schema says; a JSON body already has types, and a null in it
  // must not become a zero.
  const validator = (coerceTypes: 'array' | false) =>
    ajvCompiler()({}, { customOptions: { removeAdditional: false, coerceTypes, allErrors: true } })
  const [reading, strict] = [validator('array'), validator(false)]
  app.setValidatorCompiler((part) => (part.httpPart === 'body' ? strict(part) : reading(part)))
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: product.brand.name, version: '1', description: product.brand.tagline['en'] ?? '' },
      components: {
        securitySchemes: {
          session: {
            type: 'http',
            scheme: 'bearer',
            description: 'Session token; browsers send it as an HttpOnly cookie',
          },
        },
      },
    },
  })
  keepRawBodies(app)
  takeBytes(app, product)

  // A connection kept alive after its last answer would hold a stop up for more than a minute.
  app.addHook('preClose', async () => void (closing = true))
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id)
    // What the API answers is read by programs: opened as a page (an SVG, say) it may load and run nothing, in no frame.
    if (request.url.startsWith('/api/')) reply.header('content-security-policy', API_POLICY)
  })
  app.addHook('onResponse', async (request, reply) => {
    if (closing) request.raw.socket.end()
    const route = request.routeOptions.url ?? 'unmatched'
    metrics.requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })
  app.setErrorHandler(async (thrown, request, reply) => {
    const ctx = parts.context(guestOf(request, product))
    const error = isForgedCursor(thrown, request)
      ? new Refusal(kernelErrors.invalid_input, {}, { cursor: kernelErrors.malformed })
      : thrown
    const { document, bug } = problemOf(error, ctx.locale, request.id)
    if (bug) ctx.log.error({ err: error, request_id: request.id, route: request.routeOptions.url }, 'request failed')
    else metrics.refusals.inc({ code: document.code })
    if (document.status === 503) ctx.log.warn({ err: error, request_id: request.id }, 'a service did not answer')
    if (document.code === kernelErrors.too_many_requests.code)
      reply.header('retry-after', document.values?.['seconds'] ?? '60')
    return reply.code(document.status).type('application/problem+json').serializer(JSON.stringify).send(document)
  })

  const streams = openStreams()
  app.addHook('onClose', () => streams.ended())
  for (const module of product.modules)
    for (const route of module.routes) mount(app, parts, streams, module.name, route)
  // What is not a route of the API must not fall through to the pages.
  app.all('/api/*', { schema: { hide: true } }, async () => refuse(kernelErrors.not_found))
  return {
    app,
    early: (answer) => void (answerEarly = answer),
    readDirectly: directReads(parts, reading),
  }
}

type Admitted = { admitted?: { actor: Actor; ctx: Context } }

function mount(app: FastifyInstance, parts: ServerParts, streams: Streams, module: string, route: AnyRoute): void {
  const { db } = parts
  const unsafe = UNSAFE.has(route.method)
  const keyed = unsafe && route.idempotency !== 'none' && !route.rawBody
  const status = Number(Object.keys(route.response).find((code) => /^[23]/.test(code)))
  const bytes = bytesOf(route)
  const config: object = { rawBody: route.rawBody ?? false }
  const admitted = async (request: FastifyRequest) => {
    ;(request as Admitted).admitted = await admit(parts, route, request)
  }

  app.route({
    method: route.method,
    config,
    url: urlOf(route),
    ...(bytes ? { bodyLimit: bytes.bytesMax } : {}),
    schema: {
      summary: route.summary,
      ...(route.description ? { description: route.description } : {}),
      tags: [module],
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { querystring: route.query } : {}),
      ...(route.body && !route.rawBody ? { body: route.body } : {}),
      ...(bytes ? { body: bodyOf(bytes) } : {}),
      ...(route.access === 'public' ? {} : { security: [{ session: [] }] }),
      ...(keyed ? { headers: idempotencyHeader(route.idempotency === 'required') } : {}),
      response: { ...route.response, '4xx': Problem, '5xx': Problem },
    },
    // Who may not come in is told so, whatever they sent; megabytes are not even read from them.
    preParsing: bytes ? admitted : [],
    preValidation: bytes ? [] : admitted,
    handler: async (request, reply) => {
      const { actor, ctx } = present((request as Admitted).admitted, 'admitted before validation')
      const scope = scopeOf(route, actor)
      const sent = request.headers['idempotency-key']
      const key = keyed && typeof sent === 'string' && sent.length > 0 ? sent : undefined
      if (keyed && key !== undefined && key.length > 200) refuse(kernelErrors.key_required)
      if (keyed && route.idempotency === 'required' && key === undefined) refuse(kernelErrors.key_required)
      const answer: StoredAnswer = { status, body: undefined, headers: {} }
      const call = {
        ctx,
        params: request.params,
        query: request.query,
        body: request.body,
        headers: request.headers,
        raw: (request as { rawBody?: Buffer }).rawBody ?? Buffer.alloc(0),
        reply: replyOf(reply, answer, parts.plainHttp),
        key,
      }
      const transact = <T>(body: (tx: Tx) => Promise<T>) => db.transaction(scope, body)
      if (route.streams) return streams.send(ctx, request, reply, status, route.handle({ ...call, transact }))
      const stored =
        key === undefined
          ? undefined
          : claimOf(parts.answersKey, actor, request.method, request.url, key, [
              request.params,
              request.query,
              request.body ?? null,
            ])

      let replayed: StoredAnswer | undefined
      if (route.external) {
        if (stored) {
          const until = ctx.clock.now().add({ seconds: EXTERNAL_LOCK_SECONDS })
          replayed = await transact((tx) => claimKey(tx, stored, ctx.clock.now(), until))
        }
        if (!replayed) {
          try {
            answer.body = await route.handle({ ...call, transact })
          } catch (error) {
            if (stored && error instanceof Refusal) await transact((tx) => releaseKey(tx, stored))
            throw error
          }
          if (stored) await transact((tx) => storeKey(tx, stored, { ...answer, body: plain(answer.body) }))
        }
      } else if (route.reads) {
        if (route.reads === 'text') reply.header('content-type', JSON_TYPE)
        answer.body = await route.handle({ ...call, tx: db.reading() })
      } else {
        replayed = await db.transaction(scope, async (tx) => {
          const earlier = stored && (await claimKey(tx, stored, ctx.clock.now(), undefined))
          if (earlier) return earlier
          answer.body = await route.handle({ ...call, tx })
          assert(!route.audited || isMarked(tx, 'audited'), `${route.method} ${route.path} left no audit record`)
          if (stored) await storeKey(tx, stored, { ...answer, body: plain(answer.body) })
          return undefined
        })
      }
      const { status: code, body, headers } = replayed ?? answer
      if (replayed) {
        for (const [name, value] of Object.entries(headers)) reply.header(name, value)
        reply.header('idempotency-replayed', 'true')
      }
      reply.code(code)
      return body === undefined ? reply.send() : reply.send(plain(body))
    },
  })
}

/** The headers helmet sets, asked once: they are the same for every answer. The pages add their own content policy. */
function strictHeaders(plainHttp: boolean): Record<string, string> {
  const headers: Record<string, string> = {}
  const apply = helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: !plainHttp,
  })
  const response = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => {},
  }
  apply({} as never, response as never, () => {})
  return headers
}

function scopeOf(route: AnyRoute, actor: Actor): Scope {
  if (route.rows === 'all' || actor.kind !== 'user') return ALL_ROWS
  return { rows: 'own', userId: actor.userId }
}

/** A cursor of the right shape whose values are none of ours: the database or Temporal cannot read them. */
function isForgedCursor(error: unknown, request: FastifyRequest): boolean {
  const cursor = (request.query as { cursor?: string } | undefined)?.cursor
  return cursor !== undefined && (error instanceof RangeError || (sqlStateOf(error)?.startsWith('22') ?? false))
}

function replyOf(reply: FastifyReply, answer: StoredAnswer, plainHttp: boolean): Reply {
  return {
    status: (code) => {
      answer.status = code
    },
    header: (name, value) => {
      // Whose rows an answer shows is for our own pages, which ask without a socket: strangers could tell which pots are one owner's.
      if (name === 'cache-tag' && reply.raw.socket instanceof Socket) return
      answer.headers[name] = value
      reply.header(name, value)
    },
    cookie: (name, value, { maxAgeSeconds }) =>
      void reply.setCookie(name, value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: !plainHttp,
        maxAge: maxAgeSeconds,
      }),
    clearCookie: (name) => void reply.clearCookie(name, { path: '/' }),
  }
}

function idempotencyHeader(required: boolean): object {
  return {
    type: 'object',
    properties: {
      'idempotency-key': { type: 'string', maxLength: 200, description: 'Same key and body: the same answer' },
    },
    ...(required ? { description: 'Idempotency-Key is required' } : {}),
  }
}
