// One running Paymob: puts the parts together, listens, and stops without losing what it promised to deliver.
import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyError } from 'fastify'
import { ApiError, tokenRoute } from './api.ts'
import { RETRY_MS, startCallbacks } from './callbacks.ts'
import { controlRoutes, makeControl, type Control } from './control.ts'
import { intentionRoutes } from './intentions.ts'
import { pageRoutes } from './pages.ts'
import { openStore } from './state.ts'
import { deductDue, subscriptionRoutes } from './subscriptions.ts'
import { transactionRoutes } from './transactions.ts'
import type { World } from './world.ts'

const DEFAULT_SECRET_KEY = 'egy_sk_test_simulator'
const DEFAULT_PUBLIC_KEY = 'egy_pk_test_simulator'
const DEFAULT_API_KEY = 'paymob_api_key_simulator'
const DEFAULT_HMAC_SECRET = 'paymob_hmac_simulator'

export interface PaymobOptions {
  /** 0 takes any free port. */
  port?: number
  host?: string
  /** Journal file; without one everything is forgotten at the end. */
  statePath?: string | null
  secretKey?: string
  publicKey?: string
  apiKey?: string
  hmacSecret?: string
  /** Where callbacks go when an intention names no address. */
  callbackUrl?: string
  businessName?: string
  /** Waits between delivery attempts. */
  retryMs?: readonly number[]
  /** How long a receiver may take to answer a delivery. */
  deliveryBudgetMs?: number
}

export interface Paymob {
  url: string
  control: Control
  close(): Promise<void>
}

export async function startPaymob(options: PaymobOptions = {}): Promise<Paymob> {
  const store = openStore(options.statePath ?? null, {
    clock_offset_ms: 0,
    next_number: 240_001,
    callback_url: null,
    hmac_secret: DEFAULT_HMAC_SECRET,
  })
  // What is given at start wins over what was remembered.
  if (options.callbackUrl !== undefined) store.change({ callback_url: options.callbackUrl })
  if (options.hmacSecret !== undefined) store.change({ hmac_secret: options.hmacSecret })

  const callbacks = startCallbacks(store, options.retryMs ?? RETRY_MS, options.deliveryBudgetMs ?? 5_000)
  const world: World = {
    store,
    callbacks,
    secretKey: options.secretKey ?? DEFAULT_SECRET_KEY,
    publicKey: options.publicKey ?? DEFAULT_PUBLIC_KEY,
    apiKey: options.apiKey ?? DEFAULT_API_KEY,
    businessName: options.businessName ?? 'Tutor',
    tokens: new Map(),
  }
  const control = makeControl(world)

  const app = Fastify({
    forceCloseConnections: true,
    bodyLimit: 1_048_576,
    routerOptions: { ignoreTrailingSlash: true },
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined)
    try {
      done(null, JSON.parse(String(body)))
    } catch {
      done(new ApiError(400, { detail: 'JSON parse error.' }))
    }
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))))
  })
  app.setErrorHandler((error: FastifyError | ApiError, _request, reply) => {
    if (error instanceof ApiError) return reply.code(error.status).send(error.body)
    const status = error.statusCode ?? 500
    if (status >= 500) console.error(error)
    return reply.code(status).send({ detail: error.message })
  })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ detail: 'Not found.' }))

  app.addHook('onRequest', async () => deductDue(world))
  // Nothing is answered that a kill in the next instant could undo.
  app.addHook('onSend', async () => store.flush())
  tokenRoute(world, app)
  intentionRoutes(world, app)
  transactionRoutes(world, app)
  subscriptionRoutes(world, app)
  await app.register(async (scope) => controlRoutes(world, control, scope), { prefix: '/_control' })
  await app.register(async (scope) => pageRoutes(world, scope))
  app.get('/', async (_request, reply) => reply.redirect('/_control', 302))

  try {
    await app.listen({ port: options.port ?? 0, host: options.host ?? '127.0.0.1' })
  } catch (error) {
    store.close()
    throw error
  }
  const address = app.server.address() as AddressInfo
  const host = ['0.0.0.0', '::'].includes(address.address) ? '127.0.0.1' : address.address
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
  callbacks.resume()

  let closed: Promise<void> | null = null
  return {
    url,
    control,
    close() {
      closed ??= (async () => {
        await app.close()
        await callbacks.stop()
        store.close()
      })()
      return closed
    },
  }
}
