/** What happened to a subscription, newest first: its own turns, invoices, tries to be paid, money on its way back. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Refused } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Money } from '../../../ui/values.tsx'
import { Act, Moment, Section, Status, useWord } from '../../parts.tsx'

interface Life {
  readonly created_at: string
  readonly started_at: string | null
  readonly suspended_at: string | null
  readonly ended_at: string | null
  readonly currency: string
}

interface Explained {
  readonly id: string
  readonly number: string | null
  readonly charges: readonly {
    readonly payment_id: string
    readonly method: string
    readonly status: string
    readonly amount_minor: string
    readonly made_at: string
  }[]
  readonly repayments: readonly {
    readonly id: string
    readonly payment_id: string
    readonly amount_minor: string
    readonly reason: string
    readonly status: string
    readonly asked_at: string
  }[]
}

interface HistoryProps {
  subscription: Life
  explained: readonly Explained[]
  /** Whether a refused repayment may be sent once more. */
  again: boolean
  refused: Refused | undefined
}

interface Event {
  readonly key: string
  readonly at: string
  readonly what: string
  readonly about?: ReactNode
}

export function History({ subscription, explained, again, refused }: HistoryProps) {
  const { t } = usePage()
  const word = useWord()
  const { currency } = subscription
  const turns = (['created_at', 'started_at', 'suspended_at', 'ended_at'] as const).flatMap((name): Event[] => {
    const at = subscription[name]
    return at ? [{ key: name, at, what: t(`staff.subscription.turn.${name}`) }] : []
  })
  const money = explained.flatMap(({ id, number, charges, repayments }): Event[] => [
    ...charges.map(({ payment_id, method, status, amount_minor, made_at }) => ({
      key: payment_id,
      at: made_at,
      what: t('staff.subscription.charge', { method: word('staff.charge', method) }),
      about: (
        <>
          <Link to={`/staff/payments/${payment_id}`} className="link">
            <Money minor={amount_minor} currency={currency} />
          </Link>{' '}
          <Status value={status} /> <Bill id={id} number={number} />
        </>
      ),
    })),
    ...repayments.map((it) => ({
      key: it.id,
      at: it.asked_at,
      what: t('staff.subscription.repayment', { reason: word('staff.repayment', it.reason) }),
      about: (
        <>
          <Link to={`/staff/payments/${it.payment_id}`} className="link">
            <Money minor={it.amount_minor} currency={currency} />
          </Link>{' '}
          <Status value={it.status} /> <Bill id={id} number={number} />
          {again && it.status === 'failed' && (
            <Act
              act="again"
              hidden={{ repayment: it.id }}
              label={t('staff.subscription.again')}
              confirm={t('staff.subscription.again.confirm')}
              refused={refused}
            />
          )}
        </>
      ),
    })),
  ])
  // A payment may serve two invoices' explanations; it happened once.
  const once = new Map([...turns, ...money].map((event) => [event.key, event]))
  const events = [...once.values()].toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
  return (
    <Section title={t('staff.subscription.history')}>
      {events.length === 0 ? (
        <EmptyState title={t('staff.payment.timeline.empty')} />
      ) : (
        <ol className="flex flex-col rounded-card border border-line bg-surface px-4 sm:px-6">
          {events.map(({ key, at, what, about }) => (
            <li key={key} className="flex flex-wrap gap-x-4 gap-y-1 border-b border-line py-3 last:border-0">
              <span className="w-full shrink-0 text-sm text-soft sm:w-48 sm:pt-0.5">
                <Moment value={at} />
              </span>
              <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-semibold">{what}</span> {about}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function Bill({ id, number }: { id: string; number: string | null }) {
  const { t } = usePage()
  return (
    <Link to={`/staff/invoices/${id}`} className="link text-sm">
      {number ? <bdi dir="ltr">{number}</bdi> : t('staff.invoice.unnumbered')}
    </Link>
  )
}
