// One running Wave: puts the parts together, listens, and stops without losing what it promised to deliver.
import { listen, makeApp, type Running } from '../serving.ts'
import { ApiError, authenticate } from './api.ts'
import { controlRoutes, makeControl, type Control } from './control.ts'
import { pageRoutes } from './pages.ts'
import { payoutRoutes, settleDue } from './payouts.ts'
import { recipientRoutes } from './recipients.ts'
import type { WebhookMode } from './records.ts'
import { sessionRoutes } from './sessions.ts'
import { openStore } from './state.ts'
import { walletRoutes } from './wallet.ts'
import { startWebhooks } from './webhooks.ts'
import type { World } from './world.ts'

const DEFAULT_API_KEY = 'wave_sn_test_simulator'
const DEFAULT_WEBHOOK_SECRET = 'wave_sn_WHS_simulator'

export interface WaveOptions {
  /** 0 takes any free port. */
  port?: number
  host?: string
  /** The address browsers use, when it is not the one listened on. */
  publicUrl?: string
  /** Journal file; without one everything is forgotten at the end. */
  statePath?: string | null
  apiKey?: string
  webhookUrl?: string
  webhookSecret?: string
  webhookMode?: WebhookMode
  sessionMinutes?: number
  businessName?: string
  openingBalance?: string
  /** Waits between delivery attempts. */
  retryMs?: readonly number[]
  /** How long a receiver may take to answer a delivery. */
  deliveryBudgetMs?: number
  /** How long the payouts of a batch stay in processing. */
  batchDelayMs?: number
  /** Transactions per page of a day's list. */
  pageSize?: number
}

export interface Wave extends Running {
  control: Control
}

export async function startWave(options: WaveOptions = {}): Promise<Wave> {
  const store = openStore(options.statePath ?? null, {
    clock_offset_ms: 0,
    opening_balance: options.openingBalance ?? '100000000',
    webhook_url: null,
    webhook_secrets: [DEFAULT_WEBHOOK_SECRET],
    webhook_mode: 'signature',
  })
  // What is given at start wins over what was remembered.
  if (options.webhookUrl !== undefined) store.change({ webhook_url: options.webhookUrl })
  if (options.webhookSecret !== undefined) store.change({ webhook_secrets: [options.webhookSecret] })
  if (options.webhookMode !== undefined) store.change({ webhook_mode: options.webhookMode })

  const webhooks = startWebhooks(store, options.retryMs, options.deliveryBudgetMs)
  let url = ''
  const world: World = {
    store,
    webhooks,
    apiKey: options.apiKey ?? DEFAULT_API_KEY,
    businessName: options.businessName ?? 'Wolo',
    sessionMinutes: options.sessionMinutes ?? 30,
    batchDelayMs: options.batchDelayMs ?? 500,
    pageSize: options.pageSize ?? 100,
    url: () => options.publicUrl ?? url,
  }
  const control = makeControl(world)

  const app = makeApp(store, () => settleDue(world), {
    unreadable: (cause) => new ApiError(400, 'request-parsing-error', `The JSON body is invalid: ${cause.message}`),
    refusal(error) {
      if (error instanceof ApiError) return { status: error.status, body: error.body() }
      if (error.code !== 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return undefined
      const message = 'The request needs Content-Type application/json.'
      return { status: 400, body: { code: 'request-not-json', message } }
    },
    failure: (status, message) => ({
      code: status >= 500 ? 'internal-server-error' : 'request-validation-error',
      message,
    }),
    unknownAddress: { code: 'not-found', message: 'No such page or object.' },
  })
  await app.register(
    async (v1) => {
      v1.addHook('onRequest', async (request) => authenticate(world, request.headers.authorization))
      v1.addHook('preParsing', async (request) => {
        // A form is no API request, although the payment page of the same server takes one.
        if (String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
          throw new ApiError(400, 'request-not-json', 'The request needs Content-Type application/json.')
        }
      })
      sessionRoutes(world, v1)
      payoutRoutes(world, v1)
      recipientRoutes(world, v1)
      walletRoutes(world, v1)
    },
    { prefix: '/v1' },
  )
  await app.register(async (scope) => controlRoutes(world, control, scope), { prefix: '/_control' })
  await app.register(async (scope) => pageRoutes(world, scope))

  const running = await listen(app, store, webhooks, options)
  url = running.url
  return { ...running, control }
}
