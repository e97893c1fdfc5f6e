/**
 * What taking in a webhook costs: verify, store, enqueue, answer. Over real HTTP, against a bare server that reads the body
 * and makes one insert.
 */
import { createHmac, randomUUID } from 'node:crypto'
import { createServer, request, Agent, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Runtime } from '../kernel/boot.ts'
import { defineProduct } from '../kernel/module.ts'
import { audit } from '../modules/audit/module.ts'
import { ledger } from '../modules/ledger/module.ts'
import { payments } from '../modules/payments/module.ts'
import { linesOf, race, type Line, type Load } from './measure.ts'
import { IN_FLIGHT, type Stage } from './stage.ts'

const LAP_SECONDS = 3

const product = defineProduct({
  name: 'webhook',
  currency: 'XOF',
  locales: ['en'],
  timeZone: 'UTC',
  country: 'SN',
  modules: [audit, ledger, payments],
  on: [],
  policy: { payments: { provider: 'wave' } },
  brand: { name: 'Bench', tagline: { en: 'A product to measure' } },
})

/** An event such as the provider sends, about a session of its own. */
function eventOf(id: string): string {
  return JSON.stringify({
    id,
    type: 'checkout.session.completed',
    data: {
      id: `cos-${id.slice(3, 16)}`,
      amount: '25000',
      currency: 'XOF',
      client_reference: null,
      business_name: 'Bench',
      checkout_status: 'complete',
      payment_status: 'succeeded',
      last_payment_error: null,
      transaction_id: `T_${id.slice(3, 13)}`,
      success_url: 'https://bench.example/thanks',
      error_url: 'https://bench.example/sorry',
      wave_launch_url: 'https://pay.example/c/cos',
      when_created: '2026-01-01T10:00:00Z',
      when_expires: '2026-01-01T10:30:00Z',
      when_completed: '2026-01-01T10:05:00Z',
      when_refunded: null,
    },
  })
}

/** Posts signed events, each another one, over connections that are kept. */
function deliveries(url: string, secret: string): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    run() {
      const raw = eventOf(`EV_${randomUUID()}`)
      const t = Math.floor(Date.now() / 1000)
      const v1 = createHmac('sha256', secret).update(`${t}${raw}`).digest('hex')
      return new Promise<void>((resolve, reject) => {
        const headers = {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(raw),
          'wave-signature': `t=${t},v1=${v1}`,
        }
        const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
          answer.resume()
          answer.on('end', () =>
            answer.statusCode === 200 ? resolve() : reject(new Error(`answered ${answer.statusCode}`)),
          )
        })
        sent.on('error', reject)
        sent.end(raw)
      })
    },
  }
}

/** The least that could be called a webhook receiver: body in, one row, 200. No signature, no job, no platform. */
async function bareServer(ownerUrl: string, appUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const app = new URL(appUrl).username
  await owner.query(`create table payments.bare_event (event_id text primary key, type text not null, body bytea not null,
    received_at timestamptz not null); grant select, insert on payments.bare_event to "${app}"`)
  await owner.end()
  const pool = new pg.Pool({ connectionString: appUrl, max: IN_FLIGHT })
  // The server may be stopped before the pool's last connection has said goodbye.
  pool.on('connect', (client) => client.on('error', () => {}))
  const insert = `insert into payments.bare_event (event_id, type, body, received_at) values ($1, $2, $3, $4)
    on conflict (event_id) do nothing`
  const server: Server = createServer((incoming, answer) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const raw = Buffer.concat(chunks)
      const { id, type } = JSON.parse(raw.toString('utf8')) as { id: string; type: string }
      pool.query({ name: 'bare', text: insert, values: [id, type, raw, new Date()] }).then(
        () => answer.writeHead(200, { 'content-type': 'application/json' }).end('{"received":true}'),
        () => answer.writeHead(500).end(),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/wave`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await pool.end()
    },
  }
}

export async function benchWebhook(stage: Stage, say: (line: string) => void): Promise<Line[]> {
  const { runtime, urls } = await stage.boot(product, 'bench_webhook')
  const secret = String(runtime.config.modules['payments']?.['waveWebhookSecrets'])
  const address = await runtime.app.listen({ port: 0, host: '127.0.0.1' })
  const bare = await bareServer(urls.ownerUrl, urls.appUrl)
  try {
    const ours = deliveries(`${address}/webhooks/wave`, secret)
    const statements = await statementsOf(runtime, ours)
    say('taking in webhooks against a bare server making one insert …')
    const result = await race(
      { name: 'webhook intake: verify, seal, store, enqueue, 200', load: ours },
      { name: '  bare server: one insert, 200', load: deliveries(bare.url, secret) },
    )
    return linesOf(result, {
      statements: [statements, 1],
      note: 'no limit set; ours verifies, seals the payload and writes a job besides',
    })
  } finally {
    await bare.close()
  }
}

/** Statements one delivery sends, by the platform's own counter. */
async function statementsOf(runtime: Runtime, load: Load): Promise<number> {
  for (let i = 0; i < 5; i++) await load.run(0)
  const before = runtime.db.counters.statements
  for (let i = 0; i < 20; i++) await load.run(0)
  return (runtime.db.counters.statements - before) / 20
}
