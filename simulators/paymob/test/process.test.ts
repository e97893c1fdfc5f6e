// The simulator as its own process: its line, its stop, and what survives when it is killed.
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { send, startStandIn, until } from '../../test/make.ts'
import { API_KEY, billing, KEY, PUBLIC, receiver, SECRET, type Receiver } from './make.ts'

let folder: string
let hook: Receiver
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paymob-simulator-'))
  hook = await receiver()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await hook.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = () =>
  startStandIn(
    'paymob',
    {
      PAYMOB_SIM_PORT: '0',
      PAYMOB_SIM_SECRET_KEY: KEY,
      PAYMOB_SIM_PUBLIC_KEY: PUBLIC,
      PAYMOB_SIM_API_KEY: API_KEY,
      PAYMOB_SIM_HMAC_SECRET: SECRET,
      PAYMOB_SIM_CALLBACK_URL: hook.url,
      PAYMOB_SIM_STATE: join(folder, 'deep/state.jsonl'),
      PAYMOB_SIM_RETRY_SECONDS: '0.3,0.3,0.3',
    },
    children,
  )

const create = (url: string, special_reference: string) =>
  send(`${url}/v1/intention/`, 'POST', { amount: 5000, currency: 'EGP', payment_methods: [1001], billing_data: billing, special_reference }, { authorization: `Token ${KEY}` }) // prettier-ignore

test('it prints its address, serves, and stops with success when asked', async () => {
  const { url, child, exit } = await start()
  expect((await create(url, 'inv-1')).status).toBe(201)
  child.kill('SIGTERM')
  expect(await exit).toBe(0)
})

test('killed between a payment and its callback, it delivers after the restart and forgets nothing', async () => {
  hook.answers.push(500)
  const first = await start()
  const made = (await create(first.url, 'inv-1')).body
  await send(`${first.url}/_control/clock`, 'POST', { offset_ms: 60_000 }, {})
  await send(`${first.url}/_control/pay`, 'POST', { order: 'inv-1', save: true }, {})
  await until(() => hook.received.length >= 1)
  first.child.kill('SIGKILL')
  await first.exit
  const second = await start()
  await until(() => hook.received.filter((it) => it.body.type === 'TRANSACTION').length === 2)
  const [before, after] = hook.received.filter((it) => it.body.type === 'TRANSACTION')
  expect([after!.raw, after!.hmac]).toEqual([before!.raw, before!.hmac])
  const state = (await send(`${second.url}/_control/state`, 'GET', undefined, {})).body
  expect(state).toMatchObject({ clock_offset_ms: 60_000, intentions: [{ order_id: made.intention_order_id }] })
  expect(state.cards).toHaveLength(1)
  expect((await create(second.url, 'inv-2')).body.intention_order_id).toBeGreaterThan(Number(state.transactions[0].id))
})
