/** A person's own place: their pots, their credit, the children they look after, what is new. */
import { Link } from 'react-router'
import { api } from '../context.ts'
import { need } from '../forms.ts'
import { usePage } from '../page.tsx'
import { ButtonLink } from '../ui/button.tsx'
import { Head } from '../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../ui/layout.tsx'
import { EmptyState, Notice, Progress } from '../ui/states.tsx'
import { Pagination } from '../ui/table.tsx'
import { DateText, Money } from '../ui/values.tsx'
import { News } from './account/news.tsx'
import { WardPots } from './account/ward-pots.tsx'
import { Cover } from './covers/covers.tsx'
import { DaysLeft } from './pots/countdown.tsx'
import { collected, PotBadge, takesGifts } from './pots/status.tsx'
import type { Route } from './+types/dashboard'

const NEWS_SHOWN = 3

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const client = api(context)
  const pots = need(context, await client.GET('/api/pots', { params: { query: cursor ? { cursor } : {} } }))
  // Only the pots make the page; what else is missing is left out rather than breaking it.
  const [profile, credit, news, wards, waiting] = await Promise.all([
    client.GET('/api/me/profile'),
    client.GET('/api/me/credit'),
    client.GET('/api/me/notifications', { params: { query: { limit: NEWS_SHOWN } } }),
    client.GET('/api/me/wards'),
    client.GET('/api/me/wards/pots'),
  ])
  return {
    pots,
    profile: profile.data,
    // Only a clear answer that there is none asks the person to introduce themselves.
    introduced: profile.response.status !== 404 && profile.response.status !== 409,
    credit: credit.data,
    news: news.data,
    wards: wards.data?.items ?? [],
    waiting: waiting.data?.items ?? [],
  }
}

export default function Dashboard({ loaderData }: Route.ComponentProps) {
  const { pots, profile, introduced, credit, news, wards, waiting } = loaderData
  const { t } = usePage()
  const name = profile?.first_name
  return (
    <Column>
      <Head title={t('dashboard.title')} index={false} />
      <PageTitle title={name ? t('dashboard.hello', { name }) : t('dashboard.title')}>
        <ButtonLink to="/pots/new" className="max-sm:w-full">
          {t('dashboard.new_pot')}
        </ButtonLink>
        <ButtonLink to="/account" tone="secondary" className="max-sm:w-full">
          {t('account.title')}
        </ButtonLink>
      </PageTitle>
      <Stack gap={8}>
        {!introduced && (
          <Notice title={t('dashboard.no_profile')}>
            <Link className="link" to="/welcome">
              {t('dashboard.no_profile.link')}
            </Link>
          </Notice>
        )}
        <WardPots pots={waiting} />
        {pots.items.length === 0 ? (
          <EmptyState title={t('dashboard.no_pots')} text={t('dashboard.no_pots.text')}>
            <ButtonLink to="/pots/new">{t('dashboard.new_pot')}</ButtonLink>
          </EmptyState>
        ) : (
          <ul className="grid gap-4 md:grid-cols-2">
            {pots.items.map((pot) => (
              <li key={pot.id} className="flex">
                <PotCard pot={pot} />
              </li>
            ))}
          </ul>
        )}
        <Pagination next={pots.next_cursor} />
        <div className="grid items-start gap-4 md:grid-cols-2">
          {credit && (
            <Card>
              <h2 className="text-xl">{t('credit.title')}</h2>
              <Money minor={credit.available_minor} className="text-3xl font-bold" />
              <p className="text-soft">{t('credit.text')}</p>
            </Card>
          )}
          {wards.length > 0 && (
            <Card>
              <h2 className="text-xl">{t('wards.title')}</h2>
              <ul className="flex flex-col gap-2">
                {wards.map((ward) => (
                  <li key={ward.user_id} className="font-semibold">
                    {ward.first_name}
                  </li>
                ))}
              </ul>
              <Link className="link py-2" to="/wards">
                {t('wards.see_all')}
              </Link>
            </Card>
          )}
        </div>
        {news && (
          <Stack as="section" gap={3}>
            <Row className="justify-between">
              <h2 className="text-xl">{t('news.title')}</h2>
              {news.unread > 0 && <span className="font-semibold">{t('news.unread', { count: news.unread })}</span>}
            </Row>
            <News items={news.items} />
            {news.next_cursor && (
              <Link className="link py-2" to="/notifications">
                {t('news.all')}
              </Link>
            )}
          </Stack>
        )}
      </Stack>
    </Column>
  )
}

type Pot = Route.ComponentProps['loaderData']['pots']['items'][number]

function PotCard({ pot }: { pot: Pot }) {
  const { t } = usePage()
  return (
    <Link
      to={`/pots/${pot.id}`}
      className="flex w-full flex-col overflow-hidden rounded-card border border-line bg-surface shadow-card hover:border-strong-line"
    >
      <Cover name={pot.cover ?? ''} />
      <div className="flex flex-1 flex-col gap-3 p-4 sm:p-5">
        <Row as="span" className="justify-between">
          <span className="text-lg leading-snug font-bold">{pot.title}</span>
          <PotBadge pot={pot} />
        </Row>
        <span className="text-soft">
          <DateText value={pot.birthday} />{' '}
          {takesGifts(pot) && (
            <>
              · <DaysLeft date={pot.birthday} />
            </>
          )}
        </span>
        {pot.status === 'scheduled' ? (
          <span>{t.rich('mine.opens_on', { date: <DateText value={pot.opens_at} /> })}</span>
        ) : (
          <Progress raised={collected(pot)} target={pot.target_minor} />
        )}
      </div>
    </Link>
  )
}
