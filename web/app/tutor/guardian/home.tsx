/** A guardian's dashboard: each child at a glance, and what needs the guardian. Whoever has no child yet begins here. */
import { api, page } from '../../context.ts'
import { need, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { products } from '../../products.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Badge, Notice, type Mood } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { GuardianDrawing } from '../drawings.tsx'
import { Bills, loadBills } from './billing/bills.tsx'
import { lastDays, lastPractice, loadChild, masteredSince, type ChildData } from './child-data.ts'
import { Needs } from './needs.tsx'
import { minutesOf, PracticeChart } from './practice-chart.tsx'
import { FirstSteps } from './steps.tsx'
import { questionsLeft, usedIn } from './usage.tsx'
import type { Route } from './+types/home'

const WEEK = 7

export async function loader({ context }: Route.LoaderArgs) {
  const client = api(context)
  const { now, product } = page(context)
  const [wards, profile] = await Promise.all([client.GET('/api/me/wards'), client.GET('/api/me/profile')])
  const { items } = need(context, wards)
  if (!profile.data) throw seeOther('/welcome?next=%2Fguardian')
  if (profile.data.is_minor) throw seeOther('/learner')
  const { timeZone } = products[product]
  const range = { ...lastDays(now, timeZone, 14), by: 'day' as const }
  const [children, requests, own, bills] = await Promise.all([
    Promise.all(items.map((ward) => loadChild(client, ward, range))),
    client.GET('/api/me/consent-requests'),
    client.GET('/api/learners/{id}/subscription', { params: { path: { id: profile.data.user_id } } }),
    loadBills(client),
  ])
  return {
    name: profile.data.first_name,
    me: profile.data.user_id,
    children,
    bills,
    proving: requests.data?.items.find(({ state }) => state === 'proving') ?? null,
    learns: own.data !== undefined && own.data.status !== 'none',
    week: lastDays(now, timeZone, WEEK).from,
  }
}

export default function GuardianHome({ loaderData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const { name, me, children, bills, proving, learns, week } = loaderData
  if (children.length === 0) return <Beginning name={name} me={me} learns={learns} />
  return (
    <Column>
      <Head title={t('tutor.nav.guardian')} index={false} />
      <PageTitle title={t('tutor.nav.guardian')} lead={t('guardian.hello', { name })}>
        <ButtonLink to="/guardian/children/new" tone="secondary">
          {t('guardian.add')}
        </ButtonLink>
      </PageTitle>
      <Stack gap={6}>
        {url.searchParams.get('done') === 'accepted' && <Notice mood="good" title={t('guardian.accepted')} />}
        {proving && (
          <Notice title={t('consents.request.proving')}>
            <a className="link inline-block py-2" href={`/consents/requests/${proving.id}`}>
              {t('consents.proof.continue')}
            </a>
          </Notice>
        )}
        {children.map((child) => (
          <Child key={child.ward.user_id} child={child} week={week} />
        ))}
        <Bills bills={bills} />
        <Ways me={me} />
      </Stack>
    </Column>
  )
}

function Child({ child, week }: { child: ChildData; week: string }) {
  const { t, number, profile } = usePage()
  const { ward, lessons, consents, streak, progress, mastery, usage } = child
  const path = `/guardian/children/${ward.user_id}`
  const last = lastPractice(child)
  const sees = ward.capabilities.includes('view')
  const mastered = masteredSince(child, week, profile.timeZone)
  const recent = (progress?.series ?? []).filter(({ from }) => from >= week)
  const sum = (of: 'seconds' | 'answers') => recent.reduce((all, day) => all + day[of], 0)
  const done = mastery?.concepts.filter(({ mastered_at }) => mastered_at !== null).length ?? 0
  const used = usage && usedIn(usage)
  const left = usage && questionsLeft(usage)
  return (
    <Card gap={4}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          <a href={path} className="inline-block py-1 text-brand hover:underline">
            {ward.first_name}
          </a>
        </h2>
        <Row gap={2}>
          {lessons && <Badge mood={lessonsMood(lessons)}>{t(`guardian.lessons.${lessons.status}`)}</Badge>}
        </Row>
      </div>
      <Needs child={child} />
      {sees && last === null && <p className="text-soft">{t('child.first')}</p>}
      {sees && last !== null && (
        <div className="grid gap-4 lg:grid-cols-[1fr_1.2fr]">
          <Stack gap={4}>
            <dl className="grid grid-cols-2 gap-3 max-[16rem]:grid-cols-1">
              <Fact label={t('child.last')}>
                <DateText value={last} />
              </Fact>
              <Fact label={t('child.streak')}>{t('child.days', { count: streak?.days ?? 0 })}</Fact>
              <Fact label={t('child.week.time')}>{t('child.minutes.count', { count: minutesOf(sum('seconds')) })}</Fact>
              <Fact label={t('child.week.answers')}>
                {sum('answers') === 0 ? t('child.none') : number(sum('answers'))}
              </Fact>
              <Fact label={t('child.mastered')}>
                {t('child.mastered.of', { done, all: mastery?.concepts.length ?? 0 })}
              </Fact>
              {used && (
                <Fact label={t('child.questions')}>
                  {used.questions === 0 ? t('child.none') : number(used.questions)}
                </Fact>
              )}
              {left !== undefined && <Fact label={t('child.left')}>{t('child.left.about', { count: left })}</Fact>}
              {used && used.cost !== null && (
                <Fact label={t('child.cost')}>
                  <Money minor={used.cost} />
                </Fact>
              )}
            </dl>
            <div>
              <h3 className="text-lg">{t('child.mastered.week')}</h3>
              {mastered.length === 0 ? (
                <p className="text-soft">{t('child.mastered.week.none')}</p>
              ) : (
                <ul className="flex flex-col gap-1 pt-1">
                  {mastered.slice(0, 4).map(({ key, name }) => (
                    <li key={key} className="flex gap-2">
                      <span aria-hidden className="text-good">
                        ★
                      </span>
                      {name}
                    </li>
                  ))}
                  {mastered.length > 4 && (
                    <li className="text-soft">{t('child.mastered.more', { count: mastered.length - 4 })}</li>
                  )}
                </ul>
              )}
            </div>
            <div>
              <h3 className="text-lg">{t('consents.short')}</h3>
              <ul className="flex flex-wrap gap-2 pt-2">
                {consents.map(({ purpose, permitted, text }) => (
                  <li key={purpose}>
                    <Badge mood={permitted ? 'good' : 'plain'}>
                      <span aria-hidden className="pe-1.5">
                        {permitted ? '✓' : '–'}
                      </span>
                      {text.title}
                      <span className="sr-only">
                        : {t(permitted ? 'consents.state.permitted' : 'consents.state.open')}
                      </span>
                    </Badge>
                  </li>
                ))}
              </ul>
            </div>
          </Stack>
          {/* As high as it is, however long the list beside it. */}
          <div>{progress && <PracticeChart progress={progress} title={t('child.chart.fortnight')} />}</div>
        </div>
      )}
      <Row>
        <ButtonLink to={path} tone="secondary">
          {t('child.open', { name: ward.first_name })}
        </ButtonLink>
        <ButtonLink to={`/learners/${ward.user_id}/consents`} tone="quiet">
          {t('consents.short')}
        </ButtonLink>
      </Row>
    </Card>
  )
}

/** Open is not yet in order: a payment that is late is said in the colour of what needs somebody. */
function lessonsMood({ open, status }: { open: boolean; status: string }): Mood {
  return open && status !== 'grace' ? 'good' : 'bad'
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="rounded-control bg-sunken px-4 py-3">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="font-bold">{children}</dd>
    </div>
  )
}

function Ways({ me }: { me: string }) {
  const { t } = usePage()
  const ways = [
    { to: '/billing', key: 'billing.title' },
    { to: `/people/${me}/data`, key: 'privacy.title.self' },
    { to: '/account', key: 'account.title' },
  ] as const
  return (
    <nav aria-label={t('account.more')}>
      <ul className="overflow-hidden rounded-card border border-line bg-surface">
        {ways.map(({ to, key }) => (
          <li key={to} className="border-b border-line last:border-0">
            <a href={to} className="flex min-h-13 items-center justify-between gap-3 px-5 py-3 hover:bg-sunken">
              {t(key)}{' '}
              <span aria-hidden className="rtl:-scale-x-100">
                ›
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Beginning({ name, me, learns }: { name: string; me: string; learns: boolean }) {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('guardian.begin.title', { name })} index={false} />
      <FirstSteps at="child" />
      <PageTitle title={t('guardian.begin.title', { name })} lead={t('guardian.begin.lead')} />
      <Stack gap={6}>
        <GuardianDrawing className="w-full max-w-xs self-center" />
        <ButtonLink to="/guardian/children/new" wide className="min-h-14 text-lg">
          {t('guardian.begin.submit')}
        </ButtonLink>
        <ButtonLink to={learns ? '/learner' : `/learners/${me}/consents`} tone="quiet" wide>
          {t('guardian.begin.self')}
        </ButtonLink>
        <Ways me={me} />
      </Stack>
    </Column>
  )
}
