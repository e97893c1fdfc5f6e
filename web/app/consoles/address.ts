/** The address of a list is its state: filters, order, where the page begins. Reading and changing it, nothing else. */

/** Not part of what a list shows: where the page begins, what the last act did, the language. */
const PASSING = ['cursor', 'done', 'lang']

/** Filters and order as they stand in the address, in one order whatever order they were typed in. */
export function askedOf(search: string): string {
  const said = [...new URLSearchParams(search)].filter(([name, value]) => value !== '' && !PASSING.includes(name))
  const parameters = new URLSearchParams(said)
  parameters.sort()
  return parameters.toString()
}

/** True when the address asks for less than everything. */
export function hasFilters(url: URL): boolean {
  const parameters = new URLSearchParams(askedOf(url.search))
  parameters.delete('sort')
  return parameters.size > 0
}

/** This page with some parameters changed, or taken out where undefined. */
export function withParameters(url: URL, changes: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams(url.search)
  for (const [name, value] of Object.entries(changes))
    if (value === undefined) parameters.delete(name)
    else parameters.set(name, value)
  return `${url.pathname}${parameters.size > 0 ? `?${parameters}` : ''}`
}
