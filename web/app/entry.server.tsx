/**
 * Turns a matched page into HTML. Pages are plain documents: unless a route says `handle.hydrate`, no script is sent and
 * the whole page goes out in one piece. Sets the headers every page has.
 */
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream, renderToStaticMarkup } from 'react-dom/server'
import { ServerRouter, type EntryContext, type HandleErrorFunction, type RouterContextProvider } from 'react-router'
import { page } from './context.ts'
import { factsOf, PageProvider } from './page.tsx'
import { contentSecurityPolicy } from './security.ts'

/** What a route module may export as `handle`. */
export interface PageHandle {
  /** Sends React to the browser. For pages that cannot do without; forms and small behaviours can. */
  readonly hydrate?: boolean
  /** Allows WebAssembly, for the scanner. */
  readonly wasm?: boolean
  /** The same for everybody who is not signed in and reads the same language; such a page has no form with a key of its own. */
  readonly shared?: boolean
  /** Looks at it are counted. */
  readonly counted?: boolean
}

const STREAM_TIMEOUT_MS = 6_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const asked = page(context)
  const handles = router.staticHandlerContext.matches.map(({ route }) => (route.handle ?? {}) as PageHandle)
  const hydrate = handles.some((handle) => handle.hydrate)
  asked.is({
    shared: !hydrate && handles.some((handle) => handle.shared),
    counted: handles.some((handle) => handle.counted),
  })
  const nonce = hydrate ? asked.nonce : undefined

  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-language', asked.locale)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  headers.set('permissions-policy', 'camera=(self), geolocation=(), microphone=()')
  headers.set(
    'content-security-policy',
    contentSecurityPolicy({
      ...asked,
      nonce,
      wasm: handles.some((handle) => handle.wasm),
      viteDev: import.meta.env.DEV,
    }),
  )
  // Pages show who is signed in, so nobody but this browser may keep them, and it must ask again.
  if (!headers.has('cache-control'))
    headers.set('cache-control', asked.session ? 'private, no-store' : 'private, no-cache')

  if (!hydrate) {
    // Without scripts nobody reads the data stream that hydration starts from.
    await router.serverHandoffStream?.cancel()
    delete router.serverHandoffStream
  }
  const document = (
    <PageProvider facts={factsOf(asked)}>
      <ServerRouter context={router} url={request.url} {...(nonce === undefined ? {} : { nonce })} />
    </PageProvider>
  )
  const body = hydrate
    ? await streamed(document, nonce, asked.report)
    : // As bytes: a text would be searched for broken characters and made into bytes anyway.
      new TextEncoder().encode(`<!DOCTYPE html>${renderToStaticMarkup(document)}`)
  return new Response(body, { status, headers })
}

function streamed(document: React.ReactNode, nonce: string | undefined, report: (error: unknown) => void) {
  return new Promise<ReadableStream<Uint8Array>>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(document, {
      ...(nonce === undefined ? {} : { nonce }),
      onShellReady() {
        const body = new PassThrough({
          final(done) {
            clearTimeout(timer)
            done()
          },
        })
        pipe(body)
        resolve(createReadableStreamFromReadable(body))
      },
      onShellError: reject,
      onError: report,
    })
    const timer = setTimeout(abort, STREAM_TIMEOUT_MS)
  })
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) page(context as Readonly<RouterContextProvider>).report(error)
}
