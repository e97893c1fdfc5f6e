/** How many days a picture shows: a choice in the address. */
import { Link } from 'react-router'
import { usePage } from '../../../page.tsx'
import { cx } from '../../../ui/class.ts'

const RANGES = [7, 30, 90] as const

export function rangeAsked(url: URL): (typeof RANGES)[number] {
  const asked = url.searchParams.get('days')
  return RANGES.find((range) => String(range) === asked) ?? 30
}

export function Ranges({ days }: { days: number }) {
  const { t } = usePage()
  return (
    <nav aria-label={t('insights.range')}>
      <ul className="flex gap-1">
        {RANGES.map((range) => (
          <li key={range}>
            <Link
              to={`?days=${range}`}
              aria-current={range === days ? 'true' : undefined}
              className={cx(
                'inline-flex min-h-11 items-center rounded-full px-4 text-sm font-semibold',
                range === days ? 'bg-brand-wash text-brand' : 'hover:bg-sunken',
              )}
            >
              {t('staff.learning.range', { days: range })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
