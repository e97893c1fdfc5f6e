// The closed list of faults the simulator can be told to commit, and the queue they wait in. Each fault strikes `count` times, optionally
// only for one object, and is then gone. What a fault does is written where it happens.
import { randomBytes } from 'node:crypto'
import type { Fault } from './records.ts'
import { FORGERIES } from './signature.ts'
import type { Store } from './state.ts'

export const CALLS = [
  'auth.token', 'intention.create', 'intention.get', 'order.inquiry', 'transaction.get', 'payment.pay', 'transaction.refund',
  'transaction.void', 'transaction.capture', 'plan', 'subscription.get', 'subscription.act',
] as const // prettier-ignore
export type Call = (typeof CALLS)[number]

type Parameter =
  | { kind: 'integer'; default: number; min: number; max: number }
  | { kind: 'text'; default: string | null }
  | { kind: 'flag'; default: boolean }
  | { kind: 'choice'; default: string | null; choices: readonly string[] }

const integer = (value: number, min: number, max: number): Parameter => ({ kind: 'integer', default: value, min, max })
const choice = (value: string | null, choices: readonly string[]): Parameter => ({
  kind: 'choice',
  default: value,
  choices,
})

export const FAULTS: Record<string, { says: string; parameters: Record<string, Parameter> }> = {
  duplicate: {
    says: 'the next callback is delivered again, `copies` more times (`together`: at the same moment)',
    parameters: { copies: integer(1, 1, 20), together: { kind: 'flag', default: false } },
  },
  delay: { says: 'the next callback leaves `ms` late', parameters: { ms: integer(2_000, 0, 86_400_000) } },
  drop: { says: 'the next callback is never delivered', parameters: {} },
  reorder: {
    says: 'the next callback waits until the one after it has passed (or `release_after_ms`)',
    parameters: { release_after_ms: integer(60_000, 0, 86_400_000) },
  },
  forge: {
    says: 'a forgery of the next callback arrives before the genuine one',
    parameters: { variant: choice('signature', FORGERIES) },
  },
  'wrong-amount': {
    says: 'the next payment takes another amount than the order asks for (ten times, or `amount` piasters)',
    parameters: { amount: { kind: 'text', default: null } },
  },
  'wrong-currency': {
    says: 'the next payment is in another currency',
    parameters: { currency: { kind: 'text', default: 'USD' } },
  },
  'wrong-integration': {
    says: 'the next payment runs on another integration (of live keys, say)',
    parameters: { integration: integer(9001, 1, 999_999) },
  },
  disagree: {
    says: 'the next callback of a declined or pending payment claims success, correctly signed; asked, the truth is told',
    parameters: {},
  },
  'response-lies': {
    says: 'the browser is sent back with the opposite of what happened, correctly signed',
    parameters: {},
  },
  'fail-payment': {
    says: 'the next attempt to pay is declined with `code`',
    parameters: { code: choice('DECLINED', ['DECLINED', 'INSUFFICIENT_FUNDS', 'EXPIRED_CARD']) },
  },
  'http-error': {
    says: 'the next call (`on`, or any) answers `status`; the work is done (`when: after`) or not (`before`)',
    parameters: {
      on: choice(null, CALLS),
      status: integer(500, 400, 599),
      code: { kind: 'text', default: null },
      when: choice('after', ['before', 'after']),
    },
  },
  timeout: {
    says: 'the next call (`on`, or any) does its work or not (`when`), stays silent for `ms`, then hangs up',
    parameters: {
      on: choice(null, CALLS),
      ms: integer(60_000, 0, 600_000),
      when: choice('after', ['before', 'after']),
    },
  },
  'refund-refused': { says: 'the next refund is refused', parameters: {} },
}

/** Reads one fault from a request or a form; a string says what is wrong with it. */
export function readFault(input: Record<string, unknown>): Fault | string {
  const name = String(input['fault'] ?? '')
  const known = FAULTS[name]
  if (!known) return `unknown fault "${name}"; known: ${Object.keys(FAULTS).join(', ')}`
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
  store: Store,
  name: string,
  references: (string | null)[],
  fits = (_fault: Fault) => true,
): Fault | null {
  const fault = store
    .list('fault')
    .find((it) => it.fault === name && (it.reference === null || references.includes(it.reference)) && fits(it))
  if (!fault) return null
  if (fault.count <= 1) store.remove('fault', fault.id)
  else store.put('fault', { ...fault, count: fault.count - 1 })
  return fault
}
