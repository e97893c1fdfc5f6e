/** Answers by any OpenAI-compatible service: one streamed chat completion. What the service does wrong becomes a failure. */
import type { Asking, Failure, Helper, Piece } from '../port.ts'
import { ANSWER_TOKENS_MAX, tokensOf } from '../rules.ts'
import { eventsOf } from './events.ts'
import { messagesFor } from './prompt.ts'

export interface Service {
  readonly url: string
  readonly key: string | undefined
  readonly model: string
  readonly provider: string
  /** How long it may be silent. */
  readonly timeoutMs: number
}

/** However much a service streams. */
const CHARACTERS_MAX = 12_000
/** However long it takes: less than the exchange's own deadline. */
const WHOLE_MS = 90_000

interface Chunk {
  readonly choices?: readonly {
    readonly delta?: { readonly content?: string | null }
    readonly finish_reason?: string | null
  }[]
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number } | null
  readonly error?: { readonly message?: string }
}

export function openAiCompatible(service: Service): Helper {
  return {
    name: 'model',
    provider: service.provider,
    model: service.model,
    promptTokens: (asking) => messagesFor(asking).reduce((sum, { content }) => sum + tokensOf(content) + 4, 0),
    answer: (asking) => answer(service, asking),
  }
}

const failed = (failure: Failure, detail: string): Piece => ({ failed: failure, detail })

async function* answer(service: Service, asking: Asking): AsyncIterable<Piece> {
  const ending = new AbortController()
  const whole = setTimeout(() => ending.abort('slow'), WHOLE_MS)
  let silence = setTimeout(() => ending.abort('slow'), service.timeoutMs)
  const heard = () => {
    clearTimeout(silence)
    silence = setTimeout(() => ending.abort('slow'), service.timeoutMs)
  }
  try {
    const response = await fetch(`${service.url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      signal: ending.signal,
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(service.key ? { authorization: `Bearer ${service.key}` } : {}),
      },
      body: JSON.stringify({
        model: service.model,
        messages: messagesFor(asking),
        stream: true,
        stream_options: { include_usage: true },
        max_tokens: ANSWER_TOKENS_MAX,
        temperature: 0.3,
      }),
    })
    heard()
    if (response.status === 429) return yield failed('busy', 'answered 429')
    if (response.status >= 500) return yield failed('unavailable', `answered ${response.status}`)
    if (!response.ok || !response.body) return yield failed('refused', `answered ${response.status}`)
    yield* read(response.body, heard)
  } catch (error) {
    // Only the network ends here: what we do ourselves is outside of this block's reach.
    yield ending.signal.aborted
      ? failed('slow', `silent for ${service.timeoutMs} ms, or too long in all`)
      : failed('unavailable', (error as Error).message)
  } finally {
    clearTimeout(whole)
    clearTimeout(silence)
    ending.abort()
  }
}

async function* read(body: ReadableStream<Uint8Array>, heard: () => void): AsyncIterable<Piece> {
  let characters = 0
  let ended: string | undefined
  for await (const data of eventsOf(body, heard)) {
    if (data === '[DONE]') break
    const chunk = chunkFrom(data)
    if (!chunk || chunk.error) return yield failed('malformed', chunk?.error?.message ?? 'a chunk is not JSON')
    if (chunk.usage)
      yield { tokens_in: countFrom(chunk.usage.prompt_tokens), tokens_out: countFrom(chunk.usage.completion_tokens) }
    const [choice] = chunk.choices ?? []
    const text = choice?.delta?.content
    if (typeof text === 'string' && text !== '' && characters < CHARACTERS_MAX) {
      characters += text.length
      yield { text }
    }
    ended = choice?.finish_reason ?? ended
  }
  if (ended === undefined) yield failed('cut', 'ended without a reason')
  else if (ended === 'content_filter') yield failed('filtered', 'the service filtered the answer')
}

const countFrom = (count: unknown): number =>
  typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 10_000_000 ? count : 0

function chunkFrom(data: string): Chunk | undefined {
  try {
    const chunk: unknown = JSON.parse(data)
    return typeof chunk === 'object' && chunk !== null ? chunk : undefined
  } catch {
    return undefined
  }
}
