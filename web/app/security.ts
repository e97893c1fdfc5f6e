/** The content security policy of a page: files of this origin only, and not one inline script or style. */

export interface PolicyOptions {
  /** Set on pages that hydrate: React Router's own inline scripts carry it. */
  readonly nonce?: string | undefined
  /** The scanner decodes pictures in WebAssembly. */
  readonly wasm?: boolean
  readonly formOrigins: readonly string[]
  /** Vite's development server injects styles and opens a socket. */
  readonly viteDev?: boolean
}

export function contentSecurityPolicy(options: PolicyOptions): string {
  const self = ["'self'"]
  const scripts = [...self]
  if (options.nonce) scripts.push(`'nonce-${options.nonce}'`)
  if (options.wasm) scripts.push("'wasm-unsafe-eval'")
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': scripts,
    'style-src': options.viteDev ? [...self, "'unsafe-inline'"] : self,
    'font-src': self,
    'img-src': [...self, 'data:', 'blob:'],
    'media-src': ["'self'", 'blob:'],
    'worker-src': self,
    'connect-src': options.viteDev ? [...self, 'ws:', 'wss:'] : self,
    'manifest-src': ["'self'"],
    // Browsers apply form-action to the redirect that follows a form as well, hence the payment pages.
    'form-action': ["'self'", ...options.formOrigins],
    'frame-ancestors': ["'none'"],
    'base-uri': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}
