/** Every partner's statements, last closed first, and the way to close a period. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { choiceAsked, pageAsked } from '../../acts.ts'
import { ListTools } from '../../lists.tsx'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Moment, Status, useWord } from '../../parts.tsx'
import { Period } from '../../statement.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/settlements'

const STATUSES = ['pending', 'approved', 'paying', 'paid', 'disputed', 'carried'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = { ...pageAsked(context), ...choiceAsked(context, 'status', STATUSES) }
  const page = need(context, await api(context).GET('/api/settlements', { params: { query } }))
  // Who may see statements need not be among those who manage partners, so each name is asked for on its own.
  const partners = await Promise.all(
    [...new Set(page.items.map((settlement) => settlement.partner_id))].map((id) =>
      api(context).GET('/api/partners/{id}', { params: { path: { id } } }),
    ),
  )
  const names = partners.flatMap(({ data }) => (data ? [[data.id, data.name] as const] : []))
  return { query, ...page, names: Object.fromEntries(names) as Record<string, string> }
}

export default function Settlements({ loaderData: { query, items, next_cursor, names } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const me = useMe()
  const toPay = items.reduce((sum, settlement) => sum + BigInt(settlement.to_pay_minor), 0n)
  return (
    <ConsolePage
      title={t('staff.settlements.title')}
      lead={t('staff.settlements.lead')}
      aside={
        may(me, 'settlements.manage') && (
          <ButtonLink to="/staff/settlements/close">{t('staff.settlements.close')}</ButtonLink>
        )
      }
    >
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={STATUSES.map((value) => ({ value, label: word('console.status', value) }))}
        />
      </Filters>
      <ListTools list="/settlements" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.settlements.title')}
        rows={items}
        rowKey={(settlement) => settlement.id}
        empty={<EmptyState title={t('staff.settlements.empty')} text={t('staff.settlements.empty.text')} />}
        columns={[
          {
            title: t('statement.period'),
            cell: (settlement) => (
              <a href={`/staff/settlements/${settlement.id}`} className="link font-semibold whitespace-nowrap">
                <Period start={settlement.period_start} end={settlement.period_end} />
              </a>
            ),
          },
          {
            title: t('staff.pack.partner'),
            cell: (settlement) => names[settlement.partner_id] ?? <Id short>{settlement.partner_id}</Id>,
          },
          { title: t('console.state'), cell: (settlement) => <Status value={settlement.status} /> },
          {
            title: t('statement.to_pay'),
            cell: (settlement) => <Money minor={settlement.to_pay_minor} currency={settlement.currency} />,
            end: true,
            total: <Money minor={toPay} />,
          },
          { title: t('statement.lines'), cell: (settlement) => settlement.line_count, end: true },
          { title: t('statement.closed'), cell: (settlement) => <Moment value={settlement.closed_at} /> },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
