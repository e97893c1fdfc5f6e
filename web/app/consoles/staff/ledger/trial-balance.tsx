/** What every kind of account held at the end of a day, or holds now. Each currency sums to zero, or something is very wrong. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { daysAsked } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/trial-balance'

export async function loader({ context }: Route.LoaderArgs) {
  const { to } = daysAsked(context)
  // The last moment of the day asked for: the next one begins the day after.
  const query = to ? { at: Temporal.Instant.from(to).subtract({ microseconds: 1 }).toString() } : {}
  return need(context, await api(context).GET('/api/ledger/trial-balance', { params: { query } }))
}

export default function TrialBalance({ loaderData: { at, balanced, lines } }: Route.ComponentProps) {
  const { t, number } = usePage()
  const word = useWord()
  const assets = [...new Set(lines.map((line) => line.asset))]
  return (
    <ConsolePage title={t('staff.trial.title')} lead={t('staff.trial.lead')}>
      <Filters act={t('staff.trial.show')}>
        <Filter name="to" label={t('staff.trial.at')} type="date" />
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
            {
              title: t('staff.account.kind'),
              cell: (line) => (
                <a href={`/staff/ledger/accounts?kind=${line.kind}`} className="link">
                  {word('staff.account', line.kind)}
                </a>
              ),
              total: t('staff.trial.sum'),
            },
            {
              title: t('staff.trial.balance'),
              cell: (line) => <Money minor={line.balance_minor} currency={line.asset} />,
              end: true,
              total: assets.map((asset) => (
                <Money
                  key={asset}
                  className="block"
                  minor={lines
                    .filter((line) => line.asset === asset)
                    .reduce((sum, line) => sum + BigInt(line.balance_minor), 0n)}
                  currency={asset}
                />
              )),
            },
            { title: t('staff.trial.accounts'), cell: (line) => number(BigInt(line.accounts)), end: true },
          ]}
        />
      </div>
    </ConsolePage>
  )
}
