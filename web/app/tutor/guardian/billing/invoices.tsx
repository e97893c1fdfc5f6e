/** Invoices and credit notes as a list: number, what for, amount, state, and the document. */
import { usePage } from '../../../page.tsx'
import { Badge } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'

export interface InvoiceRow {
  readonly id: string
  readonly kind: 'invoice' | 'credit_note'
  readonly reason: 'period' | 'change' | 'unused' | 'allowance'
  readonly status: 'open' | 'paid' | 'void'
  readonly number: string | null
  readonly currency: string
  readonly gross_minor: string
  readonly from_on: string
  readonly to_on: string
  readonly issued_on: string | null
}

export function InvoiceList({ items }: { items: readonly InvoiceRow[] }) {
  const { t } = usePage()
  const shown = items.filter(({ status }) => status !== 'void')
  return (
    <section aria-labelledby="invoices" className="flex flex-col gap-3">
      <h2 id="invoices" className="text-xl">
        {t('billing.invoices')}
      </h2>
      {shown.length === 0 && <p className="text-soft">{t('billing.invoices.none')}</p>}
      <ul className="flex flex-col gap-3">
        {shown.map(({ id, kind, reason, status, number, gross_minor, currency, from_on, to_on }) => (
          <li key={id} className="flex flex-col gap-1 rounded-card border border-line bg-surface px-5 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-semibold">
                {t(`billing.kind.${kind}`)} {number && <bdi dir="ltr">{number}</bdi>}
              </span>
              <span className="flex items-baseline gap-3">
                <Money minor={gross_minor} currency={currency} className="font-bold" />
                <Badge mood={status === 'paid' ? 'good' : 'bad'}>
                  {t(kind === 'credit_note' ? 'billing.invoice.credited' : `billing.invoice.${status}`)}
                </Badge>
              </span>
            </div>
            <p className="text-sm text-soft">
              {t.rich(`billing.reason.${reason}`, {
                from: <DateText value={from_on} style="short" />,
                to: <DateText value={lastDay(to_on)} style="short" />,
              })}
            </p>
            <div className="flex flex-wrap gap-x-5">
              <a className="link inline-flex min-h-11 items-center" href={`/invoices/${id}`}>
                {t('billing.invoice.see')} <span className="sr-only">{number}</span>
              </a>
              {status === 'paid' && <DocumentLink id={id} number={number} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function DocumentLink({ id, number }: { id: string; number: string | null }) {
  const { t, locale } = usePage()
  return (
    <a
      className="link inline-flex min-h-11 items-center"
      href={`/api/invoices/${id}/document?language=${locale === 'ar' ? 'ar' : 'en'}`}
      download={`${number ?? id}.pdf`}
    >
      {t('billing.invoice.pdf')} <span className="sr-only">{number}</span>
    </a>
  )
}

/** The API names the first day no more; people read the last one. */
export function lastDay(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
