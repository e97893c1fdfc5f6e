/**
 * Calls to the Wave API: bearer key, time-out, and what each kind of failure means. Silence, 408, 429 and 5xx leave the
 * outcome unknown; a refused connection and a bad key mean that nothing was done; every other 4xx is Wave's definite no.
 */
import type { Context } from '../../../kernel/context.ts'
import { Fault } from '../../../kernel/errors.ts'
import { configOf } from '../config.ts'
import { ProviderRejection } from '../provider.ts'

export interface WaveCall {
  readonly method: 'GET' | 'POST'
  /** From `/v1` on. */
  readonly path: string
  readonly body?: unknown
  readonly idempotencyKey?: string
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const ANSWER_BYTES_MAX = 1_000_000

/** Gives the JSON of a 2xx answer (undefined when it is empty). Throws `Fault` or `ProviderRejection`. */
export async function callWave(ctx: Context, call: WaveCall): Promise<unknown> {
  const { waveApiUrl, waveApiKey, waveTimeoutMs } = configOf(ctx)
  const acts = call.method === 'POST'
  const where = `${call.method} ${call.path.replace(/\?.*$/, '')}`
  let status: number
  let text: string
  try {
    const response = await fetch(`${waveApiUrl.replace(/\/+$/, '')}${call.path}`, {
      method: call.method,
      headers: {
        authorization: `Bearer ${waveApiKey}`,
        accept: 'application/json',
        ...(acts ? { 'content-type': 'application/json' } : {}),
        ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(waveTimeoutMs),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    status = response.status
    text = await response.text()
  } catch (cause) {
    const code = (cause as { cause?: { code?: string } }).cause?.code ?? (cause as Error).name
    throw new Fault('wave', `${where}: ${code}`, { outcomeUnknown: acts && !NEVER_SENT.has(code), cause })
  }
  const body = jsonOf(text)
  if (status >= 200 && status < 300) {
    if (text === '' || body !== undefined) return body
    throw new Fault('wave', `${where}: ${status} with an answer that is not JSON`, { outcomeUnknown: acts })
  }
  const { code, message } = errorOf(body)
  if (status === 408 || status === 429 || status >= 500)
    throw new Fault('wave', `${where}: ${status} ${code}`, { outcomeUnknown: acts })
  if (status === 401 || status === 403) {
    ctx.log.error({ status, reason: code, call: where }, 'Wave does not accept our key')
    throw new Fault('wave', `${where}: ${status} ${code}`)
  }
  throw new ProviderRejection(status, code, message)
}

function jsonOf(text: string): unknown {
  if (text === '' || text.length > ANSWER_BYTES_MAX) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Wave's error body is `{code, message}`; some of its clients type it `{error_code, error_message}`. */
export function errorOf(body: unknown): { code: string; message: string } {
  const error = (body ?? {}) as Record<string, unknown>
  const text = (...names: string[]) => names.map((name) => error[name]).find((value) => typeof value === 'string')
  return {
    code: ((text('code', 'error_code') as string | undefined) ?? 'unknown').slice(0, 100),
    message: ((text('message', 'error_message') as string | undefined) ?? '').slice(0, 300),
  }
}
