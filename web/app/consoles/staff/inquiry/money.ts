/** Where the money of a thing is, in one sentence that can be read out on the phone. */
import { wordsOf, type MessageKey } from '../../../i18n.ts'
import type { PageView } from '../../../page.tsx'
import type { Thing } from './things.ts'

/** The sentence; undefined for things that hold no money and have nothing to be said. */
export function whereTheMoneyIs(page: PageView, thing: Thing): string | undefined {
  const key = `inquiry.${thing.kind}.${situationOf(thing)}`
  if (!Object.hasOwn(wordsOf(page.product, page.locale), key)) return undefined
  return page.t(key as MessageKey, valuesOf(page, thing))
}

/** Money came, but not what was asked for: the gift never counts. */
export function isDisputed({ kind, facts = {} }: Pick<Thing, 'kind' | 'facts'>): boolean {
  return kind === 'gift' && facts['reason'] === 'amount_differs'
}

/** The state, told apart where a caller would hear something else. */
function situationOf({ kind, state, facts = {} }: Thing): string {
  if (kind === 'gift' && state === 'received') {
    if (facts['refund_asked_at']) return 'asked'
    return facts['pot_end_reason'] === 'bought' ? 'spent' : 'received'
  }
  // Wave took money, only not what was asked for: never to be called “nothing was taken”.
  if (isDisputed({ kind, facts }))
    return state === 'refunding' || state === 'refunded' ? `disputed_${state}` : 'disputed'
  // Nobody is told to pay again into what is over.
  if (kind === 'gift' && state === 'failed' && facts['pot_end_reason']) return 'failed_closed'
  if (kind === 'gift' && state === 'refund_failed')
    return facts['refund_retry_at'] ? 'refund_failed' : 'refund_given_up'
  if (kind === 'pot' && facts['end_reason'])
    return ['bought', 'cancelled'].includes(facts['end_reason']) ? facts['end_reason'] : 'refunded'
  if (kind === 'pot' && facts['short_since']) return 'short'
  return state ?? ''
}

function valuesOf(page: PageView, thing: Thing): Record<string, string> {
  const { facts = {}, currency } = thing
  const day = (value: string | undefined) => (value ? page.date(value) : '')
  return {
    amount: thing.amount_minor ? page.money(thing.amount_minor, currency) : '',
    target: facts['target_minor'] ? page.money(facts['target_minor'], currency) : '',
    missing: facts['missing_minor'] ? page.money(facts['missing_minor'], currency) : '',
    title: thing.title,
    honoree: facts['honoree'] ?? '',
    partner: facts['partner_name'] ?? 'none',
    paid: day(facts['paid_at'] ?? facts['succeeded_at'] ?? thing.at ?? undefined),
    refunded: day(facts['refunded_at']),
    ended: day(facts['ended_at'] ?? facts['succeeded_at']),
    until: day(facts['choose_until'] ?? facts['valid_until'] ?? facts['shortfall_until']),
    retry: day(facts['refund_retry_at']),
    claimed: day(facts['claimed_at']),
    sent: day(facts['sent_at']),
  }
}

/** The heading of a thing's page. */
export function headingOf(page: PageView, thing: Thing): string {
  const named = [
    'gift',
    'payment',
    'payout',
    'refund',
    'transfer',
    'settlement',
    'webhook',
    'message',
    'refund_request',
  ]
  if (!named.includes(thing.kind)) return thing.title || page.t(`inquiry.kind.${thing.kind}` as MessageKey)
  return page.t(`inquiry.title.${thing.kind}` as MessageKey, valuesOf(page, thing))
}
