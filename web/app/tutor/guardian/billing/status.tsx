/** How a subscription stands, in a word and in a sentence that says what comes next. */
import { usePage } from '../../../page.tsx'
import { Badge, type Mood } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'

export type Status = 'pending' | 'trial' | 'active' | 'grace' | 'suspended' | 'paused' | 'cancelled'

const moods: Record<Status, Mood> = {
  pending: 'info',
  trial: 'festive',
  active: 'good',
  grace: 'bad',
  suspended: 'bad',
  paused: 'plain',
  cancelled: 'plain',
}

export function StatusBadge({ status }: { status: Status }) {
  const { t } = usePage()
  return <Badge mood={moods[status]}>{t(`billing.status.${status}`)}</Badge>
}

export interface Facts {
  readonly status: Status
  readonly price_minor: string
  readonly period_end: string
  readonly cancel_at_period_end: boolean
  readonly paid_ahead: boolean
  readonly card_id: string | null
  readonly renewed_by: 'us' | 'provider'
  readonly failed_on: string | null
  readonly paused_until: string | null
  readonly ended_at: string | null
}

/** The next date and amount, and what happens on that day. */
export function WhatNext({ it }: { it: Facts }) {
  const { t } = usePage()
  const values = {
    date: <DateText value={it.period_end} />,
    amount: <Money minor={it.price_minor} className="font-semibold" />,
    until: it.paused_until ? <DateText value={it.paused_until} /> : '',
    ended: it.ended_at ? <DateText value={it.ended_at} style="date" /> : '',
  }
  return <p className="text-lg">{t.rich(`billing.next.${nextOf(it)}`, values)}</p>
}

function nextOf({ status, cancel_at_period_end: ends, paid_ahead, card_id, renewed_by }: Facts) {
  const renews = card_id !== null || renewed_by === 'provider'
  if (ends && paid_ahead) return 'ends.paid'
  if (status === 'trial') return ends ? 'ends' : paid_ahead ? 'trial.paid' : renews ? 'trial.card' : 'trial'
  if (status === 'active') return ends ? 'ends' : paid_ahead ? 'paid_ahead' : renews ? 'renews' : 'by_hand'
  return status
}
