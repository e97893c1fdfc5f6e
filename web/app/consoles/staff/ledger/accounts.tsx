/** Accounts of one kind, of one owner (a person, a partner, the platform), or all; each leads to its statement. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import type { Product } from '../../../products.ts'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { Money } from '../../../ui/values.tsx'
import { listQuery, pageAsked } from '../../acts.ts'
import { ListTools } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/accounts'

/** What may lie where, by product: those that are asked for most come first. */
const KINDS: Readonly<Record<Product, readonly string[]>> = {
  wolo: [
    'pot',
    'unapplied',
    'credit',
    'voucher',
    'partner_payable',
    'commission',
    'refund_in_flight',
    'payout_in_flight',
    'provider_clearing',
  ],
  tutor: [
    'deferred_revenue',
    'subscription_revenue',
    'subscription_credit',
    'tax_payable',
    'quota',
    'quota_issued',
    'quota_used',
    'quota_ended',
    'unapplied',
    'refund_in_flight',
    'returned_by_provider',
    'payment_losses',
    'provider_clearing',
  ],
}

export async function loader({ context }: Route.LoaderArgs) {
  const query = { ...listQuery(context, 'owner', 'kind'), ...pageAsked(context) }
  return { query, ...need(context, await api(context).GET('/api/ledger/accounts', { params: { query } })) }
}

export default function Accounts({ loaderData: { query, items, next_cursor } }: Route.ComponentProps) {
  const { t, product } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.accounts.title')} lead={t('staff.accounts.lead')}>
      <Filters act={t('console.search')}>
        <Filter name="owner" label={t('staff.accounts.owner')} placeholder="usr_…, prt_…" />
        <Filter
          name="kind"
          label={t('staff.account.kind')}
          options={KINDS[product].map((value) => ({ value, label: word('staff.account', value) }))}
        />
      </Filters>
      <ListTools list="/ledger/accounts" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.accounts.title')}
        rows={items}
        rowKey={(account) => account.id}
        empty={<EmptyState title={t('staff.accounts.none')} />}
        columns={[
          {
            title: t('staff.account.kind'),
            cell: (account) => (
              <a href={`/staff/ledger/accounts/${account.id}`} className="link">
                {word('staff.account', account.kind)}
              </a>
            ),
          },
          { title: t('staff.account.ref'), cell: (account) => (account.ref ? <Id short>{account.ref}</Id> : '–') },
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
