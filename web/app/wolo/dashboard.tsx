/** A person's own place: their pots, their credit, the children they look after, what is new. */
import { Link } from 'react-router'
import { api } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../ui/layout.tsx'
import { EmptyState, Notice, Progress } from '../ui/states.tsx'
import { Pagination } from '../ui/table.tsx'
import { DateText, Money } from '../ui/values.tsx'
import { News } from '../account/news.tsx'
import { WardPots } from './account/ward-pots.tsx'
import { Cover } from './covers/covers.tsx'
import { Ago, civilDate, DaysLeft } from './pots/countdown.tsx'
import { pathOf, steps } from './pots/making/making.tsx'
import { collected, PotBadge, takesGifts, wasBought } from './pots/status.tsx'
import type { Route } from './+types/dashboard'

const NEWS_SHOWN = 3
const VOUCHERS_SHOWN = 20

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const client = api(context)
  const pots = need(context, await client.GET('/api/pots', { params: { query: cursor ? { cursor } : {} } }))
  // Only the pots make the page; what else is missing is left out rather than breaking it.
  const [profile, credit, news, wards, waiting, draft, vouchers] = await Promise.all([
    client.GET('/api/me/profile'),
    client.GET('/api/me/credit'),
    client.GET('/api/me/notifications', { params: { query: { limit: NEWS_SHOWN } } }),
    client.GET('/api/me/wards'),
    client.GET('/api/me/wards/pots'),
    client.GET('/api/me/pot-draft'),
    client.GET('/api/vouchers', { params: { query: { limit: VOUCHERS_SHOWN } } }),
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
    draft: draft.data?.draft ?? null,
    vouchers: (vouchers.data?.items ?? []).filter(({ status }) => status === 'issued'),
  }
}

/** The one act here: throwing away the pot that was being made. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).DELETE('/api/me/pot-draft', { headers: form.headers })
  return result.response.ok ? seeOther('/dashboard?done=draft_gone') : refused(form, problemOf(result))
}

export default function Dashboard({ loaderData, actionData }: Route.ComponentProps) {
  const { pots, profile, introduced, credit, news, wards, waiting, draft, vouchers } = loaderData
  const { t, url } = usePage()
  const done = actionData ? null : url.searchParams.get('done')
  const name = profile?.first_name
  const live = pots.items.some((pot) => pot.end_reason === null)
  return (
    <Column>
      <Head title={t('dashboard.title')} index={false} />
      <PageTitle title={name ? t('dashboard.hello', { name }) : t('dashboard.title')}>
        {!draft && pots.items.length > 0 && (
          <ButtonLink to="/pots/new" tone={live ? 'secondary' : 'primary'} className="max-sm:hidden">
            {t('dashboard.new_pot')}
          </ButtonLink>
        )}
        <ButtonLink to="/account" tone="secondary">
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
        {actionData && <Notice mood="bad" title={actionData.problem.title} />}
        {done === 'draft' && draft && <Notice mood="good" title={t('draft.kept')} />}
        {done === 'draft_gone' && <Notice mood="good" title={t('draft.gone')} />}
        <WardPots pots={waiting} />
        {draft && <DraftCard draft={draft} />}
        {vouchers.length > 0 && <Vouchers vouchers={vouchers} />}
        {pots.items.length === 0 ? (
          draft ? null : (
            <EmptyState title={t('dashboard.no_pots')} text={t('dashboard.no_pots.text')}>
              <ButtonLink to="/pots/new">{t('dashboard.new_pot')}</ButtonLink>
            </EmptyState>
          )
        ) : (
          <ul className="grid grid-cols-1 gap-4 md:grid-cols-2">
            {pots.items.map((pot) => (
              <li key={pot.id} className="flex">
                <PotCard pot={pot} />
              </li>
            ))}
          </ul>
        )}
        <Pagination next={pots.next_cursor} />
        {!draft && pots.items.length > 0 && (
          <ButtonLink to="/pots/new" tone={live ? 'secondary' : 'primary'} wide className="sm:hidden">
            {t('dashboard.new_pot')}
          </ButtonLink>
        )}
        <div className="grid grid-cols-1 items-start gap-4 md:grid-cols-2">
          {credit && credit.available_minor !== '0' && (
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

type Data = Route.ComponentProps['loaderData']

/** What was begun and waits: going on is the first thing offered. */
function DraftCard({ draft }: { draft: NonNullable<Data['draft']> }) {
  const { t } = usePage()
  return (
    <section className="flex flex-col gap-4 rounded-card border-2 border-dashed border-festive bg-festive-wash p-5 sm:flex-row sm:items-center">
      <div className="min-w-0 flex-1">
        <h2 className="text-xl">{t('draft.title')}</h2>
        <p className="text-lg font-semibold break-words">{draft.title || t('draft.untitled')}</p>
        <p className="text-sm text-soft">
          {t.rich('draft.at', { step: draft.step, at: <Ago at={draft.updated_at} /> })}
        </p>
      </div>
      <div className="flex flex-col gap-2">
        <ButtonLink to={resumeAt(draft)}>{t('draft.resume')}</ButtonLink>
        <Form>
          <Button tone="quiet" wide>
            {t('draft.discard')}
          </Button>
        </Form>
      </div>
    </section>
  )
}

/** The step after the last that was finished; all there, the preview. */
function resumeAt(draft: NonNullable<Data['draft']>): string {
  if (!draft.pack_id && !draft.target_minor) return pathOf('goal')
  if (!draft.title) return pathOf('words')
  return pathOf(steps[draft.step] ?? 'preview')
}

function Vouchers({ vouchers }: { vouchers: Data['vouchers'] }) {
  const { t, now } = usePage()
  return (
    <Stack as="section" gap={3}>
      <h2 className="text-xl">{t('dashboard.vouchers')}</h2>
      <ul className="flex flex-col gap-2">
        {vouchers.map((voucher) => (
          <li key={voucher.id}>
            <Link
              to={`/vouchers/${voucher.id}`}
              className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-card border border-line bg-surface p-4 shadow-card hover:border-strong-line"
            >
              <span className="text-lg font-bold">{voucher.pack.name}</span>
              <span className="text-soft">
                {Date.parse(voucher.valid_from) > Date.parse(now)
                  ? t.rich('dashboard.voucher.from', { date: <DateText value={voucher.valid_from} /> })
                  : t.rich('dashboard.voucher.until', { date: <DateText value={voucher.valid_until} style="date" /> })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Stack>
  )
}

type Pot = Route.ComponentProps['loaderData']['pots']['items'][number]

function PotCard({ pot }: { pot: Pot }) {
  const { t, now, profile } = usePage()
  // Past its day and still closed: it waits for somebody, not for the calendar.
  const waits = Date.parse(pot.opens_at) <= Date.parse(now)
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
          {takesGifts(pot) && pot.birthday >= civilDate(now, profile.timeZone) && (
            <>
              · <DaysLeft date={pot.birthday} />
            </>
          )}
        </span>
        {pot.status === 'scheduled' ? (
          <span>
            {waits ? t('mine.opens_waits') : t.rich('mine.opens_on', { date: <DateText value={pot.opens_at} /> })}
          </span>
        ) : pot.status === 'expired' ? (
          <span className="text-xl font-bold">
            {t.rich('mine.given_back', { amount: <Money minor={pot.given_back_minor ?? 0} /> })}
          </span>
        ) : pot.status === 'closed' && !wasBought(pot) ? null : (
          <Progress raised={collected(pot)} target={pot.target_minor} />
        )}
      </div>
    </Link>
  )
}
