/** A partner's statements, newest period first, and what the next one holds so far. */
import { api, page } from '../../context.ts'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Card, Row } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { listQuery } from '../acts.ts'
import { ConsolePage } from '../page.tsx'
import { Filter, Filters, Status } from '../parts.tsx'
import { Period } from '../statement.tsx'
import { Table } from '../table.tsx'
import type { Route } from './+types/settlements'
import { counterOf } from './counter.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me, shops, here } = await counterOf(context, request)
  const asked = page(context).url.searchParams.get('partner')
  const id = me.partner_ids.find((partner) => partner === asked) ?? here?.shop.id ?? me.partner_ids[0]
  const names = shops.map(({ id: shop, name }) => ({ value: shop, label: name }))
  if (id === undefined) return { names, list: null }
  const call = { params: { path: { id }, query: listQuery<never>(context) } }
  return { names, list: need(context, await api(context).GET('/api/partners/{id}/settlements', call)) }
}

export default function PartnerSettlements({ loaderData: { names, list } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <ConsolePage title={t('partner.settlements.title')} lead={t('partner.settlements.lead')}>
      {names.length > 1 && (
        <Filters act={t('console.continue')}>
          <Filter name="partner" label={t('partner.name')} options={names} />
        </Filters>
      )}
      {list && (
        <div className="flex flex-col gap-6">
          <Card>
            <p className="text-soft">{t('partner.settlements.next')}</p>
            <Row className="items-baseline justify-between">
              <strong className="text-2xl">
                <Money minor={list.next.share_minor} />
              </strong>
              <span>
                <Period start={list.next.period_start} end={list.next.period_end} /> ·{' '}
                {t('partner.today.count', { count: list.next.redemption_count })}
              </span>
            </Row>
          </Card>
          <Table
            caption={t('partner.settlements.title')}
            rows={list.items}
            rowKey={(settlement) => settlement.id}
            empty={<EmptyState title={t('partner.settlements.empty')} text={t('partner.settlements.empty.text')} />}
            columns={[
              {
                title: t('statement.period'),
                cell: (settlement) => (
                  <a href={`/partner/settlements/${settlement.id}`} className="link font-semibold whitespace-nowrap">
                    <Period start={settlement.period_start} end={settlement.period_end} />
                  </a>
                ),
              },
              {
                title: t('statement.to_pay'),
                cell: (settlement) => <Money minor={settlement.to_pay_minor} currency={settlement.currency} />,
                end: true,
              },
              { title: t('console.state'), cell: (settlement) => <Status value={settlement.status} /> },
              {
                title: t('statement.paid'),
                cell: (settlement) =>
                  settlement.paid_at ? <DateText value={settlement.paid_at} style="short" /> : '–',
              },
              {
                title: t('partner.settlements.document'),
                cell: (settlement) => (
                  <a
                    href={`/api/settlements/${settlement.id}/document`}
                    className="link inline-flex min-h-14 items-center"
                    download
                  >
                    PDF
                  </a>
                ),
              },
            ]}
          />
          <Pagination next={list.next_cursor} />
        </div>
      )}
    </ConsolePage>
  )
}
