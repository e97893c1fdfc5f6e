/**
 * What a module and a product are: plain objects. A module owns one Postgres schema of its own name; a product is a list of
 * modules with its policy, and says which job follows which event. Boot order follows `needs`; a cycle is refused.
 */
import { assert } from './assert.ts'
import type { Context } from './context.ts'
import type { ConfigDeclaration } from './setting.ts'
import type { Placement } from './db/placement.ts'
import type { Tx } from './db/tx.ts'
import type { EventType } from './events/event.ts'
import type { RefusalKind } from './errors.ts'
import type { Fields } from './fields.ts'
import type { AnyRoute } from './http/route.ts'
import type { Asked, Search, Trace } from './inquiry.ts'
import type { AnyJob } from './jobs/job.ts'
import type { Message } from './messages.ts'

/** How a module hands out and erases what it knows of one person. The privacy module only calls these. */
export interface PersonalData {
  /** Everything kept on the subject, as JSON a person can read. */
  export(ctx: Context, tx: Tx, subjectId: string): Promise<unknown>
  /** Erases or pseudonymises; what the law makes us keep stays without the identity. Safe to repeat. */
  erase(ctx: Context, tx: Tx, subjectId: string): Promise<void>
  /** Purpose of a consent → erases what was kept for that purpose alone, once it is withdrawn. Safe to repeat. */
  readonly purposes?: Readonly<Record<string, (ctx: Context, tx: Tx, subjectId: string) => Promise<void>>>
}

/** One thing that must hold for the module to be healthy, looked at by /health/checks. */
export interface HealthCheck {
  readonly name: string
  check(ctx: Context, tx: Tx): Promise<{ status: 'ok' | 'degraded' | 'failed'; detail: string }>
}

/**
 * The ledger transfers a module expects to exist because of its own rows, so that a verifier can prove that each has
 * exactly its transfer and there is no other of these kinds. Pages through its rows in the order of `transfer_id`.
 */
export interface ExpectedTransfers {
  /** Transfer kinds that only these rows may cause, such as `payments.received`. */
  readonly kinds: readonly string[]
  page(tx: Tx, after: string | undefined, limit: number): Promise<{ transfer_id: string; amount_minor: bigint }[]>
}

/**
 * How long rows are kept and how they are removed. Run daily. What is kept about a person of `held` stays for as long as they are
 * named there; rows that serve for minutes (codes, tries) are about nobody who could be.
 */
export interface Retention {
  readonly table: string
  readonly keep: Temporal.DurationLike
  remove(ctx: Context, tx: Tx, before: Temporal.Instant, held: readonly string[]): Promise<number>
}

export interface Module {
  readonly name: string
  /** The module's folder (`import.meta.dirname`), where its migrations stand. */
  readonly folder: string
  readonly needs: readonly Module[]
  readonly routes: readonly AnyRoute[]
  readonly jobs: readonly AnyJob[]
  readonly events: readonly EventType<unknown>[]
  readonly errors: Readonly<Record<string, RefusalKind>>
  readonly messages: readonly Message[]
  /** Field of a list's row → what people call it (fields.ts). */
  readonly fields: Fields
  readonly config?: ConfigDeclaration
  /** Every table of the schema, by bare name. */
  readonly placement: Readonly<Record<string, Placement>>
  /** The tables whose rows pages for everybody show: who keeps such a page hears of every write to them (changes.ts). */
  readonly shown: readonly string[]
  /** The tables that say who is behind a session token and what they may do: who remembers a caller hears of every write to them. */
  readonly callers: readonly string[]
  readonly personalData?: PersonalData
  readonly retention: readonly Retention[]
  readonly health: readonly HealthCheck[]
  readonly expectedTransfers: readonly ExpectedTransfers[]
  /** Reads what staff typed: a number, an address. What it says is handed to every search. */
  readonly readAsked?: (ctx: Context, tx: Tx, text: string) => Promise<Partial<Asked>>
  readonly search: readonly Search[]
  readonly trace: readonly Trace[]
  /** True when the module reads `policy[name]` of the product. */
  readonly usesPolicy: boolean
}

type ModuleSpec = Pick<Module, 'name' | 'folder' | 'placement'> & { [K in keyof Module]?: Module[K] | undefined }

