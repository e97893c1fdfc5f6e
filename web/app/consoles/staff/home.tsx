/** Where staff begin: what waits for somebody, and how things are going, as far as this person may see it. */
import { Link } from 'react-router'
import { api, page } from '../../context.ts'
import type { MessageKey } from '../../i18n.ts'
import { usePage } from '../../page.tsx'
import { Grid } from '../../ui/layout.tsx'
import { Badge, EmptyState, type Mood } from '../../ui/states.tsx'
import { may, meOf } from '../me.tsx'
import { ConsolePage } from '../page.tsx'
import { InsightFigures, RANGES } from './insights.tsx'
import type { Route } from './+types/home'

interface Task {
  readonly to: string
  readonly title: MessageKey
  readonly mood: Mood
  readonly state: string | number
}

/** More than this is "many"; nobody counts further. */
const COUNTED_MAX = 100

export async function loader({ context }: Route.LoaderArgs) {
  const me = await meOf(context)
  const client = api(context)
  const limit = COUNTED_MAX
  const asked = page(context).url.searchParams.get('days')
  const days = RANGES.find((range) => String(range) === asked) ?? 30
  const [
    proof,
    jobs,
    unmatched,
    disputed,
    refunds,
    failed,
    toApprove,
    toPay,
    checks,
    gifts,
    packs,
    money,
    given,
    grace,
  ] = await Promise.all([
    may(me, 'ledger.view') ? client.GET('/api/ledger/proof') : undefined,
    may(me, 'operations.view')
      ? client.GET('/api/operations/jobs', { params: { query: { failed: true, limit } } })
      : undefined,
    may(me, 'payments.view')
      ? client.GET('/api/webhook-events', { params: { query: { status: 'unmatched', limit } } })
      : undefined,
    may(me, 'payments.view')
      ? client.GET('/api/payments', { params: { query: { state: 'disputed', limit } } })
      : undefined,
    may(me, 'pots.refund.approve')
      ? client.GET('/api/refund-requests', { params: { query: { status: 'pending', limit } } })
      : undefined,
    may(me, 'pots.view')
      ? client.GET('/api/gifts', { params: { query: { status: 'refund_failed', limit } } })
      : undefined,
    may(me, 'settlements.approve')
      ? client.GET('/api/settlements', { params: { query: { status: 'pending', limit } } })
      : undefined,
    may(me, 'settlements.pay')
      ? client.GET('/api/settlements', { params: { query: { status: 'approved', limit } } })
      : undefined,
    may(me, 'profiles.verify') ? client.GET('/api/identity-checks', { params: { query: { limit } } }) : undefined,
    may(me, 'pots.view') ? client.GET('/api/insights/gifts', { params: { query: { days } } }) : undefined,
    may(me, 'pots.view') ? client.GET('/api/insights/packs', { params: { query: { days } } }) : undefined,
    may(me, 'ledger.view') ? client.GET('/api/insights/money') : undefined,
    may(me, 'subscriptions.refund.approve')
      ? client.GET('/api/subscription-refunds', { params: { query: { status: 'pending', limit } } })
      : undefined,
    may(me, 'subscriptions.view')
      ? client.GET('/api/subscriptions/directory', { params: { query: { status: 'grace', limit } } })
      : undefined,
  ])
  // One source that does not answer must not hide the others.
  const count = (result: { data?: { items: readonly unknown[] } } | undefined) => result?.data?.items.length
  return {
    proof: proof?.response.ok ? (proof.data?.passed ?? 'none') : undefined,
    jobs: count(jobs),
    unmatched: count(unmatched),
    disputed: count(disputed),
    refunds: count(refunds),
    failed: count(failed),
    toApprove: count(toApprove),
    toPay: count(toPay),
    checks: count(checks),
    given: count(given),
    grace: count(grace),
    insights: { days, gifts: gifts?.data, packs: packs?.data, money: money?.data },
  }
}

export default function StaffHome({ loaderData }: Route.ComponentProps) {
  const { t, number } = usePage()
  const { proof } = loaderData
  const counted = (to: string, title: MessageKey, count: number | undefined, mood: Mood): Task[] =>
    count === undefined
      ? []
      : [
          {
            to,
            title,
            mood: count === 0 ? 'good' : mood,
            state: count >= COUNTED_MAX ? `${number(COUNTED_MAX)}+` : number(count),
          },
        ]
  const tasks: Task[] = [
    ...counted('/staff/refunds?status=pending', 'staff.home.refunds', loaderData.refunds, 'festive'),
    ...counted('/staff/gifts?status=refund_failed', 'staff.home.refund_failed', loaderData.failed, 'bad'),
    ...counted('/staff/settlements?status=pending', 'staff.home.to_approve', loaderData.toApprove, 'festive'),
    ...counted('/staff/settlements?status=approved', 'staff.home.to_pay', loaderData.toPay, 'festive'),
    ...counted(
      '/staff/subscription-refunds?status=pending',
      'staff.home.subscription_refunds',
      loaderData.given,
      'festive',
    ),
    ...counted('/staff/subscriptions?status=grace', 'staff.home.grace', loaderData.grace, 'festive'),
    ...counted('/staff/identity-checks', 'staff.home.checks', loaderData.checks, 'festive'),
    ...counted('/staff/payments?state=disputed', 'staff.home.disputed', loaderData.disputed, 'bad'),
    ...counted('/staff/webhooks?status=unmatched', 'staff.home.unmatched', loaderData.unmatched, 'bad'),
    ...counted('/staff/jobs?show=failed', 'staff.home.jobs', loaderData.jobs, 'bad'),
    ...(proof === undefined
      ? []
      : [
          {
            to: '/staff/ledger',
            title: 'staff.home.proof' as const,
            mood: proof === true ? ('good' as const) : proof === 'none' ? ('plain' as const) : ('bad' as const),
            state: t(
              proof === true
                ? 'staff.home.proof.passed'
                : proof === 'none'
                  ? 'staff.home.proof.none'
                  : 'staff.home.proof.failed',
            ),
          },
        ]),
  ]
  return (
    <ConsolePage title={t('staff.home.title')} lead={t('staff.home.lead')}>
      {tasks.length === 0 ? (
        <EmptyState title={t('staff.home.empty')} text={t('staff.home.empty.text')} />
      ) : (
        <Grid as="ul" gap={2}>
          {tasks.map((task) => (
            <li key={task.to}>
              <Link
                to={task.to}
                className="flex h-full items-center justify-between gap-3 rounded-control border border-line bg-surface px-4 py-3 hover:border-strong-line max-[16rem]:flex-wrap"
              >
                <span className="font-semibold">{t(task.title)}</span>
                <Badge mood={task.mood}>{task.state}</Badge>
              </Link>
            </li>
          ))}
        </Grid>
      )}
      <InsightFigures {...loaderData.insights} />
    </ConsolePage>
  )
}
