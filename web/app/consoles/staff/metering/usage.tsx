/** What learners used in a month, what it cost and what it left: per service, per learner, and month by month. */
import { Link } from 'react-router'
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { products } from '../../../products.ts'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { pageAsked } from '../../acts.ts'
import { Columns, Figure } from '../../charts.tsx'
import { ListTools } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { dollars, monthAsked, monthBefore, monthOf } from './months.ts'
import type { Route } from './+types/usage'

const MONTHS = 6
/** Everybody who was erased stands under this one. */
const ERASED = /^usr_0+$/

export async function loader({ context }: Route.LoaderArgs) {
  const { url, now, product } = page(context)
  const month = monthAsked(url, now, products[product].timeZone)
  const client = api(context)
  const query = { ...pageAsked(context), month }
  const months = Array.from({ length: MONTHS }, (_, n) => monthBefore(month, MONTHS - 1 - n))
  const [margins, ...services] = await Promise.all([
    client.GET('/api/metering/margins', { params: { query } }),
    ...months.map((one) => client.GET('/api/metering/services', { params: { query: { month: one } } })),
  ])
  return {
    month,
    current: monthOf(now, products[product].timeZone),
    query,
    margins: need(context, margins),
    months: months.map((one, n) => ({ month: one, services: need(context, services[n]!) })),
  }
}

export default function Usage({ loaderData: { month, current, query, margins, months } }: Route.ComponentProps) {
  const { t, number, date, digits } = usePage()
  const word = useWord()
  const named = (one: string) => date(`${one}-01`, 'month')
  const costs = months.map((one) => ({
    month: one.month,
    cost: one.services.reduce((sum, row) => sum + BigInt(row.cost_usd_micros), 0n),
    events: one.services.reduce((sum, row) => sum + BigInt(row.events), 0n),
  }))
  const now = costs.at(-1)!
  const most = costs.reduce((max, { cost }) => (cost > max ? cost : max), 0n)
  const services = months.at(-1)!.services
  const unpriced = services.reduce((sum, row) => sum + BigInt(row.unpriced), 0n)
  const total = margins.items.reduce((sum, row) => sum + BigInt(row.margin_minor), 0n)
  return (
    <ConsolePage
      title={t('staff.usage.title')}
      lead={named(month)}
      aside={
        <nav aria-label={t('staff.usage.month')} className="flex flex-wrap gap-4">
          <Link className="link inline-flex min-h-11 items-center" to={`?month=${monthBefore(month, 1)}`}>
            {named(monthBefore(month, 1))}
          </Link>
          {month < current && (
            <Link className="link inline-flex min-h-11 items-center" to={`?month=${monthBefore(month, -1)}`}>
              {named(monthBefore(month, -1))}
            </Link>
          )}
          <Link className="link inline-flex min-h-11 items-center" to="/staff/usage/prices">
            {t('staff.prices.title')}
          </Link>
        </nav>
      }
    >
      <Figure
        title={t('staff.usage.cost')}
        heading="h2"
        finding={
          now.events === 0n
            ? t('staff.usage.nothing')
            : t('staff.usage.finding', { cost: dollars(now.cost, digits), events: number(now.events) })
        }
        heads={[t('staff.usage.month'), t('staff.usage.events'), t('staff.usage.cost')]}
        rows={costs.map((row) => ({
          key: row.month,
          cells: [named(row.month), number(row.events), <bdi key="">{dollars(row.cost, digits)}</bdi>],
        }))}
      >
        <Columns
          label={t('staff.usage.cost')}
          items={costs.map((row) => ({
            key: row.month,
            value: row.cost,
            hint: `${named(row.month)}: ${dollars(row.cost, digits)}`,
          }))}
          first={named(costs[0]!.month)}
          last={named(month)}
          top={dollars(most, digits)}
        />
      </Figure>
      <Section title={t('staff.usage.services')}>
        <Table
          caption={t('staff.usage.services')}
          rows={services}
          rowKey={(row) => row.service}
          empty={<EmptyState title={t('staff.usage.nothing')} />}
          columns={[
            { title: t('staff.usage.service'), cell: (row) => word('staff.service', row.service) },
            { title: t('staff.learning.learners'), cell: (row) => number(BigInt(row.subjects)), end: true },
            { title: t('staff.usage.events'), cell: (row) => number(BigInt(row.events)), end: true },
            {
              title: t('staff.usage.tokens'),
              cell: (row) =>
                t('staff.usage.in_out', { in: number(BigInt(row.tokens_in)), out: number(BigInt(row.tokens_out)) }),
              end: true,
            },
            { title: t('staff.usage.seconds'), cell: (row) => number(BigInt(row.speech_seconds)), end: true },
            {
              title: t('staff.usage.cost'),
              cell: (row) => <bdi>{dollars(row.cost_usd_micros, digits)}</bdi>,
              end: true,
              total: <bdi>{dollars(now.cost, digits)}</bdi>,
            },
          ]}
        />
        {unpriced > 0n && <p className="text-bad">{t('staff.usage.unpriced', { events: number(unpriced) })}</p>}
      </Section>
      <Section title={t('staff.usage.margins')}>
        <ListTools
          list="/metering/margins"
          query={query}
          shown={margins.items.length}
          more={margins.next_cursor !== null}
        />
        <Table
          caption={t('staff.usage.margins')}
          rows={margins.items}
          rowKey={(row) => row.learner}
          empty={<EmptyState title={t('staff.usage.margins.empty')} />}
          columns={[
            {
              title: t('staff.usage.learner'),
              cell: (row) =>
                ERASED.test(row.learner) ? (
                  t('staff.usage.erased')
                ) : (
                  <Link to={`/staff/users/${row.learner}`} className="link font-mono text-sm">
                    …{row.learner.slice(-6)}
                  </Link>
                ),
            },
            { title: t('staff.usage.events'), cell: (row) => number(BigInt(row.events)), end: true },
            { title: t('staff.usage.revenue'), cell: (row) => <Money minor={row.revenue_minor} />, end: true },
            {
              title: t('staff.usage.cost'),
              cell: (row) => (
                <span title={dollars(row.cost_usd_micros, digits)}>
                  <Money minor={row.cost_minor} />
                </span>
              ),
              end: true,
            },
            {
              title: t('staff.usage.margin'),
              cell: (row) => (
                <span className={row.margin_minor.startsWith('-') ? 'text-bad' : undefined}>
                  <Money minor={row.margin_minor} />
                  {!row.complete && (
                    <span className="block">
                      <Badge mood="festive">{t('staff.usage.incomplete')}</Badge>
                    </span>
                  )}
                </span>
              ),
              end: true,
              total: <Money minor={total} />,
            },
          ]}
        />
        <Pagination next={margins.next_cursor} />
      </Section>
    </ConsolePage>
  )
}
