/**
 * A whole house for tests from outside: its own folder, its own ports, one product, and the processes a person would start.
 * With the demonstration it is the very thing `npm start <product>` starts (embedded PostgreSQL, seed, the stand-in of who takes
 * its payments, pages); without, a server as production runs it, beside a stand-in that outlives it.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { existingFolder, startEmbedded } from '../../kernel/db/embedded.ts'
import { freePort } from '../../kernel/db/server.ts'

const ROOT = join(import.meta.dirname, '../..')
/** A first start builds the pages and lives through a year; on a machine that is busy with other tests too. */
export const START_MS_MAX = 420_000

/** Who takes each product's payments: how its stand-in is called, and what it is told where it runs beside a server. */
const PRODUCTS = {
  wolo: {
    runs: 'Wolo at',
    provider: 'wave',
    standIn: (port: number, server: string) => ({
      WAVE_SIM_PORT: String(port),
      WAVE_SIM_PUBLIC_URL: `http://127.0.0.1:${port}`,
      WAVE_SIM_WEBHOOK_URL: `${server}/webhooks/wave`,
      WAVE_SIM_API_KEY: 'wave_sn_test_simulator',
      WAVE_SIM_WEBHOOK_SECRET: 'wave_sn_WHS_simulator',
    }),
  },
  tutor: {
    runs: 'Tutor at',
    provider: 'paymob',
    // Each payment says where its callbacks go.
    standIn: (port: number) => ({ PAYMOB_SIM_PORT: String(port) }),
  },
} as const
export type ProductName = keyof typeof PRODUCTS

export interface House {
  readonly url: string
  /** The stand-in of who takes the product's payments. */
  readonly standInUrl: string
  /** Ends the server at once, as the kernel does to a process that takes too much memory, and waits until it is gone. */
  kill(): Promise<void>
  /** Starts it again on the same data. */
  start(): Promise<void>
  close(): Promise<void>
}

export async function openHouse({
  product = 'wolo',
  demonstration = true,
}: { product?: ProductName; demonstration?: boolean } = {}): Promise<House> {
  const { runs, provider, standIn: told } = PRODUCTS[product]
  const dataDir = mkdtempSync(join(tmpdir(), 'teranga-house-'))
  const [port, standInPort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const standInUrl = `http://127.0.0.1:${standInPort}`
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    // Whatever this machine is set up for, a house of tests uses its own database.
    DATABASE_URL: '',
    TERANGA_DATA_DIR: dataDir,
    TERANGA_START_PORT: '0',
    [`TERANGA_${product.toUpperCase()}_PORT`]: String(port),
    [`TERANGA_${provider.toUpperCase()}_PORT`]: String(standInPort),
    [`${provider.toUpperCase()}_API_URL`]: standInUrl,
    TERANGA_LOG_LEVEL: 'warn',
  }
  const standIn = demonstration
    ? undefined
    : // A process of its own, which hears of our death only as the provider would: its calls are not answered.
      program([`simulators/${provider}/main.ts`], 'listening', { ...env, ...told(standInPort, url) })
  const server = program(
    demonstration
      ? ['teranga.ts', 'start', product]
      : ['teranga.ts', 'serve', '--product', product, '--migrate', '--no-pages'],
    demonstration ? 'Ctrl-C' : runs,
    env,
  )
  const house: House = {
    url,
    standInUrl,
    start: () => server.start(),
    kill: () => server.end('SIGKILL'),
    async close() {
      await server.end('SIGTERM')
      await standIn?.end('SIGTERM')
      // A database whose server was killed is still running.
      const postgres = join(dataDir, 'postgres')
      const folder = existingFolder(postgres)
      if (folder) await (await startEmbedded({ dataDir: postgres })).stop()
      for (const it of [folder, dataDir])
        if (it) rmSync(it, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
  try {
    await standIn?.start()
    await server.start()
  } catch (error) {
    await house.close()
    throw error
  }
  return house
}

interface Program {
  /** Resolves when it said that it runs. */
  start(): Promise<void>
  /** Resolves when it is gone. */
  end(signal: NodeJS.Signals): Promise<void>
}

function program(words: readonly string[], ready: string, env: NodeJS.ProcessEnv): Program {
  let child: ChildProcess | undefined
  return {
    start() {
      const started = spawn(process.execPath, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
      child = started
      let said = ''
      return new Promise<void>((up, down) => {
        const fail = (how: string) => down(new Error(`${words.join(' ')} ${how}:\n${said}`))
        const timer = setTimeout(() => fail('did not start in time'), START_MS_MAX)
        const listen = (chunk: Buffer) => {
          said = (said + chunk.toString()).slice(-20_000)
          if (!said.includes(ready)) return
          clearTimeout(timer)
          up()
        }
        started.stdout.on('data', listen)
        started.stderr.on('data', listen)
        started.once('exit', (code, signal) => {
          clearTimeout(timer)
          fail(`ended with ${code ?? signal}`)
        })
      })
    },
    end: (signal) =>
      new Promise<void>((done) => {
        if (!child || child.exitCode !== null || child.signalCode !== null) return done()
        child.once('exit', () => done())
        child.kill(signal)
      }),
  }
}

/** The latest one-time code sent to a number, read where a person would read it. */
export async function codeFor(url: string, phone: string): Promise<string> {
  return eventually(`a code for ${phone}`, async () => {
    const answer = await fetch(`${url}/api/dev/outbox?address=${encodeURIComponent(phone)}`)
    const { items } = (await answer.json()) as { items: { body: string }[] }
    return items.map((item) => /\b(\d{6})\b/.exec(item.body)?.[1]).find(Boolean)
  })
}

/** Asks until there is an answer. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  { seconds = 60 } = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`waited ${seconds} seconds in vain for ${what}`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** Moves the product's clock, and does what is due then. */
export async function moveClock(url: string, by: { by: string } | { to: string } | { reset: true }): Promise<void> {
  const answer = await fetch(`${url}/api/dev/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(by),
  })
  if (!answer.ok) throw new Error(`the clock was not moved: ${answer.status} ${await answer.text()}`)
}

/** Today, as the product counts days. */
export async function today(url: string): Promise<Temporal.PlainDate> {
  const answer = await fetch(`${url}/api/dev/clock`)
  const { now, time_zone } = (await answer.json()) as { now: string; time_zone: string }
  return Temporal.Instant.from(now).toZonedDateTimeISO(time_zone).toPlainDate()
}
