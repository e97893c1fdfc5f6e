/** Cursor pagination: the cursor is the sort key of the last item, opaque to the caller and stable while rows are added. */
import { kernelErrors, refuse } from '../errors.ts'
import { isUuid } from '../ids.ts'

export interface PageRequest {
  /** Values of the sort columns of the last item seen, as text; undefined on the first page. */
  readonly after: readonly string[] | undefined
  readonly limit: number
}

export interface PageOf<T> {
  readonly items: T[]
  readonly next_cursor: string | null
}

/** Reads `cursor` and `limit` of a query. Refuses a cursor that is not ours with `kernel.invalid_input`. */
export function pageRequest(query: { cursor?: string; limit?: number }): PageRequest {
  const limit = query.limit ?? 20
  if (query.cursor === undefined) return { after: undefined, limit }
  try {
    const after: unknown = JSON.parse(Buffer.from(query.cursor, 'base64url').toString('utf8'))
    if (Array.isArray(after) && after.every((part) => typeof part === 'string')) return { after, limit }
  } catch {
    // Falls through to the refusal.
  }
  return refuse(kernelErrors.invalid_input, {}, { cursor: kernelErrors.malformed })
}

/** The UUID by which a list is filtered, if one was given. Refuses another text with `kernel.invalid_input`. */
export function uuidFilter(value: string | undefined, field: string): string | undefined {
  if (value === undefined || isUuid(value)) return value
  return refuse(kernelErrors.invalid_input, {}, { [field]: kernelErrors.malformed })
}

/** The part of time that a list is asked for with `timedQuery`: `from` is in it, `to` is not. */
export function timeRange(query: { from?: string; to?: string }): { from?: Temporal.Instant; to?: Temporal.Instant } {
  return {
    ...(query.from ? { from: Temporal.Instant.from(query.from) } : {}),
    ...(query.to ? { to: Temporal.Instant.from(query.to) } : {}),
  }
}

/** Makes the page from `limit + 1` rows; `keyOf` gives the sort columns of a row. */
export function pageOf<Row, T>(
  rows: Row[],
  request: PageRequest,
  keyOf: (row: Row) => unknown[],
  toItem: (row: Row) => T,
): PageOf<T> {
  const items = rows.slice(0, request.limit)
  const last = items.at(-1)
  const more = rows.length > request.limit && last !== undefined
  return {
    items: items.map(toItem),
    next_cursor: more ? Buffer.from(JSON.stringify(keyOf(last).map(String))).toString('base64url') : null,
  }
}
