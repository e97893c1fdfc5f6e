/**
 * Entry of the server bundle: one request in, one response out. Chooses the product's routes and the visitor's language
 * and puts both, with a typed API client, where loaders and actions find them (app/context.ts).
 */
import createClient from 'openapi-fetch'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import * as build from 'virtual:react-router/server-build'
import type { paths } from './app/api.gen.ts'
import { pageContext } from './app/context.ts'
import { chooseLocale, languageCookie, preferredLocale } from './app/locale.ts'
import { isProduct, products, type Product } from './app/products.ts'
import { proving, sentCode } from './app/step-up.ts'
import type { WebRequest } from './contract.ts'

const handlers = new Map<Product, ReturnType<typeof createRequestHandler>>()

export async function handle(request: Request, web: WebRequest): Promise<Response> {
  if (!isProduct(web.product)) throw new Error(`There are no pages for the product ${web.product}`)
  const product = web.product
  const url = new URL(request.url)
  const locale = chooseLocale(products[product], url, request.headers)
  const code = await sentCode(request)
  const api = createClient<paths>({
    baseUrl: url.origin,
    fetch: code === undefined ? web.fetch : proving(web.fetch, code),
    headers: { accept: 'application/json', 'accept-language': locale, 'x-request-id': web.requestId },
  })
  const context = new RouterContextProvider()
  context.set(pageContext, { ...web, product, locale, url, api })

  const response = await handlerOf(product)(request, context)
  response.headers.append('vary', 'Accept-Language, Cookie')
  const cookie = languageCookie(products[product], url)
  if (cookie) response.headers.append('set-cookie', cookie)
  return response
}

export function localeOf(name: string, accepted: string | undefined, cookie: string | undefined): string {
  if (!isProduct(name)) throw new Error(`There are no pages for the product ${name}`)
  return preferredLocale(products[name], accepted ?? null, cookie ?? null)
}

function handlerOf(product: Product) {
  let handler = handlers.get(product)
  if (!handler) handlers.set(product, (handler = createRequestHandler(routesOf(product), import.meta.env.MODE)))
  return handler
}

/** The build without other products' folders: each product has its own home page at `/`. */
function routesOf(product: Product): ServerBuild {
  const ours = ([id]: [string, unknown]) => {
    const folder = id.split('/')[0] ?? ''
    return !isProduct(folder) || folder === product
  }
  return {
    ...build,
    routes: Object.fromEntries(Object.entries(build.routes).filter(ours)),
    assets: { ...build.assets, routes: Object.fromEntries(Object.entries(build.assets.routes).filter(ours)) },
  } as ServerBuild
}
