/** Subscriptions, newest first: by state, or those of one payer. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { choiceAsked, listQuery, pageAsked } from '../../acts.ts'
import { ListTools } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { planNames, usePlan } from './words.tsx'
import type { Route } from './+types/subscriptions'

const STATUSES = ['pending', 'trial', 'active', 'grace', 'suspended', 'paused', 'cancelled'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = {
    ...listQuery(context, 'payer_id'),
    ...pageAsked(context),
    ...choiceAsked(context, 'status', STATUSES),
  }
  const client = api(context)
  const [list, names] = await Promise.all([
    client.GET('/api/subscriptions/directory', { params: { query } }),
    planNames(client),
  ])
  return { query, names, ...need(context, list) }
}

export default function Subscriptions({ loaderData: { query, names, items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const plan = usePlan(names)
  return (
    <ConsolePage title={t('staff.subscriptions.title')} lead={t('staff.subscriptions.lead')}>
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={STATUSES.map((value) => ({ value, label: word('console.status', value) }))}
        />
        <Filter name="payer_id" label={t('staff.subscription.payer_id')} placeholder="usr_…" />
      </Filters>
      <ListTools list="/subscriptions/directory" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.subscriptions.title')}
        rows={items}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('staff.subscriptions.empty')} />}
        columns={[
          { title: t('staff.subscription.created'), cell: (row) => <Moment value={row.created_at} /> },
          {
            title: t('staff.subscription'),
            cell: (row) => (
              <Id short to={`/staff/subscriptions/${row.id}`}>
                {row.id}
              </Id>
            ),
          },
          { title: t('staff.subscription.plan'), cell: (row) => plan(row.plan, row.cycle) },
          {
            title: t('staff.subscription.price'),
            cell: (row) => <Money minor={row.price_minor} currency={row.currency} />,
            end: true,
          },
          {
            title: t('staff.subscription.next'),
            cell: (row) => (row.status === 'cancelled' ? '–' : <DateText value={row.period_end} style="short" />),
          },
          {
            title: t('console.state'),
            cell: (row) => (
              <span className="flex flex-wrap gap-1">
                <Status value={row.status} />
                {row.cancel_at_period_end && row.status !== 'cancelled' && (
                  <Badge mood="festive">{t('staff.subscription.ends')}</Badge>
                )}
              </span>
            ),
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
