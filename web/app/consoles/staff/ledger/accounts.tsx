/** The accounts of one owner (a person, a partner, the platform), each leading to its statement. */
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { listQuery } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/accounts'

export async function loader({ context }: Route.LoaderArgs) {
  const owner = page(context).url.searchParams.get('owner')?.trim()
  if (!owner) return { owner: undefined, items: [], next_cursor: null }
  const query = { ...listQuery(context, 'kind'), owner }
  return { owner, ...need(context, await api(context).GET('/api/ledger/accounts', { params: { query } })) }
}

export default function Accounts({ loaderData: { owner, items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.accounts.title')} lead={t('staff.accounts.lead')}>
      <Filters act={t('console.search')}>
        <Filter name="owner" label={t('staff.accounts.owner')} placeholder="usr_…, prt_…" />
        <Filter name="kind" label={t('staff.account.kind')} />
      </Filters>
      <Table
        caption={t('staff.accounts.title')}
        rows={items}
        rowKey={(account) => account.id}
        empty={
          owner ? (
            <EmptyState title={t('staff.accounts.none')} />
          ) : (
            <EmptyState title={t('staff.accounts.ask')} text={t('staff.accounts.ask.text')} />
          )
        }
        columns={[
          {
            title: t('staff.account.kind'),
            cell: (account) => (
              <a href={`/staff/ledger/accounts/${account.id}`} className="link">
                {word('staff.account', account.kind)}
              </a>
            ),
          },
          { title: t('staff.account.ref'), cell: (account) => (account.ref ? <Id>{account.ref}</Id> : '–') },
          {
            title: t('staff.account.posted'),
            cell: (account) => <Money minor={account.posted_minor} currency={account.asset} />,
            end: true,
          },
          {
            title: t('staff.account.held'),
            cell: (account) => <Money minor={account.held_minor} currency={account.asset} />,
            end: true,
          },
          {
            title: t('staff.account.available'),
            cell: (account) => <Money minor={account.available_minor} currency={account.asset} />,
            end: true,
          },
          { title: t('console.state'), cell: (account) => (account.frozen_at ? <Status value="frozen" /> : '–') },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
