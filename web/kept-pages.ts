/**
 * Pages that are the same for everybody, kept as ready bytes in this process: what is rendered once is sent to the next
 * stranger as it is. A page is kept only if its route says that it is the same for everybody (`handle.shared`) and every
 * answer it was made of says what it depends on; it goes as soon as one of these changes, at midnight, and after a few
 * seconds anyway. Knows neither Fastify nor where changes come from.
 */
import { createHash } from 'node:crypto'
import { compressed, type Encoding } from './compression.ts'

/** Whether one page is worth looking up: what a visitor without any cookie of ours but language and figures asks for. */
export interface KeptPage {
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  /** Whether looks at it are counted. */
  readonly counted: boolean
  bytes(encoding: Encoding): Promise<Bytes>
  /** The same where it was asked for before and came out. */
  ready(encoding: Encoding): Bytes | undefined
}

export interface Bytes {
  readonly body: Buffer
  readonly encoding: Encoding
}

export interface Rendered {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  readonly counted: boolean
  /** What the page depends on. */
  readonly topics: readonly string[]
}

export interface KeptPages {
  /** The page as it is kept, or undefined when it must be made. */
  find(key: string): KeptPage | undefined
  /**
   * Makes a page and keeps what comes out, unless that is undefined or was overtaken by a change meanwhile. Who asks for the
   * same page while it is made waits for it, if it was of a kind to be kept the last time.
   */
  make(key: string, render: () => Promise<Rendered | undefined>): Promise<KeptPage | undefined>
  forget(topics: readonly string[]): void
  pause(): void
  resume(): void
  readonly size: { readonly pages: number; readonly bytes: number }
}

export interface KeptPagesOptions {
  readonly now: () => Date
  /** IANA zone whose midnight ends a page: “3 days left” is true for a day. */
  readonly timeZone: string
  readonly maxAgeMs?: number
  readonly bytesMax?: number
  /** Whether a change of the first concerns who depends on the second. */
  readonly concerns: (topic: string, other: string) => boolean
}

interface Entry extends KeptPage {
  readonly topics: readonly string[]
  readonly from: number
  readonly until: number
  size: number
}

const MAX_AGE_MS = 10_000
const BYTES_MAX = 32 * 1024 * 1024
const KNOWN_MAX = 5000

export function keepPages(options: KeptPagesOptions): KeptPages {
  const { now, timeZone, concerns, maxAgeMs = MAX_AGE_MS, bytesMax = BYTES_MAX } = options
  // In order of use, so that the first is the one to go when space is needed.
  const entries = new Map<string, Entry>()
  const making = new Map<string, Promise<KeptPage | undefined>>()
  /** What pages that were kept before depended on, by key. */
  const keepable = new Map<string, readonly string[]>()
  const changed = new Set<(topics: readonly string[] | 'all') => void>()
  let bytes = 0
  let hearing = false

  const touch = (changes: readonly string[], topics: readonly string[]): boolean =>
    changes.some((topic) => topics.some((other) => concerns(topic, other)))
  const drop = (key: string): void => {
    bytes -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
  const fits = (): void => {
    for (const key of entries.keys()) {
      if (bytes <= bytesMax) return
      drop(key)
    }
  }
  const entryOf = (key: string, made: Rendered, from: number): Entry => {
    const asked = new Map<Encoding, Promise<Bytes>>()
    const ready = new Map<Encoding, Bytes>()
    const entry: Entry = {
      headers: made.headers,
      etag: `W/"${createHash('sha256').update(made.body).digest('base64url').slice(0, 22)}"`,
      counted: made.counted,
      topics: made.topics,
      from,
      until: Math.min(from + maxAgeMs, midnightAfter(from, timeZone)),
      size: made.body.length,
      ready: (encoding) => ready.get(encoding),
      bytes(encoding) {
        let answer = asked.get(encoding)
        if (!answer) {
          answer = compressed(made.body, encoding).then((smaller) => {
            ready.set(encoding, smaller)
            if (smaller.encoding !== 'identity' && entries.get(key) === entry) {
              entry.size += smaller.body.length
              bytes += smaller.body.length
              fits()
            }
            return smaller
          })
          asked.set(encoding, answer)
        }
        return answer
      },
    }
    return entry
  }
  const forgetAll = (): void => {
    entries.clear()
    bytes = 0
    for (const tell of changed) tell('all')
  }

  return {
    find(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      const at = now().getTime()
      if (at < entry.from || at >= entry.until) {
        drop(key)
        return undefined
      }
      entries.delete(key)
      entries.set(key, entry)
      return entry
    },
    make(key, render) {
      const underway = keepable.has(key) ? making.get(key) : undefined
      if (underway) return underway
      const from = now().getTime()
      const overtaken: string[] = []
      let all = !hearing
      const hear = (topics: readonly string[] | 'all') => {
        if (topics === 'all') all = true
        else overtaken.push(...topics)
        // Who asks from now on must not get what was read before the change.
        if (all || touch(overtaken, keepable.get(key) ?? [])) making.delete(key)
      }
      changed.add(hear)
      const made = render()
        .then((page) => {
          if (!page) {
            keepable.delete(key)
            return undefined
          }
          if (keepable.size >= KNOWN_MAX) keepable.clear()
          keepable.set(key, page.topics)
          const entry = entryOf(key, page, from)
          if (!all && !touch(overtaken, page.topics)) {
            drop(key)
            entries.set(key, entry)
            bytes += entry.size
            fits()
          }
          return entry
        })
        .finally(() => {
          changed.delete(hear)
          if (making.get(key) === made) making.delete(key)
        })
      if (!making.has(key)) making.set(key, made)
      return made
    },
    forget(topics) {
      for (const [key, entry] of entries) if (touch(topics, entry.topics)) drop(key)
      for (const tell of changed) tell(topics)
    },
    pause() {
      hearing = false
      forgetAll()
    },
    resume() {
      hearing = true
    },
    get size() {
      return { pages: entries.size, bytes }
    },
  }
}

/** When the civil day that `at` belongs to ends. */
function midnightAfter(at: number, timeZone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return here.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds
}
