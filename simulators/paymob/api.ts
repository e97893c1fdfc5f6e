// The manners of the Paymob API: secret key or bearer token, error bodies, and the one wrapper through which every call passes so that it
// can be made to fail before or after its work.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { answer, type Answer } from '../serving.ts'
import type { Call } from './faults.ts'
import type { World } from './world.ts'

export class ApiError extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  constructor(status: number, body: Record<string, unknown>) {
    super(JSON.stringify(body))
    this.status = status
    this.body = body
  }
}

export const notFound = (detail = 'Not found.'): ApiError => new ApiError(404, { detail })
/** A map of the field to what is wrong with it. */
export const invalid = (field: string, words: string): ApiError => new ApiError(400, { [field]: [words] })

export const ok = (body: unknown, status = 200): Answer => ({ status, body })

export interface Incoming {
  body: Record<string, unknown>
  params: Record<string, string>
}

type As = 'secret' | 'token' | 'anybody'
const TOKEN_MS = 60 * 60_000

/** Declares one call of the API. */
export function declare(
  world: World,
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  as: As,
  call: Call,
  work: (incoming: Incoming) => Answer,
): void {
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      authenticate(world, as, request.headers.authorization)
      const incoming = read(request)
      return answer(
        reply,
        world.store,
        call,
        referencesOf(incoming),
        () => work(incoming),
        ({ code }) => ({
          ...(code === null ? {} : { code }),
          detail: 'Simulated failure.',
        }),
      )
    },
  })
}

function read(request: FastifyRequest): Incoming {
  const body = request.body
  const fields = body !== null && typeof body === 'object' && !Array.isArray(body)
  return {
    body: fields ? (body as Record<string, unknown>) : {},
    params: request.params as Record<string, string>,
  }
}

function referencesOf({ body, params }: Incoming): string[] {
  const named = [body['special_reference'], body['merchant_order_id'], body['transaction_id'], body['order_id']]
  return [...Object.values(params), ...named]
    .filter((it) => typeof it === 'string' || typeof it === 'number')
    .map(String)
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

function authenticate(world: World, as: As, header: string | undefined): void {
  if (as === 'anybody') return
  const [, scheme, credential = ''] = /^(\w+)\s+(.+)$/.exec(header ?? '') ?? []
  if (as === 'secret') {
    if (scheme?.toLowerCase() !== 'token')
      throw new ApiError(401, { detail: 'Authentication credentials were not provided.' })
    if (!same(credential, world.secretKey)) throw new ApiError(401, { detail: 'Invalid token.' })
    return
  }
  const until = world.tokens.get(credential)
  if (scheme?.toLowerCase() !== 'bearer' || until === undefined || until <= world.store.now())
    throw new ApiError(401, { detail: 'Authentication credentials were not provided or have ended.' })
}

export function tokenRoute(world: World, app: FastifyInstance): void {
  declare(world, app, 'POST', '/api/auth/tokens', 'anybody', 'auth.token', ({ body }) => {
    const key = body['api_key']
    if (typeof key !== 'string' || !same(key, world.apiKey))
      throw new ApiError(401, { detail: 'incorrect credentials' })
    const token = randomBytes(24).toString('base64url')
    world.tokens.set(token, world.store.now() + TOKEN_MS)
    return ok({ token, profile: { id: 1 } }, 201)
  })
}

/** A whole number of piasters above zero. */
export function piastersIn(body: Record<string, unknown>, field: string): number {
  const value = body[field]
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value <= 0)
    throw invalid(field, 'A valid positive integer is required.')
  return value
}

export function numberIn(body: Record<string, unknown>, field: string): number {
  const value = Number(body[field])
  if (!Number.isSafeInteger(value) || value <= 0) throw invalid(field, 'A valid number is required.')
  return value
}
