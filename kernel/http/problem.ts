/** The one place where an error becomes a response: application/problem+json with a stable code and a sentence for the person. */
import { writtenDay } from '../clock.ts'
import type { FastifyError } from 'fastify'
import { Fault, kernelErrors, Refusal, type RefusalKind, type RefusalValues } from '../errors.ts'

export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  code: string
  retry: string
  request_id: string
  values?: Record<string, string>
  fields?: Record<string, { code: string; detail: string }>
}

/** Maps an error to its document; `bug` is true when somebody must look at it. */
export function problemOf(
  error: unknown,
  locale: string,
  requestId: string,
): { document: ProblemDocument; bug: boolean } {
  if (error instanceof Refusal)
    return { document: documentOf(error.kind, error.values, error.fields, locale, requestId), bug: false }
  const fastify = error as FastifyError
  if (fastify.validation)
    return {
      document: documentOf(kernelErrors.invalid_input, {}, fieldsOf(fastify.validation), locale, requestId),
      bug: false,
    }
  if (error instanceof Fault || isUnreachable(error))
    return { document: documentOf(kernelErrors.unavailable, {}, {}, locale, requestId), bug: false }
  if (fastify.statusCode === 413)
    return { document: documentOf(kernelErrors.too_large, {}, {}, locale, requestId), bug: false }
  if (fastify.statusCode !== undefined && fastify.statusCode >= 400 && fastify.statusCode < 500)
    return {
      document: documentOf(kernelErrors.invalid_input, {}, {}, locale, requestId, fastify.statusCode),
      bug: false,
    }
  return { document: documentOf(kernelErrors.internal, { request_id: requestId }, {}, locale, requestId), bug: true }
}

/** The refusal's sentence in the person's language (English when it has none), values filled in. */
function sentenceOf(kind: RefusalKind, locale: string, values: RefusalValues = {}): string {
  const language = locale.split('-')[0]!
  const text = kind.say[language] ?? kind.say.en
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? shown(name, values[name], locale) : whole,
  )
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A wait in the unit people count it in, never shorter than it is. */
function waitOf(seconds: number, locale: string): string {
  const [amount, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
}

/** A value inside a sentence: days and waits as people write them; amounts come formatted already. */
function shown(name: string, value: unknown, locale: string): string {
  const text = String(value)
  if (name === 'seconds') return waitOf(Number(text), locale)
  if (!DAY.test(text)) return text
  return writtenDay(Temporal.PlainDate.from(text), locale)
}

function documentOf(
  kind: RefusalKind,
  values: RefusalValues,
  fields: Readonly<Record<string, RefusalKind>>,
  locale: string,
  requestId: string,
  status = kind.status,
): ProblemDocument {
  const named = Object.entries(fields).map(([field, why]) => [
    field,
    { code: why.code, detail: sentenceOf(why, locale, values) },
  ])
  return {
    type: `/docs/errors#${kind.code}`,
    title: kind.code,
    status,
    detail: sentenceOf(kind, locale, values),
    code: kind.code,
    retry: kind.retry,
    request_id: requestId,
    ...(Object.keys(values).length > 0
      ? { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])) }
      : {}),
    ...(named.length > 0 ? { fields: Object.fromEntries(named) } : {}),
  }
}

function fieldsOf(validation: NonNullable<FastifyError['validation']>): Record<string, RefusalKind> {
  const fields: Record<string, RefusalKind> = {}
  for (const { keyword, instancePath, params } of validation) {
    const missing = (params as { missingProperty?: string; requiredProperties?: string[] }).missingProperty
    const path = instancePath.split('/').filter(Boolean).join('.')
    if (keyword === 'required' && missing) fields[path ? `${path}.${missing}` : missing] ??= kernelErrors.required
    // A text that needs a character or a few has none, or as good as none.
    else if (keyword === 'minLength' && Number((params as { limit?: number }).limit) <= 3)
      fields[path] ??= kernelErrors.required
    else if (path) fields[path] ??= kernelErrors.malformed
  }
  return fields
}

/** The database is down, starting, or out of connections: nothing was done, and a later try may go through. */
function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string') return /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|08\w{3}|57P0[123]|53300)$/.test(code)
  return typeof message === 'string' && /^(timeout exceeded when trying to connect|Connection terminated)/.test(message)
}
