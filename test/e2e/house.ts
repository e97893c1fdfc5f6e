/**
 * A whole house for browser tests: the very thing `npm start` starts (embedded PostgreSQL, seed, Wave stand-in, pages), in a
 * folder and on ports of its own, and a phone-sized browser to use it with.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from '../../tools/chromium.ts'

const ROOT = join(import.meta.dirname, '../..')
const START_MS_MAX = 120_000
export const SCREENSHOTS = join(ROOT, 'docs/screenshots')

export interface House {
  readonly url: string
  readonly waveUrl: string
  /** Ends the server at once, as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
  /** Starts it again on the same data. */
  start(): Promise<void>
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

export async function openHouse(): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'teranga-house-'))
  const [port, wavePort] = [await freePort(), await freePort()]
  const url = `http://127.0.0.1:${port}`
  const waveUrl = `http://127.0.0.1:${wavePort}`
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    TERANGA_DATA_DIR: dataDir,
    TERANGA_WOLO_PORT: String(port),
    TERANGA_WAVE_PORT: String(wavePort),
    WAVE_API_URL: waveUrl,
    TERANGA_LOG_LEVEL: 'warn',
  }
  let child: ChildProcess | undefined
  const start = async () => {
    const started = spawn(process.execPath, [join(ROOT, 'teranga.ts'), 'start'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    let said = ''
    await new Promise<void>((up, down) => {
      const timer = setTimeout(() => down(new Error(`the house did not start in time:\n${said}`)), START_MS_MAX)
      const listen = (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Ctrl-C')) up()
      }
      started.stdout!.on('data', listen)
      started.stderr!.on('data', listen)
      started.once('exit', (code) => down(new Error(`the house ended with ${code}:\n${said}`)))
      started.once('exit', () => clearTimeout(timer))
      void timer
    })
  }
  const gone = (signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return done()
      child.once('exit', () => done())
      child.kill(signal)
    })
  await start()
  return {
    url,
    waveUrl,
    start,
    kill: () => gone('SIGKILL'),
    async close() {
      await gone('SIGTERM')
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

export interface Phones {
  readonly browser: Browser
  /** A person with a phone (or, `wide`, at a desk) of their own: cookies, language. */
  person(options?: {
    wide?: boolean
    locale?: string
    scripts?: boolean
  }): Promise<{ context: BrowserContext; page: Page }>
  close(): Promise<void>
}

/** A browser, or the reason there is none. */
export async function openPhones(): Promise<Phones | { missing: string }> {
  const found = await findChromium()
  if ('missing' in found) return found
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [...found.args],
    env: { ...process.env, ...found.env } as Record<string, string>,
  })
  return {
    browser,
    async person({ wide = false, locale = 'fr-SN', scripts = true } = {}) {
      const context = await browser.newContext({
        viewport: wide ? { width: 1280, height: 900 } : { width: 360, height: 740 },
        locale,
        javaScriptEnabled: scripts,
        timezoneId: 'Africa/Dakar',
      })
      context.setDefaultTimeout(15_000)
      return { context, page: await context.newPage() }
    },
    close: () => browser.close(),
  }
}

/** Keeps a picture of the page when pictures were asked for (`SCREENSHOTS=1`). */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return
  mkdirSync(SCREENSHOTS, { recursive: true })
  const width = page.viewportSize()?.width ?? 0
  await page.screenshot({ path: join(SCREENSHOTS, `${name}-${width}.png`), fullPage: name !== 'scan-accepted' })
}

/** The latest one-time code sent to a number, read where a person would read it. */
export async function codeFor(url: string, phone: string): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const answer = await fetch(`${url}/api/dev/outbox?address=${encodeURIComponent(phone)}`)
    const { items } = (await answer.json()) as { items: { body: string }[] }
    const code = items.map((item) => /\b(\d{6})\b/.exec(item.body)?.[1]).find(Boolean)
    if (code) return code
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`no code was sent to ${phone}`)
}

/** Moves the product's clock, and with it what is due. */
export async function moveClock(url: string, by: { by: string } | { to: string } | { reset: true }): Promise<void> {
  const answer = await fetch(`${url}/api/dev/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(by),
  })
  if (!answer.ok) throw new Error(`the clock was not moved: ${answer.status} ${await answer.text()}`)
}

export async function now(url: string): Promise<Temporal.Instant> {
  const answer = await fetch(`${url}/api/dev/clock`)
  return Temporal.Instant.from(((await answer.json()) as { now: string }).now)
}
