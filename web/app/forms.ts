/**
 * From a submitted form to the API and back: reads fields, maps the API's problem documents to the fields they speak of,
 * and gives a refused form back to its page with everything the person typed.
 */
import { data, redirect, type RouterContextProvider } from 'react-router'
import { page } from './context.ts'
import { SECOND_FACTOR_FIELD } from './step-up.ts'

/** The name of the hidden field that `<Form>` writes. */
export const IDEMPOTENCY_FIELD = 'idempotency_key'

/** The API's `application/problem+json`, as pages use it. */
export interface Problem {
  readonly status: number
  /** Stable, for decisions: `pots.closed`. */
  readonly code: string
  /** A sentence in the visitor's language. */
  readonly title: string
  readonly detail?: string
  /** Field name → sentence. */
  readonly fields: Readonly<Record<string, string>>
  readonly requestId?: string
  /** When asking again may succeed. */
  readonly retryAfterSeconds?: number
  /** Whether it is known that nothing happened; otherwise the same key must be sent again. */
  readonly settled: boolean
}

/** What an action returns when it does not redirect. Give it to `<Form refused={actionData}>`. */
export interface Refused {
  readonly problem: Problem
  readonly values: Readonly<Record<string, readonly string[]>>
  /** The key to send again, or null when the next attempt is a new act. */
  readonly key: string | null
}

export interface Submitted {
  /** Trimmed text of one field; empty when it is absent. */
  text(name: string): string
  /** Like `text`, but undefined when empty: for optional fields of the API. */
  optional(name: string): string | undefined
  /** A choice that may be taken several times. */
  all(name: string): string[]
  checked(name: string): boolean
  /** An uploaded file, unless none was chosen. */
  file(name: string): File | undefined
  /** Send these with every unsafe API call of the action. */
  readonly headers: { readonly 'Idempotency-Key': string }
  readonly values: Readonly<Record<string, readonly string[]>>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export async function readForm(request: Request): Promise<Submitted> {
  const form = await request.formData()
  const texts = (name: string) => form.getAll(name).filter((value) => typeof value === 'string')
  const text = (name: string) => texts(name)[0]?.trim() ?? ''
  const sent = text(IDEMPOTENCY_FIELD)
  return {
    text,
    optional: (name) => text(name) || undefined,
    all: texts,
    checked: (name) => texts(name).length > 0,
    file: (name) => form.getAll(name).find((value) => value instanceof File && value.size > 0) as File | undefined,
    headers: { 'Idempotency-Key': UUID.test(sent) ? sent : crypto.randomUUID() },
    values: Object.fromEntries([...new Set(form.keys())].map((name) => [name, texts(name)])),
  }
}

/** The result of an openapi-fetch call, as far as this file looks at it. */
interface ApiResult<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** Reads the problem of a failed call; anything that is no problem document becomes a plain one of its status. */
export function problemOf({ error, response }: ApiResult<unknown>): Problem {
  const body = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : undefined)
  const status = response.status
  const retry = text('retry')
  const code = text('code') ?? `http.${status}`
  // The API's title repeats its code, for machines; what it says to people is the detail.
  const coded = text('title') === code
  const title = (coded ? text('detail') : text('title')) ?? ''
  const detail = coded ? undefined : text('detail')
  const requestId = text('request_id') ?? response.headers.get('x-request-id') ?? undefined
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN)
  return {
    status,
    code,
    title,
    ...(detail === undefined ? {} : { detail }),
    fields: fieldsOf(body['fields']),
    ...(requestId === undefined ? {} : { requestId }),
    ...(Number.isFinite(wait) ? { retryAfterSeconds: wait } : {}),
    settled: retry === undefined ? status < 500 && status !== 409 : status < 500 && retry !== 'same-key',
  }
}

/** `{ name: 'Please …' }`, or the same with objects that carry a title. */
function fieldsOf(fields: unknown): Record<string, string> {
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, string][] => {
      if (typeof value === 'string') return [[name, value]]
      const said =
        (value as Record<string, unknown> | null)?.['detail'] ?? (value as Record<string, unknown> | null)?.['title']
      return typeof said === 'string' ? [[name, said]] : []
    }),
  )
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'settled' in value
}

/** Returned by an action: shows the form again with its errors. Secrets named here are not sent back. */
export function refused(form: Submitted, problem: Problem, secrets: readonly string[] = []) {
  const hidden = new Set([IDEMPOTENCY_FIELD, SECOND_FACTOR_FIELD, ...secrets])
  const values = Object.fromEntries(Object.entries(form.values).filter(([name]) => !hidden.has(name)))
  // A settled refusal did nothing, and the corrected form is another act: under the old key the API would refuse it.
  const key = problem.settled ? null : form.headers['Idempotency-Key']
  return data<Refused>({ problem, values, key }, { status: problem.status })
}

/** A refusal found by the page itself, before asking the API. */
export function invalid(fields: Record<string, string>, title = ''): Problem {
  return { status: 422, code: 'web.invalid_input', title, fields, settled: true }
}

/** The data of an API call a page cannot do without; 401 leads to sign-in, all else to the error page. */
export function need<T>(context: Readonly<RouterContextProvider>, result: ApiResult<T>): T {
  if (result.data !== undefined) return result.data
  const problem = problemOf(result)
  if (problem.status === 401) {
    const { pathname, search } = page(context).url
    const half = problem.code === 'identity.second_factor_required'
    throw redirect(`/sign-in${half ? '/second-factor' : ''}?${new URLSearchParams({ next: pathname + search })}`, 303)
  }
  // What the page asks for is in its address: one that cannot be is one that is not there.
  if (problem.status === 422) notFound()
  throw data(problem, { status: problem.status })
}

/** After a successful act: the browser gets the result with a fresh GET, so reloading never repeats the act. */
export function seeOther(path: string): Response {
  return redirect(path, 303)
}

/** A `next` parameter is followed only inside this site. */
export function localPath(value: string | null | undefined, otherwise: string): string {
  return value && /^\/(?![/\\])/.test(value) ? value : otherwise
}

export function notFound(): never {
  throw data(null, { status: 404 })
}
