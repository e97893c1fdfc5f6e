// A stand-in of an OpenAI-compatible service: POST /v1/chat/completions, streamed and not. What it says is made from the question
// alone, so that tests know it. Faults are set over the control address, each for the next requests or until taken away.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const DEFAULT_API_KEY = 'sk-simulator'

export interface Fault {
  /**
   * `rate_limited`: 429. `broken`: 500. `malformed`: a chunk that is no JSON, after `after` chunks. `cut`: the connection ends after
   * `after` chunks. `ended`: the stream ends without a reason after `after`. `slow`: waits `ms` before each chunk. `silent`: accepts
   * and says nothing. `filtered`: ends for its content policy. `uncounted`: tells no usage.
   */
  readonly fault:
    'rate_limited' | 'broken' | 'malformed' | 'cut' | 'ended' | 'slow' | 'silent' | 'filtered' | 'uncounted'
  readonly after?: number
  readonly ms?: number
  /** How many requests; all that follow without it. */
  readonly times?: number
}

export interface Asked {
  readonly key: string | undefined
  readonly body: ChatRequest
}

interface ChatRequest {
  model?: string
  messages?: { role?: string; content?: string }[]
  stream?: boolean
  stream_options?: { include_usage?: boolean }
  max_tokens?: number
}

export interface Ai {
  /** With the version, as clients are configured. */
  readonly url: string
  /** Every request that was understood, oldest first; the last hundred. */
  readonly asked: readonly Asked[]
  fault(fault: Fault | undefined): void
  close(): Promise<void>
}

export interface AiOptions {
  port?: number
  host?: string
  apiKey?: string
  /** Waits before each chunk, as a model does. */
  chunkMs?: number
}

const BODY_BYTES_MAX = 1_000_000

export async function startAi(options: AiOptions = {}): Promise<Ai> {
  const { port = 0, host = '127.0.0.1', apiKey = DEFAULT_API_KEY, chunkMs = 0 } = options
  const asked: Asked[] = []
  let current: { fault: Fault; left: number } | undefined
  const ending = new AbortController()

  const take = (): Fault | undefined => {
    if (current === undefined || current.left <= 0) return undefined
    current.left -= 1
    return current.fault
  }
  const set = (fault: Fault | undefined) => {
    current = fault && { fault, left: fault.times ?? Infinity }
  }

  async function complete(incoming: IncomingMessage, answer: ServerResponse): Promise<void> {
    const key = /^Bearer (.+)$/.exec(incoming.headers.authorization ?? '')?.[1]
    if (key !== apiKey) return refuse(answer, 401, 'invalid_api_key', 'Incorrect API key provided.')
    const body = await readJson<ChatRequest>(incoming)
    if (!body?.model || !body.messages?.length)
      return refuse(answer, 400, 'invalid_request_error', 'model and messages are required')
    asked.push({ key, body })
    if (asked.length > 100) asked.shift()
    const fault = take()
    if (fault?.fault === 'rate_limited') return refuse(answer, 429, 'rate_limit_exceeded', 'Rate limit reached.')
    if (fault?.fault === 'broken') return refuse(answer, 500, 'server_error', 'The server had an error.')
    if (fault?.fault === 'silent') {
      await sleep(60_000, undefined, { signal: ending.signal }).catch(() => {})
      return
    }
    const words = wordsFor(body)
    const usage = {
      prompt_tokens: countOf(body.messages.map(({ content }) => content ?? '').join(' ')),
      completion_tokens: countOf(words.join('')),
    }
    if (!body.stream)
      return json(answer, 200, {
        id: `chatcmpl-${randomUUID()}`,
        object: 'chat.completion',
        model: body.model,
        choices: [{ index: 0, message: { role: 'assistant', content: words.join('') }, finish_reason: 'stop' }],
        usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens },
      })
    await stream(answer, body, words, usage, fault)
  }

  async function stream(
    answer: ServerResponse,
    body: ChatRequest,
    words: string[],
    usage: { prompt_tokens: number; completion_tokens: number },
    fault: Fault | undefined,
  ): Promise<void> {
    answer.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
    const id = `chatcmpl-${randomUUID()}`
    const send = (more: object) =>
      answer.write(`data: ${JSON.stringify({ id, object: 'chat.completion.chunk', model: body.model, ...more })}\n\n`)
    const choice = (delta: object, finish_reason: string | null = null) =>
      send({ choices: [{ index: 0, delta, finish_reason }] })
    choice({ role: 'assistant', content: '' })
    const wait = fault?.fault === 'slow' ? (fault.ms ?? 500) : chunkMs
    for (const [i, word] of words.entries()) {
      if (answer.destroyed) return
      if (i === (fault?.after ?? 1)) {
        if (fault?.fault === 'cut') {
          // What was written goes out first: a reset would take it along.
          await sleep(30)
          return void answer.destroy()
        }
        if (fault?.fault === 'ended') return void answer.end()
        if (fault?.fault === 'malformed') return void answer.end('data: {"choices": [{"delta"\n\n')
      }
      if (wait > 0) await sleep(wait, undefined, { signal: ending.signal }).catch(() => {})
      choice({ content: word })
    }
    choice({}, fault?.fault === 'filtered' ? 'content_filter' : 'stop')
    if (body.stream_options?.include_usage && fault?.fault !== 'uncounted')
      send({ choices: [], usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } })
    answer.end('data: [DONE]\n\n')
  }

  const server = createServer((incoming, answer) => {
    const path = `${incoming.method} ${incoming.url?.split('?')[0]}`
    const handling =
      path === 'POST /v1/chat/completions'
        ? complete(incoming, answer)
        : path === 'POST /control/faults'
          ? readJson<Fault | { fault: 'none' }>(incoming).then((fault) => {
              set(!fault || fault.fault === 'none' ? undefined : fault)
              json(answer, 200, {})
            })
          : path === 'GET /control/requests'
            ? Promise.resolve(
                json(
                  answer,
                  200,
                  asked.map(({ body }) => body),
                ),
              )
            : Promise.resolve(refuse(answer, 404, 'not_found', 'Unknown address.'))
    handling.catch((error: Error) => {
      if (!answer.headersSent) refuse(answer, 500, 'server_error', error.message)
      else answer.destroy()
    })
  })
  await new Promise<void>((up, down) => server.once('error', down).listen(port, host, up))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  return {
    url,
    asked,
    fault: set,
    async close() {
      ending.abort()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** An answer a patient tutor might give, in the language of the question, with what was asked in it. */
function wordsFor(body: ChatRequest): string[] {
  const question = body.messages?.at(-1)?.content ?? ''
  const text = /[\u0600-\u06FF]/.test(question)
    ? `سؤال جميل! سألتَ: «${question}». ما أول شيء تعرفه عن هذا التمرين؟`
    : `A good question! You asked: “${question}”. What is the first thing you know about this exercise?`
  return text.match(/\S+\s*/gu) ?? []
}

const countOf = (text: string): number => Math.ceil(text.length / 4)

async function readJson<T>(incoming: IncomingMessage): Promise<T | undefined> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > BODY_BYTES_MAX) return undefined
    pieces.push(piece)
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as T
  } catch {
    return undefined
  }
}

function json(answer: ServerResponse, status: number, body: object): void {
  answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(answer: ServerResponse, status: number, code: string, message: string): void {
  json(answer, status, { error: { code, type: code, message } })
}
