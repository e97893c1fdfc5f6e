// The manners of the Wave API: bearer authentication, error bodies, idempotency keys, field checks, and the one wrapper through which
// every call passes.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answer, type Answer } from '../serving.ts'
import type { Call } from './faults.ts'
import type { World } from './world.ts'

export interface Detail {
  loc: (string | number)[]
  msg: string
}

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Detail[] | undefined
  constructor(status: number, code: string, message: string, details?: Detail[]) {
    super(message)
    this.status = status
    this.code = code
    this.details = details
  }
  body(): Record<string, unknown> {
    return { code: this.code, message: this.message, ...(this.details ? { details: this.details } : {}) }
  }
}

export const notFound = (what: string): ApiError => new ApiError(404, 'not-found', `No such ${what}.`)

export const ok = (body?: unknown): Answer => ({ status: 200, body })

export interface Incoming {
  body: unknown
  query: Record<string, string | undefined>
  id: string
  idempotencyKey: string | undefined
}

const ERROR_CODES: Record<number, string> = {
  401: 'no-matching-api-key',
  403: 'disabled-wallet',
  404: 'not-found',
  408: 'request-timeout',
  409: 'conflict',
  422: 'unprocessable-entity',
  429: 'too-many-requests',
  500: 'internal-server-error',
  503: 'service-unavailable',
}

/** Declares one call of the API. */
export function declare(
  world: World,
  app: FastifyInstance,
  method: 'GET' | 'POST',
  path: string,
  call: Call,
  work: (incoming: Incoming) => Answer,
): void {
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      const incoming = read(request)
      return answer(
        reply,
        world.store,
        call,
        referencesOf(incoming),
        () => work(incoming),
        ({ code, status }) => ({
          code: code ?? ERROR_CODES[Number(status)] ?? 'request-validation-error',
          message: 'Simulated failure.',
        }),
      )
    },
  })
}

function read(request: FastifyRequest): Incoming {
  const key = request.headers['idempotency-key']
  return {
    body: request.body,
    query: request.query as Record<string, string | undefined>,
    id: (request.params as { id?: string }).id ?? '',
    idempotencyKey: Array.isArray(key) ? key[0] : key,
  }
}

function referencesOf(incoming: Incoming): string[] {
  const body = incoming.body as { client_reference?: unknown; mobile?: unknown } | null | undefined
  return [incoming.id, incoming.query['client_reference'], body?.client_reference, body?.mobile].filter(
    (it): it is string => typeof it === 'string' && it !== '',
  )
}

export function authenticate(world: World, header: string | undefined): void {
  if (header === undefined)
    throw new ApiError(401, 'missing-auth-header', 'Your request should include an HTTP auth header.')
  const match = /^bearer(?:\s+(.*))?$/i.exec(header.trim())
  if (!match) throw new ApiError(401, 'invalid-auth', 'Your HTTP auth header cannot be processed.')
  const key = match[1]?.trim() ?? ''
  if (key === '') throw new ApiError(401, 'api-key-not-provided', 'Your request should include an API key.')
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  if (!timingSafeEqual(digest(key), digest(world.apiKey))) {
    throw new ApiError(401, 'no-matching-api-key', 'The key you provided does not exist in our system.')
  }
}

/**
 * Runs the work once per idempotency key: the same key and body get the first answer again, another body is refused. Refusals are
 * remembered too; malformed requests are not, since they never became a request.
 */
export function once(world: World, call: Call, incoming: Incoming, work: () => Answer): Answer {
  const key = incoming.idempotencyKey
  if (key === undefined || key === '') {
    throw new ApiError(400, 'request-validation-error', "An 'Idempotency-Key' header is required for POST requests")
  }
  if (key.length > 255) throw invalid(['Idempotency-Key'], 'ensure this value has at most 255 characters')
  const fingerprint = createHash('sha256')
    .update(call + canonical(incoming.body))
    .digest('hex')
  const first = world.store.find('idempotent', key)
  if (first) {
    if (first.fingerprint !== fingerprint) {
      throw new ApiError(
        409,
        'idempotency-mismatch',
        'This idempotency key was already used with another request body.',
      )
    }
    return { status: first.status, body: first.body }
  }
  let answer: Answer
  try {
    answer = work()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code === 'request-validation-error') throw error
    answer = { status: error.status, body: error.body() }
  }
  world.store.put('idempotent', { id: key, fingerprint, status: answer.status, body: answer.body })
  return answer
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, it]) => `${JSON.stringify(key)}:${canonical(it)}`).join(',')}}`
}

// --- field checks -----------------------------------------------------------------------------------------------------------------

export const invalid = (loc: (string | number)[], msg: string): ApiError =>
  new ApiError(400, 'request-validation-error', 'Request invalid', [{ loc, msg }])

export interface Fields {
  required: (name: string, max?: number) => string
  optional: (name: string, max?: number) => string | null
  amount: (name: string) => string
  mobile: (name: string) => string
  optionalMobile: (name: string) => string | null
  url: (name: string) => string
  raw: Record<string, unknown>
  loc: (name: string) => (string | number)[]
}

export function fieldsOf(body: unknown, at: (string | number)[] = []): Fields {
  if (body === undefined)
    throw new ApiError(400, 'request-not-json', 'The request needs a JSON body and Content-Type application/json.')
  if (body === null || typeof body !== 'object' || Array.isArray(body)) throw invalid(at, 'value is not a valid object')
  const raw = body as Record<string, unknown>
  const loc = (name: string): (string | number)[] => [...at, name]
  const optional = (name: string, max = 255): string | null => {
    const value = raw[name]
    if (value === undefined || value === null) return null
    if (typeof value !== 'string') throw invalid(loc(name), 'str type expected')
    if (value.length > max) throw invalid(loc(name), `ensure this value has at most ${max} characters`)
    return value
  }
  const required = (name: string, max = 2_048): string => {
    const value = optional(name, max)
    if (value === null) throw invalid(loc(name), 'field required')
    return value
  }
  const optionalMobile = (name: string): string | null => {
    const value = optional(name)
    if (value !== null && !E164.test(value)) throw invalid(loc(name), 'Invalid phone number: E.164 expected.')
    return value
  }
  return {
    raw,
    loc,
    optional,
    required,
    optionalMobile,
    amount(name) {
      const value = required(name, 15)
      if (!/^[1-9]\d*$/.test(value))
        throw invalid(loc(name), 'a positive amount without decimals or leading zeros is expected')
      return value
    },
    mobile(name) {
      const value = optionalMobile(name)
      if (value === null) throw invalid(loc(name), 'field required')
      return value
    },
    url(name) {
      const value = required(name)
      const url = URL.parse(value)
      const local = url !== null && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
      if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && local))) {
        throw invalid(loc(name), 'invalid or missing URL scheme: https is required')
      }
      return value
    },
  }
}

export const E164 = /^\+[1-9]\d{7,14}$/
