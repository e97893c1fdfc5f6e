/** What the pages of subscriptions share: names of plans and cycles, ranges of days, invoices as a table. */
import { Link } from 'react-router'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { api } from '../../../context.ts'

type Client = ReturnType<typeof api>

/** The plans' names by their codes; empty where the product does not answer. */
export async function planNames(client: Client): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const offer = (await client.GET('/api/plans')).data
  return Object.fromEntries((offer?.plans ?? []).map(({ code, name }) => [code, name]))
}

export type Names = Awaited<ReturnType<typeof planNames>>

export function usePlan(names: Names): (code: string, cycle?: string) => string {
  const { locale } = usePage()
  const word = useWord()
  return (code, cycle) => {
    const name = names[code]?.[locale] ?? code
    return cycle ? `${name} · ${word('staff.cycle', cycle)}` : name
  }
}

/** From a day to the last one; the API names the first day no more. */
export function Days({ from, to }: { from: string; to: string }) {
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString()
  return (
    <span className="whitespace-nowrap">
      <DateText value={from} style="short" /> – <DateText value={last} style="short" />
    </span>
  )
}

export interface InvoiceLine {
  readonly id: string
  readonly kind: 'invoice' | 'credit_note'
  readonly reason: string
  readonly status: string
  readonly number: string | null
  readonly currency: string
  readonly gross_minor: string
  readonly refunded_minor: string
  readonly from_on: string
  readonly to_on: string
  readonly due_on: string
  readonly issued_on: string | null
}

/** Invoices and credit notes; each leads to all that explains it. */
export function Invoices({ invoices }: { invoices: readonly InvoiceLine[] }) {
  const { t } = usePage()
  const word = useWord()
  return (
    <Table
      caption={t('staff.invoices.title')}
      rows={invoices}
      rowKey={(invoice) => invoice.id}
      empty={<EmptyState title={t('staff.invoices.empty')} />}
      columns={[
        {
          title: t('staff.invoice.number'),
          cell: (invoice) => (
            <Link to={`/staff/invoices/${invoice.id}`} className="link">
              {invoice.number ? <bdi dir="ltr">{invoice.number}</bdi> : t('staff.invoice.unnumbered')}
            </Link>
          ),
        },
        {
          title: t('staff.invoice.for'),
          cell: (invoice) => word('staff.invoice.reason', invoice.kind === 'credit_note' ? 'credit' : invoice.reason),
        },
        { title: t('staff.invoice.period'), cell: ({ from_on, to_on }) => <Days from={from_on} to={to_on} /> },
        {
          title: t('console.amount'),
          cell: (invoice) => (
            <>
              <Money minor={invoice.gross_minor} currency={invoice.currency} />
              {invoice.refunded_minor !== '0' && (
                <span className="block text-sm text-soft">
                  {t.rich('staff.invoice.refunded', {
                    amount: <Money minor={invoice.refunded_minor} currency={invoice.currency} />,
                  })}
                </span>
              )}
            </>
          ),
          end: true,
        },
        { title: t('console.state'), cell: (invoice) => <Status value={invoice.status} /> },
        { title: t('staff.invoice.due'), cell: (invoice) => <DateText value={invoice.due_on} style="short" /> },
      ]}
    />
  )
}
