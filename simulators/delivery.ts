// Sends what a provider tells its merchant: with a budget per attempt, retried on a schedule, logged; and commits the faults that concern
// delivery. How a delivery is signed is the provider's and passed in. The log carries the simulated clock, waiting happens in real time.
import { strike, type FaultQueue } from './faults.ts'

/** Half a second to start with, then slower and slower; together a little under three days. */
const RETRY_MS: readonly number[] = [
  500, 2_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000, 64_800_000,
  86_400_000,
]
/** How long a receiver may take to answer. */
const BUDGET_MS = 5_000

const SENDING_MAX = 16
const DELIVERIES_KEPT = 50

export interface Delivery {
  kind: string
  when: string
  status: number | null
  error: string | null
  duration_ms: number
}

/** What became of a message so far, and what the faults have in mind for it. */
export interface Fate {
  when_created: string
  status: 'waiting' | 'held' | 'delivered' | 'dropped' | 'unsent' | 'abandoned'
  attempts: number
  /** Next attempt in real milliseconds, since a moved clock does not make the network faster. */
  next_attempt_ms: number | null
  copies: number
  together: boolean
  forgeries: string[]
  deliveries: Delivery[]
}

export interface Message extends Fate {
  id: string
  type: string
  /** What it is about. */
  subject: string
  /** The exact bytes, the same at every attempt. */
  raw: string
}

/** One delivery as it leaves. */
export interface Signed {
  raw: string
  headers?: Record<string, string>
  query?: Record<string, string>
}

export interface Protocol<M extends Message> {
  name: string
  messages: { find(id: string): M | undefined; list(): M[]; put(message: M): void }
  faults: FaultQueue
  /** Now on the simulated clock, as the provider writes it. */
  now(): string
  /** Where this message goes; null: to nobody. */
  address(message: M): string | null
  /** The genuine delivery, or with the name of a forgery that one instead. */
  sign(message: M, forgery: string | null): Signed
}

export interface Courier<M extends Message> {
  /** Takes on a new message, which gets its fate from the faults meant for one of its references. */
  emit(references: (string | null)[], write: (fate: Fate) => M): M
  /** Sends a known message once more, whatever became of it; false when it is unknown. */
  redeliver(id: string): boolean
  /** Lets go of every message held back by `reorder`. */
  release(): void
  /** Starts again what a stopped process left waiting. */
  resume(): void
  /** Forgets what waits; used before a reset. */
  forget(): void
  /** Resolves once everything due now has been attempted; messages waiting for a retry are not waited for. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export function startCourier<M extends Message>(
  { name, messages, faults, now, address, sign }: Protocol<M>,
  retry_ms: readonly number[] = RETRY_MS,
  budget_ms = BUDGET_MS,
): Courier<M> {
  const timers = new Map<string, NodeJS.Timeout>()
  const running = new Set<Promise<void>>()
  const stopping = new AbortController()
  const queue: (() => void)[] = []
  let sending = 0

  function schedule(message: M, in_ms: number): void {
    messages.put({ ...message, next_attempt_ms: Date.now() + in_ms })
    arm(message.id, in_ms)
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
    const message = messages.find(id)
    if (!message || (message.status !== 'waiting' && message.status !== 'held')) return
    if (message.attempts === 0) for (const forgery of message.forgeries) await send(id, forgery, true)
    if (message.copies > 0 && message.together && message.attempts === 0) {
      for (let copy = 0; copy < message.copies; copy += 1) run(async () => void (await send(id, 'duplicate')))
    }
    const accepted = await send(id, message.attempts === 0 ? 'first' : 'retry')
    const current = messages.find(id)
    if (stopping.signal.aborted || !current) return
    const attempts = current.attempts + 1
    const wait = retry_ms[attempts - 1]
    if (accepted) messages.put({ ...current, attempts, status: 'delivered', next_attempt_ms: null })
    else if (wait === undefined) messages.put({ ...current, attempts, status: 'abandoned', next_attempt_ms: null })
    else schedule({ ...current, attempts, status: 'waiting' }, wait)
    if (accepted && !message.together) for (let copy = 0; copy < message.copies; copy += 1) await send(id, 'duplicate')
    if (message.status !== 'held') release()
  }

  /** One delivery; true when the receiver answered 2xx in time. */
  async function send(id: string, kind: string, forgery = false): Promise<boolean> {
    if (sending >= SENDING_MAX) await new Promise<void>((resolve) => queue.push(resolve))
    sending += 1
    const message = messages.find(id)
    const started = performance.now()
    let status: number | null = null
    let failure: string | null = null
    try {
      const to = message && address(message)
      if (!message || to === null || to === undefined) return false
      const { raw, headers = {}, query = {} } = sign(message, forgery ? kind : null)
      const url = new URL(to)
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'user-agent': `${name}-simulator`, ...headers },
        body: raw,
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
      log(id, { kind: forgery ? `forged: ${kind}` : kind, when: now(), status, error: failure, duration_ms })
    }
  }

  function log(id: string, delivery: Delivery): void {
    const message = messages.find(id)
    if (!message || stopping.signal.aborted) return
    messages.put({ ...message, deliveries: [...message.deliveries, delivery].slice(-DELIVERIES_KEPT) })
  }

  function release(): void {
    for (const held of messages.list().filter((it) => it.status === 'held')) {
      if (timers.has(held.id)) arm(held.id, 0)
    }
  }

  return {
    emit(references, write) {
      const take = (fault: string) => strike(faults, fault, references)
      const duplicate = take('duplicate')
      const forgeries: string[] = []
      for (let forge = take('forge'); forge; forge = take('forge')) {
        forgeries.push(String(forge['variant']))
        // A fault that strikes many times is one forgery for each of many messages.
        if (faults.find('fault', forge.id)) break
      }
      const message = write({
        when_created: now(),
        status: 'waiting',
        attempts: 0,
        next_attempt_ms: null,
        copies: duplicate ? Number(duplicate['copies']) : 0,
        together: duplicate?.['together'] === true,
        forgeries,
        deliveries: [],
      })
      const { id } = message
      const delay = take('delay')
      const reorder = take('reorder')
      const dropped = take('drop')
      if (dropped) {
        messages.put({ ...message, status: 'dropped' })
        run(async () => {
          for (const forgery of forgeries) await send(id, forgery, true)
          release()
        })
      } else if (address(message) === null) messages.put({ ...message, status: 'unsent' })
      else if (reorder) schedule({ ...message, status: 'held' }, Number(reorder['release_after_ms']))
      else schedule(message, delay ? Number(delay['ms']) : 0)
      return messages.find(id)!
    },
    redeliver(id) {
      if (!messages.find(id)) return false
      run(async () => {
        const accepted = await send(id, 'redelivery')
        const current = messages.find(id)
        if (!accepted || !current || current.status === 'delivered') return
        clearTimeout(timers.get(id))
        timers.delete(id)
        messages.put({ ...current, status: 'delivered', next_attempt_ms: null })
      })
      return true
    },
    release,
    resume() {
      for (const message of messages.list()) {
        if (message.status !== 'waiting' && message.status !== 'held') continue
        arm(message.id, Math.max(0, (message.next_attempt_ms ?? 0) - Date.now()))
      }
    },
    forget() {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
    },
    async idle() {
      // The same few milliseconds a timer needs to become a request.
      const due = () => messages.list().some((it) => it.status === 'waiting' && it.attempts === 0)
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
