/** Every pack, newest first. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { choiceAsked, listQuery, pageAsked } from '../../acts.ts'
import { ListTools } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/packs'
import { PACK_STATUSES, sayIn } from './pack-form.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const query = {
    ...listQuery(context, 'partner_id'),
    ...pageAsked(context),
    ...choiceAsked(context, 'status', PACK_STATUSES),
  }
  return { query, ...need(context, await api(context).GET('/api/catalog/packs', { params: { query } })) }
}

export default function Packs({ loaderData: { query, items, next_cursor } }: Route.ComponentProps) {
  const { t, url, locale } = usePage()
  const word = useWord()
  const partner = url.searchParams.get('partner_id')
  return (
    <ConsolePage
      title={t('staff.packs.title')}
      lead={t('staff.packs.lead')}
      aside={
        <ButtonLink to={`/staff/packs/new${partner ? `?partner_id=${partner}` : ''}`}>
          {t('staff.packs.new')}
        </ButtonLink>
      }
    >
      <Filters>
        <Filter
          name="status"
          label={t('console.state')}
          options={PACK_STATUSES.map((value) => ({ value, label: word('staff.pack.status', value) }))}
        />
        {partner && <input type="hidden" name="partner_id" value={partner} />}
      </Filters>
      <ListTools list="/catalog/packs" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.packs.title')}
        rows={items}
        rowKey={(pack) => pack.id}
        empty={<EmptyState title={t('staff.packs.empty')} />}
        columns={[
          {
            title: t('staff.pack.name'),
            cell: (pack) => (
              <a href={`/staff/packs/${pack.id}`} className="link font-semibold">
                {sayIn(pack.name, locale)}
              </a>
            ),
          },
          { title: t('staff.pack.category'), cell: (pack) => word('staff.partner.kind', pack.category) },
          { title: t('console.state'), cell: (pack) => <Status value={pack.status} /> },
          { title: t('staff.pack.price'), cell: (pack) => <Money minor={pack.price_minor} />, end: true },
          {
            title: t('staff.pack.validity'),
            cell: (pack) => t('staff.pack.days', { days: pack.validity_days }),
            end: true,
          },
          {
            title: t('staff.pack.stock'),
            cell: (pack) =>
              pack.stock_total === null ? t('staff.pack.unlimited') : `${pack.stock_left} / ${pack.stock_total}`,
            end: true,
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
