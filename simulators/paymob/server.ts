// One running Paymob: puts the parts together, listens, and stops without losing what it promised to deliver.
import { listen, makeApp, type Running } from '../serving.ts'
import { ApiError, tokenRoute } from './api.ts'
import { startCallbacks } from './callbacks.ts'
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

export interface Paymob extends Running {
  control: Control
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

  const callbacks = startCallbacks(store, options.retryMs, options.deliveryBudgetMs)
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

  const app = makeApp(store, () => deductDue(world), {
    unreadable: () => new ApiError(400, { detail: 'JSON parse error.' }),
    refusal: (error) => (error instanceof ApiError ? { status: error.status, body: error.body } : undefined),
    failure: (_status, detail) => ({ detail }),
    unknownAddress: { detail: 'Not found.' },
  })
  tokenRoute(world, app)
  intentionRoutes(world, app)
  transactionRoutes(world, app)
  subscriptionRoutes(world, app)
  await app.register(async (scope) => controlRoutes(world, control, scope), { prefix: '/_control' })
  await app.register(async (scope) => pageRoutes(world, scope))

  return { ...(await listen(app, store, callbacks, options)), control }
}
