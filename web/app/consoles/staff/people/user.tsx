/** One account, as far as staff may see it; suspending it; deciding on its identity check. Looking is on record. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { languageName, type Locale } from '../../../products.ts'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, Status } from '../../parts.tsx'
import { Aside, Hits } from '../inquiry/hits.tsx'
import { storyOf } from '../inquiry/story.tsx'
import { withoutPaymentsOf, type Story } from '../inquiry/things.ts'
import { changeStanding, StandingAct, SuspendedNotice } from './standing.tsx'
import type { Route } from './+types/user'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [user, story] = await Promise.all([
    api(context).GET('/api/users/{id}', { params: { path: { id } } }),
    storyOf(context, id, 2),
  ])
  return { user: need(context, user), story: story ?? null }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  return changeStanding(context, await readForm(request), id)
}

export default function User({ loaderData: { user, story }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const me = useMe()
  const verified = (yes: boolean) => (
    <Badge mood={yes ? 'good' : 'plain'}>{t(yes ? 'staff.user.verified' : 'staff.user.unverified')}</Badge>
  )
  return (
    <ConsolePage
      title={t('staff.user.title')}
      back={{ to: '/staff/users', label: t('staff.users.title') }}
      lead={<Status value={user.status} />}
    >
      <Stack gap={6}>
        <SuspendedNotice account={user} />
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{user.id}</Id>],
              [
                t('staff.user.phone'),
                user.phone && (
                  <span key="">
                    <bdi dir="ltr">{user.phone}</bdi> {verified(user.phone_verified)}
                  </span>
                ),
              ],
              [
                t('staff.user.email'),
                user.email && (
                  <span key="">
                    {user.email} {verified(user.email_verified)}
                  </span>
                ),
              ],
              [t('staff.user.language'), languageName[user.locale.split('-')[0] as Locale] ?? user.locale],
              [t('staff.user.created'), <Moment key="" value={user.created_at} />],
              [t('staff.user.last_sign_in'), <Moment key="" value={user.last_sign_in_at} />],
            ]}
          />
          <StandingAct account={user} refused={actionData} />
        </Card>
        {story && <Affairs story={story} />}
        <Row>
          {may(me, 'access.manage') && (
            <Link to={`/staff/team/${user.id}`} className="link">
              {t('team.protection')}
            </Link>
          )}
          {may(me, 'profiles.verify') && (
            <Link to={`/staff/users/${user.id}/identity`} className="link">
              {t('staff.user.see_identity')}
            </Link>
          )}
          {may(me, 'consent.view') && (
            <Link to={`/staff/consents/${user.id}`} className="link">
              {t('staff.nav.consents')}
            </Link>
          )}
          {may(me, 'learning.view') && (
            <Link to={`/staff/learning/${user.id}`} className="link">
              {t('staff.nav.learning')}
            </Link>
          )}
          {may(me, 'privacy.manage') && (
            <Link to={`/staff/privacy/${user.id}`} className="link">
              {t('staff.nav.privacy')}
            </Link>
          )}
          {may(me, 'ledger.view') && (
            <Link to={`/staff/ledger/accounts?owner=${user.id}`} className="link">
              {t('staff.user.see_accounts')}
            </Link>
          )}
        </Row>
      </Stack>
    </ConsolePage>
  )
}

/** What a caller asks about: their gifts first, each with where its money is. */
function Affairs({ story }: { story: Story }) {
  const { t } = usePage()
  const things = withoutPaymentsOf(story.things)
  const groups = [
    ['subscription', 'inquiry.person.subscriptions'],
    ['gift', 'inquiry.person.gifts'],
    ['pot', 'inquiry.person.pots'],
    ['voucher', 'inquiry.person.vouchers'],
    ['payment', 'inquiry.person.payments'],
  ] as const
  const nothing = things.every(({ kind }) => kind === 'message' || kind === 'user')
  return (
    <Stack gap={2}>
      {nothing && <EmptyState title={t('inquiry.person.nothing')} text={t('inquiry.person.nothing.text')} />}
      {groups.map(([wanted, title]) => {
        const mine = things.filter(({ kind }) => kind === wanted)
        return (
          mine.length > 0 && (
            <Section key={wanted} title={t(title)}>
              <Hits things={mine} told label={t(title)} />
            </Section>
          )
        )
      })}
      <Aside things={things.filter(({ kind }) => kind === 'message')} />
    </Stack>
  )
}