export function defineModule(spec: ModuleSpec): Module {
  const { config, personalData, readAsked, ...rest } = spec
  return Object.freeze({
    ...rest,
    needs: spec.needs ?? [],
    routes: spec.routes ?? [],
    jobs: spec.jobs ?? [],
    events: spec.events ?? [],
    errors: spec.errors ?? {},
    messages: spec.messages ?? [],
    fields: spec.fields ?? {},
    shown: spec.shown ?? [],
    callers: spec.callers ?? [],
    retention: spec.retention ?? [],
    health: spec.health ?? [],
    expectedTransfers: spec.expectedTransfers ?? [],
    search: spec.search ?? [],
    trace: spec.trace ?? [],
    usesPolicy: spec.usesPolicy ?? false,
    ...(config ? { config } : {}),
    ...(personalData ? { personalData } : {}),
    ...(readAsked ? { readAsked } : {}),
  })
}

/** "When this event happens, these jobs run", each exactly once per event, in a transaction of its own. */
export interface Subscription {
  readonly event: EventType<unknown>
  readonly jobs: readonly AnyJob[]
}

export interface Product {
  readonly name: string
  readonly currency: string
  /** BCP 47, the first is the default. */
  readonly locales: readonly [string, ...string[]]
  /** IANA zone of the product's civil days. */
  readonly timeZone: string
  readonly country: string
  readonly modules: readonly Module[]
  readonly on: readonly Subscription[]
  /** Module name → that module's policy. */
  readonly policy: Readonly<Record<string, unknown>>
  readonly brand: { readonly name: string; readonly tagline: Readonly<Record<string, string>> }
  /** Counts looks that people took at pages, by path; gathered for a few seconds. */
  readonly looks?: (ctx: Context, tx: Tx, looks: ReadonlyMap<string, number>) => Promise<void>
  /**
   * Whether something may be done with a person's data for a purpose, now: the one gate that notifications, AI calls and storage
   * pass. Absent in products whose law asks for no consent per purpose; ask by `permits` (gate.ts).
   */
  readonly gate?: (ctx: Context, tx: Tx, subjectId: string, purpose: string) => Promise<boolean>
  /** Whose data must stay whatever its age (legal holds); nobody's where it is absent. */
  readonly held?: (ctx: Context, tx: Tx) => Promise<readonly string[]>
  /** Folder of the published schema's views (db/publish.ts). */
  readonly published?: string
  /** Reads the actor behind a session token; absent in products without sign-in. */
  readonly authenticate?: (ctx: Context, tx: Tx, token: string) => Promise<import('./context.ts').Actor | undefined>
}

/** Checks the composition and freezes it: needs are listed and acyclic, events have owners, policies are there. */
export function defineProduct(spec: Product): Product {
  const modules = inOrder(spec.modules)
  const names = new Set<string>()
  for (const module of modules) {
    assert(/^[a-z]+$/.test(module.name), `bad module name ${module.name}`)
    assert(!names.has(module.name), `module ${module.name} is listed twice in ${spec.name}`)
    names.add(module.name)
    assert(!module.usesPolicy || module.name in spec.policy, `${spec.name} has no policy for ${module.name}`)
  }
  const jobs = new Set(modules.flatMap((module) => module.jobs.map((job) => job.name)))
  const events = new Set(modules.flatMap((module) => module.events.map((event) => event.name)))
  for (const { event, jobs: followers } of spec.on) {
    assert(events.has(event.name), `${spec.name} subscribes to ${event.name}, which no module declares`)
    for (const job of followers)
      assert(jobs.has(job.name), `${spec.name} subscribes ${job.name}, which no module declares`)
  }
  return Object.freeze({ ...spec, modules })
}

/** The modules so that each stands after what it needs. Refuses a cycle and a need that the list lacks. */
export function inOrder(modules: readonly Module[]): Module[] {
  const listed = new Set(modules)
  const done = new Set<Module>()
  const walking = new Set<Module>()
  const ordered: Module[] = []
  const walk = (module: Module, path: string): void => {
    if (done.has(module)) return
    assert(!walking.has(module), `modules need each other in a circle: ${path} → ${module.name}`)
    assert(listed.has(module), `${path} needs ${module.name}, which the product does not compose`)
    walking.add(module)
    for (const need of module.needs) walk(need, `${path} → ${module.name}`)
    walking.delete(module)
    done.add(module)
    ordered.push(module)
  }
  for (const module of modules) walk(module, 'product')
  return ordered
}

/** Declares where a module reads its policy: `const policy = definePolicy<PotsPolicy>('pots')`, then `policy(ctx).fee`. */
export function definePolicy<P>(module: string): (ctx: Context) => P {
  return (ctx) => ctx.product.policy[module] as P
}
