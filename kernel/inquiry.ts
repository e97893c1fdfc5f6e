/**
 * How a module answers staff: what it finds by what they type, and what it knows of a thing so that its story can be told
 * across modules. Each module speaks of its own rows only; operations asks all of them and knows none.
 */
import type { Context } from './context.ts'
import type { Tx } from './db/tx.ts'
import { readWireId } from './ids.ts'

/** What somebody typed, read in every way a module knows. */
export interface Asked {
  /** Without spaces around it, never empty. */
  readonly text: string
  /** When it is a prefixed id or a bare UUID; the prefix of a UUID is empty. */
  readonly id?: { readonly prefix: string; readonly uuid: string }
  /** E.164. */
  readonly phone?: string
  readonly email?: string
  /** The person whose number, address or id it is. */
  readonly person?: string
}

/** One thing staff may look at. Personal fields are masked already. */
export interface Thing {
  /** `pot`, `gift`, `payment`, `webhook`, `refund`, `transfer`, `message`, `voucher`, … */
  readonly kind: string
  /** As the outside world writes it. */
  readonly id: string
  /** Its own name, empty when it has none. */
  readonly title: string
  readonly state: string | null
  readonly at: Temporal.Instant | null
  readonly amount_minor?: bigint
  readonly currency?: string
  /** What a sentence about it needs: codes, instants, ids. Never a word. */
  readonly facts?: Facts
}

export type Facts = Readonly<Record<string, string>>

/** What a module finds. Each search is bounded by `limit` and by an index. */
export interface Search {
  readonly permission: string
  find(ctx: Context, tx: Tx, asked: Asked, limit: number): Promise<readonly Thing[]>
}

/** A prefixed id on the way through the modules. `ref_…` is an id whose module its holder does not know. */
export interface Ref {
  readonly text: string
  readonly prefix: string
  /** Absent where the rest is somebody else's name, as in `evt_<the provider's id>`. */
  readonly uuid: string | undefined
}

/** One thing that happened. The words for `kind` and `code` are the page's. */
export interface TraceStep {
  readonly at: Temporal.Instant
  readonly kind: string
  /** What it happened to. */
  readonly ref: string
  readonly code: string
  readonly facts: Facts
  /** The order within one second, since providers tell no finer time: what leads to something stands before it. */
  readonly rank?: number
}

export interface Traced {
  readonly things: readonly Thing[]
  readonly steps: readonly TraceStep[]
  /** Where the story goes on, as prefixed ids. */
  readonly refs: readonly string[]
}

/** What a module tells of a thing. */
export interface Trace {
  readonly permission: string
  /** The prefixes it answers to; `*` is every id with a UUID. */
  readonly prefixes: readonly string[]
  /** Those it answers to only when they are what was asked about. */
  readonly rootPrefixes?: readonly string[]
  /** `root`: it is what was asked about, so that all that hangs on it is told; else only the way through it. */
  trace(ctx: Context, tx: Tx, refs: readonly Ref[], root: boolean): Promise<Traced>
}

export function readRef(text: string): Ref {
  const id = readWireId(text)
  return { text, prefix: id?.prefix ?? text.split('_', 1)[0]!, uuid: id?.uuid }
}

/** The UUIDs of the refs with one of these prefixes. */
export function uuidsOf(refs: readonly Ref[], ...prefixes: readonly string[]): string[] {
  return refs.flatMap(({ prefix, uuid }) => (uuid !== undefined && prefixes.includes(prefix) ? [uuid] : []))
}

/** Only what there is, as texts. */
export function factsOf(values: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  )
}
