/** What every kind of account held at an instant. Each currency sums to zero, or something is very wrong. */
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { products } from '../../../products.ts'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { instantOf } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/trial-balance'

export async function loader({ context }: Route.LoaderArgs) {
  const { url, product } = page(context)
  const at = instantOf(url.searchParams.get('at') ?? '', products[product].timeZone)
  const query = at ? { at } : {}
  return need(context, await api(context).GET('/api/ledger/trial-balance', { params: { query } }))
}

export default function TrialBalance({ loaderData: { at, balanced, lines } }: Route.ComponentProps) {
  const { t, number } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.trial.title')} lead={t('staff.trial.lead')}>
      <Filters act={t('staff.trial.show')}>
        <Filter name="at" label={t('staff.trial.at')} type="datetime-local" />
      </Filters>
      <div className="flex flex-col gap-4">
        <p className="text-lg font-semibold">
          <DateText value={at} style="date" /> <DateText value={at} style="time" />
        </p>
        <Notice
          mood={balanced ? 'good' : 'bad'}
          title={t(balanced ? 'staff.trial.balanced' : 'staff.trial.unbalanced')}
        />
        <Table
          caption={t('staff.trial.title')}
          rows={lines}
          rowKey={(line) => `${line.kind}/${line.asset}`}
          empty={<EmptyState title={t('staff.trial.empty')} />}
          columns={[
            { title: t('staff.account.kind'), cell: (line) => word('staff.account', line.kind) },
            {
              title: t('staff.trial.balance'),
              cell: (line) => <Money minor={line.balance_minor} currency={line.asset} />,
              end: true,
            },
            { title: t('staff.trial.accounts'), cell: (line) => number(BigInt(line.accounts)), end: true },
          ]}
        />
      </div>
    </ConsolePage>
  )
}
