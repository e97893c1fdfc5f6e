// The strings behind the stage that every stand-in of a payment provider has: faults, the clock, what waits for delivery, forgetting. The
// same verbs are called in process by tests and over `/_control` by people and other processes; each provider adds its own.
import type { FastifyInstance } from 'fastify'
import type { Courier, Message } from './delivery.ts'
import { readFault, type Fault, type FaultList } from './faults.ts'
import { PAGE_HEADERS } from './html.ts'
import type { SharedTables, Store } from './state.ts'

/** How many rows of a table the state tells, unless asked for less; the page shows the latest fifty. */
export const SHOWN_MAX = 500
const SHOWN_ON_PAGE = 50

export type Input = Record<string, unknown>

export interface SharedState {
  now: string
  clock_offset_ms: number
  faults: Fault[]
}

export interface SharedControl {
  /** Queues one fault or several, each `{ fault, count?, reference?, …parameters }`; answers what now waits. */
  faults(input: Input | Input[]): Fault[]
  clearFaults(): void
  /** Moves the simulated clock relative to the real one. */
  clock(input: { offset_ms: number }): void
  release(): void
  reset(): void
  /** Resolves when every delivery due now has been attempted. */
  idle(): Promise<void>
}

/** How the provider words a wrong fault and a wrong field. */
interface Wrong {
  fault(words: string): Error
  field(name: string, words: string): Error
}

export function sharedControl(
  store: Store<SharedTables>,
  courier: Pick<Courier<Message>, 'release' | 'forget' | 'idle'>,
  list: FaultList,
  wrong: Wrong,
): SharedControl {
  return {
    faults(input) {
      const read = (Array.isArray(input) ? input : [input]).map((one) => readFault(list, one))
      const unread = read.find((it) => typeof it === 'string')
      if (typeof unread === 'string') throw wrong.fault(unread)
      for (const fault of read) if (typeof fault !== 'string') store.put('fault', fault)
      return store.list('fault')
    },
    clearFaults() {
      for (const fault of store.list('fault')) store.remove('fault', fault.id)
    },
    clock({ offset_ms }) {
      if (!Number.isSafeInteger(offset_ms)) throw wrong.field('offset_ms', 'a whole number of milliseconds is expected')
      store.change({ clock_offset_ms: offset_ms })
    },
    release: () => courier.release(),
    reset() {
      courier.forget()
      store.reset()
      store.change({ clock_offset_ms: 0 })
    },
    idle: () => courier.idle(),
  }
}

/** Declares the page, the state and the verbs above; answers how a provider declares a verb of its own. */
export function sharedRoutes<S extends SharedState>(
  app: FastifyInstance,
  control: SharedControl & { state(limit?: number): S },
  page: (state: S) => string,
  crossSite: (words: string) => Error,
): (path: string, act: (input: never) => unknown) => void {
  app.addHook('onRequest', async (request) => {
    // A page of another site open in the same browser must not be able to press these buttons.
    if (request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site')
      throw crossSite('Control calls from other sites are refused.')
  })

  /** A form comes back to the page, everything else gets JSON. Forms carry text only, so empty fields count as absent. */
  const verb = (path: string, act: (input: never) => unknown): void => {
    app.post(path, async (request, reply) => {
      const form = String(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
      const body = (request.body ?? {}) as Input
      const input = form ? Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '')) : body
      const result = act(input as never)
      return form ? reply.redirect('/_control', 303) : reply.send(result ?? { ok: true })
    })
  }

  app.get('/', async (_request, reply) => reply.headers(PAGE_HEADERS).send(page(control.state(SHOWN_ON_PAGE))))
  app.get<{ Querystring: { limit?: string } }>('/state', async (request) =>
    control.state(Number(request.query.limit) || SHOWN_MAX),
  )
  app.get('/faults', async () => control.state(1).faults)
  app.delete('/faults', async () => {
    control.clearFaults()
    return { ok: true }
  })
  verb('/faults', (input: Input | Input[]) => control.faults(input))
  verb('/faults/clear', () => control.clearFaults())
  verb('/clock', (input: { offset_ms: unknown }) => {
    control.clock({ offset_ms: Number(input.offset_ms ?? Number.NaN) })
    const { now, clock_offset_ms } = control.state(1)
    return { now, offset_ms: clock_offset_ms }
  })
  verb('/release', () => control.release())
  verb('/reset', () => control.reset())
  return verb
}
