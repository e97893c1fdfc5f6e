/**
 * Calls to Paymob: the secret key for what moves money, a token of an hour for questions, time-outs, and what each kind of failure
 * means. Silence, 408, 429 and 5xx leave the outcome unknown; a refused connection and a bad key mean that nothing was done; every
 * other 4xx is a definite no.
 */
import type { Context } from '../../../kernel/context.ts'
import { Fault } from '../../../kernel/errors.ts'
import { configOf } from '../config.ts'
import { ProviderRejection } from '../provider.ts'

export interface PaymobCall {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  /** `question`: asks with a token and changes nothing. `act`: moves something, by the secret key. `manage`: by a token. */
  readonly as: 'question' | 'act' | 'manage'
}

/** Only what cannot happen to a call that was on its way: a card is charged at most once. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])
const ANSWER_BYTES_MAX = 2_000_000
/** Paymob's tokens live sixty minutes. */
const TOKEN_MINUTES = 50

const tokens = new Map<string, { token: string; until: Temporal.Instant }>()

/** Gives the JSON of a 2xx answer. Throws `Fault` or `ProviderRejection`. */
export async function callPaymob(ctx: Context, call: PaymobCall): Promise<unknown> {
  const acts = call.as !== 'question'
  const where = `${call.method} ${call.path}`
  let { status, body } = await send(ctx, call, await authorization(ctx, call))
  if (status === 401 && call.as !== 'act') {
    // The token ended before its time: one new one.
    tokens.delete(tokenKey(ctx))
    ;({ status, body } = await send(ctx, call, await authorization(ctx, call)))
  }
  if (status >= 200 && status < 300) {
    if (body !== undefined) return body
    throw new Fault('paymob', `${where}: ${status} with an answer that is not JSON`, { outcomeUnknown: acts })
  }
  const { code, message } = errorOf(body)
  if (status === 408 || status === 429 || status >= 500)
    throw new Fault('paymob', `${where}: ${status} ${code}`, { outcomeUnknown: acts })
  if (status === 401 || status === 403) {
    ctx.log.error({ status, reason: code, call: where }, 'Paymob does not accept our key')
    throw new Fault('paymob', `${where}: ${status} ${code}`)
  }
  throw new ProviderRejection(status, code, message)
}

async function send(
  ctx: Context,
  call: Pick<PaymobCall, 'method' | 'path' | 'body' | 'as'>,
  authorization: string | undefined,
): Promise<{ status: number; body: unknown }> {
  const { paymobApiUrl, paymobTimeoutMs } = configOf(ctx)
  const acts = call.as !== 'question'
  try {
    const response = await fetch(`${paymobApiUrl.replace(/\/+$/, '')}${call.path}`, {
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(authorization ? { authorization } : {}),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(paymobTimeoutMs),
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
    const text = await response.text()
    return { status: response.status, body: jsonOf(text) }
  } catch (cause) {
    const code = (cause as { cause?: { code?: string } }).cause?.code ?? (cause as Error).name
    const outcomeUnknown = acts && !NEVER_SENT.has(code)
    throw new Fault('paymob', `${call.method} ${call.path}: ${code}`, { outcomeUnknown, cause })
  }
}

const tokenKey = (ctx: Context) => `${configOf(ctx).paymobApiUrl} ${configOf(ctx).paymobApiKey}`

async function authorization(ctx: Context, call: PaymobCall): Promise<string> {
  if (call.as === 'act') return `Token ${configOf(ctx).paymobSecretKey}`
  const now = ctx.clock.now()
  const kept = tokens.get(tokenKey(ctx))
  if (kept && Temporal.Instant.compare(now, kept.until) < 0) return `Bearer ${kept.token}`
  const body = { api_key: configOf(ctx).paymobApiKey }
  const answer = await send(ctx, { method: 'POST', path: '/api/auth/tokens', body, as: 'question' }, undefined)
  const token = (answer.body as { token?: unknown } | undefined)?.token
  if (answer.status < 200 || answer.status >= 300 || typeof token !== 'string') {
    ctx.log.error({ status: answer.status }, 'Paymob gave no token for our API key')
    throw new Fault('paymob', `POST /api/auth/tokens: ${answer.status}`)
  }
  tokens.set(tokenKey(ctx), { token, until: now.add({ minutes: TOKEN_MINUTES }) })
  return `Bearer ${token}`
}

function jsonOf(text: string): unknown {
  if (text === '' || text.length > ANSWER_BYTES_MAX) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Paymob answers `{code?, detail | message}` or a map of fields to what is wrong with them. */
function errorOf(body: unknown): { code: string; message: string } {
  const error = (body ?? {}) as Record<string, unknown>
  const first = (...names: string[]) => names.map((name) => error[name]).find((value) => typeof value === 'string')
  const fields = Object.keys(error).filter((name) => !['code', 'detail', 'message'].includes(name))
  const said = first('code') ?? (fields.length > 0 ? `invalid-${fields[0]}` : 'unknown')
  const code = String(said).toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').slice(0, 100) // prettier-ignore
  return { code, message: String(first('detail', 'message') ?? '').slice(0, 300) }
}
