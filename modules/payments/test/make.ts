/** What the tests of payments share: the product, the provider's stand-in over real HTTP, a listener, and a few acts. */
import pg from 'pg'
import { startWave, type Wave, type WaveOptions } from '../../../simulators/wave/server.ts'
import type { EventType } from '../../../kernel/events/event.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import type { Transact } from '../../../kernel/jobs/job.ts'
import { listenTo, type Heard } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { beside, type Beside } from '../../../kernel/testing/provider.ts'
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

export interface House extends Beside {
  t: TestProduct
  wave: Wave
  /** Every event of the modules under test, in order. */
  heard: Heard[]
  transact: Transact
  charge(amount_minor?: bigint, more?: Partial<Parameters<typeof requestCharge>[2]>): Promise<Payment>
  opened(amount_minor?: bigint): Promise<Payment>
  payment(id: string): Promise<Payment>
  /** Posted balance. */
  held(ref: AccountRef): Promise<bigint>
  unapplied(payment: Payment): Promise<bigint>
  /** Money the provider holds for us. */
  atProvider(asset?: string): Promise<bigint>
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
  const { module, subscriptions, heard } = listenTo(
    Object.values({ ...events, ...options.events }) as EventType<unknown>[],
  )
  const t = await testProduct(
    productOf([audit, ledger, payments, ...(options.modules ?? []), module], {
      policy: { payments: { provider: 'wave' } },
      on: subscriptions,
      ...(options.authenticate ? { authenticate: options.authenticate } : {}),
    }),
    { env: { WAVE_API_URL: wave.url, WAVE_WEBHOOK_SECRET: SECRET, WAVE_TIMEOUT_MS: '2000', ...options.env } },
  )
  const address = await t.app.listen({ port: 0, host: '127.0.0.1' })
  wave.control.webhook({ url: `${address}/webhooks/wave` })
  const made: House = {
    t,
    wave,
    heard,
    transact: (body) => t.tx(body),
    ...beside(t, wave),
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
