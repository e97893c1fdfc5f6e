// What the tests of every stand-in share: a receiver of deliveries on a real port, a plain HTTP call, waiting, and a stand-in started as
// the process it is.
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

export interface Receiver<T> {
  url: string
  received: T[]
  /** Status of the next answers, in order; then 200. `null` never answers. */
  answers: (number | null)[]
  close(): Promise<void>
}

export async function receiver<T>(
  path: string,
  read: (request: IncomingMessage, raw: string) => T,
): Promise<Receiver<T>> {
  const received: T[] = []
  const answers: (number | null)[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      received.push(read(request, Buffer.concat(chunks).toString('utf8')))
      const status = answers.length > 0 ? answers.shift()! : 200
      if (status !== null) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    received,
    answers,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Reply {
  status: number
  /** The JSON that came, else where the answer leads. */
  body: any
  text: string
}

export async function send(
  url: string,
  method: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Reply> {
  const init: RequestInit = { method, headers, redirect: 'manual' }
  if (body !== undefined) {
    init.body = body instanceof URLSearchParams ? body : JSON.stringify(body)
    if (!(body instanceof URLSearchParams)) init.headers = { 'content-type': 'application/json', ...headers }
  }
  const response = await fetch(url, init)
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: json ? JSON.parse(text) : response.headers.get('location'), text }
}

export async function until(condition: () => boolean, within_ms = 5_000): Promise<void> {
  const end = Date.now() + within_ms
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${within_ms} ms: ${condition}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

export interface StandIn {
  url: string
  child: ChildProcess
  exit: Promise<number | null>
}

/** Starts `simulators/<name>/main.ts`; refuses with what it said when it does not come up. The caller kills the children. */
export async function startStandIn(
  name: string,
  env: Record<string, string>,
  children: ChildProcess[],
): Promise<StandIn> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', name, 'main.ts')], {
    env: { PATH: process.env['PATH'], ...env },
  })
  children.push(child)
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let out = ''
  child.stdout!.on('data', (chunk) => (out += chunk))
  child.stderr!.on('data', (chunk) => (out += chunk))
  const line = new RegExp(`^${name} simulator listening on (http://\\S+)$`, 'm')
  await until(() => line.test(out) || child.exitCode !== null, 10_000)
  const url = line.exec(out)?.[1]
  if (!url) throw new Error(out)
  return { url, child, exit }
}
