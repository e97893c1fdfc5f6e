/** What tests of built pages share: a browser without JavaScript, and an API behind the pages that notes what it is asked. */
import type { FastifyInstance } from 'fastify'

export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Sends a form. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>
}

/** Follows no redirect: where one leads is what a test looks at. */
export const browser = (origin: string): Browser => ({
  get: (path, headers = {}) => fetch(origin + path, { headers, redirect: 'manual' }),
  post: (path, fields, headers = {}) =>
    fetch(origin + path, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' }),
})

export interface Call {
  readonly method: string
  readonly url: string
  readonly body: Record<string, unknown>
  readonly key: string | undefined
}

/** Notes every call of the API in `calls`. */
export function noteCalls(app: FastifyInstance, calls: Call[]): void {
  app.addHook('preHandler', async (request) => {
    if (!request.url.startsWith('/api/')) return
    const { method, url, headers, body } = request
    calls.push({ method, url, body: (body ?? {}) as never, key: headers['idempotency-key'] as string | undefined })
  })
}

/** A problem document, as the API sends one. */
export function refusal(
  reply: { type(type: string): unknown },
  code: string,
  detail: string,
  fields: Record<string, string> = {},
) {
  reply.type('application/problem+json')
  const said = Object.entries(fields).map(([name, sentence]) => [name, { code, detail: sentence }])
  return { title: code, code, detail, retry: 'never', request_id: 'r', fields: Object.fromEntries(said) }
}
