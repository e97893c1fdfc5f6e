/**
 * What passes between the Node server and the pages. Types only, so that both sides may import it: attach.ts (which Node
 * runs directly) and server.ts (which Vite bundles).
 */

/** Who is signed in, as far as pages need to know. */
export interface Session {
  readonly accountId: string
  readonly roles: readonly string[]
}

/** Somebody to sign in as, in the demonstration. */
export interface DemonstrationAccount {
  readonly who: string
  /** A phone number or e-mail address; beside a PIN, the name a child signs in with. */
  readonly signIn: string
  readonly pin?: string
}

/** What the API is asked with; a `Request` is one. */
export type ApiRequest = Pick<Request, 'url' | 'method' | 'headers' | 'arrayBuffer'> & { readonly body: unknown }

/** What a page reads of an answer of the API; a `Response` is one. */
export type ApiAnswer = Pick<Response, 'ok' | 'status' | 'text' | 'json' | 'arrayBuffer'> & {
  readonly headers: Pick<Headers, 'get'>
}

/** What the server tells the pages about one request. */
export interface WebRequest {
  readonly product: string
  readonly requestId: string
  /** The instant by the product's clock, which development may move. */
  readonly now: string
  /** Where people reach the product, for links that leave it; without a slash at the end. */
  readonly publicUrl: string
  /** Where people write when they need help: a number in E.164 or an e-mail address. */
  readonly supportContact: string | null
  /** Fresh for each response; only pages that hydrate use it. */
  readonly nonce: string
  readonly session: Session | null
  /** Shows the development pages (design, outbox, clock). */
  readonly development: boolean
  /** Shown on the development pages. */
  readonly demonstration: readonly DemonstrationAccount[]
  /** Other origins a form may lead to by redirect, such as the payment provider's page. */
  readonly formOrigins: readonly string[]
  /** Calls the API on behalf of this visitor: same cookies, same address. */
  readonly fetch: (request: ApiRequest) => Promise<ApiAnswer>
  /** Hears what kind of page answers. */
  readonly is: (kind: PageKind) => void
  /** Takes the errors no page expected. */
  readonly report: (error: unknown) => void
}

/** What a route says of its page in `handle`. */
export interface PageKind {
  /** The same for everybody who is not signed in and reads the same language: may be kept and sent to others. */
  readonly shared: boolean
  /** Looks at it are counted. */
  readonly counted: boolean
}

/** The built pages. */
export interface WebBuild {
  /** The language and figures a visitor with these headers reads. */
  readingOf(product: string, accepted: string | undefined, cookie: string | undefined): string
  handle(request: Request, web: WebRequest): Promise<Response>
}

/** What build.ts makes. */
export interface BuiltPages extends WebBuild {
  /** The same pages with another module for the route `id`, to measure what the rest of a page costs. */
  instead(id: string, module: object): WebBuild
}
