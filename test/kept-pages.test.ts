/**
 * Pages for strangers come from memory and are never old: two servers on one database, each with its pages, while a third
 * process takes the gifts. And no change of what strangers see goes unannounced, whichever verb makes it.
 */
import { randomUUID } from 'node:crypto'
import { get } from 'node:http'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bootProduct, type Runtime } from '../kernel/boot.ts'
import { concerns, topicOf, type Keeper } from '../kernel/changes.ts'
import { SESSION_COOKIE } from '../kernel/http/admission.ts'
import { createLog } from '../kernel/log.ts'
import { setPackStatus } from '../modules/catalog/api.ts'
import { changePot } from '../modules/pots/changes.ts'
import { cancelPot, countLooks } from '../modules/pots/pots.ts'
import { giftId, potId, refundRequestId } from '../modules/pots/ids.ts'
import { decideRefund, requestGiftRefund } from '../modules/pots/refunds.ts'
import { house, wirePot, type House } from '../modules/pots/test/make.ts'
import { attachWeb } from '../web/attach.ts'
import { buildWeb } from '../web/build.ts'
import { keepPages, type KeptPages } from '../web/kept-pages.ts'
import { visitorOf } from '../web/visitor.ts'

interface Server {
  readonly runtime: Runtime
  readonly app: FastifyInstance
  readonly kept: KeptPages
  /** Topics that this server was told of, since it began. */
  readonly told: Set<string>
  /** Opens a page as a browser does. */
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; text: string; headers: Headers }>
}
type Headers = Record<string, string | string[] | number | undefined>

let h: House
let one: Server
let other: Server
const NAVIGATION = { 'sec-fetch-mode': 'navigate', 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140 Mobile' }

async function server(): Promise<Server> {
  const { config, product, clock } = h.t
  const runtime = await bootProduct(
    { ...product, looks: countLooks },
    { config, urls: h.t.urls, clock, log: createLog('silent', 'pages') },
  )
  const kept = keepPages({
    now: () => new Date(clock.now().epochMilliseconds),
    timeZone: product.timeZone,
    concerns,
  })
  await attachWeb(runtime.app, {
    product: 'wolo',
    now: () => new Date(clock.now().epochMilliseconds),
    visitorOf: (request) => visitorOf(runtime.app, request.cookies[SESSION_COOKIE]),
    keptPages: kept,
    early: runtime.early,
    readDirectly: runtime.readDirectly,
    looked: (path) => runtime.looked(path),
    ...(await buildWeb()),
  })
  await runtime.changes.follow(kept)
  const told = new Set<string>()
  await runtime.changes.follow({ pause() {}, resume() {}, forget: (topics) => topics.forEach((it) => told.add(it)) })
  return {
    runtime,
    app: runtime.app,
    kept,
    told,
    async get(path, headers = {}) {
      const answer = await runtime.app.inject({ url: path, headers: { host: 'wolo.test', ...headers } })
      return { status: answer.statusCode, text: answer.body, headers: answer.headers }
    },
  }
}

beforeAll(async () => {
  h = await house()
  one = await server()
  other = await server()
}, 180_000)
afterAll(async () => {
  await one?.runtime.close()
  await other?.runtime.close()
  await h?.close()
})

/** Until both servers were told of all that the third process has done: what they make from then on, they keep. */
async function heard(): Promise<void> {
  await h.t.costs(async () => {})
  const mark = randomUUID()
  await h.t.asOwner((client) => client.query(`select pg_notify('teranga_changes', $1)`, [`test ${mark}`]))
  await expect.poll(() => one.told.has(mark) && other.told.has(mark), { interval: 5 }).toBe(true)
}

/** A page whose looks, gifts and changes the next test alone causes. */
const newPot = async (more = {}) => {
  const { pot, owner, pack } = await h.openPot(25_000n, { visibility: 'public', ...more })
  await heard()
  return { pot, owner, pack, path: `/p/${pot.slug}` }
}
const texts = (path: string, headers?: Record<string, string>) =>
  Promise.all([one, other].map(async (it) => (await it.get(path, headers)).text))

test('the second look is answered from memory, byte for byte, with a request id of its own', async () => {
  const { path } = await newPot()
  const first = await one.get(path)
  const before = one.runtime.db.counters.statements
  const second = await one.get(path)
  expect(one.runtime.db.counters.statements).toBe(before)
  expect(second.text).toBe(first.text)
  expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
  expect(second.headers['cache-control']).toBe('private, no-cache')
  expect(second.headers['x-request-id']).not.toBe(first.headers['x-request-id'])
})

test('before any routing the same bytes and headers are sent, looks are counted, and one who is signed in gets a page of their own', async () => {
  const { path, pot, owner } = await newPot()
  const token = await h.tokenOf(owner)
  const url = await one.app.listen({ host: '127.0.0.1', port: 0 })
  // A browser's own headers are not for `fetch` to set.
  const ask = (headers = {}) =>
    new Promise<{ status: number | undefined; headers: Headers; bytes: Buffer }>((resolve, reject) => {
      get(url + path, { headers: { 'accept-encoding': 'gzip', ...headers } }, (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) }),
        )
      }).on('error', reject)
    })
  const routed = await ask()
  const before = one.runtime.db.counters.statements
  const early = await ask(NAVIGATION)
  expect(one.runtime.db.counters.statements).toBe(before)
  expect(early.bytes.equals(routed.bytes)).toBe(true)
  const lasting = ({ headers }: { headers: Headers }) => ({ ...headers, date: undefined, 'x-request-id': undefined })
  expect(lasting(early)).toEqual(lasting(routed))
  expect(early.headers['x-request-id']).not.toBe(routed.headers['x-request-id'])
  expect((await ask({ 'if-none-match': String(routed.headers['etag']) })).status).toBe(304)
  expect((await ask({ cookie: `${SESSION_COOKIE}=of-somebody` })).headers['etag']).toBe(undefined)
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/route="kept",status="200"[^\n]* 1\n/)
  const views = async () => (await h.t.call('GET', `/pots/${wirePot(pot)}`, { token })).json.views
  await expect.poll(views).toBe('1')
})

