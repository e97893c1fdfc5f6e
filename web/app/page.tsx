/**
 * What components know about the page they are part of: language, wording, formats, visitor. On the server it comes from
 * the request; on the few pages that hydrate it is rebuilt from the root loader's data.
 */
import { createContext, use, type ReactNode } from 'react'
import { useRouteLoaderData } from 'react-router'
import type { PageRequest } from './context.ts'
import * as format from './format.ts'
import { translator, wordsOf, type MessageKey, type Translate } from './i18n.ts'
import { products, type ProductProfile } from './products.ts'

/** The part of a request that may travel to a browser. */
export type PageFacts = Pick<
  PageRequest,
  'product' | 'locale' | 'digits' | 'session' | 'requestId' | 'development' | 'now' | 'publicUrl' | 'supportContact'
> & {
  readonly url: string
}

export interface PageView extends Omit<PageFacts, 'url'> {
  readonly url: URL
  readonly profile: ProductProfile
  readonly t: Translate
  money(minor: format.Minor, currency?: string): string
  date(value: string, style?: format.DateStyle): string
  phone(value: string): string
  number(value: number | bigint): string
  /** A whole percent with its sign. */
  percent(whole: number): string
  /** A text that was not made by these pages, with its numbers in the visitor's figures. */
  digitsIn(text: string): string
}

const ViewContext = createContext<PageView | null>(null)

export function PageProvider({ facts, children }: { facts: PageFacts; children: ReactNode }) {
  return <ViewContext value={viewOf(facts)}>{children}</ViewContext>
}

export function usePage(): PageView {
  // Every piece of a page asks this, so the server's way is the shortest one.
  return use(ViewContext) ?? useHydratedPage()
}

function useHydratedPage(): PageView {
  const facts = useRouteLoaderData<PageFacts>('root')
  if (!facts) throw new Error('usePage needs a page: render inside the root route')
  return viewOf(facts)
}

export function useT(): Translate {
  return usePage().t
}

export function factsOf(request: PageRequest): PageFacts {
  const { product, locale, digits, session, requestId, development, now, publicUrl, supportContact, url } = request
  return { product, locale, digits, session, requestId, development, now, publicUrl, supportContact, url: url.href }
}

function viewOf(facts: PageFacts): PageView {
  const { locale, product, digits } = facts
  const profile = products[product]
  const t = translator(product, locale, digits)
  return {
    ...facts,
    url: new URL(facts.url),
    profile,
    t,
    money(minor, currency = profile.currency) {
      // What the ledger holds besides money has a word for its unit: `60,000 tokens`.
      const unit = `asset.${currency}`
      return !format.isCurrency(currency) && Object.hasOwn(wordsOf(product, locale), unit)
        ? t(unit as MessageKey, { count: Number(minor) })
        : format.money(locale, minor, currency, digits)
    },
    date: (value, style = 'day') => format.date(locale, value, style, profile.timeZone, digits),
    phone: (value) => format.phone(value, profile),
    number: (value) => format.number(locale, value, digits),
    percent: (whole) => format.percentText(locale, whole, digits),
    digitsIn: (text) => format.withDigits(text, digits),
  }
}
