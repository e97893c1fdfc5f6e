/** `/sitemap.xml`: the pages everybody may find, public pots and packs among them, each in both languages. */
import { api } from '../context.ts'
import { sitemap } from '../found.ts'
import type { Route } from './+types/sitemap'

const PAGES = ['/', '/p', '/packs']
/** Of pots and of packs, newest first: a list without end would be of use to nobody, and each costs a question. */
const LISTS_MAX = 5
const LIST_LENGTH = 100

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const client = api(context)
  const [pots, packs] = await Promise.all([
    all((query) => client.GET('/api/p', { params: { query } })),
    all((query) => client.GET('/api/packs', { params: { query } })),
  ])
  const paths = [...PAGES, ...pots.map(({ slug }) => `/p/${slug}`), ...packs.map(({ id }) => `/packs/${id}`)]
  return sitemap(context, paths)
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
