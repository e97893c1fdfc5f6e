/** Conversations with the tutor: where a child may not be well. What was said is opened only for a reason, which is kept. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { pageAsked } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Moment, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/concerns'

export async function loader({ context }: Route.LoaderArgs) {
  const query = pageAsked(context)
  return need(context, await api(context).GET('/api/tutoring/concerns', { params: { query } }))
}

export default function Concerns({ loaderData: { items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.talks.title')} lead={t('staff.talks.lead')}>
      <Table
        caption={t('staff.talks.title')}
        rows={items}
        rowKey={(row) => `${row.conversation} ${row.asked_at}`}
        empty={<EmptyState title={t('staff.talks.empty')} text={t('staff.talks.empty.text')} />}
        columns={[
          { title: t('console.when'), cell: (row) => <Moment value={row.asked_at} /> },
          {
            title: t('staff.talks.concern'),
            cell: (row) => (
              <Badge mood={row.concern === 'danger' ? 'bad' : 'festive'}>
                {word('staff.talks.concern', row.concern)}
              </Badge>
            ),
          },
          {
            title: t('staff.usage.learner'),
            cell: (row) => (
              <Link to={`/staff/users/${row.learner}`} className="link font-mono text-sm">
                …{row.learner.slice(-6)}
              </Link>
            ),
          },
          {
            title: t('console.act'),
            cell: (row) => (
              <Link to={`/staff/conversations/${row.learner}/${row.conversation}`} className="link">
                {t('staff.talks.open')}
              </Link>
            ),
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
