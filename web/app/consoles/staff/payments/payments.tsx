/** Payments, newest first. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { BY_TIME_OR_AMOUNT, choiceAsked, daysAsked, listQuery, pageAsked } from '../../acts.ts'
import { DayFilters, ListTools, SortFilter } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/payments'

const STATES = ['created', 'opened', 'succeeded', 'expired', 'cancelled', 'disputed'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = {
    ...listQuery(context, 'reference', 'owner_id'),
    ...pageAsked(context),
    ...choiceAsked(context, 'state', STATES),
    ...choiceAsked(context, 'sort', BY_TIME_OR_AMOUNT),
    ...daysAsked(context),
  }
  return { query, ...need(context, await api(context).GET('/api/payments', { params: { query } })) }
}

export default function Payments({ loaderData: { query, items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const shown = items.reduce((sum, payment) => sum + BigInt(payment.amount_minor), 0n)
  return (
    <ConsolePage title={t('staff.payments.title')} lead={t('staff.payments.lead')}>
      <Filters>
        <Filter
          name="state"
          label={t('console.state')}
          options={STATES.map((value) => ({ value, label: word('console.status', value) }))}
        />
        <DayFilters />
        <Filter name="reference" label={t('staff.payments.reference')} />
        <SortFilter orders={BY_TIME_OR_AMOUNT} />
      </Filters>
      <ListTools list="/payments" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.payments.title')}
        rows={items}
        rowKey={(payment) => payment.id}
        empty={<EmptyState title={t('staff.payments.empty')} />}
        columns={[
          {
            title: t('console.when'),
            cell: (payment) => <Moment value={payment.created_at} />,
            sort: { descending: 'newest', ascending: 'oldest' },
          },
          {
            title: t('staff.payments.payment'),
            cell: (payment) => (
              <Id short to={`/staff/payments/${payment.id}`}>
                {payment.id}
              </Id>
            ),
          },
          { title: t('staff.payments.purpose'), cell: (payment) => word('staff.purpose', payment.purpose) },
          {
            title: t('console.amount'),
            cell: (payment) => <Money minor={payment.amount_minor} currency={payment.currency} />,
            end: true,
            sort: { descending: 'largest', ascending: 'smallest' },
            total: <Money minor={shown} />,
          },
          {
            title: t('console.state'),
            cell: (payment) => (
              <span className="flex flex-wrap gap-1">
                <Status value={payment.state} />
                {payment.late && <Status value="late" />}
              </span>
            ),
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
