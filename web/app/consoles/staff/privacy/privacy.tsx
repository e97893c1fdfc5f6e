/** What people asked of their data: erasures that wait, data held back by law; and the way to one person's requests. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText } from '../../../ui/values.tsx'
import { pageAsked } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { AskPerson } from '../people/ask.tsx'
import { lookup } from '../people/lookup.ts'
import type { Route } from './+types/privacy'

const personOf = (id: string) => `/staff/privacy/${id}`
const SHOWN = 50

export async function loader({ context }: Route.LoaderArgs) {
  const found = await lookup(context, personOf)
  const client = api(context)
  const [erasures, holds] = await Promise.all([
    client.GET('/api/erasures', { params: { query: pageAsked(context) } }),
    client.GET('/api/legal-holds', { params: { query: { limit: SHOWN } } }),
  ])
  return { found, erasures: need(context, erasures), holds: need(context, holds).items }
}

export default function Privacy({ loaderData: { found, erasures, holds } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const person = (id: string) => (
    <Link to={personOf(id)} className="link font-mono text-sm">
      …{id.slice(-6)}
    </Link>
  )
  return (
    <ConsolePage title={t('staff.privacy.title')} lead={t('staff.privacy.lead')}>
      <AskPerson found={found} to={personOf} />
      <Section title={t('staff.privacy.erasures')}>
        <Table
          caption={t('staff.privacy.erasures')}
          rows={erasures.items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('staff.privacy.erasures.empty')} />}
          columns={[
            { title: t('staff.privacy.due'), cell: (row) => <Moment value={row.due_at} /> },
            { title: t('staff.checks.person'), cell: (row) => person(row.user_id) },
            {
              title: t('console.state'),
              cell: (row) => (
                <span className="flex flex-wrap gap-1">
                  <Badge mood={row.state === 'running' ? 'info' : 'plain'}>
                    {word('staff.privacy.state', row.state)}
                  </Badge>
                  {row.blocked_by !== null && (
                    <Badge mood="bad">
                      {t('staff.privacy.blocked', { why: word('staff.privacy.block', row.blocked_by) })}
                    </Badge>
                  )}
                </span>
              ),
            },
            { title: t('staff.privacy.requested'), cell: (row) => <Moment value={row.requested_at} /> },
          ]}
        />
        <Pagination next={erasures.next_cursor} />
      </Section>
      <Section title={t('staff.privacy.holds')}>
        <Table
          caption={t('staff.privacy.holds')}
          rows={holds}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('staff.privacy.holds.empty')} />}
          columns={[
            { title: t('staff.privacy.placed'), cell: (row) => <Moment value={row.placed_at} /> },
            { title: t('staff.checks.person'), cell: (row) => person(row.user_id) },
            { title: t('staff.privacy.basis'), cell: (row) => row.basis },
            {
              title: t('staff.privacy.until'),
              cell: (row) => (row.until === null ? '–' : <DateText value={row.until} style="short" />),
            },
            {
              title: t('console.state'),
              cell: (row) => (
                <Badge mood={row.released_at === null ? 'festive' : 'plain'}>
                  {t(row.released_at === null ? 'staff.privacy.held' : 'staff.privacy.released')}
                </Badge>
              ),
            },
          ]}
        />
      </Section>
    </ConsolePage>
  )
}
