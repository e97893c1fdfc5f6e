/** What the tests of payments share: the product, the provider's stand-in over real HTTP, a listener, and a few acts. */
import pg from 'pg'
import { Type } from 'typebox'
import { startWave, type Wave, type WaveOptions } from '../../../simulators/wave/server.ts'
import { on, type EventType } from '../../../kernel/events/event.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { defineJob, type Transact } from '../../../kernel/jobs/job.ts'
import { defineModule } from '../../../kernel/module.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { audit } from '../../audit/module.ts'
import { ledger } from '../../ledger/module.ts'
import { balanceOf, type AccountRef } from '../../ledger/api.ts'
import type { Actor, Context } from '../../../kernel/context.ts'
import type { Module } from '../../../kernel/module.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import { openCheckout, requestCharge, unappliedAccount, type Payment } from '../api.ts'
import { clearingAccount } from '../settling.ts'
import * as events from '../events.ts'
import { payments } from '../module.ts'
import { getPayment } from '../charges.ts'

export const SECRET = 'wave_sn_WHS_example_not_a_secret'
export const OWNER = '01980000-0000-7000-8000-00000000aaaa'

export interface Heard {
  event: string
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  payload: any
}

export interface House {
  t: TestProduct
  wave: Wave
  /** Every event of the modules under test, in order. */
  heard: Heard[]
  transact: Transact
  /** Delivers what the provider has to say, then does the jobs. */
  settle(): Promise<void>
  /** Moves both clocks. */
  advance(duration: Temporal.DurationLike): void
  charge(amount_minor?: bigint, more?: Partial<Parameters<typeof requestCharge>[2]>): Promise<Payment>
  opened(amount_minor?: bigint): Promise<Payment>
  payment(id: string): Promise<Payment>
  /** Posted balance. */
  held(ref: AccountRef): Promise<bigint>
  unapplied(payment: Payment): Promise<bigint>
  /** Money the provider holds for us. */
  atProvider(asset?: string): Promise<bigint>
  close(): Promise<void>
}

/** A listener for every event of `types`, as a module of its own. */
function listenerTo(types: EventType<unknown>[], heard: Heard[]) {
  const jobs = types.map((event) =>
    defineJob({
      name: `listener.${event.name.replace('.', '_')}`,
      payload: Type.Object({}),
      async run({ payload }) {
        heard.push({ event: event.name, payload })
      },
    }),
  )
  const module = defineModule({ name: 'listener', folder: import.meta.dirname, jobs, placement: {} })
  return { module, subscriptions: types.map((event, i) => on(event as EventType<object>, jobs[i]!)) }
}

export interface HouseOptions {
  wave?: WaveOptions
  env?: Record<string, string>
  modules?: Module[]
  events?: Record<string, unknown>
  authenticate?: (ctx: Context, tx: Tx, token: string) => Promise<Actor | undefined>
}

export async function house(options: HouseOptions = {}): Promise<House> {
  const wave = await startWave({ webhookSecret: SECRET, retryMs: [10, 10, 10], ...options.wave })
  const heard: Heard[] = []
  const types = Object.values({ ...events, ...options.events }) as EventType<unknown>[]
  const { module, subscriptions } = listenerTo(types, heard)
  const t = await testProduct(
    productOf([audit, ledger, payments, ...(options.modules ?? []), module], {
      policy: { payments: { provider: 'wave' } },
      on: subscriptions,
      ...(options.authenticate ? { authenticate: options.authenticate } : {}),
    }),
    { env: { WAVE_API_URL: wave.url, WAVE_WEBHOOK_SECRET: SECRET, WAVE_TIMEOUT_MS: '400', ...options.env } },
  )
  const address = await t.app.listen({ port: 0, host: '127.0.0.1' })
  wave.control.webhook({ url: `${address}/webhooks/wave` })
  const follow = () => wave.control.clock({ offset_ms: t.clock.now().epochMilliseconds - Date.now() })
  follow()
  const made: House = {
    t,
    wave,
    heard,
    transact: (body) => t.tx(body),
    async settle() {
      await wave.control.idle()
      await t.drain()
    },
    advance(duration) {
      t.clock.advance(duration)
      follow()
    },
    charge: (amount_minor = 25_000n, more = {}) =>
      t.tx((tx) =>
        requestCharge(t.ctx(), tx, {
          id: uuidV7(t.clock),
          owner: OWNER,
          purpose: 'pots.gift',
          reference: uuidV7(t.clock),
          amount_minor,
          success_url: 'https://wolo.example/thanks',
          error_url: 'https://wolo.example/sorry',
          ...more,
        }),
      ),
    async opened(amount_minor) {
      const payment = await made.charge(amount_minor)
      await openCheckout(t.ctx(), made.transact, payment.id)
      return made.payment(payment.id)
    },
    payment: (id) => t.tx((tx) => getPayment(tx, OWNER, id)),
    held: (ref) => t.tx(async (tx) => (await balanceOf(tx, ref)).posted_minor),
    unapplied: (payment) => made.held(unappliedAccount(payment)),
    atProvider: async (asset = 'XOF') => -(await made.held(clearingAccount('wave', asset))),
    async close() {
      await wave.close()
      await t.close()
    },
  }
  return made
}

/** The worker died with every job in its hands: they stay locked by somebody who will never come back. */
export async function loseJobs(t: TestProduct): Promise<void> {
  const client = new pg.Client({ connectionString: t.urls.jobsUrl })
  await client.connect()
  try {
    await client.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead'")
  } finally {
    await client.end()
  }
}

/** An actor with these permissions everywhere. */
export function staff(t: TestProduct, ...permissions: string[]): Actor {
  return {
    kind: 'user',
    userId: '01980000-0000-7000-8000-000000005747',
    sessionId: '01980000-0000-7000-8000-000000005748',
    grants: permissions.map((permission) => ({ permission })),
    authenticatedAt: t.clock.now(),
  }
}

export const codes = (heard: Heard[]): string[] => heard.map((it) => it.event)
