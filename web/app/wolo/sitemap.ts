/** `/sitemap.xml`: the pages everybody may find, public pots and packs among them, each in both languages. */
import { api, page } from '../context.ts'
import { products } from '../products.ts'
import type { Route } from './+types/sitemap'

const PAGES = ['/', '/p', '/packs']
/** Of pots and of packs, newest first: a list without end would be of use to nobody, and each costs a question. */
const LISTS_MAX = 5
const LIST_LENGTH = 100

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const client = api(context)
  const { publicUrl, product } = page(context)
  const [pots, packs] = await Promise.all([
    all((query) => client.GET('/api/p', { params: { query } })),
    all((query) => client.GET('/api/packs', { params: { query } })),
  ])
  const paths = [...PAGES, ...pots.map(({ slug }) => `/p/${slug}`), ...packs.map(({ id }) => `/packs/${id}`)]
  const { locales } = products[product]
  const entries = paths.map((path) => {
    const inOthers = locales.map(
      (lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${publicUrl}${path}?lang=${lang}"/>`,
    )
    return `<url><loc>${publicUrl}${path}</loc>${inOthers.join('')}</url>`
  })
  const namespaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespaces}>\n${entries.join('\n')}\n</urlset>\n`,
    { headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  )
}

interface ListQuery {
  readonly limit: number
  readonly cursor?: string
}

interface ListAnswer<T> {
  data?: { items: T[]; next_cursor: string | null }
}

async function all<T>(ask: (query: ListQuery) => Promise<ListAnswer<T>>): Promise<T[]> {
  const found: T[] = []
  let cursor: string | null | undefined
  for (let list = 0; list < LISTS_MAX; list++) {
    const { data } = await ask({ limit: LIST_LENGTH, ...(cursor ? { cursor } : {}) })
    found.push(...(data?.items ?? []))
    cursor = data?.next_cursor
    if (!cursor) break
  }
  return found
}
