// The simulator as its own process: its line, its stop, and what survives when it is killed.
import type { ChildProcess } from 'node:child_process'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { send, startStandIn, until } from '../../test/make.ts'
import { KEY, receiver, SECRET, type Receiver } from './make.ts'

let folder: string
let hook: Receiver
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wave-simulator-'))
  hook = await receiver()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await hook.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (env: Record<string, string> = {}) =>
  startStandIn(
    'wave',
    {
      WAVE_SIM_PORT: '0',
      WAVE_SIM_API_KEY: KEY,
      WAVE_SIM_WEBHOOK_URL: hook.url,
      WAVE_SIM_WEBHOOK_SECRET: SECRET,
      WAVE_SIM_STATE: join(folder, 'deep/state.jsonl'),
      WAVE_SIM_RETRY_SECONDS: '0.3,0.3,0.3',
      ...env,
    },
    children,
  )

const api = (url: string, method: string, path: string, body?: unknown) =>
  send(`${url}${path}`, method, body, { authorization: `Bearer ${KEY}`, 'idempotency-key': 'k' })

const create = (url: string) =>
  api(url, 'POST', '/v1/checkout/sessions', {
    amount: '5000',
    currency: 'XOF',
    success_url: 'https://shop.example/',
    error_url: 'https://shop.example/',
  })

test('it prints its address, serves, and stops with success when asked', async () => {
  const { url, child, exit } = await start({ WAVE_SIM_SESSION_MINUTES: '5', WAVE_SIM_BUSINESS_NAME: 'Teranga' })
  const { body } = await create(url)
  expect(Date.parse(body.when_expires) - Date.parse(body.when_created)).toBe(5 * 60_000)
  expect(body.wave_launch_url).toBe(`${url}/c/${body.id}?a=5000&c=XOF&m=Teranga`)
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
})

test('killed between a payment and its webhook, it delivers after the restart and forgets nothing', async () => {
  hook.answers.push(500)
  const first = await start()
  const { id } = (await create(first.url)).body
  await send(`${first.url}/_control/clock`, 'POST', { offset_ms: 60_000 }, {})
  await send(`${first.url}/_control/pay`, 'POST', { session: id }, {})
  const payout = { currency: 'XOF', receive_amount: '1000', mobile: '+221771234567' }
  const paidOut = (await api(first.url, 'POST', '/v1/payout', payout)).body
  await until(() => hook.received.length === 1)
  first.child.kill('SIGKILL')
  await first.exit
  expect(hook.received).toHaveLength(1)

  const second = await start()
  await until(() => hook.received.length === 2)
  expect(hook.received[1]!.raw).toBe(hook.received[0]!.raw)
  const session = (await api(second.url, 'GET', `/v1/checkout/sessions/${id}`)).body
  expect(session).toMatchObject({ payment_status: 'succeeded', wave_launch_url: expect.stringContaining(second.url) })
  expect((await api(second.url, 'POST', '/v1/payout', payout)).body).toEqual(paidOut)
  expect((await api(second.url, 'GET', '/v1/balance')).body.amount).toBe(String(100_000_000 + 4_950 - 1_010))
  expect((await send(`${second.url}/_control/state`, 'GET', undefined, {})).body.clock_offset_ms).toBe(60_000)
})

test('what was answered survives a kill in the same instant', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { url, child, exit } = await start()
    const { id } = (await create(url)).body
    child.kill('SIGKILL')
    await exit
    expect(readFileSync(join(folder, 'deep/state.jsonl'), 'utf8')).toContain(id)
  }
})

test('a journal torn in its last line is read up to there', async () => {
  const first = await start()
  const { id } = (await create(first.url)).body
  first.child.kill('SIGKILL')
  await first.exit
  const journal = join(folder, 'deep/state.jsonl')
  appendFileSync(journal, '[["session",{"id":"cos-torn","amou')
  const second = await start()
  expect((await api(second.url, 'GET', `/v1/checkout/sessions/${id}`)).status).toBe(200)
  expect((await api(second.url, 'GET', '/v1/checkout/sessions/cos-torn')).status).toBe(404)
  expect(readFileSync(journal, 'utf8')).not.toContain('cos-torn')
})

test('a port in use is one clear sentence', async () => {
  const squatter = createServer()
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve))
  const { port } = squatter.address() as AddressInfo
  await expect(start({ WAVE_SIM_PORT: String(port) })).rejects.toThrow(`port ${port} is already in use`)
  squatter.close()
})

test('a setting that makes no sense is named', async () => {
  await expect(start({ WAVE_SIM_SESSION_MINUTES: 'soon' })).rejects.toThrow('WAVE_SIM_SESSION_MINUTES must be a number')
})
