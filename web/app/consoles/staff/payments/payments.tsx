/** Payments, newest first. */
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { products } from '../../../products.ts'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { instantOf, listQuery } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/payments'

const STATES = ['created', 'opened', 'succeeded', 'expired', 'cancelled', 'disputed'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const { timeZone } = products[page(context).product]
  const { from, to, state, ...rest } = listQuery(context, 'state', 'reference', 'owner_id', 'from', 'to')
  const after = instantOf(from ?? '', timeZone)
  const before = instantOf(to ?? '', timeZone)
  const known = STATES.find((it) => it === state)
  const query = {
    ...rest,
    ...(known ? { state: known } : {}),
    ...(after ? { from: after } : {}),
    ...(before ? { to: before } : {}),
  }
  return need(context, await api(context).GET('/api/payments', { params: { query } }))
}

export default function Payments({ loaderData: { items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.payments.title')} lead={t('staff.payments.lead')}>
      <Filters>
        <Filter
          name="state"
          label={t('console.state')}
          options={STATES.map((value) => ({ value, label: word('console.status', value) }))}
        />
        <Filter name="from" label={t('console.from')} type="datetime-local" />
        <Filter name="to" label={t('console.to')} type="datetime-local" />
        <Filter name="reference" label={t('staff.payments.reference')} />
      </Filters>
      <Table
        caption={t('staff.payments.title')}
        rows={items}
        rowKey={(payment) => payment.id}
        empty={<EmptyState title={t('staff.payments.empty')} />}
        columns={[
          { title: t('console.when'), cell: (payment) => <Moment value={payment.created_at} /> },
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
