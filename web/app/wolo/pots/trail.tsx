/**
 * "Where is the money": what happened to a pot or a gift, from the steps the API kept, in plain words with dates; then where
 * it is now and what comes next. A step these pages have no words for is left out.
 */
import type { MessageKey } from '../../i18n.ts'
import { usePage } from '../../page.tsx'
import { Timeline, type TimelineStep } from '../../ui/timeline.tsx'
import { Money } from '../../ui/values.tsx'
import { trail } from '../messages/fr/trail.ts'

export interface Step {
  readonly at: string
  readonly code: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What is still to come, already worded. */
export interface ToCome {
  readonly title: string
  readonly at?: string
  readonly text?: string
}

interface TrailProps {
  steps: readonly Step[]
  /** Where the money is now; nothing when the story is over. */
  current?: ToCome | undefined
  next?: readonly ToCome[]
}

const BAD = new Set([
  'guardian_declined',
  'pack_gone',
  'short',
  'payment_failed',
  'payment_expired',
  'refund_failed',
  'voucher_expired',
  'voucher_cancelled',
])

export function Trail({ steps, current, next = [] }: TrailProps) {
  const { t } = usePage()
  const told = steps.flatMap(({ code, at, detail }): TimelineStep[] => {
    const key = `trail.${code}`
    if (!Object.hasOwn(trail, key)) return []
    const amount = detail['amount_minor']
    return [
      {
        title: t(key as MessageKey),
        state: BAD.has(code) ? 'failed' : 'done',
        at,
        ...(typeof amount === 'string' ? { text: <Money minor={amount} /> } : {}),
      },
    ]
  })
  return (
    <Timeline
      steps={[
        ...told,
        ...(current ? [{ ...current, state: 'current' } as const] : []),
        ...next.map((step) => ({ ...step, state: 'next' }) as const),
      ]}
    />
  )
}
