/** The entry point: which products there are, and how one is migrated, seeded and served. Nothing else imports products. */
import type { AddressInfo } from 'node:net'
import { bootProduct, migrateProduct, type Runtime, type Urls } from './kernel/boot.ts'
import { concerns } from './kernel/changes.ts'
import { systemClock } from './kernel/clock.ts'
import type { Config, ConfigScope } from './kernel/config.ts'
import { SESSION_COOKIE } from './kernel/http/admission.ts'
import { followClock } from './kernel/http/development.ts'
import type { Product } from './kernel/module.ts'
import type { PaymentsPolicy } from './modules/payments/api.ts'
import { children as tutorChildren, people as tutorPeople } from './products/tutor/demonstration.ts'
import { tutor } from './products/tutor/product.ts'
import { seedTutor } from './products/tutor/seed.ts'
import { people as woloPeople } from './products/wolo/demonstration.ts'
import { wolo } from './products/wolo/product.ts'
import { seedWolo } from './products/wolo/seed.ts'
import { attachWeb, attachWebDev } from './web/attach.ts'
import { isProduct } from './web/app/products.ts'
import { buildWeb } from './web/build.ts'
import type { DemonstrationAccount } from './web/contract.ts'
import { keepPages } from './web/kept-pages.ts'
import { visitorOf } from './web/visitor.ts'

export { migrateProduct, type Urls }

export const products: Readonly<Record<string, Product>> = { wolo, tutor }

/** The demonstration data of each product; each seed does nothing when there is data already. */
const seeds: Readonly<Record<string, (runtime: Runtime, onProgress: (line: string) => void) => Promise<void>>> = {
  wolo: seedWolo,
  tutor: seedTutor,
}

/** The demonstration's accounts, to be printed at the end of the start. */
export const demonstrations: Readonly<Record<string, readonly DemonstrationAccount[]>> = {
  wolo: woloPeople.flatMap(({ who, phone }) => (who ? [{ who, signIn: phone }] : [])),
  tutor: [
    ...tutorPeople.filter(({ roles }) => roles.length === 0).map(({ who, phone }) => ({ who, signIn: phone })),
    ...tutorChildren.map(({ who, username, pin }) => ({ who, signIn: username, pin })),
    ...tutorPeople.filter(({ roles }) => roles.length > 0).map(({ who, phone }) => ({ who, signIn: phone })),
  ],
}

/** What the environment may say: every product, stand-in and module with its variables. */
export const configScope: ConfigScope = {
  products: { wolo: 4001, tutor: 4002 },
  simulators: { wave: 4900, paymob: 4901 },
  modules: Object.fromEntries(
    Object.values(products).flatMap((product) =>
      product.modules.flatMap((m) => (m.config ? [[m.name, m.config]] : [])),
    ),
  ),
}

export interface Served {
  readonly url: string
  readonly runtime: Runtime
  /** Finishes requests and jobs in hand, then closes. */
  close(): Promise<void>
}

export interface ServeOptions {
  readonly config: Config
  readonly urls: Pick<Urls, 'appUrl' | 'jobsUrl'>
  /** Serves pages from the sources, rebuilt as they change. */
  readonly fromSources?: boolean
  /** False leaves the jobs to another process. */
  readonly jobs?: boolean
  /** False serves the API alone. */
  readonly pages?: boolean
  readonly port?: number
}

/** Whether there are pages for a product; one without any is served as its API alone. */
export const hasPages: (name: string) => boolean = isProduct

/** Serves one product on a migrated database: API, pages and jobs. */
export async function serveProduct(name: string, options: ServeOptions): Promise<Served> {
  const { config } = options
  const product = products[name]
  if (!product) throw new Error(`there is no product ${name}; there are: ${Object.keys(products).join(', ')}`)
  const port = options.port ?? config.ports[name] ?? 0
  const runtime = await bootProduct(product, { config, urls: options.urls, publicUrl: config.publicUrl(name, port) })
  const development = config.mode === 'development'
  try {
    const { app } = runtime
    const payment = paymentPages(product, config)
    if (options.pages !== false && hasPages(name)) {
      const web = {
        product: name,
        development,
        demonstration: development ? (demonstrations[name] ?? []) : [],
        now: () => new Date(runtime.clock.now().epochMilliseconds),
        visitorOf: async (request: { cookies: Record<string, string | undefined> }) =>
          visitorOf(app, request.cookies[SESSION_COOKIE]),
        publicUrl: () => config.publicUrl(name, (app.server.address() as AddressInfo | null)?.port ?? port),
        looked: (path: string) => runtime.looked(path),
        readDirectly: runtime.readDirectly,
        supportContact: config.supportContact,
        formOrigins: payment.origins,
      }
      if (options.fromSources) await attachWebDev(app, { ...web, root: `${import.meta.dirname}/web` })
      else {
        const keptPages = keepPages({ now: web.now, timeZone: product.timeZone, concerns })
        await attachWeb(app, { ...web, keptPages, early: runtime.early, ...(await buildWeb()) })
        void runtime.changes.follow(keptPages)
      }
    }
    void runtime.changes.follow(runtime.callers)
    if (development && payment.apiUrl) {
      const { apiUrl } = payment
      const tellStandIn = async (offsetMs: number) => {
        await fetch(new URL('/_control/clock', apiUrl), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ offset_ms: offsetMs }),
          signal: AbortSignal.timeout(2000),
        }).catch(() => runtime.log.warn('the stand-in of payments did not hear that the clock was moved'))
      }
      followClock(app, tellStandIn)
      await tellStandIn(runtime.clock.offset().total('milliseconds'))
    }
    await app.listen({ host: config.host, port })
    if (options.jobs !== false) await runtime.startJobs()
  } catch (error) {
    await runtime.close()
    throw error
  }
  const listening = (runtime.app.server.address() as AddressInfo).port
  return { url: config.publicUrl(name, listening), runtime, close: () => runtime.close() }
}

/** Where the product's provider takes payments: the origins a form may end at, and its API (the stand-in, in development). */
function paymentPages(product: Product, config: Config): { origins: string[]; apiUrl: string | undefined } {
  const settings = config.modules['payments'] ?? {}
  switch ((product.policy['payments'] as PaymentsPolicy | undefined)?.provider) {
    case 'wave': {
      const apiUrl = settings['waveApiUrl'] as string
      const ours = config.mode === 'development' ? [new URL(apiUrl).origin] : []
      return { origins: ['https://pay.wave.com', ...ours], apiUrl }
    }
    case 'paymob': {
      const apiUrl = settings['paymobApiUrl'] as string
      return { origins: [new URL(apiUrl).origin], apiUrl }
    }
    case undefined:
      return { origins: [], apiUrl: undefined }
  }
}

/** Fills an empty product with its demonstration. Safe to repeat. */
export async function seedProduct(
  name: string,
  options: Pick<ServeOptions, 'config' | 'urls'>,
  onProgress: (line: string) => void = () => {},
): Promise<void> {
  const product = products[name]!
  // A clock of its own: the demonstration walks through a year while nobody else's time moves.
  const runtime = await bootProduct(product, { config: options.config, urls: options.urls, clock: systemClock() })
  try {
    await seeds[name]?.(runtime, onProgress)
  } finally {
    await runtime.close()
  }
}
