/**
 * What the public page of a pot costs as HTML: rendered anew, against three lines in the same place, document and frame, and
 * against three lines in the bare framework without ours; and as it is kept, against a bare server that sends the same bytes, in peace and while a gift each second makes the page anew.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { concerns } from '../kernel/changes.ts'
import { statement } from '../kernel/db/statement.ts'
import { ALL_ROWS } from '../kernel/db/database.ts'
import { uuidV7 } from '../kernel/ids.ts'
import type { Runtime } from '../kernel/boot.ts'
import { attachWeb } from '../web/attach.ts'
import { buildWeb } from '../web/build.ts'
import { keepPages } from '../web/kept-pages.ts'
import { linesOf, race, type Line, type Load } from './measure.ts'
import { plainPage } from './plain-page.ts'
import { potsProduct, readings, seedPots } from './pot-page.ts'
import type { Stage } from './stage.ts'
import { threeLines } from './three-lines.ts'

/** At least this part of three lines in the same framework and frame. */
const RENDERED_LIMIT = 0.4
/** At least this part of a bare server with the same bytes. */
const KEPT_LIMIT = 0.7

/** As browsers ask: compressed, in French. */
const BROWSER = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'fr-SN,fr;q=0.9' }
/** Rendering is measured, not compressing. */
const PLAIN = { 'accept-language': 'fr-SN,fr;q=0.9' }

export async function benchPotHtml(stage: Stage, say: (line: string) => void): Promise<Line[]> {
  // React renders several times slower in development.
  process.env['NODE_ENV'] = 'production'
  const rendering = await stage.boot(potsProduct, 'bench_pot_html')
  const slugs = await seedPots(rendering.runtime, rendering.urls.ownerUrl)
  const web = { product: 'wolo', ...(await buildWeb()) }
  await attachWeb(rendering.runtime.app, { ...web, readDirectly: rendering.runtime.readDirectly })
  const pages = await web.build()
  const framed = await stage.again(potsProduct, rendering.urls)
  await attachWeb(framed.app, { ...web, readDirectly: framed.readDirectly, build: async () => threeLines(pages) })
  const plain = Fastify({ logger: false })
  await attachWeb(plain, { ...web, build: async () => plainPage() })
  const local = { port: 0, host: '127.0.0.1' }
  const page = readings(`${await rendering.runtime.app.listen(local)}/p`, slugs, PLAIN)
  const lines: Line[] = []
  try {
    say('rendering the public page of a pot against three lines in its place …')
    const inFrame = readings(`${await framed.app.listen(local)}/p`, slugs, PLAIN, 1000)
    lines.push(
      ...linesOf(
        await race(
          { name: 'public page of a pot, HTML, rendered', load: page },
          { name: '  three lines in the same framework, document and frame', load: inFrame },
        ),
        { limit: RENDERED_LIMIT, statements: [1, 0] },
      ),
    )
    say('the same against three lines in the bare framework …')
    const bare = readings(`${await plain.listen(local)}/p`, slugs, PLAIN, 100)
    lines.push(
      ...linesOf(
        await race(
          { name: 'public page of a pot, HTML, rendered', load: page },
          { name: '  three lines in the bare framework, without document, wording or data', load: bare },
          4,
        ),
        { statements: [1, 0], note: 'no limit set: for comparison' },
      ),
    )
  } finally {
    await plain.close()
  }
  lines.push(...(await benchKept(stage, rendering.urls, slugs[0]!, say)))
  return lines
}

/** A second server on the same pots, which keeps its pages. */
async function benchKept(
  stage: Stage,
  urls: { appUrl: string; jobsUrl: string; ownerUrl: string },
  slug: string,
  say: (line: string) => void,
): Promise<Line[]> {
  const runtime = await stage.again(potsProduct, urls)
  const kept = keepPages({ now: () => new Date(), timeZone: potsProduct.timeZone, concerns })
  await attachWeb(runtime.app, {
    product: 'wolo',
    keptPages: kept,
    early: runtime.early,
    readDirectly: runtime.readDirectly,
    ...(await buildWeb()),
  })
  await runtime.changes.follow(kept)
  const address = await runtime.app.listen({ port: 0, host: '127.0.0.1' })
  const page = await runtime.app.inject({ url: `/p/${slug}`, headers: BROWSER })
  if (page.headers['etag'] === undefined) throw new Error('the page was not kept')
  const bare = createServer((_incoming, answer) => {
    answer
      .writeHead(200, {
        'content-type': page.headers['content-type'],
        'content-encoding': page.headers['content-encoding'],
        'content-length': page.rawPayload.length,
      })
      .end(page.rawPayload)
  })
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  const against = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`
  const side = (url: string): Load => readings(`${url}/p`, [slug], BROWSER)
  try {
    say(`sending the kept page (${page.rawPayload.length} bytes) against a bare server with the same bytes …`)
    const calm = await race(
      { name: 'public page of a pot, HTML, kept', load: side(address) },
      { name: '  bare node:http: the same bytes', load: side(against) },
    )
    say('the same while a gift each second changes the page …')
    let gifts = 0
    const timer = setInterval(() => void give(runtime, slug).then(() => (gifts += 1)), 1000)
    const busy = await race(
      { name: 'the same, with a gift each second', load: side(address) },
      { name: '  bare node:http: the same bytes', load: side(against) },
    ).finally(() => clearInterval(timer))
    if (gifts < 10) throw new Error(`only ${gifts} gifts arrived while measuring`)
    return [
      ...linesOf(calm, { limit: KEPT_LIMIT, statements: [0, 0] }),
      ...linesOf(busy, { limit: KEPT_LIMIT, note: `${gifts} gifts` }),
    ]
  } finally {
    bare.closeAllConnections()
    await new Promise((resolve) => bare.close(resolve))
  }
}

const findOwner = statement<{ owner_id: string; pot_id: string }>(
  'bench.find_owner',
  'select owner_id, pot_id from pots.share_link where slug = $1',
)
const insertGift = statement(
  'bench.insert_gift',
  `insert into pots.gift (owner_id, id, pot_id, payment_id, transfer_id, status, amount_minor, currency, donor_subject,
     donor_name, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at)
   values ($1, $2, $3, gen_random_uuid(), gen_random_uuid(), 'received', 2500, 'XOF', gen_random_uuid(), 'Modou Fall',
     'Joyeux anniversaire', false, true, 'fr-SN', now(), now(), now())`,
)
const addToTotal = statement(
  'bench.add_to_total',
  'update pots.pot_total set raised_minor = raised_minor + 2500, gift_count = gift_count + 1 where owner_id = $1 and pot_id = $2',
)

/** What a gift changes of the page; the rest of its way is measured elsewhere. */
async function give(runtime: Runtime, slug: string): Promise<void> {
  await runtime.db.transaction(ALL_ROWS, async (tx) => {
    const { owner_id, pot_id } = await findOwner.one(tx, slug)
    await insertGift.run(tx, owner_id, uuidV7(runtime.clock), pot_id)
    await addToTotal.run(tx, owner_id, pot_id)
  })
}
