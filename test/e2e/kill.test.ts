/**
 * A real `kill -9` around a payment: before the server heard of it, and while it answers. Started again on the same data, each
 * gift has arrived, once, and the ledger is proven. Between Wave and the server stands a gate of ours, which chooses the moment.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeFor, eventually, moveClock, openHouse, START_MS_MAX, today, type House } from './house.ts'

const GIFT = 2000n
const GIFTS = 6

let house: House
let gate: Gate
beforeAll(async () => {
  house = await openHouse({ demonstration: false })
  gate = await openGate(`${house.url}/webhooks/wave`)
  await post(`${house.standInUrl}/_control/webhook`, { url: gate.url })
}, START_MS_MAX)
afterAll(async () => {
  await gate?.close()
  await house?.close()
})

test(
  'a payment whose webhook came to a dead server is a gift when the server lives again',
  { timeout: 240_000 },
  async () => {
    const slug = await openPot('+221778100001')
    const died = gate.once(async () => {
      await house.kill()
      return undefined
    })
    await pay(await give(slug))
    await died
    await expect(fetch(`${house.url}/health/live`)).rejects.toThrow()
    await house.start()
    await arrived(slug, 1)
  },
)

// At once the work has hardly begun; a little later jobs are in the hands of the worker that dies.
test.each([0, 25, 60])(
  'payments are gifts once, though the server died %d ms after it had answered the first webhook',
  { timeout: 240_000 },
  async (ms) => {
    const slug = await openPot(`+2217781001${String(ms).padStart(2, '0')}`)
    const answers: number[] = []
    const died = gate.once(async (forward) => {
      answers.push(await forward())
      await sleep(ms)
      await house.kill()
      return answers[0]
    })
    const pages = await Promise.all(Array.from({ length: GIFTS }, () => give(slug)))
    // Paid at the same time: what the kill meets of the others is anything from "not yet heard" to "done".
    await Promise.all(pages.map(pay))
    await died
    expect(answers).toEqual([200])
    await house.start()
    await arrived(slug, GIFTS)
  },
)

/** All gifts are there; and, when Wave has repeated what it had to and every sweep was made, no more than these. */
async function arrived(slug: string, count: number): Promise<void> {
  const pot = async () => (await (await fetch(`${house.url}/api/p/${slug}`)).json()) as Pot
  await eventually(`${count} gifts in the pot`, async () => ((await pot()).gift_count >= count ? true : undefined), {
    seconds: 30,
  })
  await eventually('Wave having told all', async () => {
    const { events } = (await (await fetch(`${house.standInUrl}/_control/state`)).json()) as {
      events: { status: string }[]
    }
    return events.every((event) => event.status === 'delivered') ? true : undefined
  })
  await moveClock(house.url, { by: 'PT15M' })
  const { gift_count, raised_minor } = await pot()
  expect({ gift_count, raised_minor }).toEqual({ gift_count: count, raised_minor: String(GIFT * BigInt(count)) })
  const health = (await (await fetch(`${house.url}/health/checks`)).json()) as Health
  expect(health.checks.find(({ module, name }) => module === 'ledger' && name === 'proof')).toMatchObject({
    status: 'ok',
  })
  expect(health.status).toBe('ok')
}

interface Pot {
  readonly gift_count: number
  readonly raised_minor: string
}

interface Health {
  readonly status: string
  readonly checks: readonly { readonly module: string; readonly name: string; readonly status: string }[]
}

/** A person signs up and opens a pot; answers where friends find it. */
async function openPot(phone: string): Promise<string> {
  const { challenge_id } = await post(`${house.url}/api/otp`, { phone, purpose: 'sign_in' })
  const code = await codeFor(house.url, phone)
  const { token } = await post(`${house.url}/api/otp/${challenge_id}/verification`, { code })
  const born = (await today(house.url)).add({ days: 20 }).with({ year: 1996 })
  const profile = { first_name: 'Aby', last_name: null, date_of_birth: born.toString() }
  await post(`${house.url}/api/me/profile`, profile, { method: 'PUT', token })
  const pot = { title: 'Les 30 ans d’Aby', target_minor: '50000', visibility: 'link' }
  return (await post(`${house.url}/api/pots`, pot, { token }))['slug']!
}

/** A friend gives; answers with Wave's page. */
async function give(slug: string): Promise<string> {
  const gift = { amount_minor: String(GIFT), is_anonymous: true, show_amount: true }
  return (await post(`${house.url}/api/p/${slug}/gifts`, gift))['launch_url']!
}

/** Pays on Wave's page, which then leads back to us. */
async function pay(launchUrl: string): Promise<void> {
  const body = new URLSearchParams({ act: 'pay', mobile: '77 123 45 67' })
  const { origin, pathname } = new URL(launchUrl)
  const { status, headers } = await fetch(`${origin}${pathname}/pay`, { method: 'POST', body, redirect: 'manual' })
  expect({ status, to: headers.get('location') }).toEqual({ status: 303, to: expect.stringContaining('/g/') })
}

async function post(
  url: string,
  body: unknown,
  { method = 'POST', token }: { method?: string; token?: string | undefined } = {},
): Promise<Record<string, string>> {
  const answer = await fetch(url, {
    method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Record<string, string>
}

/** Passes a webhook on; answers with what the server said, or, for undefined, breaks the connection. */
type Passing = (forward: () => Promise<number>) => Promise<number | undefined>

interface Gate {
  readonly url: string
  /** The next webhook passes in this way; resolves when it has. Those after it pass as they come. */
  once(passing: Passing): Promise<void>
  close(): Promise<void>
}

async function openGate(target: string): Promise<Gate> {
  const plainly: Passing = (forward) => forward()
  let next: { passing: Passing; passed: () => void } | undefined
  const server: Server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const { host: _, connection: __, ...headers } = request.headers
    const forward = async () =>
      (await fetch(target, { method: 'POST', headers: headers as Record<string, string>, body })).status
    const { passing, passed } = next ?? { passing: plainly, passed: () => {} }
    next = undefined
    try {
      const status = await passing(forward)
      if (status === undefined) request.destroy()
      else response.writeHead(status).end()
    } catch {
      request.destroy()
    }
    passed()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    once: (passing) => new Promise((passed) => (next = { passing, passed })),
    close: () => new Promise((done) => void server.close(() => done())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