test('a browser that has the page is told so in no bytes', async () => {
  const { path } = await newPot()
  const { headers } = await one.get(path)
  const again = await one.get(path, { 'if-none-match': String(headers['etag']) })
  expect([again.status, again.text]).toEqual([304, ''])
  expect((await one.get(path, { 'if-none-match': 'W/"another"' })).status).toBe(200)
})

test('a gift is seen on every server by whoever asks after it arrived', async () => {
  const { pot, path } = await newPot()
  for (const text of [...(await texts(path)), ...(await texts(path))]) expect(text).not.toContain('Ndeye')
  await h.give(pot, 5000, { donor_name: 'Ndeye', message: 'Joyeux anniversaire' })
  await expect.poll(async () => (await texts(path)).every((text) => text.includes('Ndeye')), { interval: 5 }).toBe(true)
  await expect.poll(async () => (await texts('/p')).every((text) => text.includes(path)), { interval: 5 }).toBe(true)
})

test('who changes a pot sees it changed at once on the server that took the change', async () => {
  const { pot, owner, path } = await newPot()
  expect((await one.get(path)).text).toContain(pot.title)
  const token = await h.tokenOf(owner)
  const answer = await one.app.inject({
    method: 'PATCH',
    url: `/api/pots/${wirePot(pot)}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    payload: { title: 'Une autre fête' },
  })
  expect(answer.statusCode, answer.body).toBe(200)
  expect((await one.get(path)).text).toContain('Une autre fête')
})

test('gifts one after another, and looks all the while: nobody sees fewer than were there a moment before they asked', async () => {
  const { pot, path } = await newPot()
  const donors = async () => new Set([...(await one.get(path)).text.matchAll(/Donneur-\d/g)].map(String)).size
  let arrived = 0
  let asking = true
  const looker = async () => {
    for (let seen = 0; asking;) {
      const known = arrived
      // What another process wrote is heard of a moment later.
      await new Promise((done) => setTimeout(done, 50))
      const shown = await donors()
      expect(shown).toBeGreaterThanOrEqual(Math.max(seen, known))
      seen = shown
    }
  }
  const lookers = [looker(), looker(), looker()]
  for (; arrived < 4; arrived++) await h.give(pot, 1000, { donor_name: `Donneur-${arrived}` })
  asking = false
  await Promise.all(lookers)
  await expect.poll(donors).toBe(4)
})

test('each language has its page; a chosen one wins and is remembered', async () => {
  const { path } = await newPot()
  const french = await one.get(path, { 'accept-language': 'fr-SN' })
  const english = await one.get(path, { 'accept-language': 'en-GB,en;q=0.9' })
  expect(french.text).toContain('<html lang="fr"')
  expect(english.text).toContain('<html lang="en"')
  expect((await one.get(path, { 'accept-language': 'fr', cookie: 'lang=en' })).text).toBe(english.text)
  const chosen = await one.get(`${path}?lang=en`, { 'accept-language': 'fr' })
  expect(chosen.headers['set-cookie']).toContain('lang=en')
  expect((await one.get(path, { 'accept-language': 'fr' })).text).toBe(french.text)
  expect((await one.get(path, { 'accept-language': 'fr' })).headers['set-cookie']).toBe(undefined)
})

test('who is signed in gets a page of their own, never one that is kept, and leaves none for others', async () => {
  const { owner, path } = await newPot()
  const cookie = `${SESSION_COOKIE}=${await h.tokenOf(owner)}`
  const own = await one.get(path, { cookie })
  expect(own.headers['cache-control']).toBe('private, no-store')
  expect(own.headers['etag']).toBe(undefined)
  const stranger = await one.get(path)
  expect(stranger.text).not.toBe(own.text)
  expect((await one.get(path, { cookie })).text).toBe(own.text)
  expect((await one.get(path, { cookie: `lang=fr; ${cookie}` })).headers['cache-control']).toBe('private, no-store')
})

test('what senders of links add to an address changes nothing; what a page reads does', async () => {
  const { path } = await newPot()
  const plain = await one.get(path)
  const before = one.runtime.db.counters.statements
  expect((await one.get(`${path}?fbclid=abc&utm_source=whatsapp`)).text).toBe(plain.text)
  expect(one.runtime.db.counters.statements).toBe(before)
  await one.get(`${path}?anything=else`)
  expect(one.runtime.db.counters.statements).toBeGreaterThan(before)
})

test('pages that are not there, forms and private steps are made anew each time', async () => {
  const { path } = await newPot()
  const { pages } = one.kept.size
  for (const address of ['/p/nobody-23456789ab', '/nowhere', `${path}/give`, '/sign-in']) {
    const [first, second] = [await one.get(address), await one.get(address)]
    expect([first.headers['etag'], second.headers['etag']], address).toEqual([undefined, undefined])
  }
  expect(one.kept.size.pages).toBe(pages)
})

test.each(['/', '/packs', '/p'])('%s is kept too', async (path) => {
  await heard()
  await one.get(path)
  const before = one.runtime.db.counters.statements
  expect((await one.get(path)).status).toBe(200)
  expect(one.runtime.db.counters.statements).toBe(before)
})

test('a private pot’s gifts are in no kept page', async () => {
  const { pot, owner, path } = await newPot()
  await h.give(pot, 2000, { donor_name: 'Penda' })
  await expect.poll(async () => (await one.get(path)).text.includes('Penda')).toBe(true)
  await h.t.tx((tx) => changePot(h.t.ctx(owner.actor), tx, potId.parse(wirePot(pot)), { visibility: 'private' }))
  await expect.poll(async () => (await texts(path)).some((text) => text.includes('Penda')), { interval: 5 }).toBe(false)
})

test('all words for somebody are kept as their pot is: a new one is there at once, none of a pot that turned private, and no look is counted', async () => {
  const { pot, owner, path } = await newPot()
  const all = `${path}/gifts`
  await h.give(pot, 2000, { donor_name: 'Penda', message: 'Bonne fête' })
  await heard()
  expect((await one.get(all, NAVIGATION)).text).toContain('Penda')
  const before = one.runtime.db.counters.statements
  expect((await one.get(all, NAVIGATION)).status).toBe(200)
  expect(one.runtime.db.counters.statements).toBe(before)
  await h.give(pot, 2000, { donor_name: 'Codou', message: 'Longue vie' })
  await expect.poll(async () => (await texts(all)).every((text) => text.includes('Codou')), { interval: 5 }).toBe(true)
  await h.t.tx((tx) => changePot(h.t.ctx(owner.actor), tx, potId.parse(wirePot(pot)), { visibility: 'private' }))
  await expect
    .poll(async () => (await texts(all)).some((text) => /Penda|Codou/.test(text)), { interval: 5 })
    .toBe(false)
  const token = await h.tokenOf(owner)
  expect((await h.t.call('GET', `/pots/${wirePot(pot)}`, { token })).json.views).toBe('0')
  const unknown = await one.get('/p/nobody-23456789ab/gifts')
  expect([unknown.status, unknown.headers['etag']]).toEqual([404, undefined])
})

test('looks at a kept page are counted once for each person who opens it', async () => {
  const { pot, owner, path } = await newPot()
  for (let i = 0; i < 5; i++) await one.get(path, NAVIGATION)
  await one.get(path)
  await one.get(path, { ...NAVIGATION, 'sec-purpose': 'prefetch' })
  await one.get(path, { ...NAVIGATION, 'user-agent': 'WhatsApp/2.23.20 facebookexternalhit/1.1' })
  const token = await h.tokenOf(owner)
  await one.get(path, { ...NAVIGATION, cookie: `${SESSION_COOKIE}=${token}` })
  const views = async () => (await h.t.call('GET', `/pots/${wirePot(pot)}`, { token })).json.views
  await expect.poll(views).toBe('6')
})

test('a server that lost its ear keeps nothing until it hears again', async () => {
  const { pot, path } = await newPot()
  await texts(path)
  expect(one.kept.size.pages).toBeGreaterThan(0)
  const admin = new pg.Client({ connectionString: process.env['TERANGA_TEST_ADMIN_URL'] })
  await admin.connect()
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'teranga changes' and datname = $1`,
    [new URL(h.t.urls.jobsUrl).pathname.slice(1)],
  )
  await admin.end()
  await expect.poll(() => one.kept.size.pages).toBe(0)
  await h.give(pot, 3000, { donor_name: 'Codou' })
  expect((await texts(path)).every((text) => text.includes('Codou'))).toBe(true)
  await expect.poll(async () => (await texts(path)) && one.kept.size.pages > 0 && other.kept.size.pages > 0).toBe(true)
  await h.give(pot, 3000, { donor_name: 'Astou' })
  await expect.poll(async () => (await texts(path)).every((text) => text.includes('Astou')), { interval: 5 }).toBe(true)
})

describe('no change of a public page goes unannounced', () => {
  const heard: string[] = []
  const ear: Keeper = { forget: (topics) => void heard.push(...topics), pause: () => {}, resume: () => {} }
  const steps: [string, () => Promise<{ pot: { slug: string; owner_id: string } }>][] = [
    [
      'a gift',
      async () => {
        const { pot } = await newPot()
        await watch(pot)
        await h.give(pot, 5000, { donor_name: 'Modou' })
        return { pot }
      },
    ],
    [
      'a refund',
      async () => {
        const { pot } = await newPot()
        const given = await h.give(pot, 5000)
        await watch(pot)
        const [maker, checker] = [await h.staff('pots.refund.request'), await h.staff('pots.refund.approve')]
        await h.t.tx(async (tx) => {
          const asking = { reason: 'user_request', note: 'Asked by phone' } as const
          const asked = await requestGiftRefund(h.t.ctx(maker.actor), tx, giftId.parse(given.gift_id), asking)
          const decision = { approved: true, note: 'As agreed' }
          await decideRefund(h.t.ctx(checker.actor), tx, refundRequestId.of(asked.id), decision)
        })
        await h.settle()
        return { pot }
      },
    ],
    [
      'the owner’s edit',
      async () => {
        const { pot, owner } = await newPot()
        await watch(pot)
        await h.t.tx((tx) =>
          changePot(h.t.ctx(owner.actor), tx, potId.parse(wirePot(pot)), { story: 'Une autre histoire' }),
        )
        return { pot }
      },
    ],
    [
      'the purchase of the pack',
      async () => {
        const { pot, owner } = await newPot()
        await h.give(pot, 25_000)
        await watch(pot)
        const answer = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, {
          token: await h.tokenOf(owner),
          key: `buy-${pot.slug}`,
          body: {},
        })
        expect(answer.status, answer.text).toBeLessThan(300)
        await h.settle()
        return { pot }
      },
    ],
    [
      'a pack that is withdrawn',
      async () => {
        const { pot, pack } = await newPot()
        await watch(pot)
        await h.t.tx((tx) => setPackStatus(h.t.ctx(), tx, pack.id, 'withdrawn'))
        await h.settle()
        return { pot }
      },
    ],
    [
      'a pot given up before it opened',
      async () => {
        const owner = await h.owner(Temporal.PlainDate.from('1990-05-01'))
        const pot = await h.pot(owner, { target_minor: 25_000n })
        await watch(pot)
        await h.t.tx((tx) => cancelPot(h.t.ctx(owner.actor), tx, owner.userId, potId.parse(wirePot(pot))))
        return { pot }
      },
    ],
    [
      'the erasure of a donor',
      async () => {
        const { pot } = await newPot()
        const donor = await h.owner()
        const given = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
          key: `given-${pot.slug}`,
          token: await h.tokenOf(donor),
          body: { amount_minor: '2000', donor_name: 'Fatou' },
        })
        h.pay(given.json)
        await h.settle()
        await watch(pot)
        const { personalData } = h.t.product.modules.find((it) => it.name === 'pots')!
        await h.t.tx((tx) => personalData!.erase(h.t.ctx(), tx, donor.userId))
        return { pot }
      },
    ],
    [
      'days that pass: the birthday, the shortfall, the end',
      async () => {
        const { pot } = await newPot()
        await h.give(pot, 5000)
        await watch(pot)
        await h.goTo('2026-03-22')
        await h.goTo('2026-04-10')
        return { pot }
      },
    ],
  ]
  const seen = new Map<string, string>()
  const pageOf = async ({ slug }: { slug: string }) => (await h.t.call('GET', `/p/${slug}`)).text
  const watch = async (pot: { slug: string }) => {
    seen.set(pot.slug, await pageOf(pot))
    heard.length = 0
  }
  beforeAll(() => h.t.changes.follow(ear))

  test.each(steps)('%s', async (_name, act) => {
    const { pot } = await act()
    expect(await pageOf(pot)).not.toBe(seen.get(pot.slug))
    const topic = topicOf(h.t.context().vault, 'pots', pot.owner_id)
    expect(heard.some((it) => concerns(it, topic))).toBe(true)
  })
})
