/**
 * The least that could be called a page: three lines in the framework that makes ours, without a loader, a catalogue or a style;
 * three-lines.ts has the same three within our document and frame.
 * Its routes are written out here, as the framework’s build would have made them.
 */
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createRequestHandler, Outlet, ServerRouter, type EntryContext, type ServerBuild } from 'react-router'
import type { WebBuild } from '../web/contract.ts'

function Root() {
  return createElement(
    'html',
    { lang: 'fr' },
    createElement('head', null, createElement('title', null, 'Bonjour')),
    createElement('body', null, createElement(Outlet)),
  )
}

function Plain() {
  return createElement(
    'main',
    null,
    createElement('h1', null, 'Les 30 ans d’Awa'),
    createElement('p', null, 'Une soirée au bord de la mer.'),
    createElement('a', { href: '/give' }, 'Offrir'),
  )
}

async function answer(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  await context.serverHandoffStream?.cancel()
  delete context.serverHandoffStream
  headers.set('content-type', 'text/html; charset=utf-8')
  const html = renderToString(createElement(ServerRouter, { context, url: request.url }))
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}

/** The page at `/p/…`. */
export function plainPage(): WebBuild {
  const absent = { hasAction: false, hasLoader: false, hasClientAction: false, hasClientLoader: false }
  const client = { ...absent, hasClientMiddleware: false, hasErrorBoundary: false, module: '', imports: [], css: [] }
  const routes = {
    root: { id: 'root', path: '', module: { default: Root } },
    plain: { id: 'plain', parentId: 'root', path: 'p/:slug', module: { default: Plain } },
  }
  const build = {
    entry: { module: { default: answer } },
    routes,
    assets: {
      entry: { imports: [], module: '' },
      routes: {
        root: { id: 'root', path: '', ...client },
        plain: { id: 'plain', parentId: 'root', path: 'p/:slug', ...client },
      },
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    ssr: true,
    isSpaMode: false,
    prerender: [],
    routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
  } as unknown as ServerBuild
  const handle = createRequestHandler(build, 'production')
  return { handle: (request) => handle(request), readingOf: () => 'fr' }
}
