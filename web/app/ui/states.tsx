/** What a page tells its reader: notices, badges, how far a pot is, nothing here, something went wrong. */
import type { ReactNode } from 'react'
import { ornaments } from '../ornaments.ts'
import { percent, type Minor } from '../format.ts'
import { usePage, useT } from '../page.tsx'
import { cx } from './class.ts'
import { Money } from './values.tsx'

export type Mood = 'info' | 'good' | 'bad' | 'festive' | 'plain'

const washes: Record<Mood, string> = {
  info: 'bg-accent-wash text-accent',
  good: 'bg-good-wash text-good',
  bad: 'bg-bad-wash text-bad',
  festive: 'bg-festive-wash text-ink',
  plain: 'bg-sunken text-soft',
}

const signs: Record<Mood, string> = { info: 'i', good: '✓', bad: '!', festive: '★', plain: '·' }

/** A sentence that must be seen. Bad news is announced at once, the rest when the reader pauses. */
export function Notice({ mood = 'info', title, children }: { mood?: Mood; title?: string; children?: ReactNode }) {
  return (
    <div
      role={mood === 'bad' ? 'alert' : 'status'}
      className={cx('flex gap-3 rounded-control p-4 max-[16rem]:flex-col', washes[mood])}
    >
      <span
        aria-hidden
        className="flex size-6 shrink-0 items-center justify-center rounded-full border-2 border-current text-sm font-bold"
      >
        {signs[mood]}
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  )
}

/** One word about a thing's state. The word carries the meaning, the colour only helps. */
export function Badge({ mood = 'plain', children }: { mood?: Mood; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center rounded-full px-3 py-0.5 text-sm font-semibold whitespace-nowrap max-[16rem]:rounded-control max-[16rem]:whitespace-normal',
        washes[mood],
      )}
    >
      {children}
    </span>
  )
}

interface ProgressProps {
  raised: Minor
  target: Minor
  currency?: string
}

/** How much of a target is there. The bar stops at the end, the words go on: 120 % is good news. */
export function Progress({ raised, target, currency }: ProgressProps) {
  const t = useT()
  const share = percent(raised, target)
  const unit = currency === undefined ? {} : { currency }
  const label = t('progress.label', { percent: share })
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <strong className="text-2xl font-bold">
          <Money minor={raised} {...unit} />
        </strong>
        <span className="text-soft">{t.rich('progress.of', { target: <Money minor={target} {...unit} /> })}</span>
      </div>
      <progress className="bar" max={100} value={Math.min(share, 100)} aria-label={label} />
      <p className={cx('text-sm font-semibold', share >= 100 ? 'text-good' : 'text-soft')}>{label}</p>
    </div>
  )
}

interface EmptyStateProps {
  title: string
  text?: string
  /** The first heading where it is all of the page. */
  heading?: 'h1' | 'h2'
  children?: ReactNode
}

export function EmptyState({ title, text, heading: Heading = 'h2', children }: EmptyStateProps) {
  const { Nothing } = ornaments[usePage().product]
  return (
    <div className="flex flex-col items-center gap-4 rounded-card border-2 border-dashed border-line px-6 py-12 text-center">
      <Nothing className="w-20" />
      <Heading className="text-xl">{title}</Heading>
      {text && <p className="max-w-prose text-soft">{text}</p>}
      {children}
    </div>
  )
}

interface ErrorStateProps {
  title: string
  text: string
  /** Below another heading where it is not all of the page. */
  heading?: 'h1' | 'h3'
  /** Shown when support could need it. */
  requestId?: string
  children?: ReactNode
}

export function ErrorState({ title, text, heading: Heading = 'h1', requestId, children }: ErrorStateProps) {
  const { t, product } = usePage()
  const { Nothing } = ornaments[product]
  return (
    <div className="mx-auto flex w-full max-w-lg flex-col items-center gap-4 px-4 py-16 text-center sm:py-24">
      <Nothing className="w-20" />
      <Heading className="text-3xl">{title}</Heading>
      <p className="text-soft">{text}</p>
      {requestId && (
        <p className="text-sm text-soft">
          {t.rich('error.reference', {
            id: <code className="select-all break-all font-mono text-ink">{requestId}</code>,
          })}
        </p>
      )}
      {children}
    </div>
  )
}
