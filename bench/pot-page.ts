/**
 * What the public page of a pot costs as JSON: our server, with routing, limits, the page's one statement under row-level security
 * and metrics, against a bare server that sends the same single select and its text.
 */
import { Agent, createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import type { Runtime } from '../kernel/boot.ts'
import { uuidV7 } from '../kernel/ids.ts'
import { defineProduct } from '../kernel/module.ts'
import { access } from '../modules/access/module.ts'
import { audit } from '../modules/audit/module.ts'
import { catalog } from '../modules/catalog/module.ts'
import { createUser } from '../modules/identity/api.ts'
import { identity } from '../modules/identity/module.ts'
import { ledger } from '../modules/ledger/module.ts'
import { media } from '../modules/media/module.ts'
import { merchants } from '../modules/merchants/module.ts'
import { messaging } from '../modules/messaging/module.ts'
import { notifications } from '../modules/notifications/module.ts'
import { payments } from '../modules/payments/module.ts'
import { createPot, publicPageStatement, type PotsPolicy } from '../modules/pots/api.ts'
import { pots } from '../modules/pots/module.ts'
import { putProfile } from '../modules/profiles/api.ts'
import { profiles } from '../modules/profiles/module.ts'
import { redemption } from '../modules/redemption/module.ts'
import { linesOf, race, type Line, type Load } from './measure.ts'
import { IN_FLIGHT, type Stage } from './stage.ts'

const LAP_SECONDS = 2
const POTS = 200
const GIFTS_EACH = 25
const GIFTS_SHOWN = 20
/** At least this part of the bare server. */
const LIMIT = 0.7

const policy: PotsPolicy = {
  opens_days_before: 30,
  shortfall_days: 14,
  late_money_days: 14,
  unverified_refund_days: 90,
  gift_min_minor: 200n,
  gift_max_minor: 500_000n,
  suggested_amounts_minor: [2_000n, 5_000n, 10_000n, 25_000n],
  target_min_minor: 5_000n,
  target_max_minor: 2_000_000n,
  title_length_max: 80,
  story_length_max: 1_500,
  message_length_max: 280,
  donor_name_length_max: 60,
  thanks_length_max: 500,
  gifts_shown: GIFTS_SHOWN,
  refund_attempts_max: 3,
  refund_retry_hours: 12,
}

export const potsProduct = defineProduct({
  name: 'potpage',
  currency: 'XOF',
  locales: ['fr-SN', 'en'],
  timeZone: 'Africa/Dakar',
  country: 'SN',
  modules: [
    audit,
    messaging,
    access,
    identity,
    profiles,
    notifications,
    ledger,
    payments,
    media,
    merchants,
    catalog,
    redemption,
    pots,
  ],
  on: [],
  policy: {
    access: { roles: {} },
    payments: { provider: 'wave' },
    redemption: { undo_minutes: 10, code_window_seconds: 30, paper: true },
    pots: policy,
  },
  brand: { name: 'Bench', tagline: { en: 'A product to measure' } },
})

/** Open pots with a page full of gifts each. The gifts are written as rows: how they got there is not what is measured. */
export async function seedPots(runtime: Runtime, ownerUrl: string): Promise<string[]> {
  const slugs: string[] = []
  const ids: [string, string][] = []
  const soon = runtime.clock.now().toZonedDateTimeISO('Africa/Dakar').toPlainDate().add({ days: 15 })
  for (let i = 0; i < POTS; i++)
    await runtime.db.transaction({ rows: 'all' }, async (tx) => {
      const ctx = runtime.context()
      const user = await createUser(ctx, tx, { phone: `+2217${String(70_000_000 + i)}`, verified: true })
      const dateOfBirth = soon.subtract({ years: 30 })
      await putProfile(ctx, tx, user, { firstName: 'Awa', dateOfBirth })
      const pot = await createPot(ctx, tx, user, {
        title: 'Une belle soirée pour Awa',
        story: 'Trente ans, cela se fête ensemble. '.repeat(12),
        cover: 'confetti',
        visibility: 'public',
        allow_anonymous: true,
        show_names: true,
        allow_messages: true,
        target_minor: 100_000n,
      })
      slugs.push(pot.slug)
      ids.push([pot.owner_id, pot.id])
    })
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const [ownerId, potId] of ids) {
      for (let i = 0; i < GIFTS_EACH; i++)
        await owner.query(
          `insert into pots.gift (owner_id, id, pot_id, payment_id, transfer_id, status, amount_minor, currency, donor_subject,
             donor_name, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at)
           values ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), 'received', 2500, 'XOF', gen_random_uuid(), 'Modou Fall',
             'Joyeux anniversaire, et à très bientôt !', false, true, 'fr-SN', now(), now(), now() - $4 * interval '1 hour')`,
          [ownerId, uuidV7(runtime.clock), potId, i],
        )
      await owner.query(
        'update pots.pot_total set raised_minor = $3, gift_count = $4 where owner_id = $1 and pot_id = $2',
        [ownerId, potId, 2500 * GIFTS_EACH, GIFTS_EACH],
      )
    }
    await owner.query('analyze')
  } finally {
    await owner.end()
  }
  return slugs
}

