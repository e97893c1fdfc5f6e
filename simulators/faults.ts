// What a stand-in can be told to do wrong: the faults every provider has (of delivery, of calls), the reading of one from a request, and
// the queue they wait in. Each fault strikes `count` times, optionally only for one object, and is then gone. The faults of one provider
// are listed in its own folder, and what a fault does is written where it happens.
import { randomBytes } from 'node:crypto'

export interface Fault {
  id: string
  fault: string
  /** How often it still strikes. */
  count: number
  /** Only for an object that goes by this id or reference; null strikes the first that comes. */
  reference: string | null
  [parameter: string]: string | number | boolean | null
}

/** The part of a store that faults wait in. */
export interface FaultQueue {
  find(table: 'fault', id: string): Fault | undefined
  list(table: 'fault'): Fault[]
  put(table: 'fault', fault: Fault): void
  remove(table: 'fault', id: string): void
}

type Parameter =
  | { kind: 'integer'; default: number; min: number; max: number }
  | { kind: 'text'; default: string | null }
  | { kind: 'flag'; default: boolean }
  | { kind: 'choice'; default: string | null; choices: readonly string[] }

/** The faults of one provider by name: what each does, and what it can be told. */
export type FaultList = Readonly<Record<string, { says: string; parameters: Record<string, Parameter> }>>

export const integer = (value: number, min: number, max: number): Parameter => ({
  kind: 'integer',
  default: value,
  min,
  max,
})
export const text = (value: string | null): Parameter => ({ kind: 'text', default: value })
export const choice = (value: string | null, choices: readonly string[]): Parameter => ({
  kind: 'choice',
  default: value,
  choices,
})

/** What can go wrong on the way to the receiver; `what` is the provider's word for what it sends. */
export const deliveryFaults = (what: string, forgeries: readonly string[]) =>
  ({
    duplicate: {
      says: `the next ${what} is delivered again, \`copies\` more times (\`together\`: at the same moment)`,
      parameters: { copies: integer(1, 1, 20), together: { kind: 'flag', default: false } },
    },
    delay: { says: `the next ${what} leaves \`ms\` late`, parameters: { ms: integer(2_000, 0, 86_400_000) } },
    drop: { says: `the next ${what} is never delivered`, parameters: {} },
    reorder: {
      says: `the next ${what} waits until the one after it has passed (or \`release_after_ms\`)`,
      parameters: { release_after_ms: integer(60_000, 0, 86_400_000) },
    },
    forge: {
      says: `a forgery of the next ${what} arrives before the genuine one`,
      parameters: { variant: choice('signature', forgeries) },
    },
  }) satisfies FaultList

/** What can go wrong with one of the provider's calls. */
export const callFaults = (calls: readonly string[]) =>
  ({
    'http-error': {
      says: 'the next call (`on`, or any) answers `status`; the work is done (`when: after`) or not (`before`)',
      parameters: {
        on: choice(null, calls),
        status: integer(500, 400, 599),
        code: text(null),
        when: choice('after', ['before', 'after']),
      },
    },
    timeout: {
      says: 'the next call (`on`, or any) does its work or not (`when`), stays silent for `ms`, then hangs up',
      parameters: {
        on: choice(null, calls),
        ms: integer(60_000, 0, 600_000),
        when: choice('after', ['before', 'after']),
      },
    },
  }) satisfies FaultList

/** Reads one fault from a request or a form; a string says what is wrong with it. */
export function readFault(faults: FaultList, input: Record<string, unknown>): Fault | string {
  const name = String(input['fault'] ?? '')
  const known = faults[name]
  if (!known) return `unknown fault "${name}"; known: ${Object.keys(faults).join(', ')}`
  const stray = Object.keys(input).find(
    (key) => !['fault', 'count', 'reference'].includes(key) && !(key in known.parameters),
  )
  if (stray !== undefined)
    return `${name} has no parameter "${stray}"; it has: ${Object.keys(known.parameters).join(', ') || 'none'}`
  const count = readParameter(integer(1, 1, 1_000_000), input['count'])
  if (typeof count !== 'number') return 'count must be a whole number from 1 to 1000000'
  const fault: Fault = {
    id: `fault-${randomBytes(5).toString('hex')}`,
    fault: name,
    count,
    reference: blank(input['reference']) ? null : String(input['reference']),
  }
  for (const [key, parameter] of Object.entries(known.parameters)) {
    const value = readParameter(parameter, input[key])
    if (value === undefined) return `${name}: ${key} must be ${describe(parameter)}`
    fault[key] = value
  }
  return fault
}

const blank = (value: unknown): boolean => value === undefined || value === null || value === ''

function readParameter(parameter: Parameter, value: unknown): string | number | boolean | null | undefined {
  if (blank(value)) return parameter.default
  if (parameter.kind === 'integer') {
    const number = Number(value)
    return Number.isSafeInteger(number) && number >= parameter.min && number <= parameter.max ? number : undefined
  }
  if (parameter.kind === 'flag') return value === true || value === 'true' || value === 'on'
  if (parameter.kind === 'choice') return parameter.choices.includes(String(value)) ? String(value) : undefined
  return String(value)
}

function describe(parameter: Parameter): string {
  if (parameter.kind === 'integer') return `a whole number from ${parameter.min} to ${parameter.max}`
  if (parameter.kind === 'choice') return `one of ${parameter.choices.join(', ')}`
  return parameter.kind === 'flag' ? 'true or false' : 'text'
}

/** Takes the oldest waiting fault of this name that concerns one of the references; it counts as struck. */
export function strike(
  queue: FaultQueue,
  name: string,
  references: (string | null)[],
  fits = (_fault: Fault) => true,
): Fault | null {
  const fault = queue
    .list('fault')
    .find((it) => it.fault === name && (it.reference === null || references.includes(it.reference)) && fits(it))
  if (!fault) return null
  if (fault.count <= 1) queue.remove('fault', fault.id)
  else queue.put('fault', { ...fault, count: fault.count - 1 })
  return fault
}
