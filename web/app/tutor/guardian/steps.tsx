/** How far a guardian is on the first way: from saying who they are to a child that can sign in. */
import { usePage } from '../../page.tsx'
import { cx } from '../../ui/class.ts'

const steps = ['profile', 'child', 'consent', 'plan', 'ready'] as const

export type FirstStep = (typeof steps)[number]

export function FirstSteps({ at }: { at: FirstStep }) {
  const { t, number } = usePage()
  const place = steps.indexOf(at)
  return (
    <nav aria-label={t('guardian.steps')} className="pt-6">
      <ol className="flex gap-1.5">
        {steps.map((step, position) => (
          <li
            key={step}
            aria-current={position === place ? 'step' : undefined}
            className="flex min-w-0 flex-1 flex-col gap-1.5"
          >
            <span aria-hidden className={cx('h-2 rounded-full', position <= place ? 'bg-brand' : 'bg-line')} />
            <span
              className={cx(
                'text-sm',
                position === place ? 'font-bold text-brand' : 'text-soft max-sm:sr-only',
                position === place && 'max-sm:whitespace-nowrap',
                // The last one has no room after it.
                position === steps.length - 1 && 'max-sm:self-end',
              )}
            >
              {number(position + 1)}. {t(`guardian.step.${step}`)}
              {position < place && <span className="sr-only"> ({t('timeline.done')})</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  )
}
