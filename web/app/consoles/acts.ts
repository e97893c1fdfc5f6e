/** What console loaders and actions share: queries from addresses, what follows an act, times as they are typed. */
import type { RouterContextProvider } from 'react-router'
import { amountOf } from '../amount.ts'
import { page } from '../context.ts'
import { withDigits } from '../format.ts'
import { products, type Product } from '../products.ts'
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

/** Rows on one page of a console's list. */
const ROWS = 50

/** The orders a list may offer, by the names its route gives them. */
export const BY_TIME = ['newest', 'oldest'] as const
export const BY_TIME_OR_AMOUNT = ['newest', 'oldest', 'largest', 'smallest'] as const

/** What an address asks of any list: where the last page ended, and how many rows. */
export function pageAsked(context: Context): { cursor?: string; limit: number } {
  return { ...listQuery<never>(context), limit: ROWS }
}

/** The one of these values that the address names, as `status=held`; nothing when it names another. */
export function choiceAsked<N extends string, V extends string>(
  context: Context,
  name: N,
  values: readonly V[],
): { [K in N]?: V } {
  const asked = page(context).url.searchParams.get(name)
  const known = values.find((value) => value === asked)
  return (known === undefined ? {} : { [name]: known }) as { [K in N]?: V }
}

/** From the first civil day to the last one, both included, as the instants the API takes. */
export function daysAsked(context: Context): { from?: string; to?: string } {
  const { url, product } = page(context)
  const { timeZone } = products[product]
  const startOf = (name: string, later: number) => {
    try {
      const day = Temporal.PlainDate.from(url.searchParams.get(name) ?? '').add({ days: later })
      return day.toZonedDateTime(timeZone).toInstant().toString()
    } catch {
      return undefined
    }
  }
  const [from, to] = [startOf('from', 0), startOf('to', 1)]
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

/** Amounts as they are typed (`25 000 F`), in minor units; what is no amount asks nothing. */
export function amountsAsked(context: Context): { min_minor?: string; max_minor?: string } {
  const typed = (name: string) => {
    const amount = amountOf(page(context).url.searchParams.get(name)?.trim() ?? '')
    return /^[1-9]\d{0,14}$/.test(amount) ? amount : undefined
  }
  const [least, most] = [typed('min'), typed('max')]
  return { ...(least ? { min_minor: least } : {}), ...(most ? { max_minor: most } : {}) }
}

/** Decimal places of the product's currency, as amounts are typed. */
function placesOf(product: Product): number {
  const { currency } = products[product]
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0
}

/** An amount as it is typed (`199`, `1,199.50`, `١٩٩٫٥`) in minor units; what is none stays as typed, for the API to refuse. */
export function minorOf(context: Context, typed: string): string {
  const places = placesOf(page(context).product)
  const plain = withDigits(typed, 'latn').replace(/\s|,(?=\d{3}(?!\d))/g, '')
  const [, whole, part = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(plain) ?? []
  return whole === undefined || part.length > places ? typed : String(BigInt(whole + part.padEnd(places, '0')))
}

/** Minor units as they are typed: `19900` is `199`, `19950` is `199.50`. */
export function typedAmount(product: Product, minor: string): string {
  const places = placesOf(product)
  if (places === 0) return minor
  const digits = minor.padStart(places + 1, '0')
  const [whole, part] = [digits.slice(0, -places), digits.slice(-places)]
  return /^0+$/.test(part) ? whole : `${whole}.${part}`
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
