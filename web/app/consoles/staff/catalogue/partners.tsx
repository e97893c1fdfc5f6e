/** The partners that honour packs, by name. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { choiceAsked, pageAsked } from '../../acts.ts'
import { ListTools } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/partners'
import { PARTNER_STATUSES } from './partner-form.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const query = { ...pageAsked(context), ...choiceAsked(context, 'status', PARTNER_STATUSES) }
  return { query, ...need(context, await api(context).GET('/api/partners', { params: { query } })) }
}

export default function Partners({ loaderData: { query, items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage
      title={t('staff.partners.title')}
      lead={t('staff.partners.lead')}
      aside={<ButtonLink to="/staff/partners/new">{t('staff.partners.new')}</ButtonLink>}
    >
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={PARTNER_STATUSES.map((value) => ({ value, label: word('console.status', value) }))}
        />
      </Filters>
      <ListTools list="/partners" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.partners.title')}
        rows={items}
        rowKey={(partner) => partner.id}
        empty={<EmptyState title={t('staff.partners.empty')} text={t('staff.partners.empty.text')} />}
        columns={[
          {
            title: t('staff.partner.name'),
            cell: (partner) => (
              <a href={`/staff/partners/${partner.id}`} className="link font-semibold">
                {partner.name}
              </a>
            ),
          },
          { title: t('staff.partner.kind'), cell: (partner) => word('staff.partner.kind', partner.kind) },
          { title: t('console.state'), cell: (partner) => <Status value={partner.status} /> },
          {
            title: t('staff.partner.split'),
            cell: (partner) => `${partner.revenue_split_basis_points / 100} %`,
            end: true,
          },
          {
            title: t('staff.partner.payment_terms'),
            cell: (partner) => word('staff.partner.payment_terms', partner.payment_terms),
          },
          { title: t('staff.partner.payout'), cell: (partner) => partner.payout_hint ?? '–' },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
