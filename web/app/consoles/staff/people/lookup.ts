/** Finding a person for a section of staff: by id, by number or address, or by what the search of the house knows of them. */
import { redirect, type RouterContextProvider } from 'react-router'
import { api, page } from '../../../context.ts'
import { problemOf, type Problem } from '../../../forms.ts'

type Context = Readonly<RouterContextProvider>

export interface Lookup {
  readonly asked: string
  readonly problem: Problem | null
  /** Several people answer to it. */
  readonly people: readonly { readonly id: string; readonly title: string }[]
}

/** What `?q=` asks: on to `to(id)` when it is one person. Nobody is listed who was not asked for. */
export async function lookup(context: Context, to: (id: string) => string): Promise<Lookup> {
  const asked = page(context).url.searchParams.get('q')?.trim() ?? ''
  if (asked === '') return { asked, problem: null, people: [] }
  if (/^usr_\w+$/.test(asked)) throw redirect(to(asked), 303)
  const found = await api(context).GET('/api/operations/search', { params: { query: { q: asked } } })
  if (!found.data) return { asked, problem: problemOf(found), people: [] }
  const people = found.data.items.filter(({ kind }) => kind === 'user').map(({ id, title }) => ({ id, title }))
  if (people.length === 1) throw redirect(to(people[0]!.id), 303)
  return { asked, problem: null, people }
}
