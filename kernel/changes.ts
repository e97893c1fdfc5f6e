/**
 * Who keeps a copy of what everybody may see, or remembers who is behind a token, hears when it changes: after a commit that wrote
 * to a table a module names for it, the process forgets at once what it keeps of it, and one notification tells the others. What
 * was written is read off the statements themselves, so no verb has to think of it. A notification lost with its process costs the
 * time a copy may be kept at most; while a process cannot listen it keeps nothing.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { present } from './assert.ts'
import type { Context } from './context.ts'
import type { Database } from './db/database.ts'
import { statement } from './db/statement.ts'
import type { Written } from './db/tx.ts'
import type { Log } from './log.ts'
import type { Product } from './module.ts'

/** Somebody who keeps copies, each with the topics it depends on. */
export interface Keeper {
  /** These were changed: `pots:…` also concerns who depends on all of `pots`, `pots` whoever depends on any part of it. */
  forget(topics: readonly string[]): void
  /** Changes can no longer be heard: forget everything and keep nothing. */
  pause(): void
  /** Changes are heard from now on. */
  resume(): void
}

export interface Changes {
  /** Tells everybody what this commit changed. */
  committed(written: Written): void
  /** Lets the keeper hear of every change, of this process and of others; it keeps nothing before it does, which is when this resolves. */
  follow(keeper: Keeper): Promise<void>
  close(): Promise<void>
}

type Indexing = Pick<Context['vault'], 'blindIndex'>

/** What belongs to `owner` among what the module shows; without an owner, all that it shows. */
export function topicOf(vault: Indexing, module: string, owner?: string): string {
  return owner === undefined ? module : `${module}:${indexOf(vault, owner)}`
}

/** A hash costs as much as a small answer, and what is looked at is a few people's. */
function indexOf(vault: Indexing, owner: string): string {
  let known = indexes.get(vault)
  if (!known) indexes.set(vault, (known = new Map()))
  let index = known.get(owner)
  if (index === undefined) {
    if (known.size >= INDEXES_MAX) known.clear()
    known.set(owner, (index = vault.blindIndex('topic', owner).slice(0, 20)))
  }
  return index
}

const indexes = new WeakMap<Indexing, Map<string, string>>()
const INDEXES_MAX = 5000

/**
 * Says what an answer depends on, besides the words and rules the program holds: who asked may keep it until one of these
 * changes. An answer that says nothing is not kept.
 */
export function showing(reply: { header(name: string, value: string): void }, ...topics: readonly string[]): void {
  reply.header('cache-tag', topics.join(' '))
}

/** Whether a change of `topic` concerns who depends on `other`. */
export function concerns(topic: string, other: string): boolean {
  return topic === other || topic.startsWith(`${other}:`) || other.startsWith(`${topic}:`)
}

const CHANNEL = 'teranga_changes'
const tell = statement('kernel.tell_changes', `select pg_notify('${CHANNEL}', $1)`)

const GATHER_MS = 3
/** A notification holds at most 8000 bytes. */
const TOPICS_AT_ONCE = 200
const AGAIN_MS = 500
const CONNECT_MS = 5000

export function openChanges(parts: {
  readonly product: Product
  readonly db: Pick<Database, 'reading'>
  readonly vault: Indexing
  /** A connection that stays with its session, for LISTEN. */
  readonly directUrl: string
  readonly log: Log
}): Changes {
  const read = reader(parts.product, parts.vault)
  const self = randomUUID()
  const keepers: Keeper[] = []
  const waiting = new Set<string>()
  let telling: Promise<void> | undefined
  let closed = false
  let listening = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let connecting: Promise<void> = Promise.resolve()

  /** One notification for what a few milliseconds of commits changed. */
  const tellOthers = async (): Promise<void> => {
    while (waiting.size > 0) {
      await sleep(GATHER_MS)
      const topics = [...waiting].slice(0, TOPICS_AT_ONCE)
      for (const topic of topics) waiting.delete(topic)
      try {
        await tell.run(parts.db.reading(), `${self} ${topics.join(' ')}`)
      } catch (err) {
        if (!closed) parts.log.warn({ err }, 'other servers were not told of a change')
      }
    }
    telling = undefined
  }

  const lost = (): void => {
    if (listening) for (const keeper of keepers) keeper.pause()
    listening = false
  }
  const listen = async (): Promise<void> => {
    const fresh = new pg.Client({
      connectionString: parts.directUrl,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'teranga changes',
    })
    const again = (): void => {
      if (client === fresh) client = undefined
      lost()
      clearTimeout(timer)
      if (!closed) timer = setTimeout(() => (connecting = listen()), AGAIN_MS)
    }
    fresh.on('error', () => {})
    fresh.once('end', again)
    fresh.on('notification', ({ payload = '' }) => {
      const [from, ...topics] = payload.split(' ')
      if (from !== self) for (const keeper of keepers) keeper.forget(topics)
    })
    try {
      client = fresh
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
      listening = true
      for (const keeper of keepers) keeper.resume()
    } catch (err) {
      if (!closed) parts.log.warn({ err }, 'changes cannot be heard; nothing is kept until they can')
      await fresh.end().catch(() => {})
      again()
    }
  }

  return {
    committed(written) {
      const topics = read(written)
      if (topics.size === 0) return
      for (const keeper of keepers) keeper.forget([...topics])
      for (const topic of topics) waiting.add(topic)
      telling ??= tellOthers()
    },
    follow(keeper) {
      return new Promise((heard) => {
        const resume = () => {
          keeper.resume()
          heard()
        }
        keepers.push({ ...keeper, resume })
        if (listening) resume()
        else if (keepers.length === 1) connecting = listen()
      })
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await telling
      await connecting
      await client?.end()
    },
  }
}

/** What of the product may be kept, and of whom, in what was written. */
function reader(product: Product, vault: Indexing): (written: Written) => Set<string> {
  const shown = new Map(
    product.modules.flatMap((module) =>
      [...module.shown, ...module.callers].map((table) => {
        const placed = present(module.placement[table], `${module.name} tells of ${table}, which it does not place`)
        return [`${module.name}.${table}`, { module: module.name, owner: placed.kind === 'owner' ? placed.column : '' }]
      }),
    ),
  )
  return (written) => {
    const topics = new Set<string>()
    for (const { table, text, first } of written) {
      const known = shown.get(table)
      if (!known) continue
      const { module, owner } = known
      // Only what is plainly written by its owner’s key concerns one owner; anything else, everybody.
      const keyed =
        owner !== '' &&
        typeof first === 'string' &&
        (new RegExp(`\\b${owner} = \\$1(?!\\d)`).test(text) ||
          (text.includes(`${table} (${owner}, `) && text.includes('values ($1, ')))
      topics.add(keyed ? topicOf(vault, module, first) : module)
    }
    return topics
  }
}
