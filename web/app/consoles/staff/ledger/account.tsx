/** One account: its balance, its statement, and the brake. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Row } from '../../../ui/layout.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { acted, daysAsked, pageAsked } from '../../acts.ts'
import { DayFilters } from '../../lists.tsx'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Filters, Id, Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/account'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [account, statement] = await Promise.all([
    api(context).GET('/api/ledger/accounts/{id}', { params: { path: { id } } }),
    api(context).GET('/api/ledger/accounts/{id}/statement', {
      params: { path: { id }, query: { ...pageAsked(context), ...daysAsked(context) } },
    }),
  ])
  return { account: need(context, account), statement: need(context, statement) }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const call = { params: { path: { id } }, headers: form.headers }
  if (form.text('act') === 'unfreeze')
    return acted(context, form, await api(context).DELETE('/api/ledger/accounts/{id}/freeze', call), 'unfrozen')
  const body = { reason: form.text('reason') }
  return acted(context, form, await api(context).POST('/api/ledger/accounts/{id}/freeze', { ...call, body }), 'frozen')
}

export default function Account({ loaderData: { account, statement }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const me = useMe()
  const amount = (minor: string) => <Money minor={minor} currency={account.asset} />
  return (
    <ConsolePage
      title={word('staff.account', account.kind)}
      back={{ to: `/staff/ledger/accounts?owner=${account.owner_id}`, label: t('staff.accounts.title') }}
    >
      {account.frozen_at && (
        <div className="pb-4">
          <Notice mood="bad" title={t('staff.account.frozen')}>
            {account.frozen_reason}
          </Notice>
        </div>
      )}
      <Card>
        <Facts
          facts={[
            [t('console.id'), <Id key="">{account.id}</Id>],
            [t('staff.account.owner'), <Id key="">{account.owner_id}</Id>],
            account.ref !== null && [t('staff.account.ref'), <Id key="">{account.ref}</Id>],
            [t('staff.account.posted'), amount(account.posted_minor)],
            [t('staff.account.held'), amount(account.held_minor)],
            [t('staff.account.available'), <strong key="">{amount(account.available_minor)}</strong>],
            [t('staff.account.opened'), <Moment key="" value={account.opened_at} />],
          ]}
        />
        {may(me, 'operations.manage') && (
          <Row>
            {account.frozen_at ? (
              <Act
                act="unfreeze"
                label={t('staff.account.unfreeze')}
                confirm={t('staff.account.unfreeze.confirm')}
                refused={actionData}
              />
            ) : (
              <Act
                act="freeze"
                label={t('staff.account.freeze')}
                confirm={t('staff.account.freeze.confirm')}
                tone="danger"
                text={t('staff.account.freeze.text')}
                reason
                refused={actionData}
              />
            )}
          </Row>
        )}
      </Card>
      <Section title={t('staff.account.statement')}>
        <Filters act={t('staff.trial.show')}>
          <DayFilters />
        </Filters>
        <Table
          caption={t('staff.account.statement')}
          rows={statement.items}
          rowKey={(entry) => `${entry.transfer_id}/${entry.recorded_at}/${entry.amount_minor}`}
          empty={<EmptyState title={t('staff.account.empty')} />}
          columns={[
            { title: t('staff.entry.effective'), cell: (entry) => <Moment value={entry.effective_at} /> },
            { title: t('staff.entry.kind'), cell: (entry) => word('staff.transfer', entry.kind) },
            { title: t('staff.entry.transfer'), cell: (entry) => <Id short>{entry.transfer_id}</Id> },
            { title: t('staff.entry.amount'), cell: (entry) => amount(entry.amount_minor), end: true },
            {
              title: t('staff.entry.balance'),
              cell: (entry) => amount(entry.balance_after_minor),
              end: true,
            },
          ]}
        />
        <Pagination next={statement.next_cursor} />
      </Section>
    </ConsolePage>
  )
}
