/** What has happened, what is happening, what comes next: "where is the money". */
import type { ReactNode } from 'react'
import { useT } from '../page.tsx'
import { cx } from './class.ts'
import { DateText } from './values.tsx'

export interface TimelineStep {
  readonly title: string
  readonly state: 'done' | 'current' | 'next' | 'failed'
  /** Civil date or instant. */
  readonly at?: string
  readonly text?: ReactNode
}

const dots: Record<TimelineStep['state'], string> = {
  done: 'border-good bg-good text-surface',
  current: 'border-brand bg-surface text-brand ring-4 ring-brand-wash',
  next: 'border-line bg-surface text-soft',
  failed: 'border-bad bg-bad text-surface',
}

const signs: Record<TimelineStep['state'], string> = { done: '✓', current: '•', next: '', failed: '!' }

export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  const t = useT()
  return (
    <ol className="flex flex-col">
      {steps.map((step, position) => (
        <li
          key={step.title}
          className="group relative flex gap-4 pb-6 last:pb-0"
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          {position < steps.length - 1 && (
            <span
              aria-hidden
              className={cx(
                'absolute start-[0.8125rem] top-7 bottom-0 border-s-2',
                step.state === 'done' ? 'border-good' : 'border-line',
              )}
            />
          )}
          <span
            aria-hidden
            className={cx(
              'relative flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sm font-bold',
              dots[step.state],
            )}
          >
            {signs[step.state]}
          </span>
          <div className="flex min-w-0 flex-col pt-0.5">
            <p className={cx('font-semibold', step.state === 'next' && 'text-soft')}>
              {step.title}
              <span className="sr-only"> ({t(`timeline.${step.state}`)})</span>
            </p>
            {step.at && <DateText value={step.at} className="text-sm text-soft" />}
            {step.text && <div className="text-soft">{step.text}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
