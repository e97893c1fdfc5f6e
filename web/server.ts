/**
 * Entry of the server bundle: one request in, one response out. Chooses the product's routes and the visitor's language
 * and puts both, with a typed API client, where loaders and actions find them (app/context.ts).
 */
import createClient from 'openapi-fetch'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import * as built from 'virtual:react-router/server-build'
import type { paths } from './app/api.gen.ts'
import { pageContext } from './app/context.ts'
import { choiceCookies, chooseDigits, chooseLocale, preferredDigits, preferredLocale } from './app/locale.ts'
import { has, isProduct, products, type Product } from './app/products.ts'
import { proving, sentCode } from './app/step-up.ts'
import type { WebBuild, WebRequest } from './contract.ts'

type Handler = ReturnType<typeof createRequestHandler>

function serverOf(build: ServerBuild): Pick<WebBuild, 'handle'> {
  const handlers = new Map<Product, (pathname: string) => Handler>()
  const handlerOf = (product: Product, pathname: string): Handler => {
    let choose = handlers.get(product)
    if (!choose) handlers.set(product, (choose = handlersOf(routesOf(build, product))))
    return choose(pathname)
  }
  return {
    async handle(request, web) {
      if (!isProduct(web.product)) throw new Error(`There are no pages for the product ${web.product}`)
      const product = web.product
      const url = new URL(request.url)
      const locale = chooseLocale(products[product], url, request.headers)
      const digits = chooseDigits(locale, url, request.headers)
      const code = await sentCode(request)
      const api = createClient<paths>({
        baseUrl: url.origin,
        Request: Asked as unknown as typeof Request,
        // The client reads no more of an answer than there is (contract.ts).
        fetch: (code === undefined ? web.fetch : proving(web.fetch, code)) as unknown as typeof fetch,
        headers: { accept: 'application/json', 'accept-language': locale, 'x-request-id': web.requestId },
      })
      const context = new RouterContextProvider()
      context.set(pageContext, { ...web, product, locale, digits, url, api })

      const response = await handlerOf(product, url.pathname)(request, context)
      response.headers.append('vary', 'Accept-Language, Cookie')
      for (const cookie of choiceCookies(products[product], url)) response.headers.append('set-cookie', cookie)
      return response
    },
  }
}

/** A request without a body as the typed client makes it: most are, and a real one costs as much as many a route. */
class Asked implements Pick<Request, 'url' | 'method' | 'headers' | 'body'> {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body = null
  constructor(url: string, init: RequestInit) {
    this.url = url
    this.method = init.method ?? 'GET'
    this.headers = new Headers(init.headers)
    if (init.body !== undefined && init.body !== null) return new Request(url, init) as never
  }
}

const whole = built as unknown as ServerBuild
const pages = serverOf(whole)

export function handle(request: Request, web: WebRequest): Promise<Response> {
  return pages.handle(request, web)
}

export function readingOf(name: string, accepted: string | undefined, cookie: string | undefined): string {
  if (!isProduct(name)) throw new Error(`There are no pages for the product ${name}`)
  const locale = preferredLocale(products[name], accepted ?? null, cookie ?? null)
  return `${locale}/${preferredDigits(locale, cookie ?? null)}`
}

export function instead(id: string, module: object): WebBuild {
  const [route, asset] = [whole.routes[id], whole.assets.routes[id]]
  if (!route || !asset) throw new Error(`There is no route ${id}`)
  const routes = { ...whole.routes, [id]: { ...route, module: module as typeof route.module } }
  const described = { ...asset, hasLoader: 'loader' in module, hasAction: 'action' in module }
  const assets = { ...whole.assets, routes: { ...whole.assets.routes, [id]: described } }
  return { ...serverOf({ ...whole, routes, assets }), readingOf }
}

/** The build without other products' pages: each product has its own home page at `/`. */
function routesOf(build: ServerBuild, product: Product): ServerBuild {
  return only(build, (id) => has(product, id))
}

function only(build: ServerBuild, wanted: (id: string) => boolean): ServerBuild {
  const ours = ([id]: [string, unknown]) => wanted(id)
  return {
    ...build,
    routes: Object.fromEntries(Object.entries(build.routes).filter(ours)),
    assets: { ...build.assets, routes: Object.fromEntries(Object.entries(build.assets.routes).filter(ours)) },
  } as ServerBuild
}

/**
 * The framework tries route after route and makes each of them anew for every page. So each first segment of an address has a
 * handler of its own, with only the routes that can match below it; an address that begins like none of them gets the rest.
 */
function handlersOf(build: ServerBuild): (pathname: string) => Handler {
  const routes = Object.values(build.routes).filter((route) => route !== undefined)
  const parents = new Set(routes.map(({ parentId }) => parentId))
  const pathOf = (id: string): string => {
    const route = build.routes[id]!
    return [route.parentId === undefined ? '' : pathOf(route.parentId), route.path ?? ''].filter(Boolean).join('/')
  }
  const leaves = routes
    .filter(({ id, path, index }) => !parents.has(id) || (path !== undefined && path !== '' && !index))
    .map(({ id }) => ({ id, first: pathOf(id).split('/')[0]!.toLowerCase() }))
  const open = (first: string) => /^[:*]|\?$/.test(first)
  const segments = new Set(leaves.map(({ first }) => first).filter((first) => !open(first)))
  const made = new Map<string | undefined, Handler>()
  const every = createRequestHandler(build, import.meta.env.MODE)
  return (pathname) => {
    // Escaped addresses and those of the framework itself are read by rules of its own.
    if (/%|\.data$|^\/__/.test(pathname)) return every
    const asked = pathname.split('/', 2)[1]!.toLowerCase()
    const first = segments.has(asked) ? asked : undefined
    let handler = made.get(first)
    if (!handler) {
      const wanted = new Set<string>()
      for (const leaf of leaves) {
        if (leaf.first !== first && !open(leaf.first)) continue
        for (let id: string | undefined = leaf.id; id !== undefined; id = build.routes[id]?.parentId) wanted.add(id)
      }
      made.set(
        first,
        (handler = createRequestHandler(
          only(build, (id) => wanted.has(id)),
          import.meta.env.MODE,
        )),
      )
    }
    return handler
  }
}
