/**
 * Which lists can be exported: every route that staff read page by page and that all its rows are open to. A new list is
 * exportable by being one. Reads pages through the route itself, with the rights of whoever asked.
 */
import type { TObject, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { can, type Actor, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { Fields } from '../../kernel/fields.ts'
import type { PageOf } from '../../kernel/http/page.ts'
import type { AnyRoute, InternalRoute } from '../../kernel/http/route.ts'
import type { Product } from '../../kernel/module.ts'

export type Row = Readonly<Record<string, unknown>>

export interface List {
  readonly path: string
  readonly permission: string
  /** Fields of a row, in the order in which the list declares them. */
  readonly columns: readonly string[]
  /** Those that hold an instant, which some routes give as such and some as text. */
  readonly instants: ReadonlySet<string>
  /** Those that hold a text per language. */
  readonly texts: ReadonlySet<string>
  /** What its module calls them. */
  readonly fields: Fields
  readonly query: TObject
  // The route's own types do not survive in a list of all routes.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly route: InternalRoute<any, any, any>
}

export type ListQuery = Readonly<Record<string, string>>

/** The list answered at this path of the API; undefined when it cannot be exported. */
export function listAt(product: Product, path: string): List | undefined {
  const module = product.modules.find((it) => it.routes.some((route) => isAt(route, path)))
  const route = module?.routes.find((it) => isAt(it, path))
  if (
    !module ||
    !route ||
    route.external ||
    route.streams ||
    route.params ||
    route.rows !== 'all' ||
    typeof route.access !== 'object'
  )
    return undefined
  const answer = (route.response[200] as TObject | undefined)?.properties
  const item = (answer?.['items'] as { items?: TObject } | undefined)?.items?.properties
  if (!item || !answer?.['next_cursor'] || route.access.scoped || !route.query) return undefined
  const columns = Object.keys(item)
  return {
    path,
    permission: route.access.permission,
    columns,
    instants: new Set(columns.filter((name) => (item[name] as { format?: string }).format === 'date-time')),
    texts: new Set(columns.filter((name) => isTextPerLanguage(item[name]!))),
    fields: module.fields,
    query: route.query as TObject,
    route,
  }
}

const isAt = (route: AnyRoute, path: string): boolean => route.method === 'GET' && route.path === path

/** `{ fr: 'Cinéma', en: 'Cinema' }` */
const isTextPerLanguage = (schema: TSchema): boolean =>
  'patternProperties' in schema && Object.hasOwn(schema.patternProperties as object, '^[a-z]{2}$')

export function mayRead(actor: Actor, list: List): boolean {
  return can(actor, list.permission)
}

/** One page, as the route answers it to the actor of `ctx`. Refuses filters that the list does not know or cannot read. */
export async function readPage(
  ctx: Context,
  tx: Tx,
  list: List,
  query: ListQuery,
  page: { readonly cursor: string | null; readonly limit: number },
): Promise<PageOf<Row>> {
  const unknown = Object.keys(query).find((name) => !Object.hasOwn(list.query.properties, name))
  if (unknown !== undefined) refuse(kernelErrors.invalid_input, {}, { [unknown]: kernelErrors.malformed })
  const asked = { ...query, limit: page.limit, ...(page.cursor === null ? {} : { cursor: page.cursor }) }
  const read: unknown = Value.Convert(list.query, asked)
  if (!Value.Check(list.query, read)) {
    const wrong = Value.Errors(list.query, read)[0]?.instancePath.slice(1) || 'query'
    refuse(kernelErrors.invalid_input, {}, { [wrong]: kernelErrors.malformed })
  }
  const call = {
    ctx,
    tx,
    params: undefined,
    query: read,
    body: undefined,
    headers: {},
    raw: Buffer.alloc(0),
    reply: SILENT,
  }
  return (await list.route.handle({ ...call, key: undefined })) as PageOf<Row>
}

/** A list sets no headers and no cookies; if it does, nobody sees them. */
const SILENT = { status: () => {}, header: () => {}, cookie: () => {}, clearCookie: () => {} }
