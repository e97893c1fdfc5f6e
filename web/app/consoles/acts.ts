/** What console loaders and actions share: queries from addresses, what follows an act, times as they are typed. */
import type { RouterContextProvider } from 'react-router'
import { page } from '../context.ts'
import { need, problemOf, refused, seeOther, type Submitted } from '../forms.ts'

type Context = Readonly<RouterContextProvider>

/** The filters of a list that say something, and where the last page ended. */
export function listQuery<N extends string>(
  context: Context,
  ...names: readonly N[]
): { [K in N]?: string } & { cursor?: string } {
  const query: Record<string, string> = {}
  for (const name of [...names, 'cursor']) {
    const value = page(context).url.searchParams.get(name)?.trim()
    if (value) query[name] = value
  }
  return query as { [K in N]?: string } & { cursor?: string }
}

/** After an act: on to `to` (this page by default), which then says what was done; or the form again with its refusal. */
export function acted(
  context: Context,
  form: Submitted,
  result: { readonly error?: unknown; readonly response: Response },
  done: string,
  to = page(context).url.pathname,
) {
  if (result.response.ok) return seeOther(`${to}${to.includes('?') ? '&' : '?'}done=${done}`)
  if (result.response.status === 401) need(context, result)
  return refused(form, problemOf(result))
}

/** The instant of a `datetime-local` field in the product's time zone; undefined when it is none. */
export function instantOf(local: string, timeZone: string): string | undefined {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString()
  } catch {
    return undefined
  }
}
