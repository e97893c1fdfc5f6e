/** What Tutor costs, as the home page tells it: one card a plan, by the month and by the year, tax included. */
import { usePage } from '../page.tsx'
import { Stack } from '../ui/layout.tsx'
import { Money } from '../ui/values.tsx'
import { useOwn, type Plan } from './guardian/plans.tsx'

export function PlanCard({ plan: { name, holds, learners_included, learners_max, prices } }: { plan: Plan }) {
  const { t } = usePage()
  const own = useOwn()
  return (
    <Stack gap={3} className="h-full rounded-card border border-line bg-surface p-5 shadow-card sm:p-6">
      <h3 className="text-xl text-brand">{own(name)}</h3>
      <p>
        <Money minor={prices.monthly.base_minor} className="text-3xl font-extrabold" />{' '}
        <span className="text-soft">{t('tutor.home.price.month')}</span>
      </p>
      <p className="text-soft">
        {t.rich('tutor.home.price.year', {
          amount: <Money minor={prices.yearly.base_minor} className="font-semibold" />,
        })}
      </p>
      <ul className="flex flex-col gap-1.5">
        <li>{t('tutor.home.price.learners', { count: learners_included })}</li>
        {learners_max > learners_included && (
          <li>
            {t.rich('tutor.home.price.extra', {
              amount: <Money minor={prices.monthly.extra_minor} />,
              max: learners_max,
            })}
          </li>
        )}
        {holds.map((text) => (
          <li key={own(text)}>{own(text)}</li>
        ))}
      </ul>
    </Stack>
  )
}
