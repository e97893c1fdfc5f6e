// Sends processed callbacks, card tokens and what is told of subscriptions: signed, with a budget per attempt, retried on a schedule,
// logged; and commits the faults that concern delivery. Waiting happens in real time.
import { strike } from './faults.ts'
import { randomBytes } from 'node:crypto'
import type { Callback, Delivery } from './records.ts'
import { forged, type Forgery } from './signature.ts'
import { instant, type Store } from './state.ts'

/** Half a second to start with, then slower and slower; together a little under three days. */
export const RETRY_MS: readonly number[] = [
  500, 2_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000, 64_800_000,
  86_400_000,
]

const SENDING_MAX = 16
const DELIVERIES_KEPT = 50

export interface Content {
  type: string
  /** What it is about, and our merchant's name for it: what a fault can be meant for. */
  subject: string
  reference: string | null
  /** Null: where the account's callbacks go. */
  url: string | null
  body: Record<string, unknown>
  /** Undefined: the signature is in the body. */
  hmac?: string
}

export interface Callbacks {
  emit(callback: Content): Callback
  /** Sends a known event once more, whatever became of it. */
  redeliver(id: string): boolean
  /** Lets go of every event held back by `reorder`. */
  release(): void
  /** Starts again what a stopped process left waiting. */
  resume(): void
  /** Forgets what waits; used before a reset. */
  forget(): void
  /** Resolves once everything due now has been attempted; events waiting for a retry are not waited for. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export function startCallbacks(store: Store, retry_ms: readonly number[], budget_ms: number): Callbacks {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()
  const queue: (() => void)[] = []
  let sending = 0

  function schedule(event: Callback, in_ms: number): void {
    store.put('callback', { ...event, next_attempt_ms: Date.now() + in_ms })
    arm(event.id, in_ms)
  }

  function arm(id: string, in_ms: number): void {
    clearTimeout(timers.get(id))
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id)
        run(() => attempt(id))
      }, in_ms),
    )
  }

  function run(work: () => Promise<void>): void {
    if (stopping.signal.aborted) return
    const promise = work().finally(() => running.delete(promise))
    running.add(promise)
  }

  async function attempt(id: string): Promise<void> {
    const event = store.find('callback', id)
    if (!event || (event.status !== 'waiting' && event.status !== 'held')) return
    if (event.attempts === 0) for (const forgery of event.forgeries) await send(id, forgery, true)
    if (event.copies > 0 && event.together && event.attempts === 0) {
      for (let copy = 0; copy < event.copies; copy += 1) run(async () => void (await send(id, 'duplicate')))
    }
    const accepted = await send(id, event.attempts === 0 ? 'first' : 'retry')
    const now = store.find('callback', id)
    if (stopping.signal.aborted || !now) return
    const attempts = now.attempts + 1
    const wait = retry_ms[attempts - 1]
    if (accepted) store.put('callback', { ...now, attempts, status: 'delivered', next_attempt_ms: null })
    else if (wait === undefined) store.put('callback', { ...now, attempts, status: 'abandoned', next_attempt_ms: null })
    else schedule({ ...now, attempts, status: 'waiting' }, wait)
    if (accepted && !event.together) for (let copy = 0; copy < event.copies; copy += 1) await send(id, 'duplicate')
    if (event.status !== 'held') release()
  }

  /** One delivery; true when the receiver answered 2xx in time. */
  async function send(id: string, kind: string, forgery = false): Promise<boolean> {
    if (sending >= SENDING_MAX) await new Promise<void>((resolve) => queue.push(resolve))
    sending += 1
    const event = store.find('callback', id)
    const started = performance.now()
    let status: number | null = null
    let failure: string | null = null
    try {
      if (!event || event.url === null) return false
      const told = forgery ? forged(kind as Forgery, event.raw, event.hmac ?? '') : event
      const url = new URL(event.url)
      if (told.hmac !== null) url.searchParams.set('hmac', told.hmac)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': 'paymob-simulator' },
        body: told.raw,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(budget_ms), stopping.signal]),
      })
      status = response.status
      await response.body?.cancel()
      return response.ok
    } catch (error) {
      failure = describe(error, budget_ms)
      return false
    } finally {
      sending -= 1
      queue.shift()?.()
      const duration_ms = Math.round(performance.now() - started)
      log(id, {
        kind: forgery ? `forged: ${kind}` : kind,
        when: instant(store.now()),
        status,
        error: failure,
        duration_ms,
      })
    }
  }

  function log(id: string, delivery: Delivery): void {
    const event = store.find('callback', id)
    if (!event || stopping.signal.aborted) return
    store.put('callback', { ...event, deliveries: [...event.deliveries, delivery].slice(-DELIVERIES_KEPT) })
  }

  function release(): void {
    for (const held of store.list('callback').filter((it) => it.status === 'held')) {
      if (timers.has(held.id)) arm(held.id, 0)
    }
  }

  return {
    emit({ type, subject, reference, url, body, hmac }) {
      const references = [subject, reference, type]
      const take = (name: string) => strike(store, name, references)
      const id = `CB_${randomBytes(6).toString('hex')}`
      const duplicate = take('duplicate')
      const forgeries: string[] = []
      for (let forge = take('forge'); forge; forge = take('forge')) {
        forgeries.push(String(forge['variant']))
        // A fault that strikes many times is one forgery for each of many events.
        if (store.find('fault', forge.id)) break
      }
      const event: Callback = {
        id,
        type,
        subject,
        reference,
        url: url ?? store.settings().callback_url,
        raw: JSON.stringify(body),
        hmac: hmac ?? null,
        when_created: instant(store.now()),
        status: 'waiting',
        attempts: 0,
        next_attempt_ms: null,
        copies: duplicate ? Number(duplicate['copies']) : 0,
        together: duplicate?.['together'] === true,
        forgeries,
        deliveries: [],
      }
      const delay = take('delay')
      const reorder = take('reorder')
      const dropped = take('drop')
      if (dropped) {
        store.put('callback', { ...event, status: 'dropped' })
        run(async () => {
          for (const forgery of forgeries) await send(id, forgery, true)
          release()
        })
      } else if (event.url === null) store.put('callback', { ...event, status: 'unsent' })
      else if (reorder) schedule({ ...event, status: 'held' }, Number(reorder['release_after_ms']))
      else schedule(event, delay ? Number(delay['ms']) : 0)
      return store.find('callback', id)!
    },
    redeliver(id) {
      const event = store.find('callback', id)
      if (!event) return false
      run(async () => {
        const accepted = await send(id, 'redelivery')
        const now = store.find('callback', id)
        if (!accepted || !now || now.status === 'delivered') return
        clearTimeout(timers.get(id))
        timers.delete(id)
        store.put('callback', { ...now, status: 'delivered', next_attempt_ms: null })
      })
      return true
    },
    release,
    resume() {
      for (const event of store.list('callback')) {
        if (event.status !== 'waiting' && event.status !== 'held') continue
        arm(event.id, Math.max(0, (event.next_attempt_ms ?? 0) - Date.now()))
      }
    },
    forget() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
    async idle() {
      // The same few milliseconds a timer needs to become a request.
      const due = () => store.list('callback').some((it) => it.status === 'waiting' && it.attempts === 0)
      while (running.size > 0 || due()) {
        await Promise.allSettled(running)
        if (running.size === 0 && due()) await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async stop() {
      for (const timer of timers.values()) clearTimeout(timer)
      stopping.abort()
      for (const next of queue.splice(0)) next()
      await Promise.allSettled(running)
    },
  }
}

function describe(error: unknown, budget_ms: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no answer within ${budget_ms} ms`
  const cause = error.cause as { code?: string } | undefined
  return cause?.code ?? error.message
}
