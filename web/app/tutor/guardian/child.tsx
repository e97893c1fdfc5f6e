/** One child, for a guardian who may see it: progress over time, mastery by concept, use of the tutor, and the ways onward. */
import { api, page } from '../../context.ts'
import { need, notFound } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { products } from '../../products.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { lastDays, loadChild, ranges, type Range } from './child-data.ts'
import { Mastery } from './mastery.tsx'
import { Needs } from './needs.tsx'
import { PracticeChart } from './practice-chart.tsx'
import { Usage } from './usage.tsx'
import type { Route } from './+types/child'

const names = Object.keys(ranges) as Range[]

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const client = api(context)
  const { now, product } = page(context)
  const { items } = need(context, await client.GET('/api/me/wards'))
  const ward = items.find(({ user_id }) => user_id === params.id) ?? notFound()
  const range = names.find((name) => name === url.searchParams.get('range')) ?? 'fortnight'
  const { days, by } = ranges[range]
  return { range, child: await loadChild(client, ward, { ...lastDays(now, products[product].timeZone, days), by }) }
}

export default function Child({ loaderData: { range, child } }: Route.ComponentProps) {
  const { t } = usePage()
  const { ward, progress, mastery, conversations, usage, streak } = child
  const here = `/guardian/children/${ward.user_id}`
  return (
    <Column>
      <Head title={ward.first_name} index={false} />
      <PageTitle
        title={ward.first_name}
        lead={streak && t('child.streak.lead', { days: streak.days, freezes: streak.freezes_left })}
      >
        {ward.capabilities.includes('manage') && (
          <ButtonLink to={`${here}/account`} tone="secondary">
            {t('child.account')}
          </ButtonLink>
        )}
        <ButtonLink to={`/learners/${ward.user_id}/consents`} tone="secondary">
          {t('consents.short')}
        </ButtonLink>
        {ward.capabilities.includes('manage') && (
          <ButtonLink to={`/people/${ward.user_id}/data`} tone="secondary">
            {t('child.data')}
          </ButtonLink>
        )}
      </PageTitle>
      <Stack gap={6}>
        <Needs child={child} />
        {progress && (
          <Stack gap={3}>
            <nav aria-label={t('child.range')} className="flex flex-wrap gap-2">
              {names.map((name) => (
                <a
                  key={name}
                  href={`?range=${name}`}
                  aria-current={name === range ? 'true' : undefined}
                  className="inline-flex min-h-12 items-center rounded-control border border-strong-line bg-surface px-4 py-2 aria-[current]:border-brand aria-[current]:bg-brand-wash aria-[current]:font-semibold"
                >
                  {t(`child.range.${name}`)}
                </a>
              ))}
            </nav>
            <PracticeChart progress={progress} title={t(`child.chart.${range}`)} heading="h2" />
          </Stack>
        )}
        {mastery && <Mastery mastery={mastery} />}
        {ward.capabilities.includes('view') && (
          <Card>
            <h2 className="text-xl">{t('child.talks')}</h2>
            <p className="text-soft">{t('child.talks.text')}</p>
            {conversations.length === 0 ? (
              <EmptyState title={t('child.talks.none')} heading="h2" />
            ) : (
              <ul className="flex flex-col">
                {conversations.map(({ id, last_at, exchanges }) => (
                  <li key={id} className="border-b border-line last:border-0">
                    <a
                      href={`${here}/conversations/${id}`}
                      className="flex min-h-13 flex-wrap items-center justify-between gap-3 py-3 hover:underline"
                    >
                      <DateText value={last_at} style="moment" />
                      <span className="text-soft">{t('child.talks.count', { count: Number(exchanges) })}</span>
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {conversations.length > 0 && (
              <Row>
                <a className="link inline-block py-2" href={`${here}/conversations`}>
                  {t('child.talks.all')}
                </a>
              </Row>
            )}
          </Card>
        )}
        {usage && <Usage usage={usage} />}
      </Stack>
    </Column>
  )
}
