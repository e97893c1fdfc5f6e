/** Identity documents that wait for review, the longest first. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { listQuery } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Id, Moment } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/identity-checks'

export async function loader({ context }: Route.LoaderArgs) {
  const query = listQuery<never>(context)
  return need(context, await api(context).GET('/api/identity-checks', { params: { query } }))
}

export default function IdentityChecks({ loaderData: { items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <ConsolePage title={t('staff.checks.title')} lead={t('staff.checks.lead')}>
      <Table
        caption={t('staff.checks.title')}
        rows={items}
        rowKey={(check) => check.user_id}
        empty={<EmptyState title={t('staff.checks.empty')} />}
        columns={[
          { title: t('staff.checks.submitted'), cell: (check) => <Moment value={check.submitted_at} /> },
          {
            title: t('staff.checks.person'),
            cell: (check) => <Id to={`/staff/users/${check.user_id}/identity`}>{check.user_id}</Id>,
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
