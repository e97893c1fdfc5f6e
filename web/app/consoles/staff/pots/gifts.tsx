/** Gifts, newest first; those in trouble are one filter away. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { amountsAsked, BY_TIME_OR_AMOUNT, choiceAsked, daysAsked, pageAsked } from '../../acts.ts'
import { AmountFilters, DayFilters, ListTools, SortFilter } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/gifts'

export const GIFT_STATUSES = [
  'pending',
  'failed',
  'expired',
  'received',
  'held',
  'credited',
  'refunding',
  'refund_failed',
  'refunded',
] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = {
    ...pageAsked(context),
    ...choiceAsked(context, 'status', GIFT_STATUSES),
    ...choiceAsked(context, 'sort', BY_TIME_OR_AMOUNT),
    ...daysAsked(context),
    ...amountsAsked(context),
  }
  return { query, ...need(context, await api(context).GET('/api/gifts', { params: { query } })) }
}

export default function Gifts({ loaderData: { query, items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const shown = items.reduce((sum, gift) => sum + BigInt(gift.amount_minor), 0n)
  return (
    <ConsolePage title={t('staff.gifts.title')} lead={t('staff.gifts.lead')}>
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={GIFT_STATUSES.map((value) => ({ value, label: word('console.status', value) }))}
        />
        <DayFilters />
        <AmountFilters />
        <SortFilter orders={BY_TIME_OR_AMOUNT} />
      </Filters>
      <ListTools list="/gifts" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.gifts.title')}
        rows={items}
        rowKey={(gift) => gift.id}
        empty={<EmptyState title={t('staff.gifts.empty')} />}
        columns={[
          {
            title: t('console.when'),
            cell: (gift) => <Moment value={gift.created_at} />,
            sort: { descending: 'newest', ascending: 'oldest' },
          },
          {
            // The first link of a row is the one that `o` opens.
            title: t('inquiry.kind.gift'),
            cell: (gift) => (
              <Id short to={`/staff/gifts/${gift.id}`}>
                {gift.id}
              </Id>
            ),
          },
          {
            title: t('staff.gift.donor'),
            cell: (gift) => (gift.anonymous ? t('staff.gift.anonymous') : (gift.name ?? '–')),
          },
          {
            title: t('console.amount'),
            cell: (gift) => <Money minor={gift.amount_minor} currency={gift.currency} />,
            end: true,
            sort: { descending: 'largest', ascending: 'smallest' },
            total: <Money minor={shown} />,
          },
          { title: t('console.state'), cell: (gift) => <Status value={gift.status} /> },
          {
            title: t('staff.gift.pot'),
            cell: (gift) => (
              <Link to={`/staff/pots/${gift.pot_id}`} className="link">
                {gift.pot_title}
              </Link>
            ),
          },
          {
            title: t('staff.gift.trouble'),
            cell: (gift) => word('staff.failure', gift.refund_error ?? gift.reason ?? '–'),
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
