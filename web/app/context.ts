/**
 * What loaders and actions know about the request they answer: product, language, visitor, and the API as their only way
 * to data. `page(context)` is the door; React components use `usePage()` from page.tsx instead.
 */
import type { Client } from 'openapi-fetch'
import { createContext, type RouterContextProvider } from 'react-router'
import type { WebRequest } from '../contract.ts'
import type { paths } from './api.gen.ts'
import { translator, type Translate } from './i18n.ts'
import type { Digits, Locale, Product } from './products.ts'

export type Api = Client<paths>

export interface PageRequest extends Omit<WebRequest, 'product' | 'fetch'> {
  readonly product: Product
  readonly locale: Locale
  readonly digits: Digits
  readonly url: URL
  readonly api: Api
}

export const pageContext = createContext<PageRequest>()

type Context = Readonly<RouterContextProvider>

export function page(context: Context): PageRequest {
  return context.get(pageContext)
}

export function api(context: Context): Api {
  return page(context).api
}

export function t(context: Context): Translate {
  const { product, locale, digits } = page(context)
  return translator(product, locale, digits)
}