/** Reads the pages one after another over connections that are kept. */
export function readings(
  url: string,
  slugs: readonly string[],
  headers: Record<string, string> = {},
  bytesMin = 2000,
): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
  let next = 0
  return {
    inFlight: IN_FLIGHT,
    seconds: LAP_SECONDS,
    run() {
      const slug = slugs[next++ % slugs.length]!
      return new Promise<void>((resolve, reject) => {
        get(`${url}/${slug}`, { agent, headers }, (answer) => {
          let bytes = 0
          answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
          answer.on('end', () =>
            answer.statusCode === 200 && bytes > bytesMin
              ? resolve()
              : reject(new Error(`answered ${answer.statusCode} with ${bytes} bytes`)),
          )
        }).on('error', reject)
      })
    },
  }
}

/** The least that could be called a server of this page: the slug out of the address, the same prepared select, the text. */
async function bareServer(appUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const pool = new pg.Pool({ connectionString: appUrl, max: IN_FLIGHT, options: '-c app.scope=all' })
  pool.on('error', (error) => console.error(`the bare server lost a connection: ${error.message}`))
  const { text } = publicPageStatement
  const server: Server = createServer((incoming, answer) => {
    const slug = incoming.url!.slice(incoming.url!.lastIndexOf('/') + 1)
    pool.query({ name: 'page', text, values: [slug, GIFTS_SHOWN, 50] }).then(
      ({ rows }) => answer.writeHead(200, { 'content-type': 'application/json' }).end(rows[0].page),
      () => answer.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await pool.end()
    },
  }
}

export async function benchPotPage(stage: Stage, say: (line: string) => void): Promise<Line[]> {
  const { runtime, urls } = await stage.boot(potsProduct, 'bench_pot_page')
  say(`making ${POTS} pots with ${GIFTS_EACH} gifts each …`)
  const slugs = await seedPots(runtime, urls.ownerUrl)
  const address = await runtime.app.listen({ port: 0, host: '127.0.0.1' })
  const bare = await bareServer(urls.appUrl)
  try {
    const ours = readings(`${address}/api/p`, slugs)
    await ours.run(0)
    const before = runtime.db.counters.statements
    for (let i = 0; i < 20; i++) await ours.run(0)
    const statements = (runtime.db.counters.statements - before) / 20
    say('reading the public page of a pot against a bare server sending the same select …')
    const result = await race(
      { name: 'public page of a pot, JSON', load: ours },
      { name: '  bare server: the same select', load: readings(bare.url, slugs) },
    )
    return linesOf(result, { limit: LIMIT, statements: [statements, 1] })
  } finally {
    await bare.close()
  }
}
