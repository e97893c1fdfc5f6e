/** Money on its way out to partners and people: newest first, with the recipient of one on request. */
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money, Phone } from '../../../ui/values.tsx'
import { BY_TIME, choiceAsked, daysAsked, pageAsked } from '../../acts.ts'
import { DayFilters, ListTools, SortFilter } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/payouts'

const STATES = ['requested', 'processing', 'succeeded', 'failed', 'reversed'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const id = page(context).url.searchParams.get('payout')
  const query = {
    ...pageAsked(context),
    ...choiceAsked(context, 'state', STATES),
    ...choiceAsked(context, 'sort', BY_TIME),
    ...daysAsked(context),
  }
  const [list, one] = await Promise.all([
    api(context).GET('/api/payouts', { params: { query } }),
    id ? api(context).GET('/api/payouts/{id}', { params: { path: { id } } }) : undefined,
  ])
  return { query, ...need(context, list), shown: one ? need(context, one) : null }
}

export default function Payouts({ loaderData: { query, items, next_cursor, shown } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.payouts.title')} lead={t('staff.payouts.lead')}>
      {shown && (
        <Card className="mb-6">
          <Facts
            facts={[
              [t('console.id'), <Id key="">{shown.id}</Id>],
              [t('console.state'), <Status key="" value={shown.state} />],
              [t('console.amount'), <Money key="" minor={shown.amount_minor} currency={shown.currency} />],
              [
                t('staff.payouts.to'),
                shown.recipient_mobile && (
                  <span key="">
                    {shown.recipient_name} · <Phone value={shown.recipient_mobile} />
                  </span>
                ),
              ],
              [t('staff.payouts.reference'), shown.provider_ref && <Id key="">{shown.provider_ref}</Id>],
              [t('staff.jobs.error'), word('staff.failure', shown.failure_code ?? shown.last_error ?? '–')],
              [t('staff.payouts.requested'), <Moment key="" value={shown.requested_at} />],
              [t('staff.payouts.next_check'), <Moment key="" value={shown.next_check_at} />],
              [t('staff.payment.ended'), <Moment key="" value={shown.ended_at ?? shown.succeeded_at} />],
            ]}
          />
        </Card>
      )}
      <Filters>
        <Filter
          name="state"
          label={t('console.state')}
          options={STATES.map((value) => ({ value, label: word('console.status', value) }))}
        />
        <DayFilters />
        <SortFilter orders={BY_TIME} />
      </Filters>
      <ListTools list="/payouts" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.payouts.title')}
        rows={items}
        rowKey={(payout) => payout.id}
        empty={<EmptyState title={t('staff.payouts.empty')} />}
        columns={[
          {
            title: t('console.when'),
            cell: (payout) => <Moment value={payout.requested_at} />,
            sort: { descending: 'newest', ascending: 'oldest' },
          },
          {
            title: t('staff.payouts.payout'),
            cell: (payout) => (
              <Id short to={`/staff/payouts/${payout.id}`}>
                {payout.id}
              </Id>
            ),
          },
          {
            title: t('console.amount'),
            cell: (payout) => <Money minor={payout.amount_minor} currency={payout.currency} />,
            end: true,
          },
          { title: t('console.state'), cell: (payout) => <Status value={payout.state} /> },
          { title: t('staff.payments.purpose'), cell: (payout) => word('staff.purpose', payout.purpose) },
          {
            title: t('staff.jobs.error'),
            cell: (payout) => word('staff.failure', payout.failure_code ?? payout.last_error ?? '–'),
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
